//! `/hallinta/luovutukset`: the register of disclosures, and the second person's word on those that wait
//! for it, with what would be handed over before them; of what went at once, afterwards.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use maud::{Markup, html};
use seloste_kernel::{Document, Exit, Fault, FaultKind, RecordId, Sensitive};
use seloste_register::{Access, Action, DISCLOSURE, MADE, Opened, PROPOSED, Query, RIGHTS, URGENT};
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

/// Those that wait for a second person.
pub const WAITING_PATH: &str = "/hallinta/luovutukset?tila=odottaa";

/// The states in which they do.
pub const WAITING: [&str; 2] = [PROPOSED, URGENT];

/// Disclosures on one page: each may hold a document.
const PAGE_RECORDS: usize = 20;

const APPROVE: &str = "approve";
const REJECT: &str = "reject";

/// The field with the version of the record that stood on the page.
const SEEN: &str = "seen";

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(PATH, get(list))
        .route("/hallinta/luovutukset/{id}", get(show))
        .route("/hallinta/luovutukset/{id}/ratkaise", post(decide))
        .route("/hallinta/luovutukset/{id}/asiakirja", get(document))
}

/// All, or those that wait for a second person; and what the address of more of them begins with.
fn wanted(ctx: &Ctx) -> (Query, String) {
    match ctx.param("tila").is_some_and(|state| state == "odottaa") {
        true => {
            let of = Query { oldest_first: true, ..Query::in_states(DISCLOSURE, &WAITING) };
            (of, format!("{WAITING_PATH}&"))
        }
        false => (Query::of(DISCLOSURE), format!("{PATH}?")),
    }
}

async fn list(ctx: Ctx, staff: Staff, State(app): State<Arc<App>>) -> Answer {
    let access = staff.access(&app, RIGHTS, Action::DecideRequests)?;
    let after = ctx.param("jatko").and_then(|text| place::read(&text));
    let (of, here) = wanted(&ctx);
    let page = app.engine.page(&access, &Query { after, limit: PAGE_RECORDS, ..of }).await?;
    let next = page.next.map(|next| format!("{here}jatko={}", place::write(next)));
    let body = html! {
        p { a href=(ctx.href(super::telling::PATH)) { (ctx.say("telling-title")) } }
        @if page.records.is_empty() {
            (empty(&ctx.say("disclosures-empty"), html! {}))
        } @else { (table(&ctx, &app, &page.records)?) }
        (pagination(&ctx, None, next.as_deref()))
    };
    Ok(Page::new(ctx.say("disclosures-title"), body)
        .lead(ctx.say("disclosures-lead"))
        .tabs(vec![
            Link::new(PATH, ctx.say("disclosures-all")),
            Link::new(WAITING_PATH, ctx.say("disclosures-waiting")),
        ])
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
    page(&ctx, &app, (&access, &staff), &opened, (&Values::none(), &FormErrors::none())).await
}

async fn page(
    ctx: &Ctx,
    app: &App,
    (access, staff): (&Access, &Staff),
    opened: &Opened,
    (values, errors): (&Values, &FormErrors),
) -> Answer {
    let register = app.register()?;
    let state = ctx.say(&format!("disclosures-state-{}", opened.state));
    let body = html! {
        (note(if opened.state == MADE { Tone::Info } else { Tone::Warning }, &state, html! {}))
        (told::content(ctx, &register.notice, &shown(opened)))
        (definitions(&facts(ctx, app, opened)))
        @if opened.fields.contains_key("document") {
            (link_button(ctx, &format!("{PATH}/{}/asiakirja", opened.id), &ctx.say("disclosures-document")))
        }
        @if WAITING.contains(&opened.state.as_str()) {
            h2 { (ctx.say("disclosures-second")) }
            @if opened.text("handler", Exit::Decision) == staff.person.to_string() {
                p { (ctx.say("disclosures-own")) }
            } @else { (second(ctx, app, access, opened, (values, errors)).await?) }
        }
    };
    Ok(Page::new(told::title(ctx, &register.notice, opened), body)
        .trail(vec![Link::new(PATH, ctx.say("disclosures-title"))])
        .status(errors.status())
        .render(ctx))
}

/// What the second person has before them, and what they are asked.
async fn second(
    ctx: &Ctx,
    app: &App,
    access: &Access,
    opened: &Opened,
    (values, errors): (&Values, &FormErrors),
) -> Result<Markup, Fault> {
    let register = app.register()?;
    let prepared = app.engine.prepared(access, opened).await?;
    let mut values = values.clone();
    let seen = prepared.as_ref().map(|prepared| prepared.data.version.to_string());
    values.set(SEEN, Sensitive::new(seen.unwrap_or_default()));
    let (spec, submit) = (spec(ctx, opened), ctx.say("disclosures-decide"));
    let action = format!("{PATH}/{}/ratkaise", opened.id);
    let form = Form { spec: &spec, action: &action, values: &values, errors, submit: &submit };
    let urgent = opened.state == URGENT;
    Ok(html! {
        @match &prepared {
            None => (note(Tone::Warning, &ctx.say("disclosures-nothing"), html! {})),
            Some(prepared) => {
                @if prepared.changed {
                    @let said = if urgent { "disclosures-changed-after" } else { "disclosures-changed" };
                    (note(Tone::Warning, &ctx.say(said), html! {}))
                }
                h3 { (ctx.say(if urgent { "disclosures-went" } else { "disclosures-goes" })) }
                (told::content(ctx, &register.notice, &prepared.data))
            }
        }
        (form.render(ctx, html! {}))
    })
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

fn spec(ctx: &Ctx, opened: &Opened) -> FormSpec {
    let after = opened.state == URGENT;
    let words = match after {
        true => [(APPROVE, "disclosures-right"), (REJECT, "disclosures-wrong")],
        false => [(APPROVE, "disclosures-approve"), (REJECT, "disclosures-reject")],
    };
    let choices = words.map(|(name, key)| Choice::new(name, ctx.say(key))).to_vec();
    let asked = if after { "disclosures-decision-after" } else { "disclosures-decision" };
    let word = Field::new("decision", ctx.say(asked), Kind::Radio(choices));
    let seen = Field::new(SEEN, "", Kind::Hidden);
    FormSpec::new("disclosure-decide", vec![word.required(), seen])
}

async fn decide(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(id): Path<RecordId>,
    sent: Submission,
) -> Answer {
    let access = staff.access(&app, RIGHTS, Action::DecideRequests)?;
    let opened = disclosure(&app, &access, id).await?;
    match sent.read(&ctx, &spec(&ctx, &opened))? {
        Reading::Bad(values, errors) => {
            page(&ctx, &app, (&access, &staff), &opened, (&values, &errors)).await
        }
        Reading::Good(values, _) => {
            let said = |name: &str| values.get(name).map_or("", |said| said.expose(Exit::Decision));
            let word = (said(SEEN).parse().ok(), said("decision") == APPROVE);
            app.engine.decide_disclosure(&access, id, word).await?;
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
