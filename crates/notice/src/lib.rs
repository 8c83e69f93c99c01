//! The notice language: text → tree → [`model::Notice`] → findings.
//!
//! [`read`] never fails: whatever the text, there is a best-effort notice and a list of findings
//! with their places. [`check`] adds what the law and the promises demand. Pure: no files, no
//! clock, no network.

#![cfg_attr(test, expect(clippy::unwrap_used, reason = "tests"))]

pub mod checks;
mod decisions;
pub mod diff;
mod exchange;
pub mod finding;
pub mod floors;
mod format;
pub mod grammar;
pub mod laws;
mod lower;
pub mod model;
mod period;
pub mod promises;
mod reading;
pub mod ready_made;
pub mod refusals;
pub mod render;
pub mod report;
pub mod statutes;
pub mod tools;

pub use checks::{check, check_on, explain};
pub use diff::diff;
pub use exchange::exchange;
pub use finding::{Finding, Level, NOTHING_NEAR, did_you_mean};
pub use format::{Unformatted, fmt};
pub use reading::{MAX_BYTES, Reading, read, read_bytes};
