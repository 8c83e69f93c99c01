//! The program's log: one line of JSON per event on standard error. No field of it may hold
//! personal data; there is no address, no browser and no query in it to begin with.
//!
//! Somebody at a terminal reads what the program says to them: there the log has short lines, and
//! none for each request.

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;

/// What is told where nobody chose.
const TOLD: &str = "info";
/// What is told at a terminal.
const TOLD_AT_TERMINAL: &str = "info,seloste::request=warn";

/// Starts the log. `SELOSTE_LOG` chooses what is told (`warn`, `seloste=debug`).
pub fn start() {
    seloste_web::quiet_panics();
    let terminal = std::io::stderr().is_terminal();
    let usual = if terminal { TOLD_AT_TERMINAL } else { TOLD };
    let filter = EnvFilter::try_from_env("SELOSTE_LOG").unwrap_or_else(|_| EnvFilter::new(usual));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // Started twice (a demo inside a test) the first one stays.
    let _ = match terminal {
        true => log.compact().with_target(false).try_init(),
        false => log.json().try_init(),
    };
}
