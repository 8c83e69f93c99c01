//! Faults become answers: a calm page for people, problem details (RFC 9457) for programs. The
//! private cause goes to the log, with the request's id.

use axum::Json;
use axum::response::{IntoResponse, Response};
use fluent_bundle::FluentValue;
use http::header::{self, HeaderValue};
use http::{Method, StatusCode};
use maud::{Markup, html};
use seloste_kernel::{Fault, FaultKind};
use serde_json::json;

use crate::Ctx;
use crate::shell::Page;

/// What a handler answers.
pub type Answer = Result<Response, Failed>;

/// A fault on its way out of a handler; `?` makes it of a [`Fault`].
#[derive(Debug, Clone)]
pub struct Failed {
    fault: Fault,
    status: Option<StatusCode>,
}

impl From<Fault> for Failed {
    fn from(fault: Fault) -> Self {
        Self { fault, status: None }
    }
}

impl Failed {
    /// A fault of the transport, with a status that no kind of fault has.
    pub(crate) fn status(status: StatusCode, key: &'static str) -> Self {
        Self { fault: Fault::new(kind_of(status), key), status: Some(status) }
    }
}

/// The status of a kind of fault.
pub fn status_of(kind: FaultKind) -> StatusCode {
    match kind {
        FaultKind::BadRequest => StatusCode::BAD_REQUEST,
        FaultKind::Unauthenticated => StatusCode::UNAUTHORIZED,
        FaultKind::Forbidden | FaultKind::RefusedByPromise => StatusCode::FORBIDDEN,
        FaultKind::NotFound => StatusCode::NOT_FOUND,
        FaultKind::Conflict => StatusCode::CONFLICT,
        FaultKind::Gone => StatusCode::GONE,
        FaultKind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        FaultKind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        FaultKind::Restricted => StatusCode::LOCKED,
        FaultKind::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
        FaultKind::Environment => StatusCode::SERVICE_UNAVAILABLE,
        FaultKind::StorageFull => StatusCode::INSUFFICIENT_STORAGE,
        FaultKind::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// The kind nearest to a status.
fn kind_of(status: StatusCode) -> FaultKind {
    match status {
        StatusCode::UNAUTHORIZED => FaultKind::Unauthenticated,
        StatusCode::FORBIDDEN => FaultKind::Forbidden,
        StatusCode::NOT_FOUND => FaultKind::NotFound,
        StatusCode::PAYLOAD_TOO_LARGE => FaultKind::TooLarge,
        StatusCode::UNPROCESSABLE_ENTITY => FaultKind::Invalid,
        StatusCode::SERVICE_UNAVAILABLE => FaultKind::Environment,
        status if status.is_server_error() => FaultKind::Internal,
        _ => FaultKind::BadRequest,
    }
}

/// The word of a kind, in keys of texts and in problem details.
fn word(kind: FaultKind) -> &'static str {
    match kind {
        FaultKind::BadRequest => "bad-request",
        FaultKind::Unauthenticated => "unauthenticated",
        FaultKind::Forbidden => "forbidden",
        FaultKind::NotFound => "not-found",
        FaultKind::Conflict => "conflict",
        FaultKind::Gone => "gone",
        FaultKind::TooLarge => "too-large",
        FaultKind::Invalid => "invalid",
        FaultKind::Restricted => "restricted",
        FaultKind::TooMany { .. } => "too-many",
        FaultKind::RefusedByPromise => "refused",
        FaultKind::Environment => "environment",
        FaultKind::StorageFull => "storage-full",
        FaultKind::Internal => "internal",
    }
}

impl IntoResponse for Failed {
    /// Carries the fault outwards; the kit writes the body, because only it knows the language.
    fn into_response(self) -> Response {
        let status = self.status.unwrap_or_else(|| status_of(self.fault.kind()));
        let mut response = status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Writes the body of a failed response. A response that failed without saying why (an extractor,
/// an unknown path) gets the page of its status.
pub(crate) fn finish(ctx: &Ctx, method: &Method, mut response: Response) -> Response {
    let status = response.status();
    let failed = match response.extensions_mut().remove::<Failed>() {
        Some(failed) => failed,
        None if is_bare_failure(&response) => Failed::status(status, key_of(status)),
        None => return response,
    };
    tell_log(ctx, &failed.fault, status);
    let mut written = if ctx.for_program {
        problem(ctx, &failed.fault, status)
    } else {
        page(ctx, &failed.fault, status)
    };
    if let Some(allowed) = response.headers_mut().remove(header::ALLOW) {
        written.headers_mut().insert(header::ALLOW, allowed);
    }
    if let FaultKind::TooMany { retry_after_s } = failed.fault.kind() {
        written.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(retry_after_s));
    }
    *written.extensions_mut() = std::mem::take(response.extensions_mut());
    if method == Method::HEAD {
        *written.body_mut() = axum::body::Body::empty();
    }
    written
}

fn is_bare_failure(response: &Response) -> bool {
    let status = response.status();
    let media = response.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    (status.is_client_error() || status.is_server_error())
        && media.is_none_or(|media| media.starts_with("text/plain"))
}

fn key_of(status: StatusCode) -> &'static str {
    match status {
        StatusCode::NOT_FOUND => "fault-not-found",
        StatusCode::METHOD_NOT_ALLOWED => "fault-method",
        StatusCode::PAYLOAD_TOO_LARGE => "fault-too-large",
        StatusCode::UNSUPPORTED_MEDIA_TYPE => "fault-media-type",
        StatusCode::REQUEST_TIMEOUT => "fault-timeout",
        status if status.is_server_error() => "fault-internal",
        _ => "fault-bad-request",
    }
}

fn tell_log(ctx: &Ctx, fault: &Fault, status: StatusCode) {
    let (id, key, status, private) =
        (ctx.id.as_str(), fault.key(), status.as_u16(), fault.private());
    // `?` escapes control characters: a cause cannot forge a log line.
    match fault.kind() {
        FaultKind::Internal | FaultKind::Environment | FaultKind::StorageFull => {
            tracing::error!(target: "seloste::fault", id, key, status, cause = ?private, "fault");
        }
        _ => tracing::info!(target: "seloste::fault", id, key, status, cause = ?private, "fault"),
    }
}

/// The fault's public text in the page's language, for pages that show it in place.
pub fn public_text(ctx: &Ctx, fault: &Fault) -> String {
    let mut args: Vec<(&str, FluentValue<'_>)> = fault
        .args()
        .iter()
        .map(|(name, value)| (*name, FluentValue::from(value.as_str())))
        .collect();
    if let FaultKind::TooMany { retry_after_s } = fault.kind() {
        args.push(("seconds", retry_after_s.to_string().into()));
    }
    let key = fault.key();
    if ctx.kit.texts.has(ctx.lang, key) {
        ctx.say_with(key, &args)
    } else {
        // A text forgotten in the locale files must not make an error page worse.
        tracing::error!(key, "no public text for this fault");
        ctx.say_with(&format!("fault-{}", word(fault.kind())), &args)
    }
}

/// What has happened: the fault's own title (`…-title`), or that of its kind.
fn title(ctx: &Ctx, fault: &Fault) -> String {
    own_or(ctx, fault, "title")
}

/// What to do next: the fault's own advice (`…-next`), or that of its kind.
fn advice(ctx: &Ctx, fault: &Fault) -> String {
    own_or(ctx, fault, "next")
}

/// A text of the fault's own, or else that of its kind.
fn own_or(ctx: &Ctx, fault: &Fault, what: &str) -> String {
    let own = format!("{}-{what}", fault.key());
    if ctx.kit.texts.has(ctx.lang, &own) {
        return ctx.say(&own);
    }
    ctx.say(&format!("fault-{what}-{}", word(fault.kind())))
}

fn page(ctx: &Ctx, fault: &Fault, status: StatusCode) -> Response {
    let body: Markup = html! {
        p.lead { (public_text(ctx, fault)) }
        p { (advice(ctx, fault)) }
        @if let Some(promise) = fault.arg("promise") {
            p { a href=(ctx.href(&format!("/tietosuoja/naytto#{promise}"))) { (ctx.say("fault-see-promise")) } }
        }
        ul.plain {
            li { a href=(ctx.href("/")) { (ctx.say("link-front")) } }
            li { a href=(ctx.href("/tietosuoja")) { (ctx.say("link-privacy")) } }
        }
        p.quiet { (ctx.say("fault-id")) " " code { (ctx.id.as_str()) } }
    };
    Page::new(title(ctx, fault), body).status(status).render(ctx)
}

fn problem(ctx: &Ctx, fault: &Fault, status: StatusCode) -> Response {
    let mut details = json!({
        "type": format!("urn:seloste:fault:{}", fault.key()),
        "title": title(ctx, fault),
        "status": status.as_u16(),
        "detail": public_text(ctx, fault),
        "instance": format!("urn:seloste:request:{}", ctx.id.as_str()),
        "code": fault.key(),
    });
    if let Some(field) = fault.field() {
        details["field"] = field.into();
    }
    // What the text names, as members of their own (RFC 9457 §3.2); the standard ones stay ours.
    for (name, value) in fault.args() {
        if details.get(name).is_none() {
            details[*name] = value.as_str().into();
        }
    }
    let mut response = (status, Json(details)).into_response();
    let media = HeaderValue::from_static("application/problem+json");
    response.headers_mut().insert(header::CONTENT_TYPE, media);
    let language = HeaderValue::from_static(ctx.lang.tag());
    response.headers_mut().insert(header::CONTENT_LANGUAGE, language);
    if status == StatusCode::UNAUTHORIZED {
        // RFC 9110 §15.5.2: a 401 says how to present oneself.
        let challenge = HeaderValue::from_static("Bearer");
        response.headers_mut().insert(header::WWW_AUTHENTICATE, challenge);
    }
    response
}
