//! Backups by themselves, where the settings name a folder: one a day, the newest erasure list
//! beside them at once, and none older than the notice says.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use jiff::SignedDuration;
use seloste_kernel::Fault;
use serde_json::json;

use crate::app::App;
use crate::backup::{self, Targets, blocking};

/// How often a backup is made.
const EVERY: SignedDuration = SignedDuration::from_hours(24);

/// How many erasures lie beside the backups since this program started.
static MIRRORED: AtomicUsize = AtomicUsize::new(usize::MAX);

/// Does what is due.
pub async fn run(app: Arc<App>) -> Result<(), Fault> {
    let named = app.installation.settings.backup.folder.is_some();
    let targets = named.then(|| Targets::of(&app.installation, None, None)).transpose()?;
    mirror(&app, targets.as_ref()).await?;
    let Some(targets) = targets else { return Ok(()) };
    if !app.engine.work_is_due("backup", EVERY).await? {
        return Ok(());
    }
    let made = backup::create(&app, &targets).await?;
    let removing = Arc::clone(&app);
    let removed = blocking(move || backup::remove_old(&removing, &targets)).await?;
    app.engine.work_done("backup", &json!({ "rows": made.rows, "removed": removed })).await
}

/// Keeps the erasure lists beside all backups up to date: those of the settings, and those that a
/// call named and that are there now.
async fn mirror(app: &Arc<App>, targets: Option<&Targets>) -> Result<(), Fault> {
    let erasures = app.engine.keyring().erasure_count();
    if MIRRORED.load(Ordering::Relaxed) == erasures {
        return Ok(());
    }
    let remembered = backup::erasures::remembered(app);
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
