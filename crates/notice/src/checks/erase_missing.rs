//! `erase-missing`: the time of erasure on request is told.
//!
//! Why: Without a promise of your own the law's longest time holds, one month.
//!
//! Mend: Add `erase-on-request within`.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::model::Source;

/// The check.
pub const CHECK: Check = Check {
    code: "SEL059",
    slug: "erase-missing",
    level: Level::Warning,
    law: Law::likely(&["GDPR Art. 17(1)", "GDPR Art. 12(3)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["service feedback"],
        with: r#"service "feedback" {
        collect "feedback" from="person" {
            fi "Palaute"
            field "message" category="content" purposes="develop" type="text" { fi "Viesti" }
keep "1 month" from="sent"
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
        if kind.source == Some(Source::Person) && kind.erase_within.is_none() {
            out.push(CHECK.found(kind.span).with("name", &kind.kind));
        }
    }
}

super::sample_tests!();
