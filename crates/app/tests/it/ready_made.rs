//! The ready-made notices in other hands: another kind of controller, other contacts, no mail, other
//! languages.

use crate::operations::refused;
use crate::support::feedback::{EMAIL, anonymous, newest};
use crate::support::installation::Installation;
use crate::support::staff;

/// What `check` remarks on, but for the invented organisation.
fn remarks(org: &Installation) -> Vec<String> {
    let said = org.cli(&["check", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&said.stdout).unwrap();
    let findings = json["findings"].as_array().unwrap().iter();
    let codes = findings.map(|found| found["code"].as_str().unwrap().to_owned());
    codes.filter(|code| code != "SEL104").collect()
}

/// Without the processor for mail and what is said of it.
fn without_mail(org: &Installation) {
    let text = std::fs::read_to_string(org.dir().join("notice.kdl")).unwrap();
    for (from, until) in [
        ("processor \"Esimerkkiposti Oy\"", "        }\n"),
        ("attest \"mail-contract\"", "    }\n"),
    ] {
        let at = text.find(from).unwrap();
        let end = at + text[at..].find(until).unwrap() + until.len();
        org.edit_notice(&text[at..end], "");
    }
}

#[test]
fn a_notice_for_whoever_is_no_authority_has_nothing_to_remark_on() {
    let org = Installation::build("feedback").make();
    for (notice, kind) in
        [("feedback", "association"), ("feedback", "company"), ("register", "foundation")]
    {
        let folder = org.outside().join(format!("{notice}-{kind}"));
        let folder = folder.to_string_lossy().into_owned();
        org.ok(&["new", notice, &folder, "--kind", kind]);
        let text = std::fs::read_to_string(format!("{folder}/notice.kdl")).unwrap();
        assert!(text.contains(&format!("kind=\"{kind}\"")) && !text.contains("434/2003"));
        std::fs::write(org.dir().join("notice.kdl"), &text).unwrap();
        assert_eq!(remarks(&org), Vec::<String>::new(), "{notice} {kind}");
        assert_eq!(seloste_notice::fmt(&text).as_ref(), Ok(&text));
    }
    let folder = org.outside().join("none").to_string_lossy().into_owned();
    let told = refused(&org.cli(&["new", "register", &folder, "--kind", "authority"]), 2);
    assert!(told.contains("seloste check"), "{told}");
    assert!(!std::path::Path::new(&folder).exists());
}

#[test]
fn a_ready_made_service_written_out_is_the_same_version() {
    let org = Installation::new("feedback");
    let ready = std::fs::read_to_string(org.dir().join("notice.kdl")).unwrap();
    assert!(ready.contains("service \"rights\" ready-made=#true"));
    org.browser().get("/tietosuoja").status(200).shows("Tietosuojapyyntö");
    org.ok(&["fmt", "--write-out"]);
    let written = std::fs::read_to_string(org.dir().join("notice.kdl")).unwrap();
    assert!(written.contains("collect \"rights-request\"") && !written.contains("ready-made"));
    assert_eq!(remarks(&org), Vec::<String>::new());
    let said = org.ok(&["publish", "--reason", "Koe", "--format", "json"]);
    assert!(said.contains("\"version\": 1") || said.contains("\"version\":1"), "{said}");

    // A line of one's own goes before the delivered one, and is published as a change.
    std::fs::write(org.dir().join("notice.kdl"), ready).unwrap();
    let own = "{ collect \"staff-account\" { keep \"5 years\" from=\"closed\" } }";
    let line = "service \"staff\" ready-made=#true";
    org.edit_notice(line, &format!("{line} {own}"));
    assert_eq!(remarks(&org), Vec::<String>::new());
    org.ok(&["publish", "--reason", "Koe"]);
    org.browser().get("/tietosuoja").status(200).shows("5 vuotta");
    org.browser().get("/tietosuoja/muutokset").status(200).shows("Nyt: 5 vuotta");
}

#[test]
fn a_name_that_tells_another_kind_is_told() {
    let org = Installation::build("feedback").make();
    assert_eq!(remarks(&org), Vec::<String>::new());
    org.edit_notice("controller \"Esimerkkikeskus\"", "controller \"Naapuriapu ry\"");
    assert_eq!(remarks(&org), ["SEL117"]);
}

#[test]
fn a_law_is_told_in_the_reader_s_language() {
    let org = Installation::new("feedback");
    let browser = org.browser();
    for (path, law, address) in [
        ("/tietosuoja", "hallintolaki (434/2003) 7 §", "tietosuojavastaava, PL 1"),
        ("/sv/tietosuoja", "7 § i förvaltningslagen (434/2003)", "dataskyddsombudet, PB 1"),
        ("/en/tietosuoja", "Administrative Procedure Act (434/2003)", "officer, P.O. Box 1"),
    ] {
        browser.get(path).status(200).shows(law).shows(address);
    }
    browser.get("/sv/tietosuoja").hides("hallintolaki").hides("PL 1");
    let text = std::fs::read_to_string(org.dir().join("notice.kdl")).unwrap();
    let from = text.find("        law {").unwrap();
    let end = from + text[from..].find("        }\n").unwrap() + "        }\n".len();
    org.edit_notice(&text[from..end], "        law \"Hallintolaki (434/2003) 7 §\"\n");
    assert_eq!(remarks(&org), ["SEL115"]);
}

#[test]
fn publishing_tells_whose_contacts_changed() {
    let org = Installation::new("feedback");
    org.edit_notice("kirjaamo@example.fi", "posti@example.fi");
    org.edit_notice(
        "        email \"tietosuoja@example.fi\"\n",
        "        email \"dpo@example.fi\"\n        phone \"+358 29 000 0009\"\n",
    );
    org.edit_notice("fi \"PL 1, 00101 Helsinki\"", "fi \"PL 9, 00101 Helsinki\"");
    let told = org.ok(&["publish", "--reason", "Koe"]);
    for line in [
        "Muut muutokset (4):",
        "Rekisterinpitäjä: sähköposti muuttui. Ennen: ”kirjaamo@example.fi”. Nyt: ”posti@example.fi”.",
        "Rekisterinpitäjä: postiosoite muuttui. Ennen: ”PL 1, 00101 Helsinki”. Nyt: ”PL 9, 00101 Helsinki”.",
        "Tietosuojavastaava: sähköposti muuttui. Ennen: ”tietosuoja@example.fi”. Nyt: ”dpo@example.fi”.",
        "Tietosuojavastaava: puhelin muuttui.",
    ] {
        assert!(told.contains(line), "{line}: {told}");
    }
    let browser = org.browser();
    browser.get("/en/tietosuoja/muutokset").shows("The data protection officer: email changed.");
    let feed = browser.get("/tietosuoja/muutokset.atom").status(200).source();
    assert!(feed.contains("- Tietosuojavastaava: sähköposti muuttui."), "{feed}");
    // The Finnish address only: nothing changed for those who read Swedish.
    browser.get("/sv/tietosuoja/muutokset").hides("PL 9");
}

#[test]
fn publishing_tells_which_consent_and_which_form_changed() {
    let org = Installation::new("feedback");
    org.edit_notice("milloin tahansa kuittikoodillani", "koska tahansa kuittikoodillani");
    org.edit_notice("fi \"Palautteesi\"", "fi \"Kirjoita palautteesi\"");
    let told = org.ok(&["publish", "--reason", "Koe"]);
    for line in [
        "Merkittävät muutokset (1):",
        "suostumuksen teksti muuttui. Ennen: ”Esimerkkikeskus",
        "koska tahansa kuittikoodillani",
        "Suostumusta pyydetään uudelleen. (tietosuoja-asetuksen 7 artiklan 1 kohta)",
        "nimi lomakkeella muuttui. Ennen: ”Palautteesi”. Nyt: ”Kirjoita palautteesi”.",
    ] {
        assert!(told.contains(line), "{line}: {told}");
    }
    let browser = org.browser();
    browser.get("/tietosuoja/muutokset").shows("koska tahansa kuittikoodillani");
    let swedish = browser.get("/sv/tietosuoja/muutokset").hides("kuittikoodillani");
    swedish.shows("samtyckets text ändrades på ett annat språk");
}

/// An installation whose feedback can be answered behind the receipt code alone.
fn unmailed() -> Installation {
    let mut org = Installation::build("feedback").make();
    without_mail(&org);
    assert_eq!(remarks(&org), ["SEL116"]);
    org.start();
    org
}

#[test]
fn whoever_wants_an_answer_gets_one_without_mail_too() {
    let mut org = unmailed();
    anonymous(&org, "En tarvitse vastausta");
    let asker = org.browser();
    let form = asker.form("/palaute", "main form").set("message", "Milloin avaatte?");
    let receipt = form.tick("consent-answer").submit().status(200).one(".code-display code");
    let sent = serde_json::json!({"message": "Ohjelmasta", "consents": ["answer"]});
    let request =
        http::Request::post("/api/v1/feedback").header("content-type", "application/json");
    let by_program = org.browser().send(request.body(sent.to_string().into_bytes()).unwrap());
    let by_program = by_program.status(201).json()["receipt"].as_str().unwrap().to_owned();

    let handler = staff::first(&mut org, "alma");
    let mut answered = 0;
    for path in handler.get("/hallinta/palaute").status(200).attributes("tbody th a", "href") {
        let page = handler.get(&path).status(200);
        if page.source().contains("En tarvitse vastausta") {
            let page = page.shows("ei ole pyytänyt vastausta");
            assert!(page.attributes("form[action$=vastaa]", "action").is_empty());
            continue;
        }
        page.shows("Vastauksen hän lukee kuittikoodillaan").hides("ei ole pyytänyt");
        let form = handler.form(&path, "form[action$=vastaa]");
        form.set("text", "Avaamme yhdeksältä.")
            .finish()
            .status(200)
            .shows("Luettavissa kuittikoodilla");
        answered += 1;
    }
    assert_eq!(answered, 2);
    for code in [receipt, by_program] {
        let own = org.browser().form("/oma", "main form").set("code", &code).finish().status(200);
        own.shows("Avaamme yhdeksältä.").shows("Suostumuksesi");
    }
    for (path, told) in [
        ("/palaute", "Rastita, jos haluat vastauksen"),
        ("/sv/palaute", "Kryssa för om du vill ha svar"),
        ("/en/palaute", "Tick this if you want an answer"),
    ] {
        org.browser().get(path).status(200).shows(told);
    }
}

#[test]
fn no_address_is_asked_that_no_mail_can_reach() {
    let org = unmailed();
    let browser = org.browser();
    let page = browser.get("/palaute").status(200);
    page.shows("Vastaukset luetaan kuittikoodilla").hides("vastata sinulle sähköpostilla");
    for name in ["name", "email"] {
        let page = browser.get("/palaute");
        assert!(!page.source().contains(&format!("name=\"{name}\"")), "{name}");
    }
    browser.form("/palaute", "main form").set("message", "Kiitos").submit().status(200);
    assert_eq!(org.scan(EMAIL), []);
}

#[test]
fn a_fresh_installation_asks_for_an_address_once_mail_is_set_up() {
    let mut org = Installation::new("feedback");
    let asks = |org: &Installation| {
        let page = org.browser().get("/palaute").status(200);
        page.source().contains("name=\"email\"")
    };
    assert!(!asks(&org), "the relay that the notice invents is not set up");
    org.browser().get("/palaute").shows("Palvelu ei lähetä sähköpostia");
    let sent = serde_json::json!({"message": "Hei", "email": EMAIL, "consents": ["answer"]});
    let request =
        http::Request::post("/api/v1/feedback").header("content-type", "application/json");
    let page = org.browser().send(request.body(sent.to_string().into_bytes()).unwrap());
    assert_eq!(page.status(422).json()["field"], "email");

    let asker = org.browser();
    let form = asker.form("/palaute", "main form").set("message", "Milloin avaatte?");
    let receipt = form.tick("consent-answer").submit().status(200).one(".code-display code");
    let handler = staff::first(&mut org, "alma");
    let path = newest(&handler);
    let page = handler.get(&path).status(200).shows("Vastauksen hän lukee kuittikoodillaan");
    page.hides("sähköpostilla").hides("ei ole pyytänyt");
    let form = handler.form(&path, "form[action$=vastaa]").set("text", "Avaamme yhdeksältä.");
    form.finish().status(200).shows("Luettavissa kuittikoodilla");
    let own = org.browser().form("/oma", "main form").set("code", &receipt).finish();
    own.status(200).shows("Avaamme yhdeksältä.");

    org.configure(&[
        ("mail.from".into(), "palaute@example.fi".into()),
        ("mail.relay".into(), "mail.example.fi:465".into()),
    ]);
    org.restart();
    assert!(asks(&org));
    org.browser().get("/palaute").hides("Palvelu ei lähetä sähköpostia");
}

#[test]
fn a_misspelt_word_is_the_only_error_and_stands_last() {
    let org = Installation::build("feedback").make();
    org.edit_notice("keep \"1 month\" from=\"sent\"", "keeep \"1 month\" from=\"sent\"");
    assert_eq!(remarks(&org), ["SEL004"]);
    let said = org.cli(&["check", "--format", "human", "--lang", "en"]);
    let told = String::from_utf8_lossy(&said.stdout).into_owned();
    let last = told.rfind("SEL").unwrap();
    assert!(told[last..].starts_with("SEL004") && told[last..].contains("keep"), "{told}");
    assert!(told.trim_end().ends_with("1 error, 3 warnings"), "{told}");
}
