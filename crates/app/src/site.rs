//! The pages of one installation: which cookies, hosts and routes there are follows from the
//! notice in force.

use std::sync::Arc;

use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use seloste_kernel::{Clock, Fault, Lang, PersonId};
use seloste_notice::model::{Notice, Period};
use seloste_register::{Session, Way};
use seloste_web::{
    CookieInventory, Ctx, DeclaredCookie, HOST_PREFIX, Kit, Later, Link, Owner, Policy, Router,
    SessionCookie, SessionRow, SessionStore, Settings, Site,
};

use crate::app::App;
use crate::sentences::text;
use crate::{announcement, api, console, demo, public, receipts, services, words};

/// The cookie in which somebody is signed in, as the notice declares it.
pub const SESSION: &str = "session";

/// How the site differs from a plain installation.
#[derive(Debug, Clone, Copy, Default)]
pub struct Mode {
    /// Time comes from a test clock.
    pub test_clock: bool,
    /// All data are invented.
    pub demo: bool,
}

/// Builds the site.
///
/// # Errors
/// `Environment` when the public address is not usable.
pub fn build(
    app: &Arc<App>,
    clock: Arc<dyn Clock>,
    base: String,
    mode: Mode,
) -> Result<Site, Fault> {
    let register = app.register()?;
    let mut settings = Settings::new(base, clock, Arc::clone(&app.random));
    settings.words = vec![words::shared()];
    settings.site_name = site_name(app);
    let owned = Arc::clone(app);
    settings.owner = Arc::new(move || {
        let controller = &owned.register().ok()?.notice.controller;
        Some(Owner { name: controller.name.clone(), email: controller.email.clone() })
    });
    // Passkeys need a script, and a receipt is copied by one; nothing else has any.
    settings.policy = Policy { own_scripts: true, ..Policy::default() };
    settings.assets = console::assets();
    settings.assets.push(receipts::asset());
    settings.cookies = cookies(&register.notice);
    settings.sessions = Some(Arc::new(Sessions(Arc::clone(app))));
    let life_s = seconds(register.notice.session_times().life);
    settings.session_cookie =
        SessionCookie { name: SESSION.to_owned(), life_s, ..SessionCookie::default() };
    settings.token_key = app.engine.token_key();
    let staff = Arc::clone(app);
    settings.nav = Arc::new(move |ctx| nav(&staff, ctx));
    let watched = Arc::clone(app);
    settings.alert = Arc::new(move |ctx| {
        services::rights::banner(&watched, ctx).or_else(|| announcement::banner(&watched, ctx))
    });
    settings.test_clock = mode.test_clock;
    settings.demo = mode.demo.then_some(demo::banner as fn(&Ctx) -> Markup);
    settings.throttles = !mode.demo;
    settings.trusted_proxies = app.installation.settings.trusted_proxies.clone();
    settings.request_timeout = app.installation.settings.limits.answer();
    settings.country_of = iptocc::country_code;
    let kit = Kit::new(settings)?;
    app.set_kit(Arc::clone(&kit));
    let mut routes: Router<Arc<App>> =
        public::routes().merge(console::routes()).merge(api::routes(&register.notice));
    for service in services::of(&register.notice) {
        routes = routes.merge((service.routes)());
    }
    if mode.demo {
        routes = routes.merge(demo::routes());
    }
    let keep_inside = from_fn_with_state(Arc::clone(app), console::abroad::keep_inside);
    let routes = routes.layer(from_fn(console::give_back_late)).layer(keep_inside);
    let site = kit.site(routes.with_state(Arc::clone(app)));
    app.set_site(site.clone());
    Ok(site)
}

/// What stands in the header and in titles: the register's own name, as it is now in force.
fn site_name(app: &Arc<App>) -> Arc<dyn Fn(Lang) -> String + Send + Sync> {
    let app = Arc::clone(app);
    Arc::new(move |lang| {
        let register = app.register().ok();
        register.map(|register| text(&register.notice.register, lang)).unwrap_or_default()
    })
}

fn nav(app: &App, ctx: &Ctx) -> Vec<Link> {
    if ctx.path.starts_with("/hallinta") { console::nav(app, ctx) } else { public::nav(app, ctx) }
}

/// What answers on the unencrypted port: the same address, encrypted. It sets no cookie and reads
/// none of what was sent.
pub fn redirecting(kit: &Arc<Kit>) -> Site {
    kit.site(Router::new().fallback(encrypted))
}

async fn encrypted(ctx: Ctx) -> Response {
    let query = if ctx.query.is_empty() { String::new() } else { format!("?{}", ctx.query) };
    let target = format!("{}{}{query}", ctx.kit.base(), ctx.href(&ctx.path));
    Redirect::permanent(&target).into_response()
}

/// The closed inventory of cookies.
fn cookies(notice: &Notice) -> CookieInventory {
    let declared = notice.cookies.iter().map(|cookie| DeclaredCookie {
        name: cookie.name.strip_prefix(HOST_PREFIX).unwrap_or(&cookie.name).to_owned(),
        max_age_s: cookie.keep.map(seconds),
    });
    CookieInventory::new(declared.collect())
}

/// The longest a period can be, in seconds.
fn seconds(period: Period) -> u64 {
    u64::try_from(period.longest_ms() / 1000).unwrap_or(0)
}

/// Sessions are kept by the engine.
struct Sessions(Arc<App>);

impl SessionStore for Sessions {
    fn find(&self, digest: [u8; 32], _now: jiff::Timestamp) -> Later<'_, Option<SessionRow>> {
        Box::pin(async move {
            let found = self.0.engine.session(digest).await?;
            Ok(found.map(|session| SessionRow {
                id: session.id,
                digest,
                subject: subject(session.way, session.person),
                started: session.created,
                expires: session.expires,
            }))
        })
    }

    fn insert(&self, row: SessionRow) -> Later<'_, ()> {
        Box::pin(async move {
            let unread = || Fault::internal("a session of nobody");
            let (way, person) = read_subject(&row.subject).ok_or_else(unread)?;
            let (created, expires) = (row.started, row.expires);
            let session = Session { id: row.id, person, way, created, expires, used: created };
            self.0.engine.begin_session(row.digest, &session).await
        })
    }

    fn remove(&self, digest: [u8; 32]) -> Later<'_, ()> {
        Box::pin(async move { self.0.engine.end_session(digest).await })
    }
}

/// Whom a session stands for, and how they were recognised.
pub fn subject(way: Way, person: PersonId) -> String {
    format!("{}:{person}", way.word())
}

fn read_subject(subject: &str) -> Option<(Way, PersonId)> {
    let (way, person) = subject.split_once(':')?;
    Some((Way::read(way)?, person.parse().ok()?))
}

/// The person a request is signed in as, and how they were recognised.
pub fn signed_in(ctx: &Ctx) -> Option<(Way, PersonId)> {
    ctx.session.as_ref().and_then(|session| read_subject(&session.subject))
}

/// The member of staff a request is signed in as: not somebody who only showed a receipt or a link.
pub fn staff_in(ctx: &Ctx) -> Option<PersonId> {
    signed_in(ctx).filter(|(way, _)| *way == Way::Staff).map(|(_, person)| person)
}
