//! `transfer-mechanism`: a transfer has a mechanism.
//!
//! Why: A transfer is lawful only on one of the mechanisms of Chapter V.
//!
//! Mend: Add `country` and `mechanism`.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::model::Transfers;

/// The check.
pub const CHECK: Check = Check {
    code: "SEL083",
    slug: "transfer-mechanism",
    level: Level::Error,
    law: Law::sure(&[
        "GDPR Art. 44",
        "GDPR Art. 45(1)",
        "GDPR Art. 46(1)",
        "GDPR Art. 49(1)",
        "GDPR Art. 13(1)(f)",
    ]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["recipients", "transfers"],
        with: r#"recipients {
        processor "Palvelin Oy" country="US" contract="2026-01-15" {
            fi "Palvelintila"
        }
    }
    transfers { transfer "Palvelin Oy" country="US" }"#,
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
        for (item, value) in [("country", &transfer.country), ("mechanism", &transfer.mechanism)] {
            if value.is_empty() {
                out.push(
                    CHECK.found(transfer.span).with("name", &transfer.recipient).with("item", item),
                );
            }
        }
    }
}

super::sample_tests!();
