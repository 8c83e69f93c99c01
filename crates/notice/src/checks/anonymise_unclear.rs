//! `anonymise-unclear`: what stays as a count is named by choices and numbers of its kind.
//!
//! Why: The program can count only what a closed list or a number says.
//!
//! Mend: Name declared fields of type `choice` or `flag` in `by`, and of type `number` in `sum`.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::model::FieldType;

/// The check.
pub const CHECK: Check = Check {
    code: "SEL124",
    slug: "anonymise-unclear",
    level: Level::Error,
    law: Law::language(),
    run: Some(run),
    fails: &[
        Sample::Part {
            without: &["service feedback"],
            with: r#"service "feedback" {
        collect "feedback" from="person" {
            fi "Palaute"
            field "message" category="content" purposes="develop" type="text" { fi "Viesti" }
            field "sum" category="content" purposes="develop" type="number" { fi "Summa" }
            field "status" category="content" purposes="develop" type="choice" { fi "Tila"; choice "open" { fi "Avoin" }; choice "paid" { fi "Maksettu" } }
            anonymise by="message" per="month"
            keep "1 month" from="sent"
            erase-on-request within="3 days"
        }
    }"#,
        },
        Sample::Part {
            without: &["service feedback"],
            with: r#"service "feedback" {
        collect "feedback" from="person" {
            fi "Palaute"
            field "message" category="content" purposes="develop" type="text" { fi "Viesti" }
            field "sum" category="content" purposes="develop" type="number" { fi "Summa" }
            field "status" category="content" purposes="develop" type="choice" { fi "Tila"; choice "open" { fi "Avoin" }; choice "paid" { fi "Maksettu" } }
            anonymise per="month" sum="status"
            keep "1 month" from="sent"
            erase-on-request within="3 days"
        }
    }"#,
        },
        Sample::Part {
            without: &["service feedback"],
            with: r#"service "feedback" {
        collect "feedback" from="person" {
            fi "Palaute"
            field "message" category="content" purposes="develop" type="text" { fi "Viesti" }
            field "sum" category="content" purposes="develop" type="number" { fi "Summa" }
            field "status" category="content" purposes="develop" type="choice" { fi "Tila"; choice "open" { fi "Avoin" }; choice "paid" { fi "Maksettu" } }
            anonymise by="colour"
            keep "1 month" from="sent"
            erase-on-request within="3 days"
        }
    }"#,
        },
    ],
    passes: &[Sample::Part {
        without: &["service feedback"],
        with: r#"service "feedback" {
        collect "feedback" from="person" {
            fi "Palaute"
            field "message" category="content" purposes="develop" type="text" { fi "Viesti" }
            field "sum" category="content" purposes="develop" type="number" { fi "Summa" }
            field "status" category="content" purposes="develop" type="choice" { fi "Tila"; choice "open" { fi "Avoin" }; choice "paid" { fi "Maksettu" } }
            anonymise by="status" per="month" sum="sum"
            keep "1 month" from="sent"
            erase-on-request within="3 days"
        }
    }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for (_, kind) in cx.notice.kinds() {
        let Some(rule) = &kind.anonymise else { continue };
        let counted = |ty: &FieldType| matches!(ty, FieldType::Choice(_) | FieldType::Flag);
        let added = |ty: &FieldType| *ty == FieldType::Number;
        let by = rule.by.iter().map(|named| {
            (named, "by", kind.field(&named.value).is_some_and(|field| counted(&field.ty)))
        });
        let sum = rule.sum.iter().map(|named| {
            (named, "sum", kind.field(&named.value).is_some_and(|field| added(&field.ty)))
        });
        for (named, what, _) in by.chain(sum).filter(|(_, _, fits)| !fits) {
            let found = CHECK.found(named.span).with("name", &kind.kind);
            out.push(found.with("what", what).with("field", &named.value));
        }
    }
}

super::sample_tests!();
