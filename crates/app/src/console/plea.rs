//! A wish for erasure that somebody wrote into their feedback is a request like any other, and
//! its time runs from the day the feedback came. Here, because it joins two services that do not
//! know each other.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::routing::post;
use maud::html;
use seloste_kernel::{Fault, FaultKind, RecordId, Sensitive};
use seloste_register::{Action, Opened, Owner};
use seloste_web::components::{Tone, note};
use seloste_web::form::{FormSpec, Reading, Submission};
use seloste_web::{Answer, CommandId, Ctx, Link, Page};

use super::Staff;
use crate::app::App;
use crate::services::feedback::{ANSWERING, FEEDBACK};
use crate::services::rights::requests::{self, Asked, ERASURE};

pub(super) fn routes() -> Router<Arc<App>> {
    Router::new().route("/hallinta/palaute/{id}/pyynnoksi", post(send))
}

async fn send(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(id): Path<RecordId>,
    sent: Submission,
) -> Answer {
    let Reading::Good(_, command) =
        sent.read(&ctx, &FormSpec::new("feedback-convert", Vec::new()))?
    else {
        return Err(Fault::new(FaultKind::BadRequest, "fault-bad-request").into());
    };
    let access = staff.access(&app, ANSWERING, Action::Answer)?;
    let feedback = app.engine.read(&access, id).await?;
    if feedback.kind != FEEDBACK {
        return Err(Fault::new(FaultKind::NotFound, "fault-not-found").into());
    }
    let asked = asked(&ctx, &feedback, command);
    let (_, due) = requests::open(&app, &access, Owner::Existing(feedback.person), asked).await?;
    let due = ctx.moment(due);
    let body = html! {
        (note(Tone::Good, &ctx.say("convert-done"), html! {
            p { (ctx.say_with("convert-done-text", &[("due", due.into())])) }
        }))
    };
    let back = Link::new(format!("/hallinta/palaute/{id}"), ctx.say("convert-back"));
    Ok(Page::new(ctx.say("convert-title"), body).trail(vec![back]).render(&ctx))
}

fn asked(ctx: &Ctx, feedback: &Opened, command: CommandId) -> Asked {
    let number = feedback.number.unwrap_or(0).to_string();
    let text = ctx.say_with("convert-text", &[("number", number.into())]);
    Asked {
        what: ERASURE.to_owned(),
        text: Some(Sensitive::new(text)),
        contact: None,
        channel: "form".to_owned(),
        lang: feedback.consents.first().map_or(ctx.lang, |consent| consent.lang),
        arrived: Some(feedback.created),
        command: command.0,
    }
}
