//! Feedback: what somebody wants to tell the organisation, with contact details only if they wish
//! an answer. Kept one month, answered from the inbox, erased by whoever holds the receipt.

use std::sync::Arc;

use axum::Router;
use axum::routing::get;

use super::{Kind, Service};
use crate::app::App;

mod public;

/// What a visitor says.
const FEEDBACK: &str = "feedback";
/// What the organisation answers.
const REPLY: &str = "reply";
/// Under what staff have sorted it.
const THEME: &str = "theme";

/// The service.
pub const SERVICE: Service = Service {
    name: "feedback",
    kinds: &[
        Kind {
            name: FEEDBACK,
            fields: &["message", "name", "email"],
            needed: &["message"],
            events: &["sent"],
        },
        Kind { name: REPLY, fields: &["text"], needed: &["text"], events: &["sent"] },
        Kind { name: THEME, fields: &["theme"], needed: &["theme"], events: &["sent"] },
    ],
    routes,
};

fn routes() -> Router<Arc<App>> {
    Router::new().route("/palaute", get(public::show).post(public::send))
}
