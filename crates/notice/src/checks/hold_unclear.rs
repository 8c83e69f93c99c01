//! `hold-unclear`: a hold is told by values of a choice.
//!
//! Why: The program begins and ends a hold by itself only where a closed list says when.
//!
//! Mend: Name a field of type `choice` in `field`, and some of its values in `is`.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::model::{FieldType, Named};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL108",
    slug: "hold-unclear",
    level: Level::Error,
    law: Law::language(),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["service feedback"],
        with: r#"service "feedback" {
        collect "feedback" from="person" {
            fi "Palaute"
            field "message" category="content" purposes="develop" type="text" { fi "Viesti" }
            field "sum" category="content" purposes="rights" { fi "Summa" }
            field "status" category="content" purposes="develop" type="choice" { fi "Tila"; choice "open" { fi "Avoin" }; choice "paid" { fi "Maksettu" } }
            hold "open" field="status" is="unpaid" { fi "Avoin" }
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
            hold "open" field="status" is="open" { fi "Avoin" }
            keep "1 month" from="sent"
            erase-on-request within="3 days"
        }
    }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for (_, kind) in cx.notice.kinds() {
        for hold in &kind.holds {
            let choices = match kind.field(&hold.field).map(|field| &field.ty) {
                Some(FieldType::Choice(choices)) => choices.as_slice(),
                _ => &[],
            };
            let unknown = |word: &&Named| !choices.iter().any(|(name, _)| *name == word.value);
            let wrong = hold.is.iter().find(unknown);
            if hold.is.is_empty() || wrong.is_some() {
                let span = wrong.map_or(hold.span, |word| word.span);
                let value = wrong.map_or("", |word| word.value.as_str());
                let found = CHECK.found(span).with("name", &hold.name).with("field", &hold.field);
                out.push(found.with("value", value));
            }
        }
    }
}

super::sample_tests!();
