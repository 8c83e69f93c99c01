//! The folder `keys/`: who may read it, who has it open, and where the root secret comes from.

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Read, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use seloste_kernel::{Fault, Random};
use seloste_vault::RootSecret;
use zeroize::Zeroizing;

use super::faults;

/// The longest file that may be a root secret, in bytes.
const ROOT_MAX: u64 = 1024;

/// Where the root secret comes from. It must not be in the same backup as the folder.
pub enum RootSource {
    /// The file `root.secret` in the key folder: simple, and only as safe as the folder.
    InFolder,
    /// A file elsewhere: a systemd credential, a secret mounted by a container, a token.
    File(PathBuf),
    /// The secret itself, from a key service.
    Given(Box<RootSecret>),
}

/// Makes the folder for the owner alone, if there is none.
pub(super) fn make(dir: &Path) -> Result<(), Fault> {
    match DirBuilder::new().mode(0o700).create(dir) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => refuse_unsafe(dir),
        result => result.map_err(|error| faults::io(dir, &error)),
    }
}

/// Refuses a file or folder that its group or others may read or write.
pub(super) fn refuse_unsafe(path: &Path) -> Result<(), Fault> {
    let metadata = fs::metadata(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => faults::missing(path),
        _ => faults::io(path, &error),
    })?;
    match metadata.permissions().mode() & 0o777 {
        mode if mode & 0o077 == 0 => Ok(()),
        mode => Err(faults::unsafe_mode(path, mode)),
    }
}

/// Takes the folder for this process. The lock ends with the file's closing, also in a crash.
pub(super) fn lock(dir: &Path) -> Result<File, Fault> {
    let path = dir.join("lock");
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false).mode(0o600);
    let file = options.open(&path).map_err(|error| faults::io(&path, &error))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(faults::locked(&path)),
        Err(TryLockError::Error(error)) => Err(faults::io(&path, &error)),
    }
}

/// Makes names of new files durable.
pub(super) fn sync(dir: &Path) -> Result<(), Fault> {
    File::open(dir).and_then(|dir| dir.sync_all()).map_err(|error| faults::io(dir, &error))
}

/// Reads the root secret.
pub(super) fn root(dir: &Path, source: &RootSource) -> Result<RootSecret, Fault> {
    let path = match source {
        RootSource::Given(root) => return Ok((**root).clone()),
        RootSource::InFolder => dir.join("root.secret"),
        RootSource::File(path) => path.clone(),
    };
    if !path.exists() {
        return Err(faults::no_root(&path, "no such file"));
    }
    refuse_unsafe(&path)?;
    let file = File::open(&path).map_err(|error| faults::io(&path, &error))?;
    let mut text = Zeroizing::new(String::with_capacity(ROOT_MAX as usize));
    file.take(ROOT_MAX)
        .read_to_string(&mut text)
        .map_err(|error| faults::no_root(&path, error.kind()))?;
    RootSecret::from_text(&text).map_err(|error| faults::no_root(&path, error))
}

/// The root secret of a new folder: made here, or read from where it is.
pub(super) fn new_root(
    dir: &Path,
    source: &RootSource,
    random: &dyn Random,
) -> Result<RootSecret, Fault> {
    let path = dir.join("root.secret");
    if !matches!(source, RootSource::InFolder) || path.exists() {
        return root(dir, source);
    }
    let root = RootSecret::generate(random)?;
    let mut options = OpenOptions::new();
    let written =
        options.write(true).create_new(true).mode(0o600).open(&path).and_then(|mut file| {
            file.write_all(root.to_text().as_bytes())?;
            file.sync_all()
        });
    written.map_err(|error| faults::io(&path, &error))?;
    Ok(root)
}
