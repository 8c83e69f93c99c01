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
use super::super::requests::{self, ANSWER, By, ERASING, ERASURE, WAITING};
use super::super::{behalf, holds, job, letter, mailbox, openness, pause, slip, told};
use super::case::{self, Case, under};
use super::{
    PATH, clock, decide, find, limits, maker, mandate, matched, notes, owner, review, words,
};
use crate::app::App;
use crate::cases;
use crate::console::Staff;
use crate::done;
use crate::post;
use crate::public::proof_link;
use crate::remains;

/// What the page says after a deed.
const DEEDS: [(&str, &str); 5] = [
    ("arvio", "review-done"),
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

async fn show(ctx: Ctx, case: Case, State(app): State<Arc<App>>) -> Answer {
    page(&ctx, &app, &case, &Typed::default()).await
}

/// What was typed into the forms of the page, and what is wrong with it.
#[derive(Default)]
pub struct Typed {
    /// Of the decision.
    pub decision: (Values, FormErrors),
    /// Of the code.
    pub code: (Values, FormErrors),
    /// What is wrong with what was said of a program's decision, by its record.
    pub review: Option<(RecordId, FormErrors)>,
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
        let review = self.review.as_ref().map(|(_, errors)| errors);
        let all = folded.into_iter().chain(review).chain([&self.code.1]);
        all.into_iter().find(|errors| !errors.is_empty()).unwrap_or(&self.decision.1)
    }
}

/// A form that is rarely used.
pub struct Folded {
    /// Where it is sent, under the request's address.
    pub action: &'static str,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub text: String,
    /// The word on its button.
    pub submit: String,
}

/// A form that is rarely used, under its name; open when something in it is wrong.
pub fn folded(ctx: &Ctx, request: &Opened, of: Folded, spec: &FormSpec, typed: &Typed) -> Markup {
    let none = (Values::none(), FormErrors::none());
    let (values, errors) = match &typed.folded {
        Some((action, values, errors)) if *action == of.action => (values, errors),
        _ => (&none.0, &none.1),
    };
    let path = under(request, of.action);
    let form = Form { spec, action: &path, values, errors, submit: &of.submit };
    html! {
        details open[!errors.is_empty()] {
            summary { (of.name) }
            p { (of.text) }
            (form.render(ctx, html! {}))
        }
    }
}

/// The page: what is asked, how it stands, what to do, and what was written.
///
/// # Errors
/// When the store fails.
pub async fn page(ctx: &Ctx, app: &Arc<App>, case: &Case, typed: &Typed) -> Answer {
    let Case { access, request, .. } = case;
    let register = app.register()?;
    let notice = &register.notice;
    let limits = match requests::target(request) {
        Some(person) => limits::show(ctx, app, access, (request.id, person)).await?,
        None => html! {},
    };
    let answers = answers(app, access, request).await?;
    let body = html! {
        (done::told(ctx, &DEEDS))
        @if pause::is_answered(request) {
            (note(Tone::Info, &ctx.say("rights-mark-answered"), html! {}))
        }
        (clock::told(ctx, request))
        (words::asked(ctx, notice, request))
        (mandate::documents(ctx, request))
        (standing(ctx, app, request, typed).await?)
        (limits)
        (holds::of_case(ctx, app, request)?)
        @if request.state == ERASING {
            (note(Tone::Info, &ctx.say("rights-erasing"), html! { p { (ctx.say("rights-erasing-text")) } }))
        } @else if is_waiting(request) { (to_do(ctx, app, case, typed).await?) }
        @else { (maker::show(ctx, app, request).await?) }
        @for one in &answers { (answer(ctx, notice, (request, one))) }
        (notes::show(ctx, app, access, request, typed).await?)
    };
    Ok(Page::new(told::title(ctx, notice, request), body)
        .trail(vec![Link::new(PATH, ctx.say("rights-desk-title"))])
        .status(typed.errors().status())
        .render(ctx))
}

fn is_waiting(request: &Opened) -> bool {
    WAITING.contains(&request.state.as_str())
}

/// How it stands: its days, its state, and who takes care of it.
async fn standing(
    ctx: &Ctx,
    app: &Arc<App>,
    request: &Opened,
    typed: &Typed,
) -> Result<Markup, Fault> {
    let (waits, register) = (is_waiting(request), app.register()?);
    let state = ctx.say(&format!("rights-state-{}", request.state));
    let mut pairs = vec![(ctx.say("rights-column-arrived"), time(ctx, request.created))];
    if waits {
        pairs.push((ctx.say("rights-due"), clock::shown(ctx, &register.notice, request)));
    }
    let law = clock::law(ctx, &register.notice, request);
    pairs.extend(law.map(|day| (ctx.say("case-law-day"), day)));
    pairs.push((ctx.say("rights-column-state"), html! { (state) }));
    pairs.push((ctx.say("case-owner"), owner::name(ctx, app, request)));
    Ok(html! {
        h2 { (ctx.say("rights-desk-standing")) }
        (definitions(&pairs))
        @if waits { (owner::form(ctx, app, request, typed).await?) }
    })
}

/// What is to be done with one that waits: whose data it is about, who asks, and the decision.
async fn to_do(ctx: &Ctx, app: &Arc<App>, case: &Case, typed: &Typed) -> Result<Markup, Fault> {
    let Case { access, request, .. } = case;
    let register = app.register()?;
    let target = requests::target(request);
    let plan = match target {
        Some(person) => Some(app.engine.plan_person(access, person, Why::Request).await?),
        None => None,
    };
    let matched = match target {
        Some(person) => matched::show(ctx, app, access, (request, person)).await?,
        None if mailbox::is_confirmed(request) => matched::mailbox(ctx, app, request).await?,
        None if mailbox::is_denied(request) => {
            note(Tone::Warning, &ctx.say("rights-mailbox-desk-denied"), html! {})
        }
        None => html! {},
    };
    let identifies = !requests::is_known(request)
        && slip::is_needed(request.text("type", Exit::Decision))
        && !behalf::is_unchecked(request);
    Ok(html! {
        (mandate::show(ctx, request))
        (matched)
        @if identifies { (identify_form(ctx, request, typed)) }
        (maker::show(ctx, app, request).await?)
        (clock::forms(ctx, app, request, typed).await?)
        (openness::longer(ctx, request))
        @if let Some(plan) = &plan {
            (what_is_held(ctx, request, &what_goes(ctx, &register.notice, plan), plan))
        }
        (review::show(ctx, app, case, typed).await?)
        h2 { (ctx.say("rights-decide")) }
        @if cases::takes_question_back(request, ctx.now) {
            (note(Tone::Info, &ctx.say("case-question-back"), html! { p { (ctx.say("case-question-back-text")) } }))
        }
        (decide::proposed(ctx, app, request, &typed.decision).await?)
    })
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
    let pdf = under(request, &format!("kirje/{}", answer.id));
    html! {
        h2 { (ctx.say("case-letter")) }
        p.quiet { (time(ctx, answer.created)) }
        (letter::of(notice, request, answer).html())
        (post::told(ctx, answer, &case::path(request), true))
        (link_button(ctx, &pdf, &ctx.say("case-letter-pdf")))
    }
}

async fn letter_pdf(
    case: Case,
    State(app): State<Arc<App>>,
    Path((_, of)): Path<(String, RecordId)>,
) -> Answer {
    let answer = app.engine.read(&case.access, of).await?;
    if answer.kind != ANSWER || answer.thread != Some(case.request.id) {
        return Err(Fault::not_found().into());
    }
    Ok(letter::pdf(&app, &case.request, &answer).await?)
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
    let action = under(request, "tunnista");
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

async fn identify(ctx: Ctx, case: Case, State(app): State<Arc<App>>, sent: Submission) -> Answer {
    let code = match sent.read(&ctx, &code_spec(&ctx))? {
        Reading::Bad(values, errors) => (values, errors),
        Reading::Good(values, _) => (values, FormErrors::none()),
    };
    let mut typed = Typed { code, ..Typed::default() };
    if typed.code.1.is_empty() {
        if let Some(person) = holder(&app, &typed.code.0).await? {
            requests::matches(&app, &case.access, &case.request, (person, By::Code)).await?;
            return Ok(case.back(&ctx));
        }
        typed.code.1.add("code", ctx.say("rights-code-unknown"));
    }
    page(&ctx, &app, &case, &typed).await
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
