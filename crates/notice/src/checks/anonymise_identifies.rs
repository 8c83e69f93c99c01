//! `anonymise-identifies`: no count leads back to a person.
//!
//! Why: What people are found or recognised by, what is sensitive, and what rests on a consent that may be withdrawn stays of nobody.
//!
//! Mend: Leave out of `anonymise` fields with `lookup`, of the categories `identity`, `contact` and `special`, and those that rest on consent alone.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::model::Anonymise;

/// The check.
pub const CHECK: Check = Check {
    code: "SEL125",
    slug: "anonymise-identifies",
    level: Level::Error,
    law: Law::sure(&["GDPR Art. 4(1)", "GDPR recital 26"]),
    run: Some(run),
    fails: &[
        Sample::Part {
            without: &["service feedback"],
            with: r#"service "feedback" {
        collect "feedback" from="person" {
            fi "Palaute"
            field "message" category="content" purposes="develop" type="text" { fi "Viesti" }
            field "group" category="identity" purposes="develop" type="choice"  { fi "Ryhmä"; choice "a" { fi "A" }; choice "b" { fi "B" } }
            anonymise by="group" per="year"
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
            field "group" category="contact" purposes="develop" type="choice" { fi "Ryhmä"; choice "a" { fi "A" }; choice "b" { fi "B" } }
            anonymise by="group" per="year"
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

/// Categories of which not even a count stays.
const CLOSE: [&str; 3] = ["identity", "contact", "special"];

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for (_, kind) in cx.notice.kinds() {
        for named in kind.anonymise.iter().flat_map(Anonymise::fields) {
            let Some(field) = kind.field(&named.value) else { continue };
            let what = match () {
                () if field.lookup => "lookup",
                () if CLOSE.contains(&field.category.as_str()) => "category",
                () if field.by_consent_alone(cx.notice) => "consent",
                () => continue,
            };
            let found = CHECK.found(named.span).with("name", &kind.kind);
            out.push(found.with("what", what).with("field", &named.value));
        }
    }
}

super::sample_tests!();
