//! What ends and when: by the person's own hand, by request, by its day, with its purpose, with the
//! ground that kept it; and what a backup makes of it.

use std::path::{Path, PathBuf};

use super::{EMAIL, NAME, PHONE, WISH, add, agree, build, client, entries, invoice, newest, own};
use crate::support::browser::Browser;
use crate::support::installation::Installation;
use crate::support::staff;
use crate::support::wait::wait_for;

const TEXT: &str = "Kanarialinnun ensimmäinen kirjoitus";
const OTHER: &str = "Kanarialinnun toinen kirjoitus";
const LINES: &str = "Kurssimaksu kanarialinnulle 30,00";
const LETTERS: &str = "kanarialinnun.mainokset@example.fi";

/// The whole list as a file, as somebody who may have it gets it.
fn exported(secretary: &Browser, kind: &str) -> String {
    let path = format!("/hallinta/rekisteri/clients/{kind}/vie");
    let form = secretary.form(&path, "main form").set("recipient", "by-consent");
    let form = form.set("called", "Esimerkki Säätiö").set("purpose", "recipient-task");
    let form = form.set("ground", "consent").set("reference", "Kirje 1/2026");
    form.submit().status(200).source()
}

#[test]
fn s0_34_s0_35_s4_54_one_text_goes_alone_and_all_goes_at_once_and_only_a_proof_remains() {
    let mut org = build().start();
    let secretary = staff::first(&mut org, "alma");
    let them = client(&secretary, NAME, EMAIL);
    add(&secretary, &them.item, "writing", &[("text", TEXT)]);
    add(&secretary, &them.item, "writing", &[("text", OTHER)]);
    agree(&secretary, &them.item, "newsletter", "newsletter", LETTERS);
    let written = || {
        let page = secretary.get(&them.item).status(200).shows(NAME);
        let links = page.attributes("main table a[href*='/hallinta/tieto/']", "href");
        let texts = links.iter().map(|path| secretary.get(path).status(200).text());
        texts.collect::<String>()
    };
    assert!(written().contains(TEXT) && written().contains(OTHER));

    let (browser, page) = own(&org, &them.receipt);
    let erase = page.status(200).attributes("main a[href$='/poista']", "href");
    let mut erase = erase.iter().filter(|path| path.contains("/tieto/"));
    let one = erase.find(|path| {
        let record = path.rsplit('/').nth(1).unwrap();
        secretary.get(&format!("/hallinta/tieto/{record}")).text().contains(TEXT)
    });
    browser.form(one.unwrap(), "main form").finish().status(200);
    // Gone for every reader, in lists, in files and on disk; the rest is whole.
    assert!(!written().contains(TEXT) && written().contains(OTHER));
    secretary.get("/hallinta/rekisteri/clients/writing").status(200).hides(TEXT);
    let file = exported(&secretary, "writing");
    assert!(!file.contains(TEXT) && file.contains(OTHER), "{file}");
    assert!(!browser.get("/oma/tiedot.json").status(200).source().contains(TEXT));
    assert_eq!(org.scan(TEXT), []);

    let done = browser.form("/oma/poista", "main form").submit().status(200);
    let proof = done.attributes("main a[href*='/todiste/']", "href").remove(0);
    for (what, value) in [("name", NAME), ("address", EMAIL), ("letters", LETTERS), ("text", OTHER)]
    {
        assert_eq!(org.scan(value), [], "{what}");
    }
    secretary.get(&them.item).status(404);
    let form = secretary.form(super::CLIENTS, "main form[method=post]").set("haku", EMAIL);
    form.submit().status(200).shows("Merkintöjä ei ole");
    own(&org, &them.receipt).1.status(200).shows("Poistettu 14.1.2026").hides(NAME);
    org.browser().get(&proof).status(200).hides(NAME).hides(EMAIL);
    let erased = entries(&org, "erase:request");
    assert!(!erased.is_empty(), "{:?}", org.ok(&["ledger", "show"]));
    assert!(!format!("{erased:?}").contains("Kanarialintu"), "{erased:?}");
}

#[test]
fn s1_131_s4_119_a_request_is_weighed_item_by_item_and_finished_when_its_obstacle_ends() {
    let mut org = build().start();
    let secretary = staff::first(&mut org, "alma");
    let treasurer = staff::member(&org, "raha", &["treasurer"]);
    let them = client(&secretary, NAME, EMAIL);
    add(&secretary, &them.item, "writing", &[("text", TEXT)]);
    let bill = invoice(&treasurer, &them.item, "sent", LINES);
    let browser = org.browser();
    let form = browser.form("/pyynto", "main form").set("type", "erasure");
    form.set("contact", "asiakas@example.fi").set("text", "Poistakaa tietoni").finish().status(200);
    let path = newest(&secretary);
    let form = secretary.form(&path, "form[action$=tunnista]").set("code", &them.receipt);
    let path = form.finish().status(200).url.path().to_owned();
    // A refusal without a ground is no decision.
    let form = secretary.form(&path, "form[action$=ratkaise]").set("decision", "refused");
    form.submit().status(422);
    let form = secretary.form(&path, "form[action$=ratkaise]").set("decision", "granted");
    let (_, letter) = staff::send(&secretary, form, "ratkaise");
    letter.shows("Lasku on maksamatta").shows("Kirjanpitolaki").shows("1.1.2033");
    // What nothing keeps is gone at once, though they owe something.
    wait_for("the erasure", || org.scan(TEXT).is_empty());
    secretary.get(&them.item).status(404);
    treasurer.get(&bill).status(200).shows(LINES).shows("Muistutettu");
    let (_, page) = own(&org, &them.receipt);
    page.status(200).shows("Lasku on maksamatta");
    // Paid, the rest of it goes by itself, and what the law keeps stays until its day.
    let form = treasurer.form(&bill, "form[action$='/tila']").set("status", "paid");
    form.finish().status(200);
    wait_for("the rest", || org.scan("Muistutettu").is_empty());
    treasurer.get(&bill).status(200).shows(LINES).hides("Muistutettu");
}

#[test]
fn s0_67_s0_70_s0_71_s1_168_s1_169_s4_59_each_class_goes_on_its_own_day_by_itself() {
    let mut org = build().start();
    let secretary = staff::first(&mut org, "alma");
    let them = client(&secretary, NAME, EMAIL);
    add(&secretary, &them.item, "writing", &[("text", TEXT)]);
    add(&secretary, &them.item, "visit", &[("place", "Kanarialinnun sali")]);
    // The core of a relation that goes on has no day; a visit has its own, though the relation goes on.
    let (_, page) = own(&org, &them.receipt);
    page.status(200).shows("14.4.2026");
    org.advance("2026-04-14T10:00:01+03:00");
    wait_for("the visit", || org.scan("Kanarialinnun sali").is_empty());
    let secretary = staff::sign_in(&org, "alma");
    secretary.get(&them.item).status(200).shows(NAME).shows("Kirjoitus 1");
    // What its end means is shown first, and told to the person after.
    let end = format!("{}/tapahtuma/ended", them.item);
    let shown = secretary.form(&end, "main form").submit().status(200).shows("14.4.2031");
    secretary.form_on(&shown, "main form").finish().status(200).shows("14.4.2031");
    let (_, page) = own(&org, &them.receipt);
    page.status(200).shows("14.4.2031");
    org.advance("2031-04-13T10:00:00+03:00");
    let _ = org.cli(&["sweep", "--confirm-clock"]);
    own(&org, &them.receipt).1.status(200).shows(NAME).shows(TEXT);
    org.advance("2031-04-14T10:00:01+03:00");
    let _ = org.cli(&["sweep", "--confirm-clock"]);
    for value in [NAME, EMAIL, PHONE, WISH, TEXT] {
        wait_for(value, || org.scan(value).is_empty());
    }
    own(&org, &them.receipt).1.status(200).shows("Poistettu").hides(NAME);
}

#[test]
fn s1_166_s4_61_every_class_has_its_rule_and_each_sweep_tells_what_it_took() {
    let mut org = build().start();
    let secretary = staff::first(&mut org, "alma");
    let them = client(&secretary, NAME, EMAIL);
    add(&secretary, &them.item, "visit", &[("place", "Kanarialinnun sali")]);
    let notice = org.browser().get("/tietosuoja").status(200);
    for (kind, period) in [("Asiakas", "5 vuotta"), ("Käynti", "3 kuukautta")] {
        assert!(notice.text().contains(kind) && notice.text().contains(period), "{kind}");
    }
    org.advance("2026-04-14T10:00:01+03:00");
    wait_for("the visit", || org.scan("Kanarialinnun sali").is_empty());
    wait_for("the entry", || !entries(&org, "erase:due").is_empty());
    let took = entries(&org, "erase:due");
    assert_eq!((took.len(), &took[0]["kind"], &took[0]["count"]), (1, &"visit".into(), &1.into()));
    let output = org.cli(&["promises", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let all = told["promises"].as_array().unwrap();
    let keeps = all.iter().filter(|one| one["id"].as_str().unwrap().contains(".keep."));
    let states: Vec<_> = keeps.map(|one| one["state"]["state"].as_str().unwrap()).collect();
    assert!(!states.is_empty() && states.iter().all(|state| *state == "kept"), "{states:?}");
}

#[test]
fn s3_22_until_further_notice_is_no_period_without_a_criterion_and_a_review() {
    let org = build().make();
    let keep = "keep \"3 months\" from=\"created\"";
    let refused = |org: &Installation| {
        let told = org.cli(&["check", "--lang", "en"]);
        let text = String::from_utf8_lossy(&told.stdout).into_owned();
        assert!(!told.status.success() && text.contains("visit"), "{text}");
        assert!(!org.cli(&["publish", "--test-clock"]).status.success());
    };
    org.edit_notice(keep, "");
    refused(&org);
    let mut org = build().make();
    let criterion = "criterion { fi \"Niin kauan kuin asiakas käy\"; sv \"Så länge som kunden besöker oss\"; en \"For as long as the client visits\"; }";
    org.edit_notice(keep, &format!("keep {{ {criterion} }}"));
    refused(&org);
    org.edit_notice("keep { criterion", "keep review=\"1 year\" { criterion");
    org.ok(&["check"]);
    // Each record shows what ends it.
    org.start();
    let secretary = staff::first(&mut org, "alma");
    let them = client(&secretary, NAME, EMAIL);
    add(&secretary, &them.item, "visit", &[("place", "Sali")]);
    let (_, page) = own(&org, &them.receipt);
    page.status(200).shows("Niin kauan kuin asiakas käy. Tarve tarkistetaan viimeistään 14.1.2027");
    let notice = org.browser().get("/tietosuoja").status(200);
    notice.shows("Niin kauan kuin asiakas käy");
}

#[test]
fn s0_68_what_served_only_a_purpose_that_has_ended_is_erased() {
    let mut org = build().start();
    let secretary = staff::first(&mut org, "alma");
    let them = client(&secretary, NAME, EMAIL);
    let field = super::WISH;
    secretary.get(&them.item).status(200);
    assert!(own(&org, &them.receipt).1.text().contains(field));
    // The purpose ends, and with it the only field that served it.
    let notice = std::fs::read_to_string(org.dir().join("notice.kdl")).unwrap();
    let start = notice.find("            field \"wish\"").unwrap();
    let end = start + notice[start..].find("            keep ").unwrap();
    let purpose = notice.find("    purpose \"develop\"").unwrap();
    let after = notice.find("    purpose \"personal\"").unwrap();
    let (wish, develop) = (notice[start..end].to_owned(), notice[purpose..after].to_owned());
    org.edit_notice(&wish, "");
    org.edit_notice(&develop, "");
    org.edit_notice("custom develop personal", "custom personal");
    assert!(!org.cli(&["publish"]).status.success(), "nothing goes unsaid");
    let told = org.ok(&["publish", "--reason", "Koe", "--erase-removed-fields"]);
    assert!(told.contains("client.wish (1)"), "{told}");
    assert_eq!(org.scan(WISH), []);
    own(&org, &them.receipt).1.status(200).hides(WISH).shows(NAME);
}

#[test]
fn s1_174_a_voucher_is_kept_from_the_end_of_the_financial_year_in_which_it_was_made() {
    // A year that ends in March: an invoice of May belongs to the year that ends in the next calendar
    // year, six years of which end with 2033.
    let kind = "kind=\"association\" business-id";
    let build = build().notice(kind, "kind=\"association\" year-ends=\"03-31\" business-id");
    let mut org = build.clock("2026-05-04T10:00:00+03:00").start();
    let secretary = staff::first(&mut org, "alma");
    let treasurer = staff::member(&org, "raha", &["treasurer"]);
    let them = client(&secretary, NAME, EMAIL);
    let bill = invoice(&treasurer, &them.item, "paid", LINES);
    treasurer.get(&bill).status(200).shows("1.1.2034");
    let (browser, _) = own(&org, &them.receipt);
    browser.get("/oma/poista").status(200).shows("1.1.2034").shows("Kirjanpitolaki");
    browser.form("/oma/poista", "main form").submit().status(200);
    org.advance("2033-12-31T10:00:00+02:00");
    let _ = org.cli(&["sweep", "--confirm-clock"]);
    let treasurer = staff::sign_in(&org, "raha");
    treasurer.get(&bill).status(200).shows(LINES);
    org.advance("2034-01-01T00:00:02+02:00");
    let _ = org.cli(&["sweep", "--confirm-clock"]);
    wait_for("its day", || org.scan(LINES).is_empty());
}

/// The one folder in there.
fn only(folder: &Path) -> String {
    let mut all: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    all.retain(|path| path.is_dir());
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0).to_string_lossy().into_owned()
}

/// A backup, and what a restore of it is called with. What is erased from now on is on the list beside it.
pub fn backup(org: &Installation) -> Vec<String> {
    let halves = ["data", "keys"].map(|half| org.outside().join("backup").join(half));
    let [data, keys] = halves.each_ref().map(|half| half.to_string_lossy().into_owned());
    org.ok(&["backup", "create", "--data", &data, "--keys", &keys]);
    let root = org.outside().join("root.secret");
    std::fs::copy(org.dir().join("keys/root.secret"), &root).unwrap();
    let root = root.to_string_lossy().into_owned();
    let from = ["--data", &only(&halves[0]), "--keys", &only(&halves[1]), "--root-file", &root];
    from.map(str::to_owned).to_vec()
}

#[test]
fn s4_125_nobody_who_is_forgotten_comes_back_with_an_older_backup() {
    let mut org = build().start();
    let secretary = staff::first(&mut org, "alma");
    let them = client(&secretary, NAME, EMAIL);
    let stays = client(&secretary, "Jäävä Asiakas", "jaava@example.fi");
    add(&secretary, &them.item, "writing", &[("text", TEXT)]);
    let halves = ["data", "keys"].map(|half| org.outside().join("backup").join(half));
    let [data, keys] = halves.each_ref().map(|half| half.to_string_lossy().into_owned());
    org.ok(&["backup", "create", "--data", &data, "--keys", &keys]);
    let list = || std::fs::read(halves[1].join("erasures")).unwrap_or_default();
    let before = list();
    let (browser, _) = own(&org, &them.receipt);
    browser.form("/oma/poista", "main form").submit().status(200);
    wait_for("the list beside the backup", || list() != before);

    assert!(org.stop().success());
    let (to, root) = (org.outside().join("restored"), org.outside().join("root.secret"));
    std::fs::copy(org.dir().join("keys/root.secret"), &root).unwrap();
    let (data, keys) = (only(&halves[0]), only(&halves[1]));
    let (place, root) = (to.to_string_lossy().into_owned(), root.to_string_lossy().into_owned());
    let from = ["--data", &data, "--keys", &keys, "--root-file", &root];
    let verb = ["--test-clock", "backup", "restore", &place];
    let told = org.json(&[&verb[..], &from].concat());
    assert_eq!(told["erased_again"]["persons"], 1, "{told}");
    for name in ["data", "keys"] {
        std::fs::remove_dir_all(org.dir().join(name)).unwrap();
        std::fs::rename(to.join(name), org.dir().join(name)).unwrap();
    }
    org.start();
    org.ok(&["backup", "confirm"]);
    let secretary = staff::sign_in(&org, "alma");
    secretary.get(&them.item).status(404);
    secretary.get(&stays.item).status(200).shows("Jäävä Asiakas");
    let (_, page) = own(&org, &them.receipt);
    page.hides(NAME).hides(TEXT);
}

#[test]
fn s4_58_a_delayed_erasure_ends_by_itself_and_the_person_and_the_recipients_are_told() {
    const TASKS: &str = "/hallinta/ilmoitukset";
    let may = "purposes=\"bookkeeping\" may=\"read collect classify\"";
    let more = "purposes=\"bookkeeping\" may=\"read collect classify disclose export\"";
    let floor = "            floor \"accounting-vouchers\" fields=\"invoice-number date payer lines sum status\" from=\"created\"\n";
    // Nothing but the open invoice is to keep it: no floor, and not bookkeeping alone.
    let note = "field \"note\" category=\"content\" purposes=\"bookkeeping\"";
    let other = "field \"note\" category=\"content\" purposes=\"bookkeeping custom\"";
    let mut org = build().notice(may, more).notice(floor, "").notice(note, other).start();
    let secretary = staff::first(&mut org, "alma");
    let treasurer = staff::member(&org, "raha", &["treasurer"]);
    let them = client(&secretary, NAME, EMAIL);
    let bill = invoice(&treasurer, &them.item, "sent", LINES);
    let form = treasurer.form(&format!("{bill}/luovuta"), "main form").without("items");
    let form = form.set("recipient", "Esimerkkiperintä Oy").set("purpose", "bookkeeping");
    let form = form.set("ground", "consent").set("reference", "Sopimus 3/2026");
    form.smuggle("items", "payer").smuggle("items", "sum").submit().status(200);

    // All goes but what collecting the open invoice needs, and to whom that was given.
    let (browser, page) = own(&org, &them.receipt);
    page.status(200).shows("Esimerkkiperintä Oy");
    let question = browser.get("/oma/poista").status(200).shows("Lasku on maksamatta");
    let question = question.shows("tieto, josta luovutus kertoo, on vielä tallessa");
    browser.form_on(&question, "main form").submit().status(200).shows("itsestään");
    secretary.get(&them.item).status(404);
    treasurer.get(&bill).status(200).shows(LINES);
    let (_, page) = own(&org, &them.receipt);
    page.shows("Lasku on maksamatta").shows("Asiakas 1, 14.1.2026");
    secretary.get(TASKS).status(200).shows("Kenellekään ei ole kerrottavaa");
    assert_eq!(org.scan(EMAIL), []);

    // It is paid; nobody does anything else.
    let form = treasurer.form(&bill, "form[action$='/tila']").set("status", "paid");
    form.submit().status(303);
    wait_for("the end of it", || treasurer.get(&bill).status == 404);
    wait_for("the end of what tells of the disclosure", || {
        secretary.get("/hallinta/luovutukset").text().contains("Luovutuksia ei ole")
    });
    let (_, page) = own(&org, &them.receipt);
    let page = page.shows("Poistettu 14.1.2026").shows("Poistamista pyydettiin");
    let proof = page.hides("Esimerkkiperintä Oy").attributes("main a[href*='/todiste/']", "href");
    assert_eq!(proof.len(), 1, "{proof:?}");
    let tasks = secretary.get(TASKS).status(200).attributes("tbody th a", "href");
    assert_eq!(tasks.len(), 1, "{tasks:?}");
    let task = secretary.get(&tasks[0]).status(200).shows("Esimerkkiperintä Oy");
    task.shows("Tietoja poistettiin").hides(NAME).hides(LINES);
    secretary.get("/hallinta/luovutukset").status(200).shows("Luovutuksia ei ole");
    let ended = entries(&org, "erase:due");
    assert!(ended.iter().any(|entry| entry["kind"] == "invoice"), "{ended:?}");
    assert_eq!(org.scan(NAME), []);
}
