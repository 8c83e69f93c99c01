//! Numbers for the operator's monitoring, on a listener of their own that only this machine
//! reaches. Counts and times only: nothing in them is about a person.

use std::net::SocketAddr;
use std::sync::Arc;

use metrics::gauge;
use metrics_exporter_prometheus::PrometheusBuilder;
use seloste_kernel::{Fault, FaultKind};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::app::App;
use crate::jobs::backup;
use crate::proofs::is_bad;

/// Serves `/metrics` and `/healthz` until the task is ended.
///
/// # Errors
/// `Environment` when the address is reachable from elsewhere, or in use.
pub async fn listen(address: SocketAddr) -> Result<JoinHandle<()>, Fault> {
    if !address.ip().is_loopback() {
        return Err(Fault::new(FaultKind::Environment, "fault-setting-unusable")
            .with("setting", "metrics")
            .because("only an address of this machine, such as 127.0.0.1:9100"));
    }
    let recorder = PrometheusBuilder::new().build_recorder();
    let handle = recorder.handle();
    // Started twice in one process (a demo inside a test) the first one stays.
    let _ = metrics::set_global_recorder(recorder);
    let listener = TcpListener::bind(address).await.map_err(|error| {
        Fault::new(FaultKind::Environment, "fault-cannot-listen")
            .with("address", address.to_string())
            .because(error)
    })?;
    let routes = seloste_web::metrics_router(move || handle.render());
    Ok(tokio::spawn(async move {
        if let Err(error) = axum::serve(listener, routes).await {
            tracing::error!(%error, "the metrics are not served any more");
        }
    }))
}

/// Writes down how it stands; called with every check of the promises.
///
/// # Errors
/// When the store fails.
pub async fn note(app: &Arc<App>) -> Result<(), Fault> {
    let now = app.engine.now();
    let states = app.board.states(now);
    let bad = states.of.values().filter(|state| is_bad(state, states.as_of)).count();
    gauge!("seloste_promises").set(states.of.len() as f64);
    gauge!("seloste_promises_bad").set(bad as f64);
    let doubtful = app.engine.clock_doubt().is_some();
    gauge!("seloste_clock_in_doubt").set(if doubtful { 1.0 } else { 0.0 });
    gauge!("seloste_backups_damaged").set(backup::damaged(app).await? as f64);
    if let Some(made) = app.engine.last_finished("backup").await? {
        gauge!("seloste_backup_age_seconds").set((now.as_second() - made.as_second()) as f64);
    }
    gauge!("seloste_started_seconds").set(app.started.as_second() as f64);
    gauge!("seloste_checked_seconds").set(states.as_of.as_second() as f64);
    if let Some(swept) = app.engine.last_finished("sweep").await? {
        gauge!("seloste_sweep_age_seconds").set((now.as_second() - swept.as_second()) as f64);
    }
    gauge!("seloste_jobs_waiting").set(app.engine.waiting_jobs().await? as f64);
    let entries = app.ledger.checkpoint().map_or(0, |last| last.size);
    gauge!("seloste_ledger_entries").set(entries as f64);
    Ok(())
}
