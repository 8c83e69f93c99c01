//! `source-missing`: every kind has a source.
//!
//! Why: People have the right to know where their data come from.
//!
//! Mend: Add `from`.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL044",
    slug: "source-missing",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 14(2)(f)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["service feedback"],
        with: r#"service "feedback" {
        collect "feedback"  {
            fi "Palaute"
            field "message" category="content" purposes="develop" type="text" { fi "Viesti" }
keep "1 month" from="sent"
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
    for (_, kind) in cx.notice.kinds().filter(|(_, kind)| kind.source.is_none()) {
        out.push(CHECK.found(kind.span).with("name", &kind.kind));
    }
}

super::sample_tests!();
