//! A question to whoever made a request, and a decision that comes first: it is taken back, the slip
//! tells that and nothing else, and no answer is lost or taken for nothing. And what staff are told of a
//! letter that the program does not send.

use crate::support::browser::Browser;
use crate::support::installation::Installation;
use crate::support::page::Page;
use crate::support::staff;

const EMAIL: &str = "kanarialintu.testaaja@example.fi";
const UNKNOWN: &str = "tuntematon.testaaja@example.fi";
const OTHER: &str = "kolmas.testaaja@example.fi";
const DESK: &str = "/hallinta/pyynnot";
const HANDLED: &str = "Vastaustasi ei enää tarvita";
const LATE: &str = "Myöhässä tullut vastaus";

fn code(page: &Page) -> String {
    page.one(".code-display code")
}

/// A service without mail, and the code of feedback that has an address from when there was mail.
fn given() -> (Installation, String) {
    let mut org = Installation::mailing("feedback");
    let browser = org.browser();
    let form = browser.form("/palaute", "main form").set("message", "Oma viesti");
    let page = form.set("email", EMAIL).tick("consent-answer").finish().status(200);
    org.end_mail();
    (org, code(&page))
}

fn request(org: &Installation, what: &str, contact: &str) -> String {
    let browser = org.browser();
    let form = browser.form("/pyynto", "main form").set("type", what);
    code(&form.set("contact", contact).finish().status(200))
}

fn own(org: &Installation, receipt: &str) -> (Browser, Page) {
    let browser = org.browser();
    let page = browser.form("/oma", "main form").set("code", receipt).finish();
    (browser, page)
}

fn paths(officer: &Browser) -> Vec<String> {
    officer.get(DESK).status(200).attributes("tbody th a", "href")
}

/// The open request with this address.
fn of(officer: &Browser, contact: &str) -> String {
    let all = paths(officer);
    all.into_iter().find(|path| officer.get(path).text().contains(contact)).unwrap()
}

fn ask(officer: &Browser, path: &str) {
    let form = officer.form(path, "form[action$=kysy]").set("text", "Milloin kirjoitit?");
    staff::send(officer, form, "kysy").0.status(200).shows("pysähdyksissä");
}

/// The way to the answer on somebody's own page.
fn ways(page: &Page) -> Vec<String> {
    page.attributes("a[href$='/vastaus']", "href")
}

fn decide(officer: &Browser, path: &str, fields: &[(&str, &str)]) -> Page {
    let mut form = officer.form(path, "form[action$=ratkaise]");
    for (name, value) in fields {
        form = form.set(name, value);
    }
    staff::decide(officer, form).status(200)
}

/// What somebody sees on their own page and in their file, but for what they sent and what is made anew.
fn seen(browser: &Browser, contact: &str, number: usize) -> [String; 2] {
    let mut text = browser.get("/oma").status(200).text().replace(contact, "OSOITE");
    for words in ["Tietosuojapyyntö ", "Pyyntö numero "] {
        text = text.replace(&format!("{words}{number}"), &format!("{words}1"));
    }
    let mut records = browser.get("/oma/tiedot.json").status(200).json()["records"].clone();
    for one in records.as_array_mut().unwrap() {
        let told = ["kind", "state", "goes", "due", "version"];
        one.as_object_mut().unwrap().retain(|name, _| told.contains(&name.as_str()));
    }
    [text, records.to_string()]
}

/// Decided in three ways; gives what each of their makers sees, and what they held open before.
fn decided_in_every_way(what: &str) {
    let (mut org, data) = given();
    let contacts = [EMAIL, UNKNOWN, OTHER];
    let receipts = contacts.map(|contact| request(&org, what, contact));
    let officer = staff::first(&mut org, "alma");
    let cases = contacts.map(|contact| of(&officer, contact));
    // What comes within one moment of a clock that stands is in no order.
    org.advance("2026-01-14T10:01:00+02:00");
    cases.iter().for_each(|path| ask(&officer, path));
    officer.get(&cases[1]).shows("Ratkaisu peruu lisätietopyynnön");
    let makers = receipts.each_ref().map(|receipt| own(&org, receipt));
    let forms = makers
        .each_ref()
        .map(|(browser, page)| browser.form(&ways(page)[0], "main form").set("reply", LATE));
    let all = |when: &str, makers: &[(Browser, Page); 3]| {
        let sees = [0, 1, 2].map(|one| seen(&makers[one].0, contacts[one], one + 1));
        assert_eq!(sees[0], sees[1], "{when}");
        assert_eq!(sees[1], sees[2], "{when}");
        sees[0].clone()
    };
    let asked = all("asked", &makers);
    assert!(asked[0].contains("Odotamme vastaustasi"), "{asked:?}");
    let form = officer.form(&cases[0], "form[action$=tunnista]").set("code", &data);
    form.finish().status(200);
    assert_eq!(all("matched", &makers), asked);
    // Somebody known and granted; nobody known and refused; refused as nobody who can be identified.
    officer.get(&cases[0]).shows("Ratkaisu peruu lisätietopyynnön");
    decide(&officer, &cases[0], &[("decision", "granted")]);
    let none = [("decision", "refused"), ("ground", "none-held"), ("text", "Tietoja ei ole.")];
    decide(&officer, &cases[1], &none);
    officer.get(&cases[1]).shows("Lisätietopyyntö peruttiin, kun pyyntö ratkaistiin");
    decide(&officer, &cases[2], &[("decision", "refused"), ("ground", "11-2")]);
    let [page, told] = all("decided", &makers);
    assert!(page.contains(HANDLED) && !page.contains("Odotamme"), "{page}");
    // That day stands in the letter that asked, and nowhere else any more.
    assert_eq!(page.matches("Vastaa viimeistään").count(), 1, "{page}");
    assert!(!page.contains("Tietoja ei ole"), "{page}");
    assert!(told.contains("\"unshown-handled\""), "{told}");
    for (form, (browser, before)) in forms.into_iter().zip(&makers) {
        form.finish().status(409).shows("pyyntö on käsitelty");
        assert_eq!(ways(&browser.get("/oma").status(200)), [""; 0]);
        browser.get(&ways(before)[0]).status(409).shows("vastaustasi ei tarvita");
        browser
            .get(&format!("/en{}", ways(before)[0]))
            .status(409)
            .shows("your answer is not needed");
    }
    for path in &cases[1..] {
        officer.get(path).status(200).hides(LATE).hides("Vastaus lisätietopyyntöön on tullut");
    }
    assert_eq!(paths(&officer), [""; 0], "nothing waits");
    // When the day comes by which they could have answered, the clock alone speaks again.
    org.advance("2026-02-20T10:00:00+02:00");
    let makers = receipts.each_ref().map(|receipt| own(&org, receipt));
    let [page, _] = all("over", &makers);
    assert!(page.contains("Vastausaikasi on päättynyt") && !page.contains(HANDLED), "{page}");
}

#[test]
fn s2_45_a_decision_takes_the_question_back_and_its_maker_is_told_only_that() {
    decided_in_every_way("access");
}

#[test]
fn s2_45_an_erasure_that_was_granted_takes_the_question_back_as_a_refusal_does() {
    decided_in_every_way("erasure");
}

#[test]
fn an_answer_that_comes_before_the_decision_is_read_first() {
    let mut org = Installation::new("feedback");
    let receipt = request(&org, "access", UNKNOWN);
    let officer = staff::first(&mut org, "alma");
    let path = paths(&officer).remove(0);
    ask(&officer, &path);
    let refuse = |page: Option<&Page>| {
        let form = match page {
            Some(page) => officer.form_on(page, "form[action$=ratkaise]"),
            None => officer.form(&path, "form[action$=ratkaise]"),
        };
        let form = form.set("decision", "refused").set("ground", "none-held");
        form.set("text", "Tietoja ei ole.").submit()
    };
    let letter = refuse(None).status(200).shows("Kirje ennen lähettämistä");
    let (browser, page) = own(&org, &receipt);
    let form = browser.form(&ways(&page)[0], "main form").set("reply", "Tammikuun viides.");
    form.finish().status(200).shows("Vastauksesi on vastaanotettu");
    // The letter that was seen does not go; what was typed stays, beside the answer.
    let page = officer.form_on(&letter, "form[action$=ratkaise]").submit().status(422);
    let page = page.shows("on vastannut lisätietopyyntöön").shows("Tammikuun viides.");
    let page = page.shows("Tietoja ei ole.");
    officer.get(DESK).status(200).shows("Vastaus lisätietopyyntöön on tullut");
    let letter = refuse(Some(&page)).status(200).shows("Kirje ennen lähettämistä");
    officer.form_on(&letter, "form[action$=ratkaise]").finish().status(200);
    officer.get(&path).shows("Tammikuun viides.").hides("peruttiin");
    own(&org, &receipt).1.status(200).hides(HANDLED).hides("Odotamme vastaustasi");
}

#[test]
fn an_answer_and_a_decision_at_one_moment_are_one_before_the_other() {
    let mut org = Installation::new("feedback");
    let receipts: Vec<String> = (0..4).map(|_| request(&org, "access", UNKNOWN)).collect();
    let officer = staff::first(&mut org, "alma");
    for path in paths(&officer) {
        ask(&officer, &path);
    }
    for receipt in &receipts {
        let (maker, page) = own(&org, receipt);
        let titles = page.all("main section h2");
        let number = titles.iter().find_map(|one| one.strip_prefix("Tietosuojapyyntö ")).unwrap();
        let table = officer.get(DESK).status(200);
        let row = table.all("tbody th a").iter().position(|one| one == number).unwrap();
        let path = paths(&officer).remove(row);
        let reply = maker.form(&ways(&page)[0], "main form").set("reply", LATE);
        let form = officer.form(&path, "form[action$=ratkaise]").set("decision", "refused");
        let letter = form.set("ground", "none-held").set("text", "Tietoja ei ole.").submit();
        let decision = officer.form_on(&letter.status(200), "form[action$=ratkaise]");
        let (replied, decided) = std::thread::scope(|scope| {
            let replied = scope.spawn(|| reply.finish());
            let decided = scope.spawn(|| decision.finish());
            (replied.join().unwrap(), decided.join().unwrap())
        });
        let (case, open) = (officer.get(&path).status(200), paths(&officer).contains(&path));
        let after = maker.get("/oma").status(200);
        match (replied.status.as_u16(), decided.status.as_u16()) {
            // The answer is there, and waits to be read.
            (200, 422 | 409) => {
                assert!(open, "it waits");
                case.shows(LATE);
                after.hides(HANDLED).hides("Odotamme vastaustasi");
            }
            // Decided without it; nothing of it was kept.
            (404 | 409, 200) => {
                assert!(!open, "it is decided");
                case.hides(LATE);
                after.shows(HANDLED);
            }
            other => panic!("{other:?}\n{}\n{}", replied.text(), decided.text()),
        }
    }
}

#[test]
fn a_letter_that_no_program_sends_is_sent_by_somebody_or_reaches_nobody() {
    let (mut org, _) = given();
    let help = org.browser().get("/pyynto").status(200);
    help.shows("Jos haluat vastauksen kirjeenä, kirjoita pyyntöön postiosoitteesi");
    org.browser().get("/en/pyynto").shows("write your postal address in the request");
    for contact in [UNKNOWN, "Kujatie 1, 00100 Helsinki"] {
        request(&org, "access", contact);
    }
    let browser = org.browser();
    let form = browser.form("/pyynto", "main form").set("type", "access");
    let receipt = code(&form.set("text", "Nimeni on Testi.").finish().status(200));
    own(&org, &receipt).1.shows("kirjeenä, jos postiosoitteesi on tiedossamme");
    request(&org, "access", OTHER);
    let officer = staff::first(&mut org, "alma");
    let matched = of(&officer, OTHER);
    let form = officer.form(&format!("{matched}/etsi"), "form[action$=etsi]").set("value", EMAIL);
    officer.form_on(&form.submit().status(200), "main section form").finish().status(200);
    let none = [("decision", "refused"), ("ground", "none-held"), ("text", "Tietoja ei ole.")];
    for (contact, says) in [
        (UNKNOWN, "omasta sähköpostiohjelmastasi osoitteeseen tuntematon.testaaja@example.fi"),
        ("Kujatie", "Lähetä kirje postitse"),
        ("Nimeni on Testi", "Kirje ei tavoita ketään"),
        (OTHER, "Lähetä kirje vain osoitteeseen, jonka tiedät hänen omakseen"),
    ] {
        let path = of(&officer, contact);
        let form = officer.form(&path, "form[action$=ratkaise]");
        let form = none.iter().fold(form, |form, (name, value)| form.set(name, value));
        let (sent, letter) = staff::send(&officer, form, "ratkaise");
        letter.shows(says);
        let sent = sent.status(200).shows(says).shows("Kirjettä ei ole vielä lähetetty");
        if contact != "Kujatie" {
            sent.hides("postitse");
        }
    }
}
