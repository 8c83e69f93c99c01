//! Brings what waits in the database into the tree, and signs.
//!
//! Order: tiles, checkpoint, database. A crash, or a step that fails, leaves either files beyond
//! the checkpoint, which nobody has seen signed and which are removed, or entries in the tree that
//! still wait in the database, which are recognised by their ids. Nothing more is added before
//! that is settled: an entry that is in the tree and waits would get in twice.

use std::collections::HashSet;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use seloste_kernel::{EntryId, Fault};

use super::checkpoint::{Checkpoint, PublicKey, Signer};
use super::disk;
use super::entry::View;
use super::forgotten::Known;
use super::tiles::{self, Row, Tile, Tiles};
use super::tree::{self, Hash};
use super::{Entry, Proof};
use crate::fault;
use crate::store::{self, Store};
use crate::tables::outbox::{self, Waiting};

/// Most entries brought into the tree under one checkpoint. More wait for the next.
const BATCH: i64 = 4096;
/// The file of the newest checkpoint.
pub(crate) const CHECKPOINT_FILE: &str = "checkpoint";

/// The ledger of one store. One process at a time has it open.
pub struct Ledger {
    dir: PathBuf,
    signer: Arc<dyn Signer>,
    store: Arc<Store>,
    head: Mutex<Head>,
    forgotten: Mutex<Known>,
    _lock: File,
}

/// How far the ledger is.
#[derive(Default)]
pub(super) struct Head {
    /// The newest checkpoint.
    pub(super) last: Option<Checkpoint>,
    /// A checkpoint that was given to the disk, as long as it may be there or not.
    tried: Option<Checkpoint>,
    /// A batch was begun and did not come to its end.
    unfinished: bool,
}

impl Head {
    fn size(&self) -> u64 {
        self.last.as_ref().map_or(0, |last| last.size)
    }
}

impl Ledger {
    /// Opens or makes the ledger in `dir` and finishes what a crash interrupted.
    ///
    /// # Errors
    /// `Environment`: in use, damaged as far as a look at its end and at the names of its files tells
    /// ([`super::verify`] tells all), older or newer than the database (one of them was put back
    /// from an old copy), or signed by another key.
    pub fn open(dir: &Path, signer: Arc<dyn Signer>, store: Arc<Store>) -> Result<Self, Fault> {
        Self::open_as(dir, signer, store, false)
    }

    /// As [`Ledger::open`], of a backup: its ledger was copied after its rows and may tell of more.
    ///
    /// # Errors
    /// As [`Ledger::open`], but for a ledger newer than the database.
    pub fn adopt(dir: &Path, signer: Arc<dyn Signer>, store: Arc<Store>) -> Result<Self, Fault> {
        Self::open_as(dir, signer, store, true)
    }

    fn open_as(
        dir: &Path,
        signer: Arc<dyn Signer>,
        store: Arc<Store>,
        adopted: bool,
    ) -> Result<Self, Fault> {
        std::fs::create_dir_all(dir).map_err(|error| fault::file(dir, &error))?;
        let lock = store::lock(&dir.join("lock"))?;
        let last = read_checkpoint(dir, &PublicKey::of(&*signer))?;
        let size = last.as_ref().map_or(0, |last| last.size);
        let known = store.read_now(outbox::integrated)?;
        if known > size {
            let cause = format!("the database knows of {known} entries, the files have {size}");
            return Err(fault::environment("ledger-damaged", cause));
        }
        if let Some(last) = &last {
            check_root(dir, size, last)?;
        }
        tiles::sweep(dir, size)?;
        tiles::all_there(dir, size)?;
        let forgotten = Mutex::new(Known::open(dir, &PublicKey::of(&*signer), size)?);
        let head = Mutex::new(Head { last, ..Head::default() });
        let ledger = Self { dir: dir.to_owned(), signer, store, head, forgotten, _lock: lock };
        // What is next to be built on; the whole is looked through by `verify`.
        ledger.check_entries(size.saturating_sub(1) / tiles::WIDTH * tiles::WIDTH, size)?;
        ledger.catch_up(known, size, adopted)?;
        Ok(ledger)
    }

    /// Tells the database of entries that are in the tree and that it still takes to be waiting.
    fn catch_up(&self, known: u64, size: u64, adopted: bool) -> Result<(), Fault> {
        if known >= size {
            return Ok(());
        }
        let ids = self.ids(known, size)?;
        let places = self.store.read_now(move |tx| outbox::places(tx, &ids))?;
        // A crash leaves entries in the tree that still wait; what does not even wait was
        // written by a database that was newer than this one.
        let unknown = (size - known).saturating_sub(places.len() as u64);
        if unknown > 0 && !adopted {
            let cause = format!("the files have {size} entries, {unknown} of them are unknown");
            return Err(fault::environment("store-older-than-ledger", cause)
                .with("count", unknown.to_string()));
        }
        // Whoever was interrupted may not have come to this.
        tiles::keep(&self.dir.join(CHECKPOINT_FILE))?;
        self.confirm(places, known, size)
    }

    /// Finishes or takes back a batch that did not come to its end; answers the size. Nothing to
    /// do is the rule.
    pub(super) fn settle(&self, head: &mut Head) -> Result<u64, Fault> {
        if !head.unfinished {
            return Ok(head.size());
        }
        if head.tried.is_some() {
            let found = self.signed()?;
            if found == head.tried {
                head.last = found;
            } else if found != head.last {
                return Err(damaged("the checkpoint is another"));
            }
            head.tried = None;
        }
        let size = head.size();
        tiles::sweep(&self.dir, size)?;
        let known = self.store.read_now(outbox::integrated)?;
        self.catch_up(known, size, false)?;
        head.unfinished = false;
        Ok(size)
    }

    /// Brings all that waits into the tree and signs the new size; answers it. Nothing is signed
    /// when nothing waits, or when the files are not what was signed before.
    ///
    /// # Errors
    /// `Environment` when the files are damaged or cannot be written; the store's.
    pub fn integrate(&self) -> Result<u64, Fault> {
        loop {
            let (size, more) = self.integrate_batch()?;
            if !more {
                return Ok(size);
            }
        }
    }

    /// One batch: the new size, and whether more may wait.
    fn integrate_batch(&self) -> Result<(u64, bool), Fault> {
        let mut head = self.lock_head();
        let from = self.settle(&mut head)?;
        let waiting = self.store.read_now(|tx| outbox::waiting(tx, BATCH))?;
        if waiting.is_empty() {
            return Ok((from, false));
        }
        if self.signed()? != head.last {
            return Err(damaged("the checkpoint is another"));
        }
        self.finish_forgetting(from)?;
        let size = from + waiting.len() as u64;
        head.unfinished = true;
        let done = self.add(&mut head, from, size, &waiting);
        if let Err(fault) = done {
            // At once if it can be, so that whoever verifies the files meanwhile finds them whole.
            if let Err(fault) = self.settle(&mut head) {
                tracing::warn!(?fault, "a batch of the ledger waits to be settled");
            }
            return Err(fault);
        }
        head.unfinished = false;
        Ok((size, waiting.len() == BATCH as usize))
    }

    /// Adds what waits after the first `from` entries, signs, and tells the database.
    fn add(&self, head: &mut Head, from: u64, size: u64, waiting: &[Waiting]) -> Result<(), Fault> {
        self.grow(from, size, waiting)?;
        self.check_written(from, size, waiting)?;
        if let Some(last) = &head.last {
            check_root(&self.dir, size, last)?;
        }
        let root = tree::root(&mut Tiles::new(&self.dir, size), size)?;
        let checkpoint = Checkpoint::sign(&*self.signer, size, root)?;
        let note = checkpoint.note.clone();
        head.tried = Some(checkpoint);
        tiles::replace(&self.dir.join(CHECKPOINT_FILE), note.as_bytes())?;
        head.last = head.tried.take();
        self.confirm(waiting.iter().map(|waiting| waiting.at).collect(), from, size)?;
        for row in tiles::rows(size) {
            for tile in tiles::tiles(row, tiles::count(row, from), size) {
                tiles::remove_narrower(&self.dir, tile)?;
            }
        }
        Ok(())
    }

    /// With whose key the tree is signed: what a verifier needs.
    pub fn public_key(&self) -> PublicKey {
        PublicKey::of(&*self.signer)
    }

    /// The newest checkpoint; `None` before the first.
    pub fn checkpoint(&self) -> Option<Checkpoint> {
        self.lock_head().last.clone()
    }

    /// Entries from `index` on, up to `limit`, without those that are forgotten.
    ///
    /// # Errors
    /// `Environment` when the files are damaged.
    pub fn entries(&self, index: u64, limit: u64) -> Result<Vec<Entry>, Fault> {
        let size = self.checkpoint().map_or(0, |last| last.size);
        let mut entries = self.raw(index, index.saturating_add(limit).min(size), size)?;
        entries
            .drain(..)
            .filter(|bytes| !bytes.is_empty())
            .map(|bytes| Entry::decode(&bytes).ok_or_else(|| damaged("an entry is not one")))
            .collect()
    }

    /// Shows that entry `index` is in the tree of the newest checkpoint.
    ///
    /// # Errors
    /// `Environment` when the files are damaged.
    pub fn inclusion_proof(&self, index: u64) -> Result<Vec<Hash>, Fault> {
        let size = self.checkpoint().map_or(0, |last| last.size);
        tree::inclusion(&mut Tiles::new(&self.dir, size), index, size)
    }

    /// The entry of this id with all that shows it to be in the tree; `None` when it is not, or not
    /// yet. Looks from the newest back, bundle by bundle: as slow as the ledger is long.
    ///
    /// # Errors
    /// `Environment` when the files are damaged.
    pub fn prove(&self, id: EntryId) -> Result<Option<Proof>, Fault> {
        let Some(checkpoint) = self.checkpoint() else { return Ok(None) };
        let mut end = checkpoint.size;
        while end > 0 {
            let start = (end - 1) / tiles::WIDTH * tiles::WIDTH;
            let bundle = self.raw(start, end, checkpoint.size)?;
            let is_it = |bytes: &Vec<u8>| View::of(bytes).and_then(|view| view.id()) == Some(id);
            if let Some((index, bytes)) = (start..).zip(bundle).find(|(_, bytes)| is_it(bytes)) {
                let entry = Entry::decode(&bytes).ok_or_else(|| damaged("an entry is not one"))?;
                let path = tree::inclusion(
                    &mut Tiles::new(&self.dir, checkpoint.size),
                    index,
                    checkpoint.size,
                )?;
                return Ok(Some(Proof { entry, index, path, checkpoint }));
            }
            end = start;
        }
        Ok(None)
    }

    /// Shows that the tree of `old` entries is the beginning of that of the newest checkpoint.
    ///
    /// # Errors
    /// `Environment` when the files are damaged.
    pub fn consistency_proof(&self, old: u64) -> Result<Vec<Hash>, Fault> {
        let size = self.checkpoint().map_or(0, |last| last.size);
        tree::consistency(&mut Tiles::new(&self.dir, size), old, size)
    }

    pub(super) fn dir(&self) -> &Path {
        &self.dir
    }

    pub(super) fn signer(&self) -> &dyn Signer {
        &*self.signer
    }

    /// The checkpoint on disk.
    fn signed(&self) -> Result<Option<Checkpoint>, Fault> {
        read_checkpoint(&self.dir, &self.public_key())
    }

    pub(super) fn lock_head(&self) -> MutexGuard<'_, Head> {
        self.head.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn lock_forgotten(&self) -> MutexGuard<'_, Known> {
        self.forgotten.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes the bundles and tiles of the new entries.
    fn grow(&self, old: u64, new: u64, waiting: &[Waiting]) -> Result<(), Fault> {
        let bundled = waiting.iter().map(|waiting| tiles::bundled(&waiting.entry));
        self.extend(Row::Entries, old, new, bundled.collect::<Result<_, _>>()?)?;
        let mut items: Vec<Vec<u8>> =
            waiting.iter().map(|waiting| tree::leaf(&waiting.entry).to_vec()).collect();
        for level in 0.. {
            if items.is_empty() {
                break;
            }
            let row = self.extend(Row::Level(level), old, new, items)?;
            items = row.chunks_exact(tiles::WIDTH as usize).map(above).collect::<Result<_, _>>()?;
        }
        Ok(())
    }

    /// Adds items to the end of a row; answers all items of the tiles that changed.
    fn extend(
        &self,
        row: Row,
        old: u64,
        new: u64,
        items: Vec<Vec<u8>>,
    ) -> Result<Vec<Vec<u8>>, Fault> {
        let first = tiles::count(row, old);
        let mut all = match tiles::tile(row, first / tiles::WIDTH, old) {
            Some(partial) => self.items(partial)?,
            None => Vec::new(),
        };
        all.extend(items);
        let files = tiles::tiles(row, first, new).zip(all.chunks(tiles::WIDTH as usize));
        for (tile, items) in files {
            tiles::replace(&self.dir.join(tile.path()), &items.concat())?;
        }
        Ok(all)
    }

    /// The items of a file: hashes, or entries with their lengths.
    fn items(&self, tile: Tile) -> Result<Vec<Vec<u8>>, Fault> {
        let bytes = tiles::read(&self.dir, tile)?;
        let wrong = || damaged("a tile has another length");
        if tile.row == Row::Entries {
            let entries = tiles::entries(&bytes, tile.width).ok_or_else(wrong)?;
            return entries.into_iter().map(tiles::bundled).collect();
        }
        let hashes = tiles::hashes(&bytes, tile.width).ok_or_else(wrong)?;
        Ok(hashes.iter().map(|hash| hash.to_vec()).collect())
    }

    /// Reads back what was written: the disk must hold these entries and their hashes, and before
    /// them in the same bundle those that were there.
    fn check_written(&self, old: u64, new: u64, waiting: &[Waiting]) -> Result<(), Fault> {
        let written = self.raw(old, new, new)?;
        if !written.iter().eq(waiting.iter().map(|waiting| &waiting.entry)) {
            return Err(damaged("the entries on disk are not those written"));
        }
        self.check_entries(old / tiles::WIDTH * tiles::WIDTH, new)
    }

    /// The entries from `first` on are those whose hashes are in the tree.
    fn check_entries(&self, first: u64, size: u64) -> Result<(), Fault> {
        let forgotten = self.lock_forgotten().entries();
        let mut tree = Tiles::new(&self.dir, size);
        for (index, entry) in (first..).zip(self.raw(first, size, size)?) {
            let known = entry.is_empty() && index < forgotten;
            if !known && tree::Source::subtree(&mut tree, 0, index)? != tree::leaf(&entry) {
                return Err(damaged("an entry is not the one whose hash is in the tree"));
            }
        }
        Ok(())
    }

    /// The bytes of the entries `from` up to, not including, `to` of a tree of this size.
    pub(super) fn raw(&self, from: u64, to: u64, size: u64) -> Result<Vec<Vec<u8>>, Fault> {
        let mut found = Vec::new();
        for tile in tiles::tiles(Row::Entries, from, size) {
            let first = tile.number * tiles::WIDTH;
            if first >= to {
                break;
            }
            let bytes = tiles::read(&self.dir, tile)?;
            let entries = tiles::entries(&bytes, tile.width)
                .ok_or_else(|| damaged("a bundle has another length"))?;
            let wanted = (first..).zip(entries).filter(|(index, _)| (from..to).contains(index));
            found.extend(wanted.map(|(_, entry)| entry.to_vec()));
        }
        Ok(found)
    }

    /// The ids of the entries `from` up to, not including, `to`.
    fn ids(&self, from: u64, to: u64) -> Result<HashSet<EntryId>, Fault> {
        let entry = |bytes: Vec<u8>| Entry::decode(&bytes).map(|entry| entry.id);
        let ids = self.raw(from, to, to)?.into_iter().map(entry);
        ids.collect::<Option<_>>().ok_or_else(|| damaged("an entry is not one"))
    }

    /// Tells the database that these entries are in the tree. Must work on a full disk, too.
    fn confirm(&self, places: Vec<outbox::Place>, from: u64, to: u64) -> Result<(), Fault> {
        disk::step(fault::full, || {
            self.store.write_reserved_now(move |tx| {
                outbox::remove(tx, &places)?;
                outbox::set_integrated(tx, from, to)
            })
        })
    }
}

/// The hash, one row up, of a full tile's hashes.
fn above(items: &[Vec<u8>]) -> Result<Vec<u8>, Fault> {
    let hashes = tiles::hashes(&items.concat(), tiles::WIDTH);
    let hash = hashes.as_deref().and_then(tree::complete);
    hash.map(|hash| hash.to_vec()).ok_or_else(|| damaged("a full tile is not full"))
}

pub(super) fn damaged(what: &str) -> Fault {
    fault::environment("ledger-damaged", what)
}

/// The checkpoint on disk; `None` when there is none yet.
fn read_checkpoint(dir: &Path, key: &PublicKey) -> Result<Option<Checkpoint>, Fault> {
    let path = dir.join(CHECKPOINT_FILE);
    match std::fs::read_to_string(&path) {
        Ok(note) => match Checkpoint::read(&note, key) {
            Some(checkpoint) => Ok(Some(checkpoint)),
            None => Err(damaged("the checkpoint is not signed by this ledger's key")),
        },
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(fault::file(&path, &error)),
    }
}

/// The first entries of the tree on disk must be those that were signed.
fn check_root(dir: &Path, size: u64, signed: &Checkpoint) -> Result<(), Fault> {
    let root: Hash = tree::root(&mut Tiles::new(dir, size), signed.size)?;
    if root == signed.root { Ok(()) } else { Err(damaged("the tree is not the one signed")) }
}

#[cfg(test)]
mod tests;
