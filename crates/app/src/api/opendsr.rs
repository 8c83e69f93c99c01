//! Requests that a controller's own system passes on to this one, in the shape of OpenDSR 2.0: what is
//! taken, taking one, and how it stands. Each becomes a case under the rules of all cases. Answers are
//! signed, as the specification demands; without a certificate nothing is taken.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use http::header::CONTENT_TYPE;
use http::{HeaderName, StatusCode};
use seloste_kernel::{Fault, FaultKind, Sensitive, Timestamp};
use seloste_register::{Access, Action, Opened, RIGHTS};
use seloste_web::{Answer, Ctx};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::body::{Body, invalid, text};
use super::identity::Clerk;
use super::profiles;
use crate::app::App;
use crate::services::rights::passed::{self, Passed, Stands};
use crate::signing::Signer;

/// Where these addresses begin; the specification wants its major version there.
const BASE: &str = "/api/v1/opendsr/v2";
/// The version that is answered with.
const VERSION: &str = "2.0";
/// Versions whose requests have this shape.
const VERSIONS: [&str; 2] = ["1.0", VERSION];
/// Rights that the specification knows.
const TYPES: [&str; 3] = ["access", "portability", "erasure"];
/// What names a person: an address for mail, and the id of any record of theirs.
const IDENTITIES: [&str; 2] = ["email", "controller_customer_id"];
const RAW: &str = "raw";

const DOMAIN: HeaderName = HeaderName::from_static("x-opendsr-processor-domain");
const SIGNATURE: HeaderName = HeaderName::from_static("x-opendsr-signature");

/// What is taken, and where the certificate is.
#[derive(Serialize, ToSchema)]
pub struct Discovery {
    /// Of the specification.
    api_version: &'static str,
    /// What a person may be named by.
    supported_identities: Vec<Supported>,
    /// Rights that may be used; none while there is no certificate to sign with.
    supported_subject_request_types: Vec<&'static str>,
    /// Where the certificate is; absent while there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    processor_certificate: Option<String>,
    /// Why nothing is taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<String>,
}

/// A way to name a person.
#[derive(Serialize, ToSchema)]
pub struct Supported {
    identity_type: &'static str,
    identity_format: &'static str,
}

/// That a request was taken.
#[derive(Serialize, ToSchema)]
pub struct Taken {
    /// The account whose key passed it on.
    controller_id: String,
    /// By when it is answered.
    #[schema(value_type = String, format = DateTime)]
    expected_completion_time: Timestamp,
    /// Now.
    #[schema(value_type = String, format = DateTime)]
    received_time: Timestamp,
    /// The request as it came, in Base64. It names a person: it is not to be logged or kept.
    encoded_request: String,
    /// The controller's own id of it.
    subject_request_id: String,
}

/// How a request stands.
#[derive(Serialize, ToSchema)]
pub struct Standing {
    /// The account whose key passed it on.
    controller_id: String,
    /// By when it is answered.
    #[schema(value_type = String, format = DateTime)]
    expected_completion_time: Timestamp,
    /// The controller's own id of it.
    subject_request_id: String,
    /// `pending`, `in_progress`, `completed` (granted, at least in part), `cancelled` (refused).
    request_status: &'static str,
    /// Of the specification.
    api_version: &'static str,
}

/// What is taken in this shape.
#[utoipa::path(
    get,
    path = "/api/v1/opendsr/v2/discovery",
    operation_id = "discoverOpenDsr",
    tag = "opendsr",
    responses((status = 200, description = "What is taken; nothing while there is no certificate to sign with.", body = Discovery)),
)]
pub async fn discovery(ctx: Ctx, State(app): State<Arc<App>>) -> Answer {
    let Ok(signer) = signer(&app) else {
        return Ok(super::json(Discovery {
            api_version: VERSION,
            supported_identities: Vec::new(),
            supported_subject_request_types: Vec::new(),
            processor_certificate: None,
            message: Some(ctx.say("fault-opendsr-unsigned")),
        }));
    };
    let named = |identity_type| Supported { identity_type, identity_format: RAW };
    Ok(signed(
        signer,
        StatusCode::OK,
        &Discovery {
            api_version: VERSION,
            supported_identities: IDENTITIES.into_iter().map(named).collect(),
            supported_subject_request_types: TYPES.to_vec(),
            processor_certificate: Some(format!("{}{BASE}/certificate.pem", app.base())),
            message: None,
        },
    )?)
}

/// The certificate that verifies the signatures.
#[utoipa::path(
    get,
    path = "/api/v1/opendsr/v2/certificate.pem",
    operation_id = "certificateOpenDsr",
    tag = "opendsr",
    responses((status = 200, description = "In PEM.", body = String, content_type = "application/x-pem-file")),
)]
pub async fn certificate(State(app): State<Arc<App>>) -> Answer {
    let signer = signer(&app).map_err(|_| Fault::not_found())?;
    Ok(([(CONTENT_TYPE, "application/x-pem-file")], signer.pem.clone()).into_response())
}

/// Pass a request of a person on.
///
/// It becomes a case. Whose it is must be shown as with any other: the mailbox of an address is asked,
/// a record is matched by the word of whoever passes it on. The answer goes to the person.
#[utoipa::path(
    post,
    path = "/api/v1/opendsr/v2/requests",
    operation_id = "requestOpenDsr",
    tag = "opendsr",
    security(("token" = [])),
    request_body(content = serde_json::Value, content_type = "application/json"),
    responses((status = 201, description = "It is a case now.", body = Taken)),
)]
pub async fn send(clerk: Clerk, State(app): State<Arc<App>>, sent: Bytes) -> Answer {
    let access = access(&app, &clerk)?;
    let signer = signer(&app)?;
    let (id, passed) = read(&app, (&clerk, &access), &sent).await.map_err(as_asked)?;
    let case = passed::take(&app, &access, passed).await.map_err(as_asked)?;
    let taken = Taken {
        controller_id: clerk.0.person.to_string(),
        expected_completion_time: expected(&case),
        received_time: app.engine.now(),
        encoded_request: BASE64_STANDARD.encode(&sent),
        subject_request_id: id,
    };
    Ok(signed(signer, StatusCode::CREATED, &taken)?)
}

/// How a request stands that was passed on with a key of the same account.
#[utoipa::path(
    get,
    path = "/api/v1/opendsr/v2/requests/{id}",
    operation_id = "statusOpenDsr",
    tag = "opendsr",
    security(("token" = [])),
    params(("id" = String, Path, description = "The controller's own id of it.",
        pattern = "^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")),
    responses((status = 200, description = "How it stands.", body = Standing)),
)]
pub async fn status(clerk: Clerk, State(app): State<Arc<App>>, Path(id): Path<String>) -> Answer {
    let access = access(&app, &clerk)?;
    let signer = signer(&app)?;
    let known =
        if is_id(&id) { passed::find(&app, &access, &mark(&clerk, &id)).await? } else { None };
    let case = known.ok_or_else(Fault::not_found)?;
    let standing = Standing {
        controller_id: clerk.0.person.to_string(),
        expected_completion_time: expected(&case),
        subject_request_id: id,
        request_status: word(passed::stands(&case)),
        api_version: VERSION,
    };
    Ok(signed(signer, StatusCode::OK, &standing)?)
}

/// Only with a key: which account passed a request on is how it is found again.
fn access(app: &App, clerk: &Clerk) -> Result<Access, Fault> {
    if !clerk.0.by_program {
        return Err(Fault::new(FaultKind::Unauthenticated, "fault-api-token"));
    }
    clerk.0.access(app, RIGHTS, Action::DecideRequests)
}

fn signer(app: &App) -> Result<&Signer, Fault> {
    let signer = app.signer.as_ref().filter(|signer| signer.is_in_force(app.engine.now()));
    signer.ok_or_else(|| Fault::new(FaultKind::Forbidden, "fault-opendsr-unsigned"))
}

fn signed(signer: &Signer, status: StatusCode, body: &impl Serialize) -> Result<Response, Fault> {
    let body = serde_json::to_vec(body).map_err(Fault::internal)?;
    let signature = signer.sign(&body)?;
    let headers = [
        (CONTENT_TYPE, "application/json"),
        (DOMAIN, signer.domain.as_str()),
        (SIGNATURE, signature.as_str()),
    ];
    Ok((status, headers, body).into_response())
}

/// Every mistake in a request is a 400 there.
fn as_asked(fault: Fault) -> Fault {
    let is_mistake =
        matches!(fault.kind(), FaultKind::Invalid | FaultKind::Conflict | FaultKind::TooLarge);
    if !is_mistake {
        return fault;
    }
    let told = Fault::new(FaultKind::BadRequest, fault.key());
    let told = fault.args().iter().fold(told, |told, (name, value)| told.with(name, value));
    match fault.field() {
        Some(field) => told.in_field(field),
        None => told,
    }
}

async fn read(
    app: &App,
    (clerk, access): (&Clerk, &Access),
    sent: &[u8],
) -> Result<(String, Passed), Fault> {
    let mut body = Body::of(sent)?;
    let id = demanded(&mut body, "subject_request_id", is_id)?;
    let what = demanded(&mut body, "subject_request_type", |what| TYPES.contains(&what))?;
    let now = app.engine.now();
    let when = |text: &str| text.parse::<Timestamp>().ok().filter(|at| *at <= now);
    let arrived = demanded(&mut body, "submitted_time", |text| when(text).is_some())?;
    // Its own examples leave the regulation out, and version 1.0 has none.
    for (name, known) in [("regulation", &["gdpr"][..]), ("api_version", &VERSIONS[..])] {
        let told = body.take_text(name)?;
        if told.is_some_and(|told| !known.contains(&told.as_str())) {
            return Err(invalid("fault-field-form", name));
        }
    }
    refuse_callbacks(&mut body)?;
    refuse_own_extension(app, &mut body)?;
    let named = identities(&mut body)?;
    body.finish()?;
    let (about, unknown) = match named.record {
        None => (None, None),
        Some(record) => match profiles::person(app, access, &record).await {
            Ok(Some(person)) => (Some(person), None),
            Ok(None) => (None, Some(record)),
            Err(fault) if fault.kind() == FaultKind::NotFound => (None, Some(record)),
            Err(fault) => return Err(fault),
        },
    };
    let unknown = unknown.map(|record| Sensitive::new(format!("{}: {record}", IDENTITIES[1])));
    let arrived = when(&arrived).unwrap_or(now);
    let mark = mark(clerk, &id);
    Ok((id, Passed { what, mail: named.mail, about, unknown, arrived, mark }))
}

fn demanded(body: &mut Body, name: &str, fits: impl Fn(&str) -> bool) -> Result<String, Fault> {
    let told = body.take_text(name)?.ok_or_else(|| invalid("fault-field-missing", name))?;
    if fits(&told) { Ok(told) } else { Err(invalid("fault-field-form", name)) }
}

/// Nobody is called back: this service asks nothing of another host. Whoever waits for a call would not
/// know, so the request is not taken.
fn refuse_callbacks(body: &mut Body) -> Result<(), Fault> {
    let name = "status_callback_urls";
    match body.take(name)? {
        None => Ok(()),
        Some(Value::Array(urls)) if urls.is_empty() => Ok(()),
        Some(_) => Err(invalid("fault-opendsr-callbacks", name)),
    }
}

/// Extensions for others are theirs; this service has none.
fn refuse_own_extension(app: &App, body: &mut Body) -> Result<(), Fault> {
    let name = "extensions";
    let domain = signer(app)?.domain.as_str();
    match body.take(name)? {
        None => Ok(()),
        Some(Value::Object(of)) if !of.contains_key(domain) => Ok(()),
        Some(_) => Err(invalid("fault-field-undeclared", name)),
    }
}

/// By what a person is named.
#[derive(Default)]
struct Named {
    mail: Option<Sensitive<String>>,
    record: Option<String>,
}

/// Each identity counts or the request is refused: nothing is passed over.
fn identities(body: &mut Body) -> Result<Named, Fault> {
    let name = "subject_identities";
    let bad = || invalid("fault-opendsr-identity", name);
    let all = match body.take(name)? {
        Some(Value::Array(all)) if !all.is_empty() => all,
        _ => return Err(bad()),
    };
    let mut named = Named::default();
    for one in all {
        let Value::Object(mut one) = one else { return Err(bad()) };
        let mut member = |name: &str| match one.remove(name) {
            Some(value) => text(name, value),
            None => Err(invalid("fault-field-missing", name)),
        };
        let ty = member("identity_type")?;
        let (value, format) = (member("identity_value")?, member("identity_format")?);
        let fits = format == RAW && one.is_empty() && value.chars().count() <= 254;
        match ty.as_str() {
            "email" if fits && named.mail.is_none() => {
                let mail = Sensitive::new(value);
                if !passed::is_mail(&mail) {
                    return Err(bad());
                }
                named.mail = Some(mail);
            }
            "controller_customer_id" if fits && named.record.is_none() => {
                named.record = Some(value);
            }
            _ => return Err(bad()),
        }
    }
    Ok(named)
}

/// A UUID of version 4 in small letters.
fn is_id(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            14 => byte == b'4',
            19 => matches!(byte, b'8' | b'9' | b'a' | b'b'),
            _ => matches!(byte, b'0'..=b'9' | b'a'..=b'f'),
        })
}

/// An account sees what it passed on, and no other's.
fn mark(clerk: &Clerk, id: &str) -> String {
    format!("{}:{id}", clerk.0.person)
}

fn expected(case: &Opened) -> Timestamp {
    case.review.unwrap_or(case.updated)
}

/// The specification has four words, and none for a refusal.
fn word(stands: Stands) -> &'static str {
    match stands {
        Stands::Pending => "pending",
        Stands::InProgress => "in_progress",
        Stands::Completed => "completed",
        Stands::Refused => "cancelled",
    }
}
