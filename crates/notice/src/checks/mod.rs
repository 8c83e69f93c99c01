//! The checks: one file each, one frozen table of codes.
//!
//! A check is a plain function from the notice to findings. Its file says what it wants, why, and
//! how to mend it, and holds a failing and a passing sample that are also its tests. Its words in
//! three languages are in `locales/*/checks.ftl` under its slug.

pub(crate) mod language;
#[cfg(test)]
mod samples;
mod table;
mod words;

pub use table::ALL;
pub use words::{Explanation, explain, said};

pub(crate) use crate::finding::{Finding, Law, Level};
use crate::model::{Notice, Span};
use crate::reading::Reading;

/// One check.
#[derive(Debug)]
pub struct Check {
    /// Frozen code, `SEL014`. Never given to another check.
    pub code: &'static str,
    /// Name, and the beginning of the keys of its words.
    pub slug: &'static str,
    /// How grave its findings are.
    pub level: Level,
    /// The rule of law behind it.
    pub law: Law,
    /// What finds; nothing when the reading itself reports it.
    pub run: Option<fn(&Context<'_>, &mut Vec<Finding>)>,
    /// Notices that it finds wrong.
    pub fails: &'static [Sample],
    /// Notices like them that it finds right.
    pub passes: &'static [Sample],
}

impl Check {
    /// A finding of this check.
    pub(crate) const fn found(&self, span: Span) -> Finding {
        Finding {
            code: self.code,
            level: self.level,
            span,
            args: Vec::new(),
            notes: Vec::new(),
            law: self.law,
            paste: None,
        }
    }
}

/// A notice for a check's documentation and test.
#[derive(Debug)]
pub enum Sample {
    /// A whole file.
    Whole(&'static str),
    /// The smallest clean notice without some of its nodes and with others.
    Part {
        /// Nodes to leave out: `controller`, or with their value: `purpose develop`.
        without: &'static [&'static str],
        /// Nodes to put in.
        with: &'static str,
    },
}

/// What a check may look at.
pub struct Context<'a> {
    /// The reading: text and tree.
    pub reading: &'a Reading,
    /// The notice.
    pub notice: &'a Notice,
}

impl Context<'_> {
    /// Whether the notice has a node of this name at its top.
    pub fn has(&self, name: &str) -> bool {
        let root =
            self.reading.document.nodes().iter().find(|node| node.name().value() == "notice");
        root.and_then(|root| root.children()).is_some_and(|children| children.get(name).is_some())
    }
}

/// Everything that is wrong in a notice: the reading's findings and those of all checks, in the
/// order of the text.
pub fn check(reading: &Reading) -> Vec<Finding> {
    let mut findings = reading.findings.clone();
    let context = Context { reading, notice: &reading.notice };
    // Without a notice every check would say the same thing in its own way.
    if !findings.iter().any(|finding| finding.code == language::NO_NOTICE.code) {
        for run in ALL.iter().filter_map(|check| check.run) {
            run(&context, &mut findings);
        }
    }
    findings.sort_by_key(|finding| (finding.span.offset, finding.code));
    findings
}

/// The check of this code or slug.
pub fn by_code(code: &str) -> Option<&'static Check> {
    ALL.iter().copied().find(|check| check.code.eq_ignore_ascii_case(code) || check.slug == code)
}

/// Expands to the tests of a check's samples.
macro_rules! sample_tests {
    () => {
        #[cfg(test)]
        mod tests {
            #[test]
            fn failing_samples_fail() {
                crate::checks::samples::fail(&super::CHECK);
            }

            #[test]
            fn passing_samples_pass() {
                crate::checks::samples::pass(&super::CHECK);
            }
        }
    };
}
pub(crate) use sample_tests;

mod bad_name;
mod bad_value;
mod duplicate;
mod missing_value;
mod no_notice;
mod surplus_value;
mod syntax;
mod too_large;
mod typed_version;
mod unknown_node;
mod unknown_property;
mod unknown_value;
