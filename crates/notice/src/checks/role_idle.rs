//! `role-idle`: every role has a purpose and something to do.
//!
//! Why: A role that grants nothing is probably unfinished.
//!
//! Mend: Add `purposes` and `may`.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL062",
    slug: "role-idle",
    level: Level::Warning,
    law: Law::likely(&["GDPR Art. 5(1)(f)", "GDPR Art. 29"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &[],
        with: r#"role "visitor" purposes="develop" { fi "Vierailija" }"#,
    }],
    passes: &[Sample::Part {
        without: &[],
        with: r#"role "visitor" purposes="develop" may="read" { fi "Vierailija" }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for role in
        cx.notice.roles.iter().filter(|role| role.purposes.is_empty() || role.may.is_empty())
    {
        out.push(CHECK.found(role.span).with("name", &role.name));
    }
}

super::sample_tests!();
