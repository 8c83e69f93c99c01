//! Sending feedback.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::response::IntoResponse;
use http::StatusCode;
use seloste_kernel::{Actor, Exit, Fault, Lang, Timestamp};
use seloste_notice::model::{Collect, FieldType};
use seloste_register::{Action, Draft, Owner};
use seloste_web::{Answer, Ctx};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::body::{Body, invalid, text, whole_number};
use crate::app::App;
use crate::jobs::mail::NOTIFY;

/// The kind of record that feedback is.
pub const KIND: &str = "feedback";
/// The member with the purposes consented to; no field of a notice may be called so.
pub const CONSENTS: &str = "consents";
/// The member with the language.
pub const LANG: &str = "lang";

/// Feedback was stored.
#[derive(Serialize, ToSchema)]
pub struct Sent {
    /// The receipt code: whoever holds it sees and erases what was sent. Shown once.
    receipt: String,
    /// The number of the feedback.
    number: Option<i64>,
    /// When it is erased at the latest.
    #[schema(value_type = Option<String>, format = DateTime)]
    due: Option<Timestamp>,
    /// How many identity codes were masked in the text.
    masked: usize,
}

/// Send feedback.
///
/// Without contact details it is anonymous. Contact details are stored only with the consent that
/// the notice asks for.
#[utoipa::path(
    post,
    path = "/api/v1/feedback",
    operation_id = "sendFeedback",
    tag = "feedback",
    params((
        "Idempotency-Key" = Option<String>, Header,
        description = "Makes the same request, sent again within a day, have one effect and one answer.",
        pattern = "^([0-9a-fA-F]{32}|[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$",
    )),
    request_body(content = Value, content_type = "application/json"),
    responses((status = 201, description = "Stored on disk.", body = Sent)),
)]
pub async fn send(ctx: Ctx, State(app): State<Arc<App>>, body: Body) -> Answer {
    let register = app.register()?;
    let declared = register.notice.kind(KIND).ok_or_else(|| Fault::internal("no such kind"))?;
    let purpose = purpose(declared)?;
    let access =
        app.engine.access(&register.notice.id, Actor::Visitor, purpose, Action::Collect)?;
    let mut draft = draft(&ctx, declared, body)?;
    if app.mailer.notify().is_some() {
        draft = draft.then_job(NOTIFY);
    }
    let stored = app.engine.collect(&access, Owner::New, draft).await?;
    let receipt = stored.receipt.ok_or_else(|| Fault::internal("feedback without a receipt"))?;
    let sent = Sent {
        receipt: receipt.expose(Exit::Api).clone(),
        number: stored.number,
        due: stored.due,
        masked: stored.masked,
    };
    Ok((StatusCode::CREATED, Json(sent)).into_response())
}

/// The purpose under which somebody sends: one that the required field serves.
fn purpose(declared: &Collect) -> Result<&str, Fault> {
    let mut required = declared.fields.iter().filter(|field| field.required);
    let purpose = required.find_map(|field| field.purposes.first());
    purpose.map(|named| named.value.as_str()).ok_or_else(|| Fault::internal("no purpose"))
}

fn draft(ctx: &Ctx, declared: &Collect, mut body: Body) -> Result<Draft, Fault> {
    let lang = match body.take_text(LANG)? {
        Some(tag) => tag.parse::<Lang>().map_err(|_| invalid("fault-field-form", LANG))?,
        None => ctx.lang,
    };
    let mut draft = Draft::new(KIND, "sent", lang).state("new").with_receipt().numbered();
    if let Some(command) = body.command {
        draft = draft.command(command);
    }
    for purpose in consents(&mut body)? {
        draft = draft.consent(&purpose);
    }
    for field in &declared.fields {
        if let Some(value) = body.take(&field.name)? {
            draft = draft.field(&field.name, value_of(&field.ty, &field.name, value)?);
        }
    }
    body.finish()?;
    Ok(draft)
}

fn consents(body: &mut Body) -> Result<Vec<String>, Fault> {
    let Some(value) = body.take(CONSENTS)? else { return Ok(Vec::new()) };
    let consents: Vec<String> =
        serde_json::from_value(value).map_err(|_| invalid("fault-api-not-list", CONSENTS))?;
    let twice = (1..consents.len()).any(|at| consents[at..].contains(&consents[at - 1]));
    if twice { Err(invalid("fault-field-twice", CONSENTS)) } else { Ok(consents) }
}

/// A field's value as the engine takes it.
fn value_of(ty: &FieldType, name: &str, value: Value) -> Result<String, Fault> {
    match (ty, value) {
        (FieldType::Number, value) => Ok(whole_number(name, &value)?.to_string()),
        (FieldType::Flag, Value::Bool(yes)) => Ok(if yes { "yes" } else { "no" }.to_owned()),
        (FieldType::Flag, _) => Err(invalid("fault-api-not-flag", name)),
        (_, value) => text(name, value),
    }
}
