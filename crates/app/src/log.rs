//! The program's log: one line of JSON per event on standard error. No field of it may hold
//! personal data; there is no address, no browser and no query in it to begin with.

use tracing_subscriber::EnvFilter;

/// Starts the log. `SELOSTE_LOG` chooses what is told (`warn`, `seloste=debug`).
pub fn start() {
    seloste_web::quiet_panics();
    let filter = EnvFilter::try_from_env("SELOSTE_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    // Started twice (a demo inside a test) the first one stays.
    let _ = tracing_subscriber::fmt()
        .json()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .try_init();
}
