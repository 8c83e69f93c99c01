//! Keys and everything they do: make, wrap, seal, open, look up, sign, and forget.
//!
//! Bytes in, bytes out. This crate reads no file, no clock and no random source of its own; the
//! register's key ring keeps its blocks on disk.
//!
//! ```text
//! root secret ──wraps──> epoch keys (one a week) ──wrap──> person keys ──seal──> cells
//!       │                                        one per person × register × retention class
//!       ├──wraps──> index key (blind lookups), ledger key (signatures)
//!       └──makes──> key of closed addresses, key of what is sealed and nobody's (counters)
//! ```
//!
//! Person keys are random, never derived: what can be derived again cannot be forgotten. A cell
//! is bound to its place (register, kind, field, person, record, class, schema, key), so moving a
//! sealed value anywhere else makes it unreadable. A large file has a random key of its own, which
//! is kept in a cell and dies with it.

#![cfg_attr(test, expect(clippy::unwrap_used, reason = "tests"))]

mod audit;
mod blind;
pub mod block;
mod cell;
mod erasure;
mod frame;
mod padding;
pub mod receipt;
mod rootkey;
mod secret;
mod sign;
mod slot;
pub mod stream;
mod system;

pub use audit::commitment;
pub use blind::{ClosedKey, DIGEST_LEN, IndexKey, MarkKey, Turn, digests_match};
pub use cell::{CELL_OVERHEAD, MAX_CELL, Place, open, seal, seal_padded};
pub use erasure::{Erased, Erasure};
pub use rootkey::{Installation, RootSecret, RootTextError};
pub use secret::{ClassTag, EpochKey, OpenError, PersonKey, WRAPPED_LEN, Wrapped, WrappedKey};
pub use sign::{SIGNATURE_LEN, SigningKey, verify_signature};
pub use slot::{KeptSecret, SecretKind, Slot};
pub use system::SystemKey;
