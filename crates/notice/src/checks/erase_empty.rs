//! `erase-empty`: erasure on request is faster than ordinary deletion.
//!
//! Why: The right is empty if the data go just as soon anyway.
//!
//! Mend: Promise erasure on request within a few days.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL061",
    slug: "erase-empty",
    level: Level::Warning,
    law: Law::unsure(&["GDPR Art. 17(1)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["service feedback"],
        with: r#"service "feedback" {
        collect "feedback" from="person" {
            fi "Palaute"
            field "message" category="content" purposes="develop" type="text" { fi "Viesti" }
keep "1 month" from="sent"
            erase-on-request within="1 month"
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
        // A period of nothing is a slip, and told as one.
        let faster = |within| period.is_zero() || period.may_exceed(&within);
        if kind.erase_within.is_some_and(|within| !faster(within)) {
            out.push(CHECK.found(kind.span).with("name", &kind.kind));
        }
    }
}

super::sample_tests!();
