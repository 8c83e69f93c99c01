//! What stood, or stands, at a place of the notice, said in any language.

use seloste_kernel::Lang;

use crate::model::{Period, Text};
use crate::promises::phrase::{self, Case, known};

/// One value of the notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing stands there.
    Nothing,
    /// As it is written.
    Plain(String),
    /// In the languages of the notice.
    Text(Text),
    /// A word of the notice language: where people know it by other words, the prefix of their key,
    /// and the word.
    Word(&'static str, String),
    /// Words of ours, by their key.
    Key(&'static str),
    /// A length of time.
    Period(Period),
    /// Yes or no.
    Flag(bool),
    /// Several, from the whole to the part.
    Within(Vec<Value>),
    /// Several, one beside the other.
    List(Vec<Value>),
}

impl Value {
    /// A text, or nothing where it is empty in all languages.
    pub(super) fn text(text: &Text) -> Self {
        match text.values().all(|said| said.trim().is_empty()) {
            true => Self::Nothing,
            false => Self::Text(text.clone()),
        }
    }

    /// A text, or else the short name of what it would name.
    pub(super) fn called(text: &Text, name: &str) -> Self {
        match Self::text(text) {
            Self::Nothing => Self::Plain(name.to_owned()),
            said => said,
        }
    }

    /// A word of the language.
    pub(super) fn word(prefix: &'static str, word: &str) -> Self {
        Self::Word(prefix, word.to_owned())
    }

    /// As people read it.
    pub fn say(&self, lang: Lang) -> String {
        let all = |of: &[Self]| of.iter().map(|one| one.say(lang)).collect::<Vec<_>>();
        match self {
            Self::Nothing => phrase::say(lang, "diff-nothing", &[]),
            Self::Plain(said) => said.clone(),
            Self::Text(text) => phrase::text(text, lang).to_owned(),
            Self::Word("country", code) => phrase::country(lang, code),
            Self::Word(prefix, word) => {
                known(lang, &format!("{prefix}-{word}")).unwrap_or_else(|| word.clone())
            }
            Self::Key(key) => phrase::say(lang, key, &[]),
            Self::Period(period) => phrase::period(lang, *period, Case::Plain),
            Self::Flag(true) => phrase::say(lang, "diff-yes", &[]),
            Self::Flag(false) => phrase::say(lang, "diff-no", &[]),
            Self::Within(of) => all(of).join(" – "),
            Self::List(of) if of.is_empty() => phrase::say(lang, "diff-all", &[]),
            Self::List(of) => all(of).join(", "),
        }
    }
}

/// What can stand at a place of the notice.
pub(super) trait Told {
    /// As a value.
    fn told(&self) -> Value;
}

impl Told for String {
    fn told(&self) -> Value {
        Value::Plain(self.clone())
    }
}

impl Told for u32 {
    fn told(&self) -> Value {
        Value::Plain(self.to_string())
    }
}

impl Told for bool {
    fn told(&self) -> Value {
        Value::Flag(*self)
    }
}

impl Told for Value {
    fn told(&self) -> Value {
        self.clone()
    }
}

impl<T: Told> Told for Option<T> {
    fn told(&self) -> Value {
        self.as_ref().map_or(Value::Nothing, Told::told)
    }
}
