//! `no-confirmation`: people are told what was done with their request.
//!
//! Why: The controller must tell what was done without undue delay and within one month.
//!
//! Mend: Say where and when it is told, for instance on the receipt page.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL018",
    slug: "no-confirmation",
    level: Level::Error,
    law: Law::sure(&["GDPR Art. 12(3)", "GDPR Art. 12(4)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &[],
        with: r#"statement "lause" { fi "Poistosta ei toimiteta erillistä vahvistusta." }"#,
    }],
    passes: &[Sample::Part {
        without: &[],
        with: r#"statement "lause" { fi "Poistosta kerrotaan kuittisivulla." }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    const CONFIRM: &[&str] = &["vahvistusta", "bekräftelse", "confirmation"];
    const REFUSE: &[&str] =
        &["ei toimiteta", "ei lähetetä", "ei anneta", "ingen", "inte", "no ", "not "];
    for (text, span) in cx.sentences() {
        let text = text.to_lowercase();
        if CONFIRM.iter().any(|word| text.contains(word))
            && REFUSE.iter().any(|word| text.contains(word))
        {
            out.push(CHECK.found(span));
        }
    }
}

super::sample_tests!();
