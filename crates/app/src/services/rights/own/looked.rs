//! Who has looked, page by page, the newest first: as many pages as there are.

use std::sync::Arc;

use axum::extract::State;
use axum::routing::get;
use maud::{Markup, html};
use seloste_kernel::{Fault, Timestamp};
use seloste_notice::model::Notice;
use seloste_register::{Access, Action, Looked};
use seloste_web::components::{Column, Table, pagination, time};
use seloste_web::{Answer, Ctx, Page, Router};

use super::super::slip::{self, After};
use super::{Own, trail};
use crate::app::App;
use crate::looks;

/// The page.
const PATH: &str = "/oma/katselut";

/// Looks on one page.
const LOOKS: usize = 100;

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new().route(PATH, get(show))
}

/// A page of looks as their owner is told of them, and where the next one begins.
///
/// # Errors
/// As [`slip::looks`].
pub async fn some(
    app: &App,
    access: &Access,
    own: &Own,
    after: Option<After>,
) -> Result<(Vec<Looked>, Option<After>), Fault> {
    slip::looks(app, access, own.person, (after, LOOKS)).await
}

async fn show(ctx: Ctx, own: Own, State(app): State<Arc<App>>) -> Answer {
    let access = own.access(&app, Action::Read)?;
    let after = ctx.param("jatko").as_deref().and_then(read);
    let (looks, next) = some(&app, &access, &own, after).await?;
    let closed = slip::holds_closed(&app, &access, own.person).await?;
    let register = app.register()?;
    let body = html! {
        (table(&ctx, &register.notice, &looks, closed))
        (pagination(&ctx, None, next.map(address).as_deref()))
    };
    Ok(Page::new(ctx.say("rights-looked"), body).trail(trail(&ctx)).wide().render(&ctx))
}

/// The newest looks, and the way to the rest.
pub fn newest(
    ctx: &Ctx,
    notice: &Notice,
    (looks, next): &(Vec<Looked>, Option<After>),
    closed: bool,
) -> Markup {
    html! {
        h2 { (ctx.say("rights-looked")) }
        (table(ctx, notice, looks, closed))
        @if let Some(next) = next {
            p { a href=(ctx.href(&address(*next))) { (ctx.say("own-looked-more")) } }
        }
    }
}

/// The looks; and where a slip is closed, that those at its request are not among them.
fn table(ctx: &Ctx, notice: &Notice, looks: &[Looked], closed: bool) -> Markup {
    let columns = vec![
        Column::text(ctx.say("rights-column-when")),
        Column::text(ctx.say("rights-column-role")),
        Column::text(ctx.say("rights-column-purpose")),
        Column::text(ctx.say("rights-column-action")),
    ];
    let mut table = Table::new(ctx.say("rights-looked-caption"), columns);
    for visit in looks::visits(looks) {
        table.row(vec![
            time(ctx, visit.at),
            html! { (looks::role(ctx, notice, &visit.role)) },
            html! { (looks::purpose(ctx, notice, &visit.purpose)) },
            html! { (visit.told(ctx)) },
        ]);
    }
    html! {
        @if !looks.is_empty() {
            (table.render())
            p.quiet { (ctx.say("rights-looked-what")) }
        }
        @if closed {
            p { (ctx.say("rights-looked-closed")) }
        } @else if looks.is_empty() {
            p { (ctx.say("rights-looked-nobody")) }
        }
    }
}

fn address((at, entry): After) -> String {
    format!("{PATH}?jatko={}.{entry}", at.as_millisecond())
}

fn read(text: &str) -> Option<After> {
    let (at, entry) = text.split_once('.')?;
    let at = Timestamp::from_millisecond(at.parse().ok()?).ok()?;
    Some((at, entry.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use seloste_kernel::EntryId;

    use super::*;

    #[test]
    fn a_place_in_the_list_survives_the_address() {
        let after = (Timestamp::UNIX_EPOCH, EntryId::from_bytes([7; 16]));
        let address = address(after);
        assert_eq!(read(address.split_once('=').unwrap().1), Some(after));
        assert_eq!(read("nonsense"), None);
        assert_eq!(read("1.nonsense"), None);
    }
}
