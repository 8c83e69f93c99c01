//! Who asks: the holder of a receipt code.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::response::{IntoResponse, Response};
use http::HeaderMap;
use http::header::AUTHORIZATION;
use http::request::Parts;
use seloste_kernel::{Actor, Fault, FaultKind, PersonId, Sensitive, Timestamp};
use seloste_register::{Access, Action, RIGHTS, Recognised, Tombstone};
use seloste_web::{Ctx, Failed, RateClass};

use crate::app::App;

/// Receipt codes that one caller may try.
const RECEIPTS: RateClass = RateClass { name: "api-receipts", burst: 30, per_minute: 30 };

/// Somebody recognised by a receipt code.
pub struct Holder {
    /// Who.
    pub person: PersonId,
    register: String,
}

impl Holder {
    /// Leave to use the person's rights.
    ///
    /// # Errors
    /// When the notice has no purpose for them.
    pub fn access(&self, app: &App, action: Action) -> Result<Access, Fault> {
        app.engine.access(&self.register, Actor::Person(self.person), RIGHTS, action)
    }

    async fn find(ctx: &Ctx, parts: &Parts, app: &App) -> Result<Self, Fault> {
        let typed = credentials(&parts.headers, &["receipt", "bearer"]).ok_or_else(nobody)?;
        ctx.throttle(RECEIPTS)?;
        let register = app.register()?.notice.id.clone();
        match app.engine.recognise(&register, &typed).await? {
            Some(Recognised::Person { person, .. }) => Ok(Self { person, register }),
            Some(Recognised::Erased(tombstone)) => Err(erased(&tombstone)),
            None => Err(nobody()),
        }
    }
}

impl FromRequestParts<Arc<App>> for Holder {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Response> {
        let ctx = Ctx::from_request_parts(parts, app).await.map_err(Failed::into_response)?;
        let found = Self::find(&ctx, parts, app).await;
        found.map_err(|fault| Failed::from(fault).into_response())
    }
}

/// The secret of the one `Authorization` header, under one of these schemes.
pub fn credentials(headers: &HeaderMap, schemes: &[&str]) -> Option<Sensitive<String>> {
    let mut given = headers.get_all(AUTHORIZATION).iter();
    let (Some(value), None) = (given.next(), given.next()) else { return None };
    let (scheme, secret) = value.to_str().ok()?.split_once(' ')?;
    let known = schemes.iter().any(|known| scheme.eq_ignore_ascii_case(known));
    known.then(|| Sensitive::new(secret.trim().to_owned()))
}

fn nobody() -> Fault {
    Fault::new(FaultKind::Unauthenticated, "fault-api-receipt")
}

fn erased(tombstone: &Tombstone) -> Fault {
    let at = Timestamp::from_millisecond(tombstone.at_ms).unwrap_or_default();
    let mut fault = Fault::new(FaultKind::Gone, "fault-api-erased")
        .with("at", at.to_string())
        .with("why", tombstone.why.word());
    if let Some(entry) = tombstone.entry {
        fault = fault.with("proof", entry.to_string());
    }
    fault
}
