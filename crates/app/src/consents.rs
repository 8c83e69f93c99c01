//! Receipts of consents, as files that people keep: signed, and with nothing personal in them.

use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use seloste_kernel::{Fault, PersonId, RecordId};
use seloste_register::{Collected, Given, Opened, Register};

use crate::app::App;

/// The consents that came with a record, with whatever is needed to withdraw them again.
#[derive(Clone)]
pub struct Kept {
    /// Whose.
    pub person: PersonId,
    /// The record.
    pub record: RecordId,
    /// Purpose and signed receipt of each.
    pub receipts: Vec<(String, String)>,
}

/// The receipts of the consents that were given with what has just come.
///
/// # Errors
/// When the store or the key fails.
pub async fn kept(
    app: &Arc<App>,
    register: &Register,
    kind: &str,
    collected: &Collected,
) -> Result<Kept, Fault> {
    let mut receipts = Vec::with_capacity(collected.consents.len());
    for consent in &collected.consents {
        let given = Given { record: collected.record, kind, at: collected.created, consent };
        let file = app.engine.consent_receipt(register, given, &app.base()).await?;
        receipts.push((consent.purpose.clone(), file));
    }
    Ok(Kept { person: collected.person, record: collected.record, receipts })
}

/// The receipt of a record's consent, also of one that was withdrawn.
///
/// # Errors
/// `NotFound` when no such consent was given with the record.
pub async fn of_record(
    app: &Arc<App>,
    register: &Register,
    record: &Opened,
    purpose: &str,
) -> Result<Response, Fault> {
    let mut all = record.consents.iter().chain(record.withdrawn.iter().rev());
    let consent = all.find(|consent| consent.purpose == purpose).ok_or_else(Fault::not_found)?;
    let given = Given { record: record.id, kind: &record.kind, at: record.created, consent };
    let file = app.engine.consent_receipt(register, given, &app.base()).await?;
    Ok(attached(purpose, file))
}

/// A receipt to save.
pub fn attached(purpose: &str, file: String) -> Response {
    let name = format!("attachment; filename=\"suostumus-{purpose}.json\"");
    let kind = "application/json; charset=utf-8".to_owned();
    ([(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, name)], file).into_response()
}
