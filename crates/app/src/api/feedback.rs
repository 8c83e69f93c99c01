//! Sending feedback.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::response::IntoResponse;
use http::StatusCode;
use seloste_kernel::{Exit, Fault, FaultKind, Lang, Timestamp};
use seloste_notice::model::{FieldType, Notice};
use seloste_register::{Draft, Register};
use seloste_web::{Answer, Ctx};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::body::{Body, invalid, text, whole_number};
use crate::app::App;
use crate::forms::Asked;
use crate::services::feedback;

/// The member with the purposes consented to; no field of a notice may be called so.
pub const CONSENTS: &str = "consents";
/// The member with the language.
pub const LANG: &str = "lang";

/// The member with the version of the notice that the sender was shown.
pub const SHOWN: &str = "notice_version";

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
    ctx.throttle(feedback::SENDING)?;
    let register = app.register()?;
    let asked = feedback::asked(&app, &register.notice)?;
    let said = said(&ctx, &register.notice, asked, body)?;
    let Said { lang, command, consents, fields, shown } = said;
    refuse_other_terms(&app, &register, shown).await?;
    let fill = |mut draft: Draft| {
        draft = command.into_iter().fold(draft, Draft::command);
        draft = consents.iter().fold(draft, |draft, purpose| draft.consent(purpose));
        fields.into_iter().fold(draft, |draft, (name, value)| draft.field(&name, value))
    };
    let stored = feedback::take_in(&app, lang, fill).await?;
    let receipt = stored.receipt.ok_or_else(|| Fault::internal("feedback without a receipt"))?;
    let sent = Sent {
        receipt: receipt.expose(Exit::Api).clone(),
        number: stored.number,
        due: stored.due,
        masked: stored.masked,
    };
    Ok((StatusCode::CREATED, Json(sent)).into_response())
}

/// Refuses what was sent under another version of the notice, where that asked for something else.
async fn refuse_other_terms(
    app: &App,
    register: &Register,
    shown: Option<i64>,
) -> Result<(), Fault> {
    match shown {
        Some(shown) if !feedback::same_terms(app, register, shown).await? => {
            Err(Fault::new(FaultKind::Conflict, "fault-notice-changed"))
        }
        _ => Ok(()),
    }
}

/// What the sender has said, checked for form only.
struct Said {
    lang: Lang,
    command: Option<[u8; 16]>,
    consents: Vec<String>,
    fields: Vec<(String, String)>,
    shown: Option<i64>,
}

fn said(ctx: &Ctx, notice: &Notice, asked: Asked<'_>, mut body: Body) -> Result<Said, Fault> {
    let lang = match body.take_text(LANG)? {
        Some(tag) => tag.parse::<Lang>().map_err(|_| invalid("fault-field-form", LANG))?,
        None => ctx.lang,
    };
    let mut consents = consents(&mut body)?;
    let shown = body.take(SHOWN)?.map(|value| whole_number(SHOWN, &value)).transpose()?;
    let mut fields = Vec::new();
    for field in asked.declared() {
        if let Some(value) = body.take(&field.name)? {
            fields.push((field.name.clone(), value_of(&field.ty, &field.name, value)?));
        }
    }
    body.finish()?;
    // A consent that nothing sent rests on is a consent to nothing, and not kept. Those that the
    // notice does not know stay: the engine refuses them.
    let given = |field: &str| fields.iter().any(|(name, _)| name == field);
    consents.retain(|purpose| !notice.by_consent(purpose) || asked.is_to_something(purpose, given));
    Ok(Said { lang, command: body.command, consents, fields, shown })
}

/// The member with the purposes consented to, each once.
///
/// # Errors
/// `Invalid` when it is no list of texts, or names one twice.
pub fn consents(body: &mut Body) -> Result<Vec<String>, Fault> {
    let Some(value) = body.take(CONSENTS)? else { return Ok(Vec::new()) };
    let consents: Vec<String> =
        serde_json::from_value(value).map_err(|_| invalid("fault-api-not-list", CONSENTS))?;
    let twice = (1..consents.len()).any(|at| consents[at..].contains(&consents[at - 1]));
    if twice { Err(invalid("fault-field-twice", CONSENTS)) } else { Ok(consents) }
}

/// A field's value as the engine takes it.
///
/// # Errors
/// `Invalid` for a value of another type.
pub fn value_of(ty: &FieldType, name: &str, value: Value) -> Result<String, Fault> {
    match (ty, value) {
        (FieldType::Number, value) => Ok(whole_number(name, &value)?.to_string()),
        (FieldType::Flag, Value::Bool(yes)) => Ok(if yes { "yes" } else { "no" }.to_owned()),
        (FieldType::Flag, _) => Err(invalid("fault-api-not-flag", name)),
        (_, value) => text(name, value),
    }
}
