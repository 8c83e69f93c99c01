//! What leaves: by one gate with a recipient, a ground and items that the notice names, seen by the
//! person at once.

use super::{EMAIL, NAME, PHONE, build, client, entries, invoice, own};
use crate::support::browser::Browser;
use crate::support::installation::{Build, Installation};
use crate::support::page::Page;
use crate::support::staff;

const REGISTER: &str = "/hallinta/luovutukset";
const LINES: &str = "Kurssimaksu kanarialinnulle 30,00";

/// Fills in a disclosure of everything in a record and sends it.
fn disclose(staff: &Browser, item: &str, fields: &[(&str, &str)]) -> Page {
    let mut form = staff.form(&format!("{item}/luovuta"), "main form").tick("items");
    for (name, value) in fields {
        form = form.set(name, value);
    }
    form.submit()
}

const OWN_TASK: [(&str, &str); 2] = [("recipient", "by-law"), ("purpose", "recipient-task")];

fn by_law<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    [&OWN_TASK[..], &[("called", "Esimerkkivirasto")], more].concat()
}

#[test]
fn s0_81_s1_149_s3_09_s3_35_s4_134_nothing_leaves_without_ground_recipient_and_items() {
    let mut org = build().start();
    let secretary = staff::first(&mut org, "alma");
    let them = client(&secretary, NAME, EMAIL);
    let item = &them.item;
    // No ground; a consent without saying which; a law without its section; a recipient without a name.
    let consent = [("recipient", "by-consent"), ("purpose", "recipient-task")];
    let tries = [
        by_law(&[]),
        by_law(&[("ground", "consent"), ("recipient", "by-consent")]),
        by_law(&[("ground", "statute"), ("act", "Esimerkkilaki (1/2020)")]),
        by_law(&[("ground", "statute"), ("section", "5 §")]),
        by_law(&[("ground", "listed")]),
        [&consent[..], &[("ground", "consent"), ("reference", "Kirje 1/2026")]].concat(),
    ];
    let count = tries.len();
    for fields in tries {
        disclose(&secretary, item, &fields).status(422).hides(NAME);
    }
    // Nothing chosen, and a ground that nobody offers.
    let form = secretary.form(&format!("{item}/luovuta"), "main form");
    let form = form.set("recipient", "by-law").set("called", "Esimerkkivirasto");
    let form = form.set("purpose", "recipient-task").set("ground", "listed");
    form.set("statute", "872/2011-4-2").submit().status(422).hides(NAME);
    let form = secretary.form(&format!("{item}/luovuta"), "main form").tick("items");
    let form = form.set("recipient", "by-law").set("called", "Esimerkkivirasto");
    let form = form.set("purpose", "recipient-task").without("ground");
    form.smuggle("ground", "other").submit().status(422).hides(NAME);
    secretary.get(REGISTER).status(200).shows("Luovutuksia ei ole");
    assert!(entries(&org, "disclose:refused").len() >= count, "each try is in the ledger");

    // A law is the listed exception to consent, and the person sees it.
    let law = by_law(&[("ground", "listed"), ("statute", "872/2011-4-2")]);
    disclose(&secretary, item, &law).status(200).shows("Luovutus on kirjattu").shows(NAME);
    let line = secretary.get(REGISTER).status(200).one("tbody tr");
    assert!(line.contains("Esimerkkivirasto") && line.contains("Poliisilaki"), "{line}");
    let (_, page) = own(&org, &them.receipt);
    page.status(200).shows("Esimerkkivirasto").shows("Poliisilaki (872/2011)");
    let kept = entries(&org, "collect");
    assert_eq!(kept.iter().filter(|entry| entry["kind"] == "disclosure").count(), 1, "{kept:?}");
    // No page of the service asks anything of another host.
    let policy = org.browser().get("/").header("content-security-policy");
    assert!(
        policy.contains("default-src 'none'") || policy.contains("default-src 'self'"),
        "{policy}"
    );
    assert!(!policy.contains("http"), "{policy}");
}

#[test]
fn s0_84_s0_85_s0_89_s1_165_what_is_told_to_an_authority_is_told_to_the_person_at_once() {
    let mut org = build().start();
    let secretary = staff::first(&mut org, "alma");
    let them = client(&secretary, NAME, EMAIL);
    let form = secretary.get(&format!("{}/luovuta", them.item)).status(200);
    // There is no way to send it, least of all by mail: it is shown to whoever tells it.
    let names = form.attributes("main form [name]", "name");
    assert!(!names.iter().any(|name| name == "channel" || name == "email"), "{names:?}");
    let form = secretary.form(&format!("{}/luovuta", them.item), "main form");
    let form = form.set("recipient", "by-law").set("called", "Esimerkin hätäkeskus");
    let form = form.set("purpose", "recipient-task").set("ground", "listed");
    let form = form.set("statute", "872/2011-4-2").without("items").smuggle("items", "phone");
    let page = form.submit().status(200).shows("Luovutus on kirjattu");
    page.shows(PHONE).hides(NAME).hides(EMAIL);
    // The least of it, to whom, on which ground and when, from the first moment.
    let (browser, page) = own(&org, &them.receipt);
    page.status(200).shows("Esimerkin hätäkeskus");
    let told = browser.get("/oma/luovutukset").status(200).shows("Esimerkin hätäkeskus");
    told.shows("Poliisilaki").shows("Puhelinnumero").hides("alma");
    let copy = browser.get("/oma/tiedot.json").status(200).source();
    assert!(copy.contains("Esimerkin hätäkeskus"), "{copy}");
    // Corrected, whoever got it is to be told of just that.
    let correct = super::link(&browser, "/korjaa");
    let form = browser.form(&correct, "main form").set("phone", "+358 40 1111111");
    form.finish().status(200);
    let tasks = secretary.get("/hallinta/ilmoitukset").status(200).shows("Esimerkin hätäkeskus");
    assert_eq!(tasks.all("tbody tr").len(), 1);
}

/// The finding of a check that refuses the notice.
fn refused(org: &Installation) -> String {
    let told = org.cli(&["check", "--lang", "en"]);
    assert_eq!(told.status.code(), Some(1));
    assert!(!org.cli(&["publish", "--test-clock"]).status.success());
    String::from_utf8_lossy(&told.stdout).into_owned()
}

#[test]
fn s1_72_s4_17_nobody_works_with_data_who_is_not_declared_whole() {
    let without = |old: &str, new: &str| -> Build { build().notice(old, new) };
    let at_work = "\"Esimerkkipalvelin Oy\" country=\"FI\" contract=\"2026-01-15\"";
    for missing in [
        "\"Esimerkkipalvelin Oy\" country=\"FI\"",
        "\"Esimerkkipalvelin Oy\" contract=\"2026-01-15\"",
    ] {
        let text = refused(&without(at_work, missing).make());
        assert!(text.contains("Esimerkkipalvelin Oy"), "{text}");
    }
    // Everybody reads who they are, what for and of what.
    let org = build().start();
    let page = org.browser().get("/tietosuoja").status(200);
    page.shows("Esimerkkipalvelin Oy").shows("Esimerkkiperintä Oy").shows("Laskun numero");
}

#[test]
fn s1_152_s1_155_s4_18_s4_50_a_partner_gets_its_own_fields_for_its_own_purpose_and_no_more() {
    let may = "purposes=\"bookkeeping\" may=\"read collect classify\"";
    let more = "purposes=\"bookkeeping\" may=\"read collect classify disclose export\"";
    let mut org = build().notice(may, more).start();
    let secretary = staff::first(&mut org, "alma");
    let treasurer = staff::member(&org, "raha", &["treasurer"]);
    let them = client(&secretary, NAME, EMAIL);
    let bill = invoice(&treasurer, &them.item, "sent", LINES);
    let collector = |purpose: &'static str| {
        let who = ("recipient", "Esimerkkiperintä Oy");
        [who, ("purpose", purpose), ("ground", "consent"), ("reference", "Sopimus 3/2026")]
    };
    // A purpose that is not theirs, a field that is not theirs, somebody who is not declared.
    let chosen = |purpose: &'static str, items: &[&str]| {
        let path = format!("{bill}/luovuta");
        let mut form = treasurer.form(&path, "main form").without("items");
        for (name, value) in collector(purpose) {
            form = form.set(name, value);
        }
        items.iter().fold(form, |form, item| form.smuggle("items", item)).submit()
    };
    chosen("custom", &["sum"]).status(403).hides(LINES);
    chosen("bookkeeping", &["sum", "lines"]).status(403).hides(LINES).shows("invoice.lines");
    disclose(&secretary, &them.item, &collector("bookkeeping")).status(403).hides(PHONE);
    let other = [("recipient", "other"), ("purpose", "recipient-task"), ("ground", "consent")];
    let other = [&other[..], &[("called", "Joku Oy"), ("reference", "Kirje 1/2026")]].concat();
    disclose(&secretary, &them.item, &other).status(403).hides(PHONE);
    secretary.get(REGISTER).status(200).shows("Luovutuksia ei ole");

    let agreed = ["invoice-number", "payer", "sum"];
    chosen("bookkeeping", &agreed).status(200).shows("30,00").shows(NAME).hides(LINES);
    // A list to them has these columns and no others, and each run is in the ledger with its count.
    let export = treasurer.form("/hallinta/rekisteri/clients/invoice/vie", "main form");
    let export = collector("bookkeeping").iter().fold(export, |form, (n, v)| form.set(n, v));
    let file = export.submit().status(200).source();
    let head = file.lines().next().unwrap_or_default();
    assert!(
        head.ends_with(r#""due","invoice-number","payer","sum","disclosure""#)
            && !file.contains(LINES),
        "{file}"
    );
    let runs = entries(&org, "export");
    assert!(runs.iter().any(|run| run["kind"] == "invoice" && run["count"] == 1), "{runs:?}");
}
