//! The program visits its own front page as a visitor would, and looks at what comes back.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::Request;
use http::{HeaderMap, header};

use crate::app::App;

/// The address and the browser that our own visitor pretends to have (RFC 5737: nobody's). They
/// must never be found on the disk.
pub const CANARIES: [&str; 2] = ["192.0.2.177", "seloste-self-check/177"];

/// What every response must carry: the header, and a part of its value.
const PROTECTIVE: [(&str, &str); 8] = [
    ("content-security-policy", "default-src 'none'"),
    ("content-security-policy", "frame-ancestors 'none'"),
    ("referrer-policy", "no-referrer"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("permissions-policy", "geolocation=()"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
];

/// Protective headers that our own front page lacks; `None` when there are no pages.
pub async fn missing_headers(app: &Arc<App>) -> Option<Vec<String>> {
    let site = app.site()?;
    let base = site.kit().base();
    let host = base.split_once("://").map_or(base, |(_, host)| host);
    let request = Request::get("/")
        .header(header::HOST, host)
        .header(header::USER_AGENT, CANARIES[1])
        .body(Body::empty())
        .ok()?;
    let response = site.answer_to(CANARIES[0].parse().ok()?, request).await;
    Some(missing(response.headers(), site.kit().secure()))
}

/// Names of the protective headers that are not there or say something else.
pub fn missing(headers: &HeaderMap, secure: bool) -> Vec<String> {
    let has = |name: &str, part: &str| {
        let mut values = headers.get_all(name).iter();
        values.any(|value| value.to_str().is_ok_and(|value| value.contains(part)))
    };
    let encrypted = secure.then_some(("strict-transport-security", "max-age="));
    let mut missing: Vec<String> = PROTECTIVE
        .into_iter()
        .chain(encrypted)
        .filter(|(name, part)| !has(name, part))
        .map(|(name, _)| name.to_owned())
        .collect();
    missing.dedup();
    if has("content-security-policy", "unsafe-") {
        missing.push("content-security-policy".to_owned());
    }
    missing
}
