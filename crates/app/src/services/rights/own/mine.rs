//! "Is this request yours?" A letter goes to an address that somebody typed; only the person behind
//! the address can say whether it was them, and only their yes makes the request theirs.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use maud::html;
use seloste_kernel::{Exit, RecordId};
use seloste_register::{Action, Opened};
use seloste_web::components::{button, post_button};
use seloste_web::form::Submission;
use seloste_web::{Answer, Ctx, Page};

use super::super::requests::{self, ERASURE, KIND};
use super::super::{behalf, job_access, told};
use super::change::id;
use super::{Own, PATH, trail};
use crate::app::App;

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/oma/pyynto/{id}", get(show).post(confirm))
}

/// Where a person says whether a request is theirs.
pub fn path(request: RecordId) -> String {
    format!("{PATH}/pyynto/{request}")
}

async fn show(ctx: Ctx, own: Own, State(app): State<Arc<App>>, Path(of): Path<String>) -> Answer {
    let request = requests::unconfirmed(&app, own.person, id(&of)?).await?;
    let register = app.register()?;
    let field = register.notice.kind(KIND).and_then(|kind| kind.field("type"));
    let args = [
        ("asked", told::value(&ctx, field, "type", &request, Exit::Page).into()),
        ("date", ctx.date(request.created).into()),
    ];
    let consequence =
        if is_erasure(&request) { "rights-mine-erasure" } else { "rights-mine-other" };
    let other = behalf::is_for_another(&request);
    let body = html! {
        p { (ctx.say_with(if other { "rights-mine-behalf" } else { "rights-mine-text" }, &args)) }
        p { (ctx.say(consequence)) }
        div.actions {
            (post_button(&ctx, "own-mine", &path(request.id), button(&ctx.say("rights-mine-yes"))))
            a.button.quiet-button href=(ctx.href(PATH)) { (ctx.say("rights-mine-no")) }
        }
    };
    Ok(Page::new(ctx.say("rights-mine-title"), body).trail(trail(&ctx)).render(&ctx))
}

fn is_erasure(request: &Opened) -> bool {
    request.text("type", Exit::Decision) == ERASURE
}

async fn confirm(
    ctx: Ctx,
    own: Own,
    State(app): State<Arc<App>>,
    Path(of): Path<String>,
    sent: Submission,
) -> Answer {
    sent.pressed(&ctx, "own-mine")?;
    let request = requests::unconfirmed(&app, own.person, id(&of)?).await?;
    let access = job_access(&app, Action::DecideRequests)?;
    requests::matches(&app, &access, &request, own.person).await?;
    Ok(ctx.redirect(if is_erasure(&request) { "/oma/poista" } else { PATH }))
}
