//! The front page: what this is, and the three things to do here.

use std::sync::Arc;

use axum::extract::State;
use maud::{Markup, html};
use seloste_web::components::link_button;
use seloste_web::{Answer, Ctx, Page};

use super::evidence::Board;
use super::version::Version;
use crate::app::App;
use crate::services;

/// The page.
pub(super) async fn show(ctx: Ctx, State(app): State<Arc<App>>) -> Answer {
    let register = app.register()?;
    let notice = &register.notice;
    let name = notice.register.get(&ctx.lang).cloned().unwrap_or_default();
    let pages: Vec<_> = services::of(notice).filter_map(|service| service.front).collect();
    let body = html! {
        @for (path, _, button) in pages {
            p.actions { (link_button(&ctx, path, &ctx.say(button))) }
        }
        ul.cards {
            (card(&ctx, "/oma", "own"))
            (card(&ctx, "/tietosuoja", "notice"))
            (card(&ctx, "/tietosuoja/naytto", "proof"))
        }
        (pulse(&ctx, &app)?)
    };
    let lead = ctx.say("privacy-front-lead");
    Ok(Page::new(name, body).lead(lead).wide().render(&ctx))
}

fn card(ctx: &Ctx, path: &str, name: &str) -> Markup {
    html! {
        li.card {
            h2 { a href=(ctx.href(path)) { (ctx.say(&format!("privacy-card-{name}"))) } }
            p { (ctx.say(&format!("privacy-card-{name}-text"))) }
        }
    }
}

/// How it stands with the promises, in one line.
fn pulse(ctx: &Ctx, app: &App) -> Result<Markup, seloste_kernel::Fault> {
    let version = Version::current(app)?;
    let states = app.board.states(ctx.now);
    if states.of.is_empty() {
        return Ok(html! {});
    }
    let board = Board::of(&version.register.promises, &states);
    let key = if board.bad.is_empty() { "privacy-sum-good" } else { "privacy-sum-bad" };
    let counts =
        [("bad", board.bad.len().into()), ("count", version.register.promises.len().into())];
    Ok(html! {
        p.quiet {
            (ctx.say_with(key, &counts)) " "
            (ctx.say_with("privacy-checked", &[("time", ctx.moment(states.as_of).into())]))
        }
    })
}
