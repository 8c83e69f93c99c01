//! Objecting (Art. 21) with one click: for each purpose that rests on a public task or on
//! legitimate interests, and so may be objected to. It becomes a request with its clock.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::routing::post;
use maud::{Markup, html};
use seloste_kernel::{Fault, Sensitive};
use seloste_notice::model::{Basis, FieldType, Notice, Purpose};
use seloste_register::{Action, Owner};
use seloste_web::components::{button_quiet, post_button};
use seloste_web::form::Submission;
use seloste_web::{Answer, Ctx, Router};

use super::super::requests::{self, Asked, KIND};
use super::{Own, PATH};
use crate::app::App;
use crate::{done, looks};

/// The right, as the notice's choice names it.
const OBJECTION: &str = "objection";

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/oma/vastusta/{purpose}", post(object))
}

/// The purposes that may be objected to, where the notice takes objections.
fn purposes(notice: &Notice) -> impl Iterator<Item = &Purpose> {
    let asked = notice.kind(KIND).and_then(|kind| kind.field("type")).map(|field| &field.ty);
    let taken = match asked {
        Some(FieldType::Choice(choices)) => choices.iter().any(|(name, _)| name == OBJECTION),
        _ => false,
    };
    let open = |purpose: &&Purpose| {
        matches!(purpose.basis, Some(Basis::PublicTask | Basis::LegitimateInterests))
    };
    notice.purposes.iter().filter(open).filter(move |_| taken)
}

/// A button for each purpose.
pub fn buttons(ctx: &Ctx, notice: &Notice) -> Markup {
    let purposes: Vec<&Purpose> = purposes(notice).collect();
    html! {
        @if !purposes.is_empty() {
            h3 { (ctx.say("own-object-title")) }
            p { (ctx.say("own-object-text")) }
            @for purpose in purposes {
                p { (looks::purpose(ctx, notice, &purpose.name)) }
                (post_button(ctx, "own-object", &format!("/oma/vastusta/{}", purpose.name), button_quiet(&ctx.say("own-object"))))
            }
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
    let command = sent.pressed(&ctx, "own-object")?;
    let asked = asked(&ctx, &app.register()?.notice, &name, command.0)?;
    let access = own.access(&app, Action::Collect)?;
    requests::open(&app, &access, Owner::Existing(own.person), asked).await?;
    Ok(ctx.redirect(&done::at(PATH, "vastustus")))
}

/// The request: an objection to this purpose, in the person's name.
fn asked(ctx: &Ctx, notice: &Notice, name: &str, command: [u8; 16]) -> Result<Asked, Fault> {
    if !purposes(notice).any(|purpose| purpose.name == name) {
        return Err(Fault::not_found());
    }
    let purpose = looks::purpose(ctx, notice, name);
    let words = ctx.say_with("own-object-words", &[("purpose", purpose.into())]);
    Ok(Asked {
        what: OBJECTION.to_owned(),
        text: Some(Sensitive::new(words)),
        contact: None,
        channel: "form".to_owned(),
        lang: ctx.lang,
        behalf: None,
        arrived: None,
        instead: None,
        command,
    })
}
