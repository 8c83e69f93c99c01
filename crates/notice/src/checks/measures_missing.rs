//! `measures-missing`: the basic protection is promised.
//!
//! Why: The program does it anyway. When promised it is also checked and shown.
//!
//! Mend: Add it to `measure`.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL084",
    slug: "measures-missing",
    level: Level::Warning,
    law: Law::likely(&["GDPR Art. 32(1)", "GDPR Art. 5(1)(f)"]),
    run: Some(run),
    fails: &[Sample::Part { without: &["measure"], with: r#"measure "encrypted-at-rest""# }],
    passes: &[Sample::Part {
        without: &["measure"],
        with: r#"measure "encrypted-at-rest" "encrypted-in-transit" "access-log""#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    const BASIC: &[&str] = &["encrypted-at-rest", "encrypted-in-transit", "access-log"];
    for measure in BASIC {
        if !cx.notice.measures.iter().any(|promised| promised.name == *measure) {
            out.push(CHECK.found(cx.place("measure")).with("measure", *measure));
        }
    }
}

super::sample_tests!();
