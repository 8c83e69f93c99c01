//! `surplus-value`: a node has no values that it does not take.
//!
//! Why: A value that nothing reads promises nothing.
//!
//! Mend: Remove the value.

use super::{Check, Law, Level, Sample};

/// The check. The reading itself reports it.
pub const CHECK: Check = Check {
    code: "SEL009",
    slug: "surplus-value",
    level: Level::Error,
    law: Law::language(),
    run: None,
    fails: &[Sample::Whole(
        r#"notice "a" {
    purpose "answer" "develop"
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
