//! What a verb answers: text for people or JSON for programs, and how it ended.

use seloste_kernel::{Fault, FaultKind, Lang};
use serde::{Deserialize, Serialize};

use crate::words;

/// How a verb ended; the number is the program's exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ending {
    /// Done.
    Ok = 0,
    /// Done, and something was found.
    Findings = 1,
    /// The call itself was wrong.
    Usage = 2,
    /// A promise of the notice forbids it.
    Refused = 3,
    /// Disk, keys, settings or network are not as they must be.
    Environment = 4,
}

/// In which form the answer is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum, Serialize, Deserialize)]
pub enum Format {
    /// For people.
    #[default]
    Human,
    /// For programs.
    Json,
    /// For code-scanning tools; `check` only.
    Sarif,
}

/// An answer in the making.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Output {
    /// The wanted form.
    pub format: Format,
    /// The wanted language.
    pub lang: Lang,
    /// Whether colours may be used.
    pub colour: bool,
    /// The answer so far.
    pub text: String,
}

impl Output {
    /// An empty answer.
    pub fn new(format: Format, lang: Lang, colour: bool) -> Self {
        Self { format, lang, colour, text: String::new() }
    }

    /// Adds a line.
    pub fn line(&mut self, line: impl AsRef<str>) {
        self.text.push_str(line.as_ref());
        self.text.push('\n');
    }

    /// Adds a value as JSON.
    ///
    /// # Errors
    /// Never for plain data.
    pub fn json(&mut self, value: &impl Serialize) -> Result<(), Fault> {
        let text = serde_json::to_string_pretty(value).map_err(Fault::internal)?;
        self.line(text);
        Ok(())
    }

    /// Whether JSON is wanted.
    pub fn is_json(&self) -> bool {
        self.format == Format::Json
    }

    /// Tells a fault and how the program ends for it.
    pub fn fault(&mut self, fault: &Fault) -> Ending {
        let ending = match fault.kind() {
            FaultKind::RefusedByPromise | FaultKind::Forbidden => Ending::Refused,
            FaultKind::Environment | FaultKind::StorageFull => Ending::Environment,
            FaultKind::BadRequest => Ending::Usage,
            _ => Ending::Findings,
        };
        let told = words::fault(self.lang, fault);
        if self.is_json() {
            let value = serde_json::json!({ "error": { "code": fault.key(), "message": told, "field": fault.field(), "cause": fault.private() } });
            self.line(value.to_string());
        } else {
            self.line(told);
            if let Some(next) = words::advice(self.lang, fault) {
                self.line(next);
            }
            if !fault.private().is_empty() {
                self.line(format!("  ({})", fault.private()));
            }
        }
        ending
    }
}

/// Bytes in lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The bytes of a hexadecimal text; none of another.
pub fn unhex(text: &str) -> Vec<u8> {
    let digits: Option<Vec<u32>> = text.chars().map(|digit| digit.to_digit(16)).collect();
    let digits = digits.filter(|digits| digits.len().is_multiple_of(2)).unwrap_or_default();
    let byte = |pair: &[u32]| pair.iter().fold(0, |byte, digit| byte * 16 + digit);
    digits.chunks(2).filter_map(|pair| u8::try_from(byte(pair)).ok()).collect()
}
