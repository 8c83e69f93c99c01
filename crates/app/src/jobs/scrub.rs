//! After erasures the database is written anew, so that not even sealed bytes of what was erased
//! are left in it; and the reserve for a full disk is taken back when there is room again.

use std::sync::Arc;

use jiff::SignedDuration;
use seloste_kernel::Fault;
use serde_json::json;

use crate::app::App;
use crate::backup::blocking;

/// Erased bytes are gone within a day of the erasure; half of it leaves time to try again.
const EVERY: SignedDuration = SignedDuration::from_hours(12);

/// Scrubs when something was erased since the last time.
pub async fn run(app: Arc<App>) -> Result<(), Fault> {
    // Nothing to do while the reserve is whole: one look at a flag and a file's length.
    if let Err(fault) = app.engine.restore_ballast() {
        return Err(fault.because("the disk is still full"));
    }
    if !app.engine.work_is_due("scrub", EVERY).await? {
        return Ok(());
    }
    let erased = i64::try_from(app.engine.keyring().erasure_count()).unwrap_or(i64::MAX);
    if app.engine.last_count("scrub", "erasures").await? != Some(erased) {
        let engine = Arc::clone(&app.engine);
        blocking(move || engine.scrub()).await?;
    }
    app.engine.work_done("scrub", &json!({ "erasures": erased })).await
}
