//! `/hallinta/luovutukset`: the register of disclosures, and the second person's word on those
//! that rest on a provision that is not on the list.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use maud::{Markup, html};
use seloste_kernel::{Document, Exit, Fault, FaultKind, RecordId};
use seloste_register::{Access, Action, DISCLOSURE, MADE, Opened, PROPOSED, Query, RIGHTS};
use seloste_web::components::{
    Column, Table, Tone, definitions, empty, link_button, note, pagination, time,
};
use seloste_web::form::{
    Choice, Field, Form, FormErrors, FormSpec, Kind, Reading, Submission, Values,
};
use seloste_web::{Answer, Ctx, Link, Page, Router};

use super::told;
use crate::app::App;
use crate::console::Staff;
use crate::place;

/// The list.
pub const PATH: &str = "/hallinta/luovutukset";

/// Disclosures on one page: each may hold a document.
const PAGE_RECORDS: usize = 20;

const APPROVE: &str = "approve";

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(PATH, get(list))
        .route("/hallinta/luovutukset/{id}", get(show))
        .route("/hallinta/luovutukset/{id}/ratkaise", post(decide))
        .route("/hallinta/luovutukset/{id}/asiakirja", get(document))
}

async fn list(ctx: Ctx, staff: Staff, State(app): State<Arc<App>>) -> Answer {
    let access = staff.access(&app, RIGHTS, Action::DecideRequests)?;
    let after = ctx.param("jatko").and_then(|text| place::read(&text));
    let query = Query { after, limit: PAGE_RECORDS, ..Query::of(DISCLOSURE) };
    let page = app.engine.page(&access, &query).await?;
    let next = page.next.map(|next| format!("{PATH}?jatko={}", place::write(next)));
    let body = html! {
        p { a href=(ctx.href(super::telling::PATH)) { (ctx.say("telling-title")) } }
        @if page.records.is_empty() {
            (empty(&ctx.say("disclosures-empty"), html! {}))
        } @else { (table(&ctx, &app, &page.records)?) }
        (pagination(&ctx, None, next.as_deref()))
    };
    Ok(Page::new(ctx.say("disclosures-title"), body)
        .lead(ctx.say("disclosures-lead"))
        .wide()
        .render(&ctx))
}

fn table(ctx: &Ctx, app: &App, disclosures: &[Opened]) -> Result<Markup, Fault> {
    let register = app.register()?;
    let kind = register.notice.kind(DISCLOSURE);
    let columns = ["when", "recipient", "ground", "reference", "state"];
    let columns = columns.iter().map(|key| Column::text(ctx.say(&format!("disclosures-{key}"))));
    let mut table = Table::new(ctx.say("disclosures-caption"), columns.collect());
    for one in disclosures {
        let of = |name: &str| {
            let field = kind.and_then(|kind| kind.field(name));
            told::value(ctx, field, name, one, Exit::Page)
        };
        let path = format!("{PATH}/{}", one.id);
        table.row(vec![
            html! { a href=(ctx.href(&path)) { (ctx.date(one.created)) } },
            html! { (of("recipient")) },
            html! { (of("ground")) },
            html! { (of("reference")) },
            html! { (ctx.say(&format!("disclosures-state-{}", one.state))) },
        ]);
    }
    Ok(table.render())
}

/// The disclosure behind an address.
async fn disclosure(app: &App, access: &Access, id: RecordId) -> Result<Opened, Fault> {
    let opened = app.engine.read(access, id).await?;
    if opened.kind == DISCLOSURE { Ok(opened) } else { Err(missing()) }
}

fn missing() -> Fault {
    Fault::new(FaultKind::NotFound, "fault-not-found")
}

async fn show(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(id): Path<RecordId>,
) -> Answer {
    let access = staff.access(&app, RIGHTS, Action::DecideRequests)?;
    let opened = disclosure(&app, &access, id).await?;
    page(&ctx, &app, &staff, &opened, (&Values::none(), &FormErrors::none()))
}

fn page(
    ctx: &Ctx,
    app: &App,
    staff: &Staff,
    opened: &Opened,
    (values, errors): (&Values, &FormErrors),
) -> Answer {
    let register = app.register()?;
    let own = opened.text("handler", Exit::Decision) == staff.person.to_string();
    let (action, submit) =
        (format!("{PATH}/{}/ratkaise", opened.id), ctx.say("disclosures-decide"));
    let form = Form { spec: &spec(ctx), action: &action, values, errors, submit: &submit };
    let state = ctx.say(&format!("disclosures-state-{}", opened.state));
    let body = html! {
        (note(if opened.state == MADE { Tone::Info } else { Tone::Warning }, &state, html! {}))
        (told::content(ctx, &register.notice, &shown(opened)))
        (definitions(&facts(ctx, app, opened)))
        @if opened.fields.contains_key("document") {
            (link_button(ctx, &format!("{PATH}/{}/asiakirja", opened.id), &ctx.say("disclosures-document")))
        }
        @if opened.state == PROPOSED {
            h2 { (ctx.say("disclosures-second")) }
            @if own { p { (ctx.say("disclosures-own")) } } @else { (form.render(ctx, html! {})) }
        }
    };
    Ok(Page::new(told::title(ctx, &register.notice, opened), body)
        .trail(vec![Link::new(PATH, ctx.say("disclosures-title"))])
        .status(errors.status())
        .render(ctx))
}

/// What is told of it here: not who it was in random letters, nor of which record.
fn shown(opened: &Opened) -> Opened {
    let mut shown = opened.clone();
    shown.fields.retain(|name, _| !["handler", "approver", "about"].contains(&name.as_str()));
    shown
}

/// When it was, and who proposed and approved it.
fn facts(ctx: &Ctx, app: &App, opened: &Opened) -> Vec<(String, Markup)> {
    let mut facts = vec![(ctx.say("disclosures-when"), time(ctx, opened.created))];
    for who in ["handler", "approver"] {
        let Some(id) = opened.fields.get(who) else { continue };
        let person = id.expose(Exit::Decision).parse().ok();
        let known = person.and_then(|person| app.staff.directory.known(person));
        let name = known.map(|account| account.name.expose(Exit::Page).clone());
        let name = name.unwrap_or_else(|| ctx.say("disclosures-gone"));
        facts.push((ctx.say(&format!("disclosures-{who}")), html! { (name) }));
    }
    facts
}

fn spec(ctx: &Ctx) -> FormSpec {
    let words = [(APPROVE, "disclosures-approve"), ("reject", "disclosures-reject")];
    let choices = words.map(|(name, key)| Choice::new(name, ctx.say(key))).to_vec();
    let word = Field::new("decision", ctx.say("disclosures-decision"), Kind::Radio(choices));
    FormSpec::new("disclosure-decide", vec![word.required()])
}

async fn decide(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(id): Path<RecordId>,
    sent: Submission,
) -> Answer {
    let access = staff.access(&app, RIGHTS, Action::DecideRequests)?;
    match sent.read(&ctx, &spec(&ctx))? {
        Reading::Bad(values, errors) => {
            let opened = disclosure(&app, &access, id).await?;
            page(&ctx, &app, &staff, &opened, (&values, &errors))
        }
        Reading::Good(values, _) => {
            let word = values.get("decision").map_or("", |word| word.expose(Exit::Decision));
            app.engine.decide_disclosure(&access, id, word == APPROVE).await?;
            Ok(ctx.redirect(&format!("{PATH}/{id}")))
        }
    }
}

/// The mandate as it was attached, to be kept beside the page and not shown by it.
async fn document(staff: Staff, State(app): State<Arc<App>>, Path(id): Path<RecordId>) -> Answer {
    let access = staff.access(&app, RIGHTS, Action::DecideRequests)?;
    let opened = disclosure(&app, &access, id).await?;
    Ok(attached(&opened, "document")?)
}

/// A document that lies in a field, as a file.
///
/// # Errors
/// `NotFound` when there is none.
pub fn attached(record: &Opened, field: &str) -> Result<Response, Fault> {
    let held = Document::from_url(record.text(field, Exit::Export)).ok_or_else(missing)?;
    let name = format!("attachment; filename=\"valtuutus.{}\"", held.media.extension());
    let headers = [(CONTENT_TYPE, held.media.name().to_owned()), (CONTENT_DISPOSITION, name)];
    Ok((headers, held.bytes).into_response())
}
