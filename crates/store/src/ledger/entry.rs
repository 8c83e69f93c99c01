//! One event, in the bytes that the tree hashes: one form only, so that nothing can be said
//! twice in two ways.

use seloste_kernel::{EntryId, Fault};

/// What happened, without personal data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Unique; by it an entry integrated twice is recognised.
    pub id: EntryId,
    /// When, milliseconds since 1970, rounded to the minute by the caller.
    pub at_ms: i64,
    /// What kind of actor: `staff`, `person`, `sweep`.
    pub actor: String,
    /// Which actor; unlinkable between entries without the actor's audit key.
    pub actor_ref: [u8; 16],
    /// What was done: a code.
    pub action: String,
    /// For which purpose: a name of the notice.
    pub purpose: String,
    /// To which kind of record.
    pub kind: String,
    /// To whose; unlinkable between entries without the person's audit key.
    pub subject_ref: [u8; 16],
    /// Binds details that are kept elsewhere, sealed.
    pub commitment: [u8; 32],
    /// Under which version of the notice.
    pub notice_version: i64,
    /// To how many.
    pub counts: i64,
}

/// First byte of every entry of this form.
const FORM: u8 = 1;

impl Entry {
    /// The entry's bytes, about 140.
    ///
    /// # Errors
    /// `Internal` when a word is longer than 255 bytes.
    pub fn encode(&self) -> Result<Vec<u8>, Fault> {
        let mut bytes = Vec::with_capacity(160);
        bytes.push(FORM);
        bytes.extend_from_slice(self.id.as_bytes());
        for number in [self.at_ms, self.notice_version, self.counts] {
            bytes.extend_from_slice(&number.to_be_bytes());
        }
        bytes.extend_from_slice(&self.actor_ref);
        bytes.extend_from_slice(&self.subject_ref);
        bytes.extend_from_slice(&self.commitment);
        for word in [&self.actor, &self.action, &self.purpose, &self.kind] {
            let length = u8::try_from(word.len())
                .map_err(|_| Fault::internal("a word of a ledger entry is too long"))?;
            bytes.push(length);
            bytes.extend_from_slice(word.as_bytes());
        }
        Ok(bytes)
    }

    /// The entry of these bytes; `None` when they are not the bytes of any entry.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let View { fixed, words: [actor, action, purpose, kind] } = View::of(bytes)?;
        let mut rest = &fixed[1..];
        let rest = &mut rest;
        let id = EntryId::from_bytes(take(rest)?);
        let [at_ms, notice_version, counts] = [take(rest)?, take(rest)?, take(rest)?];
        let [actor_ref, subject_ref] = [take(rest)?, take(rest)?];
        Some(Self {
            id,
            at_ms: i64::from_be_bytes(at_ms),
            actor: actor.to_owned(),
            actor_ref,
            action: action.to_owned(),
            purpose: purpose.to_owned(),
            kind: kind.to_owned(),
            subject_ref,
            commitment: take(rest)?,
            notice_version: i64::from_be_bytes(notice_version),
            counts: i64::from_be_bytes(counts),
        })
    }
}

/// Bytes of an entry before its words: form, id, three numbers, two references, commitment.
const FIXED: usize = 1 + 16 + 3 * 8 + 2 * 16 + 32;

/// An entry in its bytes, with nothing copied: millions are looked at when a ledger is verified.
pub(crate) struct View<'a> {
    fixed: &'a [u8; FIXED],
    words: [&'a str; 4],
}

impl<'a> View<'a> {
    /// `None` when they are not the bytes of any entry.
    pub(crate) fn of(bytes: &'a [u8]) -> Option<Self> {
        let (fixed, mut rest) = bytes.split_first_chunk::<FIXED>()?;
        if fixed[0] != FORM {
            return None;
        }
        let rest = &mut rest;
        let words = [word(rest)?, word(rest)?, word(rest)?, word(rest)?];
        rest.is_empty().then_some(Self { fixed, words })
    }

    pub(crate) fn id(&self) -> Option<EntryId> {
        EntryId::from_slice(&self.fixed[1..17])
    }

    pub(crate) fn at_ms(&self) -> Option<i64> {
        self.fixed[17..25].try_into().ok().map(i64::from_be_bytes)
    }
}

fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (head, tail) = rest.split_first_chunk::<N>()?;
    *rest = tail;
    Some(*head)
}

fn word<'a>(rest: &mut &'a [u8]) -> Option<&'a str> {
    let (length, tail) = rest.split_first()?;
    let (head, tail) = tail.split_at_checked(usize::from(*length))?;
    *rest = tail;
    std::str::from_utf8(head).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn entry(word: String, number: i64, byte: u8) -> Entry {
        Entry {
            id: EntryId::from_bytes([byte; 16]),
            at_ms: number,
            actor: word.clone(),
            actor_ref: [byte; 16],
            action: String::new(),
            purpose: word,
            kind: "feedback".to_owned(),
            subject_ref: [byte ^ 1; 16],
            commitment: [byte ^ 2; 32],
            notice_version: number / 2,
            counts: 1,
        }
    }

    proptest! {
        #[test]
        fn bytes_and_entry_are_two_forms_of_one(
            word in "\\PC{0,60}", number in any::<i64>(), byte in any::<u8>()
        ) {
            let entry = entry(word, number, byte);
            let bytes = entry.encode().unwrap();
            let view = View::of(&bytes).unwrap();
            prop_assert_eq!((view.id(), view.at_ms()), (Some(entry.id), Some(entry.at_ms)));
            prop_assert_eq!(Entry::decode(&bytes), Some(entry));
        }

        #[test]
        fn what_decodes_encodes_to_the_same_bytes(bytes in prop::collection::vec(any::<u8>(), 0..250)) {
            let mut bytes = bytes;
            if let Some(first) = bytes.first_mut() {
                *first = FORM;
            }
            if let Some(entry) = Entry::decode(&bytes) {
                prop_assert_eq!(entry.encode().unwrap(), bytes);
            }
        }
    }

    #[test]
    fn a_word_too_long_is_a_fault() {
        assert!(entry("x".repeat(256), 0, 0).encode().is_err());
    }
}
