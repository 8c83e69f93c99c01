//! `hosting-unattested`: a person vouches for the server room.
//!
//! Why: The program sees neither doors nor locks. Somebody must answer for them.
//!
//! Mend: Add `attest "hosting-physical"`.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL087",
    slug: "hosting-unattested",
    level: Level::Warning,
    law: Law::likely(&["GDPR Art. 32(1)", "GDPR Art. 5(2)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["attest hosting-physical"],
        with: r#"attest "training" by="officer" every="1 year" { fi "Koulutus" }"#,
    }],
    passes: &[Sample::Part {
        without: &["attest hosting-physical"],
        with: r#"attest "hosting-physical" by="officer" every="1 year" { fi "Palvelintila on lukittu." }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    if !cx.notice.attestations.iter().any(|attestation| attestation.name.starts_with("hosting")) {
        out.push(CHECK.found(cx.place("attest")));
    }
}

super::sample_tests!();
