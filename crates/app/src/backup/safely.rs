//! A restore around the restore: it looks for the root secret before it writes anything, leaves
//! nothing behind when it fails, and what it made sends no mail and makes no backups until somebody
//! says that the old service is stopped. Else people would get letters twice, from two services.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use seloste_kernel::{Clock, Fault, FaultKind, Random};

use super::files;
use super::restore::{self, Restored, Sources};
use crate::installation::Installation;
use crate::settings::Settings;

/// Restores as [`restore::restore`], safely on a bad night.
///
/// # Errors
/// `Environment` when there is no root secret, and what the restore itself tells. Then the folder is
/// as it was before.
pub async fn restore(
    folder: &Path,
    sources: &Sources,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Random>,
) -> Result<Restored, Fault> {
    find_root(folder, sources)?;
    let before = Before::of(folder);
    let restored = restore::restore(folder, sources, clock, random).await;
    restored.inspect_err(|_| before.put_back())
}

/// Ends the hold of a restored installation; false when there was none.
///
/// # Errors
/// When the file cannot be removed.
pub fn confirm(installation: &Installation) -> Result<bool, Fault> {
    let mark = installation.restored_mark();
    match std::fs::remove_file(&mark) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(files::fault(&mark, &error)),
    }
}

/// The root secret must be there: given, where the settings say, or in the new folder.
fn find_root(folder: &Path, sources: &Sources) -> Result<(), Fault> {
    let own = folder.join("seloste.toml").exists();
    let from = if own { folder } else { &sources.data };
    let named = Settings::read(from)?.keys.root_file.map(|file| match file.strip_prefix(from) {
        // A relative path counts from the folder that is being made.
        Ok(relative) => folder.join(relative),
        Err(_) => file,
    });
    let root = sources.root.clone().or(named);
    let root = root.unwrap_or_else(|| folder.join("keys/root.secret"));
    if root.is_file() {
        return Ok(());
    }
    Err(Fault::new(FaultKind::Environment, "fault-restore-no-root")
        .with("file", root.display().to_string()))
}

/// What was in the folder, so that all else can be removed.
struct Before {
    folder: PathBuf,
    /// Names in the folder and in its `keys`; none when there was no such folder.
    names: Option<Vec<OsString>>,
    keys: Option<Vec<OsString>>,
}

impl Before {
    fn of(folder: &Path) -> Self {
        let keys = names(&folder.join("keys"));
        Self { folder: folder.to_owned(), names: names(folder), keys }
    }

    /// Whatever cannot be removed is told by the next attempt.
    fn put_back(&self) {
        let Some(known) = &self.names else {
            let _ = std::fs::remove_dir_all(&self.folder);
            return;
        };
        remove_others(&self.folder, known);
        if let Some(known) = &self.keys {
            remove_others(&self.folder.join("keys"), known);
        }
    }
}

fn names(dir: &Path) -> Option<Vec<OsString>> {
    let entries = std::fs::read_dir(dir).ok()?;
    Some(entries.flatten().map(|entry| entry.file_name()).collect())
}

fn remove_others(dir: &Path, known: &[OsString]) {
    for name in names(dir).unwrap_or_default() {
        let path = dir.join(&name);
        if known.contains(&name) {
            continue;
        }
        let _ = if path.is_dir() {
            std::fs::remove_dir_all(&path)
        } else {
            std::fs::remove_file(&path)
        };
    }
}
