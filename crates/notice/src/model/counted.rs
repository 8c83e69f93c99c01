//! What stays of records that go: counts.

use serde::Serialize;

use super::{Named, Span};

/// The counts that stay of records that go: of nobody (recital 26).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Anonymise {
    /// The choices by which they are counted apart.
    pub by: Vec<Named>,
    /// The time in which they are counted; `None` for all time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per: Option<CountedPer>,
    /// The numbers that are added up.
    pub sum: Vec<Named>,
    /// Combinations of fewer records are never shown by themselves.
    pub fewer_than: u32,
    /// Place in the file.
    #[serde(skip)]
    pub span: Span,
}

/// How exactly the time is kept in which a record was written that is only counted any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CountedPer {
    /// The month.
    Month,
    /// The year.
    Year,
}

impl CountedPer {
    /// The word in the notice.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Year => "year",
        }
    }
}

impl Anonymise {
    /// The fields of which something stays.
    pub fn fields(&self) -> impl Iterator<Item = &Named> {
        self.by.iter().chain(&self.sum)
    }
}
