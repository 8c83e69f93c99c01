//! Requests as cases: opened with a clock, matched with a person, closed by a decision. A request
//! stands as it was sent: nobody changes what was asked, nor where its answer goes.

use std::sync::Arc;

use seloste_kernel::{Exit, Fault, FaultKind, Lang, PersonId, RecordId, Sensitive, Timestamp};
use seloste_register::{Access, Collected, Draft, Opened, Owner, Query, Waiting};

use super::behalf::{self, Behalf};
use super::{clock, job, mailbox, nobody, objecting};
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
    let matched = match owner {
        // Whoever made it with their code is known: it is about their own data.
        Owner::Existing(person) => Some(person.to_string()),
        Owner::New => None,
    };
    write(app, access, (owner, matched), asked).await
}

async fn write(
    app: &Arc<App>,
    access: &Access,
    (owner, matched): (Owner, Option<String>),
    asked: Asked,
) -> Result<(Collected, Timestamp), Fault> {
    if asked.what == objecting::MARKETING && asked.behalf.is_none() {
        let person = matched.as_ref().and_then(|person| person.parse().ok());
        objecting::at_once(app, access, person, asked.contact.as_ref()).await?;
    }
    let arrived = asked.arrived.unwrap_or_else(|| app.engine.now());
    let notice = &access.register().notice;
    let due = cases::due(notice, &asked.what, arrived);
    let mailbox = mailbox::to_ask(app, access, &asked);
    let nobodys = matched.is_none() && nobody::names_nobody(&asked);
    let ends = asked.instead.as_ref().and_then(|of| of.due).unwrap_or(due);
    let by_itself = |matched: &String| by_itself(app, matched, asked.arrived.map(|_| ends));
    let for_another = asked.behalf.is_some();
    let state = match asked.what.as_str() {
        cases::OPENNESS => cases::OPENNESS,
        ERASURE if !for_another && matched.as_ref().is_some_and(by_itself) => ERASURE,
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
    if let Some(matched) = matched {
        draft = draft.field("matched", matched);
    } else {
        draft = draft.with_receipt();
        if let Some(mailbox) = mailbox {
            // Whether the address is known is looked at later, not while the visitor waits.
            draft = draft.field("matched", mailbox).then_job(job::LINKS);
        }
        if nobodys {
            draft = draft.then_job(nobody::ANSWER);
        }
    }
    Ok((app.engine.collect(access, owner, draft).await?, due))
}

/// Whether an erasure is carried out at its last moment though nobody has decided on it: only where the
/// person or mailbox is known to have asked. What was matched or confirmed shortly before that moment
/// must leave time to look at it; of whom staff found by a value that many know, they always decide.
fn by_itself(app: &App, matched: &str, handled: Option<Timestamp>) -> bool {
    let in_time = handled.is_none_or(|ends| cases::leaves_time(ends, app.engine.now()));
    in_time && !matched.starts_with(cases::ABOUT)
}

/// Whether a contact can be written to by mail.
pub fn is_mail(contact: &Sensitive<String>) -> bool {
    let contact = contact.expose(Exit::Decision).trim();
    contact.parse::<lettre::Address>().is_ok()
}

/// Whether it is known whose data a request is about: a person's, or those with an address whose
/// mailbox has confirmed it.
pub fn is_known(request: &Opened) -> bool {
    target(request).is_some() || mailbox::is_confirmed(request)
}

/// Whose data a request is about: somebody it was matched with, or whoever made it with a receipt.
/// Nothing of theirs is told to whoever made it without being them.
pub fn target(request: &Opened) -> Option<PersonId> {
    let matched = request.text("matched", Exit::Decision);
    matched.strip_prefix(cases::ABOUT).unwrap_or(matched).parse().ok()
}

/// Whether a receipt code leads to a request and its answer: not to one that stands in the place of
/// another whose maker has not shown whose data it is about.
pub fn is_behind_code(request: &Opened) -> bool {
    let matched = request.text("matched", Exit::Decision);
    !matched.starts_with(cases::ABOUT) && !mailbox::is_confirmed(request)
}

/// Notes whose data the request is about. Where somebody else made it, the person gets a request of
/// their own in its place, so that its answer is theirs; an erasure then carries itself out by its
/// last moment, unless that is so near that nobody could look at the match. Gives the request that is
/// to be decided.
///
/// # Errors
/// `Conflict` when the request changed meanwhile or was matched already.
pub async fn matches(
    app: &Arc<App>,
    access: &Access,
    request: &Opened,
    person: PersonId,
) -> Result<RecordId, Fault> {
    may_match(request)?;
    let matched = vec![("matched".to_owned(), Sensitive::new(person.to_string()))];
    if person != request.person {
        let version = app.engine.amend(access, request.id, request.version, matched).await?;
        return moves(app, access, &Opened { version, ..request.clone() }, person).await;
    }
    // Whoever is known need not be asked any longer.
    let request = &clock::go_on(app, access, request, app.engine.now()).await?;
    let version = app.engine.amend(access, request.id, request.version, matched).await?;
    let ends = request.review.unwrap_or_else(|| app.engine.now());
    let by_itself = by_itself(app, &person.to_string(), Some(ends));
    let state = match request.text("type", Exit::Decision) {
        ERASURE if by_itself && !behalf::is_for_another(request) => ERASURE,
        _ => request.state.as_str(),
    };
    app.engine.set_state(access, request.id, version, state).await?;
    Ok(request.id)
}

/// Refuses to match what is known or does not wait. A mailbox may say that a request is its reader's;
/// staff look at the mandate first.
fn may_match(request: &Opened) -> Result<(), Fault> {
    let wrong = |key| Err(Fault::new(FaultKind::Conflict, key));
    match waits_for_match(request) && !is_known(request) {
        false => wrong("rights-already-matched"),
        true if behalf::is_unchecked(request) => wrong("rights-mandate-first"),
        true => Ok(()),
    }
}

/// The person whose own request is still to be made in place of this one: a crash came between.
pub fn unmoved(request: &Opened) -> Option<PersonId> {
    let own: Option<PersonId> = request.text("matched", Exit::Decision).parse().ok();
    own.filter(|person| waits_for_match(request) && *person != request.person)
}

/// Whether nobody decides on it, and no erasure runs.
pub fn waits_for_match(request: &Opened) -> bool {
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
    let contact = contact_for(app, request, person).await?;
    let asked = again(app, request, contact);
    let (own, _) = open(app, access, Owner::Existing(person), asked).await?;
    app.engine.set_state(access, request.id, request.version, MOVED).await?;
    Ok(own.record)
}

/// Where an answer about this person's data may go: an address for mail only if it is theirs. Who acts
/// for them gets the answer once their right to it has been looked at.
async fn contact_for(
    app: &Arc<App>,
    request: &Opened,
    person: PersonId,
) -> Result<Option<Sensitive<String>>, Fault> {
    let another = behalf::is_for_another(request);
    let known = match another {
        true => behalf::is_checked(request),
        false => job::whose_address(app, request).await?.contains(&person),
    };
    let stays = |contact: &&Sensitive<String>| known || !(is_mail(contact) || another);
    Ok(request.fields.get("contact").filter(stays).cloned())
}

/// Notes whose data staff have found the request to be about. Nobody has shown to be that person, and
/// somebody else may hold their receipt: so another request stands in its place, to which no receipt
/// leads. Gives that one.
///
/// # Errors
/// As [`matches`].
pub async fn is_about(
    app: &Arc<App>,
    access: &Access,
    request: &Opened,
    person: PersonId,
) -> Result<RecordId, Fault> {
    may_match(request)?;
    if person == request.person {
        return matches(app, access, request, person).await;
    }
    let asked = again(app, request, contact_for(app, request, person).await?);
    let about = format!("{}{person}", cases::ABOUT);
    let (own, _) = write(app, access, (Owner::New, Some(about)), asked).await?;
    let version = app.engine.set_state(access, request.id, request.version, MOVED).await?;
    let changes = vec![("matched".to_owned(), Sensitive::new(person.to_string()))];
    app.engine.amend(access, request.id, version, changes).await?;
    Ok(own.record)
}

/// Makes a request in place of one that a mailbox has confirmed. It is a new person's, to whom no
/// receipt leads: neither whoever made the first one nor whoever gave the address with other data
/// sees what is asked or answered. What was asked for another is that other's own from then on: the
/// answer goes to the mailbox, and nowhere else.
///
/// # Errors
/// As [`open`]; `Conflict` when the request changed meanwhile.
pub async fn moves_to_mailbox(
    app: &Arc<App>,
    (collect, decide): (&Access, &Access),
    request: &Opened,
    mailbox: String,
) -> Result<RecordId, Fault> {
    let contact = request.fields.get(behalf::looked_up(request)).cloned();
    let asked = Asked { behalf: None, ..again(app, request, contact) };
    let (own, _) = write(app, collect, (Owner::New, Some(mailbox)), asked).await?;
    app.engine.set_state(decide, request.id, request.version, MOVED).await?;
    Ok(own.record)
}

/// The same request once more; for another only where their right to it has been looked at. Its own
/// clock does not stand still: whoever is known need not be asked any longer. The first one stays as
/// it is, so that whoever made it does not see by its clock that it was matched.
fn again(app: &App, request: &Opened, contact: Option<Sensitive<String>>) -> Asked {
    let request = &clock::resumed(request, app.engine.now());
    Asked {
        what: request.text("type", Exit::Decision).to_owned(),
        text: request.fields.get("text").cloned(),
        contact,
        channel: request.text("channel", Exit::Decision).to_owned(),
        lang: job::language(request),
        arrived: Some(request.created),
        behalf: Behalf::of(request).filter(|_| behalf::is_checked(request)),
        instead: Some(Instead::of(request)),
        command: once(request),
    }
}

/// Once, also when it is taken up again after a crash; again when it was unmatched in between.
fn once(request: &Opened) -> [u8; 16] {
    let mut command = *request.id.as_bytes();
    for (byte, turn) in command.iter_mut().zip(request.version.to_le_bytes()) {
        *byte ^= turn;
    }
    command
}

/// What asks for the requests whose last moment has passed without a decision, the latest first. The
/// clock of one that waits for its maker to say who they are stands still.
pub fn overdue(now: Timestamp) -> Query {
    let states: Vec<&str> =
        WAITING.into_iter().filter(|state| *state != cases::IDENTIFYING).collect();
    Query { review_by: Some(now), soonest_first: true, ..Query::in_states(KIND, &states) }
}

/// What asks for the requests that nobody has decided on.
pub fn all_waiting() -> Query {
    Query::in_states(KIND, &WAITING)
}

/// Requests whose last moment has passed without a decision: numbers and times, nothing opened.
///
/// # Errors
/// When the store fails.
pub async fn overdue_requests(app: &App) -> Result<Vec<Waiting>, Fault> {
    let now = app.engine.now();
    let mut late = app.engine.all_waiting(&app.register()?.notice.id, &overdue(now)).await?;
    late.retain(|one| one.review.is_some_and(|due| due < now));
    Ok(late)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::sample;

    #[test]
    fn only_what_waits_and_nobody_has_claimed_is_matched_and_for_another_with_a_mandate() {
        let may = |state: &str, fields: &[(&str, &str)]| {
            let mut request = sample::request(fields);
            request.state = state.to_owned();
            may_match(&request).map_err(|fault| fault.key())
        };
        let (person, mailbox) = (PersonId::from_bytes([3; 16]), PersonId::from_bytes([4; 16]));
        for state in WAITING {
            let wanted = match state {
                ERASURE | DECIDING => Err("rights-already-matched"),
                _ => Ok(()),
            };
            assert_eq!(may(state, &[]), wanted, "{state}");
        }
        for state in [MOVED, SETTLED, "granted", "partly", "refused"] {
            assert_eq!(may(state, &[]), Err("rights-already-matched"), "{state}");
        }
        // A mailbox that was asked or has denied it claims nothing; one that has confirmed it does.
        for (standing, wanted) in [
            (format!("asked:{mailbox}"), Ok(())),
            (format!("denied:{mailbox}"), Ok(())),
            (format!("mailbox:{mailbox}"), Err("rights-already-matched")),
            (format!("{}{person}", cases::ABOUT), Err("rights-already-matched")),
            (person.to_string(), Err("rights-already-matched")),
        ] {
            assert_eq!(may(OPEN, &[("matched", &standing)]), wanted, "{standing}");
        }
        assert_eq!(may(OPEN, &[("behalf", "self")]), Ok(()));
        assert_eq!(may(OPEN, &[("behalf", "agent")]), Err("rights-mandate-first"));
        assert_eq!(may(OPEN, &[("behalf", "agent"), ("mandate-seen", "a")]), Ok(()));
    }

    #[test]
    fn a_clock_that_stood_still_goes_on_once() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let asked = ("asked", "2026-01-15T10:00:00+02:00");
        let mut request = sample::request(&[("type", "access"), asked]);
        request.state = cases::IDENTIFYING.to_owned();
        request.review = Some(at("2026-02-13T10:00:00+02:00"));
        let next = clock::resumed(&request, at("2026-01-20T10:00:00+02:00"));
        assert_eq!(
            (next.state.as_str(), next.review),
            (OPEN, Some(at("2026-02-18T10:00:00+02:00")))
        );
        assert_eq!(next.text("answered", Exit::Decision), "2026-01-20T08:00:00Z");
        assert_eq!(clock::resumed(&next, at("2026-03-20T10:00:00+02:00")).review, next.review);
    }
}
