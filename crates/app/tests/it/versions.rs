//! The life of a notice: what a version changes, what that weighs, why it was published, whom it is
//! about, and that people are told.

use serde_json::Value;

use crate::support::installation::Installation;

const KEPT: &str = "keep \"1 month\" from=\"sent\"";
const LONGER: &str = "keep \"2 months\" from=\"sent\"";
const WHY: &str = "Kanteluaika piteni kahteen kuukauteen.";

fn exit(org: &Installation, arguments: &[&str]) -> (i32, String) {
    let done = org.cli(arguments);
    (done.status.code().unwrap(), String::from_utf8_lossy(&done.stdout).into_owned())
}

fn change<'a>(json: &'a Value, what: &str) -> &'a Value {
    let all = json["changes"].as_array().unwrap();
    all.iter().find(|of| of["what"] == what).unwrap_or_else(|| panic!("{what}: {json:#}"))
}

fn diff(org: &Installation, more: &[&str]) -> (i32, Value) {
    let (code, said) = exit(org, &[&["diff", "--format", "json"], more].concat());
    (code, serde_json::from_str(&said).unwrap_or_else(|_| panic!("{said}")))
}

#[test]
fn s1_177_a_version_keeps_its_reason_author_and_day_and_none_goes_without_where_people_must_know() {
    let org = Installation::build("feedback").clock("2026-01-14T10:00:00+02:00").start();
    let browser = org.browser();
    org.edit_notice(KEPT, LONGER);
    let (code, said) = exit(&org, &["publish"]);
    assert_eq!(code, 3, "{said}");
    assert!(said.contains("säilytysaika muuttui. Ennen: 1 kuukausi. Nyt: 2 kuukautta."), "{said}");
    assert!(said.contains("seloste publish --reason"), "{said}");
    browser.get("/tietosuoja/muutokset").status(200).hides("Versio 2");

    org.advance("2026-02-02T10:00:00+02:00");
    let english = "en=The time to complain is two months now.";
    org.ok(&["publish", "--reason", WHY, "--reason", english]);
    let page = browser.get("/tietosuoja/muutokset").status(200);
    let page = page.shows("Versio 2, julkaistu 2.2.2026").shows(&format!("Perustelu: {WHY}"));
    let page = page.shows("Julkaisija: palvelun ylläpito").shows("Merkittävät muutokset");
    page.shows("Muutoksesta kerrotaan niille, joiden tietoja se koskee.");
    browser
        .get("/en/tietosuoja/muutokset")
        .shows("Reason: The time to complain is two months now.");
    let feed = browser.get("/tietosuoja/muutokset.atom").status(200).source();
    assert!(feed.contains(WHY) && feed.contains("säilytysaika muuttui"), "{feed}");

    // What harms nobody needs no reason, and what was said of a version stays with it.
    org.edit_notice("fi \"PL 1, 00101 Helsinki\"", "fi \"PL 2, 00101 Helsinki\"");
    org.ok(&["publish"]);
    browser.get("/tietosuoja/muutokset").shows("Versio 3").shows(WHY);
    org.ok(&["ledger", "verify"]);
}

#[test]
fn a_reason_that_nobody_can_read_is_refused() {
    let org = Installation::new("feedback");
    org.edit_notice(KEPT, LONGER);
    for reason in ["", "fi=", "a\u{7}b"] {
        assert_eq!(exit(&org, &["publish", "--reason", reason]).0, 2);
    }
    let long = "x".repeat(1_001);
    assert_eq!(exit(&org, &["publish", "--reason", &long]).0, 2);
}

#[test]
fn diff_tells_the_weight_the_law_and_the_line_and_ends_with_one_where_people_must_be_told() {
    let org = Installation::new("feedback");
    let (code, none) = diff(&org, &[]);
    assert_eq!((code, &none["changes"]), (0, &serde_json::json!([])));
    org.edit_notice("fi \"PL 1, 00101 Helsinki\"", "fi \"PL 2, 00101 Helsinki\"");
    let (code, some) = diff(&org, &[]);
    assert_eq!((code, &some["significant"]), (0, &serde_json::json!(0)));
    org.edit_notice(KEPT, LONGER);
    let (code, json) = diff(&org, &[]);
    let keep = change(&json, "kind feedback keep");
    assert_eq!(code, 1);
    assert_eq!(keep["weight"], "significant");
    assert_eq!(keep["law"], "GDPR 13(2)(a)");
    assert_eq!(keep["follows"], "tell");
    let text = std::fs::read_to_string(org.dir().join("notice.kdl")).unwrap();
    let line = usize::try_from(keep["line"].as_u64().unwrap()).unwrap();
    assert!(text.lines().nth(line - 1).unwrap().contains("collect \"feedback\""), "{line}");
    let (_, told) = exit(&org, &["diff", "--lang", "en"]);
    let (heavy, light) = (told.find("Significant changes (1):"), told.find("Other changes (1):"));
    assert!(heavy.is_some() && heavy < light, "{told}");

    // Published, the same is between the versions, and nothing is left.
    org.ok(&["publish", "--reason", "Koe"]);
    assert_eq!(diff(&org, &[]).0, 0);
    assert_eq!(diff(&org, &["--from", "1", "--to", "2"]).0, 1);
    let (_, back) = diff(&org, &["--from", "2", "--to", "1"]);
    assert_eq!(change(&back, "kind feedback keep")["weight"], "ordinary");
    assert_eq!(exit(&org, &["diff", "--from", "7"]).0, 2);
    std::fs::write(org.dir().join("other.kdl"), text.replace("\"palaute\"", "\"muu\"")).unwrap();
    let other = org.dir().join("other.kdl").display().to_string();
    assert_eq!(exit(&org, &["diff", "--to", &other]).0, 2);
}

#[test]
fn the_impact_is_counted_by_records_and_people_and_opens_nothing() {
    let org = Installation::mailing("feedback");
    let browser = org.browser();
    for (message, email) in [("Yksi", Some("eka@example.fi")), ("Kaksi", None), ("Kolme", None)] {
        let form = browser.form("/palaute", "main form").set("message", message);
        match email {
            Some(email) => form.set("email", email).tick("consent-answer").finish().status(200),
            None => form.finish().status(200),
        };
    }
    let entries = || org.json(&["ledger", "verify"])["size"].clone();
    let before = entries();
    org.edit_notice(KEPT, LONGER);
    org.edit_notice("milloin tahansa kuittikoodillani", "koska tahansa kuittikoodillani");
    let (_, json) = diff(&org, &["--impact"]);
    let of = &json["impact"]["kinds"]["feedback"];
    assert_eq!((&of["records"], &of["persons"]), (&3.into(), &3.into()), "{json:#}");
    assert_eq!((&of["consents"], &json["impact"]["persons"]), (&1.into(), &3.into()), "{json:#}");
    assert_eq!(of["numbers"].as_array().unwrap().len(), 3);
    let (_, said) = exit(&org, &["diff", "--impact"]);
    assert!(said.contains("tietueita 3, henkilöitä 3"), "{said}");
    assert!(!said.contains("eka@example.fi") && !said.contains("Kolme"), "{said}");
    assert_eq!(entries(), before);
}

#[test]
fn a_significant_change_is_announced_on_every_page_for_thirty_days() {
    let mut org = Installation::build("feedback").clock("2026-01-14T10:00:00+02:00").start();
    let browser = org.browser();
    let announced = "Tietosuojaseloste on muuttunut.";
    org.edit_notice("fi \"PL 1, 00101 Helsinki\"", "fi \"PL 2, 00101 Helsinki\"");
    org.ok(&["publish"]);
    browser.get("/palaute").status(200).hides(announced);
    org.edit_notice(KEPT, LONGER);
    org.ok(&["publish", "--reason", WHY]);
    for path in ["/", "/palaute", "/oma", "/tietosuoja"] {
        let page = browser.get(path).status(200).shows(announced);
        page.shows("säilytysaika muuttui. Ennen: 1 kuukausi. Nyt: 2 kuukautta.");
    }
    browser.get("/sv/palaute").status(200).shows("Dataskyddsbeskrivningen har ändrats.");
    let link = browser.get("/palaute").attributes(".banner a", "href");
    assert!(link.iter().any(|href| href == "/tietosuoja/muutokset#v3"), "{link:?}");
    browser.get("/hallinta").hides(announced);
    org.restart();
    org.browser().get("/palaute").shows(announced);
    org.advance("2026-02-12T10:00:00+02:00");
    org.browser().get("/palaute").status(200).shows(announced);
    org.advance("2026-02-14T10:00:00+02:00");
    org.browser().get("/palaute").status(200).hides(announced);
}
