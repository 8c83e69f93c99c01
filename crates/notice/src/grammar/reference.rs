//! The grammar for people: the reference page, from the one table.

use std::fmt::Write as _;

use super::{NOTICE, Node, Value};

impl Value {
    /// What it looks like, in words.
    pub fn describe(&self) -> String {
        match self {
            Value::Name => "a short name".to_owned(),
            Value::Text => "a text".to_owned(),
            Value::One(words) => {
                words.iter().map(|w| format!("`{w}`")).collect::<Vec<_>>().join(", ")
            }
            Value::Known(words) => {
                let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
                format!("{}, or another short name", words.join(", "))
            }
            Value::Words(words) => {
                let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
                format!("several of {}", words.join(", "))
            }
            Value::Names => "several short names".to_owned(),
            Value::Period => "a period".to_owned(),
            Value::Date => "a date, `2026-01-31`".to_owned(),
            Value::YearEnd => "a day of the year, `12-31`".to_owned(),
            Value::Email => "a mail address".to_owned(),
            Value::Country => "a country code, `FI`".to_owned(),
            Value::Host => "a host, with a port when not 443".to_owned(),
            Value::Flag => "`#true` or `#false`".to_owned(),
            Value::Number => "a whole number".to_owned(),
        }
    }
}

/// The reference part of `docs/notice-language.md`.
pub fn markdown() -> String {
    let mut page = String::new();
    section(&NOTICE, "", &mut page);
    page
}

fn section(node: &Node, path: &str, page: &mut String) {
    let path =
        if path.is_empty() { node.name.to_owned() } else { format!("{path} › {}", node.name) };
    // Writing to a string cannot fail.
    let _ = writeln!(page, "### {path}\n\n{}\n", node.doc);
    if let Some(value) = node.value {
        let must = match (node.must, node.either) {
            (true, true) => "required, when the texts are not there",
            (true, false) => "required",
            (false, _) => "may be left out",
        };
        let more = if node.more { "; more may follow" } else { "" };
        let _ = writeln!(page, "- value: {} ({must}{more})", value.describe());
    }
    for prop in node.props {
        let _ = writeln!(page, "- `{}`: {} Holds {}.", prop.name, prop.doc, prop.value.describe());
    }
    if node.texts {
        page.push_str("- texts: `fi \"…\"; sv \"…\"; en \"…\"`\n");
    }
    if node.many {
        page.push_str("- may be there several times\n");
    }
    if !node.example.is_empty() {
        let _ = writeln!(page, "\n```kdl\n{}\n```", node.example);
    }
    page.push('\n');
    for child in node.children {
        section(child, &path, page);
    }
}
