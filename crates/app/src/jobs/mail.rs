//! The queue of mail. A job names a record; address and text are opened when it runs, under the
//! purpose they were given for, and are in no queue, log or file of ours.

use std::sync::Arc;
use std::time::Duration;

use jiff::SignedDuration;
use seloste_kernel::{Fault, FaultKind, Lang, Sensitive};
use seloste_register::Job;

use crate::app::App;
use crate::mail::Letter;
use crate::services::{feedback, rights};
use crate::words::{say, say_with};

/// Sends an answer to feedback.
pub const ANSWER: &str = "answer";

/// Tells staff that there is new work.
pub const NOTIFY: &str = "notify";

/// A worker that dies loses its jobs after this time.
const LEASE: Duration = Duration::from_secs(120);

/// One round takes at most this many.
const BATCH_JOBS: i64 = 20;

/// Minutes until the next try; the last is repeated for as long as the record is kept.
const AGAIN_MINUTES: [i64; 5] = [1, 5, 15, 60, 240];

/// Sends what has come due.
///
/// # Errors
/// When the store fails; what the relay does not take waits in the queue.
pub async fn round(app: &Arc<App>) -> Result<(), Fault> {
    let mut told = false;
    for job in app.engine.take_jobs(LEASE, BATCH_JOBS).await? {
        let sent = match job.name.as_str() {
            ANSWER => feedback::send_answer(app, &job).await,
            rights::job::LINKS => rights::job::send_links(app, &job).await,
            rights::job::ANSWER => rights::job::send_answer(app, &job).await,
            // One letter for all that has come since the last round.
            NOTIFY if told => Ok(()),
            NOTIFY => notify(app, &job).await.inspect(|()| told = true),
            name => Err(Fault::internal(format!("a job that nobody does: {name}"))),
        };
        match sent {
            Ok(()) => app.engine.job_done(&job).await?,
            Err(fault) => put_off(app, &job, &fault).await?,
        }
    }
    Ok(())
}

async fn put_off(app: &App, job: &Job, fault: &Fault) -> Result<(), Fault> {
    let step = usize::try_from(job.attempts.saturating_sub(1)).unwrap_or(usize::MAX);
    let minutes = AGAIN_MINUTES.get(step).or(AGAIN_MINUTES.last()).copied().unwrap_or(1);
    // What is restricted waits by somebody's right; that is no trouble of ours.
    if fault.kind() != FaultKind::Restricted {
        tracing::error!(
            job = job.name,
            attempts = job.attempts,
            again_in_minutes = minutes,
            key = fault.key(),
            why = fault.private(),
            "mail is held: it was not sent"
        );
    }
    let again = app.engine.now() + SignedDuration::from_mins(minutes);
    app.engine.job_failed(job, fault.key(), again).await
}

/// A link and nothing else: the mailbox of the organisation is no second register.
async fn notify(app: &App, job: &Job) -> Result<(), Fault> {
    let Some(to) = app.mailer.notify() else { return Ok(()) };
    let register = app.register()?;
    let lang = register.notice.languages.first().copied().unwrap_or(Lang::Fi);
    let link = format!("{}/hallinta/palaute", app.base());
    let letter = Letter {
        to: to.clone(),
        subject: say(lang, "mail-notify-subject"),
        body: Sensitive::new(say_with(lang, "mail-notify-body", &[("link", link)])),
        about: *job.record.as_bytes(),
    };
    app.mailer.send(&register.notice, &letter).await
}
