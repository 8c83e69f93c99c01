//! Parameters after the question mark: each at most once, none that is not known.

use std::collections::BTreeMap;

use axum::extract::{FromRequestParts, Query};
use axum::response::{IntoResponse, Response};
use http::request::Parts;
use seloste_kernel::Fault;

use super::body::invalid;

/// The parameters, not yet asked for.
pub struct Params(BTreeMap<String, String>);

impl<S: Send + Sync> FromRequestParts<S> for Params {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let sent = Query::<Vec<(String, String)>>::from_request_parts(parts, state).await;
        let Query(pairs) = sent.map_err(IntoResponse::into_response)?;
        let mut params = BTreeMap::new();
        for (name, value) in pairs {
            if params.insert(name.clone(), value).is_some() {
                let fault = invalid("fault-field-twice", &name);
                return Err(seloste_web::Failed::from(fault).into_response());
            }
        }
        Ok(Self(params))
    }
}

impl Params {
    /// Takes a parameter as `read` understands it.
    ///
    /// # Errors
    /// `Invalid` when it does not.
    pub fn take<T>(
        &mut self,
        name: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, Fault> {
        let Some(text) = self.0.remove(name) else { return Ok(None) };
        read(&text).map(Some).ok_or_else(|| invalid("fault-field-form", name))
    }

    /// Refuses what nobody has taken.
    ///
    /// # Errors
    /// `Invalid` naming one that is left.
    pub fn finish(self) -> Result<(), Fault> {
        match self.0.first_key_value() {
            Some((name, _)) => Err(invalid("fault-field-undeclared", name)),
            None => Ok(()),
        }
    }
}

/// A short word of lower-case letters, digits and hyphens.
pub fn word(text: &str) -> Option<String> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    ((1..=40).contains(&text.len()) && text.chars().all(plain)).then(|| text.to_owned())
}

/// `true` or `false`.
pub fn flag(text: &str) -> Option<bool> {
    text.parse().ok()
}
