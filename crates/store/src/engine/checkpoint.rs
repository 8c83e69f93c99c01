//! Moves SQLite's write-ahead log into the file beside the requests, on a thread of its own.

use std::path::Path;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread::JoinHandle;

use seloste_kernel::Fault;

use super::sqlite;
use crate::fault;
use crate::tx::{Engine, Tx};

/// Size of a log, in bytes, at which it is moved beside the requests.
const SOFT: i64 = 4 * 1024 * 1024;
/// Size of a log, in bytes, from which the writer moves what came meanwhile: only a log that is
/// moved wholly begins again at its start.
const FIRM: i64 = 8 * 1024 * 1024;
/// So much, in bytes, must have come for the writer to move it: its own waits are dear.
const LEAST: i64 = 1024 * 1024;
/// Size of a log, in bytes, at which the writer waits for all readers and empties it.
const HARD: i64 = 64 * 1024 * 1024;
/// What one page takes in a log, in bytes.
const FRAME: i64 = 24 + 4096;

/// Watches the logs of both files.
pub(crate) struct Keeper {
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
        Ok(Self { poke: Some(poke), thread: Some(thread) })
    }

    /// Looks at the logs after a commit.
    pub(crate) fn after(&self, tx: &mut Tx) {
        let Engine::Sqlite(connection) = tx.engine() else { return };
        let moved = fill(connection).and_then(|Fill { largest, unmoved }| match largest {
            HARD.. => move_logs(connection, "TRUNCATE"),
            FIRM.. if unmoved >= LEAST => move_logs(connection, "PASSIVE"),
            SOFT..FIRM if unmoved >= LEAST => {
                // Already poked: one round at a time is enough.
                let _ = self.poke.as_ref().map(|poke| poke.try_send(()));
                Ok(false)
            }
            _ => Ok(false),
        });
        if let Err(fault) = moved {
            tracing::warn!(?fault, "the write-ahead log grows: a reader holds it");
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

/// How full the fuller log is, in bytes.
struct Fill {
    largest: i64,
    /// So much of it is not in the file yet.
    unmoved: i64,
}

/// The files' own lengths tell nothing: they are kept, and written over.
fn fill(connection: &rusqlite::Connection) -> Result<Fill, Fault> {
    let mut fill = Fill { largest: 0, unmoved: 0 };
    for file in ["main", "idx"] {
        let sql = format!("PRAGMA {file}.wal_checkpoint(NOOP)");
        sqlite::each(connection, &sql, &[], &mut |row| {
            let (pages, moved) = (row.int(1)?, row.int(2)?);
            fill.largest = fill.largest.max(pages * FRAME);
            fill.unmoved = fill.unmoved.max((pages - moved) * FRAME);
            Ok(())
        })?;
    }
    Ok(fill)
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
