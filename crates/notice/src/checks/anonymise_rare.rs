//! `anonymise-rare`: combinations that stay are few and not rare.
//!
//! Why: A count of one or two, or one set apart in many ways, tells of somebody.
//!
//! Mend: Count apart by at most three fields, and write at least 3 in `fewer-than`.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL126",
    slug: "anonymise-rare",
    level: Level::Error,
    law: Law::likely(&["GDPR recital 26"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["service feedback"],
        with: r#"service "feedback" {
        collect "feedback" from="person" {
            fi "Palaute"
            field "message" category="content" purposes="develop" type="text" { fi "Viesti" }
            field "sum" category="content" purposes="develop" type="number" { fi "Summa" }
            field "status" category="content" purposes="develop" type="choice" { fi "Tila"; choice "open" { fi "Avoin" }; choice "paid" { fi "Maksettu" } }
            anonymise by="status" per="month" fewer-than=2
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
            field "sum" category="content" purposes="develop" type="number" { fi "Summa" }
            field "status" category="content" purposes="develop" type="choice" { fi "Tila"; choice "open" { fi "Avoin" }; choice "paid" { fi "Maksettu" } }
            anonymise by="status" per="month" sum="sum"
            keep "1 month" from="sent"
            erase-on-request within="3 days"
        }
    }"#,
    }],
};

/// Fewest records of a combination that is shown by itself.
const LEAST: u32 = 3;
/// Most fields by which records are counted apart.
const MOST: usize = 3;

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for (_, kind) in cx.notice.kinds() {
        let Some(rule) = &kind.anonymise else { continue };
        let found = |what| CHECK.found(rule.span).with("name", &kind.kind).with("what", what);
        if rule.fewer_than < LEAST {
            out.push(found("least").with("count", rule.fewer_than.to_string()));
        }
        if rule.by.len() > MOST {
            out.push(found("most").with("count", rule.by.len().to_string()));
        }
    }
}

super::sample_tests!();
