//! A mailbox is no person: what a link in a letter opens, for whom, and what strangers who typed
//! the address get of it, which is nothing.

use crate::support::browser::Browser;
use crate::support::installation::{Build, Installation};
use crate::support::mail::MailSink;
use crate::support::page::Page;
use crate::support::staff;
use crate::support::wait::{let_jobs_look, wait_for};

const EMAIL: &str = "kanarialintu.testaaja@example.fi";
const WORDS: &str = "Yksityiset sanani: olen sairas";
const SECRET: &str = "Salainen diagnoosi";

/// An installation that mails through this server.
fn mailing(sink: &MailSink) -> Build {
    let host = format!("host \"localhost:{}\"", sink.port);
    Installation::build("feedback").notice("host \"mail.example.fi:465\"", &host).mail(sink)
}

/// As [`mailing`], and it believes a proxy who calls.
fn with_many_callers(sink: &MailSink) -> Installation {
    let proxies: Vec<toml::Value> = vec!["127.0.0.1".into()];
    mailing(sink).set("trusted-proxies", proxies).start()
}

/// Somebody who calls from an address of their own.
fn visitor(org: &Installation, number: usize) -> Browser {
    org.browser().with("x-forwarded-for", &format!("10.3.{}.{}", number / 250, number % 250 + 1))
}

fn feedback(browser: &Browser, message: &str) -> String {
    let form = browser.form("/palaute", "main form").set("message", message);
    code(&form.set("email", EMAIL).tick("consent-answer").submit().status(200))
}

fn code(page: &Page) -> String {
    page.one(".code-display code")
}

fn request(org: &Installation, what: &str, words: &str) -> String {
    let browser = org.browser();
    let form = browser.form("/pyynto", "main form").set("type", what).set("text", words);
    code(&form.set("contact", EMAIL).finish().status(200))
}

/// What the holder of a receipt is shown.
fn own(org: &Installation, number: usize, receipt: &str) -> Page {
    let browser = visitor(org, number);
    browser.form("/oma", "main form").set("code", receipt).finish().status(200)
}

/// How much the holders of these receipts are shown; nothing of what is secret.
fn sections(org: &Installation, from: usize, receipts: &[String]) -> Vec<usize> {
    let page = |(place, receipt): (usize, &String)| own(org, from + place, receipt);
    let pages = receipts.iter().enumerate().map(page);
    pages.map(|page| page.hides(WORDS).hides(SECRET).all("main section").len()).collect()
}

/// The links in a letter, as paths.
fn links(text: &str) -> Vec<String> {
    let words = text.split_whitespace().filter(|word| word.contains("/oma/linkki/"));
    words.map(|link| link[link.find("/oma/").unwrap()..].trim_end_matches('=').to_owned()).collect()
}

/// Opens the one link of the letter of this number; the browser, and the mailbox's page.
fn open(org: &Installation, sink: &MailSink, letter: usize) -> (Browser, Page) {
    let text = sink.wait_for(letter)[letter - 1].text.clone();
    let links = links(&text);
    assert_eq!(links.len(), 1, "{text}");
    let browser = org.browser();
    let page = browser.form(&links[0], "main form").finish().status(200);
    assert_eq!(page.url.path(), "/oma/posti");
    (browser, page)
}

/// Answers the newest question of a mailbox's page.
fn answer(browser: &Browser, page: &Page, answer: &str) -> Page {
    browser.form_on(page, &format!("form[action$='/{answer}']")).finish().status(200)
}

fn source_state(org: &Installation) -> serde_json::Value {
    let told = org.cli(&["promises", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_slice(&told.stdout).unwrap();
    let all = told["promises"].as_array().unwrap();
    let one = all.iter().find(|one| one["id"] == "palaute.source.rights-request");
    one.unwrap()["state"]["state"].clone()
}

#[test]
fn s2_45_who_typed_an_address_gets_neither_request_nor_answer_of_its_mailbox() {
    let sink = MailSink::start();
    let mut org = mailing(&sink).start();
    let planted: Vec<String> =
        (0..3).map(|number| feedback(&visitor(&org, number), "Roskaa")).collect();
    let honest = feedback(&visitor(&org, 30), "Oikea viesti");
    let before = sections(&org, 100, &planted);
    let maker = request(&org, "access", WORDS);

    let (victim, page) = open(&org, &sink, 1);
    // Kinds, numbers and dates of what was given with the address, and no content at all.
    let page = page.shows("Palaute 4").hides("Oikea viesti").hides("Roskaa").hides(WORDS);
    assert_eq!(page.all("main form[action$='/kylla']").len(), 1);
    for closed in ["/oma", "/oma/tiedot.json", "/oma/tuloste", "/oma/poista"] {
        assert_eq!(victim.get(closed).location().as_deref(), Some("/oma/posti"), "{closed}");
    }
    answer(&victim, &page, "kylla").shows("Pyyntö on vahvistettu").hides(WORDS);
    victim.get("/oma/posti").shows("Vahvistamasi pyynnöt");

    let officer = staff::first(&mut org, "alma");
    let list = officer.get("/hallinta/pyynnot").status(200);
    assert_eq!(list.all("tbody tr").len(), 1, "one request");
    let path = list.attributes("tbody th a", "href").remove(0);
    let page = officer.get(&path).status(200).shows(WORDS).shows("eikä sitä ole todistettu");
    assert_eq!(page.attributes("form[action$=tunnista]", "action"), [""; 0]);
    let form = officer.form(&path, "form[action$=ratkaise]").set("decision", "granted");
    staff::decide(&officer, form.set("text", SECRET)).status(200);
    let letters = sink.wait_for(2);
    assert_eq!(letters[1].to, [EMAIL]);
    assert!(letters[1].text.contains("diagnoosi"), "{}", letters[1].text);

    assert_eq!(sections(&org, 130, &planted), before, "nothing came to lie there");
    own(&org, 80, &honest).shows("Oikea viesti").hides(SECRET);
    // Whoever made the request may be anybody: what was written goes with the case.
    let slip = own(&org, 81, &maker).shows("Tietosuojapyyntö").hides(WORDS);
    slip.hides(SECRET).hides("Hyväksytään");
    // The reader of the mailbox gave it, no job did.
    assert_eq!(source_state(&org), "kept");
}

#[test]
fn s2_43_an_erasure_by_mailbox_takes_everything_with_its_address() {
    let sink = MailSink::start();
    let org = with_many_callers(&sink);
    let receipts: Vec<String> =
        (0..23).map(|number| feedback(&visitor(&org, number), "Viesti")).collect();
    let anybody = visitor(&org, 30);
    let form = anybody.form("/palaute", "main form").set("message", "Muu viesti");
    let other = code(&form.submit().status(200));
    let maker = request(&org, "erasure", "Poistakaa kaikki");
    let (browser, page) = open(&org, &sink, 1);
    let next = page.attributes("main a[rel=next]", "href").remove(0);
    let shown = |page: &Page| page.text().matches("Palaute ").count();
    assert_eq!(shown(&page) + shown(&browser.get(&next)), 23, "all of them, page by page");
    let plan = answer(&browser, &page, "kylla").shows("Poistamista ei voi kumota");
    assert_eq!(plan.url.path(), "/oma/posti/poista");
    let done = browser.form_on(&plan, "main form").submit().status(200);
    let done = done.shows("Poistettu 14.1.2026").shows("Poistettuja tietoja 23");
    assert!(done.header("clear-site-data").contains("cookies"));
    for (number, receipt) in receipts.iter().enumerate() {
        own(&org, 40 + number, receipt).shows("Poistettu 14.1.2026");
    }
    let slip = own(&org, 80, &maker).shows("Tietosuojapyyntö").hides("Poistakaa kaikki");
    slip.hides("Poistettu");
    own(&org, 81, &other).shows("Muu viesti");
    assert_eq!(org.scan(EMAIL), [], "the requests with the address go along");
    let_jobs_look();
    assert_eq!(sink.messages().len(), 1, "nobody is told by letter");
}

#[test]
fn s2_46_an_erasure_that_a_mailbox_confirmed_carries_itself_out_on_all_of_it() {
    let sink = MailSink::start();
    let org = with_many_callers(&sink);
    let receipts = [0, 1, 2].map(|number| feedback(&visitor(&org, number), "Viesti"));
    request(&org, "erasure", "Poistakaa kaikki");
    let (browser, page) = open(&org, &sink, 1);
    answer(&browser, &page, "kylla").shows("Poistamista ei voi kumota");
    org.advance("2026-01-17T10:00:01+02:00");
    let mut asked = 40;
    for receipt in &receipts {
        wait_for("the erasure of all", || {
            asked += 1;
            let form = visitor(&org, asked);
            let form = form.form("/oma", "main form").set("code", receipt);
            form.finish().text().contains("Poistettu 17.1.2026")
        });
    }
}

#[test]
fn s2_45_whoever_asks_first_with_an_address_keeps_no_other_request_from_its_mailbox() {
    let sink = MailSink::start();
    let mut org = mailing(&sink).start();
    staff::first(&mut org, "alma");
    let receipt = feedback(&visitor(&org, 0), "Viesti");
    let stranger = request(&org, "objection", "Vieraan sanat");
    sink.wait_for(1);
    request(&org, "erasure", WORDS);
    let_jobs_look();
    assert_eq!(sink.messages().len(), 1, "one letter while its link is good");

    // The letter was taken for a stranger's; the next tells of the newer request by itself.
    org.advance("2026-01-15T10:00:01+02:00");
    let letter = sink.wait_for(2).pop().unwrap().text;
    assert!(letter.contains("Haluan, että tietoni poistetaan"), "{letter}");
    let (browser, page) = open(&org, &sink, 2);
    assert_eq!(page.all("main form[action$='/kylla']").len(), 2, "both, the newest first");
    let seen = own(&org, 2, &stranger).all("main section");
    let refused = browser.form_on(&page, "section:last-of-type form[action$='/ei']");
    let page = refused.finish().status(200).shows("Pyyntöä ei yhdistetä tähän osoitteeseen");
    assert_eq!(own(&org, 3, &stranger).all("main section"), seen, "nobody tells the stranger");
    let officer = staff::sign_in(&org, "alma");
    let list = officer.get("/hallinta/pyynnot").status(200);
    let denied = list.attributes("tbody th a", "href").into_iter();
    let denied = denied.filter(|path| officer.get(path).text().contains("ettei pyyntö ole hänen"));
    assert_eq!(denied.count(), 1);

    let plan = answer(&browser, &page, "kylla");
    browser.form_on(&plan, "main form").submit().status(200).shows("Poistettu 15.1.2026");
    own(&org, 4, &receipt).shows("Poistettu 15.1.2026");
    assert_eq!(org.scan(EMAIL), []);
}

#[test]
fn s2_45_what_staff_find_by_an_address_does_not_come_to_lie_behind_its_receipt() {
    let mut org = Installation::mailing("feedback");
    let planted = feedback(&org.browser(), "Roskaa");
    let browser = org.browser();
    let form = browser.form("/pyynto", "main form").set("type", "access").set("text", WORDS);
    let maker = code(&form.set("contact", "Esimerkkikatu 1").finish().status(200));
    let officer = staff::first(&mut org, "alma");
    let path = officer.get("/hallinta/pyynnot").attributes("tbody th a", "href").remove(0);
    let find = format!("{path}/etsi");
    let found = officer.form(&find, "form[action$=etsi]").set("value", EMAIL).submit();
    let path = officer.form_on(&found, "main section form").finish().status(200);
    let path = path.shows(WORDS).shows("Palaute 1").url.path().to_owned();
    let form = officer.form(&path, "form[action$=ratkaise]").set("decision", "granted");
    staff::decide(&officer, form.set("text", SECRET)).status(200);
    own(&org, 1, &planted).shows("Roskaa").hides(WORDS).hides(SECRET);
    own(&org, 2, &maker).shows("Tietosuojapyyntö").hides(WORDS).hides(SECRET);
}

/// Whoever comes first has their way, and nobody is told what is not so.
#[test]
fn a_request_that_its_mailbox_confirms_at_the_moment_of_its_erasure_goes_or_stays_as_was_said() {
    let sink = MailSink::start();
    let mut org = mailing(&sink).without_second_factor().start();
    feedback(&org.browser(), "Oma viesti");
    let officer = staff::first(&mut org, "alma");
    for round in 1..=2 {
        let maker = request(&org, "access", WORDS);
        let (mailbox, page) = open(&org, &sink, round);
        let yes = mailbox.form_on(&page, "form[action$='/kylla']");
        let stranger = org.browser();
        stranger.form("/oma", "main form").set("code", &maker).finish().status(200);
        let gone = stranger.form("/oma/poista", "main form");
        let before = officer.get("/hallinta/pyynnot").attributes("tbody th a", "href");
        let confirmed = std::thread::scope(|scope| {
            let erasing = scope.spawn(|| gone.submit());
            let confirmed = yes.submit().status;
            erasing.join().unwrap();
            confirmed.is_redirection()
        });
        let cases = officer.get("/hallinta/pyynnot").attributes("tbody th a", "href");
        assert_eq!(before.len() - cases.len(), usize::from(!confirmed), "round {round}");
    }
}

/// What its mailbox has not confirmed may be another's, and whoever wants to see their data first is answered
/// about something.
#[test]
fn an_erasure_by_mailbox_ends_no_other_request_without_its_answer() {
    let sink = MailSink::start();
    let mut org = mailing(&sink).start();
    let officer = staff::first(&mut org, "alma");
    let receipt = feedback(&org.browser(), "Oma viesti");
    for (what, words) in [
        ("access", "Toisen ihmisen pyyntö"),
        ("erasure", "Poistakaa kaikki"),
        ("access", "Ensin jäljennös"),
        ("rectification", "Vahvistamaton pyyntö"),
    ] {
        request(&org, what, words);
    }
    // The newest first: nobody speaks of it; the next two are confirmed, the first is denied.
    let (mailbox, page) = open(&org, &sink, 1);
    let ways = page.attributes("main form[action$='/kylla']", "action");
    assert_eq!(ways.len(), 4);
    for (place, answer) in [(1, "kylla"), (2, "kylla"), (3, "ei")] {
        let way = ways[place].replace("/kylla", &format!("/{answer}"));
        let page = mailbox.get("/oma/posti").status(200);
        mailbox.form_on(&page, &format!("form[action='{way}']")).finish().status(200);
    }
    let officer_sees = |officer: &Browser| {
        let list = officer.get("/hallinta/pyynnot").status(200);
        list.attributes("tbody th a", "href")
    };
    let of = |officer: &Browser, words: &str| {
        let all = officer_sees(officer).into_iter();
        let mut found = all.filter(|path| officer.get(path).text().contains(words));
        found.next().unwrap()
    };
    // At its last moment the erasure goes back to people: a copy is wanted first.
    let erasure = of(&officer, "Poistakaa kaikki");
    officer.get(&erasure).shows("Poistetaan viimeistään");
    org.advance("2026-01-17T10:00:01+02:00");
    let officer = staff::sign_in(&org, "alma");
    wait_for("people to be asked", || officer.get(&erasure).text().contains("Odottaa ratkaisua"));
    own(&org, 0, &receipt).shows("Oma viesti");
    let form = officer.form(&erasure, "form[action$=ratkaise]").set("decision", "granted");
    let last = form.submit().status(200).shows("odottavat vastausta").shows("Vastaa ensin");
    officer.form_on(&last, "form[action$=ratkaise]").submit().status(200);
    own(&org, 1, &receipt).shows("Poistettu 17.1.2026");
    assert_eq!(officer_sees(&officer).len(), 3, "each waits for its answer");
    officer.get(&of(&officer, "Ensin jäljennös")).shows(EMAIL);
    for others in ["Toisen ihmisen pyyntö", "Vahvistamaton pyyntö"] {
        let path = of(&officer, others);
        officer.get(&path).status(200).hides(EMAIL);
        let form = officer.form(&path, "form[action$=ratkaise]").set("decision", "refused");
        let form = form.set("ground", "11-2").set("text", "Emme tiedä, kenen.");
        staff::decide(&officer, form).status(200);
    }
    assert_eq!(officer_sees(&officer).len(), 1);
}
