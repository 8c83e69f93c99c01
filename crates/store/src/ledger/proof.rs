//! One entry and all that shows it to be in the ledger, as a text that can be checked without the
//! ledger (C2SP tlog-proof). The entry itself is the proof's extra data.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::tree::{self, Hash};
use super::{Checkpoint, Entry, PublicKey};

/// First line of a proof.
const FORM: &str = "c2sp.org/tlog-proof@v1";
/// A tree of 2^64 entries needs no longer path.
const PATH_MAX: usize = 64;

/// An entry in the tree of a checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// The entry.
    pub entry: Entry,
    /// Its place.
    pub index: u64,
    /// The hashes from it to the root.
    pub path: Vec<Hash>,
    /// The signed root.
    pub checkpoint: Checkpoint,
}

impl Proof {
    /// Reads a proof and checks all of it: the signature, the path and the entry. `None` unless
    /// the holder of this key has signed a tree that holds this entry.
    pub fn check(text: &str, key: &PublicKey) -> Option<Self> {
        let (head, note) = text.split_once("\n\n")?;
        let mut lines = head.split('\n');
        if lines.next()? != FORM {
            return None;
        }
        let bytes = STANDARD.decode(lines.next()?.strip_prefix("extra ")?).ok()?;
        let index = lines.next()?.strip_prefix("index ")?.parse().ok()?;
        let path: Vec<Hash> = lines.map(hash).collect::<Option<_>>()?;
        let checkpoint = Checkpoint::read(note, key)?;
        let (leaf, root) = (tree::leaf(&bytes), &checkpoint.root);
        let shown =
            path.len() <= PATH_MAX && tree::included(&leaf, index, checkpoint.size, &path, root);
        let entry = Entry::decode(&bytes).filter(|_| shown)?;
        Some(Self { entry, index, path, checkpoint })
    }
}

fn hash(line: &str) -> Option<Hash> {
    STANDARD.decode(line).ok()?.try_into().ok()
}

impl fmt::Display for Proof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let entry = self.entry.encode().map_err(|_| fmt::Error)?;
        writeln!(f, "{FORM}\nextra {}\nindex {}", STANDARD.encode(entry), self.index)?;
        for hash in &self.path {
            writeln!(f, "{}", STANDARD.encode(hash))?;
        }
        write!(f, "\n{}", self.checkpoint.note)
    }
}
