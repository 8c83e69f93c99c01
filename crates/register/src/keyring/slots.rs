//! The slot file: person keys, wrapped, each in a slot that is overwritten when it is shredded.
//!
//! Keys are made in batches ahead of need (*spares*), one small pool for each register and class,
//! and are durable in both copies before the first is given out. Giving one out then costs no disk
//! write: what binds a key to its person is the database row and the cells, not the slot. That a
//! spare was taken is noted with the next batch. After a restart the file cannot tell which of the
//! last spares were taken, so they are *unclaimed*: they open what they sealed, but are given to
//! nobody until the database has been asked which are in use.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;
use std::sync::Arc;

use seloste_kernel::{Fault, KeyId, Random};
use seloste_vault::block::FileKind;
use seloste_vault::{ClassTag, EpochKey, Installation, PersonKey, Slot, WrappedKey};

use super::fuse::Fuse;
use super::twin::{Twin, paths};

pub(super) const FILE: &str = "slots";

/// How many keys are made at a time beyond those asked for.
pub(super) const BATCH: usize = 64;

/// By a multiple of so many slots the file grows (64 KiB).
const CHUNK: u64 = 256;

#[derive(Clone, Copy)]
struct Spare {
    id: KeyId,
    number: u64,
}

pub(super) struct Slots {
    twin: Twin,
    /// Under which epoch each slot's key is wrapped; slots without a key are not in here.
    epochs: BTreeMap<u64, u32>,
    free: Vec<u64>,
    pools: HashMap<ClassTag, Vec<Spare>>,
    /// Spares from before the restart.
    unclaimed: HashMap<KeyId, (ClassTag, Spare)>,
    /// Slots whose key was given out, while the file still says spare.
    taken: Vec<u64>,
    /// Slots to be overwritten: their keys are on the erasure list.
    doomed: Vec<u64>,
}

impl Slots {
    /// A new file with these slots' bodies.
    pub(super) fn create(
        dir: &Path,
        file: &str,
        installation: &Installation,
        bodies: &[Vec<u8>],
        fuse: &Fuse,
    ) -> Result<(), Fault> {
        let files = paths(dir, file);
        Twin::create(files, FileKind::Slots, installation, bodies, CHUNK, fuse)?;
        Ok(())
    }

    /// Opens the file; gives where each key is.
    pub(super) fn open(
        dir: &Path,
        fuse: &Fuse,
    ) -> Result<(Self, HashMap<KeyId, u64>, Installation), Fault> {
        let (mut epochs, mut index) = (BTreeMap::new(), HashMap::new());
        let mut unclaimed = HashMap::new();
        let files = paths(dir, FILE);
        let (twin, installation) = Twin::open(files, FileKind::Slots, fuse, |number, body| {
            let slot = Slot::decode(body)?;
            if let Some(key) = slot.key() {
                epochs.insert(number, key.epoch);
                index.insert(key.id, number);
                if let Slot::Spare(key) = &slot {
                    unclaimed.insert(key.id, (key.class, Spare { id: key.id, number }));
                }
            }
            Some(())
        })?;
        let free = (1..twin.blocks()).rev().filter(|number| !epochs.contains_key(number)).collect();
        let (pools, taken, doomed) = (HashMap::new(), Vec::new(), Vec::new());
        Ok((Self { twin, epochs, free, pools, unclaimed, taken, doomed }, index, installation))
    }

    pub(super) fn mended(&self) -> u64 {
        self.twin.mended
    }

    pub(super) fn free(&self) -> usize {
        self.free.len()
    }

    pub(super) fn spares(&self) -> usize {
        self.pools.values().map(Vec::len).sum()
    }

    pub(super) fn unclaimed(&self) -> Vec<KeyId> {
        self.unclaimed.keys().copied().collect()
    }

    /// How many keys each epoch wraps.
    pub(super) fn keys_by_epoch(&self) -> BTreeMap<u32, usize> {
        let mut count = BTreeMap::new();
        self.epochs.values().for_each(|epoch| *count.entry(*epoch).or_default() += 1);
        count
    }

    pub(super) fn export(&mut self) -> Result<Vec<u8>, Fault> {
        self.twin.export()
    }

    /// The wrapped key in this slot, whichever copy has it.
    pub(super) fn key_at(&mut self, number: u64) -> Result<Option<WrappedKey>, Fault> {
        Ok(Slot::decode(&self.twin.read_body(number)?).and_then(|slot| slot.key().cloned()))
    }

    /// Takes keys from the pool, if it has so many.
    pub(super) fn take(&mut self, class: ClassTag, count: usize) -> Option<Vec<KeyId>> {
        let pool = self.pools.entry(class).or_default();
        let taken = pool.split_off(pool.len().checked_sub(count)?);
        self.taken.extend(taken.iter().map(|spare| spare.number));
        Some(taken.into_iter().map(|spare| spare.id).collect())
    }

    /// Makes at least so many spares, durable in both copies; gives where each is.
    pub(super) fn refill(
        &mut self,
        class: ClassTag,
        count: usize,
        epoch: &EpochKey,
        random: &dyn Random,
    ) -> Result<Vec<(KeyId, u64)>, Fault> {
        let count = count + BATCH;
        let missing = count.saturating_sub(self.free.len()) as u64;
        if missing > 0 {
            let first = self.twin.blocks();
            // By a quarter at least: a longer file costs a long wait for the disk.
            self.twin.grow(missing.max(first / 4).next_multiple_of(CHUNK))?;
            self.free.splice(0..0, (first..self.twin.blocks()).rev());
        }
        let numbers = self.free.split_off(self.free.len().saturating_sub(count));
        let mut made = Vec::with_capacity(count);
        let mut bodies = self.confirm_taken(random)?;
        for number in &numbers {
            let key = epoch.wrap(&PersonKey::generate(class, random)?, random)?;
            made.push(Spare { id: key.id, number: *number });
            bodies.push((*number, Slot::Spare(key).encode(random)));
        }
        if let Err(fault) = self.twin.write(&bodies) {
            self.free.extend(numbers);
            return Err(fault);
        }
        self.taken.clear();
        self.epochs.extend(numbers.iter().map(|number| (*number, epoch.id())));
        self.pools.entry(class).or_default().extend(&made);
        Ok(made.into_iter().map(|spare| (spare.id, spare.number)).collect())
    }

    /// The blocks that say of taken spares that they are live.
    fn confirm_taken(&mut self, random: &dyn Random) -> Result<Vec<(u64, Vec<u8>)>, Fault> {
        let mut bodies = Vec::with_capacity(self.taken.len());
        for number in self.taken.clone() {
            if let Some(key) = self.key_at(number)? {
                bodies.push((number, Slot::Live(key).encode(random)));
            }
        }
        Ok(bodies)
    }

    /// Sorts the spares from before the restart: those in use stay with their persons, the others
    /// go back to their pools.
    pub(super) fn settle(&mut self, in_use: &HashSet<KeyId>) {
        for (id, (class, spare)) in self.unclaimed.drain() {
            if in_use.contains(&id) {
                self.taken.push(spare.number);
            } else {
                self.pools.entry(class).or_default().push(spare);
            }
        }
    }

    /// Marks slots for overwriting; nobody gets their keys any more.
    pub(super) fn doom(&mut self, slots: &[(KeyId, u64)]) {
        let (ids, numbers): (HashSet<KeyId>, HashSet<u64>) = slots.iter().copied().unzip();
        self.taken.retain(|number| !numbers.contains(number));
        self.unclaimed.retain(|id, _| !ids.contains(id));
        for pool in self.pools.values_mut() {
            pool.retain(|spare| !ids.contains(&spare.id));
        }
        self.doomed.extend(numbers);
    }

    /// Overwrites the doomed slots with random bytes in both copies; they are free then.
    pub(super) fn bury(&mut self, random: &dyn Random) -> Result<(), Fault> {
        let bodies: Vec<_> =
            self.doomed.iter().map(|number| (*number, Slot::Shredded.encode(random))).collect();
        self.twin.write(&bodies)?;
        for number in self.doomed.drain(..) {
            self.epochs.remove(&number);
            self.free.push(number);
        }
        Ok(())
    }

    /// Slots whose key is not wrapped under this epoch.
    pub(super) fn not_under(&self, epoch: u32) -> Vec<u64> {
        self.epochs.iter().filter(|(_, of)| **of != epoch).map(|(number, _)| *number).collect()
    }

    /// Wraps these slots' keys anew under the newest epoch. Gives how many did not open; they are
    /// left as they are, and keep their epoch alive.
    pub(super) fn rewrap(
        &mut self,
        numbers: &[u64],
        epochs: &BTreeMap<u32, Arc<EpochKey>>,
        newest: &EpochKey,
        random: &dyn Random,
    ) -> Result<usize, Fault> {
        let (mut bodies, mut unopened) = (Vec::with_capacity(numbers.len()), 0);
        for number in numbers {
            // A slot that was shredded meanwhile, or is about to be.
            if !self.epochs.contains_key(number) || self.doomed.contains(number) {
                continue;
            }
            let Some(slot) = Slot::decode(&self.twin.read_body(*number)?) else { continue };
            let Some(kept) = slot.key() else { continue };
            let Some(Ok(key)) = epochs.get(&kept.epoch).map(|epoch| epoch.unwrap(kept)) else {
                unopened += 1;
                continue;
            };
            let kept = newest.wrap(&key, random)?;
            let slot = match slot {
                Slot::Spare(_) => Slot::Spare(kept),
                _ => Slot::Live(kept),
            };
            bodies.push((*number, slot.encode(random)));
        }
        self.twin.write(&bodies)?;
        self.epochs.extend(bodies.iter().map(|(number, _)| (*number, newest.id())));
        Ok(unopened)
    }
}
