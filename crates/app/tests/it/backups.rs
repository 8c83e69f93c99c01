//! Backups by themselves: made and checked daily, gone on the day the notice says, and looked
//! through for damage. And what `doctor` tells of ages.

use std::path::{Path, PathBuf};

use crate::operations::{refused, send};
use crate::rollback::erase;
use crate::support::installation::Installation;
use crate::support::staff::first;
use crate::support::wait::{let_jobs_look, wait_for};

const DAY: i64 = 24 * 3600;
/// The notice of the feedback service: `operations backups="14 days"`.
const LIFE: i64 = 14 * DAY;

/// Finished backups in a folder, oldest first.
fn finished(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    let mut found: Vec<_> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.join("manifest.json").exists())
        .collect();
    found.sort();
    found
}

fn promise(org: &Installation) -> serde_json::Value {
    let output = org.cli(&["promises", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let promises = told["promises"].as_array().unwrap();
    promises.iter().find(|one| one["id"] == "palaute.backups").unwrap()["state"].clone()
}

#[test]
fn backups_are_made_checked_and_gone_on_their_day_and_damage_is_told() {
    let base = tempfile::tempdir().unwrap();
    let folder = base.path().to_string_lossy().into_owned();
    let build = Installation::build("feedback").letters().set("backup.folder", folder);
    let mut org = build.without_second_factor().start();
    let chief = first(&mut org, "alma");
    send(&org, "Varmuuskopioon.");
    let halves = ["data", "keys"].map(|part| base.path().join(part));
    let made = |count: usize| halves.iter().all(|half| finished(half).len() == count);
    wait_for("the first is made at once", || made(1));
    let oldest = halves.each_ref().map(|half| finished(half).remove(0));
    for half in &oldest {
        org.ok(&["backup", "verify", &half.to_string_lossy()]);
    }
    // What a crash left in the making, and what is somebody else's.
    let cut_off = halves[0].join("20260114T080001Z-00c0ffee");
    let others = halves[0].join("muut");
    for dir in [&cut_off, &others] {
        std::fs::create_dir(dir).unwrap();
        std::fs::write(dir.join("rows.backup"), "half").unwrap();
    }
    org.pass(DAY);
    wait_for("one a day", || made(2));
    org.pass(60);
    wait_for("what was cut off is removed", || !cut_off.exists());
    // Its exit code is about more than backups here.
    let text = String::from_utf8(org.cli(&["doctor", "--lang", "en"]).stdout).unwrap();
    let ages = "✓ The newest backup was made 2026-01-15 10:00, the oldest 2026-01-14 10:00.";
    assert!(text.contains(ages) && text.contains("✓ The ledger is whole"), "{text}");

    // To the second: not before its time, and not after. A damaged manifest is no way to live on.
    std::fs::write(oldest[0].join("manifest.json"), "{").unwrap();
    org.pass(LIFE - DAY - 60 - 1);
    let_jobs_look();
    assert!(oldest.iter().all(|half| half.exists()), "not a second early");
    org.pass(61);
    wait_for("gone on their day", || oldest.iter().all(|half| !half.exists()));
    assert!(others.exists(), "what is not ours is left alone");
    assert_eq!(promise(&org)["state"], "kept");

    // Damage is found by the daily look, and shown.
    let rows = finished(&halves[0]).pop().unwrap().join("rows.backup");
    let mut bytes = std::fs::read(&rows).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&rows, bytes).unwrap();
    let told = refused(&org.cli(&["doctor"]), 1);
    let name = rows.parent().unwrap().file_name().unwrap().to_string_lossy().into_owned();
    assert!(told.contains(&name), "{told}");
    org.pass(DAY);
    wait_for("the daily look", || org.logs().contains("a backup is damaged"));
    let _ended = chief.get("/hallinta");
    let board = crate::support::staff::sign_in(&org, "alma").get("/hallinta/lupaukset");
    board.status(200).shows("Yksi varmuuskopion osa on vioittunut");
}

#[test]
fn a_second_installation_leaves_the_backups_of_the_first_alone() {
    let base = tempfile::tempdir().unwrap();
    let path = |path: PathBuf| path.to_string_lossy().into_owned();
    let folder = path(base.path().to_owned());
    let build = || Installation::build("feedback").letters().set("backup.folder", folder.clone());
    let mut one = Installation::build("feedback").letters().start();
    let (kept, erased) = (send(&one, "Säilyvä palaute."), send(&one, "Poistuva palaute."));
    // Only now, so that the first backup has both.
    one.configure(&[("backup.folder".into(), folder.clone().into())]);
    one.restart();
    let halves = ["data", "keys"].map(|part| base.path().join(part));
    let list = halves[1].join("erasures");
    let long = || std::fs::metadata(&list).is_ok_and(|list| list.len() > 0);
    wait_for("the backup of the first", || finished(&halves[1]).len() == 1 && list.exists());
    let of_first = halves.each_ref().map(|half| path(finished(half).remove(0)));
    erase(&one, &erased);
    wait_for("the list of the first", long);
    one.stop();
    let beside = || {
        let names = ["erasures", "erasures.seal", "erasures.checkpoint"];
        names.map(|name| std::fs::read(halves[1].join(name)).unwrap())
    };
    let before = beside();

    let mut two = build().without_second_factor().start();
    let chief = first(&mut two, "alma");
    wait_for("the log", || two.logs().contains("fault-backup-others"));
    chief.get("/hallinta").status(200).shows("Anna varmuuskopioille oma kansio");
    let board = chief.get("/hallinta/lupaukset").status(200);
    board.shows("ovat toisen asennuksen varmuuskopiot");
    let told = refused(&two.cli(&["doctor", "--lang", "en"]), 1);
    assert!(told.contains("has the backups of another installation"), "{told}");
    assert!(!told.contains("✓ There is a folder for backups"), "{told}");
    let unsent = "! No letter leaves: for trying out they are written to the folder";
    assert!(told.contains(unsent) && !told.contains("relay answers"), "{told}");
    let told = refused(&two.cli(&["backup", "create", "--lang", "en"]), 4);
    assert!(told.contains("Give this installation a folder of its own"), "{told}");
    assert_eq!(beside(), before);
    assert!(halves.iter().all(|half| finished(half).len() == 1), "nothing was added");
    // With a folder of its own it has backups.
    let own = two.outside().join("own");
    two.configure(&[("backup.folder".into(), path(own.clone()).into())]);
    two.restart();
    wait_for("a backup of its own", || finished(&own.join("keys")).len() == 1);

    let to = path(one.outside().join("restored"));
    let root = path(one.dir().join("keys/root.secret"));
    let from = ["--data", &of_first[0], "--keys", &of_first[1], "--root-file", &root];
    let restore = ["--test-clock", "backup", "restore", &to, "--lang", "en"];
    refused(&one.cli(&[&restore[..], &from].concat()), 0);
    std::fs::remove_dir_all(one.dir().join("data")).unwrap();
    std::fs::rename(Path::new(&to).join("data"), one.dir().join("data")).unwrap();
    for file in std::fs::read_dir(Path::new(&to).join("keys")).unwrap() {
        let file = file.unwrap();
        std::fs::rename(file.path(), one.dir().join("keys").join(file.file_name())).unwrap();
    }
    one.start();
    let own = |code: &str| one.browser().form("/oma", "main form").set("code", code).finish();
    own(&kept).shows("Säilyvä palaute.");
    assert!(!own(&erased).text().contains("Poistuva palaute."));
}

#[test]
fn doctor_tells_when_the_certificate_ends() {
    let org = Installation::build("feedback").tls().make();
    let doctor = || {
        let output = org.cli(&["--test-clock", "doctor", "--lang", "en"]);
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(doctor().contains(
        "✓ The certificate and its key are usable. The certificate is good until 4096-01-01"
    ));
    org.advance("4095-12-25T10:00:00Z");
    assert!(doctor().contains("✗ The certificate ends on 4096-01-01"));
    org.advance("4096-01-02T10:00:00Z");
    assert!(doctor().contains("✗ The certificate ended on 4096-01-01"));
}
