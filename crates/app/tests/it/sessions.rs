//! Sessions that lie unused, of staff and of the page of one's own data.

use crate::support::browser::Browser;
use crate::support::feedback::consenting;
use crate::support::installation::Installation;
use crate::support::page::Page;
use crate::support::sql::sql;
use crate::support::staff::{PASSPHRASE, first, sign_in};

const MINUTE: i64 = 60;

fn plain() -> Installation {
    Installation::build("feedback").letters().without_second_factor().start()
}

/// Signs in on a sign-in page that is open already, and goes where it leads.
fn sign_in_at(browser: &Browser, page: &Page) -> Page {
    let path = page.url[url::Position::BeforePath..].to_owned();
    let form = browser.form(&path, "main form[action$='kirjaudu']").set("username", "alma");
    form.set("passphrase", PASSPHRASE).finish().status(200)
}

/// Leaves feedback; the receipt code.
fn feedback(org: &Installation, message: &str) -> String {
    let page = org.browser().form("/palaute", "main form").set("message", message).submit();
    page.status(200).one("main [data-receipt]")
}

/// The path of the newest feedback in the inbox.
fn newest(staff: &Browser) -> String {
    staff.open("/hallinta/palaute").status(200).attributes("main table a", "href").remove(0)
}

#[test]
fn an_unused_staff_session_ends_after_half_an_hour() {
    let mut org = plain();
    let alma = first(&mut org, "alma");
    for _ in 0..3 {
        org.pass(29 * MINUTE);
        alma.get("/hallinta").status(200);
    }
    org.pass(30 * MINUTE);
    let page = alma.open("/hallinta/palaute?tila=new&aihe=").status(200);
    let page = page.shows("Kirjautumisesi on päättynyt");
    assert_eq!(page.url.path(), "/hallinta/kirjaudu");
    let page = page.shows("Kirjautumisesi on päättynyt");
    assert!(!alma.get("/hallinta/kirjaudu").source().contains("Alma Alku"));
    let back = sign_in_at(&alma, &page);
    assert_eq!(&back.url[url::Position::BeforePath..], "/hallinta/palaute?tila=new&aihe=");
    // Who was never signed in is not told of an ending, nor who has signed out.
    let told = |browser: &Browser| browser.open("/hallinta").source().contains("on päättynyt");
    assert!(!told(&org.browser()));
    alma.form("/hallinta", "main form[action$='kirjaudu-ulos']").finish();
    assert!(!told(&alma));
}

#[test]
fn the_times_of_sessions_are_those_of_the_notice() {
    let build = Installation::build("feedback").without_second_factor();
    let times = (r#"keep="12 hours" idle="30 minutes""#, r#"keep="1 hour" idle="5 minutes""#);
    let mut org = build.notice(times.0, times.1).start();
    let alma = first(&mut org, "alma");
    org.browser().get("/evasteet").status(200).shows("1 tunti, enintään 5 minuuttia käyttämättä");
    for _ in 0..14 {
        org.pass(4 * MINUTE);
        alma.get("/hallinta").status(200);
    }
    org.pass(4 * MINUTE);
    alma.get("/hallinta").status(303);
    let again = sign_in(&org, "alma");
    org.pass(5 * MINUTE);
    again.get("/hallinta").status(303);
}

#[test]
fn only_the_minute_of_the_last_use_is_kept() {
    let mut org = Installation::build("feedback")
        .without_second_factor()
        .clock("2026-01-14T10:00:17+02:00")
        .start();
    let alma = first(&mut org, "alma");
    let used =
        || alma.open("/hallinta/oma-tunnus").attributes("main table time", "datetime").remove(1);
    assert_eq!(used(), "2026-01-14T08:00:00Z");
    org.pass(40);
    assert_eq!(used(), "2026-01-14T08:00:00Z");
    org.pass(10);
    assert_eq!(used(), "2026-01-14T08:01:00Z");
    // The clock of a machine may go back: nobody is thrown out, and nothing is used in the future.
    org.pass(-600);
    assert_eq!(used(), "2026-01-14T08:01:00Z");
}

#[test]
fn what_was_written_is_given_back_and_kept_nowhere() {
    let mut org = plain();
    let alma = first(&mut org, "alma");
    consenting(&org, "Ovi narisee.");
    let item = newest(&alma);
    let words = "Kiitos, ovi öljytään <b>huomenna</b> & \"heti\".";
    let answer = alma.form(&item, "main form[action$='vastaa']").set("text", words);
    org.pass(31 * MINUTE);
    let late = answer.submit().status(401).shows("Lomaketta ei tallennettu eikä lähetetty");
    assert_eq!(late.one("main textarea"), words);
    assert!(org.scan(words).is_empty() && org.scan("öljytään").is_empty());
    let link = late.attributes("main a.button", "href").remove(0);
    let back = sign_in_at(&alma, &alma.open(&link));
    assert_eq!(back.url.path(), item);
    // The answer was not sent, and can be now.
    assert!(!back.source().contains("öljytään"));
    let form = alma.form(&item, "main form[action$='vastaa']").set("text", words);
    form.finish().status(200).shows("öljytään");
}

#[test]
fn a_late_form_without_words_leads_to_the_sign_in() {
    let mut org = plain();
    let alma = first(&mut org, "alma");
    feedback(&org, "Ovi narisee.");
    let item = newest(&alma);
    let choice = alma.form(&item, "main form[action$='luokittele']").set("theme", "fault");
    let leave = alma.form("/hallinta", "main form[action$='kirjaudu-ulos']");
    let start = alma.form("/hallinta/oma-tunnus/salasana", "main form");
    let change = start.set("current", PASSPHRASE).set("passphrase", "a b c").set("again", "a b c");
    org.pass(31 * MINUTE);
    let back = sign_in_at(&alma, &choice.finish().status(200));
    assert_eq!(back.url.path(), item);
    org.pass(31 * MINUTE);
    for form in [leave, change] {
        let page = form.finish().status(200).shows("Kirjautumisesi on päättynyt");
        assert_eq!(page.url.path(), "/hallinta/kirjaudu");
        assert!(!page.source().contains("a b c"));
    }
    // Signing in itself goes on with the cookie of the ended session in hand.
    alma.get("/hallinta").status(303);
    sign_in_at(&alma, &alma.open("/hallinta"));
    // A program is told plainly.
    org.pass(31 * MINUTE);
    let asked = http::Request::post(format!("{item}/vastaa"))
        .header("accept", "application/json")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(b"text=ei+mene".to_vec());
    alma.send(asked.unwrap()).status(401);
}

#[test]
fn no_sign_in_leads_away_from_the_console() {
    let mut org = plain();
    let _alma = first(&mut org, "alma");
    for odd in [
        "https://evil.example",
        "//evil.example",
        "/hallinta//evil",
        "/hallinta/%5C%5Cevil",
        "/oma",
    ] {
        let browser = org.browser();
        let page = browser.get(&format!("/hallinta/kirjaudu?sivu={odd}"));
        assert_eq!(sign_in_at(&browser, &page).url.path(), "/hallinta", "{odd}");
        let form = org.browser();
        let form = form.form("/hallinta/kirjaudu", "main form[action$='kirjaudu']");
        let form = form.set("username", "alma").set("passphrase", PASSPHRASE).set("page", odd);
        assert_eq!(form.submit().location().as_deref(), Some("/hallinta"), "{odd}");
    }
}

#[test]
fn the_page_of_ones_own_data_closes_when_unused() {
    let org = plain();
    let code = feedback(&org, "Ovi narisee.");
    let visitor = org.browser();
    let open = || visitor.form("/oma", "main form").set("code", &code).finish().status(200);
    open().shows("Ovi narisee.");
    org.pass(29 * MINUTE);
    visitor.get("/oma").status(200).shows("Ovi narisee.");
    let leave = visitor.form("/oma", "main form[action$='ulos']");
    org.pass(30 * MINUTE);
    let page = visitor.open("/oma").status(200).shows("Omien tietojesi sivu on sulkeutunut");
    assert!(!page.source().contains("narisee"));
    for path in ["/oma/tiedot.json", "/oma/tuloste", "/oma/poista"] {
        assert_eq!(visitor.get(path).location().as_deref(), Some("/oma"), "{path}");
    }
    assert_eq!(leave.submit().location().as_deref(), Some("/oma"));
    open().shows("Ovi narisee.");
    let never = org.browser().open("/oma").source();
    assert!(!never.contains("sulkeutunut"));
}

/// What somebody who writes to the database may plant: a session of theirs made from a genuine one.
fn plant(org: &Installation, genuine: &str, secret: &str) {
    let digest = |text: &str| {
        let sum = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, text.as_bytes());
        sum.as_ref().iter().map(|byte| format!("{byte:02x}")).collect::<String>()
    };
    let (from, to) = (digest(genuine), digest(secret));
    let planted = format!(
        "INSERT INTO sessions (token_digest, id, person, way, created_ms, expires_ms, last_ms, mark) \
         SELECT x'{to}', x'{}', person, way, created_ms, expires_ms, last_ms, mark \
         FROM sessions WHERE token_digest = x'{from}'",
        "09".repeat(16)
    );
    assert_eq!(sql(&org.dir().join("data/data.db"), &planted), 1);
}

#[test]
fn a_session_planted_in_the_database_opens_nothing() {
    let mut org = plain();
    let alma = first(&mut org, "alma");
    let cookie = alma.cookies()[0].clone();
    let secret = "7".repeat(78);
    org.stop();
    plant(&org, cookie.value(), &secret);
    org.start();
    let thief = org.browser();
    thief.keep(&format!("{}={secret}; Path=/", cookie.name()));
    thief.get("/hallinta").status(303);
    assert_eq!(thief.get("/oma/tiedot.json").location().as_deref(), Some("/oma"));
    alma.get("/hallinta").status(200);
}
