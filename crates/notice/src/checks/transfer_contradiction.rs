//! `transfer-contradiction`: with no transfers every recipient is in the EEA.
//!
//! Why: The promise and the recipients contradict each other.
//!
//! Mend: Change the recipient, or declare the transfer and its mechanism.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::grammar::in_eea;
use crate::model::Transfers;

/// The check.
pub const CHECK: Check = Check {
    code: "SEL078",
    slug: "transfer-contradiction",
    level: Level::Error,
    law: Law::sure(&["GDPR Art. 13(1)(f)", "GDPR Art. 44"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["recipients"],
        with: r#"recipients {
        processor "Palvelin Oy" country="US" contract="2026-01-15" {
            fi "Palvelintila"
        }
    }"#,
    }],
    passes: &[Sample::Part {
        without: &["recipients"],
        with: r#"recipients {
        processor "Palvelin Oy" country="FI" contract="2026-01-15" {
            fi "Palvelintila"
        }
    }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    if cx.notice.transfers != Transfers::None {
        return;
    }
    for recipient in &cx.notice.recipients {
        if let Some(country) = recipient.country.as_ref().filter(|country| !in_eea(country)) {
            let found =
                CHECK.found(recipient.span).with("name", &recipient.name).with("country", country);
            out.push(found.note(cx.place("transfers"), "none-here"));
        }
    }
}

super::sample_tests!();
