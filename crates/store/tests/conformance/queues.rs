//! Lists, dates, queues: nothing lost, nothing twice, nothing too early.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use seloste_kernel::{EntryId, FaultKind, SessionId};
use seloste_store::tables::accesses::{self, Access};
use seloste_store::tables::attestations::{self, Attestation};
use seloste_store::tables::holds::{self, Hold};
use seloste_store::tables::notices::{self, Notice};
use seloste_store::tables::publications::{self, Publication};
use seloste_store::tables::records::{self, Filter, Order, RecordRow};
use seloste_store::tables::sessions::{self, Session};
use seloste_store::tables::{commands, counters, erasures, jobs, persons, proofs, runs};
use seloste_store::{ErasureId, Store, Tx};

use crate::setting::*;

each_engine!(
    pages_together_are_the_list_without_loss_or_repeat,
    what_is_due_comes_in_order_and_what_is_held_does_not_come,
    a_job_is_done_by_one_worker_and_survives_its_death,
    accesses_are_shown_newest_first_and_go_with_the_person,
    sessions_end_one_by_one_by_person_and_by_time,
    an_erasure_stays_open_until_it_is_finished,
    a_command_sent_again_answers_as_the_first_time,
    counts_runs_proofs_attestations_and_notices_keep_what_they_are_told,
    keys_belong_to_one_person_and_class,
    scans_see_every_record,
);

/// Where a record of the model stands: moment, state, thread.
type Model = Vec<(i64, u8, bool)>;

fn filter(states: &[&str], thread: bool) -> Filter {
    Filter {
        register: "palaute".to_owned(),
        kind: "feedback".to_owned(),
        states: states.iter().map(|state| (*state).to_owned()).collect(),
        thread: thread.then(|| record(900)),
        created_from_ms: Some(2),
        created_to_ms: Some(9),
        part: None,
        ..Filter::default()
    }
}

fn walk(store: &Store, filter: &Filter, order: Order, size: i64) -> Vec<RecordRow> {
    let (mut found, mut cursor) = (Vec::new(), None);
    loop {
        let filter = filter.clone();
        let page =
            store.read_now(move |tx| records::page(tx, &filter, order, cursor, size)).unwrap();
        assert!(page.len() as i64 <= size);
        let Some(last) = page.last() else { return found };
        cursor = Some(order.place(last));
        found.extend(page);
    }
}

fn pages_together_are_the_list_without_loss_or_repeat(store: &Store) {
    let policy = prepare(store, 1);
    let next = std::cell::Cell::new(0);
    let rows = prop::collection::vec((0_i64..10, 0_u8..3, any::<bool>()), 0..40);
    let mut runner = TestRunner::new(Config { cases: 40, ..Config::default() });
    let property = |(model, size): (Model, i64)| {
        let first = next.get();
        next.set(first + model.len() as u32);
        let rows: Vec<RecordRow> = (first..)
            .zip(&model)
            .map(|(n, (created_ms, state, under))| RecordRow {
                created_ms: *created_ms,
                review_ms: (created_ms % 3 > 0).then_some(20 - created_ms),
                state: ["a", "b", "c"][usize::from(*state)].to_owned(),
                thread: under.then(|| record(900)),
                ..row(policy, 0, n)
            })
            .collect();
        let written = rows.clone();
        store
            .write_now(move |tx| written.iter().try_for_each(|row| records::insert(tx, row)))
            .unwrap();
        for (states, under) in [(&[][..], false), (&["a"], true), (&["c", "a"], false)] {
            let filter = filter(states, under);
            let mut expected: Vec<RecordRow> = rows
                .iter()
                .filter(|row| (2..9).contains(&row.created_ms))
                .filter(|row| states.is_empty() || states.contains(&row.state.as_str()))
                .filter(|row| !under || row.thread.is_some())
                .cloned()
                .collect();
            expected.sort_by_key(|row| (row.created_ms, row.id));
            prop_assert_eq!(&walk(store, &filter, Order::Oldest, size), &expected);
            expected.reverse();
            prop_assert_eq!(&walk(store, &filter, Order::Newest, size), &expected);
            expected.sort_by_key(|row| (row.review_ms.unwrap_or(row.created_ms), row.id));
            prop_assert_eq!(&walk(store, &filter, Order::Soonest, size), &expected);
            let count = store.read_now(move |tx| records::count(tx, &filter)).unwrap();
            prop_assert_eq!(count, expected.len() as i64);
        }
        let gone: Vec<_> = rows.iter().map(|row| row.id).collect();
        store
            .write_now(move |tx| {
                gone.iter().try_for_each(|id| records::delete(tx, person(0), *id).map(drop))
            })
            .unwrap();
        Ok(())
    };
    runner.run(&(rows, 1_i64..7), property).unwrap();
}

fn hold(n: u32, field: Option<&str>, until_ms: Option<i64>) -> Hold {
    Hold {
        person: person(0),
        record: record(n),
        ground: "claim".to_owned(),
        field: field.map(str::to_owned),
        until_ms,
        created_ms: 1,
    }
}

fn what_is_due_comes_in_order_and_what_is_held_does_not_come(store: &Store) {
    let policy = prepare(store, 1);
    store
        .write_now(move |tx| {
            for n in 0..10 {
                let due_ms = (n != 9).then_some(100 - i64::from(n) * 10);
                records::insert(tx, &RecordRow { due_ms, ..row(policy, 0, n) })?;
            }
            holds::insert(tx, &hold(3, None, None))?;
            holds::insert(tx, &hold(4, None, Some(100)))?;
            holds::insert(tx, &hold(5, Some("address"), Some(200)))
        })
        .unwrap();
    let ids = |rows: Vec<RecordRow>| rows.iter().map(|row| row.id).collect::<Vec<_>>();
    let due =
        |now_ms: i64| ids(store.read_now(move |tx| records::due(tx, now_ms, None, 99)).unwrap());
    // Longest due first; the moment itself counts.
    assert_eq!(due(40), [record(8), record(7), record(6)]);
    assert_eq!(due(19), []);
    // The hold that ends at 100 is over at 100; the one without end is not.
    assert_eq!(due(99), [8, 7, 6, 2, 1].map(record));
    assert_eq!(due(100), [8, 7, 6, 4, 2, 1, 0].map(record));
    let part = store.read_now(|tx| records::due_in_part(tx, 100, None, 99)).unwrap();
    assert_eq!(ids(part), [record(5)]);
    // A cursor goes on where the last page ended.
    let rest = store.read_now(|tx| records::due(tx, 99, Some((40, record(6))), 1)).unwrap();
    assert_eq!(ids(rest), [record(2)]);
    let overdue = store.read_now(|tx| records::overdue(tx, 99)).unwrap();
    // 8, 7, 6, 2, 1 and 5, of which only a field is held.
    assert_eq!((overdue.count, overdue.oldest_ms), (6, Some(20)));
    assert_eq!(store.read_now(records::without_due).unwrap(), 1);
    store
        .write_now(|tx| {
            assert_eq!(holds::release(tx, person(0), record(3), "other")?, 0);
            assert_eq!(holds::release(tx, person(0), record(3), "claim")?, 1);
            assert_eq!(holds::release(tx, person(0), record(4), "claim")?, 1);
            // A hold on a record that is gone keeps nothing, and is gone too.
            holds::insert(tx, &hold(3, None, None))?;
            assert!(records::delete(tx, person(0), record(3))?);
            Ok(())
        })
        .unwrap();
    let orphan = store.write_now(|tx| holds::insert(tx, &hold(3, None, None))).unwrap_err();
    assert_eq!(orphan.kind(), FaultKind::Conflict);
    let left = store.read_now(|tx| holds::list(tx, 10)).unwrap();
    assert_eq!(left, [hold(5, Some("address"), Some(200))]);
}

fn a_job_is_done_by_one_worker_and_survives_its_death(store: &Store) {
    let ids = store
        .write_now(|tx| {
            (0..40)
                .map(|n| jobs::enqueue(tx, "mail", 100 + n % 4, &[n as u8]))
                .collect::<Result<BTreeSet<_>, _>>()
        })
        .unwrap();
    let claim = |now_ms: i64, limit: i64| {
        store.write_now(move |tx| jobs::claim(tx, now_ms, 1_000, limit)).unwrap()
    };
    assert_eq!(claim(99, 100), []);
    // Eight workers at once: every job is taken once.
    let taken = std::sync::Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                loop {
                    let got = claim(103, 3);
                    if got.is_empty() {
                        break;
                    }
                    taken.lock().unwrap().extend(got);
                }
            });
        }
    });
    // A worker may have passed over rows that another was just taking.
    let mut taken = taken.into_inner().unwrap();
    taken.extend(claim(103, 100));
    assert_eq!(taken.len(), 40);
    assert_eq!(taken.iter().map(|job| job.id).collect::<BTreeSet<_>>(), ids);
    assert!(taken.iter().all(|job| job.attempts == 1));
    // While the lease runs nobody else gets them; when it ends, somebody does.
    assert_eq!(claim(1_102, 100), []);
    let (done, failed) = (taken[0].id, taken[1].id);
    store
        .write_now(move |tx| {
            assert!(jobs::done(tx, done)?);
            assert!(!jobs::done(tx, done)?);
            jobs::fail(tx, failed, "smtp-refused", 5_000)
        })
        .unwrap();
    let again = claim(1_103, 100);
    assert_eq!(again.len(), 38);
    assert!(again.iter().all(|job| job.attempts == 2 && job.id != failed));
    assert_eq!(claim(5_000, 100).len(), 39);
    assert_eq!(store.read_now(jobs::pending_count).unwrap(), 39);
}

fn accesses_are_shown_newest_first_and_go_with_the_person(store: &Store) {
    prepare(store, 2);
    let access = |n: u8| Access {
        person: person(u32::from(n % 2)),
        entry: EntryId::from_bytes([n; 16]),
        at_ms: i64::from(n / 4),
        role: "handler".to_owned(),
        purpose: "answer".to_owned(),
        action: "read".to_owned(),
    };
    let all: Vec<Access> = (0..20).map(access).collect();
    store.write_now(move |tx| accesses::insert(tx, &all.iter().collect::<Vec<_>>())).unwrap();
    let (mut seen, mut after) = (Vec::new(), None);
    loop {
        let page = store.read_now(move |tx| accesses::of_person(tx, person(0), after, 3)).unwrap();
        let Some(last) = page.last() else { break };
        after = Some((last.at_ms, last.entry));
        seen.extend(page);
    }
    assert_eq!(seen, (0..20).rev().filter(|n| n % 2 == 0).map(access).collect::<Vec<_>>());
}

fn sessions_end_one_by_one_by_person_and_by_time(store: &Store) {
    let session = |n: u8| Session {
        token_digest: [n; 32],
        id: SessionId::from_bytes([n; 16]),
        person: person(u32::from(n % 2)),
        way: "staff".to_owned(),
        created_ms: i64::from(n),
        expires_ms: 100 + i64::from(n),
        last_ms: 0,
    };
    let work = move |tx: &mut Tx| {
        (0..8).try_for_each(|n| sessions::insert(tx, &session(n)))?;
        sessions::touch(tx, session(4).id, 77)?;
        let used = sessions::find(tx, [4; 32])?;
        assert_eq!(used, Some(Session { last_ms: 77, ..session(4) }));
        assert!(sessions::delete(tx, session(4).id)?);
        assert!(!sessions::delete(tx, session(4).id)?);
        assert_eq!(sessions::find(tx, [4; 32])?, None);
        assert_eq!(sessions::list(tx, person(0))?, [6, 2, 0].map(session));
        assert_eq!(sessions::delete_expired(tx, 102)?, 3);
        assert_eq!(sessions::delete_person(tx, person(1))?, 3);
        assert_eq!(sessions::list(tx, person(0))?, [session(6)]);
        let double = sessions::insert(tx, &session(6)).unwrap_err();
        assert_eq!(double.kind(), FaultKind::Conflict);
        Ok(())
    };
    store.write_now(work).unwrap();
}

fn an_erasure_stays_open_until_it_is_finished(store: &Store) {
    let id = |n: u8| ErasureId::from_bytes([n; 16]);
    let work = move |tx: &mut Tx| {
        erasures::begin(tx, id(1), b"plan", 10)?;
        erasures::begin(tx, id(2), b"other", 11)?;
        assert_eq!(erasures::begin(tx, id(1), b"x", 12).unwrap_err().kind(), FaultKind::Conflict);
        let open = erasures::open_ones(tx)?;
        assert_eq!((open.len(), open[0].plan.as_slice()), (2, &b"plan"[..]));
        erasures::finish(tx, id(1), 20)?;
        assert_eq!(erasures::open_ones(tx)?.len(), 1);
        assert_eq!(erasures::finish(tx, id(1), 21).unwrap_err().kind(), FaultKind::NotFound);
        Ok(())
    };
    store.write_now(work).unwrap();
}

fn a_command_sent_again_answers_as_the_first_time(store: &Store) {
    prepare(store, 1);
    let once = |result: &'static [u8]| {
        store.write_now(move |tx| commands::once(tx, [1; 16], Some(person(0)), result, 100))
    };
    assert_eq!(once(b"first").unwrap(), None);
    assert_eq!(once(b"second").unwrap().as_deref(), Some(&b"first"[..]));
    assert_eq!(store.write_now(|tx| commands::delete_expired(tx, 99)).unwrap(), 0);
    assert_eq!(store.write_now(|tx| commands::delete_person(tx, person(0))).unwrap(), 1);
    assert_eq!(once(b"third").unwrap(), None);
}

fn counts_runs_proofs_attestations_and_notices_keep_what_they_are_told(store: &Store) {
    let work = |tx: &mut Tx| {
        counters::add(tx, "visits", "2026-11-20", 2)?;
        counters::add(tx, "visits", "2026-11-21", 3)?;
        counters::add(tx, "visits", "2026-11-21", 4)?;
        counters::add(tx, "visits/a", "2026-11-21", 1)?;
        counters::add(tx, "visits/a", "2026-11-21", 6)?;
        let days = counters::of_prefix(tx, "visits/")?;
        assert_eq!(days, [("visits/a".to_owned(), "2026-11-21".to_owned(), 7)]);
        // Numbers go on from the highest that was ever given, and others are not touched.
        assert_eq!(counters::next(tx, "number", 5)?, 5);
        assert_eq!(counters::next(tx, "number", 1)?, 6);
        assert_eq!(counters::next(tx, "number", 9)?, 9);
        assert_eq!(counters::next(tx, "other", 1)?, 1);

        let first = runs::start(tx, "sweep", 1)?;
        runs::finish(tx, first, 2, "{\"erased\":3}")?;
        runs::start(tx, "sweep", 5)?;
        let last = runs::last(tx, "sweep")?.map(|run| (run.started_ms, run.finished_ms));
        assert_eq!(last, Some((5, None)));
        let history = runs::history(tx, "sweep", 9)?;
        assert_eq!(history[1].counts.as_deref(), Some("{\"erased\":3}"));

        proofs::put(tx, "keep", 1, "kept")?;
        proofs::put(tx, "keep", 2, "broken")?;
        proofs::put(tx, "cookies", 1, "kept")?;
        let latest = proofs::latest_all(tx)?;
        let latest: Vec<_> = latest.iter().map(|proof| proof.state.as_str()).collect();
        assert_eq!(latest, ["kept", "broken"]);
        assert_eq!(proofs::history(tx, "keep", 9)?.len(), 2);

        let given = |at_ms: i64| Attestation {
            register: "palaute".to_owned(),
            name: "rooms".to_owned(),
            by_role: "operator".to_owned(),
            at_ms,
            until_ms: at_ms + 10,
            document_hash: [1; 32],
            note: None,
        };
        attestations::put(tx, &given(1))?;
        attestations::put(tx, &given(2))?;
        assert_eq!(attestations::latest_all(tx)?, [given(2)]);

        let notice = |version: i64| Notice {
            register: "palaute".to_owned(),
            version,
            hash: [version as u8; 32],
            source: "notice \"palaute\"".to_owned(),
            published_ms: version,
        };
        notices::insert(tx, &notice(1))?;
        notices::insert(tx, &notice(2))?;
        // What is published stays as it is.
        let other = Notice { source: String::new(), ..notice(1) };
        assert_eq!(notices::insert(tx, &other).unwrap_err().kind(), FaultKind::Conflict);
        assert_eq!(notices::latest(tx, "palaute")?, Some(notice(2)));
        assert_eq!(notices::get(tx, "palaute", 1)?, Some(notice(1)));
        assert_eq!(notices::all(tx)?.len(), 2);

        let said = |version: i64| Publication {
            register: "palaute".to_owned(),
            version,
            author: "operator".to_owned(),
            reason: "{}".to_owned(),
            promises: "[]".to_owned(),
        };
        publications::insert(tx, &said(2))?;
        let other = Publication { reason: "{\"fi\":\"Muu\"}".to_owned(), ..said(2) };
        let conflict = publications::insert(tx, &other).unwrap_err();
        assert_eq!(conflict.kind(), FaultKind::Conflict);
        assert_eq!(publications::get(tx, "palaute", 2)?, Some(said(2)));
        assert_eq!(publications::get(tx, "palaute", 1)?, None);
        Ok(())
    };
    store.write_now(work).unwrap();
}

fn keys_belong_to_one_person_and_class(store: &Store) {
    prepare(store, 2);
    let key = |n: u8| seloste_kernel::KeyId::from_bytes([n; 16]);
    let work = move |tx: &mut Tx| {
        persons::insert_key(tx, person(0), "feedback", key(1))?;
        persons::insert_key(tx, person(0), "invoice", key(2))?;
        persons::insert_key(tx, person(0), "invoice", key(2))?;
        assert_eq!(persons::key(tx, person(0), "invoice")?, [key(2)]);
        assert_eq!(persons::keys(tx, person(0))?.len(), 2);
        assert_eq!(persons::keys(tx, person(1))?, []);
        let owner = persons::owner_of_key(tx, key(1))?;
        assert_eq!(owner, Some((person(0), "feedback".to_owned())));
        persons::delete_keys(tx, &[key(1), key(1)])?;
        assert_eq!(persons::keys(tx, person(0))?, [("invoice".to_owned(), key(2))]);
        persons::set_restricted(tx, person(1), true)?;
        assert!(persons::get(tx, person(1))?.unwrap().restricted);
        let nobody = persons::set_restricted(tx, person(9), true).unwrap_err();
        assert_eq!(nobody.kind(), FaultKind::NotFound);
        let listed = persons::list(tx, "palaute", Some(person(0)), 10)?;
        assert_eq!(listed.len(), 1);
        Ok(())
    };
    store.write_now(work).unwrap();
}

fn scans_see_every_record(store: &Store) {
    let policy = prepare(store, 7);
    let write =
        move |tx: &mut Tx| (0..30).try_for_each(|n| records::insert(tx, &row(policy, n % 7, n)));
    store.write_now(write).unwrap();
    let work = |tx: &mut Tx| {
        let (mut seen, mut after) = (Vec::new(), None);
        loop {
            let page = records::all(tx, after, 4)?;
            let Some(last) = page.last() else { break };
            after = Some(last.id);
            seen.extend(page.iter().map(|row| row.id));
        }
        assert_eq!(seen, (0..30).map(record).collect::<Vec<_>>());
        let own = records::of_person(tx, person(3), Some(record(3)), 99)?;
        assert_eq!(own.iter().map(|row| row.id).collect::<Vec<_>>(), [10, 17, 24].map(record));
        let states = records::count_by_state(tx, "palaute", "feedback")?;
        assert_eq!(states.into_iter().collect::<Vec<_>>(), [("new".to_owned(), 30)]);
        assert_eq!(records::count_by_policy(tx)?.values().sum::<i64>(), 30);
        Ok(())
    };
    store.read_now(work).unwrap();
}
