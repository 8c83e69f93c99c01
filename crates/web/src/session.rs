//! Sign-in sessions. The browser holds a random number sequence in a `__Host-` cookie; the
//! program's store holds only its SHA-256 and decides who it stands for.

use std::future::Future;
use std::pin::Pin;

use axum::response::Response;
use http::HeaderValue;
use http::header::SET_COOKIE;
use jiff::Timestamp;
use seloste_kernel::{Fault, SessionId};

use crate::Ctx;
use crate::cookies::HOST_PREFIX;
use crate::mac::{random_bytes, random_digits, sha256};

/// Digits in the secret: 78 decimal digits carry 259 bits.
const SECRET_DIGITS: usize = 78;

/// A future of the store.
pub type Later<'a, T> = Pin<Box<dyn Future<Output = Result<T, Fault>> + Send + 'a>>;

/// A session as the store keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRow {
    /// Its name in lists; not a secret.
    pub id: SessionId,
    /// SHA-256 of the secret: the store cannot produce the cookie.
    pub digest: [u8; 32],
    /// Whom it stands for, in the program's own words; the page kit does not read it.
    pub subject: String,
    /// When it began.
    pub started: Timestamp,
    /// When it ends at the latest.
    pub expires: Timestamp,
}

/// Where sessions are kept; the program provides it.
pub trait SessionStore: Send + Sync {
    /// The session of this digest. The store may also end it for idleness by answering `None`.
    fn find(&self, digest: [u8; 32], now: Timestamp) -> Later<'_, Option<SessionRow>>;
    /// Keeps a new session.
    fn insert(&self, row: SessionRow) -> Later<'_, ()>;
    /// Ends a session.
    fn remove(&self, digest: [u8; 32]) -> Later<'_, ()>;
}

/// How the session cookie looks.
#[derive(Debug, Clone)]
pub struct SessionCookie {
    /// Its declared name, without `__Host-`.
    pub name: String,
    /// Life of the cookie in seconds; `None`: until the browser closes.
    pub max_age_s: Option<u64>,
    /// Life of the session in seconds, whatever the browser does.
    pub life_s: u64,
    /// `SameSite=Strict` instead of `Lax`: then a link from a mail opens the page signed out.
    pub strict: bool,
}

impl Default for SessionCookie {
    fn default() -> Self {
        Self { name: "istunto".to_owned(), max_age_s: None, life_s: 12 * 3600, strict: false }
    }
}

impl SessionCookie {
    /// The name on the wire. `__Host-` needs TLS; without it (a demo on the local host) the bare
    /// name is used, so that a plain-text site can never set the real one.
    pub fn wire_name(&self, secure: bool) -> String {
        let prefix = if secure { HOST_PREFIX } else { "" };
        format!("{prefix}{}", self.name)
    }

    fn header(
        &self,
        secure: bool,
        value: &str,
        max_age_s: Option<u64>,
    ) -> Result<HeaderValue, Fault> {
        let mut cookie = format!("{}={value}; Path=/; HttpOnly", self.wire_name(secure));
        cookie.push_str(if self.strict { "; SameSite=Strict" } else { "; SameSite=Lax" });
        if secure {
            cookie.push_str("; Secure");
        }
        if let Some(seconds) = max_age_s {
            cookie.push_str(&format!("; Max-Age={seconds}"));
        }
        HeaderValue::from_str(&cookie).map_err(Fault::internal)
    }
}

/// The session a request came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its name in lists.
    pub id: SessionId,
    /// Whom it stands for, in the program's own words.
    pub subject: String,
    /// When it began.
    pub started: Timestamp,
    /// When it ends at the latest.
    pub expires: Timestamp,
    pub(crate) digest: [u8; 32],
}

/// The live session behind a cookie value, if there is one.
pub(crate) async fn load(
    store: &dyn SessionStore,
    value: &str,
    now: Timestamp,
) -> Result<Option<Session>, Fault> {
    if value.len() != SECRET_DIGITS || !value.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(None);
    }
    let digest = sha256(value.as_bytes());
    let Some(row) = store.find(digest, now).await? else { return Ok(None) };
    let live = now < row.expires && row.digest == digest;
    let SessionRow { id, subject, started, expires, .. } = row;
    Ok(live.then_some(Session { id, subject, started, expires, digest }))
}

impl Ctx {
    /// Begins a session for a subject and puts its cookie on the response. The session the
    /// request came in ends: an identifier planted before sign-in is never signed in.
    ///
    /// # Errors
    /// Internal when the program gave no session store; otherwise the store's.
    pub async fn sign_in(&self, mut response: Response, subject: &str) -> Result<Response, Fault> {
        let store = self.session_store()?;
        if let Some(old) = &self.session {
            store.remove(old.digest).await?;
        }
        let settings = &self.kit.settings.session_cookie;
        let secret = random_digits(&*self.kit.settings.random, SECRET_DIGITS);
        let life_s = settings.max_age_s.unwrap_or(settings.life_s).min(settings.life_s);
        let expires = self
            .now
            .checked_add(jiff::SignedDuration::from_secs(i64::try_from(life_s).unwrap_or(i64::MAX)))
            .map_err(Fault::internal)?;
        let row = SessionRow {
            id: SessionId::from_bytes(random_bytes(&*self.kit.settings.random)),
            digest: sha256(secret.as_bytes()),
            subject: subject.to_owned(),
            started: self.now,
            expires,
        };
        store.insert(row).await?;
        let cookie = settings.header(self.kit.secure(), &secret, settings.max_age_s)?;
        response.headers_mut().append(SET_COOKIE, cookie);
        Ok(response)
    }

    /// Ends the session, takes the cookie back and asks the browser to forget what it keeps of
    /// us (Clear-Site-Data).
    ///
    /// # Errors
    /// The store's.
    pub async fn sign_out(&self, mut response: Response) -> Result<Response, Fault> {
        if let Some(session) = &self.session {
            self.session_store()?.remove(session.digest).await?;
            let cookie = self.kit.settings.session_cookie.header(self.kit.secure(), "", Some(0))?;
            response.headers_mut().append(SET_COOKIE, cookie);
        }
        let forget = HeaderValue::from_static("\"cache\", \"cookies\", \"storage\"");
        response.headers_mut().insert("clear-site-data", forget);
        Ok(response)
    }

    fn session_store(&self) -> Result<&dyn SessionStore, Fault> {
        let store = self.kit.settings.sessions.as_deref();
        store.ok_or_else(|| Fault::internal("no session store was given to the page kit"))
    }
}
