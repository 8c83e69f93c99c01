//! The document as Typst source. Text enters only as string literals, so that nothing in a notice
//! can become code.

use super::tree::{Block, Document, Inline, Item, Line, Table};

const STYLE: &str = r##"#set page(paper: "a4", margin: (x: 2.2cm, top: 2.2cm, bottom: 2.4cm))
#set text(font: "Libertinus Serif", size: 10.5pt, hyphenate: true)
#set par(leading: 0.62em, spacing: 0.9em)
#set table(stroke: 0.4pt + luma(70%), inset: 5pt)
#show heading.where(level: 1): set text(size: 18pt)
#show heading.where(level: 2): it => block(above: 1.5em, below: 0.8em, it)
#show table: set text(size: 9pt, hyphenate: true)
#show table: set par(justify: false)
#show figure.caption: set align(left)
#show link: set text(fill: rgb("#0b4f8a"))
"##;

/// A4 source for the PDF writer; the footer of each page carries the version hash.
pub fn typst(document: &Document) -> String {
    let mut out = String::from(STYLE);
    let footer = literal(&document.footer);
    out.push_str(&format!(
        "#set page(footer: context {{ set text(size: 7.5pt); {footer}; h(1fr); \
         counter(page).display(\"1 / 1\", both: true) }})\n"
    ));
    out.push_str(&format!("#heading(level: 1, {})\n", literal(&document.title)));
    let mut lead = vec![literal(&document.subtitle)];
    lead.extend(document.states_as_of.as_deref().map(literal));
    lead.iter().for_each(|line| out.push_str(&format!("#par({line})\n")));
    out.push_str(&format!("#heading(level: 2, {})\n", literal(&document.facts_title)));
    out.push_str(&list(document.facts.iter().map(|fact| inlines(fact))));
    for section in &document.sections {
        out.push_str(&format!("#heading(level: 2, {})\n", literal(&section.title)));
        section.blocks.iter().for_each(|of| out.push_str(&block(document, of)));
    }
    out
}

/// A Typst string literal of any text: the only way that text from outside may enter a source.
/// Control characters are dropped, since no font has shapes for them.
pub fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn block(document: &Document, block: &Block) -> String {
    match block {
        Block::Heading(text) => format!("#heading(level: 3, {})\n", literal(text)),
        Block::Paragraph(text) => format!("#par({})\n", inlines(text)),
        Block::Callout(title, lines) => {
            let body = lines.iter().map(|line| format!("par({})", said(line)));
            let body = body.collect::<Vec<_>>().join("; ");
            format!(
                "#block(width: 100%, inset: 8pt, stroke: 1pt, {{ par(strong({})); {body} }})\n",
                literal(title)
            )
        }
        Block::Definitions(items) => {
            let items: Vec<String> = items.iter().map(item).collect();
            format!("#terms({})\n", items.join(", "))
        }
        Block::Promises(lines) => list(lines.iter().map(said)),
        Block::Table(of) => table(document, of),
    }
}

fn list(items: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = items.collect();
    format!("#list({})\n", items.join(", "))
}

/// A code block whose pieces join into content.
fn inlines(inlines: &[Inline]) -> String {
    let pieces: Vec<String> = inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) => literal(text),
            // A path of ours leads nowhere on paper: it is shown instead.
            Inline::Link { text, href } if href.starts_with('/') => {
                literal(&format!("{text} ({href})"))
            }
            Inline::Link { text, href } => format!("link({}, {})", literal(href), literal(text)),
        })
        .collect();
    format!("{{ {} }}", pieces.join("; "))
}

fn said(line: &Line) -> String {
    let mut pieces = vec![literal(&line.sentence)];
    if let Some(article) = &line.article {
        pieces.push(format!(
            "text(size: 0.8em, fill: luma(35%), {})",
            literal(&format!(" ({article})"))
        ));
    }
    pieces.extend(state(line));
    format!("{{ {} }}", pieces.join("; "))
}

fn state(line: &Line) -> Option<String> {
    let state = line.state.as_ref()?;
    Some(format!("emph({})", literal(&format!(" {}", state.text))))
}

fn item(item: &Item) -> String {
    let mut pieces = vec![inlines(&item.value)];
    pieces.extend(item.lines.iter().filter_map(state));
    format!("terms.item({}, {{ {} }})", literal(&item.term), pieces.join("; "))
}

/// Column widths by what stands in them, so that a long text gets room and a short one gives it.
fn columns(table: &Table, states: bool) -> String {
    let chars = |inlines: &[Inline]| -> usize {
        let of = |inline: &Inline| match inline {
            Inline::Text(text) | Inline::Link { text, .. } => text.chars().count(),
        };
        inlines.iter().map(of).sum()
    };
    let width = |at: usize| {
        let cells = table.rows.iter().filter_map(|row| row.cells.get(at));
        cells.map(|cell| chars(cell)).max().unwrap_or_default().clamp(20, 70)
    };
    let widths = (0..table.head.len()).map(width).chain(states.then_some(30));
    widths.map(|width| format!("{width}fr")).collect::<Vec<_>>().join(", ")
}

fn table(document: &Document, table: &Table) -> String {
    let states = document.states_as_of.is_some();
    let mut head: Vec<String> =
        table.head.iter().map(|h| format!("strong({})", literal(h))).collect();
    if states {
        head.push(format!("strong({})", literal(&document.state_column)));
    }
    let columns = columns(table, states);
    let mut cells = Vec::new();
    for row in &table.rows {
        cells.extend(row.cells.iter().map(|cell| inlines(cell)));
        if states {
            let marks: Vec<String> = row.lines.iter().filter_map(state).collect();
            let marks = if marks.is_empty() { "\"\"".to_owned() } else { marks.join("; ") };
            cells.push(format!("{{ {marks} }}"));
        }
    }
    format!(
        "#figure(kind: table, supplement: none, numbering: none, caption: figure.caption(position: top, {}), \
         align(left, table(columns: ({columns},), table.header({}), {})))\n",
        literal(&table.caption),
        head.join(", "),
        cells.join(", ")
    )
}
