//! Words that must not be in the repository: places where it was made, and the real bodies whose
//! notices were studied. Written in pieces, so that this file does not contain them.

use crate::none;
use crate::source::{files, text};

/// Halves of words; a match is case-insensitive and must not continue a word to its left.
const HALVES: [(&str, &str); 13] = [
    (".lib", "rary/"),
    ("/wo", "rk/"),
    ("/fa", "rm/"),
    ("fa", "rm-"),
    ("sub", "agent"),
    ("c", "eo"),
    ("developer's ", "session"),
    ("developer ", "session"),
    ("tekniikka-", "tuominen"),
    ("tuki", "net"),
    ("kone", "yritt"),
    ("inu", "vet"),
    ("te-", "live"),
];

/// Written by machines, full of random letters.
fn is_lock(path: &str) -> bool {
    path.ends_with("Cargo.lock") || path.ends_with("package-lock.json")
}

/// Whether the lower-case text has the word, not continuing a word to its left.
fn has(text: &str, word: &str) -> bool {
    let starts_word = word.starts_with(|first: char| first.is_alphanumeric());
    text.match_indices(word).any(|(at, _)| {
        !starts_word || !text[..at].ends_with(|before: char| before.is_alphanumeric())
    })
}

#[test]
fn the_repository_names_no_workplace_and_no_real_body() {
    let mut findings = Vec::new();
    for path in files("").iter().filter(|path| !is_lock(path)) {
        let Some(text) = text(path) else { continue };
        for (number, line) in text.to_lowercase().lines().enumerate() {
            let hits = HALVES.iter().map(|(a, b)| [*a, *b].concat()).filter(|word| has(line, word));
            findings.extend(hits.map(|word| format!("{path}:{} {word}", number + 1)));
        }
    }
    none("words that do not belong here", findings);
}

#[test]
fn a_word_inside_another_is_no_match() {
    assert!(has("see ab-cd now", "ab-cd"));
    assert!(!has("a stab-cd view", "ab-cd"));
    assert!(has("in /x/y", "/x/"));
}
