//! One-time links from a letter. Opening one changes nothing, because mail programs open links by
//! themselves; pressing the button opens the mailbox's page, and does nothing else.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use http::StatusCode;
use maud::html;
use seloste_kernel::Sensitive;
use seloste_register::Way;
use seloste_web::components::{button, post_button};
use seloste_web::form::Submission;
use seloste_web::{Answer, Ctx, Page, Router};

use super::super::mailbox::of_link;
use super::{GUESSES, mailbox};
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
    if says.as_deref().and_then(of_link).is_none() {
        return Ok(void(&ctx));
    }
    let body = html! {
        p { (ctx.say("rights-link-text")) }
        (post_button(&ctx, "own-link", &path, button(&ctx.say("rights-link-open"))))
    };
    Ok(Page::new(ctx.say("rights-mailbox-title"), body).render(&ctx))
}

fn void(ctx: &Ctx) -> Response {
    let body = html! {
        p { (ctx.say("rights-link-void-text")) }
        p { a href=(ctx.href("/pyynto")) { (ctx.say("rights-make-request")) } }
    };
    Page::new(ctx.say("rights-link-void"), body).status(StatusCode::GONE).render(ctx)
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
    let Some(own) = says.as_deref().and_then(of_link) else { return Ok(void(&ctx)) };
    Ok(ctx.sign_in(ctx.redirect(mailbox::PATH), &subject(Way::Mailbox, own)).await?)
}
