//! Who asks without a known code: what the request's own code shows, before and after anybody has shown
//! who they are; and that it tells a stranger nothing.

use crate::support::browser::Browser;
use crate::support::installation::Installation;
use crate::support::mail::MailSink;
use crate::support::page::Page;
use crate::support::staff;
use crate::support::wait::{let_jobs_look, wait_for};

const EMAIL: &str = "kanarialintu.testaaja@example.fi";
const UNKNOWN: &str = "tuntematon.testaaja@example.fi";
const AGENT: &str = "asiamies.testaaja@example.fi";
const DESK: &str = "/hallinta/pyynnot";
const MANDATE: &[u8] = b"%PDF-1.4 valtakirja";
const UNSHOWN: &str = "ennen kuin tiedämme, kuka olet";
const HANDLED: &str = "Kuka pyyntöäsi on käsitellyt, näkyy tässä, kun tiedämme";
const NOBODY: &str = "Kukaan muu ei ole katsonut";

fn mailing(sink: &MailSink) -> Installation {
    let host = format!("host \"localhost:{}\"", sink.port);
    Installation::build("feedback").notice("host \"mail.example.fi:465\"", &host).mail(sink).start()
}

fn code(page: &Page) -> String {
    page.one(".code-display code")
}

fn feedback(org: &Installation) -> String {
    let browser = org.browser();
    let form = browser.form("/palaute", "main form").set("message", "Oma viesti");
    code(&form.set("email", EMAIL).tick("consent-answer").finish().status(200))
}

fn request(org: &Installation, what: &str, contact: &str) -> Page {
    let browser = org.browser();
    let form = browser.form("/pyynto", "main form").set("type", what);
    form.set("contact", contact).finish().status(200)
}

fn own(org: &Installation, receipt: &str) -> (Browser, Page) {
    let browser = org.browser();
    let page = browser.form("/oma", "main form").set("code", receipt).finish();
    (browser, page)
}

fn paths(officer: &Browser) -> Vec<String> {
    officer.get(DESK).status(200).attributes("tbody th a", "href")
}

/// Matches a request with whoever is found by this value.
fn find(officer: &Browser, path: &str, value: &str) -> Page {
    let form = officer.form(&format!("{path}/etsi"), "form[action$=etsi]").set("value", value);
    officer.form_on(&form.submit().status(200), "main section form").finish().status(200)
}

fn decide(officer: &Browser, path: &str, fields: &[(&str, &str)]) -> Page {
    let mut form = officer.form(path, "form[action$=ratkaise]");
    for (name, value) in fields {
        form = form.set(name, value);
    }
    staff::decide(officer, form).status(200)
}

/// The links to granted copies on somebody's own page.
fn copies(page: &Page) -> Vec<String> {
    page.attributes("a[href$='/kopio']", "href")
}

/// Has the granted copy made, and takes it away.
fn taken(browser: &Browser, page: &Page) -> Vec<u8> {
    let path = copies(page).remove(0);
    browser.form(&path, "form[action$='/kopio']").finish().status(200);
    wait_for("the copy", || !browser.get(&path).attributes("a[href$='.zip']", "href").is_empty());
    let file = browser.get(&path).attributes("a[href$='.zip']", "href").remove(0);
    browser.get(&file).status(200).body
}

#[test]
fn s2_45_whoever_shows_their_mailbox_and_the_request_s_code_reads_answer_and_copy_with_it() {
    let sink = MailSink::start();
    let mut org = mailing(&sink);
    feedback(&org);
    let receipt = request(&org, "access", EMAIL).shows("Vastauksen näet sillä, kun tiedämme");
    let receipt = code(&receipt.shows("Numero 1"));
    own(&org, &receipt)
        .1
        .status(200)
        .shows(UNSHOWN)
        .shows("13.2.2026")
        .hides("Et ole antanut")
        .shows("Jos saat sähköpostiisi linkin");

    let officer = staff::first(&mut org, "alma");
    let path = paths(&officer).remove(0);
    officer.form(&path, "form[action$=hoitaja]").finish().status(200);
    let form = officer.form(&path, "form[action$=muistiinpano]").set("text", "Muista arkisto");
    form.finish().status(200);

    let text = sink.wait_for(1)[0].text.clone();
    let link = text.split_whitespace().find(|word| word.contains("/oma/linkki/")).unwrap();
    let link = link[link.find("/oma/").unwrap()..].trim_end_matches('=').to_owned();
    let mailbox = org.browser();
    let page = mailbox.form(&link, "main form").finish().status(200);
    // The code is asked at once, and nobody has to give it.
    let page = mailbox.form_on(&page, "form[action$='/kylla']").finish().status(200);
    assert!(page.url.path().ends_with("/koodi"), "{}", page.url);
    let page = page.shows("Pyyntö on vahvistettu").shows("Jatka antamatta koodia");
    assert_eq!(page.attributes("main form input[name=code]", "name"), ["code"]);
    // The same request, with its number, handler and notes.
    assert_eq!(paths(&officer), [path.as_str()]);
    let page = officer.get(&path).shows("Muista arkisto").shows("on vahvistettu pyyntö");
    page.shows("Tietosuojapyyntö 1");
    assert_eq!(officer.get("/hallinta/pyynnot?tila=omat").all("tbody tr").len(), 1);

    // A code of something else is none of this request.
    let ask = mailbox.get("/oma/posti").attributes("a[href$='/koodi']", "href").remove(0);
    let other = code(&request(&org, "access", UNKNOWN));
    let form = |receipt: &str| mailbox.form(&ask, "main form").set("code", receipt);
    form(&other).submit().status(422).shows("ei ole tämän pyynnön kuittikoodi");
    form(&receipt).finish().status(200).shows("Näet vastauksen myös pyynnön kuittikoodilla");

    // The letter says by itself where the copy is.
    decide(&officer, &path, &[("decision", "granted")]);
    let (browser, page) = own(&org, &receipt);
    let page = page.status(200).shows("Hyväksytty").hides(UNSHOWN);
    let page = page.shows("tämän pyynnön kuittikoodilla 13.2.2026 asti");
    let page = page.shows("Tietosuojapyyntö 1").hides("Muista arkisto");
    assert!(taken(&browser, &page).starts_with(b"PK"));
    assert!(browser.get("/oma/tiedot.json").source().contains("Saat jäljennöksen tiedoistasi"));
    let letter = page.attributes("a[href*='/oma/kirje/']", "href").remove(0);
    assert!(browser.get(&letter).status(200).body.starts_with(b"%PDF-"));
    // Of the two records one is listed, and nobody else's code opens the copy.
    let decided = officer.get("/hallinta/pyynnot?tila=ratkaistut").status(200);
    assert_eq!(decided.all("tbody tr").len(), 1);
    own(&org, &other).0.get(&copies(&page)[0]).status(404);
    // What comes later was not granted.
    org.advance("2026-02-14T10:00:00+02:00");
    let (browser, later) = own(&org, &receipt);
    assert_eq!(copies(&later.status(200)), [""; 0]);
    browser.get(&copies(&page)[0]).status(404);
}

#[test]
fn s2_45_staff_who_know_who_asks_let_the_request_s_code_show_the_answer() {
    let mut org = Installation::mailing("feedback");
    let data = feedback(&org);
    org.end_mail();
    let receipt = code(&request(&org, "access", EMAIL).shows("kun on varmistettu, kuka olet"));
    let officer = staff::first(&mut org, "alma");
    let path = paths(&officer).remove(0);
    let matched = find(&officer, &path, EMAIL);
    assert_eq!(matched.url.path(), path);
    decide(&officer, &path, &[("decision", "granted")])
        .shows("Kuittikoodilla sitä ei näe kukaan")
        .shows("Tämän pyynnön kuittikoodi ei näytä niitä vielä")
        .hides("kuittikoodillasi");
    let (browser, page) = own(&org, &receipt);
    let page = page.status(200).shows(UNSHOWN).hides("Hyväksytty").hides("Jäljennös");
    // Staff have read it, and nothing goes by mail.
    let page = page.shows(HANDLED).hides(NOBODY).hides("linkin");
    browser.get("/oma/katselut").status(200).shows(HANDLED).hides(NOBODY);
    assert_eq!(copies(&page), [""; 0]);
    let id = page.attributes("main section h2", "id").remove(0).replacen("r-", "", 1);
    browser.get(&format!("/oma/pyynto/{id}/kopio")).status(404);

    // Told afterwards, too, and once.
    let known = officer.form(&path, "form[action$=tekija]");
    officer.form(&path, "form[action$=tekija]").finish().status(200).shows("näkee ratkaisun");
    known.submit().status(409);
    let (browser, page) = own(&org, &receipt);
    let page = page.status(200).shows("Hyväksytty").shows("Saat jäljennöksen tiedoistasi");
    let page = page.shows("Käsiteltiin pyyntöä").hides(HANDLED).hides(NOBODY);
    assert!(taken(&browser, &page).starts_with(b"PK"));
    own(&org, &data).1.status(200).shows("Luovutettiin");
}

#[test]
fn an_agent_whose_mandate_was_seen_reads_the_answer_with_the_request_s_code() {
    let mut org = Installation::mailing("feedback");
    feedback(&org);
    let browser = org.browser();
    let form = browser.form("/pyynto", "main form").set("type", "access").set("behalf", "agent");
    let form = form.set("contact", AGENT).set("subject", EMAIL);
    let page = form.attach("mandate", "valtakirja.pdf", MANDATE).finish().status(200);
    let page = page.shows("Tarkistamme ensin").hides("ei ollut todistusta").hides("linkki");
    let receipt = code(&page);
    let officer = staff::first(&mut org, "alma");
    let path = paths(&officer).remove(0);
    officer.form(&path, "form[action$=valtuutus]").finish().status(200);
    find(&officer, &path, EMAIL).shows("Pyynnön tekijä näkee ratkaisun");
    decide(&officer, &path, &[("decision", "granted")]);
    let (browser, page) = own(&org, &receipt);
    let page = page.status(200).shows("Hyväksytty").shows("Saat jäljennöksen tiedoistasi");
    assert!(taken(&browser, &page).starts_with(b"PK"));
    own(&org, &receipt).0.get("/oma/poista").status(200).hides("Palaute:");
}

#[test]
fn the_document_of_an_agent_lies_with_the_request_and_not_with_its_maker() {
    let mut org = Installation::new("feedback");
    let browser = org.browser();
    let form = browser.form("/pyynto", "main form").set("type", "access").set("behalf", "agent");
    // As large as the form says that it may be.
    let mut mandate = MANDATE.to_vec();
    mandate.resize(2_000_000, b' ');
    let page = form.attach("mandate", "valtakirja.pdf", &mandate).finish().status(200);
    let receipt = code(&page.shows("Todistuksesi on vastaanotettu"));
    let (browser, page) = own(&org, &receipt);
    page.status(200).shows("Jos lähetit todistuksen, se on vain pyynnön käsittelijöillä");
    let held = browser.get("/oma/tiedot.json").status(200).json()["records"].clone();
    assert_eq!(held.as_array().unwrap().len(), 1, "{held}");
    assert!(!held.to_string().contains("mandate"), "{held}");
    let officer = staff::first(&mut org, "alma");
    let path = format!("{}/valtakirja", paths(&officer).remove(0));
    assert_eq!(officer.get(&path).status(200).body, mandate);
}

#[test]
fn the_word_that_its_maker_is_known_is_about_the_request_as_it_was_seen() {
    let mut org = Installation::mailing("feedback");
    feedback(&org);
    let receipt = code(&request(&org, "access", UNKNOWN));
    let officer = staff::first(&mut org, "alma");
    let path = paths(&officer).remove(0);
    let pressed = officer.form(&path, "form[action$=tekija]");
    find(&officer, &path, EMAIL);
    pressed.submit().status(409).shows("muuttui tällä välin");
    own(&org, &receipt).1.status(200).shows(UNSHOWN);
    officer.form(&path, "form[action$=tekija]").finish().status(200);
    own(&org, &receipt).1.status(200).hides(UNSHOWN);
}

#[test]
fn a_request_that_staff_found_to_be_about_somebody_who_goes_waits_for_its_answer() {
    let mut org = Installation::mailing("feedback");
    let data = feedback(&org);
    let receipt = code(&request(&org, "access", UNKNOWN));
    let officer = staff::first(&mut org, "alma");
    let path = paths(&officer).remove(0);
    find(&officer, &path, EMAIL);
    own(&org, &data).0.form("/oma/poista", "main form").submit().status(200);
    own(&org, &data).1.status(200).shows("Poistettu 14.1.2026");
    officer.get(&path).status(200).hides("on yhdistetty").shows("Etsi tarkalla tiedolla");
    own(&org, &receipt).1.status(200).shows(UNSHOWN);
    let refused = [("decision", "refused"), ("ground", "none-held"), ("text", "Tietoja ei ole.")];
    decide(&officer, &path, &refused);
    officer.get(&path).status(200).shows("Tietoja ei ole.");
}

#[test]
fn staff_see_until_when_a_maker_would_hold_a_request_that_they_have_restricted() {
    let mut org = Installation::new("feedback");
    let receipt = code(&request(&org, "access", UNKNOWN));
    let officer = staff::first(&mut org, "alma");
    let path = paths(&officer).remove(0);
    officer.get(&path).status(200).hides("oman kappaleensa");
    let (browser, _) = own(&org, &receipt);
    let held = browser.get("/oma/tiedot.json").json()["records"][0]["id"].clone();
    let restrict = format!("/oma/tieto/{}/rajoita", held.as_str().unwrap());
    browser.form(&restrict, "main form").set("ground", "accuracy").finish().status(200);
    let page = officer.get(&path).status(200).shows("oman kappaleensa käyttöä 14.1.2026");
    page.shows("ei poistu 14.5.2026");
}

/// What a stranger sees with the code of their request, without what is made anew for everybody.
fn seen(browser: &Browser, own_words: &str) -> Vec<String> {
    let mut seen = vec![browser.get("/oma").status(200).source()];
    let records = browser.get("/oma/tiedot.json").status(200).json()["records"].clone();
    assert_eq!(records.as_array().unwrap().len(), 1, "{records}");
    assert_eq!(records[0]["updated"], records[0]["created"], "{records}");
    // The page and the file say the same last day: that of this entry, and that the request stays.
    let goes = records[0]["goes"].as_str().unwrap();
    assert!(goes.starts_with("2026-05-14"), "{records}");
    let page = browser.get("/oma").shows("14.5.2026").shows("koskee vain tätä merkintää");
    page.shows("vuoden kuluttua ratkaisusta").shows(HANDLED).hides(NOBODY);
    for path in
        ["/oma/tiedot.json", "/oma/tuloste", "/oma/katselut", "/oma/poista", "/oma/kalenteri"]
    {
        seen.push(browser.get(path).status(200).source());
    }
    let plain = |source: String| {
        let mut source = source.replace(own_words, "OSOITE");
        for number in ["Tietosuojapyyntö ", "\"number\":", "\"number\": "] {
            source = source.replace(&format!("{number}2"), &format!("{number}1"));
        }
        let words = source.split(|c: char| !(c.is_alphanumeric() || "-_.:+".contains(c)));
        let words = words.map(|word| {
            let id = word.trim_start_matches("r-");
            let id = id.len() == 26 && id.starts_with("01");
            // Ids, tokens, and moments: of the record and of the very visits.
            let moment = word.starts_with("2026-") && word.contains('T');
            let token = word.len() >= 30 && !word.contains("seloste");
            if id || moment || token { "*" } else { word }
        });
        words.collect::<Vec<_>>().join(" ")
    };
    seen.into_iter().map(plain).collect()
}

/// As a program is told it: states, versions, days and looks of what is held, but for ids and moments.
fn held(org: &Installation, receipt: &str) -> serde_json::Value {
    let program = org.browser().with("authorization", &format!("Receipt {receipt}"));
    let mut told = program.get("/api/v1/own").status(200).json();
    for list in ["looks", "records"] {
        for one in told[list].as_array_mut().unwrap() {
            let made = ["id", "at", "created", "updated", "number", "entry", "fields"];
            one.as_object_mut().unwrap().retain(|name, _| !made.contains(&name.as_str()));
        }
    }
    told
}

#[test]
fn s2_45_a_stranger_s_code_tells_the_same_of_a_known_and_an_unknown_address() {
    let mut org = Installation::mailing("feedback");
    let data = feedback(&org);
    let officer = staff::first(&mut org, "alma");
    let receipts =
        [EMAIL, UNKNOWN].map(|contact| (code(&request(&org, "access", contact)), contact));
    let all = paths(&officer);
    assert_eq!(all.len(), 2);
    let strangers = || receipts.each_ref().map(|(receipt, of)| (own(&org, receipt).0, *of));
    let signed_in = strangers();
    let same = |when: &str, strangers: &[(Browser, &str); 2]| {
        let [known, unknown] = strangers.each_ref().map(|(browser, of)| seen(browser, of));
        assert_eq!(known, unknown, "{when}");
        known
    };
    let first = same("asked", &signed_in);
    // The same work on both.
    let known = all.iter().find(|path| officer.get(path).text().contains(EMAIL)).unwrap();
    let unknown = all.iter().find(|path| *path != known).unwrap();
    for path in [known, unknown] {
        officer.form(path, "form[action$=hoitaja]").finish().status(200);
        let form = officer.form(path, "form[action$=muistiinpano]").set("text", "Kysy arkistosta");
        form.finish().status(200);
        let form = officer.form(&format!("{path}/etsi"), "form[action$=etsi]");
        form.set("value", UNKNOWN).submit().status(422);
    }
    same("noted", &signed_in);
    find(&officer, known, EMAIL);
    same("matched", &signed_in);
    decide(&officer, known, &[("decision", "granted")]);
    let page = officer.get(unknown).shows("Tällä sähköpostiosoitteella ei säilytetä mitään");
    assert_eq!(page.attributes("option[value=none-held][selected]", "value").len(), 1);
    decide(&officer, unknown, &[]);
    assert_eq!(same("decided", &signed_in)[1], first[1], "nothing of it at all");
    let [known, unknown] = receipts.each_ref().map(|(receipt, _)| held(&org, receipt));
    assert_eq!(known, unknown);
    // Numbers have no gap.
    assert!(request(&org, "access", UNKNOWN).text().contains("Numero 3"));
    // Whoever the data are about erases them: no stranger learns of it.
    let (browser, _) = own(&org, &data);
    browser.form("/oma/poista", "main form").submit().status(200).shows("Poistettu");
    same("erased", &signed_in);
    org.advance("2026-02-20T10:00:00+02:00");
    let over = same("over", &strangers());
    assert!(over[0].contains("määräpäivä on ollut"), "{}", over[0]);
    // Both go on the same day, by the clock.
    org.advance("2026-05-20T10:00:00+03:00");
    for (receipt, _) in &receipts {
        wait_for("the end", || own(&org, receipt).1.text().contains("Säilytysaika päättyi"));
    }
    let_jobs_look();
}

#[test]
fn after_an_erasure_open_requests_of_the_same_address_are_proposed_for_an_answer() {
    let mut org = Installation::mailing("feedback");
    let data = feedback(&org);
    request(&org, "rectification", EMAIL);
    let officer = staff::first(&mut org, "alma");
    let path = paths(&officer).remove(0);
    officer.get(&path).status(200).hides("ei säilytetä mitään");
    own(&org, &data).0.form("/oma/poista", "main form").submit().status(200);
    officer.get(&path).status(200).shows("ei säilytetä mitään");
    decide(&officer, &path, &[]).shows("Tällä osoitteella ei säilytetä tietoja");
    officer.get(DESK).status(200).shows("Pyyntöjä ei ole");
}

#[test]
fn a_question_is_asked_where_somebody_can_read_it_and_the_desk_says_who() {
    let mut org = Installation::mailing("feedback");
    feedback(&org);
    org.end_mail();
    let receipt = code(&request(&org, "access", EMAIL));
    let officer = staff::first(&mut org, "alma");
    let path = paths(&officer).remove(0);
    let page = officer.get(&path).status(200).shows("Kysymys ei lähde sähköpostilla");
    let form = officer.form_on(&page, "form[action$=kysy]").set("text", "Milloin kirjoitit?");
    let (page, letter) = staff::send(&officer, form, "kysy");
    page.status(200).shows("pysähdyksissä");
    letter.shows("Kirje ennen lähettämistä").shows("näkyy pyynnön tekijälle kuittikoodilla");
    let (_, page) = own(&org, &receipt);
    page.status(200).shows("Milloin kirjoitit?").shows("kunnes vastaat");

    // Whoever erased what their code showed reads nothing with it any longer.
    let receipt = code(&request(&org, "access", EMAIL));
    let path = paths(&officer).into_iter().find(|one| *one != path).unwrap();
    let ask = officer.form(&path, "form[action$=kysy]").set("text", "Milloin kirjoitit?");
    let found = find(&officer, &path, EMAIL);
    own(&org, &receipt).0.form("/oma/poista", "main form").submit().status(200);
    let page = officer.form_on(&found, "form[action$=pura]").finish().status(200);
    page.shows("eikä mikään kuittikoodi näytä").hides("Kysymys ei lähde").hides("pysähdyksissä");
    ask.submit().status(409).shows("eikä mikään kuittikoodi näytä");
}

#[test]
fn a_copy_that_was_granted_in_part_is_not_opened_whole() {
    let mut org = Installation::mailing("feedback");
    feedback(&org);
    let receipt = code(&request(&org, "access", EMAIL));
    let officer = staff::first(&mut org, "alma");
    let path = paths(&officer).remove(0);
    find(&officer, &path, EMAIL);
    officer.form(&path, "form[action$=tekija]").finish().status(200);
    let partly = [("decision", "partly"), ("ground", "15-4"), ("text", "Osa koskee muita.")];
    decide(&officer, &path, &partly);
    let (browser, page) = own(&org, &receipt);
    let page = page.status(200).shows("Osa koskee muita");
    assert_eq!(copies(&page), [""; 0]);
    let id = page.attributes("main section h2", "id").remove(0).replacen("r-", "", 1);
    browser.get(&format!("/oma/pyynto/{id}/kopio")).status(404);
}
