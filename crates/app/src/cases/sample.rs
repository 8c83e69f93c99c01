//! A request to test with.

use std::collections::BTreeMap;

use seloste_kernel::{PersonId, RecordId, Sensitive};
use seloste_register::Opened;

use super::{KIND, OPEN};

/// An open request of 14 January 2026 with these fields.
pub fn request(fields: &[(&str, &str)]) -> Opened {
    let field =
        |(name, value): &(&str, &str)| ((*name).to_owned(), Sensitive::new((*value).to_owned()));
    let created = "2026-01-14T10:00:00+02:00".parse().unwrap();
    Opened {
        person: PersonId::from_bytes([1; 16]),
        id: RecordId::from_bytes([2; 16]),
        kind: KIND.to_owned(),
        state: OPEN.to_owned(),
        thread: None,
        number: Some(12),
        created,
        updated: created,
        due: None,
        review: None,
        version: 1,
        notice_version: 1,
        fields: fields.iter().map(field).collect::<BTreeMap<_, _>>(),
        consents: Vec::new(),
        withdrawn: Vec::new(),
        automated: BTreeMap::new(),
        asked: Default::default(),
    }
}
