//! `attest-incomplete`: an attestation has a giver and an interval.
//!
//! Why: A word that nobody gives, or that never expires, proves nothing.
//!
//! Mend: Add `by` and `every`.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL085",
    slug: "attest-incomplete",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 5(2)", "GDPR Art. 24(1)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["attest hosting-physical"],
        with: r#"attest "hosting-physical" by="officer" { fi "Palvelintila on lukittu." }"#,
    }],
    passes: &[Sample::Part {
        without: &["attest hosting-physical"],
        with: r#"attest "hosting-physical" by="officer" every="1 year" { fi "Palvelintila on lukittu." }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for attestation in &cx.notice.attestations {
        let items = [("by", attestation.by.is_none()), ("every", attestation.every.is_none())];
        for (item, _) in items.into_iter().filter(|(_, missing)| *missing) {
            out.push(
                CHECK.found(attestation.span).with("name", &attestation.name).with("item", item),
            );
        }
    }
}

super::sample_tests!();
