//! Finding people by keyed digests of what they gave, in a file of its own that no backup holds
//! and that can be rebuilt from the records.

use seloste_kernel::{Fault, PersonId, RecordId};

use crate::tx::Tx;
use crate::value::params;

/// Adds a lookup. Adding it twice is adding it once.
///
/// # Errors
/// Only the engine's.
pub fn put(
    tx: &mut Tx,
    field: &str,
    digest: [u8; 16],
    person: PersonId,
    record: RecordId,
) -> Result<(), Fault> {
    let sql = "INSERT INTO lookups (field, digest, person, record) VALUES ($1, $2, $3, $4) \
         ON CONFLICT DO NOTHING";
    tx.execute_index(sql, params![field, &digest, &person, &record]).map(drop)
}

/// Whose records have this value in this field.
///
/// # Errors
/// Only the engine's.
pub fn find(
    tx: &mut Tx,
    field: &str,
    digest: [u8; 16],
) -> Result<Vec<(PersonId, RecordId)>, Fault> {
    let sql = "SELECT person, record FROM lookups WHERE field = $1 AND digest = $2 \
         ORDER BY person, record";
    tx.all(sql, params![field, &digest], |row| Ok((row.id(0)?, row.id(1)?)))
}

/// What a person is found by in this field, at most `limit` digests.
///
/// # Errors
/// Only the engine's.
pub fn of_person(
    tx: &mut Tx,
    field: &str,
    person: PersonId,
    limit: i64,
) -> Result<Vec<[u8; 16]>, Fault> {
    let sql = "SELECT DISTINCT digest FROM lookups WHERE person = $1 AND field = $2 \
         ORDER BY digest LIMIT $3";
    tx.all(sql, params![&person, field, limit], |row| row.id(0))
}

/// Removes the lookups of a record; says how many.
///
/// # Errors
/// Only the engine's.
pub fn delete_record(tx: &mut Tx, person: PersonId, record: RecordId) -> Result<u64, Fault> {
    let sql = "DELETE FROM lookups WHERE person = $1 AND record = $2";
    tx.execute_index(sql, params![&person, &record])
}

/// Removes the lookups of a person; says how many.
///
/// # Errors
/// Only the engine's.
pub fn delete_person(tx: &mut Tx, person: PersonId) -> Result<u64, Fault> {
    tx.execute_index("DELETE FROM lookups WHERE person = $1", params![&person])
}

/// Removes all, before a rebuild.
///
/// # Errors
/// Only the engine's.
pub fn clear(tx: &mut Tx) -> Result<(), Fault> {
    tx.execute_index("DELETE FROM lookups", params![]).map(drop)
}

/// Whether the lookups may differ from the records, after a restore or a crash between the
/// commits of the two files. Rebuild them then, and call [`mark_rebuilt`] when all are there.
///
/// # Errors
/// Only the engine's.
pub fn stale(tx: &mut Tx) -> Result<bool, Fault> {
    let sql = "SELECT (SELECT number FROM index_generation), (SELECT number FROM index_state)";
    tx.one(sql, params![], |row| Ok(row.opt_int(0)? != row.opt_int(1)?))
}

/// The lookups agree with the records again.
///
/// # Errors
/// Only the engine's.
pub fn mark_rebuilt(tx: &mut Tx) -> Result<(), Fault> {
    let sql = "UPDATE index_state SET number = (SELECT number FROM index_generation)";
    tx.execute_index(sql, params![]).map(drop)
}

/// The records do not have their lookups any more: a restore.
pub(crate) fn mark_stale(tx: &mut Tx) -> Result<(), Fault> {
    let sql = "UPDATE index_generation SET number = (SELECT number FROM index_state) + 1";
    tx.execute(sql, params![]).map(drop)
}

/// The hashes under which one record is found: field and digest.
///
/// # Errors
/// Only the engine's.
pub fn of_record(
    tx: &mut Tx,
    person: PersonId,
    record: RecordId,
) -> Result<Vec<(String, [u8; 16])>, Fault> {
    let sql = "SELECT field, digest FROM lookups WHERE person = $1 AND record = $2 ORDER BY field";
    tx.all(sql, params![&person, &record], |row| Ok((row.text(0)?, row.id(1)?)))
}

/// The hashes under which a person is found: field and digest. Those of several records may be
/// there more than once.
///
/// # Errors
/// Only the engine's.
pub fn all_of_person(tx: &mut Tx, person: PersonId) -> Result<Vec<(String, [u8; 16])>, Fault> {
    let sql = "SELECT field, digest FROM lookups WHERE person = $1";
    tx.all(sql, params![&person], |row| Ok((row.text(0)?, row.id(1)?)))
}

/// A record is no longer found by this field; says how many hashes went.
///
/// # Errors
/// Only the engine's.
pub fn delete_field(
    tx: &mut Tx,
    field: &str,
    person: PersonId,
    record: RecordId,
) -> Result<u64, Fault> {
    let sql = "DELETE FROM lookups WHERE field = $1 AND person = $2 AND record = $3";
    tx.execute_index(sql, params![field, &person, &record])
}

/// A row as it lies there, whoever wrote it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Raw {
    /// Register and field.
    pub field: String,
    /// What should be a digest.
    pub digest: Vec<u8>,
    /// What should be a person.
    pub person: Vec<u8>,
    /// What should be a record.
    pub record: Vec<u8>,
}

/// Rows as they lie there, in order, from after this one.
///
/// # Errors
/// Only the engine's.
pub fn raw(tx: &mut Tx, after: Option<&Raw>, limit: i64) -> Result<Vec<Raw>, Fault> {
    let first = Raw { field: String::new(), digest: vec![], person: vec![], record: vec![] };
    let after = after.unwrap_or(&first);
    let sql = "SELECT field, digest, person, record FROM lookups \
         WHERE (field, digest, person, record) > ($1, $2, $3, $4) \
         ORDER BY field, digest, person, record LIMIT $5";
    let place = params![
        after.field.as_str(),
        after.digest.as_slice(),
        after.person.as_slice(),
        after.record.as_slice(),
        limit
    ];
    tx.all(sql, place, |row| {
        Ok(Raw {
            field: row.text(0)?,
            digest: row.bytes(1)?,
            person: row.bytes(2)?,
            record: row.bytes(3)?,
        })
    })
}
