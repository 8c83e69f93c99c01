//! `authority-consent`: consent given to an authority is truly free.
//!
//! Why: There is an imbalance between an authority and a person, so consent is not always free.
//!
//! Mend: Make sure that refusing has no effect, or rely on a public task.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::model::Source;

/// The check.
pub const CHECK: Check = Check {
    code: "SEL036",
    slug: "authority-consent",
    level: Level::Warning,
    law: Law::likely(&["GDPR Art. 4(11)", "GDPR recital 43"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["service feedback", "purpose develop", "rights", "role handler"],
        with: r#"purpose "answer" basis="consent" { fi "Vastaaminen"; consent { fi "Osoitettani saa käyttää vastaamiseen." } }
    purpose "develop" basis="public-task" law="Esimerkkilaki (1/2020) 4 §" { fi "Kehittäminen" }
    service "feedback" {
        collect "feedback" from="person" {
            fi "Palaute"
            field "message" category="content" purposes="answer" type="text" { fi "Viesti" }
            field "email" category="contact" purposes="answer" { fi "Sähköposti" }
            keep "1 month" from="sent"
            erase-on-request within="3 days"
        }
        collect "note" from="staff" {
            fi "Muistiinpano"
            field "note" category="content" purposes="develop" { fi "Muistiinpano" }
            keep "1 month" from="sent"
        }
    }
    rights { access; rectification; erasure; restriction; portability; withdraw-consent; objection; complaint }
    role "handler" purposes="develop answer" may="read answer" { fi "Käsittelijä" }"#,
    }],
    passes: &[Sample::Part {
        without: &["service feedback", "purpose develop", "rights"],
        with: r#"purpose "answer" basis="consent" { fi "Vastaaminen"; consent { fi "Osoitettani saa käyttää vastaamiseen." } }
    purpose "develop" basis="public-task" law="Esimerkkilaki (1/2020) 4 §" { fi "Kehittäminen" }
    service "feedback" {
        collect "feedback" from="person" {
            fi "Palaute"
            field "message" category="content" purposes="develop" type="text" { fi "Viesti" }
            field "email" category="contact" purposes="answer" { fi "Sähköposti" }
            keep "1 month" from="sent"
            erase-on-request within="3 days"
        }
    }
    rights { access; rectification; erasure; restriction; portability; withdraw-consent; objection; complaint }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    if cx.notice.controller.kind != "authority" {
        return;
    }
    for (_, kind) in cx.notice.kinds().filter(|(_, kind)| kind.source == Some(Source::Person)) {
        if !kind.fields.is_empty()
            && kind.fields.iter().all(|field| field.by_consent_alone(cx.notice))
        {
            out.push(CHECK.found(kind.span).with("name", &kind.kind));
        }
    }
}

super::sample_tests!();
