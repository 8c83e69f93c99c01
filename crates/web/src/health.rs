//! Is it alive, and what does it count. Metrics go to a separate local listener, never to visitors.

use std::sync::Arc;

use axum::Router;
use axum::routing::get;

/// Answers `ok`: the program runs and answers. Anything deeper belongs to the metrics.
pub(crate) async fn healthz() -> &'static str {
    "ok\n"
}

/// Routes for the local listener: `/metrics` in the text that `render` gives (a Prometheus
/// recorder's), and `/healthz`.
pub fn metrics_router(render: impl Fn() -> String + Send + Sync + 'static) -> Router {
    let render = Arc::new(render);
    Router::new()
        .route("/healthz", get(healthz))
        .route("/metrics", get(move || std::future::ready(render())))
}
