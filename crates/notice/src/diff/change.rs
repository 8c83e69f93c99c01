//! One change, its weight, and what follows from it.

use seloste_kernel::Lang;
use serde::Serialize;

use super::value::Value;
use crate::model::Span;
use crate::promises::Article;
use crate::promises::phrase::{Arg, quoted, say};

/// What a change is to a reader, the heaviest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    /// Data are used more, longer, by more, with less protection, or by somebody else.
    Significant,
    /// Something else, or less, is done with the data.
    Ordinary,
    /// The same in other words, or in another order.
    Wording,
}

impl Weight {
    /// More is done than before.
    pub(super) const ADDED_IS_WORSE: (Self, Self) = (Self::Significant, Self::Ordinary);
    /// Something that protected, or was offered, goes.
    pub(super) const ADDED_IS_BETTER: (Self, Self) = (Self::Ordinary, Self::Significant);
    /// Neither harms.
    pub(super) const ORDINARY: (Self, Self) = (Self::Ordinary, Self::Ordinary);
    /// Words only.
    pub(super) const WORDS: (Self, Self) = (Self::Wording, Self::Wording);

    /// All, the heaviest first.
    pub const ALL: [Self; 3] = [Self::Significant, Self::Ordinary, Self::Wording];

    /// The name in JSON and in keys of texts.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Significant => "significant",
            Self::Ordinary => "ordinary",
            Self::Wording => "wording",
        }
    }

    /// The heading over changes of this weight.
    pub fn say(self, lang: Lang) -> String {
        say(lang, &format!("diff-weight-{}", self.name()), &[])
    }
}

/// What whoever publishes the version has to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Follows {
    /// Consents that were given before do not cover it: it is asked anew (Art. 7(1), 4(11)).
    AskAgain,
    /// People are told before it takes effect (Art. 13(3), 14(4); WP260 rev.01, 29–31).
    Tell,
    /// Nothing but the new version itself.
    Nothing,
}

impl Follows {
    /// The name in JSON and in keys of texts.
    pub const fn name(self) -> &'static str {
        match self {
            Self::AskAgain => "ask-again",
            Self::Tell => "tell",
            Self::Nothing => "nothing",
        }
    }

    /// The consequence in a sentence.
    pub fn say(self, lang: Lang) -> String {
        say(lang, &format!("diff-follows-{}", self.name()), &[])
    }
}

/// What happened at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// The whole part is new.
    Added,
    /// The whole part is gone.
    Removed,
    /// A value is another: before and now.
    Changed(Value, Value),
    /// Something came to a list.
    Gained(Value),
    /// Something left a list.
    Lost(Value),
    /// The parts of a list stand in another order.
    Reordered,
}

/// One difference between two versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Which part of the notice, by names that outlive any wording: `kind feedback field email`.
    pub path: String,
    /// Which of its statements: `category`; empty for the part as a whole.
    pub aspect: &'static str,
    /// What sort of part: `field`.
    pub part: &'static str,
    /// What people call it.
    pub called: Value,
    /// What happened.
    pub deed: Deed,
    /// Its place in the new file; `None` when it is gone from there.
    pub span: Option<Span>,
    /// What it is to a reader.
    pub weight: Weight,
    /// The law that asks for what is said there.
    pub law: Article,
    /// What is to be done.
    pub follows: Follows,
}

impl Change {
    /// The change in a sentence.
    pub fn say(&self, lang: Lang) -> String {
        let part = say(lang, &format!("diff-part-{}", self.part), &[]);
        let what = match self.called {
            Value::Nothing => part.clone(),
            _ => format!("{part} {}", quoted(lang, unended(&self.called.say(lang)))),
        };
        let aspect = match self.aspect {
            "" => String::new(),
            aspect => say(lang, &format!("diff-aspect-{aspect}"), &[]),
        };
        let (key, before, after) = match &self.deed {
            Deed::Added => ("diff-added", String::new(), String::new()),
            Deed::Removed => ("diff-removed", String::new(), String::new()),
            // Whoever reads this language reads the same as before.
            Deed::Changed(before, after) if before.say(lang) == after.say(lang) => {
                ("diff-elsewhere", String::new(), String::new())
            }
            Deed::Changed(before, after) => {
                ("diff-changed", quoted_value(before, lang), quoted_value(after, lang))
            }
            Deed::Gained(value) => ("diff-gained", String::new(), quoted_value(value, lang)),
            Deed::Lost(value) => ("diff-lost", quoted_value(value, lang), String::new()),
            Deed::Reordered => ("diff-reordered", String::new(), String::new()),
        };
        let args = [
            ("what", Arg::from(first_large(&what))),
            ("inside", Arg::from(what)),
            ("aspect", Arg::from(aspect)),
            ("before", Arg::from(before)),
            ("after", Arg::from(after)),
        ];
        say(lang, key, &args)
    }

    /// The line of the new file, from 1, where it has one.
    pub fn line(&self, text: &str) -> Option<usize> {
        let before = text.get(..self.span?.offset)?;
        Some(before.bytes().filter(|byte| *byte == b'\n').count() + 1)
    }
}

/// Words of the notice stand in quotation marks; our own do not.
fn quoted_value(value: &Value, lang: Lang) -> String {
    match value {
        Value::Plain(_) | Value::Text(_) | Value::Within(_) => quoted(lang, &value.say(lang)),
        Value::Nothing
        | Value::Word(..)
        | Value::Key(_)
        | Value::Period(_)
        | Value::Flag(_)
        | Value::List(_) => value.say(lang),
    }
}

/// Without the full stop, which ends our sentence and not theirs.
fn unended(said: &str) -> &str {
    said.trim_end_matches('.')
}

fn first_large(said: &str) -> String {
    let mut letters = said.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().collect::<String>());
    first.unwrap_or_default() + letters.as_str()
}
