//! What the blocks of the key ring's files hold.

use std::fmt;

use seloste_kernel::{KeyId, Random};

use crate::block::{FileKind, TRAILER};
use crate::secret::{ClassTag, WRAPPED_LEN, Wrapped, WrappedKey};

const SPARE: u8 = 1;
const LIVE: u8 = 2;
const SHREDDED: u8 = 3;

/// One slot of the key file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slot {
    /// Never used.
    Free,
    /// A key made in advance; whether it has been given out is not known from here.
    Spare(WrappedKey),
    /// A key in use.
    Live(WrappedKey),
    /// A key was here. Not even its name is left.
    Shredded,
}

impl Slot {
    /// The key, when there is one.
    pub fn key(&self) -> Option<&WrappedKey> {
        match self {
            Slot::Spare(key) | Slot::Live(key) => Some(key),
            Slot::Free | Slot::Shredded => None,
        }
    }

    /// The block's body. Every byte that carries nothing is random, so that writing a slot
    /// overwrites all of what was there.
    pub fn encode(&self, random: &dyn Random) -> Vec<u8> {
        let mut body = vec![0; FileKind::Slots.block_len() - TRAILER];
        random.fill(&mut body);
        let (state, key) = match self {
            Slot::Free | Slot::Shredded => (SHREDDED, None),
            Slot::Spare(key) => (SPARE, Some(key)),
            Slot::Live(key) => (LIVE, Some(key)),
        };
        let mut fields = vec![state];
        if let Some(key) = key {
            fields.extend_from_slice(key.id.as_bytes());
            fields.extend_from_slice(&key.epoch.to_be_bytes());
            fields.extend_from_slice(&key.class.0);
            fields.extend_from_slice(&key.wrapped);
            fields.extend_from_slice(&key.commitment);
        }
        for (to, from) in body.iter_mut().zip(fields) {
            *to = from;
        }
        body
    }

    /// The slot of a whole block's body. `None` for a state that this program does not know.
    pub fn decode(body: &[u8]) -> Option<Self> {
        let mut reader = Reader(body);
        let state = reader.take::<1>()?[0];
        match state {
            0 => Some(Slot::Free),
            SHREDDED => Some(Slot::Shredded),
            SPARE | LIVE => {
                let key = WrappedKey {
                    id: KeyId::from_bytes(reader.take()?),
                    epoch: u32::from_be_bytes(reader.take()?),
                    class: ClassTag(reader.take()?),
                    wrapped: reader.take()?,
                    commitment: reader.take()?,
                };
                Some(if state == LIVE { Slot::Live(key) } else { Slot::Spare(key) })
            }
            _ => None,
        }
    }
}

/// Which secret the root wraps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecretKind {
    /// A week's epoch key.
    Epoch = 1,
    /// The key of blind lookups.
    Index = 2,
    /// The ledger's signing key.
    Ledger = 3,
}

/// One block of the secrets file.
#[derive(Clone, PartialEq, Eq)]
pub enum KeptSecret {
    /// Never used, or destroyed and overwritten.
    Free,
    /// A secret wrapped by the root.
    Held {
        /// Which secret.
        kind: SecretKind,
        /// The epoch's number; 0 for the others.
        id: u32,
        /// When it was made, in seconds since 1970.
        made_s: i64,
        /// The wrapped secret.
        wrapped: Wrapped,
    },
}

impl KeptSecret {
    /// The block's body; unused bytes are random.
    pub fn encode(&self, random: &dyn Random) -> Vec<u8> {
        let mut body = vec![0; FileKind::Secrets.block_len() - TRAILER];
        random.fill(&mut body);
        let mut fields = Vec::with_capacity(14 + WRAPPED_LEN);
        match self {
            KeptSecret::Free => fields.push(0),
            KeptSecret::Held { kind, id, made_s, wrapped } => {
                fields.push(*kind as u8);
                fields.extend_from_slice(&id.to_be_bytes());
                fields.extend_from_slice(&made_s.to_be_bytes());
                fields.extend_from_slice(wrapped);
            }
        }
        for (to, from) in body.iter_mut().zip(fields) {
            *to = from;
        }
        body
    }

    /// The secret of a whole block's body. `None` for a kind that this program does not know.
    pub fn decode(body: &[u8]) -> Option<Self> {
        let mut reader = Reader(body);
        let kind = match reader.take::<1>()?[0] {
            0 => return Some(KeptSecret::Free),
            1 => SecretKind::Epoch,
            2 => SecretKind::Index,
            3 => SecretKind::Ledger,
            _ => return None,
        };
        Some(KeptSecret::Held {
            kind,
            id: u32::from_be_bytes(reader.take()?),
            made_s: i64::from_be_bytes(reader.take()?),
            wrapped: reader.take()?,
        })
    }
}

impl fmt::Debug for KeptSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            KeptSecret::Free => f.write_str("Free"),
            KeptSecret::Held { kind, id, .. } => write!(f, "{kind:?}({id})"),
        }
    }
}

/// Takes fields of known length from the front.
pub(crate) struct Reader<'a>(pub(crate) &'a [u8]);

impl Reader<'_> {
    pub(crate) fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*taken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use seloste_kernel::SeededRandom;

    prop_compose! {
        fn any_key()(id: [u8; 16], epoch: u32, class: [u8; 32], wrapped: [[u8; 24]; 3], commitment: [u8; 32])
            -> WrappedKey {
            let wrapped = wrapped.concat().try_into().unwrap();
            WrappedKey { id: KeyId::from_bytes(id), epoch, class: ClassTag(class), wrapped, commitment }
        }
    }

    proptest! {
        #[test]
        fn slots_come_back(key in any_key(), seed: u64) {
            let random = SeededRandom::new(seed);
            for slot in [Slot::Spare(key.clone()), Slot::Live(key.clone()), Slot::Shredded] {
                let body = slot.encode(&random);
                prop_assert_eq!(body.len(), 232);
                prop_assert_eq!(Slot::decode(&body), Some(slot));
            }
            let body = Slot::Shredded.encode(&random);
            for secret in [&key.wrapped[..], &key.commitment, key.id.as_bytes()] {
                prop_assert!(!body.windows(16).any(|window| secret.starts_with(window)));
            }
        }

        #[test]
        fn secrets_come_back(id: u32, made_s: i64, key in any_key(), seed: u64) {
            let random = SeededRandom::new(seed);
            for kind in [SecretKind::Epoch, SecretKind::Index, SecretKind::Ledger] {
                let kept = KeptSecret::Held { kind, id, made_s, wrapped: key.wrapped };
                prop_assert_eq!(KeptSecret::decode(&kept.encode(&random)), Some(kept));
            }
            let free = KeptSecret::Free.encode(&random);
            prop_assert_eq!(KeptSecret::decode(&free), Some(KeptSecret::Free));
        }

        #[test]
        fn any_bytes_are_safe_to_decode(bytes: Vec<u8>) {
            let _ = (Slot::decode(&bytes), KeptSecret::decode(&bytes));
        }
    }
}
