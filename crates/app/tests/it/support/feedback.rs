//! Feedback as visitors send it, and where staff find it.

use super::browser::Browser;
use super::installation::Installation;
use super::page::Page;

pub const EMAIL: &str = "maija.testaaja@example.fi";
pub const NAME: &str = "Maija Testaaja";

/// Sends feedback without contact details.
pub fn anonymous(installation: &Installation, message: &str) -> Page {
    let browser = installation.browser();
    browser.form("/palaute", "main form").set("message", message).submit().status(200)
}

/// Sends feedback that asks for an answer.
pub fn with_contact(installation: &Installation, message: &str) -> Page {
    let browser = installation.browser();
    let form = browser.form("/palaute", "main form").set("message", message);
    let form = form.set("name", NAME).set("email", EMAIL).tick("consent-answer");
    form.submit().status(200)
}

/// Sends feedback that may be answered, without an address.
pub fn consenting(installation: &Installation, message: &str) -> Page {
    let browser = installation.browser();
    let form = browser.form("/palaute", "main form").set("message", message);
    form.set("name", NAME).tick("consent-answer").submit().status(200)
}

/// Whoever is at their own page restricts the use of everything.
pub fn restrict(browser: &Browser) -> Page {
    browser.form("/oma/rajoita", "main form").set("ground", "claim").finish().status(200)
}

/// And ends that.
pub fn free(browser: &Browser) -> Page {
    browser.form("/oma/vapauta", "main form").finish().status(200)
}

/// The path of the newest feedback in the inbox.
pub fn newest(browser: &Browser) -> String {
    let page = browser.get("/hallinta/palaute").status(200);
    let links = page.attributes("tbody th a", "href");
    links.into_iter().next().unwrap_or_else(|| panic!("the inbox is empty: {}", page.source()))
}
