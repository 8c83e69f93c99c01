//! Old copies put in the place of the present ones: by a backup agent, a snapshot of a machine, or
//! somebody who wants something back. None of them is served in silence.

use std::path::{Path, PathBuf};

use crate::operations::{only, refused, send};
use crate::support::feedback::restrict;
use crate::support::installation::Installation;
use crate::support::staff::{self, PASSPHRASE};
use crate::support::wait::wait_for;

/// Copies of files and folders, to be put back later.
struct Copies {
    kept: PathBuf,
    of: Vec<PathBuf>,
}

pub fn copy(from: &Path, to: &Path) {
    let done = std::process::Command::new("cp").arg("-a").arg(from).arg(to).status().unwrap();
    assert!(done.success(), "{from:?}");
}

impl Copies {
    fn of(org: &Installation, names: &[&str]) -> Self {
        let kept = org.outside().join("old");
        std::fs::create_dir_all(&kept).unwrap();
        let of: Vec<PathBuf> = names.iter().map(|name| org.dir().join(name)).collect();
        for (number, path) in of.iter().enumerate() {
            copy(path, &kept.join(number.to_string()));
        }
        Self { kept, of }
    }

    fn put_back(&self) {
        for (number, path) in self.of.iter().enumerate() {
            if path.is_dir() {
                std::fs::remove_dir_all(path).unwrap();
            }
            copy(&self.kept.join(number.to_string()), path);
        }
    }
}

pub fn erase(org: &Installation, code: &str) {
    let browser = org.browser();
    browser.form("/oma", "main form").set("code", code).finish().status(200);
    browser.form("/oma/poista", "main form").finish().status(200);
}

/// What a start says, in English, when it refuses.
fn says(org: &Installation) -> String {
    let serve = ["serve", "--listen", "127.0.0.1:0", "--test-clock", "--lang", "en"];
    refused(&org.cli(&serve), 4)
}

#[test]
fn an_older_database_is_not_served() {
    let mut org = Installation::mailing("feedback");
    let code = send(&org, "Rajoitettava asia");
    org.stop();
    let old = Copies::of(&org, &["data"]);
    org.start();
    let browser = org.browser();
    browser.form("/oma", "main form").set("code", &code).finish().status(200);
    restrict(&browser);
    org.stop();
    let new = org.outside().join("new");
    copy(&org.dir().join("data"), &new);
    old.put_back();
    // What lies on another disk is not part of the copy.
    std::fs::remove_dir_all(org.dir().join("data/ledger")).unwrap();
    copy(&new.join("ledger"), &org.dir().join("data/ledger"));
    let told = says(&org);
    assert!(told.contains("older than the event log") && told.contains("backup restore"), "{told}");
    // Every verb that opens it says so, too.
    refused(&org.cli(&["promises"]), 4);
    std::fs::remove_dir_all(org.dir().join("data")).unwrap();
    copy(&new, &org.dir().join("data"));
    org.start();
}

#[test]
fn older_keys_are_not_served() {
    let mut org = Installation::mailing("feedback");
    let code = send(&org, "Poistettava asia");
    org.stop();
    let old = Copies::of(&org, &["keys"]);
    org.start();
    erase(&org, &code);
    org.stop();
    old.put_back();
    let told = says(&org);
    assert!(told.contains("keys is older than the database"), "{told}");
}

#[test]
fn an_older_ledger_is_not_served() {
    let mut org = Installation::mailing("feedback");
    send(&org, "Ensimmäinen.");
    org.stop();
    let old = Copies::of(&org, &["data"]);
    org.start();
    send(&org, "Toinen.");
    org.stop();
    old.put_back();
    let told = says(&org);
    assert!(told.contains("event log is older than the keys"), "{told}");
}

#[test]
fn keys_that_know_no_more_how_far_the_rest_was_are_not_served() {
    let mut org = Installation::mailing("feedback");
    send(&org, "Palaute.");
    org.stop();
    let both = ["a", "b"].map(|copy| org.dir().join("keys/known").with_extension(copy));
    let kept = std::fs::read(&both[0]).unwrap();
    std::fs::remove_file(&both[0]).unwrap();
    org.start();
    org.stop();
    std::fs::write(&both[0], &kept).unwrap();
    for copy in &both {
        std::fs::remove_file(copy).unwrap();
    }
    let told = says(&org);
    assert!(told.contains("known.a and known.b are missing"), "{told}");
    let told = refused(&org.cli(&["doctor", "--lang", "en"]), 1);
    assert!(told.contains("Put one of them back, or restore a backup"), "{told}");
    refused(&org.cli(&["promises"]), 4);
    assert!(both.iter().all(|copy| !copy.exists()), "nothing is made up");
    std::fs::write(&both[1], &kept).unwrap();
    std::fs::set_permissions(&both[1], std::os::unix::fs::PermissionsExt::from_mode(0o600))
        .unwrap();
    org.start();
}

#[test]
fn an_old_copy_of_everything_is_not_served_and_the_longer_list_stays() {
    let base = tempfile::tempdir().unwrap();
    let folder = base.path().to_string_lossy().into_owned();
    let mut org = Installation::build("feedback").letters().set("backup.folder", folder).start();
    let code = send(&org, "Ikuisesti poistettava.");
    let list = base.path().join("keys/erasures");
    wait_for("the list beside the backups", || list.with_extension("seal").exists());
    org.stop();
    let old = Copies::of(&org, &["data", "keys"]);
    let before = std::fs::read(&list).unwrap();
    org.start();
    erase(&org, &code);
    wait_for("the longer list", || std::fs::read(&list).unwrap().len() > before.len());
    org.stop();
    let longer = std::fs::read(&list).unwrap();
    old.put_back();
    let told = says(&org);
    assert!(told.contains("older than what was signed beside its backups"), "{told}");
    assert_eq!(std::fs::read(&list).unwrap(), longer);
    // Restored officially, what was erased stays so.
    let made = |part: &str| {
        let mut all: Vec<PathBuf> = std::fs::read_dir(base.path().join(part))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.is_dir())
            .collect();
        all.sort();
        all.remove(0).to_string_lossy().into_owned()
    };
    let to = org.outside().join("restored").to_string_lossy().into_owned();
    let root = org.dir().join("keys/root.secret").to_string_lossy().into_owned();
    let (data, keys) = (made("data"), made("keys"));
    let from = ["--data", &data, "--keys", &keys, "--root-file", &root, "--lang", "en"];
    let told =
        refused(&org.cli(&[&["--test-clock", "backup", "restore", &to][..], &from].concat()), 0);
    assert!(told.contains("0 records open"), "{told}");
}

#[test]
fn a_restored_backup_lets_nobody_in_again() {
    let mut org = Installation::build("feedback").letters().without_second_factor().start();
    let code = send(&org, "Rajoitettu asia");
    let alma = staff::first(&mut org, "alma");
    staff::member(&org, "entinen", &["handler"]);
    staff::member(&org, "nykyinen", &["handler"]);
    let made = org.json(&["user", "token", "nykyinen"]);
    let bearer = format!("Bearer {}", made["token"].as_str().unwrap());
    const INBOX: &str = "/api/v1/staff/feedback?purpose=answer";
    let program = |org: &Installation| org.browser().with("authorization", &bearer).get(INBOX);
    assert!(program(&org).status(200).source().contains("Rajoitettu asia"));
    let (data, keys) = (org.outside().join("data"), org.outside().join("keys"));
    let folders = [data.to_string_lossy().into_owned(), keys.to_string_lossy().into_owned()];
    org.ok(&["backup", "create", "--data", &folders[0], "--keys", &folders[1]]);
    let before = std::fs::read(keys.join("erasures")).unwrap().len();
    let browser = org.browser();
    browser.form("/oma", "main form").set("code", &code).finish().status(200);
    restrict(&browser);
    org.ok(&["user", "close", "entinen"]);
    wait_for("the list beside the backup", || {
        std::fs::read(keys.join("erasures")).unwrap().len() >= before + 2 * 21
    });
    drop(alma);
    org.stop();
    let to = org.outside().join("restored").to_string_lossy().into_owned();
    let root = org.dir().join("keys/root.secret").to_string_lossy().into_owned();
    let (data, keys) = (only(&data), only(&keys));
    let from = ["--data", &data, "--keys", &keys, "--root-file", &root, "--lang", "en"];
    let told =
        refused(&org.cli(&[&["--test-clock", "backup", "restore", &to][..], &from].concat()), 0);
    assert!(told.contains("from the beginning of that day"), "{told}");
    assert!(told.contains("closed something: 1;"), "{told}");
    assert!(told.contains("Accounts made, closed or changed: 1;"), "{told}");
    // In the place of the old one.
    for name in ["data", "keys"] {
        std::fs::remove_dir_all(org.dir().join(name)).unwrap();
        copy(&Path::new(&to).join(name), &org.dir().join(name));
    }
    if !org.dir().join("keys/root.secret").exists() {
        std::fs::copy(&root, org.dir().join("keys/root.secret")).unwrap();
    }
    org.start();
    assert!(staff::try_sign_in(&org.browser(), "entinen", PASSPHRASE).status != 303);
    let held = org.browser();
    staff::try_sign_in(&held, "nykyinen", PASSPHRASE).status(303);
    held.get("/hallinta/palaute").status(403).shows("palautettu kopio");
    program(&org).status(403);
    let told = org.ok(&["backup", "confirm"]);
    for line in ["niillä tunnuksilla, jotka ovat käytössä", "Palvelu lähettää sähköpostia"]
    {
        assert!(told.contains(line), "{line}: {told}");
    }
    held.get("/hallinta/palaute").status(200).hides("Rajoitettu asia");
    program(&org).status(401);
}
