//! What somebody closes of their own data: restrictions (Art. 18) and objections (Art. 21), begun and
//! ended by whoever holds the receipt code, as on their page.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use http::StatusCode;
use seloste_kernel::{Fault, FaultKind, RecordId, Timestamp};
use seloste_register::{Action, Ended, Objection, Plan, Restriction, RestrictionGround};
use seloste_web::{Answer, Ctx};
use serde::Serialize;
use utoipa::ToSchema;

use super::body::{Body, invalid};
use super::identity::Holder;
use super::own::Gone;
use super::query::{Params, flag, word};
use crate::app::App;
use crate::services::rights;

/// A restriction in force.
#[derive(Serialize, ToSchema)]
pub struct RestrictionInForce {
    /// The record; absent for all of the data.
    record: Option<String>,
    /// Why: `accuracy`, `unlawful`, `claim`, `objection`.
    ground: &'static str,
    /// Since when.
    #[schema(value_type = String, format = DateTime)]
    since: Timestamp,
    /// From when on the organisation may end it; absent while the person has not been told.
    #[schema(value_type = Option<String>, format = DateTime)]
    ends: Option<Timestamp>,
}

impl From<Restriction> for RestrictionInForce {
    fn from(one: Restriction) -> Self {
        Self {
            record: one.record.map(|record| record.to_string()),
            ground: one.ground.word(),
            since: one.since,
            ends: one.ends,
        }
    }
}

/// A purpose that the person has closed.
#[derive(Serialize, ToSchema)]
pub struct ObjectionInForce {
    /// Which purpose of the notice.
    purpose: String,
    /// How it stands: `for-good`, `listed` (an address is on the list of closed ones), `waiting` (for a
    /// decision), `upheld`.
    state: &'static str,
    /// Since when.
    #[schema(value_type = String, format = DateTime)]
    since: Timestamp,
}

impl From<Objection> for ObjectionInForce {
    fn from(one: Objection) -> Self {
        let state = rights::standpoint(one.standpoint);
        Self { purpose: one.purpose, state, since: one.since }
    }
}

/// What came of ending a restriction, or what would.
#[derive(Serialize, ToSchema)]
pub struct Released {
    /// Whether the restriction has ended; false where this was only tried.
    ended: bool,
    /// What is past its period goes with it: what went, or what would go.
    goes: Vec<Going>,
    /// What names this list: send it to end the restriction. Absent where nothing goes.
    seen: Option<String>,
    /// What was erased, with its proof. Absent where nothing was.
    erased: Option<Gone>,
}

/// A record that goes with a restriction.
#[derive(Serialize, ToSchema)]
pub struct Going {
    /// Which.
    record: String,
    /// Of which kind.
    kind: String,
    /// Which of its fields go; none for all of it.
    fields: Vec<String>,
}

impl Released {
    fn asks(plan: &Plan) -> Self {
        let seen = plan.takes_something().then(|| plan.seen());
        Self { ended: false, goes: going(plan), seen, erased: None }
    }
}

fn going(plan: &Plan) -> Vec<Going> {
    let steps = plan.steps().iter();
    let one = steps.map(|step| Going {
        record: step.record.to_string(),
        kind: step.kind.clone(),
        fields: step.outcome.gone().to_vec(),
    });
    one.collect()
}

/// Restrict the use of one's own data: all of them, or one record.
#[utoipa::path(
    post,
    path = "/api/v1/own/restrictions",
    operation_id = "restrictOwn",
    tag = "own",
    security(("receipt" = [])),
    request_body(content = serde_json::Value, content_type = "application/json"),
    responses((status = 201, description = "Restricted.", body = RestrictionInForce)),
)]
pub async fn restrict(holder: Holder, State(app): State<Arc<App>>, mut body: Body) -> Answer {
    let of = body.take_text("record")?.map(|text| record("record", &text)).transpose()?;
    let word = body.take_text("ground")?.ok_or_else(|| invalid("fault-field-missing", "ground"))?;
    body.finish()?;
    let ground = RestrictionGround::of(&word).filter(|ground| rights::OWN_GROUNDS.contains(ground));
    let ground = ground.ok_or_else(|| invalid("fault-field-form", "ground"))?;
    rights::demand_restrictable(&app, holder.person).await?;
    let access = holder.access(&app, Action::Amend)?;
    app.engine.restrict(&access, holder.person, of, ground).await?;
    let all = app.engine.restrictions(&access, holder.person).await?;
    let made = all.into_iter().find(|one| one.record == of).ok_or_else(Fault::not_found)?;
    Ok((StatusCode::CREATED, Json(RestrictionInForce::from(made))).into_response())
}

/// End a restriction, or tell what goes with it.
///
/// What is past its period is kept by the restriction alone: it is erased at once when that ends, and
/// cannot be had back. Where something goes, `seen` of an earlier answer has to be sent; without it, or
/// when something else goes now, nothing happens (409).
#[utoipa::path(
    delete,
    path = "/api/v1/own/restrictions",
    operation_id = "freeOwn",
    tag = "own",
    security(("receipt" = [])),
    params(
        ("record" = Option<String>, Query, description = "The record that is restricted by itself; without it the restriction of all data is meant.",
            pattern = "^[0-7][0-9abcdefghjkmnpqrstvwxyz]{25}$"),
        ("dry_run" = Option<bool>, Query, description = "End nothing; the answer tells what would go."),
        ("seen" = Option<String>, Query, description = "What names the list of what goes, from the answer with `dry_run`.",
            pattern = "^[0-9a-f]{32}$"),
    ),
    responses((status = 200, description = "Ended; or, with `dry_run`, what would go.", body = Released)),
)]
pub async fn free(holder: Holder, State(app): State<Arc<App>>, mut params: Params) -> Answer {
    let of = params.take("record", |text| text.parse::<RecordId>().ok())?;
    let dry = params.take("dry_run", flag)?.unwrap_or(false);
    let seen = params.take("seen", word)?;
    params.finish()?;
    let access = holder.access(&app, Action::Amend)?;
    let plan = app.engine.plan_release(&access, holder.person, of).await?;
    if dry {
        return Ok(super::json(Released::asks(&plan)));
    }
    let ended = app.engine.end_restriction(&access, holder.person, of, seen.as_deref()).await?;
    let erased = match ended {
        Ended::Freed(erased) => erased,
        Ended::Asks(_) => {
            return Err(Fault::new(FaultKind::Conflict, "fault-restriction-takes").into());
        }
    };
    let goes = if erased.is_some() { going(&plan) } else { Vec::new() };
    let erased = erased.map(|erased| Gone::new(&plan, &erased));
    Ok(super::json(Released { ended: true, goes, seen: None, erased }))
}

/// Object to a purpose.
///
/// Direct marketing and research end for good. Another purpose is closed at once, until the request
/// that comes of it has been decided.
#[utoipa::path(
    post,
    path = "/api/v1/own/objections",
    operation_id = "objectOwn",
    tag = "own",
    security(("receipt" = [])),
    request_body(content = serde_json::Value, content_type = "application/json"),
    responses((status = 201, description = "Closed.", body = ObjectionInForce)),
)]
pub async fn object(
    ctx: Ctx,
    holder: Holder,
    State(app): State<Arc<App>>,
    mut body: Body,
) -> Answer {
    let purpose = body.take_text("purpose")?;
    let purpose = purpose.ok_or_else(|| invalid("fault-field-missing", "purpose"))?;
    body.finish()?;
    let mut command = [0; 16];
    app.random.fill(&mut command);
    let command = body.command.unwrap_or(command);
    let made = rights::object(&ctx, &app, holder.person, (&purpose, command)).await?;
    Ok((StatusCode::CREATED, Json(ObjectionInForce::from(made))).into_response())
}

/// Take an objection back.
#[utoipa::path(
    delete,
    path = "/api/v1/own/objections/{purpose}",
    operation_id = "liftOwn",
    tag = "own",
    security(("receipt" = [])),
    params(("purpose" = String, Path, description = "The purpose.", pattern = "^[a-z0-9-]{1,40}$")),
    responses((status = 204, description = "The purpose is open again.")),
)]
pub async fn lift(
    holder: Holder,
    State(app): State<Arc<App>>,
    Path(purpose): Path<String>,
) -> Answer {
    let access = holder.access(&app, Action::Amend)?;
    match app.engine.lift_objection(&access, holder.person, &purpose, None).await? {
        true => Ok(StatusCode::NO_CONTENT.into_response()),
        false => Err(Fault::not_found().into()),
    }
}

fn record(name: &str, text: &str) -> Result<RecordId, Fault> {
    text.parse().map_err(|_| invalid("fault-field-form", name))
}
