//! `/hallinta/lupaukset/kello`: the clock is in doubt, and somebody says that it is right.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use maud::{Markup, html};
use seloste_register::{Action, Doubt};
use seloste_web::components::{Tone, note};
use seloste_web::form::{Field, Form, FormErrors, FormSpec, Kind, Reading, Submission, Values};
use seloste_web::{Answer, Ctx, Link, Page, Router};

use super::Staff;
use super::promises::{PATH as BOARD, leave};
use crate::app::App;
use crate::proofs;

const PATH: &str = "/hallinta/lupaukset/kello";

pub(super) fn routes() -> Router<Arc<App>> {
    Router::new().route(PATH, get(show).post(send))
}

/// What the board of promises says of the clock; nothing while all is well.
pub(super) fn told(ctx: &Ctx, app: &App, may_confirm: bool) -> Markup {
    let Some(doubt) = app.engine.clock_doubt() else { return html! {} };
    let body = html! {
        p { (times(ctx, &doubt)) }
        p { (ctx.say("privacy-clock-waits")) }
        @if may_confirm { p { a href=(ctx.href(PATH)) { (ctx.say("privacy-clock-look")) } } }
    };
    note(Tone::Bad, &ctx.say("privacy-clock-doubt"), body)
}

fn times(ctx: &Ctx, doubt: &Doubt) -> String {
    let (shows, expected) = (ctx.moment(doubt.shows), ctx.moment(doubt.expected));
    ctx.say_with("privacy-clock-times", &[("shows", shows.into()), ("expected", expected.into())])
}

fn spec(ctx: &Ctx) -> FormSpec {
    let sure = Field::new("sure", ctx.say("privacy-clock-sure"), Kind::Consent).required();
    FormSpec::new("confirm-clock", vec![sure])
}

fn page(ctx: &Ctx, doubt: &Doubt, values: &Values, errors: &FormErrors) -> Response {
    let submit = ctx.say("privacy-clock-confirm");
    let form = Form { spec: &spec(ctx), action: PATH, values, errors, submit: &submit };
    let body = html! {
        p { (ctx.say("privacy-clock-waits")) }
        p { (ctx.say("privacy-clock-mend")) }
        (form.render(ctx, html! {}))
    };
    Page::new(ctx.say("privacy-clock-doubt"), body)
        .lead(times(ctx, doubt))
        .trail(vec![Link::new(BOARD, ctx.say("console-nav-promises"))])
        .status(errors.status())
        .render(ctx)
}

async fn show(ctx: Ctx, staff: Staff, State(app): State<Arc<App>>) -> Answer {
    leave(&app, &staff, Action::Attest)?;
    match app.engine.clock_doubt() {
        Some(doubt) => Ok(page(&ctx, &doubt, &Values::none(), &FormErrors::none())),
        None => Ok(ctx.redirect(BOARD)),
    }
}

async fn send(ctx: Ctx, staff: Staff, State(app): State<Arc<App>>, sent: Submission) -> Answer {
    let access = leave(&app, &staff, Action::Attest)?;
    let reading = sent.read(&ctx, &spec(&ctx))?;
    // Mended meanwhile: there is nothing to confirm.
    let Some(doubt) = app.engine.clock_doubt() else { return Ok(ctx.redirect(BOARD)) };
    if let Reading::Bad(values, errors) = &reading {
        return Ok(page(&ctx, &doubt, values, errors));
    }
    app.engine.confirm_clock(&access).await?;
    proofs::look_soon(&app).await?;
    Ok(ctx.redirect(&format!("{BOARD}?kello=1")))
}
