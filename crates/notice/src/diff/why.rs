//! What for, on which ground, and who of staff: Art. 5(1)(b), 6, 13(1)(c)–(d).

use super::change::{Deed, Follows, Weight};
use super::scope::{Part, Scope};
use super::value::Value;
use super::what::plain;
use crate::model::{Basis, Forbidden, Notice, Purpose, Role, Span};
use crate::promises::{Article, basis_key};

/// Purposes, what is ruled out, and roles.
pub(super) fn purposes(
    s: &mut Scope<'_>,
    old: &Notice,
    (purposes, forbidden, roles): (&[Purpose], &[Forbidden], &[Role]),
) {
    s.each("purpose", Article::point(13, 1, 'c'), &old.purposes, purposes);
    s.each("forbidden", Article::point(5, 1, 'b'), &old.forbidden, forbidden);
    s.each("role", Article::paragraph(32, 4), &old.roles, roles);
}

impl Part for Purpose {
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

    fn asks_again(&self, _notice: &Notice) -> bool {
        self.by_consent()
    }

    fn compare(s: &mut Scope<'_>, old: &Self, new: &Self) {
        let Self { name: _, basis, text, law, usage, interest, consent, span: _ } = new;
        if old.basis != *basis {
            let said = |basis: Option<Basis>| {
                let key = basis_key(basis);
                Value::word("basis", key.strip_prefix("basis-").unwrap_or(key))
            };
            let follows = if new.by_consent() { Follows::AskAgain } else { Follows::Tell };
            let deed = Deed::Changed(said(old.basis), said(*basis));
            s.note_with("basis", deed, Weight::Significant, follows);
        }
        s.meaning("text", &old.text, text);
        s.meaning("law", &old.law, law);
        s.value("use", &old.usage, usage, Weight::Significant);
        s.law = Article::point(13, 1, 'd');
        s.meaning("interest", &old.interest, interest);
        s.law = Article::paragraph(7, 1);
        s.meaning_with("consent", &old.consent, consent, Follows::AskAgain);
    }
}

impl Part for Forbidden {
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
        let Self { name: _, text, span: _ } = new;
        s.meaning("text", &old.text, text);
    }
}

impl Part for Role {
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
        Weight::ORDINARY
    }

    fn compare(s: &mut Scope<'_>, old: &Self, new: &Self) {
        let Self { name: _, text, purposes, may, span: _ } = new;
        s.words("text", &old.text, text);
        s.set("purposes", &plain(&old.purposes), &plain(purposes), Weight::ORDINARY);
        s.set("may", &plain(&old.may), &plain(may), Weight::ORDINARY);
    }
}
