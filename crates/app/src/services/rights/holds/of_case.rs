//! What is held of the person of a request, and what keeps it: from here each record is kept from
//! erasure. Nothing of it is opened.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::State;
use maud::{Markup, html};
use seloste_kernel::{Fault, RecordId};
use seloste_notice::model::Notice;
use seloste_register::{Held, OF_HOLD, Opened, Outline, declared_grounds};
use seloste_web::components::{Column, Table, empty};
use seloste_web::{Answer, Ctx, Link, Page};

use super::super::desk::{Case, PATH as DESK, path_of};
use super::super::{requests, told};
use super::set::is_held;
use super::{name, path};
use crate::app::App;
use crate::erasing;
use crate::holding::way_to;
use crate::sentences::begun;

/// The way here from the page of a request whose person is known.
pub fn link(ctx: &Ctx, app: &App, request: &Opened) -> Result<Markup, Fault> {
    let known = requests::target(request).is_some();
    let may = known && !declared_grounds(&app.register()?.notice).is_empty();
    let path = format!("{}/esteet", path_of(request));
    Ok(html! { @if may { p { a href=(ctx.href(&path)) { (ctx.say("holds-of-case")) } } } })
}

pub(super) async fn show(ctx: Ctx, case: Case, State(app): State<Arc<App>>) -> Answer {
    let person = requests::target(&case.request).ok_or_else(Fault::not_found)?;
    let register = app.register()?;
    let mut held = app.engine.held(&case.access, person).await?;
    held.retain(|one| is_held(&one.kind));
    let ids: Vec<RecordId> = held.iter().map(|one| one.record).collect();
    let holds = app.engine.holds_on(&case.access, person, &ids).await?;
    let body = match held.is_empty() {
        true => empty(&ctx.say("holds-case-empty"), html! {}),
        false => table(&ctx, &register.notice, &held, &holds),
    };
    let title = told::title(&ctx, &register.notice, &case.request);
    let trail = vec![
        Link::new(DESK, ctx.say("rights-desk-title")),
        Link::new(path_of(&case.request), title),
    ];
    Ok(Page::new(ctx.say("holds-of-case"), body).trail(trail).wide().render(&ctx))
}

fn table(
    ctx: &Ctx,
    notice: &Notice,
    held: &[Outline],
    holds: &BTreeMap<RecordId, Vec<Held>>,
) -> Markup {
    let columns = ["what", "came", "ground", "set"];
    let columns = columns.iter().map(|key| Column::text(ctx.say(&format!("holds-{key}"))));
    let mut table = Table::new(ctx.say("holds-case-caption"), columns.collect());
    for one in held {
        let keeps = holds.get(&one.record).map_or(&[][..], Vec::as_slice);
        let way = ctx.href(&way_to(one.record));
        table.row(vec![
            html! { (name(ctx, notice, &one.kind, one.number)) },
            html! { (ctx.date(one.created)) },
            grounds(ctx, notice, one, keeps),
            html! { a href=(way) { (ctx.say("holds-way")) } },
        ]);
    }
    table.render()
}

/// What keeps it; what staff set leads to its page.
fn grounds(ctx: &Ctx, notice: &Notice, one: &Outline, keeps: &[Held]) -> Markup {
    let declared = declared_grounds(notice);
    html! {
        @if keeps.is_empty() { (ctx.say("records-nothing")) }
        @for hold in keeps.iter().filter(|hold| hold.ground != OF_HOLD) {
            @let ground = begun(&erasing::ground_name(notice, &one.kind, &hold.ground, ctx.lang));
            p {
                @if declared.contains(&&*hold.ground) {
                    a href=(ctx.href(&path(hold.record, &hold.ground))) { (ground) }
                } @else { (ground) }
            }
        }
    }
}
