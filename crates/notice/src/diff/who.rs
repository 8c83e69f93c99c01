//! Who is responsible and how they are reached: Art. 13(1)(a)–(b).

use super::change::Weight;
use super::scope::{Part, Scope};
use super::value::Value;
use crate::model::{Contact, Controller, Span};
use crate::promises::Article;

/// The old and the new of one part.
type Both<'a, T> = (&'a T, &'a T);

/// The controller, the officer and the contact.
pub(super) fn people(
    s: &mut Scope<'_>,
    controller: Both<'_, Controller>,
    officer: Both<'_, Option<Contact>>,
    contact: Both<'_, Option<Contact>>,
) {
    let law = Article::point(13, 1, 'a');
    s.each("controller", law, &[controller.0], &[controller.1]);
    let law = Article::point(13, 1, 'b');
    s.each("officer", law, officer.0.as_slice(), officer.1.as_slice());
    let law = Article::paragraph(12, 2);
    s.each("contact", law, contact.0.as_slice(), contact.1.as_slice());
}

impl Part for &Controller {
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
        let Controller { name, kind, business_id, address, email, phone, year_ends, span: _ } = new;
        s.value("name", &old.name, name, Weight::Significant);
        s.value("controller-kind", &old.kind, kind, Weight::Significant);
        s.value("business-id", &old.business_id, business_id, Weight::Significant);
        s.value("address", &Value::text(&old.address), &Value::text(address), Weight::Ordinary);
        s.given("email", &old.email, email, Weight::Significant);
        s.given("phone", &old.phone, phone, Weight::Significant);
        s.value("year-ends", &old.year_ends, year_ends, Weight::Ordinary);
    }
}

impl Part for Contact {
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
        let Contact { title, email, address, phone, user, span: _ } = new;
        s.words("title", &old.title, title);
        s.value("address", &Value::text(&old.address), &Value::text(address), Weight::Ordinary);
        s.given("email", &old.email, email, Weight::Significant);
        s.given("phone", &old.phone, phone, Weight::Significant);
        s.value("user", &old.user, user, Weight::Ordinary);
    }
}
