//! Every column that decides, of every table, changed by SQL: what was changed is believed by
//! nobody and found by a look through all rows.

use std::path::Path;

use seloste_kernel::{FaultKind, KeyId, PersonId, RecordId, Sealed, SeededRandom, SessionId};

use super::testing::{marked, marker};
use super::*;
use crate::ids::ErasureId;
use crate::tables::{
    accesses, attestations, commands, erasures, holds, jobs, limits, meta, notices, outbox,
    persons, policies, proofs, publications, records, runs, sessions,
};
use crate::value::params;
use crate::{Location, Store, engine::sqlite};

const PERSON: PersonId = PersonId::from_bytes([1; 16]);
const RECORD: RecordId = RecordId::from_bytes([2; 16]);

fn open(location: Location, marker: std::sync::Arc<dyn Marker>) -> Result<Store, Fault> {
    Store::open(location, std::sync::Arc::new(SeededRandom::new(1)), marker)
}

fn sqlite_at(dir: &Path) -> Location {
    Location::Sqlite { dir: dir.to_owned() }
}

fn record(policy: i64) -> records::RecordRow {
    records::RecordRow {
        person: PERSON,
        id: RECORD,
        policy,
        key: KeyId::from_bytes([9; 16]),
        version: 1,
        state: "new".to_owned(),
        thread: Some(RECORD),
        number: Some(7),
        created_ms: 1_000,
        updated_ms: 1_001,
        due_ms: Some(9_000),
        review_ms: Some(9_001),
        body: Sealed::from_bytes(vec![3; 40]),
    }
}

/// One row in every table, no column empty.
fn fill(tx: &mut Tx) -> Result<(), Fault> {
    let policy = policies::intern(tx, "palaute", "feedback", 1)?;
    persons::insert(tx, PERSON, "palaute", 500)?;
    persons::set_leaving(tx, PERSON, Some(600))?;
    persons::insert_key(tx, PERSON, "feedback", KeyId::from_bytes([9; 16]))?;
    records::insert(tx, &record(policy))?;
    let hold = holds::Hold {
        person: PERSON,
        record: RECORD,
        ground: "legal-claim".to_owned(),
        field: Some("message".to_owned()),
        until_ms: Some(8_000),
        created_ms: 7_000,
    };
    holds::insert(tx, &hold)?;
    let limit = limits::Limit {
        person: PERSON,
        record: Some(RECORD),
        purpose: Some("letters".to_owned()),
        why: "for-good".to_owned(),
        since_ms: 7_500,
        told_ms: Some(7_600),
    };
    limits::put(tx, &limit)?;
    let notice = notices::Notice {
        register: "palaute".to_owned(),
        version: 1,
        hash: [4; 32],
        source: "notice".to_owned(),
        published_ms: 5,
    };
    notices::insert(tx, &notice)?;
    let said = publications::Publication {
        register: "palaute".to_owned(),
        version: 1,
        author: "operator".to_owned(),
        reason: "{}".to_owned(),
        promises: "[]".to_owned(),
    };
    publications::insert(tx, &said)?;
    jobs::enqueue(tx, "answer", 10, &[5; 32])?;
    let run = runs::start(tx, "sweep", 20)?;
    runs::finish(tx, run, 21, "{}")?;
    proofs::put(tx, "palaute.version", 30, "{}")?;
    let word = attestations::Attestation {
        register: "palaute".to_owned(),
        name: "hosting".to_owned(),
        by_role: "officer".to_owned(),
        at_ms: 40,
        until_ms: 50,
        document_hash: [6; 32],
        note: Some(Sealed::from_bytes(vec![7; 9])),
    };
    attestations::put(tx, &word)?;
    let session = sessions::Session {
        token_digest: [8; 32],
        id: SessionId::from_bytes([8; 16]),
        person: PERSON,
        way: "staff".to_owned(),
        created_ms: 60,
        expires_ms: 70,
        last_ms: 61,
    };
    sessions::insert(tx, &session)?;
    let erasure = ErasureId::from_bytes([9; 16]);
    erasures::begin(tx, erasure, b"{}", 80)?;
    erasures::finish(tx, erasure, 81)?;
    commands::once(tx, [10; 16], Some(PERSON), b"says", 90)?;
    let look = accesses::Access {
        person: PERSON,
        entry: seloste_kernel::EntryId::from_bytes([12; 16]),
        at_ms: 100,
        role: "handler".to_owned(),
        purpose: "answer".to_owned(),
        action: "read".to_owned(),
    };
    accesses::insert(tx, &[&look])?;
    meta::put(tx, "installation", "00")?;
    outbox::push(tx, &[(seloste_kernel::EntryId::from_bytes([11; 16]), b"entry".to_vec())])
}

/// Another value of the same type.
fn other(value: &Owned) -> Owned {
    match value {
        Owned::Null => unreachable!("a column without a value tests nothing"),
        Owned::Int(number) => Owned::Int(number + 1),
        Owned::Text(text) => Owned::Text(format!("{text}x")),
        Owned::Bytes(bytes) if bytes.is_empty() => Owned::Bytes(vec![1]),
        Owned::Bytes(bytes) => {
            let mut bytes = bytes.clone();
            bytes[0] ^= 1;
            Owned::Bytes(bytes)
        }
    }
}

/// Says that a transaction is to be undone, having shown what was to be shown.
fn undo() -> Fault {
    Fault::new(FaultKind::Gone, "undo")
}

fn found(tx: &mut Tx) -> Vec<Alien> {
    let (mut all, mut place) = (Vec::new(), Some(Place::default()));
    while let Some(here) = place {
        let (some, next) = aliens(tx, &here, 1).unwrap();
        all.extend(some);
        place = next;
    }
    all
}

/// Changes one column; says whether the database itself refused.
fn flip(store: &Store, table: &'static Marked, column: usize) -> bool {
    let refused = store.write_now(move |tx| {
        let name = table.all().nth(column).unwrap();
        let sql = format!("SELECT {} FROM {}", table.columns(), table.name);
        let before = tx.all(&sql, params![], |row| row.value(column).map(Owned::from))?;
        let after = other(&before[0]);
        let sql = format!("UPDATE {} SET {name} = $1", table.name);
        tx.execute(&sql, &[Value::from(&after)])?;
        let aliens = found(tx);
        assert_eq!(aliens.len(), 1, "{}.{name}", table.name);
        assert_eq!(aliens[0].table, table.name);
        let read = tx.genuine(table, "", params![], |_| Ok(()));
        match table.strict {
            true => assert_eq!(read.unwrap_err().key(), "store-row-alien"),
            false => assert_eq!(read.unwrap(), [], "{}.{name}", table.name),
        }
        Err::<(), _>(undo())
    });
    let fault = refused.unwrap_err();
    // A row to which others refer, or that refers to others, cannot be changed at all.
    assert!(["undo", "store-conflict", "store-row-alien"].contains(&fault.key()), "{fault:?}");
    fault.key() == "store-conflict"
}

fn every_column(location: Location) {
    let store = open(location, marker()).unwrap();
    store.write_now(fill).unwrap();
    store
        .write_now(|tx| {
            assert_eq!(found(tx), []);
            Ok(())
        })
        .unwrap();
    let mut flipped = 0;
    for table in TABLES {
        for column in 0..table.covered() {
            let refused = flip(&store, table, column);
            assert!(
                !refused
                    || [
                        "accesses",
                        "records",
                        "person_keys",
                        "holds",
                        "limits",
                        "kinds",
                        "policies",
                        "persons"
                    ]
                    .contains(&table.name),
                "{} {column}",
                table.name
            );
            flipped += usize::from(!refused);
        }
    }
    assert!(flipped > 45, "{flipped}");
}

#[test]
fn a_changed_column_is_not_believed_sqlite() {
    let dir = tempfile::tempdir().unwrap();
    every_column(sqlite_at(dir.path()));
}

#[test]
fn a_changed_column_is_not_believed_postgres() {
    if let Ok(url) = std::env::var("SELOSTE_TEST_PG") {
        let schema = format!("mark_{}", std::process::id());
        every_column(Location::Postgres { url, schema });
    }
}

#[test]
fn a_hold_that_was_changed_holds_until_it_is_released() {
    let dir = tempfile::tempdir().unwrap();
    let store = open(sqlite_at(dir.path()), marker()).unwrap();
    store.write_now(fill).unwrap();
    let held = store.write_now(|tx| {
        tx.execute("UPDATE holds SET until_ms = 1", params![])?;
        holds::of_record(tx, PERSON, RECORD)
    });
    let held = held.unwrap();
    assert_eq!((held.len(), held[0].until_ms), (1, None));
}

/// A database as the first version made it, with a row.
fn unmarked(dir: &Path) {
    let connection = sqlite::open_file(&dir.join(sqlite::DATA_FILE)).unwrap();
    let tables = crate::migrate::testing::first();
    for statement in tables {
        sqlite::execute(&connection, &statement, &[]).unwrap();
    }
    let rows = [
        "CREATE TABLE schema_version (number INTEGER NOT NULL) STRICT",
        "INSERT INTO schema_version (number) VALUES (1)",
        "INSERT INTO meta (name, value) VALUES ('installation', '00')",
        "INSERT INTO notices VALUES ('palaute', 1, x'00', 'text', 5, x'00')",
    ];
    for statement in rows {
        sqlite::execute(&connection, statement, &[]).unwrap();
    }
}

#[test]
fn rows_from_before_get_their_marks_once_and_never_again() {
    let dir = tempfile::tempdir().unwrap();
    unmarked(dir.path());
    let store = open(sqlite_at(dir.path()), marker()).unwrap();
    let fact = || store.read_now(|tx| meta::get(tx, "installation")).unwrap();
    assert_eq!(fact().as_deref(), Some("00"));
    assert_eq!(store.write_now(|tx| Ok(found(tx))).unwrap(), []);
    store.close();
    // Who takes the marks away and says that the database is old gets none for what they wrote.
    let other = tempfile::tempdir().unwrap();
    unmarked(other.path());
    let refused = open(sqlite_at(other.path()), marked()).err().unwrap();
    assert_eq!(refused.key(), "marks-gone");
    let again = open(sqlite_at(other.path()), marked()).err().unwrap();
    assert_eq!(again.key(), "marks-gone", "nothing was changed by the first try");
}

#[test]
fn a_backup_from_before_is_restored_and_gets_its_marks() {
    let old = tempfile::tempdir().unwrap();
    unmarked(old.path());
    let connection = sqlite::open(old.path(), sqlite::Role::Write).unwrap();
    let random = std::sync::Arc::new(SeededRandom::new(1));
    let shared = crate::tx::Shared { random, marker: marker(), order: 1.into(), rows: 0.into() };
    let mut tx = Tx::new(crate::tx::Engine::Sqlite(connection), std::sync::Arc::new(shared));
    let file = old.path().join(crate::BACKUP_FILE);
    crate::backup::write_as_it_is(&mut tx, &file).unwrap();
    // The program of then wrote its own version.
    let mut bytes = std::fs::read(&file).unwrap();
    let version = bytes.iter().position(|byte| *byte == b'\n').unwrap() + 1;
    bytes[version..version + 8].copy_from_slice(&1_i64.to_be_bytes());
    let end = bytes.len() - 32;
    let sum = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, &bytes[..end]);
    bytes[end..].copy_from_slice(sum.as_ref());
    std::fs::write(&file, bytes).unwrap();

    let dir = tempfile::tempdir().unwrap();
    let store = open(sqlite_at(dir.path()), marker()).unwrap();
    store.restore(old.path()).unwrap();
    let fact = store.read_now(|tx| meta::get(tx, "installation")).unwrap();
    assert_eq!(fact.as_deref(), Some("00"));
    assert_eq!(store.write_now(|tx| Ok(found(tx))).unwrap(), []);
}
