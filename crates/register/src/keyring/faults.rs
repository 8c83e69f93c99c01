//! What can be wrong with the key folder, and what the operator is told to do about it.

use std::io;
use std::path::Path;

use seloste_kernel::{Fault, FaultKind, KeyId};

fn environment(key: &'static str) -> Fault {
    Fault::new(FaultKind::Environment, key)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// There is no key folder, or no keys in it.
pub(super) fn missing(path: &Path) -> Fault {
    environment("fault-keys-missing").with("file", name(path)).because(path.display())
}

/// How far the rest of the installation was is known no more: an old copy of it would be served.
pub(super) fn nothing_known(path: &Path) -> Fault {
    environment("fault-keys-nothing-known").with("file", name(path)).because(path.display())
}

/// A key folder is being made where there is one already.
pub(super) fn exists(path: &Path) -> Fault {
    environment("fault-keys-exist").with("file", name(path)).because(path.display())
}

/// The root secret is absent or not in its form.
pub(super) fn no_root(path: &Path, cause: impl std::fmt::Display) -> Fault {
    environment("fault-keys-no-root")
        .with("file", name(path))
        .because(format_args!("{}: {cause}", path.display()))
}

/// The root secret is not the one that wraps these keys.
pub(super) fn wrong_root() -> Fault {
    environment("fault-keys-wrong-root")
}

/// Others than the owner may read or write the file.
pub(super) fn unsafe_mode(path: &Path, mode: u32) -> Fault {
    environment("fault-keys-unsafe-mode")
        .with("file", name(path))
        .because(format_args!("{} has mode {mode:o}", path.display()))
}

/// Some blocks are damaged in both copies.
pub(super) fn damaged(path: &Path, blocks: u64) -> Fault {
    environment("fault-keys-damaged")
        .with("file", name(path))
        .with("count", blocks.to_string())
        .because(format_args!("{}: {blocks} blocks", path.display()))
}

/// The files of the folder are not of one installation, or not of this program.
pub(super) fn foreign(path: &Path) -> Fault {
    environment("fault-keys-foreign").with("file", name(path)).because(path.display())
}

/// Another process has the folder open.
pub(super) fn locked(path: &Path) -> Fault {
    environment("fault-keys-locked").because(path.display())
}

/// The database names a key that was never here.
pub(super) fn unknown(id: KeyId) -> Fault {
    environment("fault-keys-unknown").because(id)
}

/// The data of this key have been erased.
pub(super) fn erased(id: KeyId) -> Fault {
    Fault::new(FaultKind::Gone, "fault-erased").because(format_args!("key {id}"))
}

/// Bytes given as a backup are none.
pub(super) fn not_a_backup(what: &str) -> Fault {
    environment("fault-keys-not-a-backup").because(what)
}

/// The rows of the database had marks, and somebody took them all away.
pub(super) fn marks_gone() -> Fault {
    environment("fault-keys-marks-gone")
}

/// The operating system refused.
pub(super) fn io(path: &Path, error: &io::Error) -> Fault {
    let cause = format!("{}: {error}", path.display());
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            Fault::new(FaultKind::StorageFull, "fault-keys-disk-full").because(cause)
        }
        _ => environment("fault-keys-unreadable").with("file", name(path)).because(cause),
    }
}
