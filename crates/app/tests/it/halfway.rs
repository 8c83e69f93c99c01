//! Deeds of several writes that used to fall apart: the database refuses one of them, and nothing of the
//! deed is there.

use std::path::PathBuf;

use crate::support::installation::Installation;
use crate::support::sql::sql;
use crate::support::staff;

const DESK: &str = "/hallinta/pyynnot";

fn data(org: &Installation) -> PathBuf {
    org.dir().join("data/data.db")
}

/// The database refuses this from now on.
fn refuse(org: &Installation, when: &str) {
    let body = "BEGIN SELECT RAISE(ABORT, 'refused'); END";
    sql(&data(org), &format!("CREATE TRIGGER refuses BEFORE {when} {body}"));
}

fn refuse_no_more(org: &Installation) {
    sql(&data(org), "DROP TRIGGER refuses");
}

/// How many records are so.
fn records(org: &Installation, so: &str) -> i64 {
    sql(&data(org), &format!("UPDATE records SET version = version WHERE {so}"))
}

#[test]
fn a_decision_that_fails_gives_the_request_no_last_day() {
    let mut org = Installation::new("feedback");
    let visitor = org.browser();
    let page = visitor.form("/palaute", "main form").set("message", "Oma viesti").finish();
    let receipt = page.status(200).one(".code-display code");
    visitor.form("/oma", "main form").set("code", &receipt).finish().status(200);
    let form = visitor.form("/pyynto", "main form").set("type", "access");
    form.set("contact", "kanarialintu@example.fi").finish().status(200);
    let officer = staff::first(&mut org, "alma");
    let path = officer.get(DESK).status(200).attributes("tbody th a", "href").remove(0);
    let decision = || {
        let form = officer.form(&path, "form[action$=ratkaise]").set("decision", "refused");
        let letter = form.set("ground", "none-held").set("text", "Emme tunnista sinua.").submit();
        letter.status(200)
    };
    let letter = decision();
    let dated = records(&org, "due_ms IS NOT NULL");
    refuse(&org, "INSERT ON records");
    let failed = officer.form_on(&letter, "form[action$=ratkaise]").submit();
    assert!(failed.status.as_u16() >= 400, "{}", failed.status);
    refuse_no_more(&org);
    assert_eq!(records(&org, "due_ms IS NOT NULL"), dated, "a case that waits has a last day");
    // It waits as before, and is decided as if nothing had been.
    officer.form_on(&decision(), "form[action$=ratkaise]").finish().status(200);
    assert!(records(&org, "due_ms IS NOT NULL") > dated);
}

#[test]
fn an_account_that_could_not_be_opened_has_no_password() {
    let mut org = Installation::build("feedback").without_second_factor().start();
    staff::first(&mut org, "alma");
    let link = staff::invite(&org, "iida", &["handler"]);
    refuse(&org, "UPDATE ON records WHEN NEW.state = 'open' AND OLD.state = 'invited'");
    let browser = org.browser();
    let form = browser.form(&link, "main form").set("passphrase", staff::PASSPHRASE);
    let failed = form.set("again", staff::PASSPHRASE).submit();
    assert!(failed.status.as_u16() >= 400, "{}", failed.status);
    refuse_no_more(&org);
    assert_eq!(records(&org, "state = 'invited' AND version = 1"), 1, "something was written");
    // A new link opens it.
    let link = org.json(&["user", "reset", "iida"])["link"].as_str().unwrap().to_owned();
    staff::accept(&org, &staff::path_of(&link)).get("/hallinta").status(200);
}
