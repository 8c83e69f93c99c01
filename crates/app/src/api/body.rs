//! What programs send: one JSON object, each member once, nothing that was not asked for.

use std::fmt;

use aws_lc_rs::digest::{Context, SHA256};
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::response::{IntoResponse, Response};
use http::header::{AUTHORIZATION, CONTENT_TYPE};
use http::{HeaderMap, StatusCode};
use seloste_kernel::{Fault, FaultKind};
use seloste_web::{Ctx, Failed};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;

/// The header by which a program makes a repeated request have one effect.
const IDEMPOTENCY_KEY: &str = "idempotency-key";
/// A refusal repeats no more of an unknown name than this.
const NAME_CHARS_MAX: usize = 64;
/// No kind has so many fields: a body with more is refused whatever the rest of it says.
const MEMBERS_MAX: usize = 256;

/// The members of the object sent, in their order.
pub struct Body {
    members: Vec<(String, Value)>,
    /// The same for the same key with the same body: whoever only knows or guesses another's key
    /// gets nothing of theirs.
    pub command: Option<[u8; 16]>,
}

impl Body {
    /// Reads what was sent.
    ///
    /// # Errors
    /// `BadRequest` for what is no JSON, `Invalid` for what is no object.
    pub fn of(bytes: &[u8]) -> Result<Self, Fault> {
        let Object(members) = read(bytes)?;
        Ok(Self { members, command: None })
    }

    /// Takes a member out.
    ///
    /// # Errors
    /// `Invalid` when it was sent twice.
    pub fn take(&mut self, name: &str) -> Result<Option<Value>, Fault> {
        let is_it = |(known, _): &mut (String, Value)| known == name;
        let mut found = self.members.extract_if(.., is_it).map(|(_, value)| value);
        let first = found.next();
        if found.next().is_some() {
            return Err(invalid("fault-field-twice", name));
        }
        Ok(first)
    }

    /// Takes a text out.
    ///
    /// # Errors
    /// `Invalid` when it was sent twice, is no text or is empty.
    pub fn take_text(&mut self, name: &str) -> Result<Option<String>, Fault> {
        self.take(name)?.map(|value| text(name, value)).transpose()
    }

    /// Refuses what nobody has taken.
    ///
    /// # Errors
    /// `Invalid` naming the first member left.
    pub fn finish(&self) -> Result<(), Fault> {
        match self.members.first() {
            Some((name, _)) => Err(invalid("fault-field-undeclared", name)),
            None => Ok(()),
        }
    }
}

/// A text that is not empty: what is not known is left out, so that there is one way to say it.
///
/// # Errors
/// `Invalid` for anything else.
pub fn text(name: &str, value: Value) -> Result<String, Fault> {
    match value {
        Value::String(text) if text.is_empty() => Err(invalid("fault-api-empty", name)),
        Value::String(text) => Ok(text),
        _ => Err(invalid("fault-api-not-text", name)),
    }
}

/// A whole number; JSON may write it `3.0` as well.
///
/// # Errors
/// `Invalid` for anything else.
pub fn whole_number(name: &str, value: &Value) -> Result<i64, Fault> {
    // Beyond 2^53 a fraction is no longer exact.
    let exact = |number: &f64| number.fract() == 0.0 && number.abs() < 9_007_199_254_740_992.0;
    let whole = value.as_i64().or_else(|| value.as_f64().filter(exact).map(|number| number as i64));
    whole.ok_or_else(|| invalid("fault-api-not-number", name))
}

/// A refusal of one member.
pub fn invalid(key: &'static str, name: &str) -> Fault {
    let name: String = name.chars().take(NAME_CHARS_MAX).collect();
    Fault::new(FaultKind::Invalid, key).with("field", &name).in_field(name)
}

impl<S: Send + Sync> FromRequest<S> for Body {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let failed = |fault: Fault| Failed::from(fault).into_response();
        let headers = request.headers().clone();
        let of_what = of_what(&request);
        // Read before anything is refused: an answer to half a request ends the connection.
        let bytes =
            Bytes::from_request(request, state).await.map_err(IntoResponse::into_response)?;
        if !is_json(&headers) {
            return Err(StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response());
        }
        let key = key(&headers).map_err(failed)?;
        let command = key.map(|key| command(&key, &of_what, &bytes));
        Self::of(&bytes).map(|body| Self { command, ..body }).map_err(failed)
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let media = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
    let essence = media.split(';').next().unwrap_or("").trim();
    essence.eq_ignore_ascii_case("application/json")
}

/// The bytes of the key: a UUID, or 32 hexadecimal digits.
fn key(headers: &HeaderMap) -> Result<Option<Vec<u8>>, Fault> {
    let mut given = headers.get_all(IDEMPOTENCY_KEY).iter();
    let Some(value) = given.next() else { return Ok(None) };
    let bad = || Fault::new(FaultKind::BadRequest, "fault-api-idempotency-key");
    let text = value.to_str().map_err(|_| bad())?;
    let hyphens: Vec<usize> = text.match_indices('-').map(|(at, _)| at).collect();
    let in_form = match text.len() {
        32 => hyphens.is_empty(),
        36 => hyphens == [8, 13, 18, 23],
        _ => false,
    };
    let digits: String = text.chars().filter(|c| *c != '-').collect();
    if given.next().is_some() || !in_form || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Err(bad());
    }
    Ok(Some(digits.to_ascii_lowercase().into_bytes()))
}

/// What is asked, of what, and by whom: the same key and body elsewhere are another command.
fn of_what(request: &Request) -> Vec<u8> {
    let given = request.headers().get(AUTHORIZATION).map(|value| value.as_bytes());
    let session = request.extensions().get::<Ctx>().and_then(|ctx| ctx.session.as_ref());
    let who = given.or(session.map(|session| session.subject.as_bytes())).unwrap_or_default();
    let parts = [request.method().as_str().as_bytes(), request.uri().path().as_bytes(), who];
    let sum = |part: &[u8]| aws_lc_rs::digest::digest(&SHA256, part).as_ref().to_vec();
    parts.map(sum).concat()
}

fn command(key: &[u8], of_what: &[u8], body: &[u8]) -> [u8; 16] {
    let mut hash = Context::new(&SHA256);
    hash.update(b"api command 2\n");
    hash.update(key);
    hash.update(of_what);
    hash.update(body);
    let mut command = [0; 16];
    command.copy_from_slice(&hash.finish().as_ref()[..16]);
    command
}

fn read(bytes: &[u8]) -> Result<Object, Fault> {
    serde_json::from_slice(bytes).map_err(|error| {
        // The error's own text may quote what was sent.
        let place = format!("line {}, column {}", error.line(), error.column());
        if error.is_data() {
            Fault::new(FaultKind::Invalid, "fault-api-not-object").because(place)
        } else {
            Fault::new(FaultKind::BadRequest, "fault-api-json").because(place)
        }
    })
}

/// An object whose members are kept as sent; `serde_json` itself would let the last of two win.
struct Object(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Object {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Members)
    }
}

struct Members;

impl<'de> Visitor<'de> for Members {
    type Value = Object;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Object, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            if members.len() < MEMBERS_MAX {
                members.push(member);
            }
        }
        Ok(Object(members))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(text: &str) -> Body {
        Body::of(text.as_bytes()).unwrap()
    }

    #[test]
    fn a_member_sent_twice_or_of_another_type_is_refused() {
        let mut twice = body(r#"{"message":"a","message":"b"}"#);
        assert_eq!(twice.take("message").unwrap_err().key(), "fault-field-twice");
        let mut number = body(r#"{"message":1}"#);
        assert_eq!(number.take_text("message").unwrap_err().key(), "fault-api-not-text");
        assert_eq!(number.take_text("message").unwrap(), None);
    }

    #[test]
    fn whole_numbers_have_two_forms() {
        let number = |text: &str| whole_number("n", &serde_json::from_str(text).unwrap()).ok();
        assert_eq!((number("3"), number("3.0"), number("-3e2")), (Some(3), Some(3), Some(-300)));
        for bad in ["3.5", "1e300", "\"3\"", "null", "18446744073709551615"] {
            assert_eq!(number(bad), None, "{bad}");
        }
    }

    #[test]
    fn what_is_left_is_named_but_not_at_length() {
        let left = body(&format!(r#"{{"{}":1}}"#, "x".repeat(1000)));
        let fault = left.finish().unwrap_err();
        assert_eq!(fault.field().map(str::len), Some(NAME_CHARS_MAX));
    }

    #[test]
    fn bad_json_and_other_json_are_told_apart() {
        let kind = |text: &str| read(text.as_bytes()).map(|_| ()).unwrap_err().kind();
        for text in ["", "{", "{\"a\":1,}", "{\"a\":\"\\ud800\"}", "\u{0}", "{}x"] {
            assert_eq!(kind(text), FaultKind::BadRequest, "{text:?}");
        }
        for text in ["[]", "1", "null", "\"Maija\""] {
            assert_eq!(kind(text), FaultKind::Invalid, "{text:?}");
        }
    }

    #[test]
    fn the_key_is_a_uuid_or_plain_digits() {
        let key = |text: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(IDEMPOTENCY_KEY, text.parse().unwrap());
            super::key(&headers).map(Option::unwrap)
        };
        let plain = key("8e03978e40d543ddbc936894a57f9324").unwrap();
        assert_eq!(key("8E03978E-40D5-43DD-BC93-6894A57F9324").unwrap(), plain);
        for bad in
            ["", "1", "8e03978e40d543ddbc936894a57f932g", "8e03978e-40d543ddbc936894a57f9324-123"]
        {
            assert_eq!(key(bad).unwrap_err().kind(), FaultKind::BadRequest, "{bad}");
        }
        assert_ne!(command(&plain, b"a", b"{}"), command(&plain, b"a", b"{ }"));
        assert_ne!(command(&plain, b"a", b"{}"), command(&plain, b"b", b"{}"));
    }
}
