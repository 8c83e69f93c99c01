//! The key ring: the vault's files in the folder `keys/`, apart from the data.
//!
//! | File | Content |
//! |---|---|
//! | `root.secret` | the root secret, unless it comes from elsewhere |
//! | `secrets.a`, `.b` | epoch keys, index key and ledger key, wrapped by the root |
//! | `slots.a`, `.b` | person keys, wrapped by an epoch key |
//! | `erased.a`, `.b` | the erasure list: random ids and days; digests of closed addresses |
//! | `known.a`, `.b` | how far the rest of the installation was, against old copies of it |
//! | `lock` | held by the one process that has the folder open |
//!
//! Each file is kept twice and checked block by block ([`twin`]). No file names a person.
//!
//! **Erasure** is durable in this order: the key goes on the erasure list; it is struck from memory
//! and caches; its slot is overwritten in both copies. A crash in between is finished by the next
//! opening, before any key can be read. All of it happens in place and in room made in advance, so
//! it works on a full disk. (On flash and copy-on-write file systems an overwritten block may
//! survive underneath; what makes it useless is the destruction of its epoch key.)
//!
//! Locks are always taken in the order `files`, `index`, `cache`, `pools`.

mod backup;
mod cache;
mod closed;
mod disk;
mod doomed;
mod erasures;
mod faults;
mod folder;
mod fuse;
mod known;
mod rotation;
mod secrets;
mod slots;
mod status;
#[cfg(test)]
mod tests;
mod twin;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use seloste_kernel::{Clock, Fault, KeyId, Lang, Random, RecordId, Timestamp};
use seloste_vault::block::{self, Check, FileKind, TRAILER};
use seloste_vault::{
    ClassTag, ClosedKey, EpochKey, Erased, Erasure, IndexKey, Installation, PersonKey, RootSecret,
    SigningKey, Slot, SystemKey, WrappedKey,
};

use cache::Cache;
use disk::Disk;
use doomed::Doomed;
use erasures::List;
use fuse::Fuse;
use secrets::Secrets;
use slots::{LOW, Pools, Slots};

pub use backup::Restored;
pub use folder::RootSource;
pub use known::{Known, Marks};
pub use rotation::{EPOCH_LENGTH, Tended};
pub use status::{EpochStatus, Status};

/// The texts of the key ring's faults: language, name, content.
pub const LOCALES: &[(Lang, &str, &str)] = &[
    (Lang::Fi, "register/fi/keys.ftl", include_str!("../../locales/fi/keys.ftl")),
    (Lang::Sv, "register/sv/keys.ftl", include_str!("../../locales/sv/keys.ftl")),
    (Lang::En, "register/en/keys.ftl", include_str!("../../locales/en/keys.ftl")),
];

/// The opened key folder of one installation.
pub struct Keyring {
    installation: Installation,
    root: RootSecret,
    index_key: IndexKey,
    closed_key: ClosedKey,
    system_key: SystemKey,
    signer: SigningKey,
    random: Arc<dyn Random>,
    clock: Arc<dyn Clock>,
    files: Mutex<Files>,
    index: RwLock<Index>,
    cache: Mutex<Cache>,
    pools: Mutex<Pools>,
    /// What a restore has just left out.
    doomed: Mutex<Doomed>,
    /// Reads of single slots, beside whoever is writing.
    reader: Disk,
    generation: AtomicU64,
    dir: PathBuf,
    known: Mutex<Known>,
    _lock: File,
}

/// What is written to.
struct Files {
    slots: Slots,
    secrets: Secrets,
    list: List,
}

/// What may be opened, and with what.
struct Index {
    slots: HashMap<KeyId, u64>,
    erased: HashSet<KeyId>,
    epochs: BTreeMap<u32, Arc<EpochKey>>,
}

fn held<T>(result: Result<T, PoisonError<T>>) -> T {
    // What a panicking thread leaves behind is consistent: files are written before memory.
    result.unwrap_or_else(PoisonError::into_inner)
}

impl Keyring {
    /// Makes the keys of a new installation in this folder, and opens it.
    ///
    /// # Errors
    /// `Environment` when the folder has keys already, others may read it, or the root secret is
    /// not where it should be; `StorageFull`.
    pub fn create(
        dir: &Path,
        root: RootSource,
        random: Arc<dyn Random>,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, Fault> {
        Self::create_with(dir, root, random, clock, Fuse::default())
    }

    fn create_with(
        dir: &Path,
        source: RootSource,
        random: Arc<dyn Random>,
        clock: Arc<dyn Clock>,
        fuse: Fuse,
    ) -> Result<Self, Fault> {
        folder::make(dir)?;
        let lock = folder::lock(dir)?;
        for file in [secrets::FILE, erasures::FILE, slots::FILE] {
            if let Some(present) = twin::paths(dir, file).iter().find(|path| path.exists()) {
                return Err(faults::exists(present));
            }
        }
        let root = folder::new_root(dir, &source, &*random)?;
        let mut installation = Installation::default();
        random.fill(&mut installation);
        Secrets::create(dir, &installation, &root, clock.now(), &*random, &fuse)?;
        List::create(dir, &installation, &fuse)?;
        Slots::create(dir, slots::FILE, &installation, &[], &fuse)?;
        folder::sync(dir)?;
        let ring = Self::open_locked(dir, root, random, clock, fuse, lock)?;
        known::write(dir, &ring.index_key, &Known::default())?;
        Ok(ring)
    }

    /// Opens the folder: mends what is damaged in one copy, finishes interrupted erasures and
    /// rotations, and only then gives out keys.
    ///
    /// # Errors
    /// `Environment` when keys are missing, damaged in both copies, of another installation or
    /// readable by others, when the root secret is absent or another, or when another process has
    /// the folder open. Nothing is changed then.
    pub fn open(
        dir: &Path,
        root: RootSource,
        random: Arc<dyn Random>,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, Fault> {
        Self::open_with(dir, root, random, clock, Fuse::default())
    }

    fn open_with(
        dir: &Path,
        source: RootSource,
        random: Arc<dyn Random>,
        clock: Arc<dyn Clock>,
        fuse: Fuse,
    ) -> Result<Self, Fault> {
        folder::refuse_unsafe(dir)?;
        for file in [slots::FILE, secrets::FILE, erasures::FILE, known::FILE] {
            let files = twin::paths(dir, file);
            if files.iter().all(|path| !path.exists()) {
                return Err(match file {
                    known::FILE => faults::nothing_known(&files[0]),
                    _ => faults::missing(&files[0]),
                });
            }
            files
                .iter()
                .filter(|path| path.exists())
                .try_for_each(|path| folder::refuse_unsafe(path))?;
        }
        let lock = folder::lock(dir)?;
        let root = folder::root(dir, &source)?;
        Self::open_locked(dir, root, random, clock, fuse, lock)
    }

    fn open_locked(
        dir: &Path,
        root: RootSecret,
        random: Arc<dyn Random>,
        clock: Arc<dyn Clock>,
        fuse: Fuse,
        lock: File,
    ) -> Result<Self, Fault> {
        let (secrets, installation) = Secrets::open(dir, &fuse)?;
        let opened = secrets.unwrap(&root, &installation)?;
        let (list, of_list) = List::open(dir, &fuse)?;
        let (slots, index, of_slots) = Slots::open(dir, &fuse)?;
        if of_list != installation || of_slots != installation {
            return Err(faults::foreign(dir));
        }
        let [first, _] = twin::paths(dir, slots::FILE);
        let ring = Self {
            installation,
            closed_key: root.closed_key(&installation)?,
            system_key: root.system_key(&installation)?,
            root,
            known: Mutex::new(known::read(dir, &opened.index)?),
            dir: dir.to_owned(),
            index_key: opened.index,
            signer: opened.signer,
            random,
            clock,
            files: Mutex::new(Files { slots, secrets, list }),
            index: RwLock::new(Index {
                slots: index,
                erased: HashSet::new(),
                epochs: opened.epochs,
            }),
            cache: Mutex::default(),
            pools: Mutex::default(),
            doomed: Mutex::default(),
            reader: Disk::open(first, fuse)?,
            generation: AtomicU64::new(0),
            _lock: lock,
        };
        ring.replay()?;
        ring.rewrap()?;
        Ok(ring)
    }

    fn files(&self) -> MutexGuard<'_, Files> {
        held(self.files.lock())
    }

    fn pools(&self) -> MutexGuard<'_, Pools> {
        held(self.pools.lock())
    }

    /// The installation's random name: the same in its data and in its keys.
    pub fn installation(&self) -> &Installation {
        &self.installation
    }

    /// The key of what is sealed and nobody's.
    pub(crate) fn system_key(&self) -> &SystemKey {
        &self.system_key
    }

    /// The key of blind lookups.
    pub(crate) fn index_key(&self) -> &IndexKey {
        &self.index_key
    }

    /// The ledger's signing key.
    pub fn signer(&self) -> &SigningKey {
        &self.signer
    }

    /// Grows whenever keys are shredded: what was computed with keys under another generation is
    /// to be dropped.
    pub(crate) fn generation(&self) -> u64 {
        self.generation.load(Ordering::Acquire)
    }

    /// New keys that lie ready: nothing is written and nobody waited for. `None` when
    /// [`Keyring::new_keys`] is to be asked, which may wait for the disk. Also whether it is time
    /// for [`Keyring::top_up`].
    pub(crate) fn spares(
        &self,
        register: &str,
        class: &str,
        count: usize,
    ) -> Option<(Vec<KeyId>, bool)> {
        let class = ClassTag::new(register, class);
        let mut pools = self.pools();
        let before = pools.left(class);
        let ids = pools.take(class, count)?;
        // Said once, by whoever takes the one that makes it so.
        Some((ids, before > LOW && pools.left(class) <= LOW))
    }

    /// New keys for one person's data of this register and class, durable in both copies. The
    /// person is not told to the key ring: the cells bind the keys' data to them.
    ///
    /// # Errors
    /// `StorageFull` or `Environment` when the disk does not take it.
    pub(crate) fn new_keys(
        &self,
        register: &str,
        class: &str,
        count: usize,
    ) -> Result<Vec<KeyId>, Fault> {
        let class = ClassTag::new(register, class);
        let mut files = self.files();
        if let Some(ids) = self.pools().take(class, count) {
            return Ok(ids);
        }
        self.refill(&mut files, class, count)
    }

    /// Makes keys ahead, unless there are many.
    ///
    /// # Errors
    /// As [`Keyring::new_keys`].
    pub(crate) fn top_up(&self, register: &str, class: &str) -> Result<(), Fault> {
        let class = ClassTag::new(register, class);
        let mut files = self.files();
        let left = self.pools().left(class);
        if left <= LOW { self.refill(&mut files, class, 0).map(drop) } else { Ok(()) }
    }

    /// Makes so many keys, which it gives, and a batch for the pool.
    fn refill(
        &self,
        files: &mut Files,
        class: ClassTag,
        count: usize,
    ) -> Result<Vec<KeyId>, Fault> {
        let epoch = self.newest_epoch()?;
        // Others may take more meanwhile; those are noted with the next batch.
        let taken = self.pools().taken();
        let with = (&*epoch, &*self.random);
        let made = files.slots.make(class, count + slots::BATCH, with, &taken)?;
        // A key is known before anybody can be given it.
        held(self.index.write()).slots.extend(made.iter().map(|spare| (spare.id, spare.number)));
        let mut pools = self.pools();
        pools.fill(class, made, taken.len());
        pools.take(class, count).ok_or_else(|| Fault::internal("a refilled pool is empty"))
    }

    /// Keys made before the last stop, of which only the database knows whether they were given
    /// to somebody. Ask it, and tell with [`Keyring::settle`]; until then they are kept unused.
    pub(crate) fn unclaimed(&self) -> Vec<KeyId> {
        self.files().slots.unclaimed()
    }

    /// Which of the unclaimed keys the database uses. **All others are given to new persons**, so
    /// call this only with the complete answer, before new keys are asked for.
    pub(crate) fn settle(&self, in_use: &HashSet<KeyId>) {
        self.files().slots.settle(&mut self.pools(), in_use);
    }

    /// The opened key.
    ///
    /// # Errors
    /// `Gone` when it was shredded; `Environment` when there never was such a key here, or its
    /// slot does not open.
    pub(crate) fn key(&self, id: KeyId) -> Result<Arc<PersonKey>, Fault> {
        let now = self.clock.now();
        if let Some(key) = held(self.cache.lock()).get(id, now) {
            return Ok(key);
        }
        // The index is held until the key is in the cache. Shredding strikes the key from both
        // under the same lock, so a key can never enter the cache after its shredding.
        let index = held(self.index.read());
        let number = index.find(id)?;
        if let Some(kept) = self.read_beside(number)?.filter(|kept| kept.id == id) {
            return self.open_kept(&index, &kept, now);
        }
        // The slot is being written this moment, or its first copy is damaged.
        drop(index);
        let mut files = self.files();
        let index = held(self.index.read());
        let kept = files.slots.key_at(index.find(id)?)?.filter(|kept| kept.id == id);
        self.open_kept(&index, &kept.ok_or_else(|| faults::unknown(id))?, now)
    }

    fn open_kept(
        &self,
        index: &Index,
        kept: &WrappedKey,
        now: Timestamp,
    ) -> Result<Arc<PersonKey>, Fault> {
        let epoch = index.epochs.get(&kept.epoch);
        let epoch = epoch.ok_or_else(|| faults::unknown(kept.id))?;
        let opened = epoch.unwrap(kept).map_err(|error| faults::unknown(kept.id).because(error))?;
        let key = Arc::new(opened);
        held(self.cache.lock()).put(Arc::clone(&key), now);
        Ok(key)
    }

    /// One slot of the first copy, without waiting for writers.
    fn read_beside(&self, number: u64) -> Result<Option<WrappedKey>, Fault> {
        let len = FileKind::Slots.block_len();
        let bytes = self.reader.read(number * len as u64, len)?;
        if !matches!(block::check(FileKind::Slots, number, &bytes), Check::Whole(_)) {
            return Ok(None);
        }
        let body = bytes.get(..len - TRAILER).unwrap_or_default();
        Ok(Slot::decode(body).and_then(|slot| slot.key().cloned()))
    }

    /// Decides that these keys are destroyed, and with them everything sealed under them, and that
    /// these records are erased, so that a restored backup does not bring them back. Doing it again
    /// does nothing. When this returns, the decision is durable and nobody gets the keys any more;
    /// [`Keyring::bury`] overwrites them.
    ///
    /// # Errors
    /// `StorageFull` when not even the room reserved for the erasure list is left: nothing was
    /// destroyed. Any other fault: call again, or open the folder again.
    pub(crate) fn condemn(&self, keys: &[KeyId], records: &[RecordId]) -> Result<(), Fault> {
        let keys = keys.iter().map(|id| self.entry(Erased::Key(*id)));
        let records = records.iter().map(|id| self.entry(Erased::Record(*id)));
        self.list(&mut self.files(), &keys.chain(records).collect::<Vec<_>>())
    }

    /// Overwrites the keys that were condemned. When this returns, it is durable.
    ///
    /// # Errors
    /// `Environment` when the disk does not take it: call again, or open the folder again, to
    /// finish it.
    pub(crate) fn bury(&self) -> Result<(), Fault> {
        self.files().slots.bury(&*self.random)
    }

    /// Puts on the list that this is from today on not what it was: a restored backup from before
    /// must not bring that back. Durable when this returns.
    ///
    /// # Errors
    /// As [`Keyring::condemn`].
    pub fn leave_behind(&self, what: &[u8]) -> Result<(), Fault> {
        self.leave_behind_on(what, self.today())
    }

    /// As [`Keyring::leave_behind`], on this day.
    pub(crate) fn leave_behind_on(&self, what: &[u8], day: i32) -> Result<(), Fault> {
        self.apply(&[Erasure { erased: Erased::Past(self.past(what, day)), day }])
    }

    /// The same for several at once.
    pub(crate) fn leave_all_behind_on(&self, all: &[Vec<u8>], day: i32) -> Result<(), Fault> {
        let entry = |what: &Vec<u8>| Erasure { erased: Erased::Past(self.past(what, day)), day };
        self.apply(&all.iter().map(entry).collect::<Vec<_>>())
    }

    /// Whether this was left behind on that day or later.
    pub fn was_left_behind(&self, what: &[u8], since: i32) -> bool {
        let files = self.files();
        (since..=self.today()).any(|day| files.list.contains(Erased::Past(self.past(what, day))))
    }

    /// Whether this was left behind on that day.
    pub(crate) fn was_left_behind_on(&self, what: &[u8], day: i32) -> bool {
        self.files().list.contains(Erased::Past(self.past(what, day)))
    }

    fn past(&self, what: &[u8], day: i32) -> [u8; 16] {
        self.index_key.digest("", "left behind", &[what, &day.to_be_bytes()].concat())
    }

    fn today(&self) -> i32 {
        day_of(self.clock.now())
    }

    fn entry(&self, erased: Erased) -> Erasure {
        Erasure { erased, day: self.today() }
    }

    /// The whole erasure list, to be copied off the machine (see [`Erasure::encode`]) and replayed
    /// on restored data.
    pub fn erasures(&self) -> Vec<Erasure> {
        self.files().list.entries().to_vec()
    }

    /// The day on which a key was destroyed; `None` for one that is not on the list.
    pub(crate) fn erased_on(&self, key: KeyId) -> Option<i32> {
        self.files().list.day(Erased::Key(key))
    }

    /// Whether this record is on the erasure list.
    pub(crate) fn is_erased(&self, record: RecordId) -> bool {
        self.files().list.contains(Erased::Record(record))
    }

    /// Makes a copy of the erasure list true here: adds what is missing, destroys what is named.
    ///
    /// # Errors
    /// As [`Keyring::condemn`].
    pub(crate) fn apply(&self, entries: &[Erasure]) -> Result<(), Fault> {
        let mut files = self.files();
        self.list(&mut files, entries)?;
        files.slots.bury(&*self.random)
    }

    fn list(&self, files: &mut Files, entries: &[Erasure]) -> Result<(), Fault> {
        files.list.append(entries)?;
        self.strike(files, entries);
        Ok(())
    }

    /// Finishes what the list demands and a crash interrupted.
    fn replay(&self) -> Result<(), Fault> {
        let mut files = self.files();
        let entries = files.list.entries().to_vec();
        self.strike(&mut files, &entries);
        files.slots.bury(&*self.random)
    }

    /// Makes the keys of these entries unreachable, in memory.
    fn strike(&self, files: &mut Files, entries: &[Erasure]) {
        let mut index = held(self.index.write());
        let mut cache = held(self.cache.lock());
        let mut doomed = Vec::new();
        for entry in entries {
            let Erased::Key(id) = entry.erased else { continue };
            cache.forget(id);
            index.erased.insert(id);
            doomed.extend(index.slots.remove(&id).map(|number| (id, number)));
        }
        if !doomed.is_empty() {
            files.slots.doom(&mut self.pools(), &doomed);
            self.generation.fetch_add(1, Ordering::AcqRel);
        }
    }

    /// Wipes keys that have been open for a minute from memory. For a job that runs every minute.
    pub fn forget_idle(&self) {
        held(self.cache.lock()).forget_old(self.clock.now());
    }
}

/// The day of a moment, as the erasure list tells it.
pub fn day_of(at: Timestamp) -> i32 {
    at.as_second().div_euclid(86_400).clamp(i32::MIN.into(), i32::MAX.into()) as i32
}

impl Index {
    fn find(&self, id: KeyId) -> Result<u64, Fault> {
        if self.erased.contains(&id) {
            return Err(faults::erased(id));
        }
        self.slots.get(&id).copied().ok_or_else(|| faults::unknown(id))
    }
}
