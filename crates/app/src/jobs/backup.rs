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
    if app.installation.settings.backup.folder.is_none() {
        return Ok(());
    }
    let targets = Targets::of(&app.installation, None, None)?;
    let erasures = app.engine.keyring().erasure_count();
    if MIRRORED.load(Ordering::Relaxed) != erasures {
        backup::mirror_erasures(&app, &targets).await?;
        MIRRORED.store(erasures, Ordering::Relaxed);
    }
    if !app.engine.work_is_due("backup", EVERY).await? {
        return Ok(());
    }
    let made = backup::create(&app, &targets).await?;
    let removing = Arc::clone(&app);
    let removed = blocking(move || backup::remove_old(&removing, &targets)).await?;
    app.engine.work_done("backup", &json!({ "rows": made.rows, "removed": removed })).await
}
