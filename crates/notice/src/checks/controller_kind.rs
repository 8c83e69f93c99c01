//! `controller-kind`: the controller's kind is told.
//!
//! Why: The kind decides which legal bases are open and whether an officer is needed.
//!
//! Mend: Add `kind`, such as `kind="authority"`.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL021",
    slug: "controller-kind",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 6(1), second subparagraph", "GDPR Art. 37(1)(a)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["controller"],
        with: r#"controller "Esimerkkikeskus" { address "PL 1"; email "a@example.fi"; phone "+358 29 000 0000" }"#,
    }],
    passes: &[Sample::Part {
        without: &["controller"],
        with: r#"controller "Esimerkkikeskus" kind="authority" { address "PL 1"; email "a@example.fi"; phone "+358 29 000 0000" }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let controller = &cx.notice.controller;
    // One that is there and unknown is told where it stands.
    let told = || cx.node_at(controller.span).is_some_and(|node| node.get("kind").is_some());
    if controller.kind.is_empty() && !told() {
        out.push(CHECK.found(cx.place("controller")));
    }
}

super::sample_tests!();
