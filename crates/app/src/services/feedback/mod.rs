//! Feedback: what somebody wants to tell the organisation, with contact details only if they wish
//! an answer. Kept one month, answered from the inbox, erased by whoever holds the receipt.

use std::sync::Arc;

use axum::routing::{get, post};
use seloste_register::Action;
use seloste_web::Router;

use super::{Kind, Mail, Place, Service, Work};
use crate::api::feedback_routes;
use crate::app::App;
use crate::post::FAILED;
use crate::words::locale;

mod act;
mod answer;
mod classify;
mod consent;
mod disclose;
mod erase;
mod export;
mod handover;
mod inbox;
mod invent;
mod item;
mod letter;
mod public;
mod receipt;

pub use act::{answer, set_theme, take_in};
pub use inbox::DEVELOPING;
pub use invent::{Code, Invented, invent};
pub use item::widest;
pub use letter::ANSWERING;
pub use public::{ASKED, SENDING, asked, same_terms};

/// What a visitor says.
pub const FEEDBACK: &str = "feedback";
/// What the organisation answers.
pub const REPLY: &str = "reply";
/// Under what staff have sorted it.
pub const THEME: &str = "theme";

/// In which states a feedback can be.
pub const STATES: &[&str] = &["new", "open", "answered", "closed"];

/// The service.
pub const SERVICE: Service = Service {
    routes,
    api: feedback_routes,
    notice: Some(("feedback", include_str!("../../../../../notices/feedback.kdl"))),
    texts: &[locale!("feedback.ftl")],
    form: Some((FEEDBACK, "/palaute", ASKED)),
    front: Some(("/palaute", "nav-feedback", "privacy-front-give")),
    places: &[Place {
        path: "/hallinta/palaute",
        name: "console-nav-feedback",
        open: (Action::Read, &[ANSWERING, DEVELOPING]),
    }],
    work: &[
        Work {
            kind: FEEDBACK,
            states: &["new", "open"],
            open: (Action::Read, &[ANSWERING, DEVELOPING]),
            name: "console-front-feedback",
            always: true,
            at: inbox::WAITING,
        },
        Work {
            kind: REPLY,
            states: &[FAILED],
            open: (Action::Answer, &[ANSWERING]),
            name: "console-front-feedback-unsent",
            always: false,
            at: inbox::PATH,
        },
    ],
    mail: &[
        Mail {
            name: letter::ANSWER,
            one_for_all: false,
            send: |app, job| Box::pin(async move { letter::send(&app, &job).await }),
        },
        Mail {
            name: letter::NOTIFY,
            one_for_all: true,
            send: |app, job| Box::pin(async move { letter::notify(&app, &job).await }),
        },
    ],
    ..Service::new("feedback", KINDS)
};

const KINDS: &[Kind] = &[
    Kind {
        name: FEEDBACK,
        fields: &["message", "name", "email"],
        needed: &["message"],
        events: &[],
    },
    Kind { name: REPLY, fields: &["text"], needed: &["text"], events: &[] },
    Kind { name: THEME, fields: &["theme"], needed: &["theme"], events: &[] },
];

fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/palaute", get(public::show).post(public::send))
        .route("/palaute/kuitti/{command}/suostumus/{purpose}", get(consent::file))
        .route(
            "/palaute/kuitti/{command}/peru/{purpose}",
            get(consent::ask).post(consent::withdraw),
        )
        .route("/hallinta/palaute", get(inbox::show).post(inbox::search))
        .route("/hallinta/palaute/vie", get(export::show).post(export::send))
        .route("/hallinta/palaute/{id}", get(item::show))
        .route("/hallinta/palaute/{id}/vastaa", post(answer::send))
        .route("/hallinta/palaute/{id}/uudelleen", post(answer::again))
        .route("/hallinta/palaute/{id}/luokittele", post(classify::send))
        .route("/hallinta/palaute/{id}/poista", get(erase::show).post(erase::send))
        .route("/hallinta/palaute/{id}/pyynnoksi", post(erase::convert))
        .route("/hallinta/palaute/{id}/luovuta", get(disclose::show).post(disclose::send))
        .route("/hallinta/palaute/{id}/luovuta/{disclosure}", post(handover::send))
}
