//! `erase-slow`: a request for erasure is met within a month.
//!
//! Why: A request must be met without undue delay and within a month at the latest. In February 30
//! days are more than a month.
//!
//! Mend: Write one month at most, better a few days.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::model::Period;

/// The check.
pub const CHECK: Check = Check {
    code: "SEL060",
    slug: "erase-slow",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 17(1)", "GDPR Art. 12(3)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["service feedback"],
        with: r#"service "feedback" {
        collect "feedback" from="person" {
            fi "Palaute"
            field "message" category="content" purposes="develop" type="text" { fi "Viesti" }
            keep "1 year" from="sent"
            erase-on-request within="30 days"
        }
    }"#,
    }],
    passes: &[Sample::Part {
        without: &["service feedback"],
        with: r#"service "feedback" {
        collect "feedback" from="person" {
            fi "Palaute"
            field "message" category="content" purposes="develop" type="text" { fi "Viesti" }
            keep "1 year" from="sent"
            erase-on-request within="1 month"
        }
    }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for (_, kind) in cx.notice.kinds() {
        let Some(within) =
            kind.erase_within.filter(|within| within.may_exceed(&Period::of_months(1)))
        else {
            continue;
        };
        out.push(
            CHECK.found(kind.span).with("name", &kind.kind).with("period", within.to_string()),
        );
    }
}

super::sample_tests!();
