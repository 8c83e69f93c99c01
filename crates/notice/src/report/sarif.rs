//! Findings as SARIF 2.1.0, which code-review tools read.

use seloste_kernel::Lang;
use serde_json::{Value, json as object};

use super::Lines;
use crate::checks::{explain, said};
use crate::finding::{Finding, Level};
use crate::reading::Reading;

/// The schema that the result follows.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// All findings as one SARIF run.
pub fn sarif(findings: &[Finding], reading: &Reading, lang: Lang) -> Value {
    let lines = Lines::of(&reading.text);
    let mut codes: Vec<&'static str> = findings.iter().map(|finding| finding.code).collect();
    codes.sort_unstable();
    codes.dedup();
    let results: Vec<Value> =
        findings.iter().map(|finding| result(finding, &codes, (reading, &lines), lang)).collect();
    object!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "seloste",
                "version": env!("CARGO_PKG_VERSION"),
                "language": lang.tag(),
                "rules": codes.iter().map(|code| rule(code, lang)).collect::<Vec<_>>(),
            } },
            // Columns count characters, not UTF-16 units.
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn rule(code: &str, lang: Lang) -> Value {
    let Some(explanation) = explain(code, lang) else { return object!({ "id": code }) };
    object!({
        "id": code,
        "name": explanation.slug,
        "shortDescription": { "text": explanation.title },
        "fullDescription": { "text": explanation.why },
        "help": { "text": explanation.mend },
        "properties": {
            "law": explanation.law.article(),
            "lookedUp": explanation.law.looked_up(),
            "confidence": explanation.law.confidence(),
        },
    })
}

fn result(
    finding: &Finding,
    codes: &[&str],
    (reading, lines): (&Reading, &Lines<'_>),
    lang: Lang,
) -> Value {
    let said = said(finding, lang);
    let location = |span| {
        let (start, end) = lines.positions(span);
        object!({ "physicalLocation": {
            "artifactLocation": { "uri": reading.file },
            "region": {
                "startLine": start.line,
                "startColumn": start.column,
                "endLine": end.line,
                "endColumn": end.column,
            },
        } })
    };
    let related: Vec<Value> = finding
        .notes
        .iter()
        .zip(&said.notes)
        .map(|(note, text)| {
            let mut place = location(note.span);
            place["message"] = object!({ "text": text });
            place
        })
        .collect();
    object!({
        "ruleId": finding.code,
        "ruleIndex": codes.iter().position(|code| *code == finding.code),
        "level": match finding.level {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Info => "note",
        },
        "message": { "text": format!("{}. {}", said.message, said.mend) },
        "locations": [location(finding.span)],
        "relatedLocations": related,
    })
}
