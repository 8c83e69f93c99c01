//! The folder that a run writes into, and what lies on the disk.

use std::path::{Path, PathBuf};

use crate::files;
use seloste_kernel::{Fault, Random};

/// A new folder; gone when dropped.
pub struct Ground(PathBuf);

impl Ground {
    /// Makes a folder of a random name below `parent`, or where the system keeps what is passing.
    pub fn new(parent: Option<&Path>, random: &dyn Random) -> Result<Self, Fault> {
        let mut name = [0; 8];
        random.fill(&mut name);
        let parent = parent.map_or_else(std::env::temp_dir, Path::to_owned);
        let folder = parent.join(format!("seloste-bench-{}", crate::output::hex(&name)));
        std::fs::create_dir(&folder).map_err(files::unwritable(&folder))?;
        Ok(Self(folder))
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Ground {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.0) {
            tracing::warn!(%error, folder = %self.0.display(), "the folder is left over");
        }
    }
}

/// All files below a folder.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>, Fault> {
    let (mut files, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).map_err(files::unwritable(&folder))? {
            let path = entry.map_err(files::unwritable(&folder))?.path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    Ok(files)
}

/// How many bytes the files below a folder take on the disk.
pub fn bytes(folder: &Path) -> Result<u64, Fault> {
    files(folder)?.iter().map(|file| file_bytes(file)).sum()
}

/// How many bytes a file takes on the disk: blocks, not its length.
pub fn file_bytes(file: &Path) -> Result<u64, Fault> {
    use std::os::unix::fs::MetadataExt;
    Ok(std::fs::metadata(file).map_err(files::unwritable(file))?.blocks() * 512)
}

/// In how many files below a folder these bytes stand.
pub fn holding(folder: &Path, wanted: &[u8]) -> Result<usize, Fault> {
    let mut found = 0;
    for file in files(folder)? {
        let bytes = std::fs::read(&file).map_err(files::unwritable(&file))?;
        found += usize::from(holds(&bytes, wanted));
    }
    Ok(found)
}

/// Looks for the first byte, then compares: a plain comparison at every place takes minutes.
fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    let Some((first, _)) = wanted.split_first() else { return true };
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| byte == first) {
        rest = rest.get(at..).unwrap_or_default();
        if rest.starts_with(wanted) {
            return true;
        }
        rest = rest.get(1..).unwrap_or_default();
    }
    false
}
