//! Room kept in reserve. A full disk stops deletions too; without this file a full disk would
//! make the promises of erasure impossible to keep.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use seloste_kernel::Fault;

use crate::fault;

/// Bytes kept in reserve: enough for the write-ahead log of erasures and sweeps until somebody
/// makes room.
const BALLAST: usize = 4 * 1024 * 1024;

/// The reserve. While it is spent, ordinary writes are refused so that they cannot eat it.
pub(crate) struct Ballast {
    path: Option<PathBuf>,
    spent: AtomicBool,
}

impl Ballast {
    /// The reserve in this folder; none where there is no folder (PostgreSQL keeps its own disk).
    pub(crate) fn open(dir: Option<&Path>) -> Self {
        let ballast =
            Self { path: dir.map(|dir| dir.join("ballast")), spent: AtomicBool::new(false) };
        if let Err(fault) = ballast.restore() {
            tracing::warn!(?fault, "no room for the reserve: only erasures and sweeps can write");
            ballast.spent.store(true, Ordering::Release);
        }
        ballast
    }

    pub(crate) fn spent(&self) -> bool {
        self.spent.load(Ordering::Acquire)
    }

    /// Gives the reserve to whoever writes next.
    pub(crate) fn free(&self) -> Result<(), Fault> {
        self.spent.store(true, Ordering::Release);
        let Some(path) = &self.path else { return Ok(()) };
        match std::fs::remove_file(path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(fault::file(path, &error))
            }
            _ => Ok(()),
        }
    }

    /// Makes the reserve again. Fails while there is still no room.
    pub(crate) fn restore(&self) -> Result<(), Fault> {
        if let Some(path) = &self.path
            && std::fs::metadata(path).map_or(0, |found| found.len()) != BALLAST as u64
        {
            let made = fill(path);
            if made.is_err() {
                // Half a reserve would only make the shortage worse.
                let _ = std::fs::remove_file(path);
            }
            made.map_err(|error| fault::file(path, &error))?;
        }
        self.spent.store(false, Ordering::Release);
        Ok(())
    }
}

/// Real bytes, not a hole in the file: a hole reserves nothing.
fn fill(path: &Path) -> std::io::Result<()> {
    let mut file = File::create(path)?;
    let block = vec![0xA5; 1024 * 1024];
    for _ in 0..BALLAST / block.len() {
        file.write_all(&block)?;
    }
    file.sync_all()
}
