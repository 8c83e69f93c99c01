//! `transfer-unknown`: a transfer is to a declared recipient outside the EEA.
//!
//! Why: Transfers and recipients tell of one thing, so they must agree.
//!
//! Mend: Mend the name or the country, or remove the transfer.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::grammar::in_eea;
use crate::model::Transfers;

/// The check.
pub const CHECK: Check = Check {
    code: "SEL081",
    slug: "transfer-unknown",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 13(1)(e)", "GDPR Art. 13(1)(f)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["recipients", "transfers"],
        with: r#"recipients {
        processor "Palvelin Oy" country="US" contract="2026-01-15" {
            fi "Palvelintila"
        }
    }
    transfers { transfer "Palvelin Oy" country="US" mechanism="adequacy"; transfer "Toinen Oy" country="US" mechanism="adequacy" }"#,
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
    for transfer in transfers {
        let known =
            cx.notice.recipients.iter().any(|recipient| recipient.name == transfer.recipient);
        if !known || in_eea(&transfer.country) {
            out.push(CHECK.found(transfer.span).with("name", &transfer.recipient));
        }
    }
}

super::sample_tests!();
