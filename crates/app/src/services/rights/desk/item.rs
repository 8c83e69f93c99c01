//! One request: what is asked, whose data it is about, and the way to a decision.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::routing::{get, post as post_to};
use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, PersonId, RecordId, Sensitive};
use seloste_notice::model::Notice;
use seloste_register::{Access, Action, Opened, Plan, Query, RIGHTS, Recognised, Why};
use seloste_web::components::{Tone, definitions, link_button, note, time};
use seloste_web::form::{Form, FormErrors, FormSpec, Reading, Submission, Values};
use seloste_web::{Answer, Ctx, Link, Page, Router};

use super::super::own::{code_field, what_goes};
use super::super::requests::{self, ANSWER, By, ERASURE, KIND, WAITING};
use super::super::{behalf, job, letter, mailbox, openness, slip, told};
use super::{PATH, clock, decide, find, limits, maker, mandate, matched, notes, owner};
use crate::app::App;
use crate::cases;
use crate::console::Staff;
use crate::done;
use crate::post;
use crate::public::proof_link;
use crate::remains;
use crate::sentences::text;

/// What the page says after a deed.
const DEEDS: [(&str, &str); 4] = [
    (post::AGAIN, "post-again-done"),
    ("jatkettu", "case-extended"),
    ("kysytty", "case-asked"),
    ("rajoitus", "limits-done"),
];

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/hallinta/pyynnot/{id}", get(show))
        .route("/hallinta/pyynnot/{id}/tunnista", post_to(identify))
        .route("/hallinta/pyynnot/{id}/pura", post_to(matched::undo))
        .route("/hallinta/pyynnot/{id}/ratkaise", post_to(decide::decide))
        .route("/hallinta/pyynnot/{id}/uudelleen", post_to(again))
        .route("/hallinta/pyynnot/{id}/kirje/{answer}", get(letter_pdf))
}

/// The request behind an address. Whoever it was matched with by a code gets their slip of it, where a
/// crash came between.
///
/// # Errors
/// `NotFound` when there is none.
pub async fn request(app: &Arc<App>, access: &Access, id: &str) -> Result<Opened, Fault> {
    let id: RecordId = id.parse().map_err(|_| Fault::not_found())?;
    let opened = app.engine.read(access, id).await?;
    if opened.kind != KIND || opened.state.starts_with(cases::SLIP) {
        return Err(Fault::not_found());
    }
    if let Some(person) = requests::by_code(&opened) {
        slip::give_known(app, access, &opened, person).await?;
    }
    Ok(opened)
}

async fn show(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
) -> Answer {
    let access = staff.access(&app, RIGHTS, Action::DecideRequests)?;
    let request = request(&app, &access, &id).await?;
    page(&ctx, &app, &access, &request, &Typed::default()).await
}

/// What was typed into the forms of the page, and what is wrong with it.
#[derive(Default)]
pub struct Typed {
    /// Of the decision.
    pub decision: (Values, FormErrors),
    /// Of the code.
    pub code: (Values, FormErrors),
    /// Of a form that is folded, by where it is sent.
    pub folded: Option<(&'static str, Values, FormErrors)>,
}

impl Typed {
    /// Into a folded form.
    pub fn folded(action: &'static str, values: Values, errors: FormErrors) -> Self {
        Self { folded: Some((action, values, errors)), ..Self::default() }
    }

    /// Whether it was typed into the form that is sent there.
    pub fn is_about(&self, action: &str) -> bool {
        self.folded.as_ref().is_some_and(|(of, ..)| *of == action)
    }

    /// What is wrong, wherever it was typed.
    fn errors(&self) -> &FormErrors {
        let folded = self.folded.as_ref().map(|(_, _, errors)| errors);
        let all = folded.into_iter().chain([&self.code.1]);
        all.into_iter().find(|errors| !errors.is_empty()).unwrap_or(&self.decision.1)
    }
}

/// A form that is rarely used, under its name; open when something in it is wrong.
pub fn folded(
    ctx: &Ctx,
    request: &Opened,
    (action, (name, text)): (&'static str, (&str, &str)),
    spec: &FormSpec,
    typed: &Typed,
) -> Markup {
    let path = format!("{PATH}/{}/{action}", request.id);
    let (none, submit) = ((Values::none(), FormErrors::none()), ctx.say(name));
    let (values, errors) = match &typed.folded {
        Some((of, values, errors)) if *of == action => (values, errors),
        _ => (&none.0, &none.1),
    };
    let form = Form { spec, action: &path, values, errors, submit: &submit };
    html! {
        details open[!errors.is_empty()] {
            summary { (ctx.say(name)) }
            p { (ctx.say(text)) }
            (form.render(ctx, html! {}))
        }
    }
}

/// The page.
///
/// # Errors
/// When the store fails.
pub async fn page(
    ctx: &Ctx,
    app: &Arc<App>,
    access: &Access,
    request: &Opened,
    typed: &Typed,
) -> Answer {
    let register = app.register()?;
    let notice = &register.notice;
    let waits = WAITING.contains(&request.state.as_str());
    let target = requests::target(request);
    let plan = match target.filter(|_| waits) {
        Some(person) => Some(app.engine.plan_person(access, person, Why::Request).await?),
        None => None,
    };
    let matched = match target.filter(|_| waits) {
        Some(person) => matched::show(ctx, app, access, (request, person)).await?,
        None if waits && mailbox::is_confirmed(request) => {
            matched::mailbox(ctx, app, request).await?
        }
        None if waits && mailbox::is_denied(request) => {
            note(Tone::Warning, &ctx.say("rights-mailbox-desk-denied"), html! {})
        }
        None => html! {},
    };
    let limits = match target {
        Some(person) => limits::show(ctx, app, access, (request.id, person)).await?,
        None => html! {},
    };
    let answers = answers(app, access, request).await?;
    let maker = maker::show(ctx, app, request).await?;
    let identifies = !requests::is_known(request)
        && slip::is_needed(request.text("type", Exit::Decision))
        && !behalf::is_unchecked(request);
    let state = ctx.say(&format!("rights-state-{}", request.state));
    let mut pairs = vec![(ctx.say("rights-column-arrived"), time(ctx, request.created))];
    if waits {
        pairs.push((ctx.say("rights-due"), clock::shown(ctx, request)));
    }
    pairs.extend(clock::law(ctx, notice, request).map(|day| (ctx.say("case-law-day"), day)));
    pairs.push((ctx.say("rights-column-state"), html! { (state) }));
    pairs.push((ctx.say("case-owner"), owner::name(ctx, app, request)));
    let body = html! {
        (done::told(ctx, &DEEDS))
        (definitions(&pairs))
        @if waits {
            (owner::form(ctx, app, request, typed).await?)
            (clock::forms(ctx, app, request, typed).await?)
        }
        (asked(ctx, notice, request))
        @for one in &answers { (answer(ctx, notice, (request, one))) }
        (limits)
        (notes::show(ctx, app, access, request, typed).await?)
        (maker)
        @if waits {
            (openness::longer(ctx, request))
            (mandate::show(ctx, request))
            (matched)
            @if identifies { (identify_form(ctx, request, typed)) }
            @if let Some(plan) = &plan { (what_is_held(ctx, request, &what_goes(ctx, notice, plan), plan)) }
            h2 { (ctx.say("rights-decide")) }
            (decide::proposed(ctx, app, request, &typed.decision).await?)
        }
    };
    Ok(Page::new(told::title(ctx, notice, request), body)
        .trail(vec![Link::new(PATH, ctx.say("rights-desk-title"))])
        .status(typed.errors().status())
        .render(ctx))
}

/// What is asked, in words for whoever answers: the notice's own are for whoever asks.
fn asked(ctx: &Ctx, notice: &Notice, request: &Opened) -> Markup {
    let declared = notice.kind(KIND);
    let shown = told::in_order(declared, request).filter(|name| !cases::OURS.contains(name));
    let pairs: Vec<(String, Markup)> = shown
        .map(|name| {
            let field = declared.and_then(|kind| kind.field(name));
            let label = match name {
                "type" => ctx.say("rights-column-asked"),
                "text" => ctx.say("rights-desk-words"),
                _ => field.map_or_else(|| name.to_owned(), |known| text(&known.label, ctx.lang)),
            };
            let held = told::value(ctx, field, name, request, Exit::Page);
            (label, html! { span.text { (held) } })
        })
        .collect();
    definitions(&pairs)
}

fn answer(ctx: &Ctx, notice: &Notice, (request, answer): (&Opened, &Opened)) -> Markup {
    if let Some(entries) = remains::proofs(answer) {
        let mut pairs = vec![(ctx.say("rights-erased-when"), time(ctx, answer.created))];
        for entry in &entries {
            pairs.push((ctx.say("rights-erased-proof"), proof_link(ctx, *entry)));
        }
        return html! {
            (note(Tone::Good, &ctx.say("rights-erased-title"), html! { p { (ctx.say("rights-remains")) } }))
            (definitions(&pairs))
            p.quiet { (ctx.say("rights-erased-proof-text")) }
        };
    }
    let pdf = format!("{PATH}/{}/kirje/{}", request.id, answer.id);
    html! {
        h2 { (ctx.say("case-letter")) }
        p.quiet { (time(ctx, answer.created)) }
        (letter::of(notice, request, answer).html())
        (post::told(ctx, answer, &format!("{PATH}/{}", request.id), true))
        (link_button(ctx, &pdf, &ctx.say("case-letter-pdf")))
    }
}

async fn letter_pdf(
    staff: Staff,
    State(app): State<Arc<App>>,
    Path((id, of)): Path<(String, RecordId)>,
) -> Answer {
    let access = staff.access(&app, RIGHTS, Action::DecideRequests)?;
    let request = request(&app, &access, &id).await?;
    let answer = app.engine.read(&access, of).await?;
    if answer.kind != ANSWER || answer.thread != Some(request.id) {
        return Err(Fault::not_found().into());
    }
    Ok(letter::pdf(&app, &request, &answer).await?)
}

async fn answers(app: &App, access: &Access, request: &Opened) -> Result<Vec<Opened>, Fault> {
    let query = Query { thread: Some(request.id), oldest_first: true, ..Query::of(ANSWER) };
    Ok(app.engine.page(access, &query).await?.records)
}

fn what_is_held(ctx: &Ctx, request: &Opened, goes: &Markup, plan: &Plan) -> Markup {
    html! {
        @if request.text("type", Exit::Decision) == ERASURE { (goes) } @else {
            p { (ctx.say_with("rights-desk-held", &[("count", plan.steps().len().into())])) }
        }
    }
}

fn code_spec(ctx: &Ctx) -> FormSpec {
    FormSpec::new("rights-identify", vec![code_field(ctx).required()])
}

fn identify_form(ctx: &Ctx, request: &Opened, typed: &Typed) -> Markup {
    let action = format!("{PATH}/{}/tunnista", request.id);
    let submit = ctx.say("rights-identify");
    let (values, errors) = &typed.code;
    let form = Form { spec: &code_spec(ctx), action: &action, values, errors, submit: &submit };
    html! {
        h2 { (ctx.say("rights-identify-title")) }
        p { (ctx.say("rights-identify-text")) }
        (form.render(ctx, html! {}))
        (find::link(ctx, request))
    }
}

/// Who holds the code that was typed.
async fn holder(app: &App, typed: &Values) -> Result<Option<PersonId>, Fault> {
    let code = typed.get("code").cloned().unwrap_or_else(|| Sensitive::new(String::new()));
    let known = app.engine.recognise(&app.register()?.notice.id, &code).await?;
    Ok(known.and_then(|known| match known {
        Recognised::Person { person, .. } => Some(person),
        Recognised::Erased(_) => None,
    }))
}

async fn identify(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    sent: Submission,
) -> Answer {
    let access = staff.access(&app, RIGHTS, Action::DecideRequests)?;
    let request = request(&app, &access, &id).await?;
    let code = match sent.read(&ctx, &code_spec(&ctx))? {
        Reading::Bad(values, errors) => (values, errors),
        Reading::Good(values, _) => (values, FormErrors::none()),
    };
    let mut typed = Typed { code, ..Typed::default() };
    if typed.code.1.is_empty() {
        if let Some(person) = holder(&app, &typed.code.0).await? {
            requests::matches(&app, &access, &request, (person, By::Code)).await?;
            return Ok(ctx.redirect(&format!("{PATH}/{}", request.id)));
        }
        typed.code.1.add("code", ctx.say("rights-code-unknown"));
    }
    page(&ctx, &app, &access, &request, &typed).await
}

/// Sends an answer again that did not arrive.
async fn again(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(id): Path<RecordId>,
    sent: Submission,
) -> Answer {
    let access = staff.access(&app, RIGHTS, Action::DecideRequests)?;
    post::again((&ctx, &app), &access, (ANSWER, id), job::ANSWER, &sent).await?;
    Ok(ctx.redirect(&done::at(&format!("{PATH}/{id}"), post::AGAIN)))
}
