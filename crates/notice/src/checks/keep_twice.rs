//! `keep-twice`: a kind has one retention period.
//!
//! Why: With two periods the reader cannot know which one holds.
//!
//! Mend: Remove `keep` or `part-of`.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL051",
    slug: "keep-twice",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 13(2)(a)", "GDPR Art. 5(1)(e)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["service feedback"],
        with: r#"service "feedback" {
        collect "feedback" from="person" {
            fi "Palaute"
            field "message" category="content" purposes="develop" type="text" { fi "Viesti" }
keep "1 month" from="sent"
erase-on-request within="3 days"
        }
        collect "reply" from="staff" part-of="feedback" {
            fi "Vastaus"
            field "text" category="content" purposes="develop" { fi "Vastaus" }
            keep "2 months" from="sent"
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
        collect "reply" from="staff" part-of="feedback" {
            fi "Vastaus"
            field "text" category="content" purposes="develop" { fi "Vastaus" }
        }
    }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for (_, kind) in cx
        .notice
        .kinds()
        .filter(|(_, kind)| kind.keep.is_some() && kind.part_of.is_some() && !kind.shared)
    {
        out.push(CHECK.found(kind.span).with("name", &kind.kind));
    }
}

super::sample_tests!();
