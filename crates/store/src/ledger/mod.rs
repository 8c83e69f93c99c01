//! What was done, as long as the notice says and without personal data: a Merkle tree (RFC 6962) in plain files
//! (C2SP tlog-tiles) under signed checkpoints (C2SP tlog-checkpoint).
//!
//! [`append`] writes an entry in the same transaction as the effect it tells of. [`Ledger`]
//! integrates what waits into the tree and signs, and forgets what entries said when their time is
//! over. [`verify`] needs the files only.

mod checkpoint;
mod disk;
mod entry;
mod forgotten;
mod proof;
mod sequencer;
mod tiles;
pub mod tree;
mod verify;

use seloste_kernel::Fault;

pub use checkpoint::{Checkpoint, PublicKey, PublicKeyError, SeedSigner, Signer};
pub use entry::Entry;
pub use forgotten::Forgotten;
pub use proof::Proof;
pub use sequencer::Ledger;
pub use verify::{Damage, Report, verify};

use crate::tables::outbox;
use crate::tx::Tx;

/// Adds an entry to the ledger, in this transaction.
///
/// # Errors
/// `Internal` when a word of the entry is longer than 255 bytes; the engine's.
pub fn append(tx: &mut Tx, entry: &Entry) -> Result<(), Fault> {
    append_all(tx, &[entry])
}

/// Adds entries to the ledger, in this transaction.
///
/// # Errors
/// As [`append`].
pub fn append_all(tx: &mut Tx, entries: &[&Entry]) -> Result<(), Fault> {
    let bytes: Vec<_> = entries
        .iter()
        .map(|entry| Ok((entry.id, entry.encode()?)))
        .collect::<Result<_, Fault>>()?;
    outbox::push(tx, &bytes)
}
