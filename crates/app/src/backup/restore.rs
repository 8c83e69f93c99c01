//! Putting a backup back, in the one safe order: erasure list, keys without what is on it, rows,
//! what was erased meanwhile erased again, lookups made anew, everything checked, and only then
//! an installation that can be served.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use seloste_kernel::{Clock, Fault, FaultKind, Random};
use seloste_register::keyring::{Keyring, RootSource};
use seloste_register::{Engine, Replayed};
use seloste_store::ledger::{Checkpoint, PublicKey};
use seloste_store::{Location, Store};
use seloste_vault::Erasure;

use super::files::{copy_tree, make_private, put};
use super::manifest::{self, Manifest, Part};
use super::{ERASURES, ERASURES_CHECKPOINT, LEDGER, SECRETS, SLOTS, blocking, decode};
use crate::installation::Installation;
use crate::settings::Settings;

const SETTINGS: &str = "seloste.toml";

/// What is restored, and from where.
#[derive(Debug, Clone)]
pub struct Sources {
    /// The data backup.
    pub data: PathBuf,
    /// The key backup.
    pub keys: PathBuf,
    /// Further copies of the erasure list.
    pub erasures: Vec<PathBuf>,
    /// Checkpoints that somebody kept: how far the ledger once was.
    pub checkpoints: Vec<PathBuf>,
    /// The root secret, when it is neither in the new folder nor where the settings say.
    pub root: Option<PathBuf>,
    /// Restore although the erasure list may be older than the newest known checkpoint.
    pub accept_older: bool,
    /// Put the rows into an embedded database, whatever the settings say.
    pub embedded: bool,
}

/// What a restore did.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Restored {
    /// Rows put back.
    pub rows: u64,
    /// Keys that open again.
    pub keys: usize,
    /// Keys left out because they are on the erasure list.
    pub keys_erased: usize,
    /// Keys left out because their epoch was destroyed.
    pub keys_lost: usize,
    /// Records erased again.
    pub erased_again: Replayed,
    /// Records that open.
    pub records: usize,
    /// Entries of the ledger.
    pub ledger: u64,
}

/// Restores into `folder`, which must be new or hold settings and root secret only.
///
/// # Errors
/// `Environment` when a part is damaged, of another installation, or the erasure list is older
/// than the newest known checkpoint. The backup is never changed.
pub async fn restore(
    folder: &Path,
    sources: &Sources,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Random>,
) -> Result<Restored, Fault> {
    let (data, keys) = (part(&sources.data, Part::Data)?, part(&sources.keys, Part::Keys)?);
    if data.installation != keys.installation {
        return Err(Fault::new(FaultKind::Environment, "fault-backup-of-two"));
    }
    refuse_used(folder)?;
    let list = erasures(sources, &data, &keys)?;
    make_private(folder)?;
    let (from, to) = (sources.data.join(SETTINGS), folder.join(SETTINGS));
    if !to.exists() && from.exists() {
        copy(&from, &to)?;
    }
    let mut settings = Settings::read(folder)?;
    if sources.embedded {
        settings.database = None;
    }
    let installation = Installation { folder: folder.to_owned(), settings };
    let root = root(&installation, sources.root.as_deref())?;
    let slots = read(&sources.keys.join(SLOTS))?;
    let secrets = read(&sources.keys.join(SECRETS))?;
    make_private(&installation.data())?;
    let (ring, keys) = Keyring::restore(
        &installation.keys(),
        root,
        &slots,
        &secrets,
        &list,
        Arc::clone(&random),
        Arc::clone(&clock),
    )?;
    copy_tree(&sources.data.join(LEDGER), &installation.data().join(LEDGER), &[])?;
    let (location, from) = (installation.location()?, sources.data.clone());
    let (rows, engine) = open(location, from, ring, clock, random).await?;
    let erased_again = engine.erase_again().await?;
    let records = check(&engine, &installation.data().join(LEDGER)).await?;
    // Last: a folder with a notice is a whole installation.
    copy(&sources.data.join("notice.kdl"), &folder.join("notice.kdl"))?;
    Ok(Restored {
        rows,
        keys: keys.keys,
        keys_erased: keys.erased,
        keys_lost: keys.lost,
        erased_again,
        records,
        ledger: data.ledger,
    })
}

async fn open(
    location: Location,
    from: PathBuf,
    ring: Keyring,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Random>,
) -> Result<(u64, Arc<Engine>), Fault> {
    let for_store = Arc::clone(&random);
    let (store, backup) = blocking(move || {
        let store = Store::open(location, for_store)?;
        let backup = store.restore(&from)?;
        Ok((store, backup))
    })
    .await?;
    Ok((backup.rows, Engine::open(store, ring, clock, random).await?))
}

/// Every record opens, and the ledger takes up where it was.
async fn check(engine: &Arc<Engine>, ledger: &Path) -> Result<usize, Fault> {
    let mut records = 0;
    for register in engine.registers() {
        let scanned = engine.scan(&register.notice.id).await?;
        if scanned.keyless + scanned.unsealed > 0 {
            let cause =
                format!("{} without key, {} do not open", scanned.keyless, scanned.unsealed);
            return Err(Fault::new(FaultKind::Environment, "fault-backup-unopened").because(cause));
        }
        records += scanned.records;
    }
    let (opening, ledger) = (Arc::clone(engine), ledger.to_owned());
    blocking(move || opening.open_ledger(&ledger)?.integrate()).await?;
    Ok(records)
}

fn part(dir: &Path, wanted: Part) -> Result<Manifest, Fault> {
    let manifest = manifest::verify(dir).map_err(|found| super::damaged(&found))?;
    if manifest.part == wanted {
        return Ok(manifest);
    }
    Err(Fault::new(FaultKind::Environment, "fault-backup-part")
        .with("folder", dir.display().to_string()))
}

fn refuse_used(folder: &Path) -> Result<(), Fault> {
    let used = ["notice.kdl", "data"].iter().any(|name| folder.join(name).exists());
    if !used {
        return Ok(());
    }
    Err(Fault::new(FaultKind::Environment, "fault-folder-not-empty")
        .with("folder", folder.display().to_string()))
}

/// All copies of the erasure list together; refuses when even the newest of them may lack
/// erasures that the ledger is known to have.
fn erasures(sources: &Sources, data: &Manifest, keys: &Manifest) -> Result<Vec<Erasure>, Fault> {
    let key: PublicKey = data
        .ledger_key
        .parse()
        .map_err(|_| Fault::new(FaultKind::Environment, "fault-backup-damaged"))?;
    let mut lists = vec![sources.keys.join(ERASURES)];
    // What the list in the key backup covers is what the ledger had when it was made.
    let mut covered = keys.ledger;
    if let Some(beside) = sources.keys.parent() {
        lists.push(beside.join(ERASURES));
    }
    lists.extend(sources.erasures.iter().cloned());
    let mut all = Vec::new();
    for (number, path) in lists.iter().enumerate() {
        match std::fs::read(path) {
            Ok(bytes) => all.extend(decode(path, &bytes)?),
            // Only the copy beside the backups may be absent.
            Err(error) if number != 1 => return Err(super::files::fault(path, &error)),
            Err(_) => continue,
        }
        let beside = path.with_file_name(ERASURES_CHECKPOINT);
        covered = covered.max(size(&beside, &key).unwrap_or(0));
    }
    let mut known = data.ledger.max(keys.ledger);
    for path in &sources.checkpoints {
        let size = size(path, &key).ok_or_else(|| {
            Fault::new(FaultKind::Environment, "fault-backup-checkpoint")
                .with("file", path.display().to_string())
        })?;
        known = known.max(size);
    }
    if known > covered && !sources.accept_older {
        return Err(Fault::new(FaultKind::Environment, "fault-backup-older-list")
            .with("known", known.to_string())
            .with("covered", covered.to_string()));
    }
    Ok(all)
}

/// How far the ledger was, by a signed checkpoint.
fn size(path: &Path, key: &PublicKey) -> Option<u64> {
    let note = std::fs::read_to_string(path).ok()?;
    Checkpoint::read(&note, key).map(|checkpoint| checkpoint.size)
}

/// Where the root secret is: the one given is used, and kept in the new folder when the settings
/// name no other place.
fn root(installation: &Installation, given: Option<&Path>) -> Result<RootSource, Fault> {
    let Some(given) = given else { return Ok(installation.root()) };
    if installation.settings.keys.root_file.is_some() {
        return Ok(RootSource::File(given.to_owned()));
    }
    make_private(&installation.keys())?;
    let inside = installation.keys().join("root.secret");
    if !inside.exists() {
        copy(given, &inside)?;
    }
    Ok(RootSource::InFolder)
}

fn read(path: &Path) -> Result<Vec<u8>, Fault> {
    std::fs::read(path).map_err(|error| super::files::fault(path, &error))
}

fn copy(from: &Path, to: &Path) -> Result<(), Fault> {
    put(to, &read(from)?)
}
