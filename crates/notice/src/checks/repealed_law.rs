//! `repealed-law`: texts do not lean on repealed law.
//!
//! Why: The Personal Data Act was repealed on 1 January 2019. Its words mislead the reader.
//!
//! Mend: Rewrite the sentence in the GDPR's terms.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL016",
    slug: "repealed-law",
    level: Level::Warning,
    law: Law::likely(&["Act 1050/2018"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &[],
        with: r#"statement "lause" { fi "Tämä on henkilötietolain 10 §:n mukainen rekisteriseloste." }"#,
    }],
    passes: &[Sample::Part {
        without: &[],
        with: r#"statement "lause" { fi "Tämä on tietosuojaseloste." }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    const REPEALED: &[&str] = &[
        "henkilötietolaki",
        "henkilötietolain",
        "rekisteriseloste",
        "523/1999",
        "personuppgiftslagen",
        "registerbeskrivning",
        "personal data act",
    ];
    for (text, span) in cx.sentences() {
        let text = text.to_lowercase();
        if let Some(found) = REPEALED.iter().find(|word| text.contains(**word)) {
            out.push(CHECK.found(span).with("found", *found));
        }
    }
}

super::sample_tests!();
