//! The page kit of one program: its settings and what is shared by all requests.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use maud::Markup;
use seloste_kernel::{Clock, Fault, FaultKind, Lang, Random, Words};

use crate::Ctx;
use crate::assets::Assets;
use crate::cookies::CookieInventory;
use crate::csrf::Tokens;
use crate::observe::Observations;
use crate::policy::{Headers, Policy};
use crate::rate::{Limiter, READ, RateClass, WRITE};
use crate::router::Router;
use crate::session::{SessionCookie, SessionStore};
use crate::shell::Link;
use crate::stack::Site;
use crate::text::Texts;
use crate::whence::CountryOf;

/// The navigation of a page, made anew for each request (who is signed in decides).
pub type Nav = Arc<dyn Fn(&Ctx) -> Vec<Link> + Send + Sync>;

/// What must be seen on top of whatever page is open.
pub type Alert = Arc<dyn Fn(&Ctx) -> Option<Markup> + Send + Sync>;

/// Bytes per second below which a request's body is given up, once it had its time to begin.
pub(crate) const BODY_FLOOR: u64 = 1024;

/// Bytes of a form that takes documents.
const MAX_UPLOAD: usize = 3 << 20;

/// Who answers for a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// The name of the organisation.
    pub name: String,
    /// Where it is reached.
    pub email: Option<String>,
}

/// What the program tells the page kit.
#[derive(Clone)]
pub struct Settings {
    /// Where the site is: `https://palaute.example.fi` or, on the local host, `http://…`. Every
    /// absolute link comes from here, never from a request.
    pub base: String,
    /// Further host names that are answered (`localhost:8080`); others get 421.
    pub hosts: Vec<String>,
    /// The name of the site in the header and in titles.
    pub site_name: Arc<dyn Fn(Lang) -> String + Send + Sync>,
    /// Who answers for the site; named on every page.
    pub owner: Arc<dyn Fn() -> Option<Owner> + Send + Sync>,
    /// The program's texts, most particular first.
    pub words: Vec<Arc<Words>>,
    /// Where time comes from.
    pub clock: Arc<dyn Clock>,
    /// Where randomness comes from.
    pub random: Arc<dyn Random>,
    /// What pages may do, from the notice.
    pub policy: Policy,
    /// Which cookies exist, from the notice.
    pub cookies: CookieInventory,
    /// Where sessions are kept; `None`: nobody signs in.
    pub sessions: Option<Arc<dyn SessionStore>>,
    /// How the session cookie looks.
    pub session_cookie: SessionCookie,
    /// Key of form tokens, shared by all nodes.
    pub token_key: [u8; 32],
    /// Main navigation.
    pub nav: Nav,
    /// What must be seen on every page; nothing by default.
    pub alert: Alert,
    /// Whether time comes from a test clock: every page then says so.
    pub test_clock: bool,
    /// Whether everything is invented data: every page then says so, and with it what this makes.
    pub demo: Option<fn(&Ctx) -> Markup>,
    /// Bytes of a request body; more gets 413.
    pub max_body: usize,
    /// The same of a form that is sent in parts, because it takes documents.
    pub max_upload: usize,
    /// Bytes of path and query; more gets 414.
    pub max_uri: usize,
    /// Time for a handler to answer, from the last piece of the request's body; later gets 503. As
    /// long between two pieces of the body gets 408, and so does a body that takes longer in all than
    /// the largest one would at the floor of bodies.
    pub request_timeout: Duration,
    /// Addresses of proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// What tells the country of a caller; nothing does by default. Only the country is handed on.
    pub country_of: CountryOf,
    /// Budgets per caller of reading and of changing requests.
    pub rates: (RateClass, RateClass),
    /// Whether callers have budgets at all; without them tools may try invented data at any speed.
    pub throttles: bool,
    /// Further static files: name, media type, content.
    pub assets: Vec<(&'static str, &'static str, Vec<u8>)>,
}

impl Settings {
    /// Sensible settings for a site at `base`.
    pub fn new(base: impl Into<String>, clock: Arc<dyn Clock>, random: Arc<dyn Random>) -> Self {
        let mut token_key = [0; 32];
        random.fill(&mut token_key);
        Self {
            base: base.into(),
            hosts: Vec::new(),
            site_name: Arc::new(|_| "Seloste".to_owned()),
            owner: Arc::new(|| None),
            words: Vec::new(),
            clock,
            random,
            policy: Policy::default(),
            cookies: CookieInventory::default(),
            sessions: None,
            session_cookie: SessionCookie::default(),
            token_key,
            nav: Arc::new(|_| Vec::new()),
            alert: Arc::new(|_| None),
            test_clock: false,
            demo: None,
            max_body: 1 << 20,
            max_upload: MAX_UPLOAD,
            max_uri: 4096,
            request_timeout: Duration::from_secs(30),
            trusted_proxies: Vec::new(),
            country_of: |_| None,
            rates: (READ, WRITE),
            throttles: true,
            assets: Vec::new(),
        }
    }
}

/// The page kit of one program.
pub struct Kit {
    pub(crate) settings: Settings,
    pub(crate) texts: Texts,
    pub(crate) assets: Assets,
    pub(crate) headers: Headers,
    pub(crate) tokens: Tokens,
    pub(crate) limiter: Limiter,
    pub(crate) hosts: Vec<String>,
    secure: bool,
    /// What was seen that the notice does not allow.
    pub observations: Observations,
}

impl Kit {
    /// Makes the kit.
    ///
    /// # Errors
    /// `Environment` when the base address is not `http://host[:port]` or `https://host[:port]`,
    /// or when it is plain text on a host that is not the local one; internal for bad texts.
    pub fn new(settings: Settings) -> Result<Arc<Self>, Fault> {
        let (secure, host) = split_base(&settings.base)?;
        let mut hosts: Vec<String> =
            settings.hosts.iter().map(|host| host.to_lowercase()).collect();
        hosts.push(host);
        Ok(Arc::new(Self {
            texts: Texts::new(settings.words.clone())?,
            assets: Assets::new(&settings.assets)?,
            headers: Headers::new(&settings.policy, secure)?,
            tokens: Tokens::new(settings.token_key),
            limiter: Limiter::new(),
            hosts,
            secure,
            observations: Observations::default(),
            settings,
        }))
    }

    /// The program's routes inside the kit: languages, limits, headers, error pages, log. Paths
    /// are the Finnish ones, without language prefix.
    pub fn site(self: &Arc<Self>, routes: Router) -> Site {
        Site::new(Arc::clone(self), routes)
    }

    /// Whether the site is served over TLS, by us or by a proxy before us.
    pub fn secure(&self) -> bool {
        self.secure
    }

    /// The site's own address, without a final slash.
    pub fn base(&self) -> &str {
        &self.settings.base
    }

    /// Whether everything is invented data.
    pub fn is_demo(&self) -> bool {
        self.settings.demo.is_some()
    }

    /// The texts.
    pub fn texts(&self) -> &Texts {
        &self.texts
    }

    /// The address of a static file by its plain name (`seloste.css`).
    pub fn asset(&self, name: &str) -> &str {
        self.assets.href(name)
    }
}

fn split_base(base: &str) -> Result<(bool, String), Fault> {
    let bad = |why: &str| {
        Fault::new(FaultKind::Environment, "fault-base-address").because(format!("{base:?}: {why}"))
    };
    let (secure, host) = match (base.strip_prefix("https://"), base.strip_prefix("http://")) {
        (Some(host), _) => (true, host),
        (_, Some(host)) => (false, host),
        _ => return Err(bad("must begin with https:// or http://")),
    };
    let uri: http::Uri = base.parse().map_err(|_| bad("is not an address"))?;
    if uri.path_and_query().is_some_and(|rest| rest.as_str() != "/") || host.ends_with('/') {
        return Err(bad("must have no path"));
    }
    let name = uri.host().unwrap_or_default();
    let local = name == "localhost" || name == "[::1]" || name.starts_with("127.");
    if !secure && !local {
        return Err(bad("plain http is for the local host only"));
    }
    Ok((secure, host.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_base_address_is_checked() {
        let good = |base| split_base(base).unwrap();
        assert_eq!(good("https://Palaute.example.fi"), (true, "palaute.example.fi".to_owned()));
        assert_eq!(good("http://127.0.0.1:8080"), (false, "127.0.0.1:8080".to_owned()));
        for bad in ["", "example.fi", "http://example.fi", "https://a/b", "https://a/", "ftp://a"] {
            assert!(split_base(bad).is_err(), "{bad}");
        }
    }
}
