//! `shared-end`: what many people write together has an end for each of them.
//!
//! Why: Somebody else's text must neither go with the conversation of another nor stay for ever.
//!
//! Mend: Write `part-of` and `keep` beside `shared`.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL109",
    slug: "shared-end",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 5(1)(e)", "GDPR Art. 13(2)(a)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["service feedback"],
        with: r#"service "feedback" {
        collect "feedback" from="person" {
            fi "Palaute"
            field "message" category="content" purposes="develop" type="text" { fi "Viesti" }
            field "sum" category="content" purposes="rights" { fi "Summa" }
            field "status" category="content" purposes="develop" type="choice" { fi "Tila"; choice "open" { fi "Avoin" }; choice "paid" { fi "Maksettu" } }

            keep "1 month" from="sent"
            erase-on-request within="3 days"
        }
        collect "post" from="person" part-of="feedback" shared=#true {
            fi "Kirjoitus"
            field "text" category="content" purposes="develop" type="text" { fi "Teksti" }

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

            keep "1 month" from="sent"
            erase-on-request within="3 days"
        }
        collect "post" from="person" part-of="feedback" shared=#true {
            fi "Kirjoitus"
            field "text" category="content" purposes="develop" type="text" { fi "Teksti" }
            keep "1 year" from="created"
            erase-on-request within="3 days"
        }
    }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for (_, kind) in cx.notice.kinds().filter(|(_, kind)| kind.shared) {
        if kind.part_of.is_none() || kind.keep.is_none() {
            out.push(CHECK.found(kind.span).with("name", &kind.kind));
        }
    }
}

super::sample_tests!();
