//! What was said of a version of a notice when it was published: by whom, why, and what it promised.

use seloste_kernel::Fault;

use crate::fault;
use crate::mark::Marked;
use crate::tx::Tx;
use crate::value::{Row, params};

/// Beside one version. One from before there was this table has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    /// The register's name.
    pub register: String,
    /// The version's number, from 1.
    pub version: i64,
    /// In which role it was published; nobody's name. Empty where it is not known.
    pub author: String,
    /// Why, by language, as JSON.
    pub reason: String,
    /// What the notice promised, as JSON.
    pub promises: String,
}

/// Not passed over: without it a weaker promise would pass for the one that was published.
pub(crate) static TABLE: Marked =
    Marked::new("publications", &["register", "version"], &["author", "reason", "promises"], &[])
        .strict();

/// Adds what is said of a version. It never changes.
///
/// # Errors
/// `Conflict` when something is said of it already.
pub fn insert(tx: &mut Tx, said: &Publication) -> Result<(), Fault> {
    let row = params![&said.register, said.version, &said.author, &said.reason, &said.promises];
    match tx.put(&TABLE, row)? {
        1 => Ok(()),
        _ => Err(fault::conflict("the notice version has its reason already")),
    }
}

/// What is said of one version.
///
/// # Errors
/// `Environment` for what this program did not write.
pub fn get(tx: &mut Tx, register: &str, version: i64) -> Result<Option<Publication>, Fault> {
    let rest = "WHERE register = $1 AND version = $2";
    tx.genuine_first(&TABLE, rest, params![register, version], read)
}

fn read(row: &Row<'_>) -> Result<Publication, Fault> {
    Ok(Publication {
        register: row.text(0)?,
        version: row.int(1)?,
        author: row.text(2)?,
        reason: row.text(3)?,
        promises: row.text(4)?,
    })
}
