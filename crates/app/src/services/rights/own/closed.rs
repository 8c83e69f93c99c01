//! `/oma/posti`: the reader of a mailbox closes its address to marketing or research, and opens it
//! again: nobody else may (Art. 21(3)).

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::routing::post;
use maud::{Markup, html};
use seloste_kernel::{Fault, PersonId, Sensitive};
use seloste_register::{Access, Action, Opened};
use seloste_web::components::{button_quiet, post_button};
use seloste_web::form::Submission;
use seloste_web::{Answer, Ctx, Failed, Router};

use super::super::{behalf, job_access, mailbox};
use super::mailbox::{Mailbox, PATH};
use crate::app::App;
use crate::done;

/// The name of the buttons' form.
const FORM: &str = "mailbox-use";

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/oma/posti/kielto/{usage}", post(close))
        .route("/oma/posti/lupa/{usage}", post(open))
}

/// The address of the mailbox, as a request has it.
async fn address(app: &Arc<App>, own: PersonId) -> Result<Option<Sensitive<String>>, Fault> {
    let (mut requests, _) = mailbox::waiting(app, own, (None, 1)).await?;
    requests.extend(mailbox::confirmed(app, own, (None, 1)).await?.0);
    let address = |request: Opened| request.fields.get(behalf::looked_up(&request)).cloned();
    Ok(requests.into_iter().find_map(address))
}

/// For each use how it stands, and the button.
///
/// # Errors
/// When the store fails.
pub async fn shown(ctx: &Ctx, app: &Arc<App>, own: PersonId) -> Result<Markup, Fault> {
    let register = app.register()?;
    let uses = register.notice.uses();
    let address = if uses.is_empty() { None } else { address(app, own).await? };
    let Some(address) = address else { return Ok(html! {}) };
    let access = job_access(app, Action::DecideRequests)?;
    Ok(html! {
        h2 { (ctx.say("mailbox-uses")) }
        @for usage in uses {
            @let closed = app.engine.is_closed(&access, usage, &address)?;
            @let (path, key) = if closed { ("lupa", "open") } else { ("kielto", "close") };
            p { (ctx.say(&format!("mailbox-{usage}-{}", if closed { "closed" } else { "is-open" }))) }
            (post_button(ctx, FORM, &format!("{PATH}/{path}/{usage}"), button_quiet(&ctx.say(&format!("mailbox-{key}")))))
        }
    })
}

async fn close(
    ctx: Ctx,
    own: Mailbox,
    State(app): State<Arc<App>>,
    Path(usage): Path<String>,
    sent: Submission,
) -> Answer {
    let (access, address) = pressed(&ctx, &app, own, &sent).await?;
    app.engine.close_address(&access, &usage, &address).await?;
    Ok(ctx.redirect(&done::at(PATH, "kielto")))
}

async fn open(
    ctx: Ctx,
    own: Mailbox,
    State(app): State<Arc<App>>,
    Path(usage): Path<String>,
    sent: Submission,
) -> Answer {
    let (access, address) = pressed(&ctx, &app, own, &sent).await?;
    app.engine.open_address(&access, &usage, &address).await?;
    Ok(ctx.redirect(&done::at(PATH, "lupa")))
}

/// The address of whose mailbox a button was pressed, and leave to do it.
async fn pressed(
    ctx: &Ctx,
    app: &Arc<App>,
    Mailbox(own): Mailbox,
    sent: &Submission,
) -> Result<(Access, Sensitive<String>), Failed> {
    sent.pressed(ctx, FORM)?;
    let address = address(app, own).await?.ok_or_else(Fault::not_found)?;
    Ok((job_access(app, Action::DecideRequests)?, address))
}
