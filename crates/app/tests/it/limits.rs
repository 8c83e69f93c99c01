//! What people close (Art. 18, 21), through the program: with one press, by a form without an account
//! and by a call to staff; and what a letter in the queue, a list and a restore make of it.

use std::fs;

use crate::support::browser::Browser;
use crate::support::feedback::{EMAIL, NAME, newest, with_contact};
use crate::support::installation::{Build, Installation};
use crate::support::mail::{MailSink, Manners};
use crate::support::page::Page;
use crate::support::staff;
use crate::support::wait::{let_jobs_look, wait_for};

const MESSAGE: &str = "Kanarialinnun viesti markkinoijalle";
const REPLY: &str = "Kanarialinnun mainoskirje";

/// The purpose `answer` is direct marketing here.
fn marketing() -> Build {
    Installation::build("feedback")
        .letters()
        .notice("forbid \"direct-marketing\" {", "forbid \"selling\" {")
        .notice(
            "purpose \"answer\" basis=\"consent\" {",
            "purpose \"answer\" basis=\"consent\" use=\"direct-marketing\" {",
        )
}

fn with_mail(build: Build, sink: &MailSink) -> Build {
    let host = format!("host \"localhost:{}\"", sink.port);
    build.notice("host \"mail.example.fi:465\"", &host).mail(sink)
}

fn own(installation: &Installation, code: &str) -> (Browser, Page) {
    let browser = installation.browser();
    let page = browser.form("/oma", "main form").set("code", code).finish().status(200);
    (browser, page)
}

fn code(page: &Page) -> String {
    page.one(".code-display code")
}

/// What the ledger has of this action.
fn entries(installation: &Installation, action: &str) -> Vec<serde_json::Value> {
    let told = installation.json(&["ledger", "show", "--last", "1000"]);
    let all = told["entries"].as_array().unwrap().clone();
    all.into_iter().filter(|entry| entry["action"] == action).collect()
}

#[test]
fn s1_138_a_letter_in_the_queue_does_not_go_to_an_objector() {
    let mut sink = MailSink::with(Manners::Busy, 0);
    let mut installation = with_mail(marketing().without_second_factor(), &sink).start();
    let code = code(&with_contact(&installation, MESSAGE));
    let handler = staff::first(&mut installation, "alma");
    let item = newest(&handler);
    let form = handler.form(&item, "form[action$=vastaa]");
    form.set("text", REPLY).finish().status(200);

    let (browser, page) = own(&installation, &code);
    page.shows("Voit kieltää tämän käytön perustelematta");
    let form = browser.form("/oma", "form[action$='/oma/vastusta/answer']");
    form.finish().status(200).shows("Kielto on voimassa").shows("Olet kieltänyt tämän käytön");
    sink.becomes(Manners::Keep);
    installation.pass(3600);
    let_jobs_look();
    assert_eq!(sink.messages().len(), 0, "{:?}", sink.messages());
    for word in [REPLY, MESSAGE, EMAIL, NAME] {
        assert!(!installation.logs().contains(word), "{word}");
    }
    // Staff are told which word it is; what serves another purpose is shown for that one alone.
    let handler = staff::sign_in(&installation, "alma");
    handler.get(&item).status(423).shows("kieltänyt").hides(MESSAGE);
    handler.get("/hallinta/palaute").status(200).hides(NAME).hides(EMAIL);
    assert_eq!(entries(&installation, "object").len(), 1);

    // Taken back by the reader of the mailbox, it goes.
    let (browser, _) = own(&installation, &code);
    browser.form("/oma", "form[action$='/oma/vastusta/answer/peru']").finish().status(403);
    let visitor = installation.browser();
    let form = visitor.form("/pyynto", "main form").set("type", "access").set("contact", EMAIL);
    form.set("text", "Avaan postilaatikkoni").finish().status(200);
    let letter = sink.wait_for(1)[0].text.clone();
    let link = letter.split_whitespace().find(|word| word.contains("/oma/linkki/")).unwrap();
    let link = link[link.find("/oma/").unwrap()..].trim_end_matches('=').to_owned();
    let mailbox = installation.browser();
    let page = mailbox.form(&link, "main form").finish().status(200);
    page.shows("Suoramarkkinointi tähän osoitteeseen on kielletty");
    let form = mailbox.form("/oma/posti", "form[action$='/oma/posti/lupa/direct-marketing']");
    form.finish().status(200).shows("Kielto tai vastustus on peruttu");
    let form = browser.form("/oma", "form[action$='/oma/vastusta/answer/peru']");
    form.finish().status(200).shows("Kielto tai vastustus on peruttu");
    installation.pass(24 * 3600);
    wait_for("the letter goes", || sink.messages().len() == 2);
}

#[test]
fn s3_36_an_objection_by_telephone_holds_at_once_and_is_logged_with_role_and_time() {
    let mut installation = marketing().without_second_factor().start();
    with_contact(&installation, MESSAGE);
    let officer = staff::first(&mut installation, "alma");
    let item = newest(&officer);
    officer.get(&item).status(200).shows(EMAIL);
    let form = officer.form("/hallinta/pyynnot/uusi", "main form").set("type", "marketing");
    let form = form.set("channel", "phone").set("language", "fi").set("contact", EMAIL);
    form.set("arrived", "2026-01-14").submit().status(200);
    officer.get(&item).status(423).hides(EMAIL);
    let logged = entries(&installation, "close-addresses");
    assert_eq!(logged.len(), 1, "{logged:?}");
    assert!(logged[0]["actor"] != "visitor" && logged[0]["at"].is_string(), "{logged:?}");
    // It is a request in the queue like any other.
    officer.get("/hallinta/pyynnot").status(200).shows("suoramarkkinointiin");
}

#[test]
fn s1_172_an_address_is_closed_without_an_account_and_stays_closed_when_its_owner_is_gone() {
    let mut installation = marketing().without_second_factor().start();
    let first = code(&with_contact(&installation, MESSAGE));
    let officer = staff::first(&mut installation, "alma");
    let visitor = installation.browser();
    let form = visitor.form("/pyynto", "main form").set("type", "marketing");
    form.set("contact", EMAIL).set("text", "Ei kiitos").finish().status(200);
    officer.get(&newest(&officer)).status(423);
    let (browser, _) = own(&installation, &first);
    browser.form("/oma/poista", "main form[action$='/oma/poista']").finish().status(200);
    installation.restart();
    let again = code(&with_contact(&installation, "Toinen viesti samasta osoitteesta"));
    let (_, page) = own(&installation, &again);
    page.shows("koska osoitteesi on luettelossa").shows("Toinen viesti");
    let hits: Vec<_> = installation.scan(EMAIL).into_iter().collect();
    assert!(hits.is_empty(), "{hits:?}");
}

#[test]
fn a_list_from_elsewhere_closes_addresses() {
    let installation = marketing().start();
    let code = code(&with_contact(&installation, MESSAGE));
    let list = installation.outside().join("kiellot.csv");
    let rows = format!("nimi;osoite\nMaija;{}\nMatti;\n", EMAIL.to_uppercase());
    fs::write(&list, rows).unwrap();
    let list = list.display().to_string();
    let verb = ["person", "close-addresses", "--use", "direct-marketing", "--list", &list];
    let told = installation.json(&verb);
    assert_eq!((told["addresses"].as_i64(), told["persons"].as_i64()), (Some(1), Some(1)));
    assert_eq!(told["without"], 2);
    own(&installation, &code).1.shows("koska osoitteesi on luettelossa");
    // Of each who was left out there is an entry, and none of who already was.
    assert_eq!(entries(&installation, "object").len(), 1);
    assert_eq!(installation.json(&verb)["persons"].as_i64(), Some(0));
    assert_eq!(entries(&installation, "object").len(), 1);
    let wrong = ["person", "close-addresses", "--use", "market-research", "--list", &list];
    assert!(!installation.cli(&wrong).status.success());
}

#[test]
fn an_objection_closes_the_purpose_until_it_is_decided() {
    let mut installation =
        Installation::build("feedback").letters().without_second_factor().start();
    let code = code(&with_contact(&installation, MESSAGE));
    let officer = staff::first(&mut installation, "alma");
    let developer = staff::member(&installation, "kehittaja", &["developer"]);
    developer.get("/hallinta/palaute").status(200).shows(MESSAGE);
    let (browser, _) = own(&installation, &code);
    let form = browser.form("/oma", "form[action$='/oma/vastusta/develop']");
    form.finish().status(200).shows("ennen kuin vastustuksesi on ratkaistu");
    developer.get("/hallinta/palaute").status(200).hides(MESSAGE);
    let path = officer.get("/hallinta/pyynnot").attributes("tbody th a", "href").remove(0);
    officer.get(&path).status(200).shows("kunnes vastustus on ratkaistu");
    let form = officer.form(&path, "form[action$=ratkaise]").set("decision", "refused");
    let ground = officer.get(&path).attributes("select[name=ground] option[value]", "value");
    let ground = ground.into_iter().find(|value| !value.is_empty()).unwrap();
    let form = form.set("ground", &ground).set("text", "Painavat syyt menevät edelle.");
    staff::decide(&officer, form).status(200);
    developer.get("/hallinta/palaute").status(200).shows(MESSAGE);
    browser.get("/oma").status(200).shows("Painavat syyt menevät edelle.");
}

#[test]
fn s1_142_a_contested_record_is_closed_and_its_restriction_ends_only_when_the_person_is_told() {
    let mut installation =
        Installation::build("feedback").letters().without_second_factor().start();
    let code = code(&with_contact(&installation, MESSAGE));
    let officer = staff::first(&mut installation, "alma");
    let item = newest(&officer);
    let (browser, _) = own(&installation, &code);
    let path = browser.get("/oma").attributes("a[href$='/rajoita']", "href").remove(0);
    let form = browser.form(&path, "main form").set("ground", "claim");
    form.finish().status(200).shows("Tarvitsen tietoa oikeudellista vaadetta varten");
    officer.get(&item).status(423).hides(MESSAGE);
    // Past its day it is still there.
    installation.pass(60 * 24 * 3600);
    let_jobs_look();
    let (browser, page) = own(&installation, &code);
    page.shows(MESSAGE);
    let form = browser.form("/pyynto", "main form").set("type", "other").set("code", &code);
    form.set("text", "Mitä rajoituksesta seuraa?").finish().status(200);
    let officer = staff::sign_in(&installation, "alma");
    let path = officer.get("/hallinta/pyynnot").attributes("tbody th a", "href").remove(0);
    let page = officer.get(&path).status(200).shows("vasta, kun henkilölle on kerrottu");
    let ends = page.attributes("main a[href$='/paata']", "href");
    assert!(ends.is_empty(), "nobody ends what the person was not told of: {ends:?}");
    officer.form(&path, "form[action$='/kerrottu']").finish().status(200);
    let (_, page) = own(&installation, &code);
    page.shows("Organisaatio poistaa rajoituksen aikaisintaan");
    let end = officer.get(&path).attributes("main a[href$='/paata']", "href").remove(0);
    let page = officer.get(&end).status(200).shows("Samalla tietoja poistetaan pysyvästi");
    let page = page.shows("Palaute: 1").shows("Pidä rajoitus");
    own(&installation, &code).1.shows(MESSAGE);
    let page = officer.form_on(&page, "main form").submit().status(200);
    assert_eq!(page.attributes("main dd a[href^='/todiste/']", "href").len(), 1);
    let (_, page) = own(&installation, &code);
    page.shows("Palaute 1").shows("Säilytysaika päättyi").hides(MESSAGE);
    assert_eq!(installation.scan(MESSAGE), []);
}

#[test]
fn where_no_program_decides_nobody_is_offered_a_review_of_it() {
    let installation = Installation::mailing("feedback");
    let code = code(&with_contact(&installation, MESSAGE));
    let visitor = installation.browser();
    let rights = visitor.get("/pyynto").attributes("select[name=type] option", "value");
    assert!(rights.iter().all(|right| right != "human-review"), "{rights:?}");
    let (_, page) = own(&installation, &code);
    assert!(!page.source().contains("human-review"));
    visitor.get("/tietosuoja").status(200).shows("päätöksiä ei tehdä automaattisesti");
}

/// Every right, by everybody: which page answers, and how.
#[test]
fn every_right_is_answered_to_everybody_as_the_table_says() {
    let sink = MailSink::start();
    let mut installation =
        with_mail(Installation::build("feedback").without_second_factor(), &sink).start();
    let receipt = code(&with_contact(&installation, MESSAGE));
    let alma = staff::first(&mut installation, "alma");
    let id = newest(&alma).rsplit('/').next().unwrap().to_owned();
    let visitor = installation.browser();
    let form = visitor.form("/pyynto", "main form").set("type", "access").set("contact", EMAIL);
    form.set("text", "Pyyntö").finish().status(200);
    let letter = sink.wait_for(1)[0].text.clone();
    let link = letter.split_whitespace().find(|word| word.contains("/oma/linkki/")).unwrap();
    let link = link[link.find("/oma/").unwrap()..].trim_end_matches('=').to_owned();
    let mailbox = installation.browser();
    mailbox.form(&link, "main form").finish().status(200);
    let request = alma.get("/hallinta/pyynnot").attributes("tbody th a", "href").remove(0);

    let asked = request.rsplit('/').next().unwrap().to_owned();

    let mut askers = vec![
        ("stranger".to_owned(), installation.browser()),
        ("receipt".to_owned(), own(&installation, &receipt).0),
        ("mailbox".to_owned(), mailbox),
    ];
    for role in ["handler", "developer", "officer", "admin"] {
        askers.push((role.to_owned(), staff::member(&installation, role, &[role])));
    }
    let rights = [
        ("access", "/oma/tiedot.json".to_owned()),
        ("rectification", format!("/oma/tieto/{id}/korjaa")),
        ("erasure", format!("/oma/tieto/{id}/poista")),
        ("restriction", format!("/oma/tieto/{id}/rajoita")),
        ("portability", "/oma/siirto.json".to_owned()),
        ("withdraw-consent", format!("/oma/tieto/{id}/peru/answer")),
        ("objection", "/oma".to_owned()),
        ("request", "/pyynto".to_owned()),
        ("desk", "/hallinta/pyynnot".to_owned()),
        ("decision", request),
        ("entry", "/hallinta/pyynnot/uusi".to_owned()),
    ];
    let mut table = String::new();
    for (right, path) in &rights {
        for (who, browser) in &askers {
            let page = browser.get(path);
            let sees = if page.source().contains(MESSAGE) { ", the data" } else { "" };
            let leads = page.location().map(|to| format!(" to {}", to.replace(&asked, "ID")));
            let leads = leads.unwrap_or_default();
            table.push_str(&format!("{right} / {who}: {}{leads}{sees}\n", page.status.as_u16()));
        }
    }
    insta::assert_snapshot!(table);
}
