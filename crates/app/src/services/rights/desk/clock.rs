//! The clock of a request on its page: when it was to be answered, and the forms that move it.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::routing::post;
use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, Sensitive};
use seloste_notice::model::Notice;
use seloste_register::{Action, Opened, RIGHTS};
use seloste_web::form::{Choice, Field, FormErrors, FormSpec, Kind, Reading, Submission, Values};
use seloste_web::{Answer, Ctx, Router};

use super::super::clock::{self, Way};
use super::PATH;
use super::enter::start_of;
use super::item::{self, Typed, folded};
use crate::app::App;
use crate::cases::{self, EXTENDED, IDENTIFYING, WAITING};
use crate::console::Staff;
use crate::done;

/// Most characters of reasons or of a question.
const WORDS_MAX: usize = 2_000;

const EXTEND: &str = "jatka";
const ASK: &str = "kysy";
const ANSWERED: &str = "vastattu";

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/hallinta/pyynnot/{id}/jatka", post(extend))
        .route("/hallinta/pyynnot/{id}/kysy", post(ask))
        .route("/hallinta/pyynnot/{id}/vastattu", post(answered))
}

/// By when, and loudly if that has passed.
pub fn shown(ctx: &Ctx, request: &Opened) -> Markup {
    let Some(due) = request.review else { return html! {} };
    let waits = WAITING.contains(&request.state.as_str());
    let stands = clock::asked(request).filter(|_| request.state == IDENTIFYING);
    html! {
        @if let Some(since) = stands {
            (ctx.say_with("case-clock-stands", &[("date", ctx.date(since).into())]))
        } @else {
            time datetime=(due) { (ctx.date(due)) }
            @if waits && due < ctx.now { " " strong { (ctx.say("rights-late")) } }
        }
    }
}

/// The law's own last day, which is never before the promised one.
pub fn law(ctx: &Ctx, notice: &Notice, request: &Opened) -> Option<Markup> {
    let moved = request.fields.contains_key("asked");
    let months = if EXTENDED.contains(&request.state.as_str()) { 3 } else { 1 };
    let waits = WAITING.contains(&request.state.as_str());
    if moved || !waits || super::super::letter::is_openness(request) {
        return None;
    }
    let day = cases::last_day(notice, request.created, months);
    let at = day.in_tz(seloste_kernel::ZONE).ok()?.timestamp();
    Some(html! { time datetime=(day) { (ctx.date(at)) } })
}

/// What may be done to the clock now.
///
/// # Errors
/// When the store fails.
pub async fn forms(
    ctx: &Ctx,
    app: &Arc<App>,
    request: &Opened,
    typed: &Typed,
) -> Result<Markup, Fault> {
    let notice = &app.register()?.notice;
    let may_ask = clock::may_ask(request, ctx.now);
    let way = if may_ask { clock::way(app, request).await? } else { None };
    let folded =
        |action, texts, spec: FormSpec| folded(ctx, request, (action, texts), &spec, typed);
    Ok(html! {
        @match way {
            Some(Way::Mail) => (folded(ASK, ("case-ask", "case-ask-text"), ask_spec(ctx))),
            Some(Way::Code) => (folded(ASK, ("case-ask", "case-ask-text-code"), ask_spec(ctx))),
            None if may_ask => p.quiet { (ctx.say("case-ask-reaches-nobody")) },
            None => {}
        }
        @if request.state == IDENTIFYING {
            (folded(ANSWERED, ("case-answered", "case-answered-text"), answered_spec(ctx)))
        }
        @if clock::may_extend(notice, request, ctx.now) {
            (folded(EXTEND, ("case-extend", "case-extend-text"), extend_spec(ctx)))
        }
    })
}

fn words(ctx: &Ctx, key: &str) -> Field {
    Field::new("text", ctx.say(key), Kind::Text { rows: 5 }).required().max_chars(WORDS_MAX)
}

fn extend_spec(ctx: &Ctx) -> FormSpec {
    let grounds =
        EXTENDED.iter().map(|name| Choice::new(*name, ctx.say(&format!("rights-state-{name}"))));
    let ground =
        Field::new("ground", ctx.say("case-extend-ground"), Kind::Radio(grounds.collect()));
    FormSpec::new("rights-extend", vec![ground.required(), words(ctx, "case-extend-reasons")])
}

fn ask_spec(ctx: &Ctx) -> FormSpec {
    FormSpec::new("rights-ask", vec![words(ctx, "case-ask-question")])
}

fn answered_spec(ctx: &Ctx) -> FormSpec {
    let day = Field::new("day", ctx.say("case-answered-day"), Kind::Date).required();
    FormSpec::new("rights-answered", vec![day])
}

async fn extend(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    sent: Submission,
) -> Answer {
    let access = staff.access(&app, RIGHTS, Action::DecideRequests)?;
    let request = item::request(&app, &access, &id).await?;
    let mut values = match sent.read(&ctx, &extend_spec(&ctx))? {
        Reading::Bad(values, errors) => {
            let typed = Typed::folded(EXTEND, values, errors);
            return item::page(&ctx, &app, &access, &request, &typed).await;
        }
        Reading::Good(values, _) => values,
    };
    let (ground, reasons) = (taken(&mut values, "ground"), taken(&mut values, "text"));
    let ground = ground.expose(Exit::Decision).clone();
    clock::extend(&app, &access, &request, (&ground, reasons)).await?;
    Ok(ctx.redirect(&done::at(&format!("{PATH}/{}", request.id), "jatkettu")))
}

async fn ask(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    sent: Submission,
) -> Answer {
    let access = staff.access(&app, RIGHTS, Action::DecideRequests)?;
    let request = item::request(&app, &access, &id).await?;
    let mut values = match sent.read(&ctx, &ask_spec(&ctx))? {
        Reading::Bad(values, errors) => {
            let typed = Typed::folded(ASK, values, errors);
            return item::page(&ctx, &app, &access, &request, &typed).await;
        }
        Reading::Good(values, _) => values,
    };
    clock::ask(&app, &access, &request, taken(&mut values, "text")).await?;
    Ok(ctx.redirect(&done::at(&format!("{PATH}/{}", request.id), "kysytty")))
}

async fn answered(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    sent: Submission,
) -> Answer {
    let access = staff.access(&app, RIGHTS, Action::DecideRequests)?;
    let request = item::request(&app, &access, &id).await?;
    let (values, errors) = match sent.read(&ctx, &answered_spec(&ctx))? {
        Reading::Bad(values, errors) => (values, errors),
        Reading::Good(values, _) => {
            let day = values.get("day").and_then(|day| start_of(day.expose(Exit::Decision)));
            if let Some(at) = day.filter(|at| *at <= ctx.now) {
                clock::answered(&app, &access, &request, at).await?;
                return Ok(ctx.redirect(&format!("{PATH}/{}", request.id)));
            }
            let mut errors = FormErrors::none();
            errors.add("day", ctx.say("case-answered-future"));
            (values, errors)
        }
    };
    let typed = Typed::folded(ANSWERED, values, errors);
    item::page(&ctx, &app, &access, &request, &typed).await
}

fn taken(values: &mut Values, name: &str) -> Sensitive<String> {
    values.take(name).unwrap_or_else(|| Sensitive::new(String::new()))
}
