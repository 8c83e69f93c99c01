//! `decision-unclear`: an automated decision sets one choice of one kind.
//!
//! Why: The program can hold to it, and show it to people, only where it knows where the outcome lies.
//!
//! Mend: Name in `kind` a kind of a service that `runs="records"`, in `field` its field of type `choice`, in `uses` fields of it. One decision for one field.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::finding::{NOTHING_NEAR, did_you_mean};
use crate::model::{Collect, Field, FieldType, Named, Notice};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL120",
    slug: "decision-unclear",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 13(2)(f)"]),
    run: Some(run),
    fails: &[
        Sample::Part {
            without: &["automated-decisions", "rights"],
            with: super::claims!(
                r#"decision "benefit" kind="claims" field="outcome" basis="law" uses="income" { fi "Tulot ratkaisevat."; law "Esimerkkilaki (1/2020) 4 §" }"#
            ),
        },
        Sample::Part {
            without: &["automated-decisions", "rights"],
            with: super::claims!(
                r#"decision "benefit" kind="claim" field="outcom" basis="law" uses="income" { fi "Tulot ratkaisevat."; law "Esimerkkilaki (1/2020) 4 §" }"#
            ),
        },
        Sample::Part {
            without: &["automated-decisions", "rights"],
            with: super::claims!(
                r#"decision "benefit" kind="claim" field="income" basis="law" uses="income" { fi "Tulot ratkaisevat."; law "Esimerkkilaki (1/2020) 4 §" }"#
            ),
        },
        Sample::Part {
            without: &["automated-decisions", "rights"],
            with: super::claims!(
                r#"decision "benefit" kind="claim" field="outcome" basis="law" uses="incom" { fi "Tulot ratkaisevat."; law "Esimerkkilaki (1/2020) 4 §" }"#
            ),
        },
        Sample::Part {
            without: &["automated-decisions", "rights"],
            with: super::claims!(
                r#"decision "benefit" basis="law" { fi "Tulot ratkaisevat."; law "Esimerkkilaki (1/2020) 4 §" }"#
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
    for (place, decision) in cx.notice.decisions().enumerate() {
        let found = |what, span| CHECK.found(span).with("name", &decision.name).with("what", what);
        let missing =
            |what| found(what, decision.span).with("value", "").with("near", NOTHING_NEAR);
        let unknown = |what, named: &Named, known: &[&str]| {
            let near = did_you_mean(&named.value, known.iter().copied()).unwrap_or(NOTHING_NEAR);
            found(what, named.span).with("value", &named.value).with("near", near)
        };
        let Some(kind) = &decision.kind else {
            out.push(missing("no-kind"));
            continue;
        };
        let kinds = kept(cx.notice);
        let Some(of_kind) = kinds.iter().find(|known| known.kind == kind.value) else {
            let known: Vec<&str> = kinds.iter().map(|known| known.kind.as_str()).collect();
            out.push(unknown("kind", kind, &known));
            continue;
        };
        let choice = |field: &&Field| matches!(field.ty, FieldType::Choice(_));
        let choices: Vec<&str> =
            of_kind.fields.iter().filter(choice).map(|field| field.name.as_str()).collect();
        match &decision.field {
            None => out.push(missing("no-field")),
            Some(field) if !choices.contains(&field.value.as_str()) => {
                out.push(unknown("field", field, &choices));
            }
            Some(field) => {
                let mut others = cx.notice.decisions().take(place);
                if others.any(|other| other.sets(&kind.value, &field.value)) {
                    out.push(unknown("twice", field, &[]));
                }
            }
        }
        let whole = of_kind.part_of.as_ref().and_then(|whole| cx.notice.kind(&whole.value));
        let fields = std::iter::once(*of_kind).chain(whole).flat_map(|kind| &kind.fields);
        let fields: Vec<&str> = fields.map(|field| field.name.as_str()).collect();
        for used in decision.uses.iter().filter(|used| !fields.contains(&used.value.as_str())) {
            out.push(unknown("uses", used, &fields));
        }
    }
}

/// The kinds of registers that staff keep.
fn kept(notice: &Notice) -> Vec<&Collect> {
    let of_records = notice.kinds().filter(|(service, _)| service.runs.is_some());
    of_records.map(|(_, collect)| collect).collect()
}

super::sample_tests!();
