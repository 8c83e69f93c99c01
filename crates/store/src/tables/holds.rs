//! Grounds that keep a record, or a field of it, past its date.

use seloste_kernel::{Fault, PersonId, RecordId};

use crate::mark::Marked;
use crate::tx::Tx;
use crate::value::{Row, Value, params};

/// One ground for keeping one record or field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hold {
    /// Whose record.
    pub person: PersonId,
    /// Which record.
    pub record: RecordId,
    /// A ground that the notice declares.
    pub ground: String,
    /// The one field it keeps; `None` for the whole record.
    pub field: Option<String>,
    /// When it ends by itself, milliseconds since 1970; `None` until released.
    pub until_ms: Option<i64>,
    /// When it was set.
    pub created_ms: i64,
}

pub(crate) static TABLE: Marked = Marked::new(
    "holds",
    &["person", "record", "ground", "field"],
    &["until_ms", "created_ms"],
    &[],
);

/// Sets a hold, or gives one that is there another end.
///
/// # Errors
/// `Conflict` when the record is gone.
pub fn insert(tx: &mut Tx, hold: &Hold) -> Result<(), Fault> {
    let field = hold.field.as_deref().unwrap_or("");
    let key = params![&hold.person, &hold.record, &hold.ground, field];
    let row = |created_ms: i64| {
        let mut row = key.to_vec();
        row.extend([Value::from(hold.until_ms), Value::from(created_ms)]);
        row
    };
    if tx.put(&TABLE, &row(hold.created_ms))? > 0 {
        return Ok(());
    }
    let this = "WHERE person = $1 AND record = $2 AND ground = $3 AND field = $4";
    let there = tx.genuine_first(&TABLE, this, key, |row| row.int(5))?;
    tx.rewrite(&TABLE, &row(there.unwrap_or(hold.created_ms))).map(drop)
}

/// The holds of one record, ended ones included.
///
/// # Errors
/// Only the engine's.
pub fn of_record(tx: &mut Tx, person: PersonId, record: RecordId) -> Result<Vec<Hold>, Fault> {
    let rest = "WHERE person = $1 AND record = $2 ORDER BY ground, field";
    list_where(tx, rest, params![&person, &record])
}

/// The holds of one person's records, ended ones included.
///
/// # Errors
/// Only the engine's.
pub fn of_person(tx: &mut Tx, person: PersonId) -> Result<Vec<Hold>, Fault> {
    list_where(tx, "WHERE person = $1 ORDER BY record, ground, field", params![&person])
}

/// All holds, ended ones included, up to `limit`.
///
/// # Errors
/// Only the engine's.
pub fn list(tx: &mut Tx, limit: i64) -> Result<Vec<Hold>, Fault> {
    let rest = "ORDER BY created_ms, person, record, ground, field LIMIT $1";
    list_where(tx, rest, params![limit])
}

/// The holds on these grounds that have not ended at `now_ms`, newest first, up to `limit`, before the
/// place where the last page ended: when that one was set, and on which record.
///
/// # Errors
/// Only the engine's.
pub fn of_grounds(
    tx: &mut Tx,
    grounds: &[String],
    (now_ms, before): (i64, Option<(i64, RecordId)>),
    limit: i64,
) -> Result<Vec<Hold>, Fault> {
    if grounds.is_empty() {
        return Ok(Vec::new());
    }
    let mut params: Vec<Value<'_>> = vec![now_ms.into(), limit.into()];
    let mut beyond = String::new();
    if let Some((created_ms, record)) = &before {
        params.extend([Value::from(*created_ms), Value::from(record)]);
        beyond.push_str("AND (created_ms, record) < ($3, $4)");
    }
    let first = params.len() + 1;
    let places: Vec<String> =
        (first..first + grounds.len()).map(|place| format!("${place}")).collect();
    params.extend(grounds.iter().map(|ground| Value::from(ground.as_str())));
    let rest = format!(
        "WHERE ground IN ({}) AND (until_ms IS NULL OR until_ms > $1) {beyond} \
         ORDER BY created_ms DESC, record DESC, ground, field LIMIT $2",
        places.join(", ")
    );
    list_where(tx, &rest, &params)
}

/// A hold that somebody changed holds until it is released: what it kept may be wanted yet.
fn list_where(tx: &mut Tx, rest: &str, params: &[Value<'_>]) -> Result<Vec<Hold>, Fault> {
    let sql = format!("SELECT {} FROM holds {rest}", TABLE.columns());
    tx.told(&TABLE, &sql, params, |row, genuine| {
        let hold = read(row)?;
        Ok(Some(Hold { until_ms: hold.until_ms.filter(|_| genuine), ..hold }))
    })
}

/// Ends a ground's holds on a record and its fields; says how many.
///
/// # Errors
/// Only the engine's.
pub fn release(
    tx: &mut Tx,
    person: PersonId,
    record: RecordId,
    ground: &str,
) -> Result<u64, Fault> {
    let sql = "DELETE FROM holds WHERE person = $1 AND record = $2 AND ground = $3";
    tx.execute(sql, params![&person, &record, ground])
}

fn read(row: &Row<'_>) -> Result<Hold, Fault> {
    Ok(Hold {
        person: row.id(0)?,
        record: row.id(1)?,
        ground: row.text(2)?,
        field: Some(row.text(3)?).filter(|field| !field.is_empty()),
        until_ms: row.opt_int(4)?,
        created_ms: row.int(5)?,
    })
}
