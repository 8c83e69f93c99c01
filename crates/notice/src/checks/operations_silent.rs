//! `operations-silent`: the times of logs and backups are told.
//!
//! Why: The true retention is the promised period and these times together.
//!
//! Mend: Add `operations` with its times.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL058",
    slug: "operations-silent",
    level: Level::Warning,
    law: Law::likely(&["GDPR Art. 13(2)(a)"]),
    run: Some(run),
    fails: &[Sample::Part { without: &["operations"], with: "" }],
    passes: &[Sample::Part { without: &[], with: "" }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    if !cx.has("operations") {
        out.push(CHECK.found(cx.notice.span));
    }
}

super::sample_tests!();
