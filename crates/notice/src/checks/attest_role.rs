//! `attest-role`: an attestation is given by a role that may attest.
//!
//! Why: The word stays ungiven when nobody can give it.
//!
//! Mend: Mend the name, or give the role `attest`.

use super::can;
use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL086",
    slug: "attest-role",
    level: Level::Error,
    law: Law::language(),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["attest hosting-physical"],
        with: r#"attest "hosting-physical" by="handler" every="1 year" { fi "Palvelintila on lukittu." }"#,
    }],
    passes: &[Sample::Part {
        without: &["attest hosting-physical"],
        with: r#"attest "hosting-physical" by="officer" every="1 year" { fi "Palvelintila on lukittu." }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for attestation in &cx.notice.attestations {
        let Some(by) = &attestation.by else { continue };
        if !cx.notice.role(by).is_some_and(|role| can(role, "attest")) {
            out.push(CHECK.found(attestation.span).with("role", by));
        }
    }
}

super::sample_tests!();
