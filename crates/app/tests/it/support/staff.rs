//! Staff at work: signing up by a one-time link, setting the second factor up, signing in.

use aws_lc_rs::hmac;

use super::browser::Browser;
use super::form::Form;
use super::installation::Installation;
use super::page::Page;

/// Long and unguessed enough for every rule.
pub const PASSPHRASE: &str = "lumihattu peruna silta 7";

const SET_UP: &str = "/hallinta/oma-tunnus/vahvistus";

/// Makes the first account, which has all roles that a first account gets; the browser is signed
/// in as `username`. Where the notice asks for a second factor, it is set up.
pub fn first(installation: &mut Installation, username: &str) -> Browser {
    let link = installation.first_link();
    let browser = installation.browser();
    let form = browser.form(&link, "main form");
    let form = form.set("username", username).set("name", "Alma Alku");
    let page = form.set("passphrase", PASSPHRASE).set("again", PASSPHRASE).finish();
    if page.url.path() == SET_UP {
        let (secret, _) = set_up_app(installation, &browser);
        std::fs::write(key_file(installation, username), secret).unwrap();
    }
    browser.get("/hallinta").status(200);
    browser
}

/// Invites somebody by the command line; the link's path.
pub fn invite(installation: &Installation, username: &str, roles: &[&str]) -> String {
    let mut call = vec!["user", "add", username, "--name", "Iida Into"];
    call.extend(roles.iter().flat_map(|role| ["--role", role]));
    path_of(installation.json(&call)["link"].as_str().unwrap())
}

/// The path in an address.
pub fn path_of(address: &str) -> String {
    address[address.find("/hallinta/").unwrap()..].to_owned()
}

/// Chooses a password by a one-time link.
pub fn accept(installation: &Installation, link: &str) -> Browser {
    let browser = installation.browser();
    let form = browser.form(link, "main form");
    form.set("passphrase", PASSPHRASE).set("again", PASSPHRASE).finish().status(200);
    browser
}

/// Somebody with these roles, signed in; needs a notice without a second factor.
pub fn member(installation: &Installation, username: &str, roles: &[&str]) -> Browser {
    accept(installation, &invite(installation, username, roles))
}

/// Sends the sign-in form.
pub fn try_sign_in(browser: &Browser, username: &str, passphrase: &str) -> Page {
    let form = browser.form("/hallinta/kirjaudu", "main form[action$='kirjaudu']");
    form.set("username", username).set("passphrase", passphrase).submit()
}

/// Signs in, with the authenticator app where [`first`] set one up.
pub fn sign_in(installation: &Installation, username: &str) -> Browser {
    let browser = installation.browser();
    let mut page = try_sign_in(&browser, username, PASSPHRASE);
    let secret = std::fs::read_to_string(key_file(installation, username)).unwrap_or_default();
    // Each code is good once, so one that was used a moment ago gives way to its neighbour.
    for ahead in [0, 30, -30] {
        if page.status.is_redirection() || secret.is_empty() {
            break;
        }
        page = second_step(&browser, &page, &code(&secret, installation.second() + ahead));
    }
    browser.follow(page.status(303)).status(200);
    browser
}

/// Answers the page that asks for the second factor.
pub fn second_step(browser: &Browser, page: &Page, code: &str) -> Page {
    let hidden =
        |name: &str| page.attributes(&format!("main input[name={name}]"), "value").remove(0);
    let (token, pending) = (hidden("_token"), hidden("pending"));
    let fields = [("_token", token.as_str()), ("pending", &pending), ("code", code)];
    browser.post("/hallinta/kirjaudu/vahvista", &fields)
}

/// Where a test keeps somebody's key: their telephone.
fn key_file(installation: &Installation, username: &str) -> std::path::PathBuf {
    installation.outside().join(format!("telephone-of-{username}"))
}

/// Sets an authenticator app up; its key and the recovery codes.
pub fn set_up_app(installation: &Installation, browser: &Browser) -> (String, Vec<String>) {
    let form = browser.form(&format!("{SET_UP}/sovellus"), "main form");
    let secret = form.page().attributes("input[name=secret]", "value").remove(0);
    let code = code(&secret, installation.second());
    let page = form.set("code", &code).submit().status(200);
    let codes = page.all("main ul.codes code");
    assert_eq!(codes.len(), 10, "{}", page.source());
    (secret, codes)
}

/// The six digits of RFC 6238 at this second.
pub fn code(secret: &str, second: i64) -> String {
    let key = data_encoding::BASE32.decode(secret.as_bytes()).unwrap();
    let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, &key);
    let step = u64::try_from(second / 30).unwrap();
    let tag = hmac::sign(&key, &step.to_be_bytes());
    let tag = tag.as_ref();
    let at = usize::from(tag[19] & 15);
    let word = u32::from_be_bytes([tag[at], tag[at + 1], tag[at + 2], tag[at + 3]]);
    format!("{:06}", (word & 0x7fff_ffff) % 1_000_000)
}

/// Sends a decision and then the letter that it leads to.
pub fn decide(officer: &Browser, form: Form<'_>) -> Page {
    send(officer, form, "ratkaise").0
}

/// Sends a form of the desk whose letter is looked at before it goes: where that leads, and the letter's
/// page.
pub fn send(officer: &Browser, form: Form<'_>, action: &str) -> (Page, Page) {
    let letter = form.submit().status(200);
    (officer.form_on(&letter, &format!("form[action$={action}]")).finish(), letter)
}
