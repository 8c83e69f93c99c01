//! `period-absurd`: a retention period is of human size.
//!
//! Why: Zero, or more than a hundred years, is a slip and not a promise.
//!
//! Mend: Write the real period.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::model::Period;

/// The check.
pub const CHECK: Check = Check {
    code: "SEL055",
    slug: "period-absurd",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 5(1)(e)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["service feedback"],
        with: r#"service "feedback" {
        collect "feedback" from="person" {
            fi "Palaute"
            field "message" category="content" purposes="develop" type="text" { fi "Viesti" }
            keep "250 years" from="sent"
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
            keep "1 month" from="sent"
            erase-on-request within="3 days"
        }
    }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for (kind, period) in cx.periods() {
        if period.is_zero() || period.may_exceed(&CENTURY) {
            out.push(
                CHECK.found(kind.span).with("name", &kind.kind).with("period", period.to_string()),
            );
        }
    }
}

/// The longest period that can be meant.
const CENTURY: Period = Period { years: 100, ..Period::of_days(0) };

#[test]
fn zero_is_absurd_too() {
    let text = super::samples::BASE.replace("keep \"1 month\"", "keep \"0 days\"");
    let findings = super::check(&crate::read(&text, ""));
    assert!(findings.iter().any(|finding| finding.code == CHECK.code));
}

super::sample_tests!();
