//! `keep-missing`: every kind has a retention period.
//!
//! Why: Data may be kept only as long as needed, and people must be told.
//!
//! Mend: Add `keep`, or `part-of` when it ends with another kind.

use kdl::KdlNode;

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL046",
    slug: "keep-missing",
    level: Level::Error,
    law: Law::sure(&["GDPR Art. 13(2)(a)", "GDPR Art. 5(1)(e)"]),
    run: Some(run),
    fails: &[
        Sample::Part {
            without: &["service feedback"],
            with: r#"service "feedback" {
        collect "feedback" from="person" {
            fi "Palaute"
            field "message" category="content" purposes="develop" type="text" { fi "Viesti" }
erase-on-request within="3 days"
        }
    }"#,
        },
        Sample::Part {
            without: &["service feedback"],
            with: r#"service "feedback" {
        collect "feedback" from="person" {
            fi "Palaute"
            field "message" category="content" purposes="develop" type="text" { fi "Viesti" }
            keep { criterion { fi "Niin kauan kuin asia on vireillä" } }
erase-on-request within="3 days"
        }
    }"#,
        },
    ],
    passes: &[Sample::Part {
        without: &["service feedback"],
        with: r#"service "feedback" {
        collect "feedback" from="person" {
            fi "Palaute"
            field "message" category="content" purposes="develop" type="text" { fi "Viesti" }
            keep "1 month" from="sent"
            erase-on-request within="3 days"
        }
    }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for (_, kind) in
        cx.notice.kinds().filter(|(_, kind)| kind.keep.is_none() && kind.part_of.is_none())
    {
        let within = cx.node_at(kind.span).and_then(KdlNode::children);
        if within.is_some_and(|inner| inner.get("keep").is_some_and(is_unread)) {
            continue;
        }
        out.push(CHECK.found(kind.span).with("name", &kind.kind));
    }
}

/// Whether it says a period, or a criterion with its review, that cannot be read: that is told where it
/// stands. A criterion that nobody ever looks at is no end.
fn is_unread(keep: &KdlNode) -> bool {
    let criterion = keep.children().is_some_and(|inner| inner.get("criterion").is_some());
    keep.entry(0).is_some() || criterion && keep.entry("review").is_some()
}

super::sample_tests!();
