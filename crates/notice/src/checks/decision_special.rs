//! `decision-special`: an automated decision leaves special categories alone.
//!
//! Why: A program may look at health, belief and other sensitive data only on explicit consent or for a substantial public interest.
//!
//! Mend: Name in `uses` what the decision looks at, without that field; or collect the field on `explicit-consent` or `public-interest`.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL122",
    slug: "decision-special",
    level: Level::Error,
    law: Law::sure(&["GDPR Art. 22(4)"]),
    run: Some(run),
    fails: &[
        Sample::Part {
            without: &["automated-decisions", "rights"],
            with: super::claims!(
                r#"decision "benefit" kind="claim" field="outcome" basis="law" uses="income health" { fi "Tulot ratkaisevat."; law "Esimerkkilaki (1/2020) 4 §" }"#
            ),
        },
        Sample::Part {
            without: &["automated-decisions", "rights"],
            with: super::claims!(
                r#"decision "benefit" kind="claim" field="outcome" basis="law" { fi "Tulot ratkaisevat."; law "Esimerkkilaki (1/2020) 4 §" }"#
            ),
        },
    ],
    passes: &[Sample::Part {
        without: &["automated-decisions", "rights"],
        with: super::claims!(
            r#"decision "benefit" kind="claim" field="outcome" basis="law" uses="income" { fi "Tulot ratkaisevat."; law "Esimerkkilaki (1/2020) 4 §" }"#
        ),
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for decision in cx.notice.decisions() {
        if let Some(field) = cx.notice.special_in(decision) {
            let found = CHECK.found(decision.span).with("name", &decision.name);
            out.push(found.with("field", &field.name));
        }
    }
}

super::sample_tests!();
