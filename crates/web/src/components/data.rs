//! Showing data: tables, definitions, numbers, times, codes.

use jiff::Timestamp;
use maud::{Markup, html};

use crate::Ctx;

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    title: String,
    number: bool,
}

impl Column {
    /// A column of text.
    pub fn text(title: impl Into<String>) -> Self {
        Self { title: title.into(), number: false }
    }

    /// A column of numbers, set to the right.
    pub fn number(title: impl Into<String>) -> Self {
        Self { title: title.into(), number: true }
    }
}

/// A table. The first cell of each row is its heading. On a narrow screen each row becomes a card
/// in which every cell carries the title of its column.
pub struct Table {
    caption: String,
    columns: Vec<Column>,
    rows: Vec<Vec<Markup>>,
}

impl Table {
    /// A table with a caption that says what it holds.
    pub fn new(caption: impl Into<String>, columns: Vec<Column>) -> Self {
        Self { caption: caption.into(), columns, rows: Vec::new() }
    }

    /// Adds a row; a cell without a column is left out.
    pub fn row(&mut self, cells: Vec<Markup>) {
        self.rows.push(cells);
    }

    /// The table. The roles keep it a table where the style turns rows into cards.
    pub fn render(&self) -> Markup {
        html! {
            table role="table" {
                caption { (self.caption) }
                thead role="rowgroup" {
                    tr role="row" {
                        @for column in &self.columns {
                            th scope="col" role="columnheader" .number[column.number] { (column.title) }
                        }
                    }
                }
                tbody role="rowgroup" { @for row in &self.rows { (self.one(row)) } }
            }
        }
    }

    fn one(&self, row: &[Markup]) -> Markup {
        html! {
            tr role="row" {
                @for (place, (column, cell)) in self.columns.iter().zip(row).enumerate() {
                    @if place == 0 {
                        th scope="row" role="rowheader" { (cell) }
                    } @else {
                        td role="cell" data-title=(column.title) .number[column.number] { (cell) }
                    }
                }
            }
        }
    }
}

/// Terms with what they are.
pub fn definitions(pairs: &[(String, Markup)]) -> Markup {
    html! { dl.definitions { @for (term, what) in pairs { div { dt { (term) } dd { (what) } } } } }
}

/// A few numbers, large, with what they count: a text, or a link to what is counted.
pub fn stats(tiles: &[(Markup, String)]) -> Markup {
    html! { dl.stats { @for (what, number) in tiles { div { dt { (what) } dd { (number) } } } } }
}

/// An instant, readable and exact.
pub fn time(ctx: &Ctx, at: Timestamp) -> Markup {
    html! { time datetime=(at) { (ctx.moment(at)) } }
}

/// What happened when, newest first as the caller orders it.
pub fn timeline(ctx: &Ctx, entries: &[(Timestamp, Markup)]) -> Markup {
    html! {
        ol.timeline { @for (at, what) in entries { li { p.when { (time(ctx, *at)) } div { (what) } } } }
    }
}

/// A code to keep, large; one click selects all of it.
pub fn code_display(label: &str, code: &str) -> Markup {
    let (left, right) = halves(code);
    // Groups with spaces between them may break at each.
    let groups: Vec<&str> = left.split(' ').collect();
    html! {
        div.code-display {
            p { (label) }
            p { code data-receipt translate="no" { @for (place, group) in groups.iter().enumerate() { @if place > 0 { " " } span { (group) } } span { (right) } } }
        }
    }
}

/// A code of hyphenated groups in two halves, so that a narrow page breaks it in the middle only.
fn halves(code: &str) -> (&str, &str) {
    let hyphens: Vec<usize> = code.match_indices('-').map(|(at, _)| at).collect();
    match hyphens.get(hyphens.len() / 2) {
        Some(middle) if hyphens.len() > 2 => code.split_at(middle + 1),
        _ => (code, ""),
    }
}

/// Nothing here, and what to do about it.
pub fn empty(text: &str, action: Markup) -> Markup {
    html! { div.empty { p { (text) } (action) } }
}
