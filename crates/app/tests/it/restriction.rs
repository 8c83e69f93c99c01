//! What is restricted (Art. 18) is stored and nothing else, whichever way somebody tries to use it.

use http::Method;
use serde_json::json;

use crate::support::browser::Browser;
use crate::support::feedback::{EMAIL, NAME, anonymous, free, newest, restrict, with_contact};
use crate::support::installation::Installation;
use crate::support::mail::{MailSink, Manners};
use crate::support::page::Page;
use crate::support::staff;
use crate::support::wait::{let_jobs_look, wait_for};

const MESSAGE: &str = "Rajoitettu viesti, jota kukaan ei saa käyttää";
const API: &str = "/api/v1/staff/feedback";

/// The person's own page.
fn own(installation: &Installation, code: &str) -> Browser {
    let browser = installation.browser();
    browser.form("/oma", "main form").set("code", code).finish().status(200);
    browser
}

#[track_caller]
fn nothing_of_it(page: &Page) {
    for content in [MESSAGE, EMAIL, NAME] {
        assert!(!page.source().contains(content), "{}: {content}", page.url);
    }
}

/// Every form on the item's page, as it is sent.
fn acts<'b>(
    handler: &'b Browser,
    item: &str,
) -> Vec<(&'static str, crate::support::form::Form<'b>)> {
    let on = |path: &str, css: &str| handler.form(&format!("{item}{path}"), css);
    let disclosure = on("/luovuta", "main form").set("recipient", "by-consent").tick("items");
    let disclosure = disclosure.set("called", "Esimerkki ry");
    let disclosure = disclosure.set("purpose", "recipient-task").set("ground", "consent");
    let disclosure = disclosure.set("reference", "Kirje 1/2026");
    vec![
        ("answer", on("", "form[action$=vastaa]").set("text", "Vastaus rajoitettuun")),
        ("classify", on("", "form[action$=luokittele]")),
        ("erase", on("/poista", "main form")),
        ("disclose", disclosure),
    ]
}

#[test]
fn a_restricted_record_is_shown_to_nobody_and_used_for_nothing() {
    let mut installation = Installation::mailing("feedback");
    let code = with_contact(&installation, MESSAGE).one(".code-display code");
    let handler = staff::first(&mut installation, "alma").with("x-seloste", "1");
    let item = newest(&handler);
    let id = item.rsplit('/').next().unwrap().to_owned();
    // The forms were opened before; what they send comes too late.
    let late = acts(&handler, &item);
    restrict(&own(&installation, &code));

    for (what, form) in late {
        let answer = form.submit();
        assert_eq!(answer.status, 423, "{what}");
        nothing_of_it(&answer);
    }
    for path in ["", "/poista"] {
        nothing_of_it(&handler.get(&format!("{item}{path}")).status(423));
    }
    // The empty form of a disclosure holds nothing; what it sends is refused above.
    nothing_of_it(&handler.get(&format!("{item}/luovuta")));
    for path in ["/hallinta", "/hallinta/palaute", "/hallinta/luovutukset", "/hallinta/pyynnot"] {
        nothing_of_it(&handler.get(path).status(200));
    }
    let search = handler.form("/hallinta/palaute", "form[method=post]");
    nothing_of_it(&search.set("haku", "Rajoitettu").submit());
    let mut export = handler.form("/hallinta/palaute/vie", "main form");
    for (name, value) in [
        ("recipient", "by-consent"),
        ("called", "Esimerkki ry"),
        ("purpose", "recipient-task"),
        ("ground", "consent"),
        ("reference", "Päätös 5/2026"),
    ] {
        export = export.set(name, value);
    }
    nothing_of_it(&export.submit());

    let one = format!("{API}/{id}");
    for path in [API.to_owned(), format!("{API}?purpose=answer")] {
        let list = handler.get(&path).status(200);
        nothing_of_it(&list);
        assert_eq!(list.json()["feedback"], json!([]), "{path}");
    }
    let reply = json!({"version": 1, "text": "Vastaus rajoitettuun"});
    let closed = json!({"version": 1, "state": "closed"});
    for page in [
        handler.get(&one),
        handler.json(Method::PATCH, &one, &closed),
        handler.json(Method::POST, &format!("{one}/reply"), &reply),
        handler.json(Method::DELETE, &one, &json!({})),
    ] {
        nothing_of_it(&page.status(423));
    }

    // Free again, it is whole: nothing was changed, sent or erased meanwhile.
    free(&own(&installation, &code));
    handler.get(&item).status(200).shows(MESSAGE).hides("Vastaus rajoitettuun");
    assert_eq!(handler.get(&one).status(200).json()["feedback"]["version"], 1);
}

#[test]
fn a_letter_in_the_queue_waits_for_as_long_as_its_record_is_restricted() {
    let mut sink = MailSink::with(Manners::Busy, 0);
    let host = format!("host \"localhost:{}\"", sink.port);
    let build = Installation::build("feedback").notice("host \"mail.example.fi:465\"", &host);
    let mut installation = build.mail(&sink).start();
    let code = with_contact(&installation, MESSAGE).one(".code-display code");
    let handler = staff::first(&mut installation, "alma");
    let item = newest(&handler);
    let form = handler.form(&item, "form[action$=vastaa]");
    form.set("text", "Tämä odottaa").finish().status(200);
    restrict(&own(&installation, &code));
    sink.becomes(Manners::Keep);
    installation.pass(3600);
    let_jobs_look();
    assert_eq!(sink.messages().len(), 0, "{:?}", sink.messages());

    free(&own(&installation, &code));
    installation.pass(24 * 3600);
    wait_for("the letter goes", || sink.messages().len() == 1);
    assert_eq!(sink.messages()[0].to, [EMAIL]);
}

#[test]
fn whoever_restricts_everything_says_why_and_reads_that_it_stays() {
    let installation = Installation::new("feedback");
    let code = anonymous(&installation, MESSAGE).one(".code-display code");
    let person = own(&installation, &code);
    person.form("/oma/rajoita", "main form").submit().status(422).shows("Miksi");
    let page = restrict(&person).shows("Peruste: Tarvitsen tietoa oikeudellista vaadetta varten");
    page.shows("Kun säilyttämisen peruste on päättynyt").hides("Ei mikään tällä hetkellä");
    installation.pass(60 * 24 * 3600);
    installation.ok(&["sweep"]);
    let person = own(&installation, &code);
    let page = person.get("/oma").status(200).shows(MESSAGE);
    let page = page.shows("Kun säilyttämisen peruste on päättynyt");
    page.shows("tieto poistetaan heti, kun poistat rajoituksen");
    free(&person);
    installation.ok(&["sweep"]);
    assert_eq!(installation.scan(MESSAGE), []);
}
