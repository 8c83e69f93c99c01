//! What the checks of the promises found, and when.

use seloste_kernel::Fault;

use crate::mark::Marked;
use crate::tx::Tx;
use crate::value::{Row, params};

/// One finding about one promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// The promise's id.
    pub promise: String,
    /// When it was checked, milliseconds since 1970.
    pub at_ms: i64,
    /// The state found, as JSON.
    pub state: String,
}

pub(crate) static TABLE: Marked = Marked::new("proofs", &["promise", "at_ms"], &["state"], &[]);

/// Notes a finding; a second one of the same moment replaces the first.
///
/// # Errors
/// Only the engine's.
pub fn put(tx: &mut Tx, promise: &str, at_ms: i64, state: &str) -> Result<(), Fault> {
    match tx.put(&TABLE, params![promise, at_ms, state])? {
        0 => tx.rewrite(&TABLE, params![promise, at_ms, state]).map(drop),
        _ => Ok(()),
    }
}

/// The newest finding about every promise.
///
/// # Errors
/// Only the engine's.
pub fn latest_all(tx: &mut Tx) -> Result<Vec<Proof>, Fault> {
    let newest = "WHERE r.at_ms = \
         (SELECT MAX(q.at_ms) FROM proofs q WHERE q.promise = r.promise) ORDER BY r.promise";
    tx.genuine(&TABLE, newest, params![], read)
}

/// Findings about one promise, newest first.
///
/// # Errors
/// Only the engine's.
pub fn history(tx: &mut Tx, promise: &str, limit: i64) -> Result<Vec<Proof>, Fault> {
    let rest = "WHERE promise = $1 ORDER BY at_ms DESC LIMIT $2";
    tx.genuine(&TABLE, rest, params![promise, limit], read)
}

/// Forgets findings before a moment; says how many.
///
/// # Errors
/// Only the engine's.
pub fn delete_before(tx: &mut Tx, before_ms: i64) -> Result<u64, Fault> {
    tx.execute("DELETE FROM proofs WHERE at_ms < $1", params![before_ms])
}

fn read(row: &Row<'_>) -> Result<Proof, Fault> {
    Ok(Proof { promise: row.text(0)?, at_ms: row.int(1)?, state: row.text(2)? })
}
