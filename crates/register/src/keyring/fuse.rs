//! The place where tests make a disk fail. Outside tests it is nothing.

use std::fs::File;
use std::io;

/// Outside tests: nothing.
#[cfg(not(test))]
#[derive(Clone, Default)]
pub(super) struct Fuse(());

#[cfg(not(test))]
impl Fuse {
    /// So much of a run of blocks is written at a time.
    pub(super) fn piece(&self, _block: usize, run: usize) -> usize {
        run
    }

    pub(super) fn before_write(&self, _: &File, _: u64, _: &[u8]) -> io::Result<()> {
        Ok(())
    }

    pub(super) fn before_sync(&self, _: &File) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
pub(super) use burning::{Fuse, How};

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod burning {
    use super::*;
    use std::os::unix::fs::{FileExt, MetadataExt};
    use std::sync::{Arc, Mutex};

    /// How the disk fails.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(in super::super) enum How {
        /// The process is killed: nothing more is written, what was written stays.
        Kill,
        /// The last write is half done.
        Torn,
        /// The power goes: of the unsynced writes every second one is lost.
        PowerCut,
        /// The disk is full: files can be overwritten, not grown.
        Full,
    }

    struct State {
        how: How,
        /// Steps until it burns.
        left: u32,
        unsynced: Vec<(File, u64, Vec<u8>)>,
    }

    /// Fails after a number of steps (writes and syncs), and at every step after that.
    #[derive(Clone, Default)]
    pub(in super::super) struct Fuse(Option<Arc<Mutex<State>>>);

    impl Fuse {
        pub(in super::super) fn new(how: How, steps: u32) -> Self {
            Self(Some(Arc::new(Mutex::new(State { how, left: steps, unsynced: Vec::new() }))))
        }

        pub(in super::super) fn piece(&self, block: usize, _run: usize) -> usize {
            block
        }

        pub(in super::super) fn before_write(
            &self,
            file: &File,
            offset: u64,
            bytes: &[u8],
        ) -> io::Result<()> {
            let Some(state) = &self.0 else { return Ok(()) };
            let mut state = state.lock().unwrap();
            if state.how == How::Full {
                let grows = offset + bytes.len() as u64 > file.metadata()?.len();
                return if grows { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) };
            }
            if state.left == 0 {
                if state.how == How::Torn {
                    file.write_all_at(&bytes[..bytes.len() / 2], offset)?;
                    state.how = How::Kill;
                }
                return Err(state.burn());
            }
            state.left -= 1;
            if state.how == How::PowerCut {
                let mut old = vec![0; bytes.len()];
                let _ = file.read_at(&mut old, offset)?;
                state.unsynced.push((file.try_clone()?, offset, old));
            }
            Ok(())
        }

        pub(in super::super) fn before_sync(&self, file: &File) -> io::Result<()> {
            let Some(state) = &self.0 else { return Ok(()) };
            let mut state = state.lock().unwrap();
            if state.how == How::Full {
                return Ok(());
            }
            if state.left == 0 {
                return Err(state.burn());
            }
            state.left -= 1;
            let inode = file.metadata()?.ino();
            state.unsynced.retain(|(of, _, _)| of.metadata().unwrap().ino() != inode);
            Ok(())
        }
    }

    impl State {
        fn burn(&mut self) -> io::Error {
            let lost: Vec<_> = self.unsynced.drain(..).collect();
            for (file, offset, old) in lost.iter().rev().step_by(2) {
                file.write_all_at(old, *offset).unwrap();
            }
            io::Error::other("killed by the test")
        }
    }
}
