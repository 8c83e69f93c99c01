//! `seloste mail test`: one letter to a colleague, and what the relay says to it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Subcommand;
use seloste_kernel::{Actor, Exit, Fault, FaultKind, Sensitive};
use seloste_register::{Access, Action};

use crate::app::App;
use crate::looks;
use crate::mail::Letter;
use crate::output::{Ending, Output};
use crate::services::staff::{self, Account};
use crate::words::{say, say_with};

/// Arguments of `mail`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Send one letter to a member of staff, and tell what the relay says to it.
    Test {
        /// The address of an open staff account: nobody else is written to.
        address: String,
        /// The installation.
        #[arg(default_value = ".")]
        folder: PathBuf,
    },
}

impl Args {
    /// The installation.
    pub(super) fn folder(&self) -> &Path {
        let What::Test { folder, .. } = &self.what;
        folder
    }
}

pub(super) async fn run(app: &Arc<App>, args: Args, output: &mut Output) -> Result<Ending, Fault> {
    let What::Test { address, .. } = args.what;
    if app.installation.is_held() {
        return Err(Fault::new(FaultKind::Environment, "fault-mail-held"));
    }
    if !app.mailer.is_ready() {
        return Err(Fault::new(FaultKind::Environment, "fault-mail-not-configured"));
    }
    let access = staff::access(app, Actor::Operator, Action::ManageUsers)?;
    let (account, to) = colleague(app, &access, &address).await?;
    let mut about = [0; 16];
    app.random.fill(&mut about);
    let letter = Letter {
        to,
        subject: say(output.lang, "mail-test-subject"),
        body: Sensitive::new(say(output.lang, "mail-test-body")),
        about,
    };
    let sent = app.mailer.send(&app.register()?.notice, &letter).await;
    if sent.is_ok() {
        let whose = Some((account.person, account.record));
        app.engine.note(&access, looks::SENT, staff::KIND, whose).await?;
    }
    tell(app, output, sent)
}

/// The open account with this address: the program is nobody's way to write to strangers.
async fn colleague(
    app: &App,
    access: &Access,
    address: &str,
) -> Result<(Account, Sensitive<String>), Fault> {
    let wanted = address.trim().to_lowercase();
    for account in staff::list(app, access).await?.into_iter().filter(Account::is_open) {
        let known = account.email.clone();
        if let Some(known) = known.filter(|it| it.expose(Exit::Decision).to_lowercase() == wanted) {
            return Ok((account, known));
        }
    }
    Err(Fault::new(FaultKind::NotFound, "fault-mail-no-colleague"))
}

fn tell(app: &App, output: &mut Output, sent: Result<(), Fault>) -> Result<Ending, Fault> {
    let relay = app.mailer.host();
    let trouble = match &sent {
        Ok(()) => None,
        // What the notice forbids, or a folder that cannot be written, is no word of the relay.
        Err(fault) => match fault.arg("trouble") {
            Some(word) => Some((word.to_owned(), fault.arg("code").map(str::to_owned))),
            None => return Err(fault.clone()),
        },
    };
    let ending = if sent.is_ok() { Ending::Ok } else { Ending::Environment };
    if output.is_json() {
        let (word, code) = trouble.unzip();
        let code = code.flatten();
        output.json(&serde_json::json!({ "relay": relay, "taken": sent.is_ok(), "trouble": word, "code": code }))?;
        return Ok(ending);
    }
    let named = [("relay", relay.clone().unwrap_or_default())];
    match trouble {
        None if relay.is_none() => output.line(say(output.lang, "cli-mail-in-folder")),
        None => output.line(say_with(output.lang, "cli-mail-taken", &named)),
        Some((word, code)) => {
            output.line(say_with(output.lang, "cli-mail-not-taken", &named));
            output.line(say(output.lang, &format!("mail-trouble-{word}")));
            if let Some(code) = code {
                output.line(say_with(output.lang, "cli-mail-code", &[("code", code)]));
            }
        }
    }
    Ok(ending)
}
