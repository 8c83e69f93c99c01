//! Who looked at whose data, for the person to see. The ledger has the same event without a
//! name; this index from person to entry dies with the person.

use seloste_kernel::{EntryId, Fault, PersonId};

use crate::tx::Tx;
use crate::value::{Row, Value, params};

/// One access to one person's data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Access {
    /// Whose data.
    pub person: PersonId,
    /// The ledger's entry.
    pub entry: EntryId,
    /// When, milliseconds since 1970.
    pub at_ms: i64,
    /// In which role.
    pub role: String,
    /// For which purpose.
    pub purpose: String,
    /// What was done.
    pub action: String,
}

const COLUMNS: &str = "person, entry, at_ms, role, purpose, action";

/// Notes accesses.
///
/// # Errors
/// `Conflict` when a person is gone.
pub fn insert(tx: &mut Tx, accesses: &[&Access]) -> Result<(), Fault> {
    let sql = format!(
        "INSERT INTO accesses ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING"
    );
    let rows: Vec<[Value<'_>; 6]> = accesses
        .iter()
        .map(|access| {
            [
                Value::from(&access.person),
                Value::from(&access.entry),
                Value::from(access.at_ms),
                Value::from(&access.role),
                Value::from(&access.purpose),
                Value::from(&access.action),
            ]
        })
        .collect();
    tx.execute_each(&sql, &rows)
}

/// Accesses to a person's data, newest first, beyond the cursor (time and entry of the last one
/// seen).
///
/// # Errors
/// Only the engine's.
pub fn of_person(
    tx: &mut Tx,
    person: PersonId,
    after: Option<(i64, EntryId)>,
    limit: i64,
) -> Result<Vec<Access>, Fault> {
    let mut params = vec![Value::from(&person), Value::from(limit)];
    let mut beyond = "";
    if let Some((at_ms, entry)) = &after {
        params.extend([Value::from(*at_ms), Value::from(entry)]);
        beyond = "AND (at_ms, entry) < ($3, $4)";
    }
    let sql = format!(
        "SELECT {COLUMNS} FROM accesses WHERE person = $1 {beyond} \
         ORDER BY at_ms DESC, entry DESC LIMIT $2"
    );
    tx.all(&sql, &params, read)
}

/// Accesses from a moment on, oldest first, beyond the cursor (time and entry of the last one seen).
///
/// # Errors
/// Only the engine's.
pub fn since(
    tx: &mut Tx,
    (from_ms, after): (i64, Option<EntryId>),
    limit: i64,
) -> Result<Vec<Access>, Fault> {
    let mut params = vec![Value::from(from_ms), Value::from(limit)];
    let mut from = "at_ms >= $1";
    if let Some(entry) = &after {
        params.push(Value::from(entry));
        from = "(at_ms, entry) > ($1, $3)";
    }
    let sql = format!("SELECT {COLUMNS} FROM accesses WHERE {from} ORDER BY at_ms, entry LIMIT $2");
    tx.all(&sql, &params, read)
}

/// Forgets who looked at a person's data; says how many.
///
/// # Errors
/// Only the engine's.
pub fn delete_person(tx: &mut Tx, person: PersonId) -> Result<u64, Fault> {
    tx.execute("DELETE FROM accesses WHERE person = $1", params![&person])
}

/// Forgets accesses before a moment; says how many.
///
/// # Errors
/// Only the engine's.
pub fn delete_before(tx: &mut Tx, before_ms: i64) -> Result<u64, Fault> {
    tx.execute("DELETE FROM accesses WHERE at_ms < $1", params![before_ms])
}

fn read(row: &Row<'_>) -> Result<Access, Fault> {
    Ok(Access {
        person: row.id(0)?,
        entry: row.id(1)?,
        at_ms: row.int(2)?,
        role: row.text(3)?,
        purpose: row.text(4)?,
        action: row.text(5)?,
    })
}
