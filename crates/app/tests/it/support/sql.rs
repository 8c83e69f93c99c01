//! Writing into the database past the program, as somebody may who reaches it without the keys.

use std::path::Path;
use std::process::Command;

/// Runs a statement on a database file from outside; gives the number of rows that it touched.
pub fn sql(file: &Path, statement: &str) -> i64 {
    let script = "import sqlite3,sys\nc=sqlite3.connect(sys.argv[1],timeout=20)\n\
        n=c.execute(sys.argv[2]).rowcount\nc.commit()\nc.close()\nprint(n)";
    let output =
        Command::new("python3").args(["-c", script]).arg(file).arg(statement).output().unwrap();
    assert!(output.status.success(), "{statement}: {output:?}");
    String::from_utf8_lossy(&output.stdout).trim().parse().unwrap()
}
