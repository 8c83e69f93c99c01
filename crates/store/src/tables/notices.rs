//! Published notices, kept for ever: every record says under which version it was collected.

use seloste_kernel::Fault;

use crate::fault;
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
    /// Proof that the engine wrote the row: keyed over all the others.
    pub seal: [u8; 16],
}

const COLUMNS: &str = "register, version, hash, source, published_ms, seal";

/// Adds a version. A published version never changes.
///
/// # Errors
/// `Conflict` when the version is there already.
pub fn insert(tx: &mut Tx, notice: &Notice) -> Result<(), Fault> {
    let sql = format!(
        "INSERT INTO notices ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING"
    );
    let params = params![
        &notice.register,
        notice.version,
        &notice.hash,
        &notice.source,
        notice.published_ms,
        &notice.seal
    ];
    match tx.execute(&sql, params)? {
        1 => Ok(()),
        _ => Err(fault::conflict("the notice version is published already")),
    }
}

/// The newest version.
///
/// # Errors
/// Only the engine's.
pub fn latest(tx: &mut Tx, register: &str) -> Result<Option<Notice>, Fault> {
    let sql =
        format!("SELECT {COLUMNS} FROM notices WHERE register = $1 ORDER BY version DESC LIMIT 1");
    tx.first(&sql, params![register], read)
}

/// One version.
///
/// # Errors
/// Only the engine's.
pub fn get(tx: &mut Tx, register: &str, version: i64) -> Result<Option<Notice>, Fault> {
    let sql = format!("SELECT {COLUMNS} FROM notices WHERE register = $1 AND version = $2");
    tx.first(&sql, params![register, version], read)
}

/// All versions of all registers, oldest first.
///
/// # Errors
/// Only the engine's.
pub fn all(tx: &mut Tx) -> Result<Vec<Notice>, Fault> {
    let sql = format!("SELECT {COLUMNS} FROM notices ORDER BY register, version");
    tx.all(&sql, params![], read)
}

fn read(row: &Row<'_>) -> Result<Notice, Fault> {
    Ok(Notice {
        register: row.text(0)?,
        version: row.int(1)?,
        hash: row.digest(2)?,
        source: row.text(3)?,
        published_ms: row.int(4)?,
        seal: row.digest(5)?,
    })
}
