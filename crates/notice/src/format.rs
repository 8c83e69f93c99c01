//! Canonical formatting: four spaces, one node a line, values in quotation marks, comments and
//! single blank lines kept.

use kdl::{KdlDocument, KdlEntry, KdlNode, KdlValue};

use crate::finding::Finding;
use crate::reading::scan::{before_comments, comments};
use crate::reading::{Reading, read, tree_of};

const INDENT: &str = "    ";
/// So many comments are tried one by one when it is to be told which of them is in the way.
const LOOKS: usize = 100;

/// Why a text was not formatted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unformatted {
    /// It cannot be parsed whole: a broken file is never rewritten.
    Broken(Vec<Finding>),
    /// What stands at this byte of the text would lose a comment or its meaning: it has to be written
    /// otherwise first.
    At(usize),
}

/// The text in its canonical form. Formatting twice changes nothing.
///
/// # Errors
/// Why it cannot be brought into that form; it is then as it was.
pub fn fmt(text: &str) -> Result<String, Unformatted> {
    let reading = read(text, "");
    if !reading.is_whole() {
        return Err(Unformatted::Broken(reading.findings));
    }
    let document = with_all_comments(&reading).map_err(Unformatted::At)?;
    let mut page = Page::default();
    page.nodes(&document, 0);
    if is(&page.out, &document) {
        return Ok(page.out);
    }
    // A comment in an odd place would take the rest of its line along.
    Err(Unformatted::At(culprit(&reading.document).unwrap_or_default()))
}

/// Whether a text says the same.
fn is(text: &str, document: &KdlDocument) -> bool {
    tree_of(text).is_some_and(|out| meaning(&out) == meaning(document))
}

/// The innermost node that does not mean the same when it is formatted.
fn culprit(document: &KdlDocument) -> Option<usize> {
    let says_else = |node: &&KdlNode| {
        let mut page = Page::default();
        page.node(node, 0);
        let mut alone = KdlDocument::new();
        alone.nodes_mut().push((*node).clone());
        !is(&page.out, &alone)
    };
    let node = document.nodes().iter().find(says_else)?;
    node.children().and_then(culprit).or(Some(node.span().offset()))
}

/// The parser forgets a comment behind a closing brace: such a comment gets a line of its own. Where
/// that fails, the place: nobody's words are lost for the sake of form.
fn with_all_comments(reading: &Reading) -> Result<KdlDocument, usize> {
    let places = before_comments(&reading.text);
    let text = opened(&reading.text, &places);
    let kept = |document: &KdlDocument| {
        let printed = document.to_string();
        ["//", "/*"].iter().all(|mark| marks(&printed, mark) == marks(&text, mark))
    };
    match tree_of(&text) {
        Some(mended) if kept(&mended) && meaning(&mended) == meaning(&reading.document) => {
            Ok(mended)
        }
        _ => Err(odd_place(reading, &places)),
    }
}

/// The text with a line end at each of these places.
fn opened(text: &str, places: &[usize]) -> String {
    let mut out = String::with_capacity(text.len() + places.len());
    let mut from = 0;
    for place in places {
        out.push_str(text.get(from..*place).unwrap_or_default());
        out.push('\n');
        from = *place;
    }
    out + text.get(from..).unwrap_or_default()
}

/// The first place behind a brace whose comment cannot have a line of its own; where each of them can,
/// the first comment that the parser forgets.
fn odd_place(reading: &Reading, places: &[usize]) -> usize {
    let bad = |place: &&usize| !is(&opened(&reading.text, &[**place]), &reading.document);
    // Each look reads the whole file: with very many only the first ones are looked at.
    if let Some(place) = places.iter().take(LOOKS).find(bad) {
        return *place;
    }
    let printed = reading.document.to_string();
    let same = printed.chars().zip(reading.text.chars()).take_while(|(one, other)| one == other);
    same.map(|(c, _)| c.len_utf8()).sum()
}

fn marks(text: &str, mark: &str) -> usize {
    text.matches(mark).count()
}

/// Everything but the form.
fn meaning(document: &KdlDocument) -> String {
    let mut document = document.clone();
    document.clear_format_recursive();
    document.to_string()
}

/// The page being written.
#[derive(Default)]
struct Page {
    out: String,
    /// Comments to the end of a line that goes on: they stand above it.
    above: Vec<String>,
}

impl Page {
    fn nodes(&mut self, document: &KdlDocument, depth: usize) {
        for (index, node) in document.nodes().iter().enumerate() {
            let leading = node.format().map_or("", |format| format.leading.as_str());
            let lead = match index {
                0 => format!(
                    "{}{leading}",
                    document.format().map_or("", |format| format.leading.as_str())
                ),
                _ => leading.to_owned(),
            };
            self.comments(&lead, depth, index > 0);
            self.node(node, depth);
        }
        // Without nodes, what stands between the braces is all before the first one.
        let rest = document.format().map_or(String::new(), |format| {
            let leading = if document.nodes().is_empty() { format.leading.as_str() } else { "" };
            format!("{leading}{}", format.trailing)
        });
        self.comments(&rest, depth, !document.nodes().is_empty());
        // A blank line before the closing brace says nothing.
        while self.out.ends_with("\n\n") {
            self.out.pop();
        }
    }

    /// Comment lines before a node, each at its depth; one blank line where there were any.
    fn comments(&mut self, trivia: &str, depth: usize, may_blank: bool) {
        let mut may_blank = may_blank;
        let lines: Vec<&str> =
            trivia.trim_start_matches('\u{feff}').split('\n').map(str::trim).collect();
        let last = lines.len().saturating_sub(1);
        for (index, line) in lines.into_iter().enumerate() {
            if !line.is_empty() {
                self.line(depth, line);
                may_blank = true;
            } else if may_blank && index < last {
                // The trivia of a node starts after the end of the line before it, so an empty
                // line that is not its last is a blank one.
                self.out.push('\n');
                may_blank = false;
            }
        }
    }

    fn line(&mut self, depth: usize, text: &str) {
        self.indent(depth);
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn indent(&mut self, depth: usize) {
        for _ in 0..depth {
            self.out.push_str(INDENT);
        }
    }

    fn node(&mut self, node: &KdlNode, depth: usize) {
        let start = self.out.len();
        self.indent(depth);
        let format = node.format();
        if let Some(ty) = node.ty() {
            self.out.push_str(&format!("({})", bare(ty.value())));
        }
        self.out.push_str(&bare(node.name().value()));
        for entry in node.entries() {
            self.entry(entry);
        }
        self.aside(format.map_or("", |format| format.before_children.as_str()));
        for comment in std::mem::take(&mut self.above).into_iter().rev() {
            let indent = INDENT.repeat(depth);
            self.out.insert_str(start, &format!("{indent}{comment}\n"));
        }
        if let Some(children) = node.children() {
            let silent = children.nodes().is_empty()
                && children.format().is_none_or(|format| {
                    format.leading.trim().is_empty() && format.trailing.trim().is_empty()
                });
            if !silent {
                self.out.push_str(" {\n");
                self.nodes(children, depth + 1);
                self.indent(depth);
                self.out.push('}');
            }
        }
        let after = format.map_or(String::new(), |format| {
            let terminator = format.terminator.trim_matches([';', '\n', '\r', ' ']);
            format!("{}{terminator}{}", format.before_terminator, format.trailing)
        });
        self.aside(&after);
        self.out.push('\n');
    }

    fn entry(&mut self, entry: &KdlEntry) {
        let format = entry.format();
        self.aside(format.map_or("", |format| format.leading.as_str()));
        self.out.push(' ');
        if let Some(name) = entry.name() {
            self.out.push_str(&bare(name.value()));
            self.out.push('=');
        }
        if let Some(ty) = entry.ty() {
            self.out.push_str(&format!("({})", bare(ty.value())));
        }
        let written = format.map_or("", |format| format.value_repr.trim());
        self.out.push_str(&value(entry.value(), written));
        self.aside(format.map_or("", |format| format.trailing.as_str()));
    }

    /// A comment inside a line. KDL allows one to the line's end only there: in a line that goes on,
    /// which is joined, it moves above.
    fn aside(&mut self, trivia: &str) {
        let Some(comments) = comments(trivia) else {
            self.beside(trivia.trim().trim_start_matches('\\').trim());
            return;
        };
        let goes_on = trivia.contains('\\');
        for comment in comments {
            match goes_on && comment.starts_with("//") {
                true => self.above.push(comment.to_owned()),
                false => self.beside(comment),
            }
        }
    }

    fn beside(&mut self, comment: &str) {
        if !comment.is_empty() {
            self.out.push(' ');
            self.out.push_str(comment);
        }
    }
}

/// A value: strings in quotation marks, except the word `none`; strings of several lines and raw
/// strings as they were written.
fn value(value: &KdlValue, written: &str) -> String {
    match value {
        KdlValue::String(text) if text == "none" => "none".to_owned(),
        KdlValue::String(_) if written.starts_with("\"\"\"") || written.starts_with('#') => {
            written.to_owned()
        }
        KdlValue::String(text) => quoted(text),
        _ if written.is_empty() => value.to_string(),
        _ => written.to_owned(),
    }
}

/// A name: bare when KDL lets it be.
fn bare(name: &str) -> String {
    let plain = name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
        && !["true", "false", "null", "inf", "nan"].contains(&name);
    if plain { name.to_owned() } else { quoted(name) }
}

fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() || ['\u{2028}', '\u{2029}', '\u{85}'].contains(&c) => {
                out.push_str(&format!("\\u{{{:x}}}", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn formats(from: &str, to: &str) {
        assert_eq!(fmt(from).unwrap(), to);
        assert_eq!(fmt(to).unwrap(), to);
    }

    #[test]
    fn nodes_stand_on_lines_of_their_own_in_quotation_marks() {
        formats(
            "notice  palaute   languages='fi' {register{fi Palaute;sv \"x\"}\n\n\n\n  analytics none }"
                .replace('\'', "\"")
                .as_str(),
            "notice \"palaute\" languages=\"fi\" {\n    register {\n        fi \"Palaute\"\n        sv \"x\"\n    }\n\n    analytics none\n}\n",
        );
    }

    #[test]
    fn comments_are_kept() {
        formats(
            "// first\n\n/* second */ notice \"a\" { // third\n  // fourth\n  review every=\"1 year\" // fifth\n\n  // last\n}\n// end\n",
            "// first\n\n/* second */\nnotice \"a\" {\n    // third\n    // fourth\n    review every=\"1 year\" // fifth\n\n    // last\n}\n// end\n",
        );
    }

    #[test]
    fn comments_behind_closing_braces_are_kept() {
        formats(
            "notice \"a\" {\n    register {\n        fi \"A\"\n    } // first\n    // second\n} /* third */ // fourth\n",
            "notice \"a\" {\n    register {\n        fi \"A\"\n    }\n    // first\n    // second\n}\n/* third */ // fourth\n",
        );
        formats(
            "a {b} // a } b\n // a } c\nd {e}\n",
            "a {\n    b\n}\n// a } b\n// a } c\nd {\n    e\n}\n",
        );
        formats(
            "a x=\"1\" \\ // one\n  /* two */ y=\"2\" \\ // three\n {\n  b\n}\n",
            "// one\n// three\na x=\"1\" /* two */ y=\"2\" {\n    b\n}\n",
        );
        // What cannot be moved without harm stays as it stands, and its place is told.
        let odd = "a {b} // f\nd {e} /* x */ ; // f\n";
        assert_eq!(fmt(odd), Err(Unformatted::At(odd.find(" /* x").unwrap())));
    }

    #[test]
    fn as_many_comments_as_there_are_stand_on_lines_of_their_own() {
        let many: String = (0..2000).map(|at| format!("a{at} {{ b }} // {at}\n")).collect();
        let formatted = fmt(&many).unwrap();
        assert_eq!(formatted.matches("}\n// ").count(), 2000);
        assert_eq!(fmt(&formatted).unwrap(), formatted);
    }

    #[test]
    fn a_comment_alone_in_a_block_is_kept() {
        formats("notice \"a\" {\n// nothing\n}\n", "notice \"a\" {\n    // nothing\n}\n");
        formats("// only this\n", "// only this\n");
    }

    #[test]
    fn a_broken_file_is_not_rewritten() {
        assert!(fmt("notice \"a\" {").is_err());
    }
}
