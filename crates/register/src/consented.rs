//! Keys of their own for what rests on consent alone. A withdrawal (Art. 7(3)) takes a part of a
//! record away and leaves the rest, so that part has a key that can be destroyed by itself: then
//! no older copy of the record opens it either.
//!
//! A *group* is a set of purposes that all rest on consent, written as their names in order. Fields
//! with just these purposes are sealed under the group's key, and a consent is tied to the group of
//! its own purpose, so that its withdrawal can be told from the missing key. What a floor of
//! law does not keep, or keeps no longer, goes in the same way: see [`group_of`]. Which key serves
//! which group stands in the record's body: ids only, nothing personal.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use seloste_kernel::{Fault, FaultKind, KeyId, Sealed};
use seloste_notice::model::{Collect, Notice};
use seloste_store::Tx;
use seloste_store::tables::persons;
use seloste_store::tables::records::RecordRow;
use seloste_vault::PersonKey;

use crate::automated::field_of;
use crate::body::Cells;
use crate::keyring::Keyring;
use crate::read::{CONSENTS, Consent};
use crate::{Engine, Register, body};

/// The part of a body that says which key serves which group. Not sealed.
pub(crate) const KEYS: &str = "_keys";

/// The group of a purpose or of a field's purposes; `None` when something else carries them too.
pub(crate) fn group<'a>(
    notice: &Notice,
    purposes: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    let names: BTreeSet<&str> = purposes.into_iter().collect();
    let all = !names.is_empty() && names.iter().all(|name| notice.by_consent(name));
    all.then(|| names.into_iter().collect::<Vec<_>>().join(" "))
}

/// The group of a field, or of the consents, of a kind. Where floors of law keep some of the
/// fields longer, those that end together are a group, too.
pub(crate) fn group_of(notice: &Notice, kind: &Collect, name: &str) -> Option<String> {
    let by_floors = (!kind.floors.is_empty()).then(|| {
        let keeping = kind
            .floors
            .iter()
            .filter(|rule| rule.fields.iter().any(|of| of.value == field_of(name)));
        let grounds: BTreeSet<&str> = keeping.map(|rule| rule.ground.as_str()).collect();
        format!("{FLOOR}{}", grounds.into_iter().collect::<Vec<_>>().join(" "))
    });
    if name == CONSENTS {
        return by_floors;
    }
    let field = kind.field(field_of(name))?;
    let purposes = field.purposes.iter().map(|purpose| purpose.value.as_str());
    group(notice, purposes).or(by_floors)
}

/// The beginning of a group that ends with the last of the floors that follow in its name. No
/// purpose has a colon in its name.
const FLOOR: &str = "floor:";

/// Whether the group stays when nothing but these grounds keeps the record.
pub(crate) fn kept_by(group: &str, grounds: &BTreeSet<&str>) -> bool {
    let floors = group.strip_prefix(FLOOR);
    floors.is_some_and(|floors| floors.split(' ').any(|ground| grounds.contains(ground)))
}

/// Whether the loss of the group's key means that an erasure took a part of the record.
pub(crate) fn is_of_floor(group: &str) -> bool {
    group.starts_with(FLOOR)
}

/// Whether a group still has a consent among these.
pub(crate) fn carried(group: &str, consents: &[Consent]) -> bool {
    is_of_floor(group)
        || group.split(' ').any(|purpose| consents.iter().any(|consent| consent.purpose == purpose))
}

/// The name under which the database keeps a group's key beside its class.
pub(crate) fn class_in_store(class: &str, group: &str) -> String {
    format!("{class}/{group}")
}

/// The ids of a record's group keys, by group.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Groups(pub BTreeMap<String, KeyId>);

impl Groups {
    /// As they stand in a body.
    pub(crate) fn of(cells: &Cells) -> Self {
        let part = cells.iter().find(|(name, _)| name == KEYS);
        // Damaged bytes name no key, and then what they sealed does not open: the scan tells.
        let ids = part.and_then(|(_, bytes)| serde_json::from_slice(bytes.as_bytes()).ok());
        Self(ids.unwrap_or_default())
    }

    /// Puts them into a body in place of what was there.
    pub(crate) fn put(&self, cells: &mut Cells) -> Result<(), Fault> {
        cells.retain(|(name, _)| name != KEYS);
        if !self.0.is_empty() {
            let bytes = serde_json::to_vec(&self.0).map_err(Fault::internal)?;
            cells.push((KEYS.to_owned(), Sealed::from_bytes(bytes)));
        }
        Ok(())
    }

    /// Those of a row as it lies in the database.
    pub(crate) fn in_row(row: &RecordRow) -> Self {
        body::decode(&row.body).map_or_else(|_| Self::default(), |cells| Self::of(&cells))
    }

    /// The id of the key that seals this field, when it is not the record's main key.
    pub(crate) fn id(&self, register: &Register, kind: &str, field: &str) -> Option<KeyId> {
        if self.0.is_empty() {
            return None;
        }
        let declared = register.notice.kind(kind)?;
        self.0.get(&group_of(&register.notice, declared, field)?).copied()
    }

    /// Notes the keys as this person's.
    pub(crate) fn write(
        &self,
        tx: &mut Tx,
        person: seloste_kernel::PersonId,
        class: &str,
    ) -> Result<(), Fault> {
        self.0.iter().try_for_each(|(group, key)| {
            persons::insert_key(tx, person, &class_in_store(class, group), *key)
        })
    }
}

/// Everything that opens or seals one record's cells.
pub(crate) struct Keys<'a> {
    /// The key of the record's class.
    pub main: Arc<PersonKey>,
    /// The keys of its groups.
    pub groups: Groups,
    ring: &'a Keyring,
}

impl<'a> Keys<'a> {
    /// The keys of a record with these cells.
    ///
    /// # Errors
    /// As [`Keyring::key`].
    pub(crate) fn of(ring: &'a Keyring, row: &RecordRow, cells: &Cells) -> Result<Self, Fault> {
        Ok(Self { main: ring.key(row.key)?, groups: Groups::of(cells), ring })
    }

    /// Keys that are not in any body yet.
    pub(crate) fn new(ring: &'a Keyring, main: Arc<PersonKey>, groups: Groups) -> Self {
        Self { main, groups, ring }
    }

    /// The key of one field.
    ///
    /// # Errors
    /// As [`Keyring::key`].
    pub(crate) fn field(
        &self,
        register: &Register,
        kind: &str,
        field: &str,
    ) -> Result<Arc<PersonKey>, Fault> {
        match self.groups.id(register, kind, field) {
            Some(id) => self.ring.key(id),
            None => Ok(Arc::clone(&self.main)),
        }
    }

    /// Groups whose key was destroyed, or never came back with a backup.
    ///
    /// # Errors
    /// When a slot cannot be read: that is no reason to give anything up.
    pub(crate) fn lost(&self) -> Result<Vec<String>, Fault> {
        let mut lost = Vec::new();
        for (group, id) in &self.groups.0 {
            match self.ring.key(*id) {
                Ok(_) => {}
                Err(fault) if is_lost(&fault) => lost.push(group.clone()),
                Err(fault) => return Err(fault),
            }
        }
        Ok(lost)
    }
}

/// Whether a key is not there any more and never will be.
pub(crate) fn is_lost(fault: &Fault) -> bool {
    fault.kind() == FaultKind::Gone || fault.key() == "fault-keys-unknown"
}

impl Engine {
    /// New keys for these groups, durable in the vault.
    pub(crate) async fn group_keys(
        &self,
        register: &str,
        class: &str,
        groups: BTreeSet<String>,
    ) -> Result<Groups, Fault> {
        if groups.is_empty() {
            return Ok(Groups::default());
        }
        let ids = self.new_keys(register, class, groups.len()).await?;
        Ok(Groups(groups.into_iter().zip(ids).collect()))
    }
}
