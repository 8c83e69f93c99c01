//! Records: registers that staff keep, made wholly by the notice. Every kind, field, event and
//! state comes from there; the same code runs any number of such services.

use std::sync::Arc;

use axum::routing::{get, post};
use seloste_notice::model::Notice;
use seloste_register::Action;
use seloste_web::{Ctx, Link, Router};

use super::{May, Service};
use crate::api::records_routes;
use crate::app::App;
use crate::sentences::text;
use crate::words::locale;

mod act;
mod add;
mod bring;
mod correct;
mod disclose;
mod erase;
mod event;
mod export;
mod front;
mod item;
mod known;
mod list;
mod parts;
mod shown;
mod state;
pub mod table;
mod times;
mod totals;

pub use act::{Whose, add, change, changing, event};
pub use item::{Item, open};
pub use known::{At, purposes};
pub use times::midnight;
pub use totals::totals;

/// Events that staff can say have come, beside the writing itself.
pub const EVENTS: &[&str] = &["closed", "answered", "decided", "started", "ended"];

/// The name by which a notice says that this runs a service.
pub const NAME: &str = "records";

/// The first page of all registers.
const PATH: &str = "/hallinta/rekisteri";

/// The page of a record begins so.
const ITEM: &str = "/hallinta/tieto";

/// The service.
pub const SERVICE: Service = Service {
    routes,
    api: records_routes,
    kinds_of_notice: true,
    notice: Some(("register", include_str!("../../../../../notices/register.kdl"))),
    texts: &[locale!("records.ftl")],
    more_places: places,
    ..Service::new(NAME, &[])
};

fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/hallinta/rekisteri", get(front::all))
        .route("/hallinta/rekisteri/{service}", get(front::show))
        .route("/hallinta/rekisteri/{service}/{kind}", get(list::show).post(list::search))
        .route("/hallinta/rekisteri/{service}/{kind}/uusi", get(add::first).post(add::send_first))
        .route("/hallinta/rekisteri/{service}/{kind}/vie", get(export::show).post(export::send))
        .route("/hallinta/rekisteri/{service}/{kind}/tuonti", get(bring::show).post(bring::send))
        .route("/hallinta/rekisteri/{service}/{kind}/tuonti/sarakkeet", post(bring::columns))
        .route("/hallinta/rekisteri/{service}/{kind}/tuonti/vahvista", post(bring::confirm))
        .route("/hallinta/rekisteri/{service}/{kind}/luvut", get(totals::show))
        .route("/hallinta/rekisteri/{service}/{kind}/luvut.csv", get(totals::file))
        .route("/hallinta/tieto/{id}", get(item::show))
        .route("/hallinta/tieto/{id}/lisaa/{kind}", get(add::more).post(add::send_more))
        .route("/hallinta/tieto/{id}/korjaa", get(correct::show).post(correct::send))
        .route("/hallinta/tieto/{id}/tila", post(state::send))
        .route("/hallinta/tieto/{id}/tapahtuma/{event}", get(event::show).post(event::send))
        .route("/hallinta/tieto/{id}/poista", get(erase::show).post(erase::send))
        .route("/hallinta/tieto/{id}/luovuta", get(disclose::show).post(disclose::send))
        .route("/hallinta/tieto/{id}/luovuta/{disclosure}", post(disclose::hand_over))
}

/// A place in the console for each such service of which the roles open a kind.
fn places(ctx: &Ctx, notice: &Notice, may: May<'_>) -> Vec<Link> {
    let open = |service: &&seloste_notice::model::Service| {
        let kinds = service.collects.iter();
        kinds.flat_map(|kind| known::purposes(notice, kind)).any(|name| may(name, Action::Read))
    };
    let link = |service: &seloste_notice::model::Service| {
        Link::new(format!("{PATH}/{}", service.name), text(&service.title, ctx.lang))
    };
    known::services(notice).filter(open).map(link).collect()
}
