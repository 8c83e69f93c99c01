//! Staff accounts: who may sign in, in which of the notice's roles.

use std::sync::Arc;

use axum::Router;

use super::{Kind, Service};
use crate::app::App;

/// The service.
pub const SERVICE: Service = Service {
    name: "staff",
    kinds: &[Kind {
        name: "staff-account",
        fields: &[
            "username",
            "display-name",
            "email",
            "roles",
            "password-hash",
            "totp-secret",
            "passkeys",
        ],
        needed: &["username", "display-name", "roles", "password-hash"],
        events: &["closed"],
    }],
    routes,
};

fn routes() -> Router<Arc<App>> {
    Router::new()
}
