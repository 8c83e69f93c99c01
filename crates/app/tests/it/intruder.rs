//! Somebody who reaches the files or the database, but not the keys: nothing that they turn round
//! opens anything, and looking takes nothing away.

use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use crate::support::browser::Browser;
use crate::support::feedback::{newest, restrict, with_contact};
use crate::support::installation::Installation;
use crate::support::page::Page;
use crate::support::sql::sql;
use crate::support::staff;
use crate::support::wait::{let_jobs_look, wait_for};

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
    let hash: String = seloste_notice::read(&forged, "").hash_hex();
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
    for name in ["", "notice.kdl", "seloste.toml"] {
        let path = org.dir().join(name);
        if !path.exists() {
            continue;
        }
        org.stop();
        let before = std::fs::metadata(&path).unwrap().permissions();
        let open = std::fs::Permissions::from_mode(before.mode() | 0o022);
        std::fs::set_permissions(&path, open).unwrap();
        org.try_start().unwrap_err();
        let refused = org.cli(&["promises"]);
        assert!(String::from_utf8_lossy(&refused.stdout).contains("chmod go-w"), "{refused:?}");
        std::fs::set_permissions(&path, before).unwrap();
        org.start();
    }
    // Whatever the surroundings allow, no file of ours is open to others.
    let open = Command::new("find").arg(org.dir()).args(["-perm", "/077", "-type", "f"]).output();
    assert_eq!(String::from_utf8_lossy(&open.unwrap().stdout), "");
}

/// A program with the key of an account.
fn program(org: &Installation, username: &str) -> Browser {
    let made = org.json(&["user", "token", username]);
    org.browser().with("authorization", &format!("Bearer {}", made["token"].as_str().unwrap()))
}

const INBOX: &str = "/api/v1/staff/feedback?purpose=answer";

#[test]
fn a_key_turned_to_another_account_opens_nothing() {
    let org = Installation::build("feedback").letters().notice("\"two-factor\" ", "").start();
    with_contact(&org, "Salainen asia");
    staff::member(&org, "kehittaja", &["developer"]);
    staff::member(&org, "vastaaja", &["handler"]);
    let (developer, handler) = (program(&org, "kehittaja"), program(&org, "vastaaja"));
    developer.get(INBOX).status(403);
    assert!(handler.get(INBOX).status(200).source().contains("Salainen asia"));
    let keys = "person) FROM commands WHERE length(result) = 16";
    let exchanged = format!(
        "UPDATE commands SET result = CASE person WHEN (SELECT MIN({keys}) \
         THEN (SELECT MAX({keys}) ELSE (SELECT MIN({keys}) END WHERE result = person"
    );
    assert_eq!(sql(&org.dir().join("data/data.db"), &exchanged), 2);
    developer.get(INBOX).status(401);
    handler.get(INBOX).status(401);
    // Nor does a key live longer than it was made for.
    let late = program(&org, "vastaaja");
    let longer = "UPDATE commands SET expires_ms = expires_ms + 1000";
    assert!(sql(&org.dir().join("data/data.db"), longer) > 0);
    late.get(INBOX).status(401);
}

#[test]
fn an_answer_is_not_turned_to_somebody_else() {
    let mut org = Installation::mailing("feedback");
    with_contact(&org, "Uhrin viesti");
    let handler = staff::first(&mut org, "alma");
    let form = handler.form(&newest(&handler), "form[action$=vastaa]");
    form.set("text", "XYZZY-vastaus").finish().status(200);
    let code = send(&org.browser(), "Tunkeilijan viesti");
    let data = org.dir().join("data/data.db");
    let turned = "UPDATE records SET thread = (SELECT id FROM records WHERE number = 2), \
        person = (SELECT person FROM records WHERE number = 2) \
        WHERE thread = (SELECT id FROM records WHERE number = 1)";
    assert_eq!(sql(&data, turned), 1);
    let page = own(&org, &code).status(200).shows("Tunkeilijan viesti");
    assert!(!page.source().contains("XYZZY"));
    let planted = "INSERT INTO jobs (id, name, run_at_ms, lease_ms, attempts, payload) \
        SELECT randomblob(16), 'answer', 0, 0, 0, CAST(person || id AS BLOB) FROM records";
    assert!(sql(&data, planted) > 0);
    assert_eq!(
        sql(&data, "UPDATE jobs SET payload = CAST(payload AS BLOB)"),
        sql(&data, "UPDATE jobs SET attempts = 0")
    );
    let_jobs_look();
    assert!(!org.logs().contains("XYZZY"));
    let told = String::from_utf8_lossy(&org.cli(&["doctor"]).stdout).into_owned();
    assert!(told.contains("taulu records") && told.contains("taulu jobs"), "{told}");
}

#[test]
fn a_planted_erasure_destroys_nothing() {
    let mut org = Installation::new("feedback");
    let code = send(&org.browser(), "Tämä jää.");
    org.stop();
    let data = org.dir().join("data/data.db");
    let planted = "INSERT INTO erasures (id, plan, step, begun_ms) \
        SELECT randomblob(16), CAST('{\"actor\":\"\",\"actor_ref\":[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0],\
        \"why\":\"withdrawal\",\"at_ms\":0,\"going\":[],\"keys\":[' || group_concat('\"' || key || '\"') || \
        '],\"persons\":[],\"refs\":[]}' AS BLOB), 0, 0 \
        FROM (SELECT lower(hex(key_id)) AS key FROM person_keys)";
    assert_eq!(sql(&data, planted), 1);
    org.try_start().unwrap_err();
    let refused = org.cli(&["sweep"]);
    assert_eq!(refused.status.code(), Some(4));
    let told = String::from_utf8_lossy(&refused.stdout);
    assert!(told.contains("taulussa erasures on rivi"), "{told}");
    assert_eq!(sql(&data, "DELETE FROM erasures WHERE begun_ms = 0"), 1);
    org.start();
    own(&org, &code).status(200).shows("Tämä jää.");
}

#[test]
fn a_key_planted_under_a_person_does_not_go_with_them() {
    let mut org = Installation::new("feedback");
    let kept = send(&org.browser(), "Tämä jää.");
    let gone = send(&org.browser(), "Tämä lähtee.");
    org.stop();
    let data = org.dir().join("data/data.db");
    // The second person gets the first one's key beside their own.
    let planted = "INSERT INTO person_keys (person, class, key_id, mark) \
        SELECT second.person, first.class, first.key_id, first.mark \
        FROM person_keys AS first, person_keys AS second \
        WHERE first.person = (SELECT person FROM records WHERE number = 1) \
        AND second.person = (SELECT person FROM records WHERE number = 2)";
    assert_eq!(sql(&data, planted), 1);
    org.start();
    let browser = org.browser();
    let page = browser.form("/oma", "main form").set("code", &gone).finish().status(200);
    page.shows("Tämä lähtee.");
    browser.form("/oma/poista", "main form").finish().status(200);
    own(&org, &kept).status(200).shows("Tämä jää.");
    own(&org, &gone).shows("Poistettu");
}

#[test]
fn a_planted_row_is_told_once_and_does_not_fill_the_log() {
    let mut org = Installation::new("feedback");
    send(&org.browser(), "Tämä jää.");
    org.stop();
    let damaged = "UPDATE records SET review_ms = 1 WHERE number = 1";
    assert_eq!(sql(&org.dir().join("data/data.db"), damaged), 1);
    org.start();
    let told = || {
        let log = org.logs();
        log.lines()
            .filter(|line| line.contains("rows that this program did not write"))
            .filter(|line| line.contains("\"records\""))
            .count()
    };
    wait_for("the first telling", || told() > 0);
    // The full look begins each table anew.
    let_jobs_look();
    let_jobs_look();
    assert!(told() <= 2, "{} times\n{}", told(), org.logs());
}

#[test]
fn planted_words_and_moved_days_are_not_believed() {
    let mut org = Installation::new("feedback");
    let code = send(&org.browser(), "Rajoitettu asia");
    let state = |org: &Installation, promise: &str| {
        // Broken promises are told by the exit code, too.
        let output = org.cli(&["--test-clock", "promises", "--format", "json"]);
        let all: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let found = all["promises"].as_array().unwrap().iter();
        let mut found = found.filter(|one| one["id"] == promise);
        found.next().unwrap_or_else(|| panic!("{all}"))["state"]["state"].clone()
    };
    let sealed = "palaute.measure.encrypted-at-rest";
    assert_eq!(state(&org, sealed), "kept");
    let browser = org.browser();
    browser.form("/oma", "main form").set("code", &code).finish().status(200);
    restrict(&browser);
    let handler = staff::first(&mut org, "alma");
    handler.get("/hallinta/palaute").status(200).hides("Rajoitettu asia");
    let data = org.dir().join("data/data.db");
    assert_eq!(sql(&data, "UPDATE persons SET restricted = 0 WHERE restricted = 1"), 1);
    handler.get("/hallinta/palaute").hides("Rajoitettu asia");
    assert_eq!(state(&org, sealed), "broken");
    assert_eq!(
        sql(
            &data,
            "UPDATE persons SET restricted = 1 WHERE id IN (SELECT person FROM records WHERE number = 1)"
        ),
        1
    );
    assert_eq!(state(&org, sealed), "kept");

    let moved = "UPDATE records SET due_ms = due_ms + 3155760000000 WHERE number = 1";
    assert_eq!(sql(&data, moved), 1);
    assert_eq!(state(&org, sealed), "broken");
    assert_eq!(sql(&data, &moved.replace('+', "-")), 1);

    let word = "INSERT INTO attestations (register, name, at_ms, by_role, until_ms, document_hash) \
        VALUES ('palaute', 'hosting-physical', 1, 'officer', 99999999999999, zeroblob(32))";
    let before = state(&org, "palaute.attest.hosting-physical");
    assert_eq!(sql(&data, word), 1);
    assert_eq!(state(&org, "palaute.attest.hosting-physical"), before);
    assert_eq!(state(&org, sealed), "broken");
}
