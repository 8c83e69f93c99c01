//! Who may depend on whom (the picture in `ARCHITECTURE.md`).

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

use crate::none;
use crate::source::{Source, folders, parsed, root, sources};

/// Every crate and those of ours that it may name.
const ARROWS: [(&str, &[&str]); 8] = [
    ("kernel", &[]),
    ("pdf", &[]),
    ("notice", &["kernel"]),
    ("vault", &["kernel"]),
    ("store", &["kernel"]),
    ("web", &["kernel"]),
    ("register", &["kernel", "notice", "vault", "store"]),
    ("app", &["kernel", "notice", "vault", "store", "register", "web", "pdf"]),
];

/// What a crate never reaches, not even through others.
const NEVER: [(&str, &[&str]); 4] = [
    ("kernel", &["tokio", "rusqlite", "tokio-postgres", "axum", "hyper"]),
    ("notice", &["tokio", "rusqlite", "tokio-postgres", "axum", "hyper"]),
    ("vault", &["tokio", "rusqlite", "tokio-postgres", "axum", "hyper"]),
    ("web", &["rusqlite", "tokio-postgres"]),
];

/// Packages that only these crates may name.
const ONLY: [(&str, &[&str]); 7] = [
    ("rusqlite", &["store"]),
    ("tokio-postgres", &["store"]),
    ("axum", &["web", "app"]),
    ("clap", &["app"]),
    ("typst", &["pdf"]),
    ("lettre", &["app"]),
    ("kdl", &["notice"]),
];

/// Package name of a crate's folder and back: the program itself is plain `seloste`.
fn package(folder: &str) -> String {
    if folder == "app" { "seloste".to_owned() } else { format!("seloste-{folder}") }
}

fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO")).args(arguments).current_dir(root()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Direct dependencies of each crate's folder; `with_tests` adds those that only tests use.
pub fn direct(with_tests: bool) -> BTreeMap<String, BTreeSet<String>> {
    let json = cargo(&["metadata", "--offline", "--no-deps", "--format-version", "1"]);
    let metadata: Value = serde_json::from_str(&json).unwrap();
    let mut direct = BTreeMap::new();
    for package in metadata["packages"].as_array().unwrap() {
        let manifest = package["manifest_path"].as_str().unwrap();
        let folder = manifest.rsplit('/').nth(1).unwrap().to_owned();
        let names = package["dependencies"].as_array().unwrap().iter();
        let names = names
            .filter(|dependency| with_tests || dependency["kind"] != "dev")
            .map(|dependency| dependency["name"].as_str().unwrap().to_owned());
        direct.insert(folder, names.collect());
    }
    direct
}

/// All packages that a crate needs to run, its own name included.
fn reached(folder: &str) -> BTreeSet<String> {
    let package = package(folder);
    let tree = cargo(&["tree", "--offline", "-e", "normal", "--prefix", "none", "-p", &package]);
    tree.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect()
}

#[test]
fn crates_name_only_those_below_them() {
    let named: BTreeSet<&str> = ARROWS.iter().map(|(folder, _)| *folder).collect();
    let there = folders("crates");
    assert_eq!(named, there.iter().map(String::as_str).collect(), "crates/ and the table differ");
    // Tests may look from further away, so only what a crate needs to run counts.
    let direct = direct(false);
    let mut findings = Vec::new();
    for (folder, allowed) in ARROWS {
        let allowed: Vec<String> = allowed.iter().map(|below| package(below)).collect();
        let ours = direct[folder].iter().filter(|name| name.starts_with("seloste"));
        findings.extend(
            ours.filter(|name| !allowed.contains(name)).map(|name| format!("{folder} -> {name}")),
        );
    }
    none("crates that name what they must not", findings);
}

#[test]
fn crates_do_not_reach_what_they_must_not() {
    let mut findings = Vec::new();
    for (folder, never) in NEVER {
        let reached = reached(folder);
        assert!(reached.contains(&package(folder)), "cargo tree does not show {folder}");
        findings.extend(
            never
                .iter()
                .filter(|name| reached.contains(**name))
                .map(|name| format!("{folder} ~> {name}")),
        );
    }
    none("crates that reach what they must not", findings);
}

#[test]
fn some_packages_belong_to_one_crate() {
    let mut findings = Vec::new();
    for (folder, names) in direct(false) {
        for (package, owners) in ONLY {
            if names.contains(package) && !owners.contains(&folder.as_str()) {
                findings.push(format!("{folder} names {package}, which belongs to {owners:?}"));
            }
        }
    }
    none("packages outside their crate", findings);
}

/// Where the services live.
const SERVICES: &str = "crates/app/src/services/";

/// Where a source of one service names another of these.
fn strangers(source: &Source, services: &[String]) -> Vec<String> {
    let Some((own, _)) = source.path.strip_prefix(SERVICES).and_then(|path| path.split_once('/'))
    else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for from in ["services", "super"] {
        for other in services.iter().filter(|name| *name != own) {
            let lines = source.find(&[from, "::", other]);
            findings.extend(lines.iter().map(|line| format!("{}:{line} {other}", source.path)));
        }
    }
    let groups = source.find(&["services", "::", "{"]);
    findings.extend(groups.iter().map(|line| format!("{}:{line} names a group", source.path)));
    findings
}

#[test]
fn services_do_not_import_each_other() {
    let services = folders(SERVICES);
    let findings = sources().iter().flat_map(|source| strangers(source, &services)).collect();
    none("services that know each other", findings);
}

#[test]
fn a_service_that_knows_another_is_found() {
    let services = ["booking".to_owned(), "feedback".to_owned()];
    let at =
        |path: &str, text: &str| strangers(&parsed(&[SERVICES, path].concat(), text), &services);
    assert_eq!(at("booking/mod.rs", "use crate::services::feedback::Form;").len(), 1);
    assert_eq!(at("booking/mod.rs", "use super::feedback;").len(), 1);
    assert_eq!(at("booking/mod.rs", "use crate::services::{feedback};").len(), 1);
    assert_eq!(at("booking/pages.rs", "use crate::services::booking::Form;").len(), 0);
    assert_eq!(at("mod.rs", "pub use feedback::Service;").len(), 0);
}
