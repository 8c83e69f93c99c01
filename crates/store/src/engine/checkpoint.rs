//! Moves SQLite's write-ahead log into the file beside the requests, on a thread of its own.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread::JoinHandle;

use seloste_kernel::Fault;

use super::sqlite;
use crate::fault;
use crate::tx::{Engine, Tx};

/// Size of a log, in bytes, at which it is moved beside the requests.
const SOFT: u64 = 4 * 1024 * 1024;
/// Size of a log, in bytes, at which the writer itself moves it and the requests wait.
const HARD: u64 = 64 * 1024 * 1024;

/// Watches the logs of both files.
pub(crate) struct Keeper {
    logs: [PathBuf; 2],
    poke: Option<SyncSender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Keeper {
    pub(crate) fn start(dir: &Path) -> Result<Self, Fault> {
        let connection = sqlite::open(dir, sqlite::Role::Write)?;
        let (poke, poked) = sync_channel(1);
        let thread = std::thread::Builder::new().name("checkpoint".to_owned());
        let work = move || {
            while poked.recv().is_ok() {
                // Passive: waits for nobody and makes nobody wait.
                if let Err(fault) = move_logs(&connection, "PASSIVE") {
                    tracing::warn!(?fault, "the write-ahead log could not be moved");
                }
            }
        };
        let thread =
            thread.spawn(work).map_err(|error| fault::environment("store-unreachable", error))?;
        let log = |file: &str| dir.join(format!("{file}-wal"));
        Ok(Self {
            logs: [log(sqlite::DATA_FILE), log(sqlite::INDEX_FILE)],
            poke: Some(poke),
            thread: Some(thread),
        })
    }

    /// Looks at the logs after a commit.
    pub(crate) fn after(&self, tx: &mut Tx) {
        let size = |log: &PathBuf| std::fs::metadata(log).map_or(0, |found| found.len());
        let largest = self.logs.iter().map(size).max().unwrap_or(0);
        if largest >= HARD {
            if let Engine::Sqlite(connection) = tx.engine()
                && let Err(fault) = move_logs(connection, "TRUNCATE")
            {
                tracing::warn!(?fault, "the write-ahead log grows: a reader holds it");
            }
        } else if largest >= SOFT {
            // Already poked: one round at a time is enough.
            let _ = self.poke.as_ref().map(|poke| poke.try_send(()));
        }
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        // The connection must be closed before the files are said to be.
        self.poke = None;
        if self.thread.take().is_some_and(|thread| thread.join().is_err()) {
            tracing::error!("the checkpoint thread panicked");
        }
    }
}

/// Moves both logs; says whether a reader kept some of it from being moved.
pub(crate) fn move_logs(connection: &rusqlite::Connection, how: &str) -> Result<bool, Fault> {
    let mut busy = false;
    for file in ["main", "idx"] {
        let sql = format!("PRAGMA {file}.wal_checkpoint({how})");
        sqlite::each(connection, &sql, &[], &mut |row| {
            busy |= row.flag(0)?;
            Ok(())
        })?;
    }
    Ok(busy)
}
