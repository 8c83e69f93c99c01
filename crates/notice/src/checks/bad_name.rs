//! `bad-name`: short names have only small letters, digits and hyphens.
//!
//! Why: Names become addresses, promise ids and form fields.
//!
//! Mend: Rename it: `[a-z][a-z0-9-]*`, at most 40 characters.

use super::{Check, Law, Level, Sample};

/// The check. The reading itself reports it.
pub const CHECK: Check = Check {
    code: "SEL010",
    slug: "bad-name",
    level: Level::Error,
    law: Law::language(),
    run: None,
    fails: &[Sample::Whole(r#"notice "Palaute!""#)],
    passes: &[Sample::Whole(r#"notice "palaute""#)],
};

super::sample_tests!();
