//! `as-delivered`: the notice tells of its own controller, not of the ready-made notice's.
//!
//! Why: People would turn to somebody who does not exist, and nobody would answer for their data.
//!
//! Mend: Write your own organisation, contacts and processors there.

use kdl::KdlDocument;

use super::{Check, Finding, Law, Level};
use crate::grammar::Spot;
use crate::model::Span;
use crate::reading::Reading;

/// The check. The program reports it: it knows the notices that it delivers.
pub const CHECK: Check = Check {
    code: "SEL104",
    slug: "as-delivered",
    level: Level::Warning,
    law: Law::likely(&["GDPR Art. 13(1)(a)", "GDPR Art. 13(1)(b)"]),
    run: None,
    fails: &[],
    passes: &[],
};

/// One finding for each of these values that still stands anywhere in the notice, with all its
/// places: for the program to report.
pub fn found(reading: &Reading, delivered: &[String]) -> Vec<Finding> {
    let mut texts = Vec::new();
    let spot = Spot { text: &reading.text, findings: Vec::new() };
    strings(&reading.document, &spot, &mut texts);
    let mut findings = Vec::new();
    for value in delivered {
        let mut places = texts
            .iter()
            .filter(|(text, _)| holds(text, value, delivered))
            .map(|(_, place)| exact(&reading.text, *place, value));
        let Some(first) = places.next() else { continue };
        let finding = CHECK.found(first).with("found", value);
        findings.push(places.fold(finding, |finding, place| finding.note(place, "also-here")));
    }
    findings
}

/// Whether the text holds this value, and not only as a part of another one that it holds.
fn holds(text: &str, value: &str, delivered: &[String]) -> bool {
    let part = |other: &String| other != value && other.contains(value) && text.contains(other);
    text.contains(value) && !delivered.iter().any(part)
}

/// Where in the string the value stands, when the source spells it plainly.
fn exact(source: &str, place: Span, value: &str) -> Span {
    let string = source.get(place.offset..place.offset + place.len).unwrap_or_default();
    let at = string.find(value);
    at.map_or(place, |at| Span { offset: place.offset + at, len: value.len() })
}

fn strings<'a>(document: &'a KdlDocument, spot: &Spot<'_>, found: &mut Vec<(&'a str, Span)>) {
    for node in document.nodes() {
        for entry in node.entries() {
            if let Some(text) = entry.value().as_string() {
                found.push((text, spot.entry(entry)));
            }
        }
        if let Some(children) = node.children() {
            strings(children, spot, found);
        }
    }
}
