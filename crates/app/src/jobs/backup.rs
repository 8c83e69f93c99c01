//! Backups by themselves, where the settings name a folder: one a day, the newest erasure list
//! beside them at once, none older than the notice says, and all of them looked through daily.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};

use jiff::SignedDuration;
use seloste_kernel::Fault;
use serde_json::json;

use crate::app::App;
use crate::backup::{self, Targets, blocking, care};

/// How often a backup is made, and all are looked through.
const EVERY: SignedDuration = SignedDuration::from_hours(24);

/// How often those that have lived long enough are looked for, in seconds.
const OLD_S: i64 = 60;

/// The work of making one, as runs are named.
pub const NAME: &str = "backup";

/// The work of looking through the backups, as runs are named.
pub const SCRUB: &str = "backup-scrub";

/// How many erasures lie beside the backups since this program started.
static MIRRORED: AtomicUsize = AtomicUsize::new(usize::MAX);

/// When old ones were last looked for, in seconds since 1970.
static LOOKED: AtomicI64 = AtomicI64::new(0);

/// Does what is due.
pub async fn run(app: Arc<App>) -> Result<(), Fault> {
    // A restored copy must not write into the folder of the service that it was copied from.
    if app.installation.is_held() {
        return Ok(());
    }
    let named = app.installation.settings.backup.folder.is_some();
    let targets = named.then(|| Targets::of(&app.installation, None, None)).transpose()?;
    mirror(&app, targets.as_ref()).await?;
    let Some(targets) = targets else { return Ok(()) };
    // First, and whatever becomes of the rest: a full disk must not keep old ones alive.
    remove_old(&app, &targets).await?;
    if app.engine.work_is_due(NAME, EVERY).await? {
        let made = backup::create(&app, &targets).await?;
        app.engine.work_done(NAME, &json!({ "rows": made.rows })).await?;
    }
    if app.engine.work_is_due(SCRUB, EVERY).await? {
        scrub(&app, targets).await?;
    }
    Ok(())
}

async fn remove_old(app: &Arc<App>, targets: &Targets) -> Result<(), Fault> {
    let now = app.engine.now().as_second();
    let waits = (now - LOOKED.load(Ordering::Relaxed)).abs() < OLD_S;
    if waits || app.engine.clock_doubt().is_some() {
        return Ok(());
    }
    let (working, targets) = (Arc::clone(app), targets.clone());
    let removed = blocking(move || care::remove_old(&working, &targets)).await?;
    LOOKED.store(now, Ordering::Relaxed);
    if removed > 0 {
        tracing::info!(removed, "backups that have lived as long as the notice says are removed");
    }
    Ok(())
}

async fn scrub(app: &Arc<App>, targets: Targets) -> Result<(), Fault> {
    let damaged = blocking(move || care::damaged(&targets)).await?;
    for half in &damaged {
        let folder = half.folder.display();
        tracing::error!(%folder, "a backup is damaged; `seloste backup verify` tells what is wrong");
    }
    app.engine.work_done(SCRUB, &json!({ "damaged": damaged.len() })).await
}

/// Whether another installation has its backups in the folder that the settings name: none of ours are
/// made then.
pub fn is_others(app: &App) -> bool {
    let targets = Targets::of(&app.installation, None, None);
    targets
        .is_ok_and(|targets| backup::erasures::refuse_others(&app.engine, &targets.keys).is_err())
}

/// How many backups were found damaged when they were last looked through.
///
/// # Errors
/// When the store fails.
pub async fn damaged(app: &App) -> Result<i64, Fault> {
    Ok(app.engine.last_count(SCRUB, "damaged").await?.unwrap_or(0))
}

/// Keeps the erasure lists beside all backups up to date: those of the settings, and those that a
/// call named and that are there now.
async fn mirror(app: &Arc<App>, targets: Option<&Targets>) -> Result<(), Fault> {
    let erasures = app.engine.keyring().erasure_count();
    if MIRRORED.load(Ordering::Relaxed) == erasures {
        return Ok(());
    }
    crate::app::note_ledger(&app.engine, &app.ledger);
    let remembered = backup::erasures::remembered(&app.installation);
    for keys in remembered.iter().filter(|keys| keys.is_dir()) {
        if let Err(fault) = backup::erasures::mirror(app, keys).await {
            tracing::warn!(?fault, "an erasure list beside a backup is not up to date");
        }
    }
    if let Some(targets) = targets {
        backup::erasures::mirror(app, &targets.keys).await?;
    }
    MIRRORED.store(erasures, Ordering::Relaxed);
    Ok(())
}
