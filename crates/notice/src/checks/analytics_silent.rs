//! `analytics-silent`: analytics are told.
//!
//! Why: The reader wants to know whether visits are followed.
//!
//! Mend: Add `analytics none`, or tell what is counted.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL071",
    slug: "analytics-silent",
    level: Level::Warning,
    law: Law::likely(&["GDPR Art. 13(1)(c)"]),
    run: Some(run),
    fails: &[Sample::Part { without: &["analytics"], with: "" }],
    passes: &[Sample::Part { without: &[], with: "" }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    if !cx.has("analytics") {
        out.push(CHECK.found(cx.notice.span));
    }
}

super::sample_tests!();
