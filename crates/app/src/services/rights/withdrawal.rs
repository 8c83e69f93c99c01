//! Withdrawing the consents of a person (Art. 7(3)).

use std::sync::Arc;

use seloste_kernel::{Fault, FaultKind, PersonId};
use seloste_register::{Access, Action};

use super::{own, person_access};
use crate::app::App;

/// Where a person withdraws: the page of their only consent, or where they choose among several.
///
/// # Errors
/// When the store fails.
pub async fn page(app: &Arc<App>, person: PersonId) -> Result<String, Fault> {
    let access = person_access(app, person, Action::Read)?;
    let records = app.engine.all_of(&access, person).await?;
    let mut given = records.iter().flat_map(|record| {
        record.consents.iter().map(|consent| (record.id, consent.purpose.clone()))
    });
    Ok(match (given.next(), given.next()) {
        (Some((record, purpose)), None) => format!("/oma/tieto/{record}/peru/{purpose}"),
        _ => own::PATH.to_owned(),
    })
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
