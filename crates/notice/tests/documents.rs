//! Generated documents are what their sources say. `SELOSTE_UPDATE=1` writes them anew.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::path::Path;

use seloste_notice::{checks, grammar};

const MARK: &str =
    "<!-- The reference below is generated from crates/notice/src/grammar/table.rs. -->\n";

fn docs(file: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs").join(file)
}

#[track_caller]
fn same(file: &str, wanted: &str) {
    let path = docs(file);
    if std::env::var_os("SELOSTE_UPDATE").is_some() {
        std::fs::write(&path, wanted).unwrap();
    }
    let there = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(there == wanted, "docs/{file} is old: run with SELOSTE_UPDATE=1");
}

#[test]
fn the_manual_of_checks_is_current() {
    same("checks.md", &checks::manual());
}

#[test]
fn the_reference_of_the_language_is_current() {
    let page = std::fs::read_to_string(docs("notice-language.md")).unwrap();
    let (written, _) = page.split_once(MARK).unwrap();
    same("notice-language.md", &format!("{written}{MARK}\n{}", grammar::markdown()));
}
