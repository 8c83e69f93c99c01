//! The request behind an address, with leave to decide on it.

use std::sync::Arc;

use axum::extract::{FromRequestParts, RawPathParams};
use axum::response::{IntoResponse as _, Response};
use http::request::Parts;
use seloste_kernel::{Fault, RecordId};
use seloste_register::{Access, Action, Opened, RIGHTS};
use seloste_web::{Ctx, Failed};

use super::super::requests::{self, KIND};
use super::super::slip;
use super::PATH;
use crate::app::App;
use crate::cases;
use crate::console::Staff;
use crate::done;

/// One request of the desk. An axum extractor for addresses with an `{id}`: whoever may not decide
/// requests is refused, and what is none is not found.
pub struct Case {
    /// Who looks.
    pub staff: Staff,
    /// Their leave to decide requests.
    pub access: Access,
    /// The request.
    pub request: Opened,
}

impl FromRequestParts<Arc<App>> for Case {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Response> {
        let staff = Staff::from_request_parts(parts, app).await?;
        let params = RawPathParams::from_request_parts(parts, app).await;
        let params = params.map_err(axum::response::IntoResponse::into_response)?;
        let id = params.iter().find(|(name, _)| *name == "id").map_or("", |(_, id)| id);
        let failed = |fault: Fault| Failed::from(fault).into_response();
        Self::of(app, staff, id).await.map_err(failed)
    }
}

impl Case {
    /// Whoever it was matched with by a code gets their slip of it, where a crash came between.
    async fn of(app: &Arc<App>, staff: Staff, id: &str) -> Result<Self, Fault> {
        let access = staff.access(app, RIGHTS, Action::DecideRequests)?;
        let id: RecordId = id.parse().map_err(|_| Fault::not_found())?;
        let request = app.engine.read(&access, id).await?;
        if request.kind != KIND || request.state.starts_with(cases::SLIP) {
            return Err(Fault::not_found());
        }
        if let Some(person) = requests::by_code(&request) {
            slip::give_known(app, &access, &request, person).await?;
        }
        Ok(Self { staff, access, request })
    }

    /// Back to its page.
    pub fn back(&self, ctx: &Ctx) -> Response {
        ctx.redirect(&path(&self.request))
    }

    /// Back to its page, which tells of the deed.
    pub fn done(&self, ctx: &Ctx, deed: &str) -> Response {
        ctx.redirect(&done::at(&path(&self.request), deed))
    }
}

/// The page of a request.
pub fn path(request: &Opened) -> String {
    format!("{PATH}/{}", request.id)
}

/// An address under it.
pub fn under(request: &Opened, end: &str) -> String {
    format!("{PATH}/{}/{end}", request.id)
}
