//! Who may be on a page of the console. A handler that takes [`Staff`] runs for signed-in staff
//! only; what they may then do, the notice's roles decide in [`Staff::access`].

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::response::{IntoResponse, Response};
use http::Method;
use http::request::Parts;
use seloste_kernel::{Actor, Exit, Fault, FaultKind, PersonId, RecordId, UserId};
use seloste_register::{Access, Action};
use seloste_web::{Ctx, Failed};

use super::signin;
use crate::app::App;
use crate::services::staff::{self, Account};
use crate::site::staff_in;

/// Where the second factor is set up, and the only page before it is.
pub const SET_UP: &str = "/hallinta/oma-tunnus/vahvistus";

/// Somebody of the staff, signed in. An axum extractor: without one the visitor is led to sign in,
/// and a program gets 401.
pub struct Staff {
    /// Who.
    pub person: PersonId,
    /// The name that colleagues see.
    pub name: String,
    /// Roles of the notice.
    pub roles: Vec<String>,
    /// The account.
    pub account: Arc<Account>,
    /// Whether a program acts with a key of theirs.
    pub by_program: bool,
}

impl Staff {
    /// Leave to act for a purpose, in the first of the user's roles that may.
    ///
    /// # Errors
    /// `Forbidden` when none of the roles may; `RefusedByPromise` for a purpose that the notice
    /// forbids or does not have.
    pub fn access(&self, app: &App, purpose: &str, action: Action) -> Result<Access, Fault> {
        access_in(app, (self.person, self.by_program), &self.roles, purpose, action)
    }

    /// As [`Staff::access`], in this one of the user's roles.
    ///
    /// # Errors
    /// As [`Staff::access`], and when the user does not have the role.
    pub fn access_as(
        &self,
        app: &App,
        role: &String,
        purpose: &str,
        action: Action,
    ) -> Result<Access, Fault> {
        let roles = if self.roles.contains(role) { std::slice::from_ref(role) } else { &[] };
        access_in(app, (self.person, self.by_program), roles, purpose, action)
    }

    /// Whether [`Staff::access`] would give leave: for menus and buttons.
    pub fn may(&self, app: &App, purpose: &str, action: Action) -> bool {
        self.access(app, purpose, action).is_ok()
    }

    /// Leave to act on the own account, whatever the roles.
    ///
    /// # Errors
    /// When the notice has no purpose `security`.
    pub fn own(&self, app: &App) -> Result<Access, Fault> {
        staff::access(app, Actor::Person(self.person), Action::Amend)
    }
}

/// Leave for an account to act, in the first of its roles that may.
pub(super) fn access(
    app: &App,
    account: &Account,
    purpose: &str,
    action: Action,
) -> Result<Access, Fault> {
    access_in(app, (account.person, false), &account.roles, purpose, action)
}

fn access_in(
    app: &App,
    (person, by_program): (PersonId, bool),
    roles: &[String],
    purpose: &str,
    action: Action,
) -> Result<Access, Fault> {
    let register = &app.register()?.notice.id;
    let user = UserId::from_bytes(*person.as_bytes());
    let mut refused = Fault::new(FaultKind::Forbidden, "fault-not-allowed")
        .with("action", action.name())
        .with("purpose", purpose);
    for role in roles {
        let role = role.clone();
        let actor = match by_program {
            true => Actor::Program { user, role },
            false => Actor::Staff { user, role },
        };
        match app.engine.access(register, actor, purpose, action) {
            Ok(access) => return Ok(access),
            Err(fault) => refused = fault,
        }
    }
    Err(refused)
}

/// Whether an account may act so for a purpose, in any of its roles.
pub fn may(app: &App, account: &Account, purpose: &str, action: Action) -> bool {
    access(app, account, purpose, action).is_ok()
}

impl FromRequestParts<Arc<App>> for Staff {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Response> {
        let ctx = Ctx::from_request_parts(parts, app).await.map_err(Failed::into_response)?;
        let failed = |fault: Fault| Failed::from(fault).into_response();
        let account = match staff_in(&ctx) {
            Some(person) => app.staff.directory.of(app, person).await.map_err(failed)?,
            None => None,
        };
        let Some(account) = account.filter(|account| account.is_open()) else {
            return Err(sign_in_first(&ctx, &parts.method));
        };
        app.refuse_held().map_err(failed)?;
        let wanting = wants_second_factor(app, &account).map_err(failed)?;
        if wanting && !ctx.path.starts_with(SET_UP) {
            return Err(second_factor_first(&ctx));
        }
        Ok(Self {
            person: account.person,
            name: account.name.expose(Exit::Page).clone(),
            roles: account.roles.clone(),
            account,
            by_program: false,
        })
    }
}

/// Whether an account opens nothing yet, however it is used: the notice promises a second factor
/// that it has not got.
///
/// # Errors
/// When nothing is published.
pub fn wants_second_factor(app: &App, account: &Account) -> Result<bool, Fault> {
    let promised = staff::two_factor_promised(&app.register()?.notice);
    Ok(promised && !account.has_second_factor())
}

/// Leads to the sign-in and from there back to where the visitor was.
pub(super) fn sign_in_first(ctx: &Ctx, method: &Method) -> Response {
    if ctx.for_program {
        let fault = Fault::new(FaultKind::Unauthenticated, "fault-unauthenticated");
        return Failed::from(fault).into_response();
    }
    ctx.redirect(&signin::path_to(&page(ctx, method)))
}

/// The page that the visitor was on: the one asked for, or the one that the form sent was on.
pub(super) fn page(ctx: &Ctx, method: &Method) -> String {
    match *method {
        Method::GET | Method::HEAD if ctx.query.is_empty() => ctx.path.clone(),
        Method::GET | Method::HEAD => format!("{}?{}", ctx.path, ctx.query),
        _ => page_of_form(&ctx.path),
    }
}

/// Forms are on the page of the record they are about, or in a part of the console.
fn page_of_form(action: &str) -> String {
    let mut parts: Vec<&str> = action.split('/').take(4).collect();
    if parts.get(3).is_some_and(|part| part.parse::<RecordId>().is_err()) {
        parts.truncate(3);
    }
    parts.join("/")
}

fn second_factor_first(ctx: &Ctx) -> Response {
    if ctx.for_program {
        let fault = Fault::new(FaultKind::Forbidden, "fault-second-factor-first");
        return Failed::from(fault).into_response();
    }
    ctx.redirect(SET_UP)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_on_the_page_of_its_record_or_in_its_part() {
        let id = RecordId::from_bytes([7; 16]);
        let record = format!("/hallinta/palaute/{id}");
        assert_eq!(page_of_form(&format!("{record}/vastaa")), record);
        for part in ["/hallinta/oma-tunnus/istunnot/x/lopeta", "/hallinta/oma-tunnus/salasana"] {
            assert_eq!(page_of_form(part), "/hallinta/oma-tunnus");
        }
        assert_eq!(page_of_form("/hallinta"), "/hallinta");
    }
}
