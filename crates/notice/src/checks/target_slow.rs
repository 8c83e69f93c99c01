//! `target-slow`: the time in which requests are meant to be decided lies inside the promised one.
//!
//! Why: Staff are alarmed at the target so that the promise is kept; one that is as long comes too late.
//!
//! Mend: Shorten `target`, or leave it out.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::model::Period;

/// The check.
pub const CHECK: Check = Check {
    code: "SEL135",
    slug: "target-slow",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 12(3)"]),
    run: Some(run),
    fails: &[
        Sample::Part {
            without: &["rights"],
            with: r#"rights { access; rectification target="2 months"; erasure; restriction; objection; complaint }"#,
        },
        Sample::Part {
            without: &["rights"],
            with: r#"rights { access; rectification within="3 days" target="3 days"; erasure; restriction; objection; complaint }"#,
        },
    ],
    passes: &[Sample::Part {
        without: &["rights"],
        with: r#"rights { access; rectification target="3 days"; erasure; restriction; objection; complaint }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for right in &cx.notice.rights {
        let Some(target) = right.target else { continue };
        let promised = right.within.unwrap_or(Period::of_months(1));
        if target == promised || target.may_exceed(&promised) {
            let found = CHECK.found(right.span).with("period", target.to_string());
            out.push(found.with("promised", promised.to_string()));
        }
    }
}

super::sample_tests!();
