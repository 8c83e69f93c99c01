//! `authority-missing`: the supervisory authority is named.
//!
//! Why: People have the right to complain and must know where.
//!
//! Mend: Add `authority "fi"`.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL028",
    slug: "authority-missing",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 13(2)(d)", "GDPR Art. 77(1)"]),
    run: Some(run),
    fails: &[Sample::Part { without: &["authority"], with: "" }],
    passes: &[Sample::Part { without: &[], with: "" }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    if cx.notice.authority.is_none() {
        out.push(CHECK.found(cx.notice.span));
    }
}

super::sample_tests!();
