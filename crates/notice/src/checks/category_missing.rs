//! `category-missing`: every field has a category.
//!
//! Why: The category tells what sort of data are collected.
//!
//! Mend: Add `category`.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL042",
    slug: "category-missing",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 14(1)(d)", "GDPR Art. 30(1)(c)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["service feedback"],
        with: r#"service "feedback" {
        collect "feedback" from="person" {
            fi "Palaute"
            field "message" purposes="develop" { fi "Viesti" }
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
    for (_, field) in cx.fields().filter(|(_, field)| field.category.is_empty()) {
        out.push(CHECK.found(field.span).with("name", &field.name));
    }
}

super::sample_tests!();
