//! Slips: what whoever made a request without a known code holds of it. A receipt code of its own proves
//! that somebody made the request, and nothing about who they are. So the case, which staff handle, lies
//! apart, and the slip has its number, its day and which right is used, and keeps sealed which case it
//! belongs to. It is the same from its first to its last day, whatever is done with the case, until its
//! maker has shown who they are: by the code beside the letter that went to their mailbox, by a mandate
//! that staff have looked at, or to staff in another way. Then it is told what becomes of the case, and
//! has its words and letters.

use std::sync::Arc;

use seloste_kernel::{Exit, Fault, FaultKind, PersonId, RecordId, Sensitive, Timestamp};
use seloste_register::{Access, Action, Collected, Draft, Opened, Owner, Query, Why};

use super::requests::{self, ANSWER, Asked, DECIDED, KIND, WAITING};
use super::{behalf, job, job_access, nobody, pause};
use crate::app::App;
use crate::cases::{
    self, EXTENDED, IDENTIFYING, OPEN, OPENNESS, SLIP, SLIPS, Slip, slip_mark, slip_of, slips_of,
};
use crate::last_day;
use crate::round::Round;

mod looks;

pub use looks::{After, holds_closed, looks};

/// Days after the decision in which a granted copy can be taken away with a slip: what comes later was not
/// granted.
pub const COPY_DAYS: i64 = 30;

/// What whoever made a request has written: it lies with the case alone, until they have shown who they
/// are. So nothing of it outlives the case, and a slip tells nobody that its case is gone.
const WORDS: [&str; 4] = ["text", "contact", "subject", "reply"];

/// What is asked that is about nobody's data: its answer is for whoever asks, whoever they are.
const ANYBODYS: [&str; 3] = [OPENNESS, "fault", "other"];

/// Why what came to the wrong person goes. Their restriction keeps it from nobody: it is about somebody
/// else.
const NEVER_THEIRS: Why = Why::Request;

/// The letter that asks whoever made a request who they are.
pub const IDENTIFY: &str = "identify";

/// Whether whoever asks for this without being known gets a slip.
pub fn is_needed(what: &str) -> bool {
    !ANYBODYS.contains(&what)
}

/// The case of a slip, if that may be told.
pub fn case_of(slip: &Opened) -> Option<RecordId> {
    slip.text("matched", Exit::Decision).strip_prefix(SLIPS[1])?.parse().ok()
}

/// That of whoever made the request, and not of whom it was matched with.
///
/// # Errors
/// When the store fails.
pub async fn makers(app: &App, case: &Opened) -> Result<Option<Slip>, Fault> {
    let target = requests::target(case);
    Ok(slips_of(app, case.id).await?.into_iter().find(|slip| Some(slip.person) != target))
}

/// Whether whoever made a request has shown who they are.
///
/// # Errors
/// When the store fails.
pub async fn maker_is_known(app: &App, case: &Opened) -> Result<bool, Fault> {
    Ok(makers(app, case).await?.is_some_and(|slip| slip.shown))
}

/// Whether staff may say of the maker of a request that they know who it is.
///
/// # Errors
/// When the store fails.
pub async fn may_know(app: &App, case: &Opened) -> Result<bool, Fault> {
    let closed = makers(app, case).await?.is_some_and(|slip| !slip.shown);
    Ok(closed && !behalf::is_for_another(case))
}

/// Since when whoever made a request restricts the use of what they hold of it, and the day on which that
/// would go: it stays for as long as they do.
///
/// # Errors
/// When the store fails.
pub async fn kept_by_maker(
    app: &App,
    case: &Opened,
) -> Result<Option<(Timestamp, Timestamp)>, Fault> {
    let Some(slip) = makers(app, case).await? else { return Ok(None) };
    let Some(held) = job::opened(app, slip.record).await? else { return Ok(None) };
    let access = job_access(app, Action::DecideRequests)?;
    let all = app.engine.restrictions(&access, slip.person).await?;
    let of_it = all.iter().filter(|one| one.record.is_none_or(|of| of == slip.record));
    let since = of_it.map(|one| one.since).min();
    Ok(since.zip(cases::as_told(held).as_ref().and_then(last_day::goes)))
}

/// The receipt code that leads to a request and its answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Behind {
    /// The one with which the request was made, or that was given with it where it is about nobody's data.
    #[default]
    Own,
    /// That of the request, whose maker has shown who they are.
    Request,
    /// That of the data with which it was matched, and not that of the request.
    Data,
    /// None.
    Nothing,
}

/// Which receipt code leads to a request and its answer.
///
/// # Errors
/// When the store fails.
pub async fn behind(app: &App, case: &Opened) -> Result<Behind, Fault> {
    let target = requests::target(case);
    if target == Some(case.person) || !is_needed(case.text("type", Exit::Decision)) {
        return Ok(Behind::Own);
    }
    let shown = slips_of(app, case.id).await?.into_iter().filter(|slip| slip.shown);
    let whose: Vec<bool> = shown.map(|slip| Some(slip.person) == target).collect();
    Ok(match (whose.contains(&false), whose.is_empty()) {
        (true, _) => Behind::Request,
        (_, false) => Behind::Data,
        (_, true) => Behind::Nothing,
    })
}

/// Whether whoever made a request reads with its code what they are asked: who is asked who they are is
/// told so before they have shown it.
///
/// # Errors
/// When the store fails.
pub async fn reads_question(app: &App, case: &Opened) -> Result<bool, Fault> {
    let own = requests::target(case) == Some(case.person);
    let nobodys = !is_needed(case.text("type", Exit::Decision));
    Ok(own || nobodys || makers(app, case).await?.is_some())
}

/// Writes the slip of a new case with its receipt. Where nothing was typed by which somebody could be
/// found, nothing can be learnt from it either: it is told everything as long as nobody is found.
///
/// # Errors
/// As [`seloste_register::Engine::collect`].
pub async fn give(
    app: &Arc<App>,
    access: &Access,
    asked: &Asked,
    (arrived, case): (Timestamp, &Collected),
) -> Result<Option<Sensitive<String>>, Fault> {
    let shown = nobody::names_nobody(asked);
    let notice = &access.register().notice;
    let draft = if shown { asked.draft(notice, arrived) } else { asked.outline(notice, arrived) };
    let mut draft = draft
        .state(SLIP)
        .field("matched", slip_mark(case.record, shown))
        .command(beside(case.record, case.record))
        .with_receipt();
    if let Some(number) = case.number {
        draft = draft.number(number);
    }
    // What is written down late is not gone before its code was of any use.
    let due = cases::due(&access.register().notice, &asked.what, arrived);
    draft = draft.review(due.max(app.engine.now()));
    Ok(app.engine.collect(access, Owner::New, draft).await?.receipt)
}

/// Gives one to whoever holds the data that a request was matched with by their code.
///
/// # Errors
/// As [`seloste_register::Engine::collect`].
pub async fn give_known(
    app: &Arc<App>,
    access: &Access,
    case: &Opened,
    person: PersonId,
) -> Result<(), Fault> {
    if person == case.person
        || slips_of(app, case.id).await?.iter().any(|slip| slip.person == person)
    {
        return Ok(());
    }
    let mut draft = Draft::new(KIND, "received", job::language(case))
        .arrived(case.created)
        .state(SLIP)
        .field("matched", slip_mark(case.id, true));
    for name in ["type", "language", "channel", "text"] {
        draft = draft.field(name, case.text(name, Exit::Decision).to_owned());
    }
    if let Some(number) = case.number {
        draft = draft.number(number);
    }
    if let Some(due) = case.review {
        draft = draft.review(due);
    }
    app.engine.collect(access, Owner::Existing(person), draft).await.map(drop)
}

/// A command for what is made of this beside that: once, however often it is repeated.
fn beside(one: RecordId, other: RecordId) -> [u8; 16] {
    let mut command = *one.as_bytes();
    for (byte, with) in command.iter_mut().zip(other.as_bytes()) {
        *byte = byte.rotate_left(3) ^ with ^ 0x5a;
    }
    command
}

/// With the words of whoever made the request, which are theirs once they have shown who they are: what
/// is erased with the case is then nowhere else.
async fn set(app: &Arc<App>, case: &Opened, slip: Slip, shown: bool) -> Result<(), Fault> {
    if slip.shown == shown {
        return Ok(());
    }
    let Some(held) = job::opened(app, slip.record).await? else { return Ok(()) };
    let access = job_access(app, Action::DecideRequests)?;
    let mut change = vec![("matched".to_owned(), Sensitive::new(slip_mark(case.id, shown)))];
    for name in WORDS {
        let value = if shown { case.text(name, Exit::Decision) } else { "" };
        if value != held.text(name, Exit::Decision) {
            change.push((name.to_owned(), Sensitive::new(value.to_owned())));
        }
    }
    app.engine.amend(&access, held.id, held.version, change).await.map(drop)
}

/// Before a case is matched: its maker is told nothing any longer, and the slip notes how the case stood,
/// for the match may be undone.
///
/// # Errors
/// As [`seloste_register::Engine::amend`].
pub async fn close(app: &Arc<App>, case: &Opened) -> Result<(), Fault> {
    let Some(slip) = makers(app, case).await? else { return Ok(()) };
    set(app, case, slip, false).await?;
    let stood = case.state.as_str();
    let noted = stood == IDENTIFYING || EXTENDED.contains(&stood);
    note(app, slip, &if noted { slip_of(stood) } else { SLIP.to_owned() }).await
}

async fn note(app: &Arc<App>, slip: Slip, state: &str) -> Result<(), Fault> {
    let Some(held) = job::opened(app, slip.record).await? else { return Ok(()) };
    if held.state == state {
        return Ok(());
    }
    let access = job_access(app, Action::DecideRequests)?;
    app.engine.set_state(&access, held.id, held.version, state).await.map(drop)
}

/// After a match, its undoing or the look at a mandate: whoever acts for another with a mandate that was
/// seen is told, and so is somebody who named nobody, while nobody is found.
///
/// # Errors
/// As [`seloste_register::Engine::amend`].
pub async fn settle(app: &Arc<App>, case: RecordId) -> Result<(), Fault> {
    let Some(case) = job::opened(app, case).await? else { return Ok(()) };
    let Some(slip) = makers(app, &case).await? else { return Ok(()) };
    let shown = slip.shown
        || behalf::is_for_another(&case) && behalf::is_checked(&case)
        || nobody::is_nobodys(&case);
    set(app, &case, slip, shown).await
}

/// How a case stood when it was matched.
///
/// # Errors
/// When the store fails.
pub async fn stood(app: &Arc<App>, case: &Opened) -> Result<Option<String>, Fault> {
    let Some(slip) = makers(app, case).await? else { return Ok(None) };
    let held = job::opened(app, slip.record).await?;
    let noted = held.and_then(|held| Some(held.state.strip_prefix(SLIP)?.to_owned()));
    Ok(noted
        .map(|state| state.trim_start_matches('-').to_owned())
        .filter(|state| !state.is_empty()))
}

/// Whoever made the request has shown who they are: they are told what becomes of it, as it was when
/// that was said. Who matches it with somebody at this moment keeps it from them, or comes too late.
///
/// # Errors
/// `Conflict` when they are told already, nothing is left to tell it on, or the case has changed.
pub async fn know(app: &Arc<App>, case: &Opened) -> Result<(), Fault> {
    let slip = makers(app, case).await?.filter(|slip| !slip.shown);
    let slip = slip.ok_or_else(|| Fault::new(FaultKind::Conflict, "rights-maker-not"))?;
    set(app, case, slip, true).await?;
    let access = job_access(app, Action::DecideRequests)?;
    if let Err(fault) = app.engine.set_state(&access, case.id, case.version, &case.state).await {
        set(app, case, Slip { shown: true, ..slip }, false).await?;
        return Err(fault);
    }
    tell(app, case.id).await
}

/// Brings the letters of a case to its slips, and the decision: to those that may be told. Who is asked
/// who they are is asked all the same. It can be repeated.
///
/// # Errors
/// As [`seloste_register::Engine::collect`].
pub async fn tell(app: &Arc<App>, case: RecordId) -> Result<(), Fault> {
    let slips = slips_of(app, case).await?;
    let Some(case) = job::opened(app, case).await?.filter(|_| !slips.is_empty()) else {
        return Ok(());
    };
    let access = job_access(app, Action::DecideRequests)?;
    let query = Query { thread: Some(case.id), oldest_first: true, ..Query::of(ANSWER) };
    let letters = app.engine.page(&access, &query).await?.records;
    for slip in slips {
        for letter in &letters {
            let asks = letter.text("decision", Exit::Decision) == IDENTIFY;
            if slip.shown || asks {
                match bring(app, (&case, letter), slip).await {
                    // It goes at this moment, or only a ground keeps it: nothing is added to it.
                    Err(fault) if fault.is_gone() => {}
                    brought => brought?,
                }
            }
        }
    }
    Ok(())
}

/// Erases the letters of this kind from a case: they were for somebody else than was thought.
///
/// # Errors
/// As [`seloste_register::Engine::erase`].
pub async fn take_back(app: &Arc<App>, case: &Opened, kind: &str) -> Result<(), Fault> {
    let access = job_access(app, Action::DecideRequests)?;
    let query = Query { thread: Some(case.id), ..Query::of(ANSWER) };
    for letter in app.engine.page(&access, &query).await?.records {
        if letter.text("decision", Exit::Decision) == kind {
            erase(app, letter.id, Why::Decision).await?;
        }
    }
    Ok(())
}

/// One letter. With that of the decision the slip is decided, too.
async fn bring(
    app: &Arc<App>,
    (case, letter): (&Opened, &Opened),
    slip: Slip,
) -> Result<(), Fault> {
    let Some(mut held) = job::opened(app, slip.record).await? else { return Ok(()) };
    let access = job_access(app, Action::DecideRequests)?;
    let decision = letter.text("decision", Exit::Decision);
    if decision == IDENTIFY {
        pause::told(app, case, (&held, slip.shown)).await?;
        let Some(now) = job::opened(app, slip.record).await? else { return Ok(()) };
        held = now;
    }
    let mut draft = Draft::new(ANSWER, "decided", job::language(case))
        .arrived(letter.created)
        .part_of(held.id)
        .command(beside(letter.id, held.id));
    for name in ["decision", "ground", "text", "letter"] {
        draft = draft.field(name, letter.text(name, Exit::Decision).to_owned());
    }
    if DECIDED.contains(&decision) {
        if held.state == slip_of(&case.state) {
            return Ok(());
        }
        let decided = slip_of(&case.state);
        draft = draft.ends_whole(held.version, &decided, "decided", letter.created);
    } else if let Some(due) = case.review.filter(|due| slip.shown && held.review != Some(*due)) {
        app.engine.postpone(&access, &held, due, &held.state).await?;
    }
    app.engine.collect(&access, Owner::Existing(held.person), draft).await.map(drop)
}

/// Refuses what would leave a slip with somebody whose it is not, because a ground keeps it.
///
/// # Errors
/// `Conflict` while staff hold it.
pub async fn refuse_kept(app: &App, slip: RecordId) -> Result<(), Fault> {
    let plan = app.engine.plan_record(&job_access(app, Action::Erase)?, slip, NEVER_THEIRS).await;
    match plan {
        Ok(plan) if plan.steps().iter().all(|step| step.outcome.is_whole()) => Ok(()),
        Ok(_) => Err(Fault::new(FaultKind::Conflict, "rights-unmatch-held")),
        Err(fault) if fault.kind() == FaultKind::NotFound => Ok(()),
        Err(fault) => Err(fault),
    }
}

/// Takes a slip from somebody with whom a request was matched by mistake: nothing is told on it any
/// longer, and it goes, whatever they have closed of it.
///
/// # Errors
/// As [`seloste_register::Engine::erase`].
pub async fn take_from_stranger(app: &Arc<App>, case: &Opened, slip: Slip) -> Result<(), Fault> {
    match set(app, case, slip, false).await {
        // They erase it at this moment.
        Err(fault) if fault.is_gone() => {}
        closed => closed?,
    }
    erase(app, slip.record, NEVER_THEIRS).await
}

/// Erases a record, if it is still there.
///
/// # Errors
/// As [`seloste_register::Engine::erase`].
pub async fn erase(app: &App, record: RecordId, why: Why) -> Result<(), Fault> {
    let eraser = job_access(app, Action::Erase)?;
    match app.engine.plan_record(&eraser, record, why).await {
        Ok(plan) => app.engine.erase(&eraser, &plan).await.map(drop),
        Err(fault) if fault.kind() == FaultKind::NotFound => Ok(()),
        Err(fault) => Err(fault),
    }
}

/// One round: slips on which nothing was told go by the clock alone, whether anybody was found or not.
///
/// # Errors
/// When the store fails.
pub async fn tidy(app: &Arc<App>) -> Result<(), Fault> {
    let states =
        [SLIP.to_owned(), slip_of(IDENTIFYING), slip_of(EXTENDED[0]), slip_of(EXTENDED[1])];
    let states: Vec<&str> = states.iter().map(String::as_str).collect();
    let review_by = app.engine.now().checked_sub(last_day::KEPT).map_err(Fault::internal)?;
    let of = Query { review_by: Some(review_by), ..Query::in_states(KIND, &states) };
    let mut round = Round::default();
    for one in app.engine.all_waiting(&app.register()?.notice.id, &of).await? {
        round.went(tidy_one(app, one.record).await);
    }
    round.end()
}

async fn tidy_one(app: &Arc<App>, slip: RecordId) -> Result<(), Fault> {
    let Some(slip) = job::opened(app, slip).await? else { return Ok(()) };
    let case = match case_of(&slip) {
        Some(case) => job::opened(app, case).await?,
        None => None,
    };
    match case.filter(|case| WAITING.contains(&case.state.as_str())) {
        // Its holder still waits for the answer.
        Some(_) => {
            let access = job_access(app, Action::DecideRequests)?;
            app.engine.set_state(&access, slip.id, slip.version, &slip_of(OPEN)).await.map(drop)
        }
        None => erase(app, slip.id, Why::Due).await,
    }
}
