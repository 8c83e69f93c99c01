//! `authority-law`: whoever is no authority does not rely on a law that binds authorities.
//!
//! Why: Such a law gives an association, a company or a person no duty and no right.
//!
//! Mend: Name the law that binds you, or change the basis.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL102",
    slug: "authority-law",
    level: Level::Warning,
    law: Law::likely(&["GDPR Art. 6(3)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["controller", "purpose develop"],
        with: r#"controller "Esimerkki ry" kind="association" { address "PL 1"; email "a@example.fi"; phone "+358 29 000 0000" }
    purpose "develop" basis="legal-obligation" law="Hallintolaki (434/2003) 7 §" { fi "Kehittäminen" }"#,
    }],
    passes: &[Sample::Part {
        without: &["controller", "purpose develop"],
        with: r#"controller "Esimerkki ry" kind="association" { address "PL 1"; email "a@example.fi"; phone "+358 29 000 0000" }
    purpose "develop" basis="legal-obligation" law="Yhdistyslaki (503/1989) 11 §" { fi "Kehittäminen" }"#,
    }],
};

/// Acts that speak to authorities: Administrative Procedure Act, Act on Information Management in
/// Public Administration, Act on the Openness of Government Activities. By number, which is the
/// same in every language.
const AUTHORITIES_ONLY: &[&str] = &["434/2003", "906/2019", "621/1999"];

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    if !is_private(&cx.notice.controller.kind) {
        return;
    }
    for purpose in &cx.notice.purposes {
        let cites = |act: &&&str| purpose.law.values().any(|cited| cited.contains(**act));
        if let Some(act) = AUTHORITIES_ONLY.iter().find(cites) {
            out.push(CHECK.found(purpose.span).with("name", &purpose.name).with("act", *act));
        }
    }
}

/// Whether a controller of this kind is known and no authority.
pub(super) fn is_private(kind: &str) -> bool {
    ["association", "company", "foundation", "person"].contains(&kind)
}

super::sample_tests!();
