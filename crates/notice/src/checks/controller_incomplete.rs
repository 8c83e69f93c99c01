//! `controller-incomplete`: the controller's name, address, email and phone are given.
//!
//! Why: People must know who processes their data and how to reach them.
//!
//! Mend: Complete the `controller` block.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL020",
    slug: "controller-incomplete",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 13(1)(a)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["controller"],
        with: r#"controller "Esimerkkikeskus" kind="authority" { address "PL 1"; email "a@example.fi" }"#,
    }],
    passes: &[Sample::Part {
        without: &["controller"],
        with: r#"controller "Esimerkkikeskus" kind="authority" { address "PL 1"; email "a@example.fi"; phone "+358 29 000 0000" }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let controller = &cx.notice.controller;
    let items = [
        ("name", controller.name.trim().is_empty()),
        ("address", controller.address.is_empty()),
        ("email", controller.email.is_none()),
        ("phone", controller.phone.is_none()),
    ];
    for (item, _) in items.into_iter().filter(|(_, missing)| *missing) {
        out.push(CHECK.found(cx.place("controller")).with("item", item));
    }
}

super::sample_tests!();
