//! `template-residue`: texts have no template residue.
//!
//! Why: An unfilled gap tells the reader that nobody has read the notice.
//!
//! Mend: Write the right information there.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL015",
    slug: "template-residue",
    level: Level::Warning,
    law: Law::likely(&["GDPR Art. 12(1)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &[],
        with: r#"statement "lause" { fi "Tietoja käsittelee [organisaation nimi]." }"#,
    }],
    passes: &[Sample::Part {
        without: &[],
        with: r#"statement "lause" { fi "Tietoja käsittelee Esimerkkikeskus." }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    const RESIDUE: &[&str] =
        &["[", "]", "TODO", "XXX", "lorem ipsum", "{{", "}}", "<nimi>", "<name>"];
    for (text, span) in cx.sentences() {
        if let Some(found) = RESIDUE.iter().find(|residue| text.contains(**residue)) {
            out.push(CHECK.found(span).with("found", *found));
        }
    }
}

super::sample_tests!();
