//! From which record something was disclosed, to which class of recipients where that must be known
//! later, and which fields: words of one field of the record of a disclosure.

use seloste_kernel::{Exit, RecordId};

use crate::Opened;
use crate::gate::Item;

/// Before the class of a recipient: no name of a kind has such a sign.
const CLASS: &str = "class:";

/// Before the version of the record that somebody had before them.
const VERSION: &str = "version:";

/// What was given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Given {
    /// The record; `None` where a disclosure says of none.
    pub record: Option<RecordId>,
    /// The class for which it was judged.
    pub class: Option<String>,
    /// The version of the record that was prepared, or approved; unknown of what need not wait.
    pub version: Option<i64>,
    /// The fields.
    pub items: Vec<Item>,
}

impl Given {
    /// As a disclosure tells it.
    pub fn of(disclosure: &Opened) -> Self {
        Self::read(disclosure.text("about", Exit::Decision))
    }

    pub fn read(text: &str) -> Self {
        let mut words = text.split_whitespace();
        let mut given =
            Self { record: words.next().and_then(|word| word.parse().ok()), ..Self::default() };
        for word in words {
            if let Some(class) = word.strip_prefix(CLASS) {
                given.class = Some(class.to_owned());
            } else if let Some(version) = word.strip_prefix(VERSION) {
                given.version = version.parse().ok();
            } else if let Some((kind, field)) = word.split_once('.') {
                given.items.extend(Item::of(kind, [field]));
            }
        }
        given
    }

    /// As it is written down.
    pub fn told(&self) -> String {
        let record = self.record.iter().map(ToString::to_string);
        let class = self.class.iter().map(|class| format!("{CLASS}{class}"));
        let items = self.items.iter().map(|item| format!("{}.{}", item.kind, item.field));
        let version = self.version.iter().map(|version| format!("{VERSION}{version}"));
        record.chain(class).chain(version).chain(items).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_given_comes_back_from_its_words() {
        let record = Some(RecordId::from_bytes([7; 16]));
        let items = Item::of("feedback", ["message", "email"]);
        for (class, version) in [(None, None), (Some("by-law".to_owned()), Some(3))] {
            let given = Given { record, class, version, items: items.clone() };
            assert_eq!(Given::read(&given.told()), given, "{}", given.told());
        }
        assert_eq!(Given::read(""), Given::default());
    }
}
