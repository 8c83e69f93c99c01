//! Staff at work: signing up by a one-time link and signing in.

use super::browser::Browser;
use super::installation::Installation;

/// Long and unguessed enough for every rule.
pub const PASSPHRASE: &str = "lumihattu peruna silta 7";

/// Makes the first account, which has all roles that a first account gets; the browser is signed
/// in as `username`.
pub fn first(installation: &mut Installation, username: &str) -> Browser {
    let link = installation.first_link();
    let browser = installation.browser();
    let form = browser.form(&link, "main form");
    let form = form.set("username", username).set("name", "Alma Alku");
    let page = form.set("passphrase", PASSPHRASE).set("again", PASSPHRASE).finish();
    assert_eq!(page.url.path(), "/hallinta", "{}", page.source());
    browser
}

/// Signs in with the password.
pub fn sign_in(installation: &Installation, username: &str) -> Browser {
    let browser = installation.browser();
    let form = browser.form("/hallinta/kirjaudu", "main form");
    let page = form.set("username", username).set("passphrase", PASSPHRASE).finish();
    page.status(200);
    browser
}
