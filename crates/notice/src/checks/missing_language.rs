//! `missing-language`: every text is there in every language of the notice.
//!
//! Why: A promise that the reader does not understand is not transparent.
//!
//! Mend: Add the translation, or remove the language from the notice.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL013",
    slug: "missing-language",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 12(1)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &["register"], with: r#"register { sv "Responstjänsten" }"#
    }],
    passes: &[Sample::Part { without: &["register"], with: r#"register { fi "Palaute" }"# }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for place in cx.text_places().into_iter().filter(|place| !place.texts.is_empty()) {
        for lang in cx.notice.languages.iter().filter(|lang| !place.texts.contains(lang)) {
            out.push(CHECK.found(place.span).with("lang", lang.tag()));
        }
    }
}

super::sample_tests!();
