//! The harness of the acceptance tests.
//!
//! [`installation`] runs the real program in a folder of its own, [`browser`] is a visitor with a
//! cookie jar, [`mail`] is a real SMTP server, [`scan`] looks for leaked text byte by byte,
//! [`wait`] waits for what jobs do. Nothing here shares code with the program: a defect must not be
//! able to hide itself.

#![expect(dead_code, reason = "a tool box: not every scenario needs every tool")]

pub mod authenticator;
pub mod browser;
pub mod certificates;
pub mod disk;
pub mod feedback;
pub mod form;
pub mod frames;
pub mod installation;
pub mod mail;
pub mod page;
pub mod postgres;
pub mod scan;
pub mod server;
pub mod sql;
pub mod staff;
pub mod tls;
pub mod wait;

use std::path::{Path, PathBuf};

/// The folder with the tools that `./test` installs (Python environment), beside the build.
fn tools() -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    target.join("test-tools")
}
