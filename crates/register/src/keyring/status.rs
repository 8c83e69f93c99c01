//! What the operator and the promise board see of the keys. Counts only.

use seloste_kernel::Timestamp;
use seloste_vault::Erased;

use super::{Keyring, held};

/// One epoch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EpochStatus {
    /// Its number.
    pub id: u32,
    /// When it began.
    pub begun: Timestamp,
    /// How many keys are under it.
    pub keys: usize,
}

/// The state of the key folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// Keys that open, spares included.
    pub keys: usize,
    /// Keys made ahead of need.
    pub spares: usize,
    /// Keys of which only the database knows whether they are in use.
    pub unclaimed: usize,
    /// Slots without a key.
    pub free_slots: usize,
    /// Keys on the erasure list.
    pub erased_keys: usize,
    /// Records on the erasure list.
    pub erased_records: usize,
    /// How many more erasures need no disk space.
    pub erasure_room: u64,
    /// Keys open in memory.
    pub cached: usize,
    /// Blocks that were damaged in one copy and mended when the folder was opened.
    pub mended: u64,
    /// The epochs, oldest first.
    pub epochs: Vec<EpochStatus>,
    /// The clock is behind the newest epoch's beginning: epochs will be destroyed late.
    pub clock_behind: bool,
    /// See [`Keyring::generation`].
    pub generation: u64,
}

impl Keyring {
    /// How long the erasure list is; it only grows.
    pub fn erasure_count(&self) -> usize {
        self.files().list.entries().len()
    }

    /// The state of the key folder.
    pub fn status(&self) -> Status {
        let files = self.files();
        let made = files.secrets.epochs();
        let under = files.slots.keys_by_epoch();
        let now_s = self.clock.now().as_second();
        let is_key = |erased: &Erased| matches!(erased, Erased::Key(_));
        let erased_keys = files.list.entries().iter().filter(|entry| is_key(&entry.erased)).count();
        Status {
            keys: held(self.index.read()).slots.len(),
            spares: self.pools().spares(),
            unclaimed: files.slots.unclaimed().len(),
            free_slots: files.slots.free(),
            erased_keys,
            erased_records: files.list.entries().len() - erased_keys,
            erasure_room: files.list.room(),
            cached: held(self.cache.lock()).len(),
            mended: files.slots.mended() + files.secrets.mended() + files.list.mended(),
            epochs: made
                .iter()
                .map(|(id, made_s)| EpochStatus {
                    id: *id,
                    begun: Timestamp::from_second(*made_s).unwrap_or_default(),
                    keys: under.get(id).copied().unwrap_or_default(),
                })
                .collect(),
            clock_behind: made.values().any(|made_s| *made_s > now_s),
            generation: self.generation(),
        }
    }
}
