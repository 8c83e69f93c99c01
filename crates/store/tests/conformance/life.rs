//! What survives: a kill, a backup, a restore, a newer program, a scrub.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::sync::Arc;

use seloste_kernel::{EntryId, FaultKind, PersonId, Random, Sealed, SeededRandom};
use seloste_store::tables::accesses::{self, Access};
use seloste_store::tables::holds::{self, Hold};
use seloste_store::tables::jobs;
use seloste_store::tables::records::{self, RecordRow};
use seloste_store::tables::{lookups, meta, persons};
use seloste_store::{BACKUP_FILE, Location, Store, verify_backup};

use crate::setting::*;

each_engine!(a_scrub_keeps_what_is_alive,);

/// Set for the child of the kill test: where it writes.
const CHILD_DIR: &str = "SELOSTE_STORE_TEST_CHILD";

/// Not a test by itself: the child of the next one, which writes until it is killed and says
/// what was acknowledged.
#[test]
fn child_that_is_killed() {
    let Ok(dir) = std::env::var(CHILD_DIR) else { return };
    let store = open(&sqlite(dir.as_ref()));
    let done = store.read_now(|tx| meta::get(tx, "next")).unwrap();
    let next: u32 = done.map_or(0, |next| next.parse().unwrap());
    let counter = std::sync::atomic::AtomicU32::new(next);
    println!("ready");
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                loop {
                    let n = counter.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                    // The person and its lookup lie in two files; both must be there.
                    store
                        .write_now(move |tx| {
                            persons::insert(tx, person(n), "palaute", 1)?;
                            lookups::put(tx, "email", [1; 16], person(n), record(n))?;
                            meta::put(tx, "next", &(n + 1_000).to_string())
                        })
                        .unwrap();
                    println!("{n}");
                }
            });
        }
    });
}

#[test]
fn twenty_kills_lose_nothing_acknowledged() {
    let dir = tempfile::tempdir().unwrap();
    let random = SeededRandom::new(11);
    let mut acknowledged = BTreeSet::new();
    for round in 0..20 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "life::child_that_is_killed", "--nocapture"])
            .env(CHILD_DIR, dir.path())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut dice = [0];
        random.fill(&mut dice);
        let after = usize::from(dice[0]);
        // Killed after so many acknowledgements, wherever the other threads are by then.
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut seen = 0;
        while seen < after {
            let line = lines.next().unwrap().unwrap();
            if let Ok(n) = line.trim().parse::<u32>() {
                acknowledged.insert(n);
                seen += 1;
            }
        }
        child.kill().unwrap();
        child.wait().unwrap();
        // What it had said before it died counts too.
        acknowledged
            .extend(lines.map_while(Result::ok).filter_map(|line| line.trim().parse::<u32>().ok()));
        let store = open(&sqlite(dir.path()));
        let wanted = acknowledged.clone();
        store
            .read_now(move |tx| {
                let found = lookups::find(tx, "email", [1; 16])?;
                let found: BTreeSet<PersonId> = found.iter().map(|(person, _)| *person).collect();
                let stale = lookups::stale(tx)?;
                for n in &wanted {
                    assert!(persons::get(tx, person(*n))?.is_some(), "{n} lost in round {round}");
                    assert!(found.contains(&person(*n)), "lookup of {n} lost in round {round}");
                }
                // Unacknowledged writes may be in one file only, and then it is known.
                let all = persons::list(tx, "palaute", None, i64::MAX)?;
                assert!(stale || found.len() == all.len());
                Ok(())
            })
            .unwrap();
    }
    assert!(acknowledged.len() > 500);
}

/// Some of everything a backup must carry.
fn fill(store: &Store) -> Vec<RecordRow> {
    let policy = prepare(store, 5);
    let rows: Vec<RecordRow> = (0..50)
        .map(|n| RecordRow {
            thread: (n % 3 == 0).then(|| record(n / 2)),
            number: (n % 4 == 0).then_some(i64::from(n) - 7),
            due_ms: (n % 5 != 0).then_some(i64::from(n)),
            state: ["uusi", "käsitelty", ""][n as usize % 3].to_owned(),
            body: Sealed::from_bytes((0..n * 7).map(|byte| byte as u8).collect()),
            ..row(policy, n % 5, n)
        })
        .collect();
    let all = rows.clone();
    store
        .write_now(move |tx| {
            all.iter().try_for_each(|row| records::insert(tx, row))?;
            lookups::put(tx, "email", [5; 16], person(1), record(1))?;
            let hold = Hold {
                person: person(1),
                record: record(1),
                ground: "claim".to_owned(),
                field: None,
                until_ms: Some(70),
                created_ms: 3,
            };
            holds::insert(tx, &hold)?;
            let access = Access {
                person: person(2),
                entry: EntryId::from_bytes([4; 16]),
                at_ms: 5,
                role: "handler".to_owned(),
                purpose: "answer".to_owned(),
                action: "read".to_owned(),
            };
            accesses::insert(tx, &[&access])?;
            jobs::enqueue(tx, "mail", 10, &[1, 2]).map(drop)
        })
        .unwrap();
    rows
}

#[test]
fn a_backup_of_sqlite_or_postgres_restores_into_both() {
    let backups = tempfile::tempdir().unwrap();
    on_each_engine(|source| {
        let rows = fill(source);
        let backup = source.backup(backups.path()).unwrap();
        on_each_engine(|target| {
            assert_eq!(target.restore(backups.path()).unwrap(), backup);
            // Interrupted here: served by nobody, and emptied by the next restore.
            let half = target.refuse_half_restored().unwrap_err();
            assert_eq!(half.kind(), FaultKind::Environment);
            assert_eq!(target.restore(backups.path()).unwrap(), backup);
            target.write_now(Store::end_restore).unwrap();
            target.refuse_half_restored().unwrap();
            let found = target.read_now(|tx| records::all(tx, None, 1_000)).unwrap();
            assert_eq!(found, rows);
            let (held, seen, jobs, stale, found) = target
                .read_now(|tx| {
                    Ok((
                        holds::of_record(tx, person(1), record(1))?.len(),
                        accesses::of_person(tx, person(2), None, 10)?.len(),
                        jobs::pending_count(tx)?,
                        lookups::stale(tx)?,
                        lookups::raw(tx, None, 9)?.len(),
                    ))
                })
                .unwrap();
            assert_eq!((held, seen, jobs), (1, 1, 1));
            // Digests of people are in no backup; the store says that they must be rebuilt.
            assert_eq!((stale, found), (true, 0));
            target.write_now(lookups::mark_rebuilt).unwrap();
            assert!(!target.read_now(lookups::stale).unwrap());
            // A backup of the restored store is the same file.
            let again = tempfile::tempdir().unwrap();
            assert_eq!(target.backup(again.path()).unwrap().rows, backup.rows);
            let refused = target.restore(backups.path()).unwrap_err();
            assert_eq!(refused.key(), "store-not-empty");
        });
    });
}

#[test]
fn a_damaged_backup_is_never_restored() {
    let dir = tempfile::tempdir().unwrap();
    let source = open(&sqlite(&dir.path().join("source")));
    fill(&source);
    source.backup(dir.path()).unwrap();
    let target = open(&sqlite(&dir.path().join("target")));
    let file = dir.path().join(BACKUP_FILE);
    let good = std::fs::read(&file).unwrap();
    let random = SeededRandom::new(5);
    for turn in 0..400 {
        let mut dice = [0; 8];
        random.fill(&mut dice);
        let place = u64::from_le_bytes(dice) as usize % (good.len() * 8);
        let mut bad = good.clone();
        match turn % 3 {
            0 => bad.truncate(place / 8),
            1 => bad[place / 8] ^= 1 << (place % 8),
            _ => bad.insert(place / 8, dice[7]),
        }
        std::fs::write(&file, &bad).unwrap();
        assert!(verify_backup(&file).is_err(), "{turn}");
        assert!(target.restore(dir.path()).is_err(), "{turn}");
    }
    std::fs::write(&file, &good).unwrap();
    target.restore(dir.path()).unwrap();
}

#[test]
fn nothing_deleted_is_left_in_the_files_after_a_scrub() {
    let dir = tempfile::tempdir().unwrap();
    let store = open(&sqlite(dir.path()));
    let policy = prepare(&store, 1);
    let canary = b"<<canary-in-the-body>>";
    let digest = *b"canary-in-lookup";
    store
        .write_now(move |tx| {
            for n in 0..500 {
                let body = Sealed::from_bytes(canary.repeat(20));
                records::insert(tx, &RecordRow { body, ..row(policy, 0, n) })?;
                lookups::put(tx, "email", digest, person(0), record(n))?;
            }
            Ok(())
        })
        .unwrap();
    let found = |what: &[u8]| {
        let mut hits = 0;
        for entry in std::fs::read_dir(dir.path()).unwrap() {
            let bytes = std::fs::read(entry.unwrap().path()).unwrap();
            hits += bytes.windows(what.len()).filter(|window| window == &what).count();
        }
        hits
    };
    assert!(found(canary) >= 500 && found(&digest) >= 500);
    store
        .write_now(|tx| {
            (0..500).try_for_each(|n| records::delete(tx, person(0), record(n)).map(drop))
        })
        .unwrap();
    store.scrub().unwrap();
    assert_eq!((found(canary), found(&digest)), (0, 0));
    let left = store.read_now(|tx| records::all(tx, None, 10)).unwrap();
    assert_eq!(left, vec![]);
}

fn a_scrub_keeps_what_is_alive(store: &Store) {
    let policy = prepare(store, 1);
    store.write_now(move |tx| records::insert(tx, &row(policy, 0, 1))).unwrap();
    store.scrub().unwrap();
    assert!(store.read_now(|tx| records::find(tx, record(1))).unwrap().is_some());
}

#[test]
fn a_newer_database_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    open(&sqlite(dir.path())).close();
    // Opening twice migrates once.
    open(&sqlite(dir.path())).close();
    let file = rusqlite::Connection::open(dir.path().join("data.db")).unwrap();
    file.execute("UPDATE schema_version SET number = 99", []).unwrap();
    drop(file);
    let random = Arc::new(SeededRandom::new(1));
    let refused = Store::open(sqlite(dir.path()), random, crate::setting::marker()).err().unwrap();
    assert_eq!((refused.kind(), refused.key()), (FaultKind::Environment, "store-newer-schema"));
}

#[test]
fn a_server_that_is_not_there_is_the_environments_fault() {
    let url = "host=127.0.0.1 port=1 user=nobody password=hidden-word".to_owned();
    let location = Location::Postgres { url, schema: "seloste".to_owned() };
    assert!(!format!("{location:?}").contains("hidden-word"));
    let refused = Store::open(location, Arc::new(SeededRandom::new(1)), crate::setting::marker())
        .err()
        .unwrap();
    assert_eq!(refused.kind(), FaultKind::Environment, "{refused:?}");
    assert!(!format!("{refused:?}").contains("hidden-word"));
}
