//! Facts about the installation by name.

use seloste_kernel::Fault;

use crate::tx::Tx;
use crate::value::params;

/// The fact of this name.
///
/// # Errors
/// Only the engine's.
pub fn get(tx: &mut Tx, name: &str) -> Result<Option<String>, Fault> {
    tx.first("SELECT value FROM meta WHERE name = $1", params![name], |row| row.text(0))
}

/// Notes a fact.
///
/// # Errors
/// Only the engine's.
pub fn put(tx: &mut Tx, name: &str, value: &str) -> Result<(), Fault> {
    let sql = "INSERT INTO meta (name, value) VALUES ($1, $2) \
         ON CONFLICT (name) DO UPDATE SET value = excluded.value";
    tx.execute(sql, params![name, value]).map(drop)
}
