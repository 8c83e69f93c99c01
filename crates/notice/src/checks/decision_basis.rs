//! `decision-basis`: an automated decision names what permits it.
//!
//! Why: A program may decide about a person only where a contract needs it, a law authorises it or the person has explicitly consented.
//!
//! Mend: Add `basis`, and give the field a purpose that rests on the same: `contract`; `law` with the law; `consent` for all of its purposes. Or let a human decide.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL121",
    slug: "decision-basis",
    level: Level::Error,
    law: Law::sure(&["GDPR Art. 22(2)"]),
    run: Some(run),
    fails: &[
        Sample::Part {
            without: &["automated-decisions", "rights"],
            with: super::claims!(
                r#"decision "benefit" kind="claim" field="outcome" uses="income" { fi "Tulot ratkaisevat." }"#
            ),
        },
        Sample::Part {
            without: &["automated-decisions", "rights"],
            with: super::claims!(
                r#"decision "benefit" kind="claim" field="outcome" basis="law" uses="income" { fi "Tulot ratkaisevat." }"#
            ),
        },
        Sample::Part {
            without: &["automated-decisions", "rights"],
            with: super::claims!(
                r#"decision "benefit" kind="claim" field="outcome" basis="contract" uses="income" { fi "Tulot ratkaisevat." }"#
            ),
        },
        Sample::Part {
            without: &["automated-decisions", "rights"],
            with: super::claims!(
                r#"decision "benefit" kind="claim" field="outcome" basis="consent" uses="income" { fi "Tulot ratkaisevat." }"#
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
        let basis = decision.basis.as_ref().map_or("none", |basis| basis.value.as_str());
        let found =
            |what: &str| CHECK.found(decision.span).with("name", &decision.name).with("what", what);
        if basis == "none" || (basis == "law" && decision.law.is_empty()) {
            out.push(found(if basis == "none" { "none" } else { "no-law" }));
            continue;
        }
        let (Some(kind), Some(field)) = (&decision.kind, &decision.field) else { continue };
        let field = cx.notice.kind(&kind.value).and_then(|kind| kind.field(&field.value));
        if let Some(field) = field.filter(|field| !decision.basis_fits(cx.notice, field)) {
            out.push(found(basis).with("field", &field.name));
        }
    }
}

super::sample_tests!();
