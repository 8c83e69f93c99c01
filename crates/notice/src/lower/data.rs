//! What is collected: services, kinds, fields, periods.

use super::Tree;
use crate::grammar::CATEGORIES;
use crate::model::{
    Anonymise, Collect, CountedPer, Field, FieldType, FloorRule, HoldRule, Keep, Named, Service,
    Source,
};

/// Longest value of a field that does not say its own, in characters.
const MAX_LINE: u32 = 200;
/// The same for a field of several lines.
const MAX_TEXT: u32 = 4_000;
/// Combinations of fewer records are not shown when the notice says nothing.
const FEWER_THAN: u32 = 5;
/// Longest file when the notice says nothing, in bytes.
const MAX_FILE: u32 = 1_000_000;

pub(super) fn service(node: Tree<'_>) -> Service {
    Service {
        name: node.name(),
        runs: node.string("runs"),
        ready_made: node.flag("ready-made"),
        title: node.texts(),
        collects: node.children("collect").map(collect).collect(),
        span: node.span(),
    }
}

fn collect(node: Tree<'_>) -> Collect {
    let part_of = node.prop("part-of").and_then(|entry| {
        let value = entry.value().as_string()?.to_owned();
        Some(Named { value, span: node.spot().entry(entry) })
    });
    Collect {
        kind: node.name(),
        title: node.texts(),
        source: node.string("from").and_then(|word| source(&word)),
        source_text: node.texts_of("source"),
        fields: node.children("field").map(field).collect(),
        keep: node.child("keep").and_then(keep),
        erase_within: node.child("erase-on-request").and_then(|erase| erase.period("within")),
        part_of,
        shared: node.flag("shared"),
        floors: node.children("floor").map(floor).collect(),
        holds: node.children("hold").map(hold).collect(),
        anonymise: node.child("anonymise").map(anonymise),
        span: node.span(),
    }
}

fn source(word: &str) -> Option<Source> {
    match word {
        "person" => Some(Source::Person),
        "staff" => Some(Source::Staff),
        "system" => Some(Source::System),
        "other" => Some(Source::Other),
        _ => None,
    }
}

fn floor(node: Tree<'_>) -> FloorRule {
    FloorRule {
        ground: node.value(),
        fields: node.list("fields"),
        from: node.string("from").unwrap_or_else(|| "created".to_owned()),
        span: node.span(),
    }
}

fn anonymise(node: Tree<'_>) -> Anonymise {
    Anonymise {
        by: node.list("by"),
        per: match node.string("per").as_deref() {
            Some("month") => Some(CountedPer::Month),
            Some("year") => Some(CountedPer::Year),
            _ => None,
        },
        sum: node.list("sum"),
        fewer_than: node.number("fewer-than").unwrap_or(FEWER_THAN),
        span: node.span(),
    }
}

fn hold(node: Tree<'_>) -> HoldRule {
    HoldRule {
        name: node.name(),
        text: node.texts(),
        field: node.string("field").unwrap_or_default(),
        is: node.list("is"),
        span: node.span(),
    }
}

fn keep(node: Tree<'_>) -> Option<Keep> {
    if let Ok(period) = node.value().parse() {
        let from = node.string("from").unwrap_or_else(|| "created".to_owned());
        return Some(Keep::For { period, from });
    }
    let criterion = node.child("criterion")?;
    Some(Keep::Criterion { text: criterion.texts(), review: node.period("review")? })
}

fn field(node: Tree<'_>) -> Field {
    let ty = field_type(node);
    let usual = match ty {
        FieldType::Text => MAX_TEXT,
        FieldType::File => MAX_FILE,
        _ => MAX_LINE,
    };
    Field {
        name: node.name(),
        category: node.one("category", CATEGORIES).unwrap_or_default(),
        purposes: node.list("purposes"),
        required: node.flag("required"),
        consequence: node.texts_of("consequence"),
        label: node.texts(),
        help: node.texts_of("help"),
        max_chars: node.number("max").unwrap_or(usual),
        lookup: node.flag("lookup"),
        ground: node.string("ground"),
        ty,
        span: node.span(),
    }
}

fn field_type(node: Tree<'_>) -> FieldType {
    match node.string("type").as_deref() {
        Some("text") => FieldType::Text,
        Some("email") => FieldType::Email,
        Some("phone") => FieldType::Phone,
        Some("date") => FieldType::Date,
        Some("time") => FieldType::Time,
        Some("number") => FieldType::Number,
        Some("flag") => FieldType::Flag,
        Some("choice") => FieldType::Choice(
            node.children("choice").map(|choice| (choice.name(), choice.texts())).collect(),
        ),
        Some("file") => FieldType::File,
        _ => FieldType::Line,
    }
}
