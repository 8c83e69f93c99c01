//! `docs/promises.toml` against the tests that carry promise ids in their names.
//!
//! A test proves a promise by its name: `s2_41_…`, or `s2_27_s2_41_…` for two. The table lists
//! each such test, and lists no other. `TIDY=write cargo test --test tidy` writes the lists.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::none;
use crate::source::{files, root, rust_tests, text};
use crate::traceability::{Promise, TABLE, Tally, read as read_table, summary};

const SIZES: [(&str, usize); 5] = [("S0", 105), ("S1", 187), ("S2", 63), ("S3", 49), ("S4", 134)];

/// What a promise can rest on, besides `service:` and the name of a ready-made service.
const MECHANISMS: [&str; 24] = [
    "analytics",
    "attested",
    "backups",
    "checker",
    "closed-world",
    "consent-proof",
    "cookie-inventory",
    "disclosure-gate",
    "egress",
    "erasure",
    "forbidden-purpose",
    "hardened",
    "ledger",
    "mail-gate",
    "no-address",
    "notice-render",
    "purpose-gate",
    "retention",
    "review",
    "rights-desk",
    "roles",
    "sealed",
    "text",
    "tls",
];
const SERVICES: [&str; 5] = ["association", "booking", "company", "feedback", "support"];

fn promises() -> Vec<Promise> {
    read_table(TABLE).unwrap()
}

/// The promises that a test's name claims to prove.
fn claimed(test: &str) -> Vec<String> {
    let mut ids = Vec::new();
    let mut parts = test.split('_');
    while let (Some(seed), Some(number)) = (parts.next(), parts.next()) {
        let is_seed = seed.len() == 2
            && seed.starts_with('s')
            && seed.ends_with(|c: char| c.is_ascii_digit());
        match number.parse::<u32>() {
            Ok(number) if is_seed => ids.push(format!("{}-{number:02}", seed.to_uppercase())),
            _ => break,
        }
    }
    ids
}

/// Names of the tests that claim promises: those in Rust, and words in browser tests.
fn tests() -> BTreeSet<String> {
    let mut names = rust_tests();
    for path in files("crates") {
        if path.ends_with(".mjs") || path.ends_with(".py") {
            let text = text(&path).unwrap_or_default();
            let words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
            names.extend(words.map(str::to_owned));
        }
    }
    names.retain(|name| !claimed(name).is_empty());
    names
}

/// The tests of each promise, as the names of the tests tell.
fn proofs() -> BTreeMap<String, Vec<String>> {
    let mut proofs: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for test in tests() {
        for id in claimed(&test) {
            proofs.entry(id).or_default().push(test.clone());
        }
    }
    proofs
}

#[test]
fn the_table_is_whole() {
    let promises = promises();
    let sizes: Vec<(String, usize)> =
        summary().unwrap().into_iter().map(|Tally { seed, total, .. }| (seed, total)).collect();
    assert_eq!(sizes, SIZES.map(|(seed, total)| (seed.to_owned(), total)));
    let ids: BTreeSet<&str> = promises.iter().map(|promise| promise.id.as_str()).collect();
    assert_eq!(ids.len(), promises.len(), "an id is there twice");
    for (seed, total) in SIZES {
        for number in 1..=total {
            let id = format!("{seed}-{number:02}");
            assert!(ids.contains(id.as_str()), "{id} is missing");
        }
    }
}

#[test]
fn the_fields_of_the_table_are_sound() {
    let mut findings = Vec::new();
    let promises = promises();
    let mut lines = BTreeMap::new();
    for Promise { id, seed, line, by, mechanism, .. } in &promises {
        let service =
            mechanism.strip_prefix("service:").is_some_and(|name| SERVICES.contains(&name));
        let sound = [
            (id.starts_with(&format!("{seed}-")), "belongs to another seed"),
            (["engine", "evidence", "statement"].contains(&by.as_str()), "`by` is unknown"),
            (service || MECHANISMS.contains(&mechanism.as_str()), "the mechanism is unknown"),
            (mechanism != "text" || by == "statement", "text alone proves nothing"),
            (mechanism != "attested" || by == "evidence", "an attestation is evidence"),
            (line.ends_with('.') && line.len() <= 150, "the line is no short sentence"),
        ];
        findings
            .extend(sound.iter().filter(|(ok, _)| !ok).map(|(_, what)| format!("{id}: {what}")));
        if let Some(other) = lines.insert(line, id) {
            findings.push(format!("{id} says the same as {other}"));
        }
    }
    none("unsound promises", findings);
}

#[test]
fn the_table_lists_exactly_the_tests_that_there_are() {
    let proofs = proofs();
    let promises = promises();
    let unknown = proofs.keys().filter(|id| promises.iter().all(|promise| promise.id != **id));
    none(
        "tests that claim unknown promises",
        unknown.map(|id| format!("{id} {:?}", proofs[id])).collect(),
    );
    if std::env::var("TIDY").as_deref() == Ok("write") {
        fs::write(root().join("docs/promises.toml"), written(&proofs)).unwrap();
        return;
    }
    let mut findings = Vec::new();
    for promise in &promises {
        let there = proofs.get(&promise.id).cloned().unwrap_or_default();
        if there != promise.tests {
            findings.push(format!(
                "{}: tests = {there:?}, the table has {:?}",
                promise.id, promise.tests
            ));
        }
    }
    none("docs/promises.toml is behind (run with TIDY=write)", findings);
}

/// The table with its lists of tests made anew, everything else untouched.
fn written(proofs: &BTreeMap<String, Vec<String>>) -> String {
    let mut id = String::new();
    let mut table = String::new();
    for line in TABLE.lines() {
        if let Some(name) = line.strip_prefix("id = ") {
            name.trim_matches('"').clone_into(&mut id);
        }
        let tests = proofs.get(&id).cloned().unwrap_or_default();
        let line = if line.starts_with("tests = ") {
            format!("tests = {tests:?}")
        } else {
            line.to_owned()
        };
        table.push_str(&line);
        table.push('\n');
    }
    table
}

#[test]
fn names_of_tests_tell_their_promises() {
    assert_eq!(claimed("s2_41_gone_after_one_month"), ["S2-41"]);
    assert_eq!(claimed("s2_09_s1_145_withdrawn"), ["S2-09", "S1-145"]);
    assert!(claimed("seals_and_opens").is_empty());
    assert!(claimed("s2_wide").is_empty());
}
