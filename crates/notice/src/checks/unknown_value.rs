//! `unknown-value`: a word from a closed list is on it.
//!
//! Why: Only what the program knows can be enforced.
//!
//! Mend: Use one of the listed words.

use super::{Check, Law, Level, Sample};

/// The check. The reading itself reports it.
pub const CHECK: Check = Check {
    code: "SEL006",
    slug: "unknown-value",
    level: Level::Error,
    law: Law::language(),
    run: None,
    fails: &[Sample::Whole(
        r#"notice "a" {
    measure "encryptd-at-rest"
}"#,
    )],
    passes: &[Sample::Whole(
        r#"notice "a" {
    measure "encrypted-at-rest"
}"#,
    )],
};

super::sample_tests!();
