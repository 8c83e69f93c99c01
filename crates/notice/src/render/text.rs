//! The document as plain text, wrapped to 78 columns.

use super::tree::{Block, Document, Inline, Item, Line, Row, Table};

const WIDTH: usize = 78;

/// Readable in a terminal, in mail and aloud; ends with the version hash.
pub fn text(document: &Document) -> String {
    let mut out = String::new();
    heading(&mut out, &document.title, '=');
    wrap(&mut out, "", "", &document.subtitle);
    if let Some(as_of) = &document.states_as_of {
        wrap(&mut out, "", "", as_of);
    }
    out.push('\n');
    heading(&mut out, &document.facts_title, '-');
    for fact in &document.facts {
        wrap(&mut out, "- ", "  ", &plain(fact));
    }
    for section in &document.sections {
        out.push('\n');
        heading(&mut out, &section.title, '-');
        let mut first = true;
        for of in &section.blocks {
            if !first {
                out.push('\n');
            }
            first = false;
            block(&mut out, document, of);
        }
    }
    out.push('\n');
    wrap(&mut out, "", "", &document.footer);
    out
}

fn heading(out: &mut String, title: &str, rule: char) {
    let before = out.chars().count();
    wrap(out, "", "", title);
    let widest = out.chars().skip(before).collect::<String>();
    let width = widest.lines().map(|line| line.chars().count()).max().unwrap_or_default();
    out.extend(std::iter::repeat_n(rule, width));
    out.push('\n');
}

fn block(out: &mut String, document: &Document, block: &Block) {
    match block {
        Block::Heading(text) => wrap(out, "", "", &format!("* {text}")),
        Block::Paragraph(text) => wrap(out, "", "", &plain(text)),
        Block::Callout(title, of) => {
            wrap(out, "! ", "! ", title);
            of.iter().for_each(|line| wrap(out, "! ", "! ", &said(line)));
        }
        Block::Definitions(items) => items.iter().for_each(|of| item(out, of)),
        Block::Promises(of) => of.iter().for_each(|line| wrap(out, "- ", "  ", &said(line))),
        Block::Table(of) => table(out, document, of),
    }
}

fn plain(inlines: &[Inline]) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) => text.clone(),
            // An address that already shows itself is not said twice.
            Inline::Link { text, href } if href.ends_with(text.as_str()) => text.clone(),
            Inline::Link { text, href } if href.starts_with("tel:") => text.clone(),
            Inline::Link { text, href } => format!("{text} ({href})"),
        })
        .collect()
}

/// Articles are left to the page and the linked data: read aloud they would drown the sentence.
fn said(line: &Line) -> String {
    format!("{}{}", line.sentence, state(line))
}

fn state(line: &Line) -> String {
    line.state.as_ref().map(|state| format!(" [{}]", state.text)).unwrap_or_default()
}

fn marks(lines: &[Line]) -> String {
    lines.iter().map(state).collect()
}

fn item(out: &mut String, item: &Item) {
    wrap(out, "", "  ", &format!("{}: {}{}", item.term, plain(&item.value), marks(&item.lines)));
}

/// A table reads as one entry per row: columns do not fit, and cannot be listened to.
fn table(out: &mut String, document: &Document, table: &Table) {
    for (at, row) in table.rows.iter().enumerate() {
        if at > 0 {
            out.push('\n');
        }
        entry(out, document, table, row);
    }
}

fn entry(out: &mut String, document: &Document, table: &Table, row: &Row) {
    for (at, cell) in row.cells.iter().enumerate() {
        let said = plain(cell);
        match table.head.get(at) {
            Some(head) if at > 0 => wrap(out, "    ", "      ", &format!("{head}: {said}")),
            _ => wrap(out, "  ", "  ", &said),
        }
    }
    for line in row.lines.iter().filter_map(|line| line.state.as_ref()) {
        wrap(out, "    ", "      ", &format!("{}: {}", document.state_column, line.text));
    }
}

/// Appends `text` in lines of at most [`WIDTH`] columns; a longer word gets a line of its own.
fn wrap(out: &mut String, first: &str, rest: &str, text: &str) {
    let mut line = first.to_owned();
    let mut empty = true;
    for word in text.split_whitespace() {
        let longer = line.chars().count() + usize::from(!empty) + word.chars().count();
        if !empty && longer > WIDTH {
            out.push_str(line.trim_end());
            out.push('\n');
            line = rest.to_owned();
            empty = true;
        }
        if !empty {
            line.push(' ');
        }
        line.push_str(word);
        empty = false;
    }
    out.push_str(line.trim_end());
    out.push('\n');
}
