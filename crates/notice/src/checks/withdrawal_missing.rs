//! `withdrawal-missing`: consent can be withdrawn.
//!
//! Why: Consent can be withdrawn at any time, and people must be told.
//!
//! Mend: Add `withdraw-consent` to `rights`.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::model::Basis;

/// The check.
pub const CHECK: Check = Check {
    code: "SEL032",
    slug: "withdrawal-missing",
    level: Level::Error,
    law: Law::sure(&["GDPR Art. 7(3)", "GDPR Art. 13(2)(c)"]),
    run: Some(run),
    fails: &[Sample::Part {
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
    rights { access; rectification; erasure; restriction; portability; objection; complaint }"#,
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
    let consents = cx.with_basis(Basis::Consent).count() > 0;
    if consents && !cx.has_right("withdraw-consent") {
        out.push(CHECK.found(cx.place("rights")));
    }
}

super::sample_tests!();
