//! How the ledger speaks of persons without naming them.
//!
//! A reference is keyed by the key under which the data in question is sealed, and differs in
//! every entry: with the key, the person's own entries can be found; without it, no two entries
//! can be linked and nothing can be tested by guessing. When the class's key is destroyed, its
//! references die in the same instant. There is deliberately no separate audit key with a
//! lifetime of its own, which could outlive the data that it speaks of.

use aws_lc_rs::hmac::{self, HMAC_SHA256};
use seloste_kernel::EntryId;

use crate::blind::truncated;
use crate::frame::Frame;
use crate::secret::PersonKey;

impl PersonKey {
    /// How this entry refers to the key's person.
    pub fn subject_ref(&self, entry: &EntryId) -> [u8; 16] {
        truncated(&self.audit, Frame::new("seloste subject").part(entry.as_bytes()).bytes())
    }

    /// Commits to an entry's details. The blinding is made from this key, so that it need not be
    /// kept: when the key is destroyed, the details can no longer be tested by guessing.
    pub fn commitment(&self, entry: &EntryId, details: &[u8]) -> [u8; 32] {
        let frame = Frame::new("seloste blinding").part(entry.as_bytes());
        let tag = hmac::sign(&self.audit, frame.bytes());
        let mut blinding = [0; 32];
        for (to, from) in blinding.iter_mut().zip(tag.as_ref()) {
            *to = *from;
        }
        commitment(&blinding, details)
    }
}

/// Commits to an entry's details without showing them. `blinding` is 32 fresh random bytes, kept
/// sealed with the details: once both are gone, the details cannot be tested by guessing.
pub fn commitment(blinding: &[u8; 32], details: &[u8]) -> [u8; 32] {
    let key = hmac::Key::new(HMAC_SHA256, blinding);
    let tag = hmac::sign(&key, Frame::new("seloste details").part(details).bytes());
    let mut out = [0; 32];
    for (to, from) in out.iter_mut().zip(tag.as_ref()) {
        *to = *from;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ClassTag;
    use seloste_kernel::SeededRandom;
    use std::collections::HashSet;

    #[test]
    fn references_differ_by_entry_and_key_and_can_be_found_again() {
        let random = SeededRandom::new(1);
        let class = ClassTag::new("feedback", "month");
        let keys = [(); 10].map(|()| PersonKey::generate(class, &random).unwrap());
        let entries = [(); 100].map(|()| EntryId::random(&random));
        let refs: HashSet<[u8; 16]> =
            keys.iter().flat_map(|key| entries.map(|entry| key.subject_ref(&entry))).collect();
        assert_eq!(refs.len(), 1000);
        assert!(refs.contains(&keys[3].subject_ref(&entries[42])));
    }

    #[test]
    fn commitments_differ_by_blinding_and_details() {
        let base = commitment(&[1; 32], b"opened");
        assert_eq!(base, commitment(&[1; 32], b"opened"));
        assert_ne!(base, commitment(&[2; 32], b"opened"));
        assert_ne!(base, commitment(&[1; 32], b"closed"));
    }
}
