//! `seloste ledger`: proves the ledger by its files alone, and shows its latest entries.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use seloste_kernel::{Fault, FaultKind, Timestamp};
use seloste_register::{ConsentReceipt, LEDGER_KEY_FILE};
use seloste_store::ledger::{self, PublicKey};

use crate::app::App;
use crate::files;
use crate::output::{Ending, Output, hex};
use crate::words::{self, say, say_with};

/// Most entries shown at once.
const SHOWN_MAX: u64 = 10_000;

/// Arguments of `ledger`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Recompute the whole tree. Needs neither keys nor database.
    Verify {
        /// An installation, a data backup or a ledger's own folder.
        #[arg(default_value = ".")]
        folder: PathBuf,
        /// A checkpoint that somebody else kept; with it not even the holder of the key can have
        /// changed what it covers.
        #[arg(long = "checkpoint")]
        checkpoints: Vec<PathBuf>,
        /// The ledger's public key, when it is not to be taken from the folder.
        #[arg(long)]
        key: Option<String>,
        /// The proof of one entry, as its page gives it out; with the key it needs no ledger.
        #[arg(long, conflicts_with = "checkpoints")]
        proof: Option<PathBuf>,
    },
    /// Check the receipt of a consent that somebody was given. Needs the public key only.
    VerifyReceipt {
        /// The receipt.
        file: PathBuf,
        /// An installation, a data backup or a ledger's own folder, for its public key.
        #[arg(default_value = ".")]
        folder: PathBuf,
        /// The ledger's public key, when it is not to be taken from the folder.
        #[arg(long)]
        key: Option<String>,
    },
    /// Show the newest checkpoint and the latest entries.
    Show {
        /// The installation.
        #[arg(default_value = ".")]
        folder: PathBuf,
        /// How many entries.
        #[arg(long, default_value_t = 20)]
        last: u64,
    },
}

impl Args {
    pub(super) fn folder(&self) -> &Path {
        match &self.what {
            What::Verify { folder, .. }
            | What::VerifyReceipt { folder, .. }
            | What::Show { folder, .. } => folder,
        }
    }

    pub(super) fn stands_alone(&self) -> bool {
        matches!(self.what, What::Verify { .. } | What::VerifyReceipt { .. })
    }
}

/// Verifies without opening anything else.
pub(super) fn alone(args: &Args, output: &mut Output) -> Result<Ending, Fault> {
    let (folder, checkpoints, key, proof) = match &args.what {
        What::Verify { folder, checkpoints, key, proof } => (folder, checkpoints, key, proof),
        What::VerifyReceipt { file, folder, key } => {
            return one_receipt(&files::read_text(file)?, &key_of(folder, key)?, output);
        }
        What::Show { .. } => return Err(Fault::internal("this needs an installation")),
    };
    let key = key_of(folder, key)?;
    if let Some(proof) = proof {
        return one_entry(&files::read_text(proof)?, &key, output);
    }
    let dir = ledger_in(folder)?;
    let older =
        checkpoints.iter().map(|path| files::read_text(path)).collect::<Result<Vec<_>, _>>()?;
    match ledger::verify(&dir, &key, &older) {
        Ok(report) if output.is_json() => output.json(&serde_json::json!({
            "ok": true, "size": report.size, "root": hex(&report.root), "bytes": report.bytes,
            "forgotten": report.forgotten.entries, "key": key.to_string() }))?,
        Ok(report) => {
            let args = [
                ("count", report.size.to_string()),
                ("root", hex(&report.root)),
                ("key", key.to_string()),
            ];
            output.line(say_with(output.lang, "cli-ledger-whole", &args));
            if report.forgotten.entries > 0 {
                let until = Timestamp::from_millisecond(report.forgotten.until_ms);
                let until = until.unwrap_or_default().strftime("%Y-%m-%d").to_string();
                let args = [("count", report.forgotten.entries.to_string()), ("date", until)];
                output.line(say_with(output.lang, "cli-ledger-forgotten", &args));
            }
        }
        Err(damages) => {
            let told: Vec<String> = damages.iter().map(|damage| format!("{damage:?}")).collect();
            if output.is_json() {
                output.json(&serde_json::json!({ "ok": false, "damages": told }))?;
            } else {
                let args = [("count", told.len().to_string())];
                output.line(say_with(output.lang, "cli-ledger-damaged", &args));
                told.iter().for_each(|told| output.line(format!("  {told}")));
            }
            return Ok(Ending::Findings);
        }
    }
    Ok(Ending::Ok)
}

/// The key that was given, or that of the folder's ledger.
fn key_of(folder: &Path, given: &Option<String>) -> Result<PublicKey, Fault> {
    let key = match given {
        Some(key) => key.clone(),
        None => files::read_text(&ledger_in(folder)?.join(LEDGER_KEY_FILE))?,
    };
    key.trim().parse().map_err(|_| Fault::new(FaultKind::Environment, "fault-ledger-key"))
}

/// Checks the receipt of a consent. Whether the consent still stands, only the service knows.
fn one_receipt(text: &str, key: &PublicKey, output: &mut Output) -> Result<Ending, Fault> {
    let Some(receipt) = ConsentReceipt::check(text, key) else {
        if output.is_json() {
            output.json(&serde_json::json!({ "ok": false }))?;
        } else {
            output.line(say(output.lang, "cli-ledger-receipt-bad"));
        }
        return Ok(Ending::Findings);
    };
    if output.is_json() {
        output.json(&serde_json::json!({ "ok": true, "receipt": receipt }))?;
        return Ok(Ending::Ok);
    }
    let args = [
        ("controller", receipt.controller),
        ("version", receipt.notice_version.to_string()),
        ("time", receipt.given.to_string()),
        ("sentence", receipt.sentence),
        ("place", receipt.check_at),
    ];
    output.line(say_with(output.lang, "cli-ledger-receipt-good", &args));
    Ok(Ending::Ok)
}

fn ledger_in(folder: &Path) -> Result<PathBuf, Fault> {
    let mut dirs = ["data/ledger", "ledger", "."].iter().map(|inner| folder.join(inner));
    dirs.find(|dir| dir.join("checkpoint").exists() || dir.join(LEDGER_KEY_FILE).exists())
        .ok_or_else(|| {
            Fault::new(FaultKind::Environment, "fault-ledger-none")
                .with("folder", folder.display().to_string())
        })
}

/// Checks a proof that somebody was given: no ledger is needed, only its public key.
fn one_entry(proof: &str, key: &PublicKey, output: &mut Output) -> Result<Ending, Fault> {
    let Some(proof) = ledger::Proof::check(proof, key) else {
        if output.is_json() {
            output.json(&serde_json::json!({ "ok": false }))?;
        } else {
            output.line(say(output.lang, "cli-ledger-proof-bad"));
        }
        return Ok(Ending::Findings);
    };
    let (entry, size) = (&proof.entry, proof.checkpoint.size);
    if output.is_json() {
        output.json(&serde_json::json!({ "ok": true, "index": proof.index, "size": size,
            "id": entry.id, "at": moment(entry.at_ms), "action": entry.action,
            "kind": entry.kind, "count": entry.counts }))?;
    } else {
        let args = [
            ("place", (proof.index + 1).to_string()),
            ("size", size.to_string()),
            ("id", entry.id.to_string()),
            ("time", words::moment(output.lang, moment(entry.at_ms))),
            ("action", entry.action.clone()),
            ("kind", entry.kind.clone()),
            ("count", entry.counts.to_string()),
        ];
        output.line(say_with(output.lang, "cli-ledger-proof-good", &args));
    }
    Ok(Ending::Ok)
}

pub(super) async fn run(app: &Arc<App>, args: &Args, output: &mut Output) -> Result<Ending, Fault> {
    let What::Show { last, .. } = &args.what else {
        return Err(Fault::internal("verifying stands alone"));
    };
    app.integrate().await?;
    let Some(checkpoint) = app.ledger.checkpoint() else {
        output.line(say(output.lang, "cli-ledger-empty"));
        return Ok(Ending::Ok);
    };
    let last = (*last).min(SHOWN_MAX);
    let from = checkpoint.size.saturating_sub(last);
    let entries = app.ledger.entries(from, last)?;
    // The first ones may be forgotten.
    let from = checkpoint.size.saturating_sub(entries.len() as u64);
    if output.is_json() {
        let entries: Vec<_> = (from..)
            .zip(&entries)
            .map(|(index, entry)| {
                serde_json::json!({ "index": index, "id": entry.id, "at": moment(entry.at_ms),
                    "actor": entry.actor, "action": entry.action, "purpose": entry.purpose,
                    "kind": entry.kind, "count": entry.counts, "notice": entry.notice_version })
            })
            .collect();
        output
            .json(&serde_json::json!({ "size": checkpoint.size, "checkpoint": checkpoint.note,
            "key": app.engine.ledger_key().to_string(), "entries": entries }))?;
        return Ok(Ending::Ok);
    }
    output.line(checkpoint.note.trim_end());
    output.line(app.engine.ledger_key().to_string());
    for (index, entry) in (from..).zip(&entries) {
        output.line(format!(
            "{index:>8}  {}  {:<12} {:<20} {:<10} {} ×{}",
            moment(entry.at_ms),
            entry.actor,
            entry.action,
            entry.purpose,
            entry.kind,
            entry.counts
        ));
    }
    Ok(Ending::Ok)
}

fn moment(ms: i64) -> Timestamp {
    Timestamp::from_millisecond(ms).unwrap_or_default()
}
