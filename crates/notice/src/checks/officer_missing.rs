//! `officer-missing`: an authority has a data protection officer.
//!
//! Why: An authority must designate an officer and tell how to reach them.
//!
//! Mend: Add an `officer` block.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL023",
    slug: "officer-missing",
    level: Level::Error,
    law: Law::sure(&["GDPR Art. 37(1)(a)", "GDPR Art. 13(1)(b)"]),
    run: Some(run),
    fails: &[Sample::Part { without: &["officer"], with: "" }],
    passes: &[Sample::Part {
        without: &["officer"],
        with: r#"officer { email "tietosuoja@example.fi" }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    if cx.notice.controller.kind == "authority" && cx.notice.officer.is_none() {
        out.push(CHECK.found(cx.place("controller")));
    }
}

super::sample_tests!();
