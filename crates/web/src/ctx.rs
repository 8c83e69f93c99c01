//! What a handler knows about the request: nothing that points to who sent it.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::response::{IntoResponse, Redirect, Response};
use fluent_bundle::FluentValue;
use http::request::Parts;
use jiff::Timestamp;
use seloste_kernel::{Fault, Lang};

use crate::fault::Failed;
use crate::kit::Kit;
use crate::lang::localised;
use crate::rate::{CallerKey, RateClass};
use crate::session::Session;
use crate::whence::Whence;
use crate::{dates, mac};

/// The name of one request, shown on error pages and in the log. Random; says nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestId(pub(crate) String);

impl RequestId {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The context of one request. An axum extractor; cheap to clone.
#[derive(Clone)]
pub struct Ctx {
    /// The page kit of the program.
    pub kit: Arc<Kit>,
    /// The language of the page, from the address.
    pub lang: Lang,
    /// The request's name.
    pub id: RequestId,
    /// The path without the language prefix.
    pub path: String,
    /// The query, undecoded; empty when there is none.
    pub query: String,
    /// When the request came.
    pub now: Timestamp,
    /// The session it came in.
    pub session: Option<Session>,
    /// Whether it came in a session that has ended.
    pub lapsed: bool,
    /// Whether the answer is for a program (`/api/…` or JSON asked for) and not for a person.
    pub for_program: bool,
    /// The country it came from, as far as it may be known.
    pub whence: Whence,
    pub(crate) caller: CallerKey,
}

impl Ctx {
    /// A text in the page's language.
    pub fn say(&self, key: &str) -> String {
        self.kit.texts.say(self.lang, key, &[])
    }

    /// A text with arguments.
    pub fn say_with(&self, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        self.kit.texts.say(self.lang, key, args)
    }

    /// The address of a Finnish path in the page's language.
    pub fn href(&self, path: &str) -> String {
        localised(self.lang, path)
    }

    /// The day, as people read it.
    pub fn date(&self, at: Timestamp) -> String {
        dates::date(&self.kit.texts, self.lang, at)
    }

    /// The day and time, as people read it.
    pub fn moment(&self, at: Timestamp) -> String {
        dates::moment(&self.kit.texts, self.lang, at)
    }

    /// 303 to a Finnish path of ours, in the page's language: after a form was accepted.
    pub fn redirect(&self, path: &str) -> Response {
        Redirect::to(&self.href(path)).into_response()
    }

    /// The first value of a query parameter; `None` when absent or not UTF-8.
    pub fn param(&self, name: &str) -> Option<String> {
        let pairs = crate::form::pairs(self.query.as_bytes()).ok()?;
        pairs.into_iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// A token for one showing of the form of this name.
    pub fn form_token(&self, form: &str) -> String {
        let session = self.session.as_ref().map(|session| &session.digest);
        self.kit.tokens.issue(form, session, self.now, &*self.kit.settings.random)
    }

    /// What stands for the caller's network for at most an hour; tells nothing of where it is.
    pub fn caller(&self) -> CallerKey {
        self.caller
    }

    /// Takes one from the caller's budget of this class.
    ///
    /// # Errors
    /// `TooMany`.
    pub fn throttle(&self, class: RateClass) -> Result<(), Fault> {
        if !self.kit.settings.throttles {
            return Ok(());
        }
        self.kit.limiter.take(class, self.caller)
    }

    /// A context without a request, for what is written aside: files, not pages.
    pub fn aside(kit: &Arc<Kit>, lang: Lang) -> Self {
        Self {
            kit: Arc::clone(kit),
            lang,
            id: Self::new_id(kit),
            path: "/".to_owned(),
            query: String::new(),
            now: kit.settings.clock.now(),
            session: None,
            lapsed: false,
            for_program: false,
            whence: Whence::Unknown,
            caller: CallerKey::of([0; 16]),
        }
    }

    pub(crate) fn new_id(kit: &Kit) -> RequestId {
        // 40 bits in 8 letters: short enough to be read out on the phone, unique enough for a day.
        let bytes = mac::random_bytes::<8>(&*kit.settings.random);
        let letters = b"0123456789abcdefghjkmnpqrstvwxyz";
        let text = bytes.iter().map(|byte| char::from(letters[usize::from(byte & 31)])).collect();
        RequestId(text)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Ctx {
    type Rejection = Failed;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failed> {
        let found = parts.extensions.get::<Ctx>().cloned();
        found.ok_or_else(|| Fault::internal("the router was not wrapped by Kit::site").into())
    }
}
