//! Deleting, by the person themselves: first the plan, then the deed and its proof.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use maud::{Markup, html};
use seloste_kernel::Timestamp;
use seloste_notice::model::Notice;
use seloste_register::{Action, Erased, Keeping, Outcome, Plan, Why};
use seloste_web::components::{Tone, button, button_danger, definitions, note, post_button};
use seloste_web::form::Submission;
use seloste_web::{Answer, Ctx, Page, Router};

use super::change::id;
use super::{Own, trail};
use crate::app::App;
use crate::erasing::{self, Leave};
use crate::public::proof_link;
use crate::sentences::text;

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/oma/poista", get(ask_all).post(erase_all))
        .route("/oma/poista/peru", post(stay))
        .route("/oma/tieto/{id}/poista", get(ask_one).post(erase_one))
}

async fn ask_all(ctx: Ctx, own: Own, State(app): State<Arc<App>>) -> Answer {
    let access = own.access(&app, Action::Erase)?;
    if let Some(at) = app.engine.leaving(&access, own.person).await? {
        let title = ctx.say("rights-erase-title");
        return Ok(Page::new(title, waits(&ctx, at)).trail(trail(&ctx)).render(&ctx));
    }
    let plan = app.engine.plan_person(&access, own.person, Why::Request).await?;
    let notice = &app.register()?.notice;
    let goes = notice.cooling_off().map(|cooling| cooling.after(app.engine.now()));
    Ok(ask(&ctx, notice, &plan, "/oma/poista", goes))
}

async fn ask_one(
    ctx: Ctx,
    own: Own,
    State(app): State<Arc<App>>,
    Path(of): Path<String>,
) -> Answer {
    let access = own.access(&app, Action::Erase)?;
    let plan = app.engine.plan_record(&access, id(&of)?, Why::Request).await?;
    let path = format!("/oma/tieto/{}/poista", id(&of)?);
    Ok(ask(&ctx, &app.register()?.notice, &plan, &path, None))
}

/// The plan, and the button; `goes` when there is time for changing one's mind.
fn ask(ctx: &Ctx, notice: &Notice, plan: &Plan, path: &str, goes: Option<Timestamp>) -> Response {
    let body = html! {
        (what_goes(ctx, notice, plan))
        @if erasing::allowed(notice, plan).is_err() {
            (note(Tone::Info, &ctx.say("rights-cannot-erase"), html! { p { (ctx.say("rights-kept-by-law")) } }))
        } @else if !plan.steps().is_empty() {
            @if let Some(at) = goes {
                (note(Tone::Warning, &ctx.say("erasure-cooling"), html! { p { (ctx.say_with("erasure-cooling-text", &[("date", ctx.moment(at).into())])) } }))
            } @else {
                (note(Tone::Warning, &ctx.say("rights-erase-warning"), html! { p { (ctx.say("rights-erase-warning-text")) } }))
            }
            @let submit = if goes.is_some() { "erasure-submit" } else { "rights-erase-now" };
            (post_button(ctx, "own-erase", path, button_danger(&ctx.say(submit))))
        }
    };
    Page::new(ctx.say("rights-erase-title"), body).trail(trail(ctx)).render(ctx)
}

/// What a plan would remove and what it would keep, until when and why.
pub fn what_goes(ctx: &Ctx, notice: &Notice, plan: &Plan) -> Markup {
    let stays = plan.steps().iter().any(|step| !step.outcome.kept().is_empty());
    let counted = plan.counted();
    html! {
        (goes(ctx, notice, plan))
        h2 { (ctx.say("rights-plan-stays")) }
        @if stays { p { (ctx.say("erasure-by-itself")) } }
        @else if counted.is_empty() { p { (ctx.say("rights-plan-stays-nothing")) } }
        @else { p { (ctx.say("erasure-counts-only")) } }
        ul {
            @for step in plan.steps() {
                @for kept in step.outcome.kept() { (what_stays(ctx, notice, &name(ctx, notice, &step.kind), &step.kind, kept)) }
            }
        }
        (erasing::told_counts(ctx, notice, counted))
    }
}

fn name(ctx: &Ctx, notice: &Notice, kind: &str) -> String {
    notice.kind(kind).map_or_else(|| kind.to_owned(), |known| text(&known.title, ctx.lang))
}

/// What a plan would remove.
pub fn goes(ctx: &Ctx, notice: &Notice, plan: &Plan) -> Markup {
    let name = |kind: &str| name(ctx, notice, kind);
    let mut whole: BTreeMap<String, usize> = BTreeMap::new();
    for step in plan.steps().iter().filter(|step| step.outcome.is_whole()) {
        *whole.entry(name(&step.kind)).or_default() += 1;
    }
    html! {
        h2 { (ctx.say("rights-plan-goes")) }
        @if !plan.takes_something() { p { (ctx.say("rights-plan-nothing")) } }
        ul {
            @for (kind, count) in &whole { li { (kind) ": " (count) } }
            @for step in plan.steps() {
                @if let Outcome::Strip { gone, .. } = &step.outcome {
                    li { (named(ctx, "erasure-part-goes", &name(&step.kind), &erasing::field_names(notice, &step.kind, gone, ctx.lang))) }
                }
            }
        }
    }
}

fn named(ctx: &Ctx, key: &str, kind: &str, fields: &str) -> String {
    ctx.say_with(key, &[("kind", kind.into()), ("fields", fields.into())])
}

fn what_stays(ctx: &Ctx, notice: &Notice, title: &str, kind: &str, kept: &Keeping) -> Markup {
    let fields = match kept.fields.is_empty() {
        true => ctx.say("erasure-fields-all"),
        false => erasing::field_names(notice, kind, &kept.fields, ctx.lang),
    };
    html! {
        li { (named(ctx, "erasure-part-stays", title, &fields)) " – " (on_ground(ctx, notice, kind, &kept.ground, kept.until_ms)) }
    }
}

/// On which ground something stays, and until when.
pub fn on_ground(
    ctx: &Ctx,
    notice: &Notice,
    kind: &str,
    ground: &str,
    until_ms: Option<i64>,
) -> String {
    let ground = erasing::ground_name(notice, kind, ground, ctx.lang);
    let ground = ctx.say_with("erasure-on-ground", &[("ground", ground.into())]);
    let until = until_ms.and_then(|ms| Timestamp::from_millisecond(ms).ok());
    let until = match until {
        Some(until) => ctx.say_with("erasure-until", &[("date", ctx.date(until).into())]),
        None => ctx.say("erasure-until-it-ends"),
    };
    format!("{ground}; {until}")
}

async fn erase_all(ctx: Ctx, own: Own, State(app): State<Arc<App>>, sent: Submission) -> Answer {
    sent.pressed(&ctx, "own-erase")?;
    let access = own.access(&app, Action::Erase)?;
    match erasing::leave(&app, &access, own.person).await? {
        Leave::Gone(_, erased) => {
            let notice = &app.register()?.notice;
            erased_page(&ctx, notice, &erased, "rights-erased-again").await
        }
        Leave::Waits(at) => {
            let title = ctx.say("rights-erase-title");
            Ok(Page::new(title, waits(&ctx, at)).trail(trail(&ctx)).render(&ctx))
        }
    }
}

/// When everything goes, and until when that can be called off.
fn waits(ctx: &Ctx, at: Timestamp) -> Markup {
    let title = ctx.say_with("erasure-waits", &[("date", ctx.moment(at).into())]);
    html! {
        (note(Tone::Warning, &title, html! { p { (ctx.say("erasure-waits-text")) } }))
        (post_button(ctx, "own-stay", "/oma/poista/peru", button(&ctx.say("erasure-stay"))))
    }
}

async fn stay(ctx: Ctx, own: Own, State(app): State<Arc<App>>, sent: Submission) -> Answer {
    sent.pressed(&ctx, "own-stay")?;
    let access = own.access(&app, Action::Erase)?;
    let (tone, title, words) = match app.engine.stay(&access, own.person).await? {
        true => (Tone::Good, "erasure-stays", "erasure-stays-text"),
        false => (Tone::Info, "erasure-too-late", "erasure-too-late-text"),
    };
    let body = note(tone, &ctx.say(title), html! { p { (ctx.say(words)) } });
    Ok(Page::new(ctx.say("rights-erase-title"), body).trail(trail(&ctx)).render(&ctx))
}

async fn erase_one(
    ctx: Ctx,
    own: Own,
    State(app): State<Arc<App>>,
    Path(of): Path<String>,
    sent: Submission,
) -> Answer {
    sent.pressed(&ctx, "own-erase")?;
    let access = own.access(&app, Action::Erase)?;
    let (_, erased) = erasing::erase_record(&app, &access, id(&of)?, Why::Request).await?;
    erased_page(&ctx, &app.register()?.notice, &erased, "rights-erased-again").await
}

/// Told at once, on the page itself: no letter follows. With the last record the session ends.
///
/// # Errors
/// When the session cannot be ended.
pub async fn erased_page(ctx: &Ctx, notice: &Notice, erased: &Erased, words: &str) -> Answer {
    let body = proof_saying(ctx, notice, erased, words);
    let page = Page::new(ctx.say("rights-erased-title"), body).render(ctx);
    if erased.persons > 0 { Ok(ctx.sign_out(page).await?) } else { Ok(page) }
}

/// What was erased, when, and the entries of the ledger that prove it, told to whoever it was about.
pub fn proof(ctx: &Ctx, notice: &Notice, erased: &Erased) -> Markup {
    proof_saying(ctx, notice, erased, "rights-erased-again")
}

/// As [`proof`], with these words.
pub fn proof_saying(ctx: &Ctx, notice: &Notice, erased: &Erased, words: &str) -> Markup {
    let told = ctx.say_with("rights-erased-on", &[("date", ctx.date(erased.at).into())]);
    let mut pairs = vec![
        (
            ctx.say("rights-erased-when"),
            html! { time datetime=(erased.at) { (ctx.moment(erased.at)) } },
        ),
        (ctx.say("rights-erased-count"), html! { (erased.removed) }),
    ];
    if erased.stripped > 0 {
        pairs.push((ctx.say("erasure-stripped-count"), html! { (erased.stripped) }));
    }
    if erased.kept > 0 {
        pairs.push((ctx.say("rights-kept-count"), html! { (erased.kept) }));
    }
    for entry in &erased.entries {
        pairs.push((ctx.say("rights-erased-proof"), proof_link(ctx, *entry)));
    }
    if erased.removed + erased.stripped == 0 && erased.kept > 0 {
        return html! {
            (note(Tone::Info, &ctx.say("erasure-later"), html! { p { (ctx.say("erasure-later-text")) } }))
        };
    }
    html! {
        (note(Tone::Good, &told, html! { p { (ctx.say(words)) } }))
        (definitions(&pairs))
        @if erased.kept > 0 { p { (ctx.say("erasure-by-itself")) } }
        (erasing::told_counts(ctx, notice, erased.counted.iter().map(String::as_str)))
        p.quiet { (ctx.say("rights-erased-proof-text")) }
    }
}
