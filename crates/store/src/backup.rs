//! A copy of all rows in one file, in a form of its own that both engines read: a backup of one
//! can be restored into the other.
//!
//! In it: sealed bodies, digests of nothing, no keys. Left out: the lookups, which are rebuilt;
//! the sessions, so that nobody is signed in by a restore.
//!
//! Form: a head (`seloste-rows`, schema version), then per table `T`, its name and the names of
//! its columns; per row `R` and its values; at the end `E`, the number of rows and the SHA-256
//! of all before. Texts and bytes have their length before them; numbers are big-endian.

mod read;
mod write;

use std::path::Path;

use aws_lc_rs::digest::{Context, SHA256};
use seloste_kernel::{Fault, FaultKind};

use crate::store::Store;
use crate::tables::{lookups, meta};
use crate::tx::Tx;

/// The file of a backup, in the folder given.
pub const BACKUP_FILE: &str = "rows.backup";

/// First bytes of the file.
const HEAD: &[u8] = b"seloste-rows 1\n";

/// The tables of a backup, in an order in which their references hold.
const TABLES: &[&str] = &[
    "kinds",
    "policies",
    "persons",
    "person_keys",
    "records",
    "holds",
    "accesses",
    "notices",
    "publications",
    "jobs",
    "job_runs",
    "proofs",
    "attestations",
    "erasures",
    "counters",
    "commands",
    "meta",
    "outbox",
];

/// Tables that are not in backups from before these versions of the tables.
const SINCE: &[(&str, i64)] = &[("publications", 6)];

/// The tables of a backup of this version.
fn tables(version: i64) -> impl Iterator<Item = &'static str> {
    let there =
        move |table: &&str| SINCE.iter().all(|(later, since)| later != table || *since <= version);
    TABLES.iter().copied().filter(there)
}

/// What no backup holds and a restore may have left all the same.
const OTHERS: &[&str] = &["sessions", "limits"];

/// The fact by which a restore that has not come to its end is known.
const RESTORING: &str = "restoring";

/// What a backup holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// How many rows.
    pub rows: u64,
    /// SHA-256 of the file before its last 32 bytes, which hold it too.
    pub digest: [u8; 32],
}

impl Store {
    /// Writes all rows, as they are at one moment, into a file in `dir`.
    ///
    /// # Errors
    /// `StorageFull` or `Environment` when the file cannot be written.
    pub fn backup(&self, dir: &Path) -> Result<Backup, Fault> {
        std::fs::create_dir_all(dir).map_err(|error| crate::fault::file(dir, &error))?;
        let path = dir.join(BACKUP_FILE);
        self.read_now(move |tx| write::write(tx, &path))
    }

    /// Fills this store from a backup, of whichever engine. It must be empty, or hold what a restore
    /// left that was interrupted; that goes. Until [`end_restore`](Self::end_restore) it is half
    /// restored. Afterwards the lookups are stale ([`lookups::stale`]) and must be rebuilt; what was erased since the
    /// backup must be erased again before anybody is served.
    ///
    /// # Errors
    /// `Environment`: damaged, of another version of the program, or this store is not empty.
    pub fn restore(&self, dir: &Path) -> Result<Backup, Fault> {
        let path = dir.join(BACKUP_FILE);
        verify_backup(&path)?;
        let place = self.place();
        let restored = self.write_now(move |tx| {
            if meta::get(tx, RESTORING)?.is_some() {
                empty(tx)?;
            }
            for table in TABLES {
                let sql = format!("SELECT COUNT(*) FROM {table}");
                if tx.one(&sql, &[], |row| row.int(0))? > 0 {
                    let fault = Fault::new(FaultKind::Environment, "store-not-empty");
                    return Err(fault.with("place", place));
                }
            }
            let restored = read::fill(tx, &path)?;
            // In the same transaction: rows are never there without it.
            meta::put(tx, RESTORING, "1")?;
            lookups::mark_stale(tx)?;
            let next = crate::tables::outbox::next_order(tx)?;
            tx.raise_order(next);
            Ok(restored)
        })?;
        Ok(restored)
    }

    /// Refuses a store whose restore has not come to its end: what was erased since the backup may
    /// be in it.
    ///
    /// # Errors
    /// `Environment` until the restore was done again.
    pub fn refuse_half_restored(&self) -> Result<(), Fault> {
        match self.read_now(|tx| meta::get(tx, RESTORING))? {
            None => Ok(()),
            Some(_) => {
                let fault = Fault::new(FaultKind::Environment, "store-half-restored");
                Err(fault.with("place", self.place()))
            }
        }
    }

    /// The restore is done.
    ///
    /// # Errors
    /// Only the engine's.
    pub fn end_restore(tx: &mut Tx) -> Result<(), Fault> {
        meta::delete(tx, RESTORING)
    }
}

/// Takes out what an interrupted restore left.
fn empty(tx: &mut Tx) -> Result<(), Fault> {
    lookups::clear(tx)?;
    // What refers to others goes first.
    for table in OTHERS.iter().chain(TABLES.iter().rev()) {
        tx.execute(&format!("DELETE FROM {table}"), &[])?;
    }
    Ok(())
}

/// A backup of whatever tables there are.
#[cfg(test)]
pub(crate) fn write_as_it_is(tx: &mut crate::tx::Tx, path: &Path) -> Result<Backup, Fault> {
    write::write(tx, path)
}

/// Reads a backup through without a database.
///
/// # Errors
/// `Environment` when it is not whole or not of this version of the program.
pub fn verify_backup(path: &Path) -> Result<Backup, Fault> {
    read::each(path, &mut |_| Ok(()))
}

/// The running digest of a file.
struct Digest(Context);

impl Digest {
    fn new() -> Self {
        Self(Context::new(&SHA256))
    }

    fn finish(self) -> [u8; 32] {
        let mut digest = [0; 32];
        digest.copy_from_slice(self.0.finish().as_ref());
        digest
    }
}
