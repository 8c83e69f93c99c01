//! Checks of single requests and responses: host, origin, redirects, headers, cookies.

use axum::extract::Request;
use axum::response::{IntoResponse as _, Response};
use http::header::{self, HeaderMap, HeaderName};
use http::{StatusCode, Uri};
use seloste_kernel::{Fault, FaultKind};

use crate::Ctx;
use crate::fault::Failed;
use crate::kit::Kit;
use crate::observe::Sighting;

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).map(|value| value.to_str().unwrap_or("\u{fffd}"))
}

/// Only hosts we know: a forged one must not get into a link or a cache (421, RFC 9110 §15.5.20).
pub(crate) fn host(kit: &Kit, request: &Request) -> Result<(), Failed> {
    let authority = request.uri().authority().map(|authority| authority.as_str());
    let mut named = request.headers().get_all(header::HOST).iter();
    let header_host = named.next().map(|value| value.to_str().unwrap_or("\u{fffd}"));
    let known = |host: &str| kit.hosts.iter().any(|known| known.eq_ignore_ascii_case(host));
    let hosts: Vec<&str> = authority.into_iter().chain(header_host).collect();
    if hosts.is_empty() || named.next().is_some() || !hosts.iter().all(|host| known(host)) {
        return Err(Failed::status(StatusCode::MISDIRECTED_REQUEST, "fault-host"));
    }
    Ok(())
}

/// Nothing changes at the wish of a foreign page. The browser's own word (`Sec-Fetch-Site`)
/// counts first; `Origin` is `null` for our own forms too, since we send no referrer, and then the
/// form's token decides.
pub(crate) fn origin(kit: &Kit, headers: &HeaderMap) -> Result<(), Failed> {
    let own = match (text(headers, "sec-fetch-site"), text(headers, "origin")) {
        (Some(site), _) => site == "same-origin" || site == "none",
        (None, None | Some("null")) => true,
        (None, Some(origin)) => {
            let scheme = if kit.secure() { "https://" } else { "http://" };
            origin
                .strip_prefix(scheme)
                .is_some_and(|host| kit.hosts.iter().any(|known| known.eq_ignore_ascii_case(host)))
        }
    };
    if own { Ok(()) } else { Err(Fault::new(FaultKind::Forbidden, "fault-origin").into()) }
}

/// Whether a redirect target stays with us: a path of ours or a declared host.
fn stays(kit: &Kit, target: &str) -> bool {
    // Browsers read `\` as `/` and drop tabs and line ends, so `/\host` would leave the site.
    let odd = target.chars().any(|c| c == '\\' || c.is_control() || c.is_whitespace());
    if odd {
        return false;
    }
    if target.starts_with('/') {
        return !target.starts_with("//");
    }
    let Ok(uri) = target.parse::<Uri>() else { return false };
    let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else { return false };
    let origin = format!("{scheme}://{authority}");
    origin == kit.base() || kit.settings.policy.redirect_hosts.contains(&origin)
}

/// Stops a redirect to a host that the notice does not declare.
pub(crate) fn redirect(ctx: &Ctx, response: Response) -> Response {
    let Some(target) = response.headers().get(header::LOCATION) else { return response };
    let target = target.to_str().unwrap_or("\u{fffd}\n");
    if stays(&ctx.kit, target) {
        return response;
    }
    let host = target.parse::<Uri>().ok().and_then(|uri| uri.host().map(str::to_owned));
    ctx.kit.observations.note(Sighting::ForeignRedirect, host.as_deref().unwrap_or("?"), ctx.now);
    Failed::from(Fault::internal("a handler redirected to an undeclared host")).into_response()
}

/// Headers that would let others in or tell about us; no handler of ours needs them.
const UNWANTED: [&str; 8] = [
    "access-control-allow-origin",
    "access-control-allow-credentials",
    "server",
    "x-powered-by",
    "refresh",
    "service-worker-allowed",
    "sourcemap",
    "alt-svc",
];

/// Takes off what is not declared: headers that open or tell too much, cookies not in the notice.
pub(crate) fn headers(ctx: &Ctx, response: &mut Response) {
    let (kit, now) = (&ctx.kit, ctx.now);
    for name in UNWANTED {
        if response.headers_mut().remove(HeaderName::from_static(name)).is_some() {
            tracing::error!(header = name, "header stopped: not declared");
            kit.observations.note(Sighting::UndeclaredHeader, name, now);
        }
    }
    kit.settings.cookies.guard(response.headers_mut(), kit.secure(), &kit.observations, now);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::kit_at;

    #[test]
    fn no_redirect_form_leaves_the_site() {
        let kit = kit_at("https://palaute.example.fi");
        for inside in ["/", "/oma?x=1", "/oma#y", "https://palaute.example.fi/oma"] {
            assert!(stays(&kit, inside), "{inside}");
        }
        let hosts =
            ["evil.example", "palaute.example.fi.evil.example", "palaute.example.fi@evil.example"];
        let starts = [
            "//",
            "///",
            "/\\",
            "\\\\",
            "\\/",
            "https://",
            "http://",
            "https:/",
            "https:///",
            "HTTPS://",
            "/\t/",
            "\t//",
            " //",
            "/\n/",
            "javascript://",
            "data://",
            "ftp://",
            "https:\\\\",
            "",
        ];
        for host in hosts {
            for start in starts {
                for end in ["", "/", "/oma", "?/oma"] {
                    let target = format!("{start}{host}{end}");
                    assert!(!stays(&kit, &target), "{target:?}");
                }
            }
        }
    }
}
