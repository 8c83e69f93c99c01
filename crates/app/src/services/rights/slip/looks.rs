//! Who has looked at what somebody holds, slips among it: at a case whose slip tells of it, too.

use seloste_kernel::{EntryId, Fault, PersonId, Timestamp};
use seloste_register::{Access, Action, Kinds, Looked, Opened};

use super::super::requests::KIND;
use super::super::{job, job_access};
use super::case_of;
use crate::app::App;
use crate::cases::{self, SLIP};

/// Slips that are read at once.
const SLIPS_AT_ONCE: usize = 100;

/// Where the next looks begin.
pub type After = (Timestamp, EntryId);

/// The slips that a person holds.
async fn held(app: &App, access: &Access, person: PersonId) -> Result<Vec<Opened>, Fault> {
    let kinds = Kinds::Only(vec![KIND.to_owned()]);
    let (mut slips, mut after) = (Vec::new(), None);
    loop {
        let (some, next) = app.engine.some_of(access, person, &kinds, after, SLIPS_AT_ONCE).await?;
        slips.extend(some.into_iter().filter(|one| one.state.starts_with(SLIP)));
        match next {
            Some(next) => after = Some(next),
            None => return Ok(slips),
        }
    }
}

/// Whether a person holds a slip on which nothing is told: who has handled its request neither.
///
/// # Errors
/// When the store fails.
pub async fn holds_closed(app: &App, access: &Access, person: PersonId) -> Result<bool, Fault> {
    Ok(held(app, access, person).await?.iter().any(|slip| case_of(slip).is_none()))
}

/// Who has looked at what a person holds, and at the cases of which their slips tell: the newest first,
/// as they are told of it, and where the next ones begin.
///
/// # Errors
/// As [`seloste_register::Engine::looks`].
pub async fn looks(
    app: &App,
    access: &Access,
    person: PersonId,
    (after, limit): (Option<After>, usize),
) -> Result<(Vec<Looked>, Option<After>), Fault> {
    let most = i64::try_from(limit).unwrap_or(i64::MAX);
    let mut looks = app.engine.looks(access, person, after, most).await?;
    let of_cases = job_access(app, Action::DecideRequests)?;
    for case in held(app, access, person).await?.iter().filter_map(case_of) {
        let case = job::opened(app, case).await?;
        if let Some(case) = case.filter(|case| case.person != person) {
            looks.extend(app.engine.looks(&of_cases, case.person, after, most).await?);
        }
    }
    looks.sort_by_key(|look| std::cmp::Reverse((look.at, look.entry)));
    let full = looks.len() >= limit;
    looks.truncate(limit);
    let next = looks.last().filter(|_| full).map(|look| (look.at, look.entry));
    Ok((cases::looks_as_told(looks), next))
}
