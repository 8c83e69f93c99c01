//! `bad-value`: a value has the form that its place wants.
//!
//! Why: A period or date that cannot be read cannot be kept.
//!
//! Mend: Write the value in the form shown.

use super::{Check, Law, Level, Sample};

/// The check. The reading itself reports it.
pub const CHECK: Check = Check {
    code: "SEL007",
    slug: "bad-value",
    level: Level::Error,
    law: Law::language(),
    run: None,
    fails: &[Sample::Whole(
        r#"notice "a" {
    review every="1 yaer"
}"#,
    )],
    passes: &[Sample::Whole(
        r#"notice "a" {
    review every="1 year"
}"#,
    )],
};

super::sample_tests!();
