//! What moves the clock of a request: two more months, once, with reasons told in the first; standing
//! still while whoever asked is asked who they are. Each is told by a letter in the same turn.

use std::sync::Arc;

use jiff::SignedDuration;
use seloste_kernel::{Exit, Fault, FaultKind, Sensitive, Timestamp};
use seloste_notice::model::Notice;
use seloste_register::{Access, Draft, Opened, Owner};

use super::letter::{self, Word};
use super::{decision, job, requests, slip};
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

/// Takes two more months on a ground of Art. 12(3) and tells so, with the reasons.
///
/// # Errors
/// `Conflict` after the first month, a second time, or where the notice promises an answer sooner;
/// `Invalid` without reasons.
pub async fn extend(
    app: &Arc<App>,
    access: &Access,
    request: &Opened,
    (ground, reasons): (&str, Sensitive<String>),
) -> Result<(), Fault> {
    let known = EXTENDED.contains(&ground);
    if !known || !may_extend(&access.register().notice, request, app.engine.now()) {
        return Err(Fault::new(FaultKind::Conflict, "case-not-extended"));
    }
    let until = cases::extended(request.created, stood(request));
    tell(app, access, request, Word::Extended { ground, until }, reasons).await?;
    // The letter first: were it never sent, the month would have to hold.
    let request = app.engine.read(access, request.id).await?;
    if request.state != OPEN {
        return Err(decision::taken());
    }
    app.engine.postpone(access, &request, until, ground).await?;
    slip::tell(app, request.id).await
}

/// Whether whoever asked may be asked who they are: not somebody who is known, and once.
pub fn may_ask(request: &Opened, now: Timestamp) -> bool {
    runs(request, now)
        && !requests::is_known(request)
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

/// Asks for what identification needs (Art. 12(6)); the clock stands still until it is answered.
///
/// # Errors
/// `Conflict` where nobody may be asked, or the question would reach nobody; `Invalid` without one.
pub async fn ask(
    app: &Arc<App>,
    access: &Access,
    request: &Opened,
    question: Sensitive<String>,
) -> Result<(), Fault> {
    let now = app.engine.now();
    if !may_ask(request, now) {
        return Err(Fault::new(FaultKind::Conflict, "case-not-asked"));
    }
    if way(app, request).await?.is_none() {
        return Err(Fault::new(FaultKind::Conflict, "case-ask-reaches-nobody"));
    }
    let asked = ("asked".to_owned(), Sensitive::new(now.to_string()));
    let version = app.engine.amend(access, request.id, request.version, vec![asked]).await?;
    let request = Opened { version, ..request.clone() };
    tell(app, access, &request, Word::Identify, question).await
}

/// The answer came: the clock goes on from there.
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
    go_on(app, access, request, at).await.map(drop)
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
    request.text("asked", Exit::Decision).parse().ok()
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
    word: Word<'_>,
    words: Sensitive<String>,
) -> Result<(), Fault> {
    let notice = &access.register().notice;
    let lang = job::language(request);
    let state = match word {
        Word::Identify => IDENTIFYING,
        Word::Extended { .. } => OPEN,
    };
    let written = letter::word(
        letter::from(app, notice, request),
        request,
        (word, words.expose(Exit::Page)),
        app.engine.now(),
    );
    let mut draft = Draft::new(ANSWER, "decided", lang)
        .part_of(request.id)
        .moves_whole(request.version, state)
        .field("decision", word.name().to_owned())
        .field("text", words)
        .field("letter", written.to_text());
    if letter::goes_by_mail(app, request).await? {
        draft = draft.state(post::QUEUED).then_job(job::ANSWER);
    }
    app.engine.collect(access, Owner::Existing(request.person), draft).await?;
    slip::tell(app, request.id).await
}
