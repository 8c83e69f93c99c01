//! The power goes at any moment: what was acknowledged is there afterwards, once, and the ledger
//! proves whole.

use std::process::Stdio;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use seloste_kernel::{Random, SeededRandom};

use crate::operations::run;
use crate::support::browser::Browser;
use crate::support::feedback::{EMAIL, anonymous};
use crate::support::installation::{Engine, Installation};
use crate::support::mail::MailSink;
use crate::support::sql::Locked;
use crate::support::staff;
use crate::support::wait::{let_jobs_look, wait_for};

/// How many clients write at once.
const CLIENTS: u64 = 4;
/// The kill comes within this many milliseconds of the start.
const WITHIN_MS: u64 = 300;
/// Kills of each engine in an ordinary run: 500 in all.
const ROUNDS: u32 = 250;

/// How often the server is killed: [`ROUNDS`], or what the environment says.
fn rounds(name: &str, usual: u32) -> u32 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}

/// One write by a caller never seen before, so that no limit against floods is met.
fn write(browser: Browser, number: u64) -> Option<String> {
    let from = format!("10.{}.{}.{}", number >> 16 & 255, number >> 8 & 255, number & 255);
    let browser = browser.with("x-forwarded-for", &from);
    let page = browser.try_get("/palaute").ok()?;
    let tokens = page.attributes("main form input[type=hidden]", "value");
    let names = page.attributes("main form input[type=hidden]", "name");
    let message = format!("Viesti numero {number}.");
    let mut fields: Vec<(&str, &str)> =
        names.iter().map(String::as_str).zip(tokens.iter().map(String::as_str)).collect();
    fields.push(("message", &message));
    let answer = browser.try_post("/palaute", &fields).ok()?;
    let receipt = answer.all(".code-display code").into_iter().next()?;
    Some(receipt)
}

/// Asks for many receipts at once; gives those that the program does not know.
pub fn lost(installation: &Installation, receipts: &[String]) -> Vec<String> {
    if receipts.is_empty() {
        return Vec::new();
    }
    let mut command = installation.program();
    command.args(["person", "show", "--format", "json"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let output = run(command, &receipts.join("\n"));
    let told: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stdout)));
    assert_eq!(told.len(), receipts.len());
    let mut seen = std::collections::BTreeSet::new();
    let once = |answer: &serde_json::Value| {
        let records = answer["records"].as_array().map_or(0, Vec::len);
        records == 1 && seen.insert(answer["records"][0]["id"].to_string())
    };
    let mut once = once;
    receipts
        .iter()
        .zip(&told)
        .filter(|(_, answer)| !once(answer))
        .map(|(receipt, _)| receipt.clone())
        .collect()
}

fn kill_again_and_again(engine: Engine, rounds: u32, seed: u64) {
    let proxies: Vec<toml::Value> = vec!["127.0.0.1".into()];
    let mut installation =
        Installation::build("feedback").engine(engine).set("trusted-proxies", proxies).start();
    let random = SeededRandom::new(seed);
    let numbers = AtomicU64::new(1);
    let (mut all, mut asked): (Vec<String>, usize) = (Vec::new(), 0);
    for round in 0..rounds {
        let (receipts, over) = (Mutex::new(Vec::new()), AtomicBool::new(false));
        let mut bytes = [0; 8];
        random.fill(&mut bytes);
        let delay = Duration::from_millis(1 + u64::from_le_bytes(bytes) % WITHIN_MS);
        let (killed, visitor) = (installation.process(), installation.visitors());
        std::thread::scope(|scope| {
            for _ in 0..CLIENTS {
                scope.spawn(|| {
                    while !over.load(Ordering::Relaxed) {
                        let number = numbers.fetch_add(1, Ordering::Relaxed);
                        if let Some(receipt) = write(visitor(), number) {
                            receipts.lock().unwrap().push(receipt);
                        }
                    }
                });
            }
            // Not a wait for something: this is the moment at which the power goes.
            crate::support::wait::pass(delay);
            killed.kill();
            over.store(true, Ordering::Relaxed);
        });
        installation.kill();
        installation.start();
        all.extend(receipts.into_inner().unwrap());
        if round % 10 == 9 {
            // Only the last rounds' receipts; at the end, all.
            let last = &all[asked..];
            assert_eq!(lost(&installation, last), Vec::<String>::new(), "round {round}");
            asked = all.len();
        }
    }
    for part in all.chunks(5_000) {
        assert_eq!(lost(&installation, part), Vec::<String>::new(), "at the end");
    }
    assert!(!all.is_empty(), "something was acknowledged");
    installation.stop();
    installation.ok(&["ledger", "verify"]);
    println!("{rounds} kills, {} acknowledged, none lost", all.len());
}

#[test]
fn nothing_acknowledged_is_lost_when_the_server_is_killed_sqlite() {
    kill_again_and_again(Engine::Sqlite, rounds("SELOSTE_KILLS_SQLITE", ROUNDS), 1);
}

#[test]
fn nothing_acknowledged_is_lost_when_the_server_is_killed_postgres() {
    kill_again_and_again(Engine::Postgres, rounds("SELOSTE_KILLS_POSTGRES", ROUNDS), 2);
}

/// A decision is taken; the program ends before anything came of it. Perhaps it was a refusal: when the
/// request's last moment comes, people decide, and nothing is carried out.
#[test]
fn a_decision_that_the_end_of_the_program_interrupts_goes_back_to_people() {
    const MESSAGE: &str = "Jota ei poisteta.";
    let mut org = Installation::new("feedback");
    let receipt = anonymous(&org, MESSAGE).one(".code-display code");
    let officer = staff::first(&mut org, "alma");
    let database = org.dir().join("data/data.db");
    let mut path = String::new();
    for _ in 0..20 {
        path = asked_by_letter(&officer, &receipt);
        let form = officer.form(&path, "form[action$=ratkaise]").set("decision", "refused");
        let letter = form.set("ground", "12-5").set("text", "Ei poisteta.").submit().status(200);
        let form = officer.form_on(&letter, "form[action$=ratkaise]");
        let claimed =
            Locked::once(&database, "SELECT COUNT(*) FROM records WHERE state = 'deciding'");
        let caught = std::thread::scope(|scope| {
            let sent = scope.spawn(|| form.submit());
            wait_for("the decision", || claimed.is_held() || sent.is_finished());
            let caught = claimed.is_held();
            if caught {
                org.process().kill();
            }
            // The connection ends with the server.
            let _ = sent.join();
            caught
        });
        if caught {
            break;
        }
        path.clear();
    }
    assert!(!path.is_empty(), "no decision was ever caught half way");
    org.kill();
    org.start();
    let state = |org: &Installation| {
        let all = org.json(&["case", "list"]);
        let last = all.as_array().unwrap().iter().max_by_key(|one| one["number"].as_i64());
        last.unwrap()["state"].clone()
    };
    assert_eq!(state(&org), "deciding");
    org.advance("2026-01-17T10:00:01+02:00");
    wait_for("people to be asked", || state(&org) == "open");
    let_jobs_look();
    let own = org.browser().form("/oma", "main form").set("code", &receipt).finish();
    own.status(200).shows(MESSAGE).hides("Poistettu");
    let officer = staff::sign_in(&org, "alma");
    let page = officer.get(&path).status(200).hides("Ei poisteta.");
    assert_eq!(page.attributes("form[action$=ratkaise]", "action").len(), 1);
    assert_eq!(state(&org), "open");
}

/// An erasure of several was granted and begun; the program ends when some of them are gone. The decision
/// stands: nobody refuses what was granted, and the rest goes.
#[test]
fn a_granted_erasure_of_several_that_the_end_of_the_program_interrupts_goes_on_to_its_end() {
    const COUNT: &str = "SELECT COUNT(*) FROM records WHERE state = 'erasing' AND \
        (SELECT COUNT(*) FROM records WHERE \
        kind IN (SELECT id FROM kinds WHERE name = 'feedback')) BETWEEN 1 AND 7";
    let sink = MailSink::start();
    let host = format!("host \"localhost:{}\"", sink.port);
    let build = Installation::build("feedback").notice("host \"mail.example.fi:465\"", &host);
    let mut org = build.mail(&sink).start();
    let from = |number: usize| org.browser().with("x-forwarded-for", &format!("10.4.0.{number}"));
    let receipts: Vec<String> = (1..=8)
        .map(|number| {
            let browser = from(number);
            let form = browser.form("/palaute", "main form").set("message", "Viesti");
            let form = form.set("email", EMAIL).tick("consent-answer");
            form.submit().status(200).one(".code-display code")
        })
        .collect();
    let browser = org.browser();
    let form = browser.form("/pyynto", "main form").set("type", "erasure").set("text", "Kaikki");
    form.set("contact", EMAIL).finish().status(200);
    let letter = sink.wait_for(1)[0].text.clone();
    let link = letter.split_whitespace().find(|word| word.contains("/oma/linkki/")).unwrap();
    let link = link[link.find("/oma/").unwrap()..].trim_end_matches('=').to_owned();
    let page = browser.form(&link, "main form").finish().status(200);
    browser.form_on(&page, "form[action$='/kylla']").finish().status(200);
    let officer = staff::first(&mut org, "alma");
    let path = officer.get("/hallinta/pyynnot").attributes("tbody th a", "href").remove(0);
    let form = officer.form(&path, "form[action$=ratkaise]").set("decision", "granted");
    let last = form.submit().status(200);
    let form = officer.form_on(&last, "form[action$=ratkaise]");
    let half = Locked::once(&org.dir().join("data/data.db"), COUNT);
    std::thread::scope(|scope| {
        let sent = scope.spawn(|| form.submit());
        wait_for("the half of it", || half.is_held() || sent.is_finished());
        assert!(half.is_held(), "the erasure was never caught half way");
        org.process().kill();
        let _ = sent.join();
    });
    drop(half);
    org.kill();
    org.start();
    let officer = staff::sign_in(&org, "alma");
    let page = officer.get(&path).status(200).shows("Poisto on hyväksytty");
    assert_eq!(page.attributes("form[action$=ratkaise]", "action"), [""; 0], "nobody refuses it");
    org.advance("2026-01-14T10:15:01+02:00");
    wait_for("the rest to go", || officer.get(&path).status == 404);
    for (number, receipt) in receipts.iter().enumerate() {
        let browser = org.browser().with("x-forwarded-for", &format!("10.4.1.{number}"));
        let page = browser.form("/oma", "main form").set("code", receipt).finish();
        page.status(200).shows("Poistettu 14.1.2026");
    }
    assert_eq!(sink.messages().len(), 1, "no letter of refusal");
}

/// The path of a request to erase, by letter and with the code of the data.
fn asked_by_letter(officer: &Browser, receipt: &str) -> String {
    let form = officer.form("/hallinta/pyynnot/uusi", "main form");
    let form = form.set("type", "erasure").set("channel", "letter").set("language", "fi");
    let form = form.set("contact", "Esimerkkikatu 1").set("arrived", "2026-01-14");
    let path = form.submit().status(200).attributes("main a.button", "href").remove(0);
    let form = officer.form(&path, "form[action$=tunnista]").set("code", receipt);
    form.finish().status(200).url.path().to_owned()
}

/// Locks of a file end when any handle of it in the process is closed. If the program's own look
/// into its files ended the database's, the other reader here would remove the log under it.
#[test]
fn nothing_acknowledged_is_lost_when_another_program_looks_into_the_database() {
    let mut installation = Installation::new("feedback");
    let database = installation.dir().join("data/data.db");
    let look = || {
        let script = "import sqlite3,sys\nc=sqlite3.connect(sys.argv[1],timeout=20)\n\
            c.execute('SELECT COUNT(*) FROM records').fetchall()\nc.close()";
        let status =
            std::process::Command::new("python3").args(["-c", script]).arg(&database).status();
        assert!(status.unwrap().success());
    };
    // The full look of the promises goes through every file.
    installation.cli(&["promises"]);
    let mut receipts = Vec::new();
    for number in 0..4 {
        receipts.extend(write(installation.browser(), number));
        look();
    }
    assert_eq!(receipts.len(), 4);
    installation.kill();
    installation.start();
    assert_eq!(lost(&installation, &receipts), Vec::<String>::new());
}
