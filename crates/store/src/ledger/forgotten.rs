//! Entries live as long as the notice says. What an entry said is destroyed when its time is over;
//! its hash stays in the tree, so that everything else verifies as before, against every
//! checkpoint that was ever handed out.
//!
//! Only the first entries are ever forgotten, and a signed note says how many: nobody without the
//! ledger's key can pass a destroyed entry off as one that was forgotten in time.

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use seloste_kernel::Fault;

use super::checkpoint::{PublicKey, Signer};
use super::entry::View;
use super::sequencer::{Ledger, damaged};
use super::tiles::{self, Row, WIDTH};
use crate::fault;

/// The file of the note.
pub(crate) const FILE: &str = "forgotten";

/// How much of the beginning is forgotten.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Forgotten {
    /// How many entries.
    pub entries: u64,
    /// Time of the latest of them, milliseconds since 1970.
    pub until_ms: i64,
}

/// What an open ledger knows of it.
#[derive(Debug, Default)]
pub(crate) struct Known {
    forgotten: Forgotten,
    /// Time of the first entry that is not forgotten; `None` until it was looked up.
    next_ms: Option<i64>,
    /// More was being forgotten, and that did not come to its end.
    unfinished: bool,
}

impl Forgotten {
    /// What is signed. Its second line is no number, so that it is never taken for a checkpoint.
    fn text(&self, name: &str) -> String {
        format!("{name}\nforgotten\n{}\n{}\n", self.entries, self.until_ms)
    }

    fn sign(&self, signer: &dyn Signer) -> Result<String, Fault> {
        let text = self.text(signer.name());
        let signature = STANDARD.encode(signer.sign(text.as_bytes())?);
        Ok(format!("{text}\n{signature}\n"))
    }

    /// Reads a note; `None` unless it is exactly what the holder of this key writes.
    fn read(note: &str, key: &PublicKey) -> Option<Self> {
        let mut lines = note.lines().skip(2);
        let (entries, until_ms) = (lines.next()?.parse().ok()?, lines.next()?.parse().ok()?);
        let known = Self { entries, until_ms };
        let text = known.text(key.name());
        let signature = note.strip_prefix(&text)?.strip_prefix('\n')?.strip_suffix('\n')?;
        let signed = key.has_signed(text.as_bytes(), &STANDARD.decode(signature).ok()?);
        signed.then_some(known)
    }

    /// As the ledger in this folder has it, if its note is signed by this key: nothing is forgotten
    /// without it.
    pub(crate) fn of(dir: &Path, key: &PublicKey) -> Option<Self> {
        Self::read(&std::fs::read_to_string(dir.join(FILE)).ok()?, key)
    }
}

impl Known {
    pub(super) fn entries(&self) -> u64 {
        self.forgotten.entries
    }

    /// What the note says, with what a crash left undone.
    pub(crate) fn open(dir: &Path, key: &PublicKey, size: u64) -> Result<Self, Fault> {
        let forgotten = match (dir.join(FILE).exists(), Forgotten::of(dir, key)) {
            (false, _) => Forgotten::default(),
            (true, Some(known)) if known.entries <= size => known,
            (true, _) => return Err(damaged("the note of what is forgotten does not fit")),
        };
        if forgotten.entries > 0 {
            tiles::keep(&dir.join(FILE))?;
        }
        blank(dir, 0, forgotten.entries, size)?;
        Ok(Self { forgotten, ..Self::default() })
    }
}

impl Ledger {
    /// Comes to the end of what a failure left half forgotten: its note may be there already, and
    /// with it the files are read.
    pub(super) fn finish_forgetting(&self, size: u64) -> Result<(), Fault> {
        let mut known = self.lock_forgotten();
        if known.unfinished {
            *known = Known::open(self.dir(), &self.public_key(), size)?;
        }
        Ok(())
    }

    /// Destroys what the first entries said, as far as their time (milliseconds since 1970) is
    /// `over`; answers how many. Cheap while there is nothing to do.
    ///
    /// # Errors
    /// `Environment` when the files are damaged or cannot be written.
    pub fn forget(&self, over: impl Fn(i64) -> bool) -> Result<u64, Fault> {
        // Nothing is added meanwhile: the last bundle is written by both.
        let mut head = self.lock_head();
        let size = self.settle(&mut head)?;
        self.finish_forgetting(size)?;
        let mut known = self.lock_forgotten();
        if known.next_ms.is_some_and(|at| !over(at)) {
            return Ok(0);
        }
        let (forgotten, next_ms) = self.first_kept(known.forgotten, size, over)?;
        let more = forgotten.entries - known.forgotten.entries;
        if more > 0 {
            let note = forgotten.sign(self.signer())?;
            known.unfinished = true;
            tiles::replace(&self.dir().join(FILE), note.as_bytes())?;
            blank(self.dir(), known.forgotten.entries, forgotten.entries, size)?;
        }
        *known = Known { forgotten, next_ms, unfinished: false };
        Ok(more)
    }

    /// Up to where the time of entries is over, and the time of the one after them.
    fn first_kept(
        &self,
        mut so_far: Forgotten,
        size: u64,
        over: impl Fn(i64) -> bool,
    ) -> Result<(Forgotten, Option<i64>), Fault> {
        while so_far.entries < size {
            let end = (so_far.entries / WIDTH + 1) * WIDTH;
            for bytes in self.raw(so_far.entries, end.min(size), size)? {
                let at = View::of(&bytes).and_then(|view| view.at_ms());
                let at = at.ok_or_else(|| damaged("an entry is not one"))?;
                if !over(at) {
                    return Ok((so_far, Some(at)));
                }
                so_far.entries += 1;
                so_far.until_ms = so_far.until_ms.max(at);
            }
        }
        Ok((so_far, None))
    }
}

/// Empties the entries `from` up to, not including, `to`. An emptied entry is one of no bytes.
fn blank(dir: &Path, from: u64, to: u64, size: u64) -> Result<(), Fault> {
    for tile in tiles::tiles(Row::Entries, from, size) {
        let first = tile.number * WIDTH;
        if first >= to {
            break;
        }
        let path = dir.join(tile.path());
        let length = std::fs::metadata(&path).map_err(|error| fault::file(&path, &error))?.len();
        // Only lengths of nothing: it has been done.
        if length == tile.width * 2 {
            continue;
        }
        let bytes = tiles::read(dir, tile)?;
        let entries = tiles::entries(&bytes, tile.width)
            .ok_or_else(|| damaged("a bundle has another length"))?;
        let kept = (first..).zip(entries);
        let kept = kept.map(|(index, entry)| if index < to { &[][..] } else { entry });
        let kept = kept.map(tiles::bundled).collect::<Result<Vec<_>, _>>()?.concat();
        if kept != bytes {
            tiles::replace(&path, &kept)?;
        }
    }
    Ok(())
}
