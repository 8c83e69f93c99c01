//! Where things are kept: rows in SQLite or PostgreSQL, the ledger as a Merkle tree in plain files.
//!
//! Nothing here can open personal data: bodies are [`Sealed`](seloste_kernel::Sealed), lookups are
//! keyed digests, everything else is structure. One SQL text serves both engines; what differs is
//! in `engine/dialect.rs`. A write is acknowledged only when it is on disk.

#![cfg_attr(test, expect(clippy::unwrap_used, reason = "tests"))]

mod backup;
mod ballast;
mod engine;
mod fault;
mod ids;
mod lane;
pub mod ledger;
mod location;
mod map;
mod mark;
mod migrate;
mod scrub;
mod store;
pub mod tables;
mod tx;
mod value;
pub mod words;

pub use backup::{BACKUP_FILE, Backup, verify_backup};
pub use ids::{ErasureId, JobId, RunId};
pub use location::Location;
pub use map::{Class, Column, Effect, columns};
pub use mark::{Alien, MARK_LEN, Marker, Place, aliens};
pub use store::Store;
pub use tx::Tx;
