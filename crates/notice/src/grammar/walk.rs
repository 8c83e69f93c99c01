//! Compares a document with the grammar and reports every difference, in one walk.

use std::collections::BTreeMap;

use kdl::{KdlDocument, KdlEntry, KdlNode, KdlValue};

use super::{LANGUAGES, NOTICE, Node, Value, is_country, is_email, is_host, is_name};
use crate::checks::language;
use crate::finding::{Finding, NOTHING_NEAR, did_you_mean};
use crate::floors::YearEnd;
use crate::model::{Period, Span};

/// Properties that would be a version or a date typed by hand.
const TYPED: &[&str] = &["version", "date", "updated", "published"];

/// What the walk carries: the text and the findings.
pub(crate) struct Spot<'a> {
    /// The source.
    pub text: &'a str,
    /// What was found.
    pub findings: Vec<Finding>,
}

impl Spot<'_> {
    /// The place of a node's head: from its name to its last value, without its children.
    pub fn head(&self, node: &KdlNode) -> Span {
        let start = node.name().span().offset();
        let end = node.entries().last().map_or(start + node.name().span().len(), |last| {
            last.span().offset() + last.span().len()
        });
        self.trim(start, end)
    }

    /// The place of a value or property.
    pub fn entry(&self, entry: &KdlEntry) -> Span {
        self.trim(entry.span().offset(), entry.span().offset() + entry.span().len())
    }

    /// The place without the white space around it, and always inside the text.
    fn trim(&self, start: usize, end: usize) -> Span {
        let Some(slice) = self.text.get(start..end) else { return clamp(self.text, start, end) };
        let lead = slice.len() - slice.trim_start().len();
        Span { offset: start + lead, len: slice.trim().len() }
    }

    fn push(&mut self, finding: Finding) {
        self.findings.push(finding);
    }
}

/// A span inside the text, on character boundaries.
pub(crate) fn clamp(text: &str, start: usize, end: usize) -> Span {
    let start = text.floor_char_boundary(start.min(text.len()));
    let end = text.ceil_char_boundary(end.clamp(start, text.len()));
    Span { offset: start, len: end - start }
}

/// Walks the whole document.
pub(crate) fn walk(document: &KdlDocument, spot: &mut Spot<'_>) {
    let mut notices = document.nodes().iter().filter(|node| node.name().value() == NOTICE.name);
    let first = notices.next();
    for second in notices {
        let place = spot.head(second);
        spot.push(language::NO_NOTICE.found(place).with("what", "two"));
    }
    for other in document.nodes().iter().filter(|node| node.name().value() != NOTICE.name) {
        unknown_node(other, &NOTICE, std::iter::once(NOTICE.name), spot);
    }
    match first {
        Some(node) => visit(node, &NOTICE, spot),
        None => spot.push(language::NO_NOTICE.found(Span::default()).with("what", "none")),
    }
}

fn visit(node: &KdlNode, rule: &'static Node, spot: &mut Spot<'_>) {
    values(node, rule, spot);
    properties(node, rule, spot);
    let Some(children) = node.children() else { return };
    let mut seen: BTreeMap<(&str, Option<&str>), Span> = BTreeMap::new();
    for child in children.nodes() {
        let name = child.name().value();
        let inner = rule.children.iter().copied().find(|candidate| candidate.name == name);
        let key = (name, first_text(child).filter(|_| inner.is_some_and(|inner| inner.many)));
        let place = spot.head(child);
        if let Some(first) = seen.insert(key, place) {
            let what = key.1.unwrap_or(name);
            spot.push(
                language::DUPLICATE.found(place).with("name", what).note(first, "first-here"),
            );
        }
        match inner {
            Some(inner) => visit(child, inner, spot),
            None if rule.texts && LANGUAGES.contains(&name) => text(child, spot),
            None if rule.name == NOTICE.name && TYPED.contains(&name) => {
                spot.push(language::TYPED_VERSION.found(place).with("name", name));
            }
            None => unknown_node(child, rule, rule.inside(), spot),
        }
    }
}

fn unknown_node(
    node: &KdlNode,
    rule: &'static Node,
    known: impl Iterator<Item = &'static str>,
    spot: &mut Spot<'_>,
) {
    let name = node.name().value();
    let near = did_you_mean(name, known).unwrap_or(NOTHING_NEAR);
    let place = clamp(
        spot.text,
        node.name().span().offset(),
        node.name().span().offset() + node.name().span().len(),
    );
    spot.push(
        language::UNKNOWN_NODE
            .found(place)
            .with("name", name)
            .with("near", near)
            .with("inside", rule.name),
    );
}

/// A language node: one string, nothing else.
fn text(node: &KdlNode, spot: &mut Spot<'_>) {
    let place = spot.head(node);
    let mut values = node.entries().iter();
    let name = node.name().value().to_owned();
    match values.next() {
        Some(entry) if entry.name().is_none() && entry.value().is_string() => {}
        Some(_) => {
            spot.push(language::BAD_VALUE.found(place).with("value", name).with("wanted", "text"))
        }
        None => spot.push(language::MISSING_VALUE.found(place).with("name", name)),
    }
    for surplus in values {
        let place = spot.entry(surplus);
        spot.push(language::SURPLUS_VALUE.found(place).with("name", node.name().value()));
    }
    for child in node.children().iter().flat_map(|children| children.nodes()) {
        unknown_node(child, &Node::EMPTY, std::iter::empty(), spot);
    }
}

fn values(node: &KdlNode, rule: &'static Node, spot: &mut Spot<'_>) {
    let given: Vec<&KdlEntry> =
        node.entries().iter().filter(|entry| entry.name().is_none()).collect();
    let allowed = match rule.value {
        None => 0,
        // What is said in each language is not said beside them as well.
        Some(_) if rule.either && has_text(node) => 0,
        Some(_) if rule.more => usize::MAX,
        Some(_) => 1,
    };
    for surplus in given.iter().skip(allowed) {
        let place = spot.entry(surplus);
        spot.push(language::SURPLUS_VALUE.found(place).with("name", rule.name));
    }
    if let Some(shape) = rule.value {
        if given.is_empty() && rule.must && !(rule.either && has_text(node)) {
            let place = spot.head(node);
            spot.push(language::MISSING_VALUE.found(place).with("name", rule.name));
        }
        for entry in given.iter().take(allowed) {
            value(entry, shape, spot);
        }
    }
}

/// Whether it holds a text in some language.
pub(crate) fn has_text(node: &KdlNode) -> bool {
    let inside = node.children().map(KdlDocument::nodes).unwrap_or_default();
    inside.iter().any(|child| LANGUAGES.contains(&child.name().value()))
}

fn properties(node: &KdlNode, rule: &'static Node, spot: &mut Spot<'_>) {
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for entry in node.entries() {
        let Some(name) = entry.name().map(|name| name.value()) else { continue };
        let place = spot.entry(entry);
        if let Some(first) = seen.insert(name, place) {
            spot.push(
                language::DUPLICATE.found(place).with("name", name).note(first, "first-here"),
            );
        }
        if let Some(prop) = rule.props.iter().find(|prop| prop.name == name) {
            value(entry, prop.value, spot);
        } else if rule.name == NOTICE.name && TYPED.contains(&name) {
            spot.push(language::TYPED_VERSION.found(place).with("name", name));
        } else {
            let near =
                did_you_mean(name, rule.props.iter().map(|prop| prop.name)).unwrap_or(NOTHING_NEAR);
            spot.push(
                language::UNKNOWN_PROPERTY
                    .found(place)
                    .with("name", name)
                    .with("near", near)
                    .with("inside", rule.name),
            );
        }
    }
}

fn value(entry: &KdlEntry, shape: Value, spot: &mut Spot<'_>) {
    let place = spot.entry(entry);
    let bad = |wanted: &str| {
        language::BAD_VALUE.found(place).with("value", shown(entry.value())).with("wanted", wanted)
    };
    match (shape, entry.value()) {
        (Value::Flag, KdlValue::Bool(_)) => {}
        (Value::Flag, _) => spot.push(bad("flag")),
        (Value::Number, KdlValue::Integer(number)) if NUMBERS.contains(number) => {}
        (Value::Number, KdlValue::String(text)) if is_number(text) => {
            spot.push(bad("quoted-number"));
        }
        (Value::Number, _) => spot.push(bad("number")),
        (Value::Text, KdlValue::String(text)) if !text.trim().is_empty() => {}
        (Value::Text, _) => spot.push(bad("text")),
        (Value::Name | Value::Known(_), KdlValue::String(name)) => bad_name(name, place, spot),
        (Value::Names, KdlValue::String(names)) => {
            for (name, place) in words(names, place, spot.text) {
                bad_name(name, place, spot);
            }
        }
        (Value::One(known), KdlValue::String(word)) => unknown_word(word, place, known, spot),
        (Value::Words(known), KdlValue::String(list)) => {
            for (word, place) in words(list, place, spot.text) {
                unknown_word(word, place, known, spot);
            }
        }
        (Value::Period, KdlValue::String(text)) => {
            if let Err(why) = text.parse::<Period>() {
                spot.push(bad("period").with("why", why));
            }
        }
        (Value::Date, KdlValue::String(text))
            if text.len() == 10 && text.parse::<jiff::civil::Date>().is_ok() => {}
        (Value::Date, _) => spot.push(bad("date")),
        (Value::YearEnd, KdlValue::String(text)) if YearEnd::parse(text).is_some() => {}
        (Value::YearEnd, _) => spot.push(bad("year-end")),
        (Value::Email, KdlValue::String(text)) if is_email(text) => {}
        (Value::Email, _) => spot.push(bad("email")),
        (Value::Country, KdlValue::String(code)) if is_country(code) => {}
        (Value::Country, _) => spot.push(bad("country")),
        (Value::Host, KdlValue::String(host)) if is_host(host) => {}
        (Value::Host, _) => spot.push(bad("host")),
        (Value::Period, _) => spot.push(bad("period")),
        (Value::Name | Value::Known(_) | Value::Names | Value::One(_) | Value::Words(_), _) => {
            spot.push(bad("text"))
        }
    }
}

/// The numbers that a notice may state.
const NUMBERS: std::ops::RangeInclusive<i128> = 1..=5_000_000;

/// Whether a text would be a good number without its quotation marks.
fn is_number(text: &str) -> bool {
    text.parse().is_ok_and(|number| NUMBERS.contains(&number))
}

fn bad_name(name: &str, place: Span, spot: &mut Spot<'_>) {
    if !is_name(name) {
        spot.push(language::BAD_NAME.found(place).with("name", name));
    }
}

fn unknown_word(word: &str, place: Span, known: &'static [&'static str], spot: &mut Spot<'_>) {
    if !known.contains(&word) {
        let near = did_you_mean(word, known.iter().copied()).unwrap_or(NOTHING_NEAR);
        spot.push(
            language::UNKNOWN_VALUE
                .found(place)
                .with("name", word)
                .with("near", near)
                .with("known", known.join(", ")),
        );
    }
}

/// The words of a list, each with its own place when the source spells the list plainly.
pub(crate) fn words<'w>(list: &'w str, place: Span, text: &str) -> Vec<(&'w str, Span)> {
    let source = text.get(place.offset..place.offset + place.len).unwrap_or_default();
    let mut from = source.find('"').unwrap_or(0);
    list.split_whitespace()
        .map(|word| {
            let found = source.get(from..).and_then(|rest| rest.find(word));
            let span = found.map_or(place, |at| {
                let offset = place.offset + from + at;
                from += at + word.len();
                Span { offset, len: word.len() }
            });
            (word, span)
        })
        .collect()
}

/// The first value, when it is a string.
pub(crate) fn first_text(node: &KdlNode) -> Option<&str> {
    node.entries().iter().find(|entry| entry.name().is_none())?.value().as_string()
}

/// A value for a message, cut so that no message grows long.
fn shown(value: &KdlValue) -> String {
    const LONGEST: usize = 60;
    let text = match value {
        KdlValue::String(text) => text.clone(),
        other => other.to_string(),
    };
    if text.chars().count() <= LONGEST {
        return text;
    }
    text.chars().take(LONGEST).chain(['…']).collect()
}
