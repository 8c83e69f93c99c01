//! Requests as cases: opened with a clock, matched with a person, closed by a decision. A request
//! stands as it was sent: nobody changes what was asked, nor where its answer goes.

use std::sync::Arc;

use seloste_kernel::{
    Actor, Exit, Fault, FaultKind, Lang, PersonId, RecordId, Sensitive, Timestamp,
};
use seloste_register::{Access, Action, Collected, Draft, Opened, Owner, Waiting};

use super::behalf::{self, Behalf};
use super::{clock, job, job_access};
use crate::app::App;
use crate::cases;
pub use crate::cases::{ANSWER, DECIDING, ERASURE, KIND, MOVED, OPEN, SETTLED, WAITING};

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
    /// For whom, when not for themselves.
    pub behalf: Option<Behalf>,
    /// When it came; `None` means now.
    pub arrived: Option<Timestamp>,
    /// What goes over from the request in whose place it stands.
    pub instead: Option<Instead>,
    /// The form's command, so that it counts once.
    pub command: [u8; 16],
}

/// Who handles a request and how its clock has run: another in its place goes on from there.
pub struct Instead {
    due: Option<Timestamp>,
    state: String,
    fields: Vec<(&'static str, Sensitive<String>)>,
}

impl Instead {
    fn of(request: &Opened) -> Self {
        let known = |name| Some((name, request.fields.get(name)?.clone()));
        let fields = ["owner", "asked", "answered"].into_iter().filter_map(known).collect();
        Self { due: request.review, state: request.state.clone(), fields }
    }

    fn write(self, mut draft: Draft) -> Draft {
        if let Some(due) = self.due {
            draft = draft.review(due);
        }
        self.fields.into_iter().fold(draft, |draft, (name, value)| draft.field(name, value))
    }
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
    let looked_up = asked.behalf.as_ref().map_or(&asked.contact, |other| &other.subject);
    let has_mail = looked_up.as_ref().is_some_and(is_mail);
    let state = match owner {
        _ if asked.what == cases::OPENNESS => cases::OPENNESS,
        Owner::Existing(_) if asked.what == ERASURE => ERASURE,
        _ => OPEN,
    };
    let state = asked.instead.as_ref().filter(|_| state != ERASURE).map_or(state, |of| &of.state);
    let mut draft = cases::draft(notice, &asked.what, asked.lang, arrived)
        .field("channel", asked.channel)
        .state(state)
        .command(asked.command);
    if let Some(earlier) = asked.instead {
        draft = earlier.write(draft);
    }
    if let Some(text) = asked.text {
        draft = draft.field("text", text);
    }
    if let Some(contact) = asked.contact {
        draft = draft.field("contact", contact);
    }
    if let Some(other) = asked.behalf {
        draft = other.write(draft);
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
/// Nothing of theirs is told to whoever made it without being them.
pub fn target(request: &Opened) -> Option<PersonId> {
    request.text("matched", Exit::Decision).parse().ok()
}

/// Notes whose data the request is about. Where somebody else made it, the person gets a request of
/// their own in its place, so that its answer is theirs; an erasure then carries itself out by its
/// last moment. Gives the request that is to be decided.
///
/// # Errors
/// `Conflict` when the request changed meanwhile or was matched already.
pub async fn matches(
    app: &Arc<App>,
    access: &Access,
    request: &Opened,
    person: PersonId,
) -> Result<RecordId, Fault> {
    if !waits_for_match(request) || target(request).is_some() {
        return Err(Fault::new(FaultKind::Conflict, "rights-already-matched"));
    }
    // The person themselves may say that it is theirs; staff look at the mandate first.
    if behalf::is_unchecked(request) && !matches!(access.actor(), Actor::Job(_)) {
        return Err(Fault::new(FaultKind::Conflict, "rights-mandate-first"));
    }
    // Whoever is known need not be asked any longer.
    let request = &clock::go_on(app, access, request, app.engine.now()).await?;
    let changes = vec![("matched".to_owned(), Sensitive::new(person.to_string()))];
    let version = app.engine.amend(access, request.id, request.version, changes).await?;
    if person == request.person {
        let state = match request.text("type", Exit::Decision) {
            ERASURE => ERASURE,
            _ => request.state.as_str(),
        };
        app.engine.set_state(access, request.id, version, state).await?;
        return Ok(request.id);
    }
    moves(app, access, &Opened { version, ..request.clone() }, person).await
}

/// The person whose own request is still to be made in place of this one: a crash came between.
pub fn unmoved(request: &Opened) -> Option<PersonId> {
    target(request).filter(|person| waits_for_match(request) && *person != request.person)
}

/// Whether nobody decides on it, and no erasure runs.
fn waits_for_match(request: &Opened) -> bool {
    let state = request.state.as_str();
    let quiet = [DECIDING, ERASURE].contains(&state);
    cases::WAITING.contains(&state) && !quiet
}

/// Makes the person's own request in place of one that is matched with them. An address for mail
/// goes along only if it is known to be theirs.
///
/// # Errors
/// As [`open`].
pub async fn moves(
    app: &Arc<App>,
    access: &Access,
    request: &Opened,
    person: PersonId,
) -> Result<RecordId, Fault> {
    let proved = job::whose_address(app, request).await?.contains(&person);
    let checked = behalf::is_checked(request);
    let known = match behalf::is_for_another(request) {
        // Who acts for somebody gets the answer once their right to it has been looked at.
        true => checked,
        false => proved,
    };
    let stays = |contact: &&Sensitive<String>| {
        known || !(is_mail(contact) || behalf::is_for_another(request))
    };
    let contact = request.fields.get("contact").filter(stays);
    let asked = Asked {
        what: request.text("type", Exit::Decision).to_owned(),
        text: request.fields.get("text").cloned(),
        contact: contact.cloned(),
        channel: request.text("channel", Exit::Decision).to_owned(),
        lang: job::language(request),
        arrived: Some(request.created),
        behalf: Behalf::of(request).filter(|_| checked),
        instead: Some(Instead::of(request)),
        command: once(request),
    };
    let (own, _) = open(app, access, Owner::Existing(person), asked).await?;
    app.engine.set_state(access, request.id, request.version, MOVED).await?;
    Ok(own.record)
}

/// Once, also when it is taken up again after a crash; again when it was unmatched in between.
fn once(request: &Opened) -> [u8; 16] {
    let mut command = *request.id.as_bytes();
    for (byte, turn) in command.iter_mut().zip(request.version.to_le_bytes()) {
        *byte ^= turn;
    }
    command
}

/// The request that waits for this person to say whether it is theirs: it was made with their
/// address, and nobody has matched it.
///
/// # Errors
/// `NotFound` when there is none for them.
pub async fn unconfirmed(app: &Arc<App>, person: PersonId, id: RecordId) -> Result<Opened, Fault> {
    let access = job_access(app, Action::DecideRequests)?;
    let request = match app.engine.read(&access, id).await {
        Err(fault) if fault.is_gone() => return Err(Fault::not_found()),
        found => found?,
    };
    let waits = request.kind == KIND && waits_for_match(&request) && target(&request).is_none();
    let theirs = waits && job::whose_address(app, &request).await?.contains(&person);
    if theirs { Ok(request) } else { Err(Fault::not_found()) }
}

/// Requests whose last moment has passed without a decision: numbers and times, nothing opened. The
/// clock of one that waits for its maker to say who they are stands still.
///
/// # Errors
/// When the store fails.
pub async fn overdue_requests(app: &App) -> Result<Vec<Waiting>, Fault> {
    let now = app.engine.now();
    let waiting = app.engine.waiting(&app.register()?.notice.id, KIND, &WAITING).await?;
    let late =
        |one: &Waiting| one.state != cases::IDENTIFYING && one.review.is_some_and(|due| due < now);
    Ok(waiting.into_iter().filter(late).collect())
}
