//! Staff accounts: who may sign in, in which of the notice's roles. An account is a record like
//! any other: sealed, in the ledger, and gone a declared time after it is closed.

use seloste_kernel::{Actor, Fault, PersonId, RecordId};
use seloste_notice::model::Notice;
use seloste_register::{Access, Action, SECURITY};

use super::{Kind, Service};
use crate::app::App;
use crate::words::locale;

mod account;
mod change;
mod delay;
mod directory;
pub mod passkey;
mod passphrase;
mod pending;
pub mod totp;

pub use account::{Account, Secrets, State};
pub use change::{
    LINK_HOURS, Link, New, accept, add_app, change_own, check_username, choose_passphrase, close,
    create_first, first_link, invite, keep, link_of, list, one, relink, reopen, set_roles,
};
pub use delay::{Delays, Who};
pub use directory::Directory;
pub use passphrase::{Gate, PASSPHRASE_CHARS_MAX, Weak, least_chars};
pub use pending::Waiting;

/// The kind of record that an account is.
pub const KIND: &str = "staff-account";

/// The service; its pages are the console's own.
pub const SERVICE: Service =
    Service { texts: &[locale!("staff.ftl")], ..Service::new("staff", KINDS) };

const KINDS: &[Kind] = &[Kind {
    name: KIND,
    fields: &[
        "username",
        "display-name",
        "email",
        "roles",
        "password-hash",
        "totp-secret",
        "recovery-codes",
        "passkeys",
    ],
    needed: &["username", "display-name", "roles", "password-hash"],
    events: &["closed"],
}];

/// A sign-in whose password was right.
#[derive(Debug, Clone)]
pub struct Pending {
    /// The account.
    pub record: RecordId,
    /// The page wanted afterwards.
    pub wanted: String,
}

/// What sign-in keeps in memory.
pub struct Desk {
    /// The accounts as pages need them.
    pub directory: Directory,
    /// How many passwords are checked at once.
    pub gate: Gate,
    /// Who must wait after wrong passwords.
    pub delays: Delays,
    /// Sign-ins that wait for their second factor.
    pub waiting: Waiting<Pending>,
    /// Challenges that wait for any passkey.
    pub asked: Waiting<webauthn_rs::prelude::DiscoverableAuthentication>,
    /// Challenges that wait for a new passkey of this person.
    pub offered: Waiting<(PersonId, webauthn_rs::prelude::PasskeyRegistration)>,
    /// Changes of accounts come one after the other, so that a username cannot be taken twice.
    pub changing: tokio::sync::Mutex<()>,
}

impl Desk {
    /// Nothing known yet.
    pub fn new() -> Self {
        Self {
            directory: Directory::default(),
            gate: Gate::new(),
            delays: Delays::default(),
            waiting: Waiting::default(),
            asked: Waiting::default(),
            offered: Waiting::default(),
            changing: tokio::sync::Mutex::new(()),
        }
    }
}

/// Leave for the program itself to look at accounts: to recognise somebody, to know who is open.
///
/// # Errors
/// When nothing is published, or the notice has no purpose `security`.
pub fn own_access(app: &App) -> Result<Access, Fault> {
    access(app, Actor::Job("sign-in".to_owned()), Action::Read)
}

/// Leave to act on accounts.
///
/// # Errors
/// As [`own_access`], and `Forbidden` for a role that may not.
pub fn access(app: &App, actor: Actor, action: Action) -> Result<Access, Fault> {
    app.engine.access(&app.register()?.notice.id, actor, SECURITY, action)
}

/// Whether the notice promises that nobody signs in without a second factor.
pub fn two_factor_promised(notice: &Notice) -> bool {
    notice.measures.iter().any(|measure| measure.name == "two-factor")
}
