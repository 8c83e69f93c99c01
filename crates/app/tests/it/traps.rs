//! Where others' erasures have failed, each told as it happened there; the table in
//! docs/threat-model.md says which test answers which.

use http::{Method, Request};
use serde_json::{Value, json};

use crate::operations::{refused, told};
use crate::package::import;
use crate::support::browser::Browser;
use crate::support::feedback::{EMAIL, NAME, anonymous, newest, with_contact};
use crate::support::installation::Installation;
use crate::support::mail::MailSink;
use crate::support::page::Page;
use crate::support::staff;
use crate::support::wait::{let_jobs_look, wait_for};

const MESSAGE: &str = "Kanarialinnun viesti, joka on ansassa";
const MEMBERS: &str = "/hallinta/rekisteri/members/member";

fn own(org: &Installation, code: &str) -> (Browser, Page) {
    let browser = org.browser();
    let page = browser.form("/oma", "main form").set("code", code).finish();
    (browser, page)
}

/// What is held behind a receipt code, as the command line tells it.
fn held(org: &Installation, code: &str) -> Value {
    let output = told(org, code, &["person", "show", "--format", "json"]);
    let all: Value = serde_json::from_slice(&output.stdout).unwrap();
    all[0].clone()
}

fn ask(browser: &Browser, method: &Method, path: &str, headers: &[(&str, &str)]) -> Page {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    browser.send(request.body(Vec::new()).unwrap())
}

/// A desk that can do everything, as a person and as a program.
struct Desk {
    org: Installation,
    alma: Browser,
    program: Browser,
}

impl Desk {
    fn new() -> Self {
        let mut org = Installation::build("feedback")
            .letters()
            .behind_proxy()
            .without_second_factor()
            .start();
        let alma = staff::first(&mut org, "alma").with("x-seloste", "1");
        let key = org.json(&["user", "token", "alma"])["token"].as_str().unwrap().to_owned();
        let program = org.browser().with("authorization", &format!("Bearer {key}"));
        Self { org, alma, program }
    }

    /// Feedback that a claim needs: its code and its id.
    fn claimed(&self, number: usize) -> (String, String) {
        let visitor = self.visitor(number);
        let form = visitor.form("/palaute", "main form").set("message", MESSAGE);
        let form = form.set("name", NAME).set("email", EMAIL).tick("consent-answer");
        let code = form.submit().status(200).one(".code-display code");
        let id = held(&self.org, &code)["records"][0]["id"].as_str().unwrap().to_owned();
        self.org.ok(&["hold", "add", ".", &id, "--ground", "legal-claim"]);
        (code, id)
    }

    fn visitor(&self, number: usize) -> Browser {
        self.org.browser().with("x-forwarded-for", &format!("10.7.0.{}", number + 1))
    }

    /// Tries one of the ways by which data go.
    fn try_to_erase(&self, way: &str, number: usize, (code, id): &(String, String)) {
        let visitor = self.visitor(number);
        let enter = || visitor.form("/oma", "main form").set("code", code).finish().status(200);
        match way {
            "all on the own page" => {
                enter();
                visitor.form("/oma/poista", "main form").submit();
            }
            "one record on the own page" => {
                enter();
                visitor.form(&format!("/oma/tieto/{id}/poista"), "main form").submit();
            }
            "a program with the receipt" => {
                let receipt = format!("Receipt {code}");
                let headers = [("authorization", receipt.as_str())];
                ask(&visitor, &Method::DELETE, "/api/v1/own", &headers);
            }
            "the desk" => {
                self.alma.form(&format!("/hallinta/palaute/{id}/poista"), "main form").submit();
            }
            "a program of staff" => {
                let path = format!("/api/v1/staff/feedback/{id}");
                ask(&self.program, &Method::DELETE, &path, &[]);
            }
            "a profile service" => {
                ask(&self.program, &Method::DELETE, &format!("/api/v1/profiles/{id}"), &[]);
            }
            "the command line" => {
                told(&self.org, code, &["person", "erase"]);
            }
            "a request with the receipt" => {
                let form = visitor.form("/pyynto?pyynto=erasure", "main form").set("code", code);
                form.set("text", "Poistakaa kaikki").finish().status(200);
            }
            "a letter that is granted" => {
                let form = self.alma.form("/hallinta/pyynnot/uusi", "main form");
                let form =
                    form.set("type", "erasure").set("channel", "letter").set("language", "fi");
                let page = form.set("arrived", "2026-01-14").submit().status(200);
                let path = page.attributes("main a.button", "href").remove(0);
                let form = self.alma.form(&path, "form[action$=tunnista]").set("code", code);
                form.finish().status(200).shows("on yhdistetty");
                let form = self.alma.form(&path, "form[action$=ratkaise]");
                let letter = form.set("decision", "granted").submit();
                if letter.status == 200 {
                    self.alma.form_on(&letter, "form[action$=ratkaise]").submit();
                }
            }
            other => panic!("{other} is no way"),
        }
    }
}

const WAYS: [&str; 9] = [
    "all on the own page",
    "one record on the own page",
    "a program with the receipt",
    "the desk",
    "a program of staff",
    "a profile service",
    "the command line",
    "a request with the receipt",
    "a letter that is granted",
];

/// Elsewhere a second way of erasing did not ask for holds.
#[test]
fn a_hold_is_asked_on_every_way_by_which_data_go() {
    let desk = Desk::new();
    let claimed: Vec<_> = (0..WAYS.len()).map(|number| desk.claimed(number)).collect();
    let whole = |code: &str| {
        let all = held(&desk.org, code)["records"].as_array().cloned().unwrap_or_default();
        all.iter().any(|record| record["fields"]["message"] == MESSAGE)
    };
    for (number, way) in WAYS.into_iter().enumerate() {
        desk.try_to_erase(way, number, &claimed[number]);
        assert!(whole(&claimed[number].0), "{way}");
    }
    // Nor does its last day take it, nor the sweep by hand.
    desk.org.advance("2026-03-20T10:00:00+02:00");
    desk.org.ok(&["sweep"]);
    let_jobs_look();
    for (way, (code, _)) in WAYS.into_iter().zip(&claimed) {
        assert!(whole(code), "{way}, after its last day");
    }
    // What kept it was the hold and nothing else.
    for (_, id) in &claimed {
        desk.org.ok(&["hold", "release", ".", id, "--ground", "legal-claim"]);
    }
    desk.org.ok(&["sweep"]);
    // Of whom a request was decided, that stays with its letter.
    wait_for("they go", || claimed.iter().all(|(code, _)| !whole(code)));
    assert_eq!(desk.org.scan(MESSAGE), []);
}

/// Elsewhere a hold on one file kept everything of its owner.
#[test]
fn a_hold_keeps_the_record_that_it_is_on_and_nothing_else_of_the_person() {
    let org = Installation::new("feedback");
    let record = |message: &str| {
        json!({ "kind": "feedback", "created": "2026-01-10T10:00:00Z",
            "fields": { "message": message } })
    };
    let file = json!({ "format": "seloste-portability/1",
        "records": [record(MESSAGE), record("Kanarialinnun toinen viesti, vapaa")] });
    let (status, brought) = import(&org, &file);
    assert_eq!(status, Some(0), "{brought}");
    let code = brought["receipt"].as_str().unwrap().to_owned();
    let records = held(&org, &code)["records"].as_array().unwrap().clone();
    let on = records.iter().find(|one| one["fields"]["message"] == MESSAGE).unwrap();
    let id = on["id"].as_str().unwrap();
    org.ok(&["hold", "add", ".", id, "--ground", "legal-claim"]);
    refused(&told(&org, &code, &["person", "erase"]), 0);
    let left = held(&org, &code)["records"].as_array().unwrap().clone();
    let said: Vec<_> = left.iter().map(|one| &one["fields"]["message"]).collect();
    assert_eq!(said, [MESSAGE]);
}

/// Elsewhere one old invoice kept a customer for ever, or nobody with one ever matched a rule.
#[test]
fn one_old_invoice_keeps_nobody_for_ever() {
    const PAYER: &str = "Kanarialintu Maksaja";
    let mut org = Installation::build("register").without_second_factor().start();
    let secretary = staff::first(&mut org, "alma");
    let treasurer = staff::member(&org, "raha", &["treasurer"]);
    let form = secretary.form(&format!("{MEMBERS}/uusi"), "main form").set("name", PAYER);
    let form = form.set("member-number", "J-1").set("membership", "ordinary");
    let page = form.set("address", "Kanariantie 1").submit().status(200);
    let (code, item) =
        (page.one(".code-display code"), page.attributes("main .actions a", "href").remove(0));
    let form = treasurer.form(&format!("{item}/lisaa/invoice"), "main form");
    let form = form.set("invoice-number", "1").set("date", "2026-01-14").set("payer", PAYER);
    let form = form.set("lines", "Jäsenmaksu").set("sum", "30,00").set("status", "paid");
    let page = form.finish().status(200).shows("Merkintä on tallennettu");
    let links = page.attributes("main table a[href*='/hallinta/tieto/']", "href");
    let is_it = |link: &String| treasurer.get(link).source().contains("Jäsenmaksu");
    let invoice = links.into_iter().find(is_it).unwrap();
    // At once everything that bookkeeping does not need, and on its day that, too.
    let done = secretary.form(&format!("{item}/poista"), "main form").finish().status(200);
    done.shows("Merkintä on poistettu");
    assert_eq!(org.scan("Kanariantie 1"), []);
    assert!(held(&org, &code)["erased"].is_string());
    treasurer.get(&invoice).status(200).shows(PAYER).shows("1.1.2033");
    org.advance("2033-01-01T00:00:02+02:00");
    org.ok(&["sweep"]);
    let treasurer = staff::sign_in(&org, "raha");
    wait_for("the invoice goes", || treasurer.get(&invoice).status == 404);
    assert_eq!(org.scan(PAYER), []);
}

/// Elsewhere lists, long texts and fields that somebody had added were forgotten.
#[test]
fn every_field_goes_with_its_person_whatever_its_form() {
    const CANARY: &str = "kanariakenttä";
    let mut org = Installation::build("register").without_second_factor().start();
    let secretary = staff::first(&mut org, "alma");
    let treasurer = staff::member(&org, "raha", &["treasurer"]);
    let word = |what: &str| format!("{CANARY} {what}");
    let lines = ["Jäsenmaksu", "Lehti", "Lahja"].map(&word).join("\n");
    let form = secretary.form(&format!("{MEMBERS}/uusi"), "main form").set("name", &word("nimi"));
    let form = form.set("member-number", "J-1").set("membership", "ordinary");
    let form = form.set("address", &format!("{}\n00100 Helsinki", word("katu")));
    let form = form.set("email", "kanariakentta@example.fi").set("phone", "+358 40 7654321");
    let page = form.submit().status(200);
    let (code, item) =
        (page.one(".code-display code"), page.attributes("main .actions a", "href").remove(0));
    let form = treasurer.form(&format!("{item}/lisaa/invoice"), "main form");
    let form =
        form.set("invoice-number", "1").set("date", "2026-01-14").set("payer", &word("maksaja"));
    let form = form.set("lines", &lines).set("sum", "30,00").set("status", "paid");
    form.set("note", &word("muistio")).finish().status(200);
    let form = secretary.form(&format!("{item}/lisaa/newsletter"), "main form");
    let form = form.set("newsletter-email", "kanariakentta@example.fi");
    form.tick("consent-newsletter").finish().status(200);
    let form = secretary.form(&format!("{item}/lisaa/contact-request"), "main form");
    form.set("message", &word("soitto")).set("channel", "phone").submit().status(200);
    let records = held(&org, &code)["records"].as_array().unwrap().len();
    assert_eq!(records, 4, "each kind of the register");
    secretary.form(&format!("{item}/poista"), "main form").finish().status(200);
    org.advance("2033-01-01T00:00:02+02:00");
    org.ok(&["sweep"]);
    // The receipt's own trace has gone by then, too.
    wait_for("all of it goes", || held(&org, &code)["records"].is_null());
    for text in [CANARY, "kanariakentta@", "40 7654321"] {
        assert_eq!(org.scan(text), [], "{text}");
    }
}

/// Where these ids still stand, as `table.column`, in the two database files.
fn mentioning(org: &Installation, ids: &[String]) -> Vec<String> {
    const SCRIPT: &str = "import sqlite3,sys\n\
        ids=[bytes.fromhex(i) for i in sys.argv[3:]]\n\
        for f in sys.argv[1:3]:\n\
        \x20c=sqlite3.connect(f,timeout=20)\n\
        \x20tables=[r[0] for r in c.execute(\"select name from sqlite_master where type='table'\")]\n\
        \x20for t in tables:\n\
        \x20\x20for col in [r[1] for r in c.execute(f'pragma table_info(\"{t}\")')]:\n\
        \x20\x20\x20q=f'select count(*) from \"{t}\" where \"{col}\"=?'\n\
        \x20\x20\x20if any(c.execute(q,(i,)).fetchone()[0] for i in ids): print(f'{t}.{col}')\n";
    let data = org.dir().join("data");
    let mut command = std::process::Command::new("python3");
    command.args(["-c", SCRIPT]).arg(data.join("data.db")).arg(data.join("index.db")).args(ids);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

/// The ids of everybody and everything that came from people.
fn ids(org: &Installation) -> Vec<String> {
    const SCRIPT: &str = "import sqlite3,sys\nc=sqlite3.connect(sys.argv[1],timeout=20)\n\
        for p,i in c.execute('select person,id from records'): print(p.hex()); print(i.hex())";
    let file = org.dir().join("data/data.db");
    let output =
        std::process::Command::new("python3").args(["-c", SCRIPT]).arg(file).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let mut ids: Vec<_> =
        String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect();
    ids.sort();
    ids.dedup();
    ids
}

/// Elsewhere the row of a visitor stayed when their conversation was deleted.
#[test]
fn no_row_of_any_table_tells_of_who_has_left() {
    let mut org = Installation::build("feedback").letters().without_second_factor().start();
    let handler = staff::first(&mut org, "alma");
    let before = ids(&org);
    let code = with_contact(&org, MESSAGE).one(".code-display code");
    let item = newest(&handler);
    let form = handler.form(&item, "form[action$=vastaa]").set("text", "Kiitos viestistä");
    form.finish().status(200);
    let (browser, _) = own(&org, &code);
    let form = browser.form("/pyynto?pyynto=rectification", "main form").set("code", &code);
    form.set("text", "Korjatkaa tämä").finish().status(200);
    browser.form("/oma/paketti", "form[action$='/oma/paketti']").finish().status(200);
    wait_for("the package", || browser.get("/oma/paketti").text().contains("Paketti on valmis"));
    let theirs: Vec<_> = ids(&org).into_iter().filter(|id| !before.contains(id)).collect();
    assert!(theirs.len() >= 5, "a person, feedback, an answer, a request, a package: {theirs:?}");
    let there = mentioning(&org, &theirs);
    for table in ["persons.id", "records.person", "lookups.person", "person_keys.person"] {
        assert!(there.contains(&table.to_owned()), "{table}: {there:?}");
    }
    browser.form("/oma/poista", "main form").submit().status(200).shows("Poistettu");
    assert_eq!(mentioning(&org, &theirs), [""; 0]);
}

/// Elsewhere operators got a letter with the name of whoever had just been erased.
#[test]
fn no_letter_at_or_after_an_erasure_says_whose_it_was() {
    let sink = MailSink::start();
    let host = format!("host \"localhost:{}\"", sink.port);
    let build = Installation::build("feedback").notice("host \"mail.example.fi:465\"", &host);
    let build = build.mail(&sink).set("mail.notify", "tiimi@example.fi");
    let mut org = build.without_second_factor().start();
    let handler = staff::first(&mut org, "alma");
    let code = with_contact(&org, MESSAGE).one(".code-display code");
    sink.wait_for(1);
    let form = handler.form(&format!("{}/luovuta", newest(&handler)), "main form");
    let form = form.set("recipient", "by-law").set("called", "Esimerkkivirasto").tick("items");
    let form = form.set("purpose", "recipient-task").set("ground", "listed");
    form.set("statute", "872/2011-4-2").submit().status(200).shows("Luovutus on kirjattu");
    let (browser, _) = own(&org, &code);
    browser.form("/oma/poista", "main form").submit().status(200).shows("Poistettu");
    // Letters go out as before, about others.
    org.advance("2026-01-15T10:00:00+02:00");
    anonymous(&org, "Toisen viesti");
    sink.wait_for(2);
    let_jobs_look();
    let mails = sink.messages();
    for mail in &mails {
        let raw = String::from_utf8_lossy(&mail.raw).into_owned();
        for content in [MESSAGE, NAME, EMAIL, &code] {
            assert!(!raw.contains(content) && !mail.text.contains(content), "{}", mail.text);
        }
        assert!(!mail.to.iter().any(|to| to == EMAIL), "nobody is written to who is gone");
    }
}

/// Elsewhere an erasure took what had been counted along.
#[test]
fn what_was_counted_stays_when_people_leave() {
    let mut org = Installation::build("feedback").letters().without_second_factor().start();
    let officer = staff::first(&mut org, "alma");
    let codes: Vec<String> =
        (0..3).map(|_| with_contact(&org, MESSAGE).one(".code-display code")).collect();
    let figures = || {
        let page = officer.get("/hallinta/lupaukset/luvut").status(200);
        let cells = page.all("table:last-of-type tbody tr th, table:last-of-type tbody tr td");
        cells.chunks(5).last().unwrap().to_vec()
    };
    let before = figures();
    // Month, purpose, version of the notice, given, withdrawn.
    assert_eq!(&before[3..], ["3", "0"].map(String::from));
    for code in &codes {
        refused(&told(&org, code, &["person", "erase"]), 0);
    }
    let after = figures();
    assert_eq!(
        (&after[0], &after[1], &after[2], &after[3]),
        (&before[0], &before[1], &before[2], &before[3])
    );
    assert_eq!(org.scan(NAME), []);
}
