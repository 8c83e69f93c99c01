//! `approval-unclear`: what a recipient's disclosures wait for can be given, and what they must tell be
//! written down.
//!
//! Why: A disclosure that nobody may approve would wait for ever.
//!
//! Mend: Let a role decide requests, and declare the fields in the kind `disclosure`.

use super::{Check, Context, Finding, Law, Level, Sample, can};
use crate::model::Role;

/// The kind in which disclosures are recorded.
const DISCLOSURE: &str = "disclosure";

/// The check.
pub const CHECK: Check = Check {
    code: "SEL134",
    slug: "approval-unclear",
    level: Level::Error,
    law: Law::language(),
    run: Some(run),
    fails: &[
        Sample::Part {
            without: &["recipients", "service rights"],
            with: r#"recipients {
        class "by-law" country="FI" grounds="statute" demands="requester" {
            fi "Viranomainen"
            approval "second-person"
        }
    }
    service "rights" {
        collect "disclosure" from="staff" {
            fi "Luovutus"
            field "recipient" category="decision" purposes="rights" { fi "Kenelle" }
            keep "1 year" from="created"
            erase-on-request within="1 month"
        }
    }"#,
        },
        Sample::Part {
            without: &["recipients", "role officer", "service rights"],
            with: r#"recipients {
        class "by-law" country="FI" grounds="statute" { fi "Viranomainen"; approval "second-person" }
    }
    service "rights" ready-made=#true
    role "officer" purposes="rights" may="read manage-users publish attest" { fi "Tietosuojavastaava" }"#,
        },
    ],
    passes: &[Sample::Part {
        without: &["recipients", "service rights"],
        with: r#"recipients {
        class "by-law" country="FI" grounds="statute" demands="requester matter" {
            fi "Viranomainen"
            approval "second-person" unless="vital-interests"
        }
    }
    service "rights" ready-made=#true"#,
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
            let decides = |role: &Role| {
                can(role, "decide-requests") && role.purposes.iter().any(|of| of.value == "rights")
            };
            if !cx.notice.roles.iter().any(decides) {
                told(approval.span, "decide-requests");
            }
            let urgency = approval.unless.as_ref().map(|_| "urgency");
            let fields = ["handler", "approver", "about"].into_iter().chain(urgency);
            fields.filter(|name| !has(name)).for_each(|name| told(approval.span, name));
        }
        for fact in recipient.demands.iter().filter(|fact| !has(&fact.value)) {
            told(fact.span, &fact.value);
        }
    }
}

super::sample_tests!();
