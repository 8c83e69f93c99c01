//! The acceptance tests: the real program, run as its users run it.
//!
//! `support` is the harness; every other module is one scenario, named after the promises it
//! proves. Run them with `./test`, which brings up what they need.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at its first surprise"
)]

mod abroad;
mod api;
mod asking;
mod automated;
mod backups;
mod bench;
mod canaries;
mod cases;
mod clock;
mod consents;
mod crash;
mod demo;
mod desk;
mod disclosure;
mod disk;
mod drills;
mod erasing;
mod feedback;
mod front;
mod halfway;
mod holds;
mod intruder;
mod language;
mod limits;
mod mailbox;
mod matching;
mod mistakes;
mod newer;
mod opendsr;
mod operations;
mod own;
mod package;
mod pause;
mod privacy;
mod profiles;
mod programs;
mod question;
mod ready_made;
mod recipients;
mod records;
mod restoring;
mod restriction;
mod rights;
mod roles;
mod rollback;

mod seeds;
mod sessions;
mod slow;
mod staff;
mod strangers;
mod support;
mod tls;
mod told;
mod traps;
mod versions;
