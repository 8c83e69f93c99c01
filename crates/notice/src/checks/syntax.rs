//! `syntax`: the text follows KDL 2.
//!
//! Why: Nothing that cannot be parsed can be promised.
//!
//! Mend: Close the text, brace or comment at the place shown.

use super::{Check, Law, Level, Sample};

/// The check. The reading itself reports it.
pub const CHECK: Check = Check {
    code: "SEL001",
    slug: "syntax",
    level: Level::Error,
    law: Law::language(),
    run: None,
    fails: &[Sample::Whole(
        r#"notice "a" {
    register { fi "Nimi }
}"#,
    )],
    passes: &[Sample::Whole(
        r#"notice "a" {
    register { fi "Nimi" }
}"#,
    )],
};

super::sample_tests!();
