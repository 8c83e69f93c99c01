//! `use-basis`: direct marketing rests on consent, a legitimate interest or a public task.
//!
//! Why: No contract or duty needs direct marketing, and one could not object to it under them.
//!
//! Mend: Give the purpose its true basis, or leave out the marketing.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::model::Basis;

/// The check.
pub const CHECK: Check = Check {
    code: "SEL114",
    slug: "use-basis",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 6(1)", "GDPR Art. 21(2)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["purpose develop", "rights"],
        with: r#"purpose "develop" basis="contract" use="direct-marketing" { fi "Uutiskirje" }
    rights { access; rectification; erasure; restriction; portability; objection; complaint }"#,
    }],
    passes: &[Sample::Part {
        without: &["purpose develop"],
        with: r#"purpose "develop" basis="public-task" law="Esimerkkilaki (1/2020) 4 §" use="direct-marketing" { fi "Uutiskirje" }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let bare = [Basis::Contract, Basis::LegalObligation, Basis::VitalInterests];
    for purpose in &cx.notice.purposes {
        let marketing = purpose.usage.as_deref() == Some("direct-marketing");
        if marketing && purpose.basis.is_some_and(|basis| bare.contains(&basis)) {
            out.push(CHECK.found(purpose.span).with("name", &purpose.name));
        }
    }
}

super::sample_tests!();
