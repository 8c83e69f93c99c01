//! Who has received data of the person (Art. 15(1)(c), C-154/21: by name) and been told that these
//! changed (Art. 19), page by page.

use std::sync::Arc;

use axum::extract::State;
use axum::routing::get;
use maud::{Markup, html};
use seloste_kernel::{Fault, RecordId};
use seloste_notice::model::Notice;
use seloste_register::{Access, Action, DISCLOSURE, Kinds, Opened, TELLING};
use seloste_web::components::{pagination, time};
use seloste_web::{Answer, Ctx, Page, Router};

use super::super::told;
use super::{Own, trail};
use crate::app::App;
use crate::cases;

/// The page.
const PATH: &str = "/oma/luovutukset";

/// Disclosures on the first page of everything.
const FIRST: usize = 5;

/// Disclosures on one page of their own.
const LISTED: usize = 20;

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new().route(PATH, get(show))
}

/// A page of disclosures and where the next one begins.
type Some = (Vec<Opened>, Option<RecordId>);

async fn some(
    app: &App,
    access: &Access,
    own: &Own,
    (after, limit): (Option<RecordId>, usize),
) -> Result<Some, Fault> {
    let kinds = Kinds::Only(vec![DISCLOSURE.to_owned(), TELLING.to_owned()]);
    let (given, next) = app.engine.some_of(access, own.person, &kinds, after, limit).await?;
    Ok((given.into_iter().filter_map(cases::as_told).collect(), next))
}

/// The first disclosures.
///
/// # Errors
/// As [`seloste_register::Engine::some_of`].
pub async fn first(app: &App, access: &Access, own: &Own) -> Result<Some, Fault> {
    some(app, access, own, (None, FIRST)).await
}

/// The first disclosures, and the way to the rest.
pub fn shown(ctx: &Ctx, notice: &Notice, (given, next): &Some) -> Markup {
    html! {
        h2 { (ctx.say("rights-received-by")) }
        (list(ctx, notice, given))
        @if next.is_some() { p { a href=(ctx.href(PATH)) { (ctx.say("own-received-more")) } } }
    }
}

fn list(ctx: &Ctx, notice: &Notice, given: &[Opened]) -> Markup {
    html! {
        @if given.is_empty() { p { (ctx.say("rights-received-by-nobody")) } }
        @for record in given {
            (told::content(ctx, notice, record))
            @let of = if record.kind == TELLING { "telling" } else { "disclosures" };
            @let at = if record.kind == TELLING { record.updated } else { record.created };
            p.quiet { (time(ctx, at)) " · " (ctx.say(&format!("{of}-state-{}", record.state))) }
        }
    }
}

async fn show(ctx: Ctx, own: Own, State(app): State<Arc<App>>) -> Answer {
    let access = own.access(&app, Action::Read)?;
    let after = ctx.param("jatko").and_then(|id| id.parse().ok());
    let (given, next) = some(&app, &access, &own, (after, LISTED)).await?;
    let next = next.map(|id| format!("{PATH}?jatko={id}"));
    let body = html! {
        (list(&ctx, &app.register()?.notice, &given))
        (pagination(&ctx, None, next.as_deref()))
    };
    Ok(Page::new(ctx.say("rights-received-by"), body).trail(trail(&ctx)).wide().render(&ctx))
}
