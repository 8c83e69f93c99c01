//! Keys with which programs act for staff.

use jiff::SignedDuration;
use seloste_kernel::{Actor, Fault, FaultKind, Sensitive};
use seloste_register::Action;

use crate::app::App;
use crate::services::staff::{self, Account};

/// A key is good for this long.
pub const TOKEN_DAYS: i64 = 90;

/// Makes a key that acts for the open account of this username, with that account's roles and no
/// more. It ends with a change of the account's password, and when the account is closed.
///
/// # Errors
/// `NotFound` when no such account is open.
pub async fn make_token(app: &App, username: &str) -> Result<Sensitive<String>, Fault> {
    let found = Account::find(app, username).await?.filter(|(account, _)| account.is_open());
    let Some((account, _)) = found else {
        return Err(Fault::new(FaultKind::NotFound, "fault-api-no-account"));
    };
    let access = staff::access(app, Actor::Operator, Action::ManageUsers)?;
    let expires = app.engine.now() + SignedDuration::from_hours(TOKEN_DAYS * 24);
    app.engine.make_token(&access, account.person, expires).await
}
