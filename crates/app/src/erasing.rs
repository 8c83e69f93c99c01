//! The way to erase a person or a record, whoever does it: a page, a program, the command line, a
//! job. What the law wants kept is asked here.

use std::sync::Arc;

use seloste_kernel::{Fault, FaultKind, PersonId, RecordId};
use seloste_notice::model::{Basis, Notice};
use seloste_register::{Access, Action, Erased, Outcome, Plan, RIGHTS, Why};

use crate::app::App;
use crate::{cases, remains};

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

/// What erasing everything of a person would do.
///
/// # Errors
/// `Conflict` for what the law wants kept; otherwise as [`seloste_register::Engine::plan_person`].
pub async fn plan_person(app: &App, access: &Access, person: PersonId) -> Result<Plan, Fault> {
    let plan = app.engine.plan_person(access, person, Why::Request).await?;
    allowed(&access.register().notice, &plan)?;
    Ok(plan)
}

/// Erases everything of a person, with the requests that were made about them: those hold a
/// contact and words of theirs, too. Of those that asked for it a row without a name stays. Tells the plan that was carried out.
///
/// # Errors
/// `Conflict` for what the law wants kept; otherwise as [`seloste_register::Engine::erase`].
pub async fn erase_person(
    app: &Arc<App>,
    access: &Access,
    person: PersonId,
) -> Result<(Plan, Erased), Fault> {
    let plan = plan_person(app, access, person).await?;
    // Where grounds keep everything of the person, the requests about it stay as well.
    let about = match plan.removed() {
        0 if !plan.steps().is_empty() => Vec::new(),
        _ => cases::about(app, person).await?,
    };
    let asked = remains::before(app, &about).await?;
    let erased = app.engine.erase(access, &plan).await?;
    let job = cases::job_access(app, Action::Erase)?;
    for request in about {
        match app.engine.plan_record(&job, request, Why::Request).await {
            Ok(plan) => drop(app.engine.erase(&job, &plan).await?),
            // It lay with the person and went with them.
            Err(fault) if fault.kind() == FaultKind::NotFound => {}
            Err(fault) => return Err(fault),
        }
    }
    remains::after(app, asked, &erased).await;
    Ok((plan, erased))
}

/// Erases one record with all that hangs on it. Tells the plan that was carried out.
///
/// # Errors
/// `Conflict` for what the law wants kept; otherwise as [`seloste_register::Engine::erase`].
pub async fn erase_record(
    app: &Arc<App>,
    access: &Access,
    record: RecordId,
    why: Why,
) -> Result<(Plan, Erased), Fault> {
    let plan = app.engine.plan_record(access, record, why).await?;
    allowed(&access.register().notice, &plan)?;
    let erased = app.engine.erase(access, &plan).await?;
    Ok((plan, erased))
}
