//! What somebody is told before, while and after their data go: grounds that keep something, and a
//! time for changing one's mind.

use crate::support::browser::Browser;
use crate::support::installation::Installation;
use crate::support::page::Page;
use crate::support::staff;
use crate::support::wait::wait_for;

const MESSAGE: &str = "Kanarialinnun toive: hissi on liian hidas";

fn feedback(installation: &Installation) -> String {
    let browser = installation.browser();
    let page = browser.form("/palaute", "main form").set("message", MESSAGE).submit();
    page.status(200).one(".code-display code")
}

fn own(installation: &Installation, receipt: &str) -> (Browser, Page) {
    let browser = installation.browser();
    let page = browser.form("/oma", "main form").set("code", receipt).finish();
    (browser, page)
}

/// Runs a verb on the holder of a receipt and gives its JSON.
fn person(installation: &Installation, receipt: &str, verb: &[&str]) -> serde_json::Value {
    std::fs::write(installation.dir().join("receipts"), receipt).unwrap();
    let words = [&["person"], verb, &[".", "--receipts", "receipts"]].concat();
    let told = installation.json(&words);
    std::fs::remove_file(installation.dir().join("receipts")).unwrap();
    told[0].clone()
}

#[test]
fn what_a_hold_keeps_is_told_before_and_goes_by_itself_after() {
    let installation = Installation::new("feedback");
    let receipt = feedback(&installation);
    let shown = person(&installation, &receipt, &["show"]);
    let record = shown["records"][0]["id"].as_str().unwrap().to_owned();
    installation.ok(&["hold", "add", ".", &record, "--ground", "legal-claim"]);

    let plan = person(&installation, &receipt, &["erase", "--dry-run"]);
    assert_eq!((&plan["would-remove"], &plan["would-strip"]), (&0.into(), &0.into()), "{plan}");
    assert_eq!(plan["steps"][0]["kept"][0]["ground"], "legal-claim");
    let (browser, _) = own(&installation, &receipt);
    let page = browser.get("/oma/poista").status(200).shows("Mitään ei voi poistaa");
    page.shows("oikeudellinen vaade").shows("poistetaan, kun peruste päättyy");
    let page = browser.form("/oma/poista", "main form").submit().status(200);
    page.shows("Tietoja ei voitu vielä poistaa").hides("pysyvästi");
    let (_, page) = own(&installation, &receipt);
    page.status(200).shows(MESSAGE);

    // The demand was noted: it needs no second one when the claim has ended.
    installation.ok(&["hold", "release", ".", &record, "--ground", "legal-claim"]);
    wait_for("the sweep", || person(&installation, &receipt, &["show"])["erased"].is_string());
    own(&installation, &receipt).1.status(200).shows("Poistettu 14.1.2026");
    assert_eq!(installation.scan(MESSAGE), []);
}

#[test]
fn who_erases_everything_may_change_their_mind_until_the_day_that_was_told() {
    let build = Installation::build("feedback");
    let build = build
        .notice("erasure within=\"3 days\"", "erasure within=\"3 days\" cooling-off=\"1 day\"");
    let mut installation = build.start();
    installation.browser().get("/tietosuoja").status(200).shows("voit perua poiston");
    let receipt = feedback(&installation);
    let staying = feedback(&installation);
    let handler = staff::first(&mut installation, "alma");
    handler.get("/hallinta/palaute").status(200).shows(MESSAGE);

    let (browser, _) = own(&installation, &receipt);
    let page = browser.get("/oma/poista").status(200).shows("Voit vielä muuttaa mielesi");
    page.shows("15.1.2026").shows("Sen jälkeen poistoa ei voi perua");
    let told = browser.form("/oma/poista", "main form").submit().status(200);
    told.shows("Tietosi poistetaan 15.1.2026").hides("Todiste");
    let (staying_browser, _) = own(&installation, &staying);
    staying_browser.form("/oma/poista", "main form").submit().status(200);
    // Nobody else sees the data any more; their owner does.
    handler.get("/hallinta/palaute").status(200).hides(MESSAGE);
    own(&installation, &receipt).1.status(200).shows(MESSAGE);

    let page = staying_browser.form("/oma/poista", "main form").submit().status(200);
    page.shows("Poisto on peruttu");
    handler.get("/hallinta/palaute").status(200).shows(MESSAGE);

    installation.advance("2026-01-15T10:00:01+02:00");
    wait_for("the day", || person(&installation, &receipt, &["show"])["erased"].is_string());
    own(&installation, &receipt).1.status(200).shows("Poistettu 15.1.2026");
    own(&installation, &staying).1.status(200).shows(MESSAGE);
}

#[test]
fn what_an_open_request_is_about_is_not_erased_before_the_answer() {
    let mut installation = Installation::new("feedback");
    let receipt = feedback(&installation);
    let handler = staff::first(&mut installation, "alma");
    let browser = installation.browser();
    let form = browser.form("/pyynto?pyynto=rectification", "main form").set("code", &receipt);
    form.set("text", "Korjatkaa tämä.").finish().status(200);
    let inbox = handler.get("/hallinta/palaute").status(200);
    let path = inbox.attributes("main a[href*='/hallinta/palaute/']", "href");
    let path = path.first().unwrap().split('?').next().unwrap().to_owned();
    let refused = handler.form(&format!("{path}/poista"), "main form").submit().status(409);
    refused.shows("vireillä tietosuojapyyntö");
    own(&installation, &receipt).1.status(200).shows(MESSAGE);
    // The person may: it is theirs, and so is the request.
    let (browser, _) = own(&installation, &receipt);
    browser.form("/oma/poista", "main form").submit().status(200).shows("Poistettu 14.1.2026");
    handler.get(&path).status(404);
    assert_eq!(installation.scan(MESSAGE), []);
}
