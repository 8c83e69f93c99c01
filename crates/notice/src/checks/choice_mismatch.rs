//! `choice-mismatch`: a choice has alternatives, other fields have none.
//!
//! Why: A choice without alternatives accepts no value.
//!
//! Mend: Add `choice` blocks, or change the type.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::model::FieldType;

/// The check.
pub const CHECK: Check = Check {
    code: "SEL054",
    slug: "choice-mismatch",
    level: Level::Error,
    law: Law::language(),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["service feedback"],
        with: r#"service "feedback" {
        collect "feedback" from="person" {
            fi "Palaute"
            field "message" category="content" purposes="develop" type="text" { fi "Viesti" }
            field "theme" category="content" purposes="develop" type="choice" { fi "Aihe" }
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
    for (_, field) in cx.fields() {
        if matches!(&field.ty, FieldType::Choice(choices) if choices.is_empty()) {
            out.push(CHECK.found(field.span).with("name", &field.name));
        }
    }
}

super::sample_tests!();
