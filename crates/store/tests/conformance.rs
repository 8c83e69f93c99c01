//! One suite, every engine: SQLite always, PostgreSQL where `SELOSTE_TEST_PG` gives its address.
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests")]

// Order matters: its macro serves the others.
#[macro_use]
#[path = "conformance/setting.rs"]
mod setting;
#[path = "conformance/life.rs"]
mod life;
#[path = "conformance/outage.rs"]
mod outage;
#[path = "conformance/queues.rs"]
mod queues;
#[path = "conformance/tables.rs"]
mod tables;
#[path = "conformance/writes.rs"]
mod writes;
