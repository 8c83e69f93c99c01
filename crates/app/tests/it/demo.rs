//! The demo, tried as its visitor tries it.

use std::process::Command;
use std::sync::{Arc, RwLock};

use serde_json::Value;

use crate::support::browser::{Base, Browser};
use crate::support::installation::Installation;
use crate::support::page::Page;
use crate::support::server::Server;
use crate::support::staff::second_step;

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
