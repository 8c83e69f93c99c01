//! `field-purpose-missing`: every field has a purpose.
//!
//! Why: Data without a purpose may not be collected.
//!
//! Mend: Add `purposes`, or remove the field.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL043",
    slug: "field-purpose-missing",
    level: Level::Error,
    law: Law::sure(&["GDPR Art. 5(1)(b)", "GDPR Art. 13(1)(c)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["service feedback"],
        with: r#"service "feedback" {
        collect "feedback" from="person" {
            fi "Palaute"
            field "message" category="content" purposes="develop" type="text" { fi "Viesti" }
            field "phone" category="contact" { fi "Puhelin" }
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
    for (_, field) in cx.fields().filter(|(_, field)| field.purposes.is_empty()) {
        out.push(CHECK.found(field.span).with("name", &field.name));
    }
}

super::sample_tests!();
