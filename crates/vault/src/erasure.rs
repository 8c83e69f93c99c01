//! Entries of the erasure list: what must never come back, in random names only.
//!
//! The list is written before anything is overwritten, and replayed after every restart and
//! restore. It names keys and records by their random ids and the day of the decision, and what was
//! changed for good by a keyed hash: no person, no content, no reason. Beside them stand the keyed
//! hashes of addresses that are not to be written to, which nothing that is restored may forget.

use seloste_kernel::{KeyId, RecordId};

use crate::slot::Reader;

/// What was erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Erased {
    /// A key, and with it everything sealed under it.
    Key(KeyId),
    /// One record, while its person's key lives on.
    Record(RecordId),
    /// How something was before this day: a keyed hash of what and day. A backup from before must
    /// not bring it back.
    Past([u8; 16]),
    /// An address that is closed to a use, or open to it again: a hash under the key of closed
    /// addresses.
    Closed([u8; 16]),
}

/// One entry of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Erasure {
    /// What.
    pub erased: Erased,
    /// When, in whole days since 1970 (UTC).
    pub day: i32,
}

impl Erasure {
    /// Bytes of an entry: kind, id, day.
    pub const LEN: usize = 21;

    /// The entry's bytes: the body of its block, and its form in the off-site copy.
    pub fn encode(&self) -> [u8; Self::LEN] {
        let (kind, id) = match &self.erased {
            Erased::Key(id) => (1, id.as_bytes()),
            Erased::Record(id) => (2, id.as_bytes()),
            Erased::Past(what) => (3, what),
            Erased::Closed(what) => (4, what),
        };
        let mut out = [0; Self::LEN];
        out[0] = kind;
        out[1..17].copy_from_slice(id);
        out[17..].copy_from_slice(&self.day.to_be_bytes());
        out
    }

    /// The entry of these bytes; `None` for a kind that this program does not know.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader(bytes);
        let [kind] = reader.take()?;
        let id = reader.take()?;
        let erased = match kind {
            1 => Erased::Key(KeyId::from_bytes(id)),
            2 => Erased::Record(RecordId::from_bytes(id)),
            3 => Erased::Past(id),
            4 => Erased::Closed(id),
            _ => return None,
        };
        Some(Self { erased, day: i32::from_be_bytes(reader.take()?) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn entries_come_back(id: [u8; 16], day: i32) {
            let key = Erased::Key(KeyId::from_bytes(id));
            let record = Erased::Record(RecordId::from_bytes(id));
            for erased in [key, record, Erased::Past(id), Erased::Closed(id)] {
                let entry = Erasure { erased, day };
                prop_assert_eq!(Erasure::decode(&entry.encode()), Some(entry));
            }
        }

        #[test]
        fn any_bytes_are_safe_to_decode(bytes: Vec<u8>) {
            let _ = Erasure::decode(&bytes);
        }
    }
}
