//! What the person of a request has closed, and the way to end a restriction: only after they have
//! been told (Art. 18(3)).

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::routing::post;
use maud::{Markup, html};
use seloste_kernel::{Fault, FaultKind, PersonId, RecordId};
use seloste_register::{Access, Objection, Restriction, Standpoint, Told};
use seloste_web::components::{button_quiet, post_button};
use seloste_web::form::Submission;
use seloste_web::{Answer, Ctx, Router};

use super::super::own::restriction_told;
use super::super::requests;
use super::PATH;
use super::case::Case;
use crate::app::App;
use crate::looks;

/// The name of the buttons' form.
const FORM: &str = "restriction-end";

/// In an address, in place of a record: everything.
const ALL: &str = "kaikki";

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/hallinta/pyynnot/{id}/rajoitus/{what}/{deed}", post(act))
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
    let what = one.record.map_or_else(|| ALL.to_owned(), |record| record.to_string());
    let button = |deed: &str, key| {
        let path = format!("{PATH}/{request}/rajoitus/{what}/{deed}");
        post_button(ctx, FORM, &path, button_quiet(&ctx.say(key)))
    };
    let may = one.ends.is_some_and(|ends| ends <= ctx.now);
    html! {
        (restriction_told(ctx, one))
        p.quiet { (ctx.say("limits-end-text")) }
        div.actions {
            @if may { (button("paata", "rights-restrict-end")) } @else {
                (button("kerrottu", "limits-told"))
                @if one.ends.is_none() { (button("nayta", "limits-show")) }
            }
        }
    }
}

async fn act(
    ctx: Ctx,
    case: Case,
    State(app): State<Arc<App>>,
    Path((_, what, deed)): Path<(String, String, String)>,
    sent: Submission,
) -> Answer {
    sent.pressed(&ctx, FORM)?;
    let person = requests::target(&case.request).ok_or_else(Fault::not_found)?;
    let record: Option<RecordId> = match what.as_str() {
        ALL => None,
        record => Some(record.parse().map_err(|_| Fault::not_found())?),
    };
    let engine = &app.engine;
    match deed.as_str() {
        "kerrottu" => _ = engine.tell_of_end(&case.access, person, record, Told::Directly).await?,
        "nayta" => _ = engine.tell_of_end(&case.access, person, record, Told::OnOwnPage).await?,
        "paata" => engine.end_restriction(&case.access, person, record).await?,
        _ => return Err(Fault::not_found().into()),
    }
    Ok(case.done(&ctx, "rajoitus"))
}
