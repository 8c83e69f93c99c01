//! `officer-unreachable`: the officer can be reached.
//!
//! Why: Using one's rights needs a way to the officer.
//!
//! Mend: Add an email, address or phone.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL024",
    slug: "officer-unreachable",
    level: Level::Error,
    law: Law::sure(&["GDPR Art. 13(1)(b)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["officer"],
        with: r#"officer { title { fi "Tietosuojavastaava" } }"#,
    }],
    passes: &[Sample::Part {
        without: &["officer"],
        with: r#"officer { phone "+358 29 000 0001" }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let Some(officer) = &cx.notice.officer else { return };
    if officer.email.is_none() && officer.address.is_empty() && officer.phone.is_none() {
        out.push(CHECK.found(officer.span));
    }
}

super::sample_tests!();
