//! `docs/checks.md`: every check with its law, its words and its samples, generated.

use std::fmt::Write as _;

use seloste_kernel::Lang;

use super::{ALL, Check, Level, Sample, explain};
use crate::laws::{Confidence, provisions};

/// The page, in the language of the documentation (English).
pub fn manual() -> String {
    let mut page = String::from(
        "# Checks\n\n\
         What `seloste check` looks for. Generated from `crates/notice/src/checks/`: edit there, then run\n\
         `SELOSTE_UPDATE=1 cargo test -p seloste-notice --test documents`. Codes never change their meaning.\n\
         This is engineering, not legal advice. \"Sure\": the provision was read and says so in plain words.\n\
         \"Likely\": a reliable account of it was read, or it follows in settled practice. \"Unsure\": contested,\n\
         so such a check only warns. [What was read, when and where](#the-law-as-it-was-read) is at the end.\n\n\
         | Code | Name | Level | Rule | Law | Looked up | Sure? |\n\
         | --- | --- | --- | --- | --- | --- | --- |\n",
    );
    for check in ALL {
        let title = explain(check.code, Lang::En).map(|told| told.title).unwrap_or_default();
        // Writing to a string cannot fail.
        let _ = writeln!(
            page,
            "| [{}](#{}) | `{}` | {} | {title} | {} |",
            check.code,
            check.code.to_lowercase(),
            check.slug,
            level(check.level),
            law(check),
        );
    }
    for check in ALL {
        section(check, &mut page);
    }
    law_as_read(&mut page);
    page
}

fn section(check: &Check, page: &mut String) {
    let Some(told) = explain(check.code, Lang::En) else { return };
    let _ = writeln!(
        page,
        "\n## {}\n\n**{}** (`{}`, {}). {}\n\nMend: {}\n\nLaw: {}.",
        check.code,
        told.title,
        check.slug,
        level(check.level),
        told.why,
        told.mend,
        if told.law_said.is_empty() { OWN } else { &told.law_said },
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

/// Said of rules that no law makes.
const OWN: &str = "the language itself";

/// The last three cells of a check's row.
fn law(check: &Check) -> String {
    let law = check.law;
    if law.citations().is_empty() {
        return format!("{OWN} | | ");
    }
    let looked_up = law.looked_up().map_or_else(|| "no".to_owned(), |day| day.to_string());
    format!("{} | {looked_up} | {}", law.article(), sure(law.confidence()))
}

fn law_as_read(page: &mut String) {
    page.push_str(
        "\n## The law as it was read\n\n\
         Each provision that a check cites, in our own words. Generated from `crates/notice/data/laws.json`.\n\
         Public copies were read, not the Official Journal; a lawyer should compare them before relying on this.\n\n\
         | Provision | Says | Looked up | At | Sure? |\n| --- | --- | --- | --- | --- |\n",
    );
    for provision in provisions() {
        let _ = writeln!(
            page,
            "| {} | {} | {} | {} | {} |",
            provision.citation,
            provision.says,
            provision.looked_up,
            provision.at,
            sure(provision.confidence),
        );
    }
}

fn sure(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Sure => "sure",
        Confidence::Likely => "likely",
        Confidence::Unsure => "unsure",
    }
}
