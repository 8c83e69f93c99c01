//! What goes to an authority: asked for by somebody who is named, under a statute, and looked at by a
//! second person, who sees what would go and nothing else.

use super::{EMAIL, NAME, PHONE, build, client, entries, invoice, own};
use crate::support::browser::Browser;
use crate::support::installation::Build;
use crate::support::page::Page;
use crate::support::staff;

const REGISTER: &str = "/hallinta/luovutukset";
const WAITING: &str = "/hallinta/luovutukset?tila=odottaa";
const LINES: &str = "Kurssimaksu kanarialinnulle 30,00";
const NEW_PHONE: &str = "+358 40 2222222";

const AUTHORITIES: &str = r#"        authority "Esimerkkipoliisi" country="FI" grounds="statute" demands="requester matter" {
            fi "Selvittää rikoksia"
            sv "Utreder brott"
            en "Investigates crime"
            gets "client" fields="name phone"
            approval "second-person" unless="vital-interests"
        }
        authority "Esimerkkilaitos" country="FI" grounds="statute" {
            fi "Hoitaa tehtäväänsä"
            sv "Sköter sin uppgift"
            en "Does its task"
            approval "second-person"
        }
        authority "Esimerkkiverottaja" country="FI" grounds="statute" {
            fi "Toimittaa verotuksen"
            sv "Verkställer beskattningen"
            en "Carries out taxation"
            gets "invoice" fields="payer sum"
        }
        class "by-law""#;

fn bed() -> Build {
    build().notice("        class \"by-law\"", AUTHORITIES)
}

const POLICE: [(&str, &str); 4] = [
    ("recipient", "Esimerkkipoliisi"),
    ("ground", "listed"),
    ("statute", "872/2011-4-2"),
    ("requester", "Rikosyksikkö, asia 5500/R/1/26"),
];
const MATTER: (&str, &str) = ("matter", "Epäilty varkaus");

/// Fills in a disclosure of name and number, and sends it.
fn ask(staff: &Browser, item: &str, fields: &[(&str, &str)]) -> Page {
    let mut form = staff.form(&format!("{item}/luovuta"), "main form").without("items");
    form = form.smuggle("items", "name").smuggle("items", "phone");
    for (name, value) in [("purpose", "recipient-task")].iter().chain(fields) {
        form = form.set(name, value);
    }
    form.submit()
}

fn newest(officer: &Browser) -> String {
    officer.get(REGISTER).status(200).attributes("tbody th a", "href").remove(0)
}

fn renumber(secretary: &Browser, item: &str, phone: &str) {
    let form = secretary.form(&format!("{item}/korjaa"), "main form").set("phone", phone);
    form.finish().status(200);
}

#[test]
fn s0_86_s1_150_s4_51_an_authority_gets_nothing_before_a_second_person_has_looked() {
    let mut org = bed().start();
    let notice = org.browser().get("/tietosuoja").status(200);
    notice.shows("Esimerkkilaitos: jokaisen luovutuksen hyväksyy ennalta toinen henkilö");
    let notice = org.browser().get("/sv/tietosuoja").status(200);
    notice.shows("Esimerkkipoliisi: vid varje utlämnande antecknas vem som begärde uppgifterna");
    let notice = org.browser().get("/en/tietosuoja").status(200);
    notice.shows("Esimerkkipoliisi: each disclosure is approved beforehand by somebody else");

    let secretary = staff::first(&mut org, "alma");
    let them = client(&secretary, NAME, EMAIL);
    // A crime and no ground; no statute; nobody who asked; no matter.
    let tries = [
        vec![POLICE[0], POLICE[3], MATTER],
        vec![POLICE[0], POLICE[1], POLICE[3], MATTER],
        vec![POLICE[0], POLICE[1], POLICE[2], MATTER],
        POLICE.to_vec(),
    ];
    for fields in tries {
        ask(&secretary, &them.item, &fields).status(422).hides(NAME);
    }
    ask(&secretary, &them.item, &POLICE).shows("Kirjoita, missä asiassa");
    secretary.get(REGISTER).status(200).shows("Luovutuksia ei ole");

    let whole = [&POLICE[..], &[MATTER]].concat();
    let waits = ask(&secretary, &them.item, &whole).status(200);
    waits.shows("odottaa toisen henkilön").hides(NAME).hides(PHONE);
    // Nobody speaks of what they prepared, not with all roles, and nothing can be handed over.
    let item = newest(&secretary);
    let page = secretary.get(&item).status(200).shows("Rikosyksikkö");
    assert_eq!(page.attributes("form[action$=ratkaise]", "action"), [""; 0]);
    let page = secretary.get(&them.item).status(200);
    assert_eq!(page.attributes("form[action*='/luovuta/']", "action"), [""; 0]);

    // The second person sees what would go and no more; what they saw is what they say yes to.
    let officer = staff::member(&org, "olli", &["officer"]);
    officer.get("/hallinta").status(200).shows("odottavat toisen henkilön tarkistusta");
    let seen = officer.get(&item).status(200).shows("Epäilty varkaus");
    seen.shows(NAME).shows(PHONE).hides(EMAIL).hides("Tiedot ovat muuttuneet");
    let stale = officer.form(&item, "form[action$=ratkaise]").set("decision", "approve");
    renumber(&secretary, &them.item, NEW_PHONE);
    stale.submit().status(409).shows("muuttuneet");
    let seen = officer.get(&item).status(200).shows("Tiedot ovat muuttuneet");
    seen.shows(NEW_PHONE).hides(PHONE);
    let form = officer.form(&item, "form[action$=ratkaise]").set("decision", "approve");
    form.finish().status(200).shows("Hyväksytty; ei vielä luovutettu");

    let given = secretary.form(&them.item, "form[action*='/luovuta/']").submit().status(200);
    given.shows(NAME).shows(NEW_PHONE).hides(EMAIL);
    officer.get(&item).status(200).shows("Luovutettu");
    officer.get(WAITING).status(200).shows("Luovutuksia ei ole");
    // The person reads who asked, in which matter and under which law, and not who of staff.
    let (browser, _) = own(&org, &them.receipt);
    let told = browser.get("/oma/luovutukset").status(200).shows("Rikosyksikkö");
    told.shows("Epäilty varkaus").shows("Poliisilaki").hides("alma").hides("olli");
}

#[test]
fn s0_86_what_changes_after_the_approval_is_shown_to_the_second_person_again() {
    let mut org = bed().start();
    let secretary = staff::first(&mut org, "alma");
    let officer = staff::member(&org, "olli", &["officer"]);
    let them = client(&secretary, NAME, EMAIL);
    ask(&secretary, &them.item, &[&POLICE[..], &[MATTER]].concat()).status(200);
    let item = newest(&officer);
    let approve = || {
        let form = officer.form(&item, "form[action$=ratkaise]").set("decision", "approve");
        form.finish().status(200).shows("Hyväksytty; ei vielä luovutettu");
    };
    approve();
    renumber(&secretary, &them.item, NEW_PHONE);
    let refused = secretary.form(&them.item, "form[action*='/luovuta/']").submit().status(409);
    refused.hides(NEW_PHONE).shows("Toinen henkilö katsoo luovutuksen uudelleen");
    let again = officer.get(&item).status(200).shows("Odottaa toisen henkilön hyväksyntää");
    again.shows("Tiedot ovat muuttuneet").shows(NEW_PHONE);
    approve();
    let given = secretary.form(&them.item, "form[action*='/luovuta/']").submit().status(200);
    given.shows(NEW_PHONE).hides(PHONE);
}

#[test]
fn s0_86_to_protect_a_life_it_goes_at_once_and_is_looked_at_afterwards() {
    let mut org = bed().start();
    let secretary = staff::first(&mut org, "alma");
    let officer = staff::member(&org, "olli", &["officer"]);
    let them = client(&secretary, NAME, EMAIL);
    let hurry = ("urgency", "Kertoi aikovansa vahingoittaa itseään nyt");
    // Only where the notice says so.
    let slow = [("recipient", "Esimerkkilaitos"), POLICE[1], POLICE[2], hurry];
    ask(&secretary, &them.item, &slow).status(403).hides(NAME).shows("ei kiireessäkään");
    let whole = [&POLICE[..], &[MATTER, hurry]].concat();
    let given = ask(&secretary, &them.item, &whole).status(200).shows("Luovutus on kirjattu");
    given.shows(NAME).shows(PHONE).hides(EMAIL);
    // It waits in the list, with its reason; whoever gave it cannot say that it was right.
    let item = newest(&officer);
    officer.get(WAITING).status(200).shows("odottaa toisen henkilön tarkistusta");
    let page = secretary.get(&item).status(200);
    assert_eq!(page.attributes("form[action$=ratkaise]", "action"), [""; 0]);
    let page = officer.get(&item).status(200).shows("aikovansa vahingoittaa").shows(PHONE);
    page.hides(EMAIL);
    // Who got it is told of a correction already now (Art. 19).
    let (browser, _) = own(&org, &them.receipt);
    let correct = super::link(&browser, "/korjaa");
    browser.form(&correct, "main form").set("phone", NEW_PHONE).finish().status(200);
    secretary.get("/hallinta/ilmoitukset").status(200).shows("Esimerkkipoliisi");
    let form = officer.form(&item, "form[action$=ratkaise]").set("decision", "reject");
    form.finish().status(200).shows("aiheettomaksi todettu");
    officer.get(WAITING).status(200).shows("Luovutuksia ei ole");
    browser.get("/oma/luovutukset").status(200).shows("aiheettomaksi todettu");
}

#[test]
fn s1_151_s4_51_a_tax_report_holds_the_fields_of_the_duty_and_no_more() {
    let may = "purposes=\"bookkeeping\" may=\"read collect classify\"";
    let more = "purposes=\"bookkeeping\" may=\"read collect classify disclose export\"";
    let mut org = bed().notice(may, more).start();
    let secretary = staff::first(&mut org, "alma");
    let treasurer = staff::member(&org, "raha", &["treasurer"]);
    let them = client(&secretary, NAME, EMAIL);
    invoice(&treasurer, &them.item, "sent", LINES);
    let report = |recipient: &str, more: &[(&str, &str)]| {
        let form = treasurer.form("/hallinta/rekisteri/clients/invoice/vie", "main form");
        let form = form.set("recipient", recipient).set("purpose", "recipient-task");
        let all = [("ground", "listed")].into_iter().chain(more.iter().copied());
        all.fold(form, |form, (name, value)| form.set(name, value)).submit()
    };
    report("Esimerkkiverottaja", &[]).status(422).hides(NAME);
    let law = [("statute", "1558/1995-15")];
    let file = report("Esimerkkiverottaja", &law).status(200).source();
    let head = file.lines().next().unwrap_or_default();
    assert!(head.ends_with(r#""due","payer","sum","disclosure""#), "{file}");
    assert!(file.contains("30,00") && file.contains(NAME) && !file.contains(LINES), "{file}");
    assert!(!file.contains("2026-1\"") && !file.contains(PHONE), "{file}");
    // Logged, and told to whom it is about.
    let runs = entries(&org, "export");
    assert!(runs.iter().any(|run| run["kind"] == "invoice" && run["count"] == 1), "{runs:?}");
    let (browser, _) = own(&org, &them.receipt);
    let told = browser.get("/oma/luovutukset").status(200).shows("Esimerkkiverottaja");
    told.shows("Laki verotusmenettelystä (1558/1995) 15 §");
    // Where a second person looks at each, nothing goes of many at once.
    report("Esimerkkilaitos", &law).status(403).hides(NAME).shows("yhden henkilön tiedot");
}
