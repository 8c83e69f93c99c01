//! The tables: plain rows and plain functions on a transaction.

pub mod accesses;
pub mod attestations;
pub mod commands;
pub mod counters;
pub mod erasures;
pub mod holds;
pub mod jobs;
pub mod limits;
pub mod lookups;
pub mod meta;
pub mod notices;
pub(crate) mod outbox;
pub mod persons;
pub mod policies;
pub mod proofs;
pub mod publications;
pub mod records;
pub mod runs;
pub mod sessions;
