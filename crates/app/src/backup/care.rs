//! The care of backups that are there: how old they are, when they go, and whether they are whole.

use std::path::{Path, PathBuf};

use jiff::SignedDuration;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use seloste_kernel::{Fault, Timestamp};

use super::manifest::{self, Manifest};
use super::{Targets, files};
use crate::app::App;

/// How the moment of its making begins a backup's name.
pub const NAME: &str = "%Y%m%dT%H%M%SZ";

/// A backup without a manifest is being made, or was cut off: after this time it was.
const MAKING: SignedDuration = SignedDuration::from_hours(24);

/// One half of a backup.
#[derive(Debug, Clone)]
pub struct Half {
    /// Its folder.
    pub folder: PathBuf,
    /// When it was made.
    pub made: Timestamp,
}

/// All halves in the folders of backups.
///
/// # Errors
/// When a folder cannot be read.
pub fn all(targets: &Targets) -> Result<Vec<Half>, Fault> {
    let folders = [files::folders(&targets.data)?, files::folders(&targets.keys)?].concat();
    let half = |folder: PathBuf| Some(Half { made: made(&folder)?, folder });
    // What is not ours is left alone.
    Ok(folders.into_iter().filter_map(half).collect())
}

/// When a backup was made: by its manifest or, where that is damaged or missing, by its name.
fn made(folder: &Path) -> Option<Timestamp> {
    if let Ok(manifest) = Manifest::read(folder) {
        return Some(manifest.made);
    }
    let (stamp, _) = folder.file_name()?.to_str()?.split_once('-')?;
    let moment = DateTime::strptime(NAME, stamp).ok()?;
    Some(moment.to_zoned(TimeZone::UTC).ok()?.timestamp())
}

/// Removes backups that have lived as long as the notice lets them, damaged or not, and what was
/// cut off in the making; how many.
///
/// # Errors
/// When a folder cannot be read or removed; `Environment` while the clock is in doubt.
pub fn remove_old(app: &App, targets: &Targets) -> Result<usize, Fault> {
    let life = app.register()?.notice.operations.backups;
    let now = app.engine.trusted_now()?;
    let mut removed = 0;
    for half in all(targets)? {
        let cut_off =
            !half.folder.join(manifest::FILE).exists() && now.duration_since(half.made) >= MAKING;
        if cut_off || life.after(half.made) <= now {
            std::fs::remove_dir_all(&half.folder)
                .map_err(|error| files::fault(&half.folder, &error))?;
            removed += 1;
        }
    }
    Ok(removed)
}

/// Checks every finished backup; gives those that are damaged.
///
/// # Errors
/// When a folder cannot be read.
pub fn damaged(targets: &Targets) -> Result<Vec<Half>, Fault> {
    let mut halves = all(targets)?;
    halves.retain(|half| {
        half.folder.join(manifest::FILE).exists() && manifest::verify(&half.folder).is_err()
    });
    Ok(halves)
}
