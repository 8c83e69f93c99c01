//! The operator's verbs and the bad days: backups, lost keys, tampering, wrong clocks.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::rollback::copy;
use crate::support::installation::Installation;
use crate::support::wait::{let_jobs_look, wait_for};

const CANARY: &str = "Kanarialintu-7f3a@example.fi";

/// Sends feedback; gives the receipt code.
pub fn send(installation: &Installation, message: &str) -> String {
    let browser = installation.browser();
    let form = browser.form("/palaute", "main form").set("message", message);
    let form = form.set("name", "Maija Kanarialintu").set("email", CANARY).tick("consent-answer");
    form.submit().status(200).one(".code-display code")
}

/// Runs the program with this on standard input.
pub fn told(installation: &Installation, input: &str, arguments: &[&str]) -> Output {
    let mut command = installation.program();
    command
        .arg("--test-clock")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    run(command, input)
}

pub fn run(mut command: Command, input: &str) -> Output {
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

#[track_caller]
pub fn refused(output: &Output, code: i32) -> String {
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(
        output.status.code(),
        Some(code),
        "{text}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    text
}

pub fn only(dir: &Path) -> String {
    let mut found: Vec<_> = std::fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    assert_eq!(found.len(), 1);
    found.remove(0).to_string_lossy().into_owned()
}

#[test]
fn s2_39_nothing_readable_is_stored_and_nothing_is_left_after_erasure() {
    let mut installation = Installation::mailing("feedback");
    let receipt = send(&installation, "Kanarialintu-7f3a laulaa salaa.");
    let shown = told(&installation, &receipt, &["person", "show"]);
    assert!(refused(&shown, 0).contains(CANARY), "the owner of the receipt sees it");
    assert_eq!(installation.scan("Kanarialintu-7f3a"), [], "nothing in plain text while it lives");
    assert_eq!(installation.scan(receipt.trim()), [], "nor the receipt");
    let erased = told(&installation, &receipt, &["person", "erase"]);
    refused(&erased, 0);
    let gone = told(&installation, &receipt, &["person", "show"]);
    assert!(!refused(&gone, 0).contains(CANARY));
    installation.stop();
    assert_eq!(installation.scan("Kanarialintu-7f3a"), []);
    let own = installation.cli(&["doctor", "--scan", "Kanarialintu-7f3a"]);
    refused(&own, 0);
    std::fs::write(installation.dir().join("data/leak.txt"), "x Kanarialintu-7f3a").unwrap();
    let own = installation.cli(&["doctor", "--scan", "Kanarialintu-7f3a"]);
    assert!(refused(&own, 1).contains("leak.txt:2"), "the program's own scanner can find");
}

#[test]
fn s2_42_a_restored_backup_brings_no_erased_person_back() {
    let mut installation = Installation::mailing("feedback");
    let kept = send(&installation, "Minä jään tänne.");
    let gone = send(&installation, "Minä lähden pois.");
    let (data, keys) = (installation.outside().join("data"), installation.outside().join("keys"));
    let (data, keys) = (data.to_string_lossy(), keys.to_string_lossy());
    installation.ok(&["backup", "create", "--data", &data, "--keys", &keys]);
    let (data, keys) = (only(Path::new(&*data)), only(Path::new(&*keys)));
    installation.ok(&["backup", "verify", &data, &keys]);
    // On a medium of its own: the list beside the folder that was named is kept up to date.
    let then = installation.outside().join("keys-then");
    copy(Path::new(&keys), &then);
    let keys = then.to_string_lossy();
    refused(&told(&installation, &gone, &["person", "erase"]), 0);
    let newest = installation.outside().join("checkpoint");
    installation.stop();
    std::fs::copy(installation.dir().join("data/ledger/checkpoint"), &newest).unwrap();

    // The list in the backup is older than what the ledger is known to have.
    let root = installation.dir().join("keys/root.secret");
    let (root, newest) = (root.to_string_lossy(), newest.to_string_lossy());
    let restore = |to: &str, more: &[&str]| {
        let arguments = [
            "--test-clock",
            "backup",
            "restore",
            to,
            "--data",
            &data,
            "--keys",
            &keys,
            "--root-file",
            &root,
        ];
        installation.cli(&[&arguments, more].concat())
    };
    let to = installation.outside().join("restored");
    let to = to.to_string_lossy();
    let older = restore(&to, &["--checkpoint", &newest]);
    assert!(refused(&older, 4).contains("--erasures"), "it says what to do");
    // The newest list, from the keys that survived.
    let before = std::fs::read(format!("{keys}/erasures")).unwrap();
    installation.ok(&[
        "--test-clock",
        "backup",
        "create",
        "--data",
        &format!("{to}-data"),
        "--keys",
        &format!("{to}-keys"),
    ]);
    let newer = format!("{to}-keys/erasures");
    assert!(std::fs::read(&newer).unwrap().len() > before.len());
    refused(&restore(&to, &["--checkpoint", &newest, "--erasures", &newer]), 0);

    let shown = installation.cli(&[
        "ledger",
        "verify",
        &to,
        "--checkpoint",
        &format!("{data}/ledger/checkpoint"),
    ]);
    refused(&shown, 0);
    let mut command = installation.program();
    command
        .args(["--test-clock", "person", "show", &to])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let answer = run(command, &format!("{kept}\n"));
    assert!(refused(&answer, 0).contains("Minä jään tänne."));
    let mut command = installation.program();
    command
        .args(["--test-clock", "person", "show", &to])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let answer = run(command, &format!("{gone}\n"));
    let answer = String::from_utf8_lossy(&answer.stdout).into_owned();
    assert!(!answer.contains("lähden"));
    let tells = answer.contains("Tiedot on poistettu") && answer.contains("restore");
    assert!(tells, "its code still tells that it was erased: {answer}");
}

#[test]
fn s2_42_without_a_signed_list_of_erasures_nothing_is_restored() {
    let mut installation = Installation::mailing("feedback");
    send(&installation, "Minä jään tänne.");
    let gone = send(&installation, "Minä lähden pois.");
    let (data, keys) = (installation.outside().join("data"), installation.outside().join("keys"));
    let folders = [data.to_string_lossy().into_owned(), keys.to_string_lossy().into_owned()];
    installation.ok(&["backup", "create", "--data", &folders[0], "--keys", &folders[1]]);
    let before = std::fs::read(keys.join("erasures")).unwrap();
    refused(&told(&installation, &gone, &["person", "erase"]), 0);
    // A folder that a call named is kept up to date, too.
    crate::support::wait::wait_for("the newer list", || {
        std::fs::read(keys.join("erasures.seal")).is_ok_and(|seal| !seal.is_empty())
            && std::fs::read(keys.join("erasures")).unwrap().len() > before.len()
    });
    installation.stop();
    let (made, made_keys) = (only(&data), only(&keys));
    let root = installation.dir().join("keys/root.secret").to_string_lossy().into_owned();
    let restore = |to: &str, more: &[&str]| {
        let to = installation.outside().join(to).to_string_lossy().into_owned();
        let from = ["--data", &made, "--keys", &made_keys, "--root-file", &root];
        let verb = ["--test-clock", "backup", "restore", &to];
        installation.cli(&[&verb[..], &from, more].concat())
    };
    let told = refused(&restore("whole", &[]), 0);
    assert!(told.contains("1 tietoa aukeaa"), "{told}");
    assert!(told.contains("Poistot tunnetaan hetkeen"), "{told}");

    let newest = std::fs::read(keys.join("erasures")).unwrap();
    // Emptied, while its checkpoint and seal tell how far it must reach.
    std::fs::write(keys.join("erasures"), "").unwrap();
    refused(&restore("emptied", &[]), 4);
    // An older one in its place.
    std::fs::write(keys.join("erasures"), &before).unwrap();
    refused(&restore("older", &[]), 4);
    // None at all: without anything beside, and told what follows.
    for name in ["erasures", "erasures.checkpoint", "erasures.seal"] {
        std::fs::remove_file(keys.join(name)).unwrap();
    }
    let told = refused(&restore("none", &[]), 4);
    assert!(told.contains("--erasures"), "{told}");
    let told = refused(&restore("accepted", &["--accept-older-list"]), 0);
    assert!(told.contains("2 tietoa aukeaa"), "only by an explicit choice: {told}");
    std::fs::write(keys.join("erasures"), newest).unwrap();
    refused(&restore("unsigned", &[]), 4);
}

#[test]
fn a_backup_changed_with_its_manifest_is_not_restored() {
    let installation = Installation::mailing("feedback");
    send(&installation, "Minä jään tänne.");
    let (data, keys) = (installation.outside().join("data"), installation.outside().join("keys"));
    let folders = [data.to_string_lossy().into_owned(), keys.to_string_lossy().into_owned()];
    installation.ok(&["backup", "create", "--data", &folders[0], "--keys", &folders[1]]);
    let made = only(&data);
    installation.ok(&["backup", "verify", &made]);
    let settings = Path::new(&made).join("seloste.toml");
    let manifest = Path::new(&made).join("manifest.json");
    let text = std::fs::read(&settings).unwrap();
    let changed = [text.as_slice(), b"\n# 0.0.0.0\n"].concat();
    std::fs::write(&settings, &changed).unwrap();
    let hash = |bytes: &[u8]| {
        let sum = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, bytes);
        data_encoding::HEXLOWER.encode(sum.as_ref())
    };
    let told = std::fs::read_to_string(&manifest).unwrap();
    let (old, new) = (text.len().to_string(), changed.len().to_string());
    let told = told.replace(&hash(&text), &hash(&changed));
    let told = told.replace(&format!("\"bytes\": {old}"), &format!("\"bytes\": {new}"));
    std::fs::write(&manifest, told).unwrap();
    let found = installation.cli(&["backup", "verify", &made, "--lang", "en"]);
    assert!(refused(&found, 1).contains("the list is not signed with the ledger's key"));
    let found = installation.cli(&["backup", "verify", &made, "--lang", "fi"]);
    assert!(refused(&found, 1).contains("kirjanpidon avain ei ole allekirjoittanut luetteloa"));
    std::fs::write(&settings, &text).unwrap();
    std::os::unix::fs::symlink("/etc", Path::new(&made).join("ledger/link")).unwrap();
    refused(&installation.cli(&["backup", "verify", &made]), 1);
}

#[test]
fn a_drill_restores_everything_and_leaves_nothing_behind() {
    let installation = Installation::mailing("feedback");
    for number in 0..5 {
        send(&installation, &format!("Viesti {number}."));
    }
    let told = installation.json(&["backup", "drill"]);
    assert_eq!(told["records"], 5);
    assert!(!installation.dir().join("drill").exists());
}

#[test]
fn a_damaged_backup_is_found_and_not_restored() {
    let installation = Installation::mailing("feedback");
    send(&installation, "Varmuuskopioon.");
    let base = installation.outside();
    let (data, keys) = (base.join("d"), base.join("k"));
    let (data, keys) = (data.to_string_lossy(), keys.to_string_lossy());
    installation.ok(&["backup", "create", "--data", &data, "--keys", &keys]);
    let rows = Path::new(&only(Path::new(&*data))).join("rows.backup");
    let mut bytes = std::fs::read(&rows).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&rows, bytes).unwrap();
    let found = installation.cli(&["backup", "verify", &only(Path::new(&*data))]);
    assert!(refused(&found, 1).contains("rows.backup"));
    let to = base.join("restored");
    let arguments = [
        "backup",
        "restore",
        &to.to_string_lossy(),
        "--data",
        &only(Path::new(&*data)),
        "--keys",
        &only(Path::new(&*keys)),
    ];
    refused(&installation.cli(&arguments), 4);
    assert!(!to.join("notice.kdl").exists());
}

#[test]
fn every_flipped_bit_of_a_small_ledger_is_found() {
    let mut installation = Installation::mailing("feedback");
    for number in 0..3 {
        send(&installation, &format!("Viesti {number}."));
    }
    installation.stop();
    installation.ok(&["ledger", "verify"]);
    let ledger = installation.dir().join("data/ledger");
    let mut files = vec![ledger.join("checkpoint")];
    let mut waiting = vec![ledger.join("tile")];
    while let Some(dir) = waiting.pop() {
        for entry in std::fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { waiting.push(path) } else { files.push(path) }
        }
    }
    let key = std::fs::read_to_string(ledger.join("public-key")).unwrap().trim().parse().unwrap();
    let (mut flipped, mut by_program) = (0, 0);
    for file in &files {
        let whole = std::fs::read(file).unwrap();
        for place in 0..whole.len() * 8 {
            let mut bytes = whole.clone();
            bytes[place / 8] ^= 1 << (place % 8);
            std::fs::write(file, &bytes).unwrap();
            assert!(
                seloste_store::ledger::verify(&ledger, &key, &[]).is_err(),
                "{file:?} bit {place}"
            );
            flipped += 1;
            // A sample through the program itself.
            if place % 997 == 0 {
                refused(&installation.cli(&["ledger", "verify"]), 1);
                by_program += 1;
            }
        }
        std::fs::write(file, &whole).unwrap();
    }
    assert!(flipped > 1000 && by_program > 1);
    installation.ok(&["ledger", "verify"]);
}

#[test]
fn bad_keys_are_refused_and_nothing_is_lost() {
    let mut installation = Installation::mailing("feedback");
    let receipt = send(&installation, "Avaimet tallessa.");
    installation.stop();
    let (keys, away) = (installation.dir().join("keys"), installation.outside().join("away"));
    let start = |what: &str| {
        let output = installation.cli(&["serve", "--listen", "127.0.0.1:0", "--test-clock"]);
        let text = refused(&output, 4);
        assert!(text.trim().lines().count() >= 1 && !text.contains("fault-"), "{what}: {text}");
    };
    std::fs::rename(&keys, &away).unwrap();
    start("no keys");
    std::fs::rename(&away, &keys).unwrap();
    let secret = std::fs::read(keys.join("root.secret")).unwrap();
    std::fs::remove_file(keys.join("root.secret")).unwrap();
    start("no root secret");
    let other = Installation::build("feedback").letters().make();
    std::fs::copy(other.dir().join("keys/root.secret"), keys.join("root.secret")).unwrap();
    start("another root secret");
    std::fs::write(keys.join("root.secret"), &secret).unwrap();
    let mode = |mode| {
        use std::os::unix::fs::PermissionsExt;
        let file = keys.join("slots.a");
        std::fs::set_permissions(file, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    mode(0o640);
    start("group may read");
    mode(0o600);
    std::fs::rename(&keys, &away).unwrap();
    std::fs::rename(other.dir().join("keys"), &keys).unwrap();
    start("keys of another installation");
    std::fs::rename(&keys, other.dir().join("keys")).unwrap();
    std::fs::rename(&away, &keys).unwrap();
    // One damaged copy of a slot is mended from the other.
    let mut slots = std::fs::read(keys.join("slots.a")).unwrap();
    slots[300] ^= 0xff;
    std::fs::write(keys.join("slots.a"), slots).unwrap();
    installation.start();
    let shown = told(&installation, &receipt, &["person", "show"]);
    assert!(refused(&shown, 0).contains("Avaimet tallessa."));
}

#[test]
fn two_servers_do_not_share_a_folder() {
    let installation = Installation::new("feedback");
    let second = installation.cli(&["serve", "--listen", "127.0.0.1:0", "--test-clock"]);
    refused(&second, 4);
    installation.browser().get("/palaute").status(200);
}

#[test]
fn a_clock_that_goes_back_or_leaps_erases_nothing_early() {
    let mut installation = Installation::mailing("feedback");
    let receipt = send(&installation, "Kello vaeltaa.");
    for (instant, code) in [
        ("2025-01-14T10:00:00+02:00", 4),
        ("2016-01-01T00:00:00+02:00", 4),
        ("2026-02-14T09:59:00+02:00", 0),
    ] {
        installation.advance(instant);
        refused(&installation.cli(&["sweep"]), code);
        let shown = told(&installation, &receipt, &["person", "show"]);
        assert!(refused(&shown, 0).contains("Kello vaeltaa."), "{instant}");
        installation.restart();
    }
    installation.advance("2026-02-14T10:00:00+02:00");
    installation.ok(&["sweep"]);
    let shown = told(&installation, &receipt, &["person", "show"]);
    assert!(!refused(&shown, 0).contains("Kello vaeltaa."));
}

#[test]
fn the_forecast_tells_the_day_and_holds_move_it() {
    let installation = Installation::mailing("feedback");
    let receipt = send(&installation, "Ennuste.");
    let forecast = installation.json(&["simulate", ".", "--until", "2026-12-31"]);
    let days: Vec<_> =
        forecast.as_array().unwrap().iter().filter(|line| line["kind"] == "feedback").collect();
    assert_eq!(
        (days.len(), &days[0]["day"], &days[0]["count"]),
        (1, &"2026-02-14".into(), &1.into())
    );
    let shown = told(&installation, &receipt, &["person", "show", "--format", "json"]);
    let shown: serde_json::Value = serde_json::from_slice(&shown.stdout).unwrap();
    let record = shown[0]["records"][0]["id"].as_str().unwrap().to_owned();
    installation.ok(&[
        "hold",
        "add",
        ".",
        &record,
        "--ground",
        "legal-claim",
        "--until",
        "2026-05-01",
    ]);
    let held = installation.json(&["hold", "list"]);
    assert_eq!(held.as_array().unwrap().len(), 1);
    assert_eq!((&held[0]["kind"], &held[0]["number"]), (&"feedback".into(), &1.into()));
    let forecast = installation.json(&["simulate", ".", "--until", "2026-12-31"]);
    let days: Vec<_> =
        forecast.as_array().unwrap().iter().filter(|line| line["kind"] == "feedback").collect();
    assert_eq!(days[0]["day"], "2026-05-01");
    // Without a day a year is looked at; what stays past its day is told with it.
    let called = "Palaute 1: oikeudellinen vaade (legal-claim)";
    let forecast = installation.ok(&["simulate", "."]);
    let stays = format!("{called}; viimeinen päivä olisi 14.2.2026, säilytetään 1.5.2026 asti");
    assert!(forecast.contains("1.5.2026: Palaute") && forecast.contains(&stays), "{forecast}");
    let soon = installation.ok(&["simulate", ".", "--until", "2026-02-13"]);
    assert!(soon.contains("Mitään ei poistu") && !soon.contains(called), "{soon}");
    let list = installation.ok(&["hold", "list"]);
    assert!(list.contains(&format!("{called}, alkaen 14.1.2026")), "{list}");
    let hold = ["hold", "add", ".", "1", "--kind", "feedback", "--ground", "legal-claim"];
    let tomorrow = ["--until", "tomorrow"];
    for call in [&["simulate", "."][..], &hold] {
        let told = refused(&installation.cli(&[call, &tomorrow].concat()), 2);
        assert!(told.contains("esimerkiksi 2027-12-31") && !told.contains("parse"), "{told}");
    }
    installation.ok(&hold);
    let forecast = installation.ok(&["simulate", ".", "--lang", "en"]);
    assert!(
        forecast.contains("(legal-claim); the last day would be 14 February 2026, kept until the")
    );
    assert!(
        installation.ok(&["hold", "list", "--lang", "en"]).contains("until the ground is ended")
    );
    installation.ok(&["hold", "release", ".", &record, "--ground", "legal-claim"]);
    let rotated = installation.json(&["keys", "rotate"]);
    assert_eq!(rotated["epochs"].as_array().unwrap().len(), 2);
    let shown = told(&installation, &receipt, &["person", "show"]);
    assert!(refused(&shown, 0).contains("Ennuste."), "keys wrapped anew still open");
}

#[test]
fn that_no_place_for_backups_is_set_is_no_error_in_the_log() {
    let mut org = Installation::new("feedback");
    let told = "backups were not read";
    let_jobs_look();
    assert!(!org.logs().contains(told), "{}", org.logs());
    // Places that cannot be are told, by the same look.
    let folder = org.outside().join("backups");
    let inside = folder.join("data/keys").to_string_lossy().into_owned();
    let folder = folder.to_string_lossy().into_owned();
    let settings =
        [("backup.folder".into(), folder.into()), ("backup.keys-folder".into(), inside.into())];
    org.configure(&settings);
    org.restart();
    wait_for("the error", || org.logs().contains(told));
}
