//! Evidence for what software cannot enforce.

use seloste_kernel::{Fault, Sealed};

use crate::fault;
use crate::tx::Tx;
use crate::value::{Row, params};

/// One statement that something is in order, with its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attestation {
    /// The register whose notice promises it.
    pub register: String,
    /// The attestation's name in the notice.
    pub name: String,
    /// In which role it was given.
    pub by_role: String,
    /// When, milliseconds since 1970.
    pub at_ms: i64,
    /// Until when it holds.
    pub until_ms: i64,
    /// SHA-256 of the document that shows it.
    pub document_hash: [u8; 32],
    /// A sealed note.
    pub note: Option<Sealed>,
}

/// Adds an attestation.
///
/// # Errors
/// `Conflict` when one of the same name was given at the same moment.
pub fn put(tx: &mut Tx, given: &Attestation) -> Result<(), Fault> {
    let sql = "INSERT INTO attestations \
         (register, name, by_role, at_ms, until_ms, document_hash, note) \
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING";
    let params = params![
        &given.register,
        &given.name,
        &given.by_role,
        given.at_ms,
        given.until_ms,
        &given.document_hash,
        given.note.as_ref()
    ];
    match tx.execute(sql, params)? {
        1 => Ok(()),
        _ => Err(fault::conflict("the attestation is there already")),
    }
}

/// The newest of every name.
///
/// # Errors
/// Only the engine's.
pub fn latest_all(tx: &mut Tx) -> Result<Vec<Attestation>, Fault> {
    let sql = "SELECT a.register, a.name, a.by_role, a.at_ms, a.until_ms, a.document_hash, a.note \
         FROM attestations a WHERE a.at_ms = (SELECT MAX(b.at_ms) FROM attestations b \
         WHERE b.register = a.register AND b.name = a.name) ORDER BY a.register, a.name";
    tx.all(sql, params![], read)
}

fn read(row: &Row<'_>) -> Result<Attestation, Fault> {
    Ok(Attestation {
        register: row.text(0)?,
        name: row.text(1)?,
        by_role: row.text(2)?,
        at_ms: row.int(3)?,
        until_ms: row.int(4)?,
        document_hash: row.digest(5)?,
        note: row.opt_bytes(6)?.map(Sealed::from_bytes),
    })
}
