//! `hidden-character`: the notice has no characters that cannot be seen.
//!
//! Why: they can make a reader see other words than the program reads.
//!
//! Mend: remove the character.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::grammar::clamp;
use kdl::{KdlDocument, KdlEntry};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL105",
    slug: "hidden-character",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 12(1)"]),
    run: Some(run),
    fails: &[
        Sample::Part {
            without: &[],
            with: r#"statement "lause" { fi "Tietoja säilytetään \u{202E}iskuuk 1\u{202C}." }"#,
        },
        Sample::Part { without: &[], with: r#"statement "lause" { fi "Tietoja ei myydä.\b\b" }"# },
    ],
    passes: &[Sample::Part {
        without: &[],
        with: r#"statement "lause" { fi "Tietoja ei myydä.\nEikä vaih\u{AD}deta \u{1F600}." }"#,
    }],
};

/// What nobody sees: control characters other than the ends of lines and tabs, what turns the
/// direction of writing (Unicode UAX #9), and characters without any width that are no part of a
/// word in our languages.
fn is_hidden(c: char) -> bool {
    let plain = ['\n', '\r', '\t'];
    let directs = ['\u{061C}', '\u{200E}', '\u{200F}'];
    let without_width = ['\u{200B}', '\u{2060}', '\u{FEFF}'];
    (c.is_control() && !plain.contains(&c))
        || directs.contains(&c)
        || without_width.contains(&c)
        || ('\u{202A}'..='\u{202E}').contains(&c)
        || ('\u{2066}'..='\u{2069}').contains(&c)
        || ('\u{2028}'..='\u{2029}').contains(&c)
}

/// The same with what nobody sees spelt out, so that a foreign file can do nothing to the terminal of
/// whoever checks it.
pub(crate) fn spelt_out(text: &str) -> String {
    let spelt = |c: char| match is_hidden(c) || c == '\r' {
        true => c.escape_unicode().to_string(),
        false => c.to_string(),
    };
    text.chars().map(spelt).collect()
}

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let text = &cx.reading.text;
    let found = |place, c: char| {
        let name = format!("U+{:04X}", u32::from(c));
        CHECK.found(place).with("found", name)
    };
    // As they stand in the file, comments too. The mark at its very beginning is a habit of editors.
    for (at, c) in
        text.char_indices().filter(|(at, c)| is_hidden(*c) && (*at, *c) != (0, '\u{FEFF}'))
    {
        out.push(found(clamp(text, at, at + c.len_utf8()), c));
    }
    // And as they are written, in values.
    each_value(&cx.reading.document, &mut |entry| {
        let (start, end) = (entry.span().offset(), entry.span().offset() + entry.span().len());
        let place = clamp(text, start, end);
        let written = text.get(place.offset..place.offset + place.len).unwrap_or_default();
        let value = entry.value().as_string().unwrap_or_default();
        if let Some(c) = value.chars().find(|c| is_hidden(*c) && !written.contains(*c)) {
            out.push(found(place, c));
        }
    });
}

/// Every value of the file, wherever it stands.
pub(super) fn each_value(document: &KdlDocument, look: &mut impl FnMut(&KdlEntry)) {
    for node in document.nodes() {
        node.entries().iter().for_each(&mut *look);
        if let Some(children) = node.children() {
            each_value(children, look);
        }
    }
}

super::sample_tests!();
