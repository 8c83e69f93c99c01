//! `too-large`: the notice stays within the limits of size and depth.
//!
//! Why: a limit that is stated cannot be used to stop the program.
//!
//! Mend: split the notice, or remove what is nested needlessly.

use super::{Check, Law, Level, Sample};

/// The check. The reading itself reports it.
pub const CHECK: Check = Check {
    code: "SEL002",
    slug: "too-large",
    level: Level::Error,
    law: Law::language(),
    run: None,
    fails: &[Sample::Whole(
        "a{a{a{a{a{a{a{a{a{a{a{a{a{a{a{a{a{a{a{a{a{a{a{a{a{a{a{a{a{a{a{a{a{}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}",
    )],
    passes: &[Sample::Whole("a{a{a{a{}}}}")],
};

super::sample_tests!();
