//! The erasure list outside the installation: copied beside every key backup as soon as it grows,
//! signed with how far it reaches, and asked for when a backup is restored.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use seloste_kernel::{Fault, FaultKind, Timestamp};
use seloste_register::Engine;
use seloste_store::ledger::{Checkpoint, Ledger, PublicKey, Signer};
use seloste_vault::{Erased, Erasure};
use serde::{Deserialize, Serialize};

use super::files::{self, make_private};
use super::manifest::{Manifest, sum};
use super::restore::Sources;
use super::{ERASURES, ERASURES_CHECKPOINT, Targets};
use crate::app::App;
use crate::installation::Installation;
use crate::output::unhex;

/// What the list beside the key backups reaches, signed.
pub const SEAL: &str = "erasures.seal";

/// Folders of key backups that somebody named in a call: the list is kept up to date there, too.
const FOLDERS: &str = "erasure-folders.json";

/// Signed with a list: it has at least these erasures, which are all up to this moment.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Seal {
    installation: String,
    at: Timestamp,
    ledger: u64,
    entries: usize,
    sha256: String,
    signature: String,
}

impl Seal {
    fn message(&self) -> Vec<u8> {
        let Self { installation, at, ledger, entries, sha256, .. } = self;
        format!("seloste erasure list\n{installation}\n{at}\n{ledger}\n{entries}\n{sha256}\n")
            .into_bytes()
    }

    fn sign(mut self, signer: &dyn Signer) -> Result<Self, Fault> {
        self.signature = crate::output::hex(&signer.sign(&self.message())?);
        Ok(self)
    }

    /// The seal beside a list, if it is this installation's and the list has all that it says. A
    /// list only grows, so it may have more.
    fn of(path: &Path, list: &[u8], installation: &str, key: &PublicKey) -> Option<Self> {
        let text = std::fs::read(path.with_file_name(SEAL)).ok()?;
        let seal: Self = serde_json::from_slice(&text).ok()?;
        let sealed = list.get(..seal.entries.checked_mul(Erasure::LEN)?)?;
        let good = seal.installation == installation
            && seal.sha256 == sum(sealed)
            && key.has_signed(&seal.message(), &unhex(&seal.signature));
        good.then_some(seal)
    }
}

/// Refuses a folder of key backups beside which another installation keeps its list: one would take the
/// other's place, and whoever was erased there could come back with its backups.
///
/// # Errors
/// `Environment`, with what is to be done, or when the folder cannot be read.
pub fn refuse_others(engine: &Engine, keys: &Path) -> Result<(), Fault> {
    let path = keys.join(SEAL);
    let text = match std::fs::read(&path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        read => read.map_err(|error| files::fault(&path, &error))?,
    };
    let seal: Option<Seal> = serde_json::from_slice(&text).ok();
    let ours = crate::output::hex(engine.keyring().installation());
    match seal.is_some_and(|seal| seal.installation != ours) {
        true => Err(Fault::new(FaultKind::Environment, "fault-backup-others")
            .with("folder", keys.display().to_string())),
        false => Ok(()),
    }
}

/// Refuses an installation that knows less than was once written beside its backups: then its
/// data and keys are old copies, and with them would come back what was erased since.
///
/// # Errors
/// `Environment`, with what is to be done.
pub fn refuse_older(
    engine: &Engine,
    ledger: &Ledger,
    installation: &Installation,
) -> Result<(), Fault> {
    // A restored copy, until somebody says that it takes the place of the one it was copied from.
    if installation.is_held() {
        return Ok(());
    }
    let size = ledger.checkpoint().map_or(0, |checkpoint| checkpoint.size);
    let named = Targets::of(installation, None, None).ok().map(|targets| targets.keys);
    for keys in remembered(installation).into_iter().chain(named) {
        refuse_older_than(engine, size, &keys)?;
    }
    Ok(())
}

/// As [`refuse_older`], with the list in this folder alone.
fn refuse_older_than(engine: &Engine, size: u64, keys: &Path) -> Result<(), Fault> {
    let path = keys.join(ERASURES);
    let Ok(list) = std::fs::read(&path) else { return Ok(()) };
    let installation = crate::output::hex(engine.keyring().installation());
    // What this installation did not sign, anybody may have put there.
    let Some(seal) = Seal::of(&path, &list, &installation, &engine.ledger_key()) else {
        return Ok(());
    };
    let ours: HashSet<Erased> =
        engine.keyring().erasures().into_iter().map(|entry| entry.erased).collect();
    let sealed = list.get(..seal.entries * Erasure::LEN).unwrap_or_default();
    let theirs = super::decode(&path, sealed)?;
    let unknown = theirs.iter().filter(|entry| !ours.contains(&entry.erased)).count();
    // A restored ledger begins where its backup ended, behind what was written before.
    let restored = engine.keyring().known().restored_ms;
    let comparable = restored.is_none_or(|restored| seal.at.as_millisecond() > restored);
    if unknown == 0 && (seal.ledger <= size || !comparable) {
        return Ok(());
    }
    Err(Fault::new(FaultKind::Environment, "fault-installation-older")
        .with("folder", keys.display().to_string())
        .with("count", unknown.to_string()))
}

/// Keeps the newest erasure list beside the key backups of a folder, with its seal and the
/// checkpoint up to which it is complete: whoever restores an older backup needs it.
///
/// # Errors
/// When the folder cannot be written; `Environment` when a list is there that is another
/// installation's, or knows of erasures which this one does not: it stays.
pub async fn mirror(app: &Arc<App>, keys: &Path) -> Result<(), Fault> {
    refuse_others(&app.engine, keys)?;
    app.integrate().await?;
    // Time and checkpoint first: the list may know more than them, never less.
    let at = app.engine.now();
    let checkpoint = app.ledger.checkpoint();
    let ledger = checkpoint.as_ref().map_or(0, |checkpoint| checkpoint.size);
    let note = checkpoint.map(|checkpoint| checkpoint.note).unwrap_or_default();
    refuse_older_than(&app.engine, ledger, keys)?;
    let erasures = app.engine.keyring().erasures();
    let list = super::encode(&erasures);
    let seal = Seal {
        installation: crate::output::hex(app.engine.keyring().installation()),
        at,
        ledger,
        entries: erasures.len(),
        sha256: sum(&list),
        signature: String::new(),
    };
    let seal = seal.sign(&*app.engine.signer())?;
    make_private(keys)?;
    files::replace(&keys.join(ERASURES), &list)?;
    files::replace(&keys.join(ERASURES_CHECKPOINT), note.as_bytes())?;
    let seal = serde_json::to_vec_pretty(&seal).map_err(Fault::internal)?;
    files::replace(&keys.join(SEAL), &seal)
}

/// Remembers a folder of key backups, so that its list is kept up to date.
///
/// # Errors
/// When the note cannot be written.
pub fn remember(app: &App, keys: &Path) -> Result<(), Fault> {
    let mut all = remembered(&app.installation);
    if all.iter().any(|known| known == keys) {
        return Ok(());
    }
    all.push(keys.to_owned());
    let text = serde_json::to_vec(&all).map_err(Fault::internal)?;
    files::replace(&app.installation.data().join(FOLDERS), &text)
}

/// The folders remembered.
pub fn remembered(installation: &Installation) -> Vec<PathBuf> {
    let text = std::fs::read(installation.data().join(FOLDERS)).unwrap_or_default();
    serde_json::from_slice(&text).unwrap_or_default()
}

/// What a restore knows of erasures.
pub struct Known {
    /// All lists together.
    pub erasures: Vec<Erasure>,
    /// Up to which moment they are complete, as far as anything tells.
    pub until: Timestamp,
}

/// All copies of the erasure list together; refuses when no signed copy outside the backup says
/// what was erased since, or when even the newest may lack erasures that the ledger once had.
///
/// # Errors
/// `Environment` for a list that is missing, damaged or too old.
pub fn known(sources: &Sources, data: &Manifest, keys: &Manifest) -> Result<Known, Fault> {
    let key: PublicKey = data.ledger_key.parse().map_err(|_| super::damaged(&sources.data))?;
    let inside = sources.keys.join(ERASURES);
    let mut erasures = super::decode(&inside, &read(&inside)?)?;
    // What the list in the key backup covers is what the ledger had when it was made.
    let (mut covered, mut until) = (keys.ledger, keys.made);
    let mut latest = data.ledger.max(keys.ledger);
    let beside = sources.keys.parent().map(|beside| beside.join(ERASURES));
    let given = sources.erasures.iter().map(|path| (path.clone(), true));
    let mut sealed = false;
    for (path, must_be) in beside.into_iter().map(|path| (path, false)).chain(given) {
        if let Some(size) = size(&path.with_file_name(ERASURES_CHECKPOINT), &key) {
            latest = latest.max(size);
        }
        let list = match std::fs::read(&path) {
            Ok(list) => list,
            Err(error) if must_be => return Err(files::fault(&path, &error)),
            Err(_) => continue,
        };
        erasures.extend(super::decode(&path, &list)?);
        if let Some(seal) = Seal::of(&path, &list, &data.installation, &key) {
            sealed = true;
            covered = covered.max(seal.ledger);
            until = until.max(seal.at);
        }
    }
    for path in &sources.checkpoints {
        let size = size(path, &key).ok_or_else(|| {
            Fault::new(FaultKind::Environment, "fault-backup-checkpoint")
                .with("file", path.display().to_string())
        })?;
        latest = latest.max(size);
    }
    if sources.accept_older {
        return Ok(Known { erasures, until });
    }
    if latest > covered {
        return Err(Fault::new(FaultKind::Environment, "fault-backup-older-list")
            .with("known", latest.to_string())
            .with("covered", covered.to_string()));
    }
    if !sealed {
        return Err(Fault::new(FaultKind::Environment, "fault-backup-no-list")
            .with("until", until.to_string()));
    }
    Ok(Known { erasures, until })
}

/// How far the ledger was, by a signed checkpoint.
fn size(path: &Path, key: &PublicKey) -> Option<u64> {
    let note = std::fs::read_to_string(path).ok()?;
    Checkpoint::read(&note, key).map(|checkpoint| checkpoint.size)
}

fn read(path: &Path) -> Result<Vec<u8>, Fault> {
    std::fs::read(path).map_err(|error| files::fault(path, &error))
}
