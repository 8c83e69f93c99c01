//! The job that keeps requests moving without anybody: it sends one-time links to addresses that
//! are known, and carries out erasures whose last moment has come.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use jiff::SignedDuration;
use seloste_kernel::{Exit, Fault, FaultKind, Lang, PersonId, Timestamp};
use seloste_notice::model::FieldType;
use seloste_register::{Action, Opened, Waiting};

use super::requests::{ERASURE, KIND, NEW, OPEN};
use super::{carry_out, job_access, letter, requests};
use crate::app::App;

/// A one-time link works this long.
const LINK_HOURS: i64 = 24;

/// One letter holds at most so many links, the newest ones.
const LINKS_MAX: usize = 20;

/// After a relay that did not take a letter, this long a rest.
const REST: SignedDuration = SignedDuration::from_secs(60);

static RESTING_UNTIL: Mutex<Option<Timestamp>> = Mutex::new(None);

/// One round.
///
/// # Errors
/// When the store fails or the relay does not take a letter; the next round tries again.
pub async fn run(app: &Arc<App>) -> Result<(), Fault> {
    let register = app.register()?;
    if register.notice.kind(KIND).is_none() {
        return Ok(());
    }
    let now = app.engine.now();
    for one in app.engine.waiting(&register.notice.id, KIND, &[NEW, ERASURE]).await? {
        match one.state.as_str() {
            NEW if !is_resting(now) => link(app, &one).await.inspect_err(|_| rest(now))?,
            ERASURE if one.review.is_some_and(|due| due <= now) => erase(app, &one).await?,
            _ => {}
        }
    }
    Ok(())
}

fn is_resting(now: Timestamp) -> bool {
    let until = *RESTING_UNTIL.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    until.is_some_and(|until| now < until)
}

fn rest(now: Timestamp) {
    let mut until = RESTING_UNTIL.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    *until = now.checked_add(REST).ok();
}

/// Sends the one-time links, if the address is known; the visitor has been answered long before,
/// in the same words and the same time whether it is or not.
async fn link(app: &Arc<App>, waiting: &Waiting) -> Result<(), Fault> {
    let access = job_access(app, Action::DecideRequests)?;
    let request = match app.engine.read(&access, waiting.record).await {
        Ok(request) => request,
        Err(fault) if is_gone(&fault) => return Ok(()),
        Err(fault) => return Err(fault),
    };
    let persons = whose_address(app, &request).await?;
    if !persons.is_empty() && app.mailer.is_ready() {
        let expires = app
            .engine
            .now()
            .checked_add(SignedDuration::from_hours(LINK_HOURS))
            .map_err(Fault::internal)?;
        let mut secrets = Vec::new();
        for person in persons.into_iter().rev().take(LINKS_MAX) {
            let says = format!("rights:{person}:{}", request.id);
            secrets.push(app.engine.make_link(Some(person), &says, expires).await?);
        }
        letter::links(app, &request, &secrets).await?;
    }
    app.engine.set_state(&access, request.id, request.version, OPEN).await.map(drop)
}

/// The persons with this address in a searchable mail field.
async fn whose_address(app: &Arc<App>, request: &Opened) -> Result<BTreeSet<PersonId>, Fault> {
    let access = job_access(app, Action::DecideRequests)?;
    let notice = &access.register().notice;
    let fields: BTreeSet<&str> = notice
        .kinds()
        .flat_map(|(_, collect)| &collect.fields)
        .filter(|field| field.lookup && field.ty == FieldType::Email)
        .map(|field| field.name.as_str())
        .collect();
    let address = request.text("contact", Exit::Decision).trim();
    let mut persons = BTreeSet::new();
    for field in fields {
        let found = app.engine.find(&access, field, address).await?;
        persons.extend(found.into_iter().map(|(person, _)| person));
    }
    Ok(persons)
}

/// The last moment has come and nobody has decided: what was promised is done.
async fn erase(app: &Arc<App>, waiting: &Waiting) -> Result<(), Fault> {
    let access = job_access(app, Action::DecideRequests)?;
    let request = match app.engine.read(&access, waiting.record).await {
        Ok(request) => request,
        Err(fault) if is_gone(&fault) => return Ok(()),
        Err(fault) => return Err(fault),
    };
    let target = requests::target(&request).unwrap_or(request.person);
    let eraser = job_access(app, Action::Erase)?;
    let done = carry_out::erase_person(app, &eraser, target).await;
    match done {
        Ok(_) => {}
        Err(fault) if fault.kind() == FaultKind::Conflict => {}
        Err(fault) => return Err(fault),
    }
    // Still there: something keeps it, and a person has to decide.
    match app.engine.read(&access, waiting.record).await {
        Ok(left) => app.engine.set_state(&access, left.id, left.version, OPEN).await.map(drop),
        Err(fault) if is_gone(&fault) => Ok(()),
        Err(fault) => Err(fault),
    }
}

fn is_gone(fault: &Fault) -> bool {
    matches!(fault.kind(), FaultKind::NotFound | FaultKind::Gone)
}

/// The language in which a request is answered.
pub fn language(request: &Opened) -> Lang {
    request.text("language", Exit::Decision).parse().unwrap_or_default()
}
