//! Somebody who reaches the files or the database, but not the keys: nothing that they turn round
//! opens anything, and looking takes nothing away.

use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use crate::support::browser::Browser;
use crate::support::installation::Installation;
use crate::support::page::Page;
use crate::support::sql::sql;

fn send(browser: &Browser, message: &str) -> String {
    let page = browser.form("/palaute", "main form").set("message", message).finish().status(200);
    page.one(".code-display code")
}

/// What the holder of a receipt is shown.
fn own(org: &Installation, code: &str) -> Page {
    org.browser().form("/oma", "main form").set("code", code).finish()
}

#[test]
fn others_who_look_at_the_database_take_nothing_away() {
    let mut org = Installation::new("feedback");
    // The full look reads every byte of the folder.
    org.cli(&["promises"]);
    let data = org.dir().join("data/data.db");
    sql(&data, "SELECT COUNT(*) FROM records");
    let log = org.dir().join("data/data.db-wal");
    assert!(log.exists(), "the other program believed that it was alone");
    let code = send(&org.browser(), "Tallessa?");
    org.kill();
    org.start();
    own(&org, &code).status(200).shows("Tallessa?");
}

#[test]
fn a_notice_changed_in_the_database_is_not_obeyed() {
    let mut org = Installation::new("feedback");
    let text = std::fs::read_to_string(org.dir().join("notice.kdl")).unwrap();
    let forged = text.replace("may=\"read classify\"", "may=\"read classify export disclose\"");
    assert_ne!(text, forged);
    org.stop();
    let hash: String =
        seloste_notice::hash(&forged).iter().map(|byte| format!("{byte:02x}")).collect();
    let forged = forged.replace('\'', "''");
    let statement = format!("UPDATE notices SET source = '{forged}', hash = x'{hash}'");
    assert_eq!(sql(&org.dir().join("data/data.db"), &statement), 1);
    org.try_start().unwrap_err();
    let refused = org.cli(&["publish"]);
    assert_eq!(refused.status.code(), Some(4));
    let told = String::from_utf8_lossy(&refused.stdout);
    assert!(told.contains("taulussa notices on rivi"), "{told}");
}

#[test]
fn a_lookup_turned_to_somebody_else_opens_nothing() {
    let mut org = Installation::new("feedback");
    let codes = [send(&org.browser(), "Ensimmäinen."), send(&org.browser(), "Toinen.")];
    org.stop();
    let turned = "UPDATE lookups SET \
        person = (SELECT person FROM lookups ORDER BY record DESC LIMIT 1), \
        record = (SELECT MAX(record) FROM lookups) \
        WHERE record = (SELECT MIN(record) FROM lookups)";
    assert_eq!(sql(&org.dir().join("data/index.db"), turned), 1);
    org.start();
    let pages = codes.map(|code| own(&org, &code).source());
    let knows = |page: &str, message: &str| page.contains(message);
    assert!(!knows(&pages[0], "Toinen.") && !knows(&pages[1], "Ensimmäinen."));
    assert!(knows(&pages[0], "Ensimmäinen.") ^ knows(&pages[1], "Toinen."), "one is left");
}

#[test]
fn data_that_others_can_reach_stop_the_start() {
    let mut org = Installation::new("feedback");
    org.stop();
    let data = org.dir().join("data");
    std::fs::set_permissions(&data, std::fs::Permissions::from_mode(0o750)).unwrap();
    org.try_start().unwrap_err();
    let refused = org.cli(&["promises"]);
    assert_eq!(refused.status.code(), Some(4));
    assert!(String::from_utf8_lossy(&refused.stdout).contains("chmod"), "{refused:?}");
    std::fs::set_permissions(&data, std::fs::Permissions::from_mode(0o700)).unwrap();
    org.start();
    // Whatever the surroundings allow, no file of ours is open to others.
    let open = Command::new("find").arg(org.dir()).args(["-perm", "/077", "-type", "f"]).output();
    assert_eq!(String::from_utf8_lossy(&open.unwrap().stdout), "");
}
