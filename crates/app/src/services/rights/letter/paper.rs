//! A letter as it is kept: a title, headings, paragraphs and lists, in lines that a mail program shows
//! as they are and that a page and a PDF are made from. What was shown before sending, what was
//! sent and what is read years later are the same lines.

use maud::{Markup, html};
use seloste_notice::render::literal;

/// A letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// What it is about, without content.
    pub title: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A piece of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading(String),
    /// A paragraph; its lines stay lines.
    Text(String),
    /// One thing of a list.
    Item(String),
}

const TITLE: &str = "# ";
const HEADING: &str = "## ";
const ITEM: &str = "- ";

/// A4, for envelopes with a window; the look of the notice on paper.
const STYLE: &str = r##"#set page(paper: "a4", margin: (x: 2.4cm, top: 2.4cm, bottom: 2.4cm), numbering: "1 / 1")
#set text(font: "Libertinus Serif", size: 11pt, hyphenate: true)
#set par(leading: 0.65em, spacing: 1em)
#show heading.where(level: 1): set text(size: 17pt)
#show heading.where(level: 2): it => block(above: 1.5em, below: 0.8em, it)
"##;

impl Paper {
    /// The lines under which it is kept.
    pub fn to_text(&self) -> String {
        self.lines((TITLE, HEADING))
    }

    /// The lines as they go by mail: a heading is a line of its own.
    pub fn to_mail(&self) -> String {
        self.lines(("", ""))
    }

    fn lines(&self, (title, heading): (&str, &str)) -> String {
        let mut out = format!("{title}{}\n", self.title);
        let mut in_list = false;
        for block in &self.blocks {
            let is_item = matches!(block, Block::Item(_));
            // Things of one list stand together.
            out.push_str(if is_item && in_list { "" } else { "\n" });
            in_list = is_item;
            out.push_str(&match block {
                Block::Heading(text) => format!("{heading}{text}\n"),
                Block::Text(text) => format!("{text}\n"),
                Block::Item(text) => format!("{ITEM}{text}\n"),
            });
        }
        out
    }

    /// The letter in these lines; any text is one.
    pub fn read(text: &str) -> Self {
        let mut paper = Self { title: String::new(), blocks: Vec::new() };
        for part in text.split("\n\n") {
            let mut plain: Vec<&str> = Vec::new();
            for line in part.lines() {
                if let Some(title) = line.strip_prefix(TITLE).filter(|_| paper.title.is_empty()) {
                    title.clone_into(&mut paper.title);
                    continue;
                }
                let block = match (line.strip_prefix(HEADING), line.strip_prefix(ITEM)) {
                    (Some(heading), _) => Block::Heading(heading.to_owned()),
                    (_, Some(item)) => Block::Item(item.to_owned()),
                    _ => {
                        plain.push(line);
                        continue;
                    }
                };
                paper.end(&mut plain);
                paper.blocks.push(block);
            }
            paper.end(&mut plain);
        }
        paper
    }

    fn end(&mut self, lines: &mut Vec<&str>) {
        let text = lines.join("\n");
        lines.clear();
        if !text.trim().is_empty() {
            self.blocks.push(Block::Text(text));
        }
    }

    /// As a part of a page.
    pub fn html(&self) -> Markup {
        html! {
            div.letter {
                p { strong { (self.title) } }
                @for run in self.blocks.chunk_by(|one, next| is_item(one) && is_item(next)) {
                    @if run.iter().all(is_item) {
                        ul { @for block in run { @if let Block::Item(text) = block { li { (text) } } } }
                    } @else {
                        @for block in run {
                            @match block {
                                Block::Heading(text) => { h3 { (text) } },
                                Block::Text(text) | Block::Item(text) => { p { (text) } },
                            }
                        }
                    }
                }
            }
        }
    }

    /// As source for the PDF writer. Text enters as string literals only, so that nothing in a letter
    /// can become code.
    pub fn typst(&self) -> String {
        let mut out = format!("{STYLE}#heading(level: 1, {})\n", literal(&self.title));
        for run in self.blocks.chunk_by(|one, next| is_item(one) && is_item(next)) {
            let items: Vec<String> = run
                .iter()
                .filter_map(|block| match block {
                    Block::Item(text) => Some(format!("[#{}]", literal(text))),
                    _ => None,
                })
                .collect();
            if !items.is_empty() {
                out.push_str(&format!("#list({})\n", items.join(", ")));
                continue;
            }
            for block in run {
                out.push_str(&match block {
                    Block::Heading(text) => format!("#heading(level: 2, {})\n", literal(text)),
                    Block::Text(text) | Block::Item(text) => paragraph(text),
                });
            }
        }
        out
    }
}

fn is_item(block: &Block) -> bool {
    matches!(block, Block::Item(_))
}

fn paragraph(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(|line| format!("#{}", literal(line))).collect();
    format!("#par[{}]\n", lines.join("#linebreak()"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sample() -> Paper {
        let blocks = vec![
            Block::Text("Pyyntö 7\nsaapui eilen".to_owned()),
            Block::Heading("Mitä jää".to_owned()),
            Block::Item("Lasku".to_owned()),
            Block::Item("Kuitti".to_owned()),
            Block::Text("Kiitos.".to_owned()),
        ];
        Paper { title: "Vastaus".to_owned(), blocks }
    }

    #[test]
    fn what_is_kept_reads_itself() {
        assert_eq!(Paper::read(&sample().to_text()), sample());
        let mail = sample().to_mail();
        assert!(!mail.contains('#') && mail.contains("- Lasku\n- Kuitti\n\nKiitos."), "{mail}");
        assert!(sample().html().into_string().contains("<ul><li>Lasku</li><li>Kuitti</li></ul>"));
    }

    #[test]
    fn a_letter_is_set_into_pages_that_can_be_read_aloud() {
        let info = seloste_pdf::Info {
            title: "Vastaus".to_owned(),
            author: "Esimerkkikeskus".to_owned(),
            lang: "fi".to_owned(),
            keywords: Vec::new(),
            date: "2026-01-14T10:00:00Z".parse().unwrap(),
        };
        let pdf = seloste_pdf::pdf(&sample().typst(), &info).unwrap();
        assert!(pdf.conforming && pdf.bytes.starts_with(b"%PDF-"));
    }

    proptest! {
        /// Whatever staff write, the letter that is kept and read again is shown as it was.
        #[test]
        fn nothing_that_is_written_changes_when_it_is_read_again(text in "[#\\- a\n\"\\\\<]{0,60}") {
            let paper = Paper::read(&format!("# Vastaus\n\n{text}\n"));
            let again = Paper::read(&paper.to_text());
            prop_assert_eq!(again.html().into_string(), paper.html().into_string());
        }
    }
}
