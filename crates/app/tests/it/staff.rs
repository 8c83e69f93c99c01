//! Staff accounts: signing in, and who gets where.

use crate::support::installation::Installation;
use crate::support::staff::{PASSPHRASE, first, sign_in};

#[test]
fn the_first_account_is_made_once() {
    let mut org = Installation::new("feedback");
    let link = org.first_link();
    let browser = org.browser();
    // Looking uses nothing up, and a weak password neither.
    browser.get(&link).status(200);
    let form = browser.form(&link, "main form").set("username", "alma").set("name", "Alma");
    form.set("passphrase", "aaaaaaaaaaaaaaaaaaaaaaa").set("again", "a").submit().status(422);
    let form = browser.form(&link, "main form").set("username", "alma").set("name", "Alma");
    let page = form.set("passphrase", PASSPHRASE).set("again", PASSPHRASE).finish();
    assert_eq!(page.url.path(), "/hallinta");
    page.status(200).shows("Alma");
    org.browser().get(&link).status(410);
    org.browser().get("/hallinta/aloita/0123456789").status(410);
}

#[test]
fn whoever_is_not_signed_in_is_led_there_and_back() {
    let mut org = Installation::new("feedback");
    let _alma = first(&mut org, "alma");
    let nobody = org.browser();
    let page = nobody.open("/hallinta").status(200);
    assert_eq!(page.url.path(), "/hallinta/kirjaudu");
    let alma = sign_in(&org, "Alma");
    alma.get("/hallinta").status(200).shows("Alma");
    alma.form("/hallinta", "main form[action$='kirjaudu-ulos']").finish();
    alma.get("/hallinta").status(303);
}
