//! Words for people live in Fluent files, complete in three languages, and each is used.

use std::collections::{BTreeMap, BTreeSet};

use seloste_kernel::{Lang, Words};

use crate::none;
use crate::source::{Source, files, folders, sources, string_of, text};

/// Sources that may hold Finnish or Swedish letters, and why.
const FOREIGN: [(&str, &str); 2] = [
    ("crates/notice/src/adopt", "reads Finnish notices, so it knows their words"),
    ("crates/notice/src/checks/", "looks for words in the sentences of notices"),
];

/// The call whose first string is the key of a text.
const CALL: &str = "say";

/// A sample of the notice language carries texts in the notice's languages, as any notice does.
fn is_notice(string: &str) -> bool {
    string.contains("fi \\\"") || string.contains("fi \"")
}

#[test]
fn no_finnish_or_swedish_in_rust() {
    let foreign = |source: &Source| FOREIGN.iter().any(|(path, _)| source.path.starts_with(path));
    let mut findings = Vec::new();
    for source in sources().iter().filter(|source| !foreign(source)) {
        for token in &source.tokens {
            let string = string_of(&token.text).unwrap_or_default();
            if string.contains(['å', 'ä', 'ö', 'Å', 'Ä', 'Ö']) && !is_notice(string) {
                findings.push(format!("{}:{} {string:?}", source.path, token.line));
            }
        }
    }
    none("words that belong in locales/", findings);
}

/// The words of each crate that has any.
fn words() -> BTreeMap<String, Words> {
    let mut all = BTreeMap::new();
    for folder in folders("crates") {
        let mut texts = Vec::new();
        for lang in Lang::ALL {
            for path in files(&format!("crates/{folder}/locales/{}", lang.tag())) {
                texts.push((lang, text(&path).unwrap(), path));
            }
        }
        let texts: Vec<(Lang, &str, &str)> =
            texts.iter().map(|(lang, text, path)| (*lang, path.as_str(), text.as_str())).collect();
        if !texts.is_empty() {
            let words = Words::new(&texts).unwrap_or_else(|error| panic!("{folder}: {error}"));
            all.insert(folder, words);
        }
    }
    all
}

#[test]
fn every_text_is_in_three_languages() {
    let mut findings = Vec::new();
    for (folder, words) in words() {
        let gaps = words.gaps().into_iter();
        findings.extend(gaps.map(|(lang, key)| format!("{folder}: `{key}` lacks {}", lang.tag())));
    }
    none("texts missing in a language", findings);
}

/// Keys that the source asks for in place, as a string or as a pattern with `{…}`.
fn asked(source: &Source) -> Vec<(usize, String)> {
    let mut asked = Vec::new();
    for (at, pair) in source.tokens.windows(2).enumerate() {
        if pair[0].text == CALL && pair[1].text == "(" {
            let inside =
                source.tokens[at + 2..].iter().take(8).take_while(|token| token.text != ")");
            let key = inside.filter_map(|token| Some((token.line, string_of(&token.text)?))).next();
            asked.extend(key.map(|(line, key)| (line, key.to_owned())));
        }
    }
    asked
}

/// Whether the texts have what is asked for. A pattern that is all holes says nothing, and a word
/// without a hyphen is a part of a key and no key.
fn answered(asked: &str, keys: &BTreeSet<&str>) -> bool {
    let vague = asked.split('{').next().is_none_or(|start| start.len() <= 2);
    let is_pattern = asked.contains('{');
    let known = || keys.iter().any(|key| makes(asked, key));
    !asked.contains('-') || (is_pattern && vague) || known()
}

#[test]
fn every_text_that_is_asked_for_exists() {
    let words = words();
    let keys: BTreeSet<&str> = words.values().flat_map(Words::keys).collect();
    let mut findings = Vec::new();
    // The kernel's own calls are the mechanism; it has no texts.
    for source in sources().iter().filter(|source| !source.path.starts_with("crates/kernel/")) {
        let missing = asked(source).into_iter().filter(|(_, key)| !answered(key, &keys));
        findings.extend(missing.map(|(line, key)| format!("{}:{line} {key:?}", source.path)));
    }
    none("texts that are asked for and not there", findings);
}

/// Ends that the source puts behind the whole name of something, and how such names begin.
const ENDS: [(&str, &str); 4] = [
    ("-then", "console-set-up-"),
    ("-what", "console-set-up-"),
    ("-why", "console-step-"),
    // What to do about a fault.
    ("-next", ""),
];

/// Whether the key is the name of something in the source, with an end.
fn ended(key: &str, strings: &BTreeSet<&str>) -> bool {
    ENDS.iter().any(|(end, start)| {
        key.strip_suffix(end).is_some_and(|name| name.starts_with(start) && strings.contains(name))
    })
}

/// Whether a string of the source makes this key: as it is, or as a pattern with `{…}` or an
/// open end at a hyphen. One that begins with a hole would make every key with its end.
fn makes(string: &str, key: &str) -> bool {
    if string == key {
        return true;
    }
    let Some((start, _)) = string.split_once('{') else {
        return string.len() > 2 && string.ends_with('-') && key.starts_with(string);
    };
    let end = string.rsplit_once('}').map_or("", |(_, end)| end);
    let longer = start.len() + end.len() < key.len();
    start.len() > 2 && longer && key.starts_with(start) && key.ends_with(end)
}

/// Whether the key is two strings of the source with a hyphen between, as a name and a part.
fn joined(key: &str, strings: &BTreeSet<&str>) -> bool {
    let mut hyphens = key.match_indices('-');
    hyphens.any(|(at, _)| strings.contains(&key[..at]) && strings.contains(&key[at + 1..]))
}

#[test]
fn every_text_is_used() {
    let sources = sources();
    let strings: BTreeSet<&str> = sources
        .iter()
        .flat_map(|source| &source.tokens)
        .filter_map(|token| string_of(&token.text))
        .collect();
    let all = words();
    let mut findings = Vec::new();
    for (folder, words) in &all {
        // A text may also be used by another text.
        let texts: String = files(&format!("crates/{folder}/locales"))
            .iter()
            .filter_map(|path| text(path))
            .collect();
        let checks = text("crates/notice/locales/fi/checks.ftl").unwrap();
        let of_check = |key: &str| checks.lines().any(|line| line.starts_with(&format!("{key} =")));
        let unused = words.keys().into_iter().filter(|key| {
            let made = strings.iter().any(|string| makes(string, key)) || ended(key, &strings);
            let in_check = of_check(key) && joined(key, &strings);
            !(made || in_check || texts.contains(&format!("{{ {key} }}")))
        });
        findings.extend(unused.map(|key| format!("{folder}: `{key}`")));
    }
    none("texts that nothing uses", findings);
}

#[test]
fn patterns_make_keys() {
    assert!(makes("state-{}", "state-kept"));
    assert!(makes("check-", "check-title"));
    assert!(!makes("{code}-mend", "n001-mend"));
    assert!(ended("fault-full-next", &BTreeSet::from(["fault-full"])));
    assert!(!ended("fault-full-next", &BTreeSet::from(["fault"])));
    assert!(joined("no-basis-mend", &BTreeSet::from(["no-basis", "mend"])));
    assert!(!joined("no-basis-mend", &BTreeSet::from(["no-basis", "why"])));
    assert!(!makes("{}", "anything"));
    assert!(!makes("state-{}", "state-"));
}
