//! `special-ground`: a special category has a ground of Article 9.
//!
//! Why: Processing health, belief and other sensitive data is otherwise forbidden.
//!
//! Mend: Add `ground`, or do not collect it.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL048",
    slug: "special-ground",
    level: Level::Error,
    law: Law::sure(&["GDPR Art. 9(1)", "GDPR Art. 9(2)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["service feedback"],
        with: r#"service "feedback" {
        collect "feedback" from="person" {
            fi "Palaute"
            field "message" category="content" purposes="develop" type="text" { fi "Viesti" }
            field "health" category="special" purposes="develop" { fi "Terveys" }
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
            field "health" category="special" purposes="develop" ground="explicit-consent" { fi "Terveys" }
keep "1 month" from="sent"
erase-on-request within="3 days"
        }
    }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for (_, field) in
        cx.fields().filter(|(_, field)| field.category == "special" && field.ground.is_none())
    {
        out.push(CHECK.found(field.span).with("name", &field.name));
    }
}

super::sample_tests!();
