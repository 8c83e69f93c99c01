//! What the other notices promise and the engine does for every service: rights, erasure, one's own
//! page, consents, retention and disclosure, on a small service that was written for it. It is a
//! register of the notice's own making (`service.kdl`), so nothing here is known to the program.

use serde_json::Value;

use crate::support::browser::Browser;
use crate::support::installation::{Build, Installation};
use crate::support::page::Page;

mod approving;
mod asking;
mod closed;
mod consents;
mod counting;
mod disclosing;
mod ending;
mod timing;

const REGISTER: &str = include_str!("../../../../../notices/register.kdl");

pub const CLIENTS: &str = "/hallinta/rekisteri/clients/client";
pub const NAME: &str = "Kanarialintu Asiakas";
pub const PHONE: &str = "+358 40 7654321";
pub const EMAIL: &str = "kanarialintu.asiakas@example.fi";
pub const WISH: &str = "Kanarialinnun toive: kuoro";
pub const DESK: &str = "/hallinta/pyynnot";

/// The ready-made register from one piece to the next.
fn between(from: &str, to: &str) -> &'static str {
    let start = REGISTER.find(from).unwrap();
    let end = start + REGISTER[start..].find(to).unwrap();
    &REGISTER[start..end]
}

/// The small service: the ready-made register's controller, desk and staff around kinds, purposes and
/// recipients of its own.
pub fn build() -> Build {
    let purposes = between("    // Miksi tietoja", "    purpose \"rights\"");
    let services = between("    // Rekisteri, jota yhdistys", "    // Tiedot, joita ohjelma");
    let research = between("    forbid \"market-research\"", "    forbid \"genealogy\"");
    let recipients = concat!(include_str!("recipients.kdl"), "        class \"by-law\"");
    let at_work = "\"membership bookkeeping contact newsletter rights security\"";
    let all = "\"custom develop personal newsletter survey bookkeeping rights security\"";
    Installation::build("register")
        .without_second_factor()
        .notice(purposes, include_str!("purposes.kdl"))
        .notice(services, include_str!("service.kdl"))
        .notice(research, "")
        .notice("        class \"by-law\"", recipients)
        .notice(
            "\"membership contact newsletter\"",
            "\"custom develop personal newsletter survey\"",
        )
        .notice(at_work, all)
}

/// Somebody whom staff have entered.
pub struct Client {
    /// The code that they were given.
    pub receipt: String,
    /// The page of their record.
    pub item: String,
}

/// Enters a client with this name and address.
pub fn client(secretary: &Browser, name: &str, email: &str) -> Client {
    let form = secretary.form(&format!("{CLIENTS}/uusi"), "main form").set("name", name);
    let form = form.set("phone", PHONE).set("email", email).set("wish", WISH);
    let page = form.submit().status(200).shows("Merkintä on tallennettu");
    let item = page.attributes("main .actions a", "href").remove(0);
    Client { receipt: page.one(".code-display code"), item }
}

/// Adds something to somebody's record.
#[track_caller]
pub fn add(staff: &Browser, item: &str, kind: &str, fields: &[(&str, &str)]) -> Page {
    let mut form = staff.form(&format!("{item}/lisaa/{kind}"), "main form");
    for (name, value) in fields {
        form = if name.starts_with("consent-") { form.tick(name) } else { form.set(name, value) };
    }
    form.finish().status(200)
}

/// Subscribes somebody to the advertising letter, or invites them to research, as they agreed.
pub fn agree(staff: &Browser, item: &str, kind: &str, purpose: &str, email: &str) {
    let (field, consent) = (format!("{kind}-email"), format!("consent-{purpose}"));
    add(staff, item, kind, &[(&field, email), (&consent, "")]);
}

/// An invoice of the client's in this state; the page of its record.
pub fn invoice(treasurer: &Browser, item: &str, status: &str, lines: &str) -> String {
    let fields = [("invoice-number", "2026-1"), ("date", "2026-01-14"), ("payer", NAME)];
    let more = [("lines", lines), ("sum", "30,00"), ("status", status), ("note", "Muistutettu")];
    let page = add(treasurer, item, "invoice", &[&fields[..], &more[..]].concat());
    page.attributes("main table a[href*='/hallinta/tieto/']", "href").remove(0)
}

/// Somebody at their own page.
pub fn own(org: &Installation, receipt: &str) -> (Browser, Page) {
    let browser = org.browser();
    let page = browser.form("/oma", "main form").set("code", receipt).finish();
    (browser, page)
}

/// The link on the own page that has this in its address.
#[track_caller]
pub fn link(browser: &Browser, part: &str) -> String {
    let page = browser.get("/oma").status(200);
    let links = page.attributes(&format!("main a[href*='{part}']"), "href");
    links.into_iter().next().unwrap_or_else(|| panic!("no {part}: {}", page.source()))
}

/// What the ledger has of this action.
pub fn entries(org: &Installation, action: &str) -> Vec<Value> {
    let told = org.json(&["ledger", "show", "--last", "1000"]);
    let all = told["entries"].as_array().unwrap().clone();
    all.into_iter().filter(|entry| entry["action"] == action).collect()
}

/// The newest request at the desk.
pub fn newest(officer: &Browser) -> String {
    officer.get(DESK).status(200).attributes("tbody th a", "href").remove(0)
}
