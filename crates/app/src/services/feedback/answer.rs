//! Answering: the answer hangs on the feedback, shares its end, and is mailed only to the address
//! that the sender left for it.

use std::sync::Arc;

use axum::extract::{Path, State};
use maud::{Markup, html};
use seloste_kernel::{Fault, Lang, RecordId};
use seloste_register::{Action, Draft, Opened, Owner};
use seloste_web::form::{Form, FormErrors, FormSpec, Reading, Submission, Values};
use seloste_web::{Answer, CommandId, Ctx};

use super::REPLY;
use super::item::{self, Item};
use super::letter::{ANSWERING, BY_RECEIPT, QUEUED, may_be_mailed};
use crate::app::App;
use crate::console::Staff;
use crate::forms::{Asked, wrong_field};
use crate::jobs::mail::ANSWER;

/// What a handler has typed so far.
pub(super) struct Typed {
    pub values: Values,
    pub errors: FormErrors,
}

impl Default for Typed {
    fn default() -> Self {
        Self { values: Values::none(), errors: FormErrors::none() }
    }
}

fn spec(ctx: &Ctx, item: &Item) -> Result<FormSpec, Fault> {
    Ok(FormSpec::new(
        "feedback-answer",
        Asked::new(&item.register.notice, REPLY, &["text"])?.fields(ctx),
    ))
}

pub(super) fn form(ctx: &Ctx, app: &App, item: &Item, typed: &Typed) -> Markup {
    let Ok(spec) = spec(ctx, item) else { return html! {} };
    let how = match (may_be_mailed(&item.opened), app.mailer.is_ready()) {
        (true, true) => "answer-by-mail",
        (true, false) => "answer-no-mailer",
        (false, _) => "answer-by-receipt",
    };
    let form = Form {
        spec: &spec,
        action: &format!("/hallinta/palaute/{}/vastaa", item.opened.id),
        values: &typed.values,
        errors: &typed.errors,
        submit: &ctx.say("answer-submit"),
    };
    html! {
        h2 { (ctx.say("answer-title")) }
        (form.render(ctx, html! { p { (ctx.say(how)) } }))
    }
}

pub(super) async fn send(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(id): Path<RecordId>,
    sent: Submission,
) -> Answer {
    let item = item::open(&app, &staff, id).await?;
    let (values, errors) = match sent.read(&ctx, &spec(&ctx, &item)?)? {
        Reading::Bad(values, errors) => (values, errors),
        Reading::Good(values, command) => {
            match write(&app, &ctx, &staff, &item, (values.clone(), command)).await {
                Ok(()) => return Ok(ctx.redirect(&format!("/hallinta/palaute/{id}"))),
                Err(fault) => {
                    ctx.send_again(command);
                    (values, wrong_field(&ctx, fault)?)
                }
            }
        }
    };
    Ok(item::page(&ctx, &app, &staff, &item, &Typed { values, errors }))
}

/// The draft of an answer to this feedback, still at `version`: answer, new state of the feedback
/// and the letter's place in the queue are one write.
pub fn draft(app: &App, feedback: &Opened, version: i64, lang: Lang) -> Draft {
    let mails = may_be_mailed(feedback) && app.mailer.is_ready();
    let draft = Draft::new(REPLY, "sent", lang)
        .state(if mails { QUEUED } else { BY_RECEIPT })
        .part_of(feedback.id)
        .moves_whole(version, "answered");
    if mails { draft.then_job(ANSWER) } else { draft }
}

async fn write(
    app: &Arc<App>,
    ctx: &Ctx,
    staff: &Staff,
    item: &Item,
    (mut values, command): (Values, CommandId),
) -> Result<(), Fault> {
    let access = staff.access(app, ANSWERING, Action::Answer)?;
    let draft = draft(app, &item.opened, item.opened.version, ctx.lang).command(command.0);
    let draft = Asked::new(&item.register.notice, REPLY, &["text"])?.fill(draft, &mut values);
    app.engine.collect(&access, Owner::Existing(item.opened.person), draft).await.map(drop)
}
