//! `decisions-silent`: automated decisions are told.
//!
//! Why: People must know whether a machine decides about them.
//!
//! Mend: Add `automated-decisions none`, or the decisions.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL092",
    slug: "decisions-silent",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 13(2)(f)"]),
    run: Some(run),
    fails: &[Sample::Part { without: &["automated-decisions"], with: "" }],
    passes: &[Sample::Part { without: &[], with: "" }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    if cx.notice.automated_decisions.is_none() {
        out.push(CHECK.found(cx.notice.span));
    }
}

super::sample_tests!();
