//! Erasures that end half way, as a crash leaves them.

use std::path::Path;

use seloste_kernel::{Clock, FaultKind, Lang, ManualClock, SeededRandom};
use seloste_store::{Location, Store};

use super::*;
use crate::keyring::{Keyring, RootSource};
use crate::{Access, Action, Draft, Owner, RIGHTS, RestrictionGround};

const NOTICE: &str = include_str!("../../../../notices/feedback.kdl");

async fn open(root: &Path, seed: u64) -> Arc<Engine> {
    let clock: Arc<dyn Clock> =
        Arc::new(ManualClock::new("2026-01-14T10:00:00+02:00".parse().unwrap()));
    let random = Arc::new(SeededRandom::new(seed));
    let keys = root.join("keys");
    let keyring = if keys.exists() { Keyring::open } else { Keyring::create };
    let keyring = keyring(&keys, RootSource::InFolder, random.clone(), clock.clone()).unwrap();
    let marker = Arc::new(keyring.marker());
    let location = Location::Sqlite { dir: root.join("data") };
    let store = Store::open(location, random.clone(), marker).unwrap();
    let engine = Engine::open(store, keyring, clock, random).await.unwrap();
    engine.publish(&Actor::Operator, NOTICE).await.unwrap();
    engine
}

fn access(engine: &Engine, actor: Actor, purpose: &str, action: Action) -> Access {
    engine.access("palaute", actor, purpose, action).unwrap()
}

/// Writes two persons' records, begins to erase one of them, perhaps until the key is destroyed,
/// and opens again.
async fn interrupt(after_keys: bool) {
    let root = tempfile::tempdir().unwrap();
    let engine = open(root.path(), 1).await;
    let visitor = access(&engine, Actor::Visitor, "develop", Action::Collect);
    let draft = || Draft::new("feedback", "sent", Lang::Fi).field("message", "Hei.".to_owned());
    let gone = engine.collect(&visitor, Owner::New, draft().with_receipt()).await.unwrap();
    let kept = engine.collect(&visitor, Owner::New, draft()).await.unwrap();
    let rights = access(&engine, Actor::Operator, RIGHTS, Action::Erase);
    let plan = engine.plan_person(&rights, gone.person, Why::Request).await.unwrap();

    let (intent, _) = engine.intent(&Actor::Operator, &plan, 0).await.unwrap();
    let id = ErasureId::from_bytes([5; 16]);
    let bytes = serde_json::to_vec(&intent).unwrap();
    engine.store.write(move |tx| erasures::begin(tx, id, &bytes, 0)).await.unwrap();
    let key = *intent.keys.first().unwrap();
    if after_keys {
        engine.keyring.condemn(&[key], &[]).unwrap();
    }
    drop((engine, rights, visitor));

    let engine = open(root.path(), 2).await;
    let read = access(&engine, Actor::Operator, RIGHTS, Action::Read);
    assert!(engine.read(&read, gone.record).await.is_err());
    assert!(engine.read(&read, kept.record).await.is_ok());
    assert_eq!(engine.keyring.key(key).unwrap_err().kind(), FaultKind::Gone);
    let open_ones = engine.store.read(erasures::open_ones).await.unwrap();
    assert!(open_ones.is_empty(), "it was finished before anybody could read");
    let known = engine.recognise("palaute", &gone.receipt.unwrap()).await.unwrap();
    assert!(matches!(known, Some(crate::Recognised::Erased(_))));
    let left = engine.scan("palaute").await.unwrap();
    assert_eq!((left.records, left.keyless), (1, 0));
}

#[tokio::test]
async fn an_interrupted_erasure_is_finished_at_the_next_start() {
    interrupt(false).await;
    interrupt(true).await;
}

/// What an erasure left behind because the disk failed does not wait for a restart.
#[tokio::test]
async fn the_next_sweep_finishes_what_was_left() {
    let root = tempfile::tempdir().unwrap();
    let engine = open(root.path(), 1).await;
    let visitor = access(&engine, Actor::Visitor, "develop", Action::Collect);
    let draft = Draft::new("feedback", "sent", Lang::Fi).field("message", "Hei.".to_owned());
    let gone = engine.collect(&visitor, Owner::New, draft).await.unwrap();
    let rights = access(&engine, Actor::Operator, RIGHTS, Action::Erase);
    let plan = engine.plan_person(&rights, gone.person, Why::Request).await.unwrap();
    let (intent, _) = engine.intent(&Actor::Operator, &plan, 0).await.unwrap();
    let bytes = serde_json::to_vec(&intent).unwrap();
    let id = ErasureId::from_bytes([5; 16]);
    engine.store.write(move |tx| erasures::begin(tx, id, &bytes, 0)).await.unwrap();
    engine.sweep().await.unwrap();
    assert_eq!(engine.scan("palaute").await.unwrap().records, 0);
}

/// Not the visitor's row, not a key, a lookup, a look, a hold or a session.
#[tokio::test]
async fn of_somebody_erased_no_row_is_left() {
    let root = tempfile::tempdir().unwrap();
    let engine = open(root.path(), 1).await;
    let visitor = access(&engine, Actor::Visitor, "develop", Action::Collect);
    let draft = Draft::new("feedback", "sent", Lang::Fi)
        .field("message", "Hei.".to_owned())
        .field("email", "jalki@example.fi".to_owned())
        .consent("answer")
        .with_receipt();
    let gone = engine.collect(&visitor, Owner::New, draft).await.unwrap();
    let person = gone.person;
    let officer = access(&engine, Actor::Operator, RIGHTS, Action::DecideRequests);
    engine.restrict(&officer, person, None, RestrictionGround::Accuracy).await.unwrap();
    let read = access(&engine, Actor::Operator, RIGHTS, Action::Read);
    engine.read(&read, gone.record).await.unwrap();
    let rights = access(&engine, Actor::Operator, RIGHTS, Action::Erase);
    let plan = engine.plan_person(&rights, person, Why::Request).await.unwrap();
    engine.erase(&rights, &plan).await.unwrap();
    let left = engine.store.read(move |tx| {
        Ok((
            persons::get(tx, person)?.is_some(),
            persons::keys(tx, person)?.len(),
            records::of_person(tx, person, None, 10)?.len(),
            seloste_store::tables::accesses::of_person(tx, person, None, 10)?.len(),
            seloste_store::tables::holds::of_person(tx, person)?.len(),
        ))
    });
    assert_eq!(left.await.unwrap(), (false, 0, 0, 0, 0));
    assert!(engine.scan_lookups("palaute").await.unwrap().is_empty());
}

/// However much there was of somebody: the keys are on the list, and each receipt has its stone.
#[tokio::test]
async fn a_person_of_many_records_is_on_the_list_by_their_keys() {
    let root = tempfile::tempdir().unwrap();
    let engine = open(root.path(), 1).await;
    let visitor = access(&engine, Actor::Visitor, "develop", Action::Collect);
    let draft = || {
        let draft = Draft::new("feedback", "sent", Lang::Fi).field("message", "Hei.".to_owned());
        draft.with_receipt()
    };
    let first = engine.collect(&visitor, Owner::New, draft()).await.unwrap();
    let person = first.person;
    let own = access(&engine, Actor::Person(person), RIGHTS, Action::Collect);
    let mut receipts = vec![first.receipt.unwrap()];
    for _ in 0..20 {
        let more = engine.collect(&own, Owner::Existing(person), draft()).await.unwrap();
        receipts.push(more.receipt.unwrap());
    }
    let listed = engine.keyring.erasure_count();
    let rights = access(&engine, Actor::Operator, RIGHTS, Action::Erase);
    let plan = engine.plan_person(&rights, person, Why::Request).await.unwrap();
    let erased = engine.erase(&rights, &plan).await.unwrap();
    assert_eq!((erased.removed, erased.persons, erased.entries.len()), (21, 1, 1));
    assert_eq!(engine.keyring.erasure_count(), listed + 1);
    for receipt in receipts {
        let known = engine.recognise("palaute", &receipt).await.unwrap();
        let mut stone = crate::people::Tombstone::of(erased.at.as_millisecond(), Why::Request);
        stone.entry = Some(erased.entries[0]);
        assert_eq!(known, Some(crate::Recognised::Erased(stone)));
    }
}

/// A row that somebody took a key's row away from leaves its own mark: its key lives on.
#[tokio::test]
async fn a_record_whose_key_does_not_go_along_is_on_the_list_itself() {
    let root = tempfile::tempdir().unwrap();
    let engine = open(root.path(), 1).await;
    let visitor = access(&engine, Actor::Visitor, "develop", Action::Collect);
    let draft = Draft::new("feedback", "sent", Lang::Fi).field("message", "Hei.".to_owned());
    let gone = engine.collect(&visitor, Owner::New, draft).await.unwrap();
    let person = gone.person;
    let forget = move |tx: &mut Tx| {
        let keys: Vec<_> = persons::keys(tx, person)?.into_iter().map(|(_, key)| key).collect();
        persons::delete_keys(tx, &keys)
    };
    engine.store.write(forget).await.unwrap();
    let rights = access(&engine, Actor::Operator, RIGHTS, Action::Erase);
    let plan = engine.plan_person(&rights, person, Why::Request).await.unwrap();
    engine.erase(&rights, &plan).await.unwrap();
    assert!(engine.keyring.is_erased(gone.record));
}
