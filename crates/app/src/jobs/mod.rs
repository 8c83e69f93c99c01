//! What the program does by itself: sweep, send mail, bring the ledger up to date, look at the
//! promises. Each job is a loop that a stop ends between two rounds, never within one.

use std::sync::Arc;
use std::time::Duration;

use seloste_kernel::Fault;
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::app::App;
use crate::erasing;
use crate::proofs;
use crate::services;

pub mod backup;
mod clock;
pub mod epochs;
pub mod mail;
mod scrub;

/// How often a job looks whether its time has come. With a test clock the time may leap, so this
/// is short; an idle look costs one indexed query.
const LOOK: Duration = Duration::from_millis(500);

/// The longest pause of a job that fails again and again: a disk that is sick or full is not worked
/// twice a second, and what it kept waiting goes on soon after it is well.
const PAUSE_MAX: Duration = Duration::from_secs(30);

/// Running jobs.
pub struct Jobs {
    tell: watch::Sender<bool>,
    tasks: JoinSet<()>,
}

/// Starts all jobs.
pub fn start(app: Arc<App>) -> Jobs {
    let (tell, told) = watch::channel(false);
    let mut tasks = JoinSet::new();
    tasks.spawn(repeat("ledger", Arc::clone(&app), told.clone(), |app| async move {
        app.integrate().await
    }));
    tasks.spawn(repeat("clock", Arc::clone(&app), told.clone(), clock::run));
    tasks.spawn(repeat("forget", Arc::clone(&app), told.clone(), epochs::forget));
    tasks.spawn(repeat("keys", Arc::clone(&app), told.clone(), epochs::tend));
    tasks.spawn(repeat("leaving", Arc::clone(&app), told.clone(), erasing::let_go));
    tasks.spawn(repeat("scrub", Arc::clone(&app), told.clone(), scrub::run));
    tasks.spawn(repeat("backup", Arc::clone(&app), told.clone(), backup::run));
    for job in services::ALL.iter().flat_map(|service| service.jobs) {
        tasks.spawn(repeat(job.name, Arc::clone(&app), told.clone(), job.run));
    }
    tasks.spawn(repeat("mail", Arc::clone(&app), told.clone(), |app| async move {
        mail::round(&app).await
    }));
    tasks.spawn(repeat("proofs", Arc::clone(&app), told.clone(), |app| async move {
        proofs::check_when_due(&app).await
    }));
    tasks.spawn(repeat("sweep", app, told, |app| async move { sweep_when_due(&app).await }));
    Jobs { tell, tasks }
}

impl Jobs {
    /// Lets every job finish its round.
    pub async fn stop(mut self) {
        let _ = self.tell.send(true);
        while self.tasks.join_next().await.is_some() {}
    }
}

async fn repeat<F>(
    name: &'static str,
    app: Arc<App>,
    mut told: watch::Receiver<bool>,
    job: fn(Arc<App>) -> F,
) where
    F: Future<Output = Result<(), Fault>> + Send,
{
    let mut pause = LOOK;
    while !*told.borrow() {
        let round = {
            let _beside = app.rounds.read().await;
            job(Arc::clone(&app)).await
        };
        match round {
            Ok(()) => pause = LOOK,
            Err(fault) => {
                // Told once per trouble, not at every try.
                if pause == LOOK {
                    tracing::error!(job = name, ?fault, "a job failed; it is tried again");
                }
                pause = (pause * 2).min(PAUSE_MAX);
            }
        }
        tokio::select! {
            _ = told.changed() => {}
            () = tokio::time::sleep(pause) => {}
        }
    }
}

/// What the jobs of a day do, one after the other: for a clock that leaps over the day, while it
/// keeps their own rounds waiting.
///
/// # Errors
/// When the store fails.
pub async fn day(app: &Arc<App>) -> Result<(), Fault> {
    sweep_when_due(app).await?;
    erasing::let_go(Arc::clone(app)).await?;
    for job in services::ALL.iter().flat_map(|service| service.jobs) {
        (job.run)(Arc::clone(app)).await?;
    }
    mail::round(app).await
}

/// Sweeps when the interval of the notice has passed, or when something is due already; not while
/// the clock is in doubt.
async fn sweep_when_due(app: &Arc<App>) -> Result<(), Fault> {
    if app.engine.clock_doubt().is_none() && app.engine.sweep_is_due().await? {
        app.engine.sweep().await?;
    }
    Ok(())
}
