//! Requests as cases: opened with a clock, matched with a person, closed by a decision.

use std::sync::Arc;

use seloste_kernel::{Exit, Fault, Lang, PersonId, Sensitive, Timestamp};
use seloste_register::{Access, Collected, Opened, Owner, Waiting};

use super::job;
use crate::app::App;
use crate::cases;
pub use crate::cases::{ERASURE, KIND, OPEN, WAITING};

/// Its answer, a part of it.
pub const ANSWER: &str = "rights-answer";

/// The decisions, which are the states of closed requests.
pub const DECIDED: [&str; 3] = ["granted", "partly", "refused"];

/// What somebody asks.
pub struct Asked {
    /// Which right, as the notice's choice names it.
    pub what: String,
    /// In their own words.
    pub text: Option<Sensitive<String>>,
    /// Where the answer goes.
    pub contact: Option<Sensitive<String>>,
    /// How it came.
    pub channel: String,
    /// In which language it is answered.
    pub lang: Lang,
    /// When it came; `None` means now.
    pub arrived: Option<Timestamp>,
    /// The form's command, so that it counts once.
    pub command: [u8; 16],
}

/// Writes a request; its clock runs from its arrival.
///
/// # Errors
/// As [`seloste_register::Engine::collect`].
pub async fn open(
    app: &Arc<App>,
    access: &Access,
    owner: Owner,
    asked: Asked,
) -> Result<(Collected, Timestamp), Fault> {
    let arrived = asked.arrived.unwrap_or_else(|| app.engine.now());
    let notice = &access.register().notice;
    let due = cases::due(notice, &asked.what, arrived);
    let has_mail = asked.contact.as_ref().is_some_and(is_mail);
    let state = match owner {
        _ if asked.what == cases::OPENNESS => cases::OPENNESS,
        Owner::Existing(_) if asked.what == ERASURE => ERASURE,
        _ => OPEN,
    };
    let mut draft = cases::draft(notice, &asked.what, asked.lang, arrived)
        .field("channel", asked.channel)
        .state(state)
        .command(asked.command);
    if let Some(text) = asked.text {
        draft = draft.field("text", text);
    }
    if let Some(contact) = asked.contact {
        draft = draft.field("contact", contact);
    }
    if let Owner::Existing(person) = owner {
        // Whoever made it with their code is known: it is about their own data.
        draft = draft.field("matched", person.to_string());
    } else {
        draft = draft.with_receipt();
        // Whether the address is known is looked at later, not while the visitor waits.
        if has_mail && app.mailer.is_ready() {
            draft = draft.then_job(job::LINKS);
        }
    }
    Ok((app.engine.collect(access, owner, draft).await?, due))
}

/// Whether a contact can be written to by mail.
pub fn is_mail(contact: &Sensitive<String>) -> bool {
    let contact = contact.expose(Exit::Decision).trim();
    contact.parse::<lettre::Address>().is_ok()
}

/// Whose data a request is about: somebody it was matched with, or whoever made it with a receipt.
pub fn target(request: &Opened) -> Option<PersonId> {
    request.text("matched", Exit::Decision).parse().ok()
}

/// Notes whose data the request is about. An erasure then carries itself out by its last moment.
///
/// # Errors
/// `Conflict` when the request changed meanwhile.
pub async fn matches(
    app: &Arc<App>,
    access: &Access,
    request: &Opened,
    person: PersonId,
) -> Result<(), Fault> {
    let changes = vec![("matched".to_owned(), Sensitive::new(person.to_string()))];
    let version = app.engine.amend(access, request.id, request.version, changes).await?;
    let state = match request.text("type", Exit::Decision) {
        ERASURE => ERASURE,
        cases::OPENNESS => request.state.as_str(),
        _ => OPEN,
    };
    app.engine.set_state(access, request.id, version, state).await.map(drop)
}

/// Requests whose last moment has passed without a decision: numbers and times, nothing opened.
///
/// # Errors
/// When the store fails.
pub async fn overdue_requests(app: &App) -> Result<Vec<Waiting>, Fault> {
    let now = app.engine.now();
    let waiting = app.engine.waiting(&app.register()?.notice.id, KIND, &WAITING).await?;
    Ok(waiting.into_iter().filter(|one| one.review.is_some_and(|due| due < now)).collect())
}
