//! Writing into the database past the program, as somebody may who reaches it without the keys.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Runs a statement on a database file from outside; gives the number of rows that it touched.
pub fn sql(file: &Path, statement: &str) -> i64 {
    let script = "import sqlite3,sys\nc=sqlite3.connect(sys.argv[1],timeout=20)\n\
        n=c.execute(sys.argv[2]).rowcount\nc.commit()\nc.close()\nprint(n)";
    let output =
        Command::new("python3").args(["-c", script]).arg(file).arg(statement).output().unwrap();
    assert!(output.status.success(), "{statement}: {output:?}");
    String::from_utf8_lossy(&output.stdout).trim().parse().unwrap()
}

/// A database file into which nobody else can write, once a count in it is not 0.
pub struct Locked {
    holder: Child,
    held: Arc<AtomicBool>,
}

impl Locked {
    /// Begins to look for that, and takes the file when it is so.
    pub fn once(file: &Path, count: &str) -> Self {
        let script = "import sqlite3,sys,time\n\
            c=sqlite3.connect(sys.argv[1],timeout=60,isolation_level=None)\nprint('looks',flush=True)\n\
            while True:\n  c.execute('BEGIN IMMEDIATE')\n  \
            if c.execute(sys.argv[2]).fetchone()[0]: break\n  c.execute('COMMIT')\n  time.sleep(0.0001)\n\
            print('holds',flush=True)\nsys.stdin.read()\n";
        let mut command = Command::new("python3");
        command.args(["-c", script]).arg(file).arg(count);
        let mut holder = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(holder.stdout.take().unwrap()).lines();
        assert_eq!(lines.next().unwrap().unwrap(), "looks");
        let held = Arc::new(AtomicBool::new(false));
        let told = Arc::clone(&held);
        std::thread::spawn(move || {
            told.store(lines.next().is_some_and(|line| line.is_ok()), Ordering::Release);
        });
        Self { holder, held }
    }

    /// Whether nobody else writes now.
    pub fn is_held(&self) -> bool {
        self.held.load(Ordering::Acquire)
    }
}

impl Drop for Locked {
    fn drop(&mut self) {
        let _ = self.holder.kill();
        let _ = self.holder.wait();
    }
}
