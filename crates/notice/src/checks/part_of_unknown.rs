//! `part-of-unknown`: a kind ends with a kind that exists.
//!
//! Why: Otherwise nobody knows when the data are erased.
//!
//! Mend: Refer to another kind that has its own period.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL050",
    slug: "part-of-unknown",
    level: Level::Error,
    law: Law::language(),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["service feedback"],
        with: r#"service "feedback" {
        collect "feedback" from="person" part-of="message" {
            fi "Palaute"
            field "message" category="content" purposes="develop" type="text" { fi "Viesti" }
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
    for (_, kind) in cx.notice.kinds() {
        let Some(whole) = &kind.part_of else { continue };
        // One step only: a part of a part would make the end hard to see, and could go in a ring.
        let ends = cx.notice.kind(&whole.value).is_some_and(|whole| whole.part_of.is_none());
        if !ends || whole.value == kind.kind {
            out.push(CHECK.found(whole.span).with("name", &kind.kind).with("whole", &whole.value));
        }
    }
}

super::sample_tests!();
