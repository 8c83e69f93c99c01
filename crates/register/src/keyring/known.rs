//! What the key ring knows of the rest of the installation, so that an old copy of it is not taken
//! for the present one: kept twice, sealed by the index key.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use seloste_kernel::Fault;
use seloste_store::{MARK_LEN, Marker};
use seloste_vault::{IndexKey, MarkKey, digests_match};
use serde::{Deserialize, Serialize};

use super::{Keyring, faults, folder, held, twin};

pub(super) const FILE: &str = "known";

/// What is known.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// Whether the database's rows carry marks: from then on those without one are no rows.
    pub marked: bool,
    /// How many entries the ledger had at least.
    pub ledger: u64,
    /// When this installation was made of a backup, in milliseconds since 1970; what had been
    /// written since then in the installation it was copied from is known not to be here.
    pub restored_ms: Option<i64>,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    known: Known,
    seal: [u8; 16],
}

fn seal(key: &IndexKey, known: &Known) -> Result<[u8; 16], Fault> {
    let said = serde_json::to_vec(known).map_err(Fault::internal)?;
    Ok(key.digest("", "known", &said))
}

/// What is known: of two whole copies the one that tells more.
pub(super) fn read(dir: &Path, key: &IndexKey) -> Result<Known, Fault> {
    let (mut found, mut spoilt): (Option<Known>, _) = (None, None);
    for path in twin::paths(dir, FILE) {
        let bytes = match fs::read(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => continue,
            read => read.map_err(|error| faults::io(&path, &error))?,
        };
        let kept = serde_json::from_slice::<Kept>(&bytes).ok();
        match kept {
            Some(kept) if digests_match(&seal(key, &kept.known)?, &kept.seal) => {
                if found.as_ref().is_none_or(|known| known.ledger < kept.known.ledger) {
                    found = Some(kept.known);
                }
            }
            _ => spoilt = Some(path),
        }
    }
    match (found, spoilt) {
        (Some(known), _) => Ok(known),
        (None, Some(path)) => Err(faults::damaged(&path, 1)),
        (None, None) => Ok(Known::default()),
    }
}

/// Writes both copies. They are there from the beginning, so that a folder without them has lost them.
pub(super) fn write(dir: &Path, key: &IndexKey, known: &Known) -> Result<(), Fault> {
    let kept = Kept { seal: seal(key, known)?, known: known.clone() };
    let bytes = serde_json::to_vec(&kept).map_err(Fault::internal)?;
    for path in twin::paths(dir, FILE) {
        let aside = path.with_extension("new");
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true).mode(0o600);
        options
            .open(&aside)
            .and_then(|mut file| file.write_all(&bytes).and_then(|()| file.sync_all()))
            .and_then(|()| fs::rename(&aside, &path))
            .map_err(|error| faults::io(&path, &error))?;
    }
    folder::sync(dir)
}

impl Keyring {
    /// What the key ring knows of the rest of the installation.
    pub fn known(&self) -> Known {
        held(self.known.lock()).clone()
    }

    /// Notes what is known now, durably; nothing is written when nothing changes.
    ///
    /// # Errors
    /// `StorageFull` or `Environment` when the folder cannot be written.
    pub fn note(&self, change: impl FnOnce(&mut Known)) -> Result<(), Fault> {
        let mut known = held(self.known.lock());
        let mut next = known.clone();
        change(&mut next);
        if next != *known {
            write(&self.dir, &self.index_key, &next)?;
            *known = next;
        }
        Ok(())
    }

    /// Who makes and knows the marks of the database's rows.
    pub fn marker(&self) -> Marks {
        Marks { key: self.index_key.mark_key(), marked: self.known().marked }
    }
}

/// The key of marks in the store's hands.
pub struct Marks {
    key: MarkKey,
    marked: bool,
}

impl Marker for Marks {
    fn mark(&self, said: &[u8]) -> [u8; MARK_LEN] {
        self.key.mark(said)
    }

    fn may_begin(&self) -> Result<(), Fault> {
        if self.marked { Err(faults::marks_gone()) } else { Ok(()) }
    }
}
