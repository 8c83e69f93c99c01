//! Where things are kept: rows in SQLite or PostgreSQL, the ledger as a Merkle tree in plain files.
//!
//! Nothing here can open personal data: bodies are [`Sealed`](seloste_kernel::Sealed), lookups are
//! keyed digests, everything else is structure. One SQL text serves both engines; what differs is
//! in `engine/dialect.rs`. A write is acknowledged only when it is on disk.

#![cfg_attr(test, expect(clippy::unwrap_used, clippy::panic, reason = "tests"))]

mod ballast;
mod engine;
mod fault;
mod ids;
mod lane;
pub mod ledger;
mod location;
mod migrate;
mod store;
pub mod tables;
mod tx;
mod value;
pub mod words;

pub use ids::{ErasureId, JobId, RunId};
pub use location::Location;
pub use store::Store;
pub use tx::Tx;
