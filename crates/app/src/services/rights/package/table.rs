//! Tables for spreadsheets (RFC 4180): one for each kind, one for who received and who looked.
//! Headings are the notice's stable names; no cell is taken for a formula.

use seloste_kernel::{Exit, Fault};
use seloste_notice::model::Notice;
use seloste_register::{Held, Opened};
use seloste_web::Ctx;
use serde_json::{Map, Value};

use super::super::told;
use crate::cells::lines;
use crate::last_day;

/// The columns that every kind has, before its fields.
const COMMON: [&str; 9] =
    ["id", "number", "state", "part-of", "created", "updated", "goes", "notice-version", "source"];

/// The column of what an older notice asked and the one in force no longer does.
const EARLIER: &str = "fields-of-earlier-notices";

/// The table of a kind.
pub fn name(kind: &str) -> String {
    format!("csv/{kind}.csv")
}

/// The first line of a kind's table.
///
/// # Errors
/// As [`lines`].
pub fn head(notice: &Notice, kind: &str) -> Result<Vec<u8>, Fault> {
    let fields = notice.kind(kind).map(|kind| kind.fields.as_slice()).unwrap_or_default();
    let fields = fields.iter().map(|field| field.name.as_str());
    lines([COMMON
        .into_iter()
        .chain(fields)
        .chain(["consents", "automated-decisions", EARLIER])
        .collect::<Vec<_>>()])
}

/// The line of a record.
///
/// # Errors
/// As [`lines`].
pub fn row(
    ctx: &Ctx,
    notice: &Notice,
    (record, held): (&Opened, &[Held]),
) -> Result<Vec<u8>, Fault> {
    let text = |value: Option<String>| value.unwrap_or_default();
    let mut cells = vec![
        record.id.to_string(),
        text(record.number.map(|number| number.to_string())),
        record.state.clone(),
        text(record.thread.map(|whole| whole.to_string())),
        record.created.to_string(),
        record.updated.to_string(),
        text(last_day::goes_on(record, held, ctx.now).map(|day| day.to_string())),
        record.notice_version.to_string(),
        told::source(ctx, notice, record),
    ];
    let declared = notice.kind(&record.kind);
    let value = |name: &str| match told::is_withheld(name) {
        true => ctx.say("rights-withheld"),
        false => record.text(name, Exit::Export).to_owned(),
    };
    let fields = declared.map(|kind| kind.fields.as_slice()).unwrap_or_default();
    for field in fields {
        let given = record.fields.contains_key(&field.name);
        cells.push(if given { value(&field.name) } else { String::new() });
    }
    let consents: Vec<&str> =
        record.consents.iter().map(|consent| consent.purpose.as_str()).collect();
    cells.push(consents.join(" "));
    let made = record.automated.iter();
    let made = made
        .map(|(field, made)| format!("{field}={} {} {}", made.outcome, made.decision, made.at()));
    cells.push(made.collect::<Vec<_>>().join("; "));
    let earlier: Map<String, Value> = record
        .fields
        .keys()
        .filter(|name| !fields.iter().any(|field| field.name == **name))
        .map(|name| (name.clone(), Value::from(value(name))))
        .collect();
    cells.push(if earlier.is_empty() { String::new() } else { Value::Object(earlier).to_string() });
    lines([cells])
}

/// The line of a disclosure, with the heading before the first.
///
/// # Errors
/// As [`lines`].
pub fn disclosure(
    ctx: &Ctx,
    notice: &Notice,
    record: &Opened,
    first: bool,
) -> Result<Vec<u8>, Fault> {
    const FIELDS: [&str; 5] = ["recipient", "purpose", "ground", "reference", "items"];
    let mut rows = Vec::new();
    if first {
        let head = ["at", "state"].into_iter().chain(FIELDS);
        rows.push(head.map(str::to_owned).collect::<Vec<_>>());
    }
    let declared = notice.kind(&record.kind);
    let told = FIELDS.map(|name| {
        let field = declared.and_then(|kind| kind.field(name));
        told::value(ctx, field, name, record, Exit::Export)
    });
    let facts = [record.created.to_string(), record.state.clone()];
    rows.push(facts.into_iter().chain(told).collect());
    lines(rows)
}

/// The first line of the table of looks.
///
/// # Errors
/// As [`lines`].
pub fn looks_head() -> Result<Vec<u8>, Fault> {
    lines([["at", "role", "purpose", "action", "ledger-entry"]])
}
