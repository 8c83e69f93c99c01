//! Answering: the answer hangs on the feedback, shares its end, and is mailed only to the address
//! that the sender left for it.

use std::sync::Arc;

use axum::extract::{Path, State};
use maud::{Markup, html};
use seloste_kernel::{Fault, RecordId};
use seloste_register::Draft;
use seloste_web::form::{Form, FormErrors, FormSpec, Reading, Submission, Values};
use seloste_web::{Answer, Ctx};

use super::item::{self, Item};
use super::letter::may_be_mailed;
use super::{REPLY, act};
use crate::app::App;
use crate::console::Staff;
use crate::forms::{Asked, wrong_field};

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

fn asked(item: &Item) -> Result<Asked<'_>, Fault> {
    Asked::new(&item.register.notice, REPLY, &["text"])
}

fn spec(ctx: &Ctx, item: &Item) -> Result<FormSpec, Fault> {
    Ok(FormSpec::new("feedback-answer", asked(item)?.fields(ctx)))
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
            let (mut typed, asked) = (values.clone(), asked(&item)?);
            let fill = |draft: Draft| asked.fill(draft.command(command.0), &mut typed);
            match act::answer(&app, &staff, &item.opened, ctx.lang, fill).await {
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
