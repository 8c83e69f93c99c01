//! `duty-unassigned`: every duty has somebody to do it.
//!
//! Why: A duty that belongs to nobody is left undone.
//!
//! Mend: Add the action to some role's `may`.

use super::can;
use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL064",
    slug: "duty-unassigned",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 12(2)", "GDPR Art. 12(3)", "GDPR Art. 24(1)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["role officer"],
        with: r#"role "officer" purposes="rights" may="read manage-users publish attest" { fi "Tietosuojavastaava" }"#,
    }],
    passes: &[Sample::Part {
        without: &["role officer"],
        with: r#"role "officer" purposes="rights" may="read manage-users publish attest decide-requests" { fi "Tietosuojavastaava" }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    const DUTIES: &[&str] = &["decide-requests", "manage-users", "publish", "attest"];
    for duty in DUTIES {
        let wanted = *duty != "attest" || !cx.notice.attestations.is_empty();
        if wanted && !cx.notice.roles.iter().any(|role| can(role, duty)) {
            out.push(CHECK.found(cx.place("role")).with("duty", *duty));
        }
    }
}

super::sample_tests!();
