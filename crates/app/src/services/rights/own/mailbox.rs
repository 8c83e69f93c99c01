//! `/oma/posti`: what the reader of a mailbox sees and may do. Kinds, numbers and dates, never
//! content: the address was typed by whoever sent the data, and that may have been a stranger.

use std::sync::Arc;

use axum::extract::{FromRequestParts, Path, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use http::request::Parts;
use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, FaultKind, PersonId, RecordId, Sensitive};
use seloste_register::{Action, Opened, Outline, Recognised, Way};
use seloste_web::components::{
    Tone, button, button_danger, button_quiet, note, pagination, post_button, time,
};
use seloste_web::form::{Form, FormErrors, FormSpec, Reading, Submission, Values};
use seloste_web::{Answer, Ctx, Failed, Link, Page, Router};

use super::super::requests::{ERASURE, KIND};
use super::super::{behalf, job, job_access, mailbox, slip, told};
use super::change::id;
use super::{GUESSES, PATH as OWN, closed, code_field, leave, proof};
use crate::app::App;
use crate::cases::IDENTIFYING;
use crate::done;
use crate::place;
use crate::sentences::text;

/// The page.
pub const PATH: &str = "/oma/posti";

const ERASE: &str = "/oma/posti/poista";

/// Requests, or groups of records, on one page.
const ROWS: usize = 20;

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(PATH, get(show))
        .route(ERASE, get(ask_erase).post(erase))
        .route("/oma/posti/{id}/kylla", post(confirm))
        .route("/oma/posti/{id}/ei", post(deny))
        .route("/oma/posti/{id}/koodi", get(ask_code).post(give_code))
}

/// Whoever came by a link from a letter. An axum extractor: others are led to the own page.
pub struct Mailbox(pub PersonId);

impl FromRequestParts<Arc<App>> for Mailbox {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Response> {
        let ctx = Ctx::from_request_parts(parts, app).await.map_err(Failed::into_response)?;
        match crate::site::signed_in(&ctx) {
            Some((Way::Mailbox, mailbox)) => Ok(Self(mailbox)),
            _ => Err(ctx.redirect(OWN)),
        }
    }
}

async fn show(ctx: Ctx, Mailbox(own): Mailbox, State(app): State<Arc<App>>) -> Answer {
    let deeds = [
        ("kylla", "rights-mailbox-confirmed"),
        ("ei", "rights-mailbox-denied"),
        ("koodi", "rights-mine-code-given"),
        ("kielto", "own-forbidden"),
        ("lupa", "own-opened"),
    ];
    let body = html! {
        (done::told(&ctx, &deeds))
        (note(Tone::Info, &ctx.say("rights-mailbox-what"), html! { p { (ctx.say("rights-mailbox-what-text")) } }))
        (requests(&ctx, &app, own).await?)
        (records(&ctx, &app, own, PATH).await?)
        (closed::shown(&ctx, &app, own).await?)
        div.actions {
            a.button.quiet-button href=(ctx.href(ERASE)) { (ctx.say("rights-mailbox-erase")) }
            (leave(&ctx))
        }
        (told::complaint(&ctx, &app.register()?.notice))
    };
    Ok(Page::new(ctx.say("rights-mailbox-title"), body)
        .lead(ctx.say("rights-mailbox-lead"))
        .render(&ctx))
}

/// Which requests have the address: those that wait for a yes or no, and those that were confirmed.
async fn requests(ctx: &Ctx, app: &App, own: PersonId) -> Result<Markup, Fault> {
    let from = |name: &str| (ctx.param(name).and_then(|text| place::read(&text)), ROWS);
    let more = |name: &str, next: Option<_>| {
        next.map(|next| format!("{PATH}?{name}={}", place::write(next)))
    };
    let (asked, next) = mailbox::waiting(app, own, from("pyynnot")).await?;
    let more_asked = more("pyynnot", next);
    let (known, next) = mailbox::confirmed(app, own, from("vahvistetut")).await?;
    let more_known = more("vahvistetut", next);
    Ok(html! {
        h2 { (ctx.say("rights-mailbox-asked")) }
        @if asked.is_empty() { p { (ctx.say("rights-mailbox-asked-none")) } }
        @for request in &asked { (question(ctx, app, request)?) }
        (pagination(ctx, None, more_asked.as_deref()))
        @if !known.is_empty() {
            h2 { (ctx.say("rights-mailbox-known")) }
            ul { @for request in &known { li { (confirmed(ctx, app, request).await?) } } }
            (pagination(ctx, None, more_known.as_deref()))
        }
    })
}

/// One page of a list, and the address of the next.
fn part<'a, T>(ctx: &Ctx, (path, name): (&str, &str), all: &'a [T]) -> (&'a [T], Option<String>) {
    let from = ctx.param(name).and_then(|text| text.parse::<usize>().ok()).unwrap_or(0);
    let rest = all.get(from..).unwrap_or_default();
    let here = rest.get(..ROWS).unwrap_or(rest);
    let next = from.saturating_add(here.len());
    (here, (rest.len() > here.len()).then(|| format!("{path}?{name}={next}")))
}

/// What is asked, its number and its day. Its words may be a stranger's.
fn heading(ctx: &Ctx, app: &App, request: &Opened) -> Result<Markup, Fault> {
    let register = app.register()?;
    let field = register.notice.kind(KIND).and_then(|kind| kind.field("type"));
    let asked = told::value(ctx, field, "type", request, Exit::Page);
    Ok(html! {
        p { strong { (asked) } }
        p.quiet { (told::title(ctx, &register.notice, request)) " · " (time(ctx, request.created)) }
    })
}

/// A request that was confirmed. Who gives its receipt code, too, made it, and is told everything there.
async fn confirmed(ctx: &Ctx, app: &App, request: &Opened) -> Result<Markup, Fault> {
    let path = format!("{PATH}/{}/koodi", request.id);
    let (shown, may) =
        (slip::maker_is_known(app, request).await?, slip::may_know(app, request).await?);
    Ok(html! {
        (heading(ctx, app, request)?)
        @if shown { p { (ctx.say("rights-mine-code-given")) } }
        @if may { p { a href=(ctx.href(&path)) { (ctx.say("rights-mine-code")) } } }
    })
}

fn code_spec(ctx: &Ctx) -> FormSpec {
    FormSpec::new("mailbox-code", vec![code_field(ctx).required()])
}

fn code_page(ctx: &Ctx, of: &str, (values, errors): (&Values, &FormErrors)) -> Answer {
    let (action, submit) = (format!("{PATH}/{of}/koodi"), ctx.say("rights-mine-code-submit"));
    let form = Form { spec: &code_spec(ctx), action: &action, values, errors, submit: &submit };
    let body = html! {
        (done::told(ctx, &[("kylla", "rights-mailbox-confirmed")]))
        p { (ctx.say("rights-mine-code-text")) }
        (form.render(ctx, html! {}))
        p { a href=(ctx.href(PATH)) { (ctx.say("rights-mine-code-not")) } }
    };
    Ok(Page::new(ctx.say("rights-mine-code"), body)
        .trail(trail(ctx))
        .status(errors.status())
        .render(ctx))
}

async fn ask_code(ctx: Ctx, _own: Mailbox, Path(of): Path<String>) -> Answer {
    code_page(&ctx, &id(&of)?.to_string(), (&Values::none(), &FormErrors::none()))
}

async fn give_code(
    ctx: Ctx,
    Mailbox(own): Mailbox,
    State(app): State<Arc<App>>,
    Path(of): Path<String>,
    sent: Submission,
) -> Answer {
    ctx.throttle(GUESSES)?;
    let request = id(&of)?;
    let (values, mut errors) = match sent.read(&ctx, &code_spec(&ctx))? {
        Reading::Bad(values, errors) => (values, errors),
        Reading::Good(values, _) => (values, FormErrors::none()),
    };
    if errors.is_empty() {
        if made(&app, own, request, &values).await? {
            return Ok(ctx.redirect(&done::at(PATH, "koodi")));
        }
        errors.add("code", ctx.say("rights-mine-code-wrong"));
    }
    code_page(&ctx, &request.to_string(), (&values, &errors))
}

/// Whether the code is that of the request.
async fn made(
    app: &Arc<App>,
    own: PersonId,
    request: RecordId,
    typed: &Values,
) -> Result<bool, Fault> {
    let code = typed.get("code").cloned().unwrap_or_else(|| Sensitive::new(String::new()));
    let known = app.engine.recognise(&app.register()?.notice.id, &code).await?;
    let Some(Recognised::Person { person, .. }) = known else { return Ok(false) };
    match mailbox::made(app, own, (request, person)).await {
        Err(fault) if fault.kind() == FaultKind::NotFound => Ok(false),
        made => made.map(|()| true),
    }
}

fn question(ctx: &Ctx, app: &App, request: &Opened) -> Result<Markup, Fault> {
    let path = |answer: &str| format!("{PATH}/{}/{answer}", request.id);
    Ok(html! {
        section.asked {
            (heading(ctx, app, request)?)
            @if behalf::is_for_another(request) { p { (ctx.say("rights-mine-behalf")) } }
            @if request.state == IDENTIFYING { p { (ctx.say("rights-mine-asked")) } }
            div.actions {
                (post_button(ctx, "mailbox-yes", &path("kylla"), button(&ctx.say("rights-mine-yes"))))
                (post_button(ctx, "mailbox-no", &path("ei"), button_quiet(&ctx.say("rights-mine-no"))))
            }
        }
    })
}

/// What was given with the address: one item for each receipt.
async fn records(ctx: &Ctx, app: &Arc<App>, own: PersonId, path: &str) -> Result<Markup, Fault> {
    let persons = mailbox::persons_of(app, own).await?;
    let (here, next) = part(ctx, (path, "tiedot"), &persons);
    let groups = mailbox::held(app, here).await?;
    Ok(html! {
        h2 { (ctx.say("rights-mailbox-records")) }
        @if groups.is_empty() { p { (ctx.say("rights-nothing")) } }
        (listed(ctx, app, &groups)?)
        (pagination(ctx, None, next.as_deref()))
    })
}

/// Kinds, numbers and dates.
///
/// # Errors
/// When no notice is published.
pub fn listed(ctx: &Ctx, app: &App, groups: &[Vec<Outline>]) -> Result<Markup, Fault> {
    let register = app.register()?;
    let name = |kind: &str| match register.notice.kind(kind) {
        Some(known) => text(&known.title, ctx.lang),
        None => kind.to_owned(),
    };
    Ok(html! {
        @for group in groups {
            ul.things {
                @for one in group {
                    li {
                        span { (name(&one.kind)) @if let Some(number) = one.number { " " (number) } } " "
                        span.quiet { (time(ctx, one.created)) }
                    }
                }
            }
        }
    })
}

async fn confirm(
    ctx: Ctx,
    Mailbox(own): Mailbox,
    State(app): State<Arc<App>>,
    Path(of): Path<String>,
    sent: Submission,
) -> Answer {
    sent.pressed(&ctx, "mailbox-yes")?;
    let request = id(&of)?;
    if mailbox::confirm(&app, own, request).await? == ERASURE {
        return Ok(ctx.redirect(ERASE));
    }
    // Whoever made it has its code at hand now.
    let may = match job::opened(&app, request).await? {
        Some(request) => slip::may_know(&app, &request).await?,
        None => false,
    };
    let next = if may { format!("{PATH}/{request}/koodi") } else { PATH.to_owned() };
    Ok(ctx.redirect(&done::at(&next, "kylla")))
}

async fn deny(
    ctx: Ctx,
    Mailbox(own): Mailbox,
    State(app): State<Arc<App>>,
    Path(of): Path<String>,
    sent: Submission,
) -> Answer {
    sent.pressed(&ctx, "mailbox-no")?;
    mailbox::deny(&app, own, id(&of)?).await?;
    Ok(ctx.redirect(&done::at(PATH, "ei")))
}

async fn ask_erase(ctx: Ctx, Mailbox(own): Mailbox, State(app): State<Arc<App>>) -> Answer {
    let body = html! {
        (records(&ctx, &app, own, ERASE).await?)
        p { (ctx.say("rights-mailbox-erase-all")) }
        (note(Tone::Warning, &ctx.say("rights-erase-warning"), html! { p { (ctx.say("rights-erase-warning-text")) } }))
        (post_button(&ctx, "mailbox-erase", ERASE, button_danger(&ctx.say("rights-erase-now"))))
    };
    Ok(Page::new(ctx.say("rights-erase-title"), body).trail(trail(&ctx)).render(&ctx))
}

fn trail(ctx: &Ctx) -> Vec<Link> {
    vec![Link::new(PATH, ctx.say("rights-mailbox-title"))]
}

/// Told at once, on the page itself: no letter follows.
async fn erase(
    ctx: Ctx,
    Mailbox(own): Mailbox,
    State(app): State<Arc<App>>,
    sent: Submission,
) -> Answer {
    sent.pressed(&ctx, "mailbox-erase")?;
    let access = job_access(&app, Action::Erase)?;
    let (erased, refused) = mailbox::erase_all(&app, &access, own).await?;
    let body = html! {
        (proof(&ctx, &app.register()?.notice, &erased))
        @if refused {
            (note(Tone::Info, &ctx.say("rights-cannot-erase"), html! { p { (ctx.say("rights-kept-by-law")) } }))
        }
    };
    let page = Page::new(ctx.say("rights-erased-title"), body).render(&ctx);
    if refused { Ok(page) } else { Ok(ctx.sign_out(page).await?) }
}
