//! `review-missing`: the notice is read through at intervals.
//!
//! Why: A notice ages unnoticed unless somebody reads it regularly.
//!
//! Mend: Add `review every="1 year"`.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL027",
    slug: "review-missing",
    level: Level::Warning,
    law: Law::sure(&["GDPR Art. 24(1)", "GDPR Art. 5(2)"]),
    run: Some(run),
    fails: &[Sample::Part { without: &["review"], with: "" }],
    passes: &[Sample::Part { without: &[], with: "" }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    if cx.notice.review.is_none() {
        out.push(CHECK.found(cx.place("review")));
    }
}

super::sample_tests!();
