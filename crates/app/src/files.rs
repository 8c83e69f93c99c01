//! Files of the operator's, and the fault of one that cannot be used: it names the file, never its
//! content.

use std::io;
use std::path::Path;

use seloste_kernel::{Fault, FaultKind};

/// The fault of a file that cannot be read.
pub fn unreadable(path: &Path) -> impl Fn(io::Error) -> Fault {
    unusable("fault-file-unreadable", path)
}

/// The fault of a file that cannot be written.
pub fn unwritable(path: &Path) -> impl Fn(io::Error) -> Fault {
    unusable("fault-file-unwritable", path)
}

fn unusable(key: &'static str, path: &Path) -> impl Fn(io::Error) -> Fault {
    let file = path.display().to_string();
    move |error| Fault::new(FaultKind::Environment, key).with("file", &file).because(error)
}

/// Reads a file.
///
/// # Errors
/// `Environment` when it cannot be read.
pub fn read(path: &Path) -> Result<Vec<u8>, Fault> {
    std::fs::read(path).map_err(unreadable(path))
}

/// Reads a file of text.
///
/// # Errors
/// `Environment` when it cannot be read or is no text.
pub fn read_text(path: &Path) -> Result<String, Fault> {
    std::fs::read_to_string(path).map_err(unreadable(path))
}

/// Bytes that the service may still write on the disk of this folder; `None` when nobody can tell.
pub fn free_bytes(folder: &Path) -> Option<u64> {
    let found = rustix::fs::statvfs(folder).ok()?;
    Some(found.f_bavail.saturating_mul(found.f_frsize))
}
