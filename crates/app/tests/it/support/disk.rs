//! A disk that runs full: a small one of its own where the test may mount one, and a limit on the
//! length of files where it may not.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The size of the mounted disk.
const DISK_MIB: u32 = 24;
/// With the other means, no file of the server grows beyond this.
const FILE_BYTES: u32 = 160 * 1024;

/// How the disk is made to run full.
pub enum Disk {
    /// A file system of its own at this folder; undone when dropped.
    Mounted(PathBuf),
    /// The server's files may not grow.
    Limited,
}

impl Disk {
    /// A small disk at this new folder, or the limit when mounting is not allowed.
    pub fn at(folder: &Path) -> Self {
        std::fs::create_dir_all(folder).unwrap();
        let size = format!("size={DISK_MIB}m,mode=0700");
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(folder).stderr(Stdio::null());
        match mount.status() {
            Ok(status) if status.success() => Self::Mounted(folder.to_owned()),
            _ => Self::Limited,
        }
    }

    /// Takes all room from the server with this process id.
    pub fn fill(&self, server: u32) {
        match self {
            Self::Mounted(folder) => fill(&folder.join("filler")),
            Self::Limited => limit(server, &FILE_BYTES.to_string()),
        }
    }

    /// Gives the room back.
    pub fn free(&self, server: u32) {
        match self {
            Self::Mounted(folder) => std::fs::remove_file(folder.join("filler")).unwrap(),
            Self::Limited => limit(server, "unlimited"),
        }
    }
}

/// To the last byte.
fn fill(path: &Path) {
    let mut file = File::create(path).unwrap();
    for bytes in [64 * 1024, 4096, 256, 1] {
        while file.write_all(&vec![7; bytes]).is_ok() {}
    }
}

/// The soft limit, so that it can be taken back.
fn limit(server: u32, bytes: &str) {
    let size = format!("--fsize={bytes}:unlimited");
    let status = Command::new("prlimit").args(["--pid", &server.to_string(), &size]).status();
    assert!(status.unwrap().success(), "prlimit");
}

impl Drop for Disk {
    fn drop(&mut self) {
        if let Self::Mounted(folder) = self {
            // Lazily: the server may have files open still.
            let _left_behind = Command::new("umount").arg("-l").arg(folder).status();
        }
    }
}
