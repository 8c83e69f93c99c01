//! What one version of a notice says otherwise than another, and what the law makes of it: Art. 13(3)
//! and 14(4), where data are used for something new; Art. 7, where a consent no longer covers what is
//! done; and the guidelines on transparency (WP260 rev.01, 29–31), by which people are told of every
//! change that a reader would want to know of before it takes effect, and not bothered with the rest.
//!
//! Every comparison takes its part of the model apart without `..`, so that a new part does not compile
//! until somebody has said what its change weighs.

mod change;
mod how;
mod scope;
mod touch;
mod value;
mod what;
mod who;
mod whom;
mod why;

pub use change::{Change, Deed, Follows, Weight};
use scope::Scope;
pub use touch::{Touched, touched};
pub use value::Value;

use crate::model::Notice;
use crate::promises::Article;

/// Where a notice as a whole is told to be kept true: Art. 12(1).
const NOTICE: Article = Article::paragraph(12, 1);

/// What `new` says otherwise than `old`: significant changes first, among them special categories of
/// data first (Art. 9), then in the order of the model. Empty for the same notice, wherever its lines
/// stand in the file.
pub fn diff(old: &Notice, new: &Notice) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut all = Scope::whole(old, new, &mut changes);
    notice(&mut all, old, new);
    changes.sort_by_key(|change| (change.weight, change.law != what::SPECIAL));
    changes
}

fn notice(s: &mut Scope<'_>, old: &Notice, new: &Notice) {
    let Notice {
        id,
        languages,
        controller,
        officer,
        contact,
        register,
        review,
        purposes,
        forbidden,
        roles,
        services,
        cookies,
        analytics,
        recipients,
        transfers,
        measures,
        attestations,
        rights,
        authority,
        automated_decisions,
        operations,
        statements,
        span: _,
    } = new;
    s.value("id", &old.id, id, Weight::Significant);
    let spoken = |of: &[seloste_kernel::Lang]| -> Vec<String> {
        of.iter().map(|lang| lang.name().to_owned()).collect()
    };
    s.set("languages", &spoken(&old.languages), &spoken(languages), Weight::ADDED_IS_BETTER);
    s.words("register", &old.register, register);
    s.period("review", old.review, *review, scope::LONGER_IS_WORSE);
    who::people(s, (&old.controller, controller), (&old.officer, officer), (&old.contact, contact));
    why::purposes(s, old, (purposes, forbidden, roles));
    what::services(s, &old.services, services);
    whom::recipients(s, (&old.recipients, recipients), (&old.transfers, transfers));
    how::device(s, (&old.cookies, cookies), (&old.analytics, analytics));
    how::protection(s, (&old.measures, measures), (&old.attestations, attestations));
    how::rights(s, (&old.rights, rights), (&old.authority, authority));
    how::decisions(s, old.automated_decisions.as_deref(), automated_decisions.as_deref());
    how::rest(s, (&old.operations, operations), (&old.statements, statements));
}

#[cfg(test)]
mod tests;
