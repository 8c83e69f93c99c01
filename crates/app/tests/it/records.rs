//! A register that staff keep, wholly from its notice: the life of a member with invoices, who may
//! do what, and what the member sees of it.

use http::Method;
use serde_json::json;

use crate::support::browser::Browser;
use crate::support::feedback::{free, restrict};
use crate::support::installation::{Build, Installation};
use crate::support::mail::MailSink;
use crate::support::page::Page;
use crate::support::staff;
use crate::support::wait::wait_for;

const NAME: &str = "Kanarialintu Testaaja";
const EMAIL: &str = "kanarialintu.testaaja@example.fi";
const LETTERS: &str = "kanarialinnun.kirjeet@example.fi";
const NOTE: &str = "Maksaja soitti, kanarialinnun maksumuistio";
const LINES: &str = "Jäsenmaksu 2026, kanarialintu 30,00";

const MEMBERS: &str = "/hallinta/rekisteri/members/member";
const INVOICES: &str = "/hallinta/rekisteri/members/invoice";
const CONTACTS: &str = "/hallinta/rekisteri/contacts/contact-request";

fn build() -> Build {
    Installation::build("register").without_second_factor()
}

/// A member whom the secretary has entered: their receipt code and the page of their record.
fn member(secretary: &Browser) -> (String, String) {
    let form = secretary.form(&format!("{MEMBERS}/uusi"), "main form").set("name", NAME);
    let form = form.set("member-number", "J-1001").set("membership", "ordinary");
    let form = form.set("address", "Esimerkkitie 1").set("email", EMAIL);
    let page = form.submit().status(200).shows("Merkintä on tallennettu").shows("Jäsen 1");
    let item = page.attributes("main .actions a", "href").remove(0);
    (page.one(".code-display code"), item)
}

/// An invoice of the member in this state; the page of its record.
fn invoice(treasurer: &Browser, member: &str, number: &str, status: &str) -> String {
    let form = treasurer.form(&format!("{member}/lisaa/invoice"), "main form");
    let form = form.set("invoice-number", number).set("date", "2026-01-14").set("payer", NAME);
    let form = form.set("lines", LINES).set("sum", "30,00").set("status", status);
    let page = form.set("note", NOTE).finish().status(200).shows("Merkintä on tallennettu");
    let links = page.attributes("main table a[href*='/hallinta/tieto/']", "href");
    let is_it = |link: &String| treasurer.get(link).source().contains(number);
    links.into_iter().find(is_it).unwrap()
}

fn subscribe(secretary: &Browser, member: &str) {
    let form = secretary.form(&format!("{member}/lisaa/newsletter"), "main form");
    let form = form.set("newsletter-email", LETTERS).tick("consent-newsletter");
    form.finish().status(200).shows("Merkintä on tallennettu");
}

/// A call of the member's, noted as a record of its own; the page of its record.
fn contact(secretary: &Browser, member: &str) -> String {
    let form = secretary.form(&format!("{member}/lisaa/contact-request"), "main form");
    let form = form.set("message", "Soitti ja kysyi kanarialinnun jäsenkorttia");
    let page = form.set("channel", "phone").submit().status(200);
    page.shows("Yhteydenotto 1").attributes("main .actions a", "href").remove(0)
}

fn own(installation: &Installation, receipt: &str) -> (Browser, Page) {
    let browser = installation.browser();
    let page = browser.form("/oma", "main form").set("code", receipt).finish();
    (browser, page)
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
fn the_life_of_a_member_with_invoices_from_the_first_day_to_the_last() {
    let mut installation = build().start();
    let secretary = staff::first(&mut installation, "alma");
    let treasurer = staff::member(&installation, "raha", &["treasurer"]);
    let before = broken(&installation);
    let (receipt, item) = member(&secretary);
    let open = invoice(&treasurer, &item, "2026-1", "sent");
    let paid = invoice(&treasurer, &item, "2026-2", "paid");
    subscribe(&secretary, &item);
    contact(&secretary, &item);

    // The list finds the member by what is searchable, and not by a part of it.
    let search = |word: &str| {
        let form = secretary.form(MEMBERS, "main form[method=post]").set("haku", word);
        form.submit().status(200)
    };
    search(EMAIL).shows("Jäsen 1").shows(NAME);
    search("J-1001").shows("Jäsen 1");
    search("kanarialintu").hides(NAME).shows("Merkintöjä ei ole");

    // The open invoice keeps itself; what the law keeps has a day; the rest goes.
    let plan = secretary.get(&format!("{item}/poista")).status(200);
    let plan = plan.shows("Lasku on maksamatta").shows("Niin kauan kuin peruste kestää");
    let plan = plan.shows("Muistiinpano maksamisesta").shows("1.1.2033").shows("Kirjanpitolaki");
    let shown = plan.all("tbody tr");
    let row =
        |rows: &[String], name: &str| rows.iter().find(|row| row.contains(name)).unwrap().clone();
    assert!(row(&shown, "Lasku 1").contains("Ei mitään"), "{shown:?}");
    treasurer.get(&open).status(200).shows("Lasku on maksamatta").shows("1.1.2033");
    let form = treasurer.form(&open, "form[action$='/tila']").set("status", "paid");
    form.finish().status(200).shows("Tila on tallennettu").hides("Lasku on maksamatta");
    treasurer.get(&format!("{INVOICES}?valinta-status=paid")).status(200).shows("Lasku 2");
    let drafts = treasurer.get(&format!("{INVOICES}?valinta-status=draft")).status(200);
    drafts.shows("Merkintöjä ei ole");

    // The membership ends; what that means is shown before and after.
    let end = format!("{item}/tapahtuma/ended");
    let shown = secretary.form(&end, "main form").submit().status(200);
    let shown = shown.shows("Mitään ei ole vielä tallennettu").shows("14.1.2027");
    secretary.get(&item).status(200).hides("14.1.2027");
    let told = secretary.form_on(&shown, "main form").finish().status(200);
    told.shows("Tapahtuma on tallennettu").shows("14.1.2027");
    treasurer.get(&paid).status(200).shows("14.1.2027");

    // A year later the member is gone, and what the law keeps of the invoices is there.
    installation.advance("2027-01-14T00:00:02+02:00");
    let secretary = staff::sign_in(&installation, "alma");
    let treasurer = staff::sign_in(&installation, "raha");
    wait_for("the sweep", || secretary.get(&item).status == 404);
    assert_eq!(installation.scan(NOTE), []);
    let left = treasurer.get(&paid).status(200).shows(LINES).hides(NOTE).shows("1.1.2033");
    left.shows("Muu on pyydetty poistamaan");
    assert_eq!(installation.scan("Esimerkkitie 1"), []);
    let (_, page) = own(&installation, &receipt);
    page.shows("Poistettu");
    // Within the year nobody has vouched anew for what people vouch for; all else is kept.
    let mut after = broken(&installation);
    after.retain(|id| !["attest", "logs", "contact"].iter().any(|part| id.contains(part)));
    assert_eq!(after, before);
}

#[test]
fn s4_55_s4_56_s4_57_what_the_plan_of_an_erasure_says_is_what_the_erasure_does() {
    let mut installation = build().start();
    let secretary = staff::first(&mut installation, "alma");
    let treasurer = staff::member(&installation, "raha", &["treasurer"]);
    let (_, item) = member(&secretary);
    let open = invoice(&treasurer, &item, "2026-1", "collection");
    let paid = invoice(&treasurer, &item, "2026-2", "paid");
    secretary.get(&format!("{item}/poista")).status(200).shows("Lasku on maksamatta");
    let done = secretary.form(&format!("{item}/poista"), "main form").finish().status(200);
    done.shows("Merkintä on poistettu").hides(NAME);
    secretary.get(&item).status(404);
    // What was in the plan to stay has stayed, and nothing else.
    treasurer.get(&open).status(200).shows(LINES).shows(NOTE);
    treasurer.get(&paid).status(200).shows(LINES).hides(NOTE).shows("1.1.2033");
    // The ground that the notice named ends: the rest of that invoice goes with the next sweep.
    let form = treasurer.form(&open, "form[action$='/tila']").set("status", "paid");
    form.finish().status(200);
    wait_for("the sweep", || installation.scan(NOTE).is_empty());
    treasurer.get(&open).status(200).shows(LINES);
    installation.advance("2033-01-01T00:00:02+02:00");
    wait_for("the floor", || installation.scan(LINES).is_empty());
}

#[test]
fn s4_28_s4_29_roles_see_what_their_purposes_open_and_every_look_is_told() {
    let mut installation = build().start();
    let secretary = staff::first(&mut installation, "alma");
    let treasurer = staff::member(&installation, "raha", &["treasurer"]);
    let officer = staff::member(&installation, "olli", &["admin"]);
    let (receipt, item) = member(&secretary);
    let paid = invoice(&treasurer, &item, "2026-1", "paid");
    let call = contact(&secretary, &item);

    // The treasurer sees invoices whole, and of the member what invoicing needs.
    treasurer.get(&paid).status(200).shows(LINES).shows(NOTE);
    let seen = treasurer.get(&item).status(200).shows(NAME).shows("Esimerkkitie 1");
    let seen = seen.hides(EMAIL).shows("Ei avaudu tähän tarkoitukseen");
    seen.hides("/korjaa").hides("/poista").hides("/luovuta").hides("Yhteydenotto");
    for closed in [&call, CONTACTS] {
        treasurer.get(closed).status(403).hides("jäsenkorttia");
    }
    for deed in ["korjaa", "poista", "luovuta", "lisaa/newsletter", "lisaa/member"] {
        treasurer.get(&format!("{item}/{deed}")).status(403);
    }
    treasurer.get(&format!("{MEMBERS}/vie")).status(403);
    // The secretary does not see what only bookkeeping needs, nor write it.
    secretary.get(&paid).status(200).shows("2026-1").hides(NOTE).hides(LINES);
    // An administrator of accounts sees nothing of it, not even that it is there.
    officer.get("/hallinta").status(200).hides("/hallinta/rekisteri");
    for closed in [&item, MEMBERS, INVOICES] {
        officer.get(closed).status(403).hides(NAME);
    }
    officer.get("/hallinta/rekisteri").status(404);
    // The member is told who looked, in which role and why.
    let (browser, _) = own(&installation, &receipt);
    let looks = browser.get("/oma/katselut").status(200);
    looks.shows("Rahastonhoitaja").shows("Jäsensihteeri").shows("Laskutus ja kirjanpito");
}

#[test]
fn s4_10_the_person_sees_all_of_it_and_takes_all_of_it_along() {
    let mut installation = build().start();
    let secretary = staff::first(&mut installation, "alma");
    let treasurer = staff::member(&installation, "raha", &["treasurer"]);
    let before = broken(&installation);
    let (receipt, item) = member(&secretary);
    invoice(&treasurer, &item, "2026-1", "paid");
    subscribe(&secretary, &item);
    contact(&secretary, &item);
    let (browser, page) = own(&installation, &receipt);
    let page = page.status(200).shows(NAME).shows("Varsinainen jäsen").shows("2026-1");
    let page = page.shows(LINES).shows(NOTE).shows("jäsenkorttia").shows("Uutiskirjeen tilaus");
    page.shows("Kirjanpitolaki");
    let copy = browser.get("/oma/tiedot.json").status(200).json();
    let kinds: Vec<&str> = copy["records"]
        .as_array()
        .unwrap()
        .iter()
        .map(|record| record["kind"].as_str().unwrap_or_default())
        .collect();
    for kind in ["member", "invoice", "newsletter", "contact-request"] {
        assert!(kinds.contains(&kind), "{kinds:?}");
    }
    // To take along is what the person gave, resting on contract or consent; invoices are not.
    let portable = browser.get("/oma/siirto.json").status(200).json().to_string();
    for there in ["\"member\"", "\"newsletter\"", NAME, EMAIL, LETTERS] {
        assert!(portable.contains(there), "{portable}");
    }
    assert!(!portable.contains("\"invoice\""), "{portable}");
    // The person's own rights: correct, withdraw, restrict, erase.
    let id = item.rsplit('/').next().unwrap();
    let correct = page_of(&browser, &format!("{id}/korjaa"));
    let form = browser.form(&correct, "main form").set("name", "Kanarialintu Korjattu");
    form.finish().status(200).shows("Korjauksesi on tallennettu");
    secretary.get(&item).status(200).shows("Kanarialintu Korjattu").hides(NAME);
    let withdraw = page_of(&browser, "/peru/newsletter");
    browser.form(&withdraw, "main form").finish().status(200).shows("Suostumuksesi on peruttu");
    browser.get("/oma").status(200).hides(LETTERS).shows(EMAIL);
    assert_eq!(installation.scan(LETTERS), []);
    restrict(&browser);
    secretary.get(&item).status(423).hides("Korjattu");
    free(&browser);
    secretary.get(&item).status(200);
    browser.get("/oma/kalenteri").status(200);
    browser.get("/oma/poista").status(200).shows("Kirjanpitolaki").shows("1.1.2033");
    browser.form("/oma/poista", "main form").submit().status(200);
    secretary.get(&item).status(404);
    assert_eq!(installation.scan("jäsenkorttia"), []);
    assert_eq!(broken(&installation), before);
}

/// The first link on the own page that has this in its address.
fn page_of(browser: &Browser, part: &str) -> String {
    let page = browser.get("/oma").status(200);
    let links = page.attributes(&format!("main a[href*='{part}']"), "href");
    links.into_iter().next().unwrap_or_else(|| panic!("no {part}: {}", page.source()))
}

#[test]
fn a_mailbox_leads_to_what_was_entered_with_its_address() {
    let sink = MailSink::start();
    let host = format!("host \"localhost:{}\"", sink.port);
    let build = build().notice("host \"mail.example.fi:465\"", &host).mail(&sink);
    let mut installation = build.start();
    let secretary = staff::first(&mut installation, "alma");
    member(&secretary);
    let browser = installation.browser();
    let form = browser.form("/pyynto", "main form").set("type", "access").set("text", "Näyttäkää.");
    form.set("contact", EMAIL).finish().status(200);
    let letter = sink.wait_for(1)[0].clone();
    assert_eq!(letter.to, [EMAIL]);
    assert!(letter.text.contains("/oma/linkki/"), "{}", letter.text);
}

#[test]
fn s4_37_a_field_that_is_not_declared_is_refused_by_name_and_nothing_is_stored() {
    let mut installation = build().start();
    let secretary = staff::first(&mut installation, "alma");
    let form = secretary.form(&format!("{MEMBERS}/uusi"), "main form").set("name", NAME);
    let form = form.set("membership", "ordinary").smuggle("born", "1970-01-01");
    form.submit().status(422).shows("born");
    secretary.get(MEMBERS).status(200).shows("Merkintöjä ei ole");
    assert_eq!(installation.scan(NAME), []);
    let form = secretary.form(&format!("{MEMBERS}/uusi"), "main form").set("name", "");
    form.submit().status(422).shows("Ilman nimeä jäseneksi ei voi liittyä");
    // A value that the notice does not allow, and a consent to nothing given.
    let form = secretary.form(&format!("{MEMBERS}/uusi"), "main form").set("name", NAME);
    form.without("membership").smuggle("membership", "honorary").submit().status(422);
    let (_, item) = member(&secretary);
    let form = secretary.form(&format!("{item}/lisaa/newsletter"), "main form");
    form.set("newsletter-email", LETTERS).submit().status(422);
    let form = secretary.form(&format!("{item}/lisaa/newsletter"), "main form");
    form.submit().status(422);
    let form = secretary.form(&format!("{item}/korjaa"), "main form").smuggle("born", "1970");
    form.submit().status(422).shows("born");
    // An event of tomorrow has not happened.
    let end = format!("{item}/tapahtuma/ended");
    let form = secretary.form(&end, "main form").set("date", "2026-01-15");
    form.submit().status(422).shows("tulevaisuudessa");
    secretary.get(&format!("{item}/tapahtuma/closed")).status(404);
    // A kind of another whole, and an unknown one.
    secretary.get(&format!("{INVOICES}/uusi")).status(404);
    secretary.get(&format!("{item}/lisaa/feedback")).status(404);
    secretary.get("/hallinta/rekisteri/members/contact-request").status(404);
    secretary.get("/hallinta/rekisteri/rights/rights-request").status(404);
}

#[test]
fn two_registers_in_one_notice_keep_apart_what_is_theirs() {
    let mut installation = build().start();
    let secretary = staff::first(&mut installation, "alma");
    let front = secretary.get("/hallinta").status(200);
    let links = front.attributes("nav a[href*='/hallinta/rekisteri/']", "href");
    assert_eq!(links, ["/hallinta/rekisteri/members", "/hallinta/rekisteri/contacts"]);
    let form = secretary.form(&format!("{CONTACTS}/uusi"), "main form");
    let form = form.set("message", "Kanarialintu kysyi aukioloa").set("channel", "mail");
    let page = form.submit().status(200).shows("Yhteydenotto 1");
    let item = page.attributes("main .actions a", "href").remove(0);
    secretary.get(CONTACTS).status(200).shows("Yhteydenotto 1");
    secretary.get(MEMBERS).status(200).shows("Merkintöjä ei ole");
    secretary.get(&format!("{CONTACTS}?valinta-channel=mail")).status(200).shows("Yhteydenotto 1");
    let none = secretary.get(&format!("{CONTACTS}?valinta-channel=visit")).status(200);
    none.shows("Merkintöjä ei ole");
    // Whoever called becomes a member: the same person, in the other register.
    let form = secretary.form(&format!("{item}/lisaa/member"), "main form").set("name", NAME);
    let page = form.set("membership", "youth").submit().status(200).shows("Jäsen 1");
    let receipt = page.one(".code-display code");
    let (_, page) = own(&installation, &receipt);
    page.status(200).shows("Kanarialintu kysyi aukioloa").shows("Nuorisojäsen");
    // Closed, it goes half a year later, and the member stays.
    let end = format!("{item}/tapahtuma/closed");
    let shown = secretary.form(&end, "main form").submit().status(200).shows("14.7.2026");
    secretary.form_on(&shown, "main form").finish().status(200).shows("14.7.2026");
    installation.advance("2026-07-14T00:00:02+03:00");
    wait_for("the sweep", || installation.scan("kysyi aukioloa").is_empty());
    let (_, page) = own(&installation, &receipt);
    page.status(200).shows("Nuorisojäsen").hides("aukioloa");
}

/// The register with two recipients of its own, one of whom may get numbers alone.
fn with_recipients() -> Installation {
    let two = r#"recipient "Esimerkkiliitto ry" country="FI" purposes="membership" grounds="consent" {
            fi "Liitto"
            sv "Förbund"
            en "Union"
        }
        recipient "Esimerkkipiiri ry" country="FI" purposes="membership" {
            fi "Piiri"
            sv "Distrikt"
            en "District"
            gets "member" fields="member-number"
        }
        class "by-law""#;
    build().notice("class \"by-law\"", two).start()
}

/// The register has no recipient but those whom the notice names, each for what it says.
#[test]
fn what_leaves_the_register_passes_the_gate_and_is_told_to_everybody_in_it() {
    let mut installation = with_recipients();
    let secretary = staff::first(&mut installation, "alma");
    let (receipt, item) = member(&secretary);
    let export = format!("{MEMBERS}/vie");
    secretary.form(&export, "main form").submit().status(422).hides(NAME);
    let to = |recipient: &str, purpose: &str| {
        let form = secretary.form(&export, "main form").set("recipient", recipient);
        let form = form.set("purpose", purpose).set("ground", "consent");
        form.set("reference", "Kirje 1/2026").submit()
    };
    to("Esimerkkiliitto ry", "market-research").status(403).hides(NAME);
    to("other", "membership")
        .status(403)
        .hides(NAME)
        .shows("recipients.closed")
        .shows("notice.kdl");
    to("by-consent", "recipient-task").status(422).hides(NAME).shows("Kirjoita, kuka tiedot saa");
    to("Esimerkkiliitto ry", "contact")
        .status(403)
        .hides(NAME)
        .shows("recipient.esimerkkiliitto-ry");
    let page = secretary.get("/hallinta/luovutukset").status(200);
    page.shows("Luovutuksia ei ole");
    let text = to("Esimerkkiliitto ry", "membership").status(200).source();
    assert!(
        text.starts_with(r#""number","created","due","member-number","name","membership","#),
        "{text}"
    );
    assert!(text.contains(NAME) && text.contains(EMAIL), "{text}");
    // Whoever gets numbers alone gets a list of numbers alone.
    let text = to("Esimerkkipiiri ry", "membership").status(200).hides(NAME).source();
    assert!(
        text.starts_with("\"number\",\"created\",\"due\",\"member-number\",\"disclosure\"\n"),
        "{text}"
    );
    assert!(text.contains("J-1001"), "{text}");

    let one = |recipient: &str, ground: (&str, &str)| {
        let form = secretary.form(&format!("{item}/luovuta"), "main form");
        let form = form.set("recipient", recipient).set("purpose", "membership");
        form.set("ground", "consent").set("reference", "Kirje 2/2026").set(ground.0, ground.1)
    };
    let law = ("ground", "listed");
    let by_law = one("Esimerkkiliitto ry", law).set("statute", "872/2011-4-2").tick("items");
    by_law.submit().status(403).hides(EMAIL).shows("recipient.esimerkkiliitto-ry");
    let page = one("Esimerkkipiiri ry", ("ground", "consent")).tick("items").submit().status(200);
    page.shows("Luovutus on kirjattu").shows("J-1001").hides(NAME).hides(EMAIL);
    let (_, page) = own(&installation, &receipt);
    page.status(200).shows("Esimerkkiliitto ry").shows("Esimerkkipiiri ry");
    // The notice says so itself.
    let notice = installation.browser().get("/tietosuoja").status(200);
    notice.shows("Saa vain nämä: Jäsen (").shows("Piiri");
}

#[test]
fn a_notice_with_an_unknown_service_is_told_what_runs_one() {
    let installation = build().make();
    installation
        .edit_notice(" runs=\"records\" {\n        fi \"Jäsenet\"", " {\n        fi \"Jäsenet\"");
    let output = installation.cli(&["check", "--lang", "en"]);
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(!output.status.success() && told.contains("SEL112"), "{told}");
    assert!(told.contains("runs=\"records\""), "{told}");
    // A kind may not be called as one that the program means something by.
    let installation = build().make();
    installation.edit_notice("collect \"contact-request\"", "collect \"feedback\"");
    let output = installation.cli(&["check", "--lang", "en"]);
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(!output.status.success() && told.contains("the program's own"), "{told}");
    // And only events that somebody can say have come begin a period.
    let installation = build().make();
    installation.edit_notice("from=\"closed\"", "from=\"last-sign-in\"");
    let output = installation.cli(&["check", "--lang", "en"]);
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(!output.status.success() && told.contains("last-sign-in"), "{told}");
}

#[test]
fn s4_37_programs_keep_a_register_by_the_same_rules() {
    let mut installation = build().start();
    drop(staff::first(&mut installation, "alma"));
    let token = installation.json(&["user", "token", "alma"])["token"].as_str().unwrap().to_owned();
    let program = installation.browser().with("authorization", &format!("Bearer {token}"));
    let list = "/api/v1/staff/records/member";
    let fields = json!({"name": NAME, "membership": "ordinary", "email": EMAIL});
    let born = json!({"fields": {"name": NAME, "membership": "ordinary", "born": "1970-01-01"}});
    let refused = program.json(Method::POST, list, &born).status(422).json();
    assert_eq!(
        (&refused["field"], &refused["code"]),
        (&"born".into(), &"fault-field-undeclared".into())
    );
    assert_eq!(program.get(list).status(200).json()["records"], json!([]));
    let added = program.json(Method::POST, list, &json!({"fields": fields})).status(201).json();
    assert!(added["receipt"].is_string() && added["number"] == 1, "{added}");
    let id = added["id"].as_str().unwrap();
    let one = format!("/api/v1/staff/record/{id}");
    // What only bookkeeping may see the secretary's program may not write either.
    let invoice = json!({"same_as": id, "fields": {"invoice-number": "1", "date": "2026-01-14",
        "payer": NAME, "lines": LINES, "sum": "30", "status": "sent"}});
    program.json(Method::POST, "/api/v1/staff/records/invoice", &invoice).status(403);
    let letters = json!({"same_as": id, "fields": {"newsletter-email": LETTERS}});
    let kind = "/api/v1/staff/records/newsletter";
    program.json(Method::POST, kind, &letters).status(422);
    let mut agreed = letters.clone();
    agreed["consents"] = json!(["newsletter"]);
    program.json(Method::POST, kind, &agreed).status(201);
    let shown = program.get(&one).status(200).json();
    assert_eq!(shown["record"]["fields"]["name"], NAME);
    assert_eq!(shown["parts"][0]["fields"]["newsletter-email"], LETTERS);
    let version = shown["record"]["version"].as_i64().unwrap();
    let change = json!({"version": version, "fields": {"phone": "+358 40 1234567"}});
    let changed = program.json(Method::PATCH, &one, &change).status(200).json();
    program.json(Method::PATCH, &one, &change).status(409);
    let event = |date: &str| json!({"version": changed["version"], "event": "ended", "date": date});
    let path = format!("{one}/event");
    program.json(Method::POST, &path, &event("2026-01-15")).status(422);
    program.json(Method::POST, &path, &event("2026-01-14")).status(200);
    let due = program.get(&one).json()["record"]["due"].as_str().unwrap().to_owned();
    assert!(due.starts_with("2027-01-13T22"), "{due}");
    program.send(http::Request::delete(&one).body(Vec::new()).unwrap()).status(200);
    program.get(&one).status(404);
    let described = installation.browser().get("/api/v1/openapi.json").status(200).json();
    assert!(described["paths"]["/api/v1/staff/records/{kind}"]["post"].is_object());
}

#[test]
fn a_table_comes_in_whole_or_not_at_all() {
    let mut installation = build().start();
    let secretary = staff::first(&mut installation, "alma");
    let file = installation.outside().join("members.csv");
    let path = file.to_str().unwrap();
    let import = |text: &str, kind: &str| {
        std::fs::write(&file, text).unwrap();
        let call = ["import", path, ".", "--kind", kind, "--format", "json"];
        let output = installation.cli(&call);
        serde_json::from_slice::<serde_json::Value>(&output.stdout).unwrap()
    };
    let bad = "name;membership;email;born\nYksi Testaaja;ordinary;yksi@example.fi;1970\n\
               ;honorary;ei-osoite;1971\n";
    let told = import(bad, "member");
    let found: Vec<(i64, &str)> = told["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["line"].as_i64().unwrap(), one["field"].as_str().unwrap()))
        .collect();
    assert_eq!(found, [(1, "born"), (3, "name"), (3, "membership"), (3, "email")], "{told}");
    secretary.get(MEMBERS).status(200).shows("Merkintöjä ei ole");
    assert_eq!(installation.scan("Yksi Testaaja"), []);
    assert!(import("invoice-number\n1\n", "invoice")["error"].is_object());
    assert!(import("name\n\"a", "feedback")["error"].is_object());

    let good = "\u{feff}name,membership,email\r\nYksi Testaaja,ordinary,yksi@example.fi\r\n\
                \"Kaksi, Testaaja\",youth,kaksi@example.fi\r\n";
    assert_eq!(import(good, "member")["records"], 2);
    assert_eq!(import(good, "member")["error"]["code"], "fault-import-again");
    let list = secretary.get(MEMBERS).status(200).shows("Yksi Testaaja").shows("Kaksi, Testaaja");
    assert_eq!(list.all("tbody tr").len(), 2);
    let ledger = installation.ok(&["ledger", "show", "--last", "20"]);
    assert_eq!(ledger.matches(" import ").count(), 1, "{ledger}");
}

#[test]
fn staff_bring_a_table_in_after_looking_at_every_row() {
    let mut installation = build().start();
    let secretary = staff::first(&mut installation, "alma");
    let import = format!("{MEMBERS}/tuonti");
    let upload = |text: &str| {
        let form = secretary.form(&import, "main form");
        form.attach("taulukko", "members.csv", text.as_bytes()).submit()
    };
    secretary.get(MEMBERS).status(200).shows("Tuo taulukosta");

    // A column that the notice does not know has no field: it is named, and nothing goes on without.
    let page =
        upload("Nimi;membership;email;kengannumero\nYksi Testaaja;ordinary;yksi@example.fi;43\n");
    let page = page.status(200).shows("kengannumero");
    let form = secretary.form_on(&page, "main form");
    let refused = form.submit().status(422).shows("kengannumero");
    let twice = secretary.form_on(&refused, "main form").set("sarake-3", "email");
    twice.submit().status(422).shows("sarake on kahdesti").hides("Tuo koko taulukko");
    let smuggled = secretary.form_on(&page, "main form").smuggle("sarake-3", "kengannumero");
    smuggled.submit().status(422).hides("Tuo koko taulukko");

    // Each row is looked at, and what is wrong stands with its row.
    let page = upload(
        "name;membership;email\nYksi Testaaja;ordinary;yksi@example.fi\n;honorary;ei-osoite\n",
    );
    let page = secretary.form_on(&page.status(200), "main form").submit().status(422);
    let page = page.shows("Korjattavaa: 3").hides("Tuo koko taulukko");
    let rows = page.all("main table:first-of-type tbody tr");
    assert!(rows.iter().any(|row| row.contains('3') && row.contains("Nimi")), "{rows:?}");
    secretary.get(MEMBERS).status(200).shows("Merkintöjä ei ole");
    assert_eq!(installation.scan("Yksi Testaaja"), []);

    // What a spreadsheet was kept from running comes back as it was, and is shown as text.
    let good = "\u{feff}Nimi,membership,email\r\nYksi Testaaja,ordinary,yksi@example.fi\r\n\
                \"'=Kaksi, Testaaja\",youth,kaksi@example.fi\r\n";
    let page = secretary.form_on(&upload(good).status(200), "main form").submit().status(200);
    let page = page.shows("Taulukossa on 2 riviä").shows("=Kaksi, Testaaja").hides("'=Kaksi");
    let page = page.shows("14 artikla").shows("Mihin tietoja käytetään");
    secretary.get(MEMBERS).status(200).shows("Merkintöjä ei ole");
    let confirm = |page: &Page| secretary.form_on(page, "main form");
    confirm(&page).submit().status(422).shows("Tuo koko taulukko");
    let done = confirm(&page).tick("kerrottu").submit();
    done.status(200).shows("Tuotiin 2 merkintää");
    let list = secretary.get(MEMBERS).status(200).shows("Yksi Testaaja").shows("=Kaksi, Testaaja");
    assert_eq!(list.all("tbody tr").len(), 2);
    // Once: the same table again adds nobody, by its old form and by a new one.
    confirm(&page).tick("kerrottu").submit().status(409);
    let page = secretary.form_on(&upload(good).status(200), "main form").submit().status(200);
    confirm(&page).tick("kerrottu").submit().status(409);
    let ledger = installation.ok(&["ledger", "show", "--last", "40"]);
    assert_eq!(ledger.matches(" import ").count(), 1, "{ledger}");

    // Too much, no table, no text; and whoever may not record members.
    upload(&"x".repeat(500_001)).status(422).shows("liian suuri");
    upload("name;email\nYksi").status(422).shows("Tiedosto ei ole taulukko");
    upload("name;email\n").status(422).shows("ainakin yksi rivi");
    let form = secretary.form(&import, "main form");
    form.attach("taulukko", "a.csv", b"name\n\xc4iti\n").submit().status(422).shows("UTF-8");
    let treasurer = staff::member(&installation, "raha", &["treasurer"]);
    treasurer.get(&import).status(403);
    secretary.get("/hallinta/rekisteri/members/invoice/tuonti").status(404);
}
