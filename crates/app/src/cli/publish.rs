//! `seloste publish`: the notice in the folder becomes the one in force, and what it changes is told.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use seloste_kernel::Fault;
use seloste_register::{Register, Settle, Settled};

use crate::app::App;
use crate::output::hex;
use crate::output::{Ending, Output};
use crate::public::Difference;
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
}

pub(super) async fn run(app: &Arc<App>, args: &Args, output: &mut Output) -> Result<Ending, Fault> {
    let settle = Settle { erase: args.erase_removed_fields, shorten: args.shorten_stored };
    let before = app.register().ok();
    let (register, settled) = app.publish(settle).await?;
    let same = before.as_ref().is_some_and(|before| before.version == register.version);
    let changes = before
        .as_ref()
        .filter(|_| !same)
        .map(|before| Difference::between(before, &register, output.lang));
    if output.is_json() {
        output.json(&as_json(&register, same, &changes.unwrap_or_default(), &settled))?;
        return Ok(Ending::Ok);
    }
    let args = [
        ("register", register.notice.id.clone()),
        ("version", register.version.to_string()),
        ("hash", hex(&register.hash)),
    ];
    let key = if same { "cli-published-same" } else { "cli-published" };
    output.line(say_with(output.lang, key, &args));
    if let Some(changes) = &changes {
        tell(output, changes);
    }
    tell_settled(output, settle, &settled);
    let lost = lost_roles(app, &register).await?;
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

fn as_json(
    register: &Register,
    same: bool,
    changes: &Difference,
    settled: &Settled,
) -> serde_json::Value {
    let changed = changes
        .changed
        .iter()
        .map(|(before, now)| serde_json::json!({ "before": before, "now": now }));
    serde_json::json!({
        "register": register.notice.id,
        "version": register.version,
        "hash": hex(&register.hash),
        "published": register.published.to_string(),
        "changed": !same,
        "changes": {
            "added": changes.added,
            "removed": changes.removed,
            "changed": changed.collect::<Vec<_>>(),
        },
        "erased": { "fields": settled.fields, "records": settled.kinds },
        "shortened": settled.shorter,
        "closed": settled.closed,
    })
}

/// Sentence by sentence, as the page of changes has it.
fn tell(output: &mut Output, changes: &Difference) {
    if changes.is_empty() {
        output.line(say(output.lang, "privacy-nothing-changed"));
    }
    for (key, mark, sentences) in
        [("privacy-added", '+', &changes.added), ("privacy-removed", '-', &changes.removed)]
    {
        heading(output, key, sentences.len());
        sentences.iter().for_each(|sentence| output.line(format!("  {mark} {sentence}")));
    }
    heading(output, "privacy-changed", changes.changed.len());
    for (before, now) in &changes.changed {
        output.line(format!("  - {before}"));
        output.line(format!("  + {now}"));
    }
}

fn heading(output: &mut Output, key: &str, count: usize) {
    if count > 0 {
        output.line(format!("{}:", say(output.lang, key)));
    }
}
