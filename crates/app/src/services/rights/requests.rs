//! Requests as cases: opened with a clock, matched with a person, closed by a decision. A request
//! stands as it was sent: nobody changes what was asked, nor where its answer goes.

use std::sync::Arc;

use seloste_kernel::{Exit, Fault, FaultKind, Lang, PersonId, Sensitive, Timestamp};
use seloste_notice::model::Notice;
use seloste_register::{Access, Collected, Draft, Opened, Owner, Query, Waiting};

use super::behalf::{self, Behalf};
use super::{clock, job, mailbox, nobody, objecting, slip, target};
use crate::app::App;
use crate::cases;
pub use crate::cases::{ANSWER, DECIDED, DECIDING, ERASING, ERASURE, KIND, OPEN, WAITING};

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
    /// How the system that passed it on finds it again.
    pub sent_by: Option<String>,
    /// The one purpose that an objection is about; `None` where it names none.
    pub purpose: Option<String>,
    /// The form's command, so that it counts once.
    pub command: [u8; 16],
}

/// The purpose that an objection is about, by its name.
pub const PURPOSE: &str = "purpose";

impl Asked {
    /// Which right is used, by which way and for whom, and nothing that was typed.
    pub fn outline(&self, notice: &Notice, arrived: Timestamp) -> Draft {
        let draft = cases::draft(notice, &self.what, self.lang, arrived)
            .field("channel", self.channel.clone());
        match &self.behalf {
            Some(other) => draft.field("behalf", other.capacity().to_owned()),
            None => draft,
        }
    }

    /// What was asked, as the case holds it.
    pub fn draft(&self, notice: &Notice, arrived: Timestamp) -> Draft {
        let mut draft = self.outline(notice, arrived);
        for (name, value) in [("text", &self.text), ("contact", &self.contact)] {
            if let Some(value) = value {
                draft = draft.field(name, value.clone());
            }
        }
        if let Some(mark) = &self.sent_by {
            draft = draft.field("sent-by", mark.clone());
        }
        let named = notice.kind(KIND).and_then(|kind| kind.field(PURPOSE));
        if let Some(purpose) = self.purpose.as_ref().filter(|_| named.is_some()) {
            draft = draft.field(PURPOSE, purpose.clone());
        }
        match &self.behalf {
            Some(other) => other.write(draft),
            None => draft,
        }
    }
}

/// Writes a request; its clock runs from its arrival. Where nobody knows who makes it and it is about
/// somebody's data, the case is nobody's, and whoever made it gets a slip with a receipt of its own:
/// nothing that is done with the case can be seen there. Gives the case, with that receipt.
///
/// # Errors
/// As [`seloste_register::Engine::collect`].
pub async fn open(
    app: &Arc<App>,
    access: &Access,
    owner: Owner,
    asked: Asked,
) -> Result<(Collected, Timestamp), Fault> {
    // Whoever made it with their code is known: it is about their own data.
    let known = match owner {
        Owner::Existing(person) => Some(person),
        Owner::New => None,
    };
    if asked.what == objecting::MARKETING && asked.behalf.is_none() {
        objecting::at_once(app, access, known, asked.contact.as_ref()).await?;
    }
    let arrived = asked.arrived.unwrap_or_else(|| app.engine.now());
    let notice = &access.register().notice;
    let due = cases::due(notice, &asked.what, arrived);
    let apart = known.is_none() && slip::is_needed(&asked.what);
    let mut case = asked.draft(notice, arrived).numbered().command(asked.command);
    if let Some(mandate) = asked.behalf.as_ref().and_then(|other| other.mandate.as_ref()) {
        case = case.field("mandate", mandate.clone());
    }
    case = case.state(match asked.what.as_str() {
        cases::OPENNESS => cases::OPENNESS,
        ERASURE if known.is_some() && asked.behalf.is_none() && in_time(app, &asked, due) => {
            ERASURE
        }
        _ => OPEN,
    });
    if let Some(person) = known {
        case = case.field("matched", person.to_string());
    } else if let Some(mailbox) = mailbox::to_ask(app, access, &asked) {
        // Whether the address is known is looked at later, not while the visitor waits.
        case = case.field("matched", mailbox).then_job(job::LINKS);
    } else if nobody::names_nobody(&asked) && in_time(app, &asked, due) {
        case = case.then_job(nobody::ANSWER);
    }
    if known.is_none() && !apart {
        case = case.with_receipt();
    }
    // The case first: a request of which only this was written is answered all the same.
    let case = app.engine.collect(access, owner, case).await?;
    target::watch(app, access, (&asked.what, arrived), &case).await?;
    if !apart {
        return Ok((case, due));
    }
    let receipt = slip::give(app, access, &asked, (arrived, &case)).await?;
    Ok((Collected { receipt, ..case }, due))
}

/// What was written down late is erased or answered by itself only where there is time to look at it.
fn in_time(app: &App, asked: &Asked, due: Timestamp) -> bool {
    asked.arrived.is_none() || cases::leaves_time(due, app.engine.now())
}

/// Whether a contact can be written to by mail.
pub fn is_mail(contact: &Sensitive<String>) -> bool {
    let contact = contact.expose(Exit::Decision).trim();
    contact.parse::<lettre::Address>().is_ok()
}

/// The address for mail by which the person is looked up.
pub fn mail_of(asked: &Asked) -> Option<&Sensitive<String>> {
    let looked_up = asked.behalf.as_ref().map_or(&asked.contact, |other| &other.subject);
    looked_up.as_ref().filter(|address| is_mail(address))
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

/// With whose data somebody else's request was matched by their receipt code.
pub fn by_code(request: &Opened) -> Option<PersonId> {
    let person: Option<PersonId> = request.text("matched", Exit::Decision).parse().ok();
    person.filter(|person| *person != request.person && WAITING.contains(&request.state.as_str()))
}

/// How staff know whose data a request is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// By the receipt code of those data: the request and its answer are behind it from then on. An
    /// erasure carries itself out by its last moment, unless that is so near that nobody could look at
    /// the match.
    Code,
    /// By a value that many know. Nobody has shown to be that person, and somebody else may hold their
    /// receipt: nothing comes to lie behind it, and an erasure is somebody's to decide.
    Value,
}

/// Notes whose data the request is about.
///
/// # Errors
/// `Conflict` when the request changed meanwhile or was matched already.
pub async fn matches(
    app: &Arc<App>,
    access: &Access,
    request: &Opened,
    (person, found): (PersonId, By),
) -> Result<(), Fault> {
    may_match(request)?;
    slip::close(app, request).await?;
    let done = matched(app, access, request, (person, found)).await;
    slip::settle(app, request.id).await?;
    done
}

async fn matched(
    app: &Arc<App>,
    access: &Access,
    request: &Opened,
    (person, found): (PersonId, By),
) -> Result<(), Fault> {
    // Whoever is known need not be asked any longer.
    let request = &clock::go_on(app, access, request, app.engine.now()).await?;
    let by_code = found == By::Code;
    let mark = if by_code { String::new() } else { cases::ABOUT.to_owned() };
    let matched = vec![("matched".to_owned(), Sensitive::new(format!("{mark}{person}")))];
    let state = if by_code { by_itself(app, request) } else { &request.state };
    let state = Some(state.to_owned());
    app.engine.amend_into(access, request.id, request.version, matched, state).await?;
    match found {
        By::Code => slip::give_known(app, access, request, person).await,
        By::Value => Ok(()),
    }
}

/// The state of a request whose person or mailbox is known: an erasure is carried out at its last moment
/// though nobody has decided on it, if that leaves time to look at it.
pub fn by_itself<'a>(app: &App, request: &'a Opened) -> &'a str {
    let now = app.engine.now();
    let in_time = cases::leaves_time(request.review.unwrap_or(now), now);
    match request.text("type", Exit::Decision) {
        ERASURE if in_time && !behalf::is_for_another(request) => ERASURE,
        _ => request.state.as_str(),
    }
}

/// Refuses to match what is known, does not wait or is about nobody's data. A mailbox may say that a
/// request is its reader's; staff look at the mandate first.
fn may_match(request: &Opened) -> Result<(), Fault> {
    let wrong = |key| Err(Fault::new(FaultKind::Conflict, key));
    let about_data = slip::is_needed(request.text("type", Exit::Decision));
    match about_data && waits_for_match(request) && !is_known(request) {
        false => wrong("rights-already-matched"),
        true if behalf::is_unchecked(request) => wrong("rights-mandate-first"),
        true => Ok(()),
    }
}

/// Whether nobody decides on it, and no erasure runs.
pub fn waits_for_match(request: &Opened) -> bool {
    let state = request.state.as_str();
    let quiet = [DECIDING, ERASING, ERASURE].contains(&state);
    cases::WAITING.contains(&state) && !quiet
}

/// Whether an answer may go to the address that was given for it, where that is one for mail: once it is
/// known whose data the request is about, only if the address is theirs, or whoever gave it has shown who
/// they are.
///
/// # Errors
/// When the store fails.
pub async fn goes_to_contact(app: &Arc<App>, request: &Opened) -> Result<bool, Fault> {
    match target(request) {
        Some(person) if person != request.person => Ok(behalf::is_checked(request)
            || slip::maker_is_known(app, request).await?
            || job::whose_address(app, request).await?.contains(&person)
                && !behalf::is_for_another(request)),
        _ => Ok(true),
    }
}

/// What asks for the requests whose last moment has passed without a decision, the latest first. The
/// clock of one that waits for its maker to say who they are stands still.
pub fn overdue(now: Timestamp) -> Query {
    let states: Vec<&str> =
        WAITING.into_iter().filter(|state| *state != cases::IDENTIFYING).collect();
    Query { review_by: Some(now), soonest_first: true, ..Query::in_states(KIND, &states) }
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
                ERASURE | ERASING | DECIDING => Err("rights-already-matched"),
                _ => Ok(()),
            };
            assert_eq!(may(state, &[]), wanted, "{state}");
        }
        for state in [cases::SLIP, "granted", "partly", "refused"] {
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
