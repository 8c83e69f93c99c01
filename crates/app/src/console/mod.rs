//! `/hallinta`: where staff sign in and work.

use std::sync::Arc;

use axum::routing::get;
use seloste_kernel::Fault;
use seloste_register::{Action, RIGHTS, SECURITY};
use seloste_web::components::gallery;
use seloste_web::{Ctx, Link, Page, Router};

use crate::app::App;
use crate::services::staff::{self, Account};
use crate::services::{self, Place};
use crate::site::staff_in;

pub mod abroad;
mod accounts;
mod clock;
mod factor;
mod figures;
mod front;
mod guard;
mod late;
mod own;
mod passkeys;
mod promises;
mod second;
mod set_up;
mod signin;
mod start;
mod steps;

pub use guard::{Staff, may, wants_second_factor};
pub use late::give_back as give_back_late;
pub use start::path as link_path;

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/hallinta", get(front::show))
        .route(set_up::PATH, get(set_up::show))
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
    let may = |purpose: &str, action| guard::access(app, &account, purpose, action).is_ok();
    if let Ok(register) = app.register() {
        let more = services::of(&register.notice).map(|service| service.more_places);
        links.extend(more.flat_map(|more| more(ctx, &register.notice, &may)));
    }
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
