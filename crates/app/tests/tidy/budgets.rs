//! Sizes: small files with one idea, functions that fit on a screen, a kernel that stays small.

use std::collections::BTreeSet;

use crate::none;
use crate::source::{Source, Token, parsed, sources};

const FILE_HARD: usize = 800;
const FILE_P95: usize = 450;
const FILE_MEDIAN: usize = 120;
const FUNCTION: usize = 70;
const KERNEL: usize = 1000;
/// A handler reads what was sent, asks the service, and shows a page.
const HANDLER: usize = 25;
const HANDLER_ARGUMENTS: usize = 5;

/// Reviewed exceptions: path, function, why it is better whole.
const LONG_FUNCTIONS: [(&str, &str, &str); 0] = [];

#[test]
fn files_stay_small() {
    let sources = sources();
    let over = |path: &str, lines: usize| format!("{path}: {lines} lines");
    let hard: Vec<String> = sources
        .iter()
        .filter(|source| source.lines > FILE_HARD)
        .map(|source| over(&source.path, source.lines))
        .collect();
    none("files over the hard limit", hard);
    let mut sizes: Vec<(usize, &str)> = sources
        .iter()
        .filter(|source| source.lines > 0)
        .map(|source| (source.lines, source.path.as_str()))
        .collect();
    sizes.sort_unstable();
    let (median, _) = sizes[sizes.len() / 2];
    assert!(median <= FILE_MEDIAN, "the median file has {median} lines, at most {FILE_MEDIAN}");
    let large = sizes.iter().filter(|(lines, _)| *lines > FILE_P95);
    let large: Vec<String> = large.map(|(lines, path)| over(path, *lines)).collect();
    let few = sizes.len() / 20;
    assert!(large.len() <= few, "more than {few} files over {FILE_P95}:\n  {}", large.join("\n  "));
}

#[test]
fn functions_fit_on_a_screen() {
    let mut findings = Vec::new();
    let mut used = Vec::new();
    for source in sources() {
        for (name, first, last) in &source.functions {
            let lines = last - first + 1;
            let excused = LONG_FUNCTIONS
                .iter()
                .find(|(path, function, _)| *path == source.path && function == name);
            match excused {
                _ if lines <= FUNCTION => {}
                Some(excused) => used.push(*excused),
                None => findings.push(format!("{}:{first} {name}: {lines} lines", source.path)),
            }
        }
    }
    none("functions that are too long", findings);
    assert_eq!(used.len(), LONG_FUNCTIONS.len(), "an exception is no longer needed: keep {used:?}");
}

#[test]
fn handlers_stay_thin() {
    let sources = sources();
    let routed: BTreeSet<(String, String)> = sources.iter().flat_map(routed).collect();
    assert!(routed.len() > 60, "only {} handlers are found", routed.len());
    let mut findings = Vec::new();
    let mut seen = BTreeSet::new();
    for source in &sources {
        for (name, first, last) in &source.functions {
            if !routed.contains(&(source.path.clone(), name.clone())) {
                continue;
            }
            seen.insert((source.path.clone(), name.clone()));
            let (lines, arguments) = (last - first + 1, arguments(source, name, *first));
            if lines > HANDLER || arguments > HANDLER_ARGUMENTS {
                let size = format!("{lines} lines, {arguments} arguments");
                findings.push(format!("{}:{first} {name}: {size}", source.path));
            }
        }
    }
    none("handlers that do too much", findings);
    let lost = routed.difference(&seen).map(|(path, name)| format!("{path}: {name}"));
    none("routes to functions that are not found", lost.collect());
}

/// The functions that a file's routes name, each with the file it is in: what stands in the brackets
/// of `get`, `post` and their like inside `.route(…)`, and in `routes!(…)` of the interface.
fn routed(source: &Source) -> Vec<(String, String)> {
    const METHODS: [&str; 6] = ["get", "post", "put", "delete", "patch", "any"];
    if !source.path.starts_with("crates/app/src/") {
        return Vec::new();
    }
    let text = |at: usize| source.tokens.get(at).map_or("", |token: &Token| token.text.as_str());
    let (mut found, mut depth) = (Vec::new(), None);
    for at in 0..source.tokens.len() {
        if text(at) == "." && text(at + 1) == "route" && text(at + 2) == "(" {
            depth = Some(0);
        }
        depth = match (depth, text(at)) {
            (Some(depth), "(") => Some(depth + 1),
            (Some(1), ")") => None,
            (Some(depth), ")") => Some(depth - 1),
            (depth, _) => depth,
        };
        let macro_ = text(at) == "routes" && text(at + 1) == "!" && text(at + 2) == "(";
        let method = depth.is_some() && METHODS.contains(&text(at)) && text(at + 1) == "(";
        let start = at + if macro_ { 3 } else { 2 };
        let end = (start..start + 12).find(|end| text(*end) == ")").filter(|_| macro_ || method);
        let Some(end) = end else { continue };
        for path in (start..end).map(text).collect::<Vec<_>>().split(|text| *text == ",") {
            let path: Vec<&str> = path.iter().copied().filter(|text| *text != "::").collect();
            if let Some((name, modules)) = path.split_last() {
                found.push((file_of(&source.path, modules), (*name).to_owned()));
            }
        }
    }
    found
}

/// Where a module named in a file lies.
fn file_of(path: &str, modules: &[&str]) -> String {
    if modules.is_empty() {
        return path.to_owned();
    }
    let folder = match path.strip_suffix("/mod.rs") {
        Some(folder) => folder.to_owned(),
        None => path.trim_end_matches(".rs").to_owned(),
    };
    let beside = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let there = |folder: &str| format!("{folder}/{}.rs", modules.join("/"));
    let inside = format!("{folder}/{}/mod.rs", modules.join("/"));
    let all = [there(&folder), inside, there(beside)];
    let found = all.iter().find(|path| crate::source::text(path).is_some());
    found.unwrap_or(&all[0]).clone()
}

/// How many arguments the function that starts at this line takes.
fn arguments(source: &Source, name: &str, line: usize) -> usize {
    let start = source
        .tokens
        .windows(2)
        .position(|pair| pair[0].text == "fn" && pair[0].line == line && pair[1].text == name);
    let Some(start) = start else { return 0 };
    let (mut depth, mut count, mut given) = (0_usize, 0, false);
    for token in source.tokens.iter().skip(start + 2) {
        match token.text.as_str() {
            "(" | "[" | "<" => depth += 1,
            ")" | "]" | ">" => depth -= 1,
            "," if depth == 1 => (count, given) = (count + usize::from(given), false),
            _ if depth >= 1 => given = true,
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    count + usize::from(given)
}

#[test]
fn routes_and_arguments_are_found() {
    let source = parsed(
        "crates/app/src/x.rs",
        "fn r() { a().route(P, get(one).post(two)); }\n\
         async fn one(ctx: Ctx, State(app): State<Arc<App>>,) -> A {}\nasync fn two() {}\n",
    );
    let names: Vec<String> = routed(&source).into_iter().map(|(_, name)| name).collect();
    assert_eq!(names, ["one", "two"]);
    assert_eq!((arguments(&source, "one", 2), arguments(&source, "two", 3)), (2, 0));
}

#[test]
fn the_kernel_stays_small() {
    let kernel = sources().into_iter().filter(|source| source.path.starts_with("crates/kernel/"));
    let lines: usize = kernel.map(|source| source.lines).sum();
    assert!(lines > 0 && lines <= KERNEL, "the kernel has {lines} lines, at most {KERNEL}");
}
