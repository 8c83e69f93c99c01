//! Feedback: what somebody wants to tell the organisation, with contact details only if they wish
//! an answer. Kept one month, answered from the inbox, erased by whoever holds the receipt.

use std::sync::Arc;

use axum::Router;

use super::{Kind, Service};
use crate::app::App;

/// The service.
pub const SERVICE: Service = Service {
    name: "feedback",
    kinds: &[
        Kind {
            name: "feedback",
            fields: &["message", "name", "email"],
            needed: &["message"],
            events: &["sent"],
        },
        Kind { name: "reply", fields: &["text"], needed: &["text"], events: &["sent"] },
    ],
    routes,
};

fn routes() -> Router<Arc<App>> {
    Router::new()
}
