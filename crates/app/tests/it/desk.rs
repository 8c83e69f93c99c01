//! The staff's desk for requests: whose data a request is matched with, the last look before an
//! erasure, what stays of it, and how those who were looked at are told.

use crate::support::browser::Browser;
use crate::support::installation::Installation;
use crate::support::mail::MailSink;
use crate::support::page::Page;
use crate::support::staff;
use crate::support::wait::{let_jobs_look, wait_for};

const EMAIL: &str = "kanarialintu.testaaja@example.fi";
const OTHER: &str = "toinen.testaaja@example.fi";
const MESSAGE: &str = "Kanarialinnun viesti: etuovi on liian raskas";
const DESK: &str = "/hallinta/pyynnot";
const DECIDED: &str = "/hallinta/pyynnot?tila=ratkaistut";

fn feedback(installation: &Installation, email: &str) -> (String, Page) {
    let browser = installation.browser();
    let form = browser.form("/palaute", "main form").set("message", MESSAGE);
    let page = form.set("email", email).tick("consent-answer").submit().status(200);
    (page.one(".code-display code"), page)
}

fn erasure(installation: &Installation, contact: &str) {
    let browser = installation.browser();
    let form = browser.form("/pyynto", "main form").set("type", "erasure");
    let form = form.set("text", "Kanarialinnun pyyntö omin sanoin").set("contact", contact);
    form.finish().status(200);
}

/// The request at the top of a list.
fn first(officer: &Browser, list: &str) -> String {
    officer.get(list).status(200).attributes("tbody th a", "href").remove(0)
}

fn identify(officer: &Browser, path: &str, receipt: &str) -> Page {
    let form = officer.form(path, "form[action$=tunnista]").set("code", receipt);
    form.finish().status(200)
}

fn own(installation: &Installation, receipt: &str) -> Page {
    look(installation, receipt).status(200)
}

/// As [`own`], while it may just be going.
fn look(installation: &Installation, receipt: &str) -> Page {
    let browser = installation.browser();
    browser.form("/oma", "main form").set("code", receipt).finish()
}

#[test]
fn s2_48_a_granted_erasure_is_looked_at_once_more_and_leaves_a_row_without_a_name() {
    let mut installation = Installation::mailing("feedback");
    let (receipt, _) = feedback(&installation, EMAIL);
    erasure(&installation, EMAIL);
    let officer = staff::first(&mut installation, "alma");
    let page = identify(&officer, &first(&officer, DESK), &receipt);
    let number = page.one("h1");
    let path = page.url.path().to_owned();

    let form = officer.form(&path, "form[action$=ratkaise]").set("decision", "granted");
    let last = form.set("text", "Turhaan kirjoitettu").submit().status(200);
    let last = last.shows("Poistetaanko nämä tiedot?").shows("Palaute 1, 14.1.2026");
    let last = last.shows("Kirjoittamaasi vastausta ei lähetetä eikä säilytetä");
    own(&installation, &receipt).shows(MESSAGE);
    let done = officer.form_on(&last, "form[action$=ratkaise]").submit().status(200);
    let proof = done.shows("ei lähetetty viestiä").one("dl code");
    own(&installation, &receipt).shows("Poistettu 14.1.2026").shows(&proof);

    officer.get(DECIDED).status(200).shows("Haluan, että tietoni poistetaan").shows("Hyväksytty");
    let row = officer.get(&first(&officer, DECIDED)).status(200);
    assert_eq!(row.one("h1"), number, "the number that was given");
    row.hides("Vastataan viimeistään")
        .shows("14.1.2026")
        .shows(&proof)
        .hides("omin sanoin")
        .hides(EMAIL);
    for gone in [EMAIL, "Kanarialinnun pyyntö", "Turhaan kirjoitettu"] {
        assert_eq!(installation.scan(gone), [], "{gone}");
    }
    // And it goes when decisions go.
    installation.advance("2027-01-14T10:00:01+02:00");
    let officer = staff::sign_in(&installation, "alma");
    wait_for("the row's end", || officer.get(DECIDED).text().contains("Pyyntöjä ei ole"));
}

#[test]
fn a_request_that_is_not_granted_has_an_answer() {
    let mut installation = Installation::new("feedback");
    erasure(&installation, EMAIL);
    let officer = staff::first(&mut installation, "alma");
    let path = first(&officer, DESK);
    let form = officer.form(&path, "form[action$=ratkaise]").set("decision", "refused");
    form.set("ground", "11-2").set("text", "").submit().status(422).shows("Kirjoita vastaus");
}

#[test]
fn a_match_with_the_wrong_person_is_seen_and_undone() {
    let mut installation = Installation::mailing("feedback");
    let (wrong, _) = feedback(&installation, EMAIL);
    let (right, _) = feedback(&installation, OTHER);
    erasure(&installation, OTHER);
    let officer = staff::first(&mut installation, "alma");
    let path = first(&officer, DESK);
    let page = identify(&officer, &path, &wrong).shows("Palaute 1, 14.1.2026");
    let page = page.shows("sähköpostiosoitetta ei ole näissä tiedoissa").hides(EMAIL);
    let undo = officer.form_on(&page, "form[action$=pura]");
    let page = undo.finish().status(200).shows("Kenen tiedoista on kyse?");
    assert_eq!(page.url.path(), path, "the request as it was sent");
    own(&installation, &wrong).shows(MESSAGE).hides("omin sanoin").hides("Tietosuojapyyntö 2");

    let page = identify(&officer, &path, &right).shows("Palaute 2, 14.1.2026");
    page.shows("on sama sähköpostiosoite kuin tiedoissa");
    installation.advance("2026-01-17T10:00:01+02:00");
    wait_for("the right erasure", || {
        look(&installation, &right).text().contains("Poistettu 17.1.2026")
    });
    let_jobs_look();
    own(&installation, &wrong).shows(MESSAGE);
}

#[test]
fn the_number_of_erased_feedback_is_never_given_again() {
    let mut installation = Installation::mailing("feedback");
    feedback(&installation, EMAIL);
    let (newest, page) = feedback(&installation, EMAIL);
    page.shows("Palautteen numero 2");
    let browser = installation.browser();
    browser.form("/oma", "main form").set("code", &newest).finish().status(200);
    browser.form("/oma/poista", "main form").submit().status(200).shows("Poistettu 14.1.2026");
    installation.restart();
    feedback(&installation, EMAIL).1.shows("Palautteen numero 3");
}

#[test]
fn who_looked_is_told_visit_by_visit_and_sending_is_no_answering() {
    let sink = MailSink::start();
    let host = format!("host \"localhost:{}\"", sink.port);
    let build = Installation::build("feedback").notice("host \"mail.example.fi:465\"", &host);
    let mut installation = build.mail(&sink).start();
    let (receipt, _) = feedback(&installation, EMAIL);
    let handler = staff::first(&mut installation, "alma");
    let path = first(&handler, "/hallinta/palaute");
    for _ in 0..3 {
        handler.get(&path).status(200);
    }
    let form = handler.form(&path, "form[action$=vastaa]");
    let page = form.set("text", "Kiitos, ovi korjataan pian.").finish().status(200);
    page.shows("Vastauksesi on tallennettu");
    sink.wait_for(1);
    let sent = "Lähetettiin vastaus sähköpostilla";
    wait_for("the letter's trace", || look(&installation, &receipt).text().contains(sent));

    let browser = installation.browser();
    let page = browser.form("/oma", "main form").set("code", &receipt).finish().status(200);
    let rows: Vec<String> =
        page.all("tbody tr").into_iter().filter(|row| row.contains("Palvelu itse")).collect();
    assert_eq!(rows.len(), 1, "{rows:?}");
    assert!(rows[0].contains(sent) && !rows[0].contains("Vastattiin"), "{rows:?}");
    let answered = page.all("tbody tr").into_iter().filter(|row| row.contains("Vastattiin"));
    let answered: Vec<String> = answered.collect();
    assert_eq!(answered.len(), 1, "{answered:?}");
    assert!(answered[0].contains("kertaa)"), "{answered:?}");
    page.hides("Lajiteltiin").hides("Valmisteltiin");
    let account = handler.get("/oma").status(200).shows("Laki velvoittaa säilyttämään");
    account.hides("Poista kaikki tietosi").hides("admin officer");
    handler.get(&path).status(200).shows(sent).hides("Lajiteltiin · Palvelu itse");
    // The copy has every single look.
    let copy = browser.get("/oma/tiedot.json").status(200).json();
    assert!(copy["looked"].as_array().unwrap().len() > 5, "{copy}");
}

#[test]
fn what_was_done_is_said_on_the_page_to_which_it_leads() {
    let installation = Installation::mailing("feedback");
    let (receipt, _) = feedback(&installation, EMAIL);
    let browser = installation.browser();
    let page = browser.form("/oma", "main form").set("code", &receipt).finish().status(200);
    let page = page.hides("on tallennettu").hides("on peruttu");
    let correct = page.attributes("main a[href$='/korjaa']", "href").remove(0);
    let form = browser.form(&correct, "main form").set("message", "Korjattu viesti");
    form.finish().status(200).shows("Korjauksesi on tallennettu").shows("Korjattu viesti");
    let withdraw = page.attributes("a[href*='/peru/']", "href").remove(0);
    let page = browser.form(&withdraw, "main form").finish().status(200);
    page.shows("Suostumuksesi on peruttu").hides("Korjauksesi on tallennettu");
    browser.get("/oma?tehty=jotakin").status(200).hides("jotakin");
}

/// The ids of all promises that do not hold now.
fn broken(installation: &Installation) -> Vec<String> {
    let output = installation.cli(&["promises", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let all = told["promises"].as_array().unwrap().iter();
    let bad = all.filter(|one| one["state"]["state"] == "broken");
    bad.map(|one| one["id"].as_str().unwrap_or_default().to_owned()).collect()
}

#[test]
fn every_kind_of_request_with_and_without_a_code_leaves_all_promises_kept() {
    let installation = Installation::build("feedback").behind_proxy().start();
    let before = broken(&installation);
    let page = installation.browser().get("/pyynto").status(200);
    let kinds: Vec<String> = page
        .attributes("[name=type], [name=type] option", "value")
        .into_iter()
        .filter(|kind| !kind.is_empty())
        .collect();
    assert!(kinds.len() > 6, "{kinds:?}");
    for (number, kind) in kinds.iter().enumerate() {
        // Each from an address of their own, as in life.
        let from = format!("10.3.0.{}", number + 1);
        let browser = || installation.browser().with("x-forwarded-for", &from);
        let sender = browser();
        let form = sender.form("/palaute", "main form").set("message", MESSAGE);
        let receipt = form.submit().status(200).one(".code-display code");
        for code in [receipt.as_str(), ""] {
            let browser = browser();
            let form = browser.form("/pyynto", "main form").set("type", kind);
            form.set("code", code).set("text", "Pyydän tätä.").finish().status(200);
            assert_eq!(broken(&installation), before, "{kind} {code}");
        }
    }
}

#[test]
fn without_a_relay_no_page_promises_a_letter_and_the_desk_finds_the_asker_by_an_exact_value() {
    let mut installation = Installation::mailing("feedback");
    let (receipt, _) = feedback(&installation, EMAIL);
    installation.end_mail();
    let visitor = installation.browser();
    for page in ["/oma", "/pyynto", "/tietosuoja"] {
        visitor.get(page).status(200).hides("kertakäyttöinen linkki").hides("lähetämme siihen");
    }
    visitor.get("/pyynto").shows("Palvelu ei lähetä sähköpostia");
    let form = visitor.form("/pyynto", "main form").set("type", "erasure").set("contact", EMAIL);
    form.finish().status(200).shows("Palvelu ei lähetä sähköpostia").hides("linkki");

    let officer = staff::first(&mut installation, "alma");
    let path = first(&officer, DESK);
    let find = format!("{path}/etsi");
    officer.get(&path).status(200).shows("Etsi tarkalla tiedolla");
    let look_for =
        |value: &str| officer.form(&find, "form[action$=etsi]").set("value", value).submit();
    look_for("kanarialintu").status(422).shows("ei löydy ketään");
    let found = look_for(EMAIL).status(200).shows("Osoitteen tietää moni").shows("Palaute 1");
    let page = officer.form_on(&found, "main section form").finish().status(200);
    page.shows("Palaute 1").shows("on yhdistetty");
    // Who holds the receipt may be somebody else; that they were searched for they are told.
    own(&installation, &receipt).hides("Tietosuojapyyntö 2").shows("Katsottiin");
}

#[test]
fn staff_open_another_s_data_with_a_code_and_leave_their_own_without_signing_out() {
    let mut installation = Installation::mailing("feedback");
    let (receipt, _) = feedback(&installation, EMAIL);
    let officer = staff::first(&mut installation, "alma");
    let page = officer.get("/oma").status(200).shows("Takaisin hallintaan");
    assert!(page.attributes("form[action='/oma/ulos']", "action").is_empty());
    officer.get("/hallinta").status(200);
    let form = officer.form("/oma", "form[action='/oma']").set("code", &receipt);
    form.finish().status(200).shows(MESSAGE);
}
