//! A clock that leaps or goes back: nothing is erased early, nothing that has ended comes back,
//! and a person is asked.

use crate::operations::{refused, send, told};
use crate::support::installation::{Engine, Installation};
use crate::support::staff::{first, path_of, sign_in};
use crate::support::wait::{let_jobs_look, wait_for};

fn state(org: &Installation, id: &str) -> serde_json::Value {
    let output = org.cli(&["--test-clock", "promises", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let promises = told["promises"].as_array().unwrap();
    let found = promises.iter().find(|promise| promise["id"] == id);
    found.unwrap_or_else(|| panic!("no promise {id}"))["state"].clone()
}

/// How many records there are, behind the program's back.
fn rows(org: &Installation) -> i64 {
    let sql = "SELECT COUNT(*) FROM records";
    let text = match org.schema() {
        Some(schema) => schema.sql(sql),
        None => {
            let script = "import sqlite3,sys\nc=sqlite3.connect(sys.argv[1],timeout=20)\n\
                print(c.execute(sys.argv[2]).fetchone()[0])";
            let file = org.dir().join("data/data.db");
            let mut python = std::process::Command::new("python3");
            let output = python.args(["-c", script]).arg(file).arg(sql).output().unwrap();
            String::from_utf8(output.stdout).unwrap()
        }
    };
    text.trim().parse().unwrap()
}

fn leap(engine: Engine) {
    let mut org =
        Installation::build("feedback").letters().engine(engine).without_second_factor().start();
    let chief = first(&mut org, "alma");
    let receipt = send(&org, "Kello hyppää.");
    let before = rows(&org);
    // A month and a half, in no time.
    org.set_clock("2026-03-01T10:00:00+02:00");
    let_jobs_look();
    assert_eq!(rows(&org), before, "the jobs erase nothing");
    assert!(refused(&org.cli(&["sweep"]), 4).contains("--confirm-clock"), "nor the verb");
    assert_eq!(rows(&org), before);
    let shown = told(&org, &receipt, &["person", "show"]);
    assert!(!refused(&shown, 0).contains("hyppää"), "past its last day it is not read either");
    assert_eq!(state(&org, "palaute.sweep")["why"], "clock-in-doubt");
    assert_eq!(state(&org, "palaute.keep.feedback")["why"], "clock-in-doubt");
    assert!(refused(&org.cli(&["doctor", "--lang", "en"]), 1).contains("2026-03-01 10:00"));
    assert!(org.logs().contains("the clock is in doubt"));
    // Nor after a restart, nor after a start of the machine.
    org.restart();
    let_jobs_look();
    org.stop();
    org.reboot("2026-03-01T11:00:00+02:00");
    org.start();
    let_jobs_look();
    assert_eq!(rows(&org), before);
    // A person looks at another clock. The session has ended by this one.
    chief.get("/hallinta").status(303);
    let chief = sign_in(&org, "alma");
    let board = chief.get("/hallinta/lupaukset").status(200);
    board.shows("Palvelimen kelloon ei voi luottaa").shows("1.3.2026");
    let form = || chief.form("/hallinta/lupaukset/kello", "main form");
    form().submit().status(422);
    assert_eq!(rows(&org), before, "without the word nothing goes");
    form().tick("sure").finish().status(200).shows("Kello on vahvistettu");
    wait_for("the sweep goes on by itself", || rows(&org) < before);
    assert_eq!(state(&org, "palaute.sweep")["state"], "kept");
    let entries = org.ok(&["ledger", "show"]);
    assert!(entries.contains("confirm-clock"), "{entries}");
}

#[test]
fn after_a_leap_of_the_clock_nothing_goes_until_somebody_confirms_it_sqlite() {
    leap(Engine::Sqlite);
}

#[test]
fn after_a_leap_of_the_clock_nothing_goes_until_somebody_confirms_it_postgres() {
    leap(Engine::Postgres);
}

#[test]
fn a_clock_that_is_mended_leaves_nothing_behind() {
    let org = Installation::mailing("feedback");
    let receipt = send(&org, "Kello käy kymmenen vuotta edellä.");
    let before = rows(&org);
    org.set_clock("2036-01-14T10:00:00+02:00");
    let_jobs_look();
    assert_eq!(state(&org, "palaute.sweep")["why"], "clock-in-doubt");
    org.set_clock("2026-01-14T10:01:00+02:00");
    assert_eq!(state(&org, "palaute.sweep")["state"], "kept");
    let shown = told(&org, &receipt, &["person", "show"]);
    assert!(refused(&shown, 0).contains("kymmenen vuotta"));
    assert_eq!(rows(&org), before);
    assert_eq!(org.json(&["keys", "status"])["epochs"].as_array().unwrap().len(), 1);
    // The month passes as it should.
    org.advance("2026-02-14T10:00:00+02:00");
    wait_for("what is due goes", || rows(&org) < before);
}

#[test]
fn a_machine_that_was_off_for_long_is_confirmed_from_the_command_line() {
    let mut org = Installation::mailing("feedback");
    send(&org, "Kone on kiinni.");
    let before = rows(&org);
    org.stop();
    org.reboot("2026-02-20T10:00:00+02:00");
    org.start();
    let_jobs_look();
    assert_eq!(rows(&org), before);
    org.ok(&["sweep", "--confirm-clock"]);
    assert!(rows(&org) < before);
    // A program that was stopped on a machine that ran on asks nothing.
    send(&org, "Ohjelma on kiinni.");
    let before = rows(&org);
    org.stop();
    org.advance("2026-05-20T10:00:00+03:00");
    org.start();
    wait_for("what is due goes", || rows(&org) < before);
}

#[test]
fn a_clock_that_goes_back_revives_nothing() {
    let mut org = Installation::build("feedback").letters().without_second_factor().start();
    let chief = first(&mut org, "alma");
    let receipt = send(&org, "Kello palaa.");
    let link = org.json(&["user", "add", "iida", "--name", "Iida", "--role", "handler"]);
    let link = path_of(link["link"].as_str().unwrap());
    org.browser().get(&link).status(200);
    let ended = |when: &str| {
        org.browser().get(&link).status(410);
        chief.get("/hallinta").status(303);
        let shown = told(&org, &receipt, &["person", "show"]);
        assert!(!refused(&shown, 0).contains("palaa"), "{when}");
    };
    org.advance("2026-02-14T10:00:00+02:00");
    ended("in time");
    for back in ["2026-02-14T09:58:00+02:00", "2026-01-14T10:30:00+02:00", "1970-01-01T00:00:00Z"] {
        org.set_clock(back);
        ended(back);
    }
    assert_eq!(state(&org, "palaute.sweep")["why"], "clock-in-doubt");
    let rows_before = rows(&org);
    assert!(refused(&org.cli(&["sweep"]), 4).contains("--confirm-clock"));
    // What comes in meanwhile is dated by the running time, and does not go when the clock is
    // mended.
    let late = send(&org, "Keskellä kaikkea.");
    org.set_clock("2026-02-14T10:00:05+02:00");
    org.ok(&["sweep"]);
    assert_eq!(state(&org, "palaute.sweep")["state"], "kept");
    let shown = told(&org, &late, &["person", "show"]);
    assert!(refused(&shown, 0).contains("Keskellä"));
    assert!(rows(&org) <= rows_before + 1);
}
