//! One account, as pages and sign-in know it.

use seloste_kernel::{Exit, Fault, PersonId, RecordId, Sensitive, Timestamp};
use seloste_register::{Engine, Opened};

use super::{KIND, own_access};
use crate::app::App;

/// How far an account has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// A link was made; no password yet.
    Invited,
    /// May sign in.
    Open,
    /// May not any more; goes when its time has come.
    Closed,
}

impl State {
    /// The word in the record.
    pub const fn word(self) -> &'static str {
        match self {
            State::Invited => "invited",
            State::Open => "open",
            State::Closed => "closed",
        }
    }

    fn of(word: &str) -> Self {
        match word {
            "open" => State::Open,
            "invited" => State::Invited,
            // An unknown word opens nothing.
            _ => State::Closed,
        }
    }
}

/// An account without its secrets.
#[derive(Debug, Clone)]
pub struct Account {
    /// Whose.
    pub person: PersonId,
    /// The record.
    pub record: RecordId,
    /// The record's version, expected by the next change.
    pub version: i64,
    /// How far it has come.
    pub state: State,
    /// The name typed at sign-in.
    pub username: Sensitive<String>,
    /// The name that colleagues see.
    pub name: Sensitive<String>,
    /// Where invitations go, if given.
    pub email: Option<Sensitive<String>>,
    /// Roles of the notice.
    pub roles: Vec<String>,
    /// Whether an authenticator app is set up.
    pub has_totp: bool,
    /// Whether it has a passkey.
    pub has_passkey: bool,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last changed.
    pub updated: Timestamp,
    /// When it goes, once closed.
    pub due: Option<Timestamp>,
}

impl Account {
    pub(super) fn read(opened: &Opened) -> Self {
        let text = |field: &str| opened.text(field, Exit::Decision);
        let personal = |field: &str| opened.fields.get(field).cloned();
        Self {
            person: opened.person,
            record: opened.id,
            version: opened.version,
            state: State::of(&opened.state),
            username: personal("username").unwrap_or_else(empty),
            name: personal("display-name").unwrap_or_else(empty),
            email: personal("email"),
            roles: text("roles").split_whitespace().map(str::to_owned).collect(),
            has_totp: !text("totp-secret").is_empty(),
            has_passkey: !text("passkeys").is_empty(),
            created: opened.created,
            updated: opened.updated,
            due: opened.due,
        }
    }

    /// Whether it may sign in.
    pub fn is_open(&self) -> bool {
        self.state == State::Open
    }

    /// Whether a second factor is set up.
    pub fn has_second_factor(&self) -> bool {
        self.has_totp || self.has_passkey
    }

    /// Whether this is its username, written as people write it.
    pub fn has_username(&self, typed: &str) -> bool {
        *self.username.expose(Exit::Decision) == typed.trim().to_lowercase()
    }
}

fn empty() -> Sensitive<String> {
    Sensitive::new(String::new())
}

/// What proves who somebody is; opened only while it is being checked or changed.
pub struct Secrets {
    /// Argon2id in PHC form.
    pub password_hash: Option<Sensitive<String>>,
    /// The authenticator app's key, base32.
    pub totp_secret: Option<Sensitive<String>>,
    /// Digests of unused recovery codes.
    pub recovery_codes: Option<Sensitive<String>>,
    /// Passkeys, JSON.
    pub passkeys: Option<Sensitive<String>>,
}

impl Secrets {
    fn read(opened: &Opened) -> Self {
        let personal = |field: &str| opened.fields.get(field).cloned();
        Self {
            password_hash: personal("password-hash"),
            totp_secret: personal("totp-secret"),
            recovery_codes: personal("recovery-codes"),
            passkeys: personal("passkeys"),
        }
    }
}

impl Account {
    /// The account of this username, opened in the program's own name. Whether or not there is
    /// one, the same is done: one look, one ledger entry.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn find(app: &App, username: &str) -> Result<Option<(Self, Secrets)>, Fault> {
        let access = own_access(app)?;
        let found = app.engine.find(&access, "username", username).await?;
        match found.first() {
            Some((_, record)) => Self::open(app, *record).await,
            None => {
                app.engine.note(&access, "read", KIND, None).await?;
                Ok(None)
            }
        }
    }

    /// The account in this record, opened in the program's own name.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn open(app: &App, record: RecordId) -> Result<Option<(Self, Secrets)>, Fault> {
        let opened = open_if_there(&app.engine, &own_access(app)?, record).await?;
        Ok(opened.map(|opened| (Self::read(&opened), Secrets::read(&opened))))
    }
}

async fn open_if_there(
    engine: &Engine,
    access: &seloste_register::Access,
    record: RecordId,
) -> Result<Option<Opened>, Fault> {
    use seloste_kernel::FaultKind::Restricted;
    match engine.read(access, record).await {
        Ok(opened) if opened.kind == KIND => Ok(Some(opened)),
        Ok(_) => Ok(None),
        Err(fault) if fault.is_gone() || fault.kind() == Restricted => Ok(None),
        Err(fault) => Err(fault),
    }
}
