//! SQLite keeps two files, and a commit may reach the first and not the second. Alone in its file:
//! the limit by which the disk is full is the whole process's.
#![expect(clippy::unwrap_used, reason = "tests")]

#[path = "conformance/setting.rs"]
#[expect(dead_code, unused_macros, reason = "shared with the other suite")]
mod setting;

use std::path::Path;
use std::process::Command;

use seloste_kernel::FaultKind;
use seloste_store::Tx;
use seloste_store::tables::{commands, lookups};

use setting::{open, person, record, sqlite};

/// Set in the process that does it.
const INSIDE: &str = "SELOSTE_TEST_TORN";

/// Files of this process do not grow beyond this.
fn limit(bytes: &str) {
    let (pid, size) = (std::process::id().to_string(), format!("--fsize={bytes}:unlimited"));
    assert!(Command::new("prlimit").args(["--pid", &pid, &size]).status().unwrap().success());
}

fn length(dir: &Path, file: &str) -> u64 {
    std::fs::metadata(dir.join(file)).map_or(0, |found| found.len())
}

/// Something in the first file, and a lookup in the second.
fn both(tx: &mut Tx, n: u32) -> Result<(), seloste_kernel::Fault> {
    let mut digest = [0; 16];
    digest[..4].copy_from_slice(&n.to_be_bytes());
    commands::once(tx, digest, None, b"first", i64::MAX).map(drop)?;
    lookups::put(tx, "palaute/email", digest, person(n), record(n))
}

fn has(tx: &mut Tx, n: u32) -> Result<(bool, bool), seloste_kernel::Fault> {
    let mut digest = [0; 16];
    digest[..4].copy_from_slice(&n.to_be_bytes());
    let found = lookups::find(tx, "palaute/email", digest)?;
    Ok((commands::find(tx, digest)?.is_some(), found == [(person(n), record(n))]))
}

#[test]
fn a_commit_that_reached_one_of_two_files_is_not_said_to_have_failed() {
    if std::env::var_os(INSIDE).is_none() {
        // A write beyond the limit is to be an error, not the end of the process.
        let mut shell = Command::new("sh");
        shell.args(["-c", "trap '' XFSZ; exec \"$@\"", "sh"]);
        shell.arg(std::env::current_exe().unwrap()).env(INSIDE, "1");
        assert!(shell.status().unwrap().success());
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let store = open(&sqlite(dir.path()));
    // Makes the second file's log the longer one.
    store
        .write_now(|tx| {
            (0..4000_u32).try_for_each(|n| {
                let field = format!("palaute/field{n}");
                lookups::put(tx, &field, [1; 16], person(n), record(n))
            })
        })
        .unwrap();
    let (data, index) = (length(dir.path(), "data.db-wal"), length(dir.path(), "index.db-wal"));
    assert!(data + 100_000 < index, "{data} {index}");
    limit(&(index + 1000).to_string());
    store.write_now(|tx| both(tx, 1)).unwrap();
    assert_eq!(store.read_now(|tx| has(tx, 1)).unwrap(), (true, false), "the disk is full");
    // What comes now waits for that, and is not done by half.
    let refused = store.write_now(|tx| both(tx, 2)).unwrap_err();
    assert_eq!(refused.kind(), FaultKind::Environment);
    assert_eq!(store.read_now(|tx| has(tx, 2)).unwrap(), (false, false));
    limit("unlimited");
    store.write_now(|tx| both(tx, 3)).unwrap();
    for n in [1, 3] {
        assert_eq!(store.read_now(move |tx| has(tx, n)).unwrap(), (true, true));
    }
    assert_eq!(store.read_now(|tx| has(tx, 2)).unwrap(), (false, false));
    assert!(!store.read_now(lookups::stale).unwrap());
    // After an end in between the lookups are known to be behind.
    let log = length(dir.path(), "index.db-wal");
    limit(&(log + 1000).to_string());
    store.write_now(|tx| both(tx, 4)).unwrap();
    store.close();
    limit("unlimited");
    let store = open(&sqlite(dir.path()));
    assert_eq!(store.read_now(|tx| has(tx, 4)).unwrap(), (true, false));
    assert!(store.read_now(lookups::stale).unwrap());
}
