//! `recipients-silent`: recipients are told.
//!
//! Why: People must know who receives their data.
//!
//! Mend: Add `recipients`, or `recipients none`.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL076",
    slug: "recipients-silent",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 13(1)(e)"]),
    run: Some(run),
    fails: &[Sample::Part { without: &["recipients"], with: "" }],
    passes: &[Sample::Part { without: &[], with: "" }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    if !cx.has("recipients") {
        out.push(CHECK.found(cx.notice.span));
    }
}

super::sample_tests!();
