//! Records as data for programs: in the file of the own page and in packages.

use seloste_kernel::{Exit, Fault, PersonId, RecordId};
use seloste_notice::model::Notice;
use seloste_register::{Access, Automated, Held, Looked, Opened, Register};
use seloste_web::Ctx;
use serde_json::{Map, Value, json};

use super::beside::Beside;
use super::told;
use crate::app::App;
use crate::last_day;
use crate::output::hex;
use crate::sentences::text;

/// What a file of somebody's data begins with, up to its list of records, which is left open.
///
/// # Errors
/// Internal when it cannot be written as JSON.
pub fn head(ctx: &Ctx, register: &Register) -> Result<String, Fault> {
    let notice = &register.notice;
    let head = json!({
        "format": "seloste-person/1",
        "made": ctx.now.to_string(),
        "controller": notice.controller.name,
        "register": text(&notice.register, ctx.lang),
        "notice": { "id": notice.id, "version": register.version, "sha256": hex(&register.hash) },
    });
    let mut head = serde_json::to_string(&head).map_err(Fault::internal)?;
    head.pop();
    Ok(format!("{head},\n\"records\":["))
}

/// Records with what keeps each beyond its day.
///
/// # Errors
/// `NotFound` when the access does not reach the person.
pub async fn held(
    app: &App,
    access: &Access,
    person: PersonId,
    records: Vec<Opened>,
) -> Result<Vec<(Opened, Vec<Held>)>, Fault> {
    let ids: Vec<RecordId> = records.iter().map(|record| record.id).collect();
    let mut held = app.engine.holds_on(access, person, &ids).await?;
    let with = |record: Opened| {
        let held = held.remove(&record.id).unwrap_or_default();
        (record, held)
    };
    Ok(records.into_iter().map(with).collect())
}

/// Values of a JSON list, one on a line, with commas between them.
///
/// # Errors
/// Internal when they cannot be written as JSON.
pub fn list(
    piece: &mut Vec<u8>,
    first: &mut bool,
    values: impl Iterator<Item = Value>,
) -> Result<(), Fault> {
    for value in values {
        piece.extend_from_slice(if std::mem::take(first) { b"\n" } else { b",\n" });
        serde_json::to_writer(&mut *piece, &value).map_err(Fault::internal)?;
    }
    Ok(())
}

/// Who looked at the data, when and why.
pub fn look(look: &Looked) -> Value {
    json!({
        "at": look.at.to_string(), "role": look.role, "purpose": look.purpose,
        "action": look.action, "ledger-entry": look.entry,
    })
}

/// What a file of somebody's data ends with, after its last list, which is open.
///
/// # Errors
/// Internal when it cannot be written as JSON.
pub fn end(beside: &Beside) -> Result<String, Fault> {
    let mut end = "]".to_owned();
    for (name, list) in beside.lists() {
        let list = serde_json::to_string(&list).map_err(Fault::internal)?;
        end.push_str(&format!(",\n\"{name}\":{list}"));
    }
    Ok(format!("{end}}}\n"))
}

/// What keeps a record, or some fields of it, beyond its day.
fn keeps(held: &Held) -> Value {
    json!({
        "ground": held.ground, "fields": held.fields,
        "until": held.until.map(|until| until.to_string()),
    })
}

/// What a program has decided in a record (Art. 15(1)(h)), and what a human has said of it.
fn automated(record: &Opened) -> Vec<Value> {
    let one = |(field, made): (&String, &Automated)| {
        json!({
            "field": field, "decision": made.decision, "outcome": made.outcome,
            "notice-version": made.notice_version, "at": made.at().to_string(),
            "reviewed": made.reviewed().map(|at| at.to_string()), "changed": made.changed,
        })
    };
    record.automated.iter().map(one).collect()
}

/// A record with all that Art. 15(1) wants said of it, and what keeps it beyond its day.
pub fn one(ctx: &Ctx, notice: &Notice, (record, held): (&Opened, &[Held])) -> Value {
    let declared = notice.kind(&record.kind);
    let mut fields = Map::new();
    for name in told::in_order(declared, record) {
        let (field, label) = told::named(ctx, declared, name);
        let purposes: Vec<Value> = field
            .map(|field| field.purposes.as_slice())
            .unwrap_or_default()
            .iter()
            .filter(|named| told::is_carried(notice, record, &named.value))
            .map(|named| {
                json!({ "name": named.value, "basis": told::basis(ctx, notice, &named.value) })
            })
            .collect();
        // A choice is copied as the notice names it, so that another service can read it.
        let value = match told::is_withheld(name) {
            true => ctx.say("rights-withheld"),
            false => record.text(name, Exit::Export).to_owned(),
        };
        let category = field.map(|field| field.category.clone());
        fields.insert(
            name.to_owned(),
            json!({ "value": value, "label": label, "category": category, "purposes": purposes }),
        );
    }
    json!({
        "id": record.id, "kind": record.kind, "state": record.state, "number": record.number,
        "part-of": record.thread, "created": record.created.to_string(),
        "updated": record.updated.to_string(),
        "goes": last_day::goes_on(record, held, ctx.now).map(|day| day.to_string()),
        "kept-by": held.iter().map(keeps).collect::<Vec<_>>(),
        "notice-version": record.notice_version, "source": told::source(ctx, notice, record),
        "consents": record.consents, "withdrawn-consents": record.withdrawn,
        "automated-decisions": automated(record), "fields": fields,
    })
}
