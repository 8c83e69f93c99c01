//! What happens around every handler, in order: name the request, read the language off the
//! address, check host, size, origin and rate, load the session, run the handler with a time
//! limit, turn faults into pages, stop what the notice does not declare, put on the headers, log.

use std::any::Any;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{DefaultBodyLimit, MatchedPath, Request, State};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use http::header::{self, HeaderValue};
use http::{HeaderMap, Method, StatusCode, Uri};
use seloste_kernel::{Fault, FaultKind, Lang};
use tower::{Layer as _, ServiceExt as _};
use tower_http::catch_panic::CatchPanicLayer;

use crate::activity::{Activity, GivenUp};
use crate::fault::{Failed, finish};
use crate::kit::{BODY_FLOOR, Kit};
use crate::lang::{preferred, split_prefix};
use crate::observe::Sighting;
use crate::policy::REPORT_PATH;
use crate::router::Router;
use crate::whence::Whence;
use crate::{Ctx, assets, cookies, guard, health, log, reports, session};

/// The address a connection came from. Only the kit sees it: handlers get a digest.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Peer(pub(crate) IpAddr);

/// The whole site, ready to be served.
#[derive(Clone)]
pub struct Site {
    kit: Arc<Kit>,
    routes: axum::Router,
    paths: Arc<[String]>,
}

/// Marks a response whose handler panicked.
#[derive(Clone)]
struct Panicked;

impl Site {
    pub(crate) fn new(kit: Arc<Kit>, routes: Router) -> Self {
        let (routes, paths) = routes
            .route("/healthz", axum::routing::get(health::healthz))
            .route(REPORT_PATH, axum::routing::post(reports::receive))
            .into_parts();
        let inner = routes
            .layer(DefaultBodyLimit::max(kit.settings.max_body))
            .layer(CatchPanicLayer::custom(panicked))
            .layer(from_fn(remember_route));
        // The kit stands before the router, because it takes the language off the path.
        let around = from_fn_with_state(Arc::clone(&kit), around).layer(inner);
        Self { kit, routes: axum::Router::new().fallback_service(around), paths: paths.into() }
    }

    /// The kit of this site.
    pub fn kit(&self) -> &Arc<Kit> {
        &self.kit
    }

    /// Every path that has a route, sorted, with the names of its parts in braces.
    pub fn paths(&self) -> &[String] {
        &self.paths
    }

    /// Answers one request as if it had come from this address: for the program's own visits.
    pub async fn answer_to(&self, caller: IpAddr, mut request: Request) -> Response {
        request.extensions_mut().insert(Peer(caller));
        self.answer(request).await
    }

    /// Answers one request.
    pub async fn answer(&self, request: Request) -> Response {
        match self.routes.clone().oneshot(request).await {
            Ok(response) => response,
            Err(never) => match never {},
        }
    }
}

fn panicked(_: Box<dyn Any + Send + 'static>) -> Response {
    // The message may quote personal data: it is not looked at. The panic hook tells the place.
    let mut response = Failed::from(Fault::internal("a handler panicked")).into_response();
    response.extensions_mut().insert(Panicked);
    response
}

async fn remember_route(request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().cloned();
    let mut response = next.run(request).await;
    if let Some(route) = route {
        response.extensions_mut().insert(route);
    }
    response
}

async fn around(State(kit): State<Arc<Kit>>, mut request: Request, next: Next) -> Response {
    let started = tokio::time::Instant::now();
    let method = request.method().clone();
    let mut ctx = context(&kit, &request);
    let mut response = match enter(&mut ctx, &mut request).await {
        Err(failed) => failed.into_response(),
        Ok(Some(early)) => early,
        Ok(None) => handled(&kit, request, next).await,
    };
    if response.extensions().get::<Panicked>().is_some() {
        kit.observations.note(Sighting::Panic, "handler", ctx.now);
    }
    response = guard::redirect(&ctx, response);
    response = finish(&ctx, &method, response);
    guard::headers(&ctx, &mut response);
    let status = response.status();
    kit.headers.put_on(status, response.headers_mut());
    if let Ok(id) = HeaderValue::from_str(ctx.id.as_str()) {
        response.headers_mut().insert("x-request-id", id);
    }
    log::request(&ctx, &method, &response, started.elapsed());
    response
}

/// The handler's answer, as long as the request's body comes and the handler then answers in time.
async fn handled(kit: &Kit, request: Request, next: Next) -> Response {
    let (heard, request) = Activity::of(request);
    let settings = &kit.settings;
    let largest = settings.max_body.max(settings.max_upload) as u64;
    let whole = settings.request_timeout + Duration::from_secs(largest / BODY_FLOOR);
    match heard.within(settings.request_timeout, whole, next.run(request)).await {
        Ok(response) => response,
        Err(GivenUp::Body) => {
            Failed::status(StatusCode::REQUEST_TIMEOUT, "fault-timeout").into_response()
        }
        Err(GivenUp::Handler) => {
            Failed::status(StatusCode::SERVICE_UNAVAILABLE, "fault-slow").into_response()
        }
    }
}

fn context(kit: &Arc<Kit>, request: &Request) -> Ctx {
    let (mut lang, path) = split_prefix(request.uri().path());
    // Links are made of the path: `//host` or `/\\host` would lead to another site.
    let path = format!("/{}", path.trim_start_matches(['/', '\\']));
    if path.starts_with("/api/") && lang == Lang::Fi {
        // Programs have one address for all languages.
        let wish = request.headers().get(header::ACCEPT_LANGUAGE);
        let wish = wish.and_then(|wish| wish.to_str().ok()).and_then(preferred);
        lang = wish.unwrap_or_default();
    }
    let now = kit.settings.clock.now();
    let address = address(kit, request);
    let caller = kit.limiter.caller(address, now, &*kit.settings.random);
    // A proxy that does not say whom it speaks for must not lend its own place to everybody.
    let whence = match is_proxy(kit, &address) {
        true => Whence::Unknown,
        false => Whence::of(address, kit.settings.country_of),
    };
    Ctx {
        kit: Arc::clone(kit),
        lang,
        id: Ctx::new_id(kit),
        query: request.uri().query().unwrap_or_default().to_owned(),
        now,
        session: None,
        lapsed: false,
        for_program: path.starts_with("/api/") || asks_for_json(request.headers()),
        path,
        whence,
        caller,
    }
}

/// The caller's address: the connection's, or what a trusted proxy says, nearest first.
fn address(kit: &Kit, request: &Request) -> IpAddr {
    let unknown = IpAddr::from([0, 0, 0, 0]);
    let mut peer = request.extensions().get::<Peer>().map_or(unknown, |peer| peer.0);
    let forwarded = request.headers().get_all("x-forwarded-for").iter();
    let hops: Vec<&str> =
        forwarded.filter_map(|value| value.to_str().ok()).flat_map(|v| v.split(',')).collect();
    for hop in hops.iter().rev() {
        if !is_proxy(kit, &peer) {
            break;
        }
        let Ok(before) = hop.trim().parse() else { break };
        peer = before;
    }
    peer
}

fn is_proxy(kit: &Kit, address: &IpAddr) -> bool {
    kit.settings.trusted_proxies.contains(&address.to_canonical())
}

fn asks_for_json(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or("");
    !accept.contains("text/html")
        && (accept.contains("application/json") || accept.contains("application/problem+json"))
}

/// Everything that may stop a request before its handler. `Some`: answered already.
async fn enter(ctx: &mut Ctx, request: &mut Request) -> Result<Option<Response>, Failed> {
    let kit = Arc::clone(&ctx.kit);
    let uri_length = request.uri().path_and_query().map_or(0, |uri| uri.as_str().len());
    if uri_length > kit.settings.max_uri {
        return Err(Failed::status(StatusCode::URI_TOO_LONG, "fault-uri-too-long"));
    }
    if ctx.path != "/healthz" {
        guard::host(&kit, request)?;
    }
    if ctx.path.starts_with(assets::PREFIX)
        && matches!(*request.method(), Method::GET | Method::HEAD)
    {
        return Ok(kit.assets.serve(&ctx.path, request.headers()));
    }
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let (read, write) = kit.settings.rates;
    ctx.throttle(if reads { read } else { write })?;
    if !reads && ctx.path != REPORT_PATH {
        guard::origin(&kit, request.headers())?;
    }
    if let Some(elsewhere) = choose_language(ctx, request) {
        return Ok(Some(elsewhere));
    }
    if let Some(store) = kit.settings.sessions.as_deref() {
        let name = kit.settings.session_cookie.wire_name(kit.secure());
        if let Some(value) = cookies::read(request.headers(), &name) {
            ctx.session = session::load(store, value, ctx.now).await?;
            ctx.lapsed = ctx.session.is_none();
        }
    }
    *request.uri_mut() = without_prefix(request.uri(), &ctx.path)?;
    request.extensions_mut().insert(ctx.clone());
    Ok(None)
}

/// On the front page only: somebody who comes from elsewhere and whose browser prefers Swedish or
/// English is shown that. `?kieli=fi` (the language switch) and links on our pages say otherwise.
fn choose_language(ctx: &Ctx, request: &Request) -> Option<Response> {
    if request.uri().path() != "/" || !ctx.query.is_empty() || request.method() != Method::GET {
        return None;
    }
    let header = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    if header("sec-fetch-site") == Some("same-origin") {
        return None;
    }
    let lang = preferred(header("accept-language")?)?;
    if lang == Lang::Fi {
        return None;
    }
    let mut response = StatusCode::SEE_OTHER.into_response();
    let target = HeaderValue::from_str(&format!("/{}/", lang.tag())).ok()?;
    response.headers_mut().insert(header::LOCATION, target);
    let vary = HeaderValue::from_static("accept-language, sec-fetch-site");
    response.headers_mut().insert(header::VARY, vary);
    Some(response)
}

fn without_prefix(uri: &Uri, path: &str) -> Result<Uri, Fault> {
    let target = match uri.query() {
        Some(query) => format!("{path}?{query}"),
        None => path.to_owned(),
    };
    target
        .parse()
        .map_err(|error| Fault::new(FaultKind::BadRequest, "fault-address").because(error))
}
