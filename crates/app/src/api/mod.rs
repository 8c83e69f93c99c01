//! `/api/v1`: what the pages do, for programs. Every refusal is a problem (RFC 9457); the
//! description at `/api/v1/openapi.json` is made from the handlers and the notice in force, so it
//! cannot tell of a field that the notice does not have.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use seloste_notice::model::Notice;
use seloste_web::{Answer, Ctx, Router, SessionCookie};
use utoipa::openapi::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::services;
use crate::site::SESSION;

mod body;
mod document;
mod feedback;
mod identity;
mod limits;
mod notice;
mod opendsr;
mod own;
mod profiles;
mod promises;
mod query;
mod record;
mod records;
mod staff;
mod token;

pub use token::{TOKEN_DAYS, make_token};

/// Where the interface describes itself.
const DESCRIPTION: &str = "/api/v1/openapi.json";

/// The routes, for the services that the notice switches on.
pub fn routes(notice: &Notice) -> Router<Arc<App>> {
    let mut api = OpenApiRouter::with_openapi(document::frame())
        .routes(routes!(notice::in_force))
        .routes(routes!(promises::show))
        .routes(routes!(own::show, own::erase))
        .routes(routes!(limits::restrict, limits::free))
        .routes(routes!(limits::object))
        .routes(routes!(limits::lift))
        .routes(routes!(profiles::show, profiles::erase))
        .routes(routes!(opendsr::discovery))
        .routes(routes!(opendsr::certificate))
        .routes(routes!(opendsr::send))
        .routes(routes!(opendsr::status));
    for service in services::of(notice) {
        api = api.merge((service.api)());
    }
    let (router, described) = api.split_for_parts();
    let router = Router::described(router, described.paths.paths.keys().cloned());
    let described = Arc::new(described);
    router.route(DESCRIPTION, get(move |ctx, state| describe(ctx, state, Arc::clone(&described))))
}

/// The interface of the feedback service.
pub fn feedback_routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(feedback::send))
        .routes(routes!(staff::list))
        .routes(routes!(staff::show, staff::sort, staff::erase))
        .routes(routes!(staff::reply))
}

/// The interface of the registers that staff keep.
pub fn records_routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        .routes(routes!(records::list, records::add))
        .routes(routes!(records::show, records::change, records::erase))
        .routes(routes!(records::event))
        .routes(routes!(records::totals))
}

async fn describe(ctx: Ctx, State(app): State<Arc<App>>, described: Arc<OpenApi>) -> Answer {
    let register = app.register()?;
    let cookie = SessionCookie { name: SESSION.to_owned(), ..SessionCookie::default() };
    let cookie = cookie.wire_name(ctx.kit.secure());
    Ok(json(document::complete(&described, &app, &register.notice, (&cookie, ctx.lang))?))
}

/// 200 with this as JSON.
fn json(body: impl serde::Serialize) -> Response {
    Json(body).into_response()
}
