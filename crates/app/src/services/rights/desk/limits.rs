//! What the person of a request has closed, and the way to end a restriction: only after they have
//! been told (Art. 18(3)).

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use http::StatusCode;
use maud::{Markup, html};
use seloste_kernel::{Fault, FaultKind, PersonId, RecordId};
use seloste_notice::model::Notice;
use seloste_register::{Access, Ended, Erased, Objection, Plan, Restriction, Standpoint, Told};
use seloste_web::components::{button_quiet, post_button};
use seloste_web::form::Submission;
use seloste_web::{Answer, Ctx, Link, Page, Router};

use super::super::own::{changed, proof_saying, question, restriction_told, seen};
use super::super::requests;
use super::PATH;
use super::case::{self, Case};
use crate::app::App;
use crate::looks;

/// The name of the buttons' form.
const FORM: &str = "restriction-told";

/// In an address, in place of a record: everything.
const ALL: &str = "kaikki";

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/hallinta/pyynnot/{id}/rajoitus/{what}/paata", get(ask).post(end))
        .route("/hallinta/pyynnot/{id}/rajoitus/{what}/{deed}", post(act))
}

/// The restrictions and objections of the person, and the buttons.
///
/// # Errors
/// When the store fails.
pub async fn show(
    ctx: &Ctx,
    app: &App,
    access: &Access,
    (request, person): (RecordId, PersonId),
) -> Result<Markup, Fault> {
    let restrictions = match app.engine.restrictions(access, person).await {
        Err(fault) if fault.kind() == FaultKind::NotFound => return Ok(html! {}),
        found => found?,
    };
    let objections = app.engine.objections(access, person).await?;
    if restrictions.is_empty() && objections.is_empty() {
        return Ok(html! {});
    }
    let notice = &app.register()?.notice;
    Ok(html! {
        h2 { (ctx.say("limits-title")) }
        @for one in &objections {
            p { (looks::purpose(ctx, notice, &one.purpose)) ": " (stands(ctx, one)) }
        }
        @for one in &restrictions { (restriction(ctx, request, one)) }
    })
}

fn stands(ctx: &Ctx, objection: &Objection) -> String {
    let key = match objection.standpoint {
        Standpoint::ForGood => "limits-for-good",
        Standpoint::Listed => "limits-listed",
        Standpoint::Waiting => "limits-waiting",
        Standpoint::Upheld => "limits-upheld",
    };
    ctx.say_with(key, &[("date", ctx.date(objection.since).into())])
}

fn restriction(ctx: &Ctx, request: RecordId, one: &Restriction) -> Markup {
    let button = |deed: &str, key| {
        post_button(ctx, FORM, &path(request, one.record, deed), button_quiet(&ctx.say(key)))
    };
    let may = one.ends.is_some_and(|ends| ends <= ctx.now);
    html! {
        (restriction_told(ctx, one))
        p.quiet { (ctx.say("limits-end-text")) }
        div.actions {
            @if may {
                a.button.quiet-button href=(ctx.href(&path(request, one.record, "paata"))) { (ctx.say("rights-restrict-end")) }
            } @else {
                (button("kerrottu", "limits-told"))
                @if one.ends.is_none() { (button("nayta", "limits-show")) }
            }
        }
    }
}

/// Where something is done about a restriction.
fn path(request: RecordId, of: Option<RecordId>, deed: &str) -> String {
    let what = of.map_or_else(|| ALL.to_owned(), |record| record.to_string());
    format!("{PATH}/{request}/rajoitus/{what}/{deed}")
}

/// Whose restriction is meant, and of what.
fn meant(case: &Case, what: &str) -> Result<(PersonId, Option<RecordId>), Fault> {
    let person = requests::target(&case.request).ok_or_else(Fault::not_found)?;
    let record = match what {
        ALL => None,
        record => Some(record.parse().map_err(|_| Fault::not_found())?),
    };
    Ok((person, record))
}

async fn act(
    ctx: Ctx,
    case: Case,
    State(app): State<Arc<App>>,
    Path((_, what, deed)): Path<(String, String, String)>,
    sent: Submission,
) -> Answer {
    sent.pressed(&ctx, FORM)?;
    let (person, record) = meant(&case, &what)?;
    let told = match deed.as_str() {
        "kerrottu" => Told::Directly,
        "nayta" => Told::OnOwnPage,
        _ => return Err(Fault::not_found().into()),
    };
    app.engine.tell_of_end(&case.access, person, record, told).await?;
    Ok(case.done(&ctx, "rajoitus"))
}

async fn ask(
    ctx: Ctx,
    case: Case,
    State(app): State<Arc<App>>,
    Path((_, what)): Path<(String, String)>,
) -> Answer {
    let (person, record) = meant(&case, &what)?;
    let plan = app.engine.plan_release(&case.access, person, record).await?;
    Ok(page(&ctx, &app.register()?.notice, &case, (&plan, record), StatusCode::OK))
}

fn page(
    ctx: &Ctx,
    notice: &Notice,
    case: &Case,
    (plan, record): (&Plan, Option<RecordId>),
    status: StatusCode,
) -> Response {
    let back = case::path(&case.request);
    let action = path(case.request.id, record, "paata");
    let body = html! {
        @if status != StatusCode::OK { (changed(ctx)) }
        (question(ctx, (notice, plan), (&action, &back), html! {}))
    };
    let title = if record.is_some() { "limits-end-title" } else { "limits-end-title-all" };
    let trail = vec![Link::new(PATH, ctx.say("rights-desk-title"))];
    Page::new(ctx.say(title), body).trail(trail).status(status).render(ctx)
}

async fn end(
    ctx: Ctx,
    case: Case,
    State(app): State<Arc<App>>,
    Path((_, what)): Path<(String, String)>,
    sent: Submission,
) -> Answer {
    let seen = seen(&ctx, sent)?;
    let (person, record) = meant(&case, &what)?;
    let ended = app.engine.end_restriction(&case.access, person, record, seen.as_deref()).await?;
    match ended {
        Ended::Freed(None) => Ok(case.done(&ctx, "rajoitus")),
        Ended::Freed(Some(erased)) => Ok(told(&ctx, &app.register()?.notice, &erased)),
        Ended::Asks(plan) => {
            let notice = &app.register()?.notice;
            Ok(page(&ctx, notice, &case, (&plan, record), StatusCode::CONFLICT))
        }
    }
}

/// On the page itself: the request may have gone along.
fn told(ctx: &Ctx, notice: &Notice, erased: &Erased) -> Response {
    let body = proof_saying(ctx, notice, erased, "limits-ended-erased");
    let trail = vec![Link::new(PATH, ctx.say("rights-desk-title"))];
    Page::new(ctx.say("rights-erased-title"), body).trail(trail).render(ctx)
}
