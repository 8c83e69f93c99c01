//! What moves the clock of a request: two more months, once, with reasons told in the first; standing
//! still while whoever asked is asked who they are, or by what right they act for another, at most until
//! the day by which they may answer. Each is told by a letter in the same turn, which staff have seen.

use std::sync::Arc;

use jiff::SignedDuration;
use seloste_kernel::{Exit, Fault, FaultKind, Sensitive, Timestamp};
use seloste_notice::model::Notice;
use seloste_register::{Access, Draft, Opened, Owner};

use super::decision::{self, Prepared};
use super::letter::{self, Word};
use super::slip::Behind;
use super::{behalf, job, pause, requests, slip};
use crate::app::App;
use crate::cases::{self, ANSWER, EXTENDED, IDENTIFYING, OPEN};
use crate::post;

/// Whether the clock may still be moved: nobody has decided, its last moment has not passed, and it
/// has not been moved before.
fn runs(request: &Opened, now: Timestamp) -> bool {
    request.state == OPEN && request.review.is_some_and(|due| now <= due)
}

/// Whether two more months may be taken.
pub fn may_extend(notice: &Notice, request: &Opened, now: Timestamp) -> bool {
    runs(request, now) && cases::may_extend(notice, request.text("type", Exit::Decision))
}

/// Two more months on a ground of Art. 12(3).
///
/// # Errors
/// `Conflict` after the first month, a second time, or where the notice promises an answer sooner.
pub fn extension<'a>(
    notice: &Notice,
    request: &Opened,
    (ground, now): (&'a str, Timestamp),
) -> Result<Word<'a>, Fault> {
    if !EXTENDED.contains(&ground) || !may_extend(notice, request, now) {
        return Err(Fault::new(FaultKind::Conflict, "case-not-extended"));
    }
    Ok(Word::Extended { ground, until: cases::extended(request.created, stood(request)) })
}

/// Whether whoever asked may be asked, once: who they are, unless that is known; by what right they act
/// for another, until somebody has looked at it.
pub fn may_ask(request: &Opened, now: Timestamp) -> bool {
    runs(request, now)
        && (!requests::is_known(request) || behalf::is_unchecked(request))
        && !request.fields.contains_key("answered")
        && !letter::is_openness(request)
}

/// How a question reaches whoever asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// By mail.
    Mail,
    /// Only when they open what the request's receipt code shows.
    Code,
}

/// How a question would reach whoever asked, if it can at all.
///
/// # Errors
/// When the store fails.
pub async fn way(app: &Arc<App>, request: &Opened) -> Result<Option<Way>, Fault> {
    Ok(match letter::goes_by_mail(app, request).await? {
        true => Some(Way::Mail),
        false => slip::reads_question(app, request).await?.then_some(Way::Code),
    })
}

/// The question for what identification needs (Art. 12(6)).
///
/// # Errors
/// `Conflict` where nobody may be asked, or the question would reach nobody.
pub async fn question(app: &Arc<App>, request: &Opened) -> Result<Word<'static>, Fault> {
    let now = app.engine.now();
    if !may_ask(request, now) {
        return Err(Fault::new(FaultKind::Conflict, "case-not-asked"));
    }
    if way(app, request).await?.is_none() {
        return Err(Fault::new(FaultKind::Conflict, "case-ask-reaches-nobody"));
    }
    let mandate = behalf::is_unchecked(request);
    Ok(Word::Identify { until: cases::answer_by(now), mandate })
}

/// Which receipt code shows the letter.
///
/// # Errors
/// When the store fails.
pub async fn behind(app: &App, request: &Opened, word: Word<'_>) -> Result<Behind, Fault> {
    match word {
        Word::Identify { .. } if slip::reads_question(app, request).await? => Ok(Behind::Request),
        _ => slip::behind(app, request).await,
    }
}

/// Writes the letter. Nothing is done yet.
///
/// # Errors
/// When the store fails.
pub async fn written(
    app: &Arc<App>,
    access: &Access,
    request: &Opened,
    (word, words): (Word<'_>, &Sensitive<String>),
) -> Result<Prepared, Fault> {
    let (notice, now) = (&access.register().notice, app.engine.now());
    let paper = letter::word(
        letter::from(app, notice, request),
        request,
        (word, words.expose(Exit::Page)),
        now,
    );
    let by_mail = letter::goes_by_mail(app, request).await?;
    Ok(Prepared { paper, erases: None, by_mail, leaves: false })
}

/// Moves the clock and sends the letter that was shown.
///
/// # Errors
/// `Conflict` when the request changed meanwhile.
pub async fn send(
    app: &Arc<App>,
    access: &Access,
    request: &Opened,
    (word, words): (Word<'_>, Sensitive<String>),
    prepared: &Prepared,
) -> Result<(), Fault> {
    match word {
        Word::Identify { .. } => {
            let asked = ("asked".to_owned(), Sensitive::new(app.engine.now().to_string()));
            let version =
                app.engine.amend(access, request.id, request.version, vec![asked]).await?;
            let request = Opened { version, ..request.clone() };
            tell(app, access, &request, (word, words), prepared).await
        }
        Word::Extended { ground, until } => {
            tell(app, access, request, (word, words), prepared).await?;
            // The letter first: were it never sent, the month would have to hold.
            let request = app.engine.read(access, request.id).await?;
            if request.state != OPEN {
                return Err(decision::taken());
            }
            app.engine.postpone(access, &request, until, ground).await?;
            slip::tell(app, request.id).await
        }
    }
}

/// A request whose clock runs: one that stood still goes on from this moment.
///
/// # Errors
/// When the request changed meanwhile.
pub async fn go_on(
    app: &Arc<App>,
    access: &Access,
    request: &Opened,
    at: Timestamp,
) -> Result<Opened, Fault> {
    if request.state != IDENTIFYING {
        return Ok(request.clone());
    }
    let next = resumed(request, at);
    let answered = vec![("answered".to_owned(), Sensitive::new(at.to_string()))];
    let version = app.engine.amend(access, request.id, request.version, answered).await?;
    let opened = Opened { version, ..app.engine.read(access, request.id).await? };
    let due = next.review.unwrap_or(at);
    let version = app.engine.postpone(access, &opened, due, OPEN).await?;
    Ok(Opened { version, ..next })
}

/// A request as it is when its clock goes on from this moment. Nothing is written.
pub fn resumed(request: &Opened, at: Timestamp) -> Opened {
    let mut next = request.clone();
    if next.state == IDENTIFYING {
        next.fields.insert("answered".to_owned(), Sensitive::new(at.to_string()));
        let stood = stood(&next);
        next.review = next.review.map(|due| due.checked_add(stood).unwrap_or(due));
        next.state = OPEN.to_owned();
    }
    next
}

/// When whoever asked was asked who they are.
pub fn asked(request: &Opened) -> Option<Timestamp> {
    cases::asked(request)
}

/// How long the clock has stood still.
pub fn stood(request: &Opened) -> SignedDuration {
    let answered = request.text("answered", Exit::Decision).parse().ok();
    match asked(request).zip(answered) {
        Some((asked, answered)) => cases::stood(asked, answered),
        None => SignedDuration::ZERO,
    }
}

/// Writes the letter beside the request, and puts it into the queue where it can go by mail.
async fn tell(
    app: &Arc<App>,
    access: &Access,
    request: &Opened,
    (word, words): (Word<'_>, Sensitive<String>),
    prepared: &Prepared,
) -> Result<(), Fault> {
    let (state, after) = match word {
        Word::Identify { .. } => (IDENTIFYING, Some(pause::END)),
        Word::Extended { .. } => (OPEN, None),
    };
    let mut draft = Draft::new(ANSWER, "decided", job::language(request))
        .part_of(request.id)
        .moves_whole(request.version, state)
        .field("decision", word.name().to_owned())
        .field("text", words)
        .field("letter", prepared.paper.to_text());
    if prepared.by_mail {
        draft = draft.state(post::QUEUED).then_job(job::ANSWER);
    }
    if let Some(job) = after {
        draft = draft.then_job(job);
    }
    app.engine.collect(access, Owner::Existing(request.person), draft).await?;
    slip::tell(app, request.id).await
}
