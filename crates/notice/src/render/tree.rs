//! The document as a tree that every format is made from.

use seloste_kernel::Lang;

use super::Meta;
use crate::promises::Tone;

/// A notice as people read it, in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The language.
    pub lang: Lang,
    /// The notice's short name.
    pub notice: String,
    /// Who publishes it.
    pub author: String,
    /// Title.
    pub title: String,
    /// One line on version and date.
    pub subtitle: String,
    /// Version, hash and dates.
    pub meta: Meta,
    /// One line on where the states come from, when there are any.
    pub states_as_of: Option<String>,
    /// The word over the key facts.
    pub facts_title: String,
    /// The short layer: what most people want to know.
    pub facts: Vec<Inlines>,
    /// The sections, in the order of Art. 13.
    pub sections: Vec<Section>,
    /// One line that names the version hash.
    pub footer: String,
    /// Head of the column of states.
    pub state_column: String,
}

/// Running text.
pub type Inlines = Vec<Inline>;

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Text(String),
    /// Words that lead somewhere.
    Link {
        /// The words.
        text: String,
        /// A path of ours, `https:`, `mailto:` or `tel:`; never anything else.
        href: String,
    },
}

/// A section under its heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Stable name, also the address within the page.
    pub id: &'static str,
    /// Heading.
    pub title: String,
    /// Content.
    pub blocks: Vec<Block>,
}

/// A piece of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A smaller heading.
    Heading(String),
    /// Running text.
    Paragraph(Inlines),
    /// Running text that must be seen (Art. 21(4)), with its promises.
    Callout(String, Vec<Line>),
    /// Names and values.
    Definitions(Vec<Item>),
    /// A table.
    Table(Table),
    /// Promises, a sentence each.
    Promises(Vec<Line>),
}

/// A name and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Name.
    pub term: String,
    /// Value.
    pub value: Inlines,
    /// Promises that this tells.
    pub lines: Vec<Line>,
}

/// A table with a caption.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What it is, also for a listener.
    pub caption: String,
    /// Column heads.
    pub head: Vec<String>,
    /// Rows, each as wide as the head.
    pub rows: Vec<Row>,
}

/// A table row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Cells; the first names the row.
    pub cells: Vec<Inlines>,
    /// Promises that this row tells.
    pub lines: Vec<Line>,
}

/// A promise in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Promise id.
    pub id: String,
    /// Its sentence.
    pub sentence: String,
    /// The law, in words.
    pub article: Option<String>,
    /// Its state, when states are told.
    pub state: Option<Shown>,
}

/// A state as shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// How it looks.
    pub tone: Tone,
    /// What it says.
    pub text: String,
}

impl Inline {
    /// Words.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}

impl Tone {
    /// Machine name, for classes and data attributes.
    pub const fn name(self) -> &'static str {
        match self {
            Tone::Good => "good",
            Tone::Late => "late",
            Tone::Bad => "bad",
            Tone::Plain => "plain",
        }
    }
}

impl Document {
    /// Every promise that the document tells, in order.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        self.sections.iter().flat_map(Section::lines)
    }
}

impl Section {
    /// Every promise that the section tells, in order.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        self.blocks.iter().flat_map(|block| -> Vec<&Line> {
            match block {
                Block::Heading(_) | Block::Paragraph(_) => vec![],
                Block::Callout(_, lines) | Block::Promises(lines) => lines.iter().collect(),
                Block::Definitions(items) => items.iter().flat_map(|item| &item.lines).collect(),
                Block::Table(table) => table.rows.iter().flat_map(|row| &row.lines).collect(),
            }
        })
    }
}
