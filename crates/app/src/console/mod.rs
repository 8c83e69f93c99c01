//! `/hallinta`: where staff sign in and work.

use std::sync::Arc;

use axum::extract::State;
use axum::routing::get;
use maud::html;
use seloste_kernel::Fault;
use seloste_register::{Action, RIGHTS, SECURITY};
use seloste_web::components::{button_quiet, gallery, post_button, stats};
use seloste_web::{Answer, Ctx, Link, Page, Router};

use crate::app::App;
use crate::proofs;
use crate::services::staff::{self, Account};
use crate::services::{self, Place, Work};
use crate::site::staff_in;

pub mod abroad;
mod accounts;
mod clock;
mod factor;
mod figures;
mod guard;
mod late;
mod own;
mod passkeys;
mod promises;
mod second;
mod signin;
mod start;

pub use guard::{Staff, may};
pub use late::give_back as give_back_late;
pub use start::path as link_path;

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/hallinta", get(front))
        .route("/hallinta/tyyli", get(style))
        .merge(promises::routes())
        .merge(clock::routes())
        .merge(signin::routes())
        .merge(second::routes())
        .merge(passkeys::routes())
        .merge(own::routes())
        .merge(factor::routes())
        .merge(accounts::routes())
        .merge(start::routes())
}

/// Static files of the console: name, media type, content.
pub fn assets() -> Vec<(&'static str, &'static str, Vec<u8>)> {
    vec![passkeys::asset()]
}

/// Main navigation of the console: what the roles of whoever is signed in open.
pub fn nav(app: &App, ctx: &Ctx) -> Vec<Link> {
    let account = staff_in(ctx).and_then(|person| app.staff.directory.known(person));
    let Some(account) = account.filter(|account| account.is_open()) else {
        return vec![Link::new(signin::PATH, ctx.say("console-nav-sign-in"))];
    };
    let mut links = vec![Link::new("/hallinta", ctx.say("nav-console"))];
    links
        .extend(places(app, &account).into_iter().map(|(path, key)| Link::new(path, ctx.say(key))));
    links
}

/// The parts of the console that an account's roles open.
fn places(app: &App, account: &Account) -> Vec<(&'static str, &'static str)> {
    let may = |purpose: &str, action| guard::access(app, account, purpose, action).is_ok();
    let mut places: Vec<_> = services::ALL
        .iter()
        .flat_map(|service| service.places)
        .filter(|Place { open: (action, purposes), .. }| {
            purposes.iter().any(|purpose| may(purpose, *action))
        })
        .map(|place| (place.path, place.name))
        .collect();
    if may(RIGHTS, Action::SeeEvidence) || may(SECURITY, Action::SeeEvidence) {
        places.push(("/hallinta/lupaukset", "console-nav-promises"));
    }
    if may(SECURITY, Action::ManageUsers) {
        places.push(("/hallinta/kayttajat", "console-nav-users"));
    }
    places.push(("/hallinta/oma-tunnus", "console-nav-own"));
    places
}

async fn front(ctx: Ctx, staff: Staff, State(app): State<Arc<App>>) -> Answer {
    let lead = ctx.say_with("console-front-lead", &[("name", staff.name.as_str().into())]);
    let tiles = tiles(&ctx, &app, &staff).await?;
    let body = html! {
        @if tiles.is_empty() { p { (ctx.say("console-front-nothing")) } } @else { (stats(&tiles)) }
        (post_button(&ctx, "sign-out", "/hallinta/kirjaudu-ulos", button_quiet(&ctx.say("console-sign-out"))))
    };
    Ok(Page::new(ctx.say("nav-console"), body).lead(lead).render(&ctx))
}

/// How much waits for the one who looks, in numbers only: nothing is opened.
async fn tiles(ctx: &Ctx, app: &App, staff: &Staff) -> Result<Vec<(String, String)>, Fault> {
    let register = app.register()?;
    let mut tiles: Vec<(String, String)> = Vec::new();
    for Work { kind, states, open: (action, purposes), name, always } in
        services::ALL.iter().flat_map(|service| service.work)
    {
        let may = purposes.iter().any(|purpose| staff.may(app, purpose, *action));
        if register.notice.kind(kind).is_none() || !may {
            continue;
        }
        let counts = app.engine.counts(&register.notice.id, kind).await?;
        let waiting: i64 = states.iter().filter_map(|state| counts.get(*state)).sum();
        if *always || waiting > 0 {
            tiles.push((ctx.say(name), waiting.to_string()));
        }
    }
    if staff.may(app, RIGHTS, Action::SeeEvidence) || staff.may(app, SECURITY, Action::SeeEvidence)
    {
        let states = app.board.states(ctx.now);
        let bad = states.of.values().filter(|state| proofs::is_bad(state, states.as_of)).count();
        tiles.push((ctx.say("console-front-broken"), bad.to_string()));
    }
    Ok(tiles)
}

async fn style(ctx: Ctx, _: Staff) -> axum::response::Response {
    Page::new(ctx.say("style-title"), gallery(&ctx, false)).wide().render(&ctx)
}

/// The address of the first account's one-time link; `None` once there is an account.
///
/// # Errors
/// When the store fails.
pub async fn first_link(app: &Arc<App>, base: &str) -> Result<Option<String>, Fault> {
    // Not for whoever closed the last account: the operator opens one again.
    if !app.staff.directory.all(app).await?.is_empty() {
        return Ok(None);
    }
    let link = staff::first_link(app).await?;
    Ok(Some(format!("{base}{}", start::path(&link))))
}
