//! Canonical formatting: four spaces, one node a line, values in quotation marks, comments and
//! single blank lines kept.

use kdl::{KdlDocument, KdlEntry, KdlNode, KdlValue};

use crate::finding::Finding;
use crate::reading::{Reading, read, tree_of};

const INDENT: &str = "    ";
/// As many comments behind closing braces are moved; a file with more stays as it is.
const MENDS: usize = 100;

/// The text in its canonical form. Formatting twice changes nothing.
///
/// # Errors
/// The findings, when the text cannot be parsed whole: a broken file is never rewritten.
pub fn fmt(text: &str) -> Result<String, Vec<Finding>> {
    let reading = read(text, "");
    if !reading.is_whole() {
        return Err(reading.findings);
    }
    let Some(document) = with_all_comments(&reading) else { return Ok(text.to_owned()) };
    let mut page = Page::default();
    page.nodes(&document, 0);
    // A comment behind a continued line would take the rest of it along: such a file stays as it is.
    let same = tree_of(&page.out).is_some_and(|out| meaning(&out) == meaning(&document));
    Ok(if same { page.out } else { text.to_owned() })
}

/// The parser forgets a comment behind a closing brace: such a comment gets a line of its own. `None`
/// where that fails: nobody's words are lost for the sake of form.
fn with_all_comments(reading: &Reading) -> Option<KdlDocument> {
    let (mut text, mut document) = (reading.text.clone(), reading.document.clone());
    for _ in 0..=MENDS {
        let printed = document.to_string();
        if ["//", "/*"].iter().all(|mark| marks(&printed, mark) == marks(&text, mark)) {
            return Some(document);
        }
        let same = printed.chars().zip(text.chars()).take_while(|(one, other)| one == other);
        let same: usize = same.map(|(c, _)| c.len_utf8()).sum();
        text.insert(text.get(..same)?.rfind('}')? + 1, '\n');
        let mended = tree_of(&text)?;
        if meaning(&mended) != meaning(&document) {
            return None;
        }
        document = mended;
    }
    None
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

    /// A comment inside a line. A line comment moves to the end of its line by itself, because
    /// KDL allows it only there; a continued line is joined.
    fn aside(&mut self, trivia: &str) {
        let trivia = trivia.trim().trim_start_matches('\\').trim();
        if !trivia.is_empty() {
            self.out.push(' ');
            self.out.push_str(trivia);
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
        let continued = "a x=\"1\" \\ // one\n  y=\"2\" {\n  b\n}\n";
        assert_eq!(fmt(continued).unwrap(), continued);
        // What cannot be moved without harm stays as it stands.
        let odd = "a {b} // a } b\n // a } c\nd {e} /* x */ ; // f\n";
        assert_eq!(fmt(odd).unwrap(), odd);
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
