//! `/hallinta/pyynnot`: where requests are answered in time.

use std::sync::Arc;

use axum::extract::State;
use axum::routing::get;
use maud::{Markup, html};
use seloste_kernel::Exit;
use seloste_register::{Action, Opened, Query, RIGHTS};
use seloste_web::components::{Column, Table, empty, link_button, pagination};
use seloste_web::{Answer, Ctx, Link, Page, Router};

use super::requests::{ANSWER, DECIDED, KIND, WAITING};
use super::told;
use crate::app::App;
use crate::console::Staff;
use crate::{place, post};

mod confirm;
mod decide;
mod enter;
mod find;
mod item;
mod matched;

pub use item::request;

/// The desk.
pub const PATH: &str = "/hallinta/pyynnot";

/// Rows on one page.
const ROWS: usize = 25;

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(PATH, get(list))
        .merge(enter::routes())
        .merge(item::routes())
        .merge(find::routes())
}

async fn list(ctx: Ctx, staff: Staff, State(app): State<Arc<App>>) -> Answer {
    let access = staff.access(&app, RIGHTS, Action::DecideRequests)?;
    let decided = ctx.param("tila").as_deref() == Some("ratkaistut");
    let states = owned(if decided { &DECIDED } else { &WAITING });
    let after = ctx.param("jatko").and_then(|text| place::read(&text));
    let query = Query { states, soonest_first: !decided, after, limit: ROWS, ..Query::of(KIND) };
    let page = app.engine.page(&access, &query).await?;
    let (open, closed) = (PATH.to_owned(), format!("{PATH}?tila=ratkaistut"));
    let (here, join) = if decided { (&closed, '&') } else { (&open, '?') };
    let next = page.next.map(|end| format!("{here}{join}jatko={}", place::write(end)));
    let first = after.map(|_| here.as_str());
    let tabs = vec![
        Link::new(open.clone(), ctx.say("rights-desk-open")),
        Link::new(closed.clone(), ctx.say("rights-desk-decided")),
    ];
    let body = html! {
        (post::board(&ctx, &app, ANSWER, PATH).await?)
        div.actions { (link_button(&ctx, "/hallinta/pyynnot/uusi", &ctx.say("rights-desk-enter"))) }
        @if page.records.is_empty() {
            (empty(&ctx.say("rights-desk-empty"), html! {}))
        } @else { (table(&ctx, &app, &page.records)?) }
        (pagination(&ctx, first, next.as_deref()))
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

fn owned(states: &[&str]) -> Vec<String> {
    states.iter().map(|state| (*state).to_owned()).collect()
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
