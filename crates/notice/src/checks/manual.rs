//! `docs/checks.md`: every check with its law, its words and its samples, generated.

use std::fmt::Write as _;

use seloste_kernel::Lang;

use super::{ALL, Check, Level, Sample, explain};
use crate::finding::Confidence;

/// The page, in the language of the documentation (English).
pub fn manual() -> String {
    let mut page = String::from(
        "# Checks\n\n\
         What `seloste check` looks for. Generated from `crates/notice/src/checks/`: edit there, then run\n\
         `SELOSTE_UPDATE=1 cargo test -p seloste-notice --test documents`. Codes never change their meaning.\n\
         This is engineering, not legal advice: where a law is \"not yet looked up\", it is cited from memory\n\
         and a lawyer should read it before the check blocks a publication; \"unsure\" is contested.\n\n\
         | Code | Name | Level | Rule | Law | Sure? |\n| --- | --- | --- | --- | --- | --- |\n",
    );
    for check in ALL {
        let title = explain(check.code, Lang::En).map(|told| told.title).unwrap_or_default();
        // Writing to a string cannot fail.
        let _ = writeln!(
            page,
            "| [{}](#{}) | `{}` | {} | {title} | {} | {} |",
            check.code,
            check.code.to_lowercase(),
            check.slug,
            level(check.level),
            law(check),
            sure(check.law.confidence),
        );
    }
    for check in ALL {
        section(check, &mut page);
    }
    page
}

fn section(check: &Check, page: &mut String) {
    let Some(told) = explain(check.code, Lang::En) else { return };
    let _ = writeln!(
        page,
        "\n## {}\n\n**{}** (`{}`, {}). {}\n\nMend: {}\n\nLaw: {} ({}; {}).",
        check.code,
        told.title,
        check.slug,
        level(check.level),
        told.why,
        told.mend,
        law(check),
        check.law.looked_up,
        sure(check.law.confidence),
    );
    samples("Fails", check.fails, page);
    samples("Passes", check.passes, page);
}

fn samples(heading: &str, samples: &[Sample], page: &mut String) {
    for sample in samples {
        match sample {
            Sample::Whole(text) => {
                let _ = writeln!(page, "\n{heading}:\n\n```kdl\n{}\n```", text.trim());
            }
            Sample::Part { without: [], with: "" } => {
                let _ = writeln!(page, "\n{heading}: the smallest clean notice.");
            }
            Sample::Part { without, with: "" } => {
                let _ = writeln!(page, "\n{heading}: a notice without `{}`.", without.join("`, `"));
            }
            Sample::Part { with, .. } => {
                let _ = writeln!(page, "\n{heading}:\n\n```kdl\n{}\n```", even(with));
            }
        }
    }
}

/// The sample without the indentation that it has inside a notice.
fn even(text: &str) -> String {
    let lines: Vec<&str> =
        text.trim().lines().map(|line| line.strip_prefix("    ").unwrap_or(line)).collect();
    lines.join("\n")
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Info => "info",
    }
}

fn law(check: &Check) -> &'static str {
    if check.law.article.is_empty() { "the language itself" } else { check.law.article }
}

fn sure(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Sure => "sure",
        Confidence::Likely => "likely",
        Confidence::Unsure => "unsure",
    }
}
