//! `authority-interests`: an authority does not rely on legitimate interests.
//!
//! Why: That ground does not apply to an authority's tasks.
//!
//! Mend: Use a public task or a legal obligation.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::model::Basis;

/// The check.
pub const CHECK: Check = Check {
    code: "SEL037",
    slug: "authority-interests",
    level: Level::Error,
    law: Law::sure(&["GDPR Art. 6(1), second subparagraph"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["purpose develop"],
        with: r#"purpose "develop" basis="legitimate-interests" { fi "Kehittäminen"; interest { fi "Toimiva palvelu" } }"#,
    }],
    passes: &[Sample::Part {
        without: &["purpose develop"],
        with: r#"purpose "develop" basis="public-task" law="Esimerkkilaki (1/2020) 4 §" { fi "Kehittäminen" }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    if cx.notice.controller.kind != "authority" {
        return;
    }
    for purpose in cx.with_basis(Basis::LegitimateInterests) {
        out.push(CHECK.found(purpose.span).with("name", &purpose.name));
    }
}

super::sample_tests!();
