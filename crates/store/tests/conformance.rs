//! One suite, every engine: SQLite always, PostgreSQL where `SELOSTE_TEST_PG` gives its address.
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests")]

#[path = "conformance/bench.rs"]
mod bench;
#[path = "conformance/life.rs"]
mod life;
#[path = "conformance/outage.rs"]
mod outage;
#[path = "conformance/queues.rs"]
mod queues;
#[path = "conformance/setting.rs"]
mod setting;
#[path = "conformance/tables.rs"]
mod tables;
#[path = "conformance/writes.rs"]
mod writes;
