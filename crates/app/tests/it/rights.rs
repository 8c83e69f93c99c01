//! A person's rights from both sides: what somebody with a receipt can see and do, what somebody
//! without one can ask, and what happens when nobody does anything.

use crate::support::browser::Browser;
use crate::support::feedback::{free, restrict};
use crate::support::installation::{Build, Engine, Installation};
use crate::support::mail::{MailSink, Manners};
use crate::support::page::Page;
use crate::support::sql::sql;
use crate::support::staff;
use crate::support::wait::{let_jobs_look, wait_for};

const EMAIL: &str = "kanarialintu.testaaja@example.fi";
const NAME: &str = "Kaisa Kanarialintu";
const MESSAGE: &str = "Kanarialinnun viesti: etuovi on liian raskas";

/// Sends feedback, with contact details if wanted; gives its receipt code.
fn feedback(installation: &Installation, contact: bool) -> String {
    let browser = installation.browser();
    let mut form = browser.form("/palaute", "main form").set("message", MESSAGE);
    if contact {
        form = form.set("name", NAME).set("email", EMAIL).tick("consent-answer");
    }
    code(&form.submit().status(200))
}

fn code(page: &Page) -> String {
    page.one(".code-display code")
}

/// Opens the own page with a receipt code.
fn own(installation: &Installation, receipt: &str) -> (Browser, Page) {
    let browser = installation.browser();
    let page = browser.form("/oma", "main form").set("code", receipt).finish();
    (browser, page)
}

/// Sends a request without a receipt code.
fn request(installation: &Installation, what: &str, contact: &str) -> Page {
    let browser = installation.browser();
    let form = browser.form("/pyynto", "main form").set("type", what);
    let form = form.set("text", "Kanarialinnun pyyntö omin sanoin").set("contact", contact);
    form.finish().status(200)
}

/// Enters a letter at the desk; gives the path of the request.
fn letter(officer: &Browser, what: &str, contact: &str, arrived: &str) -> (String, Page) {
    let form = officer.form("/hallinta/pyynnot/uusi", "main form");
    let form = form.set("type", what).set("channel", "letter").set("language", "fi");
    let page = form.set("contact", contact).set("arrived", arrived).submit().status(200);
    let path = page.attributes("main a.button", "href").into_iter().next().unwrap();
    (path, page)
}

/// An installation that mails through this server.
fn mailing(sink: &MailSink) -> Build {
    let host = format!("host \"localhost:{}\"", sink.port);
    Installation::build("feedback").notice("host \"mail.example.fi:465\"", &host).mail(sink)
}

fn erasure_with_a_receipt(engine: Engine) {
    let installation = Installation::build("feedback").letters().engine(engine).start();
    let receipt = feedback(&installation, true);
    let other = feedback(&installation, false);

    let browser = installation.browser();
    let form = browser.form("/pyynto?pyynto=erasure", "main form").set("code", &receipt);
    let form = form.set("text", "Pyydän: kanarialinnun tiedot pois").set("contact", EMAIL);
    // What goes is shown first: a wrong choice in the list takes nothing away.
    let page = form.finish().status(200).shows("Poistamista ei voi kumota").shows("Palaute: 1");
    own(&installation, &receipt).1.status(200).shows(MESSAGE);
    let page = browser.form_on(&page, "main form").submit().status(200);
    let page = page.shows("Poistettu 14.1.2026").shows("Todiste");

    let proof = page.one("dl code");
    let (_, told) = own(&installation, &receipt.to_uppercase().replace('-', " "));
    told.status(200).shows("Poistettu 14.1.2026").shows("Poistamista pyydettiin").shows(&proof);
    let (_, left) = own(&installation, &other);
    left.status(200).shows(MESSAGE);
    assert_eq!(installation.scan(EMAIL), [], "the request's own contact must be gone, too");
    assert_eq!(installation.scan("kanarialinnun tiedot pois"), []);
}

#[test]
fn s2_43_s2_48_erasure_with_a_receipt_is_shown_first_and_done_with_one_press() {
    erasure_with_a_receipt(Engine::Sqlite);
}

#[test]
fn s2_43_s2_48_erasure_with_a_receipt_on_postgres() {
    erasure_with_a_receipt(Engine::Postgres);
}

#[test]
fn s2_43_anonymous_feedback_is_seen_and_erased_on_the_own_page() {
    let installation = Installation::new("feedback");
    let receipt = feedback(&installation, false);
    let (browser, page) = own(&installation, &receipt);
    let page =
        page.status(200).shows(MESSAGE).shows("14.2.2026").shows("Kukaan muu ei ole katsonut");
    let delete = page.attributes("a[href$='/poista']", "href").into_iter().next().unwrap();
    browser.get(&delete).status(200).shows("Poistamista ei voi kumota").shows("Palaute: 1");
    let done = browser.form(&delete, "main form").submit().status(200);
    let done = done.shows("Poistettu 14.1.2026");
    assert!(done.header("clear-site-data").contains("cookies"));
    assert_eq!(browser.get("/oma/tiedot.json").location().as_deref(), Some("/oma"));
    let (_, told) = own(&installation, &receipt);
    told.status(200).shows("Poistettu 14.1.2026");
}

#[test]
fn s2_09_withdrawing_a_consent_erases_the_contact_details_and_keeps_the_message() {
    let installation = Installation::mailing("feedback");
    let receipt = feedback(&installation, true);
    let (browser, page) = own(&installation, &receipt);
    let page = page.status(200).shows(NAME).shows(EMAIL);
    let withdraw = page.attributes("a[href*='/peru/']", "href").into_iter().next().unwrap();
    browser.get(&withdraw).status(200).shows("Perumista ei voi kumota").shows(EMAIL_PURPOSE);
    let goes = browser.get(&withdraw).all("main ul li");
    assert_eq!(goes, ["Nimi", "Sähköpostiosoite"]);
    let page = browser.form(&withdraw, "main form").finish().status(200);
    page.shows(MESSAGE).hides(EMAIL).hides(NAME).hides("/peru/");
    // Nothing is found by the address any more: a request with it leads to no letter.
    let mut installation = installation;
    installation.restart();
    let (_, page) = own(&installation, &receipt);
    page.status(200).shows(MESSAGE).hides(EMAIL);
}

#[test]
fn a_request_that_names_nobody_is_taken_and_answered_before_its_last_day() {
    let installation = Installation::new("feedback");
    let browser = installation.browser();
    let form = browser.form("/pyynto", "main form").set("type", "access");
    let page = form.finish().status(200).shows("Vastauksen saa vain tällä koodilla");
    let silent = code(&page);
    // With words somebody may be found: staff answer that one themselves.
    let form = browser.form("/pyynto", "main form").set("type", "access");
    let page = form.set("text", "Olin käynnillä 3.1.").finish().status(200);
    let other = code(&page);
    own(&installation, &silent).1.status(200).hides("Emme voi tunnistaa");
    installation.advance("2026-02-13T12:00:00+02:00");
    let (browser, _) = own(&installation, &silent);
    wait_for("the answer", || browser.get("/oma").text().contains("Emme voi tunnistaa"));
    browser.get("/oma").shows("Pyynnössä ei ollut kuittikoodia");
    own(&installation, &other).1.status(200).hides("Emme voi tunnistaa");
}

#[test]
fn s2_09_with_the_consent_the_answer_goes_that_rested_on_it() {
    let sink = MailSink::start();
    let mut installation = mailing(&sink).start();
    let receipt = feedback(&installation, true);
    let handler = staff::first(&mut installation, "alma");
    let inbox = handler.get("/hallinta/palaute").status(200);
    let path = inbox.attributes("tbody th a", "href").into_iter().next().unwrap();
    let form = handler.form(&path, "form[action$=vastaa]");
    form.set("text", "Kiitos, ovi korjataan pian.").finish().status(200);
    let (browser, page) = own(&installation, &receipt);
    let page = page.status(200).shows("ovi korjataan pian");
    let withdraw = page.attributes("a[href*='/peru/']", "href").into_iter().next().unwrap();
    let page = browser.form(&withdraw, "main form").finish().status(200);
    page.shows(MESSAGE).hides(EMAIL).hides("ovi korjataan pian");
}

const EMAIL_PURPOSE: &str = "Palautteeseen vastaaminen";

#[test]
fn s2_10_the_consent_is_shown_with_its_version_time_and_language() {
    let installation = Installation::mailing("feedback");
    let receipt = feedback(&installation, true);
    let (browser, page) = own(&installation, &receipt);
    let given = "Annettu 14.1.2026 klo 10.00, selosteen versio 1, kieli Suomi";
    page.status(200).shows(given);
    let copy = browser.get("/oma/tiedot.json").status(200).json();
    let record = &copy["records"][0];
    assert_eq!(record["consents"][0]["notice_version"], 1, "{copy}");
    assert_eq!(record["fields"]["email"]["value"], EMAIL, "{copy}");
    assert_eq!(copy["notice"]["version"], 1);
    browser.get("/oma/tuloste").status(200).shows(MESSAGE).shows(given);
}

#[test]
fn s2_45_a_bare_address_erases_nothing_and_tells_nothing() {
    let sink = MailSink::start();
    let installation = mailing(&sink).start();
    let receipt = feedback(&installation, true);

    let known = request(&installation, "erasure", EMAIL);
    let unknown = request(&installation, "erasure", "tuntematon.lintu@example.fi");
    // The code is shown in two halves, which the text of the page sets apart.
    let whole = |page: &Page| page.text().replace("- ", "-");
    let plain = |page: &Page| whole(page).replace(&code(page), "KOODI");
    assert_eq!(plain(&known).replace("Numero 1", ""), plain(&unknown).replace("Numero 2", ""));

    let letters = sink.wait_for(1);
    let link = letters[0].text.split_whitespace().find(|word| word.contains("/oma/linkki/"));
    let link = link.unwrap().trim_end_matches('=').to_owned();
    assert_eq!(letters[0].to, [EMAIL]);
    let (_, page) = own(&installation, &receipt);
    page.status(200).shows(MESSAGE);

    // Opening the link changes nothing; pressing the button opens the mailbox's page, once.
    let path = &link[link.find("/oma/").unwrap()..];
    installation.browser().get(path).status(200);
    let browser = installation.browser();
    let asked = browser.form(path, "main form").finish().status(200).shows("Teitkö nämä pyynnöt?");
    let asked = asked.shows("Haluan, että tietoni poistetaan");
    let plan = browser.form_on(&asked, "form[action$=kylla]").finish().status(200);
    assert_eq!(plan.url.path(), "/oma/posti/poista");
    installation.browser().get(path).status(410).shows("ei ole enää voimassa");
    let done = browser.form("/oma/posti/poista", "main form").submit().status(200);
    done.shows("Poistettu 14.1.2026");
    assert_eq!(installation.scan(EMAIL), [], "the request with the address goes along");
    // Whoever typed the address is told nothing: it goes by the clock, as with an unknown address.
    let (_, told) = own(&installation, &code(&known));
    told.status(200).shows("ennen kuin tiedämme, kuka olet").hides("Poistettu");
    let others = sink.messages().iter().filter(|letter| letter.to != [EMAIL]).count();
    assert_eq!((others, sink.messages().len()), (0, 1), "one letter, to that address only");
}

/// The path of the one-time link in the newest letter.
fn mailed_link(sink: &MailSink, letters: usize) -> String {
    let text = sink.wait_for(letters).pop().unwrap().text;
    let link = text.split_whitespace().find(|word| word.contains("/oma/linkki/")).unwrap();
    link[link.find("/oma/").unwrap()..].trim_end_matches('=').to_owned()
}

#[test]
fn s2_45_a_stranger_s_erasure_request_is_not_carried_out_when_its_victim_only_looks() {
    let sink = MailSink::start();
    let installation = mailing(&sink).start();
    let receipt = feedback(&installation, true);
    request(&installation, "erasure", EMAIL);
    let link = mailed_link(&sink, 1);
    assert!(sink.messages()[0].text.contains("Haluan, että tietoni poistetaan"), "told what");
    let victim = installation.browser();
    victim.form(&link, "main form").finish().status(200).shows("Teitkö nämä pyynnöt?");
    victim.get("/oma/posti").status(200).shows("Palaute 1").hides(MESSAGE);
    installation.advance("2026-01-17T10:00:01+02:00");
    let_jobs_look();
    let (_, page) = own(&installation, &receipt);
    page.status(200).shows(MESSAGE);
}

#[test]
fn s2_45_what_was_asked_with_another_s_address_is_answered_to_that_other_alone() {
    let sink = MailSink::start();
    let mut installation = mailing(&sink).start();
    let receipt = feedback(&installation, true);
    let stranger = code(&request(&installation, "access", EMAIL));
    let (maker, before) = own(&installation, &stranger);
    let before = before.status(200);
    // A request stands as it was sent, matched or not.
    assert_eq!(before.attributes("a[href$='/korjaa']", "href"), [""; 0]);
    let id = maker.get("/oma/tiedot.json").json()["records"][0]["id"].as_str().unwrap().to_owned();
    let correct = format!("/oma/tieto/{id}/korjaa");
    maker.get(&correct).status(404);

    let victim = installation.browser();
    let asked = victim.form(&mailed_link(&sink, 1), "main form").finish().status(200);
    let yes = asked.attributes("form[action$=kylla]", "action").remove(0);
    assert_eq!(maker.get("/oma/posti").location().as_deref(), Some("/oma"), "the mailbox alone");
    let refused = maker.post(&yes, &[]).status.as_u16();
    assert!(refused >= 300, "only the mailbox can say yes: {refused}");
    let known = victim.form_on(&asked, "form[action$=kylla]").finish().status(200);
    known.shows("Pyyntö on vahvistettu").hides(MESSAGE);
    let copy = maker.get("/oma/tiedot.json").status(200).json();
    let held = &copy["records"][0];
    assert_eq!(held["state"], "unshown", "{copy}");
    assert_eq!(held["updated"], held["created"], "{copy}");
    assert!(held["fields"].get("matched").is_none(), "{copy}");
    maker.get("/oma").status(200).hides("Satunnainen tunniste");

    let officer = staff::first(&mut installation, "alma");
    let list = officer.get("/hallinta/pyynnot").status(200);
    assert_eq!(list.all("tbody tr").len(), 1, "one request, the person's own");
    let path = list.attributes("tbody th a", "href").remove(0);
    let page = officer.get(&path).status(200).shows("Osoitteen postilaatikosta on vahvistettu");
    page.shows(EMAIL);
    let form = officer.form(&path, "form[action$=ratkaise]").set("decision", "granted");
    let form = form.set("text", "Kaikki tietosi: salaisuus.");
    staff::decide(&officer, form).status(200);
    let letters = sink.wait_for(2);
    assert_eq!(letters[1].to, [EMAIL]);
    let (_, page) = own(&installation, &receipt);
    page.status(200).hides("salaisuus");
    let (maker, page) = own(&installation, &stranger);
    let after = page.status(200).hides("salaisuus").hides("Hyväksytään");
    assert_eq!(after.all("main section"), before.all("main section"), "seen as it was received");
    assert!(!maker.get("/oma/tiedot.json").source().contains("salaisuus"));
}

#[test]
fn s2_45_what_a_clerk_matches_by_a_code_is_not_answered_to_an_unproved_address() {
    let sink = MailSink::start();
    let mut installation = mailing(&sink).start();
    let receipt = feedback(&installation, false);
    let stranger = code(&request(&installation, "access", "uusi.osoite@example.fi"));
    let officer = staff::first(&mut installation, "alma");
    let list = officer.get("/hallinta/pyynnot").status(200);
    let path = list.attributes("tbody th a", "href").remove(0);
    let form = officer.form(&path, "form[action$=tunnista]").set("code", &receipt);
    let path = form.finish().status(200).url.path().to_owned();
    let form = officer.form(&path, "form[action$=ratkaise]").set("decision", "granted");
    let page = staff::decide(&officer, form.set("text", "Kaikki tietosi: salaisuus.")).status(200);
    page.shows("Kirje näkyy niiden tietojen kuittikoodilla");
    let_jobs_look();
    assert_eq!(sink.messages().len(), 0, "{:?}", sink.messages());
    own(&installation, &receipt).1.status(200).shows("Kaikki tietosi: salaisuus.");
    own(&installation, &stranger).1.status(200).hides("salaisuus");
}

#[test]
fn a_mailbox_is_not_filled_through_the_form_and_an_open_link_stays_good() {
    let sink = MailSink::start();
    let installation = mailing(&sink).start();
    feedback(&installation, true);
    request(&installation, "access", EMAIL);
    let link = mailed_link(&sink, 1);
    for _ in 0..4 {
        request(&installation, "access", EMAIL);
    }
    let_jobs_look();
    assert_eq!(sink.messages().len(), 1, "one letter while its link is good");
    let browser = installation.browser();
    let page = browser.form(&link, "main form").finish().status(200);
    assert_eq!(page.all("form[action$=kylla]").len(), 5, "all that wait, behind the one link");
    // Used up, or a day later, the next request is written about again.
    installation.advance("2026-01-15T10:00:01+02:00");
    request(&installation, "access", EMAIL);
    sink.wait_for(2);
}

#[test]
fn of_two_who_decide_at_the_same_moment_one_does() {
    let mut installation = Installation::new("feedback");
    let officer = staff::first(&mut installation, "alma");
    let receipt = feedback(&installation, false);
    for round in 0..4 {
        let (path, _) = letter(&officer, "access", "", "2026-01-13");
        let form = officer.form(&path, "form[action$=tunnista]").set("code", &receipt);
        let path = form.finish().status(200).url.path().to_owned();
        let letters = [("granted", ""), ("refused", "12-5")].map(|(decision, ground)| {
            let form = officer.form(&path, "form[action$=ratkaise]").set("decision", decision);
            form.set("ground", ground).set("text", "Vastaus").submit().status(200)
        });
        let forms =
            letters.each_ref().map(|letter| officer.form_on(letter, "form[action$=ratkaise]"));
        let statuses: Vec<u16> = std::thread::scope(|scope| {
            let sent = forms.map(|form| scope.spawn(|| form.submit().status.as_u16()));
            sent.into_iter().map(|sent| sent.join().unwrap()).collect()
        });
        let mut sorted = statuses.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, [200, 409], "round {round}");
    }
    // Who has an older page open decides nothing, either.
    let (path, _) = letter(&officer, "access", "", "2026-01-13");
    let late = officer.form(&path, "form[action$=ratkaise]").set("decision", "granted");
    officer.form(&path, "form[action$=tunnista]").set("code", &receipt).finish().status(200);
    late.set("text", "Myöhässä").submit().status(409);
}

#[test]
fn s2_46_an_erasure_nobody_handles_carries_itself_out_on_the_last_day() {
    let mut installation = Installation::build("feedback")
        .letters()
        .notice("erase-on-request within=\"3 days\"", "erase-on-request within=\"1 month\"")
        .notice("erasure within=\"3 days\"", "erasure within=\"1 month\"")
        .notice("keep \"1 month\" from=\"sent\"", "keep \"6 months\" from=\"sent\"")
        .clock("2026-01-31T10:00:00+02:00")
        .start();
    let receipt = feedback(&installation, true);
    let officer = staff::first(&mut installation, "alma");
    let (path, page) = letter(&officer, "erasure", EMAIL, "2026-01-31");
    page.shows("28.2.2026");
    let form = officer.form(&path, "form[action$=tunnista]").set("code", &receipt);
    form.finish().status(200).shows("yhdistetty henkilön tietoihin");

    installation.advance("2026-02-27T23:00:00+02:00");
    let_jobs_look();
    let (_, page) = own(&installation, &receipt);
    page.status(200).shows(MESSAGE);
    installation.advance("2026-02-28T12:00:00+02:00");
    wait_for("the erasure", || {
        own(&installation, &receipt).1.text().contains("Poistettu 28.2.2026")
    });
    wait_for("the letter's own record", || installation.scan(EMAIL).is_empty());
}

#[test]
fn s2_46_what_staff_match_late_is_erased_by_a_decision_alone() {
    let mut installation = Installation::mailing("feedback");
    let receipt = feedback(&installation, true);
    // A stranger knows the address, and staff come to it after its last moment.
    request(&installation, "erasure", EMAIL);
    staff::first(&mut installation, "alma");
    installation.advance("2026-01-18T10:00:00+02:00");
    let officer = staff::sign_in(&installation, "alma");
    let list = officer.get("/hallinta/pyynnot").status(200);
    let path = list.attributes("tbody th a", "href").remove(0);
    let form = officer.form(&format!("{path}/etsi"), "form[action$=etsi]").set("value", EMAIL);
    let found = form.submit().status(200);
    let page = officer.form_on(&found, "main section form").finish().status(200);
    let matched = page.shows("on yhdistetty").hides("Poistetaan viimeistään");
    // The same with a code, and an arrival of long ago that is no slip of the pen.
    let form = officer.form("/hallinta/pyynnot/uusi", "main form").set("type", "erasure");
    let form = form.set("channel", "letter").set("language", "fi").set("arrived", "2025-01-13");
    let asked = form.submit().status(422).shows("yli kolme kuukautta");
    let page = officer.form_on(&asked, "main form").tick("old").submit().status(200);
    let path = page.attributes("main a.button", "href").remove(0);
    let form = officer.form(&path, "form[action$=tunnista]").set("code", &receipt);
    form.finish().status(200).shows("on yhdistetty").hides("Poistetaan viimeistään");
    let_jobs_look();
    installation.advance("2026-01-20T10:00:00+02:00");
    let_jobs_look();
    own(&installation, &receipt).1.status(200).shows(MESSAGE);
    let officer = staff::sign_in(&installation, "alma");
    let path = matched.url.path();
    let form = officer.form(path, "form[action$=ratkaise]").set("decision", "granted");
    let last = form.submit().status(200).shows("Palaute");
    officer.form_on(&last, "form[action$=ratkaise]").submit().status(200);
    own(&installation, &receipt).1.status(200).shows("Poistettu 20.1.2026");
}

#[test]
fn s2_44_a_plea_in_a_message_becomes_an_erasure_that_runs_from_its_arrival() {
    let mut installation = Installation::mailing("feedback");
    let receipt = feedback(&installation, true);
    let officer = staff::first(&mut installation, "alma");
    installation.advance("2026-01-15T10:00:00+02:00");
    let officer = if officer.get("/hallinta").status.is_success() {
        officer
    } else {
        staff::sign_in(&installation, "alma")
    };
    let inbox = officer.get("/hallinta/palaute").status(200);
    let path = inbox.attributes("tbody th a", "href").into_iter().next().unwrap();
    officer.form(&path, "form[action$=pyynnoksi]").finish().status(200);
    let desk = officer.get("/hallinta/pyynnot").status(200);
    desk.shows("14.1.2026").shows("17.1.2026").shows("Poistetaan viimeistään määräpäivänä");
    installation.advance("2026-01-17T10:00:01+02:00");
    wait_for("the erasure", || {
        own(&installation, &receipt).1.text().contains("Poistettu 17.1.2026")
    });
    assert_eq!(installation.scan(EMAIL), []);
}

#[test]
fn s2_44_a_plea_that_is_seen_late_is_erased_by_a_decision_alone() {
    let mut installation = Installation::mailing("feedback");
    let receipt = feedback(&installation, true);
    staff::first(&mut installation, "alma");
    installation.advance("2026-01-20T10:00:00+02:00");
    let officer = staff::sign_in(&installation, "alma");
    let inbox = officer.get("/hallinta/palaute").status(200);
    let path = inbox.attributes("tbody th a", "href").into_iter().next().unwrap();
    let done = officer.form(&path, "form[action$=pyynnoksi]").finish().status(200);
    done.shows("Mitään ei poisteta, ennen kuin pyynnöstä on päätetty");
    let_jobs_look();
    own(&installation, &receipt).1.shows(EMAIL);
    officer.get("/hallinta/pyynnot").status(200).shows("17.1.2026");
}

#[test]
fn s2_47_no_letter_confirms_an_erasure_and_the_receipt_page_does() {
    let sink = MailSink::start();
    let mut installation = mailing(&sink).start();
    let receipt = feedback(&installation, true);
    let officer = staff::first(&mut installation, "alma");
    let (path, _) = letter(&officer, "erasure", "Esimerkkikatu 1", "2026-01-13");
    let form = officer.form(&path, "form[action$=tunnista]").set("code", &receipt);
    let path = form.finish().status(200).url.path().to_owned();
    let form = officer.form(&path, "form[action$=ratkaise]").set("decision", "granted");
    let last = form.submit().status(200).shows("Pyynnön tekijälle ei lähetetä viestiä");
    let done = officer.form_on(&last, "form[action$=ratkaise]").submit().status(200);
    done.shows("Poistettu 14.1.2026").shows("ei lähetetty viestiä");
    let (_, told) = own(&installation, &receipt);
    told.status(200).shows("Poistettu 14.1.2026").shows("Todiste");
    assert_eq!(installation.scan(EMAIL), []);
    let_jobs_look();
    assert_eq!(sink.messages().len(), 0, "{:?}", sink.messages());
}

/// Writes one request's content over another's, as a failing disk may.
fn spoil_the_oldest_request(installation: &Installation) {
    let requests = "FROM records WHERE state = 'erasure' AND kind = \
        (SELECT id FROM kinds WHERE name = 'rights-request') ORDER BY created_ms";
    let spoil = format!(
        "UPDATE records SET body = (SELECT body {requests} DESC LIMIT 1) \
         WHERE id = (SELECT id {requests} LIMIT 1)"
    );
    assert_eq!(sql(&installation.dir().join("data/data.db"), &spoil), 1);
}

#[test]
fn an_erasure_that_fails_keeps_no_other_waiting() {
    let mut installation = Installation::new("feedback");
    let (spoilt, whole) = (feedback(&installation, false), feedback(&installation, false));
    let officer = staff::first(&mut installation, "alma");
    for (receipt, arrived) in [(&spoilt, "2026-01-13"), (&whole, "2026-01-14")] {
        let (path, _) = letter(&officer, "erasure", "Esimerkkikatu 1", arrived);
        officer.form(&path, "form[action$=tunnista]").set("code", receipt).finish().status(200);
    }
    installation.stop();
    spoil_the_oldest_request(&installation);
    installation.start();
    installation.advance("2026-01-17T10:00:01+02:00");
    wait_for("the other erasure", || {
        own(&installation, &whole).1.text().contains("Poistettu 17.1.")
    });
    own(&installation, &spoilt).1.hides("Poistettu");
}

#[test]
fn what_is_asked_with_a_receipt_can_be_granted() {
    for what in ["restriction", "objection"] {
        let mut installation = Installation::new("feedback");
        let receipt = feedback(&installation, false);
        let browser = installation.browser();
        let form = browser.form(&format!("/pyynto?pyynto={what}"), "main form");
        form.set("code", &receipt).finish().status(200);
        let officer = staff::first(&mut installation, "alma");
        let list = officer.get("/hallinta/pyynnot").status(200);
        let path = list.attributes("tbody th a", "href").remove(0);
        let page = officer.get(&path).status(200).shows("yhdistetty henkilön tietoihin");
        assert_eq!(page.attributes("form[action$=tunnista]", "action"), [""; 0]);
        let form = officer.form(&path, "form[action$=ratkaise]").set("decision", "granted");
        let form = form.set("text", "Tietojesi käyttöä on rajoitettu.");
        staff::decide(&officer, form).status(200);
        let (_, page) = own(&installation, &receipt);
        page.status(200).shows("Tietojesi käyttöä on rajoitettu");
        officer.get("/hallinta/palaute").status(200).hides(MESSAGE);
    }
}

#[test]
fn a_button_with_something_sent_along_does_nothing() {
    let installation = Installation::mailing("feedback");
    let receipt = feedback(&installation, true);
    let (browser, page) = own(&installation, &receipt);
    let one = page.attributes("main a[href$='/poista']", "href");
    let withdraw = page.attributes("a[href*='/peru/']", "href").remove(0);
    let paths = one.into_iter().chain([withdraw, "/oma/poista".to_owned()]);
    for path in paths {
        browser.form(&path, "main form").smuggle("muuta", "x").submit().status(400);
    }
    let form = browser.form("/oma/rajoita", "main form").set("ground", "claim");
    form.smuggle("muuta", "x").submit().status(422);
    browser.form("/oma", "form[action$=ulos]").smuggle("muuta", "x").submit().status(400);
    let page = browser.get("/oma").status(200).shows(MESSAGE).shows(EMAIL);
    page.hides("Tietojesi käyttöä on rajoitettu");
}

#[test]
fn the_desk_shows_the_most_urgent_first_and_all_page_by_page() {
    let mut installation = Installation::new("feedback");
    let officer = staff::first(&mut installation, "alma");
    for _ in 0..25 {
        letter(&officer, "access", "", "2026-01-10");
    }
    // The last to come, and the first to be answered.
    letter(&officer, "erasure", "", "2026-01-14");
    let first = officer.get("/hallinta/pyynnot").status(200);
    assert_eq!(first.all("tbody tr").len(), 25);
    assert!(first.all("tbody tr")[0].contains("17.1.2026"), "{:?}", first.all("tbody tr")[0]);
    let next = first.attributes("a[rel=next]", "href").remove(0);
    let last = officer.get(&next).status(200);
    assert_eq!(last.all("tbody tr").len(), 1);
    let mut seen = [first.all("tbody th"), last.all("tbody th")].concat();
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 26);
    assert_eq!(last.attributes("a[rel=next]", "href"), [""; 0]);
}

#[test]
fn s2_04_the_clock_of_a_letter_runs_from_its_arrival() {
    let mut installation = Installation::new("feedback");
    let officer = staff::first(&mut installation, "alma");
    let (path, page) = letter(&officer, "access", "Esimerkkikatu 1, 00100 Helsinki", "2026-01-13");
    page.shows("12.2.2026");
    let list = officer.get("/hallinta/pyynnot").status(200);
    list.shows("13.1.2026").shows("12.2.2026").hides("Määräaika on ylitetty");

    let form = officer.form("/hallinta/pyynnot/uusi", "main form").set("type", "access");
    let form = form.set("channel", "letter").set("arrived", "2026-01-15");
    form.submit().status(422).shows("ei voi olla tulevaisuudessa");

    installation.advance("2026-02-12T12:00:00+02:00");
    let officer = staff::sign_in(&installation, "alma");
    officer.get("/hallinta/pyynnot").status(200).shows("Määräaika on ylitetty");
    officer.get(&path).status(200).shows("Esimerkkikatu 1");
}

#[test]
fn s2_03_s2_62_a_reply_names_the_officer_and_the_authority() {
    let sink = MailSink::start();
    let mut installation = mailing(&sink).start();
    let receipt = code(&request(&installation, "objection", "uusi.osoite@example.fi"));
    let officer = staff::first(&mut installation, "alma");
    let list = officer.get("/hallinta/pyynnot").status(200);
    let path = list.attributes("tbody th a", "href").into_iter().next().unwrap();

    let decide = |ground: &str| {
        let form = officer.form(&path, "form[action$=ratkaise]").set("decision", "refused");
        form.set("text", "Emme löytäneet tietojasi.").set("ground", ground)
    };
    decide("").submit().status(422).shows("peruste");
    let page = staff::decide(&officer, decide("11-2")).status(200);
    for wanted in ["tietosuoja@example.fi", "tietosuoja.fi"] {
        assert!(page.text().contains(wanted), "{wanted}: {}", page.text());
    }
    let letters = sink.wait_for(1);
    assert!(letters[0].text.contains("tietosuoja@example.fi"), "{}", letters[0].text);
    assert!(letters[0].text.contains("Emme löytäneet"), "{}", letters[0].text);
    let (_, page) = own(&installation, &receipt);
    page.status(200).hides("Emme löytäneet").shows("ennen kuin tiedämme, kuka olet");
    officer.get("/hallinta/pyynnot").status(200).shows("Pyyntöjä ei ole");
}

#[test]
fn s2_45_codes_cannot_be_guessed() {
    let installation = Installation::mailing("feedback");
    let receipt = feedback(&installation, true);
    let mut guess = receipt.clone();
    guess.replace_range(0..1, if receipt.starts_with('7') { "8" } else { "7" });
    let browser = installation.browser();
    let wrong = browser.form("/oma", "main form").set("code", &guess).submit().status(422);
    let odd = browser.form("/oma", "main form").set("code", "ei mikään koodi").submit().status(422);
    assert_eq!(wrong.all(".error"), odd.all(".error"), "one answer for all wrong codes");
    let statuses: Vec<u16> = (0..30)
        .map(|_| {
            let form = browser.form("/oma", "main form").set("code", &guess);
            form.submit().status.as_u16()
        })
        .collect();
    assert_eq!(statuses.last(), Some(&429), "{statuses:?}");
    assert!(!statuses.contains(&303), "{statuses:?}");
}

#[test]
fn a_person_corrects_restricts_and_leaves() {
    let mut installation = Installation::mailing("feedback");
    let receipt = feedback(&installation, true);
    let (browser, page) = own(&installation, &receipt);
    let correct = page.attributes("a[href$='/korjaa']", "href").into_iter().next().unwrap();
    let form = browser.form(&correct, "main form").set("name", "Kaisa Korjattu");
    let page = form.finish().status(200).shows("Kaisa Korjattu");
    page.hides(NAME);

    let page = restrict(&browser);
    page.shows("Tietojesi käyttöä on rajoitettu");
    let handler = staff::first(&mut installation, "alma");
    handler.get("/hallinta/palaute").hides("Kaisa Korjattu");
    let (browser, _) = own(&installation, &receipt);
    free(&browser);

    let stale = browser.form(&correct, "main form").set("name", "Myöhästynyt");
    browser.form(&correct, "main form").set("name", "Ensimmäinen").finish().status(200);
    stale.submit().status(409);
    let left = browser.form("/oma", "form[action$=ulos]").submit().status(303);
    assert!(left.header("clear-site-data").contains("cookies"));
    browser.get("/oma").status(200).hides("Ensimmäinen");
    let stranger = installation.browser();
    assert_eq!(stranger.get(&correct).location().as_deref(), Some("/oma"));
}

#[test]
fn the_receipt_of_a_request_is_shown_again_for_a_while_and_to_nobody_else() {
    let installation = Installation::new("feedback");
    for (path, form) in [("/pyynto", "access"), ("/tietopyynto", "")] {
        let browser = installation.browser();
        let page = browser.get(path).status(200);
        let token = page.attributes("main input[name=_token]", "value").remove(0);
        let mut fields = vec![("_token", token.as_str()), ("text", "Kanarialinnun pyyntö")];
        fields.push(("contact", EMAIL));
        if !form.is_empty() {
            fields.push(("type", form));
        }
        let sent = browser.post(path, &fields).status(303);
        let first = browser.follow(sent).status(200);
        let address = first.url.path().to_owned();
        assert!(address.starts_with(&format!("{path}/kuitti/")), "{address}");
        let page = first.source();
        assert!(!page.contains("Kanarialinnun pyyntö") && !page.contains(EMAIL), "{page}");
        let receipt = code(&first);
        assert!(!address.contains(&receipt), "{address}");
        // A reload, and the same form once more, show the same; it came once.
        assert_eq!(code(&browser.get(&address).status(200)), receipt);
        let again = browser.follow(browser.post(path, &fields));
        assert_eq!((code(&again), again.url.path()), (receipt, address.as_str()));
        // Another number, another form's page, and no number at all show nothing.
        let number = address.rsplit('/').next().unwrap();
        let other = if path == "/pyynto" { "/tietopyynto" } else { "/pyynto" };
        for wrong in [
            format!("{other}/kuitti/{number}"),
            format!("{path}/kuitti/{}", "0".repeat(32)),
            format!("{path}/kuitti/{}", &number[1..]),
        ] {
            browser.get(&wrong).status(410).shows("ei voi enää näyttää");
        }
        installation.pass(11 * 60);
        browser.get(&address).status(410).shows("ei voi enää näyttää");
    }
    let officer_sees = installation.json(&["promises"]).to_string();
    assert!(!officer_sees.contains(EMAIL));
}

#[test]
fn an_answer_that_did_not_arrive_is_shown_at_the_desk_and_sent_again() {
    let refusing = MailSink::with(Manners::Refuse, 0);
    let mut installation = mailing(&refusing).start();
    request(&installation, "access", "uusi.osoite@example.fi");
    let officer = staff::first(&mut installation, "alma");
    let list = officer.get("/hallinta/pyynnot").status(200).hides("ei mennyt perille");
    officer.get("/hallinta").status(200).hides("eivät menneet perille");
    let path = list.attributes("tbody th a", "href").remove(0);
    let form = officer.form(&path, "form[action$=ratkaise]").set("decision", "refused");
    let form = form.set("text", "Emme löytäneet tietojasi.").set("ground", "11-2");
    staff::decide(&officer, form).status(200);
    let desk = || officer.get("/hallinta/pyynnot").status(200);
    wait_for("the answer is refused", || desk().text().contains("ei mennyt perille"));
    desk().shows("Numero 1");
    officer.get("/hallinta").status(200).shows("eivät menneet perille");
    officer.get(&path).status(200).shows("hylkäsi vastauksen");
    assert_eq!(refusing.messages().len(), 0);
    assert!(!installation.logs().contains("uusi.osoite"));

    // Still refused: it comes back.
    let again = || officer.form("/hallinta/pyynnot", "form[action$=uudelleen]");
    let stale = again();
    again().finish().status(200).shows("Vastaus lähtee uudelleen");
    wait_for("the answer is refused again", || desk().text().contains("ei mennyt perille"));

    // Mended: it arrives once, whoever presses however often.
    let port = refusing.port;
    drop(refusing);
    let sink = MailSink::with(Manners::Keep, port);
    let trusted = sink.authority.ca.to_string_lossy().into_owned();
    installation.configure(&[("mail.ca".to_owned(), trusted.into())]);
    installation.restart();
    again().finish().status(200).shows("Vastaus lähtee uudelleen");
    stale.submit().status(409);
    let letters = sink.wait_for(1);
    assert_eq!(letters[0].to, ["uusi.osoite@example.fi"]);
    assert!(letters[0].text.contains("Emme löytäneet"), "{}", letters[0].text);
    wait_for("the letter's trace", || {
        officer.get(&path).status(200).text().contains("Lähetetty sähköpostilla")
    });
    desk().hides("ei mennyt perille");
    let_jobs_look();
    assert_eq!(sink.messages().len(), 1);
}

#[test]
fn s2_09_a_withdrawal_beside_a_reply_is_not_refused() {
    let sink = MailSink::start();
    let mut installation = mailing(&sink).start();
    let handler = staff::first(&mut installation, "alma");
    for round in 0..8 {
        let receipt = feedback(&installation, true);
        let inbox = handler.get("/hallinta/palaute").status(200);
        // That of this round: no other has a consent any more.
        let mut paths = inbox.attributes("tbody th a", "href").into_iter();
        let path = paths.find(|path| handler.get(path).source().contains("/vastaa")).unwrap();
        let reply = handler.form(&path, "form[action$=vastaa]").set("text", "Salainen vastaus.");
        let (browser, page) = own(&installation, &receipt);
        let withdraw = page.attributes("a[href*='/peru/']", "href").remove(0);
        let withdraw = browser.form(&withdraw, "main form");
        let (withdrawn, after) = std::thread::scope(|scope| {
            scope.spawn(|| reply.submit());
            let withdrawn = withdraw.submit().status.as_u16();
            (withdrawn, sink.messages().len())
        });
        assert_eq!(withdrawn, 303, "round {round}");
        let page = browser.get("/oma").status(200);
        page.shows(MESSAGE).hides(EMAIL).hides("Salainen vastaus").hides("/peru/");
        let_jobs_look();
        assert_eq!(sink.messages().len(), after, "no letter leaves after it, round {round}");
    }
}
