//! Asking: every door leads to the same desk with the same clock, and every answer says why, by which
//! law and where to complain.

use http::Method;

use super::{
    DESK, EMAIL, NAME, PHONE, WISH, add, agree, build, client, invoice, link, newest, own,
};
use crate::support::installation::Installation;
use crate::support::page::Page;
use crate::support::staff;
use crate::support::wait::wait_for;

const TEXT: &str = "Kanarialinnun kirjoitus";

fn state(org: &Installation, id: &str) -> String {
    let output = org.cli(&["promises", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let all = told["promises"].as_array().unwrap();
    let found = all.iter().find(|one| one["id"] == id).unwrap_or_else(|| panic!("no {id}"));
    found["state"]["state"].as_str().unwrap_or_default().to_owned()
}

fn ask(org: &Installation, path: &str, what: &str, fields: &[(&str, &str)]) -> Page {
    let visitor = org.browser();
    let mut form = visitor.form(path, "main form").set("type", what);
    for (name, value) in fields {
        form = form.set(name, value);
    }
    form.finish().status(200)
}

#[test]
fn s1_135_s4_98_s4_99_s4_105_s4_115_s4_118_every_door_leads_to_one_desk_with_one_clock() {
    let mut org = build().start();
    let officer = staff::first(&mut org, "alma");
    let them = client(&officer, NAME, EMAIL);
    ask(&org, "/pyynto", "portability", &[("contact", "a@example.fi")]).shows("13.2.2026");
    ask(&org, "/sv/pyynto", "access", &[("contact", "b@example.fi")]).shows("13.2.2026");
    ask(&org, "/pyynto", "restriction", &[("contact", "c@example.fi")]).shows("13.2.2026");
    // Signed in with the code: nothing more is asked.
    ask(&org, "/pyynto", "portability", &[("code", &them.receipt)]).shows("13.2.2026");
    for (channel, what) in [("phone", "access"), ("letter", "portability"), ("visit", "erasure")] {
        let form = officer.form(&format!("{DESK}/uusi"), "main form").set("type", what);
        let form = form.set("channel", channel).set("language", "sv");
        form.set("arrived", "2026-01-14").submit().status(200);
    }
    let desk = officer.get(DESK).status(200);
    assert_eq!(desk.all("tbody tr").len(), 7, "{}", desk.text());
    let rows = desk.all("tbody tr").join("\n");
    for (kind, count) in [
        ("Haluan siirtää tietoni", 3),
        ("Haluan nähdä tietoni", 2),
        ("Haluan rajoittaa", 1),
        ("Haluan, että tietoni poistetaan", 1),
    ] {
        assert_eq!(rows.matches(kind).count(), count, "{kind}: {rows}");
    }
    assert_eq!(rows.matches("13.2.2026").count(), 6, "the promise of an erasure is sooner: {rows}");
}

#[test]
fn s4_100_s4_107_s4_108_s1_185_no_signature_no_grounds_and_no_papers_are_demanded() {
    let mut org = build().start();
    let officer = staff::first(&mut org, "alma");
    let them = client(&officer, NAME, EMAIL);
    let visitor = org.browser();
    let form = visitor.form("/pyynto", "main form");
    let required = form.page().attributes("main form [required]", "name");
    assert!(required.iter().all(|name| name == "type"), "{required:?}");
    form.page().clone().shows("Allekirjoitusta ei tarvita");
    ask(&org, "/pyynto", "rectification", &[("code", &them.receipt)]).shows("13.2.2026");
    let desk = officer.get(&newest(&officer)).status(200);
    assert_eq!(desk.attributes("form[action$=tunnista]", "action"), [""; 0], "{}", desk.text());
    // Whoever has the code corrects it without asking anybody.
    let (browser, _) = own(&org, &them.receipt);
    let form = browser.form(&link(&browser, "/korjaa"), "main form").set("name", "Oikea Nimi");
    form.finish().status(200).shows("Korjauksesi on tallennettu");
    // A stranger is answered as a client is, and shown nothing.
    let told = ask(&org, "/pyynto", "access", &[("contact", "vieras@example.fi")]);
    told.hides(NAME).hides(PHONE);
}

#[test]
fn s0_07_a_question_has_a_number_a_day_and_somebody_who_must_answer_it() {
    let mut org = build().start();
    let officer = staff::first(&mut org, "alma");
    let words = [("text", "Missä kanarialinnun tietoja säilytetään?"), ("contact", "d@example.fi")];
    let page = ask(&org, "/pyynto", "other", &words).shows("13.2.2026");
    assert!(page.one(".code-display code").len() > 8);
    let path = newest(&officer);
    officer.get(&path).status(200).shows("Missä kanarialinnun").shows("13.2.2026");
    assert_eq!(state(&org, "rekisteri.rights.deadline"), "kept");
    org.advance("2026-02-13T10:00:01+02:00");
    assert_eq!(state(&org, "rekisteri.rights.deadline"), "broken");
    let officer = staff::sign_in(&org, "alma");
    let form = officer.form(&path, "form[action$=ratkaise]").set("decision", "granted");
    staff::decide(&officer, form.set("text", "Palvelimella Suomessa.")).status(200);
    wait_for("the answer", || state(&org, "rekisteri.rights.deadline") == "kept");
}

#[test]
fn s1_147_s3_24_s4_112_s4_113_s4_120_s4_122_a_refusal_says_why_by_which_law_and_where_to_go() {
    let mut org = build().start();
    let officer = staff::first(&mut org, "alma");
    let them = client(&officer, NAME, EMAIL);
    let words = [("contact", "muu@example.fi"), ("text", "Poistakaa kaikki")];
    ask(&org, "/pyynto", "erasure", &words);
    let form = officer.form(&newest(&officer), "form[action$=tunnista]");
    let path = form.set("code", &them.receipt).finish().status(200).url.path().to_owned();
    let form = || officer.form(&path, "form[action$=ratkaise]").set("decision", "refused");
    form().submit().status(422);
    form().set("ground", "17-3-e").submit().status(422).shows("Kirjoita");
    let filled = form().set("ground", "17-3-e").set("text", "Vaade on vireillä.");
    let (_, letter) = staff::send(&officer, filled, "ratkaise");
    let letter = letter.shows("Vaade on vireillä.").shows("tietosuoja-asetuksen");
    letter.shows("ietosuojavaltuutetun").shows("tietosuoja@om.fi").shows("tuomioistui");
    let (browser, page) = own(&org, &them.receipt);
    page.status(200).shows("Vaade on vireillä.").shows("tietosuoja@om.fi");
    // The notice and the form say it, too.
    for path in ["/tietosuoja", "/pyynto"] {
        browser.get(path).status(200).shows("tietosuoja@om.fi");
    }
    let notice =
        browser.get("/tietosuoja").status(200).shows("Viranomaisen yhteystiedot on tarkistettu");
    notice.shows("oikeus tehdä valitus valvontaviranomaiselle");
}

#[test]
fn s1_142_s1_143_each_ground_of_the_law_restricts_and_nothing_goes_meanwhile() {
    let mut org = build().start();
    let secretary = staff::first(&mut org, "alma");
    let mut receipts = Vec::new();
    for ground in ["accuracy", "unlawful", "claim"] {
        let them = client(&secretary, NAME, &format!("{ground}@example.fi"));
        add(&secretary, &them.item, "visit", &[("place", &format!("Kanarialinnun sali {ground}"))]);
        let (browser, _) = own(&org, &them.receipt);
        let page = browser.form("/oma/rajoita", "main form").set("ground", ground).finish();
        page.status(200);
        secretary.get(&them.item).status(423).hides(PHONE);
        browser.get("/oma").status(200).shows(NAME);
        receipts.push((ground, them.receipt));
    }
    let list = secretary.get(super::CLIENTS).status(200);
    list.hides(NAME).hides(PHONE);
    // Past its day what is restricted is still there for whoever restricted it.
    org.advance("2026-04-20T10:00:00+03:00");
    let _ = org.cli(&["sweep", "--confirm-clock"]);
    for (ground, receipt) in &receipts {
        let visit = format!("Kanarialinnun sali {ground}");
        let (browser, page) = own(&org, receipt);
        page.status(200).shows(&visit);
        crate::support::feedback::free(&browser);
        org.ok(&["sweep"]);
        wait_for(&visit, || !browser.get("/oma").text().contains(&visit));
    }
}

/// The role before which others are put.
const TREASURER: &str = "role \"treasurer\" purposes=\"bookkeeping\"";

/// One purpose more to which one may object.
const PLAN: &str = r#"    purpose "plan" basis="legitimate-interests" {
        fi "Tulevan suunnittelu"
        sv "Planering av det kommande"
        en "Planning what comes"
        interest {
            fi "Yhdistys voi varautua tulevaan."
            sv "Föreningen kan förbereda sig på det som kommer."
            en "The association can prepare for what comes."
        }
    }
    purpose "personal" basis="consent""#;

#[test]
fn s1_140_s1_141_s4_116_an_objection_closes_its_purpose_until_grounds_are_written() {
    let build = build().notice(
        "role \"treasurer\" purposes=\"bookkeeping\"",
        "role \"planner\" purposes=\"develop\" may=\"read\" { fi \"Suunnittelija\"; sv \"Planerare\"; en \"Planner\"; }\n    role \"treasurer\" purposes=\"bookkeeping\"",
    );
    let mut org = build.start();
    let officer = staff::first(&mut org, "alma");
    let planner = staff::member(&org, "suunta", &["planner"]);
    let them = client(&officer, NAME, EMAIL);
    planner.get(&them.item).status(200).shows(WISH).hides(PHONE);
    let (browser, _) = own(&org, &them.receipt);
    let form = browser.form("/oma", "form[action$='/oma/vastusta/develop']");
    form.finish().status(200).shows("ennen kuin vastustuksesi on ratkaistu");
    planner.get(super::CLIENTS).status(200).hides(WISH);
    let page = planner.get(&them.item);
    assert!(page.status.is_client_error() && !page.source().contains(WISH), "{}", page.source());
    // The relation itself goes on.
    officer.get(&them.item).status(200).shows(PHONE);
    let path = newest(&officer);
    officer.get(&path).status(200).shows("Vastustan");
    let form = || officer.form(&path, "form[action$=ratkaise]").set("decision", "refused");
    form().submit().status(422);
    form().set("ground", "21-1").submit().status(422).shows("Kirjoita");
    let filled = form().set("ground", "21-1").set("text", "Painavat syyt menevät edelle.");
    staff::decide(&officer, filled).status(200);
    planner.get(&them.item).status(200).shows(WISH);
    browser.get("/oma").status(200).shows("Painavat syyt menevät edelle.");
}

#[test]
fn s1_140_each_objection_is_decided_by_itself() {
    let role = |name: &str, purpose: &str| {
        format!(
            "role \"{name}\" purposes=\"{purpose}\" may=\"read\" {{ fi \"{name}\"; sv \"{name}\"; en \"{name}\"; }}\n    "
        )
    };
    let roles = [role("planner", "develop"), role("scout", "plan"), TREASURER.to_owned()].concat();
    let wish = "field \"wish\" category=\"content\" purposes=";
    let build = build()
        .notice(TREASURER, &roles)
        .notice(&format!("{wish}\"develop\""), &format!("{wish}\"develop plan\""))
        .notice("    purpose \"personal\" basis=\"consent\"", PLAN);
    let mut org = build.start();
    let officer = staff::first(&mut org, "alma");
    let planner = staff::member(&org, "suunta", &["planner"]);
    let scout = staff::member(&org, "tiedustelija", &["scout"]);
    let them = client(&officer, NAME, EMAIL);
    for (staff, purpose) in [(&planner, "develop"), (&scout, "plan")] {
        staff.get(&them.item).status(200).shows(WISH);
        let (browser, _) = own(&org, &them.receipt);
        let form = browser.form("/oma", &format!("form[action$='/oma/vastusta/{purpose}']"));
        form.finish().status(200).shows("ennen kuin vastustuksesi on ratkaistu");
        assert!(staff.get(&them.item).status.is_client_error());
        org.pass(60);
    }
    // Refused is the one about planning, and that about developing waits on.
    let paths = officer.get(super::DESK).status(200).attributes("tbody th a", "href");
    let about = |path: &&String| officer.get(path).text().contains("Mitä käyttöä vastustat plan");
    let path = paths.iter().find(about).unwrap();
    let form = officer.form(path, "form[action$=ratkaise]").set("decision", "refused");
    let form = form.set("ground", "21-1").set("text", "Painavat syyt menevät edelle.");
    staff::decide(&officer, form).status(200);
    scout.get(&them.item).status(200).shows(WISH);
    assert!(planner.get(&them.item).status.is_client_error());
}

#[test]
fn s1_128_s1_129_s1_136_s4_97_s4_104_s4_132_the_own_page_holds_everything_of_every_kind() {
    let mut org = build().start();
    let secretary = staff::first(&mut org, "alma");
    let treasurer = staff::member(&org, "raha", &["treasurer"]);
    let them = client(&secretary, NAME, EMAIL);
    org.pass(60);
    add(&secretary, &them.item, "writing", &[("text", TEXT)]);
    add(&secretary, &them.item, "visit", &[("place", "Kanarialinnun sali")]);
    agree(&secretary, &them.item, "newsletter", "newsletter", "mainos@example.fi");
    agree(&secretary, &them.item, "panel", "survey", "tutkimus@example.fi");
    let group = [("age-group", "65–74"), ("consent-personal", "")];
    add(&secretary, &them.item, "profile", &group);
    invoice(&treasurer, &them.item, "paid", "Kurssimaksu 30,00");
    let form = secretary.form(&format!("{}/luovuta", them.item), "main form").tick("items");
    let form = form.set("recipient", "by-law").set("called", "Esimerkkivirasto");
    let form = form.set("purpose", "recipient-task").set("ground", "listed");
    form.set("statute", "872/2011-4-2").submit().status(200);

    let (browser, page) = own(&org, &them.receipt);
    let everything = [
        NAME,
        PHONE,
        EMAIL,
        WISH,
        TEXT,
        "Kanarialinnun sali",
        "mainos@example.fi",
        "tutkimus@example.fi",
        "65–74",
        "Kurssimaksu 30,00",
        "Esimerkkivirasto",
    ];
    let mut page = page.status(200);
    for value in everything {
        page = page.shows(value);
    }
    // Every right has its way on this page, without an account.
    for way in ["/peru/newsletter", "/oma/poista", "/oma/rajoita", "/korjaa", "/oma/paketti"] {
        link(&browser, way);
    }
    assert_eq!(page.attributes("form[action$='/oma/vastusta/newsletter']", "action").len(), 1);
    let copy = browser.get("/oma/tiedot.json").status(200).json();
    let kinds: Vec<&str> = copy["records"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["kind"].as_str().unwrap())
        .collect();
    for kind in ["client", "writing", "visit", "newsletter", "panel", "profile", "invoice"] {
        assert_eq!(kinds.iter().filter(|known| **known == kind).count(), 1, "{kind}: {kinds:?}");
    }
    for record in copy["records"].as_array().unwrap() {
        assert!(record["source"].is_string(), "{record}");
    }
    // To take along goes what they gave on contract or consent; bookkeeping and the organisation's own
    // notes do not.
    let file = browser.get("/oma/siirto.json").status(200).json();
    let text = file.to_string();
    for value in [NAME, PHONE, EMAIL, TEXT, "mainos@example.fi", "65–74"] {
        assert!(text.contains(value), "{value}: {text}");
    }
    assert!(!text.contains("Kurssimaksu") && !text.contains("\"invoice\""), "{text}");
    // It comes out of another installation as it came in.
    let other = build().clock("2026-01-15T10:00:00+02:00").start();
    let (status, told) = crate::package::import(&other, &file);
    assert_eq!(status, Some(0), "{told}");
    let (there, _) = own(&other, told["receipt"].as_str().unwrap());
    let again = there.get("/oma/siirto.json").status(200).json();
    assert_eq!(again["records"], file["records"]);
    // Who looked, when and why; in a role and without a name.
    let looks = browser.get("/oma/katselut").status(200);
    looks.shows("Jäsensihteeri").shows("Asiakkuuden hoitaminen").hides("alma").hides("Alma");
    let nobody = org.browser();
    let request = http::Request::builder().method(Method::GET).uri("/api/v1/own");
    nobody.send(request.body(Vec::new()).unwrap()).status(401);
}

#[test]
fn s0_14_no_place_of_the_service_holds_a_network_address() {
    const ADDRESS: &str = "203.0.113.77";
    let mut org = build().behind_proxy().start();
    let secretary = staff::first(&mut org, "alma");
    let visitor = org.browser().with("x-forwarded-for", ADDRESS);
    let form = visitor.form("/pyynto", "main form").set("type", "access");
    form.set("contact", "e@example.fi").finish().status(200);
    visitor.get("/ei-ole").status(404);
    let wrong = visitor.form("/oma", "main form").set("code", "0000-0000");
    wrong.submit();
    client(&secretary, NAME, EMAIL);
    assert_eq!(org.scan(ADDRESS), []);
    org.advance("2026-02-15T10:00:00+02:00");
    org.ok(&["sweep"]);
    assert_eq!(org.scan(ADDRESS), []);
    assert!(!org.logs().contains(ADDRESS));
}
