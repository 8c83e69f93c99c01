//! `lookup-guessable`: records are found only by values that cannot be guessed.
//!
//! Why: With few alternatives and a leaked key, a keyed hash is undone by trying.
//!
//! Mend: Remove `lookup`, or use another field.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::model::FieldType;

/// The check.
pub const CHECK: Check = Check {
    code: "SEL049",
    slug: "lookup-guessable",
    level: Level::Warning,
    law: Law::likely(&["GDPR Art. 32(1)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["service feedback"],
        with: r#"service "feedback" {
        collect "feedback" from="person" {
            fi "Palaute"
            field "message" category="content" purposes="develop" type="text" { fi "Viesti" }
            field "born" category="identity" purposes="develop" type="date" lookup=#true { fi "Syntymäpäivä" }
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
    for (_, field) in cx.fields().filter(|(_, field)| field.lookup) {
        if !matches!(field.ty, FieldType::Line | FieldType::Email | FieldType::Phone) {
            out.push(CHECK.found(field.span).with("name", &field.name));
        }
    }
}

super::sample_tests!();
