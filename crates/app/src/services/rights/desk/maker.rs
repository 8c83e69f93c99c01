//! Who asks: the word of staff that they know who made a request. With whose data it was matched says
//! nothing about that, so until then whoever holds its receipt code is not told what becomes of it.

use std::sync::Arc;

use axum::extract::State;
use axum::routing::post;
use maud::{Markup, html};
use seloste_kernel::{Fault, FaultKind};
use seloste_register::Opened;
use seloste_web::components::{Tone, button_quiet, note, post_button_at};
use seloste_web::form::Submission;
use seloste_web::{Answer, Ctx, Router};

use super::super::requests::KIND;
use super::super::slip;
use super::case::{Case, under};
use crate::app::App;
use crate::forms;

/// The button's form.
const KNOWN: &str = "rights-maker-known";

/// What was done, in the ledger.
const RECOGNISED: &str = "recognise-maker";

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/hallinta/pyynnot/{id}/tekija", post(known))
}

/// Whether whoever made the request reads the answer with its code, and the button; and whether what they
/// hold of it stays beyond its day.
///
/// # Errors
/// When the store fails.
pub async fn show(ctx: &Ctx, app: &App, request: &Opened) -> Result<Markup, Fault> {
    Ok(html! {
        (known_or_not(ctx, app, request).await?)
        @if let Some((since, goes)) = slip::kept_by_maker(app, request).await? {
            @let days = [("since", ctx.date(since).into()), ("day", ctx.date(goes).into())];
            p.quiet { (ctx.say_with("rights-maker-keeps", &days)) }
        }
    })
}

async fn known_or_not(ctx: &Ctx, app: &App, request: &Opened) -> Result<Markup, Fault> {
    if slip::maker_is_known(app, request).await? {
        return Ok(note(Tone::Good, &ctx.say("rights-maker-shown"), html! {}));
    }
    if !slip::may_know(app, request).await? {
        return Ok(html! {});
    }
    let button = button_quiet(&ctx.say("rights-maker-known"));
    Ok(html! {
        h2 { (ctx.say("rights-maker-title")) }
        p { (ctx.say("rights-maker-text")) }
        (post_button_at(ctx, KNOWN, &under(request, "tekija"), (request.version, button)))
    })
}

async fn known(ctx: Ctx, case: Case, State(app): State<Arc<App>>, sent: Submission) -> Answer {
    let (seen, request) = (forms::pressed_at(&ctx, &sent, KNOWN)?, &case.request);
    // Somebody has matched it since, and what is told now is perhaps about somebody else.
    if request.version != seen {
        return Err(Fault::new(FaultKind::Conflict, "store-conflict").into());
    }
    if !slip::may_know(&app, request).await? {
        return Err(Fault::new(FaultKind::Conflict, "rights-maker-not").into());
    }
    let who = Some((request.person, request.id));
    app.engine.note(&case.access, RECOGNISED, KIND, who).await?;
    slip::know(&app, request).await?;
    Ok(case.back(&ctx))
}
