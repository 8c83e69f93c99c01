//! What the notice does not declare does not come in, by whichever door.

use http::Method;
use serde_json::json;

use super::{CLIENTS, EMAIL, NAME, PHONE, build, client, entries, link, own};
use crate::support::staff;

const EXTRA: &str = "Kanarialinnun kengannumero 43";

#[test]
fn s0_03_s1_71_an_undeclared_field_is_refused_by_name_in_form_table_and_program() {
    let mut org = build().start();
    let secretary = staff::first(&mut org, "alma");
    let form = secretary.form(&format!("{CLIENTS}/uusi"), "main form").set("name", NAME);
    let form = form.set("phone", PHONE).smuggle("shoe-size", EXTRA);
    form.submit().status(422).shows("shoe-size");
    let import = format!("{CLIENTS}/tuonti");
    let table = format!("name;phone;shoe-size\n{NAME};{PHONE};{EXTRA}\n");
    let form = secretary.form(&import, "main form");
    let page = form.attach("taulukko", "a.csv", table.as_bytes()).submit().status(200);
    secretary.form_on(&page, "main form").submit().status(422).shows("shoe-size");
    let token = org.json(&["user", "token", "alma"])["token"].as_str().unwrap().to_owned();
    let program = org.browser().with("authorization", &format!("Bearer {token}"));
    let fields = json!({"fields": {"name": NAME, "phone": PHONE, "shoe-size": EXTRA}});
    let refused = program.json(Method::POST, "/api/v1/staff/records/client", &fields).status(422);
    refused.shows("shoe-size").hides(EXTRA);
    // Nothing of any of them was stored, the declared fields neither.
    secretary.get(CLIENTS).status(200).shows("Merkintöjä ei ole");
    // Nor does it come in with a correction.
    let them = client(&secretary, NAME, EMAIL);
    let form = secretary.form(&format!("{}/korjaa", them.item), "main form");
    form.smuggle("shoe-size", EXTRA).submit().status(422).shows("shoe-size");
    let (browser, _) = own(&org, &them.receipt);
    let copy = browser.get("/oma/tiedot.json").status(200).source();
    assert!(copy.contains(NAME) && !copy.contains("kengannumero"), "{copy}");
    assert_eq!(org.scan(EXTRA), []);
}

#[test]
fn s1_45_a_field_on_consent_has_its_consent_text_and_goes_when_it_is_withdrawn() {
    // Without its words the notice does not stand.
    let words = "        consent {\n            fi \"Esimerkki ry saa mukauttaa palvelua";
    let without = build().notice(words, "        consent {\n            fi \"");
    let without =
        without.notice(" ikäryhmäni mukaan. Voin perua suostumukseni milloin tahansa.\"", "\"");
    let refused = without.make().cli(&["check", "--lang", "en"]);
    assert_eq!(refused.status.code(), Some(1));
    let told = String::from_utf8_lossy(&refused.stdout).into_owned();
    assert!(told.contains("personal"), "{told}");

    let mut org = build().start();
    let secretary = staff::first(&mut org, "alma");
    let them = client(&secretary, NAME, EMAIL);
    let fields = [("age-group", "Kanarialintu-ikäiset"), ("consent-personal", "")];
    super::add(&secretary, &them.item, "profile", &fields);
    let (browser, page) = own(&org, &them.receipt);
    page.status(200).shows("Kanarialintu-ikäiset");
    let withdraw = link(&browser, "/peru/personal");
    browser.form(&withdraw, "main form").finish().status(200);
    browser.get("/oma").status(200).hides("Kanarialintu-ikäiset");
    assert_eq!(org.scan("Kanarialintu-ikäiset"), []);
    assert_eq!(entries(&org, "withdraw-consent").len(), 1);
}
