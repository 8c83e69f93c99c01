//! The repository as the rules see it: files, and Rust sources as tokens without their tests.
//!
//! `proc-macro2` reads the tokens, so comments, strings and brackets are what the compiler takes
//! them for and not what a search for text would guess.

use std::collections::BTreeSet;
use std::fs;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

/// The folder with the workspace's `Cargo.toml`.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// All files below a folder of the repository, as paths relative to its root, sorted. What git
/// never sees (build output, packages of npm, hidden folders) is left out.
pub fn files(below: &str) -> Vec<String> {
    let root = root();
    let mut found = Vec::new();
    let mut open = vec![root.join(below)];
    while let Some(folder) = open.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for entry in entries {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let skipped = ["target", "node_modules", ".git"].contains(&name.as_str())
                || (name.starts_with('.') && name != ".ci" && path.is_dir())
                || fs::symlink_metadata(&path).is_ok_and(|data| data.is_symlink());
            if path.is_dir() && !skipped {
                open.push(path);
            } else if path.is_file() && !skipped {
                found.push(path.strip_prefix(&root).unwrap().to_string_lossy().into_owned());
            }
        }
    }
    found.sort();
    found
}

/// Names of the folders directly below a folder of the repository, sorted.
pub fn folders(below: &str) -> Vec<String> {
    let Ok(entries) = fs::read_dir(root().join(below)) else { return Vec::new() };
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// The text of a file; nothing when it is missing or no text.
pub fn text(path: &str) -> Option<String> {
    fs::read_to_string(root().join(path)).ok()
}

/// A token with its line. `::` and `->` are one token each, a bracket is one token per side.
#[derive(Clone, Debug)]
pub struct Token {
    pub line: usize,
    pub text: String,
}

/// One Rust source.
pub struct Source {
    /// Relative to the root of the repository.
    pub path: String,
    /// Code outside `#[cfg(test)]` items and doc comments.
    pub tokens: Vec<Token>,
    /// Code of `#[cfg(test)]` items.
    pub test_tokens: Vec<Token>,
    /// Lines of the file without those of `#[cfg(test)]` items.
    pub lines: usize,
    /// Functions outside tests: name, first line, last line.
    pub functions: Vec<(String, usize, usize)>,
}

impl Source {
    /// Where consecutive tokens read as given, as line numbers.
    pub fn find(&self, wanted: &[&str]) -> Vec<usize> {
        self.tokens
            .windows(wanted.len())
            .filter(|window| window.iter().zip(wanted).all(|(token, text)| token.text == *text))
            .map(|window| window[0].line)
            .collect()
    }
}

/// The content of a string literal as written, escapes left as they are; nothing for other tokens.
pub fn string_of(token: &str) -> Option<&str> {
    let body = token.trim_start_matches(['b', 'c', 'r', '#']);
    let is_string = body.starts_with('"') && !token.starts_with('\'');
    is_string.then(|| body.trim_end_matches('#').trim_matches('"'))
}

/// The Rust sources of all crates, tests folders left out.
pub fn sources() -> Vec<Source> {
    let in_src = |path: &String| path.ends_with(".rs") && path.split('/').nth(2) == Some("src");
    files("crates").into_iter().filter(in_src).map(|path| read(&path)).collect()
}

/// Reads one Rust file.
pub fn read(path: &str) -> Source {
    let content = text(path).unwrap_or_else(|| panic!("{path} is no text"));
    parsed(path, &content)
}

/// A Rust source of this text, as if it were at this path.
pub fn parsed(path: &str, content: &str) -> Source {
    let stream: TokenStream =
        content.parse().unwrap_or_else(|error| panic!("{path} has no Rust in it: {error}"));
    let trees: Vec<TokenTree> = stream.into_iter().collect();
    let mut walk = Walk::default();
    walk.level(&trees, is_test_file(path));
    let test_lines: usize =
        walk.test_ranges.iter().map(|range| range.end() - range.start() + 1).sum();
    Source {
        path: path.to_owned(),
        tokens: walk.tokens,
        test_tokens: walk.test_tokens,
        lines: if is_test_file(path) { 0 } else { content.lines().count() - test_lines },
        functions: walk.functions,
    }
}

/// A file that its parent includes with `#[cfg(test)] mod tests;`.
fn is_test_file(path: &str) -> bool {
    path.ends_with("/tests.rs")
        || path.ends_with("_tests.rs")
        || path.contains("/src/tests/")
        || path.contains("/tests/tests/")
}

#[derive(Default)]
struct Walk {
    tokens: Vec<Token>,
    test_tokens: Vec<Token>,
    test_ranges: Vec<RangeInclusive<usize>>,
    functions: Vec<(String, usize, usize)>,
}

impl Walk {
    fn level(&mut self, trees: &[TokenTree], in_test: bool) {
        let mut at = 0;
        while at < trees.len() {
            if let Some(after) = doc_comment(trees, at) {
                at = after;
            } else if !in_test && is_cfg_test(trees, at) {
                let end = item_end(trees, at + 2);
                self.level(&trees[at..end], true);
                self.test_ranges.push(line(&trees[at])..=end_line(&trees[end - 1]));
                at = end;
            } else {
                if !in_test {
                    self.function(trees, at);
                }
                at = self.token(trees, at, in_test);
            }
        }
    }

    /// Writes down one token, or a group with all its tokens; returns the next position.
    fn token(&mut self, trees: &[TokenTree], at: usize, in_test: bool) -> usize {
        let tree = &trees[at];
        match tree {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                self.push(line(tree), open.to_owned(), in_test);
                self.level(&group.stream().into_iter().collect::<Vec<_>>(), in_test);
                self.push(end_line(tree), close.to_owned(), in_test);
                at + 1
            }
            TokenTree::Punct(punct) if punct.spacing() == Spacing::Joint => {
                let pair = match trees.get(at + 1) {
                    Some(TokenTree::Punct(next)) => {
                        format!("{}{}", punct.as_char(), next.as_char())
                    }
                    _ => String::new(),
                };
                let joined = pair == "::" || pair == "->";
                self.push(line(tree), if joined { pair } else { tree.to_string() }, in_test);
                at + if joined { 2 } else { 1 }
            }
            _ => {
                self.push(line(tree), tree.to_string(), in_test);
                at + 1
            }
        }
    }

    fn push(&mut self, line: usize, text: String, in_test: bool) {
        let list = if in_test { &mut self.test_tokens } else { &mut self.tokens };
        list.push(Token { line, text });
    }

    /// Notes a function that starts here. A declaration without a body has no length.
    fn function(&mut self, trees: &[TokenTree], at: usize) {
        let [TokenTree::Ident(word), TokenTree::Ident(name), rest @ ..] = &trees[at..] else {
            return;
        };
        if word != "fn" {
            return;
        }
        let body =
            rest.iter().take_while(|tree| tree.to_string() != ";").find(|tree| is_brace(tree));
        if let Some(body) = body {
            self.functions.push((name.to_string(), line(&trees[at]), end_line(body)));
        }
    }
}

fn is_brace(tree: &TokenTree) -> bool {
    matches!(tree, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
}

fn line(tree: &TokenTree) -> usize {
    tree.span().start().line
}

fn end_line(tree: &TokenTree) -> usize {
    tree.span().end().line
}

/// The content of an attribute that starts here, spaces removed, and the position of its bracket.
fn attribute(trees: &[TokenTree], at: usize) -> Option<(String, usize)> {
    let TokenTree::Punct(hash) = trees.get(at)? else { return None };
    let inner = matches!(trees.get(at + 1)?, TokenTree::Punct(mark) if mark.as_char() == '!');
    let bracket = at + if inner { 2 } else { 1 };
    match trees.get(bracket)? {
        TokenTree::Group(group)
            if hash.as_char() == '#' && group.delimiter() == Delimiter::Bracket =>
        {
            Some((group.stream().to_string().replace(' ', ""), bracket))
        }
        _ => None,
    }
}

/// The position after a doc comment that starts here.
fn doc_comment(trees: &[TokenTree], at: usize) -> Option<usize> {
    let (content, bracket) = attribute(trees, at)?;
    content.starts_with("doc=").then_some(bracket + 1)
}

fn is_cfg_test(trees: &[TokenTree], at: usize) -> bool {
    attribute(trees, at).is_some_and(|(content, _)| content == "cfg(test)")
}

/// The position after the item: its first braces or its semicolon.
fn item_end(trees: &[TokenTree], from: usize) -> usize {
    let ends = |tree: &TokenTree| {
        is_brace(tree) || matches!(tree, TokenTree::Punct(mark) if mark.as_char() == ';')
    };
    trees[from..].iter().position(ends).map_or(trees.len(), |offset| from + offset + 1)
}

#[test]
fn tests_comments_and_strings_are_told_apart() {
    let source = parsed(
        "crates/x/src/y.rs",
        "/// doc\nfn a() {\n  b(\"c\");\n}\n#[cfg(test)]\nmod t {\n  fn d() {}\n}\nfn e();\n",
    );
    assert_eq!(source.functions, [("a".to_owned(), 2, 4)]);
    assert_eq!(source.lines, 5);
    assert!(source.tokens.iter().all(|token| !token.text.contains("doc") && token.text != "d"));
    assert!(source.test_tokens.iter().any(|token| token.text == "d"));
    assert_eq!(source.find(&["b", "("]), [3]);
    assert_eq!(string_of("r#\"x\"#"), Some("x"));
    assert_eq!(string_of("b\"x\""), Some("x"));
    assert_eq!(string_of("bare"), None);
}

/// The names of the tests in Rust that run: functions under a `test` attribute that are not left out,
/// and what `each_engine!` makes one of for each database.
pub fn rust_tests() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for path in files("crates").into_iter().filter(|path| path.ends_with(".rs")) {
        let source = read(&path);
        for tokens in [source.tokens, source.test_tokens] {
            let words: Vec<&str> = tokens.iter().map(|token| token.text.as_str()).collect();
            for (place, word) in words.iter().enumerate() {
                let after = words.iter().skip(place + 1).map(|word| (*word).to_owned());
                match *word {
                    "fn" if is_test(&words[..place]) => names.extend(after.take(1)),
                    "each_engine" => names.extend(after.skip(2).take_while(|word| word != ")")),
                    _ => {}
                }
            }
        }
    }
    names
}

/// Whether what stands before a function makes it a test that runs.
fn is_test(before: &[&str]) -> bool {
    let begins = before.iter().rposition(|word| ["{", "}", ";"].contains(word));
    let attributes = &before[begins.map_or(0, |place| place + 1)..];
    attributes.contains(&"test") && !attributes.contains(&"ignore")
}

#[test]
fn a_test_is_a_function_that_runs() {
    let words = |text: &'static str| text.split(' ').collect::<Vec<_>>();
    assert!(is_test(&words("} # [ tokio :: test ] async")));
    assert!(!is_test(&words("# [ test ] fn a ( ) { } pub")));
    assert!(!is_test(&words("} # [ test ] # [ ignore ]")));
}
