//! One-time links from a letter. Opening one changes nothing, because mail programs open links by
//! themselves; pressing the button recognises the person, and does nothing else: what was asked with
//! their address may have been asked by a stranger.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use http::StatusCode;
use maud::html;
use seloste_kernel::{FaultKind, PersonId, RecordId, Sensitive};
use seloste_register::Way;
use seloste_web::components::{button, post_button};
use seloste_web::form::Submission;
use seloste_web::{Answer, Ctx, Page};

use super::super::{job, requests};
use super::{GUESSES, PATH, mine};
use crate::app::App;
use crate::site::subject;

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/oma/linkki/{secret}", get(show).post(follow))
}

async fn show(ctx: Ctx, State(app): State<Arc<App>>, Path(secret): Path<String>) -> Answer {
    ctx.throttle(GUESSES)?;
    let path = format!("/oma/linkki/{secret}");
    let says = app.engine.see_link(&Sensitive::new(secret)).await?;
    if says.as_deref().and_then(read).is_none() {
        return Ok(void(&ctx));
    }
    let body = html! {
        p { (ctx.say("rights-link-text")) }
        (post_button(&ctx, "own-link", &path, button(&ctx.say("rights-open"))))
    };
    Ok(Page::new(ctx.say("rights-own-title"), body).render(&ctx))
}

fn void(ctx: &Ctx) -> Response {
    let body = html! {
        p { (ctx.say("rights-link-void-text")) }
        p { a href=(ctx.href("/pyynto")) { (ctx.say("rights-make-request")) } }
    };
    Page::new(ctx.say("rights-link-void"), body).status(StatusCode::GONE).render(ctx)
}

/// What a link says: whom it recognises, and for which request.
fn read(says: &str) -> Option<(PersonId, RecordId)> {
    let (person, request) = says.strip_prefix(job::LINK)?.split_once(':')?;
    Some((person.parse().ok()?, request.parse().ok()?))
}

async fn follow(
    ctx: Ctx,
    State(app): State<Arc<App>>,
    Path(secret): Path<String>,
    sent: Submission,
) -> Answer {
    ctx.throttle(GUESSES)?;
    sent.pressed(&ctx, "own-link")?;
    let says = app.engine.take_link(&Sensitive::new(secret)).await?;
    let Some((person, request)) = says.as_deref().and_then(read) else { return Ok(void(&ctx)) };
    let next = match requests::unconfirmed(&app, person, request).await {
        Ok(_) => mine::path(request),
        Err(fault) if fault.kind() == FaultKind::NotFound => PATH.to_owned(),
        Err(fault) => return Err(fault.into()),
    };
    Ok(ctx.sign_in(ctx.redirect(&next), &subject(Way::Own, person)).await?)
}
