//! A browser for tests: no sockets, a cookie jar, and forms that are filled in as a person would
//! – hidden fields, tokens included, come from the page.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::Request;
use http::header::{self, HeaderMap};
use http::{Method, StatusCode};
use jiff::Timestamp;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use seloste_kernel::{Clock, Lang, ManualClock, SeededRandom};

use crate::Ctx;
use crate::ctx::RequestId;
use crate::kit::{Kit, Settings};
use crate::rate::{READ, RateClass, WRITE};
use crate::router::Router;
use crate::stack::Site;

/// An answered request.
#[derive(Debug, Clone)]
pub struct Answered {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub bytes: Bytes,
}

impl Answered {
    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// A header's value; empty when absent.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("")
    }

    /// The body as JSON; null when it is none.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.bytes).unwrap_or_default()
    }
}

/// A browser with a cookie jar of its own.
pub struct Browser {
    site: Site,
    host: String,
    /// Cookies by name, as a browser would keep them.
    pub cookies: BTreeMap<String, String>,
    /// Sent with every request, for example `accept-language` or `dnt`.
    pub headers: Vec<(String, String)>,
}

impl Browser {
    /// A browser that knows nothing of the site yet.
    pub fn new(site: Site) -> Self {
        let base = site.kit().base();
        let host = base.split_once("://").map_or(base, |(_, host)| host).to_owned();
        Self { site, host, cookies: BTreeMap::new(), headers: Vec::new() }
    }

    /// Opens a page; does not follow redirects.
    pub async fn get(&mut self, path: &str) -> Answered {
        self.send(Method::GET, path, &[], Vec::new()).await
    }

    /// Opens a page and follows redirects within the site, at most ten.
    pub async fn open(&mut self, path: &str) -> Answered {
        let mut answered = self.get(path).await;
        for _ in 0..10 {
            let target = answered.header("location").to_owned();
            if !answered.status.is_redirection() || !target.starts_with('/') {
                break;
            }
            answered = self.get(&target).await;
        }
        answered
    }

    /// Sends fields as a form, exactly these.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answered {
        let body = encode(fields);
        let headers = [("content-type", "application/x-www-form-urlencoded")];
        self.send(Method::POST, path, &headers, body.into_bytes()).await
    }

    /// Fills in the first form of a page that goes to `action` and sends it: its hidden fields
    /// and these. A form that is not there is sent without a token and so refused.
    pub async fn submit(
        &mut self,
        page: &Answered,
        action: &str,
        fields: &[(&str, &str)],
    ) -> Answered {
        let hidden = hidden_fields(&page.text(), action);
        let mut all: Vec<(&str, &str)> =
            hidden.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        all.extend_from_slice(fields);
        self.post(action, &all).await
    }

    /// Sends anything.
    pub async fn send(
        &mut self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> Answered {
        let mut request = Request::builder().method(method).uri(path);
        if !headers.iter().any(|(name, _)| *name == "host") {
            request = request.header(header::HOST, &self.host);
        }
        let own = self.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        for (name, value) in own.chain(headers.iter().copied()) {
            request = request.header(name, value);
        }
        if !self.cookies.is_empty() {
            let jar: Vec<String> =
                self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header(header::COOKIE, jar.join("; "));
        }
        // Only a test's own mistake in a header makes this fail; the site then answers 400-like.
        let request = request.body(Body::from(body)).unwrap_or_default();
        let response = self.site.answer(request).await;
        let (parts, body) = response.into_parts();
        self.keep_cookies(&parts.headers);
        let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap_or_default();
        Answered { status: parts.status, headers: parts.headers, bytes }
    }

    fn keep_cookies(&mut self, headers: &HeaderMap) {
        for value in headers.get_all(header::SET_COOKIE) {
            let text = value.to_str().unwrap_or("");
            let Some((name, value)) = text.split(';').next().and_then(|pair| pair.split_once('='))
            else {
                continue;
            };
            if text.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

/// Fields as a form body.
pub fn encode(fields: &[(&str, &str)]) -> String {
    let safe = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let pairs: Vec<String> =
        fields.iter().map(|(name, value)| format!("{}={}", safe(name), safe(value))).collect();
    pairs.join("&")
}

/// Hidden fields of the first form that goes to `action`. Reads our own pages, whose attributes
/// are always in double quotes.
pub fn hidden_fields(html: &str, action: &str) -> Vec<(String, String)> {
    let wanted = format!("action=\"{action}\"");
    let forms = html.split("<form").skip(1).map(|rest| rest.split("</form>").next().unwrap_or(""));
    let Some(form) = forms
        .into_iter()
        .find(|form| form.split('>').next().is_some_and(|tag| tag.contains(&wanted)))
    else {
        return Vec::new();
    };
    let inputs = form.split("<input").skip(1).filter_map(|rest| rest.split('>').next());
    inputs
        .filter(|tag| tag.contains("type=\"hidden\""))
        .map(|tag| (attribute(tag, "name"), attribute(tag, "value")))
        .collect()
}

fn attribute(tag: &str, name: &str) -> String {
    let value = tag.split(&format!(" {name}=\"")).nth(1).and_then(|rest| rest.split('"').next());
    let plain = value.unwrap_or("").replace("&lt;", "<").replace("&gt;", ">");
    plain.replace("&quot;", "\"").replace("&amp;", "&")
}

/// Settings for tests: a fixed time (2026-11-21 12:00 UTC) and repeatable randomness.
pub fn settings(base: &str) -> Settings {
    let noon = Timestamp::from_second(1_795_262_400).unwrap_or_default();
    settings_at(base, Arc::new(ManualClock::new(noon)))
}

/// Settings for tests with a clock of their own. All tests come from one caller, so the general
/// budgets are wide; classes of single routes are as they are.
pub fn settings_at(base: &str, clock: Arc<dyn Clock>) -> Settings {
    let mut settings = Settings::new(base, clock, Arc::new(SeededRandom::new(42)));
    let wide = |class: RateClass| RateClass { burst: 1_000_000, per_minute: 1_000_000, ..class };
    settings.rates = (wide(READ), wide(WRITE));
    settings
}

/// A kit with test settings.
///
/// # Panics
/// When `base` is not a base address.
#[expect(clippy::expect_used, reason = "only tests call this")]
pub fn kit_at(base: &str) -> Arc<Kit> {
    Kit::new(settings(base)).expect("a base address")
}

/// A browser before a site of these routes at `https://palaute.example.fi`.
pub fn browser(routes: Router) -> Browser {
    Browser::new(kit_at("https://palaute.example.fi").site(routes))
}

/// A context outside any request, for tests of components.
pub fn ctx() -> Ctx {
    let kit = kit_at("https://palaute.example.fi");
    let now = kit.settings.clock.now();
    let caller = kit.limiter.caller([192, 0, 2, 1].into(), now, &*kit.settings.random);
    Ctx {
        kit,
        lang: Lang::Fi,
        id: RequestId("testing0".to_owned()),
        path: "/".to_owned(),
        query: String::new(),
        now,
        session: None,
        lapsed: false,
        whence: crate::Whence::Near,
        for_program: false,
        caller,
    }
}
