//! Answering: the answer hangs on the feedback, shares its end, and is mailed only to the address
//! that the sender left for it.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use maud::{Markup, html};
use seloste_kernel::{Fault, RecordId};
use seloste_register::{Action, Draft};
use seloste_web::form::{Form, FormErrors, FormSpec, Reading, Submission, Values};
use seloste_web::{Answer, Ctx};

use super::item::{self, Item, Typed};
use super::letter::{ANSWER, ANSWERING, may_be_mailed};
use super::{REPLY, act};
use crate::app::App;
use crate::console::Staff;
use crate::done;
use crate::forms::{Asked, wrong_field};
use crate::post;

fn asked(item: &Item) -> Result<Asked<'_>, Fault> {
    Asked::new(&item.register.notice, REPLY, &["text"])
}

fn spec(ctx: &Ctx, item: &Item) -> Result<FormSpec, Fault> {
    Ok(FormSpec::new("feedback-answer", asked(item)?.fields(ctx)))
}

pub(super) fn form(
    ctx: &Ctx,
    app: &App,
    item: &Item,
    (values, errors): &(Values, FormErrors),
) -> Result<Markup, Fault> {
    let spec = spec(ctx, item)?;
    let how = match (may_be_mailed(&item.opened), app.mailer.is_ready()) {
        (true, true) => "answer-by-mail",
        (true, false) => "answer-no-mailer",
        (false, _) => "answer-by-receipt",
    };
    let form = Form {
        spec: &spec,
        action: &format!("/hallinta/palaute/{}/vastaa", item.opened.id),
        values,
        errors,
        submit: &ctx.say("answer-submit"),
    };
    Ok(html! {
        h2 { (ctx.say("answer-title")) }
        (form.render(ctx, html! { p { (ctx.say(how)) } }))
    })
}

fn answered(ctx: &Ctx, id: RecordId) -> Response {
    ctx.redirect(&done::at(&format!("/hallinta/palaute/{id}"), "vastaus"))
}

/// The feedback, for whoever may answer: nobody else is told even what is wrong with a form.
async fn to_answer(app: &App, staff: &Staff, id: RecordId) -> Result<Item, Fault> {
    staff.access(app, ANSWERING, Action::Answer)?;
    item::open(app, staff, id).await
}

pub(super) async fn send(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(id): Path<RecordId>,
    sent: Submission,
) -> Answer {
    let item = to_answer(&app, &staff, id).await?;
    let answer = match sent.read(&ctx, &spec(&ctx, &item)?)? {
        Reading::Bad(values, errors) => (values, errors),
        Reading::Good(values, command) => {
            let (mut typed, asked) = (values.clone(), asked(&item)?);
            let fill = |draft: Draft| asked.fill(draft.command(command.0), &mut typed);
            let seen = (&item.opened, item.opened.version);
            match act::answer(&app, &staff, seen, ctx.lang, fill).await {
                Ok(()) => return Ok(answered(&ctx, id)),
                Err(fault) => {
                    ctx.send_again(command);
                    (values, wrong_field(&ctx, fault)?)
                }
            }
        }
    };
    Ok(item::page(&ctx, &app, &staff, &item, &Typed { answer, ..Typed::default() })?)
}

/// Sends an answer again that did not arrive.
pub(super) async fn again(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(id): Path<RecordId>,
    sent: Submission,
) -> Answer {
    let access = staff.access(&app, ANSWERING, Action::Answer)?;
    post::again((&ctx, &app), &access, (REPLY, id), ANSWER, &sent).await?;
    Ok(ctx.redirect(&done::at(&format!("/hallinta/palaute/{id}"), post::AGAIN)))
}
