//! Many people whose data are unmistakable leave, each by one of the ways out; after that nothing of
//! them is found in any file, however it could be written there, and no key that is left opens
//! anything of theirs in a copy from before.

use std::path::Path;
use std::sync::Arc;

use http::{Method, Request};
use seloste_kernel::{ManualClock, Random, SeededRandom};
use seloste_register::Engine;
use seloste_register::keyring::{Keyring, RootSource};
use seloste_store::{Location, Store};
use seloste_vault::Erasure;
use serde_json::{Value, json};

use crate::operations::{only, refused, run, told};
use crate::rollback::copy;
use crate::support::browser::Browser;
use crate::support::installation::Installation;
use crate::support::scan::scan;
use crate::support::staff;
use crate::support::wait::wait_for;

/// People who leave in an ordinary run; `SELOSTE_CANARIES=1000` is the whole of it.
const CANARIES: usize = 100;
/// People who stay: without them, nothing found could mean that nothing was there.
const STAYING: usize = 5;
/// Whoever works at the desk has a record, too.
const ACCOUNTS: usize = 1;
/// What stands in every name, message, request and answer, and what in every address. The first
/// has letters that careful writers of addresses, JSON and old alphabets write in another way.
const STEMS: [&str; 2] = ["Kanarianlähtö-", "kanarianlahto-"];

/// Somebody with data of their own.
struct Person {
    number: usize,
    code: String,
    /// The record of the feedback.
    id: String,
    browser: Browser,
}

/// How many leave.
fn canaries() -> usize {
    let wanted = std::env::var("SELOSTE_CANARIES").ok();
    wanted.and_then(|text| text.parse().ok()).unwrap_or(CANARIES)
}

fn words(number: usize, what: &str) -> String {
    format!("{what}: {}{number:05} \"lainaus\" & 100 % <äänekäs>", STEMS[0])
}

impl Person {
    /// Sends feedback from an address of their own: half by the form, half as a program.
    fn send(org: &Installation, number: usize, stem: &str) -> Self {
        let from = format!("10.9.{}.{}", number / 250, number % 250 + 1);
        let browser = org.browser().with("x-forwarded-for", &from);
        let message = words(number, "Viesti").replace(STEMS[0], stem);
        let name = format!("{stem}{number:05} Ääninen");
        let local = if stem == STEMS[0] { STEMS[1] } else { "pysyva-" };
        let email = format!("{local}{number:05}@example.fi");
        let code = if number.is_multiple_of(2) {
            let form = browser.form("/palaute", "main form").set("message", &message);
            let form = form.set("name", &name).set("email", &email).tick("consent-answer");
            form.submit().status(200).one(".code-display code")
        } else {
            let body = json!({ "message": message, "name": name, "email": email,
                "consents": ["answer"], "lang": "fi" });
            let sent = browser.json(Method::POST, "/api/v1/feedback", &body).status(201).json();
            sent["receipt"].as_str().unwrap().to_owned()
        };
        let mut person = Self { number, code, id: String::new(), browser };
        let held = person.own(Method::GET);
        person.id = held["records"][0]["id"].as_str().unwrap().to_owned();
        assert!(held["records"][0]["fields"]["name"].as_str().unwrap().contains(stem), "{held}");
        person
    }

    /// Uses the own data as a program does, with the receipt code.
    fn own(&self, method: Method) -> Value {
        let request = Request::builder().method(method).uri("/api/v1/own");
        let request = request.header("authorization", format!("Receipt {}", self.code));
        self.browser.send(request.body(Vec::new()).unwrap()).status(200).json()
    }

    /// Opens the own page, once.
    fn enter(&self) {
        if !self.browser.get("/oma").source().contains("name=\"code\"") {
            return;
        }
        let form = self.browser.form("/oma", "main form").set("code", &self.code);
        form.finish().status(200);
    }

    /// More of them in other places: a request, an answer, a disclosure, a withdrawal, a package.
    fn live(&self, handler: &Browser) {
        match self.number % 10 {
            1 => {
                let form = self.browser.form("/pyynto?pyynto=rectification", "main form");
                let form = form.set("code", &self.code);
                form.set("text", &words(self.number, "Pyyntö")).finish().status(200);
            }
            2 => {
                let path = format!("/api/v1/staff/feedback/{}/reply", self.id);
                let reply = json!({ "version": 1, "text": words(self.number, "Vastaus") });
                handler.json(Method::POST, &path, &reply).status(201);
            }
            3 => {
                self.enter();
                let withdraw = format!("/oma/tieto/{}/peru/answer", self.id);
                self.browser.form(&withdraw, "main form").finish().status(200);
            }
            4 => {
                self.enter();
                let form = self.browser.form("/oma/paketti", "form[action$='/oma/paketti']");
                form.finish().status(200);
            }
            5 => {
                let path = format!("/hallinta/palaute/{}/luovuta", self.id);
                let form = handler.form(&path, "main form").set("recipient", "by-consent");
                let form = form.tick("items").set("called", &words(self.number, "Saaja"));
                let form = form.set("purpose", "recipient-task").set("ground", "consent");
                form.set("reference", &words(self.number, "Kirje")).finish().status(200);
            }
            6 => {
                self.enter();
                let correct = format!("/oma/tieto/{}/korjaa", self.id);
                let form = self.browser.form(&correct, "main form");
                form.set("message", &words(self.number, "Korjattu")).finish().status(200);
            }
            _ => {}
        }
    }
}

/// The desk, called from elsewhere each time, so that nobody counts the calls.
fn elsewhere(desk: Browser, number: usize) -> Browser {
    desk.with("x-forwarded-for", &format!("10.6.{}.{}", number / 250, number % 250 + 1))
}

/// Everybody leaves: by their own page, as a program, at the desk, and by the command line.
fn leave(org: &Installation, people: &[Person], mut desk: Browser) {
    let mut by_hand = Vec::new();
    for person in people {
        desk = elsewhere(desk, person.number);
        match person.number / 10 % 4 {
            0 => {
                person.enter();
                let page = person.browser.form("/oma/poista", "main form").submit().status(200);
                page.shows("Poistettu 14.1.2026");
            }
            1 => assert!(person.own(Method::DELETE)["removed"].as_u64().unwrap() > 0),
            // The desk erases the record: not what a request is open about, and not what tells of
            // a disclosure.
            2 if !matches!(person.number % 10, 1 | 5) => {
                let one = format!("/api/v1/staff/feedback/{}", person.id);
                desk.json(Method::DELETE, &one, &json!({})).status(200);
            }
            _ => by_hand.push(person.code.clone()),
        }
    }
    let erased = told(org, &by_hand.join("\n"), &["person", "erase"]);
    refused(&erased, 0);
}

/// What `person show` tells of everybody in an installation: how many are open, how many erased.
fn standing(org: &Installation, folder: &str, people: &[Person]) -> (usize, usize) {
    let mut command = org.program();
    command.args(["--test-clock", "person", "show", folder, "--format", "json"]);
    command.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped());
    let codes: Vec<&str> = people.iter().map(|person| person.code.as_str()).collect();
    let output = run(command, &codes.join("\n"));
    let all: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(all.len(), people.len());
    let open =
        all.iter().filter(|one| one["records"].as_array().is_some_and(|all| !all.is_empty()));
    (open.count(), all.iter().filter(|one| one["erased"].is_string()).count())
}

/// A backup of everything in a folder of its own; its halves.
fn back_up(org: &Installation, name: &str) -> [String; 2] {
    let halves = ["data", "keys"].map(|half| org.outside().join(format!("{name}-{half}")));
    let [data, keys] = halves.each_ref().map(|half| half.to_string_lossy().into_owned());
    org.ok(&["backup", "create", "--data", &data, "--keys", &keys]);
    halves.map(|half| only(&half))
}

/// The list of erasures beside a backup, as it was then.
fn list(keys: &str) -> Vec<Erasure> {
    let bytes = std::fs::read(Path::new(keys).join("erasures")).unwrap();
    bytes.chunks_exact(Erasure::LEN).map(|one| Erasure::decode(one).unwrap()).collect()
}

/// What the keys of one backup make of the data of another.
#[derive(Debug, PartialEq, Eq)]
struct Opened {
    records: usize,
    open: usize,
    /// Keys that were there and were left out because the list says so.
    left_out: usize,
}

/// Opens every row of a backup of the data with the keys of another backup, as somebody would who has
/// both and the root secret. The list only says why a key is not there: where it is younger than the
/// keys, none that is on it may be left out.
fn opened(org: &Installation, data: &str, keys: &str, list: &[Erasure]) -> Opened {
    let place = tempfile::tempdir().unwrap();
    let random: Arc<dyn Random> = Arc::new(SeededRandom::new(7));
    let clock = Arc::new(ManualClock::new("2026-01-14T10:00:00+02:00".parse().unwrap()));
    let read = |name: &str| std::fs::read(Path::new(keys).join(name)).unwrap();
    let (ring, restored) = Keyring::restore(
        &place.path().join("keys"),
        RootSource::File(org.dir().join("keys/root.secret")),
        &read("slots"),
        &read("secrets"),
        list,
        Arc::clone(&random),
        clock.clone(),
    )
    .unwrap();
    let location = Location::Sqlite { dir: place.path().join("data") };
    let store = Store::open(location, Arc::clone(&random), Arc::new(ring.marker())).unwrap();
    store.restore(Path::new(data)).unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let engine = Engine::open(store, ring, clock, random).await.unwrap();
        let scanned = engine.scan("palaute").await.unwrap();
        let open = scanned.records - scanned.keyless - scanned.unsealed;
        Opened { records: scanned.records, open, left_out: restored.erased }
    })
}

#[track_caller]
fn nowhere(dir: &Path, text: &str) {
    let hits = scan(dir, text);
    assert!(hits.is_empty(), "{text} in {}: {hits:?}", dir.display());
}

#[test]
fn people_who_have_left_are_found_in_no_file_and_opened_by_no_key() {
    let count = canaries();
    let mut org =
        Installation::build("feedback").letters().behind_proxy().without_second_factor().start();
    let mut desk = staff::first(&mut org, "alma").with("x-seloste", "1");
    let staying: Vec<Person> =
        (0..STAYING).map(|number| Person::send(&org, 20_000 + number, "Pysyväinen-")).collect();
    let leaving: Vec<Person> =
        (0..count).map(|number| Person::send(&org, number, STEMS[0])).collect();
    for person in &leaving {
        desk = elsewhere(desk, person.number);
        person.live(&desk);
    }
    let here = org.dir().to_string_lossy().into_owned();
    assert_eq!(standing(&org, &here, &leaving), (count, 0), "all of them are there");
    let [old_data, kept] = back_up(&org, "before");
    // On a medium of its own: the list in the other one is kept up to date.
    let old_keys = org.outside().join("keys-then");
    copy(Path::new(&kept), &old_keys);
    let old_keys = old_keys.to_string_lossy().into_owned();
    for stem in STEMS {
        assert_eq!(org.scan(stem), [], "while they live it is sealed, too");
    }

    leave(&org, &leaving, desk);
    assert_eq!(standing(&org, &here, &leaving), (0, count), "all of them are gone");
    assert_eq!(standing(&org, &here, &staying), (STAYING, 0));
    let packages = || {
        std::fs::read_dir(org.dir().join("data/packages")).is_ok_and(|mut all| all.next().is_some())
    };
    wait_for("no package is left", || !packages());
    let after = back_up(&org, "after");
    assert!(org.stop().success());

    // Data, keys and log; a backup made afterwards; and each code with which somebody came.
    for stem in STEMS {
        assert_eq!(org.scan(stem), []);
        after.iter().for_each(|half| nowhere(Path::new(half), stem));
    }
    for person in leaving.iter().step_by(leaving.len().div_ceil(20)) {
        assert_eq!(org.scan(&person.code), [], "the receipt code");
    }
    // The copy from before holds them, and only its own keys open it.
    let [new_data, new_keys] = &after;
    let (old_list, new_list) = (list(&old_keys), list(new_keys));
    let before = opened(&org, &old_data, &old_keys, &old_list);
    let held = before.records;
    assert!(before.open == held && held >= count + STAYING, "with the old keys: {before:?}");
    let then = opened(&org, &old_data, new_keys, &new_list);
    let open = STAYING + ACCOUNTS;
    assert_eq!(then, Opened { records: held, open, left_out: 0 }, "with the keys that are left");
    let now = opened(&org, new_data, new_keys, &new_list);
    assert_eq!(now.records, now.open, "what is left opens");
    println!(
        "{count} people left: found in no file; of {held} records from before {} do not open any more, \
         {open} of others do",
        held - open
    );
}
