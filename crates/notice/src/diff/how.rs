//! How data are protected, which rights are offered, and what else is told: Art. 13(2), 22, 32.

use super::change::Weight;
use super::scope::{LONGER_IS_WORSE, LONGER_IS_WORSE_FROM_NONE, Part, SHORTER_IS_WORSE, Scope};
use super::value::Value;
use super::what::{name, plain};
use crate::model::{
    Analytics, Attestation, Authority, AutomatedDecision, Cookie, Measure, Named, Operations,
    Right, Span, Statement,
};
use crate::promises::Article;

/// The old and the new of a list.
type Lists<'a, T> = (&'a [T], &'a [T]);

/// What is kept on the visitor's device and seen of visits.
pub(super) fn device(
    s: &mut Scope<'_>,
    cookies: Lists<'_, Cookie>,
    analytics: (&Option<Analytics>, &Option<Analytics>),
) {
    s.each("cookie", Article::Communications(205), cookies.0, cookies.1);
    let law = Article::point(13, 1, 'c');
    s.each("analytics", law, analytics.0.as_slice(), analytics.1.as_slice());
}

/// Measures and what somebody vouches for.
pub(super) fn protection(
    s: &mut Scope<'_>,
    measures: Lists<'_, Measure>,
    attestations: Lists<'_, Attestation>,
) {
    let law = Article::paragraph(32, 1);
    s.each("measure", law, measures.0, measures.1);
    s.each("attestation", law, attestations.0, attestations.1);
}

/// Rights, and where to complain.
pub(super) fn rights(
    s: &mut Scope<'_>,
    rights: Lists<'_, Right>,
    authority: (&Option<Authority>, &Option<Authority>),
) {
    s.each("right", Article::point(13, 2, 'b'), rights.0, rights.1);
    let law = Article::point(13, 2, 'd');
    s.each("authority", law, authority.0.as_slice(), authority.1.as_slice());
}

/// What programs decide.
pub(super) fn decisions(
    s: &mut Scope<'_>,
    old: Option<&[AutomatedDecision]>,
    new: Option<&[AutomatedDecision]>,
) {
    s.law = Article::point(13, 2, 'f');
    s.value("decisions-told", &old.is_some(), &new.is_some(), Weight::Significant);
    s.each("decision", s.law, old.unwrap_or_default(), new.unwrap_or_default());
}

/// The times of the program's own work, and sentences that are only told.
pub(super) fn rest(
    s: &mut Scope<'_>,
    operations: (&Operations, &Operations),
    statements: Lists<'_, Statement>,
) {
    let law = Article::point(13, 2, 'a');
    s.each("operations", law, &[operations.0], &[operations.1]);
    s.each("statement", Article::paragraph(12, 1), statements.0, statements.1);
}

impl Part for Cookie {
    fn key(&self) -> &str {
        &self.name
    }

    fn called(&self) -> Value {
        Value::Plain(self.name.clone())
    }

    fn span(&self) -> Span {
        self.span
    }

    fn weights(&self) -> (Weight, Weight) {
        match self.necessary {
            true => Weight::ORDINARY,
            false => Weight::ADDED_IS_WORSE,
        }
    }

    fn compare(s: &mut Scope<'_>, old: &Self, new: &Self) {
        let Self { name: _, necessary, text, keep, idle, party, span: _ } = new;
        s.value("necessary", &old.necessary, necessary, Weight::Significant);
        s.meaning("text", &old.text, text);
        s.period("keep", old.keep, *keep, LONGER_IS_WORSE_FROM_NONE);
        s.period("idle", old.idle, *idle, LONGER_IS_WORSE_FROM_NONE);
        s.value("party", &old.party, party, Weight::Significant);
    }
}

impl Part for Analytics {
    fn key(&self) -> &str {
        ""
    }

    fn called(&self) -> Value {
        Value::Nothing
    }

    fn span(&self) -> Span {
        self.span
    }

    fn weights(&self) -> (Weight, Weight) {
        Weight::ADDED_IS_WORSE
    }

    fn compare(s: &mut Scope<'_>, old: &Self, new: &Self) {
        let Self { mode, dimensions, honour, tool, keep, span: _ } = new;
        s.value("mode", &old.mode, mode, Weight::Significant);
        let seen = (plain(&old.dimensions), plain(dimensions));
        s.set("dimensions", &seen.0, &seen.1, Weight::ADDED_IS_WORSE);
        s.set("honour", &plain(&old.honour), &plain(honour), Weight::ADDED_IS_BETTER);
        s.value("tool", &old.tool, tool, Weight::Significant);
        s.period("keep", old.keep, *keep, LONGER_IS_WORSE);
    }
}

impl Part for Measure {
    fn key(&self) -> &str {
        &self.name
    }

    fn called(&self) -> Value {
        Value::word("measure", &self.name)
    }

    fn span(&self) -> Span {
        self.span
    }

    fn weights(&self) -> (Weight, Weight) {
        Weight::ADDED_IS_BETTER
    }

    fn compare(_: &mut Scope<'_>, _: &Self, new: &Self) {
        let Self { name: _, span: _ } = new;
    }
}

impl Part for Attestation {
    fn key(&self) -> &str {
        &self.name
    }

    fn called(&self) -> Value {
        Value::called(&self.text, &self.name)
    }

    fn span(&self) -> Span {
        self.span
    }

    fn weights(&self) -> (Weight, Weight) {
        Weight::ADDED_IS_BETTER
    }

    fn compare(s: &mut Scope<'_>, old: &Self, new: &Self) {
        let Self { name: _, by, every, about, text, span: _ } = new;
        s.value("by", &old.by, by, Weight::Ordinary);
        s.period("every", old.every, *every, LONGER_IS_WORSE);
        s.value("about", &old.about, about, Weight::Significant);
        s.meaning("text", &old.text, text);
    }
}

impl Part for Right {
    fn key(&self) -> &str {
        &self.name
    }

    fn called(&self) -> Value {
        Value::word("right", &self.name)
    }

    fn span(&self) -> Span {
        self.span
    }

    fn weights(&self) -> (Weight, Weight) {
        Weight::ADDED_IS_BETTER
    }

    fn compare(s: &mut Scope<'_>, old: &Self, new: &Self) {
        let Self { name: _, within, target, cooling_off, text, span: _ } = new;
        s.period("within", old.within, *within, LONGER_IS_WORSE);
        s.period("target", old.target, *target, LONGER_IS_WORSE);
        s.period("cooling-off", old.cooling_off, *cooling_off, SHORTER_IS_WORSE);
        s.words("text", &old.text, text);
    }
}

impl Part for Authority {
    fn key(&self) -> &str {
        ""
    }

    fn called(&self) -> Value {
        Value::Nothing
    }

    fn span(&self) -> Span {
        self.span
    }

    fn weights(&self) -> (Weight, Weight) {
        Weight::ADDED_IS_BETTER
    }

    fn compare(s: &mut Scope<'_>, old: &Self, new: &Self) {
        let Self { code, span: _ } = new;
        s.value("code", &old.code, code, Weight::Significant);
    }
}

impl Part for AutomatedDecision {
    fn key(&self) -> &str {
        &self.name
    }

    fn called(&self) -> Value {
        Value::called(&self.text, &self.name)
    }

    fn span(&self) -> Span {
        self.span
    }

    fn weights(&self) -> (Weight, Weight) {
        Weight::ADDED_IS_WORSE
    }

    fn asks_again(&self, _notice: &crate::model::Notice) -> bool {
        self.basis.as_ref().is_some_and(|basis| basis.value == "consent")
    }

    fn compare(s: &mut Scope<'_>, old: &Self, new: &Self) {
        let Self { name: _, kind, field, basis, law, uses, text, span: _ } = new;
        let said = |of: &Option<Named>| name(of.as_ref());
        s.value("kind", &said(&old.kind), &said(kind), Weight::Significant);
        s.value("field", &said(&old.field), &said(field), Weight::Significant);
        s.value("basis", &said(&old.basis), &said(basis), Weight::Significant);
        s.meaning("law", &old.law, law);
        s.narrowed("uses", &plain(&old.uses), &plain(uses), &|_| Weight::Significant);
        s.meaning("text", &old.text, text);
    }
}

impl Part for &Operations {
    fn key(&self) -> &str {
        ""
    }

    fn called(&self) -> Value {
        Value::Nothing
    }

    fn span(&self) -> Span {
        self.span
    }

    fn weights(&self) -> (Weight, Weight) {
        Weight::ORDINARY
    }

    fn compare(s: &mut Scope<'_>, old: &Self, new: &Self) {
        let Operations { sweep, backups, logs, ledger, span: _ } = new;
        s.period("sweep", Some(old.sweep), Some(*sweep), LONGER_IS_WORSE);
        s.period("backups", Some(old.backups), Some(*backups), LONGER_IS_WORSE);
        s.period("logs", Some(old.logs), Some(*logs), LONGER_IS_WORSE);
        // Who looked is told for as long as this.
        s.period("ledger", Some(old.ledger), Some(*ledger), SHORTER_IS_WORSE);
    }
}

impl Part for Statement {
    fn key(&self) -> &str {
        &self.name
    }

    fn called(&self) -> Value {
        Value::called(&self.text, &self.name)
    }

    fn span(&self) -> Span {
        self.span
    }

    /// The program keeps nothing of what is only told.
    fn weights(&self) -> (Weight, Weight) {
        Weight::WORDS
    }

    fn compare(s: &mut Scope<'_>, old: &Self, new: &Self) {
        let Self { name: _, text, span: _ } = new;
        s.words("text", &old.text, text);
    }
}
