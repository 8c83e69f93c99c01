//! The notice on the page: the same tree as every other form, with our own building blocks and,
//! beside each sentence, whether it is kept.

use maud::{Markup, html};
use seloste_notice::promises::{Promise, States};
use seloste_notice::render::Document;
use seloste_notice::render::tree::{Block, Inline, Item, Line, Row, Section, Table as Data};
use seloste_web::Ctx;
use seloste_web::components::{Column, Table, badge, definitions, promise};

use super::evidence::{how, look};

/// What a document is shown with.
pub(super) struct Shown<'a> {
    /// The document.
    pub document: &'a Document,
    /// Its promises.
    pub promises: &'a [Promise],
    /// Their states; none for a version that is not in force.
    pub states: Option<&'a States>,
}

impl Shown<'_> {
    /// One section under its heading.
    pub fn section(&self, ctx: &Ctx, section: &Section) -> Markup {
        html! {
            section aria-labelledby=(section.id) {
                h2 id=(section.id) { (section.title) }
                (self.blocks(ctx, section))
            }
        }
    }

    /// What a section holds.
    pub fn blocks(&self, ctx: &Ctx, section: &Section) -> Markup {
        html! { @for block in &section.blocks { (self.block(ctx, block)) } }
    }

    fn block(&self, ctx: &Ctx, block: &Block) -> Markup {
        match block {
            Block::Heading(text) => html! { h3 { (text) } },
            Block::Paragraph(text) => html! { p { (inlines(text)) } },
            Block::Callout(title, lines) => html! {
                div.callout { p.note-title { (title) } (self.lines(ctx, lines)) }
            },
            Block::Definitions(items) => {
                let pairs: Vec<_> =
                    items.iter().map(|item| (item.term.clone(), self.item(ctx, item))).collect();
                definitions(&pairs)
            }
            Block::Promises(lines) => self.lines(ctx, lines),
            Block::Table(table) => self.table(ctx, table),
        }
    }

    fn lines(&self, ctx: &Ctx, lines: &[Line]) -> Markup {
        html! { div.promises { @for line in lines { (self.line(ctx, line)) } } }
    }

    /// A sentence with its state, or without one when the version is not in force.
    fn line(&self, ctx: &Ctx, line: &Line) -> Markup {
        let Some((states, of)) = self.states.zip(self.promise(&line.id)) else {
            return html! {
                div.promise.told id=(line.id) data-promise=(line.id) { p.promise-text { (line.sentence) } }
            };
        };
        let state = states.of.get(&line.id);
        let sentence = html! { p data-promise=(line.id) { (line.sentence) } };
        promise(
            ctx,
            &line.id,
            look(state, states.as_of),
            sentence,
            how(ctx, of, state, states.as_of),
        )
    }

    fn promise(&self, id: &str) -> Option<&Promise> {
        self.promises.iter().find(|promise| promise.id == id)
    }

    fn item(&self, ctx: &Ctx, item: &Item) -> Markup {
        html! { p { (inlines(&item.value)) } (self.marks(ctx, &item.lines)) }
    }

    fn table(&self, ctx: &Ctx, data: &Data) -> Markup {
        let mut columns: Vec<Column> = data.head.iter().map(Column::text).collect();
        let states = self.states.is_some() && data.rows.iter().any(|row| !row.lines.is_empty());
        if states {
            columns.push(Column::text(&self.document.state_column));
        }
        let mut table = Table::new(&data.caption, columns);
        for row in &data.rows {
            let mut cells: Vec<Markup> = row.cells.iter().map(|cell| inlines(cell)).collect();
            if states {
                cells.push(self.row_marks(ctx, row));
            }
            table.row(cells);
        }
        table.render()
    }

    fn row_marks(&self, ctx: &Ctx, row: &Row) -> Markup {
        if row.lines.is_empty() {
            html! { "–" }
        } else {
            self.marks(ctx, &row.lines)
        }
    }

    /// The promises of a row or value whose words the row itself is: their worst state, which
    /// leads to the proof.
    fn marks(&self, ctx: &Ctx, lines: &[Line]) -> Markup {
        let Some(states) = self.states else { return html! {} };
        html! {
            @for line in lines {
                a.proof id=(line.id) data-promise=(line.id)
                    href=(ctx.href(&format!("/tietosuoja/naytto/{}", line.id)))
                {
                    (badge(ctx, look(states.of.get(&line.id), states.as_of)))
                    span.unseen { ". " (ctx.say_with("privacy-proof-of", &[("sentence", line.sentence.as_str().into())])) }
                }
            }
        }
    }
}

/// Running text.
pub(super) fn inlines(inlines: &[Inline]) -> Markup {
    html! {
        @for inline in inlines {
            @match inline {
                Inline::Text(text) => (text),
                Inline::Link { text, href } => a href=(href) { (text) },
            }
        }
    }
}
