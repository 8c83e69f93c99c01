//! `/hallinta/pyynnot`: where requests are answered in time.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::routing::get;
use maud::{Markup, html};
use seloste_kernel::Exit;
use seloste_register::{Action, Opened, Query, RIGHTS};
use seloste_web::components::{Column, Table, empty, link_button};
use seloste_web::{Answer, Ctx, Link, Page};

use super::requests::{DECIDED, KIND, WAITING};
use super::told;
use crate::app::App;
use crate::console::Staff;

mod decide;
mod enter;
mod item;

pub use item::request;

/// The desk.
pub const PATH: &str = "/hallinta/pyynnot";

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new().route(PATH, get(list)).merge(enter::routes()).merge(item::routes())
}

async fn list(ctx: Ctx, staff: Staff, State(app): State<Arc<App>>) -> Answer {
    let access = staff.access(&app, RIGHTS, Action::DecideRequests)?;
    let decided = ctx.param("tila").as_deref() == Some("ratkaistut");
    let states: &[&str] = if decided { &DECIDED } else { &WAITING };
    let states = states.iter().map(|state| (*state).to_owned()).collect();
    let query = Query { states, oldest_first: !decided, ..Query::of(KIND) };
    let mut page = app.engine.page(&access, &query).await?;
    if !decided {
        page.records.sort_by_key(|request| request.review);
    }
    let tabs = vec![
        Link::new(PATH, ctx.say("rights-desk-open")),
        Link::new(format!("{PATH}?tila=ratkaistut"), ctx.say("rights-desk-decided")),
    ];
    let body = html! {
        div.actions { (link_button(&ctx, "/hallinta/pyynnot/uusi", &ctx.say("rights-desk-enter"))) }
        @if page.records.is_empty() {
            (empty(&ctx.say("rights-desk-empty"), html! {}))
        } @else { (table(&ctx, &app, &page.records)?) }
    };
    Ok(Page::new(ctx.say("rights-desk-title"), body).tabs(tabs).wide().render(&ctx))
}

fn table(ctx: &Ctx, app: &App, requests: &[Opened]) -> Result<Markup, seloste_kernel::Fault> {
    let register = app.register()?;
    let columns = vec![
        Column::text(ctx.say("rights-number")),
        Column::text(ctx.say("rights-column-asked")),
        Column::text(ctx.say("rights-column-arrived")),
        Column::text(ctx.say("rights-due")),
        Column::text(ctx.say("rights-column-state")),
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
            clock(ctx, request),
            html! { (ctx.say(&format!("rights-state-{}", request.state))) },
        ]);
    }
    Ok(table.render())
}

/// By when, and loudly if that has passed.
fn clock(ctx: &Ctx, request: &Opened) -> Markup {
    let Some(due) = request.review else { return html! {} };
    let late = WAITING.contains(&request.state.as_str()) && due < ctx.now;
    html! {
        time datetime=(due) { (ctx.date(due)) }
        @if late { " " strong { (ctx.say("rights-late")) } }
    }
}
