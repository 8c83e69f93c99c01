//! With whom a request is matched: it is about that person alone, whoever made it learns nothing of it,
//! and what was wrong is undone wholly.

use crate::support::browser::Browser;
use crate::support::installation::Installation;
use crate::support::mail::MailSink;
use crate::support::page::Page;
use crate::support::staff;
use crate::support::wait::{let_jobs_look, wait_for};

const EMAIL: &str = "kanarialintu.testaaja@example.fi";
const AGENT: &str = "asiamies.testaaja@example.fi";
const DESK: &str = "/hallinta/pyynnot";

fn mailing(sink: &MailSink) -> Installation {
    let host = format!("host \"localhost:{}\"", sink.port);
    Installation::build("feedback").notice("host \"mail.example.fi:465\"", &host).mail(sink).start()
}

fn code(page: &Page) -> String {
    page.one(".code-display code")
}

fn feedback(org: &Installation, message: &str, email: &str) -> String {
    let browser = org.browser();
    let form = browser.form("/palaute", "main form").set("message", message);
    code(&form.set("email", email).tick("consent-answer").finish().status(200))
}

fn request(org: &Installation, what: &str, contact: &str) -> String {
    let browser = org.browser();
    let form = browser.form("/pyynto", "main form").set("type", what);
    code(&form.set("contact", contact).finish().status(200))
}

fn first(officer: &Browser) -> String {
    officer.get(DESK).status(200).attributes("tbody th a", "href").remove(0)
}

fn own(org: &Installation, receipt: &str) -> (Browser, Page) {
    let browser = org.browser();
    let page = browser.form("/oma", "main form").set("code", receipt).finish();
    (browser, page)
}

/// What the holder of a receipt can take with them.
fn records(org: &Installation, receipt: &str) -> serde_json::Value {
    own(org, receipt).0.get("/oma/tiedot.json").status(200).json()["records"].clone()
}

/// Opens the link of a letter; the browser, and the mailbox's page.
fn follow(org: &Installation, text: &str) -> (Browser, Page) {
    let link = text.split_whitespace().find(|word| word.contains("/oma/linkki/")).unwrap();
    let path = link[link.find("/oma/").unwrap()..].trim_end_matches('=').to_owned();
    let browser = org.browser();
    let page = browser.form(&path, "main form").finish().status(200);
    (browser, page)
}

#[test]
fn what_was_asked_for_another_and_confirmed_is_done_to_that_other_alone() {
    let sink = MailSink::start();
    let mut org = mailing(&sink);
    let (subject, agent) =
        (feedback(&org, "Oma viesti", EMAIL), feedback(&org, "Asiamiehen viesti", AGENT));
    let browser = org.browser();
    let form = browser.form("/pyynto", "main form").set("type", "erasure");
    let form = form.set("behalf", "agent").set("contact", AGENT).set("subject", EMAIL);
    form.finish().status(200);
    let (person, page) = follow(&org, &sink.wait_for(1)[0].text);
    let plan = person.form_on(&page, "form[action$='/kylla']").finish().status(200);
    let plan = plan.shows("Palaute 1").hides("Palaute 2").hides(AGENT);
    person.form_on(&plan, "main form").submit().status(200).shows("Poistettuja tietoja 1");
    own(&org, &subject).1.shows("Poistettu 14.1.2026");
    own(&org, &agent).1.status(200).shows("Asiamiehen viesti");
    let officer = staff::first(&mut org, "alma");
    officer.get(DESK).status(200).shows("Pyyntöjä ei ole");
    let_jobs_look();
    assert!(sink.messages().iter().all(|letter| letter.to == [EMAIL]), "{:?}", sink.messages());
}

#[test]
fn nobody_sees_by_the_clock_of_their_request_that_a_mailbox_confirmed_it() {
    let sink = MailSink::start();
    let mut org = mailing(&sink);
    feedback(&org, "Oma viesti", EMAIL);
    let maker = request(&org, "access", EMAIL);
    let link = sink.wait_for(1)[0].text.clone();
    let officer = staff::first(&mut org, "alma");
    let form = officer.form(&first(&officer), "form[action$=kysy]");
    form.set("text", "Milloin lähetit palautteen?").finish().status(200).shows("pysähdyksissä");
    sink.wait_for(2);
    org.advance("2026-01-14T20:00:00+02:00");
    let before = records(&org, &maker);
    let (person, page) = follow(&org, &link);
    person.form_on(&page, "form[action$='/kylla']").finish().status(200).shows("on vahvistettu");
    assert_eq!(records(&org, &maker), before);
    // The clock of the one in its place goes on, ten hours later.
    let officer = staff::sign_in(&org, "alma");
    let page = officer.get(&first(&officer)).status(200).hides("pysähdyksissä 14.1.2026");
    assert_eq!(page.attributes("form[action$=kysy]", "action"), [""; 0], "nobody is asked again");
    org.advance("2026-02-13T19:59:00+02:00");
    let officer = staff::sign_in(&org, "alma");
    officer.get("/hallinta/pyynnot?tila=myohassa").status(200).shows("Pyyntöjä ei ole");
    org.advance("2026-02-13T20:00:01+02:00");
    let officer = staff::sign_in(&org, "alma");
    officer.get("/hallinta/pyynnot?tila=myohassa").status(200).shows("Haluan nähdä tietoni");
}

/// What was sent, as the ledger tells it: of which kind, newest first.
fn sent(org: &Installation) -> Vec<String> {
    let told = org.json(&["ledger", "show", "--last", "1000"]);
    let entries = told["entries"].as_array().unwrap().iter();
    let sent = entries.filter(|entry| entry["action"] == "mail-sent");
    sent.map(|entry| entry["kind"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn every_letter_about_a_request_is_in_the_ledger_and_links_are_told_to_nobody() {
    const SENT: &str = "Lähetettiin vastaus sähköpostilla";
    let sink = MailSink::start();
    let mut org = mailing(&sink);
    let receipt = feedback(&org, "Oma viesti", EMAIL);
    let maker = request(&org, "access", EMAIL);
    sink.wait_for(1);
    wait_for("the link's entry", || sent(&org) == ["rights-request"]);
    own(&org, &maker).1.status(200).hides(SENT);
    let copy = own(&org, &maker).0.get("/oma/tiedot.json").status(200).source();
    assert!(!copy.contains("mail-sent"), "{copy}");

    let browser = org.browser();
    let form = browser.form("/pyynto", "main form").set("type", "access").set("contact", AGENT);
    form.set("code", &receipt).finish().status(200);
    let officer = staff::first(&mut org, "alma");
    let all = officer.get(DESK).status(200).attributes("tbody th a", "href");
    let path = all.iter().find(|path| officer.get(path).text().contains(AGENT)).unwrap();
    let form = officer.form(path, "form[action$=ratkaise]").set("decision", "granted");
    staff::decide(&officer, form).status(200);
    sink.wait_for(2);
    let two = ["rights-answer", "rights-request"];
    wait_for("the answer's entry", || {
        let mut sent = sent(&org);
        sent.sort();
        sent == two
    });
    own(&org, &receipt).1.status(200).shows(SENT);
    own(&org, &maker).1.status(200).hides(SENT);
}

#[test]
fn a_longer_time_that_somebody_else_was_told_of_ends_with_the_wrong_match() {
    let mut org = Installation::mailing("feedback");
    let wrong = feedback(&org, "Muun viesti", EMAIL);
    request(&org, "rectification", "");
    let officer = staff::first(&mut org, "alma");
    let path = first(&officer);
    let extend = |path: &str| {
        let form = officer.form(path, "form[action$=jatka]").set("ground", "extended-many");
        form.set("text", "Pyyntöjä tuli sata.").finish().status(200).shows("14.4.2026")
    };
    let matched = |path: &str| {
        let form = officer.form(path, "form[action$=tunnista]").set("code", &wrong);
        form.finish().status(200).shows("on yhdistetty")
    };
    let page = extend(matched(&path).url.path());
    let page = officer.form_on(&page, "form[action$=pura]").finish().status(200);
    assert_eq!(page.url.path(), path);
    page.shows("13.2.2026").hides("14.4.2026");
    // Whoever asked is told now; what they were told of holds, whoever else is found to be meant.
    let page = matched(extend(&path).url.path());
    let page = officer.form_on(&page.shows("14.4.2026"), "form[action$=pura]").finish();
    page.status(200).shows("14.4.2026").hides("Jatka määräaikaa");
}

#[test]
fn whoever_was_asked_who_they_are_is_still_asked_after_a_wrong_match() {
    let mut org = Installation::mailing("feedback");
    let wrong = feedback(&org, "Muun viesti", EMAIL);
    request(&org, "access", "");
    let officer = staff::first(&mut org, "alma");
    let path = first(&officer);
    let form = officer.form(&path, "form[action$=kysy]").set("text", "Kuka olet?");
    form.finish().status(200).shows("pysähdyksissä 14.1.2026 alkaen");
    let form = officer.form(&path, "form[action$=tunnista]").set("code", &wrong);
    let page = form.finish().status(200).hides("pysähdyksissä 14.1.2026");
    let page = officer.form_on(&page, "form[action$=pura]").finish().status(200);
    page.shows("pysähdyksissä 14.1.2026 alkaen");
}

#[test]
fn no_hand_made_form_matches_what_is_asked_for_another_before_its_mandate_was_seen() {
    let mut org = Installation::mailing("feedback");
    let receipt = feedback(&org, "Oma viesti", EMAIL);
    let browser = org.browser();
    let form = browser.form("/pyynto", "main form").set("type", "erasure");
    form.set("behalf", "guardian").set("subject", EMAIL).finish().status(200);
    let officer = staff::first(&mut org, "alma");
    let path = first(&officer);
    assert_eq!(officer.get(&path).attributes("form[action$=tunnista]", "action"), [""; 0]);
    request(&org, "access", "");
    let other = officer.get(DESK).attributes("tbody th a", "href");
    let other = other.into_iter().find(|one| *one != path).unwrap();
    let page = officer.get(&other);
    let token = page.attributes("form[action$=tunnista] input[name=_token]", "value").remove(0);
    let fields = [("_token", token.as_str()), ("code", receipt.as_str())];
    let refused = officer.post(&format!("{path}/tunnista"), &fields);
    refused.status(409).shows("Tarkista ensin");
    let find = format!("{path}/etsi");
    let found = officer.form(&find, "form[action$=etsi]").set("value", EMAIL).submit();
    let chosen = officer.form_on(&found.status(200), "main section form").submit();
    chosen.status(409).shows("Tarkista ensin");
    org.advance("2026-01-17T10:00:01+02:00");
    let_jobs_look();
    own(&org, &receipt).1.status(200).shows("Oma viesti");
}

const WORDS: &str = "Pyytäjän omat yksityiset sanat";

/// A request of somebody unknown, matched by the code of somebody else's data: that other's receipt, the
/// officer, and the request's page.
fn mismatched(org: &mut Installation) -> (String, Browser, String) {
    let wrong = feedback(org, "Muun viesti", EMAIL);
    let browser = org.browser();
    let form = browser.form("/pyynto", "main form").set("type", "rectification");
    form.set("text", WORDS).finish().status(200);
    let officer = staff::first(org, "alma");
    let path = first(&officer);
    let form = officer.form(&path, "form[action$=tunnista]").set("code", &wrong);
    form.finish().status(200).shows("on yhdistetty");
    (wrong, officer, path)
}

fn grant(officer: &Browser, path: &str) -> Page {
    let form = officer.form(path, "form[action$=ratkaise]").set("decision", "granted");
    staff::decide(officer, form.set("text", "Tiedot on oikaistu.")).status(200)
}

/// The records that somebody's own page lists which hold these words, as their ids.
fn holding(org: &Installation, receipt: &str, words: &str) -> Vec<String> {
    let all = records(org, receipt);
    let all = all.as_array().unwrap().iter();
    let held = all.filter(|record| record.to_string().contains(words));
    held.map(|record| record["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_wrong_match_leaves_nothing_with_whom_it_was_whatever_they_have_closed_of_it() {
    let mut org = Installation::build("feedback").letters().without_second_factor().start();
    let (wrong, officer, path) = mismatched(&mut org);
    let slip = holding(&org, &wrong, WORDS).remove(0);
    let (browser, _) = own(&org, &wrong);
    let form = browser.form(&format!("/oma/tieto/{slip}/rajoita"), "main form");
    form.set("ground", "accuracy").finish().status(200).shows("rajoitettu");
    officer.form(&path, "form[action$=pura]").finish().status(200).hides("on yhdistetty");
    browser.get("/oma").status(200).hides(WORDS);
    assert_eq!(holding(&org, &wrong, WORDS), [""; 0]);
    // Whoever is meant gets the answer.
    let right = feedback(&org, "Oikea viesti", AGENT);
    let form = officer.form(&path, "form[action$=tunnista]").set("code", &right);
    form.finish().status(200).shows("on yhdistetty");
    grant(&officer, &path);
    own(&org, &right).1.status(200).shows("Tiedot on oikaistu.");
    own(&org, &wrong).1.status(200).hides("Tiedot on oikaistu.");
}

#[test]
fn a_match_is_not_undone_while_staff_hold_what_it_gave_and_is_decided_though_that_is_erased() {
    let mut org = Installation::build("feedback").letters().without_second_factor().start();
    let (wrong, officer, path) = mismatched(&mut org);
    let slip = holding(&org, &wrong, WORDS).remove(0);
    org.ok(&["hold", "add", ".", &slip, "--ground", "legal-claim"]);
    let refused = officer.form(&path, "form[action$=pura]").submit().status(409);
    refused.shows("on merkitty säilytettäväksi");
    officer.get(&path).status(200).shows("on yhdistetty");
    // They erase it: only the hold keeps it any more, and no letter comes to it.
    let (browser, _) = own(&org, &wrong);
    browser.form(&format!("/oma/tieto/{slip}/poista"), "main form").submit().status(200);
    grant(&officer, &path).shows("ratkais");
    officer.get(&path).status(200).shows("Tiedot on oikaistu.");
}
