//! What stays of somebody who goes: figures that tell of nobody, on the small service whose visits are
//! counted by what was bought.

use super::{EMAIL, NAME, add, build, client, newest, own};
use crate::support::browser::Browser;
use crate::support::installation::{Build, Installation};
use crate::support::staff;
use crate::support::wait::wait_for;

const VISITS: &str = "/hallinta/rekisteri/clients/visit";

/// The small service, with visits of which something stays.
fn counting() -> Build {
    let keep = "            keep \"3 months\" from=\"created\"";
    let counted = r#"            field "product" category="content" purposes="custom" type="choice" {
                fi "Tuote"
                sv "Produkt"
                en "Product"
                choice "course" {
                    fi "Kurssi"
                    sv "Kurs"
                    en "Course"
                }
                choice "camp" {
                    fi "Leiri"
                    sv "Läger"
                    en "Camp"
                }
            }
            field "total" category="content" purposes="custom" type="number" {
                fi "Hinta"
                sv "Pris"
                en "Price"
            }
            keep "3 months" from="created"
            anonymise by="product" per="month" sum="total" fewer-than=3"#;
    build().notice(keep, counted)
}

struct Visitor {
    receipt: String,
    item: String,
}

/// Somebody with a visit of this product and price.
fn visitor(secretary: &Browser, number: usize, (product, total): (&str, &str)) -> Visitor {
    let email = format!("kanaria{number}@example.fi");
    let them = client(secretary, &format!("{NAME} {number}"), &email);
    let fields = [("place", "Kanarian sali"), ("product", product), ("total", total)];
    add(secretary, &them.item, "visit", &fields);
    Visitor { receipt: them.receipt, item: them.item }
}

/// The lines of the file, without its head.
fn file(secretary: &Browser) -> Vec<String> {
    let file = secretary.get(&format!("{VISITS}/luvut.csv")).status(200).source();
    let mut lines = file.lines().map(|line| line.replace('"', ""));
    assert_eq!(lines.next().unwrap(), "row,period,product,records,gone,total");
    lines.collect()
}

#[test]
fn s4_124_who_is_anonymised_leaves_the_totals_and_nothing_else_and_no_backup_brings_them_back() {
    let mut org = counting().start();
    let secretary = staff::first(&mut org, "alma");
    let mut people = Vec::new();
    for number in 0..5 {
        people.push(visitor(&secretary, number, ("course", "30")));
    }
    for number in 5..8 {
        people.push(visitor(&secretary, number, ("camp", "70")));
    }
    let told = ["lukumäärä kuukausittain", "eriteltynä: ”Tuote”", "yhteenlaskettuna: ”Hinta”"];
    let notice = org.browser().get("/tietosuoja").status(200);
    told.iter().for_each(|words| assert!(notice.text().contains(words), "{words}"));
    org.browser().get("/sv/tietosuoja").status(200).shows("antal per månad");
    org.browser().get("/en/tietosuoja").status(200).shows("nothing in them leads back to a person");
    let before = file(&secretary);
    let whole = "all,,,8,0,360";
    assert_eq!(
        before,
        ["combination,2026-01,camp,3,0,210", "combination,2026-01,course,5,0,150", whole]
    );
    let from = super::ending::backup(&org);
    let list = || {
        let list = org.outside().join("backup/keys/erasures");
        std::fs::metadata(list).map_or(0, |file| file.len())
    };
    let (empty, mut each) = (list(), 0);

    // Before, after, and at the receipt: what stays, in words.
    std::fs::write(org.dir().join("receipts"), &people[0].receipt).unwrap();
    let plan = org.json(&["person", "erase", "--dry-run", ".", "--receipts", "receipts"]);
    let steps = plan[0]["steps"].as_array().unwrap();
    let visit = steps.iter().find(|step| step["kind"] == "visit").unwrap();
    assert_eq!((&visit["what"], &visit["counted"]), (&"anonymise".into(), &true.into()), "{plan}");
    for them in &people[..3] {
        let (browser, _) = own(&org, &them.receipt);
        let page = browser.get("/oma/poista").status(200).shows("Mitä tilastoon jää");
        told.iter().for_each(|words| assert!(page.text().contains(words), "{words}"));
        let page = browser.form("/oma/poista", "main form").submit().status(200);
        page.shows("Mitä tilastoon jää").shows("eivät kerro kenestäkään");
        let (_, page) = own(&org, &them.receipt);
        page.status(200)
            .shows("Poistettu")
            .shows("Mitä tilastoon jää")
            .shows("eriteltynä: ”Tuote”");
        // Everybody is on the list with as many keys.
        wait_for("the list beside the backup", || list() > empty);
        each = if each == 0 { list() - empty } else { each };
    }
    let after = file(&secretary);
    assert_eq!(
        after,
        ["combination,2026-01,camp,3,0,210", "combination,2026-01,course,5,3,150", "all,,,8,3,360"],
        "live and gone together are what they were"
    );
    let token = org.json(&["user", "token", "alma"])["token"].as_str().unwrap().to_owned();
    let program = org.browser().with("authorization", &format!("Bearer {token}"));
    let told = program.get("/api/v1/staff/records/visit/totals").status(200).json();
    assert_eq!((&told["all"]["records"], &told["all"]["gone"]), (&8.into(), &3.into()), "{told}");
    assert_eq!(told["rows"][1]["sums"]["total"], 150, "{told}");
    let page = secretary.get(&format!("{VISITS}/luvut")).status(200);
    page.shows("Kurssi").shows("360").shows("Näistä poistettu");

    one_more_is_rare(&org, &secretary, &people[5]);
    wait_for("the whole list", || list() >= empty + 4 * each);
    let rare = file(&secretary);
    restored(&mut org, &from);
    let secretary = staff::sign_in(&org, "alma");
    assert_eq!(file(&secretary), rare, "neither lost nor counted twice");
    for (number, them) in people.iter().enumerate() {
        let gone = number < 3 || number == 5;
        secretary.get(&them.item).status(if gone { 404 } else { 200 });
        let email = format!("kanaria{number}@example.fi");
        let form = secretary.form(super::CLIENTS, "main form[method=post]").set("haku", &email);
        let page = form.submit().status(200);
        let page = if gone { page.hides(NAME) } else { page.shows(NAME) };
        drop(page);
    }
    let output = org.cli(&["promises", "--format", "json"]);
    let state: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let all = state["promises"].as_array().unwrap();
    let counts = all.iter().find(|one| one["id"].as_str().unwrap().ends_with("anonymise.visit"));
    assert_eq!(counts.unwrap()["state"]["state"], "kept", "{counts:?}");
}

/// One of another kind goes by request: the letter says what stays, and nobody can tell what it was.
fn one_more_is_rare(org: &Installation, secretary: &Browser, them: &Visitor) {
    let browser = org.browser();
    let form = browser.form("/pyynto", "main form").set("type", "erasure");
    form.set("contact", EMAIL).set("text", "Poistakaa tietoni").finish().status(200);
    let path = newest(secretary);
    let form = secretary.form(&path, "form[action$=tunnista]").set("code", &them.receipt);
    let path = form.finish().status(200).url.path().to_owned();
    let form = secretary.form(&path, "form[action$=ratkaise]").set("decision", "granted");
    let (_, letter) = staff::send(secretary, form, "ratkaise");
    letter.shows("Mitä tilastoon jää").shows("lukumäärä kuukausittain");
    let lines = file(secretary);
    assert!(
        lines.iter().all(|line| !line.contains("camp") && !line.contains("course")),
        "{lines:?}"
    );
    assert_eq!(lines.last().unwrap(), "all,,,8,4,360", "{lines:?}");
}

/// Puts the backup in the place of what is there.
fn restored(org: &mut Installation, from: &[String]) {
    assert!(org.stop().success());
    let to = org.outside().join("restored");
    let place = to.to_string_lossy().into_owned();
    let verb = ["--test-clock", "backup", "restore", &place];
    let from: Vec<&str> = from.iter().map(String::as_str).collect();
    let told = org.json(&[&verb[..], &from].concat());
    assert_eq!(told["erased_again"]["persons"], 4, "{told}");
    for name in ["data", "keys"] {
        std::fs::remove_dir_all(org.dir().join(name)).unwrap();
        std::fs::rename(to.join(name), org.dir().join(name)).unwrap();
    }
    org.start();
    org.ok(&["backup", "confirm"]);
}

#[test]
fn nothing_is_counted_that_leads_back_to_a_person() {
    let counted = "anonymise by=\"product\" per=\"month\" sum=\"total\" fewer-than=3";
    let tries = [
        ("anonymise by=\"place\" per=\"month\"", "SEL124"),
        ("anonymise per=\"month\" sum=\"product\"", "SEL124"),
        ("anonymise by=\"product\" fewer-than=2", "SEL126"),
    ];
    for (instead, code) in tries {
        let org = counting().notice(counted, instead).make();
        let told = org.cli(&["check", "--lang", "en"]);
        let text = String::from_utf8_lossy(&told.stdout).into_owned();
        assert!(!told.status.success() && text.contains(code), "{instead}: {text}");
    }
    let close = "category=\"content\" purposes=\"custom\" type=\"choice\"";
    let org = counting()
        .notice(close, "category=\"identity\" purposes=\"custom\" type=\"choice\"")
        .make();
    let text = String::from_utf8_lossy(&org.cli(&["check", "--lang", "fi"]).stdout).into_owned();
    assert!(text.contains("SEL125") && text.contains("product"), "{text}");
}
