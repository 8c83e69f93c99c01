//! `unique-anonymous`: a unique identifier is not called anonymous.
//!
//! Why: A unique identifier singles a person out, so it is not anonymous.
//!
//! Mend: Write "random identifier" and treat it as personal data.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL017",
    slug: "unique-anonymous",
    level: Level::Error,
    law: Law::sure(&["GDPR Art. 4(1)", "GDPR Art. 4(5)", "GDPR recital 26"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &[],
        with: r#"statement "lause" { fi "Eväste sisältää yksilöllisen anonyymin tunnisteen." }"#,
    }],
    passes: &[Sample::Part {
        without: &[],
        with: r#"statement "lause" { fi "Eväste sisältää satunnaisen tunnisteen." }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    const UNIQUE: &[&str] = &["yksilölli", "unik", "unique"];
    for (text, span) in cx.sentences() {
        let text = text.to_lowercase();
        if text.contains("anony") && UNIQUE.iter().any(|word| text.contains(word)) {
            out.push(CHECK.found(span));
        }
    }
}

super::sample_tests!();
