//! A file of checked blocks, kept twice.
//!
//! Every write goes to the first copy and is synced before the second copy is touched, so at
//! every moment at least one copy of a block is whole. Opening compares the copies block by block:
//! the newer whole one wins and mends the other. Blocks are overwritten in place and room is made
//! in advance, so a full disk does not stop overwriting.

use std::path::{Path, PathBuf};

use seloste_kernel::{Fault, FaultKind};
use seloste_vault::Installation;
use seloste_vault::block::{self, FileKind, TRAILER};

use super::disk::Disk;
use super::faults;
use super::fuse::Fuse;

/// How many blocks are compared at a time.
const STRIDE: u64 = 1024;

pub(super) struct Twin {
    kind: FileKind,
    copies: [Disk; 2],
    /// The generation of each block; 0 for one that was never written. The first is the header.
    generations: Vec<u64>,
    /// How many blocks were mended on opening.
    pub(super) mended: u64,
}

/// The paths of the two copies.
pub(super) fn paths(dir: &Path, name: &str) -> [PathBuf; 2] {
    ["a", "b"].map(|copy| dir.join(format!("{name}.{copy}")))
}

impl Twin {
    /// New files with these bodies from block 1 on, and room for `room` more. The headers are
    /// written last: files without them are not taken for finished ones.
    pub(super) fn create(
        [first, second]: [PathBuf; 2],
        kind: FileKind,
        installation: &Installation,
        bodies: &[Vec<u8>],
        room: u64,
        fuse: &Fuse,
    ) -> Result<Self, Fault> {
        let copies = [Disk::create(first, fuse.clone())?, Disk::create(second, fuse.clone())?];
        let mut twin = Self { kind, copies, generations: Vec::new(), mended: 0 };
        twin.grow(1 + bodies.len() as u64 + room)?;
        let numbered: Vec<_> = (1..).zip(bodies.iter().cloned()).collect();
        twin.write(&numbered)?;
        twin.write(&[(0, block::header(kind, installation))])?;
        Ok(twin)
    }

    /// Opens both copies, mends what is damaged in one, and shows every written block's body.
    pub(super) fn open(
        [first, second]: [PathBuf; 2],
        kind: FileKind,
        fuse: &Fuse,
        mut visit: impl FnMut(u64, &[u8]) -> Option<()>,
    ) -> Result<(Self, Installation), Fault> {
        if !first.exists() && !second.exists() {
            return Err(faults::missing(&first));
        }
        let copies = [Disk::open(first, fuse.clone())?, Disk::open(second, fuse.clone())?];
        let mut twin = Self { kind, copies, generations: Vec::new(), mended: 0 };
        let blocks = twin.len_in_blocks()?;
        let (mut lost, mut installation) = (0, None);
        for start in (0..blocks).step_by(STRIDE as usize) {
            let count = STRIDE.min(blocks - start);
            let found = twin.compare(start, count)?;
            for (number, found) in (start..).zip(found) {
                let Some(found) = found else {
                    lost += 1;
                    twin.generations.push(0);
                    continue;
                };
                let generation = block::check(kind, number, &found).generation().unwrap_or(0);
                twin.generations.push(generation);
                if generation == 0 {
                    continue;
                }
                let body = &found[..found.len() - TRAILER];
                if number == 0 {
                    installation = block::installation(kind, body);
                } else if visit(number, body).is_none() {
                    return Err(faults::foreign(twin.path()));
                }
            }
        }
        if lost > 0 {
            return Err(faults::damaged(twin.path(), lost));
        }
        let installation = installation.ok_or_else(|| faults::foreign(twin.path()))?;
        twin.sync()?;
        if twin.mended > 0 {
            let file = twin.path().display();
            tracing::warn!(%file, blocks = twin.mended, "mended key blocks from the other copy");
        }
        Ok((twin, installation))
    }

    fn path(&self) -> &Path {
        self.copies[0].path()
    }

    fn block_len(&self) -> u64 {
        self.kind.block_len() as u64
    }

    fn len_in_blocks(&self) -> Result<u64, Fault> {
        let longest = self.copies[0].len()?.max(self.copies[1].len()?);
        // Less than a block at the end is a growth that never finished.
        Ok(longest / self.block_len())
    }

    /// The true bytes of a run of blocks; the copy that lacks them is mended. `None` for a block
    /// that neither copy has.
    fn compare(&mut self, start: u64, count: u64) -> Result<Vec<Option<Vec<u8>>>, Fault> {
        let len = self.kind.block_len();
        let offset = start * self.block_len();
        let first = self.copies[0].read(offset, count as usize * len)?;
        let second = self.copies[1].read(offset, count as usize * len)?;
        let mut found = Vec::with_capacity(count as usize);
        for (at, number) in (start..start + count).enumerate() {
            let part = |bytes: &[u8]| {
                bytes.get(at * len..bytes.len().min((at + 1) * len)).unwrap_or_default().to_vec()
            };
            let pair = [part(&first), part(&second)];
            let Some(right) = newer(self.kind, number, &pair) else {
                found.push(None);
                continue;
            };
            let [left, other] = &pair;
            if left != other {
                let (wrong, bytes) = if right == 0 { (1, left) } else { (0, other) };
                self.mend(wrong, number, bytes)?;
            }
            found.push(Some(pair[right].clone()));
        }
        Ok(found)
    }

    fn mend(&mut self, copy: usize, number: u64, bytes: &[u8]) -> Result<(), Fault> {
        match self.copies[copy].write(number * self.block_len(), bytes) {
            // A growth that only one copy has seen, and now the disk is full: still empty.
            Err(fault)
                if fault.kind() == FaultKind::StorageFull && bytes.iter().all(|b| *b == 0) => {}
            result => {
                result?;
                self.mended += 1;
            }
        }
        Ok(())
    }

    /// One block's bytes, whichever copy has them.
    pub(super) fn read(&mut self, number: u64) -> Result<Vec<u8>, Fault> {
        let found = self.compare(number, 1)?.pop().flatten();
        found.ok_or_else(|| faults::damaged(self.path(), 1))
    }

    /// One block's body.
    pub(super) fn read_body(&mut self, number: u64) -> Result<Vec<u8>, Fault> {
        let mut bytes = self.read(number)?;
        bytes.truncate(bytes.len().saturating_sub(TRAILER));
        Ok(bytes)
    }

    /// How many blocks there are, the header included.
    pub(super) fn blocks(&self) -> u64 {
        self.generations.len() as u64
    }

    /// Makes room for more blocks, in both copies, durably: later writes need no new space.
    ///
    /// On a full disk nothing is changed and the fault is `StorageFull`.
    pub(super) fn grow(&mut self, blocks: u64) -> Result<(), Fault> {
        let old = self.blocks() * self.block_len();
        let zeros = vec![0; (blocks * self.block_len()) as usize];
        let grown = self.copies.iter().try_for_each(|copy| copy.write(old, &zeros));
        if let Err(fault) = grown.and_then(|()| self.sync()) {
            if fault.kind() == FaultKind::StorageFull {
                self.copies.iter().for_each(|copy| copy.cut(old));
            }
            return Err(fault);
        }
        self.generations.resize(self.generations.len() + blocks as usize, 0);
        Ok(())
    }

    /// Writes these bodies durably, first copy first. After an error some blocks may be new and
    /// some old, each of them whole in at least one copy.
    pub(super) fn write(&mut self, bodies: &[(u64, Vec<u8>)]) -> Result<(), Fault> {
        if bodies.is_empty() {
            return Ok(());
        }
        let mut bodies: Vec<_> = bodies.iter().collect();
        bodies.sort_by_key(|(number, _)| *number);
        // Neighbours are written together.
        let mut runs: Vec<(u64, Vec<u8>)> = Vec::new();
        for (number, body) in bodies {
            let at = usize::try_from(*number).map_err(Fault::internal)?;
            let generation = self.generations.get_mut(at).map(|generation| {
                // Counted up before writing: a failed write never leaves two different blocks of
                // one generation.
                *generation += 1;
                *generation
            });
            let bytes = generation
                .and_then(|generation| block::write(self.kind, *number, generation, body))
                .ok_or_else(|| Fault::internal("writing a key block that cannot be"))?;
            let offset = number * self.block_len();
            match runs.last_mut().filter(|(start, run)| start + run.len() as u64 == offset) {
                Some((_, run)) => run.extend(bytes),
                None => runs.push((offset, bytes)),
            }
        }
        for copy in &self.copies {
            for (offset, run) in &runs {
                copy.write_run(*offset, run, self.kind.block_len())?;
            }
            copy.sync()?;
        }
        Ok(())
    }

    fn sync(&self) -> Result<(), Fault> {
        self.copies.iter().try_for_each(Disk::sync)
    }

    /// All blocks as they are, for a backup.
    pub(super) fn export(&mut self) -> Result<Vec<u8>, Fault> {
        let mut out = Vec::with_capacity((self.blocks() * self.block_len()) as usize);
        for start in (0..self.blocks()).step_by(STRIDE as usize) {
            let count = STRIDE.min(self.blocks() - start);
            for found in self.compare(start, count)? {
                out.extend(found.ok_or_else(|| faults::damaged(self.path(), 1))?);
            }
        }
        Ok(out)
    }
}

/// Which copy of a block is the true one: the newer whole one. A block that was never written in
/// one copy and is damaged or missing in the other is a first write, or a growth, that never
/// finished: it is empty. `None` when neither copy is good.
fn newer(kind: FileKind, number: u64, [first, second]: &[Vec<u8>; 2]) -> Option<usize> {
    let left = block::check(kind, number, first);
    // Most blocks are equal: checked once.
    let right = if first == second { left } else { block::check(kind, number, second) };
    match (left.generation(), right.generation()) {
        (Some(left), Some(right)) => Some(usize::from(right > left)),
        (Some(_), None) => Some(0),
        (None, Some(_)) => Some(1),
        (None, None) => None,
    }
}
