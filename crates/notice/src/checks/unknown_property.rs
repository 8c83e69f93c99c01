//! `unknown-property`: every property is known.
//!
//! Why: A misspelt property would silently promise nothing.
//!
//! Mend: Use the suggested name.

use super::{Check, Law, Level, Sample};

/// The check. The reading itself reports it.
pub const CHECK: Check = Check {
    code: "SEL005",
    slug: "unknown-property",
    level: Level::Error,
    law: Law::language(),
    run: None,
    fails: &[Sample::Whole(
        r#"notice "a" {
    review evry="1 year"
}"#,
    )],
    passes: &[Sample::Whole(
        r#"notice "a" {
    review every="1 year"
}"#,
    )],
};

super::sample_tests!();
