//! The disk runs full under a running service: nothing acknowledged is lost, nothing is stored by
//! half, what must go still goes, and with room the service goes on by itself.

use std::time::{Duration, Instant};

use crate::crash::lost;
use crate::operations::{refused, told};
use crate::support::disk::Disk;
use crate::support::installation::{Build, Installation};
use crate::support::page::Page;
use crate::support::wait::pass;

/// More writes than any of the disks takes.
const MANY: u32 = 2_000;
/// So soon the service takes writes again.
const AGAIN: Duration = Duration::from_secs(30);

fn build() -> Build {
    let proxies: Vec<toml::Value> = vec!["127.0.0.1".into()];
    Installation::build("feedback").letters().set("trusted-proxies", proxies).ignoring_file_limits()
}

/// One message by a caller never seen before, long enough to need room.
fn send(org: &Installation, number: u32) -> Page {
    let from = format!("10.2.{}.{}", number >> 8 & 255, number & 255);
    let browser = org.browser().with("x-forwarded-for", &from);
    let message = format!("Viesti {number}. {}", "Levy täyttyy. ".repeat(60));
    browser.form("/palaute", "main form").set("message", &message).submit()
}

/// A message of somebody who wants an answer.
fn contactable(org: &Installation) -> Page {
    let browser = org.browser();
    let form = browser.form("/palaute", "main form").set("message", "Levy täyttyy pian.");
    form.set("email", "veera@example.fi").tick("consent-answer").submit()
}

fn receipt(page: &Page) -> String {
    page.one(".code-display code")
}

/// What a visitor is told: calmly, with a number to ask by, and nothing of the inside.
fn calm(page: &Page) {
    let id = page.one("main .quiet code");
    assert!(id.len() >= 6, "{}", page.source());
    for inside in ["SQLITE", "sqlite", "No space", "data.db", "File too large", "store-"] {
        page.clone().hides(inside);
    }
}

fn runs_full(mut org: Installation, disk: &Disk, refusals: &[u16]) {
    let mut receipts = vec![receipt(&send(&org, 0).status(200))];
    let first = receipts.remove(0);
    let mounted = matches!(disk, Disk::Mounted(_));
    let second = mounted.then(|| receipt(&contactable(&org).status(200)));
    disk.fill(org.server_id());
    let mut refused_pages = 0;
    for number in 1..MANY {
        let page = send(&org, number);
        if page.status.as_u16() == 200 {
            assert_eq!(refused_pages, 0, "a full disk does not take one more by luck");
            receipts.push(receipt(&page));
            continue;
        }
        assert!(refusals.contains(&page.status.as_u16()), "{}: {}", page.status, page.source());
        calm(&page);
        refused_pages += 1;
        if refused_pages == 5 {
            break;
        }
    }
    assert_eq!(refused_pages, 5, "the disk ran full");
    // Reading goes on, and so does erasing.
    org.browser().get("/").status(200);
    org.browser().get("/tietosuoja").status(200);
    if let Some(second) = second {
        refused(&told(&org, &first, &["person", "erase"]), 0);
        org.ok(&["sweep"]);
        let gone = told(&org, &first, &["person", "show", "--format", "json"]);
        assert!(!refused(&gone, 0).contains("Viesti 0"));
        // So does a visitor by the pages, who has a code and no program.
        let browser = org.browser();
        let own = browser.form("/oma", "main form").set("code", &second).finish().status(200);
        own.shows("Levy täyttyy").shows("veera@example.fi");
        browser.form("/oma", "form[action$=rajoita]").finish().status(200);
        browser.form("/oma", "form[action$=rajoita]").finish().status(200);
        let withdraw = browser.get("/oma").attributes("a[href*='/peru/']", "href").remove(0);
        let left = browser.form(&withdraw, "main form").finish().status(200);
        left.shows("Levy täyttyy").hides("veera@example.fi");
        let gone = browser.form("/oma/poista", "main form").submit().status(200);
        gone.shows("Poistettu");
        assert_eq!(lost(&org, &receipts), Vec::<String>::new(), "while it is full");
    } else {
        receipts.push(first);
    }
    // Room again: no restart.
    disk.free(org.server_id());
    let since = Instant::now();
    let page = loop {
        let page = send(&org, MANY);
        if page.status.as_u16() == 200 {
            break page;
        }
        calm(&page);
        assert!(since.elapsed() < AGAIN, "{}", org.logs());
        pass(Duration::from_millis(200));
    };
    receipts.push(receipt(&page));
    // And after a power cut it is all there, once, and whole; what was refused is not.
    org.kill();
    org.start();
    assert_eq!(lost(&org, &receipts), Vec::<String>::new(), "after it was full");
    let board = org.json(&["sweep", "--dry-run"]);
    assert_eq!(board["due"].as_array().unwrap().len(), 0);
    let due = org.json(&["simulate", ".", "--until", "2026-03-31"]);
    let due = due.as_array().unwrap().iter().filter(|line| line["kind"] == "feedback");
    let kept: i64 = due.map(|line| line["count"].as_i64().unwrap()).sum();
    assert_eq!(kept, i64::try_from(receipts.len()).unwrap(), "nothing was stored by half");
    org.stop();
    org.ok(&["ledger", "verify"]);
}

#[test]
fn a_full_disk_loses_nothing_and_the_service_goes_on_when_there_is_room() {
    let (org, disk) = build().start_on_small_disk();
    let refusals: &[u16] = if matches!(disk, Disk::Mounted(_)) { &[507] } else { &[503, 507] };
    runs_full(org, &disk, refusals);
}

/// The other means, always: a write can fail in other ways than for want of room.
#[test]
fn files_that_may_not_grow_lose_nothing_and_the_service_goes_on_when_they_may() {
    runs_full(build().start(), &Disk::Limited, &[503, 507]);
}
