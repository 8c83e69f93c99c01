//! Seloste: the privacy notice that runs.
//!
//! The only place that knows the present moment and the operating system's randomness; everything
//! else is given them.

#![cfg_attr(test, expect(clippy::unwrap_used, clippy::panic, reason = "tests"))]

use std::process::ExitCode;
use std::sync::Arc;

use aws_lc_rs::rand::{SecureRandom, SystemRandom};
use clock::SystemClock;
use seloste_kernel::{Random, Timestamp};

mod announcement;
mod api;
mod app;
mod backup;
mod cases;
mod cells;
mod changes;
mod cli;
mod clock;
mod consents;
mod console;
mod delivered;
mod demo;
mod disclosing;
mod done;
mod erasing;
mod exporting;
mod files;
mod forms;
mod guard;
mod holding;
mod installation;
mod jobs;
mod last_day;
mod log;
mod looks;
mod mail;
mod metrics;
mod operator;
mod output;
mod place;
mod post;
mod process;
mod proofs;
mod public;
mod receipts;
mod remains;
mod round;
mod scan;
mod sentences;
mod services;
mod settings;
mod signing;
mod site;
mod streaming;
mod tls;
mod traceability;
mod withdrawing;
mod words;

/// The operating system's generator. Without it no key may be made, so its failure ends the
/// program.
struct OsRandom(SystemRandom);

impl Random for OsRandom {
    fn fill(&self, bytes: &mut [u8]) {
        if self.0.fill(bytes).is_err() {
            eprintln!("seloste: the operating system gives no random numbers; stopping");
            std::process::abort();
        }
    }
}

fn main() -> ExitCode {
    let random: Arc<dyn Random> = Arc::new(OsRandom(SystemRandom::new()));
    let clock = SystemClock::new(Timestamp::now, &*random);
    cli::main(Arc::new(clock), random)
}
