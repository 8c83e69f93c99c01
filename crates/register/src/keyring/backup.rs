//! Backups of the keys, in two parts for two places.
//!
//! The **slots** go where key backups go. The **secrets** (epoch keys, wrapped by the root) go to
//! another place, or nowhere: whoever keeps both together with the root secret can open a
//! forgotten person's old slot for as long as that copy lives. Kept apart, destroying an epoch key
//! in the secrets makes every old slot backup of its time useless. The root secret is in neither.
//!
//! Restoring brings back the keys *minus the erasure list*. Those that it leaves out are in no file, and
//! are forgotten when what was erased has been erased again.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use seloste_kernel::{Clock, Fault, Random};
use seloste_vault::block::{self, Check, FileKind, TRAILER};
use seloste_vault::{Erased, Erasure, Installation, KeptSecret, Slot};

use super::doomed::Doomed;
use super::erasures::{self, List};
use super::folder::{self, RootSource};
use super::fuse::Fuse;
use super::slots::{self, Slots};
use super::twin::{Twin, paths};
use super::{Keyring, Known, faults, held, secrets};

/// What a restore brought back.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Restored {
    /// Keys that open again, spares included.
    pub keys: usize,
    /// Keys left out because they are on the erasure list.
    pub erased: usize,
    /// Keys left out because their epoch key is destroyed.
    pub lost: usize,
}

impl Keyring {
    /// The wrapped person keys as they are now.
    ///
    /// # Errors
    /// `Environment` when the files cannot be read.
    pub fn export_slots(&self) -> Result<Vec<u8>, Fault> {
        self.files().slots.export()
    }

    /// The secrets that the root wraps, as they are now. Keep them apart from the slots.
    ///
    /// # Errors
    /// `Environment` when the files cannot be read.
    pub fn export_secrets(&self) -> Result<Vec<u8>, Fault> {
        self.files().secrets.export()
    }

    /// Makes a key folder of a backup, leaving out everything on the given erasure list and on
    /// the one that is still in the folder, and opens it. Interrupted, it can be begun again.
    ///
    /// # Errors
    /// `Environment` when the folder has keys, the parts are no backup of one installation, or
    /// the root secret is another. The keys are not changed then.
    pub fn restore(
        dir: &Path,
        source: RootSource,
        slots: &[u8],
        secrets: &[u8],
        erasures: &[Erasure],
        random: Arc<dyn Random>,
        clock: Arc<dyn Clock>,
    ) -> Result<(Self, Restored), Fault> {
        folder::make(dir)?;
        let lock = folder::lock(dir)?;
        if let Some(present) = paths(dir, slots::FILE).iter().find(|path| path.exists()) {
            return Err(faults::exists(present));
        }
        let root = folder::root(dir, &source)?;
        let (installation, secret_bodies) = blocks(FileKind::Secrets, secrets)?;
        let (of_slots, slot_bodies) = blocks(FileKind::Slots, slots)?;
        if installation != of_slots {
            return Err(faults::not_a_backup("slots and secrets of two installations"));
        }
        let kept: Option<Vec<_>> =
            secret_bodies.iter().map(|body| KeptSecret::decode(body)).collect();
        let kept = kept.ok_or_else(|| faults::not_a_backup("unknown secret"))?;
        let opened = secrets::unwrap_all(kept.iter(), &root, &installation)?;

        let fuse = Fuse::default();
        let mut list = open_list(dir, &installation, &fuse)?;
        list.append(erasures)?;
        let mut restored = Restored::default();
        let mut bodies = Vec::with_capacity(slot_bodies.len());
        let mut doomed = Doomed::new();
        for body in slot_bodies {
            let slot = Slot::decode(body).ok_or_else(|| faults::not_a_backup("unknown slot"))?;
            let Some(key) = slot.key() else { continue };
            if list.contains(Erased::Key(key.id)) {
                restored.erased += 1;
                let key = opened.epochs.get(&key.epoch).and_then(|epoch| epoch.unwrap(key).ok());
                doomed.extend(key.map(|key| (key.id(), Arc::new(key))));
            } else if opened.epochs.contains_key(&key.epoch) {
                bodies.push(slot.encode(&*random));
                restored.keys += 1;
            } else {
                restored.lost += 1;
            }
        }
        drop(list);
        let secret_bodies: Vec<_> = kept.iter().map(|kept| kept.encode(&*random)).collect();
        put_in_place(dir, &installation, &secret_bodies, &bodies, &fuse)?;
        let now = clock.now().as_millisecond();
        let ring = Self::open_locked(dir, root, random, clock, fuse, lock)?;
        *held(ring.doomed.lock()) = doomed;
        ring.note(|known| *known = Known { restored_ms: Some(now), ..Known::default() })?;
        Ok((ring, restored))
    }
}

/// The list that survived, or a new one.
fn open_list(dir: &Path, installation: &Installation, fuse: &Fuse) -> Result<List, Fault> {
    if paths(dir, erasures::FILE).iter().all(|path| !path.exists()) {
        return List::create(dir, installation, fuse);
    }
    let (list, of_list) = List::open(dir, fuse)?;
    if of_list == *installation { Ok(list) } else { Err(faults::foreign(dir)) }
}

/// Writes both files under other names and renames them, slots last: without slots a folder is
/// not taken for a whole one.
fn put_in_place(
    dir: &Path,
    installation: &Installation,
    secret_bodies: &[Vec<u8>],
    slot_bodies: &[Vec<u8>],
    fuse: &Fuse,
) -> Result<(), Fault> {
    let (new_secrets, new_slots) = ("restored-secrets", "restored-slots");
    for path in [new_secrets, new_slots].iter().flat_map(|name| paths(dir, name)) {
        if path.exists() {
            fs::remove_file(&path).map_err(|error| faults::io(&path, &error))?;
        }
    }
    let files = paths(dir, new_secrets);
    Twin::create(files, FileKind::Secrets, installation, secret_bodies, secrets::ROOM, fuse)?;
    Slots::create(dir, new_slots, installation, slot_bodies, fuse)?;
    for (from, to) in [(new_secrets, secrets::FILE), (new_slots, slots::FILE)] {
        for (from, to) in paths(dir, from).iter().zip(paths(dir, to)) {
            fs::rename(from, &to).map_err(|error| faults::io(&to, &error))?;
        }
        folder::sync(dir)?;
    }
    Ok(())
}

/// The installation and the written blocks' bodies of an exported file.
fn blocks(kind: FileKind, bytes: &[u8]) -> Result<(Installation, Vec<&[u8]>), Fault> {
    let len = kind.block_len();
    if !bytes.len().is_multiple_of(len) {
        return Err(faults::not_a_backup("not a whole number of blocks"));
    }
    let (mut installation, mut bodies) = (None, Vec::new());
    for (number, block) in (0..).zip(bytes.chunks_exact(len)) {
        let body = &block[..len - TRAILER];
        match block::check(kind, number, block) {
            Check::Empty => {}
            Check::Whole(_) if number == 0 => installation = block::installation(kind, body),
            Check::Whole(_) => bodies.push(body),
            Check::Damaged => return Err(faults::not_a_backup("a damaged block")),
        }
    }
    let installation = installation.ok_or_else(|| faults::not_a_backup("no header"))?;
    Ok((installation, bodies))
}
