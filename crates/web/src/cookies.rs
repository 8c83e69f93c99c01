//! Cookies: the inventory says which exist; a response that sets another one is stopped.

use http::HeaderMap;
use http::header::{COOKIE, HeaderValue, SET_COOKIE};
use jiff::Timestamp;

use crate::observe::{Observations, Sighting};

/// The prefix that binds a cookie to this very host (RFC 6265bis §4.1.3.2).
pub const HOST_PREFIX: &str = "__Host-";

/// One declared cookie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeclaredCookie {
    /// Its name, without `__Host-`.
    pub name: String,
    /// Longest life in seconds; `None`: until the browser closes.
    pub max_age_s: Option<u64>,
}

/// All cookies that the notice declares. Empty by default: then no cookie passes.
#[derive(Debug, Clone, Default)]
pub struct CookieInventory {
    declared: Vec<DeclaredCookie>,
}

impl CookieInventory {
    /// The declared cookies.
    pub fn new(declared: Vec<DeclaredCookie>) -> Self {
        Self { declared }
    }

    fn find(&self, wire_name: &str) -> Option<&DeclaredCookie> {
        let name = wire_name.strip_prefix(HOST_PREFIX).unwrap_or(wire_name);
        self.declared.iter().find(|cookie| cookie.name == name)
    }

    /// Drops from a response every cookie that the notice does not declare as it is, and counts
    /// it. `secure`: whether the site is served over TLS.
    pub(crate) fn guard(
        &self,
        headers: &mut HeaderMap,
        secure: bool,
        seen: &Observations,
        now: Timestamp,
    ) {
        if !headers.contains_key(SET_COOKIE) {
            return;
        }
        let set: Vec<HeaderValue> = headers.get_all(SET_COOKIE).iter().cloned().collect();
        headers.remove(SET_COOKIE);
        for value in set {
            let text = value.to_str().unwrap_or("");
            let name = text.split(['=', ';']).next().unwrap_or("").trim().to_owned();
            let stopped = match self.find(&name) {
                None => Some(Sighting::UndeclaredCookie),
                Some(declared) if !as_declared(text, declared, secure) => {
                    Some(Sighting::WeakCookie)
                }
                Some(_) => None,
            };
            match stopped {
                None => _ = headers.append(SET_COOKIE, value),
                Some(sighting) => {
                    tracing::error!(cookie = ?name, ?sighting, "cookie stopped: not as declared");
                    seen.note(sighting, &name, now);
                }
            }
        }
    }
}

fn as_declared(set_cookie: &str, declared: &DeclaredCookie, secure: bool) -> bool {
    let mut attributes = set_cookie.split(';').skip(1).map(|attribute| attribute.trim());
    let has = |wanted: &str| {
        set_cookie.split(';').skip(1).any(|attribute| attribute.trim().eq_ignore_ascii_case(wanted))
    };
    let guarded = has("HttpOnly")
        && (has("SameSite=Lax") || has("SameSite=Strict"))
        && (!secure || (has("Secure") && has("Path=/") && set_cookie.starts_with(HOST_PREFIX)));
    let age = attributes.find_map(|attribute| {
        let (name, value) = attribute.split_once('=')?;
        name.eq_ignore_ascii_case("max-age").then(|| value.trim().parse::<u64>().ok())
    });
    let value = set_cookie.split(';').next().and_then(|pair| pair.split_once('=')).map(|(_, v)| v);
    let expires = set_cookie.to_ascii_lowercase().contains("expires=");
    let lasting = match age {
        None => !expires,
        Some(Some(age)) => age <= declared.max_age_s.unwrap_or(0) && !expires,
        Some(None) => false,
    };
    guarded && lasting && value.is_some_and(says_nothing)
}

/// A random number sequence or a short word of a setting: nothing a person could be known by.
fn says_nothing(value: &str) -> bool {
    let number = value.bytes().all(|byte| byte.is_ascii_digit());
    let word = value.len() <= 20 && value.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    number || word
}

/// The value of a request's cookie of exactly this name. Two cookies of one name are none: one of
/// them may have been planted.
pub(crate) fn read<'a>(headers: &'a HeaderMap, wire_name: &str) -> Option<&'a str> {
    let mut found = headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .filter(|(name, _)| *name == wire_name)
        .map(|(_, value)| value);
    match (found.next(), found.next()) {
        (Some(value), None) => Some(value),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passed(set_cookie: &'static str) -> bool {
        let inventory = CookieInventory::new(vec![DeclaredCookie {
            name: "istunto".to_owned(),
            max_age_s: Some(3600),
        }]);
        let mut headers = HeaderMap::new();
        headers.insert(SET_COOKIE, HeaderValue::from_static(set_cookie));
        let seen = Observations::default();
        inventory.guard(&mut headers, true, &seen, Timestamp::UNIX_EPOCH);
        assert_ne!(headers.contains_key(SET_COOKIE), !seen.all().is_empty());
        headers.contains_key(SET_COOKIE)
    }

    #[test]
    fn only_a_cookie_that_is_as_declared_passes() {
        assert!(passed("__Host-istunto=1; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=3600"));
        assert!(passed("__Host-istunto=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0"));
        assert!(!passed("__Host-istunto=1; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=3601"));
        assert!(!passed("__Host-istunto=1; Path=/; Secure; HttpOnly; SameSite=None"));
        assert!(!passed("__Host-istunto=1; Path=/; Secure; SameSite=Lax"));
        assert!(passed("__Host-istunto=tumma; Path=/; Secure; HttpOnly; SameSite=Lax"));
        assert!(!passed("__Host-istunto=a@b.fi; Path=/; Secure; HttpOnly; SameSite=Lax"));
        assert!(!passed("__Host-istunto; Path=/; Secure; HttpOnly; SameSite=Lax"));
        assert!(!passed("istunto=1; Path=/; Secure; HttpOnly; SameSite=Lax"));
        assert!(!passed("__Host-muu=1; Path=/; Secure; HttpOnly; SameSite=Lax"));
        assert!(!passed(
            "__Host-istunto=1; Path=/; Secure; HttpOnly; SameSite=Lax; Expires=Fri, 31 Dec 9999 23:59:59 GMT"
        ));
    }

    #[test]
    fn a_doubled_cookie_is_none() {
        let mut headers = HeaderMap::new();
        headers.insert(COOKIE, HeaderValue::from_static("a=1; b=2; a=3"));
        assert_eq!(read(&headers, "b"), Some("2"));
        assert_eq!(read(&headers, "a"), None);
    }
}
