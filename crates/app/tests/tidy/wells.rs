//! Time and randomness are arguments: one place draws them, so that a test can set the clock and
//! the dice everywhere else.

use crate::none;
use crate::source::{Source, parsed, sources};

/// The one place.
const PLACE: &str = "crates/app/src/main.rs";

/// Ways to draw. Tests are free to use them.
const DRAWS: [&[&str]; 12] = [
    &["Timestamp", "::", "now"],
    &["Zoned", "::", "now"],
    &["SystemTime", "::", "now"],
    &["Instant", "::", "now"],
    &["Utc", "::", "now"],
    &["rand", "::"],
    &["SystemRandom"],
    &["getrandom"],
    &["OsRng"],
    &["SysRng"],
    &["thread_rng"],
    &["RandomizedNonceKey"],
];

/// Reviewed exceptions: start of the path, what it draws, why.
const ALLOWED: [(&str, &str, &str); 3] = [
    ("crates/web/src/", "Instant::now", "time limits of connections are durations, not dates"),
    ("crates/app/src/cli/bench", "Instant::now", "a benchmark measures how long work takes"),
    ("crates/app/src/cli/demo", "Instant::now", "the demo tells how long it took to start"),
];

/// Where a source draws time or randomness without being allowed to.
fn drawn(source: &Source) -> Vec<String> {
    let mut findings = Vec::new();
    for draw in DRAWS {
        let name = draw.concat();
        let allowed =
            ALLOWED.iter().any(|(path, what, _)| source.path.starts_with(path) && *what == name);
        let lines = if allowed { Vec::new() } else { source.find(draw) };
        findings.extend(lines.iter().map(|line| format!("{}:{line} {name}", source.path)));
    }
    findings
}

#[test]
fn time_and_randomness_are_drawn_in_one_place() {
    let others = sources().into_iter().filter(|source| source.path != PLACE);
    let findings = others.flat_map(|source| drawn(&source)).collect();
    none("time or randomness drawn outside main.rs", findings);
}

#[test]
fn a_hidden_clock_is_found() {
    let text = "fn a() { let t = jiff::Timestamp::now(); }\n#[cfg(test)]\nmod t { fn b() { Instant::now(); } }";
    assert_eq!(drawn(&parsed("crates/x/src/a.rs", text)), ["crates/x/src/a.rs:1 Timestamp::now"]);
    let limit = "fn a() {\n    std::time::Instant::now();\n}";
    assert_eq!(drawn(&parsed("crates/web/src/a.rs", limit)), [""; 0]);
    assert_eq!(drawn(&parsed("crates/store/src/a.rs", limit)).len(), 1);
}
