//! A notice with some of its nodes exchanged for others; all the rest, comments and white space,
//! stays as it was written.

use std::ops::Range;

use kdl::{KdlDocument, KdlNode};

use crate::grammar::first_text;
use crate::read;

/// The text with the nodes in `replace { … }` in place of those with the same name and value, and
/// without those that `without { … }` names.
pub fn exchange(text: &str, by: &str) -> String {
    let (of, by) = (read(text, ""), read(by, ""));
    let mut there = Vec::new();
    gather(&of.document, &mut there);
    let mut edits: Vec<(Range<usize>, &str)> = Vec::new();
    for list in by.document.nodes() {
        for node in list.children().map(KdlDocument::nodes).unwrap_or_default() {
            let same = there.iter().filter(|other| is_like(other, node));
            let instead = match list.name().value() {
                "replace" => by.text.get(place(&by.text, node)).unwrap_or_default(),
                _ => "",
            };
            edits.extend(same.map(|other| (place(text, other), instead)));
        }
    }
    edits.sort_by_key(|(place, _)| std::cmp::Reverse(place.start));
    let mut text = text.to_owned();
    for (place, instead) in edits {
        let place = if instead.is_empty() { lines(&text, &place) } else { place };
        text.replace_range(place, instead);
    }
    text
}

fn gather<'a>(document: &'a KdlDocument, found: &mut Vec<&'a KdlNode>) {
    for node in document.nodes() {
        found.push(node);
        node.children().into_iter().for_each(|inner| gather(inner, found));
    }
}

fn is_like(one: &KdlNode, other: &KdlNode) -> bool {
    one.name().value() == other.name().value() && first_text(one) == first_text(other)
}

/// Where the node is, without the white space around it.
pub(crate) fn place(text: &str, node: &KdlNode) -> Range<usize> {
    let start = node.name().span().offset();
    let end = (node.span().offset() + node.span().len()).clamp(start, text.len());
    let slice = text.get(start..end).unwrap_or_default();
    start..start + slice.trim_end().len()
}

/// The whole lines that a place covers.
fn lines(text: &str, place: &Range<usize>) -> Range<usize> {
    let start =
        text.get(..place.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let rest = text.get(place.end..).and_then(|rest| rest.find('\n'));
    start..rest.map_or(text.len(), |at| place.end + at + 1)
}

#[cfg(test)]
mod tests {
    use super::exchange;

    #[test]
    fn nodes_are_exchanged_and_the_rest_stays() {
        let text = "notice \"a\" {\n    // one\n    purpose \"p\" {\n        fi \"P\"\n    }\n    // two\n    role \"r\" { choice \"x\"; choice \"y\" }\n    choice \"y\" {\n        fi \"Y\"\n    }\n    // three\n}\n";
        let by = "replace {\n    purpose \"p\" basis=\"consent\" { fi \"Q\" }\n    purpose \"other\"\n}\nwithout {\n    choice \"z\"\n}\n";
        let wanted = text.replace(
            "purpose \"p\" {\n        fi \"P\"\n    }",
            "purpose \"p\" basis=\"consent\" { fi \"Q\" }",
        );
        assert_eq!(exchange(text, by), wanted);
        let gone = exchange(text, "without { role \"r\"; choice \"w\" }");
        assert_eq!(gone, text.replace("    role \"r\" { choice \"x\"; choice \"y\" }\n", ""));
        assert_eq!(exchange(text, "replace {"), text);
    }
}
