//! Puts sections and promises together, so that each promise is told exactly once.

use std::cell::RefCell;
use std::collections::BTreeSet;

use seloste_kernel::Lang;

use super::sections;
use super::tree::{Block, Document, Inline, Inlines, Item, Line, Section, Shown};
use super::{Meta, path};
use crate::model::{Named, Notice, Text};
use crate::promises::phrase::{self, Arg};
use crate::promises::{Promise, State, States, Tone};

/// What sections are written from.
pub(super) struct Builder<'a> {
    pub notice: &'a Notice,
    pub meta: &'a Meta,
    pub lang: Lang,
    promises: &'a [Promise],
    states: Option<&'a States>,
    told: RefCell<BTreeSet<&'a str>>,
}

pub(super) fn build(
    notice: &Notice,
    meta: &Meta,
    promises: &[Promise],
    states: Option<&States>,
    lang: Lang,
) -> Document {
    let told = RefCell::new(BTreeSet::new());
    let b = Builder { notice, meta, lang, promises, states, told };
    let register = phrase::text(&notice.register, lang);
    let register = if register.is_empty() { &notice.id } else { register };
    let published = phrase::date(lang, phrase::day(meta.published));
    let number = meta.version.to_string();
    let version = [("version", &*number), ("date", &*published), ("hash", &*meta.hash)];
    Document {
        lang,
        notice: notice.id.clone(),
        author: notice.controller.name.clone(),
        title: b.say("title", &[("register", register)]),
        subtitle: b.say(of_draft(meta, "subtitle", "subtitle-draft"), &version),
        meta: meta.clone(),
        states_as_of: states
            .map(|s| b.say("states-as-of", &[("time", &phrase::moment(lang, s.as_of))])),
        facts_title: b.say("facts", &[]),
        facts: sections::facts(&b),
        sections: sections::all(&b),
        footer: b.say(of_draft(meta, "footer", "footer-draft"), &version),
        state_column: b.say("column-state", &[]),
    }
}

impl<'a> Builder<'a> {
    /// A text of `render.ftl`.
    pub fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        let args: Vec<(&str, Arg)> =
            args.iter().map(|(name, value)| (*name, Arg::from((*value).to_owned()))).collect();
        phrase::say(self.lang, key, &args)
    }

    /// A text of the notice.
    pub fn text<'t>(&self, text: &'t Text) -> &'t str {
        phrase::text(text, self.lang)
    }

    /// The title of a thing of the notice, or its machine name.
    pub fn title(&self, text: &Text, name: &str) -> String {
        let said = self.text(text);
        if said.is_empty() { name.to_owned() } else { said.to_owned() }
    }

    /// The titles of these purposes, as a table tells them.
    pub fn purpose_titles(&self, names: &[Named]) -> String {
        let titles: Vec<String> = names
            .iter()
            .map(|name| match self.notice.purpose(&name.value) {
                Some(purpose) => self.title(&purpose.text, &purpose.name),
                None => name.value.clone(),
            })
            .collect();
        if titles.is_empty() { "–".into() } else { titles.join("; ") }
    }

    /// A section under its heading.
    pub fn section(&self, id: &'static str, blocks: Vec<Block>) -> Section {
        Section { id, title: self.say(&format!("section-{id}"), &[]), blocks }
    }

    /// The promise of this id (without the notice's name), once.
    pub fn line(&self, id: &str) -> Vec<Line> {
        self.lines(|of| of == id)
    }

    /// The promises that `wanted` names and that have not been told yet, in order.
    pub fn lines(&self, wanted: impl Fn(&str) -> bool) -> Vec<Line> {
        let mut told = self.told.borrow_mut();
        self.promises
            .iter()
            .filter(|promise| {
                let own = promise.id.split_once('.').map_or(promise.id.as_str(), |(_, own)| own);
                wanted(own) && told.insert(&promise.id)
            })
            .map(|promise| Line {
                id: promise.id.clone(),
                sentence: self.text(&promise.sentence).to_owned(),
                article: promise.article.map(|article| article.say(self.lang)),
                state: self.shown(&promise.id),
            })
            .collect()
    }

    /// Promises as a block; nothing when there are none.
    pub fn told(&self, wanted: impl Fn(&str) -> bool) -> Option<Block> {
        let lines = self.lines(wanted);
        (!lines.is_empty()).then_some(Block::Promises(lines))
    }

    fn shown(&self, id: &str) -> Option<Shown> {
        let states = self.states?;
        Some(match states.of.get(id) {
            Some(state) => Shown {
                tone: State::tone(state, states.as_of),
                text: state.say(self.lang, states.as_of),
            },
            None => Shown { tone: Tone::Plain, text: self.say("state-unknown", &[]) },
        })
    }

    /// A name and value, without promises.
    pub fn item(&self, key: &str, value: Inlines) -> Item {
        Item { term: self.say(key, &[]), value, lines: vec![] }
    }

    /// A link to one of our pages, its words from `render.ftl`.
    pub fn page(&self, key: &str, page: &str) -> Inline {
        Inline::Link { text: self.say(key, &[]), href: path(self.lang, page) }
    }
}

/// Words as running text.
pub(super) fn words(text: impl Into<String>) -> Inlines {
    vec![Inline::text(text)]
}

/// A mail address one can write to.
pub(super) fn mail(address: &str) -> Inlines {
    let href: String = address
        .chars()
        .map(|c| if c.is_whitespace() || "?&\"<>#%".contains(c) { '_' } else { c })
        .collect();
    vec![Inline::Link { text: address.to_owned(), href: format!("mailto:{href}") }]
}

/// A telephone number one can call.
pub(super) fn phone(number: &str) -> Inlines {
    let href: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    vec![Inline::Link { text: number.to_owned(), href: format!("tel:{href}") }]
}

/// The words for a version, or for a text that never was published.
pub(super) fn of_draft(meta: &Meta, version: &'static str, draft: &'static str) -> &'static str {
    if meta.version == 0 { draft } else { version }
}
