//! Requests as cases: made by anybody for anybody, with a clock that staff cannot miss, and answered
//! with a letter that is what was shown before it went.

use std::fs;

use crate::support::browser::Browser;
use crate::support::installation::{Build, Engine, Installation};
use crate::support::mail::MailSink;
use crate::support::page::Page;
use crate::support::staff;
use crate::support::wait::{let_jobs_look, wait_for};

const EMAIL: &str = "kanarialintu.testaaja@example.fi";
const AGENT: &str = "asiamies.testaaja@example.fi";
const MESSAGE: &str = "Kanarialinnun viesti: etuovi on liian raskas";
const DESK: &str = "/hallinta/pyynnot";
const MANDATE: &[u8] = b"%PDF-1.7 kanarialinnun valtakirja";

fn mailing(sink: &MailSink) -> Build {
    let host = format!("host \"localhost:{}\"", sink.port);
    Installation::build("feedback").notice("host \"mail.example.fi:465\"", &host).mail(sink)
}

fn code(page: &Page) -> String {
    page.one(".code-display code")
}

fn feedback(installation: &Installation) -> String {
    let browser = installation.browser();
    let form = browser.form("/palaute", "main form").set("message", MESSAGE);
    code(&form.set("email", EMAIL).tick("consent-answer").finish().status(200))
}

fn request(installation: &Installation, what: &str, contact: &str) -> Page {
    let browser = installation.browser();
    let form = browser.form("/pyynto", "main form").set("type", what);
    form.set("text", "Kanarialinnun pyyntö").set("contact", contact).finish().status(200)
}

/// Enters a request that came otherwise than by the form; gives its path.
fn enter(officer: &Browser, what: &str, channel: &str, arrived: &str) -> String {
    let form = officer.form("/hallinta/pyynnot/uusi", "main form");
    let form = form.set("type", what).set("channel", channel).set("language", "fi");
    let page = form.set("arrived", arrived).submit().status(200);
    page.attributes("main a.button", "href").remove(0)
}

fn first(officer: &Browser, list: &str) -> String {
    officer.get(list).status(200).attributes("tbody th a", "href").remove(0)
}

fn own(installation: &Installation, receipt: &str) -> (Browser, Page) {
    let browser = installation.browser();
    let page = browser.form("/oma", "main form").set("code", receipt).finish();
    (browser, page)
}

/// The entries that the ledger got since it had so many: what was done, by whom, to how much.
fn work(installation: &Installation, from: u64) -> (u64, Vec<serde_json::Value>) {
    let told = installation.json(&["ledger", "show", "--last", "1000"]);
    let mut entries: Vec<serde_json::Value> = told["entries"].as_array().unwrap().clone();
    entries.retain(|entry| entry["index"].as_u64().unwrap() >= from);
    let size = told["size"].as_u64().unwrap();
    for entry in &mut entries {
        let of = entry.as_object_mut().unwrap();
        let same = ["action", "actor", "purpose", "kind", "count"];
        of.retain(|name, _| same.contains(&name.as_str()));
    }
    (size, entries)
}

#[test]
fn s2_45_whether_a_person_exists_neither_bytes_nor_work_tell() {
    // No mail: what a letter takes is done later, and to neither.
    let mut installation = Installation::mailing("feedback");
    feedback(&installation);
    installation.end_mail();
    let (mut pages, mut works) = (Vec::new(), Vec::new());
    for contact in [EMAIL, "kanarialimpu.testaaja@example.fi"] {
        let (size, _) = work(&installation, 0);
        let browser = installation.browser();
        let form = browser.form("/pyynto", "main form").set("type", "erasure");
        let form = form.set("contact", contact).set("behalf", "self");
        let sent = form.submit().status(303);
        let receipt = browser.follow(sent.clone()).status(200);
        // What is made anew for everybody: the command in the address, the code, the number.
        let address = sent.location().unwrap();
        let command = address.rsplit('/').next().unwrap().to_owned();
        let mut source = receipt.source().replace(&command, "KOMENTO");
        for part in code(&receipt).split('-') {
            source = source.replace(part, "KOODI");
        }
        for number in ["<dd>1</dd>", "<dd>2</dd>"] {
            source = source.replace(number, "<dd>NUMERO</dd>");
        }
        pages.push((sent.status, sent.source(), address.replace(&command, "KOMENTO"), source));
        works.push(work(&installation, size).1);
    }
    assert_eq!(pages[0], pages[1]);
    assert!(!works[0].is_empty());
    assert_eq!(works[0], works[1]);
}

#[test]
fn s3_29_nobody_signs_anything_and_the_form_asks_no_more_than_it_needs() {
    let installation = Installation::new("feedback");
    let browser = installation.browser();
    let form = browser.form("/pyynto", "main form");
    let asked = ["type", "code", "text", "contact", "behalf", "subject", "mandate", "_token"];
    let mut names = form.names();
    names.retain(|name| !asked.contains(name));
    assert_eq!(names, [""; 0], "asked for nothing else");
    // Only what is asked must be told.
    let request = form.set("type", "access").finish().status(200);
    request.shows("Vastataan viimeistään").shows("13.2.2026").shows("tietosuoja.fi");
    let page = browser.get("/pyynto").status(200).shows("Allekirjoitusta ei tarvita");
    let page = page.shows("Kiellän tietojeni käytön suoramarkkinointiin");
    page.shows("Ilmoitan virheestä").shows("Jos olet tyytymätön").hides("automaatti");
}

#[test]
fn s3_29_s3_31_a_letter_with_its_scan_is_entered_and_due_a_month_from_its_arrival() {
    let mut installation = Installation::new("feedback");
    let officer = staff::first(&mut installation, "alma");
    let form = officer.form("/hallinta/pyynnot/uusi", "main form");
    let form = form.set("type", "rectification").set("channel", "letter").set("language", "sv");
    let form = form.set("behalf", "agent").set("arrived", "2026-01-13");
    let mut letter = MANDATE.to_vec();
    letter.resize(2_000_000, b' ');
    let page = form.attach("mandate", "kirje.pdf", &letter).submit().status(200);
    let path = page.shows("12.2.2026").attributes("main a.button", "href").remove(0);
    let page = officer.get(&path).status(200).shows("Kirjeellä").shows("12.2.2026");
    // The thirteenth of February is a Friday: the law's own month ends there.
    page.shows("Lain määräaika päättyy").shows("13.2.2026");
    let scan = officer.get(&format!("{path}/valtakirja")).status(200);
    assert_eq!(scan.body, letter);
}

#[test]
fn a_request_for_somebody_else_waits_until_its_mandate_has_been_looked_at() {
    let sink = MailSink::start();
    let mut installation = mailing(&sink).start();
    let receipt = feedback(&installation);
    let agent = installation.browser();
    let form = agent.form("/pyynto", "main form").set("type", "access").set("behalf", "agent");
    let form = form.set("contact", AGENT).attach("mandate", "valtakirja.pdf", MANDATE);
    form.finish().status(200);
    let officer = staff::first(&mut installation, "alma");
    let path = first(&officer, DESK);
    let page = officer.get(&path).status(200).shows("Katso todistus").shows(AGENT);
    assert_eq!(page.attributes("form[action$=tunnista]", "action"), [""; 0]);
    let form = officer.form(&path, "form[action$=ratkaise]").set("decision", "granted");
    form.set("text", "Tietosi").submit().status(422).shows("Tarkista ensin");

    // A page that was opened before something changed says nothing of what is there now.
    let old = officer.form(&path, "form[action$=valtuutus]");
    let again = officer.form(&path, "form[action$=valtuutus]").set("version", "1000");
    again.submit().status(409);
    old.finish().status(200).shows("on tarkistettu");
    let form = officer.form(&path, "form[action$=tunnista]").set("code", &receipt);
    let path = form.finish().status(200).shows("on tarkistettu").url.path().to_owned();
    let form = officer.form(&path, "form[action$=ratkaise]").set("decision", "granted");
    staff::decide(&officer, form).status(200).shows("sähköpostilla");
    assert_eq!(sink.wait_for(1)[0].to, [AGENT], "who has shown the right gets the answer");
    // It is the person's own request, too, and tells nothing of who handled it.
    let (browser, page) = own(&installation, &receipt);
    page.status(200)
        .shows("Saat jäljennöksen tiedoistasi")
        .hides("Satunnainen tunniste siitä, kuka");
    let copy = browser.get("/oma/tiedot.json").status(200).source();
    assert!(!copy.contains("mandate-seen"), "{copy}");
}

#[test]
fn whoever_acts_for_another_with_their_code_waits_like_everybody_else() {
    let mut installation = Installation::mailing("feedback");
    let officer = staff::first(&mut installation, "alma");
    let receipts = ["erasure", "withdraw-consent", "access"].map(|what| {
        let receipt = feedback(&installation);
        let guardian = installation.browser();
        let form = guardian.form("/pyynto", "main form").set("type", what);
        let form = form.set("code", &receipt).set("behalf", "guardian").set("subject", EMAIL);
        let form = form.set("contact", AGENT).attach("mandate", "ote.pdf", MANDATE);
        form.finish().status(200).shows("Vastataan viimeistään");
        receipt
    });
    let paths = officer.get(DESK).status(200).attributes("tbody th a", "href");
    assert_eq!(paths.len(), 3);
    for path in &paths {
        let page = officer.get(path).status(200).shows("huoltaja").shows(EMAIL).shows(AGENT);
        page.shows("Katso todistus").hides("Poistetaan viimeistään");
        assert_eq!(officer.get(&format!("{path}/valtakirja")).status(200).body, MANDATE);
        let form = officer.form(path, "form[action$=ratkaise]").set("decision", "granted");
        form.set("text", "Tehty.").submit().status(422).shows("Tarkista ensin");
    }
    installation.advance("2026-01-18T10:00:00+02:00");
    let_jobs_look();
    for receipt in &receipts {
        own(&installation, receipt).1.status(200).shows(MESSAGE).shows(EMAIL);
    }
    let officer = staff::sign_in(&installation, "alma");
    for path in &paths {
        officer.form(path, "form[action$=valtuutus]").finish().status(200).shows("on tarkistettu");
        let form = officer.form(path, "form[action$=ratkaise]").set("decision", "granted");
        staff::decide(&officer, form.set("text", "Tehty.")).status(200);
    }
    own(&installation, &receipts[0]).1.status(200).shows("Poistettu 18.1.2026");
}

#[test]
fn s1_167_a_withdrawal_with_a_code_shows_what_goes_before_it_goes() {
    let installation = Installation::mailing("feedback");
    let receipt = feedback(&installation);
    let browser = installation.browser();
    let form = browser.form("/pyynto", "main form").set("type", "withdraw-consent");
    let page = form.set("code", &receipt).finish().status(200);
    own(&installation, &receipt).1.status(200).shows(EMAIL);
    browser.form_on(&page, "form[action*='/peru/']").finish().status(200).hides(EMAIL);
    own(&installation, &receipt).1.status(200).shows(MESSAGE).hides(EMAIL);
}

#[test]
fn no_letter_says_that_something_was_corrected_but_in_the_words_of_whoever_did_it() {
    let mut installation = Installation::mailing("feedback");
    let receipt = feedback(&installation);
    let browser = installation.browser();
    let form = browser.form("/pyynto", "main form").set("type", "rectification");
    form.set("code", &receipt).finish().status(200);
    let officer = staff::first(&mut installation, "alma");
    let path = first(&officer, DESK);
    let form = || officer.form(&path, "form[action$=ratkaise]").set("decision", "granted");
    form().submit().status(422).shows("Kirjoita vastaus");
    let letter = form().set("text", "Vaihdoimme puhelinnumeron.").submit().status(200);
    let letter = letter.shows("Vaihdoimme puhelinnumeron.").hides("Tietosi on korjattu");
    officer.form_on(&letter, "form[action$=ratkaise]").submit().status(200);
}

#[test]
fn a_link_about_a_request_for_somebody_goes_to_that_person_and_the_answer_to_them_alone() {
    let sink = MailSink::start();
    let mut installation = mailing(&sink).start();
    let receipt = feedback(&installation);
    let agent = installation.browser();
    let form = agent.form("/pyynto", "main form").set("type", "access").set("behalf", "guardian");
    form.set("contact", AGENT).set("subject", EMAIL).finish().status(200);
    let letter = sink.wait_for(1).remove(0);
    assert_eq!(letter.to, [EMAIL]);
    assert!(letter.text.contains("puolestasi"), "{}", letter.text);
    let link = letter.text.split_whitespace().find(|word| word.contains("/oma/linkki/")).unwrap();
    let path = link[link.find("/oma/").unwrap()..].trim_end_matches('=').to_owned();
    let person = installation.browser();
    let asked = person.form(&path, "main form").finish().status(200).hides(AGENT).hides(MESSAGE);
    let asked = asked.shows("puolestasi").shows("vain tähän osoitteeseen");
    let yes = person.form_on(&asked, "form[action$=kylla]").finish().status(200);
    yes.shows("Pyyntö on vahvistettu").hides(AGENT).hides(MESSAGE);
    let officer = staff::first(&mut installation, "alma");
    let path = first(&officer, DESK);
    let form = officer.form(&path, "form[action$=ratkaise]").set("decision", "granted");
    form.submit().status(422).shows("Kirjoita vastaus");
    let form = officer.form(&path, "form[action$=ratkaise]").set("decision", "granted");
    let letter = form.set("text", "Kysy koodilla.").submit().status(200);
    let letter = letter.shows("Kuittikoodilla sitä ei näe kukaan").shows("mitään ei lähetetä");
    let done = officer.form_on(&letter, "form[action$=ratkaise]").submit();
    done.status(200).shows("sähköpostilla");
    let letters = sink.wait_for(2);
    assert_eq!(letters[1].to, [EMAIL], "nothing to the address of whoever asked");
    assert!(letters[1].text.contains("Kysy koodilla."), "{}", letters[1].text);
    let_jobs_look();
    assert_eq!(sink.messages().len(), 2, "{:?}", sink.messages());
    own(&installation, &receipt).1.status(200).hides("Kysy koodilla.");
}

fn extension(engine: Engine) {
    let sink = MailSink::start();
    let mut installation = mailing(&sink).engine(engine).start();
    request(&installation, "rectification", EMAIL);
    let officer = staff::first(&mut installation, "alma");
    let path = first(&officer, DESK);
    officer.get(&path).status(200).shows("13.2.2026");
    let form =
        |path: &str| officer.form(path, "form[action$=jatka]").set("ground", "extended-many");
    form(&path).submit().status(422);
    let form = form(&path).set("text", "Pyyntöjä tuli sata samana päivänä.");
    let (page, letter) = staff::send(&officer, form, "jatka");
    letter.shows("Kirje ennen lähettämistä").shows("lähetetään sähköpostilla").shows("14.4.2026");
    page.status(200).shows("Määräaikaa on jatkettu").shows("14.4.2026").shows("pyyntöjä on paljon");
    let letters = sink.wait_for(1);
    assert_eq!(letters[0].to, [EMAIL]);
    for told in ["pyyntöjä on paljon", "Pyyntöjä tuli sata", "14.4.2026", "tietosuoja@om.fi"] {
        assert!(letters[0].text.contains(told), "{told}: {}", letters[0].text);
    }
    // Once only, and never for what the notice promises sooner.
    assert_eq!(officer.get(&path).attributes("form[action$=jatka]", "action"), [""; 0]);
    let erasure = enter(&officer, "erasure", "phone", "2026-01-14");
    assert_eq!(officer.get(&erasure).attributes("form[action$=jatka]", "action"), [""; 0]);
    installation.advance("2026-02-13T10:00:01+02:00");
    let officer = staff::sign_in(&installation, "alma");
    officer.get("/hallinta/pyynnot?tila=myohassa").hides("Haluan korjata");
    // Nor after the first month.
    let late = enter(&officer, "access", "visit", "2026-01-13");
    assert_eq!(officer.get(&late).attributes("form[action$=jatka]", "action"), [""; 0]);
}

#[test]
fn s0_72_s1_184_the_time_is_extended_once_with_reasons_told_in_the_first_month() {
    extension(Engine::Sqlite);
}

#[test]
fn s0_72_the_time_is_extended_on_postgres() {
    extension(Engine::Postgres);
}

#[test]
fn s0_72_a_second_extension_sent_by_hand_is_refused() {
    let mut installation = Installation::new("feedback");
    request(&installation, "rectification", "");
    let officer = staff::first(&mut installation, "alma");
    let path = first(&officer, DESK);
    let form = |reasons: &str| {
        let form = officer.form(&path, "form[action$=jatka]").set("ground", "extended-complex");
        let letter = form.set("text", reasons).submit().status(200);
        officer.form_on(&letter, "form[action$=jatka]")
    };
    let (one, another) = (form("Ensimmäiset syyt"), form("Toiset syyt"));
    one.finish().status(200).shows("14.4.2026");
    another.submit().status(409);
    officer.get(&path).status(200).hides("Toiset syyt");
}

#[test]
fn s0_72_the_clock_stands_still_only_while_somebody_is_asked_who_they_are() {
    let mut installation = Installation::new("feedback");
    let receipt = code(&request(&installation, "access", ""));
    let officer = staff::first(&mut installation, "alma");
    let path = first(&officer, DESK);
    let form = officer.form(&path, "form[action$=kysy]");
    let form = form.set("text", "Milloin lähetit palautteen?");
    let page = staff::send(&officer, form, "kysy").0.status(200);
    page.shows("pysähdyksissä 14.1.2026 alkaen").shows("Odottaa lisätietoa");
    own(&installation, &receipt).1.status(200).shows("Milloin lähetit palautteen?");
    installation.advance("2026-02-14T09:00:00+02:00");
    let officer = staff::sign_in(&installation, "alma");
    let late = "/hallinta/pyynnot?tila=myohassa";
    officer.get(late).status(200).shows("Pyyntöjä ei ole");
    let form = |day: &str| officer.form(&path, "form[action$=vastattu]").set("day", day);
    form("2026-02-15").submit().status(422).shows("tulevaisuudessa");
    // Asked on 14 January at ten, answered on 12 February: 28 days and 14 hours more.
    let page = form("2026-02-12").finish().status(200).shows("14.3.2026");
    own(&installation, &receipt).1.status(200).shows("14.3.2026").hides("Odotamme vastaustasi");
    assert_eq!(page.attributes("form[action$=kysy]", "action"), [""; 0], "once");
    installation.advance("2026-03-14T10:00:00+02:00");
    let officer = staff::sign_in(&installation, "alma");
    wait_for("lateness", || officer.get(late).text().contains("Haluan nähdä tietoni"));
}

#[test]
fn s0_72_s1_184_s4_131_an_overdue_request_breaks_the_promise_and_alarms_once_a_day() {
    let sink = MailSink::start();
    let mut installation = mailing(&sink).without_second_factor().start();
    request(&installation, "access", "");
    let officer = staff::first(&mut installation, "alma");
    officer.get("/hallinta").status(200).hides("määräaika on päättynyt");
    staff::member(&installation, "berta", &["handler"]);
    installation.advance("2026-02-13T10:00:01+02:00");
    let officer = staff::sign_in(&installation, "alma");
    let letters = sink.wait_for(1);
    assert_eq!(letters[0].to, ["tietosuoja@example.fi"]);
    assert!(
        letters[0].header("subject").contains("Tietosuojapyynnön 1 "),
        "{:?}",
        letters[0].headers
    );
    assert!(!letters[0].text.contains("Kanarialinnun"), "{}", letters[0].text);
    wait_for("the banner", || {
        officer.get("/hallinta").text().contains("Tietosuojapyynnön 1 määräaika on päättynyt")
    });
    installation.browser().get("/").hides("määräaika on päättynyt");
    // Nor to staff who decide nothing.
    let handler = staff::sign_in(&installation, "berta");
    handler.get("/hallinta").status(200).hides("määräaika on päättynyt");
    let output = installation.cli(&["promises", "--format", "json", "--lang", "fi"]);
    let told = String::from_utf8(output.stdout).unwrap();
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    let all = told["promises"].as_array().unwrap();
    let promise = all.iter().find(|of| of["id"] == "palaute.rights.deadline").unwrap();
    assert_eq!(promise["state"]["why"], "case-late", "{promise}");
    assert_eq!(promise["state"]["args"]["name"], "1", "{promise}");

    installation.restart();
    let_jobs_look();
    assert_eq!(sink.messages().len(), 1, "once a day, also after a restart");
    installation.advance("2026-02-14T10:00:01+02:00");
    sink.wait_for(2);
    let officer = staff::sign_in(&installation, "alma");
    let path = first(&officer, "/hallinta/pyynnot?tila=myohassa");
    let form = officer.form(&path, "form[action$=ratkaise]").set("decision", "refused");
    let form = form.set("ground", "none-held").set("text", "Emme löytäneet tietojasi.");
    staff::decide(&officer, form).status(200);
    wait_for("quiet", || !officer.get("/hallinta").text().contains("määräaika on päättynyt"));
}

#[test]
fn however_many_requests_are_late_the_officer_gets_one_letter_a_day_with_their_numbers() {
    let sink = MailSink::start();
    let installation = mailing(&sink).without_second_factor().start();
    // Of two rights by turns: the promises that are broken name them in order.
    for what in ["access", "rectification"].repeat(6) {
        request(&installation, what, "");
    }
    installation.advance("2026-02-13T10:00:01+02:00");
    let letter = sink.wait_for(1).remove(0);
    let subject = letter.header("subject");
    assert!(subject.contains("Tietosuojapyyntöjen 1, 2, 3, 4"), "{:?}", letter.headers);
    assert!(letter.text.contains("9, 10, 11, 12"), "{}", letter.text);
    installation.cli(&["promises"]);
    let evidence = installation.browser().get("/tietosuoja/naytto").status(200);
    let deadline = evidence.one("div[id='palaute.rights.deadline']");
    assert!(deadline.contains("1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12"), "{deadline}");
    assert_eq!(deadline.matches("Ei pidetä").count(), 1, "{deadline}");
    let_jobs_look();
    assert_eq!(sink.messages().len(), 1, "{:?}", sink.messages());
}

#[test]
fn s0_74_a_report_of_a_fault_has_an_owner_and_is_closed_with_a_note_that_the_reporter_sees() {
    let mut installation = Installation::build("feedback").without_second_factor().start();
    let receipt = code(&request(&installation, "fault", ""));
    let officer = staff::first(&mut installation, "alma");
    staff::member(&installation, "berta", &["officer"]);
    let path = first(&officer, DESK);
    officer.get("/hallinta/pyynnot?tila=omat").status(200).shows("Pyyntöjä ei ole");
    // Whoever looks is proposed, and hands over to somebody else.
    officer.form(&path, "form[action$=hoitaja]").finish().status(200);
    officer.get("/hallinta/pyynnot?tila=omat").status(200).shows("Ilmoitan virheestä");
    let form = officer.form(&path, "form[action$=hoitaja]");
    let berta = form.page().attributes("select[name=owner] option:not([selected])", "value");
    let berta = berta.into_iter().find(|value| !value.is_empty()).unwrap();
    form.set("owner", &berta).finish().status(200);
    officer.get("/hallinta/pyynnot?tila=omat").status(200).shows("Pyyntöjä ei ole");
    let berta = staff::sign_in(&installation, "berta");
    berta.get("/hallinta/pyynnot?tila=omat").status(200).shows("Ilmoitan virheestä");

    let form = |text: &str| {
        let form = berta.form(&path, "form[action$=ratkaise]").set("decision", "granted");
        form.set("text", text)
    };
    form("").submit().status(422).shows("Kirjoita vastaus");
    staff::decide(&berta, form("Lomakkeen ohje on korjattu.")).status(200);
    own(&installation, &receipt).1.status(200).shows("Lomakkeen ohje on korjattu.");
}

#[test]
fn notes_are_for_staff_and_go_with_the_request() {
    let mut installation = Installation::new("feedback");
    let receipt = code(&request(&installation, "access", ""));
    let officer = staff::first(&mut installation, "alma");
    let path = first(&officer, DESK);
    let form = officer.form(&path, "form[action$=muistiinpano]");
    let note = "Kanarialinnun muistiinpano: kysy arkistosta";
    form.set("text", note).finish().status(200).shows(note);
    officer.form(&path, "form[action$=muistiinpano]").submit().status(422);
    let (browser, page) = own(&installation, &receipt);
    page.status(200).hides("muistiinpano: kysy");
    for copy in ["/oma/tiedot.json", "/oma/tuloste"] {
        assert!(!browser.get(copy).status(200).source().contains("kysy arkistosta"), "{copy}");
    }
    assert_eq!(installation.scan(note), [], "sealed");
    browser.form("/oma/poista", "main form").submit().status(200);
    assert_eq!(officer.get(&path).status.as_u16(), 404, "and erased with it");
}

#[test]
fn the_letter_that_was_shown_is_the_letter_that_is_sent_and_kept() {
    let sink = MailSink::start();
    let mut installation = mailing(&sink).start();
    let receipt = feedback(&installation);
    let browser = installation.browser();
    let form = browser.form("/pyynto", "main form").set("type", "access").set("contact", EMAIL);
    form.set("code", &receipt).finish().status(200);
    let officer = staff::first(&mut installation, "alma");
    let path = first(&officer, DESK);
    let form = officer.form(&path, "form[action$=ratkaise]").set("decision", "partly");
    let letter = form.set("ground", "15-4").set("text", "Osa koskee muita.").submit().status(200);
    let shown = letter.one(".letter");
    assert_eq!(sink.messages().len(), 0, "nothing goes before it was seen");
    // Changed on the page of the letter, it is shown again.
    let form = officer.form_on(&letter, "form[action$=ratkaise]");
    let again = form.set("text", "Osa koskee toista henkilöä.").submit().status(200);
    let again = again.shows("Kirje ennen lähettämistä");
    let other = again.one(".letter");
    assert_ne!(other, shown);
    let done = officer.form_on(&again, "form[action$=ratkaise]").submit().status(200);
    assert_eq!(done.one(".letter"), other);
    officer.get(&path).status(200).shows("Osa koskee toista henkilöä.");
    let (person, page) = own(&installation, &receipt);
    assert_eq!(page.status(200).one(".letter"), other);
    let mail = sink.wait_for(1).remove(0);
    let letters = |text: &str| text.split_whitespace().collect::<String>().replace('-', "");
    assert_eq!(letters(&mail.text), letters(&other));
    assert!(mail.text.contains("15 artiklan 4 kohta"), "{}", mail.text);

    let pdf = page_pdf(&person);
    assert!(pdf.starts_with(b"%PDF-"));
    let staff_pdf = officer.get(&path).attributes("a[href*='/kirje/']", "href").remove(0);
    assert_eq!(officer.get(&staff_pdf).status(200).body, pdf);
    // Nobody else's code opens it.
    let stranger = code(&request(&installation, "access", ""));
    let link = person.get("/oma").attributes("a[href*='/oma/kirje/']", "href").remove(0);
    own(&installation, &stranger).0.get(&link).status(404);
}

fn page_pdf(person: &Browser) -> Vec<u8> {
    let link = person.get("/oma").attributes("a[href*='/oma/kirje/']", "href").remove(0);
    person.get(&link).status(200).body
}

#[test]
fn requests_are_listed_shown_and_decided_from_the_command_line() {
    let installation = Installation::mailing("feedback");
    let receipt = feedback(&installation);
    let browser = installation.browser();
    let form = browser.form("/pyynto", "main form").set("type", "restriction");
    form.set("code", &receipt).finish().status(200);
    let waiting = installation.json(&["case", "list"]);
    assert_eq!(waiting[0]["number"], 1, "{waiting}");
    assert_eq!((&waiting[0]["type"], &waiting[0]["late"]), (&"restriction".into(), &false.into()));
    let decide = ["case", "decide", "1", "--decision", "granted"];
    let dry = installation.json(&[decide.as_slice(), &["--dry-run"]].concat());
    assert!(dry["letter"].as_str().unwrap().contains("Tietojesi käyttöä on rajoitettu"), "{dry}");
    own(&installation, &receipt).1.status(200).hides("Tietojesi käyttöä on rajoitettu");
    let done = installation.json(&decide);
    assert_eq!(done["letter"], dry["letter"]);
    own(&installation, &receipt).1.status(200).shows("Tietojesi käyttöä on rajoitettu");
    assert_eq!(installation.json(&["case", "list"]).as_array().unwrap().len(), 0);
    let shown = installation.json(&["case", "show", "1"]);
    assert_eq!(shown["state"], "granted", "{shown}");
    assert_eq!(shown["letters"][0], done["letter"]);
    let again = installation.cli(&[decide.as_slice(), &["--lang", "en"]].concat());
    assert!(!again.status.success());

    request(&installation, "access", "");
    let refuse = ["case", "decide", "2", "--decision", "refused", "--ground", "12-5"];
    assert!(!installation.cli(&refuse).status.success(), "who refuses says why");
    let other = ["case", "decide", "2", "--decision", "refused", "--ground", "17-3-b"];
    assert!(!installation.cli(&other).status.success(), "a ground of another right");
    let file = installation.outside().join("vastaus.txt");
    fs::write(&file, "Emme löydä tietojasi.").unwrap();
    let words = [refuse.as_slice(), &["--text", file.to_str().unwrap()]].concat();
    installation.ok(&words);
    installation.advance("2026-02-14T10:00:00+02:00");
    assert!(installation.ok(&["case", "list", "--late"]).contains("Pyyntöjä ei ole"));
}
