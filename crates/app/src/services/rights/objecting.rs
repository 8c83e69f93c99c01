//! Objections (Art. 21), wherever they come from: the own page, a request without an account, one
//! that staff write down after a call; and the decision on those that are weighed.

use std::collections::BTreeSet;
use std::sync::Arc;

use seloste_kernel::{Actor, Exit, Fault, PersonId, Sensitive};
use seloste_register::{
    Access, Action, Objectable, Opened, Query, Standpoint, is_address, objectable,
};

use super::person_access;
use super::requests::PURPOSE;
use crate::app::App;
use crate::cases;

/// What a request asks that forbids marketing.
pub const MARKETING: &str = "marketing";

/// The use that it forbids.
const USE: &str = "direct-marketing";

/// Ends direct marketing at once, before anybody looks at the request: to the address that it
/// gives, whoever has it, and to whoever is known to ask. In the ledger with the role and the time.
///
/// # Errors
/// As the engine's operations.
pub async fn at_once(
    app: &Arc<App>,
    access: &Access,
    person: Option<PersonId>,
    contact: Option<&Sensitive<String>>,
) -> Result<(), Fault> {
    if !access.register().notice.uses().contains(USE) {
        return Ok(());
    }
    let decides = match access.actor() {
        Actor::Staff { .. } | Actor::Program { .. } => access.clone(),
        _ => cases::job_access(app, Action::DecideRequests)?,
    };
    if let Some(contact) = contact.filter(|contact| is_address(contact.expose(Exit::Decision))) {
        app.engine.close_address(&decides, USE, contact).await?;
    }
    match (person, access.actor()) {
        (Some(person), Actor::Person(_)) => {
            close_use(app, &person_access(app, person, Action::Amend)?, person).await
        }
        (Some(person), _) => close_use(app, &decides, person).await,
        (None, _) => Ok(()),
    }
}

/// Ends direct marketing to a person.
///
/// # Errors
/// As [`seloste_register::Engine::object`].
pub async fn close_use(app: &Arc<App>, access: &Access, person: PersonId) -> Result<(), Fault> {
    let purposes = access.register().notice.purposes.iter();
    for purpose in purposes.filter(|purpose| purpose.usage.as_deref() == Some(USE)) {
        app.engine.object(access, person, &purpose.name).await?;
    }
    Ok(())
}

/// Carries out a decision on an objection: what waits for it stays closed or opens again, and what waits
/// for the decision on another stays as it is. Who named no purpose objects to all that may be objected to.
///
/// # Errors
/// As the engine's operations.
pub async fn decide(
    app: &Arc<App>,
    access: &Access,
    (request, person): (&Opened, PersonId),
    upheld: bool,
) -> Result<(), Fault> {
    let named = named(request);
    let others = match named {
        Some(_) => BTreeSet::new(),
        None => named_by_others(app, (request, person)).await?,
    };
    let waiting = |objections: Vec<seloste_register::Objection>| {
        let waits = objections.into_iter().filter(|one| one.standpoint == Standpoint::Waiting);
        let is_this = |purpose: &String| match named {
            Some(name) => purpose == name,
            None => !others.contains(purpose),
        };
        waits.map(|one| one.purpose).filter(is_this).collect::<Vec<String>>()
    };
    let mut purposes = waiting(app.engine.objections(access, person).await?);
    if purposes.is_empty() && upheld && named.is_none() {
        let all = access.register().notice.purposes.iter();
        for purpose in all.filter(|purpose| objectable(purpose) != Objectable::No) {
            app.engine.object(access, person, &purpose.name).await?;
        }
        purposes = waiting(app.engine.objections(access, person).await?);
    }
    for purpose in purposes {
        app.engine.decide_objection(access, person, &purpose, upheld).await?;
    }
    Ok(())
}

/// The purpose that an objection names.
fn named(request: &Opened) -> Option<&str> {
    Some(request.text(PURPOSE, Exit::Decision)).filter(|name| !name.is_empty())
}

/// The purposes that the person's other objections name which nobody has decided yet.
async fn named_by_others(
    app: &App,
    (request, person): (&Opened, PersonId),
) -> Result<BTreeSet<String>, Fault> {
    let of = Query { person: Some(person), ..Query::in_states(cases::KIND, &cases::WAITING) };
    let access = cases::job_access(app, Action::DecideRequests)?;
    let mut purposes = BTreeSet::new();
    for one in app.engine.all_waiting(&app.register()?.notice.id, &of).await? {
        if one.record == request.id {
            continue;
        }
        match app.engine.read(&access, one.record).await {
            Ok(other) => purposes.extend(named(&other).map(str::to_owned)),
            Err(fault) if fault.is_gone() => {}
            Err(fault) => return Err(fault),
        }
    }
    Ok(purposes)
}
