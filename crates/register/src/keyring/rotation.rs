//! Epochs: a new wrapping key every week, and the destruction of those that no backup needs.
//!
//! Rotating makes the new epoch key durable first, then wraps the keys of all slots anew, a batch
//! at a time. Killed anywhere, some keys are under the old epoch and some under the new; both are
//! kept, and the next opening goes on. An old epoch key is destroyed only when no slot is under it.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::SignedDuration;
use seloste_kernel::{Fault, Timestamp};
use seloste_vault::EpochKey;

use super::{Keyring, held};

/// How long one epoch key wraps new keys.
pub const EPOCH_LENGTH: SignedDuration = SignedDuration::from_hours(7 * 24);

/// How many slots are wrapped anew at a time; others may use the files in between.
const BATCH: usize = 1024;

/// What [`Keyring::tend`] did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tended {
    /// The epoch that was begun, if one was due.
    pub begun: Option<u32>,
    /// The epochs whose keys were destroyed.
    pub destroyed: Vec<u32>,
}

impl Keyring {
    pub(super) fn newest_epoch(&self) -> Result<Arc<EpochKey>, Fault> {
        let index = held(self.index.read());
        let newest = index.epochs.last_key_value().map(|(_, key)| Arc::clone(key));
        newest.ok_or_else(|| Fault::internal("a key ring without an epoch"))
    }

    /// The weekly care, for a daily job: begins a new epoch when one is due and destroys those
    /// that ended longer ago than `window`, the age at which the last backup is deleted.
    ///
    /// # Errors
    /// `StorageFull` or `Environment` when the disk does not take it. Keys stay usable.
    ///
    /// `now` is a moment that can be trusted: what is destroyed by it does not come back.
    pub fn tend(&self, now: Timestamp, window: SignedDuration) -> Result<Tended, Fault> {
        let newest = self.files().secrets.epochs().into_values().last().unwrap_or(i64::MAX);
        let age = now.as_second().saturating_sub(newest);
        let due = age >= EPOCH_LENGTH.as_secs();
        let begun = if due { Some(self.rotate_at(now)?) } else { None };
        Ok(Tended { begun, destroyed: self.destroy_epochs_older_than(now, window)? })
    }

    /// Begins a new epoch and wraps all keys anew; gives its number.
    ///
    /// # Errors
    /// `StorageFull` or `Environment` when the disk does not take it. Keys stay usable.
    pub fn rotate_epoch(&self) -> Result<u32, Fault> {
        self.rotate_at(self.clock.now())
    }

    fn rotate_at(&self, now: Timestamp) -> Result<u32, Fault> {
        let mut files = self.files();
        let id = self.newest_epoch()?.id().checked_add(1);
        let id = id.ok_or_else(|| Fault::internal("no more epochs"))?;
        let key = EpochKey::generate(id, &*self.random);
        files.secrets.add_epoch(&key, &self.root, &self.installation, now, &*self.random)?;
        held(self.index.write()).epochs.insert(id, Arc::new(key));
        drop(files);
        self.rewrap()?;
        Ok(id)
    }

    /// Wraps every key under the newest epoch that is not there yet.
    pub(super) fn rewrap(&self) -> Result<(), Fault> {
        let newest = self.newest_epoch()?;
        let stale = self.files().slots.not_under(newest.id());
        let epochs = held(self.index.read()).epochs.clone();
        let mut unopened = 0;
        for batch in stale.chunks(BATCH) {
            unopened += self.files().slots.rewrap(batch, &epochs, &newest, &*self.random)?;
        }
        if unopened > 0 {
            tracing::error!(keys = unopened, "keys that do not open were left in their old epoch");
        }
        Ok(())
    }

    /// Destroys the keys of epochs that ended longer ago than `window` and wrap nothing any more.
    /// Every copy of a slot from their time, wherever it is, opens nothing after this.
    ///
    /// A clock that went backwards makes epochs look younger, so it delays and never hastens.
    ///
    /// # Errors
    /// `Environment` when the disk does not take it.
    pub fn destroy_epochs_older_than(
        &self,
        now: Timestamp,
        window: SignedDuration,
    ) -> Result<Vec<u32>, Fault> {
        let mut files = self.files();
        let in_use = files.slots.keys_by_epoch();
        let now_s = now.as_second();
        let old: Vec<u32> = ended(&files.secrets.epochs())
            .filter(|(id, end_s)| {
                now_s.saturating_sub(*end_s) >= window.as_secs() && !in_use.contains_key(id)
            })
            .map(|(id, _)| id)
            .collect();
        if !old.is_empty() {
            files.secrets.destroy_epochs(&old, &*self.random)?;
            held(self.index.write()).epochs.retain(|id, _| !old.contains(id));
        }
        Ok(old)
    }
}

/// All epochs but the newest, each with the time at which the next one began.
fn ended(made: &BTreeMap<u32, i64>) -> impl Iterator<Item = (u32, i64)> {
    made.keys().copied().zip(made.values().copied().skip(1))
}
