//! `attest-about`: an attestation about a processor is about one that the notice names.
//!
//! Why: Nobody can vouch for a contract with somebody who is not used.
//!
//! Mend: Remove the attestation, or write the processor's name in `about`.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::finding::{NOTHING_NEAR, did_you_mean};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL111",
    slug: "attest-about",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 5(2)", "GDPR Art. 28(3)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &[],
        with: r#"attest "mail-contract" by="officer" every="1 year" about="Esimerkkiposti Oy" { fi "Sopimus on voimassa." }"#,
    }],
    passes: &[Sample::Part {
        without: &["recipients"],
        with: r#"recipients {
    processor "Esimerkkiposti Oy" country="FI" contract="2026-01-15" purposes="develop" { fi "Postin välitys" }
}
attest "mail-contract" by="officer" every="1 year" about="Esimerkkiposti Oy" { fi "Sopimus on voimassa." }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let known: Vec<&str> = cx.notice.recipients.iter().map(|of| of.name.as_str()).collect();
    for attestation in &cx.notice.attestations {
        let Some(about) = attestation.about.as_deref() else { continue };
        if !known.contains(&about) {
            let near = did_you_mean(about, known.iter().copied()).unwrap_or(NOTHING_NEAR);
            let found = CHECK.found(attestation.span).with("name", &attestation.name);
            out.push(found.with("about", about).with("near", near));
        }
    }
}

super::sample_tests!();
