//! Putting a backup back, in the one safe order: erasure list, keys without what is on it, rows,
//! what was erased meanwhile erased again, lookups made anew, everything checked, and only then
//! an installation that can be served.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use seloste_kernel::{Clock, Fault, FaultKind, Random, Timestamp};
use seloste_register::keyring::{Keyring, RootSource};
use seloste_register::{Engine, Replayed};
use seloste_store::ledger::PublicKey;
use seloste_store::{Location, Store};

use super::files::{copy_tree, make_private, put};
use super::manifest::{self, Manifest, Part};
use super::{LEDGER, SECRETS, SLOTS, blocking, erasures};
use crate::installation::{Installation, RESTORED};
use crate::services::staff;
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
    /// Up to which moment erasures are known; who was erased later has come back.
    pub erasures_known_until: Timestamp,
    /// Whether the settings came from the backup.
    pub settings_taken: bool,
    /// When the backup was made: what was restricted, objected to or closed later is not in it.
    pub made: Timestamp,
    /// Records that staff held or let go after the backup was made, and that stand so again.
    pub held_again: u64,
    /// Who is kept out again.
    #[serde(flatten)]
    pub shut: Shut,
}

/// What a backup would have opened again, and does not.
#[derive(Debug, Clone, Copy, serde::Serialize)]
pub struct Shut {
    /// Keys of programs and links that were ended.
    pub ended: u64,
    /// Persons who closed something after the backup was made, and have it closed again.
    pub closed_again: u64,
    /// Consents that ended after the backup was made, while a hold kept what rested on them.
    pub consents_again: u64,
    /// Persons who wished to go after the backup was made, or changed their mind, and what they said
    /// last holds again.
    pub wishes_again: u64,
    /// Accounts that were changed after it, and wait for a new link.
    pub accounts: u64,
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
    let known = erasures::known(sources, &data, &keys)?;
    make_private(folder)?;
    let (from, to) = (sources.data.join(SETTINGS), folder.join(SETTINGS));
    let settings_taken = !to.exists() && from.exists();
    if settings_taken {
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
    // First: at no moment is there an installation that serves as if it were the one in use.
    hold(&installation)?;
    let keys_manifest = keys;
    let (ring, keys) = Keyring::restore(
        &installation.keys(),
        root,
        &slots,
        &secrets,
        &known.erasures,
        Arc::clone(&random),
        Arc::clone(&clock),
    )?;
    // Signed by themselves the manifests are; only the key ring tells whether by this installation.
    let public = ring.signer().public();
    if ![&data, &keys_manifest].into_iter().all(|manifest| is_of(manifest, &public)) {
        undo(folder, settings_taken);
        return Err(Fault::new(FaultKind::Environment, "fault-backup-stranger"));
    }
    copy_tree(&sources.data.join(LEDGER), &installation.data().join(LEDGER), &[])?;
    let (location, from) = (installation.location()?, sources.data.clone());
    let (rows, engine) = open(location, from, ring, clock, random).await?;
    let (held_again, erased_again) = again(&engine, data.made).await?;
    let shut = shut_out(&engine, data.made).await?;
    holds_agree(&engine, data.made).await?;
    let records = check(&engine, &installation.data().join(LEDGER)).await?;
    copy(&sources.data.join("notice.kdl"), &folder.join("notice.kdl"))?;
    // Last: until then nobody serves the store, and the next restore may empty it.
    engine.end_restore().await?;
    Ok(Restored {
        rows,
        keys: keys.keys,
        keys_erased: keys.erased,
        keys_lost: keys.lost,
        erased_again,
        records,
        ledger: data.ledger,
        erasures_known_until: known.until,
        settings_taken,
        made: data.made,
        held_again,
        shut,
    })
}

/// What staff held after the backup is held, before anything goes again: it is not to go with it.
async fn again(engine: &Arc<Engine>, made: Timestamp) -> Result<(u64, Replayed), Fault> {
    let held = engine.hold_again(made).await?;
    Ok((held, engine.erase_again().await?))
}

/// Nothing that is restored is held otherwise than the erasure list says.
async fn holds_agree(engine: &Arc<Engine>, made: Timestamp) -> Result<(), Fault> {
    match engine.hold_again(made).await? {
        0 => Ok(()),
        _ => Err(Fault::new(FaultKind::Environment, "fault-backup-holds")),
    }
}

/// Whoever was shut out after the backup of this moment stays so.
async fn shut_out(engine: &Arc<Engine>, made: Timestamp) -> Result<Shut, Fault> {
    Ok(Shut {
        ended: engine.end_what_opens().await?,
        closed_again: engine.close_again(made).await?,
        consents_again: engine.end_consents_again(made).await?,
        wishes_again: engine.wish_again(made).await?,
        accounts: engine.put_back(staff::KIND, made, staff::State::Invited.word()).await?,
    })
}

/// Leaves nothing of a backup that is not this installation's: the next attempt must not take its
/// settings for somebody's own.
fn undo(folder: &Path, settings_taken: bool) {
    if settings_taken {
        let _ = std::fs::remove_file(folder.join(SETTINGS));
    }
    let _ = std::fs::remove_dir_all(folder.join("data"));
}

async fn open(
    location: Location,
    from: PathBuf,
    ring: Keyring,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Random>,
) -> Result<(u64, Arc<Engine>), Fault> {
    let (for_store, marker) = (Arc::clone(&random), Arc::new(ring.marker()));
    let (store, backup) = blocking(move || {
        let store = Store::open(location, for_store, marker)?;
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
    blocking(move || opening.adopt_ledger(&ledger)?.integrate()).await?;
    Ok(records)
}

fn part(dir: &Path, wanted: Part) -> Result<Manifest, Fault> {
    let manifest = manifest::verify(dir).map_err(|_| super::damaged(dir))?;
    if manifest.part == wanted {
        return Ok(manifest);
    }
    Err(Fault::new(FaultKind::Environment, "fault-backup-part")
        .with("folder", dir.display().to_string()))
}

fn refuse_used(folder: &Path) -> Result<(), Fault> {
    let there = |name: &str| folder.join(name).exists();
    let key = match (there("notice.kdl"), there("data")) {
        (false, false) => return Ok(()),
        // The mark comes first and the notice last.
        (false, true) if folder.join("data").join(RESTORED).exists() => "fault-restore-rest",
        _ => "fault-folder-not-empty",
    };
    Err(Fault::new(FaultKind::Environment, key).with("folder", folder.display().to_string()))
}

fn is_of(manifest: &Manifest, public: &[u8; 32]) -> bool {
    manifest.ledger_key.parse::<PublicKey>().is_ok_and(|key| key.is(public))
}

/// Marks the installation as one that nobody has confirmed.
fn hold(installation: &Installation) -> Result<(), Fault> {
    const WHAT: &[u8] = b"restored; `seloste backup confirm` lets mail and backups begin\n";
    put(&installation.restored_mark(), WHAT)
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
