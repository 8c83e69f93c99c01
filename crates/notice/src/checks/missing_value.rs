//! `missing-value`: a node that needs a value has one.
//!
//! Why: A purpose or role without a name cannot be referred to.
//!
//! Mend: Write the value after the node's name.

use super::{Check, Law, Level, Sample};

/// The check. The reading itself reports it.
pub const CHECK: Check = Check {
    code: "SEL008",
    slug: "missing-value",
    level: Level::Error,
    law: Law::language(),
    run: None,
    fails: &[Sample::Whole(
        r#"notice "a" {
    purpose basis="consent"
}"#,
    )],
    passes: &[Sample::Whole(
        r#"notice "a" {
    purpose "answer" basis="consent"
}"#,
    )],
};

super::sample_tests!();
