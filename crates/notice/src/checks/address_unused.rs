//! `address-unused`: a mail address is asked only where mail can go.
//!
//! Why: An address that nothing can be sent to is not needed, and its form promises an answer by mail.
//!
//! Mend: Declare the mail relay with its `host`, or leave out the field and what speaks of it.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL116",
    slug: "address-unused",
    level: Level::Warning,
    law: Law::likely(&["GDPR Art. 5(1)(c)"]),
    run: Some(run),
    fails: &[Sample::Part { without: &["service feedback"], with: ASKS }],
    passes: &[
        Sample::Part { without: &[], with: "" },
        Sample::Part {
            without: &["service feedback", "recipients"],
            with: r#"service "feedback" {
        collect "feedback" from="person" {
            fi "Palaute"
            field "message" category="content" purposes="develop" type="text" { fi "Viesti" }
            field "email" category="contact" purposes="develop" type="email" { fi "Sähköposti" }
            keep "1 month" from="sent"
            erase-on-request within="3 days"
        }
    }
    recipients {
        processor "Esimerkkiposti Oy" purposes="develop" country="FI" contract="2026-01-15" {
            fi "Sähköpostin välitys"
            host "mail.example.fi:465"
        }
    }"#,
        },
    ],
};

const ASKS: &str = r#"service "feedback" {
        collect "feedback" from="person" {
            fi "Palaute"
            field "message" category="content" purposes="develop" type="text" { fi "Viesti" }
            field "email" category="contact" purposes="develop" type="email" { fi "Sähköposti" }
            keep "1 month" from="sent"
            erase-on-request within="3 days"
        }
    }"#;

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for (service, kind) in cx.notice.kinds() {
        // Staff who keep a register write to its people by themselves; a request is found by its
        // address, and staff accounts are not asked of visitors.
        if service.run_by() != "feedback" {
            continue;
        }
        let asked = kind.fields.iter().filter(|field| kind.is_asked(field));
        for field in asked.filter(|field| field.is_mail() && !cx.notice.mails_for(field)) {
            let name = format!("{}.{}", kind.kind, field.name);
            out.push(CHECK.found(field.span).with("name", name));
        }
    }
}

super::sample_tests!();
