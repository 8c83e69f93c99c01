//! One hold: what it keeps, what it is for, and its end. What goes with the end is shown before it does.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use http::StatusCode;
use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, FaultKind, PersonId, RecordId};
use seloste_notice::model::Notice;
use seloste_register::{Access, Ended, Erased, Held, Opened, Outline, Plan, declared_grounds};
use seloste_web::components::{Tone, definitions, link_button, note};
use seloste_web::form::Submission;
use seloste_web::{Answer, Ctx, Link, Page};

use super::super::own::{changed, confirm, goes, proof_saying, seen};
use super::super::told;
use super::{PATH, access, handler, name, path, up};
use crate::app::App;
use crate::console::Staff;
use crate::holding::{fields, until};
use crate::sentences::begun;
use crate::{done, erasing};

/// What the page says after a deed.
const DEEDS: [(&str, &str); 1] = [("asetettu", "holds-set-done")];

/// What of the record of a hold its page tells in its own words.
const ASIDE: [&str; 4] = ["ground", "items", "about", "handler"];

/// A hold with the records that were held together.
struct Hold {
    /// Of the record behind the address.
    held: Held,
    records: Vec<Outline>,
    /// What says what it is for; not of those that the command line set.
    why: Option<Opened>,
}

async fn open(
    app: &App,
    access: &Access,
    (record, ground): (RecordId, &str),
) -> Result<Hold, Fault> {
    if !declared_grounds(&access.register().notice).contains(&ground) {
        return Err(Fault::not_found());
    }
    let person: PersonId = app.engine.person_of(access, record).await?;
    let held = app.engine.holds_on(access, person, &[record]).await?.remove(&record);
    let mut held = held.unwrap_or_default().into_iter().filter(|hold| hold.ground == ground);
    let held = held.next().ok_or_else(|| Fault::new(FaultKind::NotFound, "fault-hold-gone"))?;
    let why = app.engine.hold_of(access, record, ground).await?;
    let together = why.as_ref().map_or_else(|| vec![record], Opened::held);
    let mut records = app.engine.held(access, person).await?;
    records.retain(|one| together.contains(&one.record));
    Ok(Hold { held, records, why })
}

pub(super) async fn show(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path((id, ground)): Path<(RecordId, String)>,
) -> Answer {
    let access = access(&app, &staff)?;
    let hold = open(&app, &access, (id, &ground)).await?;
    let end = format!("{}/paata", path(id, &ground));
    let body = html! {
        (done::told(&ctx, &DEEDS))
        (definitions(&facts(&ctx, &app, &access.register().notice, &hold)))
        @if hold.why.is_none() { p.quiet { (ctx.say("holds-no-why")) } }
        div.actions { (link_button(&ctx, &end, &ctx.say("holds-end"))) }
    };
    let title = title(&ctx, &access.register().notice, &hold);
    Ok(Page::new(title, body).trail(vec![up(&ctx)]).render(&ctx))
}

fn title(ctx: &Ctx, notice: &Notice, hold: &Hold) -> String {
    let kind = hold.records.first().map_or("", |one| one.kind.as_str());
    begun(&erasing::ground_name(notice, kind, &hold.held.ground, ctx.lang))
}

fn facts(ctx: &Ctx, app: &App, notice: &Notice, hold: &Hold) -> Vec<(String, Markup)> {
    let Hold { held, records, why } = hold;
    let kind = records.first().map_or("", |one| one.kind.as_str());
    let names = html! {
        @for one in records { p { (name(ctx, notice, &one.kind, one.number)) } }
    };
    let mut facts = vec![
        (ctx.say("holds-what"), names),
        (ctx.say("holds-fields"), html! { (fields(ctx, notice, kind, &held.fields)) }),
    ];
    if let Some(why) = why {
        let mut told = why.clone();
        told.fields.retain(|name, _| !ASIDE.contains(&name.as_str()));
        facts.extend(told::pairs(ctx, notice, &told));
        let who = handler(app, why.text("handler", Exit::Decision));
        let who = who.unwrap_or_else(|| ctx.say("disclosures-gone"));
        facts.push((ctx.say("holds-handler"), html! { (who) }));
    }
    facts.push((ctx.say("holds-since"), html! { (ctx.moment(held.since)) }));
    facts.push((ctx.say("holds-until"), html! { (until(ctx, held.until)) }));
    facts
}

pub(super) async fn ask(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path((id, ground)): Path<(RecordId, String)>,
) -> Answer {
    let access = access(&app, &staff)?;
    let hold = open(&app, &access, (id, &ground)).await?;
    let plan = app.engine.plan_end_of_hold(&access, id, &ground).await?;
    Ok(question(&ctx, (&access.register().notice, &hold), &plan, StatusCode::OK))
}

/// What follows from the end. Leaving the page keeps the hold.
fn question(
    ctx: &Ctx,
    (notice, hold): (&Notice, &Hold),
    plan: &Plan,
    status: StatusCode,
) -> Response {
    let back = path(hold.held.record, &hold.held.ground);
    let action = format!("{back}/paata");
    let takes = plan.takes_something();
    let submit = if takes { "holds-end-erase" } else { "holds-end" };
    let body = html! {
        @if status != StatusCode::OK { (changed(ctx)) }
        @if takes {
            (goes(ctx, notice, plan))
            (note(Tone::Warning, &ctx.say("restriction-end-warning"), html! { p { (ctx.say("holds-end-erases")) } }))
        } @else { p { (ctx.say("holds-end-follows")) } }
        (confirm(ctx, plan, &action, submit))
        div.actions { a.button.quiet-button href=(ctx.href(&back)) { (ctx.say("holds-keep")) } }
    };
    let trail = vec![up(ctx), Link::new(back, title(ctx, notice, hold))];
    Page::new(ctx.say("holds-end-title"), body).trail(trail).status(status).render(ctx)
}

pub(super) async fn end(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path((id, ground)): Path<(RecordId, String)>,
    sent: Submission,
) -> Answer {
    let access = access(&app, &staff)?;
    let seen = seen(&ctx, sent)?;
    let hold = open(&app, &access, (id, &ground)).await?;
    match app.engine.end_hold(&access, (id, &ground), seen.as_deref()).await? {
        Ended::Freed(None) => Ok(ctx.redirect(&done::at(PATH, "paatetty"))),
        Ended::Freed(Some(erased)) => Ok(ended(&ctx, &access.register().notice, &erased)),
        Ended::Asks(plan) => {
            let notice = &access.register().notice;
            Ok(question(&ctx, (notice, &hold), &plan, StatusCode::CONFLICT))
        }
    }
}

/// On the page itself: what was held is gone.
fn ended(ctx: &Ctx, notice: &Notice, erased: &Erased) -> Response {
    let body = proof_saying(ctx, notice, erased, "holds-ended-erased");
    Page::new(ctx.say("rights-erased-title"), body).trail(vec![up(ctx)]).render(ctx)
}
