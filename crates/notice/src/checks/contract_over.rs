//! `contract-over`: the contract with each processor is in force.
//!
//! Why: When the contract has ended, the processor may not process the data any more.
//!
//! Mend: Renew the contract and write its new last day, or take the processor out.

use jiff::civil::Date;

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL098",
    slug: "contract-over",
    level: Level::Error,
    law: Law::sure(&["GDPR Art. 28(3)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["recipients"],
        with: r#"recipients {
        processor "Palvelin Oy" country="FI" contract="2019-01-15" until="2020-01-14" {
            fi "Palvelintila"
        }
    }"#,
    }],
    passes: &[Sample::Part {
        without: &["recipients"],
        with: r#"recipients {
        processor "Palvelin Oy" country="FI" contract="2019-01-15" until="2099-01-14" {
            fi "Palvelintila"
        }
    }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    // Without a clock nobody can say what has ended.
    let Some(today) = cx.today else { return };
    for recipient in &cx.notice.recipients {
        let until = recipient.until.as_deref().unwrap_or_default();
        if until.parse::<Date>().is_ok_and(|last| last < today) {
            out.push(CHECK.found(recipient.span).with("name", &recipient.name).with("date", until));
        }
    }
}

super::sample_tests!();
