//! `criterion-review`: a retention criterion is looked at every two years at least.
//!
//! Why: A criterion that is seldom looked at is in practice for ever.
//!
//! Mend: Shorten `review`.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::model::{Keep, Period};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL094",
    slug: "criterion-review",
    level: Level::Warning,
    law: Law::likely(&["GDPR Art. 13(2)(a)", "GDPR Art. 5(1)(e)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["service feedback"],
        with: r#"service "feedback" {
        collect "feedback" from="person" {
            fi "Palaute"
            field "message" category="content" purposes="develop" type="text" { fi "Viesti" }
            keep review="5 years" { criterion { fi "Niin kauan kuin asia on vireillä" } }
erase-on-request within="3 days"
        }
    }"#,
    }],
    passes: &[Sample::Part {
        without: &["service feedback"],
        with: r#"service "feedback" {
        collect "feedback" from="person" {
            fi "Palaute"
            field "message" category="content" purposes="develop" type="text" { fi "Viesti" }
            keep review="1 year" { criterion { fi "Niin kauan kuin asia on vireillä" } }
erase-on-request within="3 days"
        }
    }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for (_, kind) in cx.notice.kinds() {
        if let Some(Keep::Criterion { review, .. }) = &kind.keep
            && review.may_exceed(&Period::of_months(24))
        {
            out.push(
                CHECK.found(kind.span).with("name", &kind.kind).with("period", review.to_string()),
            );
        }
    }
}

super::sample_tests!();
