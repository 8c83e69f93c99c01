//! What the kit promises, through whole requests.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use http::{Method, StatusCode};
use jiff::Timestamp;
use maud::html;
use seloste_kernel::{Exit, Fault, FaultKind, Lang, ManualClock};
use seloste_web::form::{
    Choice, Field, Form, FormErrors, FormSpec, Kind, Reading, Submission, Values,
};
use seloste_web::testing::{Answered, Browser, browser, encode, settings, settings_at};
use seloste_web::{
    Answer, CookieInventory, Ctx, DeclaredCookie, Kit, Later, Page, Policy, RateClass, Router,
    SessionRow, SessionStore, Settings, Sighting, Site, components, own_words,
};

const BASE: &str = "https://palaute.example.fi";

fn spec(ctx: &Ctx) -> FormSpec {
    let topics = vec![Choice::new("site", "Sivusto"), Choice::new("service", "Palvelu")];
    FormSpec::new(
        "palaute",
        vec![
            Field::new("message", "Palaute", Kind::Text { rows: 4 }).required().max_chars(50),
            Field::new("email", ctx.say("link-own"), Kind::Email),
            Field::new("topic", "Aihe", Kind::Checks(topics)),
        ],
    )
}

fn feedback_page(ctx: &Ctx, values: &Values, errors: &FormErrors) -> Response {
    let spec = spec(ctx);
    let form = Form { spec: &spec, action: "/palaute", values, errors, submit: "Lähetä" };
    Page::new("Palaute", form.render(ctx, html! {})).status(errors.status()).render(ctx)
}

async fn show(ctx: Ctx) -> Response {
    feedback_page(&ctx, &Values::none(), &FormErrors::none())
}

async fn send(ctx: Ctx, sent: Submission) -> Answer {
    match sent.read(&ctx, &spec(&ctx))? {
        Reading::Bad(values, errors) => Ok(feedback_page(&ctx, &values, &errors)),
        Reading::Good(values, command) => {
            let topics = values.all("topic").len();
            let message = values.get("message").unwrap().expose(Exit::Page).clone();
            let body = html! { p #message { (message) } p { (topics) " " (command.0[0]) } };
            Ok(Page::new("Kiitos", body).render(&ctx))
        }
    }
}

async fn fail(ctx: Ctx) -> Answer {
    let kind = match ctx.param("kind").unwrap_or_default().as_str() {
        "unauthenticated" => FaultKind::Unauthenticated,
        "forbidden" => FaultKind::Forbidden,
        "conflict" => FaultKind::Conflict,
        "gone" => FaultKind::Gone,
        "restricted" => FaultKind::Restricted,
        "too-many" => FaultKind::TooMany { retry_after_s: 7 },
        "environment" => FaultKind::Environment,
        "storage-full" => FaultKind::StorageFull,
        "refused" => return Err(Fault::refused("fault-refused", "feedback.keep").into()),
        _ => return Err(Fault::internal("row 7 of Maija is broken").into()),
    };
    Err(Fault::new(kind, "no-such-key").because("secret").into())
}

async fn odd(ctx: Ctx) -> Response {
    let mut response = Page::new("x", html! {}).render(&ctx);
    let headers = response.headers_mut();
    headers.append("set-cookie", "_ga=1; Max-Age=99".parse().unwrap());
    headers.append("server", "nginx".parse().unwrap());
    headers.append("access-control-allow-origin", "*".parse().unwrap());
    headers.append("content-security-policy", "default-src *".parse().unwrap());
    response
}

async fn boom() -> Response {
    "Maija".parse::<u16>().unwrap().to_string().into_response()
}

async fn limited(ctx: Ctx) -> Answer {
    ctx.throttle(RateClass { name: "receipt", burst: 2, per_minute: 1 })?;
    Ok("ok".into_response())
}

async fn slow() -> &'static str {
    std::future::pending().await
}

async fn leave() -> Response {
    (StatusCode::SEE_OTHER, [("location", "https://evil.example/x")]).into_response()
}

async fn enter(ctx: Ctx) -> Answer {
    let response = ctx.redirect("/oma");
    Ok(ctx.sign_in(response, "user:1").await?)
}

async fn own(ctx: Ctx) -> Answer {
    let session = ctx.session.as_ref();
    let session =
        session.ok_or_else(|| Fault::new(FaultKind::Unauthenticated, "fault-unauthenticated"))?;
    Ok(format!("subject {}", session.subject).into_response())
}

async fn quit(ctx: Ctx) -> Answer {
    Ok(ctx.sign_out(ctx.redirect("/")).await?)
}

async fn gallery(ctx: Ctx) -> Response {
    Page::new("Tyyli", components::gallery(&ctx, false)).render(&ctx)
}

fn routes() -> Router {
    Router::new()
        .route("/", get(show))
        .route("/palaute", get(show).post(send))
        .route("/fail", get(fail))
        .route("/api/v1/fail", get(fail))
        .route("/odd", get(odd))
        .route("/boom", get(boom))
        .route("/limited", get(limited))
        .route("/slow", get(slow))
        .route("/leave", get(leave))
        .route("/sisaan", post(enter))
        .route("/oma", get(own))
        .route("/ulos", post(quit))
        .route("/hallinta/tyyli", get(gallery))
}

fn site(change: impl FnOnce(&mut Settings)) -> Site {
    let mut settings = settings(BASE);
    change(&mut settings);
    Kit::new(settings).unwrap().site(routes())
}

/// Every response, whatever became of the request, carries these.
fn lint(answered: &Answered) {
    let csp = answered.header("content-security-policy");
    assert!(csp.starts_with("default-src 'none'"), "{csp}");
    assert!(csp.contains("frame-ancestors 'none'") && !csp.contains("unsafe"), "{csp}");
    assert_eq!(answered.header("referrer-policy"), "no-referrer");
    assert_eq!(answered.header("x-content-type-options"), "nosniff");
    assert_eq!(answered.header("cross-origin-opener-policy"), "same-origin");
    assert_eq!(answered.header("cross-origin-resource-policy"), "same-origin");
    assert!(answered.header("permissions-policy").contains("geolocation=()"));
    assert!(answered.header("strict-transport-security").contains("max-age=63072000"));
    assert_eq!(answered.header("x-request-id").len(), 8);
    assert!(answered.headers.get("server").is_none());
    assert!(!answered.text().contains('⟦'), "a text is missing: {}", answered.text());
}

#[tokio::test]
async fn every_kind_of_response_carries_the_protections_and_all_texts() {
    let mut browser = browser(routes());
    let kinds = "unauthenticated forbidden conflict gone restricted too-many environment storage-full refused internal";
    for prefix in ["", "/sv", "/en"] {
        for page in [
            "/",
            "/palaute",
            "/none",
            "/odd",
            "/boom",
            "/leave",
            "/hallinta/tyyli",
            "/healthz",
            "/%zz",
        ] {
            let answered = browser.get(&format!("{prefix}{page}")).await;
            lint(&answered);
            assert_eq!(answered.header("cache-control"), "no-store", "{prefix}{page}");
        }
        for kind in kinds.split(' ') {
            let path = format!("{prefix}/fail?kind={kind}");
            let answered = browser.get(&path).await;
            lint(&answered);
            assert!(answered.status.as_u16() >= 400, "{path}");
            assert!(answered.text().contains(answered.header("x-request-id")), "{path}");
            assert!(!answered.text().contains("secret") && !answered.text().contains("Maija"));
        }
    }
}

#[tokio::test]
async fn statuses_of_faults_and_problem_details() {
    let mut browser = browser(routes());
    let table = [
        ("unauthenticated", 401),
        ("forbidden", 403),
        ("refused", 403),
        ("conflict", 409),
        ("gone", 410),
        ("restricted", 423),
        ("too-many", 429),
        ("internal", 500),
        ("environment", 503),
        ("storage-full", 507),
    ];
    for (kind, status) in table {
        let page = browser.get(&format!("/fail?kind={kind}")).await;
        assert_eq!(page.status.as_u16(), status, "{kind}");
        assert!(page.header("content-type").starts_with("text/html"));
        let problem = browser.get(&format!("/en/api/v1/fail?kind={kind}")).await;
        assert_eq!(problem.status.as_u16(), status, "{kind}");
        assert_eq!(problem.header("content-type"), "application/problem+json");
        assert_eq!(problem.json()["status"], status);
        assert!(!problem.text().contains("secret") && !problem.text().contains("Maija"));
    }
    let refused = browser.get("/api/v1/fail?kind=refused").await.json();
    assert_eq!(refused["promise"], "feedback.keep");
    assert_eq!(browser.get("/fail?kind=too-many").await.header("retry-after"), "7");
}

#[tokio::test]
async fn unknown_paths_wrong_methods_and_long_addresses_get_pages() {
    let mut browser = browser(routes());
    let none = browser.get("/en/none").await;
    assert_eq!(none.status, 404);
    assert!(none.text().contains("Page not found") && none.text().contains("<html lang=\"en\""));
    let wrong = browser.send(Method::PUT, "/palaute", &[], Vec::new()).await;
    assert_eq!(wrong.status, 405);
    assert_eq!(wrong.header("allow"), "GET,HEAD,POST");
    lint(&wrong);
    let long = browser.get(&format!("/{}", "a".repeat(5000))).await;
    assert_eq!(long.status, 414);
    lint(&long);
    let head = browser.send(Method::HEAD, "/none", &[], Vec::new()).await;
    assert_eq!((head.status, head.bytes.len()), (StatusCode::NOT_FOUND, 0));
    assert_eq!(browser.get("/_/seloste-0000.css").await.status, 404);
}

#[tokio::test]
async fn a_foreign_host_is_not_answered() {
    let mut browser = browser(routes());
    for host in ["evil.example", "palaute.example.fi.evil.example", "palaute.example.fi:81", ""] {
        let answered = browser.send(Method::GET, "/palaute", &[("host", host)], Vec::new()).await;
        assert_eq!(answered.status, 421, "{host}");
        assert!(!answered.text().contains("evil"));
        lint(&answered);
    }
    assert_eq!(
        browser.send(Method::GET, "/healthz", &[("host", "x")], Vec::new()).await.status,
        200
    );
    let hostile = [("x-forwarded-host", "evil.example"), ("forwarded", "host=evil.example")];
    let page = browser.send(Method::GET, "/palaute", &hostile, Vec::new()).await;
    assert!(page.status == 200 && !page.text().contains("evil"));
}

#[tokio::test]
async fn the_address_chooses_the_language_and_the_front_page_asks_the_browser() {
    let mut browser = browser(routes());
    browser.headers.push(("accept-language".to_owned(), "sv-FI,en;q=0.5".to_owned()));
    let front = browser.get("/").await;
    assert_eq!((front.status.as_u16(), front.header("location")), (303, "/sv/"));
    assert!(front.header("vary").contains("accept-language"));
    let swedish = browser.open("/").await;
    assert!(swedish.text().contains("<html lang=\"sv\""));
    // The language switch leads to Finnish and stays there.
    assert!(swedish.text().contains("href=\"/?kieli=fi\""));
    assert!(browser.get("/?kieli=fi").await.text().contains("<html lang=\"fi\""));
    let inside = [("sec-fetch-site", "same-origin")];
    assert_eq!(browser.send(Method::GET, "/", &inside, Vec::new()).await.status, 200);
    let finnish = browser.get("/palaute").await.text();
    assert!(finnish.contains("<html lang=\"fi\"") && finnish.contains("href=\"/en/palaute\""));
    assert!(browser.get("/en/palaute").await.text().contains("action=\"/en/palaute\""));
}

#[tokio::test]
async fn no_address_makes_a_link_to_another_site() {
    let mut browser = browser(routes());
    for odd in ["//evil.example", "/sv//evil.example", "/sv/\\evil.example/", "/en///evil.example"]
    {
        let text = browser.get(odd).await.text();
        for start in ["\"//evil", "\"/\\evil", "\"///", "\"https://evil"] {
            assert!(!text.contains(start), "{odd} gives {start}");
        }
    }
}

#[tokio::test]
async fn the_general_budgets_are_kept() {
    let narrow = RateClass { name: "write", burst: 3, per_minute: 1 };
    let mut browser = Browser::new(site(|settings| settings.rates.1 = narrow));
    let mut statuses = Vec::new();
    for _ in 0..5 {
        statuses.push(browser.post("/palaute", &[]).await.status.as_u16());
    }
    assert_eq!(statuses, [403, 403, 403, 429, 429]);
    assert_eq!(browser.get("/palaute").await.status, 200);
}

#[tokio::test]
async fn a_form_is_sent_once_and_sets_no_cookie() {
    let mut browser = browser(routes());
    let page = browser.get("/palaute").await;
    let fields = [("message", "Hyvä!"), ("topic", "site"), ("topic", "service")];
    let sent = browser.submit(&page, "/palaute", &fields).await;
    assert_eq!(sent.status, 200);
    assert!(sent.text().contains("<p id=\"message\">Hyvä!</p><p>2 "));
    let again = browser.submit(&page, "/palaute", &fields).await;
    assert_eq!(again.status, 409);
    assert!(again.text().contains("on jo lähetetty"));
    lint(&again);
    assert!(browser.cookies.is_empty() && sent.headers.get("set-cookie").is_none());
    let naked = browser.post("/palaute", &fields).await;
    assert_eq!(naked.status, 403);
}

#[tokio::test]
async fn a_form_grows_old() {
    let clock = Arc::new(ManualClock::new("2026-11-21T12:00:00Z".parse().unwrap()));
    let kit = Kit::new(settings_at(BASE, Arc::clone(&clock) as _)).unwrap();
    let mut browser = Browser::new(kit.site(routes()));
    let page = browser.get("/palaute").await;
    clock.set("2026-11-21T14:00:01Z".parse().unwrap());
    let late = browser.submit(&page, "/palaute", &[("message", "x")]).await;
    assert_eq!(late.status, 409);
    assert!(late.text().contains("yli kaksi tuntia"));
    clock.set("2026-11-21T14:00:00Z".parse().unwrap());
    assert_eq!(browser.submit(&page, "/palaute", &[("message", "x")]).await.status, 200);
}

#[tokio::test]
async fn a_foreign_page_cannot_send_our_form() {
    let mut browser = browser(routes());
    let page = browser.get("/palaute").await;
    let token = seloste_web::testing::hidden_fields(&page.text(), "/palaute")[0].1.clone();
    let body = encode(&[("_token", &token), ("message", "x")]);
    let media = ("content-type", "application/x-www-form-urlencoded");
    let foreign: [&[(&str, &str)]; 6] = [
        &[("sec-fetch-site", "cross-site")],
        &[("sec-fetch-site", "same-site"), ("origin", BASE)],
        &[("origin", "https://evil.example")],
        &[("origin", "http://palaute.example.fi")],
        &[("origin", "https://palaute.example.fi.evil.example")],
        &[("origin", "https://palaute.example.fi:444")],
    ];
    for headers in foreign {
        let headers: Vec<(&str, &str)> = headers.iter().copied().chain([media]).collect();
        let answered = browser.send(Method::POST, "/palaute", &headers, body.clone().into()).await;
        assert_eq!(answered.status, 403, "{headers:?}");
        lint(&answered);
    }
    let ours = [("origin", "null"), ("sec-fetch-site", "same-origin"), media];
    assert_eq!(browser.send(Method::POST, "/palaute", &ours, body.into()).await.status, 200);
}

#[tokio::test]
async fn bad_fields_are_named_and_everything_typed_is_kept() {
    let mut browser = browser(routes());
    let long = "ä".repeat(51);
    let cases: [(&str, &str); 9] = [
        ("message=a&message=b", "kahteen kertaan"),
        ("message=a&phone=040", "”phone”"),
        ("message=a&%3Cb%3E=1", "”&lt;b&gt;”"),
        ("message=a%00b", "merkki, jota ei voi tallentaa"),
        ("message=%ff%fe", "ei voitu lukea"),
        ("message=+++", "Täytä tämä kohta"),
        (
            &format!("message={}", encode(&[("", &long)]).trim_start_matches('=')),
            "enintään 50 merkkiä",
        ),
        ("message=a&email=not-an-address", "nimi@esimerkki.fi"),
        ("message=a&topic=other", "annetuista vaihtoehdoista"),
    ];
    for (fields, expected) in cases {
        let page = browser.get("/palaute").await;
        let token = seloste_web::testing::hidden_fields(&page.text(), "/palaute")[0].1.clone();
        let body = format!("_token={token}&{fields}");
        let media = [("content-type", "application/x-www-form-urlencoded")];
        let answered = browser.send(Method::POST, "/palaute", &media, body.into_bytes()).await;
        assert_eq!(answered.status, 422, "{fields}");
        assert!(answered.text().contains(expected), "{fields}: {}", answered.text());
        assert!(answered.text().contains("<title>Virhe: "));
        lint(&answered);
    }
    let page = browser.get("/palaute").await;
    let fields = [("message", "<i>kept</i>"), ("email", "wrong"), ("topic", "service")];
    let text = browser.submit(&page, "/palaute", &fields).await.text();
    assert!(text.contains("&lt;i&gt;kept&lt;/i&gt;") && text.contains("value=\"wrong\""));
    assert!(text.contains("value=\"service\" checked"));
    assert!(text.contains("<a href=\"#f-palaute-email\">"));
}

#[tokio::test]
async fn large_bodies_and_other_formats_are_refused() {
    let mut browser = browser(routes());
    let media = [("content-type", "application/x-www-form-urlencoded")];
    let body = vec![b'a'; 10 << 20];
    let large = browser.send(Method::POST, "/palaute", &media, body).await;
    assert_eq!(large.status, 413);
    lint(&large);
    let many = browser.post("/palaute", &[("x", "1"); 300]).await;
    assert_eq!(many.status, 403, "the token is asked for first");
    let json = [("content-type", "application/json")];
    assert_eq!(browser.send(Method::POST, "/palaute", &json, b"{}".to_vec()).await.status, 415);
}

#[tokio::test]
async fn what_the_notice_does_not_declare_is_stopped_and_counted() {
    let site = site(|_| {});
    let kit = Arc::clone(site.kit());
    let mut browser = Browser::new(site);
    let odd = browser.get("/odd").await;
    lint(&odd);
    assert!(odd.headers.get("set-cookie").is_none());
    assert!(odd.headers.get("access-control-allow-origin").is_none());
    let away = browser.get("/leave").await;
    assert_eq!(away.status, 500);
    assert!(away.headers.get("location").is_none());
    let boom = browser.get("/boom").await;
    assert_eq!(boom.status, 500);
    assert!(boom.text().contains("Jokin meni vikaan") && !boom.text().contains("Maija"));

    let seen: Vec<(Sighting, String)> =
        kit.observations.all().into_iter().map(|seen| (seen.sighting, seen.what)).collect();
    assert_eq!(
        seen,
        [
            (Sighting::UndeclaredCookie, "_ga".to_owned()),
            (Sighting::UndeclaredHeader, "access-control-allow-origin".to_owned()),
            (Sighting::UndeclaredHeader, "server".to_owned()),
            (Sighting::ForeignRedirect, "evil.example".to_owned()),
            (Sighting::Panic, "handler".to_owned()),
        ]
    );
}

#[tokio::test]
async fn a_declared_host_may_be_redirected_to() {
    let declared =
        Policy { redirect_hosts: vec!["https://evil.example".to_owned()], ..Policy::default() };
    let mut browser = Browser::new(site(|settings| settings.policy = declared));
    assert_eq!(browser.get("/leave").await.status, 303);
}

#[tokio::test]
async fn browsers_reports_are_counted_by_directive_and_host_only() {
    let site = site(|_| {});
    let kit = Arc::clone(site.kit());
    let mut browser = Browser::new(site);
    let report = br#"{"csp-report":{"violated-directive":"script-src 'self'","blocked-uri":"https://evil.example/x?name=Maija"}}"#;
    let answered = browser.send(Method::POST, "/csp-raportti", &[], report.to_vec()).await;
    assert_eq!(answered.status, 204);
    for junk in [&b"\xff"[..], b"[]", b"[1,2]", b"{\"body\":3}"] {
        assert_eq!(
            browser.send(Method::POST, "/csp-raportti", &[], junk.to_vec()).await.status,
            204
        );
    }
    let seen = kit.observations.all();
    assert_eq!(seen[0].what, "script-src evil.example");
}

#[tokio::test]
async fn too_many_tries_are_told_when_to_come_back() {
    let mut browser = browser(routes());
    assert_eq!(browser.get("/limited").await.status, 200);
    assert_eq!(browser.get("/limited").await.status, 200);
    let third = browser.get("/en/limited").await;
    assert_eq!(third.status, 429);
    assert!((1..=60).contains(&third.header("retry-after").parse::<u32>().unwrap()));
    lint(&third);
}

#[tokio::test]
async fn a_forged_forwarding_header_does_not_make_a_new_caller() {
    let mut browser = browser(routes());
    let mut statuses = Vec::new();
    for number in 0..4 {
        let forged = format!("192.0.2.{number}");
        let headers = [("x-forwarded-for", forged.as_str())];
        statuses.push(browser.send(Method::GET, "/limited", &headers, Vec::new()).await.status);
    }
    assert_eq!(statuses[2..], [429, 429]);

    let proxy = site(|settings| settings.trusted_proxies = vec![[0, 0, 0, 0].into()]);
    let mut behind = Browser::new(proxy);
    for number in 0..4 {
        // The nearest hop counts; what the caller put before it is not believed.
        let forwarded = format!("203.0.113.9, 192.0.2.{number}");
        let headers = [("x-forwarded-for", forwarded.as_str())];
        assert_eq!(behind.send(Method::GET, "/limited", &headers, Vec::new()).await.status, 200);
    }
}

#[tokio::test(start_paused = true)]
async fn a_handler_that_hangs_is_given_up() {
    let mut browser = browser(routes());
    let answered = browser.get("/slow").await;
    assert_eq!(answered.status, 503);
    lint(&answered);
}

#[tokio::test]
async fn static_files_are_kept_for_ever_and_packed() {
    let mut browser = browser(routes());
    let page = browser.get("/palaute").await.text();
    let href = page.split("rel=\"stylesheet\" href=\"").nth(1).unwrap().split('"').next().unwrap();
    let plain = browser.get(href).await;
    lint(&plain);
    assert_eq!(plain.header("content-type"), "text/css; charset=utf-8");
    assert!(plain.header("cache-control").contains("immutable"));
    assert!(plain.bytes.len() < 24 * 1024, "{} bytes of style", plain.bytes.len());
    let headers = [("accept-encoding", "br, gzip")];
    let packed = browser.send(Method::GET, href, &headers, Vec::new()).await;
    assert_eq!(packed.header("content-encoding"), "gzip");
    assert!(packed.bytes.len() * 2 < plain.bytes.len());
}

#[derive(Default)]
struct Memory {
    rows: Mutex<HashMap<[u8; 32], SessionRow>>,
}

impl SessionStore for Memory {
    fn find(&self, digest: [u8; 32], _: Timestamp) -> Later<'_, Option<SessionRow>> {
        let row = self.rows.lock().unwrap().get(&digest).cloned();
        Box::pin(async move { Ok(row) })
    }
    fn insert(&self, row: SessionRow) -> Later<'_, ()> {
        self.rows.lock().unwrap().insert(row.digest, row);
        Box::pin(async { Ok(()) })
    }
    fn remove(&self, digest: [u8; 32]) -> Later<'_, ()> {
        self.rows.lock().unwrap().remove(&digest);
        Box::pin(async { Ok(()) })
    }
}

fn with_sessions(base: &str) -> (Browser, Arc<Memory>) {
    let memory = Arc::new(Memory::default());
    let mut settings = settings(base);
    settings.sessions = Some(Arc::clone(&memory) as _);
    settings.cookies =
        CookieInventory::new(vec![DeclaredCookie { name: "istunto".to_owned(), max_age_s: None }]);
    (Browser::new(Kit::new(settings).unwrap().site(routes())), memory)
}

#[tokio::test]
async fn s2_58_the_session_identifier_is_a_random_number_sequence() {
    let (mut browser, _) = with_sessions(BASE);
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..20 {
        browser.cookies.clear();
        let answered = browser.post("/sisaan", &[]).await;
        let cookie = answered.header("set-cookie").to_owned();
        assert!(cookie.starts_with("__Host-istunto="), "{cookie}");
        for part in ["; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/"] {
            assert!(cookie.contains(part), "{cookie}");
        }
        let value = browser.cookies["__Host-istunto"].clone();
        assert!(value.len() >= 39 && value.bytes().all(|byte| byte.is_ascii_digit()));
        assert!(seen.insert(value));
    }
}

#[tokio::test]
async fn a_session_lives_from_sign_in_to_sign_out() {
    let (mut browser, memory) = with_sessions(BASE);
    assert_eq!(browser.get("/oma").await.status, 401);
    // An identifier planted before sign-in is never the signed-in one.
    let planted = "1".repeat(78);
    browser.cookies.insert("__Host-istunto".to_owned(), planted.clone());
    browser.post("/sisaan", &[]).await;
    assert_ne!(browser.cookies["__Host-istunto"], planted);
    assert_eq!(browser.get("/oma").await.text(), "subject user:1");
    let old = browser.cookies.clone();
    // Signing in again ends the former session.
    browser.post("/sisaan", &[]).await;
    let new = std::mem::replace(&mut browser.cookies, old);
    assert_eq!(browser.get("/oma").await.status, 401);
    browser.cookies = new.clone();
    assert_eq!(memory.rows.lock().unwrap().len(), 1);

    let out = browser.post("/ulos", &[]).await;
    assert!(out.header("clear-site-data").contains("\"storage\""));
    assert!(browser.cookies.is_empty());
    browser.cookies = new;
    assert_eq!(browser.get("/oma").await.status, 401);
}

#[tokio::test]
async fn a_plain_demo_on_the_local_host_uses_another_cookie_name() {
    let (mut browser, _) = with_sessions("http://127.0.0.1:8080");
    browser.post("/sisaan", &[]).await;
    assert_eq!(browser.cookies.keys().collect::<Vec<_>>(), ["istunto"]);
    assert_eq!(browser.get("/oma").await.status, 200);
}

#[test]
fn all_texts_exist_in_three_languages() {
    let words = own_words().unwrap();
    assert_eq!(words.gaps(), []);
    for lang in Lang::ALL {
        assert!(words.has(lang, "fault-next-internal"));
    }
}

#[tokio::test]
async fn an_alert_is_on_top_of_every_page_that_it_is_for_and_none_is_there_unasked() {
    let routes = || {
        Router::new()
            .route("/{page}", get(|ctx: Ctx| async move { Page::new("A", html! {}).render(&ctx) }))
    };
    let quiet = browser(routes()).get("/yksi").await;
    assert!(!quiet.text().contains("class=\"banner\""));
    let mut settings = settings(BASE);
    settings.alert = Arc::new(|ctx| (ctx.path == "/yksi").then(|| html! { p { "Kiire" } }));
    let mut told = Browser::new(Kit::new(settings).unwrap().site(routes()));
    let page = told.get("/yksi").await.text();
    let (banner, main) = (page.find("<p>Kiire</p>").unwrap(), page.find("<main").unwrap());
    assert!(page.find("class=\"banner\"").unwrap() < banner && banner < main);
    assert!(told.get("/sv/yksi").await.text().contains("Kiire"), "in every language");
    assert!(!told.get("/kaksi").await.text().contains("Kiire"));
}

#[tokio::test]
async fn two_forms_of_a_page_may_ask_for_the_same_and_each_label_names_its_own() {
    async fn page(ctx: Ctx) -> Response {
        let (values, errors) = (Values::none(), FormErrors::none());
        let form = |name: &str| {
            let text = Field::new("text", "Teksti", Kind::Text { rows: 4 });
            let spec = FormSpec::new(name, vec![text.help("Ohje")]);
            let action = "/palaute";
            let form = Form { spec: &spec, action, values: &values, errors: &errors, submit: "A" };
            form.render(&ctx, html! {})
        };
        Page::new("A", html! { (form("yksi")) (form("kaksi")) }).render(&ctx)
    }
    let page = browser(Router::new().route("/", get(page))).get("/").await.text();
    let ids: Vec<&str> =
        page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(ids.len(), once.len(), "{ids:?}");
    for id in ["f-yksi-text", "f-kaksi-text"] {
        assert!(page.contains(&format!("for=\"{id}\"")), "{page}");
        assert!(page.contains(&format!("aria-describedby=\"{id}-help\"")), "{page}");
    }
}
