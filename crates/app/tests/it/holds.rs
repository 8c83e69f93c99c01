//! What staff keep from erasure on a named ground: exactly what they named, and no longer than the ground
//! lasts (Art. 17(3)).

use crate::support::browser::Browser;
use crate::support::feedback::{EMAIL, NAME, newest, with_contact};
use crate::support::form::Form;
use crate::support::installation::Installation;
use crate::support::page::Page;
use crate::support::sql::sql;
use crate::support::staff;
use crate::support::wait::wait_for;

const LIST: &str = "/hallinta/esteet";
const MESSAGE: &str = "Kanarialinnun reklamaatio: ovi jäi auki";
const MATTER: &str = "Riita 12/2026, kanarialintu vastaan Esimerkki ry";

fn own(org: &Installation, receipt: &str) -> Page {
    org.browser().form("/oma", "main form").set("code", receipt).finish()
}

/// Everything of theirs, as they wish.
fn erase_own(org: &Installation, receipt: &str) -> Page {
    let browser = org.browser();
    browser.form("/oma", "main form").set("code", receipt).finish().status(200);
    browser.form("/oma/poista", "main form").submit().status(200)
}

/// The empty form that keeps this record from erasure, reached from its page.
fn setting<'b>(officer: &'b Browser, item: &str) -> Form<'b> {
    let page = officer.get(item).status(200);
    let way = page.attributes("main a[href*='/hallinta/esteet/uusi/']", "href").remove(0);
    officer.form(&way, "main form")
}

fn claim<'b>(officer: &'b Browser, item: &str) -> Form<'b> {
    let form = setting(officer, item).set("ground", "legal-claim").set("matter", MATTER);
    let form = form.set("recipient", "Esimerkin käräjäoikeus");
    form.set("reason", "Viesti on todiste siitä, mitä sovittiin.")
}

/// The only hold in the list.
fn hold(officer: &Browser) -> String {
    let links = officer.get(LIST).status(200).attributes("tbody th a", "href");
    assert_eq!(links.len(), 1, "{links:?}");
    links[0].clone()
}

/// Whether the holder of a receipt is told that everything of theirs is gone.
fn is_gone(org: &Installation, receipt: &str) -> bool {
    own(org, receipt).text().contains("Poistettu 14.1.2026")
}

#[test]
fn s1_157_a_claim_keeps_exactly_the_fields_that_it_names_until_it_is_closed() {
    let mut org = Installation::mailing("feedback");
    let receipt = with_contact(&org, MESSAGE).one(".code-display code");
    let officer = staff::first(&mut org, "alma");
    let item = newest(&officer);
    let page = claim(&officer, &item).set("scope", "fields").tick("fields").finish();
    let page = page.status(200).shows("Poistaminen on estetty").shows("Oikeudellinen vaade");
    page.shows(MATTER).shows("Esimerkin käräjäoikeus").shows("Palautteesi").shows("Alma Alku");
    officer.get(LIST).status(200).shows("Palaute 1").shows("Oikeudellinen vaade");
    officer.get(&item).status(200).shows("Oikeudellinen vaade").shows(EMAIL);

    // The person reads of it before they ask, and what they ask for takes everything else.
    own(&org, &receipt).status(200).shows(MATTER).shows("Oikeudellinen vaade").shows(EMAIL);
    erase_own(&org, &receipt);
    own(&org, &receipt).status(200).shows(MESSAGE).shows(MATTER).hides(EMAIL).hides(NAME);
    officer.get(&item).status(200).shows(MESSAGE).hides(EMAIL);

    // The end shows what goes with it, and then it goes at once.
    let path = hold(&officer);
    let question = officer.get(&format!("{path}/paata")).status(200);
    let question = question.shows("Nämä poistetaan").shows("Palaute").shows("Pidä este voimassa");
    own(&org, &receipt).status(200).shows(MESSAGE);
    let done = officer.form_on(&question, "main form").submit().status(200);
    done.shows("Este on päättynyt, ja tiedot").shows("Todiste");
    assert!(is_gone(&org, &receipt));
    officer.get(LIST).status(200).shows("Minkään poistamista ei ole estetty");
    officer.get(&path).status(404);
    assert_eq!(org.scan(MESSAGE), []);
    assert_eq!(org.scan(MATTER), []);
}

#[test]
fn a_hold_on_everything_of_a_person_ends_as_one_and_nothing_is_erased_before_its_day() {
    let mut org = Installation::mailing("feedback");
    let receipt = with_contact(&org, MESSAGE).one(".code-display code");
    let officer = staff::first(&mut org, "alma");
    let item = newest(&officer);
    let visitor = org.browser();
    let form = visitor.form("/pyynto?pyynto=rectification", "main form").set("code", &receipt);
    form.set("text", "Korjatkaa tämä.").finish().status(200);
    // From the request the officer reaches all that is held of its person.
    let case = officer.get("/hallinta/pyynnot").attributes("tbody th a", "href").remove(0);
    let case = officer.get(&case).status(200);
    let held = case.attributes("main a[href$='/esteet']", "href").remove(0);
    officer.get(&held).status(200).shows("Palaute 1").shows("Tietosuojapyyntö 1");
    claim(&officer, &item).set("scope", "person").finish().status(200).shows("Tietosuojapyyntö 1");
    officer.get(&held).status(200).shows("Oikeudellinen vaade");
    let links = officer.get(LIST).status(200).attributes("tbody th a", "href");
    assert_eq!(links.len(), 2, "{links:?}");

    // The same ground once more would be the same hold; another one is another.
    let again = claim(&officer, &item).set("scope", "record").submit().status(422);
    again.shows("on jo estetty tällä perusteella");
    erase_own(&org, &receipt).shows("Tietoja ei voitu vielä poistaa");
    own(&org, &receipt).status(200).shows(MESSAGE).shows("Korjatkaa tämä.");
    // What only the claim keeps serves nothing else; another ground is still set.
    officer.get(&item).status(423).hides(MESSAGE);
    let id = item.rsplit('/').next().unwrap();
    let form = officer.form(&format!("/hallinta/esteet/uusi/{id}"), "main form");
    let form = form.set("ground", "authority-order").set("matter", "Määräys 7");
    let form = form.set("reason", "Poliisi pyytää.").set("scope", "record");
    form.set("until", "2026-02-01").finish().status(200).shows("1.2.2026");

    // The claim ends for both at once; the order still keeps one of them.
    let page = officer.form(&format!("{}/paata", links[0]), "main form").submit().status(200);
    page.shows("Este on päättynyt");
    own(&org, &receipt).status(200).shows(MESSAGE).shows("Määräys 7").hides(MATTER);
    assert_eq!(officer.get(LIST).attributes("tbody th a", "href").len(), 1);
    org.advance("2026-02-01T00:00:01+02:00");
    wait_for("the end of the order", || !own(&org, &receipt).text().contains(MESSAGE));
    let officer = staff::sign_in(&org, "alma");
    officer.get(LIST).status(200).shows("Minkään poistamista ei ole estetty");
    assert_eq!(org.scan(MESSAGE), []);
}

#[test]
fn a_hold_that_is_not_whole_is_refused_at_its_fields() {
    let mut org = Installation::mailing("feedback");
    with_contact(&org, MESSAGE);
    let officer = staff::first(&mut org, "alma");
    let item = newest(&officer);
    setting(&officer, &item).submit().status(422);
    let form = || claim(&officer, &item).set("scope", "fields");
    form().submit().status(422).shows("Valitse kentät, jotka säilytetään");
    let form = || claim(&officer, &item).set("scope", "record");
    form().set("recipient", "").submit().status(422).shows("Kirjoita vastapuoli");
    form()
        .set("until", "2026-01-14")
        .submit()
        .status(422)
        .shows("Päivän on oltava tulevaisuudessa");
    form().tick("fields").submit().status(422).shows("Valitsit kenttiä");
    officer.get(LIST).status(200).shows("Minkään poistamista ei ole estetty");

    // By its number; what there is none of is told.
    let find = || officer.form(&format!("{LIST}/uusi"), "main form").set("kind", "feedback");
    find().set("number", "9").submit().status(422).shows("Tämän numeroista tietoa ei ole");
    find().set("number", "1").finish().status(200).shows("Estä poistaminen: Palaute 1");
    // On the command line, too, only what the notice declares.
    let other = ["hold", "add", ".", "1", "--kind", "feedback", "--ground", "curiosity"];
    let refused = org.cli(&other);
    assert!(!refused.status.success());
    assert!(String::from_utf8_lossy(&refused.stdout).contains("legal-claim"));
    let add = ["hold", "add", ".", "1", "--kind", "feedback", "--ground", "legal-claim"];
    org.ok(&[&add[..], &["--field", "message"]].concat());
    let page = officer.get(&hold(&officer)).status(200).shows("komentoriviltä");
    page.shows("Palautteesi");
}

#[test]
fn a_held_field_stays_readable_beside_what_the_law_keeps_and_goes_first() {
    const NOTE: &str = "Maksaja soitti, kanarialinnun maksumuistio";
    let mut org = Installation::build("register").without_second_factor().start();
    let secretary = staff::first(&mut org, "alma");
    let treasurer = staff::member(&org, "raha", &["treasurer"]);
    let members = "/hallinta/rekisteri/members/member/uusi";
    let form = secretary.form(members, "main form").set("name", NAME);
    let form = form.set("member-number", "J-1").set("membership", "ordinary");
    let form = form.set("address", "Esimerkkitie 1").set("email", EMAIL);
    let page = form.submit().status(200);
    let (receipt, member) =
        (page.one(".code-display code"), page.attributes("main .actions a", "href").remove(0));
    let form = treasurer.form(&format!("{member}/lisaa/invoice"), "main form");
    let form = form.set("invoice-number", "2026-1").set("date", "2026-01-14").set("payer", NAME);
    let form = form.set("lines", "Jäsenmaksu").set("sum", "30,00").set("status", "paid");
    let page = form.set("note", NOTE).finish().status(200);
    let invoice = page.attributes("main table a[href*='/hallinta/tieto/']", "href").remove(0);
    let add = ["hold", "add", ".", "1", "--kind", "invoice", "--ground", "open-collection"];
    org.ok(&[&add[..], &["--field", "note"]].concat());

    erase_own(&org, &receipt);
    treasurer.get(&invoice).status(200).shows(NOTE).shows("2026-1").shows("Keskeneräinen perintä");
    own(&org, &receipt).status(200).shows("keskeneräinen perintä").hides("Esimerkkitie 1");
    // What the law keeps stays when the collection has ended.
    let path = hold(&secretary);
    let form = secretary.form(&format!("{path}/paata"), "main form");
    form.submit().status(200).shows("Este on päättynyt, ja tiedot");
    treasurer.get(&invoice).status(200).hides(NOTE).shows("2026-1").shows("Kirjanpitolaki");
    own(&org, &receipt).status(200).hides("keskeneräinen perintä").shows("Kirjanpitolaki");
    org.advance("2033-01-01T00:00:01+02:00");
    wait_for("the end of the floor", || {
        own(&org, &receipt).text().contains("Säilyttämisen peruste on päättynyt")
    });
    assert_eq!(org.scan(NOTE), []);
}

/// A hold of one field, as the command line sets it.
fn hold_field(org: &Installation, field: &str) {
    let add = ["hold", "add", ".", "1", "--kind", "feedback", "--ground", "legal-claim"];
    org.ok(&[&add[..], &["--field", field]].concat());
}

/// The form that withdraws the only consent of somebody's only record.
fn withdrawing(browser: &Browser) -> Page {
    let page = browser.get("/oma").status(200);
    let ways = page.attributes("a[href*='/peru/']", "href");
    browser.get(&ways[0]).status(200)
}

#[test]
fn a_withdrawal_ends_the_consent_and_takes_what_is_held_only_when_the_hold_ends() {
    let mut org = Installation::mailing("feedback");
    let receipt = with_contact(&org, MESSAGE).one(".code-display code");
    let officer = staff::first(&mut org, "alma");
    let item = newest(&officer);
    hold_field(&org, "email");
    let browser = org.browser();
    browser.form("/oma", "main form").set("code", &receipt).finish().status(200);
    let question = withdrawing(&browser).shows("Näitä säilytetään vielä").shows("Nimi");
    browser.form_on(&question, "main form").submit();
    // The use is over, what is held is there, and what is not has gone.
    officer.get(&item).status(200).shows(MESSAGE).hides(EMAIL).hides(NAME);
    own(&org, &receipt).status(200).shows(EMAIL).shows(MESSAGE).hides(NAME);
    assert_eq!(org.scan(NAME), []);
    let broken = org.json(&["promises", "."]).to_string();
    assert!(!broken.contains("\"broken\""), "{broken}");

    let path = hold(&officer);
    officer.form(&format!("{path}/paata"), "main form").finish().status(200);
    own(&org, &receipt).status(200).hides(EMAIL).shows(MESSAGE);
    assert_eq!(org.scan(EMAIL), []);
}

#[test]
fn a_withdrawal_leaves_what_is_held_as_a_whole_and_a_dated_end_takes_it() {
    let mut org = Installation::mailing("feedback");
    let receipt = with_contact(&org, MESSAGE).one(".code-display code");
    let officer = staff::first(&mut org, "alma");
    let item = newest(&officer);
    let form = claim(&officer, &item).set("scope", "record").set("until", "2026-01-20");
    form.finish().status(200);
    let browser = org.browser();
    browser.form("/oma", "main form").set("code", &receipt).finish().status(200);
    let question = withdrawing(&browser);
    browser.form_on(&question, "main form").submit();
    officer.get(&item).status(200).shows(MESSAGE).hides(EMAIL).hides(NAME);
    own(&org, &receipt).status(200).shows(EMAIL).shows(NAME);
    org.advance("2026-01-21T00:00:01+02:00");
    org.ok(&["sweep", "."]);
    own(&org, &receipt).status(200).hides(EMAIL).hides(NAME).shows(MESSAGE);
    assert_eq!(org.scan(EMAIL), []);
}

#[test]
fn what_is_corrected_while_it_is_held_is_kept_beside_the_new_until_the_hold_ends() {
    const NEW: &str = "Korjattu kanarialinnun viesti";
    const NEWER: &str = "Toisen kerran korjattu";
    let mut org = Installation::mailing("feedback");
    let receipt = with_contact(&org, MESSAGE).one(".code-display code");
    let officer = staff::first(&mut org, "alma");
    let item = newest(&officer);
    hold_field(&org, "message");
    let browser = org.browser();
    let page = browser.form("/oma", "main form").set("code", &receipt).finish().status(200);
    let way = page.attributes("a[href$='/korjaa']", "href").remove(0);
    for text in [NEW, NEWER] {
        browser.form(&way, "main form").set("message", text).finish().status(200);
    }
    // The person's correction holds; the value that was held is there for the claim.
    let page = own(&org, &receipt).status(200).shows(NEWER).shows(MESSAGE).hides(NEW);
    page.shows("aiempi tieto, jota säilytetään esteen vuoksi");
    officer.get(&item).status(200).shows(NEWER).hides(MESSAGE);
    assert_eq!(org.scan(NEW), []);

    // Everything else goes at the person's wish, both values stay for the claim and go with it.
    erase_own(&org, &receipt);
    own(&org, &receipt).status(200).shows(NEWER).shows(MESSAGE).hides(EMAIL);
    let path = hold(&officer);
    officer.form(&format!("{path}/paata"), "main form").finish().status(200);
    assert!(is_gone(&org, &receipt));
    assert_eq!(org.scan(MESSAGE), []);
}

#[test]
fn an_earlier_value_goes_by_itself_with_the_hold_that_kept_it() {
    let mut org = Installation::mailing("feedback");
    let receipt = with_contact(&org, MESSAGE).one(".code-display code");
    let officer = staff::first(&mut org, "alma");
    hold_field(&org, "message");
    let browser = org.browser();
    let page = browser.form("/oma", "main form").set("code", &receipt).finish().status(200);
    let way = page.attributes("a[href$='/korjaa']", "href").remove(0);
    browser.form(&way, "main form").set("message", "Korjattu").finish().status(200);
    own(&org, &receipt).status(200).shows(MESSAGE);
    let path = hold(&officer);
    officer.form(&format!("{path}/paata"), "main form").finish().status(200);
    own(&org, &receipt).status(200).shows("Korjattu").hides(MESSAGE).shows(EMAIL);
    assert_eq!(org.scan(MESSAGE), []);
}

#[test]
fn what_says_of_a_hold_what_it_was_for_does_not_stand_without_it() {
    let mut org = Installation::mailing("feedback");
    let receipt = with_contact(&org, MESSAGE).one(".code-display code");
    let officer = staff::first(&mut org, "alma");
    let item = newest(&officer);
    claim(&officer, &item).set("scope", "record").finish().status(200);
    let browser = org.browser();
    let page = browser.form("/oma", "main form").set("code", &receipt).finish();
    page.status(200).shows(MATTER).hides("14.1.2027");
    // As a crash, or a backup from another time, would leave it.
    let data = org.dir().join("data/data.db");
    sql(&data, "DELETE FROM holds WHERE ground = 'legal-claim'");
    wait_for("its end", || browser.get("/oma").status(200).text().contains("14.1.2027"));
    browser.get("/oma").status(200).shows(MATTER).shows(MESSAGE);
    // It says so for its last year, and goes.
    org.advance("2027-01-15T10:00:00+02:00");
    let _ = org.cli(&["sweep", "--confirm-clock"]);
    wait_for("its last day", || org.scan(MATTER).is_empty());
}
