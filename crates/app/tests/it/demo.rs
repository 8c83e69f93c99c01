//! The demo, tried as its visitor tries it.

use std::process::Command;
use std::sync::{Arc, RwLock};

use serde_json::Value;

use crate::support::browser::{Base, Browser};
use crate::support::installation::Installation;
use crate::support::page::Page;
use crate::support::server::Server;
use crate::support::staff::second_step;
use crate::support::wait::wait_for;

/// A running demo; it goes with its folder when stopped.
struct Demo {
    told: Value,
    base: Base,
    server: Server,
    outside: tempfile::TempDir,
}

impl Demo {
    fn start() -> Self {
        let outside = tempfile::tempdir().unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_seloste"));
        command
            .args(["demo", "--listen", "127.0.0.1:0", "--format", "json"])
            .env("TMPDIR", outside.path())
            .env("LC_ALL", "C.UTF-8");
        let mut server = Server::start(&mut command, &outside.path().join("log"));
        let told: Value = server.line(|line| serde_json::from_str(line).ok()).unwrap();
        let address = told["address"].as_str().unwrap().parse().unwrap();
        Self { told, base: Arc::new(RwLock::new(Some(address))), server, outside }
    }

    fn browser(&self) -> Browser {
        Browser::new(Base::clone(&self.base), None)
    }

    fn told(&self, name: &str) -> &str {
        self.told[name].as_str().unwrap()
    }

    /// What `/oma` tells the holder of this code.
    fn own(&self, code: &str) -> Page {
        let browser = self.browser();
        let page = browser.form("/oma", "main form").set("code", code).submit();
        browser.follow(page).status(200)
    }

    fn seloste(&self, arguments: &[&str]) -> (Option<i32>, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_seloste"));
        command.args(arguments).current_dir(self.outside.path()).env("LC_ALL", "C.UTF-8");
        let output = command.output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    }
}

#[test]
fn a_month_on_everything_is_gone_and_each_erasure_proves_itself() {
    let demo = Demo::start();
    let browser = demo.browser();
    demo.own(demo.told("receipt")).shows("Uusi ulkoasu on selkeä");
    demo.own(demo.told("answered")).shows("Voit asioida toisen puolesta");
    demo.own(demo.told("erased")).shows("on poistettu");
    let page = browser.form("/", ".banner form").submit();
    assert_eq!(page.location().as_deref(), Some("/esittely"));
    let page = browser.get("/esittely").status(200).shows("Ohjelma poisti");
    let proofs = page.attributes("main details a", "href");
    assert!(proofs.len() > 20, "{proofs:?}");
    for code in ["receipt", "answered", "erased"] {
        let gone = demo.own(demo.told(code)).shows("on poistettu");
        assert_eq!(gone.attributes("main dd a[href^='/todiste/']", "href").len(), 1, "{code}");
    }

    let page = browser.get(&proofs[0]).status(200).shows("Tällä sivulla ei ole henkilötietoja");
    let command = page.one("main ol pre code");
    let key = command.split('\'').nth(1).unwrap();
    let text = browser.get(&format!("{}.tlog-proof", proofs[0])).status(200).source();
    let file = demo.outside.path().join("proof");
    std::fs::write(&file, &text).unwrap();
    let verify = ["ledger", "verify", "--proof", "proof", "--key", key];
    let (code, said) = demo.seloste(&verify);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("erase:due "), "{said}");
    std::fs::write(&file, text.replacen("index ", "index 1", 1)).unwrap();
    assert_eq!(demo.seloste(&verify).0, Some(1));
    browser.get("/todiste/00000000000000000000000000").status(404);

    // A leap is time that passes: the clock did not come into doubt, so the next one erases, too.
    browser.form("/palaute", "main form").set("message", "Joulukuun palaute").finish().status(200);
    browser.form("/esittely", "main form").finish().status(200).shows("Ohjelma poisti");
    assert!(demo.server.stop().success());
    let left: Vec<_> = std::fs::read_dir(demo.outside.path()).unwrap().flatten().collect();
    assert_eq!(left.len(), 2, "the log and the proof only: {left:?}");
}

#[test]
fn a_leap_passes_no_day_without_its_work_and_tells_what_nobody_answered() {
    let demo = Demo::start();
    let browser = demo.browser();
    let bad = || {
        let told = browser.get("/api/v1/promises").status(200).json();
        let all = told["promises"].as_array().unwrap().clone();
        let bad = all.iter().filter(|of| of["bad"] == true);
        bad.map(|of| of["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    // Somebody asks for erasure without a code, and says by the letter's link that it is theirs.
    let form = browser.form("/palaute", "main form").set("message", "Kanarialinnun palaute");
    let form = form.set("email", "sirkku@example.fi").set("name", "Kanarialintu");
    let code = form.tick("consent-answer").submit().status(200).one(".code-display code");
    let form = browser.form("/pyynto", "main form").set("type", "erasure");
    form.set("contact", "sirkku@example.fi").finish().status(200);
    let mail = std::path::PathBuf::from(demo.told("notice")).with_file_name("mail");
    let link = || {
        let letters = std::fs::read_dir(&mail).ok()?.flatten();
        let texts = letters.filter_map(|letter| std::fs::read_to_string(letter.path()).ok());
        let wanted = |text: &String| text.contains("To: sirkku@") && text.contains("/oma/linkki/");
        let text = texts.into_iter().find(wanted)?.replace("=\r\n", "");
        let link = &text[text.find("/oma/linkki/")?..];
        Some(link.split_whitespace().next()?.to_owned())
    };
    wait_for("the letter", || link().is_some());
    let owner = demo.browser();
    let page = owner.form(&link().unwrap(), "main form").finish().status(200);
    owner.form_on(&page, "form[action$='/kylla']").submit().status(303);
    // Each day of the month had its work: the erasure was done by its own day, though nobody looked,
    // and only what nobody answered is late, which the page says plainly.
    let unanswered = ["palaute.right.access", "palaute.rights.deadline"];
    for _ in 0..2 {
        let page = browser.form("/esittely", "main form").finish().status(200);
        let page = page.shows("Pyyntöön 1 ei vastattu").shows("lupaus vastata ajoissa ei pidä");
        page.shows("Myöhässä olevat pyynnöt");
        demo.own(&code).shows("on poistettu");
        assert_eq!(bad(), unanswered, "the notice tells it at once");
    }
}

#[test]
fn feedback_of_one_day_is_listed_in_the_order_of_its_numbers() {
    let demo = Demo::start();
    let key = format!("Bearer {}", demo.told("api_token"));
    let page = demo.browser().with("authorization", &key).get("/api/v1/staff/feedback");
    let told = page.status(200).json();
    let all = told["items"].as_array().or(told["feedback"].as_array()).or(told.as_array());
    let numbers: Vec<i64> =
        all.unwrap().iter().map(|one| one["number"].as_i64().unwrap()).collect();
    assert!(numbers.len() > 10 && numbers.is_sorted_by(|one, next| one > next), "{numbers:?}");
}

#[test]
fn the_demo_tells_what_opens_what_and_how_to_break_it() {
    let demo = Demo::start();
    let account = &demo.told["sign_ins"][0];
    let text = |name: &str| account[name].as_str().unwrap().to_owned();
    let (name, password) = (text("name"), text("password"));
    demo.browser().get("/hallinta/kirjaudu").status(200).shows(&name).shows(&password);
    // Twice within half a minute: a code that has been used is not shown again.
    for _ in 0..2 {
        let browser = demo.browser();
        let form = browser.form("/hallinta/kirjaudu", "main form[action$='kirjaudu']");
        let page = form.set("username", &name).set("passphrase", &password).submit().status(200);
        let told = page.one("main .note");
        let code: String = told.chars().filter(char::is_ascii_digit).collect();
        let page = second_step(&browser, &page, &code);
        assert_eq!(page.location().as_deref(), Some("/hallinta"), "{told}\n{}", page.text());
    }
    let notice = demo.told("notice");
    let folder = notice.strip_suffix("/notice.kdl").unwrap();
    assert!(demo.told("check").ends_with(&format!("check {folder}")));
    assert_eq!(demo.seloste(&["check", folder]).0, Some(0));
    let text = std::fs::read_to_string(notice).unwrap();
    std::fs::write(notice, text.replacen("keep ", "keeep ", 1)).unwrap();
    assert_eq!(demo.seloste(&["check", folder]).0, Some(1));
}

#[test]
fn a_service_that_is_no_demo_has_no_clock_to_move() {
    let org = Installation::new("feedback");
    org.browser().get("/esittely").status(404);
    assert_eq!(org.browser().get("/").all(".banner form").len(), 0);
}
