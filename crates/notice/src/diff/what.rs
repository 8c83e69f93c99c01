//! What is collected, from whom, and until when: Art. 5(1)(c) and (e), 9, 13(2)(a) and (e), 14(1)(d).

use super::change::{Deed, Follows, Weight};
use super::scope::{LONGER_IS_WORSE, Part, Scope};
use super::value::Value;
use crate::model::{
    Anonymise, Collect, CountedPer, Field, FieldType, FloorRule, HoldRule, Keep, Named, Notice,
    Service, Source, Span, Text,
};
use crate::promises::Article;

/// Special categories of data.
pub(super) const SPECIAL: Article = Article::gdpr(9);
const KEEPING: Article = Article::point(13, 2, 'a');

/// Services, and the kinds of all of them: a kind is the same wherever it stands.
pub(super) fn services(s: &mut Scope<'_>, old: &[Service], new: &[Service]) {
    s.each("service", Article::paragraph(12, 1), old, new);
    let kinds = |of: &[Service]| -> Vec<Kind> {
        let all =
            of.iter().flat_map(|service| service.collects.iter().map(move |of| (service, of)));
        all.map(|(service, of)| Kind { service: service.name.clone(), of: of.clone() }).collect()
    };
    s.each("kind", Article::point(14, 1, 'd'), &kinds(old), &kinds(new));
}

/// A kind with the service that collects it.
struct Kind {
    service: String,
    of: Collect,
}

/// Names without their places.
pub(super) fn plain(of: &[Named]) -> Vec<String> {
    of.iter().map(|named| named.value.clone()).collect()
}

/// A name without its place.
pub(super) fn name(of: Option<&Named>) -> Option<String> {
    of.map(|named| named.value.clone())
}

impl Part for Service {
    fn key(&self) -> &str {
        &self.name
    }

    fn called(&self) -> Value {
        Value::called(&self.title, &self.name)
    }

    fn span(&self) -> Span {
        self.span
    }

    /// What it collects weighs by itself.
    fn weights(&self) -> (Weight, Weight) {
        Weight::ORDINARY
    }

    fn compare(s: &mut Scope<'_>, old: &Self, new: &Self) {
        // Whether the author or the program wrote it out, it says the same.
        let Self { name: _, runs, ready_made: _, title, collects: _, span: _ } = new;
        s.value("runs", &old.runs, runs, Weight::Ordinary);
        s.words("title", &old.title, title);
    }
}

impl Part for Kind {
    fn key(&self) -> &str {
        &self.of.kind
    }

    fn called(&self) -> Value {
        Value::called(&self.of.title, &self.of.kind)
    }

    fn span(&self) -> Span {
        self.of.span
    }

    fn weights(&self) -> (Weight, Weight) {
        Weight::ADDED_IS_WORSE
    }

    fn compare(s: &mut Scope<'_>, old: &Self, new: &Self) {
        s.value("service", &old.service, &new.service, Weight::Ordinary);
        let old = &old.of;
        let Collect {
            kind: _,
            title,
            source,
            source_text,
            fields,
            keep,
            erase_within,
            part_of,
            shared,
            floors,
            holds,
            anonymise,
            span: _,
        } = &new.of;
        s.words("title", &old.title, title);
        s.law = Article::point(14, 2, 'f');
        let from = |source: Option<Source>| source.map_or(Value::Nothing, source_word);
        s.value("source", &from(old.source), &from(*source), Weight::Significant);
        s.meaning("source-text", &old.source_text, source_text);
        s.each("field", Article::point(14, 1, 'd'), &old.fields, fields);
        s.law = KEEPING;
        keeping(s, old.keep.as_ref(), keep.as_ref());
        s.period("erase-within", old.erase_within, *erase_within, LONGER_IS_WORSE);
        let whole = |of: &Option<Named>| name(of.as_ref());
        s.value("part-of", &whole(&old.part_of), &whole(part_of), Weight::Significant);
        let weight = if *shared { Weight::Significant } else { Weight::Ordinary };
        s.value("shared", &old.shared, shared, weight);
        s.each("floor", Article::point(17, 3, 'b'), &old.floors, floors);
        s.each("hold", Article::point(17, 3, 'e'), &old.holds, holds);
        s.each("counts", KEEPING, old.anonymise.as_slice(), anonymise.as_slice());
    }
}

fn source_word(source: Source) -> Value {
    Value::Key(match source {
        Source::Person => "diff-source-person",
        Source::Staff => "diff-source-staff",
        Source::System => "diff-source-system",
        Source::Other => "diff-source-other",
    })
}

/// Until when a kind is kept.
fn keeping(s: &mut Scope<'_>, old: Option<&Keep>, new: Option<&Keep>) {
    match (old, new) {
        (Some(Keep::For { period: before, from: began }), Some(Keep::For { period, from })) => {
            s.period("keep", Some(*before), Some(*period), LONGER_IS_WORSE);
            s.value("keep-from", began, from, Weight::Significant);
        }
        (
            Some(Keep::Criterion { text: said, review: before }),
            Some(Keep::Criterion { text, review }),
        ) => {
            s.meaning("criterion", said, text);
            s.period("review", Some(*before), Some(*review), LONGER_IS_WORSE);
        }
        _ => s.value("keep", &kept(old), &kept(new), Weight::Significant),
    }
}

fn kept(keep: Option<&Keep>) -> Value {
    match keep {
        None => Value::Nothing,
        Some(Keep::For { period, from: _ }) => Value::Period(*period),
        Some(Keep::Criterion { text, review: _ }) => Value::text(text),
    }
}

impl Part for Field {
    fn key(&self) -> &str {
        &self.name
    }

    fn called(&self) -> Value {
        Value::called(&self.label, &self.name)
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

    fn law(&self) -> Option<Article> {
        (self.category == "special").then_some(SPECIAL)
    }

    fn compare(s: &mut Scope<'_>, old: &Self, new: &Self) {
        let Self {
            name: _,
            category,
            purposes,
            required,
            consequence,
            label,
            help,
            ty,
            max_chars,
            lookup,
            ground,
            span: _,
        } = new;
        let group = |word: &str| Value::word("category", word);
        s.value("category", &group(&old.category), &group(category), Weight::Significant);
        s.value("ground", &old.ground, ground, Weight::Significant);
        s.law = Article::paragraph(6, 4);
        for_what(s, &plain(&old.purposes), &plain(purposes));
        s.law = Article::point(13, 2, 'e');
        let weight = if *required { Weight::Significant } else { Weight::Ordinary };
        s.value("required", &old.required, required, weight);
        s.words("consequence", &old.consequence, consequence);
        s.words("label", &old.label, label);
        s.words("help", &old.help, help);
        s.law = Article::point(5, 1, 'c');
        asked_as(s, &old.ty, ty);
        s.value("max-chars", &old.max_chars, max_chars, Weight::Ordinary);
        s.value("lookup", &old.lookup, lookup, Weight::Ordinary);
    }
}

/// A field for another purpose is further processing: a consent for it was not given yet.
fn for_what(s: &mut Scope<'_>, old: &[String], new: &[String]) {
    let came: Vec<&String> = new.iter().filter(|name| !old.contains(name)).collect();
    for name in &came {
        let follows = match s.new.by_consent(name) {
            true => Follows::AskAgain,
            false => Follows::Tell,
        };
        let deed = Deed::Gained(purpose(s.new, name));
        s.note_with("purposes", deed, Weight::Significant, follows);
    }
    let left: Vec<&String> = old.iter().filter(|name| !new.contains(name)).collect();
    for name in &left {
        s.note("purposes", Deed::Lost(purpose(s.old, name)), Weight::Ordinary);
    }
    if came.is_empty() && left.is_empty() && old != new {
        s.note("purposes", Deed::Reordered, Weight::Wording);
    }
}

/// A purpose as people know it.
fn purpose(notice: &Notice, name: &str) -> Value {
    let known = notice.purpose(name);
    known.map_or(Value::Plain(name.to_owned()), |known| Value::called(&known.text, name))
}

fn asked_as(s: &mut Scope<'_>, old: &FieldType, new: &FieldType) {
    let (FieldType::Choice(before), FieldType::Choice(now)) = (old, new) else {
        return s.value("type", &type_word(old), &type_word(new), Weight::Ordinary);
    };
    let values =
        |of: &[(String, Text)]| of.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    s.set("choices", &values(before), &values(now), Weight::ORDINARY);
    for (name, said) in now {
        let same = before.iter().find(|(other, _)| other == name);
        if let Some((_, before)) = same {
            s.words("choices", before, said);
        }
    }
}

fn type_word(ty: &FieldType) -> Value {
    Value::Key(match ty {
        FieldType::Line => "diff-type-line",
        FieldType::Text => "diff-type-text",
        FieldType::Email => "diff-type-email",
        FieldType::Phone => "diff-type-phone",
        FieldType::Date => "diff-type-date",
        FieldType::Time => "diff-type-time",
        FieldType::Number => "diff-type-number",
        FieldType::Flag => "diff-type-flag",
        FieldType::Choice(_) => "diff-type-choice",
        FieldType::File => "diff-type-file",
    })
}

impl Part for FloorRule {
    fn key(&self) -> &str {
        &self.ground
    }

    fn called(&self) -> Value {
        Value::Plain(self.ground.clone())
    }

    fn span(&self) -> Span {
        self.span
    }

    fn weights(&self) -> (Weight, Weight) {
        Weight::ADDED_IS_WORSE
    }

    fn compare(s: &mut Scope<'_>, old: &Self, new: &Self) {
        let Self { ground: _, fields, from, span: _ } = new;
        s.set("fields", &plain(&old.fields), &plain(fields), Weight::ADDED_IS_WORSE);
        s.value("keep-from", &old.from, from, Weight::Significant);
    }
}

impl Part for HoldRule {
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

    fn compare(s: &mut Scope<'_>, old: &Self, new: &Self) {
        let Self { name: _, text, field, is, span: _ } = new;
        s.meaning("text", &old.text, text);
        s.value("field", &old.field, field, Weight::Significant);
        s.set("is", &plain(&old.is), &plain(is), Weight::ADDED_IS_WORSE);
    }
}

impl Part for Anonymise {
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
        let Self { by, per, sum, fewer_than, span: _ } = new;
        s.set("counted-by", &plain(&old.by), &plain(by), Weight::ADDED_IS_WORSE);
        let said = |per: Option<CountedPer>| match per {
            None => Value::Nothing,
            Some(CountedPer::Month) => Value::Key("diff-per-month"),
            Some(CountedPer::Year) => Value::Key("diff-per-year"),
        };
        s.value("counted-per", &said(old.per), &said(*per), Weight::Significant);
        s.set("sum", &plain(&old.sum), &plain(sum), Weight::ADDED_IS_WORSE);
        let finer = *fewer_than < old.fewer_than;
        let weight = if finer { Weight::Significant } else { Weight::Ordinary };
        s.value("fewer-than", &old.fewer_than, fewer_than, weight);
    }
}
