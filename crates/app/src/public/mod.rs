//! What anybody may see: the front page, the notice and its proofs.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use maud::html;
use seloste_web::{Ctx, Failed, Link, Page};

use crate::app::App;

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/", get(front))
}

/// Main navigation.
pub fn nav(ctx: &Ctx) -> Vec<Link> {
    vec![
        Link::new("/palaute", ctx.say("nav-feedback")),
        Link::new("/oma", ctx.say("nav-own")),
        Link::new("/tietosuoja", ctx.say("nav-notice")),
    ]
}

async fn front(ctx: Ctx, State(app): State<Arc<App>>) -> Result<Response, Failed> {
    let register = app.register()?;
    let name = register.notice.register.get(&ctx.lang).cloned().unwrap_or_default();
    let body = html! { p { (register.notice.controller.name) } };
    Ok(Page::new(name, body).render(&ctx))
}
