//! What people have closed: everything or one record (restriction, GDPR Art. 18), or one purpose
//! (objection, Art. 21). One table, so that opening a record asks once.

use seloste_kernel::{Fault, PersonId, RecordId};

use crate::mark::Marked;
use crate::tx::Tx;
use crate::value::{Row, Value, params};

/// What is closed of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limit {
    /// Whose.
    pub person: PersonId,
    /// The one record; `None` for all of them.
    pub record: Option<RecordId>,
    /// The one purpose that an objection closes; `None` for a restriction, which closes all.
    pub purpose: Option<String>,
    /// Why: the ground of the restriction, or how it stands with the objection.
    pub why: String,
    /// Since when, milliseconds since 1970.
    pub since_ms: i64,
    /// From when on it may end, the person having been told; `None` while they have not been.
    pub told_ms: Option<i64>,
}

pub(crate) static TABLE: Marked =
    Marked::new("limits", &["person", "record", "purpose"], &["why", "since_ms", "told_ms"], &[]);

/// A limit's columns but the mark.
fn row(limit: &Limit, since_ms: i64) -> Vec<Value<'_>> {
    let purpose = limit.purpose.as_deref().unwrap_or_default();
    vec![
        Value::from(&limit.person),
        Value::from(bytes(limit.record.as_ref())),
        Value::from(purpose),
        Value::from(limit.why.as_str()),
        since_ms.into(),
        limit.told_ms.into(),
    ]
}

fn bytes(record: Option<&RecordId>) -> &[u8] {
    record.map_or(&[], |record| record.as_bytes())
}

/// Sets a limit where there is none; whether it was set.
///
/// # Errors
/// `Conflict` when the person is gone.
pub fn add(tx: &mut Tx, limit: &Limit) -> Result<bool, Fault> {
    Ok(tx.put(&TABLE, &row(limit, limit.since_ms))? > 0)
}

/// Gives a limit that is there another reason, its beginning stays; whether it is there.
///
/// # Errors
/// Only the engine's.
pub fn change(tx: &mut Tx, limit: &Limit) -> Result<bool, Fault> {
    let this = "WHERE person = $1 AND record = $2 AND purpose = $3";
    let key = row(limit, limit.since_ms);
    let since_ms =
        tx.genuine_first(&TABLE, this, key.get(..3).unwrap_or_default(), |row| row.int(4))?;
    Ok(tx.rewrite(&TABLE, &row(limit, since_ms.unwrap_or(limit.since_ms)))? > 0)
}

/// Sets a limit, or gives one that is there another reason.
///
/// # Errors
/// `Conflict` when the person is gone.
pub fn put(tx: &mut Tx, limit: &Limit) -> Result<(), Fault> {
    if !add(tx, limit)? {
        change(tx, limit)?;
    }
    Ok(())
}

/// What is closed of one person.
///
/// # Errors
/// Only the engine's.
pub fn of_person(tx: &mut Tx, person: PersonId) -> Result<Vec<Limit>, Fault> {
    list_where(tx, "WHERE person = $1 ORDER BY record, purpose", params![&person])
}

/// The purposes that people have closed, from the person after this one on.
///
/// # Errors
/// Only the engine's.
pub fn of_purposes(tx: &mut Tx, after: Option<&Limit>, limit: i64) -> Result<Vec<Limit>, Fault> {
    let Some(last) = after else {
        let rest = "WHERE purpose <> '' ORDER BY person, record, purpose LIMIT $1";
        return list_where(tx, rest, params![limit]);
    };
    let (record, purpose) =
        (bytes(last.record.as_ref()), last.purpose.as_deref().unwrap_or_default());
    let rest = "WHERE purpose <> '' AND (person, record, purpose) > ($2, $3, $4) \
         ORDER BY person, record, purpose LIMIT $1";
    list_where(tx, rest, params![limit, &last.person, record, purpose])
}

/// What somebody changed closes as before, and waits until the person is told.
fn list_where(tx: &mut Tx, rest: &str, params: &[Value<'_>]) -> Result<Vec<Limit>, Fault> {
    let sql = format!("SELECT {} FROM limits {rest}", TABLE.columns());
    tx.told(&TABLE, &sql, params, |row, genuine| {
        let limit = read(row)?;
        Ok(Some(Limit { told_ms: limit.told_ms.filter(|_| genuine), ..limit }))
    })
}

/// Ends a limit; whether there was one.
///
/// # Errors
/// Only the engine's.
pub fn end(
    tx: &mut Tx,
    person: PersonId,
    record: Option<RecordId>,
    purpose: Option<&str>,
) -> Result<bool, Fault> {
    let sql = "DELETE FROM limits WHERE person = $1 AND record = $2 AND purpose = $3";
    let (record, purpose) = (bytes(record.as_ref()), purpose.unwrap_or_default());
    Ok(tx.execute(sql, params![&person, record, purpose])? > 0)
}

fn read(row: &Row<'_>) -> Result<Limit, Fault> {
    Ok(Limit {
        person: row.id(0)?,
        record: RecordId::from_slice(&row.bytes(1)?),
        purpose: Some(row.text(2)?).filter(|purpose| !purpose.is_empty()),
        why: row.text(3)?,
        since_ms: row.int(4)?,
        told_ms: row.opt_int(5)?,
    })
}
