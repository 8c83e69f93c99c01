//! `engine-undeclared`: data that the program itself makes are declared.
//!
//! Why: Staff accounts and data protection requests are personal data like any other.
//!
//! Mend: Paste the suggested line into the notice.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::grammar::ENGINE_SERVICES;

/// The check.
pub const CHECK: Check = Check {
    code: "SEL053",
    slug: "engine-undeclared",
    level: Level::Error,
    law: Law::sure(&["GDPR Art. 13(1)(c)", "GDPR Art. 13(2)(a)", "GDPR Art. 5(1)(a)"]),
    run: Some(run),
    fails: &[Sample::Part { without: &["service rights"], with: "" }],
    passes: &[Sample::Part { without: &[], with: "" }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for name in ENGINE_SERVICES {
        if cx.notice.services.iter().any(|service| service.run_by() == *name) {
            continue;
        }
        let line = format!("    service \"{name}\" ready-made=#true\n");
        out.push(CHECK.found(cx.notice.span).with("name", *name).paste(line));
    }
}

super::sample_tests!();
