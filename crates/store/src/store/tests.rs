//! What cannot be seen from outside: one commit for many, a full database, the settings.

use std::sync::mpsc::channel;

use seloste_kernel::{PersonId, SeededRandom};

use super::*;
use crate::tables::{lookups, meta, persons};
use crate::value::params;

fn sqlite(dir: &Path) -> Store {
    let location = Location::Sqlite { dir: dir.to_owned() };
    Store::open(location, Arc::new(SeededRandom::new(1)), crate::mark::testing::marker()).unwrap()
}

fn pragma(store: &Store, sql: &'static str) -> i64 {
    store.alone(move |tx| tx.one(sql, params![], |row| row.int(0))).unwrap()
}

type Work = Box<dyn FnOnce(&mut Tx) -> Result<(), Fault> + Send>;

/// Sends all closures while the writer is kept busy, so that they share one transaction.
fn together(store: &Store, work: Vec<Work>) -> Vec<Result<(), Fault>> {
    let (release, wait_for) = channel::<()>();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let held = store.alone(move |_| wait_for.recv().map_err(Fault::internal));
            held.unwrap();
        });
        let mut answers = Vec::new();
        for work in work {
            let (job, answer) = Job::new(work, false);
            wait(store.writers.send(job)).unwrap();
            answers.push(answer);
        }
        release.send(()).unwrap();
        answers.into_iter().map(|answer| wait(answer).unwrap()).collect()
    })
}

#[test]
fn one_commit_serves_many_and_their_failures_are_their_own() {
    let dir = tempfile::tempdir().unwrap();
    let store = sqlite(dir.path());
    let work = (0..100_u8).map(|n| -> Work {
        Box::new(move |tx| {
            persons::insert(tx, PersonId::from_bytes([n; 16]), "palaute", 1)?;
            if n % 10 == 3 { Err(Fault::new(FaultKind::Invalid, "wrong")) } else { Ok(()) }
        })
    });
    let results = together(&store, work.collect());
    for (n, result) in results.iter().enumerate() {
        match result {
            Ok(()) => assert_ne!(n % 10, 3),
            Err(fault) => assert_eq!((n % 10, fault.kind()), (3, FaultKind::Invalid)),
        }
    }
    assert_eq!(store.read_now(|tx| persons::list(tx, "palaute", None, 999)).unwrap().len(), 90);
}

#[test]
fn a_full_database_refuses_writes_frees_its_reserve_and_recovers() {
    let dir = tempfile::tempdir().unwrap();
    let store = sqlite(dir.path());
    let ballast = dir.path().join("ballast");
    assert!(ballast.exists());
    for n in 0..20 {
        store.write_now(move |tx| meta::put(tx, &format!("small{n}"), &"y".repeat(2_000))).unwrap();
    }
    pragma(&store, "PRAGMA main.max_page_count = 1");
    let small = |n: u8| -> Work { Box::new(move |tx| meta::put(tx, &format!("n{n}"), "1")) };
    let large: Work = Box::new(|tx| meta::put(tx, "large", &"x".repeat(500_000)));
    let results = together(&store, vec![small(1), large, small(2)]);
    let full = results[1].as_ref().unwrap_err();
    assert_eq!(full.kind(), FaultKind::StorageFull);
    // The others either stand or know that they do not.
    for (n, result) in [(1, &results[0]), (2, &results[2])] {
        let kept = store.read_now(move |tx| meta::get(tx, &format!("n{n}"))).unwrap();
        assert_eq!(kept.is_some(), result.is_ok());
    }
    let full = store.write_now(|tx| meta::put(tx, "large", &"x".repeat(500_000))).unwrap_err();
    assert_eq!(full.kind(), FaultKind::StorageFull);
    // The reserve is given up, for erasures only.
    assert!(!ballast.exists());
    assert_eq!(store.write_now(|_| Ok(())).unwrap_err().kind(), FaultKind::StorageFull);
    let erase = |tx: &mut Tx| tx.execute("DELETE FROM meta WHERE name LIKE 'small%'", params![]);
    assert_eq!(wait(store.write_reserved(erase)).unwrap(), 20);
    pragma(&store, "PRAGMA main.max_page_count = 100000");
    store.restore_ballast().unwrap();
    assert!(ballast.exists());
    store.write_now(|tx| meta::put(tx, "large", &"x".repeat(500_000))).unwrap();
}

#[test]
fn the_settings_that_keep_promises_are_set() {
    let dir = tempfile::tempdir().unwrap();
    let store = sqlite(dir.path());
    for (sql, expected) in [
        // FULL: every commit waits for the disk.
        ("PRAGMA main.synchronous", 2),
        ("PRAGMA idx.synchronous", 2),
        ("PRAGMA main.secure_delete", 1),
        ("PRAGMA idx.secure_delete", 1),
        ("PRAGMA foreign_keys", 1),
        ("PRAGMA main.mmap_size", 0),
        ("PRAGMA temp_store", 2),
        ("PRAGMA wal_autocheckpoint", 0),
    ] {
        assert_eq!(pragma(&store, sql), expected, "{sql}");
    }
    for sql in ["PRAGMA main.journal_mode", "PRAGMA idx.journal_mode"] {
        let mode = store.alone(move |tx| tx.one(sql, params![], |row| row.text(0))).unwrap();
        assert_eq!(mode, "wal");
    }
}

#[test]
fn lookups_that_a_crash_separated_from_their_records_are_known_to_be_stale() {
    let dir = tempfile::tempdir().unwrap();
    let store = sqlite(dir.path());
    let record = seloste_kernel::RecordId::from_bytes([1; 16]);
    let put = move |tx: &mut Tx| {
        lookups::put(tx, "email", [1; 16], PersonId::from_bytes([1; 16]), record)
    };
    store.write_now(put).unwrap();
    assert!(!store.read_now(lookups::stale).unwrap());
    // As if the second file's commit had been lost.
    store
        .write_now(|tx| tx.execute("UPDATE index_state SET number = number - 1", params![]))
        .unwrap();
    assert!(store.read_now(lookups::stale).unwrap());
    store.write_now(|tx| lookups::clear(tx).and_then(|()| lookups::mark_rebuilt(tx))).unwrap();
    assert!(!store.read_now(lookups::stale).unwrap());
}

#[test]
fn frequent_queries_walk_an_index() {
    let dir = tempfile::tempdir().unwrap();
    let store = sqlite(dir.path());
    for (sql, index) in [
        ("SELECT 1 FROM records r WHERE r.person = $1 AND r.id = $2", "records_id (id=?)"),
        (
            "SELECT r.body FROM records r WHERE r.kind = (SELECT id FROM kinds WHERE register = $1 \
             AND name = $2) AND (r.created_ms, r.id) < ($3, $4) \
             ORDER BY r.created_ms DESC, r.id DESC LIMIT $5",
            "records_kind (kind=? AND (created_ms",
        ),
        (
            "SELECT r.body FROM records r WHERE r.kind = (SELECT id FROM kinds WHERE register = $1 \
             AND name = $2) AND r.state = $3 AND (r.created_ms, r.id) < ($4, $5) \
             ORDER BY r.created_ms DESC, r.id DESC LIMIT $6",
            "records_state (kind=? AND state=? AND (created_ms",
        ),
        (
            "SELECT r.body FROM records r WHERE r.due_ms IS NOT NULL AND r.due_ms <= $1 \
             ORDER BY r.due_ms, r.id LIMIT $2",
            "records_due (due_ms",
        ),
    ] {
        let sql = format!("EXPLAIN QUERY PLAN {sql}");
        let plan = store.read_now(move |tx| {
            tx.all(&sql, &params![0, 0, 0, 0, 0, 0][..sql.matches('$').count()], |row| row.text(3))
        });
        let plan = plan.unwrap().join("\n");
        assert!(plan.contains(index), "{plan}");
        assert!(!plan.contains("TEMP B-TREE"), "{plan}");
    }
}

#[test]
fn a_scrub_says_when_a_reader_keeps_the_old_bytes() {
    let dir = tempfile::tempdir().unwrap();
    let store = sqlite(dir.path());
    store.write_now(|tx| meta::put(tx, "a", "1")).unwrap();
    pragma(&store, "PRAGMA busy_timeout = 1");
    let (release, wait_for) = channel::<()>();
    let (tell, told) = channel();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let read = store.read_now(move |tx| {
                let seen = meta::get(tx, "a")?;
                tell.send(()).map_err(Fault::internal)?;
                wait_for.recv().map_err(Fault::internal)?;
                Ok(seen)
            });
            assert_eq!(read.unwrap().as_deref(), Some("1"));
        });
        told.recv().unwrap();
        assert_eq!(store.scrub().unwrap_err().key(), "store-busy");
        release.send(()).unwrap();
    });
    store.scrub().unwrap();
    let log = dir.path().join(format!("{}-wal", crate::engine::sqlite::DATA_FILE));
    assert_eq!(std::fs::metadata(log).unwrap().len(), 0);
}

#[test]
fn the_log_is_moved_beside_the_writes_and_does_not_grow_for_ever() {
    let dir = tempfile::tempdir().unwrap();
    let store = sqlite(dir.path());
    let mut largest = 0;
    for n in 0..150 {
        let value = "x".repeat(1024 * 1024);
        store.write_now(move |tx| meta::put(tx, &format!("n{}", n % 3), &value)).unwrap();
        let log = dir.path().join(format!("{}-wal", crate::engine::sqlite::DATA_FILE));
        largest = largest.max(std::fs::metadata(log).unwrap().len());
    }
    // More than 150 MiB were written; the limit is 64 MiB and one commit.
    assert!(largest < 70 * 1024 * 1024, "{largest}");
    store.close();
    let left = std::fs::read_dir(dir.path()).unwrap().map(|entry| entry.unwrap().file_name());
    assert!(left.into_iter().all(|name| !name.to_string_lossy().ends_with("-wal")));
}

/// More waits than Tokio lets one task have without a pause.
#[test]
fn a_task_may_wait_for_the_store_as_often_as_it_likes() {
    let dir = tempfile::tempdir().unwrap();
    let (done, is_done) = channel();
    let path = dir.path().to_owned();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let store = sqlite(&path);
        let waits = async {
            for _ in 0..1000 {
                store.alone(|tx| tx.one("SELECT 1", params![], |row| row.int(0))).unwrap();
            }
        };
        runtime.block_on(waits);
        done.send(()).unwrap();
    });
    is_done.recv_timeout(std::time::Duration::from_secs(60)).expect("it waits for ever");
}
