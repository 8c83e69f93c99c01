//! The documents tell the truth: crates, dependencies, links and paths that they name are there.

use std::collections::BTreeSet;

use crate::arrows::direct;
use crate::none;
use crate::source::{files, folders, root, rust_tests, text};

fn markdown() -> Vec<(String, String)> {
    let paths = files("").into_iter().filter(|path| path.ends_with(".md"));
    paths.map(|path| (text(&path).unwrap(), path)).map(|(text, path)| (path, text)).collect()
}

/// Pieces of a text between two marks, on one line.
fn between<'a>(text: &'a str, open: &'a str, close: &'a str) -> impl Iterator<Item = &'a str> {
    text.lines().flat_map(move |line| {
        line.split(open)
            .skip(1)
            .filter_map(move |rest| rest.split_once(close).map(|(piece, _)| piece))
    })
}

#[test]
fn the_architecture_lists_the_crates() {
    let architecture = text("ARCHITECTURE.md").unwrap_or_default();
    let ends_name = |c: char| !c.is_ascii_alphanumeric() && c != '-';
    let named: BTreeSet<&str> = architecture
        .split("crates/")
        .skip(1)
        .filter_map(|rest| rest.split(ends_name).next())
        .filter(|name| !name.is_empty())
        .collect();
    let there = folders("crates");
    assert_eq!(named, there.iter().map(String::as_str).collect(), "as `crates/<name>`");
}

#[test]
fn links_lead_somewhere() {
    let mut findings = Vec::new();
    for (path, text) in markdown() {
        let folder = root().join(&path).parent().unwrap().to_owned();
        for target in between(&text, "](", ")") {
            let target = target.split(['#', ' ']).next().unwrap_or_default();
            let outside =
                target.is_empty() || target.contains("://") || target.starts_with("mailto:");
            if !outside && !folder.join(target).exists() {
                findings.push(format!("{path}: {target}"));
            }
        }
    }
    none("links to nothing", findings);
}

#[test]
fn paths_in_documents_exist() {
    let mut findings = Vec::new();
    for (path, text) in markdown() {
        for piece in text.split('`').skip(1).step_by(2) {
            let is_path =
                ["crates/", "docs/", "notices/"].iter().any(|start| piece.starts_with(start));
            let is_pattern =
                piece.contains(['<', '*', '{', ' ', '\n', '…']) || piece.contains("NNNN");
            let plain = piece.split(':').next().unwrap_or_default();
            if is_path && !is_pattern && !root().join(plain).exists() {
                findings.push(format!("{path}: {piece}"));
            }
        }
    }
    none("paths that are not there", findings);
}

#[test]
fn every_dependency_has_its_reason() {
    let document = text("docs/dependencies.md").unwrap();
    let rows = document.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
    let explained: Vec<(&str, &str)> = rows.collect();
    let direct: BTreeSet<String> =
        direct(true).into_values().flatten().filter(|name| !name.starts_with("seloste")).collect();
    let mut findings = Vec::new();
    for name in &direct {
        match explained.iter().filter(|(row, _)| row == name).count() {
            1 => {}
            count => findings.push(format!("{name} has {count} rows")),
        }
    }
    for (name, rest) in explained {
        if !direct.contains(name) {
            findings.push(format!("{name} is explained and not used"));
        }
        if rest.rsplit('|').nth(1).is_none_or(|reason| reason.trim().len() < 10) {
            findings.push(format!("{name} has no reason"));
        }
    }
    none("docs/dependencies.md and the manifests differ", findings);
}

#[test]
fn mistakes_of_others_are_noticed_by_tests_that_exist() {
    let document = text("docs/threat-model.md").unwrap();
    let rows: Vec<&str> = document.lines().filter(|line| line.starts_with("| H")).collect();
    let tests = rust_tests();
    let mut findings = Vec::new();
    for (number, row) in (1..).zip(&rows) {
        let proof = row.rsplit('|').nth(1).unwrap_or_default();
        let named: Vec<&str> = proof.split('`').skip(1).step_by(2).collect();
        if !row.starts_with(&format!("| H{number} |")) || named.is_empty() {
            findings.push(format!("{row}: out of order, or without a test"));
        }
        let missing = named.iter().filter(|name| !tests.contains(**name));
        findings.extend(missing.map(|name| format!("H{number}: there is no test {name}")));
    }
    assert_eq!(rows.len(), 13);
    none("docs/threat-model.md says what is not so", findings);
}

#[test]
fn threats_are_answered_by_tests_that_exist() {
    let document = text("docs/threat-model.md").unwrap();
    let rows: Vec<&str> = document.lines().filter(|line| line.starts_with("| T")).collect();
    let tests = rust_tests();
    let mut findings = Vec::new();
    let mut before = 0;
    for row in &rows {
        let number = row.trim_start_matches("| T").split(' ').next().unwrap_or_default();
        let number: usize = number.parse().unwrap_or_default();
        let state = row.rsplit('|').nth(1).unwrap_or_default().trim();
        let (word, proof) = state.split_once(": ").unwrap_or((state, ""));
        let named: Vec<&str> = proof.split('`').skip(1).step_by(2).collect();
        let sound = match word {
            "built" => !named.is_empty(),
            "partly" => true,
            "planned" => named.is_empty(),
            _ => false,
        };
        if number <= before || !sound {
            findings.push(format!("{row}: out of order, or its state is unclear"));
        }
        before = number;
        let missing = named.iter().filter(|name| !tests.contains(**name));
        findings.extend(missing.map(|name| format!("T{number}: there is no test {name}")));
    }
    assert!(rows.len() >= 84, "{}", rows.len());
    none("docs/threat-model.md says what is not so", findings);
}
