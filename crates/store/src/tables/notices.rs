//! Published notices, kept for ever: every record says under which version it was collected.

use seloste_kernel::Fault;

use crate::fault;
use crate::mark::Marked;
use crate::tx::Tx;
use crate::value::{Row, params};

/// One published version of one register's notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The register's name.
    pub register: String,
    /// Counted from 1.
    pub version: i64,
    /// SHA-256 of the source.
    pub hash: [u8; 32],
    /// The notice as written.
    pub source: String,
    /// When it was published, milliseconds since 1970.
    pub published_ms: i64,
}

/// Not passed over: what is obeyed must be what was published.
pub(crate) static TABLE: Marked =
    Marked::new("notices", &["register", "version"], &["hash", "source", "published_ms"], &[])
        .strict();

/// Adds a version. A published version never changes.
///
/// # Errors
/// `Conflict` when the version is there already.
pub fn insert(tx: &mut Tx, notice: &Notice) -> Result<(), Fault> {
    let row = params![
        &notice.register,
        notice.version,
        &notice.hash,
        &notice.source,
        notice.published_ms
    ];
    match tx.put(&TABLE, row)? {
        1 => Ok(()),
        _ => Err(fault::conflict("the notice version is published already")),
    }
}

/// The newest version.
///
/// # Errors
/// `Environment` for one that this program did not publish.
pub fn latest(tx: &mut Tx, register: &str) -> Result<Option<Notice>, Fault> {
    let rest = "WHERE register = $1 ORDER BY version DESC LIMIT 1";
    tx.genuine_first(&TABLE, rest, params![register], read)
}

/// One version.
///
/// # Errors
/// `Environment` for one that this program did not publish.
pub fn get(tx: &mut Tx, register: &str, version: i64) -> Result<Option<Notice>, Fault> {
    let rest = "WHERE register = $1 AND version = $2";
    tx.genuine_first(&TABLE, rest, params![register, version], read)
}

/// All versions of all registers, oldest first.
///
/// # Errors
/// `Environment` for one that this program did not publish.
pub fn all(tx: &mut Tx) -> Result<Vec<Notice>, Fault> {
    tx.genuine(&TABLE, "ORDER BY register, version", params![], read)
}

fn read(row: &Row<'_>) -> Result<Notice, Fault> {
    Ok(Notice {
        register: row.text(0)?,
        version: row.int(1)?,
        hash: row.digest(2)?,
        source: row.text(3)?,
        published_ms: row.int(4)?,
    })
}
