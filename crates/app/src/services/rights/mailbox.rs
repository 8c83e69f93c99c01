//! A mailbox is no person. Whoever reads the mail of an address has proved just that: the address
//! beside a record was typed by its sender, and so was that of a request. So a mailbox confirms or
//! denies requests, and has rights carried out on everything that was given with its address, but
//! opens no content, and nothing of its requests is told where a receipt leads, unless its reader
//! gives that code
//! (docs/decisions/0010-a-mailbox-is-no-person.md).

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::SignedDuration;
use seloste_kernel::{Exit, Fault, PersonId, RecordId, Sensitive, Timestamp};
use seloste_register::{Access, Action, Job, Linked, Opened, Outline, Query};

use super::job::opened;
use super::requests::{self, Asked, DECIDED, DECIDING, ERASING, ERASURE, KIND, WAITING};
use super::{behalf, clock, job, job_access, letter, slip};
use crate::app::App;
use crate::cases::{MAILBOX, OPENNESS, slips_of};
use crate::looks;

/// What links from letters begin with.
const LINK: &str = "rights:";

/// A one-time link works this long, and no other letter goes to the mailbox while it does: nobody
/// fills a mailbox through the form.
const LINK_HOURS: i64 = 24;

/// A letter names at most so many requests, the newest ones.
const NAMED: usize = 10;

mod erase;

pub use erase::{GOES_ON, Plans, along, erase, erase_all, erase_cases, plan};

const ASKED: &str = MAILBOX[0];
const CONFIRMED: &str = MAILBOX[1];
const DENIED: &str = MAILBOX[2];

/// What is noted with a new request: the mailbox that is asked whether it is theirs, known or not;
/// where it is made for another, that other's. Nobody need say who asks for a document.
pub fn to_ask(app: &App, access: &Access, asked: &Asked) -> Option<String> {
    let address = requests::mail_of(asked)?;
    let wanted = asked.what != OPENNESS && app.mailer.is_ready();
    wanted.then(|| mark(ASKED, app.engine.mailbox(access.register(), address)))
}

fn mark(standing: &str, mailbox: PersonId) -> String {
    format!("{standing}{mailbox}")
}

/// The mailbox with which a request stands so.
fn standing(request: &Opened, standing: &str) -> Option<PersonId> {
    request.text("matched", Exit::Decision).strip_prefix(standing)?.parse().ok()
}

/// Whether the reader of the address has said that the request is theirs.
pub fn is_confirmed(request: &Opened) -> bool {
    standing(request, CONFIRMED).is_some()
}

/// Whether the reader of the address has said that the request is not theirs.
pub fn is_denied(request: &Opened) -> bool {
    standing(request, DENIED).is_some()
}

/// What a link says: whose mailbox it opens, up to which request its letter tells, until when it
/// opens, and for which request it was made.
struct Said {
    mailbox: PersonId,
    told: i64,
    ends_ms: i64,
}

impl Said {
    fn read(says: &str) -> Option<Self> {
        let mut parts = says.strip_prefix(LINK)?.split(':');
        Some(Self {
            mailbox: parts.next()?.parse().ok()?,
            told: parts.next()?.parse().ok()?,
            ends_ms: parts.next()?.parse().ok()?,
        })
    }
}

/// The mailbox that a link opens.
pub fn of_link(says: &str) -> Option<PersonId> {
    Said::read(says).map(|said| said.mailbox)
}

/// Writes to the mailbox of a request, if anything is held with its address. Where an earlier link
/// still opens whose letter does not tell of this request, the letter goes when that link has ended:
/// nobody keeps another's request from being told.
///
/// # Errors
/// As [`crate::mail::Mailer::send`].
pub async fn write_to(app: &Arc<App>, job: &Job, request: &Opened) -> Result<(), Fault> {
    let Some(mailbox) = standing(request, ASKED) else { return Ok(()) };
    let states = unclaimed();
    let waits = states.contains(&request.state.as_str());
    if !waits || job::whose_address(app, request).await?.is_empty() {
        return Ok(());
    }
    let of = in_states(app, mailbox, ASKED, &states)?;
    let all = app.engine.how_many(&app.register()?.notice.id, &of).await?;
    let of = Query { limit: NAMED, ..of };
    let (waiting, _) = app.engine.waiting(&app.register()?.notice.id, &of).await?;
    let ends = app.engine.now() + SignedDuration::from_hours(LINK_HOURS);
    let told = waiting.iter().filter_map(|one| one.number).chain(request.number).max();
    let told = told.unwrap_or(0);
    let about = format!(":{}", request.id);
    let says = format!("{LINK}{mailbox}:{told}:{}{about}", ends.as_millisecond());
    let made = app.engine.make_link_unless_open(mailbox, (LINK, &about), &says, ends).await?;
    let secret = match made {
        Linked::Made(secret) => secret,
        Linked::Open(earlier) => {
            let Some(earlier) = Said::read(&earlier) else { return Ok(()) };
            if request.number.is_some_and(|number| number <= earlier.told) {
                return Ok(());
            }
            let then = Timestamp::from_millisecond(earlier.ends_ms);
            return app.engine.job_again(job, then.map_err(Fault::internal)?).await;
        }
    };
    let mut named = Vec::new();
    for one in &waiting {
        named.extend(opened(app, one.record).await?);
    }
    let more = all.saturating_sub(NAMED);
    letter::links(app, request, (&named, more), &secret).await?;
    // Of this nobody is told: whoever made the request would learn that its address is known.
    let access = job_access(app, Action::DecideRequests)?;
    app.engine.note(&access, looks::SENT, KIND, Some((request.person, request.id))).await
}

/// Every request with this address that its mailbox was asked about, in one of these standings.
async fn marked(
    app: &App,
    mailbox: PersonId,
    standings: &[&str],
) -> Result<BTreeSet<RecordId>, Fault> {
    let access = job_access(app, Action::DecideRequests)?;
    let mut all = BTreeSet::new();
    for standing in standings {
        let found = app.engine.find(&access, "matched", &mark(standing, mailbox)).await?;
        all.extend(found.into_iter().map(|(_, record)| record));
    }
    Ok(all)
}

/// What asks for those of a mailbox's requests that are in these states, newest first.
fn in_states(
    app: &App,
    mailbox: PersonId,
    standing: &str,
    states: &[&str],
) -> Result<Query, Fault> {
    let access = job_access(app, Action::DecideRequests)?;
    let by = app.engine.looked_up(&access, "matched", &mark(standing, mailbox));
    Ok(Query { by: Some(by), ..Query::in_states(KIND, states) })
}

/// The states of a request of which somebody may still say whose it is.
fn unclaimed() -> Vec<&'static str> {
    let quiet = [DECIDING, ERASING, ERASURE];
    WAITING.into_iter().filter(|state| !quiet.contains(state)).collect()
}

/// Where a page of a list begins, and how much it holds.
pub type Span = (Option<(i64, RecordId)>, usize);

/// A page of requests, opened, and where the next begins.
type Requests = (Vec<Opened>, Option<(i64, RecordId)>);

async fn some(app: &App, of: Query, (after, limit): Span) -> Result<Requests, Fault> {
    let of = Query { after, limit, ..of };
    let (mut waiting, next) = app.engine.waiting(&app.register()?.notice.id, &of).await?;
    // Those of the same moment, too, in their order.
    waiting.sort_by_key(|one| std::cmp::Reverse(one.number));
    let mut requests = Vec::with_capacity(waiting.len());
    for one in waiting {
        requests.extend(opened(app, one.record).await?);
    }
    Ok((requests, next))
}

/// The requests with this address of which nobody has said whose they are, newest first.
///
/// # Errors
/// When the store fails.
pub async fn waiting(app: &App, mailbox: PersonId, span: Span) -> Result<Requests, Fault> {
    some(app, in_states(app, mailbox, ASKED, &unclaimed())?, span).await
}

/// The requests that the mailbox has confirmed, newest first.
///
/// # Errors
/// When the store fails.
pub async fn confirmed(app: &App, mailbox: PersonId, span: Span) -> Result<Requests, Fault> {
    let states = [WAITING.as_slice(), &DECIDED].concat();
    some(app, in_states(app, mailbox, CONFIRMED, &states)?, span).await
}

/// A request that waits for the mailbox to say whose it is.
async fn waiting_one(app: &App, mailbox: PersonId, id: RecordId) -> Result<Opened, Fault> {
    let request = opened(app, id).await?.ok_or_else(Fault::not_found)?;
    let waits = request.kind == KIND && requests::waits_for_match(&request);
    match waits && standing(&request, ASKED) == Some(mailbox) {
        true => Ok(request),
        false => Err(Fault::not_found()),
    }
}

/// The reader of the mailbox says that a request is theirs: it is decided, and its answer goes to
/// the address. What was asked for another is that other's own from then on, and goes nowhere else.
/// Tells which right is asked.
///
/// # Errors
/// `NotFound` when it does not wait for this mailbox; `Conflict` when it changed meanwhile.
pub async fn confirm(app: &Arc<App>, mailbox: PersonId, id: RecordId) -> Result<String, Fault> {
    let request = waiting_one(app, mailbox, id).await?;
    let access = job_access(app, Action::DecideRequests)?;
    slip::close(app, &request).await?;
    // Whoever is known need not be asked any longer.
    let request = clock::go_on(app, &access, &request, app.engine.now()).await?;
    let mut own = request.clone();
    let mut changes = vec![("matched".to_owned(), Sensitive::new(mark(CONFIRMED, mailbox)))];
    if let Some(address) =
        request.fields.get("subject").filter(|_| behalf::is_for_another(&request))
    {
        changes.push(("contact".to_owned(), address.clone()));
        for name in ["behalf", "subject", "mandate", "mandate-seen"] {
            own.fields.remove(name);
            changes.push((name.to_owned(), Sensitive::new(String::new())));
        }
    }
    let state = Some(requests::by_itself(app, &own).to_owned());
    app.engine.amend_into(&access, request.id, request.version, changes, state).await?;
    Ok(request.text("type", Exit::Decision).to_owned())
}

/// The reader of the mailbox has the receipt code of a request that they have confirmed: they made it,
/// and read its answer with that code, too.
///
/// # Errors
/// `NotFound` when the code is none of that request, or the mailbox has not confirmed it.
pub async fn made(
    app: &Arc<App>,
    mailbox: PersonId,
    (id, maker): (RecordId, PersonId),
) -> Result<(), Fault> {
    let request = opened(app, id).await?.filter(|of| standing(of, CONFIRMED) == Some(mailbox));
    let request = request.filter(|of| of.kind == KIND).ok_or_else(Fault::not_found)?;
    let slips = slips_of(app, id).await?;
    match slips.iter().find(|slip| slip.person == maker) {
        Some(slip) if slip.shown => Ok(()),
        Some(_) => slip::know(app, &request).await,
        None => Err(Fault::not_found()),
    }
}

/// The reader of the mailbox says that a request is not theirs. It goes on as one of somebody
/// unknown, and whoever made it is told nothing.
///
/// # Errors
/// As [`confirm`].
pub async fn deny(app: &App, mailbox: PersonId, id: RecordId) -> Result<(), Fault> {
    let request = waiting_one(app, mailbox, id).await?;
    let access = job_access(app, Action::DecideRequests)?;
    let changes = vec![("matched".to_owned(), Sensitive::new(mark(DENIED, mailbox)))];
    app.engine.amend(&access, request.id, request.version, changes).await.map(drop)
}

/// Any request with the address of this mailbox: where the address is known from. `None` when there
/// is none any more.
async fn witness(app: &App, mailbox: PersonId) -> Result<Option<Opened>, Fault> {
    for id in marked(app, mailbox, &MAILBOX).await?.into_iter().rev() {
        if let Some(request) = opened(app, id).await? {
            return Ok(Some(request));
        }
    }
    Ok(None)
}

/// Whose records were given with the address of this mailbox.
///
/// # Errors
/// When the store fails.
pub async fn persons_of(app: &Arc<App>, mailbox: PersonId) -> Result<Vec<PersonId>, Fault> {
    match witness(app, mailbox).await? {
        Some(request) => Ok(job::whose_address(app, &request).await?.into_iter().collect()),
        None => Ok(Vec::new()),
    }
}

/// Whose data a request is about: the person with whom it was matched, or everybody whose records
/// were given with the address of the mailbox that has confirmed it.
///
/// # Errors
/// When the store fails.
pub async fn persons(app: &Arc<App>, request: &Opened) -> Result<Vec<PersonId>, Fault> {
    match requests::target(request) {
        Some(person) => Ok(vec![person]),
        None if is_confirmed(request) => {
            Ok(job::whose_address(app, request).await?.into_iter().collect())
        }
        None => Ok(Vec::new()),
    }
}

/// What is held of each of these persons: kinds, numbers and times. Nothing is opened.
///
/// # Errors
/// When the store fails.
pub async fn held(app: &App, persons: &[PersonId]) -> Result<Vec<Vec<Outline>>, Fault> {
    let access = job_access(app, Action::DecideRequests)?;
    let mut groups = Vec::with_capacity(persons.len());
    for person in persons {
        match app.engine.held(&access, *person).await {
            Ok(held) => groups.push(held),
            Err(fault) if fault.is_gone() => {}
            Err(fault) => return Err(fault),
        }
    }
    Ok(groups)
}
