//! The queue of mail. A job names a record; address and text are opened when it runs, under the
//! purpose they were given for, and are in no queue, log or file of ours.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use jiff::SignedDuration;
use seloste_kernel::{Fault, FaultKind};
use seloste_register::Job;

use crate::app::App;
use crate::services;

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
    if app.installation.is_held() {
        return Ok(());
    }
    let mut told = BTreeSet::new();
    for job in app.engine.take_jobs(LEASE, BATCH_JOBS).await? {
        let mut letters = services::ALL.iter().flat_map(|service| service.mail);
        let sent = match letters.find(|letter| letter.name == job.name) {
            None => Err(Fault::internal(format!("a job that nobody does: {}", job.name))),
            Some(letter) if letter.one_for_all && told.contains(letter.name) => Ok(()),
            Some(letter) => {
                let sent = (letter.send)(Arc::clone(app), job.clone()).await;
                sent.inspect(|()| _ = told.insert(letter.name))
            }
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
