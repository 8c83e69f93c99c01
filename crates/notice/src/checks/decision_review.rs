//! `decision-review`: whoever a program has decided about can ask for a human.
//!
//! Why: The right to have a human look at a decision is empty where the form of requests does not offer it.
//!
//! Mend: Add `choice "human-review"` to the field `type` of `rights-request`.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::model::FieldType;

/// The check.
pub const CHECK: Check = Check {
    code: "SEL123",
    slug: "decision-review",
    level: Level::Error,
    law: Law::sure(&["GDPR Art. 22(3)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["automated-decisions", "rights", "service rights"],
        with: super::claims!(
            r#"decision "benefit" kind="claim" field="outcome" basis="law" uses="income" { fi "Tulot ratkaisevat."; law "Esimerkkilaki (1/2020) 4 §" }
    }
    service "rights" {
        collect "rights-request" from="person" {
            fi "Pyyntö"
            field "type" category="content" purposes="rights" type="choice" { fi "Oikeus"; choice "access" { fi "Nähdä tiedot" } }
            field "text" category="content" purposes="rights" type="text" { fi "Pyyntö" }
            keep "1 year" from="decided"
            erase-on-request within="1 month"
        }"#
        ),
    }],
    passes: &[Sample::Part {
        without: &["automated-decisions", "rights", "service rights"],
        with: super::claims!(
            r#"decision "benefit" kind="claim" field="outcome" basis="law" uses="income" { fi "Tulot ratkaisevat."; law "Esimerkkilaki (1/2020) 4 §" }
    }
    service "rights" {
        collect "rights-request" from="person" {
            fi "Pyyntö"
            field "type" category="content" purposes="rights" type="choice" { fi "Oikeus"; choice "access" { fi "Nähdä tiedot" }; choice "human-review" { fi "Ihmisen arvio" } }
            field "text" category="content" purposes="rights" type="text" { fi "Pyyntö" }
            keep "1 year" from="decided"
            erase-on-request within="1 month"
        }"#
        ),
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    if cx.notice.decisions().next().is_none() {
        return;
    }
    let field = cx.notice.kind(REQUEST).and_then(|kind| kind.field("type"));
    let Some(field) = field else { return };
    if let FieldType::Choice(choices) = &field.ty
        && !choices.iter().any(|(name, _)| name == REVIEW)
    {
        out.push(CHECK.found(field.span).with("name", REVIEW));
    }
}

/// The kind of a request of a person.
const REQUEST: &str = "rights-request";

/// The right to have a human look at the decision of a program.
const REVIEW: &str = "human-review";

super::sample_tests!();
