//! A visitor: a cookie jar and a connection, nothing done unasked.
//!
//! Redirects are answers like any other until [`Browser::follow`] is called. Cookies are kept
//! with all their attributes, so that a scenario can check them, and are sent back over plain
//! HTTP to the local server even when marked `Secure`, as real browsers do for 127.0.0.1.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::{Arc, Mutex, RwLock};
use std::time::Duration;

use cookie::time::Duration as Age;
use http::{Method, Request};
use ureq::tls::{Certificate, RootCerts, TlsConfig, TlsProvider};
use url::Url;

use super::form::Form;
use super::page::Page;

pub use cookie::Cookie;

/// Larger answers are a defect in themselves.
const LARGEST: u64 = 64 * 1024 * 1024;
/// No page may take longer, not even on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// Where the server is now: it moves when it is restarted.
pub type Base = Arc<RwLock<Option<Url>>>;

/// Believes this authority only. The cryptography is named, because nothing installs one for all.
fn tls_of(trusted: Option<&[u8]>) -> TlsConfig {
    let roots: Vec<_> =
        trusted.map(|pem| Certificate::from_pem(pem).unwrap()).into_iter().collect();
    TlsConfig::builder()
        .provider(TlsProvider::Rustls)
        .root_certs(RootCerts::new_with_certs(&roots))
        .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::aws_lc_rs::default_provider()))
        .build()
}

/// One visitor. Make another one for another person.
pub struct Browser {
    base: Base,
    agent: ureq::Agent,
    jar: Mutex<Vec<Cookie<'static>>>,
    headers: Vec<(String, String)>,
}

impl Browser {
    /// `trusted`: the authority in PEM whose servers are believed; none other is.
    pub fn new(base: Base, trusted: Option<&[u8]>) -> Self {
        let agent = ureq::Agent::config_builder()
            .tls_config(tls_of(trusted))
            .http_status_as_error(false)
            .allow_non_standard_methods(true)
            .max_redirects(0)
            .proxy(None)
            .user_agent("")
            .timeout_global(Some(PATIENCE))
            // A server may close what is kept open at the moment when it is used again; browsers ask
            // once more then, this one does not.
            .max_idle_connections(0)
            .build()
            .new_agent();
        Self { base, agent, jar: Mutex::default(), headers: Vec::new() }
    }

    /// Sends this header with every request from now on.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.retain(|(known, _)| known != name);
        self.headers.push((name.into(), value.into()));
        self
    }

    /// The full address of a path.
    pub fn url(&self, path: &str) -> Url {
        let base = self.base.read().unwrap();
        base.as_ref().expect("the server is not running").join(path).unwrap()
    }

    /// Opens a page.
    pub fn get(&self, path: &str) -> Page {
        self.send(Request::get(path).body(Vec::new()).unwrap())
    }

    /// Opens a page of a server that may be killed meanwhile.
    pub fn try_get(&self, path: &str) -> Result<Page, ureq::Error> {
        self.try_send(Request::get(path).body(Vec::new()).unwrap())
    }

    /// Posts fields to a server that may be killed meanwhile.
    pub fn try_post(&self, path: &str, fields: &[(&str, &str)]) -> Result<Page, ureq::Error> {
        let mut body = url::form_urlencoded::Serializer::new(String::new());
        body.extend_pairs(fields);
        let request = Request::post(path)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(body.finish().into_bytes());
        self.try_send(request.unwrap())
    }

    /// Opens a page and keeps following redirects.
    pub fn open(&self, path: &str) -> Page {
        self.follow(self.get(path))
    }

    /// Follows redirects until there is a page.
    pub fn follow(&self, mut page: Page) -> Page {
        for _ in 0..5 {
            let Some(next) = page.location() else { return page };
            page = self.get(&next);
        }
        panic!("more than five redirects, last to {}", page.url)
    }

    /// Opens a page and takes the one form that `css` selects.
    pub fn form(&self, path: &str, css: &str) -> Form<'_> {
        let page = self.open(path).status(200);
        Form::find(self, &page, css)
    }

    /// The one form that `css` selects on a page that was the answer to another form.
    pub fn form_on(&self, page: &Page, css: &str) -> Form<'_> {
        Form::find(self, page, css)
    }

    /// Posts fields as a form does, but without looking at any form: no token is added.
    pub fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let mut body = url::form_urlencoded::Serializer::new(String::new());
        body.extend_pairs(fields);
        let request = Request::post(path)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(body.finish().into_bytes());
        self.send(request.unwrap())
    }

    /// Sends JSON to the interface for programs.
    pub fn json(&self, method: Method, path: &str, body: &serde_json::Value) -> Page {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("content-type", "application/json")
            .body(body.to_string().into_bytes());
        self.send(request.unwrap())
    }

    /// Sends any request; its address is a path.
    pub fn send(&self, request: Request<Vec<u8>>) -> Page {
        self.try_send(request).unwrap_or_else(|error| panic!("no answer: {error}"))
    }

    /// Sends any request; no answer (a server just killed) is not a failure.
    pub fn try_send(&self, mut request: Request<Vec<u8>>) -> Result<Page, ureq::Error> {
        let url = self.url(&request.uri().to_string());
        *request.uri_mut() = url.as_str().parse().unwrap();
        for (name, value) in &self.headers {
            let name: http::HeaderName = name.parse().unwrap();
            request.headers_mut().entry(name).or_insert(value.parse().unwrap());
        }
        if let Some(cookies) = self.cookie_header(url.path()) {
            request.headers_mut().insert("cookie", cookies.parse().unwrap());
        }
        let mut answer = self.agent.run(request)?;
        let body = answer.body_mut().with_config().limit(LARGEST).read_to_vec()?;
        let (parts, _) = answer.into_parts();
        for value in parts.headers.get_all("set-cookie") {
            self.keep(value.to_str().unwrap());
        }
        Ok(Page::new(url, parts, body))
    }

    /// Sends raw bytes over a fresh connection and reads until the server closes it: for
    /// requests that no proper client makes. End them with `Connection: close`.
    pub fn raw(&self, bytes: &[u8]) -> Vec<u8> {
        let url = self.url("/");
        let mut stream = TcpStream::connect(url.socket_addrs(|| None).unwrap()[0]).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let mut answer = Vec::new();
        // A server may answer and close before it has read everything: not a failure of ours.
        let _partly = stream.write_all(bytes);
        let _reset = stream.read_to_end(&mut answer);
        answer
    }

    /// The cookies held now, with their attributes.
    pub fn cookies(&self) -> Vec<Cookie<'static>> {
        self.jar.lock().unwrap().clone()
    }

    /// Forgets all cookies.
    pub fn forget(&self) {
        self.jar.lock().unwrap().clear();
    }

    /// Puts a cookie into the jar, as a thief would.
    pub fn keep(&self, set_cookie: &str) {
        let new = Cookie::parse(set_cookie.to_owned()).unwrap().into_owned();
        let mut jar = self.jar.lock().unwrap();
        jar.retain(|old| old.name() != new.name() || old.path() != new.path());
        if new.max_age() != Some(Age::ZERO) {
            jar.push(new);
        }
    }

    fn cookie_header(&self, path: &str) -> Option<String> {
        let jar = self.jar.lock().unwrap();
        let pairs: Vec<_> = jar
            .iter()
            .filter(|cookie| path.starts_with(cookie.path().unwrap_or("/")))
            .map(|cookie| format!("{}={}", cookie.name(), cookie.value()))
            .collect();
        (!pairs.is_empty()).then(|| pairs.join("; "))
    }
}
