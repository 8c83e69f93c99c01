//! Facts about the installation by name.

use seloste_kernel::Fault;

use crate::mark::Marked;
use crate::tx::Tx;
use crate::value::params;

/// Not passed over: without a fact that it had, the installation would be another.
pub(crate) static TABLE: Marked = Marked::new("meta", &["name"], &["value"], &[]).strict();

/// The fact of this name.
///
/// # Errors
/// `Environment` for a fact that this program did not note.
pub fn get(tx: &mut Tx, name: &str) -> Result<Option<String>, Fault> {
    tx.genuine_first(&TABLE, "WHERE name = $1", params![name], |row| row.text(1))
}

/// What stands there for the fact of this name, whoever wrote it: to tell the keys of another
/// installation, which wrote all of it, from a row that was changed.
///
/// # Errors
/// Only the engine's.
pub fn unproved(tx: &mut Tx, name: &str) -> Result<Option<String>, Fault> {
    tx.first("SELECT value FROM meta WHERE name = $1", params![name], |row| row.text(0))
}

/// The names of the facts that begin so.
///
/// # Errors
/// Only the engine's.
pub fn names(tx: &mut Tx, prefix: &str) -> Result<Vec<String>, Fault> {
    // There are few, and no engine's order of letters or pattern decides what begins so.
    let mut names = tx.all("SELECT name FROM meta ORDER BY name", &[], |row| row.text(0))?;
    names.retain(|name| name.starts_with(prefix));
    Ok(names)
}

/// Notes a fact.
///
/// # Errors
/// Only the engine's.
pub fn put(tx: &mut Tx, name: &str, value: &str) -> Result<(), Fault> {
    match tx.put(&TABLE, params![name, value])? {
        0 => tx.rewrite(&TABLE, params![name, value]).map(drop),
        _ => Ok(()),
    }
}

/// Takes a fact away, if it is there.
///
/// # Errors
/// Only the engine's.
pub(crate) fn delete(tx: &mut Tx, name: &str) -> Result<(), Fault> {
    tx.execute("DELETE FROM meta WHERE name = $1", params![name]).map(drop)
}
