//! Erasing one feedback by decision of a handler, and taking a wish for erasure that somebody
//! wrote into their feedback for the request that it is.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use maud::html;
use seloste_kernel::{Fault, RecordId};
use seloste_register::{Action, Draft, Outcome, Owner, Plan, Why};
use seloste_web::components::{Tone, button_danger, definitions, note, post_button_at};
use seloste_web::form::Submission;
use seloste_web::{Answer, Ctx, Link, Page};

use super::item;
use crate::app::App;
use crate::cases;
use crate::console::Staff;
use crate::sentences::text;
use crate::{erasing, forms};

/// The button's name in its token.
const FORM: &str = "feedback-erase";

pub(super) async fn show(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(id): Path<RecordId>,
) -> Answer {
    let item = item::open(&app, &staff, id).await?;
    let access = item.access(&app, &staff, Action::Erase)?;
    let plan = app.engine.plan_record(&access, item.opened.id, Why::Decision).await?;
    Ok(preview(&ctx, &app, id, (&plan, false))?)
}

/// What will happen, before it does.
fn preview(
    ctx: &Ctx,
    app: &App,
    id: RecordId,
    (plan, again): (&Plan, bool),
) -> Result<Response, Fault> {
    let register = app.register()?;
    let steps: Vec<_> = plan
        .steps()
        .iter()
        .map(|step| {
            let title = register.notice.kind(&step.kind).map(|kind| text(&kind.title, ctx.lang));
            let what = match &step.outcome {
                Outcome::Remove | Outcome::Anonymise => html! { (ctx.say("erase-step-remove")) },
                Outcome::Keep(kept) | Outcome::Strip { kept, .. } => {
                    let ground = kept.first().map_or("", |kept| kept.ground.as_str());
                    let ground =
                        erasing::ground_name(&register.notice, &step.kind, ground, ctx.lang);
                    html! { (ctx.say("erase-step-keep")) " " (ground) }
                }
            };
            (title.unwrap_or_default(), what)
        })
        .collect();
    let button = (erasing::seen(plan), button_danger(&ctx.say("erase-submit")));
    let path = format!("/hallinta/palaute/{id}/poista");
    let body = html! {
        @if again { (note(Tone::Warning, &ctx.say("erase-changed"), html! {})) }
        (definitions(&steps))
        (erasing::told_counts(ctx, &register.notice, plan.counted()))
        @if erasing::allowed(&register.notice, plan).is_ok() {
            p { (ctx.say("erase-text")) }
            div.actions { (post_button_at(ctx, FORM, &path, button)) }
        } @else {
            (note(Tone::Info, &ctx.say("rights-cannot-erase"), html! { p { (ctx.say("rights-kept-by-law")) } }))
        }
        p { a href=(ctx.href(&format!("/hallinta/palaute/{id}"))) { (ctx.say("erase-back")) } }
    };
    let trail = vec![Link::new("/hallinta/palaute", ctx.say("inbox-title"))];
    Ok(Page::new(ctx.say("erase-title"), body).trail(trail).render(ctx))
}

pub(super) async fn send(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(id): Path<RecordId>,
    sent: Submission,
) -> Answer {
    item::either(&app, &staff, Action::Erase)?;
    let seen = forms::pressed_at(&ctx, &sent, FORM)?;
    let item = item::open(&app, &staff, id).await?;
    let access = item.access(&app, &staff, Action::Erase)?;
    let plan = app.engine.plan_record(&access, item.opened.id, Why::Decision).await?;
    if erasing::seen(&plan) != seen {
        return Ok(preview(&ctx, &app, id, (&plan, true))?);
    }
    erasing::erase_as_shown(&app, &access, &plan, Why::Decision).await?;
    Ok(ctx.redirect("/hallinta/palaute"))
}

/// The wish becomes a request whose time runs from the day the feedback came.
pub(super) async fn convert(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(id): Path<RecordId>,
    sent: Submission,
) -> Answer {
    item::either(&app, &staff, Action::Answer)?;
    sent.pressed(&ctx, "feedback-convert")?;
    let item = item::open(&app, &staff, id).await?;
    let access = item.access(&app, &staff, Action::Answer)?;
    let due = cases::due(&item.register.notice, cases::ERASURE, item.opened.created);
    // Nobody has data erased by recording a wish who may not erase them, or so late that nobody can
    // look at it any more.
    let by_itself =
        cases::leaves_time(due, ctx.now) && item::either(&app, &staff, Action::Erase).is_ok();
    let draft = wish(&ctx, &item).state(if by_itself { cases::ERASURE } else { cases::OPEN });
    app.engine.collect(&access, Owner::Existing(item.opened.person), draft).await?;
    let key = if by_itself { "convert-done-text" } else { "convert-done-open" };
    let told = ctx.say_with(key, &[("due", ctx.moment(due).into())]);
    let body = item::done(&ctx, "convert-done", html! { p { (told) } });
    let back = Link::new(format!("/hallinta/palaute/{id}"), ctx.say("convert-back"));
    Ok(Page::new(ctx.say("convert-title"), body).trail(vec![back]).render(&ctx))
}

/// The request that a plea in a message becomes.
fn wish(ctx: &Ctx, item: &item::Item) -> Draft {
    let number = item.opened.number.unwrap_or(0).to_string();
    cases::draft(&item.register.notice, cases::ERASURE, ctx.lang, item.opened.created)
        .field("channel", "form".to_owned())
        .field("matched", item.opened.person.to_string())
        .field("text", ctx.say_with("convert-text", &[("number", number.into())]))
        .numbered()
}
