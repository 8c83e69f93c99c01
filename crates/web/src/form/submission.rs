//! A form on its way in.

use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request};
use axum::response::IntoResponse as _;
use http::{StatusCode, header};
use seloste_kernel::{Fault, FaultKind, Sensitive};

use super::read::{self, FormErrors, RawPair, Values};
use super::spec::FormSpec;
use crate::Ctx;
use crate::csrf::CommandId;
use crate::fault::Failed;

/// The pairs of a sent form, unread. An axum extractor; must be a handler's last argument.
pub struct Submission {
    pairs: Vec<RawPair>,
    /// Whether it came as `multipart/form-data`, which only a form with files is sent as.
    parts: bool,
}

/// What a sent form turned out to be.
#[derive(Debug)]
#[must_use = "a form that is read as bad must not be carried out"]
pub enum Reading {
    /// Everything is as the form asks. The token is used up.
    Good(Values, CommandId),
    /// Something is wrong: show the form again with what was typed.
    Bad(Values, FormErrors),
}

impl Submission {
    /// Checks the token and reads the fields. A form that is read as good cannot be sent again;
    /// [`Ctx::send_again`] allows it when the program could do nothing with it after all.
    ///
    /// # Errors
    /// `Forbidden` for a missing or forged token, `Conflict` for an old or used one, `TooLarge`
    /// for too many fields.
    pub fn read(&self, ctx: &Ctx, spec: &FormSpec) -> Result<Reading, Fault> {
        if self.parts && !spec.has_file() {
            return Err(Fault::new(FaultKind::BadRequest, "fault-media-type"));
        }
        let token = read::token(&self.pairs)
            .ok_or_else(|| Fault::new(FaultKind::Forbidden, "fault-token"))?;
        let session = ctx.session.as_ref().map(|session| &session.digest);
        let good = ctx.kit.tokens.check(&token, &spec.name, session, ctx.now)?;
        let (values, errors) = read::read(ctx, spec, self.pairs.clone())?;
        if !errors.is_empty() {
            return Ok(Reading::Bad(values, errors));
        }
        Ok(Reading::Good(values, ctx.kit.tokens.spend(good)?))
    }

    /// The number of this form when it was sent before and is sent again, as a reload does.
    pub fn sent_before(&self, ctx: &Ctx, form: &str) -> Option<CommandId> {
        let session = ctx.session.as_ref().map(|session| &session.digest);
        ctx.kit.tokens.sent_before(&read::token(&self.pairs)?, form, session, ctx.now)
    }

    /// The number of just this content under just this token, which whoever has the token alone
    /// cannot tell: the same form sent again as a reload does has the same.
    pub fn exact(&self, ctx: &Ctx) -> CommandId {
        ctx.kit.tokens.exact(&self.pairs)
    }

    /// What was written into the fields of these names, token or not: to be given back to whoever
    /// sent it when their session has ended, and for nothing else. What is not text is left out.
    pub fn written(&self, names: &[&str]) -> Vec<Sensitive<String>> {
        let text = |bytes: &Vec<u8>| String::from_utf8(bytes.clone()).ok();
        let sent = self.pairs.iter().filter_map(|(name, value)| Some((text(name)?, text(value)?)));
        let wanted =
            sent.filter(|(name, text)| names.contains(&name.as_str()) && !text.trim().is_empty());
        wanted.map(|(_, text)| Sensitive::new(text)).collect()
    }

    /// Reads the form of a button alone, which has no fields: it was pressed, once.
    ///
    /// # Errors
    /// As [`Submission::read`]; `BadRequest` when anything was sent along.
    pub fn pressed(&self, ctx: &Ctx, name: &str) -> Result<CommandId, Fault> {
        match self.read(ctx, &FormSpec::new(name, Vec::new()))? {
            Reading::Good(_, command) => Ok(command),
            Reading::Bad(..) => Err(Fault::new(FaultKind::BadRequest, "fault-bad-request")),
        }
    }
}

impl Ctx {
    /// Lets the same showing of a form be sent again: nothing came of the first time.
    pub fn send_again(&self, command: CommandId) {
        self.kit.tokens.give_back(command);
    }
}

impl<S: Send + Sync> FromRequest<S> for Submission {
    type Rejection = Failed;

    async fn from_request(mut request: Request, state: &S) -> Result<Self, Failed> {
        let media = request.headers().get(header::CONTENT_TYPE);
        let media = media.and_then(|value| value.to_str().ok()).unwrap_or("");
        let media = media.split(';').next().unwrap_or("").trim();
        let parts = media.eq_ignore_ascii_case("multipart/form-data");
        if !parts && !media.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
            return Err(Failed::status(StatusCode::UNSUPPORTED_MEDIA_TYPE, "fault-media-type"));
        }
        let most = most(&request, parts);
        if announced(&request) > most {
            return Err(too_large());
        }
        // A form with documents may be larger than other bodies, whatever its route.
        DefaultBodyLimit::max(most).apply(&mut request);
        let pairs = match parts {
            true => in_parts(request, state).await?,
            false => match Bytes::from_request(request, state).await {
                Ok(body) => read::raw_pairs(&body),
                Err(rejection) => return Err(unread(rejection.into_response().status())),
            },
        };
        Ok(Self { pairs, parts })
    }
}

/// The fields of a form with files. What its sender calls a file, and what they say it is, is
/// not looked at.
async fn in_parts<S: Send + Sync>(request: Request, state: &S) -> Result<Vec<RawPair>, Failed> {
    let parts = Multipart::from_request(request, state).await;
    let mut parts = parts.map_err(|rejection| broken(rejection.status()))?;
    let mut pairs = Vec::new();
    while let Some(part) = parts.next_field().await.map_err(|error| broken(error.status()))? {
        let name = part.name().unwrap_or_default().as_bytes().to_vec();
        let value = part.bytes().await.map_err(|error| broken(error.status()))?;
        pairs.push((name, value.to_vec()));
    }
    Ok(pairs)
}

/// Why a form with files could not be read: its parts may be none.
fn broken(status: StatusCode) -> Failed {
    match status {
        StatusCode::BAD_REQUEST => Failed::status(status, "fault-media-type"),
        status => unread(status),
    }
}

/// Why a body did not come whole: too large, or the connection broke or was slower than the floor.
fn unread(status: StatusCode) -> Failed {
    match status {
        StatusCode::PAYLOAD_TOO_LARGE => too_large(),
        _ => Failed::status(StatusCode::REQUEST_TIMEOUT, "fault-timeout"),
    }
}

fn too_large() -> Failed {
    Fault::new(FaultKind::TooLarge, "fault-too-large").into()
}

/// How much the sender says will come: refused before it comes.
fn announced(request: &Request) -> usize {
    let length =
        request.headers().get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    length.and_then(|length| length.parse().ok()).unwrap_or(0)
}

fn most(request: &Request, parts: bool) -> usize {
    request.extensions().get::<Ctx>().map_or(usize::MAX, |ctx| {
        let settings = &ctx.kit.settings;
        if parts { settings.max_upload } else { settings.max_body }
    })
}
