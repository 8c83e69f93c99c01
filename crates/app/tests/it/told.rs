//! What a person is told is whole and true: who received a copy, what stays after an erasure and until
//! when, what is gone, what they have closed, and where and until when something is to be read.

use serde_json::Value;

use crate::support::browser::Browser;
use crate::support::installation::Installation;
use crate::support::mail::MailSink;
use crate::support::page::Page;
use crate::support::staff;
use crate::support::wait::wait_for;

const MESSAGE: &str = "Kanarialinnun viesti hissistä";
const WORDS: &str = "Kanarialintu pyytää poistamaan viestinsä";
const EMAIL: &str = "kanarialintu.testaaja@example.fi";
const AGENT: &str = "asiamies.testaaja@example.fi";
const DESK: &str = "/hallinta/pyynnot";
const MANDATE: &[u8] = b"%PDF-1.4 valtakirja";

fn code(page: &Page) -> String {
    page.one(".code-display code")
}

fn feedback(org: &Installation) -> String {
    let browser = org.browser();
    let form = browser.form("/palaute", "main form").set("message", MESSAGE);
    code(&form.set("email", EMAIL).tick("consent-answer").finish().status(200))
}

fn own(org: &Installation, receipt: &str) -> (Browser, Page) {
    let browser = org.browser();
    let page = browser.form("/oma", "main form").set("code", receipt).finish();
    (browser, page.status(200))
}

fn newest(officer: &Browser) -> String {
    officer.get(DESK).status(200).attributes("tbody th a", "href").remove(0)
}

fn find(officer: &Browser, path: &str, value: &str) -> Page {
    let form = officer.form(&format!("{path}/etsi"), "form[action$=etsi]").set("value", value);
    officer.form_on(&form.submit().status(200), "main section form").finish().status(200)
}

fn grant(officer: &Browser, path: &str) -> Page {
    let form = officer.form(path, "form[action$=ratkaise]").set("decision", "granted");
    staff::decide(officer, form).status(200)
}

/// As a program of the person's is told.
fn by_program(org: &Installation, receipt: &str) -> Value {
    let program = org.browser().with("authorization", &format!("Receipt {receipt}"));
    program.get("/api/v1/own").status(200).json()
}

/// The record of this kind in a file of somebody's data.
fn one<'a>(of: &'a Value, kind: &str) -> &'a Value {
    let records = of["records"].as_array().unwrap();
    let found: Vec<&Value> = records.iter().filter(|one| one["kind"] == kind).collect();
    assert_eq!(found.len(), 1, "{kind}: {of}");
    found[0]
}

/// A file of the person's own package.
fn packed(browser: &Browser, name: &str) -> String {
    browser.form("/oma/paketti", "form[action$='/oma/paketti']").finish().status(200);
    let there = || browser.get("/oma/paketti").attributes("main a[download]", "href");
    wait_for("the package", || !there().is_empty());
    let zip = browser.get(&there().remove(0)).status(200).body;
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(zip)).unwrap();
    let mut text = String::new();
    std::io::Read::read_to_string(&mut zip.by_name(name).unwrap(), &mut text).unwrap();
    text
}

/// An agent whose mandate was seen has the granted copy made; their browser and the copy's address.
fn agents_copy(org: &Installation, officer: &Browser) -> (Browser, String) {
    let browser = org.browser();
    let form = browser.form("/pyynto", "main form").set("type", "access").set("behalf", "agent");
    let form = form.set("contact", AGENT).set("subject", EMAIL);
    let page = form.attach("mandate", "valtakirja.pdf", MANDATE).finish().status(200);
    let receipt = code(&page);
    let path = newest(officer);
    officer.form(&path, "form[action$=valtuutus]").finish().status(200);
    find(officer, &path, EMAIL);
    grant(officer, &path);
    let (browser, page) = own(org, &receipt);
    let copy = page.attributes("a[href$='/kopio']", "href").remove(0);
    browser.form(&copy, "form[action$='/kopio']").finish().status(200);
    let file = || browser.get(&copy).attributes("a[href$='.zip']", "href");
    wait_for("the copy", || !file().is_empty());
    let file = file().remove(0);
    (browser, file)
}

#[test]
fn a_copy_that_an_agent_takes_is_a_disclosure_and_its_changes_are_told() {
    let mut org = Installation::mailing("feedback");
    let data = feedback(&org);
    let officer = staff::first(&mut org, "alma");
    let (agent, file) = agents_copy(&org, &officer);
    // A copy that was made and not taken has gone to nobody.
    own(&org, &data).1.shows("Tietojasi ei ole luovutettu kenellekään");
    for _ in 0..2 {
        assert!(agent.get(&file).status(200).body.starts_with(b"PK"));
    }
    let (browser, page) = own(&org, &data);
    let page = page.hides("Tietojasi ei ole luovutettu").shows(AGENT).shows("pyynnön 1");
    page.shows("valtuutus tarkistettu 14.1.2026").shows("valtuutus on tarkistettu");
    let file = browser.get("/oma/tiedot.json").status(200).json();
    let told = &one(&file, "disclosure")["fields"];
    assert!(told["recipient"]["value"].as_str().unwrap().contains(AGENT), "{told}");
    assert_eq!(told["ground"]["value"], "mandate");
    assert!(told.get("handler").is_none(), "{told}");
    assert!(packed(&browser, "disclosures.csv").contains(AGENT));
    let api = by_program(&org, &data);
    assert!(one(&api, "disclosure")["fields"]["recipient"].as_str().unwrap().contains(AGENT));
    // Counted where every disclosure is, once for one copy.
    let register = officer.get("/hallinta/luovutukset").status(200).shows(AGENT);
    assert_eq!(register.all("tbody tr").len(), 1);

    // Art. 19: of what was held when it was taken.
    let tasks = || officer.get("/hallinta/ilmoitukset").status(200).all("tbody tr").len();
    assert_eq!(tasks(), 0, "another package of one's own corrects nothing");
    let correct = browser.get("/oma").attributes("main a[href$='/korjaa']", "href").remove(0);
    browser.form(&correct, "main form").set("message", "Oikaistu viesti").finish().status(200);
    let page = officer.get("/hallinta/ilmoitukset").status(200).shows(AGENT);
    assert_eq!(page.all("tbody tr").len(), 1);
    browser.form("/oma/poista", "main form").submit().status(200);
    officer.get("/hallinta/ilmoitukset").status(200).shows(AGENT).shows("Tietoja poistettiin");
}

#[test]
fn somebody_who_takes_their_own_copy_is_no_recipient() {
    let mut org = Installation::mailing("feedback");
    let data = feedback(&org);
    let browser = org.browser();
    let form = browser.form("/pyynto", "main form").set("type", "access").set("contact", EMAIL);
    let receipt = code(&form.finish().status(200));
    let officer = staff::first(&mut org, "alma");
    let path = newest(&officer);
    find(&officer, &path, EMAIL);
    officer.form(&path, "form[action$=tekija]").finish().status(200);
    grant(&officer, &path);
    let (browser, page) = own(&org, &receipt);
    let copy = page.shows("13.2.2026 asti").attributes("a[href$='/kopio']", "href").remove(0);
    browser.form(&copy, "form[action$='/kopio']").finish().status(200);
    let file = || browser.get(&copy).attributes("a[href$='.zip']", "href");
    wait_for("the copy", || !file().is_empty());
    browser.get(&file().remove(0)).status(200);
    own(&org, &data).1.shows("Tietojasi ei ole luovutettu kenellekään").shows("Luovutettiin");
    // The day that is told counts whole; afterwards the page says that it was.
    org.advance("2026-02-13T22:00:00+02:00");
    own(&org, &receipt).0.get(&copy).status(200);
    org.advance("2026-02-14T00:00:01+02:00");
    let (browser, page) = own(&org, &receipt);
    page.shows("sai ladata 13.2.2026 asti");
    browser.get(&copy).status(404);
}

#[test]
fn after_an_erasure_that_a_hold_stopped_the_person_reads_what_stays_and_how_to_complain() {
    let mut org = Installation::mailing("feedback");
    let data = feedback(&org);
    let officer = staff::first(&mut org, "alma");
    org.ok(&["hold", "add", ".", "1", "--kind", "feedback", "--ground", "legal-claim"]);
    // Before anybody asks, too, no day is told on which it does not go.
    let (browser, page) = own(&org, &data);
    page.shows("Kun säilyttämisen peruste on päättynyt");
    let file = browser.get("/oma/tiedot.json").status(200).json();
    let held = one(&file, "feedback");
    assert_eq!(
        (&held["goes"], &held["kept-by"][0]["ground"]),
        (&Value::Null, &"legal-claim".into())
    );

    let asking = org.browser();
    let form = asking.form("/pyynto", "main form").set("type", "erasure").set("contact", EMAIL);
    form.set("text", WORDS).finish().status(200);
    let path = newest(&officer);
    officer.form(&path, "form[action$=tunnista]").set("code", &data).finish().status(200);
    let form = officer.form(&path, "form[action$=ratkaise]").set("decision", "granted");
    let seen = form.submit().status(200).shows("näkee tietojensa kuittikoodilla");
    officer.form_on(&seen, "form[action$=ratkaise]").submit().status(200).shows("Mitä jää");

    let (browser, page) = own(&org, &data);
    let page = page.shows(MESSAGE).shows("Tietosuojapyyntö 1").shows("Hyväksytty osittain");
    let page = page.shows("Palaute: oikeudellinen vaade, kunnes peruste päättyy").hides(WORDS);
    let page = page.shows("valittaa tietojesi käsittelystä valvontaviranomaiselle");
    let page = page.shows("tietosuoja@om.fi").shows("Todiste poistosta");
    page.shows("Kun säilyttämisen peruste on päättynyt");
    let file = browser.get("/oma/tiedot.json").status(200).json();
    assert_eq!(one(&file, "feedback")["goes"], Value::Null, "{file}");
    let file: Value = serde_json::from_str(&packed(&browser, "data.json")).unwrap();
    assert_eq!(one(&file, "feedback")["goes"], Value::Null, "{file}");
    assert_eq!(one(&file, "feedback")["kept-by"][0]["ground"], "legal-claim");
    assert!(packed(&browser, "records/fi/0001.html").contains("peruste on päättynyt"));
    let api = by_program(&org, &data);
    assert_eq!(one(&api, "feedback")["due"], Value::Null, "{api}");
    // The letter has a day, what is held has none.
    let days = browser.get("/oma/kalenteri.ics").status(200).source();
    assert!(!days.contains("DTSTART;VALUE=DATE:20260114"), "{days}");
    assert!(!days.contains("DTSTART;VALUE=DATE:20260214"), "{days}");
    assert!(days.contains("DTSTART;VALUE=DATE:20270114"), "{days}");

    // It goes by itself when the ground ends, and its code tells so.
    org.ok(&["hold", "release", ".", "1", "--kind", "feedback", "--ground", "legal-claim"]);
    let gone = || own(&org, &data).1.text().contains("Mitä tiedoistasi on jo poistettu");
    wait_for("the deferred erasure", gone);
    let (browser, page) = own(&org, &data);
    let page = page.shows("Palaute 1").hides(MESSAGE).shows("Todiste").shows("Tietosuojapyyntö 1");
    let proof = page.attributes("main li a[href*='/todiste/']", "href").remove(0);
    browser.get(&proof).status(200);
    let file = browser.get("/oma/tiedot.json").status(200).json();
    let erased = &file["erased"][0];
    assert_eq!((&erased["kind"], &erased["number"]), (&"feedback".into(), &1.into()), "{file}");
    assert_eq!(by_program(&org, &data)["erased"][0]["kind"], "feedback");
    assert_eq!(org.scan(MESSAGE), []);
}

#[test]
fn a_dated_hold_moves_the_day_that_is_told_everywhere() {
    let org = Installation::mailing("feedback");
    let data = feedback(&org);
    let hold = ["hold", "add", ".", "1", "--kind", "feedback", "--ground", "authority-order"];
    org.ok(&[hold.as_slice(), &["--until", "2026-06-01"]].concat());
    let (browser, page) = own(&org, &data);
    page.shows("Viranomaisen määräys");
    let days = browser.get("/oma/kalenteri.ics").status(200).source();
    assert!(!days.contains("VALUE=DATE:20260214"), "{days}");
    let file = browser.get("/oma/tiedot.json").status(200).json();
    let goes = one(&file, "feedback")["goes"].as_str().unwrap().to_owned();
    assert!(goes.starts_with("2026-05-31") || goes.starts_with("2026-06-01"), "{goes}");
    assert!(days.contains("VALUE=DATE:202606"), "{days}");
    assert_eq!(one(&by_program(&org, &data), "feedback")["due"], goes);
}

#[test]
fn nothing_that_was_written_into_a_request_outlives_its_granted_erasure() {
    let mut org = Installation::mailing("feedback");
    feedback(&org);
    let browser = org.browser();
    let form = browser.form("/pyynto", "main form").set("type", "erasure").set("contact", EMAIL);
    let receipt = code(&form.set("text", WORDS).finish().status(200));
    let slip = own(&org, &receipt).1.shows("Tietosuojapyyntö 1").shows("vain itse pyynnössä");
    slip.hides(WORDS).hides(EMAIL);
    let officer = staff::first(&mut org, "alma");
    let path = newest(&officer);
    officer.get(&path).status(200).shows(WORDS);
    find(&officer, &path, EMAIL);
    grant(&officer, &path).shows("Poistettu");
    for secret in [WORDS, EMAIL, MESSAGE] {
        assert_eq!(org.scan(secret), [], "{secret}");
    }
    // That the request was made its maker can still show.
    own(&org, &receipt).1.shows("Tietosuojapyyntö 1").shows("14.1.2026").hides(WORDS);
}

#[test]
fn what_was_written_is_shown_with_the_code_once_its_maker_is_known() {
    let mut org = Installation::mailing("feedback");
    feedback(&org);
    let browser = org.browser();
    let form = browser.form("/pyynto", "main form").set("type", "access").set("contact", EMAIL);
    let receipt = code(&form.set("text", WORDS).finish().status(200));
    let officer = staff::first(&mut org, "alma");
    let path = newest(&officer);
    find(&officer, &path, EMAIL);
    own(&org, &receipt).1.hides(WORDS);
    officer.form(&path, "form[action$=tekija]").finish().status(200);
    own(&org, &receipt).1.shows(WORDS).shows(EMAIL).hides("vain itse pyynnössä");
}

#[test]
fn a_code_tells_what_went_while_a_request_about_it_lives_on() {
    let org = Installation::mailing("feedback");
    let data = feedback(&org);
    let browser = org.browser();
    let form = browser.form("/pyynto", "main form").set("type", "access").set("code", &data);
    form.finish().status(200);
    own(&org, &data).1.hides("jo poistettu");
    org.advance("2026-02-15T10:00:00+02:00");
    let gone = || own(&org, &data).1.text().contains("Mitä tiedoistasi on jo poistettu");
    wait_for("the last day", gone);
    let (browser, page) = own(&org, &data);
    let page = page.shows("Palaute 1").shows("Säilytysaika päättyi").shows("Tietosuojapyyntö 1");
    let proof = page.attributes("main li a[href*='/todiste/']", "href").remove(0);
    browser.get(&proof).status(200);
    assert!(packed(&browser, "index.html").contains("Mitä tiedoistasi on jo poistettu"));
}

#[test]
fn whoever_acts_for_another_is_spoken_to_as_such() {
    let sink = MailSink::start();
    let host = format!("host \"localhost:{}\"", sink.port);
    let build = Installation::build("feedback").notice("host \"mail.example.fi:465\"", &host);
    let org = build.mail(&sink).start();
    let data = feedback(&org);
    let browser = org.browser();
    let form = browser.form("/pyynto", "main form").set("type", "access").set("behalf", "agent");
    let page = form.set("contact", AGENT).set("subject", EMAIL).finish().status(200);
    let page = page.shows("Tarkistamme ensin").shows("ei ollut todistusta");
    let page = page.shows("Koodilla näet pyyntösi").hides("kun tiedämme, kuka olet");
    let slip = own(&org, &code(&page)).1.shows("Tarkistamme ensin").shows("ei sinulle");
    slip.shows("lähetä se postitse").hides("Jos saat sähköpostiisi linkin").hides(EMAIL);
    // With the code of the data it is looked at first as well.
    let form = browser.form("/pyynto", "main form").set("type", "access").set("behalf", "agent");
    let page = form.set("subject", EMAIL).set("code", &data).finish().status(200);
    let page = page.shows("Tarkistamme ensin").shows("ei ollut todistusta");
    page.hides("Näet pyyntösi ja vastauksen samalla kuittikoodilla");
}

#[test]
fn a_letter_says_where_its_reader_s_page_is_and_how_to_reach_the_controller() {
    let sink = MailSink::start();
    let host = format!("host \"localhost:{}\"", sink.port);
    let build = Installation::build("feedback").notice("host \"mail.example.fi:465\"", &host);
    let mut org = build.mail(&sink).start();
    let browser = org.browser();
    let form = browser.form("/pyynto", "main form").set("type", "other").set("contact", AGENT);
    let receipt = code(&form.set("text", "Mihin soitan?").finish().status(200));
    let officer = staff::first(&mut org, "alma");
    let form = officer.form(&newest(&officer), "form[action$=ratkaise]");
    let form = form.set("decision", "granted").set("text", "Alla olevaan numeroon.");
    staff::decide(&officer, form).status(200);
    let letter = sink.wait_for(1)[0].text.clone();
    let (_, page) = own(&org, &receipt);
    for told in ["+358 29 000 0000", "kirjaamo@example.fi", "/oma"] {
        assert!(letter.contains(told), "{told}: {letter}");
        page.one("div.letter").contains(told).then_some(()).expect(told);
    }
    let address = format!("Omat tiedot -sivu: {}", browser.url("/oma"));
    assert!(page.one("div.letter").contains(&address), "{address}");
}

#[test]
fn what_is_closed_stands_in_the_copies_and_not_in_what_is_taken_elsewhere() {
    let org = Installation::mailing("feedback");
    let data = feedback(&org);
    let (browser, page) = own(&org, &data);
    let restrict = page.attributes("main section a[href$='/rajoita']", "href").remove(0);
    browser.form(&restrict, "main form").set("ground", "unlawful").finish().status(200);
    browser.form("/oma", "form[action$='/oma/vastusta/develop']").finish().status(200);
    let page = browser.get("/oma").status(200).shows("Käsittelyä on rajoitettu");
    page.shows("Kun säilyttämisen peruste on päättynyt");
    for file in [browser.get("/oma/tiedot.json").source(), packed(&browser, "data.json")] {
        let file: Value = serde_json::from_str(&file).unwrap();
        let limits = (&file["restrictions"], &file["objections"]);
        let record = &one(&file, "feedback")["id"];
        assert_eq!((&limits.0[0]["ground"], &limits.0[0]["record"]), (&"unlawful".into(), record));
        let objection = &limits.1[0];
        assert_eq!(
            (&objection["purpose"], &objection["state"]),
            (&"develop".into(), &"waiting".into())
        );
        assert_eq!(one(&file, "feedback")["goes"], Value::Null);
    }
    let index = packed(&browser, "index.html");
    for said in [
        "Mitä olet kieltänyt, vastustanut tai rajoittanut",
        "Palaute 1",
        "lainvastaisesti",
        "Vastustit",
    ] {
        assert!(index.contains(said), "{said}: {index}");
    }
    let portable = packed(&browser, "portability/data.json");
    assert!(!portable.contains("restrictions") && !portable.contains("unlawful"), "{portable}");
}

#[test]
fn staff_are_told_the_same_honest_last_day_as_whoever_it_is_about() {
    let mut org = Installation::build("feedback").without_second_factor().letters().start();
    let receipt = feedback(&org);
    let record = one(&by_program(&org, &receipt), "feedback")["id"].as_str().unwrap().to_owned();
    let officer = staff::first(&mut org, "alma");
    let page = format!("/hallinta/palaute/{record}");
    let one_of = format!("/api/v1/staff/feedback/{record}");
    let staff_s = |officer: &Browser| {
        let list = officer.get("/api/v1/staff/feedback").status(200).json();
        let whole = officer.get(&one_of).status(200).json();
        assert_eq!(list["feedback"][0]["due"], whole["feedback"]["due"]);
        whole["feedback"]["due"].clone()
    };
    let same = |told: &str| {
        let theirs = staff_s(&officer);
        assert_eq!(theirs, one(&by_program(&org, &receipt), "feedback")["due"]);
        assert!(theirs.to_string().contains(told), "{theirs}");
    };
    same("2026-02-14");
    officer.get(&page).status(200).shows("14.2.2026");
    let hold = ["hold", "add", ".", &record, "--ground", "legal-claim"];
    org.ok(&[&hold[..], &["--until", "2026-05-01"]].concat());
    same("2026-04-30T21");
    officer.get(&page).status(200).shows("1.5.2026").hides("14.2.2026");
    org.ok(&["hold", "release", ".", &record, "--ground", "legal-claim"]);
    org.ok(&hold);
    same("null");
    let held = officer.get(&page).status(200).shows("Kun säilyttämisen peruste on päättynyt");
    held.hides("14.2.2026").hides("1.5.2026");
}
