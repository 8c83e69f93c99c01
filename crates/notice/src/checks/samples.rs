//! Runs the samples of the checks.

use super::{Check, Sample, check_on};
use crate::read;

/// The day on which samples are checked.
pub(crate) const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 22);

/// The smallest clean notice.
pub(crate) const BASE: &str = include_str!("base.kdl");

/// The sample as a whole file.
pub(crate) fn text(sample: &Sample) -> String {
    let (without, with) = match sample {
        Sample::Whole(text) => return (*text).to_owned(),
        Sample::Part { without, with } => (without, with),
    };
    let mut document = kdl::KdlDocument::parse_v2(BASE).unwrap();
    let root = document.nodes_mut().first_mut().unwrap();
    let children = root.ensure_children();
    for name in *without {
        let (name, value) =
            name.split_once(' ').map_or((*name, None), |(name, value)| (name, Some(value)));
        let before = children.len();
        children.nodes_mut().retain(|node| {
            node.name().value() != name
                || value.is_some_and(|value| {
                    node.get(0).and_then(|first| first.as_string()) != Some(value)
                })
        });
        assert!(children.len() < before, "the base has no `{name}`");
    }
    let text = document.to_string();
    let end = text.trim_end().strip_suffix('}').unwrap();
    format!("{end}\n{with}\n}}\n")
}

pub(crate) fn fail(of: &Check) {
    assert!(!of.fails.is_empty(), "{}: no failing sample", of.slug);
    for sample in of.fails {
        let text = text(sample);
        let findings = check_on(&read(&text, "sample.kdl"), TODAY);
        assert!(
            findings.iter().any(|finding| finding.code == of.code),
            "{} does not find anything in\n{text}\nbut {findings:#?}",
            of.slug
        );
        if matches!(sample, Sample::Part { .. }) {
            let others: Vec<_> =
                findings.iter().filter(|finding| finding.code != of.code).collect();
            assert!(
                others.is_empty(),
                "{}: the sample has other faults\n{text}\n{others:#?}",
                of.slug
            );
        }
    }
}

pub(crate) fn pass(of: &Check) {
    assert!(!of.passes.is_empty(), "{}: no passing sample", of.slug);
    for sample in of.passes {
        let text = text(sample);
        let findings: Vec<_> = check_on(&read(&text, "sample.kdl"), TODAY)
            .into_iter()
            .filter(|finding| finding.code == of.code || matches!(sample, Sample::Part { .. }))
            .collect();
        assert!(findings.is_empty(), "{} finds in\n{text}\n{findings:#?}", of.slug);
    }
}

#[test]
fn the_base_is_clean() {
    assert_eq!(check_on(&read(BASE, "base.kdl"), TODAY), []);
}

#[test]
fn codes_and_slugs_are_unique_and_in_order() {
    let codes: Vec<_> = super::ALL.iter().map(|check| check.code).collect();
    assert!(codes.is_sorted_by(|one, next| one < next), "{codes:?}");
    assert!(codes.iter().all(|code| code.len() == 6 && code.starts_with("SEL")), "{codes:?}");
    let slugs: std::collections::BTreeSet<_> = super::ALL.iter().map(|check| check.slug).collect();
    assert_eq!(slugs.len(), codes.len());
}
