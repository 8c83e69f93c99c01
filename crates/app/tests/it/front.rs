//! The front page of the console: numbers that lead somewhere, and what is still to be done.

use crate::support::browser::Browser;
use crate::support::feedback;
use crate::support::installation::Installation;
use crate::support::page::Page;
use crate::support::staff::{PASSPHRASE, accept, first, invite, member, path_of, sign_in};

fn steps(page: &Page) -> Vec<String> {
    page.all("main ol.next > li > a")
}

fn attest(browser: &Browser, name: &str) {
    let path = format!("/hallinta/lupaukset/vahvista/{name}");
    let form = browser.form(&path, "main form").set("document", "Sopimus 15.1.2026");
    form.tick("sure").finish().status(200);
}

#[test]
fn the_front_page_leads_to_all_that_is_to_be_done_until_nothing_is() {
    let mut org = Installation::build("feedback").tls().start();
    let alma = first(&mut org, "alma");
    let invited = invite(&org, "iida", &["handler"]);
    let page = alma.open("/hallinta").status(200);
    assert_eq!(
        steps(&page),
        [
            "Kirjoita selosteeseen oma organisaatiosi",
            "Vahvista 6 asiaa, joista vain ihminen voi vastata",
            "Kutsu selosteen yhteyshenkilö: tunnus palvelupaallikko",
            "Yksi kutsuttu ei ole vielä kirjautunut",
            "Ota sähköposti käyttöön",
            "Ota varmuuskopiot käyttöön",
        ]
    );
    page.hides("Kaikki on kunnossa");
    for css in ["main ol.next a", "main dl.stats a"] {
        let page = alma.open("/hallinta");
        let links = page.attributes(css, "href");
        assert!(links.len() >= 3, "{css}: {links:?}");
        for link in links {
            let (path, part) = link.split_once('#').unwrap_or((&link, ""));
            let led = alma.open(path).status(200);
            assert!(part.is_empty() || led.all(&format!("[id='{part}']")).len() == 1, "{link}");
        }
    }
    let invented = |org: &Installation| {
        org.ok(&["promises", "--format", "json"]).contains("controller-invented")
    };
    assert!(invented(&org));
    // Each step done is a step gone.
    org.edit_notice("controller \"Esimerkkikeskus\"", "controller \"Naapuriapu\"");
    org.edit_notice("kirjaamo@example.fi", "posti@naapuriapu.example");
    org.ok(&["publish", "--reason", "Koe"]);
    assert!(!invented(&org));
    for name in [
        "hosting-physical",
        "logs",
        "hosting-contract",
        "mail-contract",
        "contact-person",
        "staff-trained",
    ] {
        attest(&alma, name);
    }
    let form = alma.form("/hallinta/kayttajat/uusi?yhteyshenkilo=1", "main form");
    let page = form.set("name", "Kaisa Koe").smuggle("roles", "handler").finish().status(200);
    let contact = page.one("main .code-display code");
    for link in [invited, path_of(&contact)] {
        accept(&org, &link);
    }
    let mail = org.outside().join("mail").display().to_string();
    let backups = org.outside().join("backups").display().to_string();
    org.configure(&[
        ("mail.from".to_owned(), "palaute@example.fi".into()),
        ("mail.folder".to_owned(), mail.into()),
        ("backup.folder".to_owned(), backups.into()),
    ]);
    org.restart();
    // Letters that only go into a folder do not leave.
    org.pass(31);
    let page = sign_in(&org, "alma").open("/hallinta").status(200).hides("Kaikki on kunnossa");
    assert_eq!(steps(&page), ["Ota sähköposti käyttöön"]);
    org.configure(&[("mail.relay".to_owned(), "mail.example.fi:465".into())]);
    org.restart();
    org.pass(31);
    let page = sign_in(&org, "alma").open("/hallinta").status(200).shows("Kaikki on kunnossa");
    assert_eq!(steps(&page), [""; 0]);
    // What somebody is waiting for is no step, but not nothing either.
    feedback::anonymous(&org, "Ovi narisee.");
    let page = sign_in(&org, "alma").open("/hallinta").status(200).hides("Kaikki on kunnossa");
    assert_eq!(page.all("main dl.stats dd")[0], "1");
}

#[test]
fn whoever_may_do_nothing_about_a_step_does_not_see_it() {
    let mut org = Installation::build("feedback").without_second_factor().start();
    let _alma = first(&mut org, "alma");
    let handler = member(&org, "iida", &["handler"]).open("/hallinta").status(200);
    assert_eq!(steps(&handler), [""; 0]);
    handler.shows("Kaikki on kunnossa");
    let admin = member(&org, "aino", &["admin"]);
    let page = admin.open("/hallinta").status(200);
    assert!(!steps(&page).iter().any(|step| step.contains("Vahvista")), "{:?}", steps(&page));
    for link in page.attributes("main ol.next a", "href") {
        admin.open(link.split('#').next().unwrap()).status(200);
    }
    member(&org, "eeva", &["developer"]).get("/hallinta/kayttoonotto").status(403);
}

#[test]
fn the_first_account_is_told_all_that_is_wrong_at_once_and_why_a_name_is_there() {
    let mut org = Installation::build("feedback").start();
    let link = org.first_link();
    let browser = org.browser();
    let form = browser.form(&link, "main form");
    let page = form.page();
    assert_eq!(page.attributes("input[name=username]", "value"), ["palvelupaallikko"]);
    assert!(page.text().contains("Seloste nimeää yhteyshenkilöksi tunnuksen palvelupaallikko"));
    let form = form.set("username", "Matti Meikäläinen").set("name", "");
    let page = form.set("passphrase", "lyhyt").set("again", "lyhyt").submit().status(422);
    let wrong = page.all("main .field.wrong label");
    assert_eq!(wrong.len(), 3, "username, name and password: {wrong:?}");
    page.shows("Käyttäjätunnuksessa voi olla").shows("Salasanassa on oltava vähintään");
    // The link is as good as before.
    let form = browser.form(&link, "main form").set("name", "Alma Alku");
    form.set("passphrase", PASSPHRASE).set("again", PASSPHRASE).finish().status(200);
}

#[test]
fn a_consent_to_nothing_is_told_and_the_form_leads_to_withdrawing_one() {
    let org = Installation::mailing("feedback");
    let browser = org.browser();
    let form = browser.form("/palaute", "main form").set("message", "Vastatkaa minulle.");
    let page = form.tick("consent-answer").submit().status(422);
    page.shows("Annoit suostumuksen, mutta et kirjoittanut yhteystietoja.");
    // As the notice says: a consent can be withdrawn from here.
    let links = browser.get("/palaute").attributes("#earlier ~ ul a", "href");
    let withdrawal = links.iter().find(|link| link.contains("withdraw-consent")).unwrap();
    let page = browser.get(withdrawal).status(200);
    assert_eq!(page.attributes("main select option[selected]", "value")[0], "withdraw-consent");
}
