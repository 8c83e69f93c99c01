//! The grammar as data. One table ([`table::NOTICE`]) says which nodes, values and properties
//! exist; the walker reports whatever differs, the lowering takes what fits, the reference and
//! what editors complete from are printed from it.

mod editor;
mod known;
mod meant;
mod reference;
mod table;
mod walk;

pub use editor::{schema, snippets, vocabulary};
pub use known::*;
pub(crate) use meant::as_meant;
pub use reference::markdown;
pub use table::{NOTICE, find};
pub(crate) use walk::{Spot, clamp, first_text, has_text, walk, words};

/// What a value must look like.
#[derive(Debug, Clone, Copy)]
pub enum Value {
    /// A short name: `[a-z][a-z0-9-]*`, at most [`MAX_NAME`] characters.
    Name,
    /// A short name; these are known, others may be there.
    Known(&'static [&'static str]),
    /// Free text.
    Text,
    /// One of these words.
    One(&'static [&'static str]),
    /// Several of these words, separated by spaces.
    Words(&'static [&'static str]),
    /// Several short names, separated by spaces.
    Names,
    /// A calendar period.
    Period,
    /// A calendar date, `2026-01-31`.
    Date,
    /// A day of the year, `12-31`.
    YearEnd,
    /// A mail address.
    Email,
    /// A two-letter country code, `FI`.
    Country,
    /// A host name, with an optional port.
    Host,
    /// `#true` or `#false`.
    Flag,
    /// A whole number from 1.
    Number,
}

/// One property: `name=value`.
#[derive(Debug)]
pub struct Prop {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub value: Value,
    /// What it means.
    pub doc: &'static str,
}

/// One node.
#[derive(Debug)]
pub struct Node {
    /// Its name.
    pub name: &'static str,
    /// What it means.
    pub doc: &'static str,
    /// Its first value, when it takes one.
    pub value: Option<Value>,
    /// Whether the value must be given.
    pub must: bool,
    /// Whether further values of the same sort may follow.
    pub more: bool,
    /// Its properties.
    pub props: &'static [Prop],
    /// Nodes inside its braces, besides texts.
    pub children: &'static [&'static Node],
    /// Whether it holds a text in each language: `fi "…"; sv "…"; en "…"`.
    pub texts: bool,
    /// Whether it makes sense without that text.
    pub texts_optional: bool,
    /// Whether its value is itself what people read: written once, or in each language instead.
    pub either: bool,
    /// Whether it may be there several times, with different values.
    pub many: bool,
    /// An example for the reference.
    pub example: &'static str,
}

impl Node {
    /// A node with nothing: the start of every row of the table.
    pub(crate) const EMPTY: Node = Node {
        name: "",
        doc: "",
        value: None,
        must: false,
        more: false,
        props: &[],
        children: &[],
        texts: false,
        texts_optional: false,
        either: false,
        many: false,
        example: "",
    };

    /// Names that may stand inside it.
    pub fn inside(&self) -> impl Iterator<Item = &'static str> {
        let languages: &[&'static str] = if self.texts { LANGUAGES } else { &[] };
        self.children.iter().map(|child| child.name).chain(languages.iter().copied())
    }
}

/// The longest short name, in characters.
pub const MAX_NAME: usize = 40;

/// Whether the word is a short name.
pub fn is_name(word: &str) -> bool {
    word.len() <= MAX_NAME
        && word.starts_with(|first: char| first.is_ascii_lowercase())
        && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// Whether the text can be a mail address: one `@`, something before it, a dotted host after it,
/// nothing that could break a header.
pub fn is_email(text: &str) -> bool {
    let Some((local, host)) = text.rsplit_once('@') else { return false };
    let harmless = |c: char| !c.is_whitespace() && !c.is_control() && !"<>,;:\"()[]\\".contains(c);
    !local.is_empty()
        && text.len() <= 254
        && text.chars().all(harmless)
        && !local.contains('@')
        && is_host(host)
        && host.contains('.')
}

/// Whether the text is a host name with an optional port (RFC 1123).
pub fn is_host(text: &str) -> bool {
    let (host, port) = match text.split_once(':') {
        Some((host, port)) => (host, port.parse::<u16>().is_ok_and(|port| port > 0)),
        None => (text, true),
    };
    let label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    port && host.len() <= 253 && host.split('.').all(label)
}
