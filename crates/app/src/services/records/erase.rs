//! Erasing a record by decision of staff: what goes, and what stays until when on which ground, is
//! shown before anything happens.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use maud::{Markup, html};
use seloste_kernel::{Fault, RecordId, Timestamp};
use seloste_notice::model::Notice;
use seloste_register::{Action, Keeping, Outcome, Outline, Plan, Step, Why};
use seloste_web::components::{Column, Table, Tone, button_danger, note, post_button_at};
use seloste_web::form::Submission;
use seloste_web::{Answer, Ctx, Link, Page};

use super::item::{self, Item};
use super::{shown, times};
use crate::app::App;
use crate::console::Staff;
use crate::sentences::begun;
use crate::{done, erasing, forms, holding};

/// The button's name in its token.
const FORM: &str = "records-erase";

async fn open(app: &App, staff: &Staff, id: RecordId) -> Result<Item, Fault> {
    item::open(app, staff, id, &[Action::Read, Action::Erase], None).await
}

pub(super) async fn show(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(id): Path<RecordId>,
) -> Answer {
    let item = open(&app, &staff, id).await?;
    let access = staff.access(&app, item.access.purpose(), Action::Erase)?;
    let plan = app.engine.plan_record(&access, id, Why::Decision).await?;
    let held = app.engine.held(&item.access, item.opened.person).await?;
    Ok(preview(&ctx, &item, &plan, (&held, false)))
}

/// What will happen, before it does.
fn preview(ctx: &Ctx, item: &Item, plan: &Plan, (held, again): (&[Outline], bool)) -> Response {
    let notice = &item.at.register.notice;
    let columns = ["records-erase-what", "records-erase-goes", "records-erase-stays"];
    let columns = columns.into_iter().map(|key| Column::text(ctx.say(key))).collect();
    let mut table = Table::new(ctx.say("records-erase-plan"), columns);
    for step in plan.steps() {
        table.row(vec![
            named(ctx, notice, step, held),
            goes(ctx, notice, step),
            stays(ctx, notice, step),
        ]);
    }
    let allowed = erasing::allowed(notice, plan).is_ok() && plan.takes_something();
    let path = format!("{}/poista", item.path());
    let button = (erasing::seen(plan), button_danger(&ctx.say("erase-submit")));
    let body = html! {
        @if again { (note(Tone::Warning, &ctx.say("erase-changed"), html! {})) }
        (table.render())
        (erasing::told_counts(ctx, notice, plan.counted()))
        @if allowed {
            p { (ctx.say("erase-text")) }
            div.actions { (post_button_at(ctx, FORM, &path, button)) }
        } @else {
            (note(Tone::Info, &ctx.say("rights-cannot-erase"), html! { p { (ctx.say("records-all-kept")) } }))
        }
        p { a href=(ctx.href(&item.path())) { (ctx.say("erase-back")) } }
    };
    let mut trail = item.at.trail(ctx);
    trail.push(Link::new(item.path(), shown::title(ctx, &item.at, &item.opened)));
    Page::new(ctx.say("records-erase"), body).trail(trail).render(ctx)
}

fn named(ctx: &Ctx, notice: &Notice, step: &Step, held: &[Outline]) -> Markup {
    let number = held.iter().find(|one| one.record == step.record).and_then(|one| one.number);
    let number = number.map(|number| number.to_string()).unwrap_or_default();
    html! { (times::kind_name(ctx, notice, &step.kind)) " " (number) }
}

fn goes(ctx: &Ctx, notice: &Notice, step: &Step) -> Markup {
    html! {
        @match &step.outcome {
            Outcome::Remove | Outcome::Anonymise => (ctx.say("records-all-fields")),
            Outcome::Keep(_) => (ctx.say("records-nothing")),
            Outcome::Strip { gone, .. } => (erasing::field_names(notice, &step.kind, gone, ctx.lang)),
        }
    }
}

fn stays(ctx: &Ctx, notice: &Notice, step: &Step) -> Markup {
    let one = |keeping: &Keeping| {
        let until = keeping.until_ms.and_then(|ms| Timestamp::from_millisecond(ms).ok());
        html! {
            p {
                (holding::fields(ctx, notice, &step.kind, &keeping.fields)) ". "
                (begun(&erasing::ground_name(notice, &step.kind, &keeping.ground, ctx.lang))) ". "
                (holding::until(ctx, until))
            }
        }
    };
    html! {
        @if step.outcome.kept().is_empty() { (ctx.say("records-nothing")) }
        @for keeping in step.outcome.kept() { (one(keeping)) }
    }
}

pub(super) async fn send(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(id): Path<RecordId>,
    sent: Submission,
) -> Answer {
    let item = open(&app, &staff, id).await?;
    let seen = forms::pressed_at(&ctx, &sent, FORM)?;
    let access = staff.access(&app, item.access.purpose(), Action::Erase)?;
    let plan = app.engine.plan_record(&access, id, Why::Decision).await?;
    if erasing::seen(&plan) != seen {
        let held = app.engine.held(&item.access, item.opened.person).await?;
        return Ok(preview(&ctx, &item, &plan, (&held, true)));
    }
    erasing::erase_as_shown(&app, &access, &plan, Why::Decision).await?;
    let whole = plan.steps().iter().find(|step| step.record == id);
    let gone = whole.is_none_or(|step| step.outcome.is_whole());
    let to = if gone { item.at.path() } else { item.path() };
    Ok(ctx.redirect(&done::at(&to, "poisto")))
}
