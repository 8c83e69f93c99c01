//! The erasure of all that was given with the address of a mailbox: whose data go, and what becomes of the
//! mailbox's other requests.

use std::sync::Arc;

use seloste_kernel::{Exit, Fault, FaultKind, PersonId, RecordId, Sensitive};
use seloste_register::{Access, Action, Erased, Opened, Plan};

use super::super::job::opened;
use super::super::requests::{self, ERASURE, OPEN, WAITING};
use super::super::{behalf, job_access};
use super::{ASKED, CONFIRMED, DENIED, in_states, marked, persons, persons_of, standing};
use crate::app::App;
use crate::{cases, erasing, remains};

/// So often a request may change while its address is taken from it.
const CHANGES: usize = 8;

/// What a fault says where an erasure of several was begun and did not come to its end.
pub const GOES_ON: &str = "rights-erasure-goes-on";

/// Rights that an erasure would leave without anything to answer about.
const FIRST: [&str; 4] = ["access", "rectification", "restriction", "portability"];

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

/// Erases everything that was given with the address of a mailbox, and the requests for erasure that it
/// has confirmed; also tells whether the law wants some of it kept.
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
    let (counted, entries) = (Vec::new(), Vec::new());
    let mut all = Erased { removed: 0, stripped: 0, kept: 0, persons: 0, counted, entries, at };
    for (person, plan) in &plans.of {
        let erased = match erasing::carry_out(app, access, *person, plan).await {
            // They went meanwhile.
            Err(fault) if fault.is_gone() => continue,
            Err(fault) if all.removed + all.stripped > 0 => {
                tracing::error!(?fault, "an erasure of several stopped half way and goes on later");
                return Err(Fault::new(FaultKind::Environment, GOES_ON));
            }
            erased => erased?,
        };
        all.removed += erased.removed;
        all.stripped += erased.stripped;
        all.kept += erased.kept;
        all.persons += erased.persons;
        all.entries.extend(erased.entries);
        all.counted.extend(erased.counted);
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

/// What becomes of the other requests of a mailbox that is erased.
#[derive(Default)]
pub struct Along {
    /// Confirmed requests for erasure, and confirmed ones that were answered: they go.
    pub goes: Vec<Opened>,
    /// Confirmed requests whose answer needs the data.
    pub first: Vec<Opened>,
}

/// Which other requests an erasure takes along, and which wait for an answer about what it takes.
///
/// # Errors
/// When the store fails.
pub async fn along(app: &App, request: &Opened) -> Result<Along, Fault> {
    let mut along = Along::default();
    let Some(mailbox) = standing(request, CONFIRMED) else { return Ok(along) };
    for id in marked(app, mailbox, &[CONFIRMED]).await? {
        let Some(other) = opened(app, id).await?.filter(|other| other.id != request.id) else {
            continue;
        };
        if goes(&other) {
            along.goes.push(other);
        } else if FIRST.contains(&other.text("type", Exit::Decision)) {
            along.first.push(other);
        }
    }
    Ok(along)
}

fn goes(confirmed: &Opened) -> bool {
    let waits = WAITING.contains(&confirmed.state.as_str());
    !waits || confirmed.text("type", Exit::Decision) == ERASURE
}

/// The requests hold the address, too. Those for erasure that the mailbox has confirmed go, and a row
/// without a name stays of each; whatever else it has confirmed is answered first. What it has denied, or
/// not spoken of, may be another's: it loses the address and goes on as one of somebody unknown.
async fn erase_requests(
    app: &Arc<App>,
    mailbox: PersonId,
    (plans, erased): (&Plans, &Erased),
) -> Result<(), Fault> {
    // First these: where the program ends meanwhile, the others lead here again.
    for id in marked(app, mailbox, &[ASKED, DENIED]).await? {
        take_address(app, mailbox, id).await?;
    }
    let mut all = Vec::new();
    for id in marked(app, mailbox, &[CONFIRMED]).await? {
        match opened(app, id).await {
            Ok(Some(request)) if !goes(&request) => {}
            Ok(None) => {}
            // What cannot be opened must go all the same.
            Ok(Some(_)) | Err(_) => all.push(id),
        }
    }
    let asked = remains::before(app, &all).await?;
    erase_cases(app, all).await?;
    let plans: Vec<_> = plans.of.iter().map(|(person, plan)| (*person, plan)).collect();
    remains::after(app, asked, &plans, erased).await;
    Ok(())
}

/// Erases requests, with what goes along.
///
/// # Errors
/// As [`seloste_register::Engine::erase`].
pub async fn erase_cases(app: &Arc<App>, cases: Vec<RecordId>) -> Result<(), Fault> {
    let mut along = cases::along_with(app, cases.iter().copied()).await?;
    along.records.extend(cases);
    erasing::erase_along(app, along).await
}

/// Takes the address of a mailbox from a request that it has not confirmed. Where it confirms at this
/// moment, the request stays its own.
async fn take_address(app: &App, mailbox: PersonId, id: RecordId) -> Result<(), Fault> {
    let access = job_access(app, Action::DecideRequests)?;
    for _ in 0..CHANGES {
        let Some(request) = opened(app, id).await? else { return Ok(()) };
        if ![ASKED, DENIED].iter().any(|of| standing(&request, of) == Some(mailbox)) {
            return Ok(());
        }
        let nothing = |name: &str| (name.to_owned(), Sensitive::new(String::new()));
        let changes = vec![nothing("matched"), nothing(behalf::looked_up(&request))];
        match app.engine.amend(&access, id, request.version, changes).await {
            Err(fault) if fault.kind() == FaultKind::Conflict => {}
            done => return done.map(drop),
        }
    }
    Err(Fault::new(FaultKind::Conflict, "store-conflict"))
}
