//! `transfer-undeclared`: every transfer outside the EEA is declared.
//!
//! Why: A transfer must be told and needs a mechanism.
//!
//! Mend: Add a `transfer` to `transfers`.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::grammar::in_eea;
use crate::model::Transfers;

/// The check.
pub const CHECK: Check = Check {
    code: "SEL082",
    slug: "transfer-undeclared",
    level: Level::Error,
    law: Law::sure(&["GDPR Art. 13(1)(f)", "GDPR Art. 44"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["recipients", "transfers"],
        with: r#"recipients {
        processor "Palvelin Oy" country="US" contract="2026-01-15" { fi "Palvelintila" }
        processor "Toinen Oy" country="IN" contract="2026-01-15" { fi "Tuki" }
    }
    transfers { transfer "Palvelin Oy" country="US" mechanism="adequacy" }"#,
    }],
    passes: &[Sample::Part {
        without: &["recipients", "transfers"],
        with: r#"recipients {
        processor "Palvelin Oy" country="US" contract="2026-01-15" {
            fi "Palvelintila"
        }
    }
    transfers { transfer "Palvelin Oy" country="US" mechanism="adequacy" }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let Transfers::Declared(transfers) = &cx.notice.transfers else { return };
    for recipient in &cx.notice.recipients {
        let Some(country) = recipient.country.as_ref().filter(|country| !in_eea(country)) else {
            continue;
        };
        if !transfers.iter().any(|transfer| transfer.recipient == recipient.name) {
            out.push(
                CHECK.found(recipient.span).with("name", &recipient.name).with("country", country),
            );
        }
    }
}

super::sample_tests!();
