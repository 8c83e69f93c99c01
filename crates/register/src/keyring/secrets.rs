//! The secrets that the root wraps: epoch keys, the index key and the ledger key.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;
use seloste_kernel::{Fault, Random};
use seloste_vault::block::FileKind;
use seloste_vault::{
    EpochKey, IndexKey, Installation, KeptSecret, RootSecret, SecretKind, SigningKey,
};

use super::faults;
use super::fuse::Fuse;
use super::twin::{Twin, paths};

pub(super) const FILE: &str = "secrets";

/// Room for secrets in a new file: more than a year of weekly epochs.
pub(super) const ROOM: u64 = 64;

/// The opened secrets.
pub(super) struct Opened {
    pub(super) epochs: BTreeMap<u32, Arc<EpochKey>>,
    pub(super) index: IndexKey,
    pub(super) signer: SigningKey,
}

/// The file of secrets.
pub(super) struct Secrets {
    twin: Twin,
    /// What each block holds, by number.
    held: BTreeMap<u64, KeptSecret>,
}

impl Secrets {
    pub(super) fn create(
        dir: &Path,
        installation: &Installation,
        root: &RootSecret,
        now: Timestamp,
        random: &dyn Random,
        fuse: &Fuse,
    ) -> Result<(), Fault> {
        let made_s = now.as_second();
        let epoch = root.wrap_epoch(installation, &EpochKey::generate(1, random), random)?;
        let index = root.wrap_index(installation, &IndexKey::generate(random), random)?;
        let ledger = root.wrap_ledger(installation, &SigningKey::generate(random)?, random)?;
        let all = [
            (SecretKind::Epoch, 1, epoch),
            (SecretKind::Index, 0, index),
            (SecretKind::Ledger, 0, ledger),
        ];
        let bodies = all.map(|(kind, id, wrapped)| {
            KeptSecret::Held { kind, id, made_s, wrapped }.encode(random)
        });
        Twin::create(paths(dir, FILE), FileKind::Secrets, installation, &bodies, ROOM, fuse)?;
        Ok(())
    }

    pub(super) fn open(dir: &Path, fuse: &Fuse) -> Result<(Self, Installation), Fault> {
        let mut held = BTreeMap::new();
        let (twin, installation) =
            Twin::open(paths(dir, FILE), FileKind::Secrets, fuse, |number, body| {
                held.insert(number, KeptSecret::decode(body)?);
                Some(())
            })?;
        Ok((Self { twin, held }, installation))
    }

    pub(super) fn mended(&self) -> u64 {
        self.twin.mended
    }

    pub(super) fn export(&mut self) -> Result<Vec<u8>, Fault> {
        self.twin.export()
    }

    /// Unwraps all. Whole blocks that do not open mean that the root secret is another.
    pub(super) fn unwrap(
        &self,
        root: &RootSecret,
        installation: &Installation,
    ) -> Result<Opened, Fault> {
        unwrap_all(self.held.values(), root, installation)
    }

    /// Which epochs there are and when each was made, oldest first.
    pub(super) fn epochs(&self) -> BTreeMap<u32, i64> {
        let epoch = |kept: &KeptSecret| match kept {
            KeptSecret::Held { kind: SecretKind::Epoch, id, made_s, .. } => Some((*id, *made_s)),
            _ => None,
        };
        self.held.values().filter_map(epoch).collect()
    }

    /// Keeps a new epoch key, durably. Its time is never before that of an older epoch, so a
    /// clock that went backwards makes no epoch look retired earlier than it was.
    pub(super) fn add_epoch(
        &mut self,
        key: &EpochKey,
        root: &RootSecret,
        installation: &Installation,
        now: Timestamp,
        random: &dyn Random,
    ) -> Result<(), Fault> {
        let latest = self.epochs().into_values().max().unwrap_or(i64::MIN);
        let kept = KeptSecret::Held {
            kind: SecretKind::Epoch,
            id: key.id(),
            made_s: now.as_second().max(latest),
            wrapped: root.wrap_epoch(installation, key, random)?,
        };
        let free = |number: &u64| !matches!(self.held.get(number), Some(KeptSecret::Held { .. }));
        let number = match (1..self.twin.blocks()).find(free) {
            Some(number) => number,
            None => {
                let first = self.twin.blocks();
                self.twin.grow(ROOM)?;
                first
            }
        };
        self.twin.write(&[(number, kept.encode(random))])?;
        self.held.insert(number, kept);
        Ok(())
    }

    /// Overwrites these epochs' keys in both copies.
    pub(super) fn destroy_epochs(&mut self, ids: &[u32], random: &dyn Random) -> Result<(), Fault> {
        let doomed = |kept: &KeptSecret| matches!(kept, KeptSecret::Held { kind: SecretKind::Epoch, id, .. } if ids.contains(id));
        let numbers: Vec<u64> =
            self.held.iter().filter(|(_, kept)| doomed(kept)).map(|(number, _)| *number).collect();
        let bodies: Vec<_> =
            numbers.iter().map(|number| (*number, KeptSecret::Free.encode(random))).collect();
        self.twin.write(&bodies)?;
        numbers.iter().for_each(|number| {
            self.held.insert(*number, KeptSecret::Free);
        });
        Ok(())
    }
}

/// Unwraps kept secrets; also those of a backup.
pub(super) fn unwrap_all<'a>(
    kept: impl Iterator<Item = &'a KeptSecret>,
    root: &RootSecret,
    installation: &Installation,
) -> Result<Opened, Fault> {
    let (mut epochs, mut index, mut signer) = (BTreeMap::new(), None, None);
    for kept in kept {
        let KeptSecret::Held { kind, id, wrapped, .. } = kept else { continue };
        match kind {
            SecretKind::Epoch => {
                let key = root.unwrap_epoch(installation, *id, wrapped);
                epochs.insert(*id, Arc::new(key.map_err(|_| faults::wrong_root())?));
            }
            SecretKind::Index => index = Some(root.unwrap_index(installation, wrapped)),
            SecretKind::Ledger => signer = Some(root.unwrap_ledger(installation, wrapped)),
        }
    }
    let (Some(index), Some(signer), false) = (index, signer, epochs.is_empty()) else {
        return Err(Fault::internal("a key folder without epoch, index or ledger key"));
    };
    Ok(Opened {
        epochs,
        index: index.map_err(|_| faults::wrong_root())?,
        signer: signer.map_err(|_| faults::wrong_root())?,
    })
}
