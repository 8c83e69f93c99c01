//! `right-missing`: the rights that everybody has are told.
//!
//! Why: Everybody has these rights and must be told of them.
//!
//! Mend: Add the right to `rights`.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL088",
    slug: "right-missing",
    level: Level::Error,
    law: Law::sure(&[
        "GDPR Art. 13(2)(b)",
        "GDPR Art. 13(2)(d)",
        "GDPR Art. 15(1)",
        "GDPR Art. 16",
        "GDPR Art. 17(1)",
        "GDPR Art. 18(1)",
        "GDPR Art. 77(1)",
    ]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["rights"],
        with: "rights { access; rectification; erasure; objection; complaint }",
    }],
    passes: &[Sample::Part {
        without: &["rights"],
        with: "rights { access; rectification; erasure; restriction; objection; complaint }",
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    const EVERYBODY: &[&str] = &["access", "rectification", "erasure", "restriction", "complaint"];
    for right in EVERYBODY.iter().filter(|right| !cx.has_right(right)) {
        out.push(CHECK.found(cx.place("rights")).with("right", *right));
    }
}

super::sample_tests!();
