//! Grounds that keep a record, or a field of it, past its date.

use seloste_kernel::{Fault, PersonId, RecordId};

use crate::tx::Tx;
use crate::value::{Row, params};

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

const COLUMNS: &str = "person, record, ground, field, until_ms, created_ms";

/// Sets a hold, or gives one that is there another end.
///
/// # Errors
/// `Conflict` when the record is gone.
pub fn insert(tx: &mut Tx, hold: &Hold) -> Result<(), Fault> {
    let sql = format!(
        "INSERT INTO holds ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (person, record, ground, field) DO UPDATE SET until_ms = excluded.until_ms"
    );
    let field = hold.field.as_deref().unwrap_or("");
    let params =
        params![&hold.person, &hold.record, &hold.ground, field, hold.until_ms, hold.created_ms];
    tx.execute(&sql, params).map(drop)
}

/// The holds of one record, ended ones included.
///
/// # Errors
/// Only the engine's.
pub fn of_record(tx: &mut Tx, person: PersonId, record: RecordId) -> Result<Vec<Hold>, Fault> {
    let sql = format!(
        "SELECT {COLUMNS} FROM holds WHERE person = $1 AND record = $2 ORDER BY ground, field"
    );
    tx.all(&sql, params![&person, &record], read)
}

/// The holds of one person's records, ended ones included.
///
/// # Errors
/// Only the engine's.
pub fn of_person(tx: &mut Tx, person: PersonId) -> Result<Vec<Hold>, Fault> {
    let sql =
        format!("SELECT {COLUMNS} FROM holds WHERE person = $1 ORDER BY record, ground, field");
    tx.all(&sql, params![&person], read)
}

/// All holds, ended ones included, up to `limit`.
///
/// # Errors
/// Only the engine's.
pub fn list(tx: &mut Tx, limit: i64) -> Result<Vec<Hold>, Fault> {
    let sql = format!(
        "SELECT {COLUMNS} FROM holds ORDER BY created_ms, person, record, ground, field LIMIT $1"
    );
    tx.all(&sql, params![limit], read)
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

/// Removes the holds of a record that ended at `now_ms` or before; says how many.
///
/// # Errors
/// Only the engine's.
pub fn release_ended(
    tx: &mut Tx,
    person: PersonId,
    record: RecordId,
    now_ms: i64,
) -> Result<u64, Fault> {
    let sql = "DELETE FROM holds WHERE person = $1 AND record = $2 AND until_ms <= $3";
    tx.execute(sql, params![&person, &record, now_ms])
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
