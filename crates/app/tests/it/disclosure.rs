//! Data leave only by the gate: with a ground, a document or a provision, and a second person
//! where the provision is an uncommon one.

use crate::support::browser::Browser;
use crate::support::feedback::{EMAIL, NAME, anonymous, newest, with_contact};
use crate::support::installation::Installation;
use crate::support::page::Page;
use crate::support::staff;

const TEXT: &str = "Luovutettava teksti";

/// A small but real PDF.
const MANDATE: &[u8] =
    b"%PDF-1.4\n% Valtakirja: Matti Mallikas hoitaa asian Marsalkkatiesta\n%%EOF\n";

/// The list of disclosures.
const REGISTER: &str = "/hallinta/luovutukset";

/// Fills in a disclosure of the newest feedback and sends it.
fn disclose(handler: &Browser, fields: &[(&str, &str)]) -> Page {
    filled(handler, fields).submit()
}

fn filled<'b>(handler: &'b Browser, fields: &[(&str, &str)]) -> crate::support::form::Form<'b> {
    let path = format!("{}/luovuta", newest(handler));
    let by_law = fields.iter().any(|(_, value)| ["listed", "statute"].contains(value));
    let class = if by_law { "by-law" } else { "by-consent" };
    let form = handler.form(&path, "main form").set("recipient", class);
    let mut form = form.set("called", "Esimerkki ry").tick("items");
    if !fields.iter().any(|(name, _)| *name == "purpose") {
        form = form.set("purpose", "recipient-task");
    }
    for (name, value) in fields {
        form = form.set(name, value);
    }
    form
}

/// The newest line of the list of disclosures, as its cells.
fn newest_line(officer: &Browser) -> Vec<String> {
    let page = officer.get(REGISTER).status(200);
    page.all("tbody tr:first-child th, tbody tr:first-child td")
}

fn newest_disclosure(officer: &Browser) -> String {
    officer.get(REGISTER).status(200).attributes("tbody th a", "href").remove(0)
}

#[test]
fn s2_30_nothing_is_disclosed_without_a_ground() {
    let mut installation = Installation::new("feedback");
    anonymous(&installation, TEXT);
    let handler = staff::first(&mut installation, "alma");
    disclose(&handler, &[]).status(422).hides(TEXT);
    disclose(&handler, &[("ground", "consent")]).status(422).hides(TEXT).shows("mistä suostumus");
    // Both tries are in the ledger, and no disclosure is.
    let ledger = installation.ok(&["ledger", "show", "--last", "200"]);
    assert_eq!(ledger.matches("disclose:refused").count(), 2, "{ledger}");
    handler.get(REGISTER).status(200).shows("Luovutuksia ei ole");

    let given = disclose(&handler, &[("ground", "consent"), ("reference", "Kirje 12/2026")]);
    given.status(200).shows("Luovutus on kirjattu").shows(TEXT);
    let line = newest_line(&handler);
    assert!(line.contains(&"Esimerkki ry".to_owned()), "{line:?}");
    assert!(line.contains(&"Kirje 12/2026".to_owned()) && line.contains(&"Luovutettu".to_owned()));
}

#[test]
fn nothing_is_asked_about_feedback_that_is_not_there() {
    let mut org = Installation::mailing("feedback");
    anonymous(&org, TEXT);
    let handler = staff::first(&mut org, "alma");
    let path = newest(&handler);
    handler.get(&format!("{path}/luovuta")).status(200);
    handler.get("/hallinta/palaute/00000000000000000000000000/luovuta").status(404);
    handler.get(&path.replace("palaute/", "palaute/x")).status(404);
}

#[test]
fn s2_31_an_agent_s_consent_needs_a_checked_mandate() {
    let mut installation = Installation::new("feedback");
    anonymous(&installation, TEXT);
    let handler = staff::first(&mut installation, "alma");
    let mandate = [("ground", "mandate"), ("reference", "Valtakirja 3/2026")];
    // No document, nobody has looked at it, not a document, too large: nothing leaves.
    disclose(&handler, &mandate).status(422).hides(TEXT).shows("Liitä asiakirja");
    let unchecked = filled(&handler, &mandate).attach("document", "valtakirja.pdf", MANDATE);
    unchecked.submit().status(422).hides(TEXT).shows("Tarkista valtuutus");
    let filled = || filled(&handler, &mandate).tick("checked");
    let script = filled().attach("document", "valtakirja.pdf", b"<script>alert(1)</script>");
    script.submit().status(422).hides(TEXT).shows("PDF-, PNG- tai JPEG");
    let mut large = b"%PDF-1.4\n".to_vec();
    large.resize(2_000_001, b' ');
    filled()
        .attach("document", "iso.pdf", &large)
        .submit()
        .status(422)
        .hides(TEXT)
        .shows("liian suuri");
    handler.get(REGISTER).status(200).shows("Luovutuksia ei ole");
    assert_eq!(installation.scan("Marsalkkatiesta"), [], "what is refused is not kept");

    let given = filled().attach("document", "valtakirja.pdf", MANDATE).submit();
    given.status(200).shows("Luovutus on kirjattu").shows(TEXT);
    let line = newest_line(&handler).join(" ");
    assert!(line.contains("Valtakirja 3/2026 sha256:"), "{line}");
    // The document is there for who may see it, sealed for everybody else.
    let page = handler.get(&newest_disclosure(&handler)).status(200).shows("PDF, 1 kt");
    let path = page.attributes("a[href$=asiakirja]", "href").remove(0);
    let document = handler.get(&path).status(200);
    assert_eq!(document.body, MANDATE);
    assert!(document.header("content-disposition").starts_with("attachment"));
    assert_eq!(installation.scan("Marsalkkatiesta"), []);
    let stranger = installation.browser().get(&path);
    assert!(stranger.location().is_some_and(|to| to.starts_with("/hallinta/kirjaudu")));
}

#[test]
fn s2_31_only_forms_that_ask_for_a_file_take_one() {
    let installation = Installation::new("feedback");
    let body = b"--x\r\nContent-Disposition: form-data; name=\"message\"\r\n\r\nHei\r\n--x--\r\n";
    let request = http::Request::post("/palaute")
        .header("content-type", "multipart/form-data; boundary=x")
        .body(body.to_vec());
    installation.browser().send(request.unwrap()).status(400);
    let broken = http::Request::post("/palaute")
        .header("content-type", "multipart/form-data; boundary=x")
        .body(b"--x\r\nnothing of the kind".to_vec());
    installation.browser().send(broken.unwrap()).status(400);
}

#[test]
fn s2_32_a_listed_provision_is_recorded_at_once() {
    let mut installation = Installation::new("feedback");
    let receipt = anonymous(&installation, TEXT).one(".code-display code");
    let handler = staff::first(&mut installation, "alma");
    disclose(&handler, &[("ground", "listed")]).status(422).hides(TEXT).shows("Valitse lainkohta");
    let law = [("ground", "listed"), ("statute", "872/2011-4-2")];
    disclose(&handler, &law).status(200).shows(TEXT);
    let line = newest_line(&handler).join(" ");
    assert!(line.contains("Poliisilaki (872/2011) 4 luku 2 §"), "{line}");
    // The person sees who has received the data.
    let own = installation.browser();
    let page = own.form("/oma", "main form").set("code", &receipt).finish().status(200);
    page.shows("Poliisilaki (872/2011) 4 luku 2 §").shows("Esimerkki ry").shows("Luovutettu");
}

#[test]
fn s2_32_another_law_waits_for_a_second_person() {
    let mut installation = Installation::build("feedback").without_second_factor().start();
    let receipt = anonymous(&installation, TEXT).one(".code-display code");
    let handler = staff::first(&mut installation, "alma");
    let act = [("ground", "statute"), ("act", "Esimerkkilaki (1/2020)")];
    disclose(&handler, &act).status(422).hides(TEXT).shows("Kirjoita pykälä");
    disclose(&handler, &[("ground", "statute"), ("section", "5 §")]).status(422).hides(TEXT);
    let whole = [act.as_slice(), &[("section", "5 §")]].concat();
    disclose(&handler, &whole).status(200).hides(TEXT).shows("odottaa toisen henkilön");

    // Whoever proposed it cannot approve it, not even with all roles.
    let item = newest_disclosure(&handler);
    let page = handler.get(&item).status(200).shows("Esimerkkilaki (1/2020) 5 §");
    assert_eq!(page.attributes("form[action$=ratkaise]", "action"), [""; 0]);
    let feedback = newest(&handler);
    assert_eq!(handler.get(&feedback).attributes("form[action*='/luovuta/']", "action"), [""; 0]);
    // Nor with the form of another disclosure, which somebody else proposed.
    let other = staff::member(&installation, "iida", &["handler"]);
    disclose(&other, &whole).status(200).hides(TEXT);
    let all = handler.get(REGISTER).status(200).attributes("tbody th a", "href");
    let theirs = all.into_iter().find(|path| *path != item).unwrap();
    let page = handler.get(&theirs).status(200);
    let token = page.attributes("form[action$=ratkaise] input[name=_token]", "value").remove(0);
    let fields = [("_token", token.as_str()), ("decision", "approve")];
    let own = handler.post(&format!("{item}/ratkaise"), &fields).status(403);
    own.shows("hyväksyy toinen henkilö");
    handler.get(&item).status(200).shows("Odottaa toisen henkilön hyväksyntää");
    let officer = staff::member(&installation, "olli", &["officer"]);
    let form = officer.form(&item, "form[action$=ratkaise]");
    form.set("decision", "approve").finish().status(200).shows("Hyväksytty; ei vielä luovutettu");
    installation.browser().get(&item).location().unwrap();

    // Now it can be handed over, once.
    let page = handler.form(&feedback, "form[action*='/luovuta/']").submit().status(200);
    page.shows("Luovutus on kirjattu").shows(TEXT);
    assert_eq!(handler.get(&feedback).attributes("form[action*='/luovuta/']", "action"), [""; 0]);
    officer.get(&item).status(200).shows("Luovutettu");
    let own = installation.browser();
    let page = own.form("/oma", "main form").set("code", &receipt).finish().status(200);
    page.shows("Esimerkkilaki (1/2020) 5 §");
}

#[test]
fn s2_32_what_a_new_notice_does_not_allow_any_more_is_not_handed_over() {
    let mut installation = Installation::build("feedback").without_second_factor().start();
    anonymous(&installation, TEXT);
    let handler = staff::first(&mut installation, "alma");
    let law = [("ground", "statute"), ("act", "Esimerkkilaki (1/2020)"), ("section", "5 §")];
    disclose(&handler, &law).status(200).hides(TEXT);
    let officer = staff::member(&installation, "olli", &["officer"]);
    let form = officer.form(&newest_disclosure(&handler), "form[action$=ratkaise]");
    form.set("decision", "approve").finish().status(200).shows("Hyväksytty; ei vielä luovutettu");
    installation.edit_notice("grounds=\"statute\"", "grounds=\"mandate\"");
    // That another class may now have it on that ground says nothing about this one.
    installation.edit_notice("grounds=\"consent mandate\"", "grounds=\"consent statute\"");
    installation.ok(&["publish", "--reason", "Koe"]);
    let feedback = newest(&handler);
    let page = handler.form(&feedback, "form[action*='/luovuta/']").submit().status(403);
    page.hides(TEXT).shows("recipient.by-law").shows("grounds");
}

#[test]
fn s2_32_what_a_second_person_refuses_is_not_handed_over() {
    let mut installation = Installation::build("feedback").without_second_factor().start();
    anonymous(&installation, TEXT);
    let handler = staff::first(&mut installation, "alma");
    let law = [("ground", "statute"), ("act", "Esimerkkilaki (1/2020)"), ("section", "5 §")];
    disclose(&handler, &law).status(200).hides(TEXT);
    let item = newest_disclosure(&handler);
    let officer = staff::member(&installation, "olli", &["officer"]);
    let again = officer.form(&item, "form[action$=ratkaise]").set("decision", "approve");
    let form = officer.form(&item, "form[action$=ratkaise]");
    form.set("decision", "reject").finish().status(200).shows("Hylätty; mitään ei ole luovutettu");
    again.submit().status(409);
    let feedback = newest(&handler);
    assert_eq!(handler.get(&feedback).attributes("form[action*='/luovuta/']", "action"), [""; 0]);
}

/// Asks for a document as anybody can; the number of the request.
fn ask_for_a_document(installation: &Installation) -> String {
    let browser = installation.browser();
    let form = browser.form("/tietopyynto", "main form");
    let page = form.set("text", "Palautteet tammikuulta").set("contact", "toimittaja@example.fi");
    let page = page.finish().status(200).shows("Pyyntösi on vastaanotettu");
    page.one("dl dd")
}

#[test]
fn s2_32_openness_requests_have_their_own_path_and_deadline() {
    let mut installation = Installation::new("feedback");
    installation.browser().get("/tietopyynto").status(200).shows("viimeistään kahdessa viikossa");
    let offered = installation.browser().get("/pyynto").status(200);
    assert!(offered.attributes("main a", "href").contains(&"/tietopyynto".to_owned()));
    anonymous(&installation, TEXT);
    let number = ask_for_a_document(&installation);
    let officer = staff::first(&mut installation, "alma");
    // Two weeks from the fourteenth of January.
    let desk = officer.get("/hallinta/pyynnot").status(200);
    let desk = desk.shows("28.1.2026").shows("Pyydän asiakirjaa julkisuuslain nojalla");
    let item = desk.attributes("tbody th a", "href").remove(0);

    // The act is no ground without the request.
    let law = [("ground", "listed"), ("statute", "621/1999-9")];
    disclose(&officer, &law).status(422).hides(TEXT).shows("tietopyynnön numero");
    let wrong = [law.as_slice(), &[("request", "77")]].concat();
    disclose(&officer, &wrong).status(422).hides(TEXT).shows("ei ole tällä numerolla");
    let right = [law.as_slice(), &[("request", number.as_str())]].concat();
    disclose(&officer, &right).status(200).shows(TEXT);
    let line = newest_line(&officer).join(" ");
    assert!(line.contains(&format!("(621/1999) 9 § (tietopyyntö {number})")), "{line}");

    // Much to look through: a month, once, with its ground.
    let form = officer.form(&item, "form[action$=pidenna]").set("ground", "longer-many");
    form.finish().status(200).shows("14.2.2026").shows("Asiakirjoja on paljon");
    assert_eq!(officer.get(&item).attributes("form[action$=pidenna]", "action"), [""; 0]);
    let form = officer.form(&item, "form[action$=ratkaise]").set("decision", "granted");
    let page = staff::decide(&officer, form.set("text", "Liitteenä pyydetyt tekstit.")).status(200);
    page.shows("hallinto-oikeuteen").hides("Voit valittaa tietojesi");
    let over = disclose(&officer, &right).status(422);
    over.hides(TEXT).shows("ei ole tällä numerolla");
}

#[test]
fn s2_32_an_openness_request_past_its_two_weeks_is_red() {
    let installation = Installation::new("feedback");
    ask_for_a_document(&installation);
    let state = |wanted: &str| {
        let output = installation.cli(&["promises", "--format", "json"]);
        let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let all = told["promises"].as_array().unwrap();
        let found = all.iter().find(|one| one["id"] == "palaute.rights.deadline").unwrap();
        assert_eq!(found["state"]["state"], wanted, "{found}");
    };
    installation.advance("2026-01-28T09:00:00+02:00");
    state("kept");
    installation.advance("2026-01-28T11:00:00+02:00");
    state("broken");
}

#[test]
fn s2_33_texts_leave_only_with_recipient_and_ground() {
    let mut installation = Installation::mailing("feedback");
    with_contact(&installation, "=HYPERLINK(\"x\") ja muuta");
    anonymous(&installation, "Toinen viesti");
    let handler = staff::first(&mut installation, "alma");
    let form = |fields: &[(&str, &str)]| {
        let mut form = handler.form("/hallinta/palaute/vie", "main form");
        for (name, value) in fields {
            form = form.set(name, value);
        }
        form.submit()
    };
    form(&[]).status(422).hides("Toinen viesti");
    let who = [
        ("recipient", "by-consent"),
        ("called", "Esimerkki ry"),
        ("purpose", "recipient-task"),
        ("ground", "consent"),
    ];
    form(&who).status(422).hides("Toinen viesti");
    // What needs a second person or a mandate is done one by one.
    let page = handler.get("/hallinta/palaute/vie").status(200);
    assert_eq!(page.attributes("input[name=ground]", "value"), ["consent", "listed"]);
    let file = form(&[who.as_slice(), &[("reference", "Päätös 5/2026")]].concat()).status(200);
    assert!(file.header("content-disposition").contains("attachment"));
    let text = file.source();
    assert!(
        text.contains("Toinen viesti") && !text.contains(EMAIL) && !text.contains(NAME),
        "{text}"
    );
    assert!(text.contains("\"'=HYPERLINK"), "a formula must be made text: {text}");
}

#[test]
fn s2_52_forbidden_disclosures_are_refused_even_with_consent() {
    let mut installation = Installation::new("feedback");
    anonymous(&installation, "Luovutettava teksti");
    let handler = staff::first(&mut installation, "alma");
    for purpose in ["direct-marketing", "market-research", "directory", "genealogy"] {
        let consent = [("purpose", purpose), ("ground", "consent"), ("reference", "Kirje 12/2026")];
        let page = disclose(&handler, &consent).status(403).hides("Luovutettava teksti");
        page.shows(&format!("palaute.forbid.{purpose}"));
    }
}
