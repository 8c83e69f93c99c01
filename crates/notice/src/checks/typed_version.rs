//! `typed-version`: the version and the date come from publication.
//!
//! Why: a date typed by hand can say that a notice is newer, or older, than it is.
//!
//! Mend: remove it; publishing shows the version and its date.

use super::{Check, Law, Level, Sample};

/// The check. The reading itself reports it.
pub const CHECK: Check = Check {
    code: "SEL012",
    slug: "typed-version",
    level: Level::Error,
    law: Law::language(),
    run: None,
    fails: &[Sample::Whole(r#"notice "a" version="2026-11-21""#)],
    passes: &[Sample::Whole(r#"notice "a""#)],
};

super::sample_tests!();
