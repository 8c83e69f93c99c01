//! `staff-lookup`: nobody is found by the address of a member of staff.
//!
//! Why: Whoever is found by an address is sent a link to it, and a mailbox must not stand for a password
//! and a second factor.
//!
//! Mend: Remove `lookup=#true` from the contact field.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::model::Source;

/// The check.
pub const CHECK: Check = Check {
    code: "SEL099",
    slug: "staff-lookup",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 32(1)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["service feedback"],
        with: r#"service "feedback" {
        collect "feedback" from="person" {
            fi "Palaute"
            field "message" category="content" purposes="develop" type="text" { fi "Viesti" }
            keep "1 month" from="sent"
            erase-on-request within="3 days"
        }
        collect "note" from="staff" {
            fi "Muistiinpano"
            field "email" category="contact" purposes="develop" type="email" lookup=#true { fi "Sähköposti" }
            keep "1 month" from="sent"
        }
    }"#,
    }],
    passes: &[Sample::Part {
        without: &["service feedback"],
        with: r#"service "feedback" {
        collect "feedback" from="person" {
            fi "Palaute"
            field "message" category="content" purposes="develop" type="text" { fi "Viesti" }
            keep "1 month" from="sent"
            erase-on-request within="3 days"
        }
        collect "note" from="staff" {
            fi "Muistiinpano"
            field "email" category="contact" purposes="develop" type="email" { fi "Sähköposti" }
            keep "1 month" from="sent"
        }
    }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let staff = cx.notice.kinds().filter(|(_, kind)| kind.source == Some(Source::Staff));
    let fields = staff.flat_map(|(_, kind)| &kind.fields);
    for field in fields.filter(|field| field.lookup && field.category == "contact") {
        out.push(CHECK.found(field.span).with("name", &field.name));
    }
}

super::sample_tests!();
