//! Consents and their receipts: what somebody who said yes can keep, show and take back.

use crate::support::feedback::{EMAIL, NAME, with_contact};
use crate::support::installation::Installation;
use crate::support::page::Page;

const MESSAGE: &str = "Suostumuksen kanssa lähetetty palaute";
/// What the form asks consent with.
const SENTENCE: &str = "Esimerkkikeskus saa käyttää antamiani tietoja";

/// The consent receipt that a page offers.
fn consent_receipt(installation: &Installation, page: &Page) -> String {
    let link = page.attributes("a[href*='/suostumus/']", "href").remove(0);
    let file = installation.browser().get(&link).status(200);
    assert!(file.header("content-disposition").starts_with("attachment"), "{link}");
    file.source()
}

/// What the service says of a receipt.
fn checked(installation: &Installation, receipt: &str) -> Page {
    let browser = installation.browser();
    browser.form("/todiste", "main form").set("receipt", receipt).submit()
}

#[test]
fn s2_10_the_receipt_of_a_consent_names_nobody_and_anybody_can_check_it() {
    let mut installation = Installation::mailing("feedback");
    let page = with_contact(&installation, MESSAGE);
    let code = page.one(".code-display code");
    let text = consent_receipt(&installation, &page);
    for personal in [EMAIL, NAME, MESSAGE, &code, &code.replace('-', "")] {
        assert!(!text.contains(personal), "{text}");
    }
    let receipt: serde_json::Value = serde_json::from_str(&text).unwrap();
    let said = &receipt["receipt"];
    assert!(said["sentence"].as_str().unwrap().starts_with(SENTENCE), "{text}");
    assert_eq!((&said["language"], &said["notice_version"]), (&"fi".into(), &1.into()), "{text}");
    assert_eq!(said["sentence_sha256"].as_str().unwrap().len(), 64, "{text}");
    assert_eq!(said["data"], serde_json::json!(["Palautteesi", "Nimi", "Sähköpostiosoite"]));
    let told = checked(&installation, &text).status(200);
    told.shows("Suostumus on voimassa").shows(SENTENCE).hides(EMAIL).hides(MESSAGE);
    // Whoever comes later with the receipt code gets the same receipt.
    let own = installation.browser();
    let page = own.form("/oma", "main form").set("code", &code).finish().status(200);
    let link = page.attributes("a[href*='/suostumus/']", "href").remove(0);
    assert_eq!(own.get(&link).status(200).source(), text);
    installation.browser().get(&link).status(303);

    let forged = text.replace("antamiani tietoja", "kaikkia tietojani");
    assert_ne!(forged, text);
    checked(&installation, &forged).status(200).shows("Kuitti ei ole aito");
    checked(&installation, "{}").status(200).shows("Kuitti ei ole aito");

    // Without the service, with the public key alone.
    installation.stop();
    let key = receipt["key"].as_str().unwrap().to_owned();
    let path = |name: &str| installation.outside().join(name).to_string_lossy().into_owned();
    let [genuine, other] = [path("suostumus.json"), path("toinen.json")];
    std::fs::write(&genuine, &text).unwrap();
    std::fs::write(&other, &forged).unwrap();
    let verify = |file: &str, more: &[&str]| {
        installation.cli(&[&["ledger", "verify-receipt", file], more].concat())
    };
    let good = verify(&genuine, &["--key", &key]);
    let told = String::from_utf8(good.stdout).unwrap();
    assert!(good.status.success() && told.contains(SENTENCE), "{told}");
    assert!(verify(&genuine, &[]).status.success(), "with the installation's own key");
    assert_eq!(verify(&other, &["--key", &key]).status.code(), Some(1));
}

#[test]
fn s2_09_a_consent_is_taken_back_by_one_button_where_it_was_given() {
    let installation = Installation::mailing("feedback");
    let browser = installation.browser();
    let form = browser.form("/palaute", "main form").set("message", MESSAGE);
    let form = form.set("email", EMAIL).set("name", NAME).tick("consent-answer");
    let page = form.submit().status(200);
    let (code, receipt) = (page.one(".code-display code"), consent_receipt(&installation, &page));
    checked(&installation, &receipt).shows("Suostumus on voimassa");

    // What goes is shown before it goes.
    let ask = page.attributes("a[href*='/peru/']", "href").remove(0);
    let page = browser.get(&ask).status(200).shows("Perumista ei voi kumota");
    assert_eq!(page.all("main ul li"), ["Nimi", "Sähköpostiosoite"]);
    checked(&installation, &receipt).shows("Suostumus on voimassa");
    let done = browser.form_on(&page, "form[action*='/peru/']").submit().status(200);
    done.shows("Suostumuksesi on peruttu");
    let own = browser.form("/oma", "main form").set("code", &code).finish().status(200);
    let own = own.shows(MESSAGE).hides(EMAIL).hides(NAME);
    // What was agreed to, and until when, is told as long as the record is kept.
    let own = own.shows("Annettu 14.1.2026 klo 10.00").shows("Peruttu 14.1.2026 klo 10.00");
    checked(&installation, &receipt).shows("Suostumus on peruttu 14.1.2026 klo 10.00");
    let link = own.attributes("a[href*='/suostumus/']", "href").remove(0);
    let later = browser.get(&link).status(200).json();
    assert!(later["receipt"]["withdrawn"].is_string(), "{later}");
    checked(&installation, &later.to_string()).shows("Kuitti on aito").shows("on peruttu");

    // The record goes on its day; that the consent had been withdrawn before is still told.
    installation.advance("2026-02-15T10:00:00+02:00");
    installation.ok(&["sweep"]);
    checked(&installation, &receipt).shows("Suostumus on peruttu 14.1.2026 klo 10.00");
}

#[test]
fn s2_10_a_consent_ends_with_its_record_and_its_receipt_tells_when() {
    let installation = Installation::mailing("feedback");
    let page = with_contact(&installation, MESSAGE);
    let receipt = consent_receipt(&installation, &page);
    installation.advance("2026-02-15T10:00:00+02:00");
    let due = "Suostumus päättyi 14.2.2026";
    checked(&installation, &receipt).shows(due).hides("on voimassa");
    installation.ok(&["sweep"]);
    checked(&installation, &receipt).shows("Suostumus päättyi").hides("on voimassa");
}

#[test]
fn s2_10_a_consent_counts_only_for_the_words_that_were_shown() {
    let installation = Installation::mailing("feedback");
    let browser = installation.browser();
    let form = || {
        let form = browser.form("/palaute", "main form").set("message", MESSAGE);
        form.set("name", NAME).set("email", EMAIL).tick("consent-answer")
    };
    let (first, second) = (form(), form());
    // Another sentence of the notice changes nothing for whoever has the form open.
    installation.edit_notice("Palvelun kehittäjä, joka näkee", "Kehittäjä, joka näkee");
    installation.ok(&["publish", "--reason", "Koe"]);
    first.submit().status(200).one(".code-display code");
    let words = "saa käyttää antamiani tietoja vastatakseen";
    installation.edit_notice(words, "saa käyttää yhteystietojani vastatakseen");
    installation.ok(&["publish", "--reason", "Koe"]);
    let shown = second.submit().status(422).shows("seloste on muuttunut").shows("yhteystietojani");
    let again = browser.form_on(&shown, "main form");
    assert!(!again.ticked("consent-answer"), "nobody has agreed to these words");
    let sent = again.tick("consent-answer").submit().status(200);
    let own = installation.browser();
    own.form("/oma", "main form").set("code", &sent.one(".code-display code")).finish();
    let copy = own.get("/oma/tiedot.json").status(200).json();
    assert_eq!(copy["records"][0]["consents"][0]["notice_version"], 3, "{copy}");
    assert_eq!(copy["records"][0]["fields"]["message"]["value"], MESSAGE, "{copy}");
    let body = serde_json::json!({
        "message": MESSAGE, "email": EMAIL, "consents": ["answer"], "notice_version": 2,
    });
    browser.json(http::Method::POST, "/api/v1/feedback", &body).status(409);
}
