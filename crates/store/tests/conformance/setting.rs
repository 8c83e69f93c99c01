//! Stores to test with, one per engine.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use seloste_kernel::{KeyId, PersonId, RecordId, Sealed, SeededRandom};
use seloste_store::tables::records::RecordRow;
use seloste_store::tables::{persons, policies};
use seloste_store::{Location, Store, Tx};

/// Makes two tests of each function: `NAME::sqlite` and `NAME::postgres`.
macro_rules! each_engine {
    ($($name:ident),* $(,)?) => { $(
        mod $name {
            #[test]
            fn sqlite() {
                crate::setting::on_sqlite(super::$name);
            }

            #[test]
            fn postgres() {
                crate::setting::on_postgres(super::$name);
            }
        }
    )* };
}

/// Runs a test on SQLite.
pub fn on_sqlite(test: impl Fn(&Store)) {
    let dir = tempfile::tempdir().unwrap();
    let store = open(&sqlite(dir.path()));
    test(&store);
    store.close();
}

/// Runs a test on PostgreSQL, where there is one.
pub fn on_postgres(test: impl Fn(&Store)) {
    if let Some(location) = postgres() {
        test(&open(&location));
    }
}

/// Runs a test on every engine there is.
pub fn on_each_engine(test: impl Fn(&Store)) {
    on_sqlite(&test);
    on_postgres(&test);
}

pub fn sqlite(dir: &std::path::Path) -> Location {
    Location::Sqlite { dir: dir.to_owned() }
}

/// A fresh schema of the server that `SELOSTE_TEST_PG` names.
pub fn postgres() -> Option<Location> {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let url = std::env::var("SELOSTE_TEST_PG").ok()?;
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    let schema = format!("t{}_{number}", since.as_nanos() % 1_000_000_000_000);
    Some(Location::Postgres { url, schema })
}

pub fn open(location: &Location) -> Store {
    Store::open(location.clone(), Arc::new(SeededRandom::new(7)), marker()).unwrap()
}

/// Marks whose key everybody knows.
struct Marks;

impl seloste_store::Marker for Marks {
    fn mark(&self, said: &[u8]) -> [u8; 16] {
        let sum = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, said);
        sum.as_ref()[..16].try_into().unwrap()
    }

    fn may_begin(&self) -> Result<(), seloste_kernel::Fault> {
        Ok(())
    }
}

pub fn marker() -> Arc<dyn seloste_store::Marker> {
    Arc::new(Marks)
}

pub fn person(n: u32) -> PersonId {
    let mut bytes = [0xA0; 16];
    bytes[..4].copy_from_slice(&n.to_be_bytes());
    PersonId::from_bytes(bytes)
}

pub fn record(n: u32) -> RecordId {
    let mut bytes = [0xB0; 16];
    bytes[..4].copy_from_slice(&n.to_be_bytes());
    RecordId::from_bytes(bytes)
}

/// A record with nothing special about it.
pub fn row(policy: i64, owner: u32, id: u32) -> RecordRow {
    RecordRow {
        person: person(owner),
        id: record(id),
        policy,
        key: KeyId::from_bytes([9; 16]),
        version: 1,
        state: "new".to_owned(),
        thread: None,
        number: None,
        created_ms: 1_000 + i64::from(id),
        updated_ms: 1_000 + i64::from(id),
        due_ms: Some(9_000_000),
        review_ms: None,
        body: Sealed::from_bytes(vec![id as u8; 120]),
    }
}

/// A policy, and people 0 … `people`.
pub fn prepare(store: &Store, people: u32) -> i64 {
    let make = move |tx: &mut Tx| {
        for n in 0..people {
            persons::insert(tx, person(n), "palaute", 500)?;
        }
        policies::intern(tx, "palaute", "feedback", 1)
    };
    store.write_now(make).unwrap()
}
