//! What is wrong with a settings file: its line and key, in the reader's language, as `check` tells
//! it of a notice.

use std::path::Path;

use seloste_kernel::{Fault, FaultKind};
use seloste_notice::{NOTHING_NEAR, did_you_mean};

/// The fault of a file that cannot be understood. A value is never told: it may be a secret that
/// was put in the wrong place.
pub(super) fn told(path: &Path, text: &str, error: &toml::de::Error) -> Fault {
    let at = text.floor_char_boundary(error.span().map_or(0, |span| span.start).min(text.len()));
    let before = text.get(..at).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    // The library quotes names, and nothing else that it takes from the file.
    let quoted: Vec<&str> = error.message().split('`').skip(1).step_by(2).collect();
    let says = |what: &str| error.message().starts_with(what);
    let of = |key| {
        let fault = Fault::new(FaultKind::Environment, key);
        fault.with("file", path.display().to_string()).with("line", line.to_string())
    };
    match quoted.split_first() {
        Some((key, known)) if says("unknown field") => {
            let near = did_you_mean(key, known.iter().copied()).unwrap_or(NOTHING_NEAR);
            let fault = of("fault-settings-unknown").with("key", *key).with("near", near);
            fault.with("known", known.join(", "))
        }
        Some((key, _)) if says("missing field") => of("fault-settings-missing").with("key", *key),
        _ => {
            let start = before.rfind('\n').map_or(0, |end| end + 1);
            let whole = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
            match whole.split_once('=') {
                Some((key, _)) if is_key(key.trim()) && !is_syntax(error) => {
                    of(value_key(error.message())).with("key", key.trim())
                }
                _ => of("fault-settings-syntax"),
            }
        }
    }
}

fn is_key(key: &str) -> bool {
    !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
}

/// Whether the file is no TOML at that place; values of the wrong sort are told by serde's words.
fn is_syntax(error: &toml::de::Error) -> bool {
    let of_serde =
        ["invalid type", "invalid value", "invalid length", "invalid socket", "invalid IP"];
    !of_serde.iter().any(|begins| error.message().starts_with(begins))
}

/// The words for a value of the wrong sort.
fn value_key(message: &str) -> &'static str {
    if message.contains("socket address") {
        "fault-settings-address"
    } else if message.contains("IP address") {
        "fault-settings-ip"
    } else if message.contains("expected a sequence") {
        "fault-settings-list"
    } else if message.contains("expected a string") || message.contains("expected path string") {
        "fault-settings-text"
    } else {
        "fault-settings-value"
    }
}

#[cfg(test)]
mod tests {
    use super::super::Settings;
    use super::*;

    fn of(text: &str) -> Fault {
        told(Path::new("seloste.toml"), text, &toml::from_str::<Settings>(text).unwrap_err())
    }

    #[test]
    fn each_mistake_has_its_line_its_key_and_its_words() {
        for (text, key, named, line) in [
            ("# a\nadress = '127.0.0.1:1'\n", "fault-settings-unknown", "adress", "2"),
            (
                "[mail]\nfrom = 'a@example.fi'\npassword = 'salasana'",
                "fault-settings-unknown",
                "password",
                "3",
            ),
            ("[emial]\nfrom = 'a@example.fi'", "fault-settings-unknown", "emial", "1"),
            ("\n[tls]\nkey = 'a'\n", "fault-settings-missing", "certificate", "2"),
            ("address = '127.0.0.1'\n", "fault-settings-address", "address", "1"),
            ("trusted-proxies = ['proxy']\n", "fault-settings-ip", "trusted-proxies", "1"),
            ("trusted-proxies = '127.0.0.1'\n", "fault-settings-list", "trusted-proxies", "1"),
            ("\npublic-url = 5\n", "fault-settings-text", "public-url", "2"),
            ("[backup]\nfolder = 5\n", "fault-settings-text", "folder", "2"),
            ("[limits]\nanswer-seconds = 0\n", "fault-settings-value", "answer-seconds", "2"),
        ] {
            let fault = of(text);
            assert_eq!(fault.key(), key, "{text}: {fault:?}");
            assert_eq!(fault.arg("key"), Some(named), "{text}");
            assert_eq!(fault.arg("line"), Some(line), "{text}");
            assert!(!format!("{fault:?}").contains("salasana"), "a value is told: {fault:?}");
        }
        assert_eq!(of("address = 127.0.0.1:80\n").key(), "fault-settings-syntax");
        assert_eq!(of("address = 127.0.0.1:80\n").arg("line"), Some("1"));
        assert_eq!(of("a = 'x'\nmail\n").arg("line"), Some("2"));
        assert_eq!(of("adress = ''").arg("near"), Some("address"));
    }
}
