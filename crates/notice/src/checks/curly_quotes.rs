//! `curly-quotes`: texts stand between straight quotation marks.
//!
//! Why: Word processors and telephones write curly ones; these would become a part of the text.
//!
//! Mend: Write straight quotation marks around the text.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::grammar::clamp;

/// The check.
pub const CHECK: Check = Check {
    code: "SEL119",
    slug: "curly-quotes",
    level: Level::Error,
    law: Law::language(),
    run: Some(run),
    fails: &[
        Sample::Part { without: &[], with: "statement \"lause\" { fi ”Selosteemme” }" },
        Sample::Part { without: &[], with: "statement \"lause\" { fi „Kuvauksemme“ }" },
    ],
    passes: &[Sample::Part {
        without: &[],
        with: "statement \"lause\" { fi \"”Tieto” on sana. ’Tieto’ myös.\" }",
    }],
};

const CURLY: [char; 8] = ['”', '“', '„', '‟', '’', '‘', '»', '«'];

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let text = &cx.reading.text;
    super::hidden_character::each_value(cx.reading.tree(), &mut |entry| {
        let (start, end) = (entry.span().offset(), entry.span().offset() + entry.span().len());
        let place = clamp(text, start, end);
        let written = text.get(place.offset..place.offset + place.len).unwrap_or_default();
        let value = entry.value().as_string().unwrap_or_default();
        // Within straight ones they are a part of the text by right.
        if value.starts_with(CURLY) && written.trim_start().starts_with(CURLY) {
            out.push(CHECK.found(place).with("found", value));
        }
    });
}

super::sample_tests!();
