//! Sizes: small files with one idea, functions that fit on a screen, a kernel that stays small.

use crate::none;
use crate::source::sources;

const FILE_HARD: usize = 800;
const FILE_P95: usize = 450;
const FILE_MEDIAN: usize = 120;
const FUNCTION: usize = 70;
const KERNEL: usize = 1000;

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
fn the_kernel_stays_small() {
    let kernel = sources().into_iter().filter(|source| source.path.starts_with("crates/kernel/"));
    let lines: usize = kernel.map(|source| source.lines).sum();
    assert!(lines > 0 && lines <= KERNEL, "the kernel has {lines} lines, at most {KERNEL}");
}
