//! How soon requests are met: a target inside the promised time, with its alarms, and the figures of what
//! was decided.

use super::{DESK, EMAIL, NAME, build, client, newest};
use crate::support::installation::Installation;
use crate::support::mail::{MailSink, Message};
use crate::support::staff;
use crate::support::wait::wait_for;

const FIGURES: &str = "/hallinta/pyynnot/ratkaistut";

fn correction(org: &Installation, receipt: &str) {
    let visitor = org.browser();
    let form = visitor.form("/pyynto", "main form").set("type", "rectification");
    form.set("code", receipt).set("text", "Nimeni on väärin").finish().status(200);
}

fn about(sink: &MailSink, word: &str) -> Vec<Message> {
    let all = sink.messages().into_iter();
    all.filter(|letter| letter.header("subject").contains(word)).collect()
}

#[test]
fn s4_109_a_correction_has_a_target_inside_the_month_and_alarms_before_and_after_it() {
    let sink = MailSink::start();
    let host = format!("host \"localhost:{}\"", sink.port);
    let org =
        build().notice("        rectification\n", "        rectification target=\"3 days\"\n");
    let org = org.notice("host \"mail.example.fi:465\"", &host).mail(&sink);
    let mut org = org.set("mail.notify", "tiimi@example.fi").start();
    let told = org.browser().get("/tietosuoja").status(200);
    told.shows("Pyrimme ratkaisemaan pyynnön 3 päivän kuluessa.");
    let officer = staff::first(&mut org, "alma");
    let them = client(&officer, NAME, EMAIL);
    correction(&org, &them.receipt);
    officer.get(DESK).status(200).shows("Tavoite 17.1.2026").shows("13.2.2026");
    // A request of another right has no target.
    let visitor = org.browser();
    let form = visitor.form("/pyynto", "main form").set("type", "access");
    form.set("code", &them.receipt).finish().status(200);
    assert_eq!(officer.get(DESK).text().matches("Tavoite").count(), 1);

    // A day before, and when it has passed; with the number and nothing of the person.
    org.advance("2026-01-16T10:00:01+02:00");
    wait_for("the first letter", || !about(&sink, "tavoiteaika päättyy 17.1.2026").is_empty());
    assert_eq!(about(&sink, "tavoiteaika päättyi").len(), 0);
    org.advance("2026-01-17T10:00:01+02:00");
    wait_for("the second letter", || !about(&sink, "tavoiteaika päättyi 17.1.2026").is_empty());
    let letters = about(&sink, "tavoiteaika");
    assert_eq!(letters.len(), 2, "{letters:?}");
    assert!(letters.iter().all(|letter| !letter.text.contains("Kanarialintu")), "{letters:?}");
    let officer = staff::sign_in(&org, "alma");
    officer.get(DESK).status(200).shows("Tavoite 17.1.2026 on ohitettu").hides("ylitetty");
    // The promise itself stands: it is inside the month.
    let board = org.cli(&["promises", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_slice(&board.stdout).unwrap();
    let all = told["promises"].as_array().unwrap();
    let deadline =
        |one: &&serde_json::Value| one["id"].as_str().unwrap().ends_with("rights.deadline");
    assert_eq!(all.iter().find(deadline).unwrap()["state"]["state"], "kept");

    // The report tells how soon corrections were made.
    let rows = officer.get(DESK).status(200).attributes("tbody th a", "href");
    let item = rows.into_iter().find(|path| officer.get(path).text().contains("korjata")).unwrap();
    let form = officer.form(&item, "form[action$=ratkaise]").set("decision", "granted");
    staff::decide(&officer, form.set("text", "Nimi on korjattu.")).status(200);
    let page = officer.get(FIGURES).status(200);
    let right = page.one("main table:first-of-type tbody tr:first-child");
    assert!(right.contains("korjata tietojani") && right.contains("1/1"), "{right}");
    assert!(officer.get(DESK).status(200).text().matches("Tavoite").count() == 0);
}

#[test]
fn what_was_decided_in_a_period_is_listed_by_its_day_with_figures_and_as_a_file() {
    let mut org = build().start();
    let officer = staff::first(&mut org, "alma");
    let enter = |officer: &crate::support::browser::Browser, what: &str| {
        let form = officer.form(&format!("{DESK}/uusi"), "main form").set("type", what);
        let form = form.set("channel", "letter").set("language", "fi");
        form.set("arrived", "2026-01-14").submit().status(200);
        newest(officer)
    };
    let decide = |officer: &crate::support::browser::Browser, item: &str| {
        let form = officer.form(item, "form[action$=ratkaise]").set("decision", "granted");
        staff::decide(officer, form.set("text", "Hoidettu.")).status(200);
    };
    let item = enter(&officer, "rectification");
    decide(&officer, &item);
    let late = enter(&officer, "fault");
    org.advance("2026-02-20T10:00:00+02:00");
    let officer = staff::sign_in(&org, "alma");
    decide(&officer, &late);
    officer.get(&format!("{DESK}?tila=ratkaistut")).status(200).shows("Ratkaistut ajalta");

    let page = officer.get(FIGURES).status(200);
    let list = page.all("main table:last-of-type tbody tr");
    assert_eq!(list.len(), 2, "{list:?}");
    // The newest decision first, and what was late says so.
    assert!(list[0].contains("20.2.2026") && list[0].contains("myöhässä"), "{list:?}");
    assert!(list[1].contains("14.1.2026") && !list[1].contains("myöhässä"), "{list:?}");
    let all = page.one("main table:first-of-type tbody tr:last-child");
    assert!(all.contains("Yhteensä") && all.contains("1/2") && all.contains("37"), "{all}");
    // By the day of the decision, not of the arrival.
    let only = officer.get(&format!("{FIGURES}?alku=2026-02-01&loppu=2026-02-28")).status(200);
    only.hides("korjata tietojani").shows("20.2.2026");
    let none = officer.get(&format!("{FIGURES}?alku=2025-02-01&loppu=2025-02-28")).status(200);
    none.shows("ei ole ratkaistuja");
    // Days that are none, or stand the wrong way round, are no fault of the service.
    officer.get(&format!("{FIGURES}?alku=ei&loppu=2026-13-45")).status(200);
    officer.get(&format!("{FIGURES}?alku=2026-12-31&loppu=-009999-01-01")).status(200);

    let file = officer.get(&format!("{FIGURES}.csv?alku=2026-02-01&loppu=2026-02-28")).status(200);
    let text = file.source();
    let lines: Vec<&str> = text.lines().collect();
    let head = r#""number","right","arrived","decided","due","days","in-time","decision""#;
    assert_eq!(lines[0], head);
    let line = r#""fault","2026-01-14","2026-02-20","2026-02-13","37","no","granted""#;
    assert!(lines.len() == 2 && lines[1].ends_with(line), "{text}");
    // Not for staff who decide no requests.
    let secretary = staff::member(&org, "sihteeri", &["secretary"]);
    secretary.get(FIGURES).status(403);
    secretary.get(&format!("{FIGURES}.csv")).status(403);
}
