//! Findings for programs.

use seloste_kernel::Lang;
use serde_json::{Value, json as object};

use super::Lines;
use crate::checks::{by_code, said};
use crate::finding::{Finding, Level};
use crate::reading::Reading;

/// All findings as JSON: codes and places for programs, words in one language for people.
pub fn json(findings: &[Finding], reading: &Reading, lang: Lang) -> Value {
    let lines = Lines::of(&reading.text);
    let count = |level| findings.iter().filter(|finding| finding.level == level).count();
    object!({
        "file": reading.file,
        "sha256": reading.hash_hex(),
        "errors": count(Level::Error),
        "warnings": count(Level::Warning),
        "infos": count(Level::Info),
        "findings": findings.iter().map(|finding| one(finding, &lines, lang)).collect::<Vec<_>>(),
    })
}

fn one(finding: &Finding, lines: &Lines<'_>, lang: Lang) -> Value {
    let said = said(finding, lang);
    let (start, end) = lines.positions(finding.span);
    let note = |(note, text): (&crate::finding::Note, &String)| {
        let (start, end) = lines.positions(note.span);
        object!({ "message": text, "span": note.span, "start": start, "end": end })
    };
    object!({
        "code": finding.code,
        "name": by_code(finding.code).map(|check| check.slug),
        "level": finding.level,
        "message": said.message,
        "why": said.why,
        "mend": said.mend,
        "law": finding.law,
        "span": finding.span,
        "start": start,
        "end": end,
        "notes": finding.notes.iter().zip(&said.notes).map(note).collect::<Vec<_>>(),
        "paste": finding.paste,
    })
}
