//! From tree to [`Notice`]: takes what fits the grammar, leaves out what does not. Never reports
//! anything: differences from the grammar are [`crate::grammar`]'s, missing things the checks'.

mod data;
mod outside;
mod people;

use kdl::{KdlDocument, KdlEntry, KdlNode, KdlValue};
use seloste_kernel::Lang;

use crate::grammar::{NOTICE, Spot, first_text, is_name, words};
use crate::model::{Named, Notice, Operations, Period, Span, Text};

/// The document's first notice.
pub(crate) fn notice(document: &KdlDocument, text: &str) -> Notice {
    let Some(node) = document.nodes().iter().find(|node| node.name().value() == NOTICE.name) else {
        return Notice::default();
    };
    let root = Tree { node, text, first: Lang::default() };
    let languages: Vec<Lang> =
        root.list("languages").iter().filter_map(|tag| tag.value.parse().ok()).collect();
    let first = languages.first().copied().unwrap_or_default();
    let languages = if languages.is_empty() { vec![first] } else { languages };
    let root = Tree { first, ..root };
    Notice {
        id: root.name(),
        languages,
        controller: root.child("controller").map(people::controller).unwrap_or_default(),
        officer: root.child("officer").map(people::contact),
        contact: root.child("contact").map(people::contact),
        register: root.child("register").map(|node| node.texts()).unwrap_or_default(),
        review: root.child("review").and_then(|node| node.period("every")),
        purposes: root.children("purpose").map(people::purpose).collect(),
        forbidden: root.children("forbid").map(people::forbidden).collect(),
        roles: root.children("role").map(people::role).collect(),
        services: root.children("service").map(data::service).collect(),
        cookies: outside::cookies(root),
        analytics: root.child("analytics").and_then(outside::analytics),
        recipients: outside::recipients(root),
        transfers: outside::transfers(root),
        measures: outside::measures(root),
        attestations: root.children("attest").map(outside::attestation).collect(),
        rights: outside::rights(root),
        authority: root.child("authority").map(outside::authority),
        automated_decisions: outside::decisions(root),
        operations: root.child("operations").map(operations).unwrap_or_default(),
        statements: root.children("statement").map(outside::statement).collect(),
        span: root.span(),
    }
}

fn operations(node: Tree<'_>) -> Operations {
    let silent = Operations::default();
    Operations {
        sweep: node.period("sweep").unwrap_or(silent.sweep),
        backups: node.period("backups").unwrap_or(silent.backups),
        logs: node.period("logs").unwrap_or(silent.logs),
        ledger: node.period("ledger").unwrap_or(silent.ledger),
        span: node.span(),
    }
}

/// A node with its source, and the few ways of looking into it.
#[derive(Clone, Copy)]
struct Tree<'a> {
    node: &'a KdlNode,
    text: &'a str,
    /// The notice's first language: that of a text which is written once.
    first: Lang,
}

impl<'a> Tree<'a> {
    fn spot(self) -> Spot<'a> {
        Spot { text: self.text, findings: Vec::new() }
    }

    /// The place of the node's head.
    fn span(self) -> Span {
        self.spot().head(self.node)
    }

    /// All nodes inside.
    fn inside(self) -> impl Iterator<Item = Tree<'a>> {
        let nodes = self.node.children().map(KdlDocument::nodes).unwrap_or_default();
        nodes.iter().map(move |node| Tree { node, ..self })
    }

    /// Nodes of this name inside.
    fn children(self, name: &'static str) -> impl Iterator<Item = Tree<'a>> {
        self.inside().filter(move |child| child.is(name))
    }

    /// The first node of this name inside.
    fn child(self, name: &'static str) -> Option<Tree<'a>> {
        self.children(name).next()
    }

    fn is(self, name: &str) -> bool {
        self.node.name().value() == name
    }

    /// The first value, or nothing.
    fn value(self) -> String {
        first_text(self.node).unwrap_or_default().to_owned()
    }

    /// The first value, when it is a short name.
    fn name(self) -> String {
        first_text(self.node).filter(|name| is_name(name)).unwrap_or_default().to_owned()
    }

    /// Whether the only thing said is `none`.
    fn is_none(self) -> bool {
        first_text(self.node) == Some("none")
    }

    fn prop(self, name: &str) -> Option<&'a KdlEntry> {
        self.node.entries().iter().find(|entry| entry.name().is_some_and(|key| key.value() == name))
    }

    /// A property that is a string.
    fn string(self, name: &str) -> Option<String> {
        self.prop(name)?.value().as_string().map(str::to_owned)
    }

    /// A property that is one of these words.
    fn one(self, name: &str, known: &[&str]) -> Option<String> {
        self.string(name).filter(|word| known.contains(&word.as_str()))
    }

    /// A property that is yes or no; no when silent.
    fn flag(self, name: &str) -> bool {
        self.prop(name).and_then(|entry| entry.value().as_bool()).unwrap_or(false)
    }

    /// A property that is a whole number.
    fn number(self, name: &str) -> Option<u32> {
        match self.prop(name)?.value() {
            KdlValue::Integer(number) => u32::try_from(*number).ok(),
            _ => None,
        }
    }

    /// A property that is a period.
    fn period(self, name: &str) -> Option<Period> {
        self.string(name)?.parse().ok()
    }

    /// A property that is a list of words, each with its place.
    fn list(self, name: &str) -> Vec<Named> {
        let Some(entry) = self.prop(name) else { return Vec::new() };
        let Some(list) = entry.value().as_string() else { return Vec::new() };
        let place = self.spot().entry(entry);
        words(list, place, self.text)
            .into_iter()
            .map(|(word, span)| Named { value: word.to_owned(), span })
            .collect()
    }

    /// The texts in their languages.
    fn texts(self) -> Text {
        let text = |lang: Lang| {
            let node = self.child(lang.tag())?;
            Some((lang, first_text(node.node).filter(|text| !text.trim().is_empty())?.to_owned()))
        };
        Lang::ALL.into_iter().filter_map(text).collect()
    }

    /// The texts of a node inside.
    fn texts_of(self, name: &'static str) -> Text {
        self.child(name).map(Tree::texts).unwrap_or_default()
    }

    /// The texts of a node inside, or its value as a text that is written once.
    fn said_in(self, name: &'static str) -> Text {
        let texts = self.texts_of(name);
        if texts.is_empty() { self.once(self.value_of(name)) } else { texts }
    }

    /// A text that is written once.
    fn once(self, text: Option<String>) -> Text {
        let text = text.filter(|text| !text.trim().is_empty());
        text.map(|text| (self.first, text)).into_iter().collect()
    }

    /// The value of a node inside.
    fn value_of(self, name: &'static str) -> Option<String> {
        self.child(name).map(Tree::value).filter(|value| !value.trim().is_empty())
    }
}
