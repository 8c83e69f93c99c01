//! `missing-text`: everything that people read has a text.
//!
//! Why: A short name alone tells the reader nothing.
//!
//! Mend: Add the text in the notice's languages.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL014",
    slug: "missing-text",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 12(1)"]),
    run: Some(run),
    fails: &[
        Sample::Part {
            without: &["role handler"],
            with: r#"role "handler" purposes="develop" may="read answer""#,
        },
        Sample::Part {
            without: &["role handler"],
            with: r#"role "handler" purposes="develop" may="read answer" { fi " " }"#,
        },
    ],
    passes: &[Sample::Part {
        without: &["role handler"],
        with: r#"role "handler" purposes="develop" may="read answer" { fi "Käsittelijä" }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for place in cx.text_places().into_iter().filter(|place| place.texts.is_empty() && place.needed)
    {
        out.push(CHECK.found(place.span).with("name", place.name));
    }
}

super::sample_tests!();
