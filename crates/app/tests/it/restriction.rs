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
    page.shows("Kun säilyttämisen peruste on päättynyt");
    let page = person.get("/oma/vapauta").status(200).shows("Samalla tietoja poistetaan pysyvästi");
    page.shows("Palaute: 1").shows("vain rajoitus pitää ne tallessa").shows("Pidä rajoitus");
    person.get("/oma").status(200).shows(MESSAGE);
    let page = person.form("/oma/vapauta", "main form").submit().status(200).shows("Poistettu");
    assert_eq!(page.attributes("main dd a[href^='/todiste/']", "href").len(), 1);
    assert_eq!(installation.scan(MESSAGE), [], "at once, without a sweep");
    assert!(person.get("/oma").status(200).source().contains("name=\"code\""), "signed out");
    let browser = installation.browser();
    let page = browser.form("/oma", "main form").set("code", &code).finish().status(200);
    let page = page.shows("Säilytysaika päättyi");
    let path = page.attributes("main dd a[href^='/todiste/']", "href").remove(0);
    prove(&installation, &path);
}

/// A proof on a page verifies, with the key that the page tells, and says that the period was over.
fn prove(installation: &Installation, path: &str) {
    let browser = installation.browser();
    let page = browser.get(path).status(200);
    let command = page.one("main ol pre code");
    let key = command.split('\'').nth(1).unwrap();
    let text = browser.get(&format!("{path}.tlog-proof")).status(200).source().to_owned();
    std::fs::write(installation.dir().join("proof"), text).unwrap();
    let said = installation.ok(&["ledger", "verify", "--proof", "proof", "--key", key]);
    assert!(said.contains("erase:due "), "{said}");
}

/// Whoever left feedback, with a request beside it, two months after they restricted the feedback.
fn one_restricted(installation: &Installation) -> (String, String) {
    let code = with_contact(installation, MESSAGE).one(".code-display code");
    let person = own(installation, &code);
    let path = person.get("/oma").attributes("a[href$='/rajoita']", "href").remove(0);
    person.form(&path, "main form").set("ground", "claim").finish().status(200);
    let form = person.form("/pyynto", "main form").set("type", "other").set("code", &code);
    form.set("text", "Mitä rajoituksesta seuraa?").finish().status(200);
    (code, path.replace("/rajoita", "/vapauta"))
}

#[test]
fn one_record_goes_with_its_restriction_and_its_proof_stands_with_the_rest() {
    let installation = Installation::mailing("feedback");
    let (code, free) = one_restricted(&installation);
    let early = own(&installation, &code);
    early.get(&free).status(200).shows("Poista rajoitus").hides("poistetaan pysyvästi");
    // Ten minutes before its last moment, and ten after: what was seen is true no more.
    installation.pass(31 * 24 * 3600 - 600);
    let early = own(&installation, &code);
    let late = early.form(&free, "main form");
    installation.pass(1200);
    let page = late.submit().status(409).shows("Poistettavat tiedot ovat muuttuneet");
    page.shows("Palaute: 1").shows("Samalla tietoja poistetaan pysyvästi");
    let person = own(&installation, &code);
    person.get("/oma").status(200).shows(MESSAGE);
    let page = person.form(&free, "main form").submit().status(200).shows("Poistettu");
    page.shows("Rajoitus on poistettu").hides(MESSAGE);
    assert_eq!(installation.scan(MESSAGE), []);
    let page = own(&installation, &code).get("/oma").status(200).shows("Tietosuojapyyntö 1");
    let page = page.shows("Palaute 1").shows("Säilytysaika päättyi");
    prove(&installation, &page.attributes("main li a[href*='/todiste/']", "href").remove(0));
}

#[test]
fn of_two_who_end_a_restriction_at_once_one_erases_and_the_other_is_told() {
    let installation = Installation::new("feedback");
    let code = anonymous(&installation, MESSAGE).one(".code-display code");
    restrict(&own(&installation, &code));
    installation.pass(60 * 24 * 3600);
    let (one, other) = (own(&installation, &code), own(&installation, &code));
    let forms = [one.form("/oma/vapauta", "main form"), other.form("/oma/vapauta", "main form")];
    let pages = std::thread::scope(|scope| {
        let presses = forms.map(|form| scope.spawn(move || form.submit()));
        presses.map(|press| press.join().unwrap())
    });
    let erased = |page: &&Page| page.text().contains("Rajoitus on poistettu, ja");
    assert_eq!(pages.iter().filter(erased).count(), 1, "{pages:?}");
    for page in pages.iter().filter(|page| !erased(page)) {
        // Before or after the session of the other ended.
        match page.status.as_u16() {
            303 => assert_eq!(page.location().as_deref(), Some("/oma")),
            200 => _ = page.clone().shows("Tämä rajoitus on jo poistettu"),
            other => panic!("{other}: {}", page.source()),
        }
    }
    assert_eq!(installation.scan(MESSAGE), []);
    let browser = installation.browser();
    let page = browser.form("/oma", "main form").set("code", &code).finish().status(200);
    page.shows("Säilytysaika päättyi");
}

#[test]
fn a_program_restricts_objects_and_sees_what_goes_before_it_ends_a_restriction() {
    let installation = Installation::new("feedback");
    let code = anonymous(&installation, MESSAGE).one(".code-display code");
    let program = installation.browser().with("authorization", &format!("Receipt {code}"));
    let own = "/api/v1/own";
    let restrictions = "/api/v1/own/restrictions";
    let told = program.get(own).status(200).json();
    assert_eq!((&told["restrictions"], &told["objections"]), (&json!([]), &json!([])));
    let record = told["records"][0]["id"].clone();
    for (body, code) in [
        (json!({}), "fault-field-missing"),
        (json!({"ground": "objection"}), "fault-field-form"),
        (json!({"ground": "claim", "record": "x"}), "fault-field-form"),
        (json!({"ground": "claim", "why": "x"}), "fault-field-undeclared"),
    ] {
        let refused = program.json(Method::POST, restrictions, &body).status(422);
        assert_eq!(refused.json()["code"], code, "{body}");
    }
    let ground = json!({"ground": "claim", "record": record});
    let made = program.json(Method::POST, restrictions, &ground).status(201).json();
    assert_eq!((&made["ground"], &made["record"]), (&json!("claim"), &record));
    assert_eq!(program.get(own).status(200).json()["restrictions"], json!([made]));
    let delete = |query: &str| {
        let request = http::Request::builder().method(Method::DELETE);
        let request = request.uri(format!("{restrictions}{query}"));
        let request = request.header("authorization", format!("Receipt {code}"));
        installation.browser().send(request.body(Vec::new()).unwrap())
    };
    assert_eq!(delete("").status(409).json()["code"], "fault-restriction-none");
    let this = format!("?record={}", record.as_str().unwrap());
    let tried = delete(&format!("{this}&dry_run=true")).status(200).json();
    assert_eq!(
        (&tried["ended"], &tried["goes"], &tried["seen"]),
        (&json!(false), &json!([]), &json!(null))
    );
    assert_eq!(delete(&this).status(200).json()["ended"], true);
    program.json(Method::POST, restrictions, &json!({"ground": "accuracy"})).status(201);
    let object = json!({"purpose": "develop"});
    let objected = program.json(Method::POST, "/api/v1/own/objections", &object).status(201).json();
    assert_eq!((&objected["purpose"], &objected["state"]), (&json!("develop"), &json!("waiting")));
    program.json(Method::POST, "/api/v1/own/objections", &object).status(201);
    let told = program.get(own).status(200).json();
    assert_eq!(told["objections"].as_array().unwrap().len(), 1);
    let asked = |of: &&serde_json::Value| of["kind"] == "rights-request";
    assert_eq!(told["records"].as_array().unwrap().iter().filter(asked).count(), 1, "one request");
    program.json(Method::POST, "/api/v1/own/objections", &json!({"purpose": "x"})).status(404);
    let lift = |purpose: &str| {
        let request = http::Request::builder().method(Method::DELETE);
        let request = request.uri(format!("/api/v1/own/objections/{purpose}"));
        let request = request.header("authorization", format!("Receipt {code}"));
        installation.browser().send(request.body(Vec::new()).unwrap())
    };
    lift("develop").status(204);
    lift("develop").status(404);

    installation.pass(60 * 24 * 3600);
    let tried = delete("?dry_run=true").status(200).json();
    assert_eq!(
        (&tried["goes"][0]["record"], &tried["goes"][0]["kind"]),
        (&record, &json!("feedback"))
    );
    let refused = delete("").status(409).json();
    assert_eq!(refused["code"], "fault-restriction-takes");
    program.get(own).status(200).shows(MESSAGE);
    delete("?seen=0123456789abcdef0123456789abcdef").status(409);
    let seen = tried["seen"].as_str().unwrap();
    let ended = delete(&format!("?seen={seen}")).status(200).json();
    assert_eq!((&ended["ended"], &ended["erased"]["removed"]), (&json!(true), &json!(1)));
    let proof = ended["erased"]["proof"][0].as_str().unwrap();
    prove(&installation, &format!("/todiste/{proof}"));
    assert_eq!(installation.scan(MESSAGE), []);
    let told = program.get(own).status(200).json();
    assert_eq!(
        (&told["erased"][0]["why"], &told["erased"][0]["proof"]),
        (&json!("due"), &json!(proof))
    );
}
