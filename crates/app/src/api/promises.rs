//! The promises of the notice and whether they are kept, for programs.

use std::sync::Arc;

use axum::extract::State as Extract;
use seloste_kernel::Timestamp;
use seloste_notice::promises::State;
use seloste_web::{Answer, Ctx};
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::proofs;
use crate::sentences::text;

/// What the notice promises, and what was found when it was last looked at.
#[derive(Serialize, ToSchema)]
pub struct Promises {
    /// When the live system was last looked at; absent before the first time.
    #[schema(value_type = Option<String>, format = DateTime)]
    checked: Option<Timestamp>,
    /// How many are broken or late.
    bad: usize,
    /// All of them, in the notice's order.
    promises: Vec<Promised>,
}

/// One promise.
#[derive(Serialize, ToSchema)]
pub struct Promised {
    /// Its id.
    id: String,
    /// The sentence, in the language of the answer.
    sentence: String,
    /// The law that asks for it.
    article: Option<String>,
    /// What keeps it.
    mechanism: &'static str,
    /// What was found.
    state: &'static str,
    /// What was found, in words.
    said: String,
    /// Whether something is wrong.
    bad: bool,
}

/// Every promise with its state.
#[utoipa::path(
    get,
    path = "/api/v1/promises",
    operation_id = "showPromises",
    tag = "notice",
    responses((status = 200, description = "All promises.", body = Promises)),
)]
pub async fn show(ctx: Ctx, Extract(app): Extract<Arc<App>>) -> Answer {
    let register = app.register()?;
    let states = app.board.states(ctx.now);
    let promises: Vec<Promised> = register
        .promises
        .iter()
        .map(|promise| {
            let state = states.of.get(&promise.id);
            Promised {
                sentence: text(&promise.sentence, ctx.lang),
                article: promise.article.map(|article| article.say(ctx.lang)),
                mechanism: promise.mechanism.name(),
                state: state.map_or("unchecked", word),
                said: state.map_or_else(
                    || ctx.say("privacy-unchecked"),
                    |state| state.say(ctx.lang, states.as_of),
                ),
                bad: state.is_some_and(|state| proofs::is_bad(state, states.as_of)),
                id: promise.id.clone(),
            }
        })
        .collect();
    let bad = promises.iter().filter(|promise| promise.bad).count();
    Ok(super::json(Promises { checked: app.board.checked(), bad, promises }))
}

fn word(state: &State) -> &'static str {
    match state {
        State::Kept { .. } => "kept",
        State::Broken { .. } => "broken",
        State::AttestedUntil { .. } => "attested-until",
        State::Due { .. } => "due",
        State::Awaited { .. } => "awaited",
        State::Text => "text",
    }
}
