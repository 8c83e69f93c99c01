//! What the ledger does to files, step by step. Tests let it fail at any step.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// An empty file of this name.
pub(super) fn create(path: &Path) -> io::Result<File> {
    step(io::Error::from, || File::create(path))
}

pub(super) fn write(file: &mut File, bytes: &[u8]) -> io::Result<()> {
    step(io::Error::from, || file.write_all(bytes))
}

pub(super) fn sync(file: &File) -> io::Result<()> {
    step(io::Error::from, || file.sync_all())
}

/// Makes names in a folder durable.
pub(super) fn sync_folder(path: &Path) -> io::Result<()> {
    step(io::Error::from, || File::open(path)?.sync_all())
}

pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    step(io::Error::from, || fs::rename(from, to))
}

pub(super) fn create_folder(path: &Path) -> io::Result<()> {
    step(io::Error::from, || fs::create_dir(path))
}

pub(super) fn remove(path: &Path) -> io::Result<()> {
    step(io::Error::from, || fs::remove_file(path))
}

pub(super) fn remove_folder(path: &Path) -> io::Result<()> {
    step(io::Error::from, || fs::remove_dir(path))
}

/// One thing that is done or fails, on a disk or in the database.
#[cfg(not(test))]
pub(super) fn step<T, E>(
    _: impl Fn(io::ErrorKind) -> E,
    work: impl FnOnce() -> Result<T, E>,
) -> Result<T, E> {
    work()
}

#[cfg(test)]
pub(super) use failing::step;

#[cfg(test)]
pub(super) mod failing {
    use std::cell::Cell;
    use std::io;

    /// How a step fails.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub(in super::super) enum How {
        /// It is not done; those after it are.
        Once,
        /// It is done, but said to have failed; those after it are done.
        Unsure,
        /// It is not done, nor is any after it: no room, or no process any more.
        Ever,
        /// It is done, and then nothing any more.
        Last,
    }

    #[derive(Clone, Copy)]
    struct Fuse {
        how: How,
        /// How many steps are done before one fails.
        left: u32,
        burnt: bool,
    }

    thread_local! {
        static FUSE: Cell<Option<Fuse>> = const { Cell::new(None) };
    }

    /// Lets a step of this thread fail.
    pub(in super::super) fn fail(how: How, after: u32) {
        FUSE.set(Some(Fuse { how, left: after, burnt: false }));
    }

    /// Lets everything work again; says whether anything had failed.
    pub(in super::super) fn heal() -> bool {
        FUSE.take().is_some_and(|fuse| fuse.burnt)
    }

    pub(in super::super) fn step<T, E>(
        failed: impl Fn(io::ErrorKind) -> E,
        work: impl FnOnce() -> Result<T, E>,
    ) -> Result<T, E> {
        let Some(fuse) = FUSE.get() else { return work() };
        if fuse.left > 0 {
            FUSE.set(Some(Fuse { left: fuse.left - 1, ..fuse }));
            return work();
        }
        let done = match (fuse.how, fuse.burnt) {
            (How::Once | How::Unsure, true) => return work(),
            (How::Unsure | How::Last, false) => work().map(drop),
            (How::Once | How::Ever, false) | (How::Ever | How::Last, true) => Ok(()),
        };
        FUSE.set(Some(Fuse { burnt: true, ..fuse }));
        done.and(Err(failed(io::ErrorKind::StorageFull)))
    }
}
