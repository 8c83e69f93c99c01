//! Who looked at whose data, for the person to see. The ledger has the same event without a
//! name; this index from person to entry dies with the person.

use seloste_kernel::{EntryId, Fault, PersonId};

use crate::mark::Marked;
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

pub(crate) static TABLE: Marked =
    Marked::new("accesses", &["person", "at_ms", "entry"], &["role", "purpose", "action"], &[]);

/// Notes accesses.
///
/// # Errors
/// `Conflict` when a person is gone.
pub fn insert(tx: &mut Tx, accesses: &[&Access]) -> Result<(), Fault> {
    let rows: Vec<[Value<'_>; 7]> = accesses
        .iter()
        .map(|access| {
            [
                Value::from(&access.person),
                Value::from(access.at_ms),
                Value::from(&access.entry),
                Value::from(&access.role),
                Value::from(&access.purpose),
                Value::from(&access.action),
                Value::Null,
            ]
        })
        .collect();
    tx.put_each(&TABLE, &rows)
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
    let rest = format!("WHERE person = $1 {beyond} ORDER BY at_ms DESC, entry DESC LIMIT $2");
    tx.genuine(&TABLE, &rest, &params, read)
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
    let rest = format!("WHERE {from} ORDER BY at_ms, entry LIMIT $2");
    tx.genuine(&TABLE, &rest, &params, read)
}

/// How often a person's data were opened for a purpose after this moment.
///
/// # Errors
/// Only the engine's.
pub fn opened_since(
    tx: &mut Tx,
    person: PersonId,
    purpose: &str,
    after_ms: i64,
) -> Result<u64, Fault> {
    let rest = "WHERE person = $1 AND purpose = $2 AND at_ms > $3 AND action <> 'collect'";
    let rows = tx.genuine(&TABLE, rest, params![&person, purpose, after_ms], |row| row.int(1))?;
    Ok(rows.len() as u64)
}

fn read(row: &Row<'_>) -> Result<Access, Fault> {
    Ok(Access {
        person: row.id(0)?,
        at_ms: row.int(1)?,
        entry: row.id(2)?,
        role: row.text(3)?,
        purpose: row.text(4)?,
        action: row.text(5)?,
    })
}
