//! `basis-missing`: every purpose has one legal basis.
//!
//! Why: Processing is lawful only on one of the six grounds.
//!
//! Mend: Add `basis`.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL029",
    slug: "basis-missing",
    level: Level::Error,
    law: Law::sure(&["GDPR Art. 6(1)", "GDPR Art. 13(1)(c)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["purpose develop"],
        with: r#"purpose "develop" { fi "Kehittäminen" }"#,
    }],
    passes: &[Sample::Part {
        without: &["purpose develop"],
        with: r#"purpose "develop" basis="public-task" law="Esimerkkilaki (1/2020) 4 §" { fi "Kehittäminen" }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for purpose in cx.notice.purposes.iter().filter(|purpose| purpose.basis.is_none()) {
        // One that is there and unknown is told where it stands.
        if cx.node_at(purpose.span).is_some_and(|node| node.get("basis").is_some()) {
            continue;
        }
        out.push(CHECK.found(purpose.span).with("name", &purpose.name));
    }
}

super::sample_tests!();
