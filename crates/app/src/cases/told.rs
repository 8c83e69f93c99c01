//! What whoever holds a request is told of it at this moment: as [`as_told`], and that a question to them
//! is taken back once their request does not wait any longer. That it was decided is all that is told,
//! with every decision and of everybody the same.

use seloste_kernel::{Exit, Fault};
use seloste_register::{Opened, Query};

use super::{KIND, WAITING, as_told, asked, case_behind, may_reply};
use crate::app::App;

/// How a slip is told whose maker need not answer any longer what they were asked.
pub const UNSHOWN_HANDLED: &str = "unshown-handled";

/// Whether a request of this number is in one of these states. None is opened.
///
/// # Errors
/// When the store fails.
pub(super) async fn is_in(app: &App, number: i64, states: &[&str]) -> Result<bool, Fault> {
    let of = Query { number: Some(number), limit: 1, ..Query::in_states(KIND, states) };
    let (found, _) = app.engine.waiting(&app.register()?.notice.id, &of).await?;
    Ok(!found.is_empty())
}

/// A record as its owner is told of it now; `None` for what is not told.
///
/// The state of the case is the one place where a question is open or taken back, so nothing has to be
/// brought to a slip for it, and nothing can be left behind.
///
/// # Errors
/// When the store fails.
pub async fn told_now(app: &App, record: Opened) -> Result<Option<Opened>, Fault> {
    let number = case_behind(&record).and(record.number);
    let Some(mut told) = as_told(record) else { return Ok(None) };
    // Once their day has passed it is over by the clock, decided or not.
    if let Some(number) = number.filter(|_| may_reply(&told, app.engine.now()))
        && !is_in(app, number, &WAITING).await?
    {
        UNSHOWN_HANDLED.clone_into(&mut told.state);
    }
    Ok(Some(told))
}

/// All of these, as [`told_now`].
///
/// # Errors
/// When the store fails.
pub async fn all_told_now(app: &App, records: Vec<Opened>) -> Result<Vec<Opened>, Fault> {
    let mut told = Vec::with_capacity(records.len());
    for record in records {
        told.extend(told_now(app, record).await?);
    }
    Ok(told)
}

/// Whether a decision on this request takes a question back that its maker may still answer on their own
/// page; the match of a request, of which its maker is told nothing, ends none.
pub fn takes_question_back(case: &Opened, now: seloste_kernel::Timestamp) -> bool {
    let open = asked(case).is_some_and(|at| now <= super::answer_by(at));
    open && ["reply", "reply-document"].iter().all(|field| !case.fields.contains_key(*field))
}

/// Whether a decided request was decided before anybody answered what was asked.
pub fn took_question_back(case: &Opened) -> bool {
    let decided = super::DECIDED.contains(&case.state.as_str());
    decided && asked(case).is_some() && case.text("answered", Exit::Decision).is_empty()
}
