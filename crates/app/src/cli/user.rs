//! `seloste user`: staff accounts from the command line, for whoever has the server.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Subcommand;
use seloste_kernel::{Actor, Exit, Fault, FaultKind, Sensitive};
use seloste_register::{Access, Action};

use crate::api;
use crate::app::App;
use crate::console;
use crate::output::{Ending, Output};
use crate::services::staff::{self, Account, New};
use crate::words::{say, say_with};

/// Arguments of `user`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The installation, before or after the verb; or as the last word, as with other verbs.
    #[arg(long, global = true, default_value = ".")]
    folder: PathBuf,
    #[command(subcommand)]
    what: What,
}

/// The installation as the last word.
#[derive(Debug, clap::Args)]
struct At {
    /// The installation.
    #[arg(value_name = "FOLDER")]
    place: Option<PathBuf>,
}

impl Args {
    /// The installation.
    pub(super) fn folder(&self) -> &Path {
        let (What::Add { at, .. }
        | What::List { at }
        | What::Roles { at, .. }
        | What::Close { at, .. }
        | What::Reopen { at, .. }
        | What::Reset { at, .. }
        | What::Token { at, .. }) = &self.what;
        at.place.as_deref().unwrap_or(&self.folder)
    }
}

impl Args {
    /// The call with folder and name the other way round, when it was meant so: verbs for one
    /// folder take it first, this one last.
    pub(super) fn swapped(&self) -> Option<Fault> {
        let (verb, username, place) = match &self.what {
            What::Add { username, at, .. } => ("add", username, at.place.as_deref()),
            What::Roles { username, at, .. } => ("roles", username, at.place.as_deref()),
            What::Close { username, at } => ("close", username, at.place.as_deref()),
            What::Reopen { username, at } => ("reopen", username, at.place.as_deref()),
            What::Reset { username, at } => ("reset", username, at.place.as_deref()),
            What::Token { username, at } => ("token", username, at.place.as_deref()),
            What::List { .. } => return None,
        };
        let folder = Path::new(username);
        if !folder.join("notice.kdl").is_file() {
            return None;
        }
        let name = place.map_or_else(|| "…".to_owned(), |place| place.display().to_string());
        let fault = Fault::new(FaultKind::BadRequest, "fault-folder-last").with("verb", verb);
        Some(fault.with("username", name).with("folder", username.clone()))
    }
}

#[derive(Debug, Subcommand)]
enum What {
    /// Make an account and print the link by which its owner chooses a password.
    Add {
        /// The name to type at sign-in.
        username: String,
        /// The name that colleagues see.
        #[arg(long)]
        name: String,
        /// Address at work.
        #[arg(long)]
        email: Option<String>,
        /// Role of the notice; may be given more than once.
        #[arg(long = "role", required = true)]
        roles: Vec<String>,
        #[command(flatten)]
        at: At,
    },
    /// List all accounts.
    List {
        #[command(flatten)]
        at: At,
    },
    /// Give an account other roles.
    Roles {
        /// Whose.
        username: String,
        /// Role of the notice; may be given more than once.
        #[arg(long = "role", required = true)]
        roles: Vec<String>,
        #[command(flatten)]
        at: At,
    },
    /// Close an account.
    Close {
        /// Whose.
        username: String,
        #[command(flatten)]
        at: At,
    },
    /// Open a closed account again and print a new link; it is not erased any more.
    Reopen {
        /// Whose.
        username: String,
        #[command(flatten)]
        at: At,
    },
    /// Take password and second factors away and print a new link.
    Reset {
        /// Whose.
        username: String,
        #[command(flatten)]
        at: At,
    },
    /// Make a key with which a program acts for an account.
    Token {
        /// Whose.
        username: String,
        #[command(flatten)]
        at: At,
    },
}

pub(super) async fn run(app: &Arc<App>, args: Args, output: &mut Output) -> Result<Ending, Fault> {
    let access = staff::access(app, Actor::Operator, Action::ManageUsers)?;
    match args.what {
        What::Add { username, name, email, roles, .. } => {
            let personal = Sensitive::new;
            let email = email.map(personal);
            let new = New { username: personal(username), name: personal(name), email, roles };
            let link = staff::invite(app, &access, &new, output.lang).await?;
            tell_link(app, output, &link)
        }
        What::List { .. } => list(app, &access, output).await,
        What::Roles { username, roles, .. } => {
            let account = named(app, &access, &username).await?;
            staff::set_roles(app, &access, &account, &roles).await?;
            done(output, "cli-user-roles", &username)
        }
        What::Close { username, .. } => {
            let account = named(app, &access, &username).await?;
            staff::close(app, &access, &account).await?;
            done(output, "cli-user-closed", &username)
        }
        What::Reopen { username, .. } => {
            let account = named(app, &access, &username).await?;
            let link = staff::reopen(app, &access, &account).await?;
            tell_link(app, output, &link)
        }
        What::Reset { username, .. } => {
            let account = named(app, &access, &username).await?;
            let link = staff::relink(app, &access, &account).await?;
            tell_link(app, output, &link)
        }
        What::Token { username, .. } => {
            let token = api::make_token(app, &username).await?;
            tell_token(output, &token)
        }
    }
}

async fn named(app: &App, access: &Access, username: &str) -> Result<Account, Fault> {
    let found = app.engine.find(access, "username", username).await?;
    let (_, record) =
        found.first().ok_or_else(|| Fault::new(FaultKind::NotFound, "fault-no-such-user"))?;
    staff::one(app, access, *record).await
}

fn done(output: &mut Output, key: &str, username: &str) -> Result<Ending, Fault> {
    if output.is_json() {
        output.json(&serde_json::json!({ "username": username }))?;
    } else {
        output.line(say_with(output.lang, key, &[("username", username.to_owned())]));
    }
    Ok(Ending::Ok)
}

/// A running service knows the address that people type; without one the settings tell it.
fn tell_link(app: &App, output: &mut Output, link: &Sensitive<String>) -> Result<Ending, Fault> {
    let base = app.base();
    let address = format!("{base}{}", console::link_path(link));
    if output.is_json() {
        output.json(&serde_json::json!({ "link": address, "hours": staff::LINK_HOURS }))?;
    } else {
        let args = [("address", address), ("hours", staff::LINK_HOURS.to_string())];
        output.line(say_with(output.lang, "cli-user-link", &args));
    }
    Ok(Ending::Ok)
}

fn tell_token(output: &mut Output, token: &Sensitive<String>) -> Result<Ending, Fault> {
    let token = token.expose(Exit::Page).clone();
    let days = api::TOKEN_DAYS.to_string();
    if output.is_json() {
        output.json(&serde_json::json!({ "token": token, "days": api::TOKEN_DAYS }))?;
    } else {
        output.line(say_with(output.lang, "api-cli-token", &[("token", token), ("days", days)]));
    }
    Ok(Ending::Ok)
}

async fn list(app: &App, access: &Access, output: &mut Output) -> Result<Ending, Fault> {
    let accounts = staff::list(app, access).await?;
    if output.is_json() {
        let all: Vec<_> = accounts.iter().map(as_json).collect();
        output.json(&all)?;
        return Ok(Ending::Ok);
    }
    if accounts.is_empty() {
        output.line(say(output.lang, "cli-user-none"));
    }
    for account in &accounts {
        let state = say(output.lang, &format!("staff-state-{}", account.state.word()));
        output.line(format!(
            "{:<24} {:<12} {:<28} {}",
            account.username.expose(Exit::Page),
            state,
            account.roles.join(" "),
            account.name.expose(Exit::Page)
        ));
    }
    Ok(Ending::Ok)
}

fn as_json(account: &Account) -> serde_json::Value {
    serde_json::json!({
        "username": account.username.expose(Exit::Api),
        "name": account.name.expose(Exit::Api),
        "email": account.email.as_ref().map(|email| email.expose(Exit::Api)),
        "roles": account.roles,
        "state": account.state.word(),
        "second-factor": account.has_second_factor(),
        "created": account.created,
        "due": account.due,
    })
}
