//! `floor-unclear`: a floor names fields of its kind, and an event that will come.
//!
//! Why: What is kept without an end in sight is kept for ever.
//!
//! Mend: Name declared fields in `fields`, and in `from` the writing or the event of `keep`.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::grammar::AT_WRITING;
use crate::model::Keep;

/// The check.
pub const CHECK: Check = Check {
    code: "SEL106",
    slug: "floor-unclear",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 5(1)(e)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["service feedback"],
        with: r#"service "feedback" {
        collect "feedback" from="person" {
            fi "Palaute"
            field "message" category="content" purposes="develop" type="text" { fi "Viesti" }
            field "sum" category="content" purposes="rights" { fi "Summa" }
            field "status" category="content" purposes="develop" type="choice" { fi "Tila"; choice "open" { fi "Avoin" }; choice "paid" { fi "Maksettu" } }
            floor "accounting-vouchers" fields="total" from="created"
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
            field "sum" category="content" purposes="rights" { fi "Summa" }
            field "status" category="content" purposes="develop" type="choice" { fi "Tila"; choice "open" { fi "Avoin" }; choice "paid" { fi "Maksettu" } }
            floor "accounting-vouchers" fields="sum" from="created"
            keep "1 month" from="sent"
            erase-on-request within="3 days"
        }
    }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for (_, kind) in cx.notice.kinds() {
        let began = match &kind.keep {
            Some(Keep::For { from, .. }) => from.as_str(),
            _ => "",
        };
        for floor in &kind.floors {
            let found = || CHECK.found(floor.span).with("name", &floor.ground);
            if floor.fields.is_empty() {
                out.push(found().with("what", "none"));
            }
            for field in floor.fields.iter().filter(|field| kind.field(&field.value).is_none()) {
                let found = CHECK.found(field.span).with("name", &floor.ground);
                out.push(found.with("what", "field").with("field", &field.value));
            }
            if !AT_WRITING.contains(&floor.from.as_str()) && floor.from != began {
                out.push(found().with("what", "event").with("event", &floor.from));
            }
        }
    }
}

super::sample_tests!();
