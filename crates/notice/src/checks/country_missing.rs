//! `country-missing`: a recipient's country is told.
//!
//! Why: Without a country nobody can judge transfers.
//!
//! Mend: Add `country`.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL080",
    slug: "country-missing",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 13(1)(f)", "GDPR Art. 44"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["recipients"],
        with: r#"recipients {
        processor "Palvelin Oy" contract="2026-01-15" {
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
    for recipient in cx.notice.recipients.iter().filter(|recipient| recipient.country.is_none()) {
        out.push(CHECK.found(recipient.span).with("name", &recipient.name));
    }
}

super::sample_tests!();
