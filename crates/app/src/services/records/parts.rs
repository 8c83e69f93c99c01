//! What several pages of a register show: what hangs on a record, and for which purpose it is open.

use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, FaultKind};
use seloste_register::{Action, Query, is_unconsented};
use seloste_web::Ctx;
use seloste_web::components::{Column, Table, link_button};

use super::item::Item;
use super::known::{At, purposes};
use super::{ITEM, shown};
use crate::app::App;
use crate::console::Staff;
use crate::looks;
use crate::sentences::text;

/// Most fields in a row of parts.
const COLUMNS: usize = 3;

/// Whether a fault says that there is nothing here for this purpose.
pub(super) fn no_record(fault: &Fault) -> bool {
    is_unconsented(fault)
        || matches!(fault.kind(), FaultKind::Gone | FaultKind::NotFound | FaultKind::Restricted)
}

/// For which purpose something is open, and the others for which the user may open it.
pub(super) fn links_to_purposes(
    ctx: &Ctx,
    app: &App,
    staff: &Staff,
    at: &At,
    (purpose, path): (&str, &str),
) -> Markup {
    let notice = &at.register.notice;
    let may = |name: &&str| *name != purpose && staff.may(app, name, Action::Read);
    let others: Vec<&str> = purposes(notice, &at.kind).into_iter().filter(may).collect();
    html! {
        p.quiet { (ctx.say("records-for")) " " (looks::purpose(ctx, notice, purpose)) }
        @if !others.is_empty() {
            ul {
                @for name in others {
                    @let other = ctx.href(&format!("{path}?tarkoitus={name}"));
                    @let told = looks::purpose(ctx, notice, name);
                    li {
                        a href=(other) { (ctx.say_with("records-open-for", &[("purpose", told.into())])) }
                    }
                }
            }
        }
    }
}

/// What hangs on a record: a table for each kind that the user may open, and where to add more.
pub(super) async fn hanging(
    ctx: &Ctx,
    app: &App,
    staff: &Staff,
    item: &Item,
) -> Result<Markup, Fault> {
    let mut all = Vec::new();
    for part in item.at.parts(app) {
        let table = match part.access(app, staff, Action::Read) {
            Ok(access) => {
                let whole = Some(item.opened.id);
                let query = Query { thread: whole, ..Query::of(&part.kind.kind) };
                let found = app.engine.page(&access, &query).await?;
                Some(table(ctx, &part, access.purpose(), &found.records))
            }
            Err(_) => None,
        };
        let adds = part.adding(app, staff).is_ok();
        if table.is_none() && !adds {
            continue;
        }
        let add = format!("{ITEM}/{}/lisaa/{}", item.opened.id, part.kind.kind);
        all.push(html! {
            h2 { (part.title(ctx)) }
            @if let Some(table) = table { (table) }
            @if adds { div.actions { (link_button(ctx, &add, &ctx.say("records-add"))) } }
        });
    }
    Ok(html! { @for one in all { (one) } })
}

fn table(ctx: &Ctx, at: &At, purpose: &str, records: &[seloste_register::Opened]) -> Markup {
    if records.is_empty() {
        return html! { p.quiet { (ctx.say("records-none")) } };
    }
    let fields = at.columns(purpose, COLUMNS);
    let labels = fields.iter().map(|field| text(&field.label, ctx.lang));
    let titles = std::iter::once(ctx.say("records-number")).chain(labels);
    let mut table = Table::new(at.title(ctx), titles.map(Column::text).collect());
    for opened in records {
        let link = ctx.href(&format!("{ITEM}/{}", opened.id));
        let mut row = vec![html! { a href=(link) { (shown::title(ctx, at, opened)) } }];
        row.extend(fields.iter().map(|field| {
            html! { (shown::value(ctx, field, opened.text(&field.name, Exit::Page))) }
        }));
        table.row(row);
    }
    table.render()
}

/// What else there is of the same person, by kind and number: nothing of it is opened.
pub(super) async fn others(
    ctx: &Ctx,
    app: &App,
    staff: &Staff,
    item: &Item,
) -> Result<Markup, Fault> {
    let held = app.engine.held(&item.access, item.opened.person).await?;
    let reads = |at: &At| at.may(app, staff, &[Action::Read]);
    let wholes: Vec<At> = item.at.wholes(app).into_iter().filter(reads).collect();
    let links: Vec<(String, String)> = held
        .iter()
        .filter(|outline| outline.record != item.opened.id)
        .filter_map(|outline| {
            let at = wholes.iter().find(|at| at.kind.kind == outline.kind)?;
            let path = format!("{ITEM}/{}", outline.record);
            Some((path, shown::named(ctx, at, outline.number)))
        })
        .collect();
    let adds = item.at.wholes(app);
    let adds: Vec<&At> = adds.iter().filter(|at| at.adding(app, staff).is_ok()).collect();
    Ok(html! {
        @if !links.is_empty() || !adds.is_empty() { h2 { (ctx.say("records-others")) } }
        @if !links.is_empty() {
            ul { @for (path, name) in links { li { a href=(ctx.href(&path)) { (name) } } } }
        }
        @if !adds.is_empty() {
            p { (ctx.say("records-add-same")) }
            ul {
                @for at in adds {
                    @let path = format!("{ITEM}/{}/lisaa/{}", item.opened.id, at.kind.kind);
                    li { a href=(ctx.href(&path)) { (at.title(ctx)) } }
                }
            }
        }
    })
}
