//! `/hallinta/pyynnot`: where requests are answered in time.

use std::sync::Arc;

use axum::extract::State;
use axum::routing::get;
use maud::{Markup, html};
use seloste_kernel::Exit;
use seloste_register::{Action, Opened, RIGHTS};
use seloste_web::components::{Column, Table, empty, link_button, pagination};
use seloste_web::{Answer, Ctx, Link, Page, Router};

use super::requests::{ANSWER, KIND};
use super::told;
use crate::app::App;
use crate::console::Staff;
use crate::post;

mod clock;
mod decide;
mod enter;
mod find;
mod item;
mod limits;
mod maker;
mod mandate;
mod matched;
mod notes;
mod owner;
mod preview;
mod shown;

pub use item::request;

use shown::List;

/// The desk.
pub const PATH: &str = "/hallinta/pyynnot";

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(PATH, get(list))
        .merge(enter::routes())
        .merge(item::routes())
        .merge(limits::routes())
        .merge(maker::routes())
        .merge(mandate::routes())
        .merge(clock::routes())
        .merge(notes::routes())
        .merge(owner::routes())
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
        @if records.is_empty() {
            (empty(&ctx.say("rights-desk-empty"), html! {}))
        } @else { (table(&ctx, &app, &records)?) }
        (pagination(&ctx, first.as_deref(), next.as_deref()))
    };
    Ok(Page::new(ctx.say("rights-desk-title"), body)
        .tabs(List::ALL.map(tab).to_vec())
        .wide()
        .render(&ctx))
}

fn table(ctx: &Ctx, app: &App, requests: &[Opened]) -> Result<Markup, seloste_kernel::Fault> {
    let register = app.register()?;
    let columns = vec![
        Column::text(ctx.say("rights-number")),
        Column::text(ctx.say("rights-column-asked")),
        Column::text(ctx.say("rights-column-arrived")),
        Column::text(ctx.say("rights-due")),
        Column::text(ctx.say("rights-column-state")),
        Column::text(ctx.say("case-owner")),
    ];
    let mut table = Table::new(ctx.say("rights-desk-caption"), columns);
    let kind = register.notice.kind(KIND);
    for request in requests {
        let field = kind.and_then(|kind| kind.field("type"));
        let asked = told::value(ctx, field, "type", request, Exit::Page);
        let path = format!("{PATH}/{}", request.id);
        table.row(vec![
            html! { a href=(ctx.href(&path)) { (request.number.unwrap_or_default()) } },
            html! { (asked) },
            html! { (ctx.date(request.created)) },
            clock::shown(ctx, request),
            html! { (ctx.say(&format!("rights-state-{}", request.state))) },
            owner::name(ctx, app, request),
        ]);
    }
    Ok(table.render())
}
