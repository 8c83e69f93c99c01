//! Requests that name nobody: no code, no address, no words, and nobody said whose they are. They are
//! taken, for staff may learn by other ways whose they are. The day before the last one nothing more
//! can be done with one than to say so (Art. 11(2), 12(2)): the program does, where whoever made it
//! reads it with the code of the request.

use std::sync::Arc;

use jiff::SignedDuration;
use seloste_kernel::{Exit, Fault, FaultKind, Sensitive};
use seloste_notice::refusals;
use seloste_register::{Job, Opened};

use super::decision::{self, Decision};
use super::requests::{self, Asked};
use super::{behalf, job, job_access};
use crate::app::App;
use crate::words::say;

/// The job that answers one.
pub const ANSWER: &str = "request-nobody";

/// The ground: nobody can tell which data are meant.
pub const GROUND: &str = "11-2";

/// So long before the last moment.
const BEFORE: SignedDuration = SignedDuration::from_hours(24);

/// Whether a new request names nobody, and is one that can be answered so.
pub fn names_nobody(asked: &Asked) -> bool {
    let silent = asked.text.is_none() && asked.contact.is_none() && asked.behalf.is_none();
    // The system that passed it on says whose it is beside it.
    let silent = silent && asked.sent_by.is_none();
    silent && may_be_answered(&asked.what)
}

fn may_be_answered(right: &str) -> bool {
    refusals::of(right).any(|of| of.code == GROUND)
}

/// Whether it still names nobody, and nobody was found.
pub fn is_nobodys(request: &Opened) -> bool {
    let given = ["text", "contact", "matched"];
    requests::waits_for_match(request)
        && given.iter().all(|field| request.text(field, Exit::Decision).is_empty())
        && !behalf::is_for_another(request)
        && may_be_answered(request.text("type", Exit::Decision))
}

/// Whether nothing is held, or is held any longer, with the address by which a request asks for data; not
/// said of one that gives no address for mail, or whose person is known.
///
/// # Errors
/// When the store fails.
pub async fn holds_nothing(app: &Arc<App>, request: &Opened) -> Result<bool, Fault> {
    let address = request.fields.get(behalf::looked_up(request));
    let asks = address.is_some_and(requests::is_mail) && !requests::is_known(request);
    Ok(asks && job::whose_address(app, request).await?.is_empty())
}

/// Answers a request that still names nobody, the day before its last moment.
///
/// # Errors
/// When the store fails.
pub async fn answer(app: &Arc<App>, of: &Job) -> Result<(), Fault> {
    let Some(request) = job::opened(app, of.record).await? else { return Ok(()) };
    let Some(due) = request.review.filter(|_| is_nobodys(&request)) else { return Ok(()) };
    let at = due.checked_sub(BEFORE).map_err(Fault::internal)?;
    if app.engine.now() < at {
        return app.engine.job_again(of, at).await;
    }
    let access = job_access(app, seloste_register::Action::DecideRequests)?;
    let words = say(job::language(&request), "rights-nobody-answer");
    let decision = Decision {
        decision: "refused".to_owned(),
        ground: GROUND.to_owned(),
        words: Sensitive::new(words),
    };
    let prepared = decision::prepare(app, &access, &request, &decision).await?;
    let leave = |action| job_access(app, action);
    let seen = (&request, request.version);
    match decision::carry_out(app, &leave, seen, &decision, &prepared).await {
        // Somebody of the staff was quicker.
        Err(fault) if fault.kind() == FaultKind::Conflict => Ok(()),
        done => done.map(drop),
    }
}
