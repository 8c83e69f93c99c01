//! `keep-missing`: every kind has a retention period.
//!
//! Why: Data may be kept only as long as needed, and people must be told.
//!
//! Mend: Add `keep`, or `part-of` when it ends with another kind.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL046",
    slug: "keep-missing",
    level: Level::Error,
    law: Law::sure(&["GDPR Art. 13(2)(a)", "GDPR Art. 5(1)(e)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["service feedback"],
        with: r#"service "feedback" {
        collect "feedback" from="person" {
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
    for (_, kind) in
        cx.notice.kinds().filter(|(_, kind)| kind.keep.is_none() && kind.part_of.is_none())
    {
        out.push(CHECK.found(kind.span).with("name", &kind.kind));
    }
}

super::sample_tests!();
