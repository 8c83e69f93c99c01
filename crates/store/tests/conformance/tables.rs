//! The tables, one promise after the other.

use seloste_kernel::{EntryId, FaultKind, KeyId};
use seloste_store::tables::accesses::{self, Access};
use seloste_store::tables::holds::{self, Hold};
use seloste_store::tables::limits::{self, Limit};
use seloste_store::tables::records::{self, Change, Filter, Order};
use seloste_store::tables::{commands, lookups, persons, policies};
use seloste_store::{Store, Tx};

use crate::setting::*;

each_engine!(
    records_come_back_as_they_were_written,
    a_change_touches_what_it_names_and_nothing_else,
    a_person_goes_with_all_that_is_theirs,
    a_record_goes_once,
    pages_in_both_orders,
);

fn records_come_back_as_they_were_written(store: &Store) {
    let policy = prepare(store, 2);
    let full = records::RecordRow {
        thread: Some(record(1)),
        number: Some(17),
        review_ms: Some(5),
        due_ms: None,
        ..row(policy, 1, 2)
    };
    let written = full.clone();
    store
        .write_now(move |tx| {
            records::insert(tx, &row(policy, 0, 1))?;
            records::insert(tx, &written)
        })
        .unwrap();
    let (got, found, numbers) = store
        .read_now(|tx| {
            Ok((
                records::get(tx, person(0), record(1))?,
                records::find(tx, record(2))?,
                records::max_number(tx, "palaute", "feedback")?,
            ))
        })
        .unwrap();
    assert_eq!(got, Some(row(policy, 0, 1)));
    assert_eq!(found, Some(full));
    assert_eq!(numbers, Some(17));
    // Nobody else's record is found under this person.
    let other = store.read_now(|tx| records::get(tx, person(1), record(1))).unwrap();
    assert_eq!(other, None);
}

fn a_change_touches_what_it_names_and_nothing_else(store: &Store) {
    let first = prepare(store, 1);
    let second = store.write_now(|tx| policies::intern(tx, "palaute", "answer", 2)).unwrap();
    store.write_now(move |tx| records::insert(tx, &row(first, 0, 1))).unwrap();
    let change = Change {
        state: Some("answered".to_owned()),
        policy: Some(second),
        due_ms: Some(None),
        number: Some(Some(3)),
        updated_ms: 77,
        ..Change::default()
    };
    let version =
        store.write_now(move |tx| records::update(tx, person(0), record(1), 1, &change)).unwrap();
    assert_eq!(version, 2);
    let expected = records::RecordRow {
        state: "answered".to_owned(),
        policy: second,
        due_ms: None,
        number: Some(3),
        updated_ms: 77,
        version: 2,
        ..row(first, 0, 1)
    };
    let got = store.read_now(|tx| records::find(tx, record(1))).unwrap();
    assert_eq!(got, Some(expected));
    let filter = |kind: &str| Filter {
        register: "palaute".to_owned(),
        kind: kind.to_owned(),
        ..Filter::default()
    };
    let counts = store.read_now(move |tx| {
        Ok((records::count(tx, &filter("feedback"))?, records::count(tx, &filter("answer"))?))
    });
    assert_eq!(counts.unwrap(), (0, 1));
    let gone = store
        .write_now(|tx| records::update(tx, person(0), record(9), 1, &Change::default()))
        .unwrap_err();
    assert_eq!(gone.kind(), FaultKind::NotFound);
}

fn a_person_goes_with_all_that_is_theirs(store: &Store) {
    let policy = prepare(store, 3);
    let write = move |tx: &mut Tx| {
        for n in 0..3 {
            let bytes = [n as u8; 16];
            for id in [n, n + 3] {
                records::insert(tx, &row(policy, n, id))?;
                lookups::put(tx, "email", [id as u8; 16], person(n), record(id))?;
                holds::insert(tx, &hold(n, id))?;
            }
            persons::insert_key(tx, person(n), "feedback", KeyId::from_bytes(bytes))?;
            commands::once(tx, bytes, Some(person(n)), b"done", 100)?;
            limits::add(tx, &limit(n)).map(drop)?;
            accesses::insert(tx, &[&look(n)])?;
        }
        persons::erase(tx, &[person(0), person(2), person(0)])
    };
    store.write_now(write).unwrap();
    let left = |tx: &mut Tx, n: u32| {
        Ok([
            usize::from(persons::get(tx, person(n))?.is_some()),
            records::of_person(tx, person(n), None, 9)?.len(),
            lookups::all_of_person(tx, person(n))?.len(),
            holds::of_person(tx, person(n))?.len(),
            limits::of_person(tx, person(n))?.len(),
            persons::keys(tx, person(n))?.len(),
            commands::of_person(tx, person(n))?.len(),
            accesses::of_person(tx, person(n), None, 9)?.len(),
        ])
    };
    for n in [0, 2] {
        assert_eq!(store.read_now(move |tx| left(tx, n)).unwrap(), [0; 8]);
    }
    assert_eq!(store.read_now(move |tx| left(tx, 1)).unwrap(), [1, 2, 2, 2, 1, 1, 1, 1]);
}

fn hold(n: u32, id: u32) -> Hold {
    Hold {
        person: person(n),
        record: record(id),
        ground: "claim".to_owned(),
        field: None,
        until_ms: None,
        created_ms: 1,
    }
}

fn limit(n: u32) -> Limit {
    Limit {
        person: person(n),
        record: None,
        purpose: Some("answer".to_owned()),
        why: "objected".to_owned(),
        since_ms: 1,
        told_ms: None,
    }
}

fn look(n: u32) -> Access {
    Access {
        person: person(n),
        entry: EntryId::from_bytes([n as u8; 16]),
        at_ms: 1,
        role: "handler".to_owned(),
        purpose: "answer".to_owned(),
        action: "read".to_owned(),
    }
}

fn a_record_goes_once(store: &Store) {
    let policy = prepare(store, 1);
    let work = move |tx: &mut Tx| {
        records::insert(tx, &row(policy, 0, 1))?;
        lookups::put(tx, "email", [3; 16], person(0), record(1))?;
        assert_eq!(lookups::find(tx, "email", [3; 16])?, [(person(0), record(1))]);
        assert!(records::delete(tx, person(0), record(1))?);
        assert!(!records::delete(tx, person(0), record(1))?);
        assert_eq!(lookups::find(tx, "email", [3; 16])?, []);
        Ok(())
    };
    store.write_now(work).unwrap();
}

fn pages_in_both_orders(store: &Store) {
    let policy = prepare(store, 1);
    store
        .write_now(move |tx| (0..10).try_for_each(|n| records::insert(tx, &row(policy, 0, n))))
        .unwrap();
    let filter =
        Filter { register: "palaute".to_owned(), kind: "feedback".to_owned(), ..Filter::default() };
    let newest = store
        .read_now(move |tx| records::page(tx, &filter, Order::Newest, Some((1_005, record(5))), 3))
        .unwrap();
    let ids: Vec<_> = newest.iter().map(|row| row.id).collect();
    assert_eq!(ids, [record(4), record(3), record(2)]);
}
