//! `seloste publish`: the notice in the folder becomes the one in force, and what it changes is told.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use seloste_kernel::Fault;
use seloste_register::{Register, Settle, Settled};

use crate::app::{App, Publication};
use crate::changes;
use crate::output::hex;
use crate::output::{Ending, Output};
use crate::services::staff::State;
use crate::words::{say, say_with};

/// Arguments of `publish`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The installation.
    #[arg(default_value = ".")]
    pub folder: PathBuf,
    /// Erase from the stored records what the new version does not declare any more.
    #[arg(long)]
    pub erase_removed_fields: bool,
    /// Let stored records go as much earlier as the new version keeps them for a shorter time.
    #[arg(long)]
    pub shorten_stored: bool,
    /// Why the notice changes, shown with the version: "…", or for each language "fi=…", "sv=…",
    /// "en=…". Needed where people must be told of the change.
    #[arg(long)]
    pub reason: Vec<String>,
}

pub(super) async fn run(app: &Arc<App>, args: &Args, output: &mut Output) -> Result<Ending, Fault> {
    let settle = Settle { erase: args.erase_removed_fields, shorten: args.shorten_stored };
    let done = app.publish(settle, &args.reason, output.lang).await?;
    if output.is_json() {
        output.json(&as_json(&done, output))?;
        return Ok(Ending::Ok);
    }
    let register = &done.register;
    let args = [
        ("register", register.notice.id.clone()),
        ("version", register.version.to_string()),
        ("hash", hex(&register.hash)),
    ];
    let key = if done.is_new { "cli-published" } else { "cli-published-same" };
    output.line(say_with(output.lang, key, &args));
    if done.is_new && register.version > 1 {
        changes::tell(output, &done.changes, None);
    }
    tell_settled(output, settle, &done.settled);
    let lost = lost_roles(app, register).await?;
    if !lost.is_empty() {
        let roles = ("roles", lost.join(", "));
        output.line(say_with(output.lang, "cli-published-roles-lost", &[roles]));
    }
    Ok(Ending::Ok)
}

/// Roles that accounts have and the notice does not, each with how many accounts have it.
async fn lost_roles(app: &App, register: &Register) -> Result<Vec<String>, Fault> {
    let mut lost: BTreeMap<String, usize> = BTreeMap::new();
    for account in app.staff.directory.all(app).await? {
        let open = account.state != State::Closed;
        let roles =
            account.roles.iter().filter(|role| open && register.notice.role(role).is_none());
        roles.for_each(|role| *lost.entry(role.clone()).or_default() += 1);
    }
    Ok(lost.into_iter().map(|(role, count)| format!("{role} ({count})")).collect())
}

/// From how many records what the version does not declare any more was erased.
fn tell_settled(output: &mut Output, settle: Settle, settled: &Settled) {
    let what = |key, counts: &BTreeMap<String, u64>, output: &mut Output| {
        let counts = counts.iter().map(|(name, count)| format!("{name} ({count})"));
        let counts = counts.collect::<Vec<_>>().join(", ");
        if !counts.is_empty() {
            output.line(say_with(output.lang, key, &[("what", counts)]));
        }
    };
    what("cli-published-erased-fields", &settled.fields, output);
    what("cli-published-erased-records", &settled.kinds, output);
    what("cli-published-shortened", &settled.shorter, output);
    what("cli-published-closed", &settled.closed, output);
    if settle.erase && settled.fields.is_empty() && settled.kinds.is_empty() {
        output.line(say(output.lang, "cli-published-erased-none"));
    }
}

fn as_json(done: &Publication, output: &Output) -> serde_json::Value {
    let (register, settled) = (&done.register, &done.settled);
    serde_json::json!({
        "register": register.notice.id,
        "version": register.version,
        "hash": hex(&register.hash),
        "published": register.published.to_string(),
        "changed": done.is_new,
        "changes": changes::as_json(&done.changes, output.lang, None),
        "erased": { "fields": settled.fields, "records": settled.kinds },
        "shortened": settled.shorter,
        "closed": settled.closed,
    })
}
