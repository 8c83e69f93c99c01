//! The right to act for another: the document that was sent, and the word of whoever looked at it.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::routing::{get, post};
use maud::{Markup, html};
use seloste_kernel::{Fault, FaultKind};
use seloste_register::{Action, Opened, RIGHTS};
use seloste_web::components::{Tone, button, link_button, note, post_button};
use seloste_web::form::Submission;
use seloste_web::{Answer, Ctx, Router};

use super::super::{behalf, disclosures, slip};
use super::{PATH, item};
use crate::app::App;
use crate::console::Staff;

/// The button's empty form.
const SEEN: &str = "rights-mandate-seen";

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/hallinta/pyynnot/{id}/valtuutus", post(seen))
        .route("/hallinta/pyynnot/{id}/valtakirja", get(document))
}

/// What the page of a request says of it.
pub fn show(ctx: &Ctx, request: &Opened) -> Markup {
    if !behalf::is_for_another(request) {
        return html! {};
    }
    let path = |end: &str| format!("{PATH}/{}/{end}", request.id);
    let sent = request.fields.contains_key("mandate");
    html! {
        h2 { (ctx.say("rights-mandate-title")) }
        @if sent { (link_button(ctx, &path("valtakirja"), &ctx.say("rights-mandate-open"))) }
        @if behalf::is_checked(request) {
            (note(Tone::Good, &ctx.say("rights-mandate-checked"), html! {}))
        } @else {
            p { (ctx.say(if sent { "rights-mandate-text" } else { "rights-mandate-none" })) }
            (post_button(ctx, SEEN, &path("valtuutus"), button(&ctx.say("rights-mandate-seen"))))
        }
    }
}

async fn seen(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    sent: Submission,
) -> Answer {
    let access = staff.access(&app, RIGHTS, Action::DecideRequests)?;
    sent.pressed(&ctx, SEEN)?;
    let request = item::request(&app, &access, &id).await?;
    if !behalf::is_unchecked(&request) {
        return Err(Fault::new(FaultKind::Conflict, "rights-mandate-no").into());
    }
    let word = ("mandate-seen".to_owned(), behalf::seen(staff.person, app.engine.now()));
    app.engine.amend(&access, request.id, request.version, vec![word]).await?;
    slip::settle(&app, request.id).await?;
    Ok(ctx.redirect(&format!("{PATH}/{}", request.id)))
}

/// The document as it was attached, to be kept beside the page and not shown by it.
async fn document(staff: Staff, State(app): State<Arc<App>>, Path(id): Path<String>) -> Answer {
    let access = staff.access(&app, RIGHTS, Action::DecideRequests)?;
    Ok(disclosures::attached(&item::request(&app, &access, &id).await?, "mandate")?)
}
