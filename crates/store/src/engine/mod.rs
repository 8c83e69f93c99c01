//! The two engines behind one set of verbs.

pub(crate) mod checkpoint;
pub(crate) mod dialect;
pub(crate) mod postgres;
pub(crate) mod sole;
pub(crate) mod sqlite;
