//! What keeps requests moving without anybody: letters with one-time links to addresses that are
//! known, answers by mail, and erasures whose last moment has come.

use std::collections::BTreeSet;
use std::sync::Arc;

use seloste_kernel::{Actor, Exit, Fault, FaultKind, Lang, PersonId, RecordId};
use seloste_notice::model::FieldType;
use seloste_register::{Action, Job, Opened, Query, RIGHTS, Waiting};

use super::requests::{DECIDING, ERASING, ERASURE, KIND, OPEN};
use super::{
    alarm, behalf, decision, holds, job_access, letter, mailbox, may_claim, requests, slip,
};
use crate::app::App;
use crate::cases;
use crate::post;

/// The mail job that sends one-time links for a request.
pub const LINKS: &str = "request-links";

/// The mail job that sends the answer to a request.
pub const ANSWER: &str = "request-answer";

/// One round: erasures that nobody has carried out by their last moment, and granted ones that the end of
/// the program interrupted. They wait while the clock is in doubt.
///
/// # Errors
/// When keys or store fail; what failed is tried again by the next round, and keeps none of the
/// others waiting.
pub async fn run(app: &Arc<App>) -> Result<(), Fault> {
    let register = app.register()?;
    if register.notice.kind(KIND).is_none() {
        return Ok(());
    }
    if app.engine.clock_doubt().is_some() {
        return Ok(());
    }
    let (now, mut done) = (app.engine.now(), Ok(()));
    let of = Query {
        review_by: Some(now),
        oldest_first: true,
        ..Query::in_states(KIND, &[ERASURE, DECIDING])
    };
    let mut waiting = app.engine.all_waiting(&register.notice.id, &of).await?;
    let begun = Query::in_states(KIND, &[ERASING]);
    waiting.extend(app.engine.all_waiting(&register.notice.id, &begun).await?);
    for one in waiting {
        if let Err(fault) = bring_to_its_end(app, &one).await {
            tracing::error!(
                ?fault,
                "a request whose last moment has come was not brought to its end"
            );
            done = Err(fault);
        }
    }
    if let Err(fault) = slip::tidy(app).await {
        tracing::error!(?fault, "slips whose last day has come were not erased");
        done = Err(fault);
    }
    if let Err(fault) = holds::tidy(app).await {
        tracing::error!(?fault, "what was said of a hold whose day has come was not ended");
        done = Err(fault);
    }
    // Last, so that what could still be done is not told of as late, and is done whatever comes of it.
    let late = requests::overdue_requests(app).await?;
    alarm::tell(app, &late).await?;
    done
}

/// Sends a one-time link, if the address is known; the visitor has been answered long before, in
/// the same words and the same time whether it is or not.
///
/// # Errors
/// As [`crate::mail::Mailer::send`].
pub async fn send_links(app: &Arc<App>, job: &Job) -> Result<(), Fault> {
    match opened(app, job.record).await? {
        Some(request) => mailbox::write_to(app, job, &request).await,
        None => Ok(()),
    }
}

/// Sends an answer to the address that was given with its request.
///
/// # Errors
/// As [`crate::mail::Mailer::send`].
pub async fn send_answer(app: &Arc<App>, job: &Job) -> Result<(), Fault> {
    let Some(answer) = opened(app, job.record).await? else { return Ok(()) };
    if answer.state == post::SENT {
        return Ok(());
    }
    let Some(whole) = answer.thread else { return Ok(()) };
    let Some(request) = opened(app, whole).await? else { return Ok(()) };
    // Not as the job that leads requests where they belong, of which nobody is told: that an answer was
    // sent, its owner may know.
    let actor = Actor::Job("mail".to_owned());
    let notice = &app.register()?.notice.id;
    let access = app.engine.access(notice, actor, RIGHTS, Action::DecideRequests)?;
    post::deliver(app, &access, &answer, &letter::answer(app, &request, &answer)?).await
}

/// A record for the program's own work; `None` when it is gone.
pub async fn opened(app: &App, record: RecordId) -> Result<Option<Opened>, Fault> {
    let access = job_access(app, Action::DecideRequests)?;
    match app.engine.read(&access, record).await {
        Ok(opened) => Ok(Some(opened)),
        Err(fault) if fault.is_gone() => Ok(None),
        Err(fault) => Err(fault),
    }
}

/// The persons with the address of a request, or of whom it is made for, in a searchable mail field.
/// Staff are none of them: a mailbox is not their password and second factor.
///
/// # Errors
/// When the store fails.
pub async fn whose_address(app: &Arc<App>, request: &Opened) -> Result<BTreeSet<PersonId>, Fault> {
    let access = job_access(app, Action::DecideRequests)?;
    let notice = &access.register().notice;
    let fields: BTreeSet<&str> = notice
        .kinds()
        .flat_map(|(_, collect)| &collect.fields)
        .filter(|field| field.lookup && field.ty == FieldType::Email)
        .map(|field| field.name.as_str())
        .collect();
    let address = request.text(behalf::looked_up(request), Exit::Decision).trim();
    let mut persons = BTreeSet::new();
    for field in fields {
        let found = app.engine.find(&access, field, address).await?;
        for (person, _) in found {
            if app.staff.directory.of(app, person).await?.is_none() {
                persons.insert(person);
            }
        }
    }
    Ok(persons)
}

/// The last moment has come and nobody has decided: what was promised is done. What somebody was
/// deciding when the program ended is for people to decide: perhaps it was refused. An erasure that was
/// granted by then is carried out to its end.
async fn bring_to_its_end(app: &Arc<App>, waiting: &Waiting) -> Result<(), Fault> {
    let Some(request) = opened(app, waiting.record).await? else { return Ok(()) };
    if request.state == DECIDING {
        return match may_claim(&request, app.engine.now()) {
            Ok(()) => open_again(app, &request).await,
            Err(_) => Ok(()),
        };
    }
    if request.state == ERASING {
        return match decision::is_held(&request, app.engine.now()) {
            true => Ok(()),
            false => carry_out(app, &request).await,
        };
    }
    erase(app, &request).await
}

async fn open_again(app: &Arc<App>, request: &Opened) -> Result<(), Fault> {
    let access = job_access(app, Action::DecideRequests)?;
    app.engine.set_state(&access, request.id, request.version, OPEN).await.map(drop)
}

async fn erase(app: &Arc<App>, request: &Opened) -> Result<(), Fault> {
    let asked = request.text("type", Exit::Decision) == ERASURE;
    // An address is no proof of who asks.
    let proved = requests::is_known(request) && !cases::is_about(request);
    if !asked || !proved || behalf::is_for_another(request) {
        return Ok(());
    }
    // Whoever wants to see their data first gets no answer about nothing.
    if !mailbox::along(app, request).await?.first.is_empty() {
        return open_again(app, request).await;
    }
    carry_out(app, request).await
}

async fn carry_out(app: &Arc<App>, request: &Opened) -> Result<(), Fault> {
    let eraser = job_access(app, Action::Erase)?;
    let erased = match mailbox::plan(app, &eraser, request).await {
        Ok(plans) => mailbox::erase(app, &eraser, request, &plans).await.map(drop),
        // The person went, and the program ended before the request did.
        Err(fault) if fault.is_gone() => mailbox::erase_cases(app, vec![request.id]).await,
        Err(fault) => Err(fault),
    };
    match erased {
        // It changed at this moment: the next round plans it anew.
        Err(fault) if fault.key() == "store-conflict" => return Err(fault),
        // What the law keeps is for a person to decide.
        Err(fault) if fault.kind() != FaultKind::Conflict => return Err(fault),
        _ => {}
    }
    match opened(app, request.id).await? {
        Some(left) => open_again(app, &left).await,
        None => Ok(()),
    }
}

/// The language in which a request is answered.
pub fn language(request: &Opened) -> Lang {
    request.text("language", Exit::Decision).parse().unwrap_or_default()
}
