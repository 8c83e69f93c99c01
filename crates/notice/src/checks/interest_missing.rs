//! `interest-missing`: the legitimate interest is named.
//!
//! Why: People can object only when they know the interest.
//!
//! Mend: Add an `interest` block to the purpose.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::model::Basis;

/// The check.
pub const CHECK: Check = Check {
    code: "SEL033",
    slug: "interest-missing",
    level: Level::Error,
    law: Law::sure(&["GDPR Art. 6(1)(f)", "GDPR Art. 13(1)(d)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["controller", "purpose develop"],
        with: r#"controller "Esimerkki Oy" kind="company" { address "PL 1"; email "a@example.fi"; phone "+358 29 000 0000" }
    purpose "develop" basis="legitimate-interests" { fi "Kehittäminen" }"#,
    }],
    passes: &[Sample::Part {
        without: &["controller", "purpose develop"],
        with: r#"controller "Esimerkki Oy" kind="company" { address "PL 1"; email "a@example.fi"; phone "+358 29 000 0000" }
    purpose "develop" basis="legitimate-interests" { fi "Kehittäminen"; interest { fi "Toimiva palvelu" } }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for purpose in
        cx.with_basis(Basis::LegitimateInterests).filter(|purpose| purpose.interest.is_empty())
    {
        out.push(CHECK.found(purpose.span).with("name", &purpose.name));
    }
}

super::sample_tests!();
