//! The notice on the page: the same tree as every other form, with our own building blocks. A kept
//! sentence has a tick that leads to its proof; one that is not kept says so aloud. Data that are
//! not the visitor's are folded.

use maud::{Markup, html};
use seloste_notice::promises::{Promise, States};
use seloste_notice::render::Document;
use seloste_notice::render::tree::{Block, Inline, Inlines, Item, Line, Section, Table as Data};
use seloste_web::Ctx;
use seloste_web::components::{Column, State as Look, Table, badge, definitions, promise};

use super::evidence::{how, look};

/// What a document is shown with.
pub(super) struct Shown<'a> {
    /// The document.
    pub document: &'a Document,
    /// Its promises.
    pub promises: &'a [Promise],
    /// Their states; none for a version that is not in force.
    pub states: Option<&'a States>,
    /// Headings under which what follows is folded.
    pub folded: Vec<String>,
}

impl Shown<'_> {
    /// One section under its heading.
    pub fn section(&self, ctx: &Ctx, section: &Section) -> Markup {
        html! {
            section aria-labelledby=(section.id) {
                h2 id=(section.id) { (section.title) }
                (self.count(ctx, section))
                (self.blocks(ctx, section))
            }
        }
    }

    /// What a section holds.
    pub fn blocks(&self, ctx: &Ctx, section: &Section) -> Markup {
        let mut rest = section.blocks.as_slice();
        let mut parts: Vec<Markup> = Vec::new();
        while let Some((first, after)) = rest.split_first() {
            let folds = matches!(first, Block::Heading(title) if self.folded.contains(title));
            let end = if folds { folded_until(after) } else { 0 };
            let (inside, outside) = after.split_at(end);
            parts.push(match first {
                Block::Heading(title) if folds => html! {
                    details.fold {
                        summary { h3 { (title) } }
                        @for block in inside { (self.block(ctx, block)) }
                    }
                },
                block => self.block(ctx, block),
            });
            rest = outside;
        }
        html! { @for part in &parts { (part) } }
    }

    /// How many promises a section has and how it stands with them, which leads to the proofs.
    fn count(&self, ctx: &Ctx, section: &Section) -> Markup {
        let Some(states) = self.states else { return html! {} };
        let looks = section.lines().map(|line| look(states.of.get(&line.id), states.as_of));
        let looks: Vec<Look> = looks.filter(|look| *look != Look::Text).collect();
        let bad = looks.iter().filter(|look| **look == Look::Broken).count();
        let args = [("count", looks.len().into()), ("bad", bad.into())];
        let key = if bad == 0 { "privacy-section-good" } else { "privacy-section-bad" };
        let proofs = ctx.href(&format!("/tietosuoja/naytto#osio-{}", section.id));
        html! {
            @if !looks.is_empty() {
                p.quiet { (ctx.say_with(key, &args)) " " a href=(proofs) { (ctx.say("privacy-section-proof")) span.unseen { ": " (section.title) } } }
            }
        }
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
        if is_quiet(look(state, states.as_of)) {
            return html! {
                p.sentence id=(line.id) data-promise=(line.id) {
                    (line.sentence) (self.tick(ctx, line))
                }
            };
        }
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
        html! { p { (inlines(&item.value)) (self.marks(ctx, &item.lines)) } }
    }

    fn table(&self, ctx: &Ctx, data: &Data) -> Markup {
        let columns: Vec<Column> = data.head.iter().map(Column::text).collect();
        let mut table = Table::new(&data.caption, columns);
        for row in &data.rows {
            let cell = |(place, cell): (usize, &Inlines)| match place {
                0 => html! { (inlines(cell)) (self.marks(ctx, &row.lines)) },
                _ => inlines(cell),
            };
            table.row(row.cells.iter().enumerate().map(cell).collect());
        }
        table.render()
    }

    /// The promises of a row or value whose words the row itself is, each leading to its proof.
    fn marks(&self, ctx: &Ctx, lines: &[Line]) -> Markup {
        let Some(states) = self.states else { return html! {} };
        html! {
            @for line in lines {
                @let state = look(states.of.get(&line.id), states.as_of);
                @if is_quiet(state) {
                    span id=(line.id) data-promise=(line.id) { (self.tick(ctx, line)) }
                } @else {
                    " "
                    a.proof id=(line.id) data-promise=(line.id)
                        href=(ctx.href(&format!("/tietosuoja/naytto/{}", line.id)))
                    {
                        (badge(ctx, state))
                        span.unseen { ". " (ctx.say_with("privacy-proof-of", &[("sentence", line.sentence.as_str().into())])) }
                    }
                }
            }
        }
    }

    /// A small sign that a promise is kept; nothing beside what is only told.
    fn tick(&self, ctx: &Ctx, line: &Line) -> Markup {
        let Some(states) = self.states else { return html! {} };
        let kept = look(states.of.get(&line.id), states.as_of) == Look::Kept;
        html! {
            @if kept {
                " "
                a.tick href=(ctx.href(&format!("/tietosuoja/naytto/{}", line.id))) {
                    span aria-hidden="true" { "✓" }
                    span.unseen { (ctx.say("privacy-kept-proof")) }
                }
            }
        }
    }
}

/// What needs no badge: kept, or told only.
fn is_quiet(state: Look) -> bool {
    matches!(state, Look::Kept | Look::Text)
}

/// Where the fold ends: at the next heading, and before what is said of all kinds at once.
fn folded_until(blocks: &[Block]) -> usize {
    let of_all =
        |line: &Line| line.id.ends_with(".records.envelope") || line.id.ends_with(".kinds.closed");
    let ends = |block: &Block| match block {
        Block::Heading(_) => true,
        Block::Promises(lines) => lines.iter().any(of_all),
        _ => false,
    };
    blocks.iter().position(ends).unwrap_or(blocks.len())
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
