//! Browsers' reports of what the content policy stopped: counted by directive and host only.

use axum::body::Bytes;
use http::{StatusCode, Uri};
use serde_json::Value;

use crate::Ctx;
use crate::observe::Sighting;

/// Takes both forms of report (`report-uri` and Reporting API). Whatever comes, nothing is kept
/// but a directive and a host.
pub(crate) async fn receive(ctx: Ctx, body: Bytes) -> StatusCode {
    let Ok(report) = serde_json::from_slice::<Value>(&body) else { return StatusCode::NO_CONTENT };
    let single = std::slice::from_ref(&report);
    for entry in report.as_array().map_or(single, Vec::as_slice).iter().take(10) {
        let (body, directive, blocked) = match (entry.get("csp-report"), entry.get("body")) {
            (Some(body), _) => (body, "violated-directive", "blocked-uri"),
            (_, Some(body)) => (body, "effectiveDirective", "blockedURL"),
            _ => continue,
        };
        let word = |name: &str| body.get(name).and_then(Value::as_str);
        let Some(directive) = word(directive).and_then(|text| text.split(' ').next()) else {
            continue;
        };
        let blocked = word(blocked).and_then(|text| text.parse::<Uri>().ok());
        let host = blocked.and_then(|uri| uri.host().map(str::to_owned));
        let what = format!("{directive} {}", host.as_deref().unwrap_or("-"));
        ctx.kit.observations.note(Sighting::PolicyReport, &what, ctx.now);
    }
    StatusCode::NO_CONTENT
}
