//! `floor-without-duty`: what the law wants kept has a purpose that rests on that duty.
//!
//! Why: Data that serve no duty of law are not exempt from the right to erasure.
//!
//! Mend: Give the field a purpose with `basis="legal-obligation"`, or leave it out of the floor.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::model::Basis;

/// The check.
pub const CHECK: Check = Check {
    code: "SEL107",
    slug: "floor-without-duty",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 17(1)", "GDPR Art. 6(1)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["service feedback"],
        with: r#"service "feedback" {
        collect "feedback" from="person" {
            fi "Palaute"
            field "message" category="content" purposes="develop" type="text" { fi "Viesti" }
            field "sum" category="content" purposes="develop" { fi "Summa" }
            field "status" category="content" purposes="develop" type="choice" { fi "Tila"; choice "open" { fi "Avoin" }; choice "paid" { fi "Maksettu" } }
            floor "accounting-vouchers" fields="sum"
            keep "1 month" from="sent"
            erase-on-request within="3 days"
        }
    }"#,
    }],
    passes: &[Sample::Part {
        without: &["service feedback"],
        with: r#"service "feedback" {
        collect "feedback" from="person" {
            fi "Palaute"
            field "message" category="content" purposes="develop" type="text" { fi "Viesti" }
            field "sum" category="content" purposes="rights" { fi "Summa" }
            field "status" category="content" purposes="develop" type="choice" { fi "Tila"; choice "open" { fi "Avoin" }; choice "paid" { fi "Maksettu" } }
            floor "accounting-vouchers" fields="sum"
            keep "1 month" from="sent"
            erase-on-request within="3 days"
        }
    }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let duty = |name: &str| {
        let purpose = cx.notice.purpose(name);
        purpose.is_some_and(|purpose| purpose.basis == Some(Basis::LegalObligation))
    };
    for (_, kind) in cx.notice.kinds() {
        for (floor, named) in kind
            .floors
            .iter()
            .flat_map(|floor| floor.fields.iter().map(move |named| (floor, named)))
        {
            let Some(field) = kind.field(&named.value) else { continue };
            if !field.purposes.iter().any(|purpose| duty(&purpose.value)) {
                let found = CHECK.found(named.span).with("name", &field.name);
                out.push(found.with("ground", &floor.ground));
            }
        }
    }
}

super::sample_tests!();
