//! What a request does when it is granted: the same plan, the same erasure, whoever carries it
//! out.

use std::sync::Arc;

use seloste_kernel::{Fault, FaultKind, PersonId};
use seloste_notice::model::{Basis, Notice};
use seloste_register::{Access, Action, Erased, Outcome, Plan, RIGHTS, Why};

use super::{job_access, requests};
use crate::app::App;

/// Whether the law itself wants a kind kept, so that there is no right to its erasure
/// (Art. 17(3)(b)). What is kept only to serve the person's rights goes with the rest.
pub fn kept_by_law(notice: &Notice, kind: &str) -> bool {
    let by_law = |name: &str| {
        name != RIGHTS
            && notice.purpose(name).is_some_and(|known| known.basis == Some(Basis::LegalObligation))
    };
    notice.kind(kind).is_some_and(|collect| {
        collect.fields.iter().all(|field| field.purposes.iter().all(|named| by_law(&named.value)))
    })
}

/// Refuses a plan that would erase what the law wants kept.
///
/// # Errors
/// `Conflict` naming nothing but the fact.
pub fn allowed(notice: &Notice, plan: &Plan) -> Result<(), Fault> {
    let going = plan.steps().iter().filter(|step| step.outcome == Outcome::Remove);
    for step in going {
        if kept_by_law(notice, &step.kind) {
            return Err(Fault::new(FaultKind::Conflict, "rights-kept-by-law"));
        }
    }
    Ok(())
}

/// Erases everything of a person, with the requests that were made about them: those hold a
/// contact and words of theirs, too.
///
/// # Errors
/// `Conflict` for what the law wants kept; otherwise as [`seloste_register::Engine::erase`].
pub async fn erase_person(
    app: &Arc<App>,
    access: &Access,
    person: PersonId,
) -> Result<Erased, Fault> {
    let plan = app.engine.plan_person(access, person, Why::Request).await?;
    allowed(&access.register().notice, &plan)?;
    let about = requests::about(app, person).await?;
    let erased = app.engine.erase(access, &plan).await?;
    let job = job_access(app, Action::Erase)?;
    for request in about {
        match app.engine.plan_record(&job, request, Why::Request).await {
            Ok(plan) => drop(app.engine.erase(&job, &plan).await?),
            // It lay with the person and went with them.
            Err(fault) if fault.kind() == FaultKind::NotFound => {}
            Err(fault) => return Err(fault),
        }
    }
    Ok(erased)
}

/// Withdraws every consent of a person; says how many fields and records went.
///
/// # Errors
/// As [`seloste_register::Engine::withdraw`].
pub async fn withdraw_all(
    app: &Arc<App>,
    access: &Access,
    person: PersonId,
) -> Result<usize, Fault> {
    let mut gone = 0;
    for record in app.engine.all_of(access, person).await? {
        for consent in &record.consents {
            match app.engine.withdraw(access, record.id, &consent.purpose).await {
                Ok(done) => gone += done.fields.len() + done.erased.len(),
                // A whole that went took its parts along.
                Err(fault) if fault.kind() == FaultKind::NotFound => {}
                Err(fault) => return Err(fault),
            }
        }
    }
    Ok(gone)
}
