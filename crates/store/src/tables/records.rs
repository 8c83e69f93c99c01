//! The one table of personal data. Bodies are sealed; what is in the open is structure.

use std::collections::BTreeMap;

use seloste_kernel::{Fault, KeyId, PersonId, RecordId, Sealed};

use crate::fault;
use crate::tx::Tx;
use crate::value::{Row, params};

mod change;
mod due;
mod own;
mod page;

pub use change::{Change, update};
pub use due::{Overdue, due, due_in_part, overdue, overdue_by_kind, review_due, without_due};
pub use own::{Kinds, Outline, hanging, of_person_among, outlines, wholes};
pub use page::{Cursor, Filter, Order, Part, count, page, parts};

/// One item of personal data. Moments are milliseconds since 1970.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordRow {
    /// Whose data.
    pub person: PersonId,
    /// Unique among all records.
    pub id: RecordId,
    /// Kind and notice version: a number of [`policies`](super::policies).
    pub policy: i64,
    /// The key that seals the body.
    pub key: KeyId,
    /// Raised by one with every change; the first is 1.
    pub version: i64,
    /// A word of the service: `new`, `answered`.
    pub state: String,
    /// The record this one belongs under.
    pub thread: Option<RecordId>,
    /// A number people can say aloud, within its kind.
    pub number: Option<i64>,
    /// When it was collected.
    pub created_ms: i64,
    /// When it was last changed.
    pub updated_ms: i64,
    /// When it must be gone, unless held.
    pub due_ms: Option<i64>,
    /// When somebody must look whether it is still needed.
    pub review_ms: Option<i64>,
    /// The sealed content.
    pub body: Sealed,
}

const COLUMNS: &str = "r.person, r.id, r.policy, r.key_id, r.version, r.state, r.thread, \
     r.number, r.created_ms, r.updated_ms, r.due_ms, r.review_ms, r.body";

fn read(row: &Row<'_>) -> Result<RecordRow, Fault> {
    Ok(RecordRow {
        person: row.id(0)?,
        id: row.id(1)?,
        policy: row.int(2)?,
        key: row.id(3)?,
        version: row.int(4)?,
        state: row.text(5)?,
        thread: row.opt_id(6)?,
        number: row.opt_int(7)?,
        created_ms: row.int(8)?,
        updated_ms: row.int(9)?,
        due_ms: row.opt_int(10)?,
        review_ms: row.opt_int(11)?,
        body: row.sealed(12)?,
    })
}

/// Adds a record, on condition that its id is new.
///
/// # Errors
/// `Conflict` when the id is there already or the person is gone; `NotFound` when the policy is
/// unknown.
pub fn insert(tx: &mut Tx, row: &RecordRow) -> Result<(), Fault> {
    let kind = "SELECT kind FROM policies WHERE id = $1";
    let kind = tx.first(kind, params![row.policy], |row| row.int(0))?;
    let kind = kind.ok_or_else(|| fault::missing("the policy of a new record"))?;
    let sql = "INSERT INTO records (person, id, policy, key_id, version, state, thread, number, \
         created_ms, updated_ms, due_ms, review_ms, body, kind) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) \
         ON CONFLICT DO NOTHING";
    let params = params![
        &row.person,
        &row.id,
        row.policy,
        &row.key,
        row.version,
        &row.state,
        row.thread.as_ref(),
        row.number,
        row.created_ms,
        row.updated_ms,
        row.due_ms,
        row.review_ms,
        &row.body,
        kind,
    ];
    match tx.execute(sql, params)? {
        1 => Ok(()),
        _ => Err(fault::conflict("the record is there already")),
    }
}

/// The record of this person.
///
/// # Errors
/// Only the engine's.
pub fn get(tx: &mut Tx, person: PersonId, id: RecordId) -> Result<Option<RecordRow>, Fault> {
    let sql = format!("SELECT {COLUMNS} FROM records r WHERE r.person = $1 AND r.id = $2");
    tx.first(&sql, params![&person, &id], read)
}

/// The record of this id, whosever it is.
///
/// # Errors
/// Only the engine's.
pub fn find(tx: &mut Tx, id: RecordId) -> Result<Option<RecordRow>, Fault> {
    tx.first(&format!("SELECT {COLUMNS} FROM records r WHERE r.id = $1"), params![&id], read)
}

/// A person's records in the order of their ids (oldest first), after the given one.
///
/// # Errors
/// Only the engine's.
pub fn of_person(
    tx: &mut Tx,
    person: PersonId,
    after: Option<RecordId>,
    limit: i64,
) -> Result<Vec<RecordRow>, Fault> {
    of_person_among(tx, person, &Kinds::All, after, limit)
}

/// All records in the order of their ids, after the given one: for scans.
///
/// # Errors
/// Only the engine's.
pub fn all(tx: &mut Tx, after: Option<RecordId>, limit: i64) -> Result<Vec<RecordRow>, Fault> {
    let after = after.map_or_else(Vec::new, |id| id.as_bytes().to_vec());
    let sql = format!("SELECT {COLUMNS} FROM records r WHERE r.id > $1 ORDER BY r.id LIMIT $2");
    tx.all(&sql, params![after.as_slice(), limit], read)
}

/// Up to `limit` records from a random place on: for checks of a sample.
///
/// # Errors
/// Only the engine's.
pub fn sample(tx: &mut Tx, limit: i64) -> Result<Vec<RecordRow>, Fault> {
    // Persons' ids are random, so a random person is a fair place to start; ids of records are
    // ordered by time and would not be.
    let from = tx.random16();
    let sql = format!(
        "SELECT {COLUMNS} FROM records r WHERE r.person >= $1 ORDER BY r.person, r.id LIMIT $2"
    );
    let mut rows = tx.all(&sql, params![&from, limit], read)?;
    let rest = limit.saturating_sub(rows.len() as i64);
    if rest > 0 {
        let sql = format!(
            "SELECT {COLUMNS} FROM records r WHERE r.person < $1 ORDER BY r.person, r.id LIMIT $2"
        );
        rows.extend(tx.all(&sql, params![&from, rest], read)?);
    }
    Ok(rows)
}

/// How many records of a kind are in which state.
///
/// # Errors
/// Only the engine's.
pub fn count_by_state(
    tx: &mut Tx,
    register: &str,
    kind: &str,
) -> Result<BTreeMap<String, i64>, Fault> {
    let sql = "SELECT state, COUNT(*) FROM records WHERE kind = \
         (SELECT id FROM kinds WHERE register = $1 AND name = $2) GROUP BY state";
    let rows = tx.all(sql, params![register, kind], |row| Ok((row.text(0)?, row.int(1)?)))?;
    Ok(rows.into_iter().collect())
}

/// How many records were collected under which policy.
///
/// # Errors
/// Only the engine's.
pub fn count_by_policy(tx: &mut Tx) -> Result<BTreeMap<i64, i64>, Fault> {
    let sql = "SELECT policy, COUNT(*) FROM records GROUP BY policy";
    Ok(tx.all(sql, params![], |row| Ok((row.int(0)?, row.int(1)?)))?.into_iter().collect())
}

/// The highest number given within a kind.
///
/// # Errors
/// Only the engine's.
pub fn max_number(tx: &mut Tx, register: &str, kind: &str) -> Result<Option<i64>, Fault> {
    let sql = "SELECT MAX(number) FROM records WHERE number IS NOT NULL AND kind = \
         (SELECT id FROM kinds WHERE register = $1 AND name = $2)";
    tx.one(sql, params![register, kind], |row| row.opt_int(0))
}

/// Removes a record; says whether it was there. Its lookups and holds go with it: whether a hold
/// keeps it is asked when the erasure is planned. Once its key is destroyed nothing is left that a
/// hold could keep, and the erasure must be able to end.
///
/// # Errors
/// Only the engine's.
pub fn delete(tx: &mut Tx, person: PersonId, id: RecordId) -> Result<bool, Fault> {
    super::lookups::delete_record(tx, person, id)?;
    tx.execute("DELETE FROM holds WHERE person = $1 AND record = $2", params![&person, &id])?;
    let sql = "DELETE FROM records WHERE person = $1 AND id = $2";
    Ok(tx.execute(sql, params![&person, &id])? > 0)
}
