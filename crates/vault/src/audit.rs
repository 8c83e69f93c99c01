//! How the ledger speaks of persons without naming them.
//!
//! A reference is keyed by the key under which the data in question is sealed, and differs in
//! every entry: with the key, the person's own entries can be found; without it, no two entries
//! can be linked and nothing can be tested by guessing. When the class's key is destroyed, its
//! references die in the same instant. There is deliberately no separate audit key with a
//! lifetime of its own, which could outlive the data that it speaks of.

use std::fmt;

use aws_lc_rs::hmac::{self, HMAC_SHA256};
use seloste_kernel::{EntryId, Fault};

use crate::blind::truncated;
use crate::frame::Frame;
use crate::secret::{PersonKey, derive};

/// Makes the references of one person key.
pub struct AuditKey(hmac::Key);

impl PersonKey {
    /// The key of this person's ledger references, in this key's register and class.
    ///
    /// # Errors
    /// Only when the cryptographic library fails.
    pub fn audit(&self) -> Result<AuditKey, Fault> {
        let secret = derive(&self.secret, "seloste audit")?;
        Ok(AuditKey(hmac::Key::new(HMAC_SHA256, &*secret)))
    }
}

impl AuditKey {
    /// Whom this entry is about.
    pub fn subject_ref(&self, entry: EntryId) -> [u8; 16] {
        truncated(&self.0, Frame::new("seloste subject").part(entry.as_bytes()).bytes())
    }
}

impl fmt::Debug for AuditKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AuditKey")
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
        let refs: HashSet<[u8; 16]> = keys
            .iter()
            .flat_map(|key| entries.map(|entry| key.audit().unwrap().subject_ref(entry)))
            .collect();
        assert_eq!(refs.len(), 1000);
        assert!(refs.contains(&keys[3].audit().unwrap().subject_ref(entries[42])));
    }

    #[test]
    fn commitments_differ_by_blinding_and_details() {
        let base = commitment(&[1; 32], b"opened");
        assert_eq!(base, commitment(&[1; 32], b"opened"));
        assert_ne!(base, commitment(&[2; 32], b"opened"));
        assert_ne!(base, commitment(&[1; 32], b"closed"));
    }
}
