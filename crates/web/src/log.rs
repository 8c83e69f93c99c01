//! One structured line per request: method, route template, status, time, request id. Never the
//! address, the path, the query, the browser or anything a visitor typed.

use std::time::Duration;

use axum::extract::MatchedPath;
use axum::response::Response;
use http::Method;

use crate::Ctx;

pub(crate) fn request(ctx: &Ctx, method: &Method, response: &Response, took: Duration) {
    // Route templates are ours; a path is the visitor's.
    let route = response.extensions().get::<MatchedPath>().map_or("-", MatchedPath::as_str);
    let method = known(method);
    let status = response.status().as_u16();
    let ms = took.as_secs_f64() * 1000.0;
    let id = ctx.id.as_str();
    tracing::info!(target: "seloste::request", id, method, route, status, ms, "request");
    let labels = [
        ("method", method.to_owned()),
        ("route", route.to_owned()),
        ("status", status.to_string()),
    ];
    metrics::counter!("http_requests_total", &labels).increment(1);
    metrics::histogram!("http_request_seconds", &labels).record(took.as_secs_f64());
}

fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

/// Makes panics tell their place but not their message, which may quote personal data. Call once
/// in `main`.
pub fn quiet_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(target: "seloste::panic", place, "panic");
    }));
}
