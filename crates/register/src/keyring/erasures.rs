//! The erasure list: written before anything is overwritten, replayed at every opening.
//!
//! Being on the list *is* the decision. A crash right after leaves a key that the next opening
//! destroys before anything can be read with it.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use seloste_kernel::{Fault, FaultKind};
use seloste_vault::block::FileKind;
use seloste_vault::{Erased, Erasure, Installation};

use super::fuse::Fuse;
use super::twin::{Twin, paths};

pub(super) const FILE: &str = "erased";

/// Room is kept for this many erasures beyond the present ones, so that a full disk stops none.
pub(super) const RESERVE: u64 = 1024;

pub(super) struct List {
    twin: Twin,
    entries: Vec<Erasure>,
    /// With the day on which each came.
    known: HashMap<Erased, i32>,
    /// The number of the block after the last one that was ever written. A power cut may leave
    /// holes before it.
    end: u64,
}

impl List {
    pub(super) fn create(
        dir: &Path,
        installation: &Installation,
        fuse: &Fuse,
    ) -> Result<Self, Fault> {
        let twin =
            Twin::create(paths(dir, FILE), FileKind::Erasures, installation, &[], RESERVE, fuse)?;
        Ok(Self { twin, entries: Vec::new(), known: HashMap::new(), end: 1 })
    }

    pub(super) fn open(dir: &Path, fuse: &Fuse) -> Result<(Self, Installation), Fault> {
        let (mut entries, mut end) = (Vec::new(), 1);
        let files = paths(dir, FILE);
        let (twin, installation) = Twin::open(files, FileKind::Erasures, fuse, |number, body| {
            entries.push(Erasure::decode(body)?);
            end = number + 1;
            Some(())
        })?;
        let known = entries.iter().map(|entry| (entry.erased, entry.day)).collect();
        let mut list = Self { twin, entries, known, end };
        list.keep_reserve();
        Ok((list, installation))
    }

    pub(super) fn contains(&self, erased: Erased) -> bool {
        self.known.contains_key(&erased)
    }

    /// The day on which it came.
    pub(super) fn day(&self, erased: Erased) -> Option<i32> {
        self.known.get(&erased).copied()
    }

    pub(super) fn entries(&self) -> &[Erasure] {
        &self.entries
    }

    pub(super) fn mended(&self) -> u64 {
        self.twin.mended
    }

    /// How many erasures fit without more space.
    pub(super) fn room(&self) -> u64 {
        self.twin.blocks() - self.end
    }

    /// Adds what is not there yet, durably.
    pub(super) fn append(&mut self, entries: &[Erasure]) -> Result<(), Fault> {
        let mut added = HashSet::new();
        let fresh: Vec<Erasure> = entries
            .iter()
            .filter(|entry| !self.known.contains_key(&entry.erased) && added.insert(entry.erased))
            .copied()
            .collect();
        let missing = (fresh.len() as u64).saturating_sub(self.room());
        if missing > 0 {
            self.twin.grow(missing.next_multiple_of(RESERVE))?;
        }
        let bodies: Vec<_> =
            (self.end..).zip(fresh.iter().map(|entry| entry.encode().to_vec())).collect();
        self.twin.write(&bodies)?;
        self.end += fresh.len() as u64;
        self.known.extend(fresh.iter().map(|entry| (entry.erased, entry.day)));
        self.entries.extend(fresh);
        self.keep_reserve();
        Ok(())
    }

    fn keep_reserve(&mut self) {
        if self.room() >= RESERVE {
            return;
        }
        if let Err(fault) = self.twin.grow(RESERVE) {
            let full = fault.kind() == FaultKind::StorageFull;
            tracing::warn!(
                full,
                room = self.room(),
                cause = fault.private(),
                "no more room for the erasure list"
            );
        }
    }
}
