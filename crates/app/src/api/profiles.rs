//! One person's data in the shape of the City of Helsinki's GDPR API, so that a profile service which
//! asks many systems can ask this one too: everything as a tree of keys, and erasing all of it, or
//! trying whether that could be done. A person is named by the id of any of their records.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use seloste_kernel::{Exit, Fault, FaultKind, Lang, PersonId, RecordId, Timestamp};
use seloste_notice::model::Notice;
use seloste_register::{Access, Action, Held, Keeping, Opened, Plan, RIGHTS, TELLING};
use seloste_web::Answer;
use serde::Serialize;
use utoipa::ToSchema;

use super::identity::Clerk;
use super::query::{Params, flag};
use crate::app::App;
use crate::sentences::text;
use crate::services::rights::{is_withheld, with_holds};
use crate::words::{self, date, say_with};
use crate::{cases, erasing, last_day};

/// Kinds by whose records nobody is named here.
const NO_PROFILES: [&str; 3] = [cases::KIND, cases::ANSWER, TELLING];

/// A key with a value, or with keys of its own.
#[derive(Serialize, ToSchema)]
pub struct Node {
    /// In capitals: a name of the notice, or of what lies beside its fields.
    key: String,
    /// What it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
    /// What is in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(no_recursion)]
    children: Option<Vec<Node>>,
}

impl Node {
    fn leaf(key: &str, value: impl Into<String>) -> Self {
        Self { key: capitals(key), value: Some(value.into()), children: None }
    }

    fn of(key: &str, children: Vec<Self>) -> Self {
        Self { key: capitals(key), value: None, children: Some(children) }
    }

    fn record(record: &Opened, held: &[Held], now: Timestamp) -> Self {
        let mut children = vec![Self::leaf("id", record.id.to_string())];
        children.extend(record.number.map(|number| Self::leaf("number", number.to_string())));
        children.push(Self::leaf("created-at", record.created.to_string()));
        let day = last_day::goes_on(record, held, now);
        children.extend(day.map(|day| Self::leaf("erased-at", day.to_string())));
        let fields = record.fields.iter().filter(|(name, _)| !is_withheld(name));
        children.extend(fields.map(|(name, value)| Self::leaf(name, value.expose(Exit::Api))));
        Self::of(&record.kind, children)
    }
}

fn capitals(name: &str) -> String {
    name.to_uppercase().replace('-', "_")
}

/// Why nothing was erased.
#[derive(Serialize, ToSchema)]
pub struct Refused {
    /// Each reason.
    errors: Vec<Reason>,
}

/// One reason.
#[derive(Serialize, ToSchema)]
pub struct Reason {
    /// Stable; for programs.
    code: String,
    /// For people.
    message: Message,
}

/// In every language.
#[derive(Serialize, ToSchema)]
pub struct Message {
    fi: String,
    sv: String,
    en: String,
}

impl Message {
    fn new(said: impl Fn(Lang) -> String) -> Self {
        Self { fi: said(Lang::Fi), sv: said(Lang::Sv), en: said(Lang::En) }
    }
}

/// Everything that is held on a person.
#[utoipa::path(
    get,
    path = "/api/v1/profiles/{id}",
    operation_id = "showProfile",
    tag = "profiles",
    security(("token" = []), ("session" = [])),
    params(("id" = String, Path, description = "The id of any record of the person, as it is or written as a UUID.",
        pattern = "^([0-7][0-9abcdefghjkmnpqrstvwxyz]{25}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$")),
    responses(
        (status = 200, description = "All of it.", body = Node),
        (status = 204, description = "Nothing is held."),
    ),
)]
pub async fn show(clerk: Clerk, State(app): State<Arc<App>>, Path(id): Path<String>) -> Answer {
    let access = clerk.0.access(&app, RIGHTS, Action::Export)?;
    let Some(person) = person(&app, &access, &id).await? else { return Ok(nothing()) };
    let records = app.engine.all_of(&access, person).await?;
    let records = cases::all_told_now(&app, records).await?;
    if records.is_empty() {
        return Ok(nothing());
    }
    let (held, now) = (with_holds(&app, &access, person, records).await?, app.engine.now());
    let records = held.iter().map(|(record, held)| Node::record(record, held, now));
    Ok(super::json(Node::of(&access.register().notice.id, records.collect())))
}

/// Erase everything of a person, or tell whether that could be done.
///
/// Where a ground keeps something, nothing is erased, and each ground is told.
#[utoipa::path(
    delete,
    path = "/api/v1/profiles/{id}",
    operation_id = "eraseProfile",
    tag = "profiles",
    security(("token" = []), ("session" = [])),
    params(
        ("id" = String, Path, description = "The id of any record of the person, as it is or written as a UUID.",
            pattern = "^([0-7][0-9abcdefghjkmnpqrstvwxyz]{25}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$"),
        ("dry_run" = Option<bool>, Query, description = "Erase nothing; the answer is the one that erasing would give."),
    ),
    responses(
        (status = 204, description = "Everything is erased, or nothing was held."),
        (status = 403, description = "The caller may not; or a ground keeps something.", body = Refused),
    ),
)]
pub async fn erase(
    clerk: Clerk,
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    mut params: Params,
) -> Answer {
    let dry = params.take("dry_run", flag)?.unwrap_or(false);
    params.finish()?;
    let access = clerk.0.access(&app, RIGHTS, Action::Erase)?;
    let Some(person) = person(&app, &access, &id).await? else { return Ok(nothing()) };
    Ok(take(&app, &access, person, dry).await?)
}

/// What comes of an erasure, tried or carried out: one plan answers both.
async fn take(
    app: &Arc<App>,
    access: &Access,
    person: PersonId,
    dry: bool,
) -> Result<Response, Fault> {
    let plan = match plan(app, access, person).await {
        Err(fault) if fault.kind() == FaultKind::Conflict => {
            return Ok(refused(vec![reason(&fault)]));
        }
        plan => plan?,
    };
    let kept = kept(&access.register().notice, &plan);
    if !kept.is_empty() {
        return Ok(refused(kept));
    }
    if !dry {
        erasing::carry_out(app, access, person, &plan).await?;
    }
    Ok(nothing())
}

async fn plan(app: &App, access: &Access, person: PersonId) -> Result<Plan, Fault> {
    erasing::refuse_before_the_answer(app, person).await?;
    erasing::plan_person(app, access, person).await
}

/// Whose record it is; `None` when there is none, or it has gone. Accounts of staff, requests and what
/// recipients are to be told are no profiles: the console has them.
pub(super) async fn person(
    app: &App,
    access: &Access,
    id: &str,
) -> Result<Option<PersonId>, Fault> {
    let id = record(id).ok_or_else(Fault::not_found)?;
    let opened = match app.engine.read(access, id).await {
        Err(fault) if fault.is_gone() || fault.kind() == FaultKind::NotFound => return Ok(None),
        opened => opened?,
    };
    let is_account = app.staff.directory.of(app, opened.person).await?.is_some();
    let is_one = !is_account && !NO_PROFILES.contains(&opened.kind.as_str());
    Ok(is_one.then_some(opened.person))
}

/// An id as the interface writes it, or the same as a UUID (RFC 9562).
fn record(id: &str) -> Option<RecordId> {
    let places = [8, 13, 18, 23];
    let is_uuid = id.len() == 36
        && id.bytes().enumerate().all(|(at, byte)| match places.contains(&at) {
            true => byte == b'-',
            false => matches!(byte, b'0'..=b'9' | b'a'..=b'f'),
        });
    if !is_uuid {
        return id.parse().ok();
    }
    let bytes = u128::from_str_radix(&id.replace('-', ""), 16).ok()?;
    Some(RecordId::from_bytes(bytes.to_be_bytes()))
}

fn kept(notice: &Notice, plan: &Plan) -> Vec<Reason> {
    let steps = plan.steps().iter();
    let kept = steps.flat_map(|step| {
        step.outcome.kept().iter().map(|keeping| held(notice, &step.kind, keeping))
    });
    kept.collect()
}

fn held(notice: &Notice, kind: &str, keeping: &Keeping) -> Reason {
    let until = keeping.until_ms.and_then(|ms| Timestamp::from_millisecond(ms).ok());
    let message = Message::new(|lang| {
        let what = notice.kind(kind).map(|kind| text(&kind.title, lang)).unwrap_or_default();
        let why = erasing::ground_name(notice, kind, &keeping.ground, lang);
        let args = [("what", what), ("why", why)];
        match until {
            Some(at) => {
                let [what, why] = args;
                say_with(lang, "letter-stays-until", &[what, why, ("until", date(lang, at))])
            }
            None => say_with(lang, "letter-stays-open", &args),
        }
    });
    Reason { code: keeping.ground.clone(), message }
}

fn reason(fault: &Fault) -> Reason {
    let message = Message::new(|lang| words::fault(lang, fault));
    Reason { code: fault.key().to_owned(), message }
}

fn refused(errors: Vec<Reason>) -> Response {
    (StatusCode::FORBIDDEN, Json(Refused { errors })).into_response()
}

fn nothing() -> Response {
    StatusCode::NO_CONTENT.into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_and_its_uuid_name_the_same_record() {
        let id = RecordId::from_bytes(*b"abcdefgh12345678");
        let uuid = "61626364-6566-6768-3132-333435363738";
        assert_eq!((record(&id.to_string()), record(uuid)), (Some(id), Some(id)));
        for wrong in [
            "",
            "61626364656667683132333435363738",
            "6162636-46566-6768-3132-333435363738",
            "61626364-6566-6768-3132-33343536373G",
            "+1626364-6566-6768-3132-333435363738",
        ] {
            assert_eq!(record(wrong), None, "{wrong}");
        }
    }
}
