//! `absolute-claim`: texts do not promise perfect safety.
//!
//! Why: A promise that is too great misleads.
//!
//! Mend: Say which measures are used.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL019",
    slug: "absolute-claim",
    level: Level::Warning,
    law: Law::unsure(&["GDPR Art. 5(1)(a)", "GDPR Art. 12(1)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &[],
        with: r#"statement "lause" { fi "Tietosi ovat meillä täysin turvallisesti." }"#,
    }],
    passes: &[Sample::Part {
        without: &[],
        with: r#"statement "lause" { fi "Tietosi on salattu." }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    const ABSOLUTE: &[&str] = &[
        "täysin turvalli",
        "täysin suojat",
        "100 %",
        "helt säker",
        "fullständigt skydd",
        "completely secure",
        "absolutely safe",
    ];
    for (text, span) in cx.sentences() {
        let text = text.to_lowercase();
        if let Some(found) = ABSOLUTE.iter().find(|word| text.contains(**word)) {
            out.push(CHECK.found(span).with("found", *found));
        }
    }
}

super::sample_tests!();
