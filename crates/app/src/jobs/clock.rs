//! The watch over the clock: what it knows is written down, and a doubt is told, once.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use seloste_kernel::Fault;

use crate::app::App;

/// Whether the doubt has been told.
static TOLD: AtomicBool = AtomicBool::new(false);

/// One look.
pub async fn run(app: Arc<App>) -> Result<(), Fault> {
    let doubt = app.engine.clock_doubt();
    let told = TOLD.swap(doubt.is_some(), Ordering::Relaxed);
    match doubt {
        Some(doubt) if !told => tracing::error!(
            shows = %doubt.shows,
            expected = %doubt.expected,
            "the clock is in doubt: nothing is erased by time until it is mended, or confirmed \
             with `seloste sweep --confirm-clock`"
        ),
        None if told => tracing::info!("the clock is not in doubt any more"),
        _ => {}
    }
    app.engine.keep_clock().await
}
