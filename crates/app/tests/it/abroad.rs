//! Staff who are elsewhere. The addresses are ones that the registries list for these countries.

use http::Request;

use crate::support::browser::Browser;
use crate::support::installation::Installation;
use crate::support::page::Page;
use crate::support::staff::{PASSPHRASE, first, invite, try_sign_in};

const FINLAND: [&str; 2] = ["193.166.3.2", "2001:708::1"];
const AMERICA: [&str; 2] = ["172.217.16.46", "2001:4860:4860::8888"];
const AUSTRALIA: &str = "1.1.1.1";
/// Kept for documentation: given to nobody.
const NOWHERE: &str = "192.0.2.7";
/// Where the page that refuses leads: to the promise that rules it out.
const WHY: &str = "/tietosuoja/naytto#palaute.transfers.none";

fn from(org: &Installation, address: &str) -> Browser {
    org.browser().with("x-forwarded-for", address)
}

fn signed_in(org: &Installation, address: &str) -> Browser {
    let browser = from(org, address);
    let page: Page = try_sign_in(&browser, "alma", PASSPHRASE);
    browser.follow(page).status(200);
    browser
}

#[test]
fn s2_35_staff_outside_the_eea_are_refused_and_their_address_is_kept_nowhere() {
    let mut org = Installation::build("feedback").without_second_factor().behind_proxy().start();
    let _first = first(&mut org, "alma");
    let session = signed_in(&org, FINLAND[0]).cookies().remove(0);
    signed_in(&org, FINLAND[1]).get("/hallinta/palaute").status(200);
    let token =
        org.json(&["user", "token", "alma"])["token"].as_str().unwrap_or_default().to_owned();
    let link = invite(&org, "iida", &["handler"]);
    for address in AMERICA {
        let away = from(&org, address);
        for path in ["/hallinta", "/hallinta/kirjaudu", "/hallinta/tyyli", &link] {
            let page = away.get(path).status(403).shows("maatunnus US");
            let page = page.shows("Euroopan talousalueen ulkopuolelta");
            assert!(page.attributes("main a", "href").contains(&WHY.to_owned()), "{path}");
        }
        away.post("/hallinta/kirjaudu", &[("username", "alma"), ("passphrase", PASSPHRASE)])
            .status(403);
        assert!(away.cookies().is_empty());
        // A session that began inside is not good there, for pages or for programs.
        away.keep(&session.to_string());
        away.get("/hallinta/palaute").status(403);
        away.get("/api/v1/staff/feedback").status(403);
        away.forget();
        assert!(!token.is_empty());
        let program = from(&org, address).with("authorization", &format!("Bearer {token}"));
        let told = program.get("/api/v1/staff/feedback").status(403);
        assert_eq!(told.header("content-type"), "application/problem+json");
        // Who lives elsewhere may give feedback and see their own data.
        for path in ["/", "/palaute", "/oma", "/pyynto", "/tietosuoja", "/tietosuoja/naytto"] {
            away.get(path).status(200);
        }
    }
    let ids = org.browser().get("/tietosuoja/naytto").attributes("main [id]", "id");
    assert!(ids.contains(&WHY[WHY.find('#').unwrap() + 1..].to_owned()), "{ids:?}");
    let program = from(&org, FINLAND[0]).with("authorization", &format!("Bearer {token}"));
    program.get("/api/v1/staff/feedback").status(200);
    from(&org, FINLAND[0]).get(&link).status(200);
    from(&org, NOWHERE).get("/hallinta").status(403).shows("ei voitu päätellä");
    for address in FINLAND.iter().chain(&AMERICA).chain([&NOWHERE]) {
        assert!(org.scan(address).is_empty(), "{address}: {:?}", org.scan(address));
    }
    assert!(
        org.logs().contains("outside the declared countries") && !org.logs().contains("\"US\"")
    );
}

#[test]
fn s2_35_a_notice_that_declares_a_transfer_lets_staff_work_there() {
    let mut org = Installation::build("feedback")
        .without_second_factor()
        .behind_proxy()
        .notice(r#""Esimerkkipalvelin Oy" country="FI""#, r#""Esimerkkipalvelin Oy" country="US""#)
        .notice(
            "transfers none",
            r#"transfers { transfer "Esimerkkipalvelin Oy" country="US" mechanism="adequacy" }"#,
        )
        .start();
    let _first = first(&mut org, "alma");
    signed_in(&org, AMERICA[0]).get("/hallinta/palaute").status(200);
    signed_in(&org, FINLAND[0]);
    from(&org, AUSTRALIA).get("/hallinta").status(403).shows("maatunnus AU");
}

#[test]
fn a_proxy_that_does_not_say_whom_it_speaks_for_opens_nothing() {
    let mut org = Installation::build("feedback").without_second_factor().behind_proxy().start();
    let _first = first(&mut org, "alma");
    for said in ["", "unknown", "172.217.16.46:443"] {
        let browser = from(&org, said);
        browser.get("/hallinta/kirjaudu").status(403).shows("ei voitu päätellä");
        browser.get("/palaute").status(200);
    }
    // What a caller writes before the proxy's own word does not count.
    from(&org, &format!("{}, {}", FINLAND[0], AMERICA[0])).get("/hallinta/kirjaudu").status(403);
    from(&org, &format!("{}, {}", AMERICA[0], FINLAND[0])).get("/hallinta/kirjaudu").status(200);
    // Without a proxy the header counts for nothing.
    let plain = Installation::build("feedback").without_second_factor().start();
    let asked = Request::get("/hallinta/kirjaudu").header("x-forwarded-for", AMERICA[0]);
    plain.browser().send(asked.body(Vec::new()).unwrap()).status(200);
}

#[test]
fn a_doctor_sees_a_proxy_that_nobody_named() {
    let org =
        Installation::build("feedback").set("public-url", "https://palaute.example.fi").make();
    let told = || {
        let output = org.cli(&["doctor", "--format", "json"]);
        let all: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let all = all.as_array().unwrap().clone();
        all.into_iter().find(|finding| finding["check"] == "countries").unwrap()["ok"].clone()
    };
    assert_eq!(told(), false);
    org.configure(&[("trusted-proxies".into(), vec!["127.0.0.1"].into())]);
    assert_eq!(told(), true);
}
