//! The program visits its own pages as a visitor would, and looks at what comes back.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::Request;
use axum::response::Response;
use http::{HeaderMap, header};

use crate::app::App;
use crate::services;

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

/// Public forms are not larger than this.
const FORM_BYTES_MAX: usize = 1 << 20;

/// Protective headers that our own front page lacks; `None` when there are no pages.
pub async fn missing_headers(app: &Arc<App>) -> Option<Vec<String>> {
    let response = visit(app, "/").await?;
    Some(missing(response.headers(), app.site()?.kit().secure()))
}

/// What the public forms ask, by kind, as a visitor is shown them; a page that cannot be had is
/// left out.
pub async fn forms(app: &Arc<App>) -> BTreeMap<String, BTreeMap<String, bool>> {
    let mut forms = BTreeMap::new();
    for (kind, path, fields) in services::ALL.iter().filter_map(|service| service.form) {
        let Some(response) = visit(app, path).await.filter(|page| page.status().is_success())
        else {
            continue;
        };
        if let Ok(page) = axum::body::to_bytes(response.into_body(), FORM_BYTES_MAX).await {
            let shown = demanded(&String::from_utf8_lossy(&page));
            // What is not on the page is not demanded.
            let must = |field: &&str| shown.get(*field).copied().unwrap_or(false);
            let asked = fields.iter().map(|field| ((*field).to_owned(), must(field)));
            forms.insert(kind.to_owned(), asked.collect());
        }
    }
    forms
}

async fn visit(app: &Arc<App>, path: &str) -> Option<Response> {
    let site = app.site()?;
    let base = site.kit().base();
    let host = base.split_once("://").map_or(base, |(_, host)| host);
    let request = Request::get(path)
        .header(header::HOST, host)
        .header(header::USER_AGENT, CANARIES[1])
        .body(Body::empty())
        .ok()?;
    Some(site.answer_to(CANARIES[0].parse().ok()?, request).await)
}

/// The fields of a page's forms and whether the page says that they must be given. The page is our
/// own: attributes are quoted, and `>` in them is written as an entity.
pub fn demanded(page: &str) -> BTreeMap<String, bool> {
    let tags = page.split('<').filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag);
    let controls = tags.filter(|tag| {
        ["input ", "textarea ", "select "].iter().any(|control| tag.starts_with(control))
    });
    let mut fields = BTreeMap::new();
    for control in controls {
        let name = control.split_once(" name=\"").and_then(|(_, rest)| rest.split_once('"'));
        // Of the buttons of one choice each says so, or none.
        let required = control.split(' ').any(|word| word == "required");
        if let Some((name, _)) = name {
            *fields.entry(name.to_owned()).or_insert(false) |= required;
        }
    }
    fields
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
