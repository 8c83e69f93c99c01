//! Backups: the data (sealed rows and the ledger, no key) and the keys (wrapped, for another
//! place), each a folder of its own with a manifest. Both live as long as the notice says.
//!
//! The rows are written first and the keys after, so that every row's key is in the key backup;
//! the ledger last, so that it knows of every row.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use seloste_kernel::{Fault, FaultKind, Timestamp};
use seloste_vault::Erasure;

use crate::app::App;
use crate::installation::Installation;

pub mod care;
pub mod erasures;
pub mod files;
pub mod manifest;
pub mod restore;
pub mod safely;

use files::{copy_tree, make_private, put, sync};
use manifest::{Manifest, Part, Published};

/// The wrapped person keys, in a key backup.
pub const SLOTS: &str = "slots";
/// The secrets that the root wraps, in a key backup.
pub const SECRETS: &str = "secrets";
/// The erasure list, in a key backup and as the newest copy beside them.
pub const ERASURES: &str = "erasures";
/// The ledger's checkpoint up to which the newest copy of the erasure list is complete.
pub const ERASURES_CHECKPOINT: &str = "erasures.checkpoint";
/// The ledger's files, in a data backup.
pub const LEDGER: &str = "ledger";

/// How often the ledger is copied again when it grew meanwhile.
const TRIES: usize = 5;

/// Where backups go.
#[derive(Debug, Clone)]
pub struct Targets {
    /// Backups of the data.
    pub data: PathBuf,
    /// Backups of the keys.
    pub keys: PathBuf,
}

impl Targets {
    /// Those of the settings; the call's own come first.
    ///
    /// # Errors
    /// `BadRequest` when neither names a folder.
    pub fn of(
        installation: &Installation,
        data: Option<&Path>,
        keys: Option<&Path>,
    ) -> Result<Self, Fault> {
        let settings = &installation.settings.backup;
        let missing = || Fault::new(FaultKind::BadRequest, "fault-backup-where");
        let base = settings.folder.as_deref();
        let data = match data {
            Some(data) => data.to_owned(),
            None => base.ok_or_else(missing)?.join("data"),
        };
        let keys = match keys.or(settings.keys_folder.as_deref()) {
            Some(keys) => keys.to_owned(),
            None => base.ok_or_else(missing)?.join("keys"),
        };
        if keys.starts_with(&data) || data.starts_with(&keys) {
            return Err(Fault::new(FaultKind::BadRequest, "fault-backup-together"));
        }
        Ok(Self { data, keys })
    }
}

/// What was made.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Made {
    /// The data backup.
    pub data: PathBuf,
    /// The key backup.
    pub keys: PathBuf,
    /// Rows in it.
    pub rows: u64,
    /// Entries of the ledger in it.
    pub ledger: u64,
    /// Erasures on the list.
    pub erasures: usize,
}

/// Makes both backups, and checks them.
///
/// # Errors
/// `StorageFull` or `Environment` when a folder cannot be written; a half-made backup is removed.
/// `Environment` where another installation has its backups.
pub async fn create(app: &Arc<App>, targets: &Targets) -> Result<Made, Fault> {
    erasures::refuse_others(&app.engine, &targets.keys)?;
    let now = app.engine.now();
    let name = format!("{}-{}", now.strftime(care::NAME), random_word(app));
    let (data, keys) = (targets.data.join(&name), targets.keys.join(&name));
    let made = write(app, now, &data, &keys).await;
    if made.is_err() {
        // Half a backup would be taken for one.
        let _ = std::fs::remove_dir_all(&data);
        let _ = std::fs::remove_dir_all(&keys);
    }
    let made = made?;
    erasures::mirror(app, &targets.keys).await?;
    Ok(made)
}

fn random_word(app: &App) -> String {
    let mut bytes = [0; 4];
    app.random.fill(&mut bytes);
    crate::output::hex(&bytes)
}

async fn write(app: &Arc<App>, now: Timestamp, data: &Path, keys: &Path) -> Result<Made, Fault> {
    make_private(data)?;
    make_private(keys)?;
    let (working, into) = (Arc::clone(app), data.to_owned());
    let rows = blocking(move || working.engine.copy_database(&into)).await?.rows;
    let keyring = app.engine.keyring();
    put(&keys.join(SLOTS), &keyring.export_slots()?)?;
    put(&keys.join(SECRETS), &keyring.export_secrets()?)?;
    let checkpoint = copy_ledger(app, &data.join(LEDGER)).await?;
    // After the ledger: the list may know of more erasures than the ledger, never of fewer.
    let list = keyring.erasures();
    put(&keys.join(ERASURES), &encode(&list))?;
    for name in ["notice.kdl", "seloste.toml"] {
        let from = app.installation.folder.join(name);
        // Without settings the defaults hold; without its notice no backup could be restored.
        if name == "notice.kdl" || from.exists() {
            put(&data.join(name), &crate::files::read(&from)?)?;
        }
    }
    let mut manifest = Manifest {
        format: manifest::FORMAT,
        part: Part::Data,
        made: now,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        installation: crate::output::hex(keyring.installation()),
        ledger_key: app.engine.ledger_key().to_string(),
        ledger: checkpoint.as_ref().map_or(0, |checkpoint| checkpoint.size),
        checkpoint: checkpoint.map(|checkpoint| checkpoint.note),
        notices: app.engine.registers().iter().map(|register| Published::of(register)).collect(),
        rows,
        files: Vec::new(),
        signature: String::new(),
    };
    let made = Made {
        data: data.to_owned(),
        keys: keys.to_owned(),
        rows,
        ledger: manifest.ledger,
        erasures: list.len(),
    };
    let signer = app.engine.signer();
    manifest.seal(data, &*signer)?;
    manifest.part = Part::Keys;
    manifest.seal(keys, &*signer)?;
    for dir in [data, keys] {
        sync(dir)?;
        manifest::verify(dir).map_err(|_| damaged(dir))?;
    }
    Ok(made)
}

fn damaged(folder: &Path) -> Fault {
    let fault = Fault::new(FaultKind::Environment, "fault-backup-damaged");
    fault.with("folder", folder.display().to_string())
}

/// Copies the ledger's files. The ledger may grow meanwhile; then they are copied again.
async fn copy_ledger(
    app: &Arc<App>,
    to: &Path,
) -> Result<Option<seloste_store::ledger::Checkpoint>, Fault> {
    app.integrate().await?;
    let key = app.engine.ledger_key();
    let from = app.installation.data().join(LEDGER);
    for _ in 0..TRIES {
        let _ = std::fs::remove_dir_all(to);
        let copied = copy_tree(&from, to, &["lock"]);
        let note = std::fs::read_to_string(to.join("checkpoint")).unwrap_or_default();
        if copied.is_ok() && note.is_empty() {
            return Ok(None);
        }
        if copied.is_ok() && seloste_store::ledger::verify(to, &key, &[]).is_ok() {
            return Ok(seloste_store::ledger::Checkpoint::read(&note, &key));
        }
    }
    Err(Fault::new(FaultKind::Environment, "fault-backup-copy"))
}

fn encode(list: &[Erasure]) -> Vec<u8> {
    list.iter().flat_map(|entry| entry.encode()).collect()
}

/// The erasure list of these bytes.
///
/// # Errors
/// `Environment` when they are no list.
pub fn decode(path: &Path, bytes: &[u8]) -> Result<Vec<Erasure>, Fault> {
    let wrong = || {
        Fault::new(FaultKind::Environment, "fault-backup-list")
            .with("file", path.display().to_string())
    };
    if !bytes.len().is_multiple_of(Erasure::LEN) {
        return Err(wrong());
    }
    let entries = bytes.chunks_exact(Erasure::LEN).map(Erasure::decode);
    entries.collect::<Option<_>>().ok_or_else(wrong)
}

/// Runs what waits for the disk off the runtime's own threads.
pub async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Fault> + Send + 'static,
) -> Result<T, Fault> {
    tokio::task::spawn_blocking(work).await.map_err(Fault::internal)?
}
