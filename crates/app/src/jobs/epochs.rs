//! The care of the keys: idle ones leave memory every minute; once a day a new epoch begins when
//! one is due, and epochs that no backup needs are destroyed.

use std::sync::Arc;

use jiff::SignedDuration;
use seloste_kernel::Fault;
use serde_json::json;

use crate::app::App;
use crate::backup::blocking;

/// How often keys are looked after.
const EVERY: SignedDuration = SignedDuration::from_hours(24);

/// How long an epoch's key outlives its epoch: as long as the longest-lived backup.
///
/// # Errors
/// Before the first publishing.
pub fn window(app: &App) -> Result<SignedDuration, Fault> {
    let registers = app.engine.registers();
    let hours = registers.iter().map(|register| register.notice.operations.backups.longest_hours());
    hours
        .max()
        .map(SignedDuration::from_hours)
        .ok_or_else(|| Fault::new(seloste_kernel::FaultKind::NotFound, "fault-nothing-published"))
}

/// Wipes keys from memory that have been open for a minute, and receipts that have been shown.
pub async fn forget(app: Arc<App>) -> Result<(), Fault> {
    app.engine.keyring().forget_idle();
    app.receipts.forget(app.engine.now());
    Ok(())
}

/// The daily care, when its time has come; and what else has served its time is forgotten. Not
/// while the clock is in doubt: an epoch's key does not come back, and one begun in the future
/// would be the last for long.
pub async fn tend(app: Arc<App>) -> Result<(), Fault> {
    let Ok(now) = app.engine.trusted_now() else { return Ok(()) };
    if !app.engine.work_is_due("keys", EVERY).await? {
        return Ok(());
    }
    let (window, engine) = (window(&app)?, Arc::clone(&app.engine));
    let tended = blocking(move || engine.keyring().tend(now, window)).await?;
    app.engine.forget_expired().await?;
    let counts = json!({ "begun": tended.begun, "destroyed": tended.destroyed.len() });
    app.engine.work_done("keys", &counts).await
}
