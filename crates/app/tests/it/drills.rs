//! Restores, one after the other, each from a backup that is older than what people did since: who
//! was erased stays forgotten, and what was restricted, objected to or withdrawn stays so. Each drill
//! goes on from what the last one restored, so nothing may come back later either.

use std::path::Path;
use std::process::Stdio;

use serde_json::Value;

use crate::operations::{only, refused, run};
use crate::rollback::copy;
use crate::support::browser::Browser;
use crate::support::feedback::restrict;
use crate::support::installation::{Engine, Installation};
use crate::support::staff;
use crate::support::wait::wait_for;

/// Drills in an ordinary run; `SELOSTE_DRILLS=200` is the whole of it.
const DRILLS: usize = 5;

/// Fewer pages than one address may open at once.
const PAGES: usize = 200;

fn drills() -> usize {
    std::env::var("SELOSTE_DRILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(DRILLS)
}

/// What somebody does between the backup and the restore.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deed {
    Erase,
    Restrict,
    Object,
    Withdraw,
    Nothing,
}

const DEEDS: [Deed; 5] = [Deed::Erase, Deed::Restrict, Deed::Object, Deed::Withdraw, Deed::Nothing];

/// Somebody who sent feedback.
struct Person {
    deed: Deed,
    code: String,
    message: String,
    email: String,
    /// Their page at the desk.
    item: String,
}

impl Person {
    fn send(org: &Installation, drill: usize, deed: Deed) -> Self {
        let message = format!("Harjoitus {drill} {deed:?}: kanarialintu");
        let email = format!("{deed:?}.{drill}@example.fi").to_lowercase();
        let browser = visitor(org, drill * DEEDS.len() + deed as usize);
        let form = browser.form("/palaute", "main form").set("message", &message);
        let form = form.set("email", &email).tick("consent-answer");
        let code = form.submit().status(200).one(".code-display code");
        let item = format!("/hallinta/palaute/{}", id(org, &code));
        Self { deed, code, message, email, item }
    }

    fn act(&self, org: &Installation, caller: usize) {
        let browser = visitor(org, caller);
        let page = browser.form("/oma", "main form").set("code", &self.code).finish().status(200);
        match self.deed {
            Deed::Erase => {
                browser.form("/oma/poista", "main form").submit().status(200);
            }
            Deed::Restrict => {
                restrict(&browser);
            }
            Deed::Object => {
                let form = browser.form("/oma", "form[action$='/oma/vastusta/answer']");
                form.finish().status(200).shows("Kielto on voimassa");
            }
            Deed::Withdraw => {
                let path = page.attributes("a[href*='/peru/']", "href").remove(0);
                browser.form(&path, "main form").finish().status(200);
            }
            Deed::Nothing => {}
        }
    }

    /// Whether it is as they left it, at the desk.
    fn holds(&self, desk: &Browser) -> bool {
        let page = desk.get(&self.item);
        let (status, text) = (page.status.as_u16(), page.text());
        let hidden = !text.contains(&self.message) && !text.contains(&self.email);
        match self.deed {
            Deed::Erase => status == 404 && hidden,
            Deed::Restrict | Deed::Object => status == 423 && hidden,
            Deed::Withdraw => status == 200 && !text.contains(&self.email),
            Deed::Nothing => status == 200 && text.contains(&self.message),
        }
    }
}

/// Somebody who calls from an address of their own.
fn visitor(org: &Installation, number: usize) -> Browser {
    org.browser().with("x-forwarded-for", &format!("10.8.{}.{}", number / 250, number % 250 + 1))
}

/// What the command line tells of the holders of these codes.
fn told(org: &Installation, codes: &[&str]) -> Vec<Value> {
    let mut command = org.program();
    command.args(["--test-clock", "person", "show", "--format", "json"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    serde_json::from_slice(&run(command, &codes.join("\n")).stdout).unwrap()
}

fn id(org: &Installation, code: &str) -> String {
    told(org, &[code])[0]["records"][0]["id"].as_str().unwrap().to_owned()
}

fn back_up(org: &Installation, name: &str) -> [String; 2] {
    let halves = ["data", "keys"].map(|half| org.outside().join(name).join(half));
    let [data, keys] = halves.each_ref().map(|half| half.to_string_lossy().into_owned());
    org.ok(&["backup", "create", "--data", &data, "--keys", &keys]);
    [data, keys]
}

/// The list of erasures beside a backup.
fn list(keys: &str) -> Vec<u8> {
    std::fs::read(Path::new(keys).join("erasures")).unwrap_or_default()
}

/// Puts a backup in the place of what is there, with what lies beside it and nothing else.
fn restore(org: &mut Installation, [data, keys]: &[String; 2]) -> Value {
    assert!(org.stop().success());
    let to = org.outside().join("restored");
    let root = org.outside().join("root.secret");
    std::fs::copy(org.dir().join("keys/root.secret"), &root).unwrap();
    let (data, keys) = (only(Path::new(data)), only(Path::new(keys)));
    let (place, root) = (to.to_string_lossy().into_owned(), root.to_string_lossy().into_owned());
    let verb = ["--test-clock", "backup", "restore", &place, "--format", "json"];
    let from = ["--data", &data, "--keys", &keys, "--root-file", &root];
    if let Some(schema) = org.schema() {
        schema.sql(&format!("DROP SCHEMA {} CASCADE", schema.name));
    }
    let restored = refused(&org.cli(&[&verb[..], &from].concat()), 0);
    for name in ["data", "keys"] {
        std::fs::remove_dir_all(org.dir().join(name)).unwrap();
        copy(&to.join(name), &org.dir().join(name));
    }
    std::fs::remove_dir_all(&to).unwrap();
    org.start();
    org.ok(&["backup", "confirm"]);
    serde_json::from_str(&restored).unwrap()
}

/// One drill; everybody in it.
fn drill(org: &mut Installation, number: usize) -> Vec<Person> {
    let people: Vec<Person> = DEEDS.iter().map(|deed| Person::send(org, number, *deed)).collect();
    let backup = back_up(org, &format!("before-{number}"));
    for (place, person) in people.iter().enumerate() {
        person.act(org, 30_000 + number * DEEDS.len() + place);
    }
    // What is known now; the list beside the older backup comes to the same by itself.
    let newer = back_up(org, &format!("after-{number}"));
    wait_for("the list beside the backup", || list(&backup[1]) == list(&newer[1]));
    let restored = restore(org, &backup);
    assert_eq!(restored["erased_again"]["persons"], 1, "{restored}");
    for name in ["before", "after"] {
        std::fs::remove_dir_all(org.outside().join(format!("{name}-{number}"))).unwrap();
    }
    people
}

/// Nothing is held behind any of these codes. What a backup knew of a code dies with what it sealed, so
/// somebody who was erased after it may be told that the code is unknown.
#[track_caller]
fn assert_forgotten(org: &Installation, codes: &[&str]) {
    let held: Vec<_> =
        told(org, codes).into_iter().filter(|one| !one["records"].is_null()).collect();
    assert!(held.is_empty(), "{held:?}");
}

/// Everybody is as they left it.
#[track_caller]
fn all_hold(org: &Installation, desk: &Browser, people: &[Person]) {
    for person in people {
        assert!(person.holds(desk), "{:?}: {}", person.deed, desk.get(&person.item).source());
    }
    let gone = people.iter().filter(|person| person.deed == Deed::Erase);
    let codes: Vec<&str> = gone.map(|person| person.code.as_str()).collect();
    assert_forgotten(org, &codes);
}

#[test]
fn no_restore_brings_back_who_left_or_opens_what_was_closed() {
    let build = Installation::build("feedback")
        .notice("forbid \"direct-marketing\" {", "forbid \"selling\" {")
        .notice(
            "purpose \"answer\" basis=\"consent\" {",
            "purpose \"answer\" basis=\"consent\" use=\"direct-marketing\" {",
        );
    let mut org = build.letters().behind_proxy().without_second_factor().start();
    drop(staff::first(&mut org, "alma"));
    let mut all: Vec<Person> = Vec::new();
    for number in 0..drills() {
        let people = drill(&mut org, number);
        all_hold(&org, &staff::sign_in(&org, "alma"), &people);
        all.extend(people);
        let erased = all.iter().filter(|person| person.deed == Deed::Erase);
        let codes: Vec<&str> = erased.map(|person| person.code.as_str()).collect();
        assert_forgotten(&org, &codes);
        org.pass(60);
    }
    // None of it came back with a later restore. One address may not open so many pages at once.
    for (turn, people) in all.chunks(PAGES).enumerate() {
        let desk = staff::sign_in(&org, "alma");
        all_hold(&org, &desk.with("x-forwarded-for", &format!("10.9.0.{turn}")), people);
    }
    for person in all.iter().filter(|person| person.deed == Deed::Erase) {
        assert_eq!(org.scan(&person.email), []);
    }
    let count = |deed| all.iter().filter(|person| person.deed == deed).count();
    println!(
        "{} drills: {} erased, {} restricted, {} objected, {} withdrawn; all stayed so",
        drills(),
        count(Deed::Erase),
        count(Deed::Restrict),
        count(Deed::Object),
        count(Deed::Withdraw),
    );
}

#[test]
fn whoever_withdrew_after_a_backup_reads_in_the_restored_copy_when_it_went() {
    let mut org = Installation::build("feedback").letters().behind_proxy().start();
    let person = Person::send(&org, 0, Deed::Withdraw);
    let backup = back_up(&org, "before");
    org.pass(3 * 24 * 3600);
    person.act(&org, 1);
    let own = |caller| {
        let browser = visitor(&org, caller);
        browser.form("/oma", "main form").set("code", &person.code).finish().status(200)
    };
    own(2).shows("Poistettu 17.1.2026, kun peruit suostumuksesi").shows("Peruttu 17.1.2026 klo");
    wait_for("the list beside the backup", || {
        let newer = back_up(&org, "after");
        let same = list(&backup[1]) == list(&newer[1]);
        std::fs::remove_dir_all(org.outside().join("after")).unwrap();
        same
    });
    org.pass(24 * 3600);
    restore(&mut org, &backup);
    let browser = visitor(&org, 3);
    let page = browser.form("/oma", "main form").set("code", &person.code).finish().status(200);
    let page = page.shows("Poistettu 17.1.2026, kun peruit suostumuksesi").shows(&person.message);
    // The list knows the day and no more.
    let page = page.shows("Peruttu 17.1.2026").hides("Peruttu 17.1.2026 klo");
    page.hides(&person.email);
    let file = browser.get("/oma/tiedot.json").status(200).json();
    let over = &file["records"][0]["withdrawn-consents"][0];
    assert_eq!((&over["purpose"], &over["by_day"]), (&"answer".into(), &true.into()), "{file}");
    let path = browser.get("/oma").attributes("a[href*='/suostumus/']", "href").remove(0);
    let receipt = browser.get(&path).status(200).json();
    assert_eq!(receipt["receipt"]["withdrawn_on"], "2026-01-17", "{receipt}");
    assert!(receipt["receipt"]["withdrawn"].is_null(), "{receipt}");
}

#[test]
fn a_restored_backup_keeps_of_a_held_record_the_held_fields_alone() {
    let mut org = Installation::build("feedback").letters().behind_proxy().start();
    let person = Person::send(&org, 0, Deed::Erase);
    let record = id(&org, &person.code);
    let hold = ["hold", "add", ".", &record, "--ground", "legal-claim", "--field", "email"];
    org.ok(&hold);
    let backup = back_up(&org, "before");
    person.act(&org, 1);
    let own = |org: &Installation, caller| {
        let browser = visitor(org, caller);
        browser.form("/oma", "main form").set("code", &person.code).finish().status(200)
    };
    own(&org, 2).shows(&person.email).hides(&person.message);
    wait_for("the list beside the backup", || {
        let newer = back_up(&org, "after");
        let same = list(&backup[1]) == list(&newer[1]);
        std::fs::remove_dir_all(org.outside().join("after")).unwrap();
        same
    });
    restore(&mut org, &backup);
    wait_for("the first sweep", || !own(&org, 3).text().contains(&person.message));
    own(&org, 4).shows(&person.email).shows("Oikeudellinen vaade");
}

/// Waits until the list beside an older backup is that of now.
fn listed(org: &Installation, backup: &[String; 2]) {
    wait_for("the list beside the backup", || {
        let newer = back_up(org, "after");
        let same = list(&backup[1]) == list(&newer[1]);
        std::fs::remove_dir_all(org.outside().join("after")).unwrap();
        same
    });
}

/// What staff held or let go after a backup, and what somebody withdrew of what was held.
fn holds_stand_after_a_restore(engine: Engine) {
    let build = Installation::build("feedback").engine(engine).without_second_factor();
    let mut org = build.letters().behind_proxy().start();
    let officer = staff::first(&mut org, "alma");
    let mut people: Vec<Person> =
        (0..4).map(|number| Person::send(&org, number, Deed::Nothing)).collect();
    let ids: Vec<String> = people.iter().map(|person| id(&org, &person.code)).collect();
    let hold = |org: &Installation, at: usize, more: &[&str]| {
        let add = ["hold", "add", ".", &ids[at], "--ground", "legal-claim"];
        org.ok(&[&add[..], more].concat());
    };
    // The second is let go later; of the fourth the address is held already.
    let form = officer.form(&format!("/hallinta/esteet/uusi/{}", ids[1]), "main form");
    let form = form.set("ground", "legal-claim").set("matter", "Riita 7/2026");
    let form = form.set("recipient", "Vastapuoli").set("reason", "Todiste.");
    form.set("scope", "record").finish().status(200);
    hold(&org, 3, &["--field", "email"]);
    let backup = back_up(&org, "before");
    hold(&org, 0, &[]);
    hold(&org, 2, &["--field", "message", "--until", "2026-12-24"]);
    org.ok(&["hold", "release", ".", &ids[1], "--ground", "legal-claim"]);
    people[3].deed = Deed::Withdraw;
    people[3].act(&org, 9_000);
    org.ok(&["backup", "drill"]);
    listed(&org, &backup);
    let restored = restore(&mut org, &backup);
    assert_eq!(restored["held_again"], 3, "{restored}");
    assert_eq!(restored["consents_again"], 1, "{restored}");
    let officer = staff::sign_in(&org, "alma");
    officer.get(&people[3].item).status(200).hides(&people[3].email);
    let own = |org: &Installation, at: usize| {
        let browser = visitor(org, 9_100 + at);
        browser.form("/oma", "main form").set("code", &people[at].code).finish()
    };
    own(&org, 3).status(200).shows(&people[3].email);
    let freed = visitor(&org, 9_200);
    freed.form("/oma", "main form").set("code", &people[1].code).finish().status(200);
    wait_for("the end of what the claim was for", || {
        freed.get("/oma").status(200).text().contains("14.1.2027")
    });

    // Their time is over for all of them; the first sweep erases nothing that is held.
    org.pass(60 * 24 * 3600);
    org.ok(&["sweep", "."]);
    own(&org, 0).status(200).shows(&people[0].message).shows(&people[0].email);
    // What the claim was for is still told; what it held is gone.
    own(&org, 1).status(200).shows("Riita 7/2026").hides(&people[1].message);
    own(&org, 2).status(200).shows(&people[2].message).hides(&people[2].email).shows("24.12.2026");
    own(&org, 3).status(200).shows(&people[3].email).hides(&people[3].message);
    org.advance("2026-12-24T12:00:00+02:00");
    org.ok(&["sweep", "."]);
    own(&org, 2).shows("Poistettu").hides(&people[2].message);
}

#[test]
fn a_restore_forgets_no_hold_and_no_end_of_one() {
    holds_stand_after_a_restore(Engine::Sqlite);
}

#[test]
fn a_restore_in_postgres_forgets_no_hold_and_no_end_of_one() {
    holds_stand_after_a_restore(Engine::Postgres);
}
