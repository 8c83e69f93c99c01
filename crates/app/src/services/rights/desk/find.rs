//! Finding whose data a request is about where there is no receipt code: by one whole value that
//! the asker tells, as an address. To know somebody's address is no proof of being them, so the
//! page says so, and the search is told to everybody whom it found.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::extract::{Path, State};
use axum::routing::{get, post};
use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, PersonId, RecordId, Sensitive};
use seloste_register::{Access, Opened};
use seloste_web::components::{Tone, button_quiet, note, post_button, time};
use seloste_web::form::{Field, Form, FormErrors, FormSpec, Kind, Reading, Submission, Values};
use seloste_web::{Answer, Ctx, Link, Page, Router};

use super::super::requests::{self, By};
use super::super::told;
use super::PATH;
use super::case::{self, Case, under};
use crate::app::App;
use crate::cases;
use crate::sentences::text;

/// The button's empty form.
const MATCH: &str = "rights-find-match";

/// Most characters of what is looked for.
const VALUE_CHARS: usize = 254;

/// Who is found: a person, by a record of theirs.
type Found = (PersonId, RecordId);

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/hallinta/pyynnot/{id}/etsi", get(show).post(search))
        .route("/hallinta/pyynnot/{id}/etsi/{record}", post(choose))
}

/// The way here from the page of a request.
pub fn link(ctx: &Ctx, request: &Opened) -> Markup {
    html! { p { a href=(ctx.href(&path(request))) { (ctx.say("rights-find-link")) } } }
}

fn path(request: &Opened) -> String {
    under(request, "etsi")
}

fn spec(ctx: &Ctx) -> FormSpec {
    let value = Field::new("value", ctx.say("rights-find-value"), Kind::Line);
    let value = value.required().max_chars(VALUE_CHARS).help(ctx.say("rights-find-value-help"));
    FormSpec::new("rights-find", vec![value])
}

async fn page(
    ctx: &Ctx,
    app: &Arc<App>,
    case: &Case,
    (values, errors): (&Values, &FormErrors),
    found: &[Found],
) -> Answer {
    let (request, submit) = (&case.request, ctx.say("rights-find"));
    let form = Form { spec: &spec(ctx), action: &path(request), values, errors, submit: &submit };
    let mut persons = Vec::new();
    for (person, record) in found {
        persons.push(one(ctx, app, case, (*person, *record)).await?);
    }
    let body = html! {
        (note(Tone::Warning, &ctx.say("rights-find-warning"), html! { p { (ctx.say("rights-find-warning-text")) } }))
        (form.render(ctx, html! {}))
        @for person in &persons { (person) }
    };
    let register = app.register()?;
    let title = told::title(ctx, &register.notice, request);
    Ok(Page::new(ctx.say("rights-find-title"), body)
        .status(errors.status())
        .trail(vec![
            Link::new(PATH, ctx.say("rights-desk-title")),
            Link::new(case::path(request), title),
        ])
        .render(ctx))
}

/// What is held of one who was found, by kind, number and day, and the button that matches.
async fn one(
    ctx: &Ctx,
    app: &Arc<App>,
    Case { access, request, .. }: &Case,
    (person, record): Found,
) -> Result<Markup, Fault> {
    let register = app.register()?;
    let name = |kind: &str| {
        let known = register.notice.kind(kind).map(|known| text(&known.title, ctx.lang));
        known.unwrap_or_else(|| kind.to_owned())
    };
    let held = app.engine.held(access, person).await?;
    let button = button_quiet(&ctx.say("rights-find-match"));
    Ok(html! {
        section.asked {
            h2 { (ctx.say("rights-find-found")) }
            ul.things {
                @for one in &held {
                    li {
                        span { (name(&one.kind)) @if let Some(number) = one.number { " " (number) } } " "
                        span.quiet { (time(ctx, one.created)) }
                    }
                }
            }
            div.actions { (post_button(ctx, MATCH, &format!("{}/{record}", path(request)), button)) }
        }
    })
}

async fn show(ctx: Ctx, case: Case, State(app): State<Arc<App>>) -> Answer {
    page(&ctx, &app, &case, (&Values::none(), &FormErrors::none()), &[]).await
}

async fn search(ctx: Ctx, case: Case, State(app): State<Arc<App>>, sent: Submission) -> Answer {
    let (values, mut errors) = match sent.read(&ctx, &spec(&ctx))? {
        Reading::Bad(values, errors) => (values, errors),
        Reading::Good(values, _) => (values, FormErrors::none()),
    };
    let mut found = Vec::new();
    if let Some(value) = values.get("value").filter(|_| errors.is_empty()) {
        found = holders(&app, &case.access, value).await?;
        if found.is_empty() {
            errors.add("value", ctx.say("rights-find-nobody"));
        }
    }
    page(&ctx, &app, &case, (&values, &errors), &found).await
}

/// Who has this value in a searchable field, each by one record. The search stands in the ledger
/// whether anybody was found or not; those who were are told of it. Staff are none of them.
async fn holders(
    app: &Arc<App>,
    access: &Access,
    value: &Sensitive<String>,
) -> Result<Vec<Found>, Fault> {
    app.engine.note(access, "search", cases::KIND, None).await?;
    let kinds = access.register().notice.kinds().flat_map(|(_, collect)| &collect.fields);
    let fields: BTreeSet<&str> =
        kinds.filter(|field| field.lookup).map(|field| field.name.as_str()).collect();
    let (mut seen, mut found) = (BTreeSet::new(), Vec::new());
    for field in fields.into_iter().filter(|field| *field != "matched") {
        for (person, record) in app.engine.find(access, field, value.expose(Exit::Decision)).await?
        {
            if app.staff.directory.of(app, person).await?.is_none() && seen.insert(person) {
                let kind = app.engine.held(access, person).await?;
                let kind = kind.into_iter().find(|one| one.record == record);
                let kind = kind.map(|one| one.kind).unwrap_or_default();
                app.engine.note(access, "search", &kind, Some((person, record))).await?;
                found.push((person, record));
            }
        }
    }
    Ok(found)
}

/// Matches the request with whose record was found.
async fn choose(
    ctx: Ctx,
    case: Case,
    State(app): State<Arc<App>>,
    Path((_, record)): Path<(String, RecordId)>,
    sent: Submission,
) -> Answer {
    sent.pressed(&ctx, MATCH)?;
    let person = app.engine.read(&case.access, record).await?.person;
    if app.staff.directory.of(&app, person).await?.is_some() {
        return Err(Fault::not_found().into());
    }
    requests::matches(&app, &case.access, &case.request, (person, By::Value)).await?;
    Ok(case.back(&ctx))
}
