//! Which record is to be held: by its kind and the number that pages show.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use maud::html;
use seloste_kernel::{Exit, Fault, RecordId};
use seloste_notice::model::Notice;
use seloste_register::{DISCLOSURE, HOLD, PACKAGE, Query, TELLING, declared_grounds};
use seloste_web::components::empty;
use seloste_web::form::{
    Choice, Field, Form, FormErrors, FormSpec, Kind, Reading, Submission, Values,
};
use seloste_web::{Answer, Ctx, Page};

use super::{PATH, access, up};
use crate::app::App;
use crate::console::Staff;
use crate::holding::way_to;
use crate::sentences::text;

/// Kinds that have no number to be found by, or that are only about others.
const ASIDE: [&str; 4] = [DISCLOSURE, TELLING, PACKAGE, HOLD];

fn spec(ctx: &Ctx, notice: &Notice) -> FormSpec {
    let kinds = notice.kinds().map(|(_, kind)| kind);
    let kinds = kinds.filter(|kind| kind.part_of.is_none() && !ASIDE.contains(&&*kind.kind));
    let choices = kinds.map(|kind| Choice::new(&kind.kind, text(&kind.title, ctx.lang)));
    let kind = Field::new("kind", ctx.say("holds-find-kind"), Kind::Select(choices.collect()));
    let number = Field::new("number", ctx.say("holds-find-number"), Kind::Line).max_chars(18);
    FormSpec::new("hold-find", vec![kind.required(), number.required()])
}

fn page(ctx: &Ctx, notice: &Notice, (values, errors): (&Values, &FormErrors)) -> Response {
    let (spec, submit) = (spec(ctx, notice), ctx.say("holds-find"));
    let action = format!("{PATH}/uusi");
    let form = Form { spec: &spec, action: &action, values, errors, submit: &submit };
    let body = html! {
        @if declared_grounds(notice).is_empty() {
            (empty(&ctx.say("holds-undeclared"), html! {}))
        } @else { (form.render(ctx, html! {})) }
    };
    Page::new(ctx.say("holds-new"), body)
        .lead(ctx.say("holds-find-lead"))
        .trail(vec![up(ctx)])
        .status(errors.status())
        .render(ctx)
}

pub(super) async fn show(ctx: Ctx, staff: Staff, State(app): State<Arc<App>>) -> Answer {
    access(&app, &staff)?;
    Ok(page(&ctx, &app.register()?.notice, (&Values::none(), &FormErrors::none())))
}

pub(super) async fn send(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    sent: Submission,
) -> Answer {
    access(&app, &staff)?;
    let register = app.register()?;
    let (values, mut errors) = match sent.read(&ctx, &spec(&ctx, &register.notice))? {
        Reading::Good(values, _) => (values, FormErrors::none()),
        Reading::Bad(values, errors) => (values, errors),
    };
    if errors.is_empty() {
        match found(&app, &values).await? {
            Some(record) => return Ok(ctx.redirect(&way_to(record))),
            None => errors.add("number", ctx.say("holds-find-none")),
        }
    }
    Ok(page(&ctx, &register.notice, (&values, &errors)))
}

/// The record of that number; none is opened.
async fn found(app: &App, values: &Values) -> Result<Option<RecordId>, Fault> {
    let typed = |name| values.get(name).map_or("", |value| value.expose(Exit::Decision).trim());
    let Ok(number) = typed("number").parse::<i64>() else { return Ok(None) };
    let of = Query { number: Some(number), limit: 1, ..Query::of(typed("kind")) };
    let (found, _) = app.engine.waiting(&app.register()?.notice.id, &of).await?;
    Ok(found.first().map(|one| one.record))
}
