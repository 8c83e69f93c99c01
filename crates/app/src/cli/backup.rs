//! `seloste backup`: makes, checks and restores backups, and rehearses it all.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use seloste_kernel::Fault;

use super::{Given, Surroundings};
use crate::app::App;
use crate::backup::restore::{self, Restored, Sources};
use crate::backup::{self, Made, Targets, files, manifest, safely};
use crate::output::{Ending, Output};
use crate::words::{self, say, say_with};

/// Arguments of `backup`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Make a backup of the data and one of the keys.
    Create {
        /// The installation.
        #[arg(default_value = ".")]
        folder: PathBuf,
        #[command(flatten)]
        to: To,
    },
    /// Check a backup: files, rows, ledger. Needs no keys.
    Verify {
        /// A backup's folder; several are checked one after the other.
        #[arg(required = true)]
        backups: Vec<PathBuf>,
    },
    /// Restore into a new folder, without what has been erased since.
    Restore(Restore),
    /// Say that a restored installation is the one in use: let it send mail and make backups.
    Confirm {
        /// The installation.
        #[arg(default_value = ".")]
        folder: PathBuf,
    },
    /// Rehearse: make a backup, restore it beside, open everything, remove it.
    Drill {
        /// The installation.
        #[arg(default_value = ".")]
        folder: PathBuf,
    },
}

#[derive(Debug, clap::Args)]
struct To {
    /// The folder for backups of the data.
    #[arg(long)]
    data: Option<PathBuf>,
    /// The folder for backups of the keys: another disk, other rights.
    #[arg(long)]
    keys: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
struct Restore {
    /// The new folder; it may hold seloste.toml and keys/root.secret already.
    folder: PathBuf,
    /// The data backup.
    #[arg(long)]
    data: PathBuf,
    /// The key backup.
    #[arg(long)]
    keys: PathBuf,
    /// A newer copy of the erasure list.
    #[arg(long = "erasures")]
    erasures: Vec<PathBuf>,
    /// A checkpoint of the ledger that somebody kept.
    #[arg(long = "checkpoint")]
    checkpoints: Vec<PathBuf>,
    /// The root secret, when the backup's settings do not say where it is.
    #[arg(long)]
    root_file: Option<PathBuf>,
    /// Restore although the erasure list may lack erasures that the ledger once had.
    #[arg(long)]
    accept_older_list: bool,
}

impl Args {
    pub(super) fn folder(&self) -> &Path {
        match &self.what {
            What::Create { folder, .. } | What::Drill { folder } | What::Confirm { folder } => {
                folder
            }
            What::Restore(args) => &args.folder,
            What::Verify { .. } => Path::new("."),
        }
    }

    /// Whether it works on backups alone, without an installation.
    pub(super) fn stands_alone(&self) -> bool {
        matches!(self.what, What::Verify { .. } | What::Restore(_))
    }
}

/// Carries out what needs no installation.
pub(super) async fn alone(
    args: &Args,
    around: &Surroundings,
    output: &mut Output,
) -> Result<Ending, Fault> {
    match &args.what {
        What::Verify { backups } => verify(backups, output),
        What::Restore(args) => {
            let sources = Sources {
                data: args.data.clone(),
                keys: args.keys.clone(),
                erasures: args.erasures.clone(),
                checkpoints: args.checkpoints.clone(),
                root: args.root_file.clone(),
                accept_older: args.accept_older_list,
                embedded: false,
            };
            let (clock, random) = (Arc::clone(&around.clock), Arc::clone(&around.random));
            let restored = safely::restore(&args.folder, &sources, clock, random).await?;
            let ending = tell_restored(&restored, output)?;
            if !output.is_json() {
                let folder = ("folder", args.folder.display().to_string());
                output.line(say_with(output.lang, "cli-backup-held", &[folder]));
            }
            Ok(ending)
        }
        _ => Err(Fault::internal("this needs an installation")),
    }
}

pub(super) async fn run(
    app: &Arc<App>,
    args: &Args,
    given: &Given,
    output: &mut Output,
) -> Result<Ending, Fault> {
    match &args.what {
        What::Create { to, .. } => {
            let there = |path: &Option<PathBuf>| path.as_ref().map(|path| given.cwd.join(path));
            let (data, keys) = (there(&to.data), there(&to.keys));
            let targets = Targets::of(&app.installation, data.as_deref(), keys.as_deref())?;
            let made = backup::create(app, &targets).await?;
            backup::erasures::remember(app, &targets.keys)?;
            app.engine.work_done("backup", &serde_json::json!({ "rows": made.rows })).await?;
            tell_made(&made, output)
        }
        What::Drill { .. } => drill(app, output).await,
        What::Confirm { .. } => {
            match safely::confirm(&app.installation)? {
                true => tell_confirmed(app, output).await?,
                false => output.line(say(output.lang, "cli-backup-not-held")),
            }
            Ok(Ending::Ok)
        }
        What::Verify { .. } | What::Restore(_) => Err(Fault::internal("this stands alone")),
    }
}

/// What begins now, and what does not because it is not set.
async fn tell_confirmed(app: &Arc<App>, output: &mut Output) -> Result<(), Fault> {
    let pick = |is_set, yes, no| if is_set { yes } else { no };
    let somebody = app.staff.directory.any_open(app).await?;
    // Where nothing is published nothing is sent.
    let mails = app.mails().unwrap_or(false);
    let backs_up = app.installation.settings.backup.folder.is_some();
    for key in [
        "cli-backup-confirmed",
        pick(somebody, "cli-backup-confirmed-staff", "cli-nobody-in"),
        pick(mails, "cli-backup-confirmed-mail", "cli-backup-confirmed-no-mail"),
        pick(backs_up, "cli-backup-confirmed-backups", "cli-backup-confirmed-none"),
    ] {
        output.line(say(output.lang, key));
    }
    Ok(())
}

fn verify(backups: &[PathBuf], output: &mut Output) -> Result<Ending, Fault> {
    let mut ending = Ending::Ok;
    let mut told = Vec::new();
    for backup in &halves(backups) {
        let folder = ("folder", backup.display().to_string());
        match manifest::verify(backup) {
            Ok(manifest) if output.is_json() => told.push(serde_json::json!({
                "backup": backup, "ok": true, "made": manifest.made, "ledger": manifest.ledger })),
            Ok(manifest) => {
                let args = [folder, ("made", words::moment(output.lang, manifest.made))];
                output.line(say_with(output.lang, "cli-backup-whole", &args));
            }
            Err(_) if !output.is_json() && !backup.join(manifest::FILE).exists() => {
                ending = Ending::Findings;
                output.line(say_with(output.lang, "cli-backup-not-one", &[folder]));
            }
            Err(wrong) => {
                ending = Ending::Findings;
                let say = |fault| words::fault(output.lang, fault);
                let wrong: Vec<String> = wrong.iter().map(say).collect();
                if output.is_json() {
                    told.push(serde_json::json!({ "backup": backup, "ok": false, "wrong": wrong }));
                    continue;
                }
                output.line(say_with(output.lang, "cli-backup-damaged", &[folder]));
                wrong.iter().for_each(|wrong| output.line(format!("  {wrong}")));
            }
        }
    }
    if output.is_json() {
        output.json(&told)?;
    }
    Ok(ending)
}

/// The folders themselves, or the halves that lie in them or in their `data` and `keys`.
fn halves(folders: &[PathBuf]) -> Vec<PathBuf> {
    let is_half = |folder: &PathBuf| folder.join(manifest::FILE).exists();
    let mut found = Vec::new();
    for folder in folders {
        let mut within: Vec<PathBuf> = Vec::new();
        if !is_half(folder) {
            for dir in [folder.clone(), folder.join("data"), folder.join("keys")] {
                within.extend(files::folders(&dir).unwrap_or_default().into_iter().filter(is_half));
            }
        }
        within.sort();
        match within.is_empty() {
            true => found.push(folder.clone()),
            false => found.extend(within),
        }
    }
    found
}

fn tell_made(made: &Made, output: &mut Output) -> Result<Ending, Fault> {
    if output.is_json() {
        output.json(made)?;
        return Ok(Ending::Ok);
    }
    let args = [
        ("data", made.data.display().to_string()),
        ("keys", made.keys.display().to_string()),
        ("rows", made.rows.to_string()),
        ("entries", made.ledger.to_string()),
    ];
    output.line(say_with(output.lang, "cli-backup-made", &args));
    output.line(say(output.lang, "cli-backup-root"));
    Ok(Ending::Ok)
}

fn tell_restored(restored: &Restored, output: &mut Output) -> Result<Ending, Fault> {
    tell_counts(restored, output)?;
    if output.is_json() {
        return Ok(Ending::Ok);
    }
    let until = [("until", words::moment(output.lang, restored.erasures_known_until))];
    output.line(say_with(output.lang, "cli-backup-known-until", &until));
    let back = [
        ("made", words::moment(output.lang, restored.made)),
        ("ended", restored.shut.ended.to_string()),
        ("restricted", restored.shut.closed_again.to_string()),
        ("wishes", restored.shut.wishes_again.to_string()),
        ("held", restored.held_again.to_string()),
        ("consents", restored.shut.consents_again.to_string()),
        ("accounts", restored.shut.accounts.to_string()),
    ];
    output.line(say_with(output.lang, "cli-backup-back", &back));
    if restored.settings_taken {
        output.line(say(output.lang, "cli-backup-settings"));
    }
    Ok(Ending::Ok)
}

/// What came back: all that a drill has to tell, for nothing of it stays.
fn tell_counts(restored: &Restored, output: &mut Output) -> Result<(), Fault> {
    if output.is_json() {
        return output.json(restored);
    }
    let args = [
        ("records", restored.records.to_string()),
        ("again", restored.erased_again.removed.to_string()),
        ("keys", restored.keys.to_string()),
        ("erased", restored.keys_erased.to_string()),
        ("lost", restored.keys_lost.to_string()),
    ];
    output.line(say_with(output.lang, "cli-backup-restored", &args));
    Ok(())
}

/// Everything in a folder of its own beside the keys, so that nothing leaves their disk.
async fn drill(app: &Arc<App>, output: &mut Output) -> Result<Ending, Fault> {
    let base = app.installation.folder.join("drill");
    let _ = std::fs::remove_dir_all(&base);
    let done = rehearse(app, &base).await;
    let removed = std::fs::remove_dir_all(&base);
    let restored = done?;
    removed.map_err(|error| backup::files::fault(&base, &error))?;
    app.engine.work_done("drill", &serde_json::json!({ "records": restored.records })).await?;
    if !output.is_json() {
        output.line(say(output.lang, "cli-backup-drilled"));
    }
    tell_counts(&restored, output)?;
    Ok(Ending::Ok)
}

async fn rehearse(app: &Arc<App>, base: &Path) -> Result<Restored, Fault> {
    let targets = Targets { data: base.join("data"), keys: base.join("keys") };
    let made = backup::create(app, &targets).await?;
    let root = app.installation.settings.keys.root_file.clone();
    let sources = Sources {
        data: made.data,
        keys: made.keys,
        erasures: Vec::new(),
        checkpoints: Vec::new(),
        root: Some(root.unwrap_or_else(|| app.installation.keys().join("root.secret"))),
        accept_older: false,
        embedded: true,
    };
    let (clock, random) = (app.engine.clock(), Arc::clone(&app.random));
    restore::restore(&base.join("org"), &sources, clock, random).await
}
