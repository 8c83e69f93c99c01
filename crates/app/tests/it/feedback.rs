//! Feedback from sending to its end: what visitors, handlers, developers and recipients can do,
//! and what nobody can.

use crate::support::browser::Browser;
use crate::support::feedback::{EMAIL, NAME, anonymous, consenting, newest, with_contact};
use crate::support::installation::{Build, Installation};
use crate::support::mail::{MailSink, Manners};
use crate::support::page::Page;
use crate::support::staff;
use crate::support::wait::{let_jobs_look, wait_for};

fn receipt(page: &Page) -> String {
    page.one(".code-display code")
}

/// An installation that mails through this server.
fn mailing(sink: &MailSink) -> Build {
    let host = format!("host \"localhost:{}\"", sink.port);
    Installation::build("feedback").notice("host \"mail.example.fi:465\"", &host).mail(sink)
}

/// Writes an answer to the newest feedback.
fn reply(handler: &Browser, text: &str) -> String {
    let path = newest(handler);
    let form = handler.form(&path, "form[action$=vastaa]");
    form.set("text", text).finish().status(200);
    path
}

#[test]
fn s2_06_the_notice_is_linked_before_the_button_that_sends() {
    let installation = Installation::new("feedback");
    let page = installation.browser().get("/palaute").status(200);
    let form = page.source();
    let form = &form[form.find("<form").unwrap()..];
    let (link, button) = (form.find("href=\"/tietosuoja\""), form.find("<button"));
    assert!(link.unwrap() < button.unwrap(), "{form}");
    let english = installation.browser().get("/en/palaute").status(200);
    assert!(english.attributes("main form a", "href").contains(&"/en/tietosuoja".to_owned()));
}

#[test]
fn s2_07_feedback_needs_no_account_and_sets_no_cookie() {
    let installation = Installation::new("feedback");
    let browser = installation.browser();
    browser.form("/palaute", "main form").set("message", "Hyvä palvelu").submit().status(200);
    assert!(browser.cookies().is_empty(), "{:?}", browser.cookies());
}

#[test]
fn s2_09_contact_details_need_an_unticked_consent() {
    let installation = Installation::mailing("feedback");
    let browser = installation.browser();
    let form = browser.form("/palaute", "main form");
    assert!(!form.ticked("consent-answer"), "the box must not be ticked beforehand");
    let form = form.set("message", "Vastatkaa").set("email", EMAIL).set("name", NAME);
    let page = form.submit().status(422).shows("Anna suostumus");
    assert_eq!(page.attributes("main [name=email]", "value"), [EMAIL], "what was typed is kept");
    assert_eq!(page.one("main [name=message]"), "Vastatkaa");
    assert_eq!(installation.scan(EMAIL), [], "nothing may be stored");

    let fixed = browser.form("/palaute", "main form").set("message", "Vastatkaa");
    fixed.set("email", EMAIL).tick("consent-answer").submit().status(200);
}

#[test]
fn s2_10_the_consent_is_kept_with_the_feedback() {
    let mut installation = Installation::mailing("feedback");
    with_contact(&installation, "Vastatkaa minulle");
    anonymous(&installation, "En tarvitse vastausta");
    let handler = staff::first(&mut installation, "alma");
    let page = handler.get("/hallinta/palaute").status(200);
    for link in page.attributes("tbody th a", "href") {
        let page = handler.get(&link).status(200);
        match page.one("h1").as_str() {
            "Palaute 1" => page.shows("on antanut suostumuksensa").shows(EMAIL),
            _ => page.shows("ei ole pyytänyt vastausta").hides(EMAIL),
        };
    }
}

#[test]
fn s2_10_without_consent_feedback_is_used_for_developing_alone_and_is_not_answered() {
    let mut installation = Installation::new("feedback");
    let receipt = receipt(&anonymous(&installation, "Ovi narisee"));
    let handler = staff::first(&mut installation, "alma");
    let path = newest(&handler);
    let page = handler.get(&path).status(200).shows("Ovi narisee");
    assert!(page.attributes("form[action$=vastaa]", "action").is_empty(), "nobody asked for it");
    let form = handler.form(&path, "form[action$=luokittele]");
    form.set("theme", "usability").set("state", "open").finish().status(200).shows("Käytettävyys");

    let asker = installation.browser();
    let own = asker.form("/oma", "main form").set("code", &receipt).finish().status(200);
    own.shows("Palvelun kehittäminen").hides("Palautteeseen vastaaminen").hides("Suostumuksesi");
    let promises = installation.json(&["promises"]);
    let of = promises["promises"].as_array().unwrap();
    let kept = of.iter().find(|promise| promise["id"] == "palaute.consent.answer").unwrap();
    assert_eq!(kept["state"]["state"], "kept", "{kept}");
}

#[test]
fn s2_10_after_the_purge_only_totals_remain() {
    let mut installation = Installation::mailing("feedback");
    with_contact(&installation, "Ensimmäinen kysymys");
    let second = receipt(&with_contact(&installation, "Toinen kysymys"));
    anonymous(&installation, "En tarvitse vastausta");
    let own = installation.browser();
    let page = own.form("/oma", "main form").set("code", &second).finish().status(200);
    let withdraw = page.attributes("a[href*='/peru/']", "href").remove(0);
    own.form(&withdraw, "main form").finish().status(200);
    let officer = staff::first(&mut installation, "alma");
    let figures = "/hallinta/lupaukset/luvut";
    let totals = |browser: &Browser| {
        let page = browser.get(figures).status(200);
        let cells = page.all("table:last-of-type tbody tr th, table:last-of-type tbody tr td");
        cells.chunks(5).last().unwrap().to_vec()
    };
    // Month, purpose, version of the notice, given, withdrawn.
    let before = totals(&officer);
    assert_eq!(
        (before[0].as_str(), &before[2..]),
        ("2026-01", &["1", "2", "1"].map(String::from)[..])
    );

    installation.advance("2026-02-15T10:00:00+02:00");
    installation.ok(&["sweep"]);
    let officer = staff::sign_in(&installation, "alma");
    officer.get("/hallinta/palaute").status(200).shows("Palautteita ei löytynyt");
    assert_eq!(totals(&officer), before, "the totals stay");
    assert!(before[1].starts_with("Palautteeseen vastaaminen"), "{before:?}");
    for personal in [EMAIL, NAME, "Ensimmäinen kysymys", "Toinen kysymys"] {
        assert_eq!(installation.scan(personal), [], "{personal}");
    }
    let told = installation.browser().form("/oma", "main form").set("code", &second).finish();
    told.hides(EMAIL).shows("poistettu");
}

#[test]
fn s2_21_anybody_can_send_and_a_flood_is_stopped() {
    let installation = Installation::new("feedback");
    let page = anonymous(&installation, "Ovi on raskas");
    assert!(receipt(&page).len() >= 20, "{}", receipt(&page));
    let form = installation.browser().get("/palaute");
    assert_eq!(form.attributes("script", "src"), Vec::<String>::new());
    // A connection each: the server closes those whose body it does not read.
    let statuses: Vec<u16> = (0..100)
        .map(|_| {
            let browser = installation.browser();
            browser.post("/palaute", &[("message", "tulva")]).status.as_u16()
        })
        .collect();
    assert!(statuses.contains(&429), "{statuses:?}");
}

#[test]
fn s2_22_exactly_name_and_address_are_stored_sealed_and_apart_from_the_text() {
    const MESSAGE: &str = "Kertokaa lisää aukioloajoista";
    let mut installation = Installation::mailing("feedback");
    // The form asks for these and nothing else about the person.
    let browser = installation.browser();
    let form = browser.form("/palaute", "main form");
    let asked = ["_token", "message", "name", "email", "consent-answer", "notice-version"];
    assert_eq!(form.names(), asked);
    let receipt = receipt(&with_contact(&installation, MESSAGE));
    let handler = staff::first(&mut installation, "alma");
    handler.get(&newest(&handler)).status(200).shows(NAME).shows(EMAIL).shows(MESSAGE);
    // The copy that the person gets has exactly these fields, in this order.
    let own = installation.browser();
    own.form("/oma", "main form").set("code", &receipt).finish().status(200);
    let copy = own.get("/oma/tiedot.json").status(200).json();
    let record = &copy["records"].as_array().unwrap()[0];
    let fields: Vec<&str> =
        record["fields"].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(fields, ["message", "name", "email"]);
    // Sealed: found nowhere, in no file and no encoding.
    for secret in [EMAIL, NAME, MESSAGE] {
        assert_eq!(installation.scan(secret), [], "{secret}");
    }
    // Apart: who may read the text opens it without opening the contact details, and they can be
    // erased alone.
    let withdraw = own.get("/oma").attributes("a[href*='/peru/']", "href").remove(0);
    own.form(&withdraw, "main form").finish().status(200).shows(MESSAGE).hides(EMAIL).hides(NAME);
    handler.get(&newest(&handler)).status(200).shows(MESSAGE).hides(EMAIL).hides(NAME);
}

#[test]
fn s2_23_other_contact_fields_are_refused_and_identity_codes_masked() {
    let mut installation = Installation::new("feedback");
    let browser = installation.browser();
    let form = browser.form("/palaute", "main form").set("message", "Soittakaa");
    form.smuggle("phone", "+358 40 000 0000").submit().status(422).shows("phone");
    let form = browser.form("/palaute", "main form").set("message", "Soittakaa");
    form.smuggle("theme", "praise").submit().status(422);
    anonymous(&installation, "Tunnukseni on 010190-900P, kiitos").shows("Henkilötunnus peitettiin");
    let handler = staff::first(&mut installation, "alma");
    handler.get(&newest(&handler)).status(200).shows("kiitos").hides("010190-900P");
}

#[test]
fn s2_24_contact_details_are_voluntary() {
    let installation = Installation::new("feedback");
    let page = installation.browser().get("/palaute").status(200);
    assert_eq!(page.attributes("[name=email][required], [name=name][required]", "name"), [""; 0]);
    assert!(page.source().contains("vapaaehtoinen"));
    receipt(&anonymous(&installation, "Pelkkä teksti"));
}

/// An installation whose handlers may only develop: what they see, a developer sees.
fn for_developers() -> Installation {
    let build = Installation::build("feedback").letters().notice(
        "role \"handler\" purposes=\"answer develop\" may=\"read answer classify erase export disclose\"",
        "role \"handler\" purposes=\"develop\" may=\"read classify\"",
    );
    // Somebody must be able to answer for the notice to be whole.
    let build = build.notice(
        "role \"developer\" purposes=\"develop\" may=\"read classify\"",
        "role \"developer\" purposes=\"answer develop\" may=\"read answer classify erase\"",
    );
    build.start()
}

#[test]
fn s2_08_contact_details_open_for_answering_alone() {
    let mut installation = for_developers();
    with_contact(&installation, "Kuka vastaa?");
    let developer = staff::first(&mut installation, "alma");
    let path = newest(&developer);
    let page = developer.get(&path).status(200).shows("Kuka vastaa?").hides(EMAIL).hides(NAME);
    assert_eq!(page.attributes("form[action$=vastaa]", "action"), [""; 0]);
    developer.get(&format!("{path}/luovuta")).status(403);
    developer.get("/hallinta/palaute/vie").status(403);
    let asked = developer.get("/api/v1/staff/feedback?purpose=answer").status(403);
    asked.hides(EMAIL);
    let forbidden = developer.get("/api/v1/staff/feedback?purpose=direct-marketing").status(403);
    forbidden.shows("palaute.forbid.direct-marketing");
}

#[test]
fn s2_25_developers_see_texts_and_sort_them() {
    let mut installation = for_developers();
    with_contact(&installation, "Hakutoiminto on hidas");
    let developer = staff::first(&mut installation, "alma");
    let path = newest(&developer);
    let form = developer.form(&path, "form[action$=luokittele]");
    let page = form.set("state", "open").set("theme", "usability").finish().status(200);
    page.shows("Käytettävyys").shows("Työn alla").hides(EMAIL);
    let list = developer.get("/hallinta/palaute?tila=open&aihe=usability").status(200);
    list.shows("Hakutoiminto on hidas").hides(EMAIL).hides(NAME);
    let other = developer.get("/hallinta/palaute?aihe=praise").status(200);
    other.hides("Hakutoiminto on hidas");
    let answer = developer.get("/api/v1/staff/feedback?purpose=develop").status(200);
    assert!(answer.source().contains("Hakutoiminto on hidas"));
    answer.hides(EMAIL).hides(NAME);
}

#[test]
fn s2_26_an_answer_goes_by_mail_to_the_sender_alone_and_ends_with_the_feedback() {
    let sink = MailSink::start();
    let mut installation = mailing(&sink).clock("2026-01-14T10:00:00+02:00").start();
    with_contact(&installation, "Milloin avaatte?");
    let handler = staff::first(&mut installation, "alma");
    let path = reply(&handler, "Avaamme maanantaina.\n\nTervetuloa!");
    let [mail] = &sink.wait_for(1)[..] else { panic!("one mail") };
    assert_eq!(mail.to, [EMAIL]);
    assert!(mail.tls && mail.text.contains("Avaamme maanantaina."), "{}", mail.text);
    assert!(mail.text.contains("tietosuoja@example.fi") && mail.text.contains("/oma"));
    assert!(!mail.text.contains("Milloin avaatte"), "the question is not mailed around");
    assert!(!String::from_utf8_lossy(&mail.raw).to_lowercase().contains("<img"), "no tracking");
    handler.get(&path).status(200).shows("Vastattu");

    installation.advance("2026-02-14T10:00:00+02:00");
    installation.ok(&["sweep"]);
    let handler = staff::sign_in(&installation, "alma");
    handler.get(&path).status(404);
    assert_eq!(installation.scan("Avaamme maanantaina"), []);
    assert_eq!(sink.messages().len(), 1);
    assert!(!installation.logs().contains(EMAIL));
}

#[test]
fn s2_26_without_an_address_the_answer_waits_for_the_receipt() {
    let sink = MailSink::start();
    let mut installation = mailing(&sink).start();
    consenting(&installation, "Kiitos");
    let handler = staff::first(&mut installation, "alma");
    let path = reply(&handler, "Kiitos itsellesi");
    handler.get(&path).status(200).shows("Luettavissa kuittikoodilla");
    assert_eq!(sink.messages().len(), 0);
}

#[test]
fn s2_27_after_a_month_all_older_feedback_is_gone_and_the_run_is_counted() {
    let mut installation = Installation::new("feedback");
    for message in ["Vanha viesti", "Toinen vanha viesti"] {
        anonymous(&installation, message);
    }
    let officer = staff::first(&mut installation, "alma");
    let figures = "/hallinta/lupaukset/luvut";
    officer.get(figures).status(200).shows("Mitään ei ole vielä poistettu");
    installation.advance("2026-02-10T10:00:00+02:00");
    anonymous(&installation, "Uudempi viesti");
    installation.advance("2026-02-15T10:00:00+02:00");
    // Nobody orders it: the service's own job has a look twice a second.
    wait_for("the sweep", || {
        installation.ok(&["sweep", "--dry-run"]).contains("Mitään ei ole poistettavana")
    });
    let officer = staff::sign_in(&installation, "alma");
    let inbox = officer.get("/hallinta/palaute").status(200).shows("Uudempi viesti");
    inbox.hides("Vanha viesti").hides("Toinen vanha viesti");
    // The history of runs says when, and how much: two records, of two people.
    let runs = installation.json(&["sweep", "--history"]);
    let runs: Vec<_> = runs["runs"].as_array().unwrap().clone();
    let erasing: Vec<_> = runs.iter().filter(|run| run["swept"]["removed"] != 0).collect();
    let [run] = erasing[..] else { panic!("one run erased something: {runs:?}") };
    assert_eq!((&run["swept"]["removed"], &run["swept"]["persons"]), (&2.into(), &2.into()));
    assert!(run["finished"].as_str().unwrap().starts_with("2026-02-15"), "{run}");
    let page = officer.get(figures).status(200);
    let cells = page.all("table:first-of-type tbody tr:first-child td");
    assert_eq!(cells.iter().rev().take(2).collect::<Vec<_>>(), ["2", "2"], "{cells:?}");
}

#[test]
fn s2_29_staff_cannot_add_an_address_to_feedback() {
    let mut installation = Installation::mailing("feedback");
    consenting(&installation, "Nimetön viesti");
    let handler = staff::first(&mut installation, "alma");
    let path = newest(&handler);
    let form = handler.form(&path, "form[action$=vastaa]").set("text", "Hei");
    form.smuggle("email", EMAIL).submit().status(422).shows("email");
    let form = handler.form(&path, "form[action$=luokittele]");
    form.smuggle("email", EMAIL).submit().status(422).shows("email").hides(EMAIL);
    handler.get(&path).status(200).hides(EMAIL);
    for import in ["/hallinta/palaute/tuo", "/api/v1/feedback/import"] {
        let status = handler.post(import, &[("email", EMAIL)]).status.as_u16();
        assert!(matches!(status, 404 | 405), "{import}: {status}");
    }
}

#[test]
fn the_page_that_erases_feedback_erases_nothing_else() {
    let mut installation = Installation::new("feedback");
    anonymous(&installation, "Poistettava viesti");
    let alma = staff::first(&mut installation, "alma");
    let form = alma.form("/hallinta/pyynnot/uusi", "main form").set("type", "access");
    let form = form.set("channel", "letter").set("language", "fi");
    let page = form.set("arrived", "2026-01-13").submit().status(200);
    let request = page.attributes("main a.button", "href").remove(0);
    let accounts = alma.get("/hallinta/kayttajat").status(200);
    let account = accounts.attributes("tbody a[href^='/hallinta/kayttajat/']", "href").remove(0);
    let path = newest(&alma);
    for other in [&request, &account] {
        let id = other.rsplit('/').next().unwrap();
        let there = format!("/hallinta/palaute/{id}/poista");
        alma.get(&there).status(404);
        let form = alma.form(&format!("{path}/poista"), "main form");
        let token = form.page().attributes("main form input[name=_token]", "value").remove(0);
        alma.post(&there, &[("_token", &token)]).status(404);
        alma.get(other).status(200);
    }
    alma.form(&format!("{path}/poista"), "main form").finish().status(200);
    alma.get(&path).status(404);
}

#[test]
fn a_search_that_is_too_long_is_told_so() {
    let mut installation = Installation::new("feedback");
    let handler = staff::first(&mut installation, "alma");
    let form = handler.form("/hallinta/palaute", "form[method=post]");
    let page = form.set("haku", &"a".repeat(101)).submit().status(422);
    assert_eq!(page.all(".error").len(), 1, "{}", page.source());
}

#[test]
fn whoever_looks_is_shown_in_words_whatever_was_done() {
    let mut installation = Installation::new("feedback");
    let code = receipt(&anonymous(&installation, "Pidettävä viesti"));
    let handler = staff::first(&mut installation, "alma");
    let path = newest(&handler);
    let id = path.rsplit('/').next().unwrap();
    // The number that pages show leads there as well.
    let named = handler.get("/hallinta/palaute/1").status(303);
    assert_eq!(named.location(), Some(path.clone()));
    handler.get("/hallinta/palaute/77").status(404);
    handler.get("/hallinta/palaute/mikä").status(404);
    installation.browser().get("/hallinta/palaute/1").status(303).hides(id);
    installation.ok(&["hold", "add", ".", id, "--ground", "legal-claim"]);
    installation.ok(&["hold", "release", ".", id, "--ground", "legal-claim"]);
    let page = handler.get(&path).status(200).hides("⟦");
    page.shows("Poistaminen keskeytettiin").shows("Poistamisen keskeytys päättyi");
    let browser = installation.browser();
    let own = browser.form("/oma", "main form").set("code", &code).finish().status(200);
    own.shows("Poistaminen keskeytettiin").hides("⟦");
}

#[test]
fn a_file_of_many_pages_has_everybody_once_and_each_is_told() {
    let mut installation = Installation::new("feedback");
    let many = 105;
    let mut codes = Vec::new();
    for number in 0..many {
        // Callers are counted anew each hour.
        if number % 15 == 14 {
            installation.pass(3600);
        }
        codes.push(receipt(&anonymous(&installation, &format!("Viesti numero {number}."))));
    }
    let handler = staff::first(&mut installation, "alma");
    let mut form = handler.form("/hallinta/palaute/vie", "main form");
    for (name, value) in [
        ("recipient", "by-consent"),
        ("called", "Esimerkki ry"),
        ("purpose", "recipient-task"),
        ("ground", "consent"),
        ("reference", "Päätös 5/2026"),
    ] {
        form = form.set(name, value);
    }
    let file = form.submit().status(200);
    assert_eq!(file.header("content-length"), "", "it is sent while it is made");
    let text = file.source();
    assert_eq!(text.lines().count(), many + 1, "{text}");
    for number in 0..many {
        assert_eq!(text.matches(&format!("Viesti numero {number}.")).count(), 1, "{number}");
    }
    for code in [&codes[0], &codes[many - 1]] {
        let browser = installation.browser();
        let own = browser.form("/oma", "main form").set("code", code).finish().status(200);
        assert_eq!(own.text().matches("Esimerkki ry").count(), 1, "{}", own.text());
    }
}

#[test]
fn s2_40_mail_is_held_when_the_relay_has_no_tls() {
    let sink = MailSink::with(Manners::NoTls, 0);
    let mut installation = mailing(&sink).start();
    with_contact(&installation, "Vastatkaa salatusti");
    let handler = staff::first(&mut installation, "alma");
    let path = reply(&handler, "Salainen vastaus");
    wait_for("the answer is held", || handler.get(&path).source().contains("Odottaa"));
    handler.get("/hallinta/palaute").status(200).shows("Vastauksia odottaa lähetystä");
    assert_eq!(sink.messages().len(), 0);
    assert!(installation.logs().contains("mail is held"), "the alarm is in the log");
    assert!(!installation.logs().contains(EMAIL));
}

#[test]
fn s2_26_an_answer_that_was_refused_is_sent_again_from_the_inbox() {
    let refusing = MailSink::with(Manners::Refuse, 0);
    let mut installation = mailing(&refusing).start();
    with_contact(&installation, "Milloin avaatte?");
    let handler = staff::first(&mut installation, "alma");
    let path = reply(&handler, "Huomenna");
    let inbox = || handler.get("/hallinta/palaute").status(200);
    wait_for("the answer is refused", || inbox().text().contains("ei mennyt perille"));
    handler.get(&path).status(200).shows("hylkäsi vastauksen");
    let port = refusing.port;
    drop(refusing);
    let sink = MailSink::with(Manners::Keep, port);
    let trusted = sink.authority.ca.to_string_lossy().into_owned();
    installation.configure(&[("mail.ca".to_owned(), trusted.into())]);
    installation.restart();
    let form = handler.form(&path, "form[action$=uudelleen]");
    form.finish().status(200).shows("Vastaus lähtee uudelleen");
    let letters = sink.wait_for(1);
    assert_eq!(letters[0].to, [EMAIL]);
    assert!(letters[0].text.contains("Huomenna"), "{}", letters[0].text);
    wait_for("the inbox is quiet", || !inbox().text().contains("ei mennyt perille"));
    handler.get(&path).status(200).shows("Lähetetty sähköpostilla");
}

#[test]
fn s2_26_a_relay_that_is_busy_gets_the_answer_later() {
    let mut sink = MailSink::with(Manners::Busy, 0);
    let mut installation = mailing(&sink).start();
    with_contact(&installation, "Milloin avaatte?");
    let handler = staff::first(&mut installation, "alma");
    let path = reply(&handler, "Huomenna");
    let held = || handler.get(&path).source().contains("Odottaa");
    wait_for("the answer is held", held);
    sink.becomes(Manners::Keep);
    let_jobs_look();
    assert_eq!(sink.messages().len(), 0, "not before its time");
    installation.advance("2026-01-14T10:25:00+02:00");
    let messages = sink.wait_for(1);
    assert_eq!(messages[0].to, [EMAIL]);
    assert!(messages[0].text.contains("Huomenna"), "{}", messages[0].text);
    wait_for("the answer is told as sent", || !held());
    let_jobs_look();
    assert_eq!(sink.messages().len(), 1, "once");
}

#[test]
fn s2_26_an_answer_that_waits_is_not_sent_once_its_feedback_is_erased() {
    let busy = MailSink::with(Manners::Busy, 0);
    let mut installation = mailing(&busy).start();
    with_contact(&installation, "Milloin avaatte?");
    let handler = staff::first(&mut installation, "alma");
    let path = reply(&handler, "Huomenna");
    let held = || handler.get(&path).source().contains("Odottaa");
    wait_for("the answer is held", held);
    assert_eq!(busy.messages().len(), 0);
    installation.advance("2026-01-14T10:25:00+02:00");
    let_jobs_look();
    assert!(held(), "still held");
    // Withdrawn meanwhile: erased feedback is answered to nobody.
    let form = handler.form(&format!("{path}/poista"), "main form");
    form.finish().status(200);
    handler.get(&path).status(404);
    installation.advance("2026-01-15T10:30:00+02:00");
    installation.ok(&["sweep"]);
    assert_eq!(busy.messages().len(), 0);
}

#[test]
fn s2_41_feedback_is_gone_after_one_month() {
    for (sent, next, last, present) in [
        (
            "2026-01-31T09:00:00+02:00",
            "2026-02-01T09:00:00+02:00",
            "2026-02-28T09:00:00+02:00",
            2026,
        ),
        (
            "2028-01-31T09:00:00+02:00",
            "2028-02-01T09:00:00+02:00",
            "2028-02-29T09:00:00+02:00",
            2028,
        ),
    ] {
        let mut installation = Installation::build("feedback").letters().clock(sent).start();
        with_contact(&installation, "Tammikuun viesti");
        staff::first(&mut installation, "alma");
        installation.advance(next);
        anonymous(&installation, "Helmikuun viesti");
        let handler = staff::sign_in(&installation, "alma");
        handler.get("/hallinta/palaute").status(200).shows("Tammikuun viesti");
        installation.advance(last);
        installation.ok(&["sweep"]);
        let handler = staff::sign_in(&installation, "alma");
        let page = handler.get("/hallinta/palaute").status(200).shows("Helmikuun viesti");
        page.hides("Tammikuun viesti");
        assert_eq!(installation.scan(EMAIL), [], "{present}");
    }
}

#[test]
fn s2_42_the_notification_is_only_a_link() {
    let sink = MailSink::start();
    let build = mailing(&sink).set("mail.notify", "tiimi@example.fi");
    let installation = build.start();
    with_contact(&installation, "Arkaluonteinen viesti");
    let [mail] = &sink.wait_for(1)[..] else { panic!("one mail") };
    assert_eq!(mail.to, ["tiimi@example.fi"]);
    assert!(mail.text.contains("/hallinta/palaute"), "{}", mail.text);
    for content in ["Arkaluonteinen", EMAIL, NAME] {
        assert!(!String::from_utf8_lossy(&mail.raw).contains(content), "{content}");
        assert!(!mail.text.contains(content), "{content}");
    }
}

/// A notice with one more purpose of this name is not accepted.
fn purpose_is_refused(name: &str) {
    let installation = Installation::build("feedback").make();
    installation.ok(&["check"]);
    let purpose = format!(
        "purpose \"{name}\" basis=\"consent\" {{\n fi \"Lisä\"\n sv \"Extra\"\n en \"More\"\n \
         consent {{ fi \"Saa.\"; sv \"Får.\"; en \"May.\"; }}\n}}\n    forbid \"{name}\""
    );
    installation.edit_notice(&format!("forbid \"{name}\""), &purpose);
    let output = installation.cli(&["check"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stdout).contains(name));
}

#[test]
fn s2_44_a_plea_in_a_message_becomes_a_request_dated_from_its_arrival() {
    let mut installation =
        Installation::build("feedback").clock("2026-01-14T10:00:00+02:00").start();
    let page = installation.browser().get("/palaute").status(200);
    let way = page.attributes("main a[href^='/pyynto?']", "href").remove(0);
    let form = installation.browser().get(&way).status(200);
    let chosen = form.attributes("[name=type] option[selected], [name=type][checked]", "value");
    assert_eq!(chosen, ["erasure"], "the link chooses the right that it speaks of");
    anonymous(&installation, "Poistakaa nimeni vanhasta palautteesta");
    installation.advance("2026-01-14T20:00:00+02:00");
    let handler = staff::first(&mut installation, "alma");
    let path = newest(&handler);
    let page = handler.form(&path, "form[action$=pyynnoksi]").submit().status(200);
    // Three days, as the notice promises, from the arrival and not from the button.
    page.shows("17.1.2026 klo 10.00");
    handler.get("/hallinta/pyynnot").status(200).shows("17.1.2026");
}

#[test]
fn s2_49_marketing_cannot_be_declared() {
    purpose_is_refused("direct-marketing");
}

#[test]
fn s2_50_research_cannot_be_declared() {
    purpose_is_refused("market-research");
}

#[test]
fn s2_51_no_directory_of_senders() {
    purpose_is_refused("directory");
    purpose_is_refused("genealogy");
    let mut installation = Installation::mailing("feedback");
    with_contact(&installation, "Avoin viesti");
    let handler = staff::first(&mut installation, "alma");
    let search = |word: &str| {
        let form = handler.form("/hallinta/palaute", "form[method=post]");
        form.set("haku", word).submit().status(200)
    };
    search("avoin").shows("Avoin viesti");
    search("Testaaja").shows("Palautteita ei löytynyt").hides(EMAIL);
    search("maija").hides(EMAIL).hides("Avoin viesti");
    handler.get("/hallinta/palaute").hides(NAME).hides(EMAIL);
}

#[test]
fn a_reload_shows_the_receipt_again_for_a_while() {
    let installation = Installation::new("feedback");
    let browser = installation.browser();
    let page = browser.get("/palaute");
    let token = page.attributes("main input[name=_token]", "value").remove(0);
    let message = ("message", "Lataan sivun uudelleen");
    let fields = [("_token", token.as_str()), message, ("notice-version", "1")];
    let first = browser.post("/palaute", &fields).status(200);
    assert_eq!(first.all(".languages").len(), 0, "this page has no other language");
    let again = browser.post("/palaute", &fields).status(200);
    assert_eq!(receipt(&again), receipt(&first));
    installation.advance("2026-01-14T10:11:00+02:00");
    browser.post("/palaute", &fields).status(409).shows("ei voi enää näyttää");
    // However often it was sent, it came once.
    assert_eq!(again.one("main dd"), "1");
    anonymous(&installation, "Toinen palaute").shows("Palautteen numero").status(200);
    let second = anonymous(&installation, "Kolmas palaute");
    assert_eq!(second.all("main dd")[0], "3");
}
