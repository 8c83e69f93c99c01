//! The totals of a kind of which the notice lets counts stay: they do not change when somebody goes.
//! Rare combinations stand together, on the page as in a file and for programs.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::IntoResponse;
use http::header;
use maud::{Markup, html};
use seloste_kernel::Fault;
use seloste_notice::model::Field;
use seloste_notice::promises::anonymised;
use seloste_register::{Access, Action, TotalRow, Totals};
use seloste_web::components::{Column, Table, link_button_quiet};
use seloste_web::{Answer, Ctx, Page};

use super::known::{At, purposes, serves};
use super::shown;
use crate::app::App;
use crate::cells;
use crate::console::Staff;
use crate::sentences::text;

/// Leave to count: for a purpose that opens every field that is counted.
fn leave(app: &App, staff: &Staff, at: &At) -> Result<Access, Fault> {
    let rule = at.kind.anonymise.as_ref().ok_or_else(Fault::not_found)?;
    let mut refused = Fault::not_found();
    for purpose in purposes(&at.register.notice, &at.kind) {
        let mut fields = rule.fields().filter_map(|named| at.kind.field(&named.value));
        if fields.all(|field| serves(field, purpose)) {
            match staff.access(app, purpose, Action::Read) {
                Ok(access) => return Ok(access),
                Err(fault) => refused = fault,
            }
        }
    }
    Err(refused)
}

/// Whether the user may see totals of the kind, and there are any.
pub(super) fn may(app: &App, staff: &Staff, at: &At) -> bool {
    leave(app, staff, at).is_ok()
}

/// The totals of a kind, as this user may see them.
///
/// # Errors
/// `NotFound` where nothing of the kind stays as counts; `Forbidden` for who may not read it.
pub async fn totals(app: &App, staff: &Staff, at: &At) -> Result<Totals, Fault> {
    let access = leave(app, staff, at)?;
    app.engine.totals(&access, &at.kind.kind).await
}

pub(super) async fn show(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path((service, kind)): Path<(String, String)>,
) -> Answer {
    let at = At::find(&app, &service, &kind)?;
    let totals = totals(&app, &staff, &at).await?;
    let rule = anonymised(&at.kind, ctx.lang).unwrap_or_default();
    let body = html! {
        p { (rule) }
        (table(&ctx, &at, &totals))
        div.actions { (link_button_quiet(&ctx, &format!("{}/luvut.csv", at.path()), &ctx.say("records-totals-file"))) }
    };
    Ok(Page::new(ctx.say_with("records-totals-title", &[("kind", at.title(&ctx).into())]), body)
        .trail(at.trail(&ctx))
        .wide()
        .render(&ctx))
}

/// The fields that tell the combinations apart, and those that are added up.
fn fields(at: &At) -> (Vec<&Field>, Vec<&Field>) {
    let Some(rule) = &at.kind.anonymise else { return Default::default() };
    let known = |named: &seloste_notice::model::Named| at.kind.field(&named.value);
    (rule.by.iter().filter_map(known).collect(), rule.sum.iter().filter_map(known).collect())
}

fn table(ctx: &Ctx, at: &At, totals: &Totals) -> Markup {
    let (by, sum) = fields(at);
    let label = |field: &&Field| text(&field.label, ctx.lang);
    let head = std::iter::once(ctx.say("records-totals-time")).chain(by.iter().map(label));
    let numbers = ["records-totals-all", "records-totals-gone"].map(|key| ctx.say(key));
    let numbers = numbers.into_iter().chain(sum.iter().map(label));
    let columns = head.map(Column::text).chain(numbers.map(Column::number)).collect();
    let mut table = Table::new(ctx.say("records-totals"), columns);
    for row in &totals.rows {
        table.row(cells_of(ctx, (&by, &sum), row, &row.period));
    }
    if let Some(other) = &totals.other {
        table.row(cells_of(ctx, (&by, &sum), other, &ctx.say("records-totals-other")));
    }
    table.row(cells_of(ctx, (&by, &sum), &totals.all, &ctx.say("records-totals-sum")));
    table.render()
}

fn cells_of(
    ctx: &Ctx,
    (by, sum): (&[&Field], &[&Field]),
    row: &TotalRow,
    head: &str,
) -> Vec<Markup> {
    let fact = |field: &&Field| {
        row.facts
            .get(&field.name)
            .map_or_else(|| "–".to_owned(), |held| shown::value(ctx, field, held))
    };
    let number = |field: &&Field| match &row.sums {
        Some(sums) => sums.get(&field.name).copied().unwrap_or_default().to_string(),
        None => "–".to_owned(),
    };
    let head = if head.is_empty() { "–" } else { head };
    let counts = [row.records, row.gone].map(|count| count.to_string());
    let all = std::iter::once(head.to_owned()).chain(by.iter().map(fact));
    let all = all.chain(counts).chain(sum.iter().map(number));
    all.map(|cell| html! { (cell) }).collect()
}

/// The same as a file, in the words of the notice's source.
pub(super) async fn file(
    staff: Staff,
    State(app): State<Arc<App>>,
    Path((service, kind)): Path<(String, String)>,
) -> Answer {
    let at = At::find(&app, &service, &kind)?;
    let totals = totals(&app, &staff, &at).await?;
    let name = format!("attachment; filename=\"{}-totals.csv\"", at.kind.kind);
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, name),
    ];
    Ok((headers, cells::lines(lines(&at, &totals))?).into_response())
}

fn lines(at: &At, totals: &Totals) -> Vec<Vec<String>> {
    let (by, sum) = fields(at);
    let names = |fields: &[&Field]| -> Vec<String> {
        fields.iter().map(|field| field.name.clone()).collect()
    };
    let line = |what: &str, row: &TotalRow| {
        let fact = |field: &&Field| row.facts.get(&field.name).cloned().unwrap_or_default();
        let number = |field: &&Field| match &row.sums {
            Some(sums) => sums.get(&field.name).copied().unwrap_or_default().to_string(),
            None => String::new(),
        };
        let facts: Vec<String> = by.iter().map(fact).collect();
        let sums: Vec<String> = sum.iter().map(number).collect();
        let counts = [row.records, row.gone].map(|count| count.to_string()).to_vec();
        [vec![what.to_owned(), row.period.clone()], facts, counts, sums].concat()
    };
    let words = |all: [&str; 2]| all.map(str::to_owned).to_vec();
    let head =
        [words(["row", "period"]), names(&by), words(["records", "gone"]), names(&sum)].concat();
    let rows = totals.rows.iter().map(|row| line("combination", row));
    let other = totals.other.iter().map(|row| line("other", row));
    let all = std::iter::once(line("all", &totals.all));
    std::iter::once(head).chain(rows).chain(other).chain(all).collect()
}
