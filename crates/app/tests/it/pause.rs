//! Whoever is asked who they are, or by what right they act: what they see, how they answer, and what
//! becomes of a request whose maker does not; and how the desk speaks to staff meanwhile.

use crate::support::browser::Browser;
use crate::support::installation::Installation;
use crate::support::mail::MailSink;
use crate::support::page::Page;
use crate::support::staff;
use crate::support::wait::{let_jobs_look, wait_for};

const EMAIL: &str = "kanarialintu.testaaja@example.fi";
const UNKNOWN: &str = "tuntematon.testaaja@example.fi";
const GUARDIAN: &str = "huoltaja.testaaja@example.fi";
const DESK: &str = "/hallinta/pyynnot";
const PROOF: &[u8] = b"%PDF-1.4 todistus";
const QUESTION: &str = "Milloin kirjoitit palautteen?";

fn code(page: &Page) -> String {
    page.one(".code-display code")
}

fn feedback(org: &Installation) -> String {
    let browser = org.browser();
    let form = browser.form("/palaute", "main form").set("message", "Oma viesti");
    code(&form.set("email", EMAIL).tick("consent-answer").finish().status(200))
}

/// A service without mail, and the code of feedback that has an address from when there was mail.
fn given() -> (Installation, String) {
    let mut org = Installation::mailing("feedback");
    let receipt = feedback(&org);
    org.end_mail();
    (org, receipt)
}

fn request(org: &Installation, contact: &str) -> String {
    let browser = org.browser();
    let form = browser.form("/pyynto", "main form").set("type", "access");
    code(&form.set("contact", contact).finish().status(200))
}

/// As somebody's guardian, with the receipt code of their data.
fn guardian(org: &Installation, receipt: &str) {
    let browser = org.browser();
    let form = browser.form("/pyynto", "main form").set("type", "access").set("code", receipt);
    form.set("behalf", "guardian").set("contact", GUARDIAN).finish().status(200);
}

fn own(org: &Installation, receipt: &str) -> (Browser, Page) {
    let browser = org.browser();
    let page = browser.form("/oma", "main form").set("code", receipt).finish();
    (browser, page)
}

fn paths(officer: &Browser) -> Vec<String> {
    officer.get(DESK).status(200).attributes("tbody th a", "href")
}

/// Asks whoever made a request; the page of the request, and that of the letter before it went.
fn ask(officer: &Browser, path: &str) -> (Page, Page) {
    let form = officer.form(path, "form[action$=kysy]").set("text", QUESTION);
    let (page, letter) = staff::send(officer, form, "kysy");
    (page.status(200).shows("pysähdyksissä 14.1.2026 alkaen").shows("enintään 14.2.2026"), letter)
}

/// The way to the answer on somebody's own page.
fn ways(page: &Page) -> Vec<String> {
    page.attributes("a[href$='/vastaus']", "href")
}

#[test]
fn whoever_is_asked_answers_with_the_request_s_code_and_staff_see_it() {
    let sink = MailSink::start();
    let host = format!("host \"localhost:{}\"", sink.port);
    let build = Installation::build("feedback").notice("host \"mail.example.fi:465\"", &host);
    let mut org = build.mail(&sink).start();
    let receipt = request(&org, UNKNOWN);
    let officer = staff::first(&mut org, "alma");
    let path = paths(&officer).remove(0);
    // The letter is seen before it goes, with who reads it by which way.
    let form = officer.form(&path, "form[action$=kysy]").set("text", "Kuka?");
    let letter = form.submit().status(200).shows("Kirje ennen lähettämistä").shows("Kuka?");
    let letter = letter.shows("lähetetään sähköpostilla ja näkyy pyynnön tekijälle kuittikoodilla");
    assert_eq!(sink.messages().len(), 0, "nothing goes before it was seen");
    own(&org, &receipt).1.status(200).hides("Kuka?").hides("Odotamme vastaustasi");
    // What is changed there is shown again.
    let form = officer.form_on(&letter, "form[action$=kysy]").set("text", QUESTION);
    let again = form.submit().status(200).shows(QUESTION);
    let shown = again.one(".letter");
    officer.form_on(&again, "form[action$=kysy]").finish().status(200).shows("Kirje on alla");
    let mail = sink.wait_for(1).remove(0);
    assert!(mail.text.contains("Vastaa viimeistään 14.2.2026"), "{}", mail.text);

    let (browser, page) = own(&org, &receipt);
    let page = page.status(200).shows("Odotamme vastaustasi").shows("Vastaa viimeistään");
    assert_eq!(page.one(".letter"), shown);
    let way = ways(&page.hides("Vastataan viimeistään")).remove(0);
    for (prefix, asks) in [("", "Vastaa lisätietopyyntöön"), ("/sv", "Svara på frågan")] {
        browser.get(&format!("{prefix}{way}")).status(200).shows(asks).shows(QUESTION);
    }
    let english = browser.get(&format!("/en{way}")).status(200).shows("Answer by");
    english.shows("14 Feb").shows("Proof with").hides("⟦");
    browser.form(&way, "main form").submit().status(422).shows("Kirjoita vastaus tai liitä");
    org.advance("2026-01-24T10:00:00+02:00");
    let (browser, _) = own(&org, &receipt);
    let form = browser.form(&way, "main form").set("reply", "Tammikuun viides.");
    let once = browser.form(&way, "main form").set("reply", "Uudelleen");
    let page = form.attach("reply-document", "todistus.pdf", PROOF).finish().status(200);
    // Ten days later than without the question.
    // What was written lies with the case alone until its writer has shown who they are.
    let page = page.shows("Vastauksesi on vastaanotettu").hides("Tammikuun viides.");
    let page = page.shows("23.2.2026").hides("Odotamme vastaustasi");
    assert_eq!(ways(&page), [""; 0]);
    once.submit().status(404);

    let officer = staff::sign_in(&org, "alma");
    officer.get(DESK).status(200).shows("Vastaus lisätietopyyntöön on tullut");
    let page = officer.get(&path).status(200).shows("Tammikuun viides.").shows("23.2.2026");
    assert_eq!(page.attributes("form[action$=kysy]", "action"), [""; 0], "once");
    let document = page.attributes("a[href$=vastauksen-liite]", "href").remove(0);
    assert_eq!(officer.get(&document).status(200).body, PROOF);
    assert_eq!(org.scan("Tammikuun viides"), [], "sealed");
}

/// What somebody sees who is asked, but for what they sent and for what is made anew.
fn seen(org: &Installation, (receipt, contact): (&str, &str)) -> (String, String) {
    let (browser, page) = own(org, receipt);
    let text = page.status(200).text().replace(contact, "OSOITE");
    let text = ["Tietosuojapyyntö 2", "Pyyntö numero 2"]
        .iter()
        .fold(text, |text, two| text.replace(two, &two.replace('2', "1")));
    let records = browser.get("/oma/tiedot.json").status(200).json()["records"].clone();
    let days = records.as_array().unwrap().iter().map(|one| format!("{} ", one["goes"]));
    (text, days.collect())
}

#[test]
fn s2_45_whoever_is_asked_sees_and_may_answer_the_same_whether_anybody_is_known() {
    let (mut org, data) = given();
    let receipts = [EMAIL, UNKNOWN].map(|contact| (request(&org, contact), contact));
    let officer = staff::first(&mut org, "alma");
    let all = paths(&officer);
    let known = all.iter().find(|path| officer.get(path).text().contains(EMAIL)).unwrap();
    // What comes within one moment of a clock that stands is in no order.
    org.advance("2026-01-14T10:01:00+02:00");
    all.iter().for_each(|path| drop(ask(&officer, path)));
    let same = |when: &str| {
        let [known, unknown] =
            receipts.each_ref().map(|(receipt, contact)| seen(&org, (receipt, contact)));
        assert_eq!(known, unknown, "{when}");
        known
    };
    let asked = same("asked");
    assert!(asked.1.contains("2026-05-1"), "{asked:?}");
    // Matched, its clock goes on; whoever asked is told nothing of it.
    let form = officer.form(known, "form[action$=tunnista]").set("code", &data);
    form.finish().status(200).hides("pysähdyksissä 14.1.2026");
    assert_eq!(same("matched"), asked);
    for (receipt, _) in &receipts {
        let (browser, page) = own(&org, receipt);
        let form = browser.form(&ways(&page)[0], "main form").set("reply", "Tammikuussa");
        form.finish().status(200).shows("Vastauksesi on vastaanotettu");
    }
    same("answered");
    for path in &all {
        officer.get(path).status(200).shows("Tammikuussa").hides("pysähdyksissä 14.1.2026");
    }
    // Undone, the wrong match leaves it answered.
    let page = officer.form(known, "form[action$=pura]").finish().status(200);
    page.shows("Tammikuussa").hides("pysähdyksissä 14.1.2026");
}

#[test]
fn a_question_that_nobody_answers_holds_the_clock_for_a_month_and_no_longer() {
    let mut org = Installation::new("feedback");
    let receipt = request(&org, UNKNOWN);
    let officer = staff::first(&mut org, "alma");
    let path = paths(&officer).remove(0);
    ask(&officer, &path);
    let way = ways(&own(&org, &receipt).1).remove(0);
    org.advance("2026-02-14T09:59:00+02:00");
    let officer = staff::sign_in(&org, "alma");
    let list = officer.get(DESK).status(200).shows("enintään 14.2.2026 asti");
    list.hides("Lisätietopyyntöön ei vastattu");
    org.advance("2026-02-14T10:00:01+02:00");
    let officer = staff::sign_in(&org, "alma");
    wait_for("the pause's end", || officer.get(DESK).text().contains("16.3.2026"));
    officer.get(DESK).status(200).shows("Lisätietopyyntöön ei vastattu");
    let (browser, page) = own(&org, &receipt);
    let page = page.status(200).shows("Vastausaikasi on päättynyt").hides("Odotamme vastaustasi");
    assert_eq!(ways(&page), [""; 0]);
    browser.get(&way).status(409).shows("vastausaika on päättynyt");

    // Staff are asked to decide; what nobody decides is late, and told so to everybody.
    let page = officer.get(&path).status(200).shows("Vastausaika on päättynyt");
    assert_eq!(page.attributes("option[value='11-2'][selected]", "value").len(), 1);
    org.advance("2026-03-16T10:00:01+02:00");
    let officer = staff::sign_in(&org, "alma");
    let late = "/hallinta/pyynnot?tila=myohassa";
    wait_for("lateness", || officer.get(late).text().contains("Haluan nähdä tietoni"));
    let refuse = officer.form(&path, "form[action$=ratkaise]");
    let done = staff::decide(&officer, refuse).status(200);
    done.shows("Emme voi tunnistaa").shows("11 artiklan 2 kohta").shows("voit valittaa");
}

#[test]
fn a_wrong_match_that_is_undone_after_the_pause_leaves_no_clock_standing() {
    let (mut org, wrong) = given();
    request(&org, UNKNOWN);
    let officer = staff::first(&mut org, "alma");
    let path = paths(&officer).remove(0);
    ask(&officer, &path);
    let form = officer.form(&path, "form[action$=tunnista]").set("code", &wrong);
    form.finish().status(200).hides("pysähdyksissä 14.1.2026");
    org.advance("2026-02-14T10:00:01+02:00");
    let_jobs_look();
    let officer = staff::sign_in(&org, "alma");
    let page = officer.form(&path, "form[action$=pura]").finish().status(200);
    page.shows("Lisätietopyyntöön ei vastattu").shows("16.3.2026").hides("pysähdyksissä 14.1.2026");
}

#[test]
fn a_guardian_with_a_code_is_asked_for_proof_and_sends_it_where_the_code_leads() {
    let (mut org, receipt) = given();
    guardian(&org, &receipt);
    let officer = staff::first(&mut org, "alma");
    officer.get(DESK).status(200).shows("Toisen puolesta").shows("Ei todistusta");
    let path = paths(&officer).remove(0);
    let page = officer.get(&path).status(200).shows("Pyydä se alla");
    let page = page.shows("eikä siinä kerrota hänen sähköpostiosoitettaan");
    page.hides("ei ole sähköpostiosoitetta, jota voisi verrata");
    let (page, letter) = ask(&officer, &path);
    letter.shows("Tarvitsemme todistuksen oikeudestasi").shows("näkyy pyynnön tekijälle");
    page.shows("Varmista oikeus muuten").hides("Pyydä se alla");

    let (browser, page) = own(&org, &receipt);
    let page = page.status(200).shows("Odotamme vastaustasi").shows("Oma viesti");
    let form = browser.form(&ways(&page)[0], "main form");
    form.attach("reply-document", "ote.pdf", PROOF).finish().status(200);
    let list = officer.get(DESK).status(200).shows("Todistus on tullut").hides("Ei todistusta");
    list.shows("13.2.2026");
    officer.get(&path).status(200).shows("Katso todistus");
    officer.form(&path, "form[action$=valtuutus]").finish().status(200).shows("on tarkistettu");
    officer.get(DESK).status(200).shows("Oikeus tarkistettu");
    let form = officer.form(&path, "form[action$=ratkaise]").set("decision", "granted");
    staff::decide(&officer, form).status(200).shows("näkee vastauksen kuittikoodillaan");
}

#[test]
fn proof_that_came_by_post_lets_the_clock_of_a_guardian_s_request_go_on() {
    let (mut org, receipt) = given();
    guardian(&org, &receipt);
    let officer = staff::first(&mut org, "alma");
    let path = paths(&officer).remove(0);
    ask(&officer, &path);
    officer.form(&path, "form[action$=valtuutus]").finish().status(200).shows("on tarkistettu");
    officer.get(&path).status(200).hides("pysähdyksissä 14.1.2026");
    own(&org, &receipt).1.status(200).hides("Odotamme vastaustasi");
}

#[test]
fn the_desk_speaks_to_staff_and_not_to_whoever_asks() {
    let mut org = Installation::new("feedback");
    let officer = staff::first(&mut org, "alma");
    for (prefix, says, hides) in [
        ("", "Kenen puolesta pyydetään", ["Mitä pyydät", "haluat käyttää", "Lomakkeella"]),
        ("/sv", "För vem begärs", ["Vad du begär", "du vill använda", "Med blankett"]),
        ("/en", "On whose behalf", ["What you ask for", "you wish to use", "By form"]),
    ] {
        let page = officer.get(&format!("{prefix}/hallinta/pyynnot/uusi")).status(200).shows(says);
        hides.iter().fold(page, |page, text| page.hides(text));
    }
    let page = officer.get("/hallinta/pyynnot/uusi").shows("Pyynnön tekijän itsensä");
    page.shows("Palvelu ei lähetä sähköpostia").hides("Itseni").hides("lähetämme siihen");
    let form = officer.form("/hallinta/pyynnot/uusi", "main form").set("type", "access");
    let form = form.set("channel", "letter").set("language", "fi").set("behalf", "agent");
    let page = form.set("arrived", "2026-01-13").submit().status(200);
    let page = page.shows("Pyynnön kuittikoodi").hides("Pyyntösi kuittikoodi");
    let path = page.attributes("main a.button", "href").remove(0);
    let page = officer.get(&path).status(200).shows("joka on valtuuttanut pyynnön tekijän");
    page.hides("valtuuttanut minut").hides("Kenen puolesta pyydät");

    let sink = MailSink::start();
    let host = format!("host \"localhost:{}\"", sink.port);
    let build = Installation::build("feedback").notice("host \"mail.example.fi:465\"", &host);
    let mut mailing = build.mail(&sink).start();
    let officer = staff::first(&mut mailing, "alma");
    officer.get("/hallinta/pyynnot/uusi").status(200).shows("palvelu lähettää heti sähköpostia");
}

#[test]
fn what_is_asked_comes_first_and_whoever_takes_or_decides_it_is_its_handler() {
    let mut org = Installation::build("feedback").without_second_factor().start();
    request(&org, UNKNOWN);
    let officer = staff::first(&mut org, "alma");
    let path = paths(&officer).remove(0);
    let text = officer.get(&path).status(200).one("main");
    let order = ["Haluan nähdä tietoni", "Miten asia on", "Kenen tiedoista on kyse?"];
    let mut at: Vec<usize> = order.iter().map(|words| text.find(words).unwrap()).collect();
    at.push(text.find("Ratkaise pyyntö").unwrap());
    assert!(at.is_sorted(), "{at:?} {text}");
    let mine = "/hallinta/pyynnot?tila=omat";
    officer.get(mine).status(200).shows("Pyyntöjä ei ole");
    let page = officer.form(&path, "form[action$='/ota']").finish().status(200);
    assert_eq!(page.attributes("form[action$='/ota']", "action"), [""; 0]);
    officer.get(mine).status(200).shows("Haluan nähdä tietoni");

    // Who decides is whom others ask about it; where the ground says all, it needs no words.
    staff::member(&org, "berta", &["officer"]);
    org.advance("2026-01-16T10:00:00+02:00");
    let berta = staff::sign_in(&org, "berta");
    let form = berta.form(&path, "form[action$=ratkaise]").set("decision", "refused");
    let tags = form.page().all("form[action$=ratkaise] .tag").join(" ");
    assert!(!tags.contains("vapaaehtoinen"), "{tags}");
    let form = form.set("ground", "none-held").set("text", "");
    staff::decide(&berta, form).status(200).shows("Emme löytäneet sinusta tietoja");
    let decided = berta.get("/hallinta/pyynnot?tila=ratkaistut").status(200);
    assert_eq!(decided.one("main nav.tabs [aria-current=page]"), "Ratkaistut");
    let decided = decided.shows("Ratkaistut pyynnöt").hides("kiireellisin ensin");
    let heads = decided.all("thead th").join(" ");
    assert!(heads.contains("Ratkaistiin") && heads.contains("Ratkaisu"), "{heads}");
    let row = decided.all("tbody tr").remove(0);
    for told in ["14.1.2026", "16.1.2026", "Ei hyväksytty", "Iida Into"] {
        assert!(row.contains(told), "{told}: {row}");
    }
}
