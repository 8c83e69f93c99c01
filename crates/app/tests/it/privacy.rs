//! The notice, its proofs and its history; and violations planted behind the program's back.

use std::process::Command;

use serde_json::Value;

use crate::support::browser::Browser;
use crate::support::certificates::Authority;
use crate::support::feedback::{EMAIL, NAME, with_contact};
use crate::support::installation::Installation;
use crate::support::page::Page;
use crate::support::staff::{first, member};
use crate::support::wait::wait_for;

const EVIDENCE: &str = "/tietosuoja/naytto.json";

/// One promise as the evidence tells it.
fn promise(evidence: &Value, id: &str) -> Value {
    let promises = evidence["promises"].as_array().unwrap();
    let found = promises.iter().find(|promise| promise["id"] == id);
    found.unwrap_or_else(|| panic!("no {id}")).clone()
}

/// Looks at everything now; exit code 1 when something is broken.
fn check(org: &Installation) -> Value {
    let output = org.cli(&["--test-clock", "promises", "--format", "json"]);
    serde_json::from_slice(&output.stdout).unwrap()
}

fn state(org: &Installation, id: &str) -> String {
    promise(&check(org), id)["state"]["state"].as_str().unwrap_or("unchecked").to_owned()
}

fn why(org: &Installation, id: &str) -> String {
    promise(&check(org), id)["state"]["why"].as_str().unwrap_or_default().to_owned()
}

/// Changes the database behind the program's back.
fn behind_the_back(org: &Installation, sql: &str) {
    into(org, "data.db", sql);
}

fn into(org: &Installation, database: &str, sql: &str) {
    let file = org.dir().join("data").join(database);
    let script = "import sqlite3,sys\nc=sqlite3.connect(sys.argv[1],timeout=20)\n\
        n=c.execute(sys.argv[2]).rowcount\nc.commit()\nassert n>0, n";
    let status = Command::new("python3").args(["-c", script]).arg(file).arg(sql).status().unwrap();
    assert!(status.success(), "{sql}");
}

/// One changed byte of what was done: nothing is signed beside it, and the next start refuses.
#[test]
fn an_entry_of_the_ledger_changed_by_hand_breaks_its_promise_and_stops_the_start() {
    const LOG: &str = "palaute.measure.access-log";
    let mut org = Installation::mailing("feedback");
    with_contact(&org, "Ensimmäinen.");
    assert_eq!(state(&org, LOG), "kept");
    let ledger = org.dir().join("data/ledger");
    let newest = || {
        let files = std::fs::read_dir(ledger.join("tile/entries/000.p")).unwrap();
        let widths = files.map(|file| file.unwrap().file_name().into_string().unwrap());
        ledger.join(format!("tile/entries/000.p/{}", widths.max_by_key(String::len).unwrap()))
    };
    let flip = || {
        let mut bytes = std::fs::read(newest()).unwrap();
        bytes[40] ^= 1;
        std::fs::write(newest(), bytes).unwrap();
    };
    let signed = || std::fs::read_to_string(ledger.join("checkpoint")).unwrap();
    flip();
    let before = signed();
    with_contact(&org, "Toinen.");
    assert_eq!(why(&org, LOG), "ledger-broken");
    assert_eq!(signed(), before, "nothing is signed on it");
    org.stop();
    let serve = ["serve", "--listen", "127.0.0.1:0", "--test-clock", "--lang", "en"];
    let told = crate::operations::refused(&org.cli(&serve), 4);
    assert!(told.contains("event log is not intact"), "{told}");
    flip();
    org.start();
    assert_eq!(state(&org, LOG), "kept");
    assert_ne!(signed(), before, "what waited is in it now");
}

/// The index holds keyed hashes of what the records hold, and nothing else.
#[test]
fn a_plain_value_or_plain_hash_in_the_index_breaks_its_promise() {
    const LOOKUP: &str = "palaute.field.staff-account.username.lookup";
    const OTHER: &str = "palaute.field.feedback.email.lookup";
    let mut org = Installation::mailing("feedback");
    let _alma = first(&mut org, "alma");
    let browser = org.browser();
    let form = browser.form("/palaute", "main form").set("message", "Hakemistosta.");
    let form = form.set("name", "Testi Henkilö").set("email", "hakemisto@example.fi");
    form.tick("consent-answer").finish().status(200);
    assert_eq!((state(&org, LOOKUP), state(&org, OTHER)), ("kept".into(), "kept".into()));
    assert!(org.scan("hakemisto@example.fi").is_empty());
    // The first bytes of SHA-256("alma"), the name itself, a hash copied from elsewhere, nobody's.
    let digest = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, b"alma");
    let plain: String = digest.as_ref()[..16].iter().map(|byte| format!("{byte:02x}")).collect();
    let of_alma = "FROM lookups WHERE field = 'palaute/username' LIMIT 1";
    let nobody = "x'000102030405060708090a0b0c0d0e0f'";
    let copied = "field = 'palaute/username' AND digest IN \
        (SELECT digest FROM lookups WHERE field = 'palaute/email')";
    // What is planted, and by what it is found to be taken out again.
    let planted = [
        (
            format!("SELECT field, x'{plain}', person, record {of_alma}"),
            format!("digest = x'{plain}'"),
        ),
        (
            format!("SELECT field, CAST('alma' AS BLOB), person, record {of_alma}"),
            "digest = CAST('alma' AS BLOB)".to_owned(),
        ),
        (
            "SELECT 'palaute/username', digest, person, record FROM lookups \
                WHERE field = 'palaute/email' LIMIT 1"
                .to_owned(),
            copied.to_owned(),
        ),
        (format!("SELECT field, digest, {nobody}, record {of_alma}"), format!("person = {nobody}")),
    ];
    for (row, again) in planted {
        into(&org, "index.db", &format!("INSERT INTO lookups {row}"));
        assert_eq!(why(&org, LOOKUP), "unkeyed", "{row}");
        assert_eq!(state(&org, OTHER), "kept", "{row}");
        into(&org, "index.db", &format!("DELETE FROM lookups WHERE {again}"));
        assert_eq!(state(&org, LOOKUP), "kept", "{row}");
    }
}

/// The page is fetched as a visitor would fetch it, and compared with the notice.
#[test]
fn what_the_form_demands_is_looked_at_on_its_page() {
    let org = Installation::new("feedback");
    let all = check(&org);
    for (id, word) in [("message", "required"), ("name", "voluntary"), ("email", "voluntary")] {
        let id = format!("palaute.field.feedback.{id}.{word}");
        assert_eq!(promise(&all, &id)["state"]["state"], "kept", "{id}");
    }
    let page = org.browser().open("/palaute");
    assert_eq!(page.attributes("main form [required]", "name"), ["message"]);
}

fn send_feedback(browser: &Browser, message: &str) -> Page {
    browser.form("/palaute", "main form").set("message", message).finish().status(200)
}

#[test]
fn s2_01_versions_and_dates_come_from_publishing() {
    let org = Installation::new("feedback");
    let browser = org.browser();
    let first = browser.get("/tietosuoja").status(200).shows("Versio 1, julkaistu 14.1.2026");
    let hash = first.attributes("article.notice", "data-hash").remove(0);
    org.advance("2026-03-02T09:00:00+02:00");
    org.edit_notice("Evästeet ovat pieniä tekstitiedostoja", "Evästeet ovat lyhyitä tekstejä");
    org.ok(&["publish", "--reason", "Koe"]);
    let second = browser.get("/tietosuoja").shows("Versio 2, julkaistu 2.3.2026");
    assert_ne!(second.attributes("article.notice", "data-hash"), std::slice::from_ref(&hash));
    let old = browser.get("/tietosuoja/v/1").status(200).shows("Versio 1, julkaistu 14.1.2026");
    assert_eq!(old.clone().attributes("article.notice", "data-hash"), [hash]);
    old.shows("pieniä tekstitiedostoja").shows("Tämä on selosteen vanha versio");
    let changes = browser.get("/tietosuoja/muutokset").status(200);
    changes.shows("Ennen: ”Evästeet ovat pieniä").shows("Nyt: ”Evästeet ovat lyhyitä");
    let feed = browser.get("/tietosuoja/muutokset.atom").status(200).source();
    assert_eq!(feed.matches("<entry>").count(), 2);
    assert!(feed.starts_with("<?xml"));
    browser.get("/tietosuoja/v/3").status(404);
    // No date or version can be typed.
    org.edit_notice("    review every", "    version \"9\"\n    review every");
    assert!(!org.cli(&["publish"]).status.success());
}

#[test]
fn s2_01_an_overdue_review_shows() {
    let org = Installation::new("feedback");
    assert!(!promise(&check(&org), "palaute.review")["state"].is_null());
    org.advance("2027-01-16T10:00:00+02:00");
    check(&org);
    let board = org.browser().get("/tietosuoja/naytto?tila=rikki").status(200);
    assert!(
        board
            .attributes("#rikki ~ .promises .promise", "id")
            .contains(&"palaute.review".to_owned())
    );
    let page = org.browser().get("/tietosuoja/naytto/palaute.review").status(200);
    page.shows("Määräpäivä oli 14.1.2027");
}

#[test]
fn a_notice_of_another_register_is_not_published() {
    let org = Installation::new("feedback");
    org.edit_notice("notice \"palaute\"", "notice \"toinen\"");
    let refused = org.cli(&["publish"]);
    assert_eq!(refused.status.code(), Some(3), "{refused:?}");
    assert!(String::from_utf8_lossy(&refused.stdout).contains("toinen"), "{refused:?}");
    org.browser().get("/tietosuoja").status(200).shows("Versio 1,");
}

#[test]
fn s2_02_the_controller_is_reachable_or_nothing_is_published() {
    let org = Installation::new("feedback");
    let page = org.browser().get("/tietosuoja");
    page.shows("PL 1, 00101 Helsinki").shows("kirjaamo@example.fi").shows("+358 29 000 0000");
    let line = "        phone \"+358 29 000 0000\"\n";
    org.edit_notice(line, "");
    let refused = org.cli(&["publish"]);
    assert!(!refused.status.success());
    org.browser().get("/tietosuoja").shows("Versio 1,").shows("+358 29 000 0000");
}

#[test]
fn s2_03_the_officer_is_named() {
    let org = Installation::new("feedback");
    for path in ["/tietosuoja", "/sv/tietosuoja", "/en/tietosuoja"] {
        let page = org.browser().get(path).status(200).shows("tietosuoja@example.fi");
        let mails = page.attributes("#controller ~ * a, section a", "href");
        assert!(mails.contains(&"mailto:tietosuoja@example.fi".to_owned()), "{path}");
    }
}

#[test]
fn s2_05_the_contact_person_has_an_open_account() {
    let mut org = Installation::new("feedback");
    // There is time to make it; after that its absence is a breach that says what to do.
    assert_eq!(state(&org, "palaute.contact"), "awaited");
    let link = org.first_link();
    let form = org.browser().get(&link);
    assert_eq!(form.attributes("input[name=username]", "value"), ["palvelupaallikko"]);
    org.advance("2026-01-29T10:00:00+02:00");
    assert_eq!(why(&org, "palaute.contact"), "contact-missing");
    org.browser().get("/tietosuoja/naytto/palaute.contact").shows("tunnus palvelupaallikko");
    // The link is good for a day; a new start prints a new one.
    org.stop();
    org.start();
    let _officer = first(&mut org, "palvelupaallikko");
    assert_eq!(state(&org, "palaute.contact"), "kept");
}

#[test]
fn s2_34_a_relay_abroad_or_undeclared_is_refused() {
    let abroad = Installation::build("feedback").make();
    let (old, new) =
        ("\"Esimerkkiposti Oy\" country=\"FI\"", "\"Esimerkkiposti Oy\" country=\"US\"");
    abroad.edit_notice(old, new);
    let refused = abroad.cli(&["check", "--lang", "en"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stdout).contains("US"));
    let mut undeclared = Installation::build("feedback")
        .set("mail.from", "palaute@example.fi")
        .set("mail.relay", "relay.example.org:465")
        .make();
    let why = undeclared.try_start().unwrap_err();
    assert!(why.contains("ended"), "{why}");
    let told =
        undeclared.cli(&["serve", "--test-clock", "--listen", "127.0.0.1:0", "--lang", "en"]);
    assert_eq!(told.status.code(), Some(3));
    let text = String::from_utf8_lossy(&told.stdout);
    assert!(text.contains("relay.example.org") && text.contains("palaute.recipients"), "{text}");
}

#[test]
fn s2_05_when_the_contact_person_goes_the_notice_is_red_until_there_is_another() {
    let mut org = Installation::build("feedback").without_second_factor().start();
    let chief = first(&mut org, "palvelupaallikko");
    assert_eq!(state(&org, "palaute.contact"), "kept");
    let admin = member(&org, "iida", &["admin", "officer"]);
    let users = admin.get("/hallinta/kayttajat").status(200);
    let accounts = users.attributes("main a[href*='/kayttajat/']", "href");
    let account = accounts.iter().find(|path| admin.get(path).text().contains("palvelupaallikko"));
    admin.form(account.unwrap(), "form[action$=sulje]").finish().status(200);
    // Out at once, and the promise tells everybody why it is broken.
    assert!(chief.get("/hallinta").location().is_some());
    assert_eq!(why(&org, "palaute.contact"), "contact-gone");
    let board = org.browser().get("/tietosuoja/naytto?tila=rikki").status(200);
    let broken = board.attributes("#rikki ~ .promises .promise", "id");
    assert!(broken.contains(&"palaute.contact".to_owned()), "{broken:?}");
    // Somebody else takes over. Only publishing changes what the notice says.
    let page = org.browser().get("/tietosuoja").status(200);
    page.shows("Palautepalvelun palvelupäällikkö").hides("Asiakaspalvelun esimies");
    org.edit_notice("contact user=\"palvelupaallikko\"", "contact user=\"iida\"");
    org.edit_notice("fi \"Palautepalvelun palvelupäällikkö\"", "fi \"Asiakaspalvelun esimies\"");
    org.browser().get("/tietosuoja").hides("Asiakaspalvelun esimies");
    assert_eq!(why(&org, "palaute.contact"), "contact-gone");
    org.ok(&["publish", "--reason", "Koe"]);
    let page = org.browser().get("/tietosuoja").status(200).shows("Versio 2,");
    page.shows("Asiakaspalvelun esimies").hides("Palautepalvelun palvelupäällikkö");
    assert_eq!(state(&org, "palaute.contact"), "kept");
}

/// What `check` and `publish` say of the notice in the folder: both refuse it.
fn refused(org: &Installation, name: &str) {
    let told = org.cli(&["check", "--test-clock"]);
    assert_eq!(told.status.code(), Some(1));
    let text = String::from_utf8_lossy(&told.stdout).into_owned();
    assert!(text.contains(name), "{text}");
    assert!(!org.cli(&["publish"]).status.success());
}

#[test]
fn s2_28_a_tool_named_in_a_text_must_be_a_processor() {
    let org = Installation::new("feedback");
    let sentence = "fi \"Evästeet ovat pieniä tekstitiedostoja";
    let named =
        "fi \"Palaute kerätään webropol-järjestelmällä. Evästeet ovat pieniä tekstitiedostoja";
    org.edit_notice(sentence, named);
    refused(&org, "`Webropol`");
    // In any language of the notice.
    org.edit_notice("webropol-järjestelmällä", "lomakkeella");
    org.ok(&["check"]);
    org.edit_notice(
        "sv \"Kakor är små textfiler",
        "sv \"Responsen samlas in med Webropols blankett. Kakor är små textfiler",
    );
    refused(&org, "`Webropol`");
    org.browser().get("/tietosuoja").hides("Webropol");
    // With country and date of the contract it passes; without the date it does not.
    let recipients = "    recipients {\n";
    let processor = "    recipients {\n        processor \"Webropol Oy\" country=\"FI\" \
        contract=\"2026-01-10\" purposes=\"answer develop\" { fi \"Lomake\"; sv \"Blankett\"; en \"Form\"; }\n";
    org.edit_notice(recipients, processor);
    org.ok(&["check"]);
    org.edit_notice(" contract=\"2026-01-10\"", "");
    refused(&org, "Webropol Oy");
    org.edit_notice(
        "\"Webropol Oy\" country=\"FI\"",
        "\"Webropol Oy\" country=\"FI\" contract=\"2026-01-10\"",
    );
    org.ok(&["publish", "--reason", "Koe"]);
    org.browser().get("/tietosuoja").status(200).shows("Webropol Oy");
}

#[test]
fn s2_28_a_processor_whose_contract_has_ended_is_not_active() {
    let org = Installation::new("feedback");
    let mail = "\"Esimerkkiposti Oy\" country=\"FI\" contract=\"2026-01-15\"";
    org.edit_notice(mail, &format!("{mail} until=\"2026-03-31\""));
    org.ok(&["publish", "--reason", "Koe"]);
    org.browser().get("/tietosuoja").status(200).shows("voimassa 31.3.2026 asti");
    org.advance("2026-03-31T20:00:00+03:00");
    org.ok(&["check", "--test-clock"]);
    assert_eq!(state(&org, "palaute.recipient.esimerkkiposti-oy"), "kept");
    org.advance("2026-04-01T08:00:00+03:00");
    refused(&org, "Esimerkkiposti Oy");
    assert_eq!(why(&org, "palaute.recipient.esimerkkiposti-oy"), "contract-over");
    org.edit_notice("2026-03-31", "2027-03-31");
    org.ok(&["publish", "--reason", "Koe"]);
    assert_eq!(state(&org, "palaute.recipient.esimerkkiposti-oy"), "kept");
}

#[test]
fn s2_28_a_processor_without_contract_is_not_published() {
    let org = Installation::new("feedback");
    let purposes = " contract=\"2026-01-15\" purposes=\"answer rights\"";
    org.edit_notice(purposes, " purposes=\"answer rights\"");
    refused(&org, "Esimerkkiposti");
}

#[test]
fn a_time_for_the_log_that_nobody_vouches_for_is_not_published() {
    let org = Installation::new("feedback");
    org.edit_notice("attest \"logs\"", "attest \"doors\"");
    refused(&org, "SEL095");
}

fn attest(browser: &Browser, name: &str) -> Page {
    let path = format!("/hallinta/lupaukset/vahvista/{name}");
    let form = browser.form(&path, "main form").set("document", "Sopimus 15.1.2026");
    form.tick("sure").finish().status(200)
}

#[test]
fn s2_36_s2_37_a_word_is_red_when_missing_or_over_and_green_when_given() {
    let mut org = Installation::new("feedback");
    let (hosting, physical) =
        ("palaute.attest.hosting-contract", "palaute.attest.hosting-physical");
    // Not red before somebody has had the time to look into it.
    assert_eq!(state(&org, hosting), "awaited");
    org.browser().get(&format!("/tietosuoja/naytto/{hosting}")).shows("ei ole vielä annettu");
    let _officer = first(&mut org, "alma");
    org.advance("2026-01-29T10:00:00+02:00");
    assert_eq!(why(&org, hosting), "no-attestation");
    // The journal is the host's: how long it lives is as true as somebody's word for it, no truer.
    assert_eq!(why(&org, "palaute.logs"), "no-attestation");
    let officer = crate::support::staff::sign_in(&org, "alma");
    let unticked = officer.form("/hallinta/lupaukset/vahvista/logs", "main form");
    let page = unticked.set("document", "Sopimus 15.1.2026").submit().status(422);
    page.shows("Ilman vahvistustasi mitään ei tehdä").hides("suostumusta");
    attest(&officer, "logs");
    assert_eq!(state(&org, "palaute.logs"), "attested-until");
    attest(&officer, "hosting-contract").shows("Vahvistus on kirjattu.");
    attest(&officer, "hosting-physical");
    for id in [hosting, physical] {
        let found = promise(&check(&org), id);
        assert_eq!(found["state"]["state"], "attested-until");
        assert_eq!(found["state"]["date"], "2027-01-29");
    }
    org.advance("2027-01-31T10:00:00+02:00");
    let evidence = {
        check(&org);
        org.browser().get(EVIDENCE).json()
    };
    assert_eq!(promise(&evidence, physical)["bad"], true);
    assert_eq!(promise(&evidence, "palaute.logs")["bad"], true);
    org.browser().get(&format!("/tietosuoja/naytto/{physical}")).shows("päättyi 29.1.2027");
    let officer = crate::support::staff::sign_in(&org, "alma");
    attest(&officer, "hosting-physical");
    assert_eq!(promise(&org.browser().get(EVIDENCE).json(), physical)["bad"], false);
    // Only who may attest does.
    let nobody = org.browser().get("/hallinta/lupaukset/vahvista/hosting-contract");
    assert_eq!(nobody.location().unwrap().split('?').next(), Some("/hallinta/kirjaudu"));
}

#[test]
fn entries_of_the_ledger_live_as_long_as_promised_and_the_rest_still_verifies() {
    let mut org = Installation::mailing("feedback");
    crate::operations::send(&org, "Viesti vuodelta 2026.");
    let collected = |org: &Installation| {
        let shown = org.json(&["ledger", "show", "--last", "10000"]);
        let entries = shown["entries"].as_array().unwrap().clone();
        entries.iter().filter(|entry| entry["action"] == "collect").count()
    };
    assert_eq!(collected(&org), 1);
    let kept = org.outside().join("kept-checkpoint");
    std::fs::copy(org.dir().join("data/ledger/checkpoint"), &kept).unwrap();
    // The notice promises three years: a day before the end nothing is gone.
    org.advance("2029-01-13T10:00:00+02:00");
    assert_eq!(collected(&org), 1);
    org.advance("2029-01-15T10:00:00+02:00");
    assert_eq!(collected(&org), 0);
    assert_eq!(state(&org, "palaute.ledger"), "kept");
    org.stop();
    let kept = kept.to_string_lossy();
    let verified = org.json(&["ledger", "verify", "--checkpoint", &kept]);
    assert_eq!(verified["ok"], true);
    assert!(verified["forgotten"].as_u64().unwrap() > 0, "{verified}");
    let told = org.ok(&["ledger", "verify", "--lang", "en"]);
    assert!(told.contains("were destroyed when their time was over"), "{told}");
}

#[test]
fn s2_38_every_page_is_hardened_and_the_program_looks_itself() {
    let org = Installation::new("feedback");
    for path in ["/", "/tietosuoja", "/palaute", "/nowhere", "/tietosuoja.pdf"] {
        let page = org.browser().get(path);
        assert!(page.header("content-security-policy").starts_with("default-src 'none'"), "{path}");
        for (name, value) in [
            ("x-frame-options", "DENY"),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
        ] {
            assert_eq!(page.header(name), value, "{path}");
        }
        assert!(page.header("server").is_empty() && page.header("x-powered-by").is_empty());
    }
    assert_eq!(state(&org, "palaute.measure.hardened"), "kept");
    assert_eq!(state(&org, "palaute.measure.no-address-stored"), "kept");
}

#[test]
fn s2_39_a_plaintext_field_turns_the_promise_red() {
    let mut org = Installation::new("feedback");
    send_feedback(&org.browser(), "Salainen-merkki-8841 ja muuta");
    assert_eq!(org.scan("Salainen-merkki-8841"), []);
    assert_eq!(state(&org, "palaute.measure.encrypted-at-rest"), "kept");
    behind_the_back(&org, "UPDATE records SET body = CAST('Salainen-merkki-8841' AS BLOB)");
    assert_eq!(why(&org, "palaute.measure.encrypted-at-rest"), "unsealed");
    let board = org.browser().get("/tietosuoja/naytto").status(200);
    assert!(board.all("#rikki").len() == 1, "red comes first");
    // Without keys nothing starts.
    org.stop();
    std::fs::rename(org.dir().join("keys"), org.outside().join("keys")).unwrap();
    org.try_start().unwrap_err();
}

#[test]
fn s2_27_a_row_past_its_day_and_a_sweep_that_stands_still_are_red() {
    let mut org = Installation::new("feedback");
    send_feedback(&org.browser(), "Tämä rivi jää poistamatta ajallaan");
    assert_eq!(state(&org, "palaute.keep.feedback"), "kept");
    assert_eq!(state(&org, "palaute.sweep"), "kept");
    org.stop();
    // The program is stopped, so no sweep can make it good before it is seen.
    org.advance("2026-03-01T10:00:00+02:00");
    assert_eq!(why(&org, "palaute.keep.feedback"), "past-due");
    assert_eq!(why(&org, "palaute.sweep"), "job-late");
    assert_eq!(org.cli(&["promises"]).status.code(), Some(1));
    // Running again, the sweep makes both good.
    org.start();
    org.ok(&["sweep"]);
    assert_eq!(state(&org, "palaute.keep.feedback"), "kept");
    assert_eq!(state(&org, "palaute.sweep"), "kept");
}

#[test]
fn a_request_past_its_deadline_is_red() {
    let org = Installation::new("feedback");
    let form = org.browser();
    let form =
        form.form("/pyynto", "main form").set("type", "access").set("text", "Mitä tiedätte?");
    form.set("contact", "matti@example.fi").finish().status(200);
    assert_eq!(state(&org, "palaute.rights.deadline"), "kept");
    org.advance("2026-03-20T10:00:00+02:00");
    assert_eq!(why(&org, "palaute.rights.deadline"), "case-late");
    assert_eq!(why(&org, "palaute.right.access"), "case-late");
    assert_eq!(state(&org, "palaute.right.erasure"), "kept");
}

#[test]
fn s2_53_cookies_are_explained_and_listed() {
    let org = Installation::new("feedback");
    let page = org.browser().get("/evasteet").status(200).shows("pieniä tekstitiedostoja");
    assert_eq!(page.all("tbody th"), ["__Host-session", "__Host-lang"]);
    org.browser().get("/sv/evasteet").status(200).shows("små textfiler");
    org.browser().get("/en/evasteet").status(200).shows("small text files");
}

#[test]
fn s2_57_s2_61_only_necessary_cookies_with_plain_values() {
    let mut org = Installation::new("feedback");
    let visitor = org.browser();
    for path in ["/", "/tietosuoja", "/evasteet", "/palaute", "/oma", "/sv/", "/en/tietosuoja"] {
        visitor.open(path);
    }
    send_feedback(&visitor, "Ilman yhtään evästettä");
    let staff = first(&mut org, "alma");
    staff.open("/hallinta/lupaukset");
    for browser in [&visitor, &staff] {
        for cookie in browser.cookies() {
            let (name, value) = (cookie.name().trim_start_matches("__Host-"), cookie.value());
            let digits = value.len() >= 39 && value.bytes().all(|byte| byte.is_ascii_digit());
            let plain = match name {
                "session" => digits,
                "lang" => ["fi", "sv", "en"].contains(&value),
                _ => false,
            };
            assert!(plain, "{name}={value}");
        }
    }
    assert_eq!(visitor.cookies().len(), 0, "a visitor needs none");
    assert_eq!(state(&org, "palaute.cookies.closed"), "kept");
}

#[test]
fn s2_62_s2_63_the_authority_is_named_with_a_working_link() {
    let org = Installation::new("feedback");
    for (path, name) in [
        ("/tietosuoja", "Tietosuojavaltuutetun toimisto"),
        ("/sv/tietosuoja", "Dataombudsmannens byrå"),
        ("/en/tietosuoja", "Office of the Data Protection Ombudsman"),
    ] {
        let page = org.browser().get(path).status(200).shows(name);
        let links = page.attributes("a", "href");
        assert!(links.iter().any(|link| link.starts_with("https://tietosuoja.fi")), "{path}");
    }
}

#[test]
fn every_form_of_the_notice_carries_the_same_hash() {
    let org = Installation::new("feedback");
    let browser = org.browser();
    let page = browser.get("/tietosuoja").status(200);
    let hash = page.attributes("article.notice", "data-hash").remove(0);
    for path in ["/tietosuoja.txt", "/tietosuoja.jsonld", "/tietosuoja.tilt.json"] {
        assert!(browser.get(path).status(200).source().contains(&hash), "{path}");
    }
    let pdf = browser.get("/tietosuoja/v/1.pdf").status(200);
    assert!(pdf.body.starts_with(b"%PDF-") && pdf.header("content-type") == "application/pdf");
    let linked = org.browser().with("accept", "application/ld+json").get("/tietosuoja");
    assert_eq!(linked.header("content-type"), "application/ld+json");
    assert_eq!(linked.header("vary"), "accept");
}

#[test]
fn the_notice_reads_the_same_until_it_changes() {
    let org = Installation::new("feedback");
    // The hash changes with every comment in the file; what is read does not.
    let hash = org.browser().get("/tietosuoja").attributes("article.notice", "data-hash").remove(0);
    for lang in ["fi", "sv", "en"] {
        let prefix = if lang == "fi" { String::new() } else { format!("/{lang}") };
        let page = org.browser().get(&format!("{prefix}/tietosuoja.txt")).status(200);
        let text = page.source().replace(&hash, "[hash]").replace(&hash[..12], "[hash]");
        insta::assert_snapshot!(format!("notice-{lang}"), text);
    }
}

/// A free port; taken again at once, so hardly by anybody else.
fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

#[test]
fn s2_40_traffic_is_encrypted_and_plain_requests_are_led_there() {
    let keys = tempfile::tempdir().unwrap();
    let authority = Authority::new(keys.path());
    let (port, metrics) = (free_port(), free_port());
    let path = |path: &std::path::Path| path.to_string_lossy().into_owned();
    let org = Installation::build("feedback")
        .set("public-url", "https://localhost")
        .set("metrics", format!("127.0.0.1:{metrics}"))
        .set("tls.certificate", path(&authority.certificate))
        .set("tls.key", path(&authority.key))
        .set("tls.redirect-from", format!("127.0.0.1:{port}"))
        .start();
    let plain = raw(port, "/tietosuoja?a=b");
    assert!(plain.starts_with("HTTP/1.1 308"), "{plain}");
    let plain = plain.to_lowercase();
    assert!(plain.contains("location: https://localhost/tietosuoja?a=b"), "{plain}");
    assert!(!plain.contains("set-cookie"), "{plain}");
    assert_eq!(state(&org, "palaute.measure.encrypted-in-transit"), "kept");
    assert!(raw(metrics, "/metrics").contains("seloste_promises_bad"));
    let listening = org.logs();
    assert!(!listening.contains("panicked"), "{listening}");
}

#[test]
fn s2_40_a_service_that_only_its_own_machine_reaches_waits_for_encryption_and_says_what_to_do() {
    let promise = "palaute.measure.encrypted-in-transit";
    let mut org = Installation::new("feedback");
    let alma = first(&mut org, "alma");
    assert_eq!(state(&org, promise), "awaited");
    let page = org.browser().get(&format!("/tietosuoja/naytto/{promise}")).status(200);
    let page = page.shows("vastaa vielä vain sille koneelle").shows("(public-url)");
    page.hides("Määräpäivä").hides("Pidetään. Tarkistettu");
    // No time makes it a breach: nobody else can listen there.
    org.advance("2026-03-14T10:00:00+02:00");
    assert_eq!(state(&org, promise), "awaited");
    let alma = {
        drop(alma);
        crate::support::staff::sign_in(&org, "alma")
    };
    let desk = alma.get("/hallinta").status(200).shows("Anna palvelulle salattu osoite");
    let at = desk.attributes("main ol.next a[href*='#osoite']", "href").remove(0);
    let told = alma.get(&at).status(200).shows("public-url = ").shows("trusted-proxies = ");
    told.shows("certificate = ").shows("[tls]");
    // Open to others in the clear it is broken, and behind a proxy that encrypts it is kept.
    org.stop();
    org.configure(&[
        ("address".into(), "0.0.0.0:0".into()),
        ("public-url".into(), "http://localhost".into()),
    ]);
    org.start();
    assert_eq!(state(&org, promise), "broken");
    org.configure(&[("public-url".into(), "https://palaute.example.fi".into())]);
    org.restart();
    assert_eq!(state(&org, promise), "kept");
}

/// The answer to one plain request.
fn raw(port: u16, path: &str) -> String {
    use std::io::{Read, Write};
    let mut stream = std::net::TcpStream::connect(("127.0.0.1", port)).unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn a_check_that_is_asked_for_is_done_by_the_job() {
    let mut installation = Installation::new("feedback");
    let alma = first(&mut installation, "alma");
    let scanned = "Kaikki tallennetut tiedot käytiin läpi 14.1.2026 klo 10.20";
    let board = || alma.get("/hallinta/lupaukset").status(200).text();
    let full = || board().contains(scanned);
    installation.pass(20 * 60);
    assert!(!full());
    alma.form("/hallinta/lupaukset", "form[action$=tarkista]").submit().status(303);
    wait_for("the full check", full);
    wait_for("its end", || !board().contains("Tarkistus on käynnissä"));
}

/// Feedback without the sender's name: the field as it stands in the notice.
fn name_field(org: &Installation) -> String {
    let notice = std::fs::read_to_string(org.dir().join("notice.kdl")).unwrap();
    let from = notice.find("            field \"name\"").unwrap();
    let until = from + notice[from..].find("            field \"email\"").unwrap();
    notice[from..until].to_owned()
}

#[test]
fn a_field_that_is_taken_out_of_the_notice_is_taken_out_of_the_records() {
    let org = Installation::mailing("feedback");
    let receipt = with_contact(&org, "Vastatkaa").one(".code-display code");
    org.edit_notice(&name_field(&org), "");
    let refused = org.cli(&["publish"]);
    assert_eq!(refused.status.code(), Some(3));
    let told = [refused.stdout, refused.stderr].concat();
    let told = String::from_utf8_lossy(&told).into_owned();
    assert!(
        told.contains("feedback.name (1)") && told.contains("--erase-removed-fields"),
        "{told}"
    );
    org.browser().get("/tietosuoja").status(200).shows("”Nimi”");

    let done = org.ok(&["publish", "--reason", "Koe", "--erase-removed-fields"]);
    assert!(done.contains("poistettiin tallennetuista tiedoista: feedback.name (1)"), "{done}");
    assert_eq!(state(&org, "palaute.kinds.closed"), "kept");
    assert_eq!(org.scan(NAME), []);
    let own = org.browser();
    let own = own.form("/oma", "main form").set("code", &receipt).finish().status(200);
    own.hides(NAME).shows(EMAIL).shows("Poistettiin tieto, jota ei enää kerätä");
    let again = org.ok(&["publish", "--reason", "Koe", "--erase-removed-fields"]);
    assert!(again.contains("mitään ei poistettu"), "{again}");
}

#[test]
fn publishing_says_which_accounts_lose_their_role() {
    let mut org = Installation::build("feedback").without_second_factor().start();
    first(&mut org, "palvelupaallikko");
    member(&org, "helmi", &["handler"]);
    org.edit_notice("role \"handler\"", "role \"kasittelija\"");
    let told = org.cli(&["publish", "--format", "human"]);
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    assert!(told.contains("handler (") && told.contains("seloste user roles"), "{told}");
}
