//! `law-missing`: a purpose that rests on law names it.
//!
//! Why: A legal obligation or a public task is laid down by law.
//!
//! Mend: Add `law`: act and section.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::model::Basis;

/// The check.
pub const CHECK: Check = Check {
    code: "SEL034",
    slug: "law-missing",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 6(3)", "GDPR Art. 13(1)(c)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["purpose develop"],
        with: r#"purpose "develop" basis="public-task" { fi "Kehittäminen" }"#,
    }],
    passes: &[Sample::Part {
        without: &["purpose develop"],
        with: r#"purpose "develop" basis="public-task" law="Esimerkkilaki (1/2020) 4 §" { fi "Kehittäminen" }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for purpose in &cx.notice.purposes {
        let by_law = matches!(purpose.basis, Some(Basis::LegalObligation | Basis::PublicTask));
        if by_law && purpose.law.is_empty() {
            out.push(CHECK.found(purpose.span).with("name", &purpose.name));
        }
    }
}

super::sample_tests!();
