//! The rights of the person (GDPR Art. 12–22): seeing, taking along, correcting, restricting,
//! erasing, and requests without a sign-in.

use std::sync::Arc;

use axum::Router;

use super::{Kind, Service};
use crate::app::App;

/// The service.
pub const SERVICE: Service = Service {
    name: "rights",
    kinds: &[
        Kind {
            name: "rights-request",
            fields: &[
                "type", "text", "channel", "contact", "language", "matched",
            ],
            needed: &["type", "channel", "matched"],
            events: &["decided"],
        },
        Kind {
            name: "rights-answer",
            fields: &["decision", "ground", "text"],
            needed: &["decision", "text"],
            events: &[],
        },
        Kind {
            name: "disclosure",
            fields: &["recipient", "purpose", "ground", "items"],
            needed: &["recipient", "ground", "items"],
            events: &["created"],
        },
    ],
    routes,
};

fn routes() -> Router<Arc<App>> {
    Router::new()
}
