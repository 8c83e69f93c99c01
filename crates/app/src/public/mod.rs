//! What anybody may see: the front page, the notice and its proofs.

use std::sync::Arc;

use axum::routing::get;
use seloste_web::{Ctx, Link, Router};

use crate::app::App;
use crate::services;

mod changes;
mod consent;
mod document;
mod evidence;
mod front;
mod notice;
mod pdf;
mod proof;
mod told;
mod version;

pub use evidence::{Board, freshness};
pub use pdf::Pdfs;
pub use proof::proof_link;
pub use version::{Form, Version, write};

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/", get(front::show))
        .route("/tietosuoja", get(notice::current))
        .route("/tietosuoja.txt", get(notice::text))
        .route("/tietosuoja.pdf", get(notice::paper))
        .route("/tietosuoja.jsonld", get(notice::linked))
        .route("/tietosuoja.tilt.json", get(notice::tilt))
        .route("/tietosuoja/v/{version}", get(notice::old))
        .route("/tietosuoja/{register}/v/{version}", get(notice::old_of))
        .route("/tietosuoja/muutokset", get(changes::show))
        .route("/tietosuoja/muutokset.atom", get(changes::atom))
        .route("/tietosuoja/naytto", get(evidence::show))
        .route("/tietosuoja/naytto.json", get(evidence::json))
        .route("/tietosuoja/naytto/{promise}", get(evidence::one))
        .route("/todiste", get(consent::show).post(consent::check))
        .route("/todiste/{id}", get(proof::show))
        .route("/evasteet", get(told::cookies))
        .route("/saavutettavuus", get(told::accessibility))
        .route("/.well-known/security.txt", get(told::security))
        .route("/.well-known/change-password", get(told::change_password))
        .route("/.well-known/gpc.json", get(told::gpc))
}

/// Main navigation: what the services are for, one's own data, and the notice.
pub fn nav(app: &App, ctx: &Ctx) -> Vec<Link> {
    let register = app.register().ok();
    let services = register.iter().flat_map(|register| services::of(&register.notice));
    let mut links: Vec<Link> = services
        .filter_map(|service| service.front)
        .map(|(path, name, _)| Link::new(path, ctx.say(name)))
        .collect();
    links.push(Link::new("/oma", ctx.say("nav-own")));
    links.push(Link::new("/tietosuoja", ctx.say("nav-notice")));
    links
}
