//! What a check may look at, and the few questions that many checks ask.

use jiff::civil::Date;
use kdl::{KdlDocument, KdlNode};
use seloste_kernel::Lang;

use crate::grammar::{LANGUAGES, NOTICE, Node, Spot, clamp, first_text, has_text};
use crate::model::{Basis, Collect, Field, Keep, Notice, Period, Purpose, Role, Span};
use crate::reading::Reading;

/// A notice and the text it came from.
pub struct Context<'a> {
    /// The reading: text and tree.
    pub reading: &'a Reading,
    /// The notice.
    pub notice: &'a Notice,
    /// The day on which it is checked, where somebody knows it.
    pub today: Option<Date>,
}

/// A node that holds a text for people.
pub(crate) struct TextPlace {
    /// The node's name and value.
    pub name: String,
    /// Where it is.
    pub span: Span,
    /// Languages that it has.
    pub texts: Vec<Lang>,
    /// Whether it makes no sense without.
    pub needed: bool,
}

/// A text for people that is written once for all languages.
pub(crate) struct Once<'a> {
    /// The node's or property's name.
    pub name: &'static str,
    /// The text.
    pub text: &'a str,
    /// Where it is.
    pub span: Span,
}

/// Whether the role may do this.
pub(crate) fn can(role: &Role, action: &str) -> bool {
    role.may.iter().any(|may| may.value == action)
}

impl<'a> Context<'a> {
    fn root(&self) -> Option<&'a KdlNode> {
        self.reading.tree().nodes().iter().find(|node| node.name().value() == NOTICE.name)
    }

    fn top(&self, name: &str) -> Option<&'a KdlNode> {
        self.root()?.children()?.nodes().iter().find(|node| node.name().value() == name)
    }

    fn spot(&self) -> Spot<'a> {
        Spot { text: &self.reading.text, findings: Vec::new() }
    }

    /// The node whose place this is.
    pub(crate) fn node_at(&self, span: Span) -> Option<&'a KdlNode> {
        fn find(document: &KdlDocument, offset: usize) -> Option<&KdlNode> {
            document.nodes().iter().find_map(|node| {
                if node.name().span().offset() == offset {
                    return Some(node);
                }
                node.children().and_then(|inner| find(inner, offset))
            })
        }
        find(self.reading.tree(), span.offset)
    }

    /// Whether the notice has a node of this name at its top.
    pub fn has(&self, name: &str) -> bool {
        self.top(name).is_some()
    }

    /// The place of the top node of this name, or of the notice when there is none.
    pub fn place(&self, name: &str) -> Span {
        self.top(name).map_or(self.notice.span, |node| self.spot().head(node))
    }

    /// Purposes on this basis.
    pub fn with_basis(&self, basis: Basis) -> impl Iterator<Item = &'a Purpose> {
        self.notice.purposes.iter().filter(move |purpose| purpose.basis == Some(basis))
    }

    /// All fields with their kinds.
    pub fn fields(&self) -> impl Iterator<Item = (&'a Collect, &'a Field)> {
        self.notice.kinds().flat_map(|(_, kind)| kind.fields.iter().map(move |field| (kind, field)))
    }

    /// Kinds that are kept for a period.
    pub fn periods(&self) -> impl Iterator<Item = (&'a Collect, Period)> {
        self.notice.kinds().filter_map(|(_, kind)| match &kind.keep {
            Some(Keep::For { period, .. }) => Some((kind, *period)),
            _ => None,
        })
    }

    /// Whether the notice tells of this right.
    pub fn has_right(&self, name: &str) -> bool {
        self.notice.rights.iter().any(|right| right.name == name)
    }

    /// Every sentence for people, with its place.
    pub fn sentences(&self) -> Vec<(&'a str, Span)> {
        fn collect<'a>(document: &'a KdlDocument, text: &str, found: &mut Vec<(&'a str, Span)>) {
            for node in document.nodes() {
                if LANGUAGES.contains(&node.name().value())
                    && let Some(sentence) = first_text(node)
                {
                    let span = node.span();
                    found.push((sentence, clamp(text, span.offset(), span.offset() + span.len())));
                }
                if let Some(children) = node.children() {
                    collect(children, text, found);
                }
            }
        }
        let mut found = Vec::new();
        collect(self.reading.tree(), &self.reading.text, &mut found);
        found
    }

    /// Every node that the grammar wants to hold a text.
    pub(crate) fn text_places(&self) -> Vec<TextPlace> {
        let mut found = Vec::new();
        if let Some(root) = self.root() {
            self.texts_in(root, &NOTICE, &mut found);
        }
        found
    }

    /// Every text for people that is written once for all languages.
    pub(crate) fn told_once(&self) -> Vec<Once<'a>> {
        fn gather<'a>(
            node: &'a KdlNode,
            rule: &'static Node,
            spot: &Spot<'_>,
            found: &mut Vec<Once<'a>>,
        ) {
            if rule.either
                && !has_text(node)
                && let Some(text) = first_text(node)
            {
                found.push(Once { name: rule.name, text, span: spot.head(node) });
            }
            let either =
                |name: &str| rule.children.iter().find(|inner| inner.either && inner.name == name);
            for entry in node.entries() {
                if let (Some(name), Some(text)) = (entry.name(), entry.value().as_string())
                    && let Some(inner) = either(name.value())
                {
                    found.push(Once { name: inner.name, text, span: spot.entry(entry) });
                }
            }
            for child in node.children().map(KdlDocument::nodes).unwrap_or_default() {
                let name = child.name().value();
                if let Some(rule) = rule.children.iter().find(|rule| rule.name == name) {
                    gather(child, rule, spot, found);
                }
            }
        }
        let mut found = Vec::new();
        if let Some(root) = self.root() {
            gather(root, &NOTICE, &self.spot(), &mut found);
        }
        found
    }

    fn texts_in(&self, node: &KdlNode, rule: &'static Node, found: &mut Vec<TextPlace>) {
        let children = node.children().map(KdlDocument::nodes).unwrap_or_default();
        let once = rule.either && !has_text(node);
        if rule.texts && !once {
            let has = |lang: &Lang| {
                children.iter().any(|child| {
                    child.name().value() == lang.tag()
                        && first_text(child).is_some_and(|text| !text.trim().is_empty())
                })
            };
            let name =
                [rule.name, first_text(node).unwrap_or_default()].join(" ").trim().to_owned();
            let texts = Lang::ALL.into_iter().filter(has).collect();
            let span = self.spot().head(node);
            found.push(TextPlace { name, span, texts, needed: !rule.texts_optional });
        }
        for child in children {
            let name = child.name().value();
            if let Some(rule) = rule.children.iter().find(|rule| rule.name == name) {
                self.texts_in(child, rule, found);
            }
        }
    }
}
