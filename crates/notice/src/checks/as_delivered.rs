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

/// As many values are named in the message; the places show all.
const NAMED: usize = 4;

/// One finding for each of these organisations of which something still stands anywhere in the
/// notice, with all the places: for the program to report. An organisation is the values that are
/// its own.
pub fn found(reading: &Reading, organisations: &[Vec<String>]) -> Vec<Finding> {
    let mut texts = Vec::new();
    let spot = Spot { text: &reading.text, findings: Vec::new() };
    strings(&reading.document, &spot, &mut texts);
    let all = organisations.concat();
    let of = |value: &String| -> Vec<Span> {
        let there = texts.iter().filter(|(text, _)| holds(text, value, &all));
        there.map(|(_, place)| exact(&reading.text, *place, value)).collect()
    };
    let mut stand: Vec<Vec<(&String, Vec<Span>)>> = Vec::new();
    for organisation in organisations {
        let values = organisation.iter().map(|value| (value, of(value)));
        stand.push(values.filter(|(_, places)| !places.is_empty()).collect());
    }
    // What two of them share is told of the one of which more is there.
    stand.sort_by_key(|values| std::cmp::Reverse(values.len()));
    let mut told: Vec<&String> = Vec::new();
    let mut findings = Vec::new();
    for mut values in stand {
        values.retain(|(value, _)| !told.contains(value));
        told.extend(values.iter().map(|(value, _)| *value));
        let mut places: Vec<Span> = values.iter().flat_map(|(_, places)| places.clone()).collect();
        places.sort_by_key(|place| place.offset);
        let mut places = places.into_iter();
        let Some(first) = places.next() else { continue };
        let mut found: Vec<&str> = values.iter().map(|(value, _)| value.as_str()).collect();
        if found.len() > NAMED {
            found.truncate(NAMED);
            found.push("…");
        }
        let finding = CHECK.found(first).with("found", found.join("; "));
        findings.push(places.fold(finding, |finding, place| finding.note(place, "also-invented")));
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
