//! `required-on-consent`: a field that rests on consent is voluntary.
//!
//! Why: Consent that is forced is not free.
//!
//! Mend: Remove `required`, or change the basis.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::model::Source;

/// The check.
pub const CHECK: Check = Check {
    code: "SEL041",
    slug: "required-on-consent",
    level: Level::Error,
    law: Law::sure(&["GDPR Art. 7(4)", "GDPR Art. 4(11)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["service feedback", "purpose develop", "rights"],
        with: r#"purpose "answer" basis="consent" { fi "Vastaaminen"; consent { fi "Osoitettani saa käyttää vastaamiseen." } }
    purpose "develop" basis="public-task" law="Esimerkkilaki (1/2020) 4 §" { fi "Kehittäminen" }
    service "feedback" {
        collect "feedback" from="person" {
            fi "Palaute"
            field "message" category="content" purposes="develop" type="text" { fi "Viesti" }
            field "email" category="contact" purposes="answer" required=#true { fi "Sähköposti"; consequence { fi "Emme voi vastata." } }
            keep "1 month" from="sent"
            erase-on-request within="3 days"
        }
    }
    rights { access; rectification; erasure; restriction; portability; withdraw-consent; objection; complaint }"#,
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
    // What staff write is not consented to field by field.
    let given = cx.fields().filter(|(kind, _)| kind.source == Some(Source::Person));
    for (_, field) in given.filter(|(_, field)| field.required && field.by_consent_alone(cx.notice))
    {
        out.push(CHECK.found(field.span).with("name", &field.name));
    }
}

super::sample_tests!();
