//! Erasures that end half way, as a crash leaves them.

use std::path::Path;

use seloste_kernel::{Clock, FaultKind, Lang, ManualClock, SeededRandom};
use seloste_store::{Location, Store};

use super::*;
use crate::keyring::{Keyring, RootSource};
use crate::{
    Access, Action, Circumstances, Collected, DISCLOSURE, Disclosure, Draft, Ground, Item,
    OWN_TASK, Owner, Query, RIGHTS, RestrictionGround, TELLING,
};

const NOTICE: &str = include_str!("../../../../notices/feedback.kdl");

pub(crate) async fn open(root: &Path, seed: u64) -> Arc<Engine> {
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

pub(crate) fn access(engine: &Engine, actor: Actor, purpose: &str, action: Action) -> Access {
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

    let (_, begun) = engine.begin(&Actor::Operator, &plan, None).await.unwrap();
    let (_, intent) = begun.unwrap();
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

/// Counted is what the intent says, once, wherever the program ended on the way.
#[tokio::test]
async fn an_interrupted_erasure_is_counted_once() {
    let counting = NOTICE.replacen(
        "erase-on-request",
        "anonymise per=\"month\" fewer-than=3\n            erase-on-request",
        1,
    );
    for stop in 0..3 {
        let root = tempfile::tempdir().unwrap();
        let engine = open(root.path(), 1).await;
        engine.publish(&Actor::Operator, &counting).await.unwrap();
        let visitor = access(&engine, Actor::Visitor, "develop", Action::Collect);
        let draft = || Draft::new("feedback", "sent", Lang::Fi).field("message", "Hei.".to_owned());
        let gone = engine.collect(&visitor, Owner::New, draft()).await.unwrap();
        engine.collect(&visitor, Owner::New, draft()).await.unwrap();
        let rights = access(&engine, Actor::Operator, RIGHTS, Action::Erase);
        let plan = engine.plan_person(&rights, gone.person, Why::Request).await.unwrap();
        match stop {
            0 => {
                drop(engine.begin(&Actor::Operator, &plan, None).await.unwrap());
                let open = engine.store.read(erasures::open_ones).await.unwrap();
                let noted = String::from_utf8(open[0].plan.clone()).unwrap();
                assert!(!noted.contains("2026-01") && noted.contains("sealed"), "{noted}");
            }
            1 => {
                let (_, begun) = engine.begin(&Actor::Operator, &plan, None).await.unwrap();
                let (_, intent) = begun.unwrap();
                engine.keyring.condemn(&intent.keys, &[]).unwrap();
            }
            _ => {
                engine.erase(&rights, &plan).await.unwrap();
                engine.erase(&rights, &plan).await.unwrap();
            }
        }
        drop((engine, rights, visitor));
        let engine = open(root.path(), 2).await;
        engine.publish(&Actor::Operator, &counting).await.unwrap();
        let read = access(&engine, Actor::Operator, "develop", Action::Read);
        let totals = engine.totals(&read, "feedback").await.unwrap();
        assert_eq!((totals.all.records, totals.all.gone), (2, 1), "{stop}");
        let left = engine
            .store
            .read(|tx| seloste_store::tables::meta::get(tx, "counted/palaute/feedback"));
        let left = left.await.unwrap().unwrap();
        assert!(left.bytes().all(|byte| byte.is_ascii_hexdigit()), "it is not read: {left}");
        let opened: serde_json::Value =
            Sealer::of(&engine).open("counted/palaute/feedback", &left).unwrap();
        let one = serde_json::json!([{"period": "2026-01", "records": 1, "people": 1}]);
        assert_eq!(opened, one, "nothing else stays");
    }
}

/// What only a hold keeps is counted when it is asked to go, and not again when it goes.
#[tokio::test]
async fn what_a_hold_put_off_is_counted_once() {
    let counting = NOTICE.replacen(
        "erase-on-request",
        "anonymise per=\"month\" fewer-than=3\n            erase-on-request",
        1,
    );
    let root = tempfile::tempdir().unwrap();
    let engine = open(root.path(), 1).await;
    engine.publish(&Actor::Operator, &counting).await.unwrap();
    let visitor = access(&engine, Actor::Visitor, "develop", Action::Collect);
    let draft = || Draft::new("feedback", "sent", Lang::Fi).field("message", "Hei.".to_owned());
    let gone = engine.collect(&visitor, Owner::New, draft()).await.unwrap();
    engine.collect(&visitor, Owner::New, draft()).await.unwrap();
    let officer = access(&engine, Actor::Operator, RIGHTS, Action::DecideRequests);
    let held = crate::Holding::whole(gone.record, "legal-claim", None);
    engine.hold(&officer, &held, None).await.unwrap();
    let rights = access(&engine, Actor::Operator, RIGHTS, Action::Erase);
    let read = access(&engine, Actor::Operator, "develop", Action::Read);
    let totals = || async {
        let all = engine.totals(&read, "feedback").await.unwrap().all;
        (all.records, all.gone)
    };
    for _ in 0..2 {
        let plan = engine.plan_person(&rights, gone.person, Why::Request).await.unwrap();
        engine.erase(&rights, &plan).await.unwrap();
        assert_eq!(totals().await, (2, 1), "asked to go, and kept");
    }
    engine.release(&officer, gone.record, "legal-claim").await.unwrap();
    engine.sweep().await.unwrap();
    assert!(engine.read(&read, gone.record).await.is_err());
    assert_eq!(totals().await, (2, 1));
}

/// What an earlier program wrote open is sealed when the engine is opened, and says the same.
#[tokio::test]
async fn counters_that_lie_open_are_sealed_at_the_next_opening() {
    let root = tempfile::tempdir().unwrap();
    let engine = open(root.path(), 1).await;
    let plain = r#"[{"period":"2026-01","records":3,"people":1}]"#;
    let put =
        move |tx: &mut Tx| seloste_store::tables::meta::put(tx, "counted/palaute/feedback", plain);
    engine.store.write(put).await.unwrap();
    drop(engine);
    let engine = open(root.path(), 2).await;
    let left =
        engine.store.read(|tx| seloste_store::tables::meta::get(tx, "counted/palaute/feedback"));
    let left = left.await.unwrap().unwrap();
    assert!(left.bytes().all(|byte| byte.is_ascii_hexdigit()), "{left}");
    let opened: serde_json::Value =
        Sealer::of(&engine).open("counted/palaute/feedback", &left).unwrap();
    assert_eq!(opened, serde_json::from_str::<serde_json::Value>(plain).unwrap());
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
    engine.begin(&Actor::Operator, &plan, None).await.unwrap();
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

/// Feedback of somebody, given to a recipient: whoever changes it makes a task to tell them.
async fn given(engine: &Arc<Engine>) -> Collected {
    let visitor = access(engine, Actor::Visitor, "develop", Action::Collect);
    let draft = Draft::new("feedback", "sent", Lang::Fi).field("message", "Hei.".to_owned());
    let sent = engine.collect(&visitor, Owner::New, draft).await.unwrap();
    give(engine, sent.person, sent.record, ("feedback", &["message"])).await;
    sent
}

/// Gives fields of a record to a recipient.
pub(crate) async fn give(
    engine: &Arc<Engine>,
    person: PersonId,
    record: RecordId,
    (kind, fields): (&str, &[&str]),
) {
    let disclosure = Disclosure {
        recipient: "by-law".to_owned(),
        called: "Esimerkkivirasto".to_owned(),
        purpose: OWN_TASK.to_owned(),
        ground: Ground::Listed { code: "872/2011-4-2".to_owned(), request: String::new() },
        items: "Palaute".to_owned(),
        fields: Item::of(kind, fields.iter().copied()),
        told: Circumstances::default(),
    };
    let user = seloste_kernel::UserId::from_bytes([7; 16]);
    let staff = Actor::Staff { user, role: "officer".to_owned() };
    let officer = access(engine, staff, RIGHTS, Action::Disclose);
    engine.disclose(&officer, person, Some(record), &disclosure, Lang::Fi).await.unwrap();
}

/// The tasks that there are, each with what is to be told and whether the person is known in it.
async fn tasks(engine: &Arc<Engine>, person: PersonId) -> Vec<(String, bool)> {
    let read = access(engine, Actor::Operator, RIGHTS, Action::DecideRequests);
    let all = engine.page(&read, &Query::of(TELLING)).await.unwrap().records;
    let change = |task: &crate::Opened| task.text("change", seloste_kernel::Exit::Page).to_owned();
    all.iter().map(|task| (change(task), task.person == person)).collect()
}

/// Nobody is told that something was erased which a hold has kept meanwhile.
#[tokio::test]
async fn what_is_held_after_the_plan_is_told_to_nobody_as_gone() {
    let root = tempfile::tempdir().unwrap();
    let engine = open(root.path(), 1).await;
    let sent = given(&engine).await;
    let rights = access(&engine, Actor::Operator, RIGHTS, Action::Erase);
    let plan = engine.plan_record(&rights, sent.record, Why::Request).await.unwrap();
    let officer = access(&engine, Actor::Operator, RIGHTS, Action::DecideRequests);
    engine
        .hold(&officer, &crate::Holding::whole(sent.record, "legal-claim", None), None)
        .await
        .unwrap();
    assert_eq!(engine.erase(&rights, &plan).await.unwrap().removed, 0);
    assert_eq!(tasks(&engine, sent.person).await, []);
    engine.release(&officer, sent.record, "legal-claim").await.unwrap();
    engine.erase(&rights, &plan).await.unwrap();
    assert_eq!(tasks(&engine, sent.person).await, [("erased".to_owned(), true)]);
}

/// The task of what goes in part, and the record of the disclosure, open after all else has gone.
#[tokio::test]
async fn whoever_received_what_is_erased_is_told_once_whatever_interrupts_it() {
    for whole in [false, true] {
        let root = tempfile::tempdir().unwrap();
        let mut engine = open(root.path(), 1).await;
        let sent = given(&engine).await;
        let plan = async |engine: &Arc<Engine>| {
            let rights = access(engine, Actor::Operator, RIGHTS, Action::Erase);
            let plan = match whole {
                true => engine.plan_person(&rights, sent.person, Why::Request).await,
                false => engine.plan_record(&rights, sent.record, Why::Request).await,
            };
            (rights, plan)
        };
        // The disk fails after the intent, and whoever pressed the button presses it again.
        let (rights, first) = plan(&engine).await;
        let first = first.unwrap();
        engine.begin(&Actor::Operator, &first, Some(&rights)).await.unwrap();
        engine.erase(&rights, &first).await.unwrap();
        let told = [("erased".to_owned(), !whole)];
        assert_eq!(tasks(&engine, sent.person).await, told);
        let open_ones = engine.store.read(erasures::open_ones).await.unwrap();
        assert!(open_ones.is_empty());
        drop((rights, first));
        // And so after a start.
        let again = given(&engine).await;
        let rights = access(&engine, Actor::Operator, RIGHTS, Action::Erase);
        let plan = engine.plan_person(&rights, again.person, Why::Request).await.unwrap();
        engine.begin(&Actor::Operator, &plan, Some(&rights)).await.unwrap();
        drop((rights, engine));
        engine = open(root.path(), 2).await;
        assert_eq!(tasks(&engine, sent.person).await.len(), 2);
        let rights = access(&engine, Actor::Operator, RIGHTS, Action::Read);
        assert!(engine.read(&rights, again.record).await.is_err());
        if !whole {
            let query = Query::of(DISCLOSURE);
            assert_eq!(engine.page(&rights, &query).await.unwrap().records.len(), 1);
        }
    }
}

/// Of two who come at once the first wins: nothing that was changed goes, and nothing that goes is
/// changed.
#[tokio::test]
async fn what_is_to_be_as_it_was_seen_goes_or_is_changed_and_never_both() {
    let root = tempfile::tempdir().unwrap();
    let engine = open(root.path(), 1).await;
    let rights = access(&engine, Actor::Operator, RIGHTS, Action::Erase);
    let officer = access(&engine, Actor::Operator, RIGHTS, Action::DecideRequests);
    for first in [true, false] {
        let sent = given(&engine).await;
        let plan = engine.plan_record(&rights, sent.record, Why::Request).await.unwrap();
        let plan = plan.only_at(sent.record, 1);
        if first {
            engine.set_state(&officer, sent.record, 1, "in-progress").await.unwrap();
            let fault = engine.erase(&rights, &plan).await.unwrap_err();
            assert_eq!(fault.kind(), FaultKind::Conflict);
            assert_eq!(tasks(&engine, sent.person).await, []);
            assert!(engine.store.read(erasures::open_ones).await.unwrap().is_empty());
        } else {
            engine.begin(&Actor::Operator, &plan, None).await.unwrap();
            for version in [1, 2] {
                let late = engine.set_state(&officer, sent.record, version, "in-progress").await;
                assert!(late.unwrap_err().is_gone());
            }
        }
        let read = access(&engine, Actor::Operator, RIGHTS, Action::Read);
        assert_eq!(engine.read(&read, sent.record).await.is_ok(), first);
    }
}
