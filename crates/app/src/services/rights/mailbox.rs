//! A mailbox is no person. Whoever reads the mail of an address has proved just that: the address
//! beside a record was typed by its sender, and so was that of a request. So a mailbox confirms or
//! denies requests, and has rights carried out on everything that was given with its address, but
//! opens no content, and nothing of its requests is told where a receipt leads, unless its reader
//! gives that code
//! (docs/decisions/0010-a-mailbox-is-no-person.md).

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::SignedDuration;
use seloste_kernel::{Exit, Fault, FaultKind, PersonId, RecordId, Sensitive, Timestamp};
use seloste_register::{Access, Action, Erased, Job, Linked, Opened, Outline, Plan, Query};

use super::job::opened;
use super::requests::{self, Asked, DECIDED, DECIDING, ERASURE, KIND, OPEN, WAITING};
use super::{behalf, clock, job, job_access, letter, slip};
use crate::app::App;
use crate::cases::{MAILBOX, OPENNESS, slips_of};
use crate::{cases, erasing, looks, remains};

/// What links from letters begin with.
const LINK: &str = "rights:";

/// A one-time link works this long, and no other letter goes to the mailbox while it does: nobody
/// fills a mailbox through the form.
const LINK_HOURS: i64 = 24;

/// A letter names at most so many requests, the newest ones.
const NAMED: usize = 10;

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
    let quiet = [DECIDING, ERASURE];
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

/// Whose data an erasure takes, and by which plans.
pub struct Plans {
    /// One for each person.
    pub of: Vec<(PersonId, Plan)>,
    /// Whether the law wants everything kept of somebody else with the same address.
    pub refused: bool,
}

async fn plans(app: &App, access: &Access, persons: Vec<PersonId>) -> Result<Plans, Fault> {
    let mut plans = Plans { of: Vec::with_capacity(persons.len()), refused: false };
    for person in persons {
        match erasing::plan_person(app, access, person).await {
            Ok(plan) => plans.of.push((person, plan)),
            Err(fault) if fault.kind() == FaultKind::Conflict => plans.refused = true,
            // It went meanwhile.
            Err(fault) if fault.is_gone() => {}
            Err(fault) => return Err(fault),
        }
    }
    Ok(plans)
}

fn by_law() -> Fault {
    Fault::new(FaultKind::Conflict, "rights-kept-by-law")
}

/// What [`erase`] does.
///
/// # Errors
/// `Conflict` when the law wants everything kept.
pub async fn plan(app: &Arc<App>, access: &Access, request: &Opened) -> Result<Plans, Fault> {
    if let Some(person) = requests::target(request) {
        let plan = erasing::plan_person(app, access, person).await?;
        return Ok(Plans { of: vec![(person, plan)], refused: false });
    }
    let plans = plans(app, access, persons(app, request).await?).await?;
    if plans.refused && plans.of.is_empty() { Err(by_law()) } else { Ok(plans) }
}

/// Carries out a request for erasure whose person or mailbox is known, by the plans that were made
/// for it.
///
/// # Errors
/// `Conflict` for what the law wants kept; otherwise as [`seloste_register::Engine::erase`].
pub async fn erase(
    app: &Arc<App>,
    access: &Access,
    request: &Opened,
    plans: &Plans,
) -> Result<Erased, Fault> {
    match (requests::target(request), standing(request, CONFIRMED)) {
        (Some(_), _) => each(app, access, plans).await,
        (None, Some(mailbox)) => {
            let erased = erase_with(app, access, mailbox, plans).await?;
            if plans.refused && erased.removed == 0 { Err(by_law()) } else { Ok(erased) }
        }
        (None, None) => Err(Fault::new(FaultKind::Conflict, "rights-not-identified")),
    }
}

/// Erases everything that was given with the address of a mailbox, and the requests with that
/// address with it; also tells whether the law wants some of it kept.
///
/// # Errors
/// As [`seloste_register::Engine::erase`]. What was begun can be repeated.
pub async fn erase_all(
    app: &Arc<App>,
    access: &Access,
    mailbox: PersonId,
) -> Result<(Erased, bool), Fault> {
    let plans = plans(app, access, persons_of(app, mailbox).await?).await?;
    Ok((erase_with(app, access, mailbox, &plans).await?, plans.refused))
}

/// Where the law keeps something the requests stay open: what is refused, somebody refuses with a
/// ground.
async fn erase_with(
    app: &Arc<App>,
    access: &Access,
    mailbox: PersonId,
    plans: &Plans,
) -> Result<Erased, Fault> {
    let erased = each(app, access, plans).await?;
    match plans.refused {
        true => reopen(app, mailbox).await?,
        false => erase_requests(app, mailbox, (plans, &erased)).await?,
    }
    Ok(erased)
}

/// Carries out one plan after the other.
async fn each(app: &Arc<App>, access: &Access, plans: &Plans) -> Result<Erased, Fault> {
    let at = app.engine.now();
    let mut all = Erased { removed: 0, stripped: 0, kept: 0, persons: 0, entries: Vec::new(), at };
    for (person, plan) in &plans.of {
        let erased = erasing::carry_out(app, access, *person, plan).await?;
        all.removed += erased.removed;
        all.stripped += erased.stripped;
        all.kept += erased.kept;
        all.persons += erased.persons;
        all.entries.extend(erased.entries);
    }
    Ok(all)
}

/// Confirmed erasures wait for a person to decide.
async fn reopen(app: &Arc<App>, mailbox: PersonId) -> Result<(), Fault> {
    let access = job_access(app, Action::DecideRequests)?;
    let of = in_states(app, mailbox, CONFIRMED, &[ERASURE])?;
    for one in app.engine.all_waiting(&app.register()?.notice.id, &of).await? {
        if let Some(request) = opened(app, one.record).await? {
            app.engine.set_state(&access, request.id, request.version, OPEN).await?;
        }
    }
    Ok(())
}

/// The requests hold the address, too. Of those that asked for erasure a row without a name stays.
async fn erase_requests(
    app: &Arc<App>,
    mailbox: PersonId,
    (plans, erased): (&Plans, &Erased),
) -> Result<(), Fault> {
    let all: Vec<RecordId> = marked(app, mailbox, &MAILBOX).await?.into_iter().collect();
    let asked = remains::before(app, &all).await?;
    let mut along = cases::along_with(app, all.iter().copied()).await?;
    along.records.extend(all);
    erasing::erase_along(app, along).await?;
    let plans: Vec<_> = plans.of.iter().map(|(person, plan)| (*person, plan)).collect();
    remains::after(app, asked, &plans, erased).await;
    Ok(())
}
