//! The inbox: reading feedback, sorting it, answering it, erasing it. What is opened, the purpose
//! decides: for development there are no contact details, and nobody is found by name.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use http::StatusCode;
use seloste_kernel::{Fault, FaultKind, RecordId};
use seloste_notice::model::{Collect, FieldType, Notice, Text};
use seloste_register::{Access, Action, Draft, Opened, Query, Why};
use seloste_web::{Answer, Ctx};
use serde::Serialize;
use utoipa::ToSchema;

use super::body::{Body, invalid, whole_number};
use super::identity::Clerk;
use super::own::Gone;
use super::query::{Params, word};
use super::record::Record;
use crate::app::App;
use crate::console::Staff;
use crate::erasing;
use crate::place;
use crate::services::feedback::{self, ANSWERING, DEVELOPING, FEEDBACK, STATES, THEME};

/// A page without a wish of its own has this many.
const PAGE_RECORDS: usize = 50;
/// No page has more.
const PAGE_RECORDS_MAX: usize = 100;
/// A page of feedback, newest first.
#[derive(Serialize, ToSchema)]
pub struct Inbox {
    /// The purpose under which it was opened.
    purpose: String,
    /// The feedback.
    feedback: Vec<Record>,
    /// Send it as `after` for the next page; absent at the end.
    next: Option<String>,
}

/// Feedback with what hangs on it.
#[derive(Serialize, ToSchema)]
pub struct Thread {
    /// The purpose under which it was opened.
    purpose: String,
    /// The feedback.
    feedback: Record,
    /// Replies and what staff have noted.
    parts: Vec<Record>,
}

/// A change was stored.
#[derive(Serialize, ToSchema)]
pub struct Changed {
    /// The record's version now.
    pub version: i64,
}

/// List feedback.
#[utoipa::path(
    get,
    path = "/api/v1/staff/feedback",
    operation_id = "listFeedback",
    tag = "staff",
    security(("token" = []), ("session" = [])),
    params(
        ("purpose" = Option<String>, Query, pattern = "^[a-z0-9-]{1,40}$",
            description = "For which declared purpose; it decides which fields are opened. Without it, `develop`: texts without contact details."),
        ("state" = Option<String>, Query, pattern = "^[a-z0-9-]{1,40}$", description = "Only those in this state."),
        ("after" = Option<String>, Query, pattern = "^[0-9]{1,15}-[0-7][0-9abcdefghjkmnpqrstvwxyz]{25}$",
            description = "Where the page before ended: its `next`."),
        ("limit" = Option<u8>, Query, minimum = 1, maximum = 100, description = "At most so many; 50 without it."),
    ),
    responses((status = 200, description = "A page.", body = Inbox)),
)]
pub async fn list(clerk: Clerk, State(app): State<Arc<App>>, mut params: Params) -> Answer {
    let purpose = params.take("purpose", word)?;
    let mut query = Query::of(FEEDBACK);
    query.states = params.take("state", word)?.into_iter().collect();
    query.after = params.take("after", place::read)?;
    query.limit = params.take("limit", limit)?.unwrap_or(PAGE_RECORDS);
    params.finish()?;
    let purpose = purpose.as_deref().unwrap_or(DEVELOPING);
    let access = access(&app, &clerk.0, purpose, Action::Read)?;
    let page = app.engine.page(&access, &query).await?;
    Ok(super::json(Inbox {
        purpose: access.purpose().to_owned(),
        feedback: Record::all(&app, &access, &page.records).await?,
        next: page.next.map(place::write),
    }))
}

/// How many on a page.
pub fn limit(text: &str) -> Option<usize> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|limit| plain && (1..=PAGE_RECORDS_MAX).contains(limit))
}

/// Open feedback with its replies.
#[utoipa::path(
    get,
    path = "/api/v1/staff/feedback/{id}",
    operation_id = "openFeedback",
    tag = "staff",
    security(("token" = []), ("session" = [])),
    params(
        ("id" = String, Path, description = "The record's id.", pattern = "^[0-7][0-9abcdefghjkmnpqrstvwxyz]{25}$"),
        ("purpose" = Option<String>, Query, pattern = "^[a-z0-9-]{1,40}$", description = "For which declared purpose. Without it, `answer` if the caller may and the sender has consented, else `develop`."),
    ),
    responses((status = 200, description = "The feedback.", body = Thread)),
)]
pub async fn show(
    clerk: Clerk,
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    mut params: Params,
) -> Answer {
    let purpose = params.take("purpose", word)?;
    params.finish()?;
    let (access, feedback) = wanted(&app, &clerk.0, &id, purpose).await?;
    let mut parts = Vec::new();
    let kinds = access.register().notice.kinds().map(|(_, kind)| kind);
    for kind in kinds.filter(|kind| hangs_on_feedback(kind)) {
        let query =
            Query { thread: Some(feedback.id), oldest_first: true, ..Query::of(&kind.kind) };
        parts.extend(app.engine.page(&access, &query).await?.records);
    }
    Ok(super::json(Thread {
        purpose: access.purpose().to_owned(),
        feedback: Record::one(&app, &access, &feedback).await?,
        parts: Record::all(&app, &access, &parts).await?,
    }))
}

fn hangs_on_feedback(kind: &Collect) -> bool {
    kind.part_of.as_ref().is_some_and(|whole| whole.value == FEEDBACK)
}

/// Answer feedback.
///
/// The answer goes to the sender's address if they left one, and is shown to whoever holds the
/// receipt. Feedback whose sender has not consented to being answered is refused.
#[utoipa::path(
    post,
    path = "/api/v1/staff/feedback/{id}/reply",
    operation_id = "answerFeedback",
    tag = "staff",
    security(("token" = []), ("session" = [])),
    params(("id" = String, Path, description = "The record's id.", pattern = "^[0-7][0-9abcdefghjkmnpqrstvwxyz]{25}$")),
    request_body(content = Value, content_type = "application/json"),
    responses((status = 201, description = "Stored; a letter goes out if there is an address.", body = Changed)),
)]
pub async fn reply(
    ctx: Ctx,
    clerk: Clerk,
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    mut body: Body,
) -> Answer {
    let (version, text) = (version(&mut body)?, body.take_text("text")?);
    body.finish()?;
    let text = text.ok_or_else(|| invalid("fault-field-missing", "text"))?;
    let access = clerk.0.access(&app, ANSWERING, Action::Answer)?;
    let opened = open(&app, &access, &id).await?;
    let fill =
        |draft: Draft| body.command.into_iter().fold(draft, Draft::command).field("text", text);
    // The write itself looks at the version, after the command: what was done already is answered
    // again, though the feedback has changed by it.
    feedback::answer(&app, &clerk.0, (&opened, version), ctx.lang, fill).await?;
    Ok((StatusCode::CREATED, Json(Changed { version: version + 1 })).into_response())
}

/// Set state and theme of feedback, at least one of them.
#[utoipa::path(
    patch,
    path = "/api/v1/staff/feedback/{id}",
    operation_id = "sortFeedback",
    tag = "staff",
    security(("token" = []), ("session" = [])),
    params(("id" = String, Path, description = "The record's id.", pattern = "^[0-7][0-9abcdefghjkmnpqrstvwxyz]{25}$")),
    request_body(content = Value, content_type = "application/json"),
    responses((status = 200, description = "Stored.", body = Changed)),
)]
pub async fn sort(
    ctx: Ctx,
    clerk: Clerk,
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    mut body: Body,
) -> Answer {
    let version = version(&mut body)?;
    let (state, theme) = (body.take_text("state")?, body.take_text("theme")?);
    body.finish()?;
    check_sorting(&app.register()?.notice, state.as_deref(), theme.as_deref())?;
    let (access, opened) = widest(&app, &clerk.0, &id, Action::Classify).await?;
    as_seen(&opened, version)?;
    let mut version = version;
    if let Some(theme) = theme {
        let at = (version, opened.state.as_str());
        version = feedback::set_theme(&app, &clerk.0, &opened, at, ctx.lang, &theme).await?;
    }
    let version = match state {
        Some(state) => app.engine.set_state(&access, opened.id, version, &state).await?,
        None => version,
    };
    Ok(super::json(Changed { version }))
}

/// Everything is looked at before anything is stored.
fn check_sorting(notice: &Notice, state: Option<&str>, theme: Option<&str>) -> Result<(), Fault> {
    let declared = notice.kind(THEME).and_then(|kind| kind.field(THEME));
    let themes: &[(String, Text)] = match declared.map(|field| &field.ty) {
        Some(FieldType::Choice(choices)) => choices,
        _ => &[],
    };
    if state.is_none() && theme.is_none() {
        return Err(invalid("fault-field-missing", "state"));
    }
    if state.is_some_and(|state| !STATES.contains(&state)) {
        return Err(invalid("fault-field-form", "state"));
    }
    if theme.is_some_and(|theme| !themes.iter().any(|(known, _)| known == theme)) {
        return Err(invalid("fault-field-form", "theme"));
    }
    Ok(())
}

/// Erase feedback with all that hangs on it.
#[utoipa::path(
    delete,
    path = "/api/v1/staff/feedback/{id}",
    operation_id = "eraseFeedback",
    tag = "staff",
    security(("token" = []), ("session" = [])),
    params(("id" = String, Path, description = "The record's id.", pattern = "^[0-7][0-9abcdefghjkmnpqrstvwxyz]{25}$")),
    responses((status = 200, description = "Erased; the proof stays.", body = Gone)),
)]
pub async fn erase(clerk: Clerk, State(app): State<Arc<App>>, Path(id): Path<String>) -> Answer {
    let (access, opened) = widest(&app, &clerk.0, &id, Action::Erase).await?;
    let (plan, erased) = erasing::erase_record(&app, &access, opened.id, Why::Decision).await?;
    Ok(super::json(Gone::new(&plan, &erased)))
}

/// Leave to act for the purpose asked for.
fn access(app: &App, staff: &Staff, purpose: &str, action: Action) -> Result<Access, Fault> {
    let access = staff.access(app, purpose, action)?;
    // Who serves another purpose sees not even that there is feedback.
    match access.opens_any(FEEDBACK) {
        true => Ok(access),
        false => Err(Fault::new(FaultKind::Forbidden, "fault-not-allowed")
            .with("action", action.name())
            .with("purpose", purpose)),
    }
}

/// The feedback of this id, under the widest purpose that the caller's roles and its sender allow.
async fn widest(
    app: &App,
    staff: &Staff,
    id: &str,
    action: Action,
) -> Result<(Access, Opened), Fault> {
    let id: RecordId = id.parse().map_err(|_| Fault::not_found())?;
    let (access, opened) = feedback::widest(app, staff, id, action).await?;
    if opened.kind == FEEDBACK { Ok((access, opened)) } else { Err(Fault::not_found()) }
}

/// The feedback of this id; any other record does not exist here.
async fn open(app: &App, access: &Access, id: &str) -> Result<Opened, Fault> {
    let id: RecordId = id.parse().map_err(|_| Fault::not_found())?;
    let opened = app.engine.read(access, id).await?;
    if opened.kind == FEEDBACK { Ok(opened) } else { Err(Fault::not_found()) }
}

/// The feedback of this id for the purpose asked for, or the widest.
async fn wanted(
    app: &App,
    staff: &Staff,
    id: &str,
    purpose: Option<String>,
) -> Result<(Access, Opened), Fault> {
    let Some(purpose) = purpose else { return widest(app, staff, id, Action::Read).await };
    let access = access(app, staff, &purpose, Action::Read)?;
    let opened = open(app, &access, id).await?;
    Ok((access, opened))
}

/// Refuses what the caller has not seen as it is.
fn as_seen(opened: &Opened, version: i64) -> Result<(), Fault> {
    match opened.version == version {
        true => Ok(()),
        false => Err(Fault::new(FaultKind::Conflict, "fault-conflict")),
    }
}

/// The version that the caller has seen.
///
/// # Errors
/// `Invalid` when it is not sent.
pub fn version(body: &mut Body) -> Result<i64, Fault> {
    let version = body.take("version")?.ok_or_else(|| invalid("fault-field-missing", "version"))?;
    whole_number("version", &version)
}
