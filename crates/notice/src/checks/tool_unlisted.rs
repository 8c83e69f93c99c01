//! `tool-unlisted`: a product that a text names stands among the recipients.
//!
//! Why: Whoever keeps the data is a recipient, also when it is only mentioned in passing.
//!
//! Mend: Add its maker to `recipients` with country and contract, or leave the name out.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::model::Span;
use crate::tools::{covers, named_in};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL097",
    slug: "tool-unlisted",
    level: Level::Error,
    law: Law::likely(&["GDPR Art. 5(1)(a)", "GDPR Art. 13(1)(e)", "GDPR Art. 28(3)"]),
    run: Some(run),
    fails: &[Sample::Part {
        without: &[],
        with: r#"statement "jarjestelma" { fi "Palaute kerätään Webropolilla." }"#,
    }],
    passes: &[
        Sample::Part {
            without: &["recipients"],
            with: r#"recipients {
        processor "Webropol Oy" country="FI" contract="2026-01-15" {
            fi "Kyselyjen ja palautteiden kerääminen"
        }
    }
    statement "jarjestelma" { fi "Palaute kerätään Webropolilla." }"#,
        },
        Sample::Part {
            without: &["recipients"],
            with: r#"recipients {
        processor "Esimerkkipilvi Oy" country="FI" contract="2026-01-15" products="Webropol, Matomo" {
            fi "Kyselyjen ja palautteiden kerääminen"
        }
    }
    statement "jarjestelma" { fi "Palaute kerätään Webropol-kyselyllä, tilastot Matomolla." }"#,
        },
    ],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for (text, span) in cx.sentences() {
        for (tool, place) in named_in(text) {
            let listed = cx
                .notice
                .recipients
                .iter()
                .any(|recipient| covers(tool, &recipient.name, recipient.products.as_deref()));
            if !listed {
                let name = text.get(place).unwrap_or(&tool.name);
                out.push(CHECK.found(word(cx, span, name)).with("name", &tool.name));
            }
        }
    }
}

/// The place of the word within its sentence; a text with escapes is pointed at as a whole.
fn word(cx: &Context<'_>, sentence: Span, name: &str) -> Span {
    let source = cx.reading.text.get(sentence.offset..sentence.offset + sentence.len);
    match source.and_then(|source| source.find(name)) {
        Some(at) => Span { offset: sentence.offset + at, len: name.len() },
        None => sentence,
    }
}

super::sample_tests!();
