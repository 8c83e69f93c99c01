//! Who asks: the holder of a receipt code, or somebody of the staff.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::response::{IntoResponse, Response};
use http::header::AUTHORIZATION;
use http::request::Parts;
use http::{HeaderMap, Method};
use seloste_kernel::{Actor, Exit, Fault, FaultKind, PersonId, Sensitive, Timestamp};
use seloste_register::{Access, Action, RIGHTS, Recognised, Tombstone};
use seloste_web::{Ctx, Failed, RateClass};

use crate::app::App;
use crate::console::{self, Staff, abroad};

/// Receipt codes that one caller may try.
const RECEIPTS: RateClass = RateClass { name: "api-receipts", burst: 30, per_minute: 30 };

/// Wrong keys that one caller may try before being told to wait.
const TOKENS: RateClass = RateClass { name: "api-tokens", burst: 30, per_minute: 30 };

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

/// Somebody of the staff: signed in, or by a program with their key.
pub struct Clerk(pub Staff);

/// A page of another site cannot send this header, and a form cannot either: with it the session
/// cookie is enough to change something.
const OWN_HEADER: &str = "x-seloste";

impl Clerk {
    async fn by_token(ctx: &Ctx, app: &App, token: &Sensitive<String>) -> Result<Self, Fault> {
        app.refuse_held()?;
        let person = app.engine.token(token).await?;
        let account = match person {
            Some(person) => app.staff.directory.of(app, person).await?,
            None => None,
        };
        let Some(account) = account.filter(|account| account.is_open()) else {
            ctx.throttle(TOKENS)?;
            return Err(Fault::new(FaultKind::Unauthenticated, "fault-api-token"));
        };
        if console::wants_second_factor(app, &account)? {
            return Err(Fault::new(FaultKind::Forbidden, "fault-second-factor-first"));
        }
        Ok(Self(Staff {
            person: account.person,
            name: account.name.expose(Exit::Api).clone(),
            roles: account.roles.clone(),
            account,
            by_program: true,
        }))
    }
}

impl FromRequestParts<Arc<App>> for Clerk {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Response> {
        let failed = |fault: Fault| Failed::from(fault).into_response();
        let ctx = Ctx::from_request_parts(parts, app).await.map_err(Failed::into_response)?;
        abroad::allow(app, ctx.whence).map_err(failed)?;
        if parts.headers.contains_key(AUTHORIZATION) {
            let nobody = || failed(Fault::new(FaultKind::Unauthenticated, "fault-api-token"));
            let token = credentials(&parts.headers, &["bearer"]).ok_or_else(nobody)?;
            return Self::by_token(&ctx, app, &token).await.map_err(failed);
        }
        let staff = Staff::from_request_parts(parts, app).await?;
        let reads = matches!(parts.method, Method::GET | Method::HEAD);
        if !reads && !parts.headers.contains_key(OWN_HEADER) {
            return Err(failed(Fault::new(FaultKind::Forbidden, "fault-api-own-header")));
        }
        Ok(Self(staff))
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
