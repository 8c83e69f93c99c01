//! Blind lookups: finding a person by a value (mail address, code) without storing the value.
//!
//! Equality and frequency show, and an erased value can be tested by guessing wherever digests
//! remain. So: few fields, in a database file of their own that is in no backup.

use std::fmt;

use aws_lc_rs::hmac::{self, HMAC_SHA256};
use seloste_kernel::Random;
use subtle::ConstantTimeEq;

use crate::frame::Frame;
use crate::secret::{self, Secret};

/// Bytes of a digest.
pub const DIGEST_LEN: usize = 16;

/// The key of lookups.
pub struct IndexKey {
    secret: Secret,
    key: hmac::Key,
}

impl IndexKey {
    /// A fresh key. All digests must then be made anew.
    pub fn generate(random: &dyn Random) -> Self {
        Self::from_secret(secret::fresh(random))
    }

    pub(crate) fn from_secret(secret: Secret) -> Self {
        Self { key: hmac::Key::new(HMAC_SHA256, &*secret), secret }
    }

    pub(crate) fn secret(&self) -> &Secret {
        &self.secret
    }

    /// What to look for in the index of this register's field. `canonical` is the value in its
    /// one canonical form (trimmed, lower case, and so on, as the field declares).
    pub fn digest(&self, register: &str, field: &str, canonical: &[u8]) -> [u8; DIGEST_LEN] {
        let frame = Frame::new("seloste index")
            .part(register.as_bytes())
            .part(field.as_bytes())
            .part(canonical);
        truncated(&self.key, frame.bytes())
    }
}

impl IndexKey {
    /// The key of the marks that rows carry: made from this one, and of no use for lookups.
    pub fn mark_key(&self) -> MarkKey {
        let frame = Frame::new("seloste row marks");
        let secret = hmac::sign(&self.key, frame.bytes());
        MarkKey { key: hmac::Key::new(HMAC_SHA256, secret.as_ref()) }
    }
}

/// Makes marks by which rows of a database are known as the program's own.
pub struct MarkKey {
    key: hmac::Key,
}

impl MarkKey {
    /// The mark of these bytes.
    pub fn mark(&self, said: &[u8]) -> [u8; DIGEST_LEN] {
        truncated(&self.key, said)
    }
}

/// The key of addresses that are closed to a use. It comes from the root secret, so that it is there
/// after every restore, and is of no use for lookups; theirs is of none here.
pub struct ClosedKey {
    key: hmac::Key,
}

/// What a digest of a closed address says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// Closed for the nth time.
    Closed(u32),
    /// Opened again after the nth time.
    Opened(u32),
}

impl ClosedKey {
    pub(crate) fn from_secret(secret: &Secret) -> Self {
        Self { key: hmac::Key::new(HMAC_SHA256, &**secret) }
    }

    /// The digest of an address in its one canonical form, for a use. A list of digests that only
    /// grows tells by the turns how it stands now.
    pub fn digest(&self, usage: &str, canonical: &str, turn: Turn) -> [u8; DIGEST_LEN] {
        let (word, count) = match turn {
            Turn::Closed(count) => (b"closed", count),
            Turn::Opened(count) => (b"opened", count),
        };
        let frame = Frame::new("seloste closed address")
            .part(usage.as_bytes())
            .part(canonical.as_bytes())
            .part(word)
            .part(&count.to_be_bytes());
        truncated(&self.key, frame.bytes())
    }
}

impl fmt::Debug for ClosedKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ClosedKey")
    }
}

impl fmt::Debug for MarkKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MarkKey")
    }
}

impl fmt::Debug for IndexKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("IndexKey")
    }
}

/// The first 16 bytes of an HMAC.
pub(crate) fn truncated(key: &hmac::Key, bytes: &[u8]) -> [u8; DIGEST_LEN] {
    let mut digest = [0; DIGEST_LEN];
    let tag = hmac::sign(key, bytes);
    for (to, from) in digest.iter_mut().zip(tag.as_ref()) {
        *to = *from;
    }
    digest
}

/// Whether two digests are equal, in the same time wherever they differ.
pub fn digests_match(left: &[u8], right: &[u8]) -> bool {
    left.ct_eq(right).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use seloste_kernel::SeededRandom;

    #[test]
    fn digests_differ_by_key_register_field_and_value() {
        let random = SeededRandom::new(1);
        let key = IndexKey::generate(&random);
        let base = key.digest("feedback", "email", b"a@example.fi");
        assert_eq!(base, key.digest("feedback", "email", b"a@example.fi"));
        for other in [
            key.digest("booking", "email", b"a@example.fi"),
            key.digest("feedback", "phone", b"a@example.fi"),
            key.digest("feedback", "email", b"b@example.fi"),
            key.digest("feedbackemail", "", b"a@example.fi"),
            IndexKey::generate(&random).digest("feedback", "email", b"a@example.fi"),
        ] {
            assert!(!digests_match(&base, &other));
        }
        assert!(!digests_match(&base, &base[..15]));
    }

    #[test]
    fn closed_addresses_differ_by_use_value_turn_and_key_and_from_lookups() {
        let secret = secret::fresh(&SeededRandom::new(2));
        let key = ClosedKey::from_secret(&secret);
        let base = key.digest("direct-marketing", "a@example.fi", Turn::Closed(0));
        assert_eq!(base, key.digest("direct-marketing", "a@example.fi", Turn::Closed(0)));
        let other = ClosedKey::from_secret(&secret::fresh(&SeededRandom::new(3)));
        let index = IndexKey::from_secret(secret);
        for digest in [
            key.digest("market-research", "a@example.fi", Turn::Closed(0)),
            key.digest("direct-marketing", "b@example.fi", Turn::Closed(0)),
            key.digest("direct-marketing", "a@example.fi", Turn::Closed(1)),
            key.digest("direct-marketing", "a@example.fi", Turn::Opened(0)),
            other.digest("direct-marketing", "a@example.fi", Turn::Closed(0)),
            index.digest("direct-marketing", "email", b"a@example.fi"),
        ] {
            assert!(!digests_match(&base, &digest));
        }
    }

    proptest! {
        #[test]
        fn comparing_is_equality(left: [u8; 16], right: [u8; 16]) {
            prop_assert_eq!(digests_match(&left, &right), left == right);
            prop_assert!(digests_match(&left, &left));
        }
    }
}
