//! Registers that staff keep: the same shape for every kind that the notice makes.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use http::StatusCode;
use seloste_kernel::{Exit, Fault, Lang, RecordId, Sensitive, Timestamp};
use seloste_register::{Action, Collected, Draft, Query, Why};
use seloste_web::{Answer, Ctx};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::body::{Body, invalid, text};
use super::feedback::{LANG, consents, value_of};
use super::identity::Clerk;
use super::own::Gone;
use super::query::{Params, word};
use super::record::Record;
use super::staff::{Changed, limit, version};
use crate::app::App;
use crate::services::records::{self, At, Item, Whose};
use crate::{erasing, place};

/// A page without a wish of its own has this many.
const PAGE_RECORDS: usize = 50;

/// A page of records, newest first.
#[derive(Serialize, ToSchema)]
pub struct Listed {
    /// The purpose under which it was opened.
    purpose: String,
    /// The records.
    records: Vec<Record>,
    /// Send it as `after` for the next page; absent at the end.
    next: Option<String>,
}

/// A record with what hangs on it.
#[derive(Serialize, ToSchema)]
pub struct Whole {
    /// The purpose under which it was opened.
    purpose: String,
    /// The record.
    record: Record,
    /// What hangs on it, as far as the caller may read it.
    parts: Vec<Record>,
}

/// A record was stored.
#[derive(Serialize, ToSchema)]
pub struct Added {
    /// Its id.
    id: String,
    /// Its number.
    number: Option<i64>,
    /// The person's receipt code; not for what hangs on another record. Shown once.
    receipt: Option<String>,
    /// When it is erased at the latest, once that is known.
    #[schema(value_type = Option<String>, format = DateTime)]
    due: Option<Timestamp>,
    /// How many identity codes were masked.
    masked: usize,
}

impl From<Collected> for Added {
    fn from(stored: Collected) -> Self {
        Self {
            id: stored.record.to_string(),
            number: stored.number,
            receipt: stored.receipt.map(|code| code.expose(Exit::Api).clone()),
            due: stored.due,
            masked: stored.masked,
        }
    }
}

/// List records of a kind.
#[utoipa::path(
    get,
    path = "/api/v1/staff/records/{kind}",
    operation_id = "listRecords",
    tag = "records",
    security(("token" = []), ("session" = [])),
    params(
        ("kind" = String, Path, description = "The kind, as in the notice.", pattern = "^[a-z][a-z0-9-]{0,39}$"),
        ("purpose" = Option<String>, Query, pattern = "^[a-z0-9-]{1,40}$",
            description = "For which declared purpose; it decides which fields are opened. Without it the one that opens most."),
        ("state" = Option<String>, Query, pattern = "^[a-z0-9-]{1,40}$", description = "Only those in this state."),
        ("after" = Option<String>, Query, pattern = "^[0-9]{1,15}-[0-7][0-9abcdefghjkmnpqrstvwxyz]{25}$",
            description = "Where the page before ended: its `next`."),
        ("limit" = Option<u8>, Query, minimum = 1, maximum = 100, description = "At most so many; 50 without it."),
    ),
    responses((status = 200, description = "A page.", body = Listed)),
)]
pub async fn list(
    clerk: Clerk,
    State(app): State<Arc<App>>,
    Path(kind): Path<String>,
    mut params: Params,
) -> Answer {
    let purpose = params.take("purpose", word)?;
    let mut query = Query::of(&kind);
    query.states = params.take("state", word)?.into_iter().collect();
    query.after = params.take("after", place::read)?;
    query.limit = params.take("limit", limit)?.unwrap_or(PAGE_RECORDS);
    params.finish()?;
    let at = At::of_kind(&app, &kind)?;
    let purpose = at.purpose(&app, &clerk.0, &[Action::Read], purpose.as_deref())?;
    let access = clerk.0.access(&app, &purpose, Action::Read)?;
    let page = app.engine.page(&access, &query).await?;
    Ok(super::json(Listed {
        purpose,
        records: Record::all(&app, &access, &page.records).await?,
        next: page.next.map(place::write),
    }))
}

/// The totals of a kind: they do not change when a record goes.
#[derive(Serialize, ToSchema)]
pub struct Totals {
    /// Combinations of fewer records are among the others.
    fewer_than: u32,
    /// The combinations that are not rare.
    rows: Vec<TotalRow>,
    /// All others together, where there are any.
    other: Option<TotalRow>,
    /// All of them.
    all: TotalRow,
}

/// So many records, and what their numbers add up to.
#[derive(Serialize, ToSchema)]
pub struct TotalRow {
    /// The month or year in which they were written; empty for all time, and in `other` and `all`.
    period: String,
    /// What they say, by field.
    facts: BTreeMap<String, String>,
    /// How many there have been.
    records: u64,
    /// How many of them are gone.
    gone: u64,
    /// Their numbers, by field; absent where so few are gone that one could be told.
    sums: Option<BTreeMap<String, i64>>,
}

impl From<seloste_register::TotalRow> for TotalRow {
    fn from(row: seloste_register::TotalRow) -> Self {
        let seloste_register::TotalRow { period, facts, records, gone, sums } = row;
        Self { period, facts, records, gone, sums }
    }
}

/// Count the records of a kind, with those that are gone.
///
/// Only for a kind of which the notice lets counts stay (`anonymise`).
#[utoipa::path(
    get,
    path = "/api/v1/staff/records/{kind}/totals",
    operation_id = "countRecords",
    tag = "records",
    security(("token" = []), ("session" = [])),
    params(("kind" = String, Path, description = "The kind, as in the notice.", pattern = "^[a-z][a-z0-9-]{0,39}$")),
    responses((status = 200, description = "The totals.", body = Totals)),
)]
pub async fn totals(clerk: Clerk, State(app): State<Arc<App>>, Path(kind): Path<String>) -> Answer {
    let at = At::of_kind(&app, &kind)?;
    let found = records::totals(&app, &clerk.0, &at).await?;
    Ok(super::json(Totals {
        fewer_than: found.fewer_than,
        rows: found.rows.into_iter().map(TotalRow::from).collect(),
        other: found.other.map(TotalRow::from),
        all: found.all.into(),
    }))
}

/// What is sent for a new record, checked for form only.
struct Said {
    lang: Lang,
    fields: Vec<(String, Sensitive<String>)>,
    consents: Vec<String>,
    same: Option<RecordId>,
    decision: Option<String>,
}

fn said(ctx: &Ctx, at: &At, body: &mut Body) -> Result<Said, Fault> {
    let lang = match body.take_text(LANG)? {
        Some(tag) => tag.parse::<Lang>().map_err(|_| invalid("fault-field-form", LANG))?,
        None => ctx.lang,
    };
    let consents = consents(body)?;
    let same = body.take_text("same_as")?;
    let same = same.map(|id| id.parse::<RecordId>()).transpose();
    let same = same.map_err(|_| invalid("fault-field-form", "same_as"))?;
    let fields = fields(at, body)?;
    let decision = body.take_text("decision")?;
    body.finish()?;
    Ok(Said { lang, fields, consents, same, decision })
}

/// The member `fields`; `null` and the empty text remove a field.
fn fields(at: &At, body: &mut Body) -> Result<Vec<(String, Sensitive<String>)>, Fault> {
    let sent = body.take("fields")?.ok_or_else(|| invalid("fault-field-missing", "fields"))?;
    let Value::Object(sent) = sent else { return Err(invalid("fault-api-not-object", "fields")) };
    let mut fields = Vec::new();
    for (name, value) in sent {
        let Some(field) = at.kind.field(&name) else {
            return Err(invalid("fault-field-undeclared", &name));
        };
        let value = match value {
            Value::Null => String::new(),
            value => value_of(&field.ty, &name, value)?,
        };
        fields.push((name, Sensitive::new(value)));
    }
    Ok(fields)
}

/// Add a record.
///
/// For somebody new, or with `same_as` for the person of that record; what the notice lets hang on a
/// kind hangs on that record then. `decision` is as in a change.
#[utoipa::path(
    post,
    path = "/api/v1/staff/records/{kind}",
    operation_id = "addRecord",
    tag = "records",
    security(("token" = []), ("session" = [])),
    params(
        ("kind" = String, Path, description = "The kind, as in the notice.", pattern = "^[a-z][a-z0-9-]{0,39}$"),
        ("Idempotency-Key" = Option<String>, Header,
            description = "Makes the same request, sent again within a day, have one effect and one answer.",
            pattern = "^([0-9a-fA-F]{32}|[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$"),
    ),
    request_body(content = Value, content_type = "application/json"),
    responses((status = 201, description = "Stored on disk.", body = Added)),
)]
pub async fn add(
    ctx: Ctx,
    clerk: Clerk,
    State(app): State<Arc<App>>,
    Path(kind): Path<String>,
    mut body: Body,
) -> Answer {
    let at = At::of_kind(&app, &kind)?;
    at.adding(&app, &clerk.0)?;
    let Said { lang, fields, consents, same, decision } = said(&ctx, &at, &mut body)?;
    let whole = match same {
        Some(id) => Some(records::open(&app, &clerk.0, id, &[Action::Read], None).await?),
        None => None,
    };
    let whose = whole.as_ref().map_or(Whose::New, |item| Whose::Same(&item.opened));
    let fill = |draft: Draft| {
        let draft = body.command.into_iter().fold(draft, Draft::command);
        let draft = decision.iter().fold(draft, |draft, name| draft.decides(name));
        consents.iter().fold(draft, |draft, purpose| draft.consent(purpose))
    };
    let stored = records::add(&app, &clerk.0, &at, whose, (lang, fields), fill).await?;
    Ok((StatusCode::CREATED, Json(Added::from(stored))).into_response())
}

/// The record of this id, opened for a purpose for which the caller may do all of this.
async fn open(app: &App, clerk: &Clerk, id: &str, actions: &[Action]) -> Result<Item, Fault> {
    let id = id.parse().map_err(|_| Fault::not_found())?;
    records::open(app, &clerk.0, id, actions, None).await
}

/// Open a record with what hangs on it.
#[utoipa::path(
    get,
    path = "/api/v1/staff/record/{id}",
    operation_id = "openRecord",
    tag = "records",
    security(("token" = []), ("session" = [])),
    params(("id" = String, Path, description = "The record's id.", pattern = "^[0-7][0-9abcdefghjkmnpqrstvwxyz]{25}$")),
    responses((status = 200, description = "The record.", body = Whole)),
)]
pub async fn show(clerk: Clerk, State(app): State<Arc<App>>, Path(id): Path<String>) -> Answer {
    let item = open(&app, &clerk, &id, &[Action::Read]).await?;
    let mut parts = Vec::new();
    for part in item.at.parts(&app) {
        let Ok(access) = part.access(&app, &clerk.0, Action::Read) else { continue };
        let query = Query { thread: Some(item.opened.id), ..Query::of(&part.kind.kind) };
        parts.extend(app.engine.page(&access, &query).await?.records);
    }
    Ok(super::json(Whole {
        purpose: item.access.purpose().to_owned(),
        record: Record::one(&app, &item.access, &item.opened).await?,
        parts: Record::all(&app, &item.access, &parts).await?,
    }))
}

/// Set fields of a record; `null` removes one.
///
/// A program sets a field that holds a decision about the person only where the notice declares that
/// decision under `automated-decisions`, and names it: `"decision": "credit-limit"`. Otherwise it is
/// refused, and so is what a human has looked at since. Who is signed in decides in person, without it.
#[utoipa::path(
    patch,
    path = "/api/v1/staff/record/{id}",
    operation_id = "changeRecord",
    tag = "records",
    security(("token" = []), ("session" = [])),
    params(("id" = String, Path, description = "The record's id.", pattern = "^[0-7][0-9abcdefghjkmnpqrstvwxyz]{25}$")),
    request_body(content = Value, content_type = "application/json"),
    responses((status = 200, description = "Stored.", body = Changed)),
)]
pub async fn change(
    clerk: Clerk,
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    mut body: Body,
) -> Answer {
    let item = open(&app, &clerk, &id, &[Action::Read]).await?;
    let seen = version(&mut body)?;
    let fields = fields(&item.at, &mut body)?;
    let decision = body.take_text("decision")?;
    body.finish()?;
    let names: Vec<&str> = fields.iter().map(|(name, _)| name.as_str()).collect();
    let access = records::changing(&app, &clerk.0, &item.at, &names)?;
    let seen = (item.opened.id, seen);
    let version = records::change(&app, &access, &item.at, seen, (fields, decision)).await?;
    Ok(super::json(Changed { version }))
}

/// Say that an event has come from which the record's last day is counted.
#[utoipa::path(
    post,
    path = "/api/v1/staff/record/{id}/event",
    operation_id = "enterEvent",
    tag = "records",
    security(("token" = []), ("session" = [])),
    params(("id" = String, Path, description = "The record's id.", pattern = "^[0-7][0-9abcdefghjkmnpqrstvwxyz]{25}$")),
    request_body(content = Value, content_type = "application/json"),
    responses((status = 200, description = "Stored.", body = Changed)),
)]
pub async fn event(
    clerk: Clerk,
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    mut body: Body,
) -> Answer {
    let item = open(&app, &clerk, &id, &[Action::Read]).await?;
    let access = records::changing(&app, &clerk.0, &item.at, &[])?;
    let mut opened = item.opened;
    opened.version = version(&mut body)?;
    let name = text("event", body.take("event")?.unwrap_or_default())?;
    let day = text("date", body.take("date")?.unwrap_or_default())?;
    body.finish()?;
    let at = records::midnight(&day).ok_or_else(|| invalid("fault-field-form", "date"))?;
    let version = records::event(&app, &access, &item.at, &opened, (&name, at)).await?;
    Ok(super::json(Changed { version }))
}

/// Erase a record with all that hangs on it, except what a ground keeps.
#[utoipa::path(
    delete,
    path = "/api/v1/staff/record/{id}",
    operation_id = "eraseRecord",
    tag = "records",
    security(("token" = []), ("session" = [])),
    params(("id" = String, Path, description = "The record's id.", pattern = "^[0-7][0-9abcdefghjkmnpqrstvwxyz]{25}$")),
    responses((status = 200, description = "Erased; the proof stays.", body = Gone)),
)]
pub async fn erase(clerk: Clerk, State(app): State<Arc<App>>, Path(id): Path<String>) -> Answer {
    let item = open(&app, &clerk, &id, &[Action::Read, Action::Erase]).await?;
    let access = clerk.0.access(&app, item.access.purpose(), Action::Erase)?;
    let (plan, erased) =
        erasing::erase_record(&app, &access, item.opened.id, Why::Decision).await?;
    Ok(super::json(Gone::new(&plan, &erased)))
}
