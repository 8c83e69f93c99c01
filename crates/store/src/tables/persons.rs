//! Data subjects and the keys their records are sealed with.

use seloste_kernel::{Fault, KeyId, PersonId};

use crate::fault;
use crate::mark::Marked;
use crate::tx::Tx;
use crate::value::{Row, Value, params};

/// A person in one register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonRow {
    /// Random; never shared between registers.
    pub id: PersonId,
    /// The register.
    pub register: String,
    /// When the first record was collected, milliseconds since 1970.
    pub created_ms: i64,
    /// Processing is restricted (GDPR Art. 18).
    pub restricted: bool,
    /// When everything of the person goes by their own wish, milliseconds since 1970.
    pub leaving_ms: Option<i64>,
}

pub(crate) static TABLE: Marked =
    Marked::new("persons", &["id"], &["register", "created_ms", "restricted", "leaving_ms"], &[]);

pub(crate) static KEYS: Marked =
    Marked::new("person_keys", &["person", "class", "key_id"], &[], &[]);

/// Adds a person.
///
/// # Errors
/// `Conflict` when the id is there already.
pub fn insert(tx: &mut Tx, person: PersonId, register: &str, created_ms: i64) -> Result<(), Fault> {
    match tx.put(&TABLE, params![&person, register, created_ms, false, Value::Null])? {
        1 => Ok(()),
        _ => Err(fault::conflict("the person is there already")),
    }
}

/// The person.
///
/// # Errors
/// Only the engine's.
pub fn get(tx: &mut Tx, person: PersonId) -> Result<Option<PersonRow>, Fault> {
    tx.genuine_first(&TABLE, "WHERE id = $1", params![&person], read)
}

/// People of a register by id, after the given one.
///
/// # Errors
/// Only the engine's.
pub fn list(
    tx: &mut Tx,
    register: &str,
    after: Option<PersonId>,
    limit: i64,
) -> Result<Vec<PersonRow>, Fault> {
    let after = after.map_or_else(Vec::new, |id| id.as_bytes().to_vec());
    let rest = "WHERE register = $1 AND id > $2 ORDER BY id LIMIT $3";
    tx.genuine(&TABLE, rest, params![register, after.as_slice(), limit], read)
}

/// Restricts the processing of a person's data, or lifts the restriction (GDPR Art. 18).
///
/// # Errors
/// `NotFound` when there is no such person.
pub fn set_restricted(tx: &mut Tx, person: PersonId, restricted: bool) -> Result<(), Fault> {
    let known = held(tx, person)?;
    rewrite(tx, &PersonRow { restricted, ..known })
}

/// Notes when everything of a person goes by their own wish, or that the wish is called off.
///
/// # Errors
/// `NotFound` when there is no such person.
pub fn set_leaving(tx: &mut Tx, person: PersonId, leaving_ms: Option<i64>) -> Result<(), Fault> {
    let known = held(tx, person)?;
    rewrite(tx, &PersonRow { leaving_ms, ..known })
}

/// The person, whom nobody else changes until this transaction ends: the row is written as a whole.
fn held(tx: &mut Tx, person: PersonId) -> Result<PersonRow, Fault> {
    let rest = format!("WHERE id = $1{}", tx.dialect().locked());
    let found = tx.genuine_first(&TABLE, &rest, params![&person], read)?;
    found.ok_or_else(|| fault::missing("the person"))
}

fn rewrite(tx: &mut Tx, row: &PersonRow) -> Result<(), Fault> {
    let PersonRow { id, register, created_ms, restricted, leaving_ms } = row;
    tx.rewrite(&TABLE, params![id, register, *created_ms, *restricted, *leaving_ms]).map(drop)
}

/// People of a register whose wish to go is due, longest due first.
///
/// # Errors
/// Only the engine's.
pub fn leaving(
    tx: &mut Tx,
    register: &str,
    now_ms: i64,
    limit: i64,
) -> Result<Vec<PersonId>, Fault> {
    let rest = "WHERE leaving_ms <= $1 AND register = $2 ORDER BY leaving_ms, id LIMIT $3";
    tx.genuine(&TABLE, rest, params![now_ms, register, limit], |row| row.id(0))
}

/// Removes people with everything that belongs to them, also rows that this program did not write
/// and therefore never sees. Table by table, not row by row: what it costs is the rows themselves.
///
/// # Errors
/// Only the engine's.
pub fn erase(tx: &mut Tx, people: &[PersonId]) -> Result<(), Fault> {
    for person in people {
        super::lookups::delete_person(tx, *person)?;
    }
    let people: Vec<[Value<'_>; 1]> = people.iter().map(|person| [person.into()]).collect();
    // What refers to others goes before them.
    for table in ["sessions", "commands", "accesses", "limits", "holds", "records", "person_keys"] {
        tx.execute_each(&format!("DELETE FROM {table} WHERE person = $1"), &people)?;
    }
    tx.execute_each("DELETE FROM persons WHERE id = $1", &people)
}

/// Notes which key seals a person's records of a retention class.
///
/// # Errors
/// `Conflict` when the person is gone.
pub fn insert_key(tx: &mut Tx, person: PersonId, class: &str, key: KeyId) -> Result<(), Fault> {
    tx.put(&KEYS, params![&person, class, &key]).map(drop)
}

/// The keys of one retention class of a person.
///
/// # Errors
/// Only the engine's.
pub fn key(tx: &mut Tx, person: PersonId, class: &str) -> Result<Vec<KeyId>, Fault> {
    let rest = "WHERE person = $1 AND class = $2 ORDER BY key_id";
    tx.genuine(&KEYS, rest, params![&person, class], |row| row.id(2))
}

/// All keys of a person with their retention classes.
///
/// # Errors
/// Only the engine's.
pub fn keys(tx: &mut Tx, person: PersonId) -> Result<Vec<(String, KeyId)>, Fault> {
    let read = |row: &Row<'_>| Ok((row.text(1)?, row.id(2)?));
    tx.genuine(&KEYS, "WHERE person = $1 ORDER BY class, key_id", params![&person], read)
}

/// Whose key this is, and of which class.
///
/// # Errors
/// Only the engine's.
pub fn owner_of_key(tx: &mut Tx, key: KeyId) -> Result<Option<(PersonId, String)>, Fault> {
    let read = |row: &Row<'_>| Ok((row.id(0)?, row.text(1)?));
    tx.genuine_first(&KEYS, "WHERE key_id = $1", params![&key], read)
}

/// Forgets keys, whoever has them.
///
/// # Errors
/// Only the engine's.
pub fn delete_keys(tx: &mut Tx, keys: &[KeyId]) -> Result<(), Fault> {
    let keys: Vec<[Value<'_>; 1]> = keys.iter().map(|key| [key.into()]).collect();
    tx.execute_each("DELETE FROM person_keys WHERE key_id = $1", &keys)
}

fn read(row: &Row<'_>) -> Result<PersonRow, Fault> {
    Ok(PersonRow {
        id: row.id(0)?,
        register: row.text(1)?,
        created_ms: row.int(2)?,
        restricted: row.flag(3)?,
        leaving_ms: row.opt_int(4)?,
    })
}
