//! The clock of a request on its page: when it is to be answered, and the forms that move it. The
//! letter that goes with each is seen before it goes.

use std::sync::Arc;

use axum::extract::State;
use axum::routing::post;
use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, Sensitive};
use seloste_notice::model::Notice;
use seloste_register::Opened;
use seloste_web::components::{Tone, note};
use seloste_web::form::{Choice, Field, FormErrors, FormSpec, Kind, Reading, Submission, Values};
use seloste_web::{Answer, Ctx, Router};

use super::super::behalf;
use super::super::clock::{self, Way};
use super::super::{pause, target};
use super::case::{Case, under};
use super::enter::start_of;
use super::item::{self, Folded, Typed, folded};
use super::preview::{self, Look, SEEN};
use super::sending::Sending;
use crate::app::App;
use crate::cases::{self, EXTENDED, IDENTIFYING, WAITING};

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

/// By when, and loudly if that has passed; of a clock that stands still, until when at most.
pub fn shown(ctx: &Ctx, notice: &Notice, request: &Opened) -> Markup {
    let Some(due) = request.review else { return html! {} };
    let target = target::of(notice, request).filter(|_| request.state != IDENTIFYING);
    let waits = WAITING.contains(&request.state.as_str());
    let stands = clock::asked(request).filter(|_| request.state == IDENTIFYING);
    html! {
        @if let Some(since) = stands {
            @let until = ctx.date(cases::answer_by(since));
            (ctx.say_with("case-clock-stands", &[("date", ctx.date(since).into()), ("until", until.into())]))
        } @else {
            time datetime=(due) { (ctx.date(due)) }
            @if waits && due < ctx.now { " " strong { (ctx.say("rights-late")) } }
            @if let Some(target) = target {
                @let key = if target < ctx.now { "case-target-passed" } else { "case-target" };
                br; span.quiet { (ctx.say_with(key, &[("date", ctx.date(target).into())])) }
            }
        }
    }
}

/// What became of a question: that nobody answered it in time.
pub fn told(ctx: &Ctx, request: &Opened) -> Markup {
    html! {
        @if pause::is_unanswered(request) {
            (note(Tone::Warning, &ctx.say("case-unanswered"), html! { p { (ctx.say("case-unanswered-text")) } }))
        }
        @if cases::took_question_back(request) {
            (note(Tone::Info, &ctx.say("case-question-taken"), html! {}))
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
    let ask = if behalf::is_unchecked(request) { "case-ask-mandate" } else { "case-ask" };
    let by = |way| ctx.say(if way == Way::Mail { "case-ask-mail" } else { "case-ask-code" });
    let folded = |action, name, text: String, submit| {
        let of = Folded { action, name: ctx.say(name), text, submit: ctx.say(submit) };
        folded(ctx, request, of, &spec(ctx, action), typed)
    };
    Ok(html! {
        @match way {
            Some(way) => {
                @let text = format!("{} {}", ctx.say("case-ask-text"), by(way));
                (folded(ASK, ask, text, "case-decide-look"))
            },
            None if may_ask => p.quiet { (ctx.say("case-ask-reaches-nobody")) },
            None => {}
        }
        @if request.state == IDENTIFYING {
            (folded(ANSWERED, "case-answered", ctx.say("case-answered-text"), "case-answered"))
        }
        @if clock::may_extend(notice, request, ctx.now) {
            (folded(EXTEND, "case-extend", ctx.say("case-extend-text"), "case-decide-look"))
        }
    })
}

/// What the form asks that is sent there.
fn spec(ctx: &Ctx, action: &str) -> FormSpec {
    let words = |key| {
        let words = Field::new("text", ctx.say(key), Kind::Text { rows: 5 });
        words.required().max_chars(WORDS_MAX)
    };
    let seen = || Field::new(SEEN, "", Kind::Hidden);
    match action {
        EXTEND => {
            let grounds = EXTENDED
                .iter()
                .map(|name| Choice::new(*name, ctx.say(&format!("rights-state-{name}"))));
            let grounds = Kind::Radio(grounds.collect());
            let ground = Field::new("ground", ctx.say("case-extend-ground"), grounds).required();
            FormSpec::new("rights-extend", vec![ground, words("case-extend-reasons"), seen()])
        }
        ASK => FormSpec::new("rights-ask", vec![words("case-ask-question"), seen()]),
        _ => {
            let day = Field::new("day", ctx.say("case-answered-day"), Kind::Date).required();
            FormSpec::new("rights-answered", vec![day])
        }
    }
}

async fn extend(ctx: Ctx, case: Case, State(app): State<Arc<App>>, sent: Submission) -> Answer {
    told_by_letter(&ctx, &app, &case, (EXTEND, sent)).await
}

async fn ask(ctx: Ctx, case: Case, State(app): State<Arc<App>>, sent: Submission) -> Answer {
    told_by_letter(&ctx, &app, &case, (ASK, sent)).await
}

/// Shows the letter, or moves the clock and sends the one that was shown.
async fn told_by_letter(
    ctx: &Ctx,
    app: &Arc<App>,
    case: &Case,
    (action, sent): (&'static str, Submission),
) -> Answer {
    let spec = spec(ctx, action);
    let values = match sent.read(ctx, &spec)? {
        Reading::Bad(values, errors) => {
            let typed = Typed::folded(action, values, errors);
            return item::page(ctx, app, case, &typed).await;
        }
        Reading::Good(values, _) => values,
    };
    let (access, request) = (&case.access, &case.request);
    let (ground, words) = (plain(&values, "ground"), plain(&values, "text"));
    let (word, send, deed) = match action {
        EXTEND => {
            let of = (ground.expose(Exit::Decision).as_str(), ctx.now);
            let word = clock::extension(&access.register().notice, request, of)?;
            (word, "case-extend-send", "jatkettu")
        }
        _ => (clock::question(app, request).await?, "case-ask-send", "kysytty"),
    };
    let prepared = clock::written(app, access, request, (word, &words)).await?;
    if !preview::is_seen(&values, &prepared) {
        let behind = clock::behind(app, request, word).await?;
        let way = Sending::of(app, request, (prepared.by_mail, behind)).await?;
        let action = under(request, action);
        let look = Look { spec: &spec, action: &action, submit: ctx.say(send), way };
        return preview::letter(ctx, (request, &prepared), &look, values);
    }
    clock::send(app, access, request, (word, words), &prepared).await?;
    Ok(case.done(ctx, deed))
}

async fn answered(ctx: Ctx, case: Case, State(app): State<Arc<App>>, sent: Submission) -> Answer {
    let (values, errors) = match sent.read(&ctx, &spec(&ctx, ANSWERED))? {
        Reading::Bad(values, errors) => (values, errors),
        Reading::Good(values, _) => {
            let day = values.get("day").and_then(|day| start_of(day.expose(Exit::Decision)));
            if let Some(at) = day.filter(|at| *at <= ctx.now) {
                pause::answered(&app, &case.access, &case.request, at).await?;
                return Ok(case.back(&ctx));
            }
            let mut errors = FormErrors::none();
            errors.add("day", ctx.say("case-answered-future"));
            (values, errors)
        }
    };
    let typed = Typed::folded(ANSWERED, values, errors);
    item::page(&ctx, &app, &case, &typed).await
}

fn plain(values: &Values, name: &str) -> Sensitive<String> {
    values.get(name).cloned().unwrap_or_else(|| Sensitive::new(String::new()))
}
