//! Which stored records a change is about.

use std::collections::{BTreeMap, BTreeSet};

use super::change::{Change, Follows, Weight};
use crate::model::{Field, Notice, Recipient};

/// What changes are about, by kinds of the version that was in force.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Touched {
    /// By kind the fields that they are about; `None` for the record as a whole.
    pub kinds: BTreeMap<String, Option<BTreeSet<String>>>,
    /// Kinds whose consents no longer cover what is done.
    pub consents: BTreeSet<String>,
}

/// Which records the changes are about: those whose kind, keeping, field or purpose is another, and
/// those that somebody else gets or a program decides about. What is about the notice as a whole (who
/// the controller is, how data are protected) is about everybody and names no record; wording is about
/// none.
pub fn touched(changes: &[Change], old: &Notice, new: &Notice) -> Touched {
    let mut touched = Touched::default();
    for change in changes.iter().filter(|change| change.weight != Weight::Wording) {
        let about = about(change, old, new);
        for (kind, fields) in about {
            if change.follows == Follows::AskAgain {
                touched.consents.insert(kind.clone());
            }
            let known = touched.kinds.entry(kind).or_insert_with(|| Some(BTreeSet::new()));
            match (known.as_mut(), fields) {
                (Some(known), Some(fields)) => known.extend(fields),
                _ => *known = None,
            }
        }
    }
    touched
}

type About = Vec<(String, Option<BTreeSet<String>>)>;

fn about(change: &Change, old: &Notice, new: &Notice) -> About {
    let (part, rest) = change.path.split_once(' ').unwrap_or((&change.path, ""));
    match part {
        "kind" => of_kind(rest),
        "purpose" => fields(old, |_, field| serves(field, rest)),
        "recipient" | "transfer" => {
            let known =
                |of: &Notice| of.recipients.iter().find(|known| known.name == rest).cloned();
            let both: Vec<Recipient> = [known(old), known(new)].into_iter().flatten().collect();
            fields(old, |kind, field| both.iter().any(|one| gets(one, kind, field)))
        }
        "decision" => {
            let of = |notice: &Notice| {
                let all = notice.automated_decisions.iter().flatten();
                let kinds = all.filter(|known| known.name == rest).filter_map(|of| of.kind.clone());
                kinds.map(|kind| (kind.value, None)).collect::<About>()
            };
            [of(old), of(new)].concat()
        }
        _ => Vec::new(),
    }
}

fn of_kind(rest: &str) -> About {
    let words: Vec<&str> = rest.split(' ').collect();
    match words.as_slice() {
        [kind, "field", field, ..] => {
            vec![((*kind).to_owned(), Some(BTreeSet::from([(*field).to_owned()])))]
        }
        [kind, ..] => vec![((*kind).to_owned(), None)],
        [] => Vec::new(),
    }
}

fn serves(field: &Field, purpose: &str) -> bool {
    field.purposes.iter().any(|named| named.value == purpose)
}

fn gets(recipient: &Recipient, kind: &str, field: &Field) -> bool {
    let for_it = recipient.purposes.iter().any(|purpose| serves(field, &purpose.value));
    recipient.may_get(kind, &field.name) && (for_it || recipient.has_own_task())
}

/// The fields of which this holds, by their kinds.
fn fields(notice: &Notice, wanted: impl Fn(&str, &Field) -> bool) -> About {
    let mut about = About::new();
    for (_, kind) in notice.kinds() {
        let of_it = kind.fields.iter().filter(|field| wanted(&kind.kind, field));
        let names: BTreeSet<String> = of_it.map(|field| field.name.clone()).collect();
        if !names.is_empty() {
            about.push((kind.kind.clone(), Some(names)));
        }
    }
    about
}
