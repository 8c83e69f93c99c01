//! Consents: each asked apart, each with its own end; marketing and research apart from each other.

use super::{EMAIL, NAME, PHONE, add, agree, build, client, entries, link, own};
use crate::support::browser::Browser;
use crate::support::page::Page;
use crate::support::staff;

const GROUP: &str = "Kanarialinnun ikäryhmä 65–74";
const MARKETING: &str = "kanarialinnun.mainokset@example.fi";
const RESEARCH: &str = "kanarialinnun.tutkimus@example.fi";

#[test]
fn s0_21_s1_19_s1_43_s1_144_s1_145_s1_146_each_detail_waits_for_its_consent_and_goes_with_it() {
    let mut org = build().start();
    let secretary = staff::first(&mut org, "alma");
    let them = client(&secretary, NAME, EMAIL);
    // Nothing of it is needed to be a client, nothing is ticked beforehand, nothing is bundled.
    let form = secretary.form(&format!("{}/lisaa/profile", them.item), "main form");
    assert!(!form.ticked("consent-personal"));
    assert!(form.names().iter().all(|name| !name.contains("newsletter")), "{:?}", form.names());
    form.set("age-group", GROUP).submit().status(422);
    assert_eq!(org.scan(GROUP), []);
    add(&secretary, &them.item, "profile", &[("age-group", GROUP), ("consent-personal", "")]);
    let (browser, page) = own(&org, &them.receipt);
    page.status(200).shows(GROUP).shows("Annettu 14.1.2026");
    let kept = browser.get(&link(&browser, "/suostumus/personal")).status(200).json();
    let said = &kept["receipt"];
    assert!(said["sentence"].as_str().unwrap().contains("ikäryhmäni"), "{kept}");
    assert_eq!((&said["notice_version"], &said["language"]), (&1.into(), &"fi".into()), "{kept}");

    // One press where it stands; what goes is shown before.
    let withdraw = link(&browser, "/peru/personal");
    browser.get(&withdraw).status(200).shows("Ikäryhmä");
    browser.form(&withdraw, "main form").finish().status(200).shows("Suostumuksesi on peruttu");
    let page = browser.get("/oma").status(200).hides(GROUP).shows(NAME);
    // What goes on without it is told with its law.
    page.shows("Peruttu 14.1.2026").shows("Kirjanpitolaki (1336/1997)");
    assert_eq!(org.scan(GROUP), []);
    secretary.get(&them.item).status(200).hides(GROUP).shows(NAME);
    // Given once more, it is a third event of a history that only grows.
    org.pass(60);
    add(&secretary, &them.item, "profile", &[("age-group", GROUP), ("consent-personal", "")]);
    let (_, page) = own(&org, &them.receipt);
    let page = page.status(200).shows(GROUP);
    let text = page.text();
    assert_eq!((text.matches("Annettu ").count(), text.matches("Peruttu ").count()), (2, 1));
    assert_eq!(entries(&org, "withdraw-consent").len(), 1, "{}", org.ok(&["ledger", "show"]));
    assert!(page.attributes("form[action*='suostumus']", "action").is_empty());
}

#[test]
fn s0_79_s3_23_s3_25_a_voluntary_detail_goes_alone_and_a_required_one_says_why_it_stays() {
    let mut org = build().start();
    let secretary = staff::first(&mut org, "alma");
    let them = client(&secretary, NAME, EMAIL);
    // The form marks as required what the notice declares so, and nothing else.
    let form = secretary.get(&format!("{}/uusi", super::CLIENTS)).status(200);
    assert_eq!(form.attributes("main form [required]", "name"), ["name", "phone"]);
    let (browser, _) = own(&org, &them.receipt);
    let correct = link(&browser, "/korjaa");
    browser.form(&correct, "main form").set("email", "").finish().status(200);
    let page = browser.get("/oma").status(200).hides(EMAIL).shows(NAME);
    page.shows("Sähköpostiosoite Et ole antanut");
    assert_eq!(org.scan(EMAIL), []);
    secretary.get(&them.item).status(200).hides(EMAIL).shows(NAME);
    let refused = browser.form(&correct, "main form").set("phone", "").submit().status(422);
    refused.shows("Ilman numeroa varauksesta ei voi sopia");
    secretary.get(&them.item).status(200).shows(PHONE);
}

/// The rows of the list that a partner gets for this.
fn list(secretary: &Browser, kind: &str, purpose: &str, recipient: &str) -> Page {
    let path = format!("/hallinta/rekisteri/clients/{kind}/vie?tarkoitus={purpose}");
    let form = secretary.form(&path, "main form").set("recipient", recipient);
    let form = form.set("purpose", purpose).set("ground", "consent");
    form.set("reference", "Suostumukset rekisterissä").submit()
}

fn rows(page: &Page) -> usize {
    page.source().trim().lines().skip(1).filter(|line| !line.is_empty()).count()
}

fn marketing(secretary: &Browser) -> Page {
    list(secretary, "newsletter", "newsletter", "Esimerkkimainos Oy").status(200)
}

fn research(secretary: &Browser) -> Page {
    list(secretary, "panel", "survey", "Esimerkkitutkimus Oy").status(200)
}

#[test]
fn s3_32_s3_33_s1_158_each_list_has_whoever_agrees_to_just_that_at_the_moment_it_leaves() {
    let mut org = build().start();
    let secretary = staff::first(&mut org, "alma");
    let agreed = client(&secretary, NAME, EMAIL);
    client(&secretary, "Toinen Asiakas", "toinen.asiakas@example.fi");
    agree(&secretary, &agreed.item, "newsletter", "newsletter", MARKETING);
    // Marketing was agreed to, research was not: that list is empty.
    let file = marketing(&secretary);
    assert_eq!(rows(&file), 1, "{}", file.source());
    file.shows(MARKETING).hides("toinen.asiakas").hides(NAME);
    assert_eq!(rows(&research(&secretary)), 0);
    agree(&secretary, &agreed.item, "panel", "survey", RESEARCH);
    assert_eq!(rows(&research(&secretary)), 1);
    // Nor does one partner get what the other may have.
    list(&secretary, "panel", "survey", "Esimerkkimainos Oy").status(403).hides(RESEARCH);
    let as_marketing = "/hallinta/rekisteri/clients/panel/vie?tarkoitus=newsletter";
    secretary.get(as_marketing).status(404);
    let (browser, _) = own(&org, &agreed.receipt);
    let withdraw = link(&browser, "/peru/newsletter");
    browser.form(&withdraw, "main form").finish().status(200);
    assert_eq!(rows(&marketing(&secretary)), 0);
    assert_eq!(rows(&research(&secretary)), 1, "the other consent stands");
    assert_eq!(org.scan(MARKETING), []);
}

#[test]
fn s1_154_s4_102_an_objection_to_marketing_or_research_stops_that_and_nothing_else() {
    let mut org = build().start();
    let secretary = staff::first(&mut org, "alma");
    let treasurer = staff::member(&org, "raha", &["treasurer"]);
    let them = client(&secretary, NAME, EMAIL);
    agree(&secretary, &them.item, "newsletter", "newsletter", MARKETING);
    agree(&secretary, &them.item, "panel", "survey", RESEARCH);
    let bill = super::invoice(&treasurer, &them.item, "sent", "Kurssimaksu 30,00");
    assert_eq!((rows(&marketing(&secretary)), rows(&research(&secretary))), (1, 1));

    let (browser, _) = own(&org, &them.receipt);
    let forbid = |purpose: &str| {
        let form = browser.form("/oma", &format!("form[action$='/oma/vastusta/{purpose}']"));
        form.finish().status(200).shows("Kielto on voimassa");
    };
    forbid("newsletter");
    assert_eq!((rows(&marketing(&secretary)), rows(&research(&secretary))), (0, 1));
    forbid("survey");
    assert_eq!((rows(&marketing(&secretary)), rows(&research(&secretary))), (0, 0));
    // The relation and its bills go on.
    secretary.get(&them.item).status(200).shows(NAME).hides(MARKETING).hides(RESEARCH);
    treasurer.get(&bill).status(200).shows("Kurssimaksu");
    // A consent that is written down later opens nothing.
    let again = client(&secretary, "Sama Osoite", "sama.osoite@example.fi");
    agree(&secretary, &again.item, "newsletter", "newsletter", MARKETING);
    assert_eq!(rows(&marketing(&secretary)), 0, "the address itself is closed");
}

#[test]
fn s1_137_who_received_data_for_marketing_is_told_of_the_ban_and_nobody_else_is() {
    let mut org = build().start();
    let secretary = staff::first(&mut org, "alma");
    let them = client(&secretary, NAME, EMAIL);
    agree(&secretary, &them.item, "newsletter", "newsletter", MARKETING);
    agree(&secretary, &them.item, "panel", "survey", RESEARCH);
    assert_eq!((rows(&marketing(&secretary)), rows(&research(&secretary))), (1, 1));
    let (browser, _) = own(&org, &them.receipt);
    let form = browser.form("/oma", "form[action$='/oma/vastusta/newsletter']");
    form.finish().status(200).shows("Kielto on voimassa");

    assert_eq!(rows(&marketing(&secretary)), 0);
    let tasks = secretary.get("/hallinta/ilmoitukset").status(200).shows("Esimerkkimainos Oy");
    let tasks = tasks.hides("Esimerkkitutkimus Oy");
    let task = tasks.attributes("tbody th a", "href").remove(0);
    let page = secretary.get(&task).status(200).shows("Lopettakaa tietojen käyttö");
    page.shows("luovutuksen tunnus").hides(MARKETING).hides(NAME);
    // Ready to send in the recipient's language; there is none in a language that the notice lacks.
    let letter = secretary.get(&format!("{task}/kirje/fi")).status(200);
    assert!(letter.body.starts_with(b"%PDF-"));
    secretary.get(&format!("{task}/kirje/de")).status(404);
    let treasurer = staff::member(&org, "raha", &["treasurer"]);
    assert!(treasurer.get(&format!("{task}/kirje/fi")).status.is_client_error());
}

#[test]
fn s1_137_what_staff_opened_for_something_else_is_not_given_for_marketing_without_consent() {
    let build = build().notice(
        "field \"newsletter-email\" category=\"contact\" purposes=\"newsletter\"",
        "field \"newsletter-email\" category=\"contact\" purposes=\"newsletter custom\"",
    );
    let mut org = build.start();
    let secretary = staff::first(&mut org, "alma");
    let them = client(&secretary, NAME, EMAIL);
    // The address serves the relationship; nobody has agreed to advertising.
    add(&secretary, &them.item, "newsletter", &[("newsletter-email", MARKETING)]);
    let path = "/hallinta/rekisteri/clients/newsletter/vie?tarkoitus=custom";
    let form = secretary.form(path, "main form").set("recipient", "Esimerkkimainos Oy");
    let form = form.set("purpose", "newsletter").set("ground", "consent");
    let file = form.set("reference", "Suostumukset rekisterissä").submit().status(200);
    assert_eq!(rows(&file), 0, "{}", file.source());
    file.hides(MARKETING);
    // Nobody is told to have received it.
    let (_, own) = own(&org, &them.receipt);
    own.status(200).shows(MARKETING).hides("Esimerkkimainos Oy");
}

#[test]
fn s1_139_s1_138_s4_103_page_form_and_telephone_set_the_same_ban_at_once() {
    let mut org = build().start();
    let secretary = staff::first(&mut org, "alma");
    let address = |door: usize| format!("ovi{door}.kanarialintu@example.fi");
    let clients: Vec<_> = (0..3)
        .map(|door| {
            let them = client(&secretary, &format!("Ovi {door}"), &address(door));
            agree(&secretary, &them.item, "newsletter", "newsletter", &address(door));
            them
        })
        .collect();
    assert_eq!(rows(&marketing(&secretary)), 3);
    let left = |count: usize, shut: usize| {
        let file = marketing(&secretary);
        assert_eq!(rows(&file), count, "{}", file.source());
        file.hides(&address(shut));
    };
    // The own page, without a reason.
    let (browser, _) = own(&org, &clients[0].receipt);
    let form = browser.form("/oma", "form[action$='/oma/vastusta/newsletter']");
    form.finish().status(200).shows("Kielto on voimassa");
    left(2, 0);
    // The public form, without an account.
    let visitor = org.browser();
    let form = visitor.form("/pyynto", "main form").set("type", "marketing");
    form.set("contact", &address(1)).finish().status(200);
    left(1, 1);
    // A call, written down by staff.
    let form = secretary.form(&format!("{}/uusi", super::DESK), "main form");
    let form = form.set("type", "marketing").set("channel", "phone").set("language", "fi");
    let form = form.set("contact", &address(2)).set("arrived", "2026-01-14");
    form.submit().status(200);
    left(0, 2);
    let logged = entries(&org, "close-addresses");
    assert!(logged.iter().any(|entry| entry["actor"] != "visitor"), "{logged:?}");
}
