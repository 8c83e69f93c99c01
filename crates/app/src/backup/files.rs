//! Files of backups: private, whole, on disk before they are relied on.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use seloste_kernel::{Fault, FaultKind};

/// The operating system refused.
pub fn fault(path: &Path, error: &std::io::Error) -> Fault {
    let kind = match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => FaultKind::StorageFull,
        _ => FaultKind::Environment,
    };
    Fault::new(kind, "fault-file-unwritable")
        .with("file", path.display().to_string())
        .because(error)
}

/// Makes a folder for the owner alone, with those above it.
///
/// # Errors
/// When it cannot be made.
pub fn make_private(dir: &Path) -> Result<(), Fault> {
    DirBuilder::new().mode(0o700).recursive(true).create(dir).map_err(|error| fault(dir, &error))
}

/// Writes a new file for the owner alone.
///
/// # Errors
/// When it is there already or cannot be written.
pub fn put(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let mut options = OpenOptions::new();
    let written = options.write(true).create_new(true).mode(0o600).open(path);
    let written = written.and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.map_err(|error| fault(path, &error))
}

/// Puts a file in the place of an older one; nobody ever sees half of it.
///
/// # Errors
/// When it cannot be written.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let new = path.with_extension("new");
    let _ = fs::remove_file(&new);
    put(&new, bytes)?;
    fs::rename(&new, path).map_err(|error| fault(path, &error))
}

/// Copies a folder with all below it, leaving out files of these names.
///
/// # Errors
/// When something cannot be read or written.
pub fn copy_tree(from: &Path, to: &Path, except: &[&str]) -> Result<(), Fault> {
    make_private(to)?;
    for entry in fs::read_dir(from).map_err(|error| fault(from, &error))? {
        let entry = entry.map_err(|error| fault(from, &error))?;
        let (path, name) = (entry.path(), entry.file_name());
        if except.iter().any(|except| name == *except) {
            continue;
        }
        if is_folder(&path)? {
            copy_tree(&path, &to.join(name), except)?;
        } else {
            let bytes = fs::read(&path).map_err(|error| fault(&path, &error))?;
            put(&to.join(name), &bytes)?;
        }
    }
    sync(to)
}

/// Whether it is a folder and not a plain file. Links and pipes are refused: a backup has none, and
/// they would lead out of it or never end.
fn is_folder(path: &Path) -> Result<bool, Fault> {
    let kind = fs::symlink_metadata(path).map_err(|error| fault(path, &error))?.file_type();
    if kind.is_dir() || kind.is_file() {
        return Ok(kind.is_dir());
    }
    Err(Fault::new(FaultKind::Environment, "fault-backup-odd-file")
        .with("file", path.display().to_string()))
}

/// Makes names of new files durable.
///
/// # Errors
/// When the disk does not take them.
pub fn sync(dir: &Path) -> Result<(), Fault> {
    File::open(dir).and_then(|dir| dir.sync_all()).map_err(|error| fault(dir, &error))
}

/// The folders in a folder; none when it is not there.
///
/// # Errors
/// When it cannot be read.
pub fn folders(dir: &Path) -> Result<Vec<PathBuf>, Fault> {
    let entries = match fs::read_dir(dir) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(|error| fault(dir, &error))?,
    };
    let mut found: Vec<PathBuf> =
        entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_dir()).collect();
    found.sort();
    Ok(found)
}

/// All files below a folder, as paths relative to it.
///
/// # Errors
/// When it cannot be read.
pub fn below(dir: &Path) -> Result<Vec<PathBuf>, Fault> {
    let (mut found, mut waiting) = (Vec::new(), vec![dir.to_owned()]);
    while let Some(next) = waiting.pop() {
        for entry in fs::read_dir(&next).map_err(|error| fault(&next, &error))? {
            let path = entry.map_err(|error| fault(&next, &error))?.path();
            if is_folder(&path)? {
                waiting.push(path);
            } else if let Ok(name) = path.strip_prefix(dir) {
                found.push(name.to_owned());
            }
        }
    }
    found.sort();
    Ok(found)
}
