//! `company-public-task`: a company, an association, a foundation or a person does not claim a
//! public task that they do not have.
//!
//! Why: They have such a task only when the law gives them one.
//!
//! Mend: Check that the law gives the task, or change the basis.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::model::Basis;

/// The check.
pub const CHECK: Check = Check {
    code: "SEL035",
    slug: "company-public-task",
    level: Level::Warning,
    law: Law::likely(&["GDPR Art. 6(1)(e)", "GDPR Art. 6(3)"]),
    run: Some(run),
    fails: &[
        Sample::Part {
            without: &["controller"],
            with: r#"controller "Esimerkki Oy" kind="company" { address "PL 1"; email "a@example.fi"; phone "+358 29 000 0000" }"#,
        },
        Sample::Part {
            without: &["controller"],
            with: r#"controller "Esimerkki ry" kind="association" { address "PL 1"; email "a@example.fi"; phone "+358 29 000 0000" }"#,
        },
    ],
    passes: &[Sample::Part {
        without: &["controller", "purpose develop", "rights"],
        with: r#"controller "Esimerkki Oy" kind="company" { address "PL 1"; email "a@example.fi"; phone "+358 29 000 0000" }
    purpose "develop" basis="contract" { fi "Sopimuksen täyttäminen" }
    rights { access; rectification; erasure; restriction; portability; objection; complaint }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    if !super::authority_law::is_private(&cx.notice.controller.kind) {
        return;
    }
    for purpose in cx.with_basis(Basis::PublicTask) {
        out.push(CHECK.found(purpose.span).with("name", &purpose.name));
    }
}

super::sample_tests!();
