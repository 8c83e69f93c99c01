//! `right-slow`: a right is fulfilled within a month.
//!
//! Why: A request must be met without undue delay and within a month at the latest.
//!
//! Mend: Write one month at most.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::model::Period;

/// The check.
pub const CHECK: Check = Check {
    code: "SEL091",
    slug: "right-slow",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 12(3)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["rights"],
        with: r#"rights { access within="45 days"; rectification; erasure; restriction; objection; complaint }"#,
    }],
    passes: &[Sample::Part {
        without: &["rights"],
        with: r#"rights { access within="14 days"; rectification; erasure; restriction; objection; complaint }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for right in &cx.notice.rights {
        if let Some(within) = right.within.filter(|within| within.may_exceed(&Period::of_months(1)))
        {
            out.push(CHECK.found(right.span).with("period", within.to_string()));
        }
    }
}

super::sample_tests!();
