//! The own page whole: everything in one paged list, who looked, what can be done, the calendar of
//! coming deletions.

use crate::support::browser::Browser;
use crate::support::feedback;
use crate::support::installation::Installation;
use crate::support::page::Page;
use crate::support::staff;
use crate::support::wait::wait_for;

const MESSAGE: &str = "Kanarialinnun viesti: kahvila on auki liian vähän";

/// Sends feedback with contact details and opens its own page; gives the code, too.
fn own(installation: &Installation) -> (Browser, Page, String) {
    let code = feedback::with_contact(installation, MESSAGE).one(".code-display code");
    let (browser, page) = open(installation, &code);
    (browser, page, code)
}

fn open(installation: &Installation, code: &str) -> (Browser, Page) {
    let browser = installation.browser();
    let page = browser.form("/oma", "main form").set("code", code).finish().status(200);
    (browser, page)
}

#[test]
fn s0_33_the_own_page_tells_of_each_record_what_the_file_tells() {
    let installation = Installation::mailing("feedback");
    let (browser, page, _) = own(&installation);
    let page = page.shows(MESSAGE).shows(feedback::NAME).shows(feedback::EMAIL);
    // Purpose, basis with its law, source, version with a link, last day and what could postpone it.
    let page = page.shows("Palvelun kehittäminen palautteen sisällön perusteella");
    let page = page.shows("Tietosuojalaki (1050/2018) 4 § 1 mom. 2 kohta");
    let page = page.shows("Annoit sen itse").shows("14.2.2026").shows("Mikä voi lykätä");
    let version = page.attributes("main a[href*='/tietosuoja/palaute/v/1']", "href").remove(0);
    browser.get(&version).status(200).shows("Palautepalvelu");
    let copy = browser.get("/oma/tiedot.json").status(200).json();
    let record = &copy["records"][0];
    for (field, value) in
        [("message", MESSAGE), ("name", feedback::NAME), ("email", feedback::EMAIL)]
    {
        assert_eq!(record["fields"][field]["value"], value, "{copy}");
        assert!(record["fields"][field]["purposes"][0]["basis"].is_string(), "{copy}");
    }
    assert!(record["goes"].as_str().unwrap().starts_with("2026-02-14"), "{copy}");
    assert_eq!(record["source"], "Annoit sen itse");
    assert_eq!(record["notice-version"], 1);
}

#[test]
fn s0_75_the_own_page_lists_empty_fields_and_consents_too() {
    let installation = Installation::mailing("feedback");
    let code = feedback::anonymous(&installation, MESSAGE).one(".code-display code");
    let (_, page) = open(&installation, &code);
    let page = page.shows("Nimi Et ole antanut").shows("Sähköpostiosoite Et ole antanut");
    page.hides("Annettu 14.1.2026");
    let (_, page, _) = own(&installation);
    page.shows("Annettu 14.1.2026").shows("Peru suostumus").hides("Et ole antanut");
}

#[test]
fn s0_75_what_went_with_a_consent_is_told_as_gone_and_not_as_never_given() {
    let installation = Installation::mailing("feedback");
    let browser = installation.browser();
    // An address, and no name.
    let form = browser.form("/palaute", "main form").set("message", MESSAGE);
    let page = form.set("email", feedback::EMAIL).tick("consent-answer").submit().status(200);
    let (browser, own) = open(&installation, &page.one(".code-display code"));
    own.shows("Nimi Et ole antanut");
    let withdraw = browser.get("/oma").attributes("a[href*='/peru/']", "href").remove(0);
    installation.advance("2026-01-20T10:00:00+02:00");
    let (browser, _) = open(&installation, &page.one(".code-display code"));
    browser.form(&withdraw, "main form").finish().status(200);
    let page = browser.get("/oma").status(200).shows("Nimi Et ole antanut");
    page.shows("Sähköpostiosoite Poistettu 20.1.2026, kun peruit suostumuksesi");
    browser.get("/sv/oma").status(200).shows("Raderat 20.1.2026, när du återkallade");
    browser.get("/en/oma").status(200).shows("when you withdrew your consent");
}

#[test]
fn s0_76_a_paged_list_has_every_text_once() {
    let installation = Installation::mailing("feedback");
    let (browser, page, _) = own(&installation);
    let mut texts = vec![MESSAGE.to_owned()];
    let code = page.all("main section h2").len();
    assert_eq!(code, 1);
    // Each objection opens a request, unless one stands already.
    for _ in 0..24 {
        for path in ["/oma/vastusta/develop", "/oma/vastusta/develop/peru"] {
            // One visitor does not press so often: some are told to come again in a second.
            let form = || browser.form("/oma", &format!("form[action$='{path}']"));
            wait_for("a press that is let in", || form().submit().status == 303);
        }
        texts.push("Vastustan tietojeni käyttöä".to_owned());
    }
    let (mut shown, mut next) = (Vec::new(), Some("/oma".to_owned()));
    let mut pages = 0;
    while let Some(path) = next {
        let page = browser.get(&path).status(200);
        shown.extend(page.attributes("main section h2", "id"));
        next = page.attributes("nav a[rel=next]", "href").into_iter().next();
        pages += 1;
    }
    assert_eq!((shown.len(), pages), (texts.len(), 2));
    let mut once = shown.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), shown.len(), "a record came twice");
    let copy = browser.get("/oma/tiedot.json").status(200).json();
    assert_eq!(copy["records"].as_array().unwrap().len(), texts.len());
    let print = browser.get("/oma/tuloste").status(200);
    assert_eq!(print.all("main section h2").len(), texts.len());
}

#[test]
fn s0_78_a_detail_is_corrected_or_deleted_at_once_and_nothing_keeps_the_old() {
    let installation = Installation::mailing("feedback");
    let (browser, page, _) = own(&installation);
    let correct = page.attributes("main a[href$='/korjaa']", "href").remove(0);
    let form = browser.form(&correct, "main form").set("name", "Kerttu Korjattu");
    form.finish().status(200).shows("Kerttu Korjattu").hides(feedback::NAME);
    let copy = browser.get("/oma/tiedot.json").status(200).json();
    assert_eq!(copy["records"][0]["fields"]["name"]["value"], "Kerttu Korjattu");
    assert_eq!(installation.scan(feedback::NAME), []);
    browser.form(&correct, "main form").set("name", "").finish().status(200);
    let copy = browser.get("/oma/tiedot.json").status(200).json();
    assert!(copy["records"][0]["fields"].get("name").is_none(), "{copy}");
}

#[test]
fn an_objection_is_one_click_and_becomes_a_request_with_a_clock() {
    let installation = Installation::mailing("feedback");
    let (browser, page, _) = own(&installation);
    // Only what rests on a public task or legitimate interests can be objected to.
    let open = page.attributes("form[action*='/oma/vastusta/']", "action");
    assert_eq!(open, ["/oma/vastusta/develop"]);
    let token = browser.form("/oma", "form[action$='/oma/vastusta/develop']");
    let form = browser.form("/oma", "form[action$='/oma/vastusta/develop']");
    let page = form.finish().status(200).shows("Vastustamisesi on vastaanotettu");
    let page = page.shows("Vastustan tietojeni käyttöä tähän tarkoitukseen: Palvelun kehittäminen");
    page.shows("Vastataan viimeistään")
        .shows("13.2.2026")
        .shows("ennen kuin vastustuksesi on ratkaistu");
    let value = token.page().attributes("form[action$='develop'] input", "value").remove(0);
    let name = token.page().attributes("form[action$='develop'] input", "name").remove(0);
    browser.post("/oma/vastusta/answer", &[(&name, &value)]).status(404);
}

#[test]
fn everybody_who_looked_is_told_page_by_page() {
    let mut installation = Installation::mailing("feedback");
    let (_, _, code) = own(&installation);
    let handler = staff::first(&mut installation, "alma");
    let path = feedback::newest(&handler);
    for _ in 0..110 {
        handler.get(&path).status(200);
    }
    let (browser, page) = open(&installation, &code);
    let more = page.attributes("main a[href*='/oma/katselut']", "href").remove(0);
    let rest = browser.get(&more).status(200).shows("Palautteen käsittelijä");
    assert_eq!(rest.attributes("nav a[rel=next]", "href"), Vec::<String>::new());
    let counted = |page: &Page| {
        let rows: Vec<String> = page.all("tbody tr");
        let times = rows.iter().filter_map(|row| {
            let (_, after) = row.split_once("Katsottiin (")?;
            after.split_once(" kertaa")?.0.parse::<i64>().ok()
        });
        times.sum::<i64>()
    };
    let all = counted(&page) + counted(&rest);
    assert!(all >= 110, "{all} looks are told of 110");
    page.hides("alma").shows("Palautteen käsittelijä");
    browser.get("/oma/katselut?jatko=mitä.vain").status(200);
}

#[test]
fn a_hold_says_what_postpones_the_deletion() {
    let installation = Installation::mailing("feedback");
    let (browser, page, code) = own(&installation);
    page.shows("Ei mikään tällä hetkellä").shows("Poistetaan viimeistään 14.2.2026");
    let copy = browser.get("/oma/tiedot.json").status(200).json();
    let id = copy["records"][0]["id"].as_str().unwrap().to_owned();
    // By the number that pages show, or by the id.
    let unknown = installation.cli(&["hold", "add", ".", "7", "--ground", "legal-claim"]);
    assert!(!unknown.status.success());
    installation.ok(&["hold", "add", ".", "1", "--ground", "legal-claim"]);
    installation.ok(&["hold", "release", ".", &id, "--ground", "legal-claim"]);
    installation.ok(&["hold", "add", ".", "1", "--kind", "feedback", "--ground", "legal-claim"]);
    let (day, ends) =
        ("viimeistään 14.2.2026", "viimeistään Kun säilyttämisen peruste on päättynyt");
    let page = browser.get("/oma").status(200);
    page.shows("Oikeudellinen vaade. Tietoa")
        .shows("kunnes peruste päättyy")
        .shows(ends)
        .hides(day);
    // A demand for erasure makes no day either.
    browser.form("/oma/poista", "main form").submit().status(200);
    open(&installation, &code).1.shows(MESSAGE).shows(ends).hides("Poistetaan viimeistään 1");
}

#[test]
fn coming_deletions_are_a_calendar_without_content() {
    let installation = Installation::mailing("feedback");
    let (browser, _, _) = own(&installation);
    browser.form("/oma", "form[action$='/oma/vastusta/develop']").finish().status(200);
    let file = browser.get("/oma/kalenteri.ics").status(200);
    assert_eq!(file.header("content-type"), "text/calendar; charset=utf-8");
    let lines = unfolded(&file.source());
    assert!(file.source().contains("\r\n"), "RFC 5545 wants CRLF");
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "DTSTART;VALUE=DATE:20260214"] {
        assert!(lines.iter().any(|found| found == line), "{line}: {lines:?}");
    }
    // The request has no last day before it is decided.
    assert_eq!(lines.iter().filter(|line| *line == "BEGIN:VEVENT").count(), 1, "{lines:?}");
    for private in [MESSAGE, feedback::NAME, feedback::EMAIL, "Palaute", "palaute"] {
        assert!(!file.source().contains(private), "{private}");
    }
    // The same entry keeps its name, so that a program changes it instead of adding another.
    let again = browser.get("/oma/kalenteri.ics").status(200);
    let uid = |page: &Page| unfolded(&page.source()).into_iter().find(|l| l.starts_with("UID:"));
    assert_eq!(uid(&file), uid(&again));
    assert_eq!(installation.browser().get("/oma/kalenteri.ics").location().unwrap(), "/oma");
}

#[test]
fn whoever_has_let_a_calendar_s_address_slip_sees_once_a_day_that_it_is_fetched() {
    let installation = Installation::mailing("feedback");
    let (browser, _, code) = own(&installation);
    let page = browser.form("/oma/kalenteri", "form[action='/oma/kalenteri']").submit();
    let address = page.status(200).one(".code-display code");
    let address = &address[address.find("/kalenteri/").unwrap()..];
    let looks = |browser: &Browser| {
        let page = browser.get("/oma/katselut").status(200).text();
        page.matches("Noudettiin poistopäivien kalenteri").count()
    };
    assert_eq!(looks(&browser), 0);
    for _ in 0..3 {
        installation.browser().get(address).status(200);
    }
    assert_eq!(looks(&browser), 1);
    installation.advance("2026-01-15T10:00:00+02:00");
    for _ in 0..3 {
        installation.browser().get(address).status(200);
    }
    let (browser, _) = open(&installation, &code);
    assert_eq!(looks(&browser), 2);
    let told = installation.json(&["ledger", "show", "--last", "100"]);
    let entries = told["entries"].as_array().unwrap().iter();
    assert_eq!(entries.filter(|entry| entry["action"] == "fetch-calendar").count(), 2, "{told}");
}

#[test]
fn a_calendar_s_address_is_secret_can_be_ended_and_dies_with_the_data() {
    let mut installation = Installation::mailing("feedback");
    let (browser, _, code) = own(&installation);
    let address = |page: &Page| {
        let address = page.one(".code-display code");
        address[address.find("/kalenteri/").unwrap()..].to_owned()
    };
    let first = browser.form("/oma/kalenteri", "form[action='/oma/kalenteri']").submit();
    let first = address(&first.status(200).shows("Ota osoite talteen nyt"));
    let program = installation.browser();
    let fetched = program.get(&first).status(200);
    assert!(fetched.source().contains("DTSTART;VALUE=DATE:20260214"));
    assert_eq!(fetched.header("set-cookie"), "");
    let secret = first.trim_start_matches("/kalenteri/").trim_end_matches(".ics");
    assert_eq!(installation.scan(secret), [], "only a digest is kept");
    program.get("/kalenteri/0000000000000000000000000000000000000000.ics").status(404);
    // A new one takes its place; ending it ends it; both survive a restart.
    let second = browser.form("/oma/kalenteri", "form[action='/oma/kalenteri']").submit();
    let second = address(&second.status(200));
    program.get(&first).status(404);
    installation.restart();
    program.get(&second).status(200);
    let form = browser.form("/oma/kalenteri", "form[action$='lopeta']");
    form.finish().status(200).shows("Osoite ei enää toimi");
    program.get(&second).status(404);
    let third = browser.form("/oma/kalenteri", "form[action='/oma/kalenteri']").submit();
    let third = address(&third.status(200));
    browser.form("/oma/poista", "main form").submit().status(200);
    program.get(&third).status(404);
    open(&installation, &code).1.shows("Poistettu 14.1.2026");
}

/// The lines of a calendar file, with folded ones joined (RFC 5545 §3.1).
fn unfolded(text: &str) -> Vec<String> {
    text.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
}
