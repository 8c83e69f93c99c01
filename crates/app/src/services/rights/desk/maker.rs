//! Who asks: the word of staff that they know who made a request. With whose data it was matched says
//! nothing about that, so until then whoever holds its receipt code is not told what becomes of it.

use std::sync::Arc;

use axum::extract::State;
use axum::routing::post;
use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, FaultKind};
use seloste_register::Opened;
use seloste_web::components::{Tone, button_quiet, note, post_button_at};
use seloste_web::form::{Field, FormSpec, Kind, Reading, Submission};
use seloste_web::{Answer, Ctx, Router};

use super::super::requests::KIND;
use super::super::slip;
use super::case::{Case, under};
use crate::app::App;

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

/// The version of the request that whoever pressed the button saw.
fn seen(ctx: &Ctx, sent: &Submission) -> Result<i64, Fault> {
    let fields = vec![Field::new("version", "", Kind::Hidden)];
    let Reading::Good(values, _) = sent.read(ctx, &FormSpec::new(KNOWN, fields))? else {
        return Err(Fault::new(FaultKind::BadRequest, "fault-bad-request"));
    };
    let version =
        values.get("version").and_then(|version| version.expose(Exit::Decision).parse().ok());
    Ok(version.unwrap_or(0))
}

async fn known(ctx: Ctx, case: Case, State(app): State<Arc<App>>, sent: Submission) -> Answer {
    let (seen, request) = (seen(&ctx, &sent)?, &case.request);
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
