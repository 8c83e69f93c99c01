//! `contract-missing`: there is a contract with each processor.
//!
//! Why: A processor may process data only under a contract.
//!
//! Mend: Add `contract` and the contract's date.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL079",
    slug: "contract-missing",
    level: Level::Error,
    law: Law::sure(&["GDPR Art. 28(3)", "GDPR Art. 26(1)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["recipients"],
        with: r#"recipients {
        processor "Palvelin Oy" country="FI" {
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
    for recipient in &cx.notice.recipients {
        let bound = matches!(recipient.role.as_str(), "processor" | "joint-controller");
        if bound && recipient.contract.is_none() {
            out.push(CHECK.found(recipient.span).with("name", &recipient.name));
        }
    }
}

super::sample_tests!();
