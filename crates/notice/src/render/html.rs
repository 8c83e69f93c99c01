//! The document as an HTML fragment, for the public page and for a file of its own.

use maud::{Markup, html};

use super::tree::{Block, Document, Inline, Item, Line, Row, Section, Shown, Table};

/// An `<article>`: escaped, without scripts or styles. Classes: `notice`, `notice-facts`,
/// `notice-state`, `tone-good|late|bad|plain`, `callout`. Each promise is an element with
/// `data-promise`; the version hash is in `data-hash` and in the footer.
pub fn html(document: &Document) -> String {
    let meta = &document.meta;
    let fragment = html! {
        article.notice lang=(document.lang) data-notice=(document.notice)
            data-version=(meta.version) data-hash=(meta.hash)
        {
            header {
                h1 { (document.title) }
                p.notice-version { (document.subtitle) }
                @if let Some(as_of) = &document.states_as_of { p.notice-as-of { (as_of) } }
            }
            section.notice-facts aria-labelledby="facts" {
                h2 #facts { (document.facts_title) }
                ul { @for fact in &document.facts { li { (inlines(fact)) } } }
            }
            @for of in &document.sections { (section(document, of)) }
            footer { p.notice-hash { (document.footer) } }
        }
    };
    fragment.into_string()
}

fn section(document: &Document, section: &Section) -> Markup {
    html! {
        section aria-labelledby=(section.id) {
            h2 id=(section.id) { (section.title) }
            @for of in &section.blocks { (block(document, of)) }
        }
    }
}

fn block(document: &Document, block: &Block) -> Markup {
    match block {
        Block::Heading(text) => html! { h3 { (text) } },
        Block::Paragraph(text) => html! { p { (inlines(text)) } },
        Block::Callout(title, of) => html! {
            div.callout { p { strong { (title) } } (lines(of)) }
        },
        Block::Definitions(items) => html! { dl { @for of in items { (item(of)) } } },
        Block::Promises(of) => lines(of),
        Block::Table(of) => table(document, of),
    }
}

fn inlines(inlines: &[Inline]) -> Markup {
    html! {
        @for inline in inlines {
            @match inline {
                Inline::Text(text) => (text),
                Inline::Link { text, href } => a href=(href) { (text) },
            }
        }
    }
}

fn lines(lines: &[Line]) -> Markup {
    html! {
        ul.promises {
            @for line in lines {
                li id=(format!("p-{}", line.id)) data-promise=(line.id) {
                    span.promise { (line.sentence) }
                    @if let Some(article) = &line.article { " " small.article { "(" (article) ")" } }
                    (state(line))
                }
            }
        }
    }
}

fn state(line: &Line) -> Markup {
    html! {
        @if let Some(Shown { tone, text }) = &line.state {
            " " span class=(format!("notice-state tone-{}", tone.name())) { (text) }
        }
    }
}

/// The promises of a row or value, whose words the row itself is.
fn marks(lines: &[Line]) -> Markup {
    html! {
        @for line in lines {
            span id=(format!("p-{}", line.id)) data-promise=(line.id) { (state(line)) }
        }
    }
}

fn item(item: &Item) -> Markup {
    html! {
        dt { (item.term) }
        dd { (inlines(&item.value)) (marks(&item.lines)) }
    }
}

fn table(document: &Document, table: &Table) -> Markup {
    let states = document.states_as_of.is_some();
    html! {
        div.table-wrap tabindex="0" role="region" aria-label=(table.caption) {
            table {
                caption { (table.caption) }
                thead {
                    tr {
                        @for head in &table.head { th scope="col" { (head) } }
                        @if states { th scope="col" { (document.state_column) } }
                    }
                }
                tbody { @for of in &table.rows { (row(of, states)) } }
            }
        }
    }
}

fn row(row: &Row, states: bool) -> Markup {
    html! {
        tr {
            @for (at, cell) in row.cells.iter().enumerate() {
                @if at == 0 {
                    th scope="row" {
                        (inlines(cell))
                        @if !states { (marks(&row.lines)) }
                    }
                } @else {
                    td { (inlines(cell)) }
                }
            }
            @if states { td { (marks(&row.lines)) } }
        }
    }
}
