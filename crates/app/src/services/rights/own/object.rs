//! For what the own data are used, purpose by purpose, and what the person may do about each of them
//! with one press: object (Art. 21), take an objection back. What rests on a consent stands with the
//! record that it was given with, where it is withdrawn.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::routing::post;
use maud::{Markup, html};
use seloste_kernel::{Fault, PersonId, Sensitive};
use seloste_notice::model::{FieldType, Notice, Purpose};
use seloste_register::{Access, Action, Objectable, Objection, Owner, Standpoint, objectable};
use seloste_web::components::{button_quiet, post_button};
use seloste_web::form::Submission;
use seloste_web::{Answer, Ctx, Router};

use super::super::requests::{self, Asked, KIND};
use super::super::{person_access, told};
use super::{Own, PATH};
use crate::app::App;
use crate::{done, looks};

/// The right, as the notice's choice names it.
const OBJECTION: &str = "objection";

/// The forms' names in their tokens.
const OBJECT: &str = "own-object";
const LIFT: &str = "own-object-lift";

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/oma/vastusta/{purpose}", post(object))
        .route("/oma/vastusta/{purpose}/peru", post(lift))
}

/// What may be done about a purpose by objecting, where the notice takes such requests.
fn may_object(notice: &Notice, purpose: &Purpose) -> Objectable {
    let asked = notice.kind(KIND).and_then(|kind| kind.field("type")).map(|field| &field.ty);
    let taken = match asked {
        Some(FieldType::Choice(choices)) => choices.iter().any(|(name, _)| name == OBJECTION),
        _ => false,
    };
    match objectable(purpose) {
        // It needs no request: nobody has to decide it.
        Objectable::ForGood => Objectable::ForGood,
        Objectable::Weighed if taken => Objectable::Weighed,
        _ => Objectable::No,
    }
}

/// Each purpose with its basis, how it stands, and what fits.
///
/// # Errors
/// When the store fails.
pub async fn shown(ctx: &Ctx, app: &App, access: &Access, own: &Own) -> Result<Markup, Fault> {
    let notice = &app.register()?.notice;
    let objections = app.engine.objections(access, own.person).await?;
    let closed = |name: &str| objections.iter().find(|one| one.purpose == name);
    let may = |purpose: &Purpose| {
        !purpose.by_consent()
            || may_object(notice, purpose) != Objectable::No
            || closed(&purpose.name).is_some()
    };
    Ok(html! {
        h2 { (ctx.say("own-purposes")) }
        @for purpose in notice.purposes.iter().filter(|purpose| may(purpose)) {
            h3 { (looks::purpose(ctx, notice, &purpose.name)) }
            p.quiet { (told::basis(ctx, notice, &purpose.name)) }
            @match closed(&purpose.name) {
                Some(objection) => (stands(ctx, objection)),
                None => (act(ctx, notice, purpose)),
            }
        }
    })
}

/// How it stands with an objection, and the way back.
fn stands(ctx: &Ctx, objection: &Objection) -> Markup {
    let path = format!("/oma/vastusta/{}/peru", objection.purpose);
    html! {
        p { (said(ctx, objection)) }
        (post_button(ctx, LIFT, &path, button_quiet(&ctx.say("own-object-lift"))))
    }
}

/// How it stands with an objection.
pub fn said(ctx: &Ctx, objection: &Objection) -> String {
    let key = match objection.standpoint {
        Standpoint::ForGood => "own-closed-for-good",
        Standpoint::Listed => "own-closed-listed",
        Standpoint::Waiting => "own-closed-waiting",
        Standpoint::Upheld => "own-closed-upheld",
    };
    ctx.say_with(key, &[("date", ctx.date(objection.since).into())])
}

/// What follows from the act that fits, and its button.
fn act(ctx: &Ctx, notice: &Notice, purpose: &Purpose) -> Markup {
    let object = format!("/oma/vastusta/{}", purpose.name);
    let button = |form, path: &str, key| post_button(ctx, form, path, button_quiet(&ctx.say(key)));
    html! {
        @match may_object(notice, purpose) {
            Objectable::ForGood => {
                p { (ctx.say("own-object-for-good-text")) }
                (button(OBJECT, &object, "own-object-for-good"))
            }
            Objectable::Weighed => {
                p { (ctx.say("own-object-text")) }
                (button(OBJECT, &object, "own-object"))
            }
            Objectable::No => p { (ctx.say("own-object-not")) }
        }
    }
}

async fn object(
    ctx: Ctx,
    own: Own,
    State(app): State<Arc<App>>,
    Path(name): Path<String>,
    sent: Submission,
) -> Answer {
    let command = sent.pressed(&ctx, OBJECT)?;
    let made = raise(&ctx, &app, own.person, (&name, command.0)).await?;
    let deed = if made.standpoint == Standpoint::ForGood { "kielto" } else { "vastustus" };
    Ok(ctx.redirect(&done::at(PATH, deed)))
}

/// Objects to a purpose in the name of the person: at once, and with a request where somebody has to
/// decide it. What is closed already is told as it stands.
///
/// # Errors
/// `NotFound` for what cannot be objected to.
pub async fn raise(
    ctx: &Ctx,
    app: &Arc<App>,
    person: PersonId,
    (name, command): (&str, [u8; 16]),
) -> Result<Objection, Fault> {
    let notice = &app.register()?.notice;
    let purpose = notice.purpose(name).ok_or_else(Fault::not_found)?;
    let amend = person_access(app, person, Action::Amend)?;
    let closed = app.engine.objections(&amend, person).await?;
    let is_it = |one: &Objection| one.purpose == name && one.standpoint != Standpoint::Listed;
    if let Some(known) = closed.into_iter().find(is_it) {
        return Ok(known);
    }
    match may_object(notice, purpose) {
        Objectable::No => return Err(Fault::not_found()),
        Objectable::ForGood => {}
        Objectable::Weighed => {
            // The request first: what a crash leaves closed must have somebody who decides it.
            let asked = asked(ctx, notice, name, command);
            let collect = person_access(app, person, Action::Collect)?;
            requests::open(app, &collect, Owner::Existing(person), asked).await?;
        }
    }
    app.engine.object(&amend, person, name).await
}

async fn lift(
    ctx: Ctx,
    own: Own,
    State(app): State<Arc<App>>,
    Path(name): Path<String>,
    sent: Submission,
) -> Answer {
    sent.pressed(&ctx, LIFT)?;
    let access = own.access(&app, Action::Amend)?;
    app.engine.lift_objection(&access, own.person, &name, None).await?;
    Ok(ctx.redirect(&done::at(PATH, "avattu")))
}

/// The request: an objection to this purpose, in the person's name.
fn asked(ctx: &Ctx, notice: &Notice, name: &str, command: [u8; 16]) -> Asked {
    let purpose = looks::purpose(ctx, notice, name);
    let words = ctx.say_with("own-object-words", &[("purpose", purpose.into())]);
    Asked {
        what: OBJECTION.to_owned(),
        text: Some(Sensitive::new(words)),
        contact: None,
        channel: "form".to_owned(),
        lang: ctx.lang,
        behalf: None,
        arrived: None,
        sent_by: None,
        purpose: Some(name.to_owned()),
        command,
    }
}
