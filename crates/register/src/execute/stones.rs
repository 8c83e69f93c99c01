//! What an erasure leaves for those who hold a code: that it was, when and why.

use std::collections::{BTreeMap, HashMap};

use seloste_kernel::{Fault, PersonId, RecordId};
use seloste_store::Tx;
use seloste_store::tables::{commands, lookups};

use super::Intent;
use crate::people::Tombstone;
use crate::read::CONSENTS;

/// Whoever holds the receipt can still be told that it was erased, when and why: Art. 12(3)
/// wants the person informed, and nothing else is kept.
pub(super) struct Stones {
    /// What each person's stones say.
    says: HashMap<PersonId, Vec<u8>>,
    /// What those say of whom no entry tells.
    bare: Vec<u8>,
    laid: BTreeMap<[u8; 16], PersonId>,
}

impl Stones {
    pub fn of(intent: &Intent) -> Result<Self, Fault> {
        let bare = Tombstone::of(intent.at_ms, intent.why);
        let mut says = HashMap::with_capacity(intent.refs.len());
        for reference in &intent.refs {
            let kept = reference.kept.clone();
            let entry = Some(reference.entry);
            let counted = reference.counted.clone();
            let person = (!kept.is_empty()).then_some(reference.person);
            let why = reference.why(intent);
            let stone = Tombstone { why, entry, kept, counted, person, ..bare.clone() };
            says.insert(reference.person, serde_json::to_vec(&stone).map_err(Fault::internal)?);
        }
        let bare = serde_json::to_vec(&bare).map_err(Fault::internal)?;
        Ok(Self { says, bare, laid: BTreeMap::new() })
    }

    /// For those of a person's codes that open nothing any more.
    pub fn lay(
        &mut self,
        person: PersonId,
        lookups: Vec<(String, [u8; 16])>,
        goes: impl Fn(&str) -> bool,
    ) {
        let codes = lookups.into_iter().filter(|(field, _)| is_code(field) && goes(field));
        self.laid.extend(codes.map(|(_, digest)| (digest, person)));
    }

    pub fn put(&self, tx: &mut Tx, expires_ms: i64) -> Result<(), Fault> {
        let says = |person| self.says.get(person).unwrap_or(&self.bare).as_slice();
        let stones: Vec<_> =
            self.laid.iter().map(|(code, person)| (*code, says(person), expires_ms)).collect();
        commands::put(tx, &stones)
    }
}

/// The hashes by which this record is found and no other.
pub(super) fn last_codes(
    tx: &mut Tx,
    person: PersonId,
    record: RecordId,
) -> Result<Vec<(String, [u8; 16])>, Fault> {
    let mut last = Vec::new();
    for (field, digest) in lookups::of_record(tx, person, record)? {
        // A code that still opens something else of theirs needs no stone yet.
        if is_code(&field) && lookups::find(tx, &field, digest)?.iter().all(|(_, of)| *of == record)
        {
            last.push((field, digest));
        }
    }
    Ok(last)
}

/// Whether a lookup is of a code that somebody holds.
fn is_code(field: &str) -> bool {
    matches!(field.split_once('/'), Some((_, "receipt" | CONSENTS)))
}
