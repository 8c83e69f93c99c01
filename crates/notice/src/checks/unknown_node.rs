//! `unknown-node`: every node is known.
//!
//! Why: A misspelt node would silently promise nothing.
//!
//! Mend: Use the suggested name, or see `seloste explain notice`.

use super::{Check, Law, Level, Sample};

/// The check. The reading itself reports it.
pub const CHECK: Check = Check {
    code: "SEL004",
    slug: "unknown-node",
    level: Level::Error,
    law: Law::language(),
    run: None,
    fails: &[Sample::Whole(
        r#"notice "a" {
    registr { fi "Nimi" }
}"#,
    )],
    passes: &[Sample::Whole(
        r#"notice "a" {
    register { fi "Nimi" }
}"#,
    )],
};

super::sample_tests!();
