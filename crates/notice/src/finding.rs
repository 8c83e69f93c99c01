//! What a check says: a code, a place, and the words' arguments. The words themselves are in
//! `locales/*/checks.ftl`, so that every finding speaks Finnish, Swedish and English.

use serde::Serialize;

use crate::checks::spelt_out;
use crate::laws::Law;
use crate::model::Span;

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// The notice may not be published.
    Error,
    /// It may be published, but somebody should look.
    Warning,
    /// Worth knowing.
    Info,
}

/// A second place that belongs to a finding: "first declared here".
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Note {
    /// Where.
    pub span: Span,
    /// Key of its words.
    pub key: &'static str,
    /// Arguments of its words.
    pub args: Vec<(&'static str, String)>,
}

/// One thing that is wrong, or worth knowing, in a notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Frozen code, `SEL014`.
    pub code: &'static str,
    /// How grave.
    pub level: Level,
    /// Where; always inside the text.
    pub span: Span,
    /// Arguments of the words.
    pub args: Vec<(&'static str, String)>,
    /// Further places.
    pub notes: Vec<Note>,
    /// The rule of law.
    pub law: Law,
    /// Text that the author may paste, when the mend can be written for them.
    pub paste: Option<String>,
}

impl Finding {
    /// With one more argument for its words.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, spelt_out(&value.into())));
        self
    }

    /// With a second place.
    #[must_use]
    pub fn note(mut self, span: Span, key: &'static str) -> Self {
        self.notes.push(Note { span, key, args: Vec::new() });
        self
    }

    /// With text to paste.
    #[must_use]
    pub fn paste(mut self, text: impl Into<String>) -> Self {
        self.paste = Some(text.into());
        self
    }
}

/// What stands for "no word is near" in the arguments of a finding.
pub const NOTHING_NEAR: &str = "nothing-near";

/// The nearest of the known words, when one is near enough to be meant.
pub fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const NEAR: f64 = 0.7;
    known
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(word, candidate), candidate))
        .filter(|(score, _)| *score >= NEAR)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, candidate)| candidate)
}
