//! Whoever received data is told when these are corrected, erased or restricted (Art. 19).

use crate::support::browser::Browser;
use crate::support::feedback::{anonymous, free, newest, restrict};
use crate::support::installation::Installation;
use crate::support::page::Page;
use crate::support::staff;

const TEXT: &str = "Kanarialinnun luovutettu viesti";
const CORRECTED: &str = "Kanarialinnun oikaistu viesti";
const TASKS: &str = "/hallinta/ilmoitukset";

/// Gives the newest feedback to somebody; the mark that stands beside what was given.
fn disclose(handler: &Browser, class: &str, called: &str) -> String {
    let path = format!("{}/luovuta", newest(handler));
    let form = handler.form(&path, "main form").set("recipient", class).set("called", called);
    let form = form.set("purpose", "recipient-task").tick("items");
    let form = match class {
        "by-law" => form.set("ground", "listed").set("statute", "872/2011-4-2"),
        _ => form.set("ground", "consent").set("reference", "Kirje 12/2026"),
    };
    let page = form.submit().status(200).shows("Luovutus on kirjattu");
    let text = page.text();
    let told = text.split("luovutuksen tunnus ").nth(1).expect("the mark is told");
    told.chars().take_while(char::is_ascii_alphanumeric).collect()
}

/// An installation with a feedback that two have received: their marks and the person's code.
fn given() -> (Installation, Browser, String, [String; 2]) {
    let mut installation = Installation::build("feedback").without_second_factor().start();
    let code = anonymous(&installation, TEXT).one(".code-display code");
    let officer = staff::first(&mut installation, "alma");
    let marks = [
        disclose(&officer, "by-consent", "Esimerkki ry"),
        disclose(&officer, "by-law", "Esimerkkivirasto"),
    ];
    assert_ne!(marks[0], marks[1]);
    (installation, officer, code, marks)
}

fn own(installation: &Installation, code: &str) -> Browser {
    let browser = installation.browser();
    browser.form("/oma", "main form").set("code", code).finish().status(200);
    browser
}

fn tasks(officer: &Browser) -> Vec<String> {
    officer.get(TASKS).status(200).attributes("tbody th a", "href")
}

/// The task for this recipient.
fn task_of(officer: &Browser, recipient: &str) -> String {
    let is_it = |path: &String| officer.get(path).source().contains(recipient);
    tasks(officer).into_iter().find(is_it).expect("a task")
}

fn told(officer: &Browser, task: &str) -> Page {
    let form = officer.form(task, "form[action$=hoidettu]");
    form.set("result", "told").set("how", "secure-mail").finish().status(200)
}

#[test]
fn s3_30_a_correction_becomes_a_task_for_each_recipient_and_the_person_sees_it_told() {
    let (installation, officer, code, marks) = given();
    officer.get(TASKS).status(200).shows("Kenellekään ei ole kerrottavaa");
    officer.get("/hallinta").status(200).hides("joille kerrotaan muutoksesta");
    let person = own(&installation, &code);
    let correct = person.get("/oma").attributes("main a[href$='/korjaa']", "href").remove(0);
    // What stays as it was is no correction.
    person.form(&correct, "main form").finish().status(200);
    assert_eq!(tasks(&officer).len(), 0);
    person.form(&correct, "main form").set("message", CORRECTED).finish().status(200);

    assert_eq!(tasks(&officer).len(), 2, "one for each recipient");
    officer.get("/hallinta").status(200).shows("joille kerrotaan muutoksesta");
    let task = task_of(&officer, "Esimerkki ry");
    let page = officer.get(&task).status(200).shows("Tietoja oikaistiin").shows("Palautteesi");
    page.shows(&marks[0]).hides(&marks[1]).hides(TEXT).hides(CORRECTED);
    // It must be said how.
    let form = officer.form(&task, "form[action$=hoidettu]").set("result", "told");
    form.submit().status(422).shows("Valitse, miten vastaanottajalle kerrottiin");
    let again = officer.form(&task, "form[action$=hoidettu]");
    let again = again.set("result", "told").set("how", "letter");
    told(&officer, &task).shows("Vastaanottajalle on kerrottu").shows("Suojatulla viestillä");
    again.submit().status(409).shows("jo merkitty hoidetuksi");
    let ledger = installation.ok(&["ledger", "show", "--last", "20"]);
    assert!(ledger.contains("disclosure-notice") && ledger.contains("decided"), "{ledger}");

    let page = person.get("/oma/luovutukset").status(200).shows("Vastaanottajalle on kerrottu");
    page.shows("Suojatulla viestillä").shows("Vastaanottajalle ei ole vielä kerrottu");
    let everything = person.get("/oma/tiedot.json").status(200).source();
    assert!(everything.contains("\"kind\":\"disclosure-notice\""), "{everything}");
    assert!(!everything.contains("kuka hoiti ilmoituksen"), "{everything}");
}

#[test]
fn s4_111_a_restriction_and_its_end_are_told_or_the_person_sees_why_not() {
    let (installation, officer, code, _) = given();
    let person = own(&installation, &code);
    restrict(&person);
    assert_eq!(tasks(&officer).len(), 2);
    let task = task_of(&officer, "Esimerkkivirasto");
    officer.get(&task).status(200).shows("Tietojen käsittelyä rajoitettiin");
    let form = officer.form(&task, "form[action$=hoidettu]").set("result", "impossible");
    form.submit().status(422).shows("Kirjoita, miksi vastaanottajalle ei kerrota");
    let form = officer.form(&task, "form[action$=hoidettu]").set("result", "impossible");
    let form = form.set("reason", "Virasto on lakkautettu");
    form.finish().status(200).shows("Kertominen oli mahdotonta");
    person.get("/oma/luovutukset").status(200).shows("Virasto on lakkautettu");
    free(&person);
    assert_eq!(tasks(&officer).len(), 4);
    let texts: Vec<String> = tasks(&officer).iter().map(|task| officer.get(task).text()).collect();
    let ended = texts.iter().filter(|text| text.contains("rajoitus päättyi"));
    assert_eq!(ended.filter(|text| text.contains("ei enää tarvitse")).count(), 2, "{texts:?}");
}

#[test]
fn s4_111_what_an_erased_person_leaves_is_only_what_is_needed_to_tell() {
    let (installation, officer, code, marks) = given();
    let person = own(&installation, &code);
    let correct = person.get("/oma").attributes("main a[href$='/korjaa']", "href").remove(0);
    person.form(&correct, "main form").set("message", CORRECTED).finish().status(200);
    assert_eq!(tasks(&officer).len(), 2);
    person.form("/oma/poista", "main form").submit().status(200).shows("Poistettu");
    // Who is to be told that all is gone need not hear of the correction as well.
    let left = tasks(&officer);
    assert_eq!(left.len(), 2, "{left:?}");
    let task = task_of(&officer, "Esimerkki ry");
    let page = officer.get(&task).status(200).shows("Tietoja poistettiin").shows(&marks[0]);
    page.hides(TEXT).hides(CORRECTED).hides("Kirje 12/2026");
    assert_eq!(installation.scan("Kanarialinnun"), []);
    officer.get("/hallinta/luovutukset").status(200).shows("Luovutuksia ei ole");
    // The code leads to the tombstone and to nothing of this.
    let page = installation.browser().form("/oma", "main form").set("code", &code).submit();
    page.hides("Esimerkki ry");

    // Left undone it is the next step, and does not go by itself, however long it takes.
    officer.get("/hallinta").status(200).hides("Kerro 2 vastaanottajalle");
    installation.advance("2026-01-29T10:00:00+02:00");
    let officer = staff::sign_in(&installation, "alma");
    officer.get("/hallinta").status(200).shows("Kerro 2 vastaanottajalle");
    told(&officer, &task);
    officer.get("/hallinta").status(200).shows("Kerro yhdelle vastaanottajalle");
    installation.ok(&["sweep"]);
    assert_eq!(tasks(&officer).len(), 2, "what was told is kept as the proof of it");
    installation.advance("2027-02-01T10:00:00+02:00");
    let _ = installation.cli(&["sweep", "--confirm-clock"]);
    installation.ok(&["sweep"]);
    let officer = staff::sign_in(&installation, "alma");
    let left = tasks(&officer);
    assert_eq!(left.len(), 1, "{left:?}");
    officer.get(&left[0]).status(200).shows("Esimerkkivirasto").shows("ei ole vielä kerrottu");
}

#[test]
fn what_goes_because_its_day_has_come_is_told_to_nobody() {
    let (installation, _, _, _) = given();
    installation.advance("2026-02-20T10:00:00+02:00");
    let _ = installation.cli(&["sweep", "--confirm-clock"]);
    installation.ok(&["sweep"]);
    assert_eq!(installation.scan("luovutettu viesti"), []);
    let officer = staff::sign_in(&installation, "alma");
    assert_eq!(tasks(&officer).len(), 0);
    let list = officer.get("/hallinta/luovutukset").status(200);
    assert_eq!(list.all("tbody tr").len(), 2, "who received it is still known");
}

#[test]
fn s1_130_one_record_that_goes_is_told_to_those_who_received_it() {
    let (installation, officer, code, _) = given();
    let person = own(&installation, &code);
    let page = person.get("/oma").status(200);
    let erase = page.attributes("main a[href*='/oma/tieto/'][href$='/poista']", "href").remove(0);
    person.form(&erase, "main form").finish().status(200);
    assert_eq!(tasks(&officer).len(), 2);
    let task = task_of(&officer, "Esimerkki ry");
    officer.get(&task).status(200).shows("Tietoja poistettiin");
    // The duty stays when the person goes altogether.
    let person = own(&installation, &code);
    person.form("/oma/poista", "main form").submit().status(200);
    assert_eq!(tasks(&officer).len(), 2);
    officer.get(&task_of(&officer, "Esimerkkivirasto")).status(200).shows("Tietoja poistettiin");
}
