//! `/hallinta`: where staff sign in and work.

use std::sync::Arc;

use axum::Router;
use axum::routing::get;
use seloste_kernel::Fault;
use seloste_web::components::gallery;
use seloste_web::{Ctx, Link, Page};

use crate::app::App;

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/hallinta/tyyli", get(style))
}

/// Main navigation of the console.
pub fn nav(ctx: &Ctx) -> Vec<Link> {
    vec![Link::new("/hallinta", ctx.say("nav-console"))]
}

async fn style(ctx: Ctx) -> axum::response::Response {
    Page::new(ctx.say("style-title"), gallery(&ctx, false)).wide().render(&ctx)
}

/// What a fresh installation tells its operator.
///
/// # Errors
/// When the store fails.
pub async fn first_steps(
    _app: &Arc<App>,
    _base: &str,
) -> Result<Vec<(&'static str, Vec<(&'static str, String)>)>, Fault> {
    Ok(Vec::new())
}
