//! `consequence-missing`: a required field says what follows without it.
//!
//! Why: People must be told whether they must give the data and what follows if not.
//!
//! Mend: Add a `consequence` block to the field.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL047",
    slug: "consequence-missing",
    level: Level::Error,
    law: Law::sure(&["GDPR Art. 13(2)(e)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["service feedback"],
        with: r#"service "feedback" {
        collect "feedback" from="person" {
            fi "Palaute"
            field "message" category="content" purposes="develop" required=#true { fi "Viesti" }
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
            field "message" category="content" purposes="develop" required=#true {
                fi "Viesti"
                consequence { fi "Palautetta ei voi lähettää." }
            }
keep "1 month" from="sent"
erase-on-request within="3 days"
        }
    }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for (_, field) in
        cx.fields().filter(|(_, field)| field.required && field.consequence.is_empty())
    {
        out.push(CHECK.found(field.span).with("name", &field.name));
    }
}

super::sample_tests!();
