//! What a misspelt word was meant to be. The mistake is told where it stands; beside that the notice
//! is read as it was meant, so that nothing looks missing which is there under a wrong name.

use std::collections::BTreeSet;

use kdl::{KdlDocument, KdlNode};

use super::{NOTICE, Node};
use crate::finding::did_you_mean;

/// As many misspelt words are read as meant: with more it is not a notice.
const MOST: usize = 100;

/// The tree with each unknown node and property under the known name that is near, when nothing
/// else has that name already.
pub(crate) fn as_meant(document: &KdlDocument) -> KdlDocument {
    let (mut meant, mut left) = (document.clone(), MOST);
    for node in meant.nodes_mut().iter_mut().filter(|node| node.name().value() == NOTICE.name) {
        visit(node, &NOTICE, &mut left);
    }
    meant
}

fn visit(node: &mut KdlNode, rule: &'static Node, left: &mut usize) {
    properties(node, rule, left);
    let Some(children) = node.children_mut() else { return };
    let there: BTreeSet<String> =
        children.nodes().iter().map(|child| child.name().value().to_owned()).collect();
    for child in children.nodes_mut() {
        let name = child.name().value().to_owned();
        if *left > 0
            && !rule.inside().any(|known| known == name)
            && let Some(near) = did_you_mean(&name, rule.inside())
            && (!there.contains(near) || is_repeatable(rule, near))
        {
            child.name_mut().set_value(near);
            *left -= 1;
        }
        let name = child.name().value();
        if let Some(inner) = rule.children.iter().find(|inner| inner.name == name) {
            visit(child, inner, left);
        }
    }
}

fn is_repeatable(rule: &Node, name: &str) -> bool {
    rule.children.iter().any(|inner| inner.name == name && inner.many)
}

fn properties(node: &mut KdlNode, rule: &Node, left: &mut usize) {
    let known = || rule.props.iter().map(|prop| prop.name);
    let names = node.entries().iter().filter_map(|entry| entry.name());
    let there: BTreeSet<String> = names.map(|name| name.value().to_owned()).collect();
    for name in node.entries_mut().iter_mut().filter_map(|entry| entry.name_mut()) {
        if *left > 0
            && !known().any(|prop| prop == name.value())
            && let Some(near) = did_you_mean(name.value(), known())
            && !there.contains(near)
        {
            name.set_value(near);
            *left -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{check, fmt, read};

    const BASE: &str = crate::checks::samples::BASE;

    #[test]
    fn a_misspelt_word_is_told_and_nothing_is_missing_for_it() {
        for (right, wrong) in [
            ("keep \"1 month\"", "keeep \"1 month\""),
            ("register {", "registr {"),
            ("officer {", "offcer {"),
            ("erase-on-request within=\"3 days\"", "erase-on-reqest within=\"3 days\""),
            ("controller \"", "controler \""),
        ] {
            let text = BASE.replacen(right, wrong, 1);
            assert_ne!(text, BASE);
            let codes: Vec<&str> =
                check(&read(&text, "a.kdl")).iter().map(|finding| finding.code).collect();
            assert_eq!(codes, ["SEL004"], "{wrong}");
            assert!(fmt(&text).is_ok_and(|page| page.contains(wrong)), "{wrong} is the author's");
        }
        for (right, wrong) in [
            ("basis=\"public-task\"", "bases=\"public-task\""),
            ("from=\"person\"", "form=\"person\""),
        ] {
            let text = BASE.replacen(right, wrong, 1);
            let codes: Vec<&str> =
                check(&read(&text, "a.kdl")).iter().map(|finding| finding.code).collect();
            assert_eq!(codes, ["SEL005"], "{wrong}");
        }
    }
}
