//! The notice language.
#![cfg_attr(test, expect(clippy::unwrap_used, reason = "tests"))]

pub mod model;
pub mod promises;
