//! `promise-uncovered`: every promise has a mechanism, an attestation or is told to be text.
//!
//! Why: A sentence that nothing keeps and nobody vouches for is decoration.
//!
//! Mend: Use a measure, right or authority that the program knows, vouch for it with `attest` (for
//! the log `attest "logs"`), or tell it as `statement`.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL095",
    slug: "promise-uncovered",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 5(2)", "GDPR Art. 24(1)"]),
    run: Some(run),
    fails: &[
        Sample::Part { without: &["authority"], with: r#"authority "se""# },
        Sample::Part { without: &["attest logs"], with: "" },
    ],
    passes: &[Sample::Part { without: &["authority"], with: r#"authority "fi""# }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for uncovered in crate::promises::uncovered(cx.notice) {
        out.push(CHECK.found(uncovered.span).with("name", uncovered.name));
    }
}

super::sample_tests!();
