//! TLS of the program itself, as browsers meet it.

use std::path::Path;

use rustls::ProtocolVersion;
use rustls::version::{TLS12, TLS13};

use crate::support::browser::Browser;
use crate::support::certificates::Authority;
use crate::support::installation::Installation;
use crate::support::page::Page;
use crate::support::staff::{first, try_sign_in};
use crate::support::tls::{offer_old, shake_hands};

fn secure() -> Installation {
    Installation::build("feedback").tls().without_second_factor().start()
}

#[test]
fn s2_40_tls_1_2_and_1_3_are_spoken_and_nothing_older() {
    let org = secure();
    let agreed = |version| shake_hands(org.address(), org.authority(), version);
    assert_eq!(agreed(&TLS13), Ok(ProtocolVersion::TLSv1_3));
    assert_eq!(agreed(&TLS12), Ok(ProtocolVersion::TLSv1_2));
    for minor in 0..=2 {
        let answer = offer_old(org.address(), minor);
        // A fatal alert, `protocol_version` (70) or `handshake_failure` (40), and no hello.
        let [21, _, _, 0, 2, 2, why] = answer[..] else {
            panic!("3.{minor} was answered with {answer:?}")
        };
        assert!(why == 70 || why == 40, "3.{minor} was refused with {why}");
    }
    // Nobody is believed who was not told to be.
    let stranger = tempfile::tempdir().unwrap();
    let other = std::fs::read(Authority::new(stranger.path()).ca).unwrap();
    let stranger = shake_hands(org.address(), &other, &TLS13);
    assert!(matches!(stranger, Err(rustls::Error::InvalidCertificate(_))), "{stranger:?}");
}

#[test]
fn s2_40_every_answer_asks_browsers_to_stay_with_tls() {
    let org = secure();
    let browser = org.browser();
    let styles = browser.get("/palaute").status(200).attributes("link[rel=stylesheet]", "href");
    let pages = ["/", "/tietosuoja", "/hallinta", "/ei-ole", "/api/v1/openapi.json", &styles[0]];
    for path in pages {
        let page = browser.get(path);
        assert_eq!(
            page.header("strict-transport-security"),
            "max-age=63072000; includeSubDomains",
            "{path}"
        );
    }
    // Over plain HTTP no browser may believe it, so on the local host it is not sent.
    let plain = Installation::new("feedback");
    assert_eq!(plain.browser().get("/").header("strict-transport-security"), "");
}

#[test]
fn over_tls_the_session_cookie_is_bound_to_the_host() {
    let mut org = secure();
    let alma = first(&mut org, "alma");
    let [cookie] = &alma.cookies()[..] else { panic!("{:?}", alma.cookies()) };
    assert_eq!(cookie.name(), "__Host-session");
    assert_eq!((cookie.path(), cookie.domain()), (Some("/"), None));
    assert_eq!((cookie.secure(), cookie.http_only()), (Some(true), Some(true)));
    assert!(cookie.same_site().is_some_and(|site| site.is_lax() || site.is_strict()));
    // The bare name, which a plain-text site could plant, opens nothing.
    let thief = org.browser();
    thief.keep(&format!("session={}; Path=/", cookie.value()));
    thief.get("/hallinta").status(303);
    // The token of a form needs no cookie: whoever only writes feedback is given none.
    let visitor = org.browser();
    let form = visitor.form("/palaute", "main form");
    assert!(form.names().contains(&"_token"));
    form.set("message", "Kiitos!").submit().status(200);
    assert!(visitor.cookies().is_empty(), "{:?}", visitor.cookies());
}

#[test]
fn s2_40_plain_requests_to_the_encrypted_port_do_nothing() {
    let mut org = secure();
    let alma = first(&mut org, "alma");
    let session = alma.cookies()[0].value().to_owned();
    let form = alma.form("/palaute", "main form");
    let token = form.page().attributes("input[name=_token]", "value").remove(0);
    let body = format!("_token={token}&message=Salainen");
    let requests = [
        "GET /hallinta?a=b HTTP/1.1".to_owned(),
        format!(
            "POST /palaute HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}",
            body.len()
        ),
    ];
    for head in requests {
        let request = format!(
            "{head}\r\nHost: evil.example\r\nCookie: __Host-session={session}\r\nConnection: close\r\n\r\n{body}"
        );
        let answer =
            String::from_utf8(org.browser().raw(request.as_bytes())).unwrap().to_lowercase();
        assert!(answer.starts_with("http/1.1 308"), "{answer}");
        let target = head.split(' ').nth(1).unwrap();
        assert!(answer.contains(&format!("location: {}\r\n", alma.url(target))), "{answer}");
        assert!(!answer.contains("set-cookie") && !answer.contains("evil"), "{answer}");
    }
    // What came in the open was not taken in.
    let waiting = || alma.get("/hallinta").status(200).one("dl.stats dd");
    assert_eq!(waiting(), "0");
    // Nor was its token used up.
    form.set("message", "Julkinen").submit().status(200);
    assert_eq!(waiting(), "1");
}

#[test]
fn a_wrong_certificate_stops_the_start_and_says_which_file() {
    let org = Installation::build("feedback").tls().make();
    let (chain, key) = (org.outside().join("server.pem"), org.outside().join("server.key"));
    let other = tempfile::tempdir().unwrap();
    let other = Authority::new(other.path());
    let told = |file: &Path| file.file_name().unwrap().to_string_lossy().into_owned();
    let refused = |what: &str, names: &[&Path]| {
        for verb in ["serve", "doctor"] {
            let output = org.cli(&[verb]);
            let text = String::from_utf8_lossy(&output.stdout).into_owned();
            let code = if verb == "serve" { 4 } else { 1 };
            assert_eq!(output.status.code(), Some(code), "{what}, {verb}: {text}");
            for name in names {
                assert!(text.contains(&told(name)), "{what}, {verb}: {text}");
            }
        }
    };
    let good = std::fs::read(&key).unwrap();
    std::fs::copy(&other.key, &key).unwrap();
    refused("another key", &[&chain, &key]);
    std::fs::write(&key, "not a key").unwrap();
    refused("no key", &[&key]);
    std::fs::remove_file(&key).unwrap();
    refused("no file", &[&key]);
    std::fs::write(&key, good).unwrap();
    std::fs::write(&chain, "not a certificate").unwrap();
    refused("no certificate", &[&chain]);
}

#[test]
fn staff_work_over_tls() {
    let mut org = secure();
    let alma = first(&mut org, "alma");
    let visitor = org.browser();
    visitor.form("/palaute", "main form").set("message", "Ovi narisee.").submit().status(200);
    let again: Browser = org.browser();
    let page: Page = try_sign_in(&again, "alma", crate::support::staff::PASSPHRASE);
    again.follow(page).status(200);
    alma.open("/hallinta/palaute").status(200).shows("Ovi narisee.");
    alma.form("/hallinta", "main form[action$='kirjaudu-ulos']").finish().status(200);
    assert!(alma.cookies().is_empty());
    alma.get("/hallinta").status(303);
    again.get("/hallinta").status(200);
    org.restart();
    again.get("/hallinta").status(200);
}
