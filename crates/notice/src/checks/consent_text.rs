//! `consent-text`: consent has its words.
//!
//! Why: Consent is valid only when the person knows to what they consent.
//!
//! Mend: Add a `consent` block to the purpose.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::model::Basis;

/// The check.
pub const CHECK: Check = Check {
    code: "SEL031",
    slug: "consent-text",
    level: Level::Error,
    law: Law::sure(&["GDPR Art. 4(11)", "GDPR Art. 7(2)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["service feedback", "purpose develop", "rights"],
        with: r#"purpose "answer" basis="consent" { fi "Vastaaminen" }
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
    for purpose in cx.with_basis(Basis::Consent).filter(|purpose| purpose.consent.is_empty()) {
        out.push(CHECK.found(purpose.span).with("name", &purpose.name));
    }
}

super::sample_tests!();
