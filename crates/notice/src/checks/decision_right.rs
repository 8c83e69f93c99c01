//! `decision-right`: an automated decision can be brought to a human.
//!
//! Why: People have the right to have a human look at the matter.
//!
//! Mend: Add `no-automated-decision` to `rights`.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL093",
    slug: "decision-right",
    level: Level::Error,
    law: Law::sure(&["GDPR Art. 22(3)", "GDPR Art. 13(2)(f)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["automated-decisions"],
        with: r#"service "claims" runs="records" {
        fi "Hakemukset"
        collect "claim" from="staff" {
            fi "Hakemus"
            field "income" category="content" purposes="develop" type="number" { fi "Tulot" }
            field "outcome" category="decision" purposes="develop" type="choice" { fi "Päätös"; choice "granted" { fi "Myönnetty" }; choice "refused" { fi "Hylätty" } }
            keep "1 year" from="decided"
            erase-on-request within="3 days"
        }
    }
    automated-decisions {
        decision "benefit" kind="claim" field="outcome" basis="law" { fi "Tulot ratkaisevat."; law "Esimerkkilaki (1/2020) 4 §" }
    }"#,
    }],
    passes: &[Sample::Part {
        without: &["automated-decisions", "rights"],
        with: super::claims!(
            r#"decision "benefit" kind="claim" field="outcome" basis="law" uses="income" { fi "Tulot ratkaisevat."; law "Esimerkkilaki (1/2020) 4 §" }"#
        ),
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let decides =
        cx.notice.automated_decisions.as_ref().is_some_and(|decisions| !decisions.is_empty());
    if decides && !cx.has_right("no-automated-decision") {
        out.push(CHECK.found(cx.place("automated-decisions")));
    }
}

super::sample_tests!();
