//! The list of a kind: newest first, narrowed by its choices, found by its searchable fields.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use http::StatusCode;
use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, RecordId};
use seloste_notice::model::Field as Declared;
use seloste_register::{Access, Action, Opened, Page as Found, Query};
use seloste_web::components::{
    Column, Table, empty, filter_form, link_button, link_button_quiet, pagination, stats,
};
use seloste_web::form::{Field, Form, FormErrors, FormSpec, Kind, Reading, Submission, Values};
use seloste_web::{Answer, Ctx, Page};

use super::known::{At, choices, state_field};
use super::parts::{links_to_purposes, no_record};
use super::{ITEM, shown, totals};
use crate::app::App;
use crate::console::Staff;
use crate::done;
use crate::place;
use crate::sentences::text;

/// Rows on one page.
const ROWS: usize = 25;

/// Most fields in a row.
const COLUMNS: usize = 4;

/// What the list is narrowed to: words of closed lists only, so it may stand in the address.
#[derive(Default)]
pub(super) struct Filter {
    chosen: BTreeMap<String, String>,
    after: Option<(i64, RecordId)>,
}

impl Filter {
    fn of(ctx: &Ctx, at: &At, purpose: &str) -> Self {
        let wanted = at.opened(purpose).filter_map(|field| {
            let value = ctx.param(&param(&field.name))?;
            let known = choices(field).iter().any(|(name, _)| *name == value);
            known.then(|| (field.name.clone(), value))
        });
        let after = ctx.param("jatko").and_then(|text| place::read(&text));
        Self { chosen: wanted.collect(), after }
    }

    fn path(&self, at: &At, purpose: &str, after: Option<(i64, RecordId)>) -> String {
        let mut path = format!("{}?tarkoitus={purpose}", at.path());
        for (name, value) in &self.chosen {
            path.push_str(&format!("&{}={value}", param(name)));
        }
        if let Some(end) = after {
            path.push_str(&format!("&jatko={}", place::write(end)));
        }
        path
    }

    /// The records: by index where the state tells, by looking through them where a sealed choice
    /// does.
    async fn find(&self, app: &App, access: &Access, at: &At) -> Result<Found, Fault> {
        let mut sealed = self.chosen.clone();
        let state = state_field(&at.kind).and_then(|field| sealed.remove(&field.name));
        let query = Query {
            states: state.into_iter().collect(),
            after: self.after,
            limit: ROWS,
            ..Query::of(&at.kind.kind)
        };
        if sealed.is_empty() {
            return app.engine.page(access, &query).await;
        }
        let has = |opened: &Opened| {
            sealed.iter().all(|(name, value)| opened.text(name, Exit::Decision) == value)
        };
        app.engine.search(access, &query, has).await
    }
}

/// The parameter that narrows a list by this field.
fn param(field: &str) -> String {
    format!("valinta-{field}")
}

struct List {
    at: At,
    access: Access,
    found: Found,
    filter: Filter,
    searched: Option<(Values, FormErrors)>,
}

fn access(ctx: &Ctx, app: &App, staff: &Staff, at: &At) -> Result<Access, Fault> {
    let wish = ctx.param("tarkoitus");
    let purpose = at.purpose(app, staff, &[Action::Read], wish.as_deref())?;
    staff.access(app, &purpose, Action::Read)
}

pub(super) async fn show(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path((service, kind)): Path<(String, String)>,
) -> Answer {
    let at = At::find(&app, &service, &kind)?;
    let access = access(&ctx, &app, &staff, &at)?;
    let filter = Filter::of(&ctx, &at, access.purpose());
    let found = filter.find(&app, &access, &at).await?;
    Ok(page(&ctx, &app, &staff, &List { at, access, found, filter, searched: None }).await?)
}

/// What is searched for is personal, so it comes in the body, never in an address.
pub(super) async fn search(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path((service, kind)): Path<(String, String)>,
    sent: Submission,
) -> Answer {
    let at = At::find(&app, &service, &kind)?;
    let access = access(&ctx, &app, &staff, &at)?;
    let (records, searched) = match sent.read(&ctx, &search_spec(&ctx, &at, access.purpose()))? {
        Reading::Good(values, _) => {
            let word = values.get("haku").map(|word| word.expose(Exit::Decision).clone());
            let found = by_lookup(&app, &access, &at, &word.unwrap_or_default()).await?;
            (found, (values, FormErrors::none()))
        }
        Reading::Bad(values, errors) => (Vec::new(), (values, errors)),
    };
    let found = Found { records, next: None };
    let (filter, searched) = (Filter::default(), Some(searched));
    Ok(page(&ctx, &app, &staff, &List { at, access, found, filter, searched }).await?)
}

/// The searchable fields that the purpose opens.
pub(super) fn lookups<'a>(at: &'a At, purpose: &str) -> Vec<&'a Declared> {
    at.opened(purpose).filter(|field| field.lookup).collect()
}

/// The records of the kind that have this value in a searchable field. What the purpose may not
/// open is as if not there.
pub(super) async fn by_lookup(
    app: &App,
    access: &Access,
    at: &At,
    value: &str,
) -> Result<Vec<Opened>, Fault> {
    let mut ids = BTreeSet::new();
    for field in lookups(at, access.purpose()) {
        let found = app.engine.find(access, &field.name, value).await?;
        ids.extend(found.into_iter().map(|(_, record)| record));
    }
    let mut records = Vec::new();
    for id in ids.into_iter().take(ROWS) {
        let kind = app.engine.kind_of(&at.register.notice.id, id).await?;
        if kind.as_deref() != Some(&at.kind.kind) {
            continue;
        }
        match app.engine.read(access, id).await {
            Ok(opened) => records.push(opened),
            Err(fault) if no_record(&fault) => {}
            Err(fault) => return Err(fault),
        }
    }
    Ok(records)
}

async fn page(ctx: &Ctx, app: &App, staff: &Staff, list: &List) -> Result<Response, Fault> {
    let (at, purpose) = (&list.at, list.access.purpose());
    let next = list.found.next.map(|after| list.filter.path(at, purpose, Some(after)));
    let first = list.filter.after.map(|_| list.filter.path(at, purpose, None));
    let adds = at.kind.part_of.is_none() && at.adding(app, staff).is_ok();
    let takes = at.may(app, staff, &[Action::Export, Action::Disclose]);
    let body = html! {
        (done::told(ctx, &[("poisto", "records-erased")]))
        (stats(&tiles(ctx, app, at).await?))
        (links_to_purposes(ctx, app, staff, at, (purpose, &at.path())))
        (filters(ctx, list))
        (search_form(ctx, list))
        (table(ctx, list))
        (pagination(ctx, first.as_deref(), next.as_deref()))
        div.actions {
            @if adds { (link_button(ctx, &format!("{}/uusi", at.path()), &ctx.say("records-add"))) }
            @if adds { (link_button_quiet(ctx, &format!("{}/tuonti", at.path()), &ctx.say("records-import"))) }
            @if totals::may(app, staff, at) { (link_button_quiet(ctx, &format!("{}/luvut", at.path()), &ctx.say("records-totals"))) }
            @if takes { (link_button_quiet(ctx, &format!("{}/vie", at.path()), &ctx.say("records-export"))) }
        }
    };
    let status = list.searched.as_ref().map_or(StatusCode::OK, |(_, errors)| errors.status());
    let trail = at.trail(ctx).into_iter().take(1).collect();
    Ok(Page::new(at.title(ctx), body).status(status).trail(trail).wide().render(ctx))
}

/// How many there are, by state where they have one. Nothing is opened.
async fn tiles(ctx: &Ctx, app: &App, at: &At) -> Result<Vec<(Markup, String)>, Fault> {
    let counts = app.engine.counts(&at.register.notice.id, &at.kind.kind).await?;
    let Some(field) = state_field(&at.kind) else {
        let all: i64 = counts.values().sum();
        return Ok(vec![(html! { (ctx.say("records-all")) }, all.to_string())]);
    };
    let tile = |(name, label): &(String, _)| {
        (html! { (text(label, ctx.lang)) }, counts.get(name).unwrap_or(&0).to_string())
    };
    Ok(choices(field).iter().map(tile).collect())
}

fn table(ctx: &Ctx, list: &List) -> Markup {
    let (at, records) = (&list.at, &list.found.records);
    if records.is_empty() {
        let way = html! { a href=(ctx.href(&at.path())) { (ctx.say("records-show-all")) } };
        let narrowed = list.searched.is_some() || !list.filter.chosen.is_empty();
        let way = html! { @if narrowed { p { (way) } } };
        return empty(&ctx.say("records-none"), way);
    }
    let fields = at.columns(list.access.purpose(), COLUMNS);
    let labels = fields.iter().map(|field| text(&field.label, ctx.lang));
    let titles = std::iter::once(ctx.say("records-number"))
        .chain(labels)
        .chain([ctx.say("records-created")]);
    let mut table = Table::new(ctx.say("records-list-caption"), titles.map(Column::text).collect());
    for opened in records {
        let link = ctx.href(&format!("{ITEM}/{}", opened.id));
        let mut row = vec![html! { a href=(link) { (shown::title(ctx, at, opened)) } }];
        row.extend(fields.iter().map(|field| {
            let held = opened.text(&field.name, Exit::Page);
            html! { (shown::value(ctx, field, held)) }
        }));
        row.push(html! { (ctx.date(opened.created)) });
        table.row(row);
    }
    table.render()
}

fn filters(ctx: &Ctx, list: &List) -> Markup {
    let purpose = list.access.purpose();
    let fields: Vec<&Declared> =
        list.at.opened(purpose).filter(|field| !choices(field).is_empty()).collect();
    if fields.is_empty() {
        return html! {};
    }
    filter_form(
        ctx,
        &list.at.path(),
        html! {
            input type="hidden" name="tarkoitus" value=(purpose);
            @for field in fields {
                @let id = format!("suodin-{}", field.name);
                @let chosen = list.filter.chosen.get(&field.name);
                div.field {
                    label for=(id) { (text(&field.label, ctx.lang)) }
                    select #(id) name=(param(&field.name)) {
                        option value="" { (ctx.say("inbox-any")) }
                        @for (name, label) in choices(field) {
                            option value=(name) selected[chosen == Some(name)] { (text(label, ctx.lang)) }
                        }
                    }
                }
            }
        },
    )
}

fn search_spec(ctx: &Ctx, at: &At, purpose: &str) -> FormSpec {
    let labels = lookups(at, purpose).into_iter().map(|field| text(&field.label, ctx.lang));
    let fields = labels.collect::<Vec<_>>().join(", ");
    let help = ctx.say_with("records-search-help", &[("fields", fields.into())]);
    let field = Field::new("haku", ctx.say("records-search"), Kind::Line);
    FormSpec::new("records-search", vec![field.required().max_chars(254).help(help)])
}

fn search_form(ctx: &Ctx, list: &List) -> Markup {
    let purpose = list.access.purpose();
    if lookups(&list.at, purpose).is_empty() {
        return html! {};
    }
    let none = Default::default();
    let (values, errors) = list.searched.as_ref().unwrap_or(&none);
    let form = Form {
        spec: &search_spec(ctx, &list.at, purpose),
        action: &list.filter.path(&list.at, purpose, None),
        values,
        errors,
        submit: &ctx.say("records-search-submit"),
    };
    html! {
        details open[list.searched.is_some()] {
            summary { (ctx.say("records-search-title")) }
            (form.render(ctx, html! {}))
        }
    }
}
