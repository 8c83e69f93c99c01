//! `/hallinta/esteet`: what staff keep from erasure on a named ground (Art. 17(3)): a legal claim, an
//! order of an authority, or another ground that the notice declares. All that stand are listed; each has
//! a page that says what it is for, and is ended there.

use std::sync::Arc;

use axum::extract::State;
use axum::routing::get;
use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, RecordId};
use seloste_notice::model::Notice;
use seloste_register::{Access, Action, HOLD, HOLD_OVER, HOLD_STANDING, HeldRecord, Query, RIGHTS};
use seloste_web::components::{Column, Table, empty, link_button, pagination};
use seloste_web::{Answer, Ctx, Link, Page, Router};

use crate::app::App;
use crate::console::Staff;
use crate::holding::{fields, until};
use crate::round::Round;
use crate::sentences::{begun, text};
use crate::{cases, done, erasing, place};

pub use crate::holding::PATH;

mod find;
mod of_case;
mod one;
mod set;

/// Holds on one page.
const PAGE_RECORDS: usize = 20;

/// What the list says after a deed.
const DEEDS: [(&str, &str); 1] = [("paatetty", "holds-ended")];

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(PATH, get(list))
        .route("/hallinta/esteet/uusi", get(find::show).post(find::send))
        .route("/hallinta/esteet/uusi/{id}", get(set::show).post(set::send))
        .route("/hallinta/esteet/tieto/{id}/{ground}", get(one::show))
        .route("/hallinta/esteet/tieto/{id}/{ground}/paata", get(one::ask).post(one::end))
        .route("/hallinta/pyynnot/{id}/esteet", get(of_case::show))
}

pub use of_case::link as of_case;

fn access(app: &App, staff: &Staff) -> Result<Access, Fault> {
    staff.access(app, RIGHTS, Action::DecideRequests)
}

/// The page of a hold.
fn path(record: RecordId, ground: &str) -> String {
    format!("{PATH}/tieto/{record}/{ground}")
}

fn up(ctx: &Ctx) -> Link {
    Link::new(PATH, ctx.say("holds-title"))
}

/// A record as pages name it: its kind and its number.
fn name(ctx: &Ctx, notice: &Notice, kind: &str, number: Option<i64>) -> String {
    let kind =
        notice.kind(kind).map_or_else(|| kind.to_owned(), |kind| text(&kind.title, ctx.lang));
    number.map_or_else(|| kind.clone(), |number| format!("{kind} {number}"))
}

async fn list(ctx: Ctx, staff: Staff, State(app): State<Arc<App>>) -> Answer {
    let access = access(&app, &staff)?;
    let before = ctx.param("jatko").and_then(|text| place::read(&text));
    let (holds, next) = app.engine.holds_by_hand(&access, before, PAGE_RECORDS).await?;
    let next = next.map(|next| format!("{PATH}?jatko={}", place::write(next)));
    let first = before.map(|_| PATH);
    let body = html! {
        (done::told(&ctx, &DEEDS))
        div.actions { (link_button(&ctx, "/hallinta/esteet/uusi", &ctx.say("holds-new"))) }
        @if holds.is_empty() {
            (empty(&ctx.say("holds-empty"), html! {}))
        } @else { (table(&ctx, &app.register()?.notice, &holds)) }
        (pagination(&ctx, first, next.as_deref()))
    };
    let page = Page::new(ctx.say("holds-title"), body).lead(ctx.say("holds-lead"));
    Ok(page.wide().render(&ctx))
}

fn table(ctx: &Ctx, notice: &Notice, holds: &[HeldRecord]) -> Markup {
    let columns = ["what", "ground", "fields", "since", "until"];
    let columns = columns.iter().map(|key| Column::text(ctx.say(&format!("holds-{key}"))));
    let mut table = Table::new(ctx.say("holds-caption"), columns.collect());
    for HeldRecord { kind, number, held, .. } in holds {
        let ground = erasing::ground_name(notice, kind, &held.ground, ctx.lang);
        let href = ctx.href(&path(held.record, &held.ground));
        table.row(vec![
            html! { a href=(href) { (name(ctx, notice, kind, *number)) } },
            html! { (begun(&ground)) },
            html! { (fields(ctx, notice, kind, &held.fields)) },
            html! { (ctx.date(held.since)) },
            html! { (until(ctx, held.until)) },
        ]);
    }
    table.render()
}

/// Gives what says of a hold what it was for its last period, once that holds nothing any more: a dated one
/// when its day has come, another when its records are gone or free without it.
///
/// # Errors
/// When keys or store fail; what failed is tried again by the next round.
pub async fn tidy(app: &Arc<App>) -> Result<(), Fault> {
    let register = app.register()?;
    if register.notice.kind(HOLD).is_none() {
        return Ok(());
    }
    let of =
        Query { review_by: Some(app.engine.now()), ..Query::in_states(HOLD, &[HOLD_STANDING]) };
    let access = cases::job_access(app, Action::DecideRequests)?;
    let mut round = Round::default();
    for over in app.engine.all_waiting(&register.notice.id, &of).await? {
        round.went(end_dated(app, &access, over.record).await);
    }
    let of = Query::in_states(HOLD, &[HOLD_STANDING]);
    for standing in app.engine.all_waiting(&register.notice.id, &of).await? {
        round.went(app.engine.end_empty_hold(&access, standing.record).await.map(drop));
    }
    round.end()
}

async fn end_dated(app: &Arc<App>, access: &Access, over: RecordId) -> Result<(), Fault> {
    let opened = app.engine.read(access, over).await?;
    app.engine.end(access, &opened, HOLD_OVER, "decided").await.map(drop)
}

/// Who of the staff set it, by name; nothing where the account is gone.
fn handler(app: &App, id: &str) -> Option<String> {
    let account = app.staff.directory.known(id.parse().ok()?)?;
    Some(account.name.expose(Exit::Page).clone())
}
