//! Commands that must have their effect once, however often they are sent.

use seloste_kernel::{Fault, PersonId};

use crate::tx::Tx;
use crate::value::params;

/// The result of a command that was carried out earlier.
///
/// # Errors
/// Only the engine's.
pub fn find(tx: &mut Tx, id: [u8; 16]) -> Result<Option<Vec<u8>>, Fault> {
    tx.first("SELECT result FROM commands WHERE id = $1", params![&id], |row| row.bytes(0))
}

/// Notes a command's result until it expires, or answers the result of the first time.
///
/// # Errors
/// `Conflict` when another transaction notes the same command at this moment.
pub fn once(
    tx: &mut Tx,
    id: [u8; 16],
    person: Option<PersonId>,
    result: &[u8],
    expires_ms: i64,
) -> Result<Option<Vec<u8>>, Fault> {
    let sql = "INSERT INTO commands (id, person, result, expires_ms) VALUES ($1, $2, $3, $4) \
         ON CONFLICT DO NOTHING";
    match tx.execute(sql, params![&id, person.as_ref(), result, expires_ms])? {
        0 => find(tx, id),
        _ => Ok(None),
    }
}

/// The result of a command that has not expired at `now_ms`.
///
/// # Errors
/// Only the engine's.
pub fn unexpired(tx: &mut Tx, id: [u8; 16], now_ms: i64) -> Result<Option<Vec<u8>>, Fault> {
    let sql = "SELECT result FROM commands WHERE id = $1 AND expires_ms > $2";
    tx.first(sql, params![&id, now_ms], |row| row.bytes(0))
}

/// Takes a command's result away, unless it expired at `now_ms` or before: only one caller gets it.
///
/// # Errors
/// Only the engine's.
pub fn take(tx: &mut Tx, id: [u8; 16], now_ms: i64) -> Result<Option<Vec<u8>>, Fault> {
    let sql = "DELETE FROM commands WHERE id = $1 AND expires_ms > $2 RETURNING result";
    tx.first(sql, params![&id, now_ms], |row| row.bytes(0))
}

/// A person's commands with their results.
///
/// # Errors
/// Only the engine's.
pub fn of_person(tx: &mut Tx, person: PersonId) -> Result<Vec<([u8; 16], Vec<u8>)>, Fault> {
    let sql = "SELECT id, result FROM commands WHERE person = $1";
    tx.all(sql, params![&person], |row| Ok((row.id(0)?, row.bytes(1)?)))
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
