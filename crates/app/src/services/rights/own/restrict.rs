//! Restricting one of the own records, or all of them (Art. 18), on the ground that the person names.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, FaultKind, PersonId, RecordId};
use seloste_register::{Action, Opened, Restriction, RestrictionGround};
use seloste_web::components::{Tone, note};
use seloste_web::form::{
    Choice, Field, Form, FormErrors, FormSpec, Kind, Reading, Submission, Values,
};
use seloste_web::{Answer, Ctx, Page, Router};

use super::super::may_restrict;
use super::change::id;
use super::{Own, PATH, trail};
use crate::app::App;
use crate::done;

/// On which a person restricts; the fourth ground comes with an objection by itself.
pub const GROUNDS: [RestrictionGround; 3] =
    [RestrictionGround::Accuracy, RestrictionGround::Unlawful, RestrictionGround::Claim];

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/oma/rajoita", get(ask_all).post(restrict_all))
        .route("/oma/tieto/{id}/rajoita", get(ask).post(restrict))
}

/// Where this is done to one record, or to all of them.
pub fn path(of: Option<RecordId>, action: &str) -> String {
    match of {
        Some(record) => format!("{PATH}/tieto/{record}/{action}"),
        None => format!("{PATH}/{action}"),
    }
}

/// The ground of a restriction, in words.
pub fn ground(ctx: &Ctx, ground: RestrictionGround) -> String {
    ctx.say(match ground {
        RestrictionGround::Accuracy => "restriction-accuracy",
        RestrictionGround::Unlawful => "restriction-unlawful",
        RestrictionGround::Claim => "restriction-claim",
        RestrictionGround::Objection => "restriction-objection",
    })
}

/// That a record, or everything, is restricted: why, since when, and when the organisation ends it.
pub fn told(ctx: &Ctx, restriction: &Restriction) -> Markup {
    let since = ctx.date(restriction.since);
    let why = ground(ctx, restriction.ground);
    html! {
        p { (ctx.say_with("restriction-since", &[("ground", why.into()), ("date", since.into())])) }
        @if let Some(ends) = restriction.ends {
            p { (ctx.say_with("restriction-ends", &[("date", ctx.date(ends).into())])) }
        }
    }
}

/// What a record's section says of its own restriction, and the way to begin or end one.
pub fn of_record(ctx: &Ctx, record: &Opened, all: &[Restriction], may: bool) -> Markup {
    let own = all.iter().find(|one| one.record == Some(record.id));
    html! {
        @if let Some(restriction) = own {
            (note(Tone::Info, &ctx.say("restriction-record"), told(ctx, restriction)))
        }
        (way(ctx, Some(record.id), own.is_some(), may))
    }
}

/// The way to begin or end the restriction of one record, or of all of them.
pub fn way(ctx: &Ctx, of: Option<RecordId>, restricted: bool, may: bool) -> Markup {
    html! {
        @if restricted {
            a.button.quiet-button href=(ctx.href(&path(of, "vapauta"))) { (ctx.say("rights-restrict-end")) }
        } @else if may {
            a.button.quiet-button href=(ctx.href(&path(of, "rajoita"))) { (ctx.say("rights-restrict")) }
        }
    }
}

fn spec(ctx: &Ctx) -> FormSpec {
    let choices = GROUNDS.map(|of| Choice::new(of.word(), ground(ctx, of))).to_vec();
    let field = Field::new("ground", ctx.say("restriction-ground"), Kind::Select(choices));
    FormSpec::new("own-restrict-one", vec![field.required()])
}

fn page(ctx: &Ctx, of: Option<RecordId>, (values, errors): (&Values, &FormErrors)) -> Response {
    let (spec, submit) = (spec(ctx), ctx.say("rights-restrict"));
    let action = path(of, "rajoita");
    let form = Form { spec: &spec, action: &action, values, errors, submit: &submit };
    let title = if of.is_some() { "restriction-title" } else { "restriction-title-all" };
    let before = html! { p { (ctx.say("restriction-follows")) } };
    Page::new(ctx.say(title), form.render(ctx, before))
        .trail(trail(ctx))
        .status(errors.status())
        .render(ctx)
}

async fn ask(ctx: Ctx, own: Own, State(app): State<Arc<App>>, Path(of): Path<String>) -> Answer {
    let record = app.engine.read(&own.access(&app, Action::Read)?, id(&of)?).await?;
    Ok(page(&ctx, Some(record.id), (&Values::none(), &FormErrors::none())))
}

async fn ask_all(ctx: Ctx, own: Own, State(app): State<Arc<App>>) -> Answer {
    demand(&app, own.person).await?;
    Ok(page(&ctx, None, (&Values::none(), &FormErrors::none())))
}

async fn restrict(
    ctx: Ctx,
    own: Own,
    State(app): State<Arc<App>>,
    Path(of): Path<String>,
    sent: Submission,
) -> Answer {
    begin(&ctx, &own, &app, (Some(id(&of)?), sent)).await
}

async fn restrict_all(ctx: Ctx, own: Own, State(app): State<Arc<App>>, sent: Submission) -> Answer {
    begin(&ctx, &own, &app, (None, sent)).await
}

async fn begin(
    ctx: &Ctx,
    own: &Own,
    app: &App,
    (of, sent): (Option<RecordId>, Submission),
) -> Answer {
    let values = match sent.read(ctx, &spec(ctx))? {
        Reading::Bad(values, errors) => return Ok(page(ctx, of, (&values, &errors))),
        Reading::Good(values, _) => values,
    };
    demand(app, own.person).await?;
    let word = values.get("ground").map_or("", |word| word.expose(Exit::Decision).as_str());
    let ground = RestrictionGround::of(word).ok_or_else(Fault::not_found)?;
    let access = own.access(app, Action::Amend)?;
    app.engine.restrict(&access, own.person, of, ground).await?;
    Ok(ctx.redirect(&done::at(PATH, "rajoitus")))
}

/// Staff who restricted their own account could no longer sign in.
///
/// # Errors
/// `Conflict` for them.
pub async fn demand(app: &App, person: PersonId) -> Result<(), Fault> {
    match may_restrict(app, person).await? {
        true => Ok(()),
        false => Err(Fault::new(FaultKind::Conflict, "rights-no-restriction")),
    }
}
