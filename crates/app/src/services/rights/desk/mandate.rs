//! The right to act for another: the document that was sent, and the word of whoever looked at it.

use std::sync::Arc;

use axum::extract::State;
use axum::routing::{get, post};
use maud::{Markup, html};
use seloste_kernel::{Fault, FaultKind};
use seloste_register::Opened;
use seloste_web::components::{Tone, button, link_button, note, post_button_at};
use seloste_web::form::Submission;
use seloste_web::{Answer, Ctx, Router};

use super::super::{behalf, clock, disclosures, requests, slip};
use super::case::{Case, under};
use crate::app::App;
use crate::forms;

/// The button's empty form.
const SEEN: &str = "rights-mandate-seen";

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/hallinta/pyynnot/{id}/valtuutus", post(seen))
        .route("/hallinta/pyynnot/{id}/valtakirja", get(document))
        .route("/hallinta/pyynnot/{id}/vastauksen-liite", get(attached))
}

/// The documents of a request, to be opened.
pub fn documents(ctx: &Ctx, request: &Opened) -> Markup {
    let all = [
        ("mandate", "valtakirja", "rights-mandate-open"),
        ("reply-document", "vastauksen-liite", "rights-reply-open"),
    ];
    let sent = all.iter().filter(|(field, ..)| request.fields.contains_key(*field));
    html! { @for (_, end, key) in sent { (link_button(ctx, &under(request, end), &ctx.say(key))) " " } }
}

/// What the page of a request says of it.
pub fn show(ctx: &Ctx, request: &Opened) -> Markup {
    if !behalf::is_for_another(request) {
        return html! {};
    }
    let says = match behalf::has_document(request) {
        true => "rights-mandate-text",
        false if clock::may_ask(request, ctx.now) => "rights-mandate-none",
        false => "rights-mandate-still-none",
    };
    html! {
        h2 { (ctx.say("rights-mandate-title")) }
        @if behalf::is_checked(request) {
            (note(Tone::Good, &ctx.say("rights-mandate-checked"), html! {}))
        } @else {
            p { (ctx.say(says)) }
            @let seen = button(&ctx.say("rights-mandate-seen"));
            div.actions { (post_button_at(ctx, SEEN, &under(request, "valtuutus"), (request.version, seen))) }
        }
    }
}

async fn seen(ctx: Ctx, case: Case, State(app): State<Arc<App>>, sent: Submission) -> Answer {
    let (shown, Case { staff, access, request }) = (forms::pressed_at(&ctx, &sent, SEEN)?, &case);
    // Another document may have come with an answer since.
    if request.version != shown {
        return Err(Fault::new(FaultKind::Conflict, "store-conflict").into());
    }
    if !behalf::is_unchecked(request) {
        return Err(Fault::new(FaultKind::Conflict, "rights-mandate-no").into());
    }
    let word = ("mandate-seen".to_owned(), behalf::seen(staff.person, app.engine.now()));
    let version = app.engine.amend(access, request.id, request.version, vec![word]).await?;
    if requests::is_known(request) {
        // Of whom the data are was never in doubt: nothing is left to be asked.
        let seen = Opened { version, ..request.clone() };
        clock::go_on(&app, access, &seen, app.engine.now()).await?;
    }
    slip::settle(&app, request.id).await?;
    Ok(case.back(&ctx))
}

/// The document as it was attached, to be kept beside the page and not shown by it.
async fn document(case: Case) -> Answer {
    Ok(disclosures::attached(&case.request, "mandate")?)
}

/// What came with the answer of whoever was asked.
async fn attached(case: Case) -> Answer {
    Ok(disclosures::attached(&case.request, "reply-document")?)
}
