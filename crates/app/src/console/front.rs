//! `/hallinta`: what waits for whoever has signed in, and what is still to be done.

use std::sync::Arc;

use axum::extract::State;
use maud::{Markup, html};
use seloste_kernel::Fault;
use seloste_register::{Action, RIGHTS, SECURITY};
use seloste_web::components::{Tone, button_quiet, note, post_button, stats};
use seloste_web::{Answer, Ctx, Page};

use super::{Staff, promises, steps};
use crate::app::App;
use crate::proofs;
use crate::services::{self, Work};

/// A number and where that many are.
struct Tile {
    what: String,
    count: i64,
    at: &'static str,
}

pub(super) async fn show(ctx: Ctx, staff: Staff, State(app): State<Arc<App>>) -> Answer {
    let lead = ctx.say_with("console-front-lead", &[("name", staff.name.as_str().into())]);
    let tiles = tiles(&ctx, &app, &staff).await?;
    let steps = steps::of(&ctx, &app, &staff).await?;
    let idle = steps.is_empty() && tiles.iter().all(|tile| tile.count == 0);
    let body = html! {
        @if idle {
            (note(Tone::Good, &ctx.say("console-front-good"), html! {
                p { (ctx.say("console-front-nothing")) }
            }))
        }
        @if !tiles.is_empty() { (stats(&tiles.iter().map(|tile| shown(&ctx, tile)).collect::<Vec<_>>())) }
        @if !steps.is_empty() {
            h2 { (ctx.say("console-steps")) }
            (steps::list(&ctx, &steps))
        }
        (post_button(&ctx, "sign-out", "/hallinta/kirjaudu-ulos", button_quiet(&ctx.say("console-sign-out"))))
    };
    Ok(Page::new(ctx.say("nav-console"), body).lead(lead).render(&ctx))
}

fn shown(ctx: &Ctx, tile: &Tile) -> (Markup, String) {
    (html! { a href=(ctx.href(tile.at)) { (tile.what) } }, tile.count.to_string())
}

/// How much waits for the one who looks, in numbers only: nothing is opened.
async fn tiles(ctx: &Ctx, app: &App, staff: &Staff) -> Result<Vec<Tile>, Fault> {
    let register = app.register()?;
    let mut tiles = Vec::new();
    for Work { kind, states, open: (action, purposes), name, always, at } in
        services::ALL.iter().flat_map(|service| service.work)
    {
        let may = purposes.iter().any(|purpose| staff.may(app, purpose, *action));
        if register.notice.kind(kind).is_none() || !may {
            continue;
        }
        let counts = app.engine.counts(&register.notice.id, kind).await?;
        let count: i64 = states.iter().filter_map(|state| counts.get(*state)).sum();
        if *always || count > 0 {
            tiles.push(Tile { what: ctx.say(name), count, at });
        }
    }
    if staff.may(app, RIGHTS, Action::SeeEvidence) || staff.may(app, SECURITY, Action::SeeEvidence)
    {
        let states = app.board.states(ctx.now);
        let bad = states.of.values().filter(|state| proofs::is_bad(state, states.as_of)).count();
        let count = i64::try_from(bad).unwrap_or(i64::MAX);
        tiles.push(Tile { what: ctx.say("console-front-broken"), count, at: promises::PATH });
    }
    Ok(tiles)
}
