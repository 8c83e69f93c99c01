//! The one table of personal data. Bodies are sealed; what is in the open is structure.

use std::collections::BTreeMap;

use seloste_kernel::{Fault, KeyId, PersonId, RecordId, Sealed};

use crate::fault;
use crate::mark::Marked;
use crate::tx::Tx;
use crate::value::{Row, Value, params};

mod change;
mod due;
mod own;
mod page;

pub use change::{Change, update};
pub use due::{Overdue, due, due_in_part, overdue, overdue_by_kind, review_due, without_due};
pub use own::{Kinds, hanging, of_person_among, outlines, wholes};
pub use page::{Cursor, Filter, Order, Part, bytes, count, page, parts, waiting, wholes_of};

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

/// The body is sealed by itself: each cell opens at its place only.
pub(crate) static TABLE: Marked = Marked::new(
    "records",
    &["person", "id"],
    &[
        "kind",
        "policy",
        "key_id",
        "version",
        "state",
        "thread",
        "number",
        "created_ms",
        "updated_ms",
        "due_ms",
        "review_ms",
    ],
    &["body"],
);

fn read(row: &Row<'_>) -> Result<RecordRow, Fault> {
    Ok(RecordRow {
        person: row.id(0)?,
        id: row.id(1)?,
        policy: row.int(3)?,
        key: row.id(4)?,
        version: row.int(5)?,
        state: row.text(6)?,
        thread: row.opt_id(7)?,
        number: row.opt_int(8)?,
        created_ms: row.int(9)?,
        updated_ms: row.int(10)?,
        due_ms: row.opt_int(11)?,
        review_ms: row.opt_int(12)?,
        body: row.sealed(13)?,
    })
}

/// A record without its content, which may be large: as it stands in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// Whose data.
    pub person: PersonId,
    /// Which.
    pub id: RecordId,
    /// Kind and notice version.
    pub policy: i64,
    /// Raised by one with every change.
    pub version: i64,
    /// A word of the service.
    pub state: String,
    /// The record this one belongs under.
    pub thread: Option<RecordId>,
    /// Its number.
    pub number: Option<i64>,
    /// When it was collected.
    pub created_ms: i64,
    /// When it must be gone.
    pub due_ms: Option<i64>,
    /// When somebody must look at it.
    pub review_ms: Option<i64>,
}

fn outline(row: &Row<'_>) -> Result<Outline, Fault> {
    Ok(Outline {
        person: row.id(0)?,
        id: row.id(1)?,
        policy: row.int(3)?,
        version: row.int(5)?,
        state: row.text(6)?,
        thread: row.opt_id(7)?,
        number: row.opt_int(8)?,
        created_ms: row.int(9)?,
        due_ms: row.opt_int(11)?,
        review_ms: row.opt_int(12)?,
    })
}

/// All columns but the mark.
fn columns(row: &RecordRow, kind: i64) -> [Value<'_>; 14] {
    [
        (&row.person).into(),
        (&row.id).into(),
        kind.into(),
        row.policy.into(),
        (&row.key).into(),
        row.version.into(),
        (&row.state).into(),
        row.thread.as_ref().into(),
        row.number.into(),
        row.created_ms.into(),
        row.updated_ms.into(),
        row.due_ms.into(),
        row.review_ms.into(),
        (&row.body).into(),
    ]
}

/// Adds a record, on condition that its id is new.
///
/// # Errors
/// `Conflict` when the id is there already or the person is gone; `NotFound` when the policy is
/// unknown.
pub fn insert(tx: &mut Tx, row: &RecordRow) -> Result<(), Fault> {
    let kind = super::policies::kind(tx, row.policy)?;
    let kind = kind.ok_or_else(|| fault::missing("the policy of a new record"))?;
    match tx.put(&TABLE, &columns(row, kind))? {
        1 => Ok(()),
        _ => Err(fault::conflict("the record is there already")),
    }
}

/// The record of this person.
///
/// # Errors
/// Only the engine's.
pub fn get(tx: &mut Tx, person: PersonId, id: RecordId) -> Result<Option<RecordRow>, Fault> {
    tx.genuine_first(&TABLE, "WHERE person = $1 AND id = $2", params![&person, &id], read)
}

/// The record of this id, whosever it is.
///
/// # Errors
/// Only the engine's.
pub fn find(tx: &mut Tx, id: RecordId) -> Result<Option<RecordRow>, Fault> {
    tx.genuine_first(&TABLE, "WHERE id = $1", params![&id], read)
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
    let rest = "WHERE id > $1 ORDER BY id LIMIT $2";
    tx.genuine(&TABLE, rest, params![after.as_slice(), limit], read)
}

/// All records person by person, after the given one: for scans that count people.
///
/// # Errors
/// Only the engine's.
pub fn by_person(
    tx: &mut Tx,
    after: Option<(PersonId, RecordId)>,
    limit: i64,
) -> Result<Vec<RecordRow>, Fault> {
    let (person, id) = match after {
        Some((person, id)) => (person.as_bytes().to_vec(), id.as_bytes().to_vec()),
        None => (Vec::new(), Vec::new()),
    };
    let rest = "WHERE (person, id) > ($1, $2) ORDER BY person, id LIMIT $3";
    tx.genuine(&TABLE, rest, params![person.as_slice(), id.as_slice(), limit], read)
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

/// Removes a record; says whether it was there. Its lookups, holds and limits go with it: whether a
/// hold keeps it is asked when the erasure is planned. Once its key is destroyed nothing is left that a
/// hold could keep, and the erasure must be able to end.
///
/// # Errors
/// Only the engine's.
pub fn delete(tx: &mut Tx, person: PersonId, id: RecordId) -> Result<bool, Fault> {
    super::lookups::delete_record(tx, person, id)?;
    for of_record in ["holds", "limits"] {
        let sql = format!("DELETE FROM {of_record} WHERE person = $1 AND record = $2");
        tx.execute(&sql, params![&person, &id])?;
    }
    let sql = "DELETE FROM records WHERE person = $1 AND id = $2";
    Ok(tx.execute(sql, params![&person, &id])? > 0)
}
