//! `/hallinta/pyynnot`: where requests are answered in time.

use std::sync::Arc;

use axum::extract::State;
use axum::routing::get;
use maud::{Markup, html};
use seloste_register::{Action, Opened, RIGHTS};
use seloste_web::components::{Column, Table, empty, link_button, pagination};
use seloste_web::{Answer, Ctx, Link, Page, Router};

use super::requests::ANSWER;
use crate::app::App;
use crate::console::Staff;
use crate::post;

mod case;
mod clock;
mod decide;
mod enter;
mod figures;
mod find;
mod item;
mod limits;
mod maker;
mod mandate;
mod matched;
mod notes;
mod owner;
mod preview;
mod review;
mod sending;
mod shown;
mod words;

pub use case::{Case, path as path_of};

use shown::List;

/// The desk.
pub const PATH: &str = "/hallinta/pyynnot";

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(PATH, get(list))
        .merge(enter::routes())
        .merge(figures::routes())
        .merge(item::routes())
        .merge(limits::routes())
        .merge(maker::routes())
        .merge(mandate::routes())
        .merge(clock::routes())
        .merge(notes::routes())
        .merge(owner::routes())
        .merge(review::routes())
        .merge(find::routes())
}

async fn list(ctx: Ctx, staff: Staff, State(app): State<Arc<App>>) -> Answer {
    let access = staff.access(&app, RIGHTS, Action::DecideRequests)?;
    let list = List::of(&ctx);
    let (records, next) = shown::page(&ctx, &app, (&access, &staff), list).await?;
    let next = next.map(|place| list.path(Some(&place)));
    let first = ctx.param("jatko").map(|_| list.path(None));
    let tab = |of: List| Link::new(of.path(None), ctx.say(of.name()));
    let body = html! {
        (post::board(&ctx, &app, ANSWER, PATH).await?)
        div.actions { (link_button(&ctx, "/hallinta/pyynnot/uusi", &ctx.say("rights-desk-enter"))) }
        @if list == List::Decided {
            p { a href=(ctx.href(figures::PATH)) { (ctx.say("decided-figures-link")) } }
        }
        @if records.is_empty() {
            (empty(&ctx.say("rights-desk-empty"), html! {}))
        } @else { (table(&ctx, &app, list, &records)?) }
        (pagination(&ctx, first.as_deref(), next.as_deref()))
    };
    Ok(Page::new(ctx.say("rights-desk-title"), body)
        .tabs(List::ALL.map(tab).to_vec())
        .wide()
        .render(&ctx))
}

fn table(
    ctx: &Ctx,
    app: &App,
    list: List,
    requests: &[Opened],
) -> Result<Markup, seloste_kernel::Fault> {
    let notice = &app.register()?.notice;
    let decided = list == List::Decided;
    let day = if decided { "rights-column-decided" } else { "rights-due" };
    let state = if decided { "rights-column-decision" } else { "rights-column-state" };
    let columns =
        ["rights-number", "rights-column-asked", "rights-column-arrived", day, state, "case-owner"];
    let columns = columns.iter().map(|key| Column::text(ctx.say(key))).collect();
    let mut table = Table::new(ctx.say(list.caption()), columns);
    for request in requests {
        let day = match decided {
            true => html! { (ctx.date(request.updated)) },
            false => clock::shown(ctx, notice, request),
        };
        let state = ctx.say(&format!("rights-state-{}", request.state));
        table.row(vec![
            html! { a href=(ctx.href(&case::path(request))) { (request.number.unwrap_or_default()) } },
            html! { (words::right(ctx, app, request)?) },
            html! { (ctx.date(request.created)) },
            day,
            html! { (state) (words::marks(ctx, request)) },
            owner::name(ctx, app, request),
        ]);
    }
    Ok(table.render())
}
