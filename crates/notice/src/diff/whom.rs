//! Who gets data, and where they go: Art. 13(1)(e)–(f), 28, 44–49.

use super::change::Weight;
use super::scope::{Part, Scope};
use super::value::Value;
use super::what::plain;
use crate::model::{Approval, Gets, Notice, Recipient, Span, Transfer, Transfers};
use crate::promises::Article;

/// Recipients and transfers.
pub(super) fn recipients(
    s: &mut Scope<'_>,
    recipients: (&[Recipient], &[Recipient]),
    transfers: (&Transfers, &Transfers),
) {
    s.each("recipient", Article::point(13, 1, 'e'), recipients.0, recipients.1);
    let (said, old) = told(transfers.0);
    let (says, new) = told(transfers.1);
    s.law = Article::point(13, 1, 'f');
    s.value("transfers", &said, &says, Weight::Significant);
    s.each("transfer", s.law, old, new);
}

fn told(transfers: &Transfers) -> (Value, &[Transfer]) {
    let (word, declared) = match transfers {
        Transfers::Silent => ("diff-transfers-silent", &[][..]),
        Transfers::None => ("diff-transfers-none", &[][..]),
        Transfers::Declared(declared) => ("diff-transfers-declared", declared.as_slice()),
    };
    (Value::Key(word), declared)
}

impl Part for Recipient {
    fn key(&self) -> &str {
        &self.name
    }

    fn called(&self) -> Value {
        match self.is_class() {
            true => Value::called(&self.text, &self.name),
            false => Value::Plain(self.name.clone()),
        }
    }

    fn span(&self) -> Span {
        self.span
    }

    fn weights(&self) -> (Weight, Weight) {
        Weight::ADDED_IS_WORSE
    }

    fn asks_again(&self, notice: &Notice) -> bool {
        self.purposes.iter().any(|named| notice.by_consent(&named.value))
    }

    fn compare(s: &mut Scope<'_>, old: &Self, new: &Self) {
        let Self {
            name: _,
            role,
            purposes,
            country,
            contract,
            until,
            products,
            hosts,
            grounds,
            gets,
            approval,
            demands,
            text,
            span: _,
        } = new;
        let part = |role: &str| Value::word("role", role);
        s.value("role", &part(&old.role), &part(role), Weight::Significant);
        s.set("purposes", &plain(&old.purposes), &plain(purposes), Weight::ADDED_IS_WORSE);
        let land = |code: &Option<String>| {
            code.as_ref().map_or(Value::Nothing, |code| Value::word("country", code))
        };
        s.value("country", &land(&old.country), &land(country), Weight::Significant);
        s.given("contract", &old.contract, contract, Weight::Significant);
        s.value("until", &old.until, until, Weight::Ordinary);
        s.value("products", &old.products, products, Weight::Wording);
        s.set("hosts", &plain(&old.hosts), &plain(hosts), Weight::ORDINARY);
        let wider = |_: &String| Weight::Significant;
        s.narrowed("grounds", &plain(&old.grounds), &plain(grounds), &wider);
        let covered = |name: &String| match name.split_once('.') {
            Some((kind, field)) if old.may_get(kind, field) => Weight::Ordinary,
            _ => Weight::Significant,
        };
        s.narrowed("gets", &got(&old.gets), &got(gets), &covered);
        let care = strictness(approval.as_ref());
        let weight = match care < strictness(old.approval.as_ref()) {
            true => Weight::Significant,
            false => Weight::Ordinary,
        };
        let said = |care: u8| Value::Key(APPROVALS[usize::from(care)]);
        s.value("approval", &said(strictness(old.approval.as_ref())), &said(care), weight);
        s.set("demands", &plain(&old.demands), &plain(demands), Weight::ADDED_IS_BETTER);
        match new.is_class() {
            true => s.meaning("class", &old.text, text),
            false => s.words("text", &old.text, text),
        }
    }
}

/// What is said of a second person, from the least care to the most.
const APPROVALS: [&str; 3] = ["diff-no", "diff-approval-unless", "diff-approval-always"];

/// How surely a second person looks before anything goes: the place in [`APPROVALS`].
fn strictness(approval: Option<&Approval>) -> u8 {
    match approval {
        None => 0,
        Some(Approval { unless: Some(_), span: _ }) => 1,
        Some(Approval { unless: None, span: _ }) => 2,
    }
}

/// What it gets, name by name: `kind` for all of a kind, `kind.field` for one field.
fn got(all: &[Gets]) -> Vec<String> {
    let one = |gets: &Gets| -> Vec<String> {
        let Gets { kind, fields } = gets;
        match fields.is_empty() {
            true => vec![kind.value.clone()],
            false => fields.iter().map(|of| format!("{}.{}", kind.value, of.value)).collect(),
        }
    };
    all.iter().flat_map(one).collect()
}

impl Part for Transfer {
    fn key(&self) -> &str {
        &self.recipient
    }

    fn called(&self) -> Value {
        Value::Plain(self.recipient.clone())
    }

    fn span(&self) -> Span {
        self.span
    }

    fn weights(&self) -> (Weight, Weight) {
        Weight::ADDED_IS_WORSE
    }

    fn compare(s: &mut Scope<'_>, old: &Self, new: &Self) {
        let Self { recipient: _, country, mechanism, span: _ } = new;
        let land = |code: &str| Value::word("country", code);
        s.value("country", &land(&old.country), &land(country), Weight::Significant);
        let ground = |word: &str| Value::word("transfer", word);
        s.value("mechanism", &ground(&old.mechanism), &ground(mechanism), Weight::Significant);
    }
}
