//! Rules of the repository that no compiler knows, kept by tests: who may depend on whom, where
//! time and randomness come from, how large files grow, where words live, which promises are
//! proved, and that the documents tell the truth. Runs in seconds: `cargo test --test tidy`.

#![expect(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod arrows;
mod budgets;
mod documents;
mod names;
mod promises;
mod source;
#[path = "../../src/traceability.rs"]
mod traceability;
mod wells;
mod words;

/// Fails with every finding at once, one per line, so that one run shows the whole work.
fn none(rule: &str, findings: Vec<String>) {
    assert!(findings.is_empty(), "{rule}: {}\n  {}", findings.len(), findings.join("\n  "));
}
