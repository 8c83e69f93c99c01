//! Commands that must have their effect once, however often they are sent.

use seloste_kernel::{Fault, PersonId};

use crate::fault;
use crate::mark::Marked;
use crate::tx::Tx;
use crate::value::{Row, Value, params};

pub(crate) static TABLE: Marked =
    Marked::new("commands", &["id"], &["person", "result", "expires_ms"], &[]);

fn result(row: &Row<'_>) -> Result<Vec<u8>, Fault> {
    row.bytes(2)
}

/// The result of a command that was carried out earlier.
///
/// # Errors
/// Only the engine's.
pub fn find(tx: &mut Tx, id: [u8; 16]) -> Result<Option<Vec<u8>>, Fault> {
    tx.genuine_first(&TABLE, "WHERE id = $1", params![&id], result)
}

/// Notes a command's result until it expires, or answers the result of the first time.
///
/// # Errors
/// `Conflict` when another transaction notes the same command at this moment, or what is there
/// was not noted by this program.
pub fn once(
    tx: &mut Tx,
    id: [u8; 16],
    person: Option<PersonId>,
    result: &[u8],
    expires_ms: i64,
) -> Result<Option<Vec<u8>>, Fault> {
    if tx.put(&TABLE, params![&id, person.as_ref(), result, expires_ms])? > 0 {
        return Ok(None);
    }
    // Taken for the first time, it would be done again.
    find(tx, id)?.map(Some).ok_or_else(|| fault::conflict("the command is noted by another"))
}

/// Notes results, each until it expires, of commands that are not noted yet; they are nobody's.
///
/// # Errors
/// Only the engine's.
pub fn put(tx: &mut Tx, results: &[([u8; 16], &[u8], i64)]) -> Result<(), Fault> {
    let rows: Vec<[Value<'_>; 5]> = results
        .iter()
        .map(|(id, result, expires_ms)| {
            [id.into(), Value::Null, (*result).into(), (*expires_ms).into(), Value::Null]
        })
        .collect();
    tx.put_each(&TABLE, &rows)
}

/// The result of a command that has not expired at `now_ms`.
///
/// # Errors
/// Only the engine's.
pub fn unexpired(tx: &mut Tx, id: [u8; 16], now_ms: i64) -> Result<Option<Vec<u8>>, Fault> {
    tx.genuine_first(&TABLE, "WHERE id = $1 AND expires_ms > $2", params![&id, now_ms], result)
}

/// Takes a command's result away, unless it expired at `now_ms` or before: only one caller gets it.
///
/// # Errors
/// Only the engine's.
pub fn take(tx: &mut Tx, id: [u8; 16], now_ms: i64) -> Result<Option<Vec<u8>>, Fault> {
    let sql = "DELETE FROM commands WHERE id = $1 AND expires_ms > $2";
    Ok(tx.returning(&TABLE, sql, params![&id, now_ms], result)?.into_iter().next())
}

/// A command and its result.
pub type Done = ([u8; 16], Vec<u8>);

/// A person's commands with their results.
///
/// # Errors
/// Only the engine's.
pub fn of_person(tx: &mut Tx, person: PersonId) -> Result<Vec<Done>, Fault> {
    let read = |row: &Row<'_>| Ok((row.id(0)?, result(row)?));
    tx.genuine(&TABLE, "WHERE person = $1", params![&person], read)
}

/// Forgets all commands but those whose results are to be kept; says how many went.
///
/// # Errors
/// Only the engine's.
pub fn retain(tx: &mut Tx, keep: impl Fn(&[u8]) -> bool) -> Result<u64, Fault> {
    let read = |row: &Row<'_>| Ok((row.id::<[u8; 16]>(0)?, keep(&result(row)?)));
    let all = tx.genuine(&TABLE, "", params![], read)?;
    let mut gone = 0;
    for (id, _) in all.iter().filter(|(_, keep)| !keep) {
        gone += tx.execute("DELETE FROM commands WHERE id = $1", params![id])?;
    }
    Ok(gone)
}

/// Forgets commands that expired at `now_ms` or before; says how many.
///
/// # Errors
/// Only the engine's.
pub fn delete_expired(tx: &mut Tx, now_ms: i64) -> Result<u64, Fault> {
    tx.execute("DELETE FROM commands WHERE expires_ms <= $1", params![now_ms])
}

/// Forgets a person's commands; says how many.
///
/// # Errors
/// Only the engine's.
pub fn delete_person(tx: &mut Tx, person: PersonId) -> Result<u64, Fault> {
    tx.execute("DELETE FROM commands WHERE person = $1", params![&person])
}
