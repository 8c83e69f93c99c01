//! A clock that stands still while whoever asked may answer what they were asked: their answer, the word of
//! staff that it came in another way, and the day on which it goes on without one. What the slip of
//! whoever asked says of it hangs on the question, the answer and the day alone.

use std::sync::Arc;

use seloste_kernel::{Exit, Fault, FaultKind, RecordId, Sensitive, Timestamp};
use seloste_register::{Access, Action, Job, Opened};

use super::{clock, decision, job, job_access, slip};
use crate::app::App;
use crate::cases::{self, DECIDING, IDENTIFYING, WAITING};

/// The job that lets the clock go on where nobody has answered.
pub const END: &str = "request-pause";

/// The field with the document that came with an answer.
pub const DOCUMENT: &str = "reply-document";

/// What somebody says of themselves when they are asked, field by field.
pub type Said = Vec<(String, Sensitive<String>)>;

/// Staff note that the answer came in another way: the clock goes on from there.
///
/// # Errors
/// `Conflict` when nothing was asked; `Invalid` for a moment before the question or in the future.
pub async fn answered(
    app: &Arc<App>,
    access: &Access,
    request: &Opened,
    at: Timestamp,
) -> Result<(), Fault> {
    if request.state != IDENTIFYING {
        return Err(Fault::new(FaultKind::Conflict, "case-not-asked"));
    }
    clock::go_on(app, access, request, at).await?;
    match slip::makers(app, request).await? {
        Some(slip) => heard(app, slip.record, at).await,
        None => Ok(()),
    }
}

/// Nobody needs an answer any longer: the request does not wait.
pub fn taken_back() -> Fault {
    Fault::new(FaultKind::Conflict, "own-reply-handled")
}

/// What somebody answers on their own page, beside what they hold of the request and in the case that
/// staff handle; the clock goes on. Of what staff found meanwhile nothing is seen in it: whoever has not
/// shown who they are may answer all the same.
///
/// A decision and an answer at one moment: whichever writes the case first stands. Whoever decides then
/// has the answer before them; whoever answers hears that it is not needed, and nothing of it is kept.
///
/// # Errors
/// `Conflict` when nothing was asked, the day has passed by which they may answer, or the request is
/// decided or about to be.
pub async fn reply(app: &Arc<App>, own: &Access, held: &Opened, said: Said) -> Result<(), Fault> {
    let now = app.engine.now();
    if !cases::as_told(held.clone()).is_some_and(|told| cases::may_reply(&told, now)) {
        return Err(Fault::new(FaultKind::Conflict, "own-reply-over"));
    }
    let access = job_access(app, Action::DecideRequests)?;
    let Some(case) = cases::case_behind(held) else {
        let version = into_case(app, own, held, said).await?;
        let held = app.engine.read(own, held.id).await?;
        return clock::go_on(app, &access, &Opened { version, ..held }, now).await.map(drop);
    };
    let case = job::opened(app, case).await?.ok_or_else(taken_back)?;
    let version = into_case(app, &access, &case, said.clone()).await?;
    let case = job::opened(app, case.id).await?.ok_or_else(taken_back)?;
    clock::go_on(app, &access, &Opened { version, ..case }, now).await?;
    // Words lie with the case alone until their writer has shown who they are, and a document for good:
    // it is for whoever looks at it.
    if slip::case_of(held).is_some() {
        let words = said.into_iter().filter(|(field, _)| field != DOCUMENT).collect();
        app.engine.amend(own, held.id, held.version, words).await?;
    }
    heard(app, held.id, now).await
}

/// Writes what was answered into a case that waits, at the version that was read. One that a decision left
/// behind when the program ended waits again.
async fn into_case(
    app: &Arc<App>,
    access: &Access,
    case: &Opened,
    said: Said,
) -> Result<i64, Fault> {
    let now_decided = || Fault::new(FaultKind::Conflict, "own-reply-meanwhile");
    if !WAITING.contains(&case.state.as_str()) {
        return Err(taken_back());
    }
    decision::may_claim(case, app.engine.now()).map_err(|_| now_decided())?;
    let left = case.state == DECIDING && !case.fields.contains_key("answered");
    let state = left.then(|| IDENTIFYING.to_owned());
    let written = app.engine.amend_into(access, case.id, case.version, said, state).await;
    written.map_err(|fault| match fault.kind() {
        FaultKind::Conflict => now_decided(),
        _ => fault,
    })
}

/// The day has come by which whoever was asked could answer, and they have not: the clock goes on from
/// there, and staff decide on what they have.
///
/// # Errors
/// When the store fails.
pub async fn end(app: &Arc<App>, of: &Job) -> Result<(), Fault> {
    let Some(letter) = job::opened(app, of.record).await? else { return Ok(()) };
    let Some(whole) = letter.thread else { return Ok(()) };
    let Some(request) = job::opened(app, whole).await? else { return Ok(()) };
    match cases::asked(&request).map(cases::answer_by) {
        Some(until) if app.engine.now() < until => app.engine.job_again(of, until).await,
        _ => over(app, &request).await,
    }
}

/// A request whose clock has stood still as long as it may goes on.
///
/// # Errors
/// When the request changed meanwhile.
pub async fn over(app: &Arc<App>, request: &Opened) -> Result<(), Fault> {
    match cases::asked(request).map(cases::answer_by).filter(|until| *until <= app.engine.now()) {
        Some(until) => {
            let access = job_access(app, Action::DecideRequests)?;
            clock::go_on(app, &access, request, until).await.map(drop)
        }
        None => Ok(()),
    }
}

/// Whether whoever was asked has answered on their own page.
pub fn is_answered(request: &Opened) -> bool {
    ["reply", DOCUMENT].iter().any(|field| request.fields.contains_key(*field))
}

/// Whether whoever was asked has not answered by their day.
pub fn is_unanswered(request: &Opened) -> bool {
    let answered: Option<Timestamp> = request.text("answered", Exit::Decision).parse().ok();
    answered.is_some() && answered == cases::asked(request).map(cases::answer_by)
}

/// Notes on a slip that its holder is asked, and on one that may tell of its case, too, that it goes on.
///
/// # Errors
/// As [`seloste_register::Engine::amend`].
pub async fn told(
    app: &Arc<App>,
    case: &Opened,
    (held, shown): (&Opened, bool),
) -> Result<(), Fault> {
    if let Some(asked) = cases::asked(case).filter(|_| cases::asked(held).is_none()) {
        set(app, held, ("asked", asked), cases::answer_by(asked)).await?;
    }
    match case.text("answered", Exit::Decision).parse() {
        Ok(at) if shown => heard(app, held.id, at).await,
        _ => Ok(()),
    }
}

/// Whoever holds this slip has answered what they were asked: its last day is counted from there.
async fn heard(app: &Arc<App>, slip: RecordId, at: Timestamp) -> Result<(), Fault> {
    let Some(held) = job::opened(app, slip).await? else { return Ok(()) };
    let Some(asked) = cases::asked(&held).filter(|_| !held.fields.contains_key("answered")) else {
        return Ok(());
    };
    let access = job_access(app, Action::DecideRequests)?;
    let first =
        cases::due(&access.register().notice, held.text("type", Exit::Decision), held.created);
    let due = first.checked_add(cases::stood(asked, at)).map_err(Fault::internal)?;
    set(app, &held, ("answered", at), due).await
}

/// Notes when its holder was asked or has answered, and the day that follows from it. Neither hangs on
/// what is done with the case.
async fn set(
    app: &Arc<App>,
    held: &Opened,
    (field, at): (&str, Timestamp),
    due: Timestamp,
) -> Result<(), Fault> {
    let access = job_access(app, Action::DecideRequests)?;
    let change = vec![(field.to_owned(), Sensitive::new(at.to_string()))];
    let version = app.engine.amend(&access, held.id, held.version, change).await?;
    let held = Opened { version, ..held.clone() };
    app.engine.postpone(&access, &held, due, &held.state).await.map(drop)
}
