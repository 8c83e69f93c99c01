//! What a page may do in the browser, as headers. The program fills a [`Policy`] from the notice,
//! so that the browser itself enforces it; by default nothing but our own pages.

use http::header::{self, HeaderName, HeaderValue};
use http::{HeaderMap, StatusCode};
use seloste_kernel::Fault;

/// Where browsers send reports of what the policy stopped.
pub const REPORT_PATH: &str = "/csp-raportti";

/// Hosts and abilities beyond our own pages. Empty by default.
#[derive(Debug, Clone, Default)]
pub struct Policy {
    /// Whether pages may load our own script files.
    pub own_scripts: bool,
    /// Foreign origins (`https://host`) that pages may load scripts from.
    pub script_hosts: Vec<String>,
    /// Foreign origins that pages may load images from.
    pub image_hosts: Vec<String>,
    /// Foreign origins that pages may embed.
    pub frame_hosts: Vec<String>,
    /// Foreign origins that scripts may talk to.
    pub connect_hosts: Vec<String>,
    /// Foreign origins that we may send a visitor to by a redirect.
    pub redirect_hosts: Vec<String>,
}

impl Policy {
    /// The Content-Security-Policy (CSP level 3).
    pub fn csp(&self) -> String {
        let mut csp = "default-src 'none'; style-src 'self'".to_owned();
        push(&mut csp, "img-src", Some("'self' data:"), &self.image_hosts);
        push(&mut csp, "script-src", self.own_scripts.then_some("'self'"), &self.script_hosts);
        push(&mut csp, "connect-src", self.own_scripts.then_some("'self'"), &self.connect_hosts);
        push(&mut csp, "frame-src", None, &self.frame_hosts);
        if self.own_scripts {
            csp.push_str("; require-trusted-types-for 'script'; trusted-types 'none'");
        }
        csp.push_str("; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; report-uri ");
        csp.push_str(REPORT_PATH);
        csp
    }
}

fn push(csp: &mut String, directive: &str, own: Option<&str>, hosts: &[String]) {
    if own.is_none() && hosts.is_empty() {
        return;
    }
    csp.push_str("; ");
    csp.push_str(directive);
    for source in own.into_iter().chain(hosts.iter().map(String::as_str)) {
        csp.push(' ');
        csp.push_str(source);
    }
}

/// Abilities of browsers that no page of ours asks for.
const PERMISSIONS: &str = "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), \
    display-capture=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), \
    interest-cohort=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=(), \
    publickey-credentials-get=(self)";

/// The headers that every response carries, built once.
pub(crate) struct Headers {
    always: Vec<(HeaderName, HeaderValue)>,
}

impl Headers {
    pub(crate) fn new(policy: &Policy, secure: bool) -> Result<Self, Fault> {
        let csp = HeaderValue::from_str(&policy.csp()).map_err(Fault::internal)?;
        let fixed = HeaderValue::from_static;
        let mut always = vec![
            (header::CONTENT_SECURITY_POLICY, csp),
            (HeaderName::from_static("permissions-policy"), fixed(PERMISSIONS)),
            (header::REFERRER_POLICY, fixed("no-referrer")),
            (header::X_CONTENT_TYPE_OPTIONS, fixed("nosniff")),
            (header::X_FRAME_OPTIONS, fixed("DENY")),
            (HeaderName::from_static("cross-origin-opener-policy"), fixed("same-origin")),
            (HeaderName::from_static("cross-origin-resource-policy"), fixed("same-origin")),
        ];
        if secure {
            // Two years, as the preload lists ask.
            let hsts = fixed("max-age=63072000; includeSubDomains");
            always.push((header::STRICT_TRANSPORT_SECURITY, hsts));
        }
        Ok(Self { always })
    }

    /// Puts them on, whatever a handler said. `no-store` unless the response chose its caching
    /// itself (static files do) and went well.
    pub(crate) fn put_on(&self, status: StatusCode, headers: &mut HeaderMap) {
        for (name, value) in &self.always {
            headers.insert(name.clone(), value.clone());
        }
        if status.is_client_error()
            || status.is_server_error()
            || !headers.contains_key(header::CACHE_CONTROL)
        {
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_foreign_by_default() {
        let csp = Policy::default().csp();
        assert!(csp.starts_with("default-src 'none'; style-src 'self'; img-src 'self' data:;"));
        for word in ["script-src", "http", "unsafe", "*", "frame-src", "connect-src"] {
            assert!(!csp.contains(word), "{word} in {csp}");
        }
    }

    #[test]
    fn a_declared_host_is_let_in_where_declared_only() {
        let policy = Policy {
            image_hosts: vec!["https://kuvat.example.fi".to_owned()],
            ..Policy::default()
        };
        assert!(policy.csp().contains("img-src 'self' data: https://kuvat.example.fi;"));
        assert_eq!(policy.csp().matches("https://").count(), 1);
    }
}
