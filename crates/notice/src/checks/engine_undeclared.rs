//! `engine-undeclared`: data that the program itself makes are declared.
//!
//! Why: Staff accounts and data protection requests are personal data like any other.
//!
//! Mend: Paste the suggested block into the notice and make it yours.

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
        let block = if *name == "staff" { STAFF } else { RIGHTS };
        out.push(CHECK.found(cx.notice.span).with("name", *name).paste(block));
    }
}

/// What to paste for staff accounts.
const STAFF: &str = include_str!("paste/staff.kdl");
/// What to paste for requests and disclosures.
const RIGHTS: &str = include_str!("paste/rights.kdl");

#[test]
fn the_blocks_to_paste_are_whole() {
    for block in [STAFF, RIGHTS] {
        let whole = format!("notice \"a\" languages=\"fi sv en\" {{\n{block}}}\n");
        assert_eq!(crate::read(&whole, "paste.kdl").findings, []);
    }
}

super::sample_tests!();
