//! `approval-unclear`: what must be told of a disclosure can be written down.
//!
//! Why: A disclosure that demands what has no place would wait for ever.
//!
//! Mend: Declare the fields in the kind `disclosure`.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The kind in which disclosures are recorded.
const DISCLOSURE: &str = "disclosure";

/// What is written down of every disclosure that waits for somebody.
const OF_APPROVAL: [&str; 3] = ["handler", "approver", "about"];

/// The check.
pub const CHECK: Check = Check {
    code: "SEL134",
    slug: "approval-unclear",
    level: Level::Error,
    law: Law::language(),
    run: Some(run),
    fails: &[
        Sample::Part {
            without: &["recipients"],
            with: r#"recipients {
        class "by-law" country="FI" grounds="statute" demands="requester" { fi "Viranomainen" }
    }"#,
        },
        Sample::Part {
            without: &["recipients"],
            with: r#"recipients {
        class "by-law" country="FI" grounds="statute" { fi "Viranomainen"; approval "second-person" }
    }"#,
        },
    ],
    passes: &[Sample::Part {
        without: &["recipients"],
        with: r#"recipients {
        class "by-law" country="FI" grounds="statute" demands="requester" {
            fi "Viranomainen"
            approval "second-person" unless="vital-interests"
        }
    }
    service "register" runs="records" {
        fi "Luovutukset"
        collect "disclosure" from="staff" {
            fi "Luovutus"
            field "requester" category="content" purposes="rights" { fi "Kuka pyysi" }
            field "urgency" category="decision" purposes="rights" { fi "Miksi heti" }
            field "handler" category="technical" purposes="rights" { fi "Kuka valmisteli" }
            field "approver" category="technical" purposes="rights" { fi "Kuka hyväksyi" }
            field "about" category="technical" purposes="rights" { fi "Mistä" }
            keep "1 year" from="created"
            erase-on-request within="1 month"
        }
    }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let kind = cx.notice.kind(DISCLOSURE);
    let has = |name: &str| kind.is_some_and(|kind| kind.field(name).is_some());
    for recipient in &cx.notice.recipients {
        let mut told = |span, value: &str| {
            out.push(CHECK.found(span).with("name", &recipient.name).with("value", value));
        };
        if let Some(approval) = &recipient.approval {
            let urgency = approval.unless.as_ref().map(|_| "urgency");
            let fields = OF_APPROVAL.into_iter().chain(urgency);
            fields.filter(|name| !has(name)).for_each(|name| told(approval.span, name));
        }
        for fact in recipient.demands.iter().filter(|fact| !has(&fact.value)) {
            told(fact.span, &fact.value);
        }
    }
}

super::sample_tests!();
