//! Transactions: what is acknowledged stands, what fails leaves nothing, and not with others.

use std::sync::atomic::{AtomicUsize, Ordering};

use seloste_kernel::{Fault, FaultKind};
use seloste_store::tables::records::{self, Change};
use seloste_store::tables::{meta, persons};

use seloste_store::Store;

use crate::setting::*;

each_engine!(
    a_failing_closure_does_not_undo_the_others_of_its_commit,
    of_sixteen_conditional_changes_one_wins_each_time,
    the_same_record_is_added_once,
    a_read_sees_one_moment_and_cannot_write,
    a_full_reserve_lets_only_erasures_write,
    asynchronous_callers_get_the_same_answers,
);

fn a_failing_closure_does_not_undo_the_others_of_its_commit(store: &Store) {
    prepare(store, 0);
    let failures = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for thread in 0..16_u32 {
            let failures = &failures;
            scope.spawn(move || {
                for turn in 0..20_u32 {
                    let n = thread * 100 + turn;
                    let result = store.write_now(move |tx| {
                        persons::insert(tx, person(n), "palaute", 1)?;
                        match turn % 4 {
                            1 => Err(Fault::new(FaultKind::Invalid, "wrong")),
                            2 => panic!("a defect in a closure"),
                            // Not the closure's own error, but one it does not look at.
                            3 => {
                                let _ = records::insert(tx, &row(999_999, n, n));
                                let orphan = row(1, 4_000_000, n);
                                let _ = records::insert(tx, &orphan);
                                Ok(())
                            }
                            _ => Ok(()),
                        }
                    });
                    failures.fetch_add(usize::from(result.is_err()), Ordering::Relaxed);
                    let kept = store.read_now(move |tx| persons::get(tx, person(n))).unwrap();
                    assert_eq!(kept.is_some(), result.is_ok(), "{turn}");
                    assert_eq!(result.is_ok(), turn % 4 == 0, "{turn}");
                }
            });
        }
    });
    assert_eq!(failures.into_inner(), 16 * 15);
    let all = store.read_now(|tx| persons::list(tx, "palaute", None, 999)).unwrap();
    assert_eq!(all.len(), 16 * 5);
}

fn of_sixteen_conditional_changes_one_wins_each_time(store: &Store) {
    let policy = prepare(store, 1);
    store.write_now(move |tx| records::insert(tx, &row(policy, 0, 1))).unwrap();
    let wins = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..16 {
            scope.spawn(|| {
                for version in 1..=10 {
                    let change = Change { updated_ms: version, ..Change::default() };
                    let result = store.write_now(move |tx| {
                        records::update(tx, person(0), record(1), version, &change)
                    });
                    match result {
                        Ok(new) => {
                            assert_eq!(new, version + 1);
                            wins.fetch_add(1, Ordering::Relaxed);
                        }
                        Err(fault) => assert_eq!(fault.kind(), FaultKind::Conflict),
                    }
                }
            });
        }
    });
    let last = store.read_now(|tx| records::find(tx, record(1))).unwrap().unwrap();
    // Every version was won once: no change was lost under another.
    assert_eq!(last.version, 11);
    assert_eq!(wins.into_inner(), 10);
}

fn the_same_record_is_added_once(store: &Store) {
    let policy = prepare(store, 2);
    let added = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for thread in 0..16_u32 {
            let added = &added;
            scope.spawn(move || {
                // The id is unique among all people, not only within one.
                let new = row(policy, thread % 2, 7);
                match store.write_now(move |tx| records::insert(tx, &new)) {
                    Ok(()) => drop(added.fetch_add(1, Ordering::Relaxed)),
                    Err(fault) => assert_eq!(fault.kind(), FaultKind::Conflict),
                }
            });
        }
    });
    assert_eq!(added.into_inner(), 1);
}

fn a_read_sees_one_moment_and_cannot_write(store: &Store) {
    store.write_now(|tx| meta::put(tx, "a", "1")).unwrap();
    let refused = store.read_now(|tx| meta::put(tx, "a", "2"));
    assert!(refused.is_err());
    let (send, receive) = std::sync::mpsc::channel::<()>();
    let (tell, told) = std::sync::mpsc::channel();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            let seen = store.read_now(move |tx| {
                let before = meta::get(tx, "a")?;
                tell.send(()).unwrap();
                receive.recv().unwrap();
                Ok((before, meta::get(tx, "a")?))
            });
            assert_eq!(seen.unwrap(), (Some("1".to_owned()), Some("1".to_owned())));
        });
        told.recv().unwrap();
        store.write_now(|tx| meta::put(tx, "a", "3")).unwrap();
        send.send(()).unwrap();
    });
    let after = store.read_now(|tx| meta::get(tx, "a")).unwrap();
    assert_eq!(after.as_deref(), Some("3"));
}

fn a_full_reserve_lets_only_erasures_write(store: &Store) {
    store.free_ballast().unwrap();
    let refused = store.write_now(|tx| meta::put(tx, "a", "1")).unwrap_err();
    assert_eq!(refused.kind(), FaultKind::StorageFull);
    store.write_reserved_now(|tx| meta::put(tx, "a", "2")).unwrap();
    store.restore_ballast().unwrap();
    store.write_now(|tx| meta::put(tx, "a", "3")).unwrap();
}

#[test]
fn a_second_server_on_the_same_folder_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let first = open(&sqlite(dir.path()));
    let random = std::sync::Arc::new(seloste_kernel::SeededRandom::new(1));
    let second = seloste_store::Store::open(sqlite(dir.path()), random, crate::setting::marker())
        .err()
        .unwrap();
    assert_eq!((second.kind(), second.key()), (FaultKind::Environment, "store-in-use"));
    first.close();
    open(&sqlite(dir.path())).close();
}

fn asynchronous_callers_get_the_same_answers(store: &Store) {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        store.write(|tx| meta::put(tx, "a", "1")).await.unwrap();
        let read = store.read(|tx| meta::get(tx, "a")).await.unwrap();
        assert_eq!(read.as_deref(), Some("1"));
        let refused = store.read(|tx| meta::put(tx, "a", "2")).await;
        assert!(refused.is_err());
        // Given up by its caller, a write is still either done or not, and blocks nobody.
        drop(store.write(|tx| meta::put(tx, "b", "1")));
        store.write(|tx| meta::put(tx, "c", "1")).await.unwrap();
        // The waiting twins work inside a runtime, too.
        assert_eq!(store.read_now(|tx| meta::get(tx, "c")).unwrap().as_deref(), Some("1"));
    });
}
