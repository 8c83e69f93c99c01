//! Ending a restriction (Art. 18(3)). What is past its period goes with it at once: so it is asked
//! first, and what goes is what was shown.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use http::StatusCode;
use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, FaultKind, RecordId, Sensitive};
use seloste_notice::model::Notice;
use seloste_register::{Action, Ended, Plan};
use seloste_web::components::{Tone, note};
use seloste_web::form::{Field, Form, FormErrors, FormSpec, Kind, Reading, Submission, Values};
use seloste_web::{Answer, Ctx, Page, Router};

use super::change::id;
use super::erase::{erased_page, goes};
use super::restrict::path;
use super::{Own, PATH, trail};
use crate::app::App;
use crate::done;

/// The field that says which question has been seen.
const SEEN: &str = "seen";

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/oma/vapauta", get(ask_all).post(free_all))
        .route("/oma/tieto/{id}/vapauta", get(ask_one).post(free_one))
}

/// The form that ends a restriction.
pub fn spec() -> FormSpec {
    FormSpec::new("restriction-end", vec![Field::new(SEEN, "", Kind::Hidden)])
}

/// What has been seen of what goes, as this form was sent.
///
/// # Errors
/// As every form.
pub fn seen(ctx: &Ctx, sent: Submission) -> Result<Option<String>, Fault> {
    match sent.read(ctx, &spec())? {
        Reading::Good(values, _) => {
            Ok(values.get(SEEN).map(|seen| seen.expose(Exit::Decision).clone()))
        }
        Reading::Bad(..) => Err(Fault::new(FaultKind::BadRequest, "fault-bad-request")),
    }
}

/// The question: what ending a restriction does, and what goes with it. Leaving it keeps the
/// restriction.
pub fn question(
    ctx: &Ctx,
    (notice, plan): (&Notice, &Plan),
    (action, back): (&str, &str),
    before: Markup,
) -> Markup {
    let takes = plan.takes_something();
    let submit = if takes { "restriction-end-erase" } else { "rights-restrict-end" };
    html! {
        p { (ctx.say("restriction-end-follows")) }
        @if takes {
            (goes(ctx, notice, plan))
            (note(Tone::Warning, &ctx.say("restriction-end-warning"), html! { p { (ctx.say("restriction-end-erases")) } }))
        }
        (before)
        (confirm(ctx, plan, action, submit))
        div.actions { a.button.quiet-button href=(ctx.href(back)) { (ctx.say("restriction-keep")) } }
    }
}

/// The button that carries out what the plan above it shows.
pub fn confirm(ctx: &Ctx, plan: &Plan, action: &str, submit: &str) -> Markup {
    let (spec, errors, mut values) = (spec(), FormErrors::none(), Values::none());
    values.set(SEEN, Sensitive::new(plan.seen()));
    let submit = ctx.say(submit);
    let form = Form { spec: &spec, action, values: &values, errors: &errors, submit: &submit };
    form.render(ctx, html! {})
}

/// That what goes is not what was seen, above the question.
pub fn changed(ctx: &Ctx) -> Markup {
    note(
        Tone::Info,
        &ctx.say("restriction-end-changed"),
        html! { p { (ctx.say("restriction-end-changed-text")) } },
    )
}

async fn ask_all(ctx: Ctx, own: Own, State(app): State<Arc<App>>) -> Answer {
    ask(&ctx, &own, &app, None).await
}

async fn ask_one(
    ctx: Ctx,
    own: Own,
    State(app): State<Arc<App>>,
    Path(of): Path<String>,
) -> Answer {
    ask(&ctx, &own, &app, Some(id(&of)?)).await
}

async fn ask(ctx: &Ctx, own: &Own, app: &App, of: Option<RecordId>) -> Answer {
    let access = own.access(app, Action::Read)?;
    let plan = app.engine.plan_release(&access, own.person, of).await?;
    Ok(page(ctx, &app.register()?.notice, (&plan, of), StatusCode::OK))
}

fn page(
    ctx: &Ctx,
    notice: &Notice,
    (plan, of): (&Plan, Option<RecordId>),
    status: StatusCode,
) -> Response {
    let before = html! {
        @if plan.takes_something() {
            p { (ctx.say("restriction-end-download")) " " a href=(ctx.href(super::package::PATH)) { (ctx.say("own-package")) } }
        }
    };
    let body = html! {
        @if status != StatusCode::OK { (changed(ctx)) }
        (question(ctx, (notice, plan), (&path(of, "vapauta"), PATH), before))
    };
    let title = if of.is_some() { "restriction-end-title" } else { "restriction-end-title-all" };
    Page::new(ctx.say(title), body).trail(trail(ctx)).status(status).render(ctx)
}

async fn free_all(ctx: Ctx, own: Own, State(app): State<Arc<App>>, sent: Submission) -> Answer {
    free(&ctx, &own, &app, (None, sent)).await
}

async fn free_one(
    ctx: Ctx,
    own: Own,
    State(app): State<Arc<App>>,
    Path(of): Path<String>,
    sent: Submission,
) -> Answer {
    free(&ctx, &own, &app, (Some(id(&of)?), sent)).await
}

async fn free(
    ctx: &Ctx,
    own: &Own,
    app: &App,
    (of, sent): (Option<RecordId>, Submission),
) -> Answer {
    let seen = seen(ctx, sent)?;
    let access = own.access(app, Action::Amend)?;
    match app.engine.end_restriction(&access, own.person, of, seen.as_deref()).await {
        Ok(Ended::Freed(None)) => Ok(ctx.redirect(&done::at(PATH, "vapautettu"))),
        Ok(Ended::Freed(Some(erased))) => {
            let notice = &app.register()?.notice;
            erased_page(ctx, notice, &erased, "restriction-ended-erased").await
        }
        Ok(Ended::Asks(plan)) => {
            Ok(page(ctx, &app.register()?.notice, (&plan, of), StatusCode::CONFLICT))
        }
        Err(fault) if is_over(&fault) => Ok(over(ctx)),
        Err(fault) => Err(fault.into()),
    }
}

/// Whether it has ended already, by another press: perhaps with everything that was restricted.
fn is_over(fault: &Fault) -> bool {
    fault.kind() == FaultKind::NotFound || fault.key() == "fault-restriction-none"
}

fn over(ctx: &Ctx) -> Response {
    let body = html! {
        (note(Tone::Info, &ctx.say("restriction-over"), html! { p { (ctx.say("restriction-over-text")) } }))
        p { a href=(ctx.href(PATH)) { (ctx.say("rights-own-title")) } }
    };
    Page::new(ctx.say("restriction-end-title"), body).render(ctx)
}
