//! `purposes-missing`: the notice has purposes.
//!
//! Why: Data may be processed only for a stated purpose.
//!
//! Mend: Add a `purpose`.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL030",
    slug: "purposes-missing",
    level: Level::Error,
    law: Law::sure(&["GDPR Art. 5(1)(b)", "GDPR Art. 13(1)(c)"]),
    run: Some(run),
    fails: &[Sample::Whole(r#"notice "a""#)],
    passes: &[Sample::Whole(r#"notice "a" { purpose "answer" }"#)],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    if cx.notice.purposes.is_empty() {
        out.push(CHECK.found(cx.notice.span));
    }
}

super::sample_tests!();
