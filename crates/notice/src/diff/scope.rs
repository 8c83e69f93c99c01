//! Comparing one part of two versions, statement by statement.

use std::cmp::Ordering;

use super::NOTICE;
use super::change::{Change, Deed, Follows, Weight};
use super::value::{Told, Value};
use crate::model::{Notice, Period, Span, Text};
use crate::promises::Article;

/// A part of the notice that stands in a list under a name of its own.
pub(super) trait Part {
    /// The name by which the two versions are paired.
    fn key(&self) -> &str;
    /// What people call it.
    fn called(&self) -> Value;
    /// Where it stands.
    fn span(&self) -> Span;
    /// What it weighs that such a part is new, and that it is gone.
    fn weights(&self) -> (Weight, Weight);
    /// Compares two of the same name.
    fn compare(s: &mut Scope<'_>, old: &Self, new: &Self);
    /// Whether earlier consents do not cover it when it is new.
    fn asks_again(&self, _notice: &Notice) -> bool {
        false
    }
    /// The law, where it depends on the part.
    fn law(&self) -> Option<Article> {
        None
    }
}

/// What a longer and what a shorter period weighs, and whether none is the longest.
pub(super) struct Longer {
    more: Weight,
    less: Weight,
    none_is_longest: bool,
}

/// A longer time is worse for people; none at all is for ever.
pub(super) const LONGER_IS_WORSE: Longer =
    Longer { more: Weight::Significant, less: Weight::Ordinary, none_is_longest: true };
/// A longer time is worse for people; none at all is the shortest.
pub(super) const LONGER_IS_WORSE_FROM_NONE: Longer =
    Longer { none_is_longest: false, ..LONGER_IS_WORSE };
/// A shorter time takes something from people; none at all is the shortest.
pub(super) const SHORTER_IS_WORSE: Longer =
    Longer { more: Weight::Ordinary, less: Weight::Significant, none_is_longest: false };

/// Where the comparison stands.
pub(super) struct Scope<'a> {
    /// The whole of both versions.
    pub old: &'a Notice,
    /// The whole of the new version.
    pub new: &'a Notice,
    /// The law that asks for what is compared.
    pub law: Article,
    part: &'static str,
    path: String,
    called: Value,
    span: Option<Span>,
    out: &'a mut Vec<Change>,
}

impl<'a> Scope<'a> {
    /// The notice as a whole.
    pub fn whole(old: &'a Notice, new: &'a Notice, out: &'a mut Vec<Change>) -> Self {
        let span = Some(new.span);
        let (part, path, called) = ("notice", "notice".to_owned(), Value::Nothing);
        Self { old, new, law: NOTICE, part, path, called, span, out }
    }

    /// A part inside this one.
    fn inside(
        &mut self,
        (part, key): (&'static str, &str),
        called: Value,
        span: Option<Span>,
        law: Article,
    ) -> Scope<'_> {
        let own = if key.is_empty() { part.to_owned() } else { format!("{part} {key}") };
        let top = self.part == "notice";
        let path = if top { own } else { format!("{} {own}", self.path) };
        let called = match (&self.called, called) {
            (outer, called) if top || *outer == Value::Nothing => called,
            (outer, Value::Nothing) => outer.clone(),
            (outer, inner) => Value::Within(vec![outer.clone(), inner]),
        };
        let (old, new) = (self.old, self.new);
        Scope { old, new, law, part, path, called, span, out: self.out }
    }

    /// Notes a change.
    pub fn note(&mut self, aspect: &'static str, deed: Deed, weight: Weight) {
        let follows = match weight {
            Weight::Significant => Follows::Tell,
            Weight::Ordinary | Weight::Wording => Follows::Nothing,
        };
        self.note_with(aspect, deed, weight, follows);
    }

    /// Notes a change from which something else follows than from its weight.
    pub fn note_with(
        &mut self,
        aspect: &'static str,
        deed: Deed,
        weight: Weight,
        follows: Follows,
    ) {
        let (path, called) = (self.path.clone(), self.called.clone());
        let (part, span, law) = (self.part, self.span, self.law);
        self.out.push(Change { path, aspect, part, called, deed, span, weight, law, follows });
    }

    /// A value that is another.
    pub fn value<T: PartialEq + Told>(
        &mut self,
        aspect: &'static str,
        old: &T,
        new: &T,
        weight: Weight,
    ) {
        if old != new {
            self.note(aspect, Deed::Changed(old.told(), new.told()), weight);
        }
    }

    /// A value that some have and others do not: that it goes weighs as told.
    pub fn given(
        &mut self,
        aspect: &'static str,
        old: &Option<String>,
        new: &Option<String>,
        gone: Weight,
    ) {
        let weight = if new.is_none() { gone } else { Weight::Ordinary };
        self.value(aspect, old, new, weight);
    }

    /// A text that only explains.
    pub fn words(&mut self, aspect: &'static str, old: &Text, new: &Text) {
        if old != new {
            let deed = Deed::Changed(Value::text(old), Value::text(new));
            self.note(aspect, deed, Weight::Wording);
        }
    }

    /// A text that is itself the promise: other words weigh, other signs and spaces do not.
    pub fn meaning(&mut self, aspect: &'static str, old: &Text, new: &Text) {
        self.meaning_with(aspect, old, new, Follows::Tell);
    }

    /// As [`Scope::meaning`], with what follows where the words are others.
    pub fn meaning_with(&mut self, aspect: &'static str, old: &Text, new: &Text, follows: Follows) {
        if old == new {
            return;
        }
        let deed = Deed::Changed(Value::text(old), Value::text(new));
        match same_words(old, new) {
            true => self.note(aspect, deed, Weight::Wording),
            false => self.note_with(aspect, deed, Weight::Significant, follows),
        }
    }

    /// A length of time.
    pub fn period(
        &mut self,
        aspect: &'static str,
        old: Option<Period>,
        new: Option<Period>,
        longer: Longer,
    ) {
        if old == new {
            return;
        }
        let more = match (old, new) {
            (Some(old), Some(new)) if new.may_exceed(&old) => Ordering::Greater,
            (Some(old), Some(new)) if old.may_exceed(&new) => Ordering::Less,
            (Some(_), None) if longer.none_is_longest => Ordering::Greater,
            (None, Some(_)) if !longer.none_is_longest => Ordering::Greater,
            (Some(_), None) | (None, Some(_)) => Ordering::Less,
            (Some(_), Some(_)) | (None, None) => Ordering::Equal,
        };
        let weight = match more {
            Ordering::Greater => longer.more,
            Ordering::Less => longer.less,
            Ordering::Equal => Weight::Wording,
        };
        let said = |period: Option<Period>| period.map_or(Value::Nothing, Value::Period);
        self.note(aspect, Deed::Changed(said(old), said(new)), weight);
    }

    /// A list of values: what came and what left.
    pub fn set(
        &mut self,
        aspect: &'static str,
        old: &[String],
        new: &[String],
        weights: (Weight, Weight),
    ) {
        self.set_with(aspect, old, new, (&|_| weights.0, weights.1));
    }

    /// As [`Scope::set`], with a weight for each value that came.
    pub fn set_with(
        &mut self,
        aspect: &'static str,
        old: &[String],
        new: &[String],
        (came, left): (&dyn Fn(&String) -> Weight, Weight),
    ) {
        let before = self.out.len();
        for value in without(new, old) {
            self.note(aspect, Deed::Gained(value.told()), came(value));
        }
        for value in without(old, new) {
            self.note(aspect, Deed::Lost(value.told()), left);
        }
        if self.out.len() == before && old != new {
            self.note(aspect, Deed::Reordered, Weight::Wording);
        }
    }

    /// A list in which none at all means everything.
    pub fn narrowed(
        &mut self,
        aspect: &'static str,
        old: &[String],
        new: &[String],
        came: &dyn Fn(&String) -> Weight,
    ) {
        let all = |of: &[String]| Value::List(of.iter().map(Told::told).collect());
        match (old.is_empty(), new.is_empty()) {
            (false, true) => {
                self.note(aspect, Deed::Changed(all(old), all(new)), Weight::Significant);
            }
            (true, false) => {
                self.note(aspect, Deed::Changed(all(old), all(new)), Weight::Ordinary);
            }
            _ => self.set_with(aspect, old, new, (came, Weight::Ordinary)),
        }
    }

    /// Parts of a list, paired by their names; of equal names the first with the first.
    pub fn each<T: Part>(&mut self, part: &'static str, law: Article, old: &[T], new: &[T]) {
        let (old, new): (Vec<&T>, Vec<&T>) = (old.iter().collect(), new.iter().collect());
        self.each_of(part, law, &old, &new);
    }

    /// As [`Scope::each`], of parts that stand in several lists.
    pub fn each_of<T: Part>(&mut self, part: &'static str, law: Article, old: &[&T], new: &[&T]) {
        let mut unpaired: Vec<(usize, &T)> = old.iter().copied().enumerate().collect();
        let mut order = Vec::new();
        for now in new {
            let at = unpaired.iter().position(|(_, before)| before.key() == now.key());
            let law = now.law().unwrap_or(law);
            let again = now.asks_again(self.new);
            let mut s = self.inside((part, now.key()), now.called(), Some(now.span()), law);
            let Some(at) = at else {
                let weight = now.weights().0;
                match again {
                    true => s.note_with("", Deed::Added, weight, Follows::AskAgain),
                    false => s.note("", Deed::Added, weight),
                }
                continue;
            };
            let (place, before) = unpaired.remove(at);
            order.push(place);
            T::compare(&mut s, before, now);
        }
        for (_, before) in unpaired {
            let law = before.law().unwrap_or(law);
            let mut s = self.inside((part, before.key()), before.called(), None, law);
            s.note("", Deed::Removed, before.weights().1);
        }
        if !order.is_sorted() {
            let mut s =
                self.inside((part, ""), Value::Nothing, new.first().map(|of| of.span()), law);
            s.note("", Deed::Reordered, Weight::Wording);
        }
    }
}

/// Those of these that the others do not have as often.
fn without<'b>(these: &'b [String], others: &[String]) -> Vec<&'b String> {
    let mut left: Vec<&String> = others.iter().collect();
    let mut more = Vec::new();
    for one in these {
        match left.iter().position(|other| *other == one) {
            Some(at) => drop(left.remove(at)),
            None => more.push(one),
        }
    }
    more
}

/// Whether two texts have the same words in every language that both have, and have one in common.
fn same_words(old: &Text, new: &Text) -> bool {
    let letters = |said: &str| -> String {
        said.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let mut both = old.iter().filter_map(|(lang, said)| Some((said, new.get(lang)?))).peekable();
    both.peek().is_some() && both.all(|(before, now)| letters(before) == letters(now))
}
