//! `source-unnamed`: another source is named.
//!
//! Why: "Other" alone does not tell where the data come from.
//!
//! Mend: Add a `source` block.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::model::Source;

/// The check.
pub const CHECK: Check = Check {
    code: "SEL045",
    slug: "source-unnamed",
    level: Level::Error,
    law: Law::sure(&["GDPR Art. 14(2)(f)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["service feedback"],
        with: r#"service "feedback" {
        collect "feedback" from="other" {
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
    for (_, kind) in cx.notice.kinds() {
        if kind.source == Some(Source::Other) && kind.source_text.is_empty() {
            out.push(CHECK.found(kind.span).with("name", &kind.kind));
        }
    }
}

super::sample_tests!();
