//! Objections (Art. 21), wherever they come from: the own page, a request without an account, one
//! that staff write down after a call; and the decision on those that are weighed.

use std::sync::Arc;

use seloste_kernel::{Actor, Exit, Fault, PersonId, Sensitive};
use seloste_register::{Access, Action, Objectable, Standpoint, is_address, objectable};

use super::person_access;
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

/// Carries out a decision on an objection: what waits for it stays closed or opens again. Who named
/// no purpose objects to all that may be objected to.
///
/// # Errors
/// As the engine's operations.
pub async fn decide(
    app: &Arc<App>,
    access: &Access,
    person: PersonId,
    upheld: bool,
) -> Result<(), Fault> {
    let waiting = |objections: Vec<seloste_register::Objection>| {
        let waits = objections.into_iter().filter(|one| one.standpoint == Standpoint::Waiting);
        waits.map(|one| one.purpose).collect::<Vec<String>>()
    };
    let mut purposes = waiting(app.engine.objections(access, person).await?);
    if purposes.is_empty() && upheld {
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
