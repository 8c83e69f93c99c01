//! Staff accounts: signing in, staying in, being let out.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use crate::support::authenticator::Authenticator;
use crate::support::browser::Browser;
use crate::support::installation::Installation;
use crate::support::page::Page;
use crate::support::staff::{
    PASSPHRASE, accept, code, first, invite, member, path_of, second_step, set_up_app, sign_in,
    try_sign_in,
};

const SET_UP: &str = "/hallinta/oma-tunnus/vahvistus";

fn plain() -> Installation {
    Installation::build("feedback").without_second_factor().start()
}

/// With callers told apart by a header, so that one machine can play many.
fn many_callers() -> Installation {
    Installation::build("feedback").without_second_factor().behind_proxy().start()
}

fn caller(org: &Installation, number: usize) -> Browser {
    let address = format!("10.51.{}.{}", number / 250, number % 250 + 1);
    org.browser().with("x-forwarded-for", &address)
}

#[test]
fn the_first_account_is_made_once() {
    let mut org = plain();
    let link = org.first_link();
    let browser = org.browser();
    // Looking uses nothing up, and a weak password neither.
    browser.get(&link).status(200);
    let form = || browser.form(&link, "main form").set("username", "alma").set("name", "Alma");
    form().set("passphrase", "aaaaaaaaaaaaaaaaaaaa").set("again", "a").submit().status(422);
    form().set("passphrase", "short").set("again", "short").submit().status(422).shows("15");
    form().set("passphrase", PASSPHRASE).set("again", "other").submit().status(422);
    let late = form();
    let page = form().set("passphrase", PASSPHRASE).set("again", PASSPHRASE).finish();
    assert_eq!(page.url.path(), "/hallinta");
    page.status(200).shows("Alma");
    // Nobody else, with the page already open or not, nor after a restart.
    late.set("passphrase", PASSPHRASE).set("again", PASSPHRASE).submit().status(410);
    org.browser().get(&link).status(410);
    org.browser().get("/hallinta/aloita/0123456789abcdef").status(410);
    org.restart();
    org.browser().get(&link).status(410);
}

#[test]
fn a_first_link_lasts_a_day() {
    let mut org = plain();
    let link = org.first_link();
    org.pass(24 * 3600 - 1);
    org.browser().get(&link).status(200);
    org.pass(1);
    let page = org.browser().get(&link).status(410);
    assert_eq!(page.one("h1"), "Linkki ei enää toimi");
}

#[test]
fn an_invitation_is_used_once_and_a_new_one_voids_it() {
    let mut org = plain();
    let _alma = first(&mut org, "alma");
    let link = invite(&org, "iida", &["handler"]);
    try_sign_in(&org.browser(), "iida", PASSPHRASE).status(422);
    let newer = path_of(org.json(&["user", "reset", "iida"])["link"].as_str().unwrap());
    org.browser().get(&link).status(410);
    let iida = accept(&org, &newer);
    iida.get("/hallinta").status(200).shows("Iida Into");
    org.browser().get(&newer).status(410);
    assert!(
        !org.cli(&["user", "add", "IIDA", "--name", "x", "--role", "handler"]).status.success()
    );
    assert!(!org.cli(&["user", "add", "otto", "--name", "x", "--role", "king"]).status.success());
    let all = org.json(&["user", "list"]);
    assert_eq!(all.as_array().unwrap().len(), 2);
    assert_eq!(all[1]["username"], "iida");
    assert_eq!(all[1]["state"], "open");
}

#[test]
fn whoever_is_not_signed_in_is_led_there_and_back() {
    let mut org = plain();
    let _alma = first(&mut org, "alma");
    let nobody = org.browser();
    let page = nobody.open("/hallinta/oma-tunnus").status(200);
    assert_eq!(page.url.path(), "/hallinta/kirjaudu");
    let path = page.url[url::Position::BeforePath..].to_owned();
    let form = nobody.form(&path, "main form").set("username", "Alma");
    let page = form.set("passphrase", PASSPHRASE).finish();
    assert_eq!(page.url.path(), "/hallinta/oma-tunnus");
    let program = org.browser().with("accept", "application/json");
    program.get("/hallinta").status(401);
    let form = nobody.form("/hallinta", "main form[action$='kirjaudu-ulos']");
    form.finish().status(200);
    nobody.get("/hallinta").status(303);
}

/// What a page says, without what is different at every showing.
fn said(page: &Page) -> (u16, String) {
    let mut source = page.source();
    for token in page.attributes("input[type=hidden]", "value") {
        source = source.replace(&token, "");
    }
    (page.status.as_u16(), source)
}

#[test]
fn nobody_learns_whether_a_username_exists() {
    let mut org = many_callers();
    let _alma = first(&mut org, "alma");
    invite(&org, "iida", &["handler"]);
    member(&org, "kimmo", &["handler"]);
    org.ok(&["user", "close", "kimmo"]);
    let wrong = said(&try_sign_in(&caller(&org, 1), "alma", "wrong wrong wrong"));
    assert_eq!(wrong.0, 422);
    for (number, name) in ["elma", "iida", "kimmo"].into_iter().enumerate() {
        let page = try_sign_in(&caller(&org, number + 2), name, PASSPHRASE);
        let (status, source) = said(&page);
        assert_eq!((status, source.replace(name, "alma")), wrong);
    }
    // The wait comes after as many tries, existing or not.
    for (number, name) in [(50, "alma"), (51, "elma")] {
        let tries = (0..).map(|_| try_sign_in(&caller(&org, number), name, "wrong wrong"));
        let tries: Vec<u16> =
            tries.map(|page| page.status.as_u16()).take_while(|status| *status == 422).collect();
        assert_eq!(tries.len(), 5, "{name}");
    }
}

#[test]
fn wrong_passwords_make_the_name_wait_longer_and_longer() {
    let mut org = many_callers();
    let alma = first(&mut org, "alma");
    let attempt = |passphrase: &str| try_sign_in(&caller(&org, 1), "alma", passphrase);
    for _ in 0..5 {
        attempt("wrong wrong wrong").status(422);
    }
    attempt(PASSPHRASE).status(429);
    // A stranger's tries keep nobody out who comes from elsewhere, nor who is signed in.
    try_sign_in(&caller(&org, 2), "alma", PASSPHRASE).status(303);
    let form = alma.form("/hallinta/oma-tunnus/salasana", "main form").set("current", "wrong");
    let form = form.set("passphrase", "uusi tuoli hiekka 88").set("again", "uusi tuoli hiekka 88");
    form.submit().status(422);
    let mut wait = 5;
    for _ in 0..5 {
        // Even the right password must wait.
        let page = attempt(PASSPHRASE).status(429);
        assert_eq!(page.header("retry-after"), wait.to_string());
        org.pass(wait);
        attempt("wrong wrong wrong").status(422);
        wait *= 2;
    }
    org.pass(wait);
    attempt(PASSPHRASE).status(303);
    attempt("wrong wrong wrong").status(422);
}

#[test]
fn one_caller_may_not_try_many_names() {
    let mut org = plain();
    let _alma = first(&mut org, "alma");
    let thief = org.browser();
    let tried = (0..40).map(|n| try_sign_in(&thief, &format!("name{n}"), "wrong wrong").status);
    let refused = tried.filter(|status| status.as_u16() == 429).count();
    assert!(refused >= 10, "{refused} of 40 tries were refused");
}

#[test]
fn a_changed_password_ends_the_other_sessions() {
    let mut org = plain();
    let alma = first(&mut org, "alma");
    let elsewhere = sign_in(&org, "alma");
    let before = alma.cookies()[0].value().to_owned();
    let change = |current: &str| {
        let form = alma.form("/hallinta/oma-tunnus/salasana", "main form");
        let form = form.set("current", current).set("passphrase", "uusi tuoli hiekka 88");
        form.set("again", "uusi tuoli hiekka 88").submit()
    };
    change("wrong wrong wrong").status(422);
    elsewhere.get("/hallinta").status(200);
    change(PASSPHRASE).status(303);
    elsewhere.get("/hallinta").status(303);
    alma.get("/hallinta").status(200);
    assert_ne!(alma.cookies()[0].value(), before);
    try_sign_in(&org.browser(), "alma", PASSPHRASE).status(422);
    try_sign_in(&org.browser(), "alma", "uusi tuoli hiekka 88").status(303);
}

#[test]
fn changed_roles_and_closing_end_sessions() {
    let mut org = plain();
    let alma = first(&mut org, "alma");
    let iida = member(&org, "iida", &["handler"]);
    org.ok(&["user", "roles", "iida", "--role", "developer"]);
    iida.get("/hallinta").status(303);
    let iida = sign_in(&org, "iida");
    let page = alma.open("/hallinta/kayttajat").status(200).shows("Iida Into");
    let links = page.attributes("main table a", "href");
    let path = links.iter().find(|path| alma.get(path).text().contains("iida")).unwrap();
    alma.form(path, "main form[action$='istunnot']").finish().status(200);
    iida.get("/hallinta").status(303);
    let iida = sign_in(&org, "iida");
    alma.form(path, "main form[action$='sulje']").finish().status(200).shows("Suljettu");
    iida.get("/hallinta").status(303);
    try_sign_in(&org.browser(), "iida", PASSPHRASE).status(422);
    assert_eq!(org.json(&["user", "list"])[1]["state"], "closed");
    // A year later nothing is left of the account.
    org.advance("2027-01-14T10:00:01+02:00");
    org.ok(&["sweep"]);
    assert_eq!(org.json(&["user", "list"]).as_array().unwrap().len(), 1);
}

#[test]
fn a_reopened_account_is_not_erased_and_nothing_old_opens_it() {
    let mut org = plain();
    let alma = first(&mut org, "alma");
    for name in ["iida", "oiva"] {
        member(&org, name, &["handler"]);
        assert!(!org.cli(&["user", "reopen", name]).status.success(), "it is not closed");
        org.ok(&["user", "close", name]);
    }
    let account = |name: &str| {
        let all = org.json(&["user", "list"]);
        all.as_array().unwrap().iter().find(|one| one["username"] == name).cloned().unwrap()
    };
    assert!(account("iida")["due"].is_string() && account("oiva")["due"].is_string());
    let link = path_of(org.json(&["user", "reopen", "iida"])["link"].as_str().unwrap());
    let page = alma.open("/hallinta/kayttajat");
    let links = page.attributes("main table a", "href");
    let oiva = links.iter().find(|path| alma.get(path).text().contains("oiva")).unwrap();
    let page = alma.form(oiva, "main form[action$='avaa']").submit().status(200);
    let second = path_of(page.all("main code").first().unwrap());
    for (name, link) in [("iida", link), ("oiva", second)] {
        assert_eq!(
            (&account(name)["due"], &account(name)["state"]),
            (&Json::Null, &"invited".into())
        );
        try_sign_in(&org.browser(), name, PASSPHRASE).status(422);
        accept(&org, &link).get("/hallinta").status(200);
    }
    // The day on which the closed account would have gone.
    org.advance("2027-01-14T10:00:01+02:00");
    org.ok(&["sweep"]);
    sign_in(&org, "iida").get("/hallinta").status(200);
    assert_eq!(account("oiva")["state"], "open");
}

#[test]
fn two_who_close_each_other_at_once_leave_one() {
    for _ in 0..3 {
        let mut org = plain();
        let alma = first(&mut org, "alma");
        let iida = member(&org, "iida", &["admin"]);
        let page = alma.open("/hallinta/kayttajat").status(200);
        let links = page.attributes("main table a", "href");
        let of = |name: &str| {
            let path = links.iter().find(|path| alma.get(path).text().contains(name)).unwrap();
            path.clone()
        };
        let first = alma.form(&of("iida"), "main form[action$='sulje']");
        let second = iida.form(&of("alma"), "main form[action$='sulje']");
        std::thread::scope(|scope| {
            for form in [first, second] {
                scope.spawn(|| form.submit());
            }
        });
        let states = org.json(&["user", "list"]);
        let open = states.as_array().unwrap().iter().filter(|user| user["state"] == "open");
        assert_eq!(open.count(), 1, "{states}");
    }
}

#[test]
fn the_own_page_keeps_a_staff_account_usable_and_its_secrets_hidden() {
    let mut org = Installation::new("feedback");
    let alma = first(&mut org, "alma");
    let page = alma.get("/oma").status(200);
    assert_eq!(page.attributes("main a[href$=rajoita]", "href"), [""; 0]);
    assert_eq!(alma.get("/oma/rajoita").status.as_u16(), 409);
    let token = &page.attributes("form[action='/oma'] input[name=_token]", "value")[0];
    let refused =
        alma.post("/oma/rajoita", &[("_token", token), ("ground", "claim")]).status.as_u16();
    assert!(refused >= 400, "{refused}");
    let copy = alma.get("/oma/tiedot.json").status(200).json();
    let fields = &copy["records"][0]["fields"];
    for secret in ["password-hash", "totp-secret", "recovery-codes"] {
        let told = fields[secret]["value"].as_str().unwrap();
        assert!(told.starts_with("Tallessa"), "{secret}: {told}");
    }
    sign_in(&org, "alma");
    // Where the second factor is not set up, the own page is as closed as the console.
    let bea = accept(&org, &invite(&org, "bea", &["handler"]));
    assert_eq!(bea.get("/oma/tiedot.json").location().as_deref(), Some(SET_UP));
}

#[test]
fn who_manages_accounts_cannot_lock_everybody_out() {
    let mut org = plain();
    let alma = first(&mut org, "alma");
    let page = alma.open("/hallinta/kayttajat");
    let path = page.attributes("main table a", "href").remove(0);
    let form = alma.form(&path, "main form[action*='kayttajat']");
    assert_eq!(form.names(), ["_token", "roles", "roles", "roles", "roles"]);
    alma.post(&format!("{path}/sulje"), &[]).status(403);
    let token = &alma.get(&path).attributes("input[name=_token]", "value")[0];
    alma.post(&path, &[("_token", token), ("roles", "handler")]).status(422);
    // Nor do they give themselves what nobody else has given them.
    let more = ["admin", "officer", "handler", "developer"].map(|role| ("roles", role));
    let token = &alma.get(&path).attributes("input[name=_token]", "value")[0];
    alma.post(&path, &[[("_token", token.as_str())].as_slice(), &more].concat()).status(422);
    alma.get("/hallinta/kayttajat").status(200);
}

#[test]
fn one_session_is_ended_from_another() {
    let mut org = plain();
    let alma = first(&mut org, "alma");
    let elsewhere = sign_in(&org, "alma");
    alma.form("/hallinta/oma-tunnus", "main table form").finish().status(200);
    elsewhere.get("/hallinta").status(303);
    alma.get("/hallinta").status(200);
}

#[test]
fn the_promised_second_factor_comes_before_everything() {
    let mut org = Installation::new("feedback");
    let link = org.first_link();
    let alma = org.browser();
    let form = alma.form(&link, "main form").set("username", "alma").set("name", "Alma");
    let page = form.set("passphrase", PASSPHRASE).set("again", PASSPHRASE).finish();
    assert_eq!(page.url.path(), SET_UP);
    for path in ["/hallinta", "/hallinta/kayttajat", "/hallinta/oma-tunnus"] {
        assert_eq!(alma.get(path).location().as_deref(), Some(SET_UP), "{path}");
    }
    let wrong = alma.form(&format!("{SET_UP}/sovellus"), "main form").set("code", "000000");
    wrong.submit().status(422);
    let (secret, recovery) = set_up_app(&org, &alma);
    alma.get("/hallinta").status(200);

    // The code that set it up is used, and so is every code after its use.
    let second = |browser: &Browser, code: &str| {
        let page = try_sign_in(browser, "alma", PASSPHRASE).status(200);
        second_step(browser, &page, code)
    };
    let thief = org.browser();
    second(&thief, &code(&secret, org.second())).status(422);
    org.pass(60);
    second(&thief, "123456").status(422);
    assert!(thief.cookies().is_empty());
    let now = code(&secret, org.second());
    let alma = org.browser();
    second(&alma, &now).status(303);
    alma.get("/hallinta").status(200);
    second(&thief, &now).status(422);
    thief.get("/hallinta").status(303);

    // A recovery code works once.
    let late = org.browser();
    second(&late, &recovery[3]).status(303);
    late.get("/hallinta").status(200);
    second(&thief, &recovery[3]).status(422);

    // The last one cannot be taken away while the notice promises it.
    alma.post(&format!("{SET_UP}/poista"), &[]).status(403);
}

#[test]
fn foreign_pages_change_nothing() {
    let mut org = plain();
    let alma = first(&mut org, "alma");
    let cookie = alma.cookies()[0].clone();
    let token = alma.get("/hallinta").attributes("input[name=_token]", "value").remove(0);
    for (name, value) in [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")] {
        let victim = org.browser().with(name, value);
        victim.keep(&cookie.to_string());
        victim.post("/hallinta/kirjaudu-ulos", &[("_token", &token)]).status(403);
    }
    alma.post("/hallinta/kirjaudu-ulos", &[]).status(403);
    alma.post("/hallinta/kirjaudu-ulos", &[("_token", "forged")]).status(403);
    // A form made for nobody is not good for somebody signed in.
    let page = org.browser().get("/hallinta/kirjaudu");
    let nobodys = page.attributes("input[name=_token]", "value").remove(0);
    alma.post("/hallinta/kirjaudu-ulos", &[("_token", &nobodys)]).status(403);
    alma.get("/hallinta").status(200);
}

#[test]
fn the_session_cookie_is_closed_on_all_sides() {
    let mut org = plain();
    let alma = first(&mut org, "alma");
    let cookies = alma.cookies();
    assert_eq!(cookies.len(), 1);
    let cookie = &cookies[0];
    // Over TLS it is `__Host-session` and `Secure`; on the local host neither is possible.
    assert_eq!(cookie.name(), "session");
    assert_eq!((cookie.path(), cookie.domain()), (Some("/"), None));
    assert_eq!((cookie.http_only(), cookie.max_age()), (Some(true), None));
    assert!(cookie.same_site().is_some_and(|site| !site.is_none()));
    // Signing in throws away whatever identifier was planted before.
    let planted = cookie.value().replace('1', "2");
    let eve = org.browser();
    eve.keep(&format!("session={planted}; Path=/"));
    try_sign_in(&eve, "alma", PASSPHRASE).status(303);
    assert_ne!(eve.cookies()[0].value(), planted);
    // And ends the session that a browser came with.
    let value = alma.cookies()[0].value().to_owned();
    alma.forget();
    let again = org.browser();
    again.keep(&format!("session={value}; Path=/"));
    again.form("/hallinta", "main form[action$='ulos']").finish();
    let thief = org.browser();
    thief.keep(&format!("session={value}; Path=/"));
    thief.get("/hallinta").status(303);
}

#[test]
fn a_passkey_signs_in_and_nobody_elses_does() {
    let build = Installation::build("feedback").without_second_factor();
    let mut org = build.start_named();
    let alma = first(&mut org, "alma");
    let own = Authenticator::new(1);
    let page = alma.open(SET_UP);
    let mut answer = own.create(&page);
    answer.push(("name", "Puhelin".into()));
    alma.post(&format!("{SET_UP}/avain"), &borrowed(&answer)).status(303);
    alma.open(SET_UP).status(200).shows("Puhelin");

    let user = own.user(&page);
    let sign_in = |browser: &Browser, key: &Authenticator| {
        let page = browser.open("/hallinta/kirjaudu");
        browser.post("/hallinta/kirjaudu/avain", &borrowed(&key.get(&page, &user)))
    };
    sign_in(&org.browser(), &Authenticator::new(2)).status(403);
    let again = org.browser();
    sign_in(&again, &own).status(303);
    again.get("/hallinta").status(200).shows("Alma");

    // An answer counts once, and only for the challenge it was made for.
    let thief = org.browser();
    let page = thief.open("/hallinta/kirjaudu");
    let stolen = own.get(&page, &user);
    thief.post("/hallinta/kirjaudu/avain", &borrowed(&stolen)).status(303);
    thief.forget();
    let token = thief.open("/hallinta/kirjaudu").attributes("input[name=_token]", "value");
    let mut replayed = stolen;
    replayed[0].1 = token.last().unwrap().clone();
    thief.post("/hallinta/kirjaudu/avain", &borrowed(&replayed)).status(403);

    // With a password the passkey is asked as the second step.
    let page = try_sign_in(&org.browser(), "alma", PASSPHRASE).status(200);
    assert_eq!(page.all("form[data-passkey=get]").len(), 1);
    // Taking it away asks for the password, as adding another one does.
    let remove = || again.form(SET_UP, "form[action$='avain/poista']");
    remove().set("current", "jotakin aivan muuta").submit().status(403);
    again.open(SET_UP).status(200).shows("Puhelin");
    let last = org.cli(&["user", "close", "alma"]);
    assert!(!last.status.success(), "nobody else manages accounts");
    member(&org, "iida", &["admin"]);
    org.ok(&["user", "close", "alma"]);
    sign_in(&org.browser(), &own).status(403);
}

fn borrowed<'a>(fields: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a str)> {
    fields.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

/// Signs in again and again, as many callers; the identifiers that came.
fn identifiers(org: &Installation, count: usize) -> Vec<String> {
    let one = |number| {
        let browser = caller(org, number);
        try_sign_in(&browser, "alma", PASSPHRASE).status(303);
        browser.cookies()[0].value().to_owned()
    };
    (0..count).map(one).collect()
}

#[test]
fn s2_58_session_numbers_are_random_digits() {
    let mut org = many_callers();
    let _alma = first(&mut org, "alma");
    let all = identifiers(&org, 120);
    for id in &all {
        assert!(id.len() >= 39 && id.bytes().all(|byte| byte.is_ascii_digit()), "{id}");
    }
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
    let rising = all.windows(2).filter(|pair| pair[0] < pair[1]).count();
    assert!((30..90).contains(&rising), "{rising} of 119 rise: they have an order");
    let digits: Vec<u8> = all.iter().flat_map(|id| id.bytes()).collect();
    for digit in b'0'..=b'9' {
        let count = digits.iter().filter(|byte| **byte == digit).count();
        let usual = digits.len() / 10;
        // Six standard deviations of a fair ten-sided die.
        let slack = 6 * (usual * 9 / 10).isqrt();
        assert!(count.abs_diff(usual) < slack, "{digit}: {count}, usual {usual}");
    }
}

#[test]
fn s2_59_session_numbers_say_nothing_and_end() {
    let mut org = many_callers();
    let _alma = first(&mut org, "alma");
    let mut all = identifiers(&org, 2);
    // A session ends by itself after twelve hours, however much it is used.
    let guest = caller(&org, 9);
    guest.keep(&format!("session={}; Path=/", all[0]));
    for _ in 0..24 {
        org.pass(29 * 60);
        guest.get("/hallinta").status(200);
    }
    org.advance("2026-01-14T21:59:59+02:00");
    guest.get("/hallinta").status(200);
    org.advance("2026-01-14T22:00:01+02:00");
    guest.get("/hallinta").status(303);
    org.advance("2026-07-15T22:00:00+09:00");
    let late = caller(&org, 7).with("accept-language", "ja");
    try_sign_in(&late, "alma", PASSPHRASE).status(303);
    let value = late.cookies()[0].value().to_owned();
    all.push(value.clone());
    // No part of any length that chance does not explain is common to two of them.
    for (place, id) in all.iter().enumerate() {
        for other in &all[place + 1..] {
            let common = (0..id.len() - 9).find(|at| other.contains(&id[*at..at + 9]));
            assert_eq!(common, None, "{id} {other}");
        }
        assert!(org.scan(id).is_empty(), "{:?}", org.scan(id));
    }
    let form = late.form("/hallinta", "main form[action$='kirjaudu-ulos']");
    form.finish();
    let thief = caller(&org, 8);
    thief.keep(&format!("session={value}; Path=/"));
    thief.get("/hallinta").status(303);
}

#[test]
fn nobody_gives_more_than_they_have_nor_enters_by_a_link_that_they_made() {
    let mut org = plain();
    let alma = first(&mut org, "alma");
    let admin = member(&org, "aino", &["admin"]);
    let invite = |browser: &Browser, name: &str, role: &str| {
        let form = browser.form("/hallinta/kayttajat/uusi", "main form").set("username", name);
        form.set("name", "Sijainen").smuggle("roles", role).submit()
    };
    for role in ["handler", "officer"] {
        invite(&admin, "nukke", role).status(422).shows("enemmän kuin omasi");
    }
    invite(&admin, "toinen", "admin").status(200);
    let page = admin.open("/hallinta/kayttajat").status(200);
    let links = page.attributes("main table a", "href");
    let of = |name: &str| {
        links.iter().find(|path| admin.get(path).text().contains(name)).unwrap().clone()
    };
    let relink = admin.form(&of("alma"), "main form[action$='linkki']").submit();
    assert!(relink.status.is_client_error(), "{}", relink.status);
    assert_eq!(relink.all("main code").iter().filter(|text| text.contains("/aloita")).count(), 0);
    alma.get("/hallinta/pyynnot").status(200);
    let roles = admin.form(&of("toinen"), "main form:has(input[name=roles])");
    let refused = roles.smuggle("roles", "officer").submit();
    assert!(refused.status.is_client_error(), "{}", refused.status);
    // Whoever has the roles may give them, and so may the operator.
    invite(&alma, "iida", "handler").status(200);
    org.ok(&["user", "roles", "toinen", "--role", "handler"]);
}
