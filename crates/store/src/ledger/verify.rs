//! Checks a ledger by its files alone: no database, no trust in who keeps them.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;
use std::time::Duration;

use seloste_kernel::EntryId;

use super::checkpoint::{Checkpoint, PublicKey};
use super::entry::View;
use super::forgotten::{self, Forgotten};
use super::sequencer::CHECKPOINT_FILE;
use super::tiles::{self, Row, Tile, WIDTH};
use super::tree::{self, Hash, Source};

/// How often a ledger that grows while it is checked is checked again.
const TRIES: usize = 5;
/// So long it may take from the first new file to the signature.
const SIGNED_WITHIN: Duration = Duration::from_millis(200);
/// Most damages told; the first ones say where to look.
const TOLD: usize = 1000;

/// A ledger without damage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// How many entries.
    pub size: u64,
    /// The root that was recomputed from them.
    pub root: Hash,
    /// The first entries whose time was over: their hashes are in the tree, what they said is gone.
    pub forgotten: Forgotten,
    /// Time of the earliest entry that is not forgotten, milliseconds since 1970.
    pub first_ms: Option<i64>,
    /// Time of the latest entry.
    pub last_ms: Option<i64>,
    /// Bytes of all files of the tree.
    pub bytes: u64,
}

/// One thing that is wrong, and where. Files are relative to the ledger's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Damage {
    /// No checkpoint, or one that this key did not sign.
    Checkpoint,
    /// The note of what is forgotten is not signed by this key, or speaks of more than there is.
    Forgotten,
    /// A file is missing or cannot be read.
    Missing {
        /// Which.
        file: String,
    },
    /// A file that this tree does not have.
    Unexpected {
        /// Which.
        file: String,
    },
    /// A file does not hold what it should in number or length.
    Form {
        /// Which.
        file: String,
    },
    /// An entry is not the one whose hash the tree holds.
    Entry {
        /// Its place in the ledger, from 0.
        index: u64,
        /// Where it is kept.
        file: String,
    },
    /// The bytes of an entry are not an entry of a known form.
    Unreadable {
        /// Its place in the ledger.
        index: u64,
    },
    /// An entry is there twice.
    Twice {
        /// The second place.
        index: u64,
        /// The first place.
        first: u64,
    },
    /// A hash is not that of what lies below it.
    Hash {
        /// In which file.
        file: String,
        /// At which place of it, from 0.
        place: u64,
    },
    /// The entries do not have the root that was signed.
    Root,
    /// An older checkpoint was not signed by this key.
    OlderUnsigned {
        /// Which of those given, from 0.
        given: usize,
    },
    /// The ledger is shorter than it once was.
    Shorter {
        /// The size that was signed earlier.
        once: u64,
    },
    /// The first entries are not those that were signed earlier.
    Rewritten {
        /// The size that was signed earlier.
        once: u64,
    },
}

/// Recomputes the whole tree from the entries. `older` are checkpoints that others kept: with
/// them, even the holder of the key cannot have changed what they cover.
///
/// # Errors
/// Everything that is wrong, located.
pub fn verify(dir: &Path, key: &PublicKey, older: &[String]) -> Result<Report, Vec<Damage>> {
    let mut tries = TRIES;
    loop {
        let notes = notes(dir);
        let result = verify_at(dir, key, older, &notes[0]);
        tries -= 1;
        // Files come and go when the ledger grows meanwhile: then look again.
        let grown = self::notes(dir) != notes;
        let growing = result.as_ref().is_err_and(|damages| {
            damages.iter().all(|damage| matches!(damage, Damage::Unexpected { .. }))
        });
        if result.is_ok() || !(grown || growing) || tries == 0 {
            return result;
        }
        if !grown {
            // Files are written before they are signed.
            std::thread::sleep(SIGNED_WITHIN);
        }
    }
}

/// The checkpoint, and what says how much is forgotten.
fn notes(dir: &Path) -> [String; 2] {
    let read = |name: &str| std::fs::read_to_string(dir.join(name)).unwrap_or_default();
    [CHECKPOINT_FILE, forgotten::FILE].map(read)
}

fn verify_at(
    dir: &Path,
    key: &PublicKey,
    older: &[String],
    note: &str,
) -> Result<Report, Vec<Damage>> {
    let Some(signed) = Checkpoint::read(note, key) else { return Err(vec![Damage::Checkpoint]) };
    let forgotten = Forgotten::of(dir, key).unwrap_or_default();
    let size = signed.size;
    let mut check =
        Check { dir, size, forgotten: forgotten.entries, damages: Vec::new(), bytes: 0 };
    if forgotten.entries > size || (forgotten.entries == 0 && dir.join(forgotten::FILE).exists()) {
        check.tell(Damage::Forgotten);
    }
    check.files();
    let (leaves, times) = check.entries();
    let mut tree = check.levels(leaves);
    let root = tree::root(&mut tree, signed.size).ok();
    if root != Some(signed.root) {
        check.tell(Damage::Root);
    }
    for (given, note) in older.iter().enumerate() {
        match Checkpoint::read(note, key) {
            None => check.tell(Damage::OlderUnsigned { given }),
            Some(old) if old.size > signed.size => check.tell(Damage::Shorter { once: old.size }),
            Some(old) if tree::root(&mut tree, old.size).ok() != Some(old.root) => {
                check.tell(Damage::Rewritten { once: old.size });
            }
            Some(_) => (),
        }
    }
    if !check.damages.is_empty() {
        return Err(check.damages);
    }
    let (first_ms, last_ms) = (times.iter().min().copied(), times.iter().max().copied());
    let (root, bytes) = (signed.root, check.bytes);
    Ok(Report { size, root, forgotten, first_ms, last_ms, bytes })
}

struct Check<'a> {
    dir: &'a Path,
    size: u64,
    /// So many entries may be empty.
    forgotten: u64,
    damages: Vec<Damage>,
    bytes: u64,
}

/// The tree as recomputed from the entries, row by row.
struct Recomputed(Vec<Vec<Hash>>);

impl Source for Recomputed {
    type Error = ();

    fn subtree(&mut self, level: u32, index: u64) -> Result<Hash, ()> {
        let (row, below) = ((level / 8) as usize, level % 8);
        let from = usize::try_from(index << below).map_err(drop)?;
        let part = self.0.get(row).and_then(|row| row.get(from..from + (1 << below)));
        part.and_then(tree::complete).ok_or(())
    }
}

impl Check<'_> {
    fn tell(&mut self, damage: Damage) {
        if self.damages.len() < TOLD {
            self.damages.push(damage);
        }
    }

    /// Exactly the files of a tree of this size are there.
    fn files(&mut self) {
        let expected: BTreeSet<String> = tiles::rows(self.size)
            .flat_map(|row| tiles::tiles(row, 0, self.size))
            .map(|tile| tile.path())
            .collect();
        let found: BTreeSet<String> = tiles::files(&self.dir.join("tile"))
            .unwrap_or_default()
            .into_iter()
            .map(|file| format!("tile/{file}"))
            .collect();
        for file in expected.difference(&found) {
            self.tell(Damage::Missing { file: file.clone() });
        }
        for file in found.difference(&expected) {
            self.tell(Damage::Unexpected { file: file.clone() });
        }
    }

    fn read(&mut self, tile: Tile) -> Option<Vec<u8>> {
        let bytes = tiles::read(self.dir, tile).ok()?;
        self.bytes += bytes.len() as u64;
        Some(bytes)
    }

    /// The hashes of a tile; told as damaged when they are not there.
    fn hashes(&mut self, tile: Tile) -> Option<Vec<Hash>> {
        let bytes = self.read(tile)?;
        let hashes = tiles::hashes(&bytes, tile.width);
        if hashes.is_none() {
            self.tell(Damage::Form { file: tile.path() });
        }
        hashes
    }

    /// Hashes of all entries, recomputed, and their times. Where a bundle cannot be read, or an entry
    /// is forgotten, the tree's own hashes stand in: the signed root holds them to what was there.
    fn entries(&mut self) -> (Vec<Hash>, Vec<i64>) {
        let (mut leaves, mut times) = (Vec::new(), Vec::new());
        let mut seen: HashMap<EntryId, u64> = HashMap::new();
        for tile in tiles::tiles(Row::Entries, 0, self.size) {
            let first = tile.number * WIDTH;
            let bytes = self.read(tile);
            let entries = bytes.as_deref().and_then(|bytes| tiles::entries(bytes, tile.width));
            let Some(entries) = entries else {
                self.tell(Damage::Form { file: tile.path() });
                let stand_in = self.hashes(Tile { row: Row::Level(0), ..tile });
                leaves.extend(stand_in.unwrap_or(vec![[0; 32]; tile.width as usize]));
                continue;
            };
            let mut kept_hashes = None;
            for (index, entry) in (first..).zip(entries) {
                if entry.is_empty() && index < self.forgotten {
                    let row = Tile { row: Row::Level(0), ..tile };
                    let hashes: &Vec<Hash> = kept_hashes.get_or_insert_with(|| self.stand_in(row));
                    let place = (index - first) as usize;
                    leaves.push(hashes.get(place).copied().unwrap_or_default());
                    continue;
                }
                leaves.push(tree::leaf(entry));
                let view = View::of(entry);
                let known = view.and_then(|view| Some((view.id()?, view.at_ms()?)));
                let Some((id, at_ms)) = known else {
                    self.tell(Damage::Unreadable { index });
                    continue;
                };
                times.push(at_ms);
                if let Some(first) = seen.insert(id, index) {
                    self.tell(Damage::Twice { index, first });
                }
            }
        }
        (leaves, times)
    }

    /// The hashes of a tile, uncounted and not yet judged.
    fn stand_in(&self, tile: Tile) -> Vec<Hash> {
        let bytes = tiles::read(self.dir, tile).unwrap_or_default();
        tiles::hashes(&bytes, tile.width).unwrap_or_default()
    }

    /// Compares every tile with what lies below it; answers the recomputed rows.
    fn levels(&mut self, leaves: Vec<Hash>) -> Recomputed {
        let mut rows = Vec::new();
        let mut truth = leaves;
        for row in tiles::rows(self.size).skip(1) {
            for tile in tiles::tiles(row, 0, self.size) {
                let first = (tile.number * WIDTH) as usize;
                let Some(found) = self.hashes(tile) else { continue };
                for (place, (found, truth)) in
                    found.iter().zip(truth.iter().skip(first)).enumerate()
                {
                    if found != truth {
                        self.mismatch(tile, place as u64);
                    }
                }
            }
            let next = truth.chunks_exact(WIDTH as usize).filter_map(tree::complete).collect();
            rows.push(std::mem::replace(&mut truth, next));
        }
        Recomputed(rows)
    }

    fn mismatch(&mut self, tile: Tile, place: u64) {
        self.tell(if tile.row == Row::Level(0) {
            // Either the entry or its hash was changed; only the signed root knows which.
            let file = Tile { row: Row::Entries, ..tile }.path();
            Damage::Entry { index: tile.number * WIDTH + place, file }
        } else {
            Damage::Hash { file: tile.path(), place }
        });
    }
}
