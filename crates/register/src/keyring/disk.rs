//! One file: positioned reads and writes, and syncing. Tests let it fail at any step.

use std::fs::{File, OpenOptions};
use std::io;
use std::os::unix::fs::{FileExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use seloste_kernel::Fault;

use super::faults;
use super::fuse::Fuse;

pub(super) struct Disk {
    file: File,
    path: PathBuf,
    fuse: Fuse,
}

impl Disk {
    /// A new file for the owner alone. A file of that name is never overwritten.
    pub(super) fn create(path: PathBuf, fuse: Fuse) -> Result<Self, Fault> {
        Self::with(OpenOptions::new().create_new(true), path, fuse)
    }

    /// An existing file, or an empty one.
    pub(super) fn open(path: PathBuf, fuse: Fuse) -> Result<Self, Fault> {
        Self::with(OpenOptions::new().create(true).truncate(false), path, fuse)
    }

    fn with(options: &mut OpenOptions, path: PathBuf, fuse: Fuse) -> Result<Self, Fault> {
        let file = options.read(true).write(true).mode(0o600).open(&path);
        match file {
            Ok(file) => Ok(Self { file, path, fuse }),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                Err(faults::exists(&path))
            }
            Err(error) => Err(faults::io(&path, &error)),
        }
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    fn checked<T>(&self, result: io::Result<T>) -> Result<T, Fault> {
        result.map_err(|error| faults::io(&self.path, &error))
    }

    pub(super) fn len(&self) -> Result<u64, Fault> {
        Ok(self.checked(self.file.metadata())?.len())
    }

    /// As many bytes as there are, up to `len`.
    pub(super) fn read(&self, offset: u64, len: usize) -> Result<Vec<u8>, Fault> {
        let mut bytes = vec![0; len];
        let mut filled = 0;
        while filled < len {
            let read = self.file.read_at(&mut bytes[filled..], offset + filled as u64);
            match self.checked(read)? {
                0 => break,
                count => filled += count,
            }
        }
        bytes.truncate(filled);
        Ok(bytes)
    }

    pub(super) fn write(&self, offset: u64, bytes: &[u8]) -> Result<(), Fault> {
        self.checked(self.fuse.before_write(&self.file, offset, bytes))?;
        self.checked(self.file.write_all_at(bytes, offset))
    }

    /// Writes neighbouring blocks of this length, at once; a test's disk may fail between any two.
    pub(super) fn write_run(&self, offset: u64, run: &[u8], block: usize) -> Result<(), Fault> {
        let piece = self.fuse.piece(block, run.len());
        let offsets = (offset..).step_by(piece);
        offsets.zip(run.chunks(piece)).try_for_each(|(offset, bytes)| self.write(offset, bytes))
    }

    /// Makes what was written durable, a growth included.
    pub(super) fn sync(&self) -> Result<(), Fault> {
        self.checked(self.fuse.before_sync(&self.file))?;
        self.checked(self.file.sync_data())
    }

    /// Cuts off a growth that failed half-way, as far as the system lets us.
    pub(super) fn cut(&self, len: u64) {
        if let Err(error) = self.file.set_len(len) {
            tracing::warn!(file = %self.path.display(), %error, "could not shorten a key file");
        }
    }
}
