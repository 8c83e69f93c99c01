//! `/oma/pyynto/{id}/vastaus`: whoever made a request answers what they are asked, with its receipt code:
//! who they are, or by what right they act for another (Art. 12(6)). Whether anybody is known by it is not
//! told: the page is the same, whatever staff have found.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::routing::get;
use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, FaultKind, RecordId};
use seloste_register::{Action, Opened, Query};
use seloste_web::components::definitions;
use seloste_web::form::{Form, FormErrors, FormSpec, Reading, Submission, Values};
use seloste_web::{Answer, CommandId, Ctx, Page, Router};

use super::super::request::DOCUMENTS;
use super::super::requests::{ANSWER, KIND};
use super::super::slip::IDENTIFY;
use super::super::{behalf, pause, told};
use super::change::id;
use super::{Own, PATH, trail};
use crate::app::App;
use crate::cases::UNSHOWN_HANDLED;
use crate::{cases, done, forms};

/// What is asked, where the notice declares it.
const FIELDS: [&str; 2] = ["reply", "reply-document"];

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/oma/pyynto/{id}/vastaus", get(show).post(send))
}

fn path(request: RecordId) -> String {
    format!("/oma/pyynto/{request}/vastaus")
}

/// The way here from a request, as its maker is told of it, while they may answer.
pub fn link(ctx: &Ctx, app: &App, told: &Opened) -> Result<Markup, Fault> {
    let asks = cases::may_reply(told, ctx.now) && !spec(ctx, app)?.fields.is_empty();
    Ok(html! {
        @if asks { a.button href=(ctx.href(&path(told.id))) { (ctx.say("own-reply")) } }
    })
}

fn spec(ctx: &Ctx, app: &App) -> Result<FormSpec, Fault> {
    let register = app.register()?;
    let mut fields = forms::Asked::new(&register.notice, KIND, &FIELDS)?.fields(ctx);
    for field in &mut fields {
        // One of them is enough.
        field.conditional = true;
        field.help = Some(ctx.say(&format!("own-{}-help", field.name)));
    }
    Ok(FormSpec::new("own-reply", fields))
}

/// What they hold of a request, as it is and as they are told of it.
async fn held(app: &App, own: &Own, of: &str) -> Result<(Opened, Opened), Fault> {
    let held = app.engine.read(&own.access(app, Action::Read)?, id(of)?).await?;
    match cases::told_now(app, held.clone()).await? {
        Some(told) if told.state == UNSHOWN_HANDLED => Err(pause::taken_back()),
        Some(told) if cases::is_asked(&told) => Ok((held, told)),
        _ => Err(Fault::not_found()),
    }
}

async fn page(
    ctx: &Ctx,
    app: &App,
    (own, told): (&Own, &Opened),
    (values, errors): (&Values, &FormErrors),
) -> Answer {
    let (spec, action) = (spec(ctx, app)?, path(told.id));
    if !cases::may_reply(told, ctx.now) || spec.fields.is_empty() {
        return Err(Fault::new(FaultKind::Conflict, "own-reply-over").into());
    }
    let submit = ctx.say("own-reply-send");
    let form = Form { spec: &spec, action: &action, values, errors, submit: &submit };
    let query = Query { thread: Some(told.id), ..Query::of(ANSWER) };
    let letters = app.engine.page(&own.access(app, Action::Read)?, &query).await?.records;
    let asks = letters.iter().find(|one| one.text("decision", Exit::Decision) == IDENTIFY);
    let until = told.review.map(|until| ctx.date(until)).unwrap_or_default();
    let body = html! {
        (definitions(&[(ctx.say("own-reply-by"), html! { (until) })]))
        p { (ctx.say("own-reply-text")) }
        @if let Some(question) = asks.and_then(told::letter) {
            h2 { (ctx.say("case-letter")) }
            (question.html())
            h2 { (ctx.say("own-reply-yours")) }
        }
        (form.render(ctx, html! {}))
    };
    Ok(Page::new(ctx.say("own-reply"), body).trail(trail(ctx)).status(errors.status()).render(ctx))
}

async fn show(ctx: Ctx, own: Own, State(app): State<Arc<App>>, Path(of): Path<String>) -> Answer {
    let (_, told) = held(&app, &own, &of).await?;
    page(&ctx, &app, (&own, &told), (&Values::none(), &FormErrors::none())).await
}

async fn send(
    ctx: Ctx,
    own: Own,
    State(app): State<Arc<App>>,
    Path(of): Path<String>,
    sent: Submission,
) -> Answer {
    let (held, told) = held(&app, &own, &of).await?;
    let (mut values, errors) = match sent.read(&ctx, &spec(&ctx, &app)?)? {
        Reading::Bad(values, errors) => (values, errors),
        Reading::Good(values, command) => wrong(&ctx, &app, (values, command)).await?,
    };
    if !errors.is_empty() {
        return page(&ctx, &app, (&own, &told), (&values, &errors)).await;
    }
    let said = FIELDS.map(|name| values.take(name).map(|value| (name.to_owned(), value)));
    let (amend, said) = (own.access(&app, Action::Amend)?, said.into_iter().flatten().collect());
    pause::reply(&app, &amend, &held, said).await?;
    Ok(ctx.redirect(&done::at(PATH, "vastaus")))
}

/// Nothing was said, or there is no room for the document.
async fn wrong(
    ctx: &Ctx,
    app: &App,
    (mut values, command): (Values, CommandId),
) -> Result<(Values, FormErrors), Fault> {
    let mut errors = FormErrors::none();
    if values.get("reply-document").is_some() {
        ctx.throttle(DOCUMENTS)?;
    }
    if FIELDS.iter().all(|name| values.get(name).is_none()) {
        errors.add("reply", ctx.say("own-reply-empty"));
    } else if behalf::leave_out_document(app, (&mut values, "reply-document")).await? {
        errors.add("reply-document", ctx.say("own-reply-no-room"));
    }
    if !errors.is_empty() {
        ctx.send_again(command);
    }
    Ok((values, errors))
}
