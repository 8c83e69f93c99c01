//! Evidence for what software cannot enforce.

use seloste_kernel::{Fault, Sealed};

use crate::fault;
use crate::mark::Marked;
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

pub(crate) static TABLE: Marked = Marked::new(
    "attestations",
    &["register", "name", "at_ms"],
    &["by_role", "until_ms", "document_hash", "note"],
    &[],
);

/// Adds an attestation.
///
/// # Errors
/// `Conflict` when one of the same name was given at the same moment.
pub fn put(tx: &mut Tx, given: &Attestation) -> Result<(), Fault> {
    let row = params![
        &given.register,
        &given.name,
        given.at_ms,
        &given.by_role,
        given.until_ms,
        &given.document_hash,
        given.note.as_ref()
    ];
    match tx.put(&TABLE, row)? {
        1 => Ok(()),
        _ => Err(fault::conflict("the attestation is there already")),
    }
}

/// The newest of every name.
///
/// # Errors
/// Only the engine's.
pub fn latest_all(tx: &mut Tx) -> Result<Vec<Attestation>, Fault> {
    // All of them, a few a year: the newest of the genuine ones counts, whatever was planted.
    let order = "ORDER BY register, name, at_ms DESC";
    let mut all = tx.genuine(&TABLE, order, params![], read)?;
    all.dedup_by(|next, newest| next.register == newest.register && next.name == newest.name);
    Ok(all)
}

fn read(row: &Row<'_>) -> Result<Attestation, Fault> {
    Ok(Attestation {
        register: row.text(0)?,
        name: row.text(1)?,
        at_ms: row.int(2)?,
        by_role: row.text(3)?,
        until_ms: row.int(4)?,
        document_hash: row.digest(5)?,
        note: row.opt_bytes(6)?.map(Sealed::from_bytes),
    })
}
