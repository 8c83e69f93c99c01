//! One type per kind of identifier, so that a person's id can never be passed where a record's is
//! meant. All are 128 bits; shown as 26 characters of Crockford base32 (lower case).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{Clock, Random};

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// The text is not an identifier: 26 characters of Crockford base32 are expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IdError;

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an identifier: expected 26 letters and digits")
    }
}

impl std::error::Error for IdError {}

fn encode(bytes: &[u8; 16], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let value = u128::from_be_bytes(*bytes);
    for place in (0..26).rev() {
        let digit = ((value >> (place * 5)) & 31) as usize;
        write!(f, "{}", char::from(ALPHABET[digit]))?;
    }
    Ok(())
}

fn decode(text: &str) -> Result<[u8; 16], IdError> {
    let text = text.as_bytes();
    // 26 × 5 = 130 bits: the first digit may only carry three.
    if text.len() != 26 || !matches!(text[0], b'0'..=b'7') {
        return Err(IdError);
    }
    let mut value: u128 = 0;
    for byte in text {
        let digit = ALPHABET.iter().position(|letter| letter == byte).ok_or(IdError)?;
        value = (value << 5) | digit as u128;
    }
    Ok(value.to_be_bytes())
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; 16]);

        impl $name {
            /// The identifier with exactly these bytes.
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(bytes)
            }

            /// The identifier in a database column; `None` unless it has 16 bytes.
            pub fn from_slice(bytes: &[u8]) -> Option<Self> {
                bytes.try_into().ok().map(Self)
            }

            /// A wholly random identifier: says nothing of when or for whom it was made.
            pub fn random(random: &dyn Random) -> Self {
                let mut bytes = [0; 16];
                random.fill(&mut bytes);
                Self(bytes)
            }

            /// The bytes.
            pub const fn as_bytes(&self) -> &[u8; 16] {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                encode(&self.0, f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }

        impl FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                decode(text).map(Self)
            }
        }

        impl Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

id!(
    /// A data subject in one register. Random; never shared between registers.
    PersonId
);
id!(
    /// One record of a declared kind. Begins with its time of writing so that neighbours in time
    /// are neighbours on disk.
    RecordId
);
id!(
    /// One entry of the ledger; unique, so that an entry integrated twice is recognised.
    EntryId
);
id!(
    /// One key in the vault.
    KeyId
);
id!(
    /// A staff user.
    UserId
);
id!(
    /// A request of a person, with its clock.
    CaseId
);
id!(
    /// A signed-in session. Not its secret: safe in lists.
    SessionId
);

impl RecordId {
    /// A new record's id: 48 bits of milliseconds, 80 random bits (RFC 9562, version 7, without
    /// the version bits, which nobody reads here).
    pub fn new(clock: &dyn Clock, random: &dyn Random) -> Self {
        let mut bytes = [0; 16];
        random.fill(&mut bytes);
        let millis = clock.now().as_millisecond().max(0) as u64;
        bytes[..6].copy_from_slice(&millis.to_be_bytes()[2..]);
        Self(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SeededRandom;

    #[test]
    fn text_and_bytes_are_two_forms_of_one_id() {
        let random = SeededRandom::new(1);
        for _ in 0..1000 {
            let id = PersonId::random(&random);
            assert_eq!(id.to_string().len(), 26);
            assert_eq!(id.to_string().parse(), Ok(id));
        }
    }

    #[test]
    fn other_text_is_refused() {
        for text in ["", "8zzzzzzzzzzzzzzzzzzzzzzzzz", "0000000000000000000000000u", "0", "ä"] {
            assert_eq!(text.parse::<PersonId>(), Err(IdError), "{text}");
        }
    }
}
