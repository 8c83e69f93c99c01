//! The slot file: person keys, wrapped, each in a slot that is overwritten when it is shredded.
//!
//! Keys are made in batches ahead of need (*spares*), one small pool for each register and class,
//! and are durable in both copies before the first is given out. Giving one out then costs no disk
//! write: what binds a key to its person is the database row and the cells, not the slot. Whoever
//! takes one waits for no file, and the next batch is made when a pool is half empty. That a spare
//! was taken is noted with it. After a restart the file cannot tell which of the
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

/// A pool with so many keys left wants more.
pub(super) const LOW: usize = BATCH / 2;

/// By a multiple of so many slots the file grows (64 KiB).
const CHUNK: u64 = 256;

/// A key that nobody has yet, and where it is.
#[derive(Clone, Copy)]
pub(super) struct Spare {
    pub(super) id: KeyId,
    pub(super) number: u64,
}

/// Keys that are ready to be given out.
#[derive(Default)]
pub(super) struct Pools {
    spares: HashMap<ClassTag, Vec<Spare>>,
    /// Slots whose key was given out, while the file still says spare.
    taken: Vec<u64>,
}

impl Pools {
    /// Takes keys from the pool, if it has so many.
    pub(super) fn take(&mut self, class: ClassTag, count: usize) -> Option<Vec<KeyId>> {
        let pool = self.spares.get_mut(&class)?;
        let given = pool.split_off(pool.len().checked_sub(count)?);
        self.taken.extend(given.iter().map(|spare| spare.number));
        Some(given.into_iter().map(|spare| spare.id).collect())
    }

    /// How many keys are left for a class.
    pub(super) fn left(&self, class: ClassTag) -> usize {
        self.spares.get(&class).map_or(0, Vec::len)
    }

    /// Puts new keys into the pool; these many taken ones are noted in the file now.
    pub(super) fn fill(&mut self, class: ClassTag, made: Vec<Spare>, noted: usize) {
        self.taken.drain(..noted.min(self.taken.len()));
        self.spares.entry(class).or_default().extend(made);
    }

    /// Slots whose keys were given out and are not noted yet, in the order of their taking.
    pub(super) fn taken(&self) -> Vec<u64> {
        self.taken.clone()
    }

    /// All that are ready.
    pub(super) fn spares(&self) -> usize {
        self.spares.values().map(Vec::len).sum()
    }
}

pub(super) struct Slots {
    twin: Twin,
    /// Under which epoch each slot's key is wrapped; slots without a key are not in here.
    epochs: BTreeMap<u64, u32>,
    free: Vec<u64>,
    /// Spares from before the restart.
    unclaimed: HashMap<KeyId, (ClassTag, Spare)>,
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
        let doomed = Vec::new();
        Ok((Self { twin, epochs, free, unclaimed, doomed }, index, installation))
    }

    pub(super) fn mended(&self) -> u64 {
        self.twin.mended
    }

    pub(super) fn free(&self) -> usize {
        self.free.len()
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

    /// Makes so many keys, durable in both copies, and notes of these slots that their keys were
    /// given out.
    pub(super) fn make(
        &mut self,
        class: ClassTag,
        count: usize,
        (epoch, random): (&EpochKey, &dyn Random),
        taken: &[u64],
    ) -> Result<Vec<Spare>, Fault> {
        let missing = count.saturating_sub(self.free.len()) as u64;
        if missing > 0 {
            let first = self.twin.blocks();
            // By a quarter at least: a longer file costs a long wait for the disk.
            self.twin.grow(missing.max(first / 4).next_multiple_of(CHUNK))?;
            self.free.splice(0..0, (first..self.twin.blocks()).rev());
        }
        let numbers = self.free.split_off(self.free.len().saturating_sub(count));
        let mut made = Vec::with_capacity(count);
        let mut bodies = self.confirm_taken(taken, random)?;
        for number in &numbers {
            let key = epoch.wrap(&PersonKey::generate(class, random)?, random)?;
            made.push(Spare { id: key.id, number: *number });
            bodies.push((*number, Slot::Spare(key).encode(random)));
        }
        if let Err(fault) = self.twin.write(&bodies) {
            self.free.extend(numbers);
            return Err(fault);
        }
        self.epochs.extend(numbers.iter().map(|number| (*number, epoch.id())));
        Ok(made)
    }

    /// The blocks that say of taken spares that they are live.
    fn confirm_taken(
        &mut self,
        taken: &[u64],
        random: &dyn Random,
    ) -> Result<Vec<(u64, Vec<u8>)>, Fault> {
        let mut bodies = Vec::with_capacity(taken.len());
        for number in taken {
            if let Some(key) = self.key_at(*number)? {
                bodies.push((*number, Slot::Live(key).encode(random)));
            }
        }
        Ok(bodies)
    }

    /// Sorts the spares from before the restart: those in use stay with their persons, the others
    /// go back to their pools.
    pub(super) fn settle(&mut self, pools: &mut Pools, in_use: &HashSet<KeyId>) {
        for (id, (class, spare)) in self.unclaimed.drain() {
            if in_use.contains(&id) {
                pools.taken.push(spare.number);
            } else {
                pools.spares.entry(class).or_default().push(spare);
            }
        }
    }

    /// Marks slots for overwriting; nobody gets their keys any more.
    pub(super) fn doom(&mut self, pools: &mut Pools, slots: &[(KeyId, u64)]) {
        let (ids, numbers): (HashSet<KeyId>, HashSet<u64>) = slots.iter().copied().unzip();
        pools.taken.retain(|number| !numbers.contains(number));
        self.unclaimed.retain(|id, _| !ids.contains(id));
        for pool in pools.spares.values_mut() {
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
