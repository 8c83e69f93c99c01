//! What is done with records, whoever asks for it: a page, or a program by `/api/v1`.

use std::sync::Arc;

use seloste_kernel::{Exit, Fault, FaultKind, Lang, RecordId, Sensitive, Timestamp};
use seloste_notice::model::{Collect, Source};
use seloste_register::{Access, Action, Collected, Draft, Opened, Owner};

use super::known::{At, events, serves, state_field};
use crate::app::App;
use crate::console::Staff;

/// The state of a record of a kind that has none.
const PLAIN: &str = "kept";

/// Whose a new record is.
pub enum Whose<'a> {
    /// Somebody's who was not here yet.
    New,
    /// The same person's as this record, and hanging on it where the notice says so.
    Same(&'a Opened),
}

/// Writes a record. Who is new, and whoever gets a record that hangs on no other, gets a receipt code
/// with it.
///
/// # Errors
/// `NotFound` when the kind hangs on another than the given one; what the engine refuses, naming
/// the field.
pub async fn add(
    app: &Arc<App>,
    staff: &Staff,
    at: &At,
    whose: Whose<'_>,
    (lang, fields): (Lang, Vec<(String, Sensitive<String>)>),
    fill: impl FnOnce(Draft) -> Draft,
) -> Result<Collected, Fault> {
    let access = at.adding(app, staff)?;
    if fields.iter().all(|(_, value)| value.expose(Exit::Decision).is_empty()) {
        let first = at.kind.fields.first().map_or("", |field| field.name.as_str());
        let fault = Fault::new(FaultKind::Invalid, "fault-field-missing").with("field", first);
        return Err(fault.in_field(first));
    }
    let writable = at.writable(app, staff)?;
    if let Some((name, _)) = fields.iter().find(|(name, _)| !writable.contains(&name.as_str())) {
        return Err(at.closed(app, staff, name));
    }
    let known = fields.iter().map(|(name, value)| (name.as_str(), value.expose(Exit::Decision)));
    let known: Vec<(&str, &str)> = known.map(|(name, value)| (name, value.as_str())).collect();
    let state = state_of(&at.kind, &known);
    let mut draft = Draft::new(&at.kind.kind, "created", lang).state(&state).numbered();
    for (name, value) in fields {
        draft = draft.field(&name, value);
    }
    draft = fill(draft);
    let owner = match (whose, &at.kind.part_of) {
        (Whose::New, None) => Owner::New,
        (Whose::Same(opened), None) => Owner::Existing(opened.person),
        (Whose::Same(whole), Some(kind)) if kind.value == whole.kind => {
            draft = draft.part_of(whole.id);
            Owner::Existing(whole.person)
        }
        _ => return Err(Fault::not_found()),
    };
    if at.kind.part_of.is_none() {
        draft = draft.with_receipt();
    }
    app.engine.collect(&access, owner, draft).await
}

/// The state of a new record with these fields.
pub fn state_of(kind: &Collect, fields: &[(&str, &str)]) -> String {
    let field = state_field(kind);
    let told = field.and_then(|field| fields.iter().find(|(name, _)| *name == field.name));
    told.map_or(PLAIN, |(_, value)| value).to_owned()
}

/// Leave to change fields of a kind: correcting, or where it comes from staff, deciding how it stands.
///
/// # Errors
/// `Forbidden` when no role may.
pub fn changing(app: &App, staff: &Staff, at: &At, names: &[&str]) -> Result<Access, Fault> {
    let mut refused = Fault::not_found();
    let staffs = at.kind.source == Some(Source::Staff);
    let actions = [Some(Action::Amend), Some(Action::Classify).filter(|_| staffs)];
    for purpose in super::known::purposes(&at.register.notice, &at.kind) {
        let opens = |name: &&str| at.kind.field(name).is_none_or(|field| serves(field, purpose));
        if !names.iter().all(opens) {
            continue;
        }
        for action in actions.into_iter().flatten() {
            match staff.access(app, purpose, action) {
                Ok(access) => return Ok(access),
                Err(fault) => refused = fault,
            }
        }
    }
    Err(refused)
}

/// Sets fields of a record that was seen at this version; an empty value removes the field. A program
/// that decides about the person by it names the decision. The
/// state beside the record follows with the same write.
///
/// # Errors
/// `Conflict` when the record has changed since; `Invalid` with the field.
pub async fn change(
    app: &Arc<App>,
    access: &Access,
    at: &At,
    (id, seen): (RecordId, i64),
    (changes, decision): (Vec<(String, Sensitive<String>)>, Option<String>),
) -> Result<i64, Fault> {
    let state = state_field(&at.kind)
        .and_then(|field| changes.iter().find(|(name, _)| *name == field.name))
        .map(|(_, value)| value.expose(Exit::Decision).clone());
    let state = state.map(|state| if state.is_empty() { PLAIN.to_owned() } else { state });
    app.engine.amend_deciding(access, (id, seen), changes, (state, decision)).await
}

/// Says that an event has come from which the record's last day is counted.
///
/// # Errors
/// `Invalid` for an event that the notice counts nothing from, and for one that has not come yet;
/// `Conflict` when the record has changed since it was opened.
pub async fn event(
    app: &Arc<App>,
    access: &Access,
    at: &At,
    opened: &Opened,
    (event, when): (&str, Timestamp),
) -> Result<i64, Fault> {
    if !events(&at.kind).contains(&event) {
        return Err(Fault::new(FaultKind::Invalid, "fault-field-form").in_field("event"));
    }
    if when > app.engine.now() {
        return Err(Fault::new(FaultKind::Invalid, "fault-records-future").in_field("date"));
    }
    app.engine.event(access, opened, event, when).await
}
