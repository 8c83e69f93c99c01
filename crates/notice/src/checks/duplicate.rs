//! `duplicate`: nothing is declared twice.
//!
//! Why: Two declarations of one thing can contradict each other.
//!
//! Mend: Keep one of the two.

use super::{Check, Law, Level, Sample};

/// The check. The reading itself reports it.
pub const CHECK: Check = Check {
    code: "SEL011",
    slug: "duplicate",
    level: Level::Error,
    law: Law::language(),
    run: None,
    fails: &[Sample::Whole(
        r#"notice "a" {
    purpose "answer"
    purpose "answer"
}"#,
    )],
    passes: &[Sample::Whole(
        r#"notice "a" {
    purpose "answer"
    purpose "develop"
}"#,
    )],
};

super::sample_tests!();
