//! `/hallinta/ilmoitukset`: recipients who are to be told that data which they received were corrected,
//! erased or restricted (Art. 19): what to send them, and the word that it was done, or why it could
//! not be.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::routing::{get, post};
use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, FaultKind, Lang, RecordId, Sensitive, Timestamp};
use seloste_register::{
    Access, Action, IMPOSSIBLE, Opened, Query, RIGHTS, Register, TELLING, TOLD, UNTOLD,
};
use seloste_web::components::{
    Column, Table, Tone, definitions, empty, link_button, note, pagination, time,
};
use seloste_web::form::{
    Choice, Field, Form, FormErrors, FormSpec, Kind, Reading, Submission, Values,
};
use seloste_web::{Answer, Ctx, Link, Page, Router};

use super::letter::{self, recipient};
use super::told;
use crate::app::App;
use crate::console::Staff;
use crate::sentences::text;
use crate::words::say;
use crate::{forms, place};

/// The list.
pub const PATH: &str = "/hallinta/ilmoitukset";

/// Tasks on one page.
const PAGE_RECORDS: usize = 20;

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(PATH, get(list))
        .route("/hallinta/ilmoitukset/{id}", get(show))
        .route("/hallinta/ilmoitukset/{id}/hoidettu", post(done))
        .route("/hallinta/ilmoitukset/{id}/kirje/{lang}", get(letter_pdf))
}

/// How many recipients should have been told by now. None is opened.
///
/// # Errors
/// When the store fails.
pub async fn late(app: &App, now: Timestamp) -> Result<usize, Fault> {
    let of = Query { review_by: Some(now), ..Query::in_states(TELLING, &[UNTOLD]) };
    app.engine.how_many(&app.register()?.notice.id, &of).await
}

async fn list(ctx: Ctx, staff: Staff, State(app): State<Arc<App>>) -> Answer {
    let access = staff.access(&app, RIGHTS, Action::DecideRequests)?;
    let after = ctx.param("jatko").and_then(|text| place::read(&text));
    let query = Query { after, limit: PAGE_RECORDS, ..Query::of(TELLING) };
    let page = app.engine.page(&access, &query).await?;
    let next = page.next.map(|next| format!("{PATH}?jatko={}", place::write(next)));
    let body = html! {
        @if page.records.is_empty() {
            (empty(&ctx.say("telling-empty"), html! {}))
        } @else { (table(&ctx, &*app.register()?, &page.records)) }
        (pagination(&ctx, None, next.as_deref()))
    };
    let up = Link::new(super::disclosures::PATH, ctx.say("disclosures-title"));
    Ok(Page::new(ctx.say("telling-title"), body)
        .lead(ctx.say("telling-lead"))
        .trail(vec![up])
        .wide()
        .render(&ctx))
}

fn table(ctx: &Ctx, register: &Register, tasks: &[Opened]) -> Markup {
    let kind = register.notice.kind(TELLING);
    let columns = ["recipient", "change", "since", "state"];
    let columns = columns.iter().map(|key| Column::text(ctx.say(&format!("telling-{key}"))));
    let mut table = Table::new(ctx.say("telling-caption"), columns.collect());
    for task in tasks {
        let of = |name: &str| {
            let field = kind.and_then(|kind| kind.field(name));
            told::value(ctx, field, name, task, Exit::Page)
        };
        let path = format!("{PATH}/{}", task.id);
        table.row(vec![
            html! { a href=(ctx.href(&path)) { (of("recipient")) } },
            html! { (of("change")) },
            html! { (ctx.date(task.created)) },
            html! { (ctx.say(&format!("telling-state-{}", task.state))) },
        ]);
    }
    table.render()
}

/// The task behind an address.
async fn task(app: &App, access: &Access, id: RecordId) -> Result<Opened, Fault> {
    let opened = app.engine.read(access, id).await?;
    match opened.kind == TELLING {
        true => Ok(opened),
        false => Err(Fault::new(FaultKind::NotFound, "fault-not-found")),
    }
}

async fn show(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(id): Path<RecordId>,
) -> Answer {
    let access = staff.access(&app, RIGHTS, Action::DecideRequests)?;
    let opened = task(&app, &access, id).await?;
    page(&ctx, &*app.register()?, &opened, (&Values::none(), &FormErrors::none()))
}

fn page(
    ctx: &Ctx,
    register: &Register,
    task: &Opened,
    (values, errors): (&Values, &FormErrors),
) -> Answer {
    let path = format!("{PATH}/{}", task.id);
    let (action, submit) = (format!("{path}/hoidettu"), ctx.say("telling-done"));
    let form =
        Form { spec: &spec(ctx, register), action: &action, values, errors, submit: &submit };
    let open = task.state == UNTOLD;
    let tone = if open { Tone::Warning } else { Tone::Good };
    let state = ctx.say(&format!("telling-state-{}", task.state));
    let body = html! {
        (note(tone, &state, html! {}))
        (told::content(ctx, &register.notice, &shown(task)))
        (definitions(&times(ctx, task)))
        h2 { (ctx.say("telling-letter")) }
        p.quiet { (ctx.say("telling-letter-text")) }
        @for lang in &register.notice.languages { (folded(ctx, register, task, *lang)) }
        @if open {
            h2 { (ctx.say("telling-word")) }
            (form.render(ctx, html! {}))
        }
    };
    Ok(Page::new(told::title(ctx, &register.notice, task), body)
        .trail(vec![Link::new(PATH, ctx.say("telling-title"))])
        .status(errors.status())
        .render(ctx))
}

/// The letter in one of the notice's languages: the recipient's may be another than the reader's.
fn folded(ctx: &Ctx, register: &Register, task: &Opened, lang: Lang) -> Markup {
    let letter = recipient(&register.notice, task, lang);
    let pdf = format!("{PATH}/{}/kirje/{lang}", task.id);
    html! {
        details open[lang == ctx.lang] {
            summary { span lang=(lang.tag()) { (lang.name()) } }
            div lang=(lang.tag()) { (letter.html()) }
            (link_button(ctx, &pdf, &say(lang, "case-letter-pdf")))
        }
    }
}

/// The letter as a file, in one of the notice's languages: the same text as on the page.
async fn letter_pdf(
    staff: Staff,
    State(app): State<Arc<App>>,
    Path((id, lang)): Path<(RecordId, String)>,
) -> Answer {
    let access = staff.access(&app, RIGHTS, Action::DecideRequests)?;
    let (opened, register) = (task(&app, &access, id).await?, app.register()?);
    let declared = register.notice.languages.iter().find(|known| known.tag() == lang);
    let lang = *declared.ok_or_else(Fault::not_found)?;
    let paper = recipient(&register.notice, &opened, lang);
    let name = say(lang, "telling-file-name");
    Ok(letter::file(&app, &paper, (lang, opened.created), &name).await?)
}

/// What is told of it here: not who saw to it in random letters.
fn shown(task: &Opened) -> Opened {
    let mut shown = task.clone();
    shown.fields.remove("handler");
    shown
}

fn times(ctx: &Ctx, task: &Opened) -> Vec<(String, Markup)> {
    let mut times = vec![(ctx.say("telling-since"), time(ctx, task.created))];
    match (task.state == UNTOLD, task.review) {
        (true, Some(by)) => times.push((ctx.say("telling-by"), time(ctx, by))),
        (true, None) => {}
        (false, _) => times.push((ctx.say("telling-when"), time(ctx, task.updated))),
    }
    times
}

fn spec(ctx: &Ctx, register: &Register) -> FormSpec {
    let words = [(TOLD, "telling-told"), (IMPOSSIBLE, "telling-impossible")];
    let choices = words.map(|(name, key)| Choice::new(name, ctx.say(key))).to_vec();
    let mut fields =
        vec![Field::new("result", ctx.say("telling-result"), Kind::Radio(choices)).required()];
    let declared = register.notice.kind(TELLING);
    let asked = ["how", "reason"].into_iter();
    fields.extend(asked.filter_map(|name| {
        let field = forms::one(declared?.field(name)?, ctx.lang);
        Some(field.help(ctx.say(&format!("telling-{name}-help"))).conditional())
    }));
    FormSpec::new("recipient-told", fields)
}

/// What is still missing beside the chosen word.
fn missing(ctx: &Ctx, told: bool, values: &Values) -> FormErrors {
    let mut errors = FormErrors::none();
    let needed = if told { "how" } else { "reason" };
    if values.get(needed).is_none() {
        errors.add(needed, ctx.say(&format!("telling-{needed}-missing")));
    }
    errors
}

async fn done(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(id): Path<RecordId>,
    sent: Submission,
) -> Answer {
    let access = staff.access(&app, RIGHTS, Action::DecideRequests)?;
    let (opened, register) = (task(&app, &access, id).await?, app.register()?);
    let (mut values, command) = match sent.read(&ctx, &spec(&ctx, &register))? {
        Reading::Good(values, command) => (values, command),
        Reading::Bad(values, errors) => return page(&ctx, &register, &opened, (&values, &errors)),
    };
    let word = values.get("result").map_or("", |word| word.expose(Exit::Decision)).to_owned();
    let errors = missing(&ctx, word == TOLD, &values);
    if !errors.is_empty() {
        ctx.send_again(command);
        return page(&ctx, &register, &opened, (&values, &errors));
    }
    settle(&app, &access, &opened, (&staff, &word, &mut values)).await?;
    Ok(ctx.redirect(&format!("{PATH}/{id}")))
}

/// Writes down when, how and by whom, or why not; from then on the task has its last period.
async fn settle(
    app: &Arc<App>,
    access: &Access,
    task: &Opened,
    (staff, word, values): (&Staff, &str, &mut Values),
) -> Result<(), Fault> {
    if task.state != UNTOLD {
        return Err(Fault::new(FaultKind::Conflict, "telling-decided"));
    }
    let said = if word == TOLD { "how" } else { "reason" };
    let mut changes: Vec<(String, Sensitive<String>)> =
        values.take(said).map(|value| (said.to_owned(), value)).into_iter().collect();
    if app.register()?.notice.kind(TELLING).is_some_and(|kind| kind.field("handler").is_some()) {
        changes.push(("handler".to_owned(), Sensitive::new(staff.person.to_string())));
    }
    app.engine.amend(access, task.id, task.version, changes).await?;
    let written = app.engine.read(access, task.id).await?;
    app.engine.end(access, &written, word, "decided").await.map(drop)
}

/// The fields that a change was about, in the words of the notice.
pub fn items(register: &seloste_notice::model::Notice, task: &Opened, lang: Lang) -> Vec<String> {
    let words = task.text("items", Exit::Page).split_whitespace();
    let label = |item: &str| {
        let (kind, field) = item.split_once('.')?;
        register.kind(kind)?.field(field).map(|field| text(&field.label, lang))
    };
    words.map(|item| label(item).unwrap_or_else(|| item.to_owned())).collect()
}

/// When it had been disclosed, and the marks by which the recipient finds it.
pub fn disclosed(task: &Opened) -> Vec<(Timestamp, String)> {
    let words = task.text("disclosed", Exit::Page).split_whitespace();
    let one = |word: &str| {
        let (at, mark) = word.split_once('/')?;
        Some((at.parse().ok()?, mark.to_owned()))
    };
    words.filter_map(one).collect()
}
