//! Making, changing and closing accounts. Each change is in the ledger, ends the sessions that it
//! concerns, and is seen by the next page.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::SignedDuration;
use seloste_kernel::{Actor, Exit, Fault, FaultKind, Lang, PersonId, RecordId, Sensitive};
use seloste_notice::model::Notice;
use seloste_register::{Access, Action, Draft, Owner, Query, SECURITY};

use super::{
    Account, KIND, State, Weak, access, own_access, passphrase, totp, two_factor_promised,
};
use crate::app::App;

/// A one-time link is good for this long.
pub const LINK_HOURS: i64 = 24;

/// What a link of the first account says; others name their record.
const FIRST: &str = "first";

/// The event from which a closed account is kept for a while.
const CLOSED: &str = "closed";

/// Roles of the first account, as far as the notice has them, beside the first that it declares.
const FIRST_ROLES: [&str; 2] = ["admin", "officer"];

/// A new account.
pub struct New {
    /// The name to type at sign-in.
    pub username: Sensitive<String>,
    /// The name that colleagues see.
    pub name: Sensitive<String>,
    /// Where the invitation goes.
    pub email: Option<Sensitive<String>>,
    /// Roles of the notice.
    pub roles: Vec<String>,
}

/// What a one-time link opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// The first account of an installation.
    First,
    /// Choosing a password for this account.
    Account(RecordId),
}

/// What a link opens, without using it up; `None` when it is used, void or too old.
///
/// # Errors
/// When the store fails.
pub async fn link_of(app: &App, secret: &Sensitive<String>) -> Result<Option<Link>, Fault> {
    let link = app.engine.see_link(secret).await?.as_deref().and_then(parse);
    // The first account is made once; an old link must not make a second "first".
    let spent = link == Some(Link::First) && app.staff.directory.any_open(app).await?;
    Ok(link.filter(|_| !spent))
}

fn parse(says: &str) -> Option<Link> {
    match says {
        FIRST => Some(Link::First),
        record => record.parse().ok().map(Link::Account),
    }
}

/// Uses a link up.
async fn take(app: &App, secret: &Sensitive<String>, wanted: Link) -> Result<(), Fault> {
    match app.engine.take_link(secret).await?.as_deref().and_then(parse) {
        Some(link) if link == wanted => Ok(()),
        _ => Err(used()),
    }
}

fn used() -> Fault {
    Fault::new(FaultKind::Gone, "fault-link-used")
}

/// The secret of a link to the first account.
///
/// # Errors
/// When the store fails.
pub async fn first_link(app: &App) -> Result<Sensitive<String>, Fault> {
    let expires = app.engine.now() + SignedDuration::from_hours(LINK_HOURS);
    app.engine.make_link(None, FIRST, expires).await
}

/// Makes the first account with the password already hashed.
///
/// # Errors
/// `Gone` when the link has been used; `Invalid` with the field.
pub async fn create_first(
    app: &App,
    link: &Sensitive<String>,
    new: New,
    password_hash: Sensitive<String>,
    lang: Lang,
) -> Result<PersonId, Fault> {
    let _one = app.staff.changing.lock().await;
    if app.staff.directory.any_open(app).await? {
        return Err(used());
    }
    let notice = &app.register()?.notice;
    let first = notice.roles.first().map(|role| role.name.as_str());
    let roles = notice.roles.iter().map(|role| role.name.as_str());
    let roles = roles.filter(|role| FIRST_ROLES.contains(role) || Some(*role) == first);
    let roles = roles.map(str::to_owned).collect();
    let new = New { roles, ..new };
    check(app, notice, &new).await?;
    take(app, link, Link::First).await?;
    let access = access(app, Actor::Operator, Action::ManageUsers)?;
    let draft = draft(&new, lang).field("password-hash", password_hash).state(State::Open.word());
    write(app, &access, draft).await.map(|(person, _)| person)
}

/// Makes an account that waits for its owner, and the secret of the owner's link.
///
/// # Errors
/// `Invalid` with the field; `Conflict` when the username is taken.
pub async fn invite(
    app: &App,
    access: &Access,
    new: &New,
    lang: Lang,
) -> Result<Sensitive<String>, Fault> {
    let _one = app.staff.changing.lock().await;
    check(app, &access.register().notice, new).await?;
    within_own_reach(app, access, &new.roles).await?;
    let draft = draft(new, lang).state(State::Invited.word());
    let (person, record) = write(app, access, draft).await?;
    link_for(app, person, record).await
}

fn draft(new: &New, lang: Lang) -> Draft {
    let username = new.username.expose(Exit::Decision).trim().to_lowercase();
    let mut draft = Draft::new(KIND, "opened", lang)
        .field("username", username)
        .field("display-name", new.name.clone())
        .field("roles", new.roles.join(" "));
    if let Some(email) = &new.email {
        draft = draft.field("email", email.clone());
    }
    draft
}

async fn write(app: &App, access: &Access, draft: Draft) -> Result<(PersonId, RecordId), Fault> {
    let made = app.engine.collect(access, Owner::New, draft).await?;
    app.staff.directory.refresh(app, made.record).await?;
    Ok((made.person, made.record))
}

async fn link_for(
    app: &App,
    person: PersonId,
    record: RecordId,
) -> Result<Sensitive<String>, Fault> {
    let expires = app.engine.now() + SignedDuration::from_hours(LINK_HOURS);
    app.engine.make_link(Some(person), &record.to_string(), expires).await
}

/// Refuses usernames that are malformed or taken, and roles that the notice does not know.
async fn check(app: &App, notice: &Notice, new: &New) -> Result<(), Fault> {
    check_username(app, new.username.expose(Exit::Decision)).await?;
    check_roles(notice, &new.roles)
}

/// Whether a new account may have this username.
///
/// # Errors
/// `Invalid` when it is malformed or taken.
pub async fn check_username(app: &App, typed: &str) -> Result<(), Fault> {
    let invalid = |key, field: &str| Err(Fault::new(FaultKind::Invalid, key).in_field(field));
    let username = typed.trim().to_lowercase();
    let plain = |c: char| c.is_lowercase() || c.is_ascii_digit() || ".-_".contains(c);
    if !(2..=40).contains(&username.chars().count()) || !username.chars().all(plain) {
        return invalid("fault-username-form", "username");
    }
    if !app.engine.find(&own_access(app)?, "username", &username).await?.is_empty() {
        return invalid("fault-username-taken", "username");
    }
    Ok(())
}

fn check_roles(notice: &Notice, roles: &[String]) -> Result<(), Fault> {
    let known = |role: &String| notice.role(role).is_some();
    if roles.is_empty() || !roles.iter().all(known) {
        let all: Vec<&str> = notice.roles.iter().map(|role| role.name.as_str()).collect();
        return Err(Fault::new(FaultKind::Invalid, "fault-roles-unknown")
            .with("roles", all.join(" "))
            .in_field("roles"));
    }
    Ok(())
}

/// Whether a password may be chosen for an account of this username.
///
/// # Errors
/// What is weak about it.
pub fn choose_passphrase(
    notice: &Notice,
    chosen: &Sensitive<String>,
    username: &str,
) -> Result<(), Weak> {
    let known = ["seloste", notice.id.as_str(), notice.controller.name.as_str(), username];
    passphrase::strong_enough(chosen, two_factor_promised(notice), &known)
}

/// The owner of an invitation chooses a password; the account opens.
///
/// # Errors
/// `Gone` when the link has been used or the account was closed.
pub async fn accept(
    app: &App,
    link: &Sensitive<String>,
    record: RecordId,
    password_hash: Sensitive<String>,
) -> Result<PersonId, Fault> {
    let _one = app.staff.changing.lock().await;
    let opened = Account::open(app, record).await?;
    let (account, _) =
        opened.filter(|(account, _)| account.state != State::Closed).ok_or_else(used)?;
    take(app, link, Link::Account(record)).await?;
    let own = access(app, Actor::Person(account.person), Action::Amend)?;
    let change = vec![("password-hash".to_owned(), password_hash)];
    let open = Some(State::Open.word().to_owned());
    app.engine.amend_into(&own, record, account.version, change, open).await?;
    end_everything(app, &account).await?;
    Ok(account.person)
}

/// Sets fields of one's own account and ends its sessions: whoever held the old password or
/// factor is out.
///
/// # Errors
/// `Conflict` when the account was changed in the meantime.
pub async fn change_own(
    app: &App,
    account: &Account,
    changes: Vec<(String, Sensitive<String>)>,
) -> Result<(), Fault> {
    let _one = app.staff.changing.lock().await;
    let own = access(app, Actor::Person(account.person), Action::Amend)?;
    app.engine.leave_behind(account.record).await?;
    app.engine.amend(&own, account.record, account.version, changes).await?;
    end_everything(app, account).await
}

/// Gives an account an authenticator app that nobody has yet; the demonstration shows its codes.
///
/// # Errors
/// `NotFound` when there is no such account.
pub async fn add_app(app: &App, username: &str) -> Result<(), Fault> {
    let missing = || Fault::new(FaultKind::NotFound, "fault-no-such-user");
    let (account, _) = Account::find(app, username).await?.ok_or_else(missing)?;
    let secret = totp::new_secret(&*app.random);
    change_own(app, &account, vec![("totp-secret".to_owned(), secret)]).await
}

/// Keeps what signing in has changed: the recovery codes that are left, a passkey's counter.
/// Nobody is signed out.
///
/// # Errors
/// `Conflict` when another sign-in was quicker.
pub async fn keep(
    app: &App,
    account: &Account,
    field: &str,
    value: Sensitive<String>,
) -> Result<(), Fault> {
    let _one = app.staff.changing.lock().await;
    let own = access(app, Actor::Person(account.person), Action::Amend)?;
    app.engine
        .amend(&own, account.record, account.version, vec![(field.to_owned(), value)])
        .await?;
    app.staff.directory.refresh(app, account.record).await
}

/// Refuses a change by which nobody would be left to manage accounts, or by somebody whose own
/// account another change has just closed. Asked under the lock, so that of two who take each other
/// out at the same moment one stays.
async fn still_managed(
    app: &App,
    access: &Access,
    changed: &Account,
    roles: &[String],
) -> Result<(), Fault> {
    let notice = &access.register().notice;
    let manages = |role: &String| {
        notice.role(role).is_some_and(|role| {
            role.may.iter().any(|may| may.value == Action::ManageUsers.name())
                && role.purposes.iter().any(|purpose| purpose.value == SECURITY)
        })
    };
    let accounts = app.staff.directory.all(app).await?;
    let open = || accounts.iter().filter(|account| account.is_open());
    let acts = |account: &&Arc<Account>| match access.actor() {
        Actor::Staff { user, role } | Actor::Program { user, role } => {
            account.person.as_bytes() == user.as_bytes() && account.roles.contains(role)
        }
        _ => true,
    };
    if access.actor().of_staff().is_some() && !open().any(|account| acts(&account)) {
        return Err(Fault::new(FaultKind::Forbidden, "fault-not-allowed")
            .with("action", Action::ManageUsers.name())
            .with("purpose", SECURITY));
    }
    let others = open().filter(|account| account.record != changed.record);
    let managed = others.flat_map(|account| &account.roles).any(manages);
    // Where nobody manages as it is, nothing is lost.
    let was = changed.is_open() && changed.roles.iter().any(manages);
    if managed || roles.iter().any(manages) || !was {
        return Ok(());
    }
    Err(Fault::new(FaultKind::Conflict, "fault-last-manager"))
}

/// What roles open: actions, each for a purpose.
fn reach<'a>(notice: &'a Notice, roles: &'a [String]) -> BTreeSet<(&'a str, &'a str)> {
    let known = roles.iter().filter_map(|name| notice.role(name));
    known
        .flat_map(|role| {
            role.purposes.iter().flat_map(|purpose| {
                role.may.iter().map(|may| (purpose.value.as_str(), may.value.as_str()))
            })
        })
        .collect()
}

/// Refuses staff who would give, or make a link to, what they may not open themselves: a link is
/// shown to whoever makes it, so they could enter by it. The operator is not asked: who gives more
/// than their own needs one more person, who has the command line.
async fn within_own_reach(app: &App, access: &Access, roles: &[String]) -> Result<(), Fault> {
    let Some((user, _)) = access.actor().of_staff() else { return Ok(()) };
    let notice = &access.register().notice;
    let accounts = app.staff.directory.all(app).await?;
    let own = accounts.iter().find(|account| account.person.as_bytes() == user.as_bytes());
    let own = own.map(|account| reach(notice, &account.roles)).unwrap_or_default();
    if reach(notice, roles).is_subset(&own) {
        return Ok(());
    }
    Err(Fault::new(FaultKind::Invalid, "fault-roles-beyond-own").in_field("roles"))
}

/// Gives other roles.
///
/// # Errors
/// `Invalid` for an unknown role, or for one that opens more than the roles of whoever gives it; `Conflict` when the account was changed in the meantime.
pub async fn set_roles(
    app: &App,
    access: &Access,
    account: &Account,
    roles: &[String],
) -> Result<(), Fault> {
    let _one = app.staff.changing.lock().await;
    check_roles(&access.register().notice, roles)?;
    let given: Vec<String> =
        roles.iter().filter(|role| !account.roles.contains(role)).cloned().collect();
    within_own_reach(app, access, &given).await?;
    still_managed(app, access, account, roles).await?;
    let change = vec![("roles".to_owned(), Sensitive::new(roles.join(" ")))];
    app.engine.leave_behind(account.record).await?;
    app.engine.amend(access, account.record, account.version, change).await?;
    app.engine.end_sessions(account.person).await?;
    app.staff.directory.refresh(app, account.record).await
}

/// Closes an account: nobody signs in with it any more, and its last period begins.
///
/// # Errors
/// `Conflict` when the account was changed in the meantime.
pub async fn close(app: &Arc<App>, access: &Access, account: &Account) -> Result<(), Fault> {
    let _one = app.staff.changing.lock().await;
    still_managed(app, access, account, &[]).await?;
    app.engine.leave_behind(account.record).await?;
    let opened = app.engine.read(access, account.record).await?;
    app.engine.end(access, &opened, State::Closed.word(), CLOSED).await?;
    end_everything(app, account).await
}

/// Opens a closed account again, for a colleague who comes back: it does not go any more, and its
/// owner chooses everything anew by the link.
///
/// # Errors
/// `Conflict` when the account is not closed, or was changed in the meantime.
pub async fn reopen(
    app: &App,
    access: &Access,
    account: &Account,
) -> Result<Sensitive<String>, Fault> {
    let _one = app.staff.changing.lock().await;
    if account.state != State::Closed {
        return Err(Fault::new(FaultKind::Conflict, "fault-account-not-closed"));
    }
    within_own_reach(app, access, &account.roles).await?;
    // First what proves the owner goes, so that nothing old opens the account for a moment.
    without_secrets(app, access, account, None).await?;
    let opened = app.engine.read(access, account.record).await?;
    app.engine.resume(access, &opened, State::Invited.word(), CLOSED).await?;
    end_everything(app, account).await?;
    link_for(app, account.person, account.record).await
}

/// Takes the password and second factors away and makes a new link, for somebody who has lost
/// theirs.
///
/// # Errors
/// `Conflict` when the account is closed, or was changed in the meantime.
pub async fn relink(
    app: &App,
    access: &Access,
    account: &Account,
) -> Result<Sensitive<String>, Fault> {
    let _one = app.staff.changing.lock().await;
    if account.state == State::Closed {
        return Err(Fault::new(FaultKind::Conflict, "fault-account-closed"));
    }
    within_own_reach(app, access, &account.roles).await?;
    // The operator gives a new link to whoever comes back, also to the last one.
    if access.actor() != &Actor::Operator {
        still_managed(app, access, account, &[]).await?;
    }
    without_secrets(app, access, account, Some(State::Invited.word())).await?;
    end_everything(app, account).await?;
    link_for(app, account.person, account.record).await
}

/// Takes away whatever an account could be entered with, and brings it into this state.
async fn without_secrets(
    app: &App,
    access: &Access,
    account: &Account,
    state: Option<&str>,
) -> Result<i64, Fault> {
    app.engine.leave_behind(account.record).await?;
    let none = || Sensitive::new(String::new());
    let fields = ["password-hash", "totp-secret", "recovery-codes", "passkeys"];
    let declared = access.register().notice.kind(KIND);
    let changes = fields
        .iter()
        .filter(|field| declared.is_some_and(|kind| kind.field(field).is_some()))
        .map(|field| ((*field).to_owned(), none()))
        .collect();
    let state = state.map(str::to_owned);
    app.engine.amend_into(access, account.record, account.version, changes, state).await
}

async fn end_everything(app: &App, account: &Account) -> Result<(), Fault> {
    app.engine.end_sessions(account.person).await?;
    app.engine.end_what_opens_for(account.person).await?;
    app.staff.directory.refresh(app, account.record).await
}

/// All accounts, opened for whoever asks: unlike the copy in memory this is in the ledger.
///
/// # Errors
/// When the store fails.
pub async fn list(app: &App, access: &Access) -> Result<Vec<Account>, Fault> {
    let mut query = Query::of(KIND);
    let mut accounts = Vec::new();
    loop {
        let page = app.engine.page(access, &query).await?;
        accounts.extend(page.records.iter().map(Account::read));
        query.after = page.next;
        if query.after.is_none() {
            break;
        }
    }
    accounts.sort_by(|a, b| {
        let key = |account: &Account| {
            (account.state == State::Closed, account.username.expose(Exit::Decision).clone())
        };
        key(a).cmp(&key(b))
    });
    Ok(accounts)
}

/// One account, opened for whoever asks.
///
/// # Errors
/// `NotFound` when there is none.
pub async fn one(app: &App, access: &Access, record: RecordId) -> Result<Account, Fault> {
    let opened = app.engine.read(access, record).await?;
    if opened.kind != KIND {
        return Err(Fault::not_found());
    }
    Ok(Account::read(&opened))
}
