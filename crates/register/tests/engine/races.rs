//! What happens at the same time ends as if it had happened one after the other.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use seloste_kernel::{Actor, FaultKind, Lang, RecordId, Sensitive};
use seloste_register::{Action, Draft, Engine, Owner, RIGHTS, RestrictionGround, Why};
use seloste_store::tables::meta;

use crate::setting::{World, access, letter, operator, order_copy, send};

each_engine!(
    a_record_that_comes_during_an_erasure_is_whole_or_absent,
    one_of_two_changes_wins,
    one_command_from_many_hands_has_one_effect,
    what_is_held_after_the_plan_is_kept_and_counted,
    what_a_person_does_is_done_while_staff_work_on_the_record,
    no_copy_outlives_a_withdrawal,
    nothing_rests_on_a_word_that_the_ledger_has_not,
);

/// Works on a record as staff do, as fast as can be, until told to stop.
fn busy(
    engine: &Arc<Engine>,
    record: RecordId,
    stop: &Arc<AtomicBool>,
) -> tokio::task::JoinHandle<u32> {
    let (engine, stop) = (Arc::clone(engine), Arc::clone(stop));
    tokio::spawn(async move {
        let officer = operator(&engine, RIGHTS, Action::DecideRequests);
        let read = operator(&engine, RIGHTS, Action::Read);
        let mut done = 0;
        while !stop.load(Ordering::Relaxed) {
            // Whoever is late is refused; once it is erased there is nothing any more.
            let Ok(opened) = engine.read(&read, record).await else { break };
            let text = vec![("message".to_owned(), Sensitive::new(format!("Muutos {done}.")))];
            let amended = engine.amend(&officer, record, opened.version, text).await;
            let state = if done % 2 == 0 { "in-progress" } else { "new" };
            let moved = engine.set_state(&officer, record, opened.version + 1, state).await;
            done += u32::from(amended.is_ok()) + u32::from(moved.is_ok());
        }
        done
    })
}

async fn what_a_person_does_is_done_while_staff_work_on_the_record(world: World) {
    let engine = world.open().await;
    let mut changed = 0;
    for _ in 0..8 {
        let draft = letter("Yksi.", "a@example.fi");
        let sent = send(&engine, draft).await.unwrap();
        let own = |action| access(&engine, Actor::Person(sent.person), RIGHTS, action);
        let stop = Arc::new(AtomicBool::new(false));
        let staff: Vec<_> = (0..3).map(|_| busy(&engine, sent.record, &stop)).collect();
        engine.withdraw(&own(Action::Erase), sent.record, "answer").await.unwrap();
        let opened = engine.read(&own(Action::Read), sent.record).await.unwrap();
        assert!(opened.consents.is_empty());
        assert!(!opened.fields.contains_key("email"), "nobody brings it back");
        engine
            .restrict(&own(Action::Amend), sent.person, None, RestrictionGround::Claim)
            .await
            .unwrap();
        engine.end_restriction(&own(Action::Amend), sent.person, None, None).await.unwrap();
        let request = Draft::new("rights-request", "sent", Lang::Fi)
            .field("type", "objection".to_owned())
            .field("text", "Vastustan.".to_owned())
            .field("channel", "form".to_owned())
            .numbered();
        let owner = Owner::Existing(sent.person);
        engine.collect(&own(Action::Collect), owner, request).await.unwrap();
        let plan = engine.plan_person(&own(Action::Erase), sent.person, Why::Request).await;
        let erased = engine.erase(&own(Action::Erase), &plan.unwrap()).await.unwrap();
        assert_eq!((erased.removed, erased.persons), (2, 1));
        stop.store(true, Ordering::Relaxed);
        for staff in staff {
            changed += staff.await.unwrap();
        }
        let read = operator(&engine, RIGHTS, Action::Read);
        assert!(engine.read(&read, sent.record).await.is_err());
    }
    assert!(changed > 0, "nobody was in the way");
    let scanned = engine.scan(crate::setting::REGISTER).await.unwrap();
    assert_eq!((scanned.records, scanned.keyless, scanned.unsealed), (0, 0, 0));
}

async fn what_is_held_after_the_plan_is_kept_and_counted(world: World) {
    let engine = world.open().await;
    let sent = send(&engine, letter("Yksi.", "a@example.fi")).await.unwrap();
    let erase = operator(&engine, RIGHTS, Action::Erase);
    let plan = engine.plan_person(&erase, sent.person, Why::Request).await.unwrap();
    let officer = operator(&engine, RIGHTS, Action::DecideRequests);
    engine
        .hold(&officer, &seloste_register::Holding::whole(sent.record, "legal-claim", None), None)
        .await
        .unwrap();
    let erased = engine.erase(&erase, &plan).await.unwrap();
    assert_eq!((erased.removed, erased.kept), (0, 1));
    let read = operator(&engine, RIGHTS, Action::Read);
    assert!(engine.read(&read, sent.record).await.is_ok());
}

async fn a_record_that_comes_during_an_erasure_is_whole_or_absent(world: World) {
    let engine = world.open().await;
    for round in 0..20 {
        let sent = send(&engine, letter("Ensimmäinen.", "a@example.fi")).await.unwrap();
        let erase = operator(&engine, RIGHTS, Action::Erase);
        let plan = engine.plan_person(&erase, sent.person, Why::Request).await.unwrap();
        let adding = {
            let engine = Arc::clone(&engine);
            tokio::spawn(async move {
                let officer = operator(&engine, RIGHTS, Action::DecideRequests);
                let draft =
                    Draft::new("feedback", "sent", Lang::Fi).field("message", "Toinen.".to_owned());
                engine.collect(&officer, Owner::Existing(sent.person), draft).await
            })
        };
        if round % 2 == 0 {
            tokio::task::yield_now().await;
        }
        engine.erase(&erase, &plan).await.unwrap();
        let read = operator(&engine, RIGHTS, Action::Read);
        match adding.await.unwrap() {
            Ok(added) => {
                let opened = engine.read(&read, added.record).await.unwrap();
                assert_eq!(crate::setting::shown(&opened, "message"), "Toinen.");
            }
            Err(fault) => assert_eq!(fault.kind(), FaultKind::NotFound),
        }
        assert!(engine.read(&read, sent.record).await.is_err());
    }
    let scanned = engine.scan(crate::setting::REGISTER).await.unwrap();
    assert_eq!((scanned.keyless, scanned.unsealed), (0, 0));
}

async fn one_of_two_changes_wins(world: World) {
    let engine = world.open().await;
    let sent = send(&engine, letter("Yksi.", "a@example.fi")).await.unwrap();
    let tasks: Vec<_> = (0..8)
        .map(|number| {
            let engine = Arc::clone(&engine);
            tokio::spawn(async move {
                let own = access(&engine, Actor::Person(sent.person), RIGHTS, Action::Amend);
                let text = Sensitive::new(format!("Muutos {number}."));
                engine.amend(&own, sent.record, 1, vec![("message".to_owned(), text)]).await
            })
        })
        .collect();
    let mut won = 0;
    for task in tasks {
        match task.await.unwrap() {
            Ok(version) => {
                assert_eq!(version, 2);
                won += 1;
            }
            Err(fault) => assert_eq!(fault.kind(), FaultKind::Conflict),
        }
    }
    assert_eq!(won, 1);
}

async fn one_command_from_many_hands_has_one_effect(world: World) {
    let engine = world.open().await;
    let tasks: Vec<_> = (0..8)
        .map(|_| {
            let engine = Arc::clone(&engine);
            tokio::spawn(async move {
                let draft = letter("Sama.", "s@example.fi").command([3; 16]).numbered();
                send(&engine, draft).await
            })
        })
        .collect();
    let mut records = std::collections::BTreeSet::new();
    for task in tasks {
        match task.await.unwrap() {
            Ok(sent) => {
                records.insert(sent.record);
            }
            // Another one was just writing it: sent again, it would get the same answer.
            Err(fault) => assert_eq!(fault.kind(), FaultKind::Conflict),
        }
    }
    assert_eq!(records.len(), 1);
}

/// Copies are ordered while a consent is withdrawn: one that was ordered while the value was still
/// there may have it, and does not stay.
async fn no_copy_outlives_a_withdrawal(world: World) {
    let engine = world.open().await;
    let mut early = 0;
    for _ in 0..10 {
        let sent = send(&engine, letter("Yksi.", "a@example.fi")).await.unwrap();
        let ordering = {
            let engine = Arc::clone(&engine);
            tokio::spawn(async move {
                let own = access(&engine, Actor::Person(sent.person), RIGHTS, Action::Read);
                let mut orders = Vec::new();
                for _ in 0..8 {
                    let copy = order_copy(&engine, sent.person).await;
                    let opened = engine.read(&own, sent.record).await.unwrap();
                    orders.push((copy, opened.fields.contains_key("email")));
                }
                orders
            })
        };
        tokio::task::yield_now().await;
        let own = |action| access(&engine, Actor::Person(sent.person), RIGHTS, action);
        engine.withdraw(&own(Action::Erase), sent.record, "answer").await.unwrap();
        for (copy, with_address) in ordering.await.unwrap() {
            let stays = engine.read(&own(Action::Read), copy).await.is_ok();
            assert!(!(stays && with_address), "a copy of what is gone");
            early += u32::from(with_address);
        }
    }
    assert!(early > 0, "none was ordered before");
}

/// Somebody confirms the clock while the database is busy: until their word is in the ledger, what
/// time alone destroys waits.
async fn nothing_rests_on_a_word_that_the_ledger_has_not(world: World) {
    let (store, engine) = world.try_open_with_store().await.unwrap();
    engine.publish(&Actor::Operator, crate::setting::NOTICE).await.unwrap();
    world.at("2026-01-13T10:00:00+02:00");
    assert!(engine.clock_doubt().is_some());
    let (begin, begun) = std::sync::mpsc::channel();
    let (end, ended) = std::sync::mpsc::channel::<()>();
    let busy = tokio::spawn(async move {
        let work = move |tx: &mut seloste_store::Tx| {
            meta::put(tx, "clock", "")?;
            begin.send(()).unwrap();
            let _ = ended.recv();
            Ok(())
        };
        store.write(work).await
    });
    begun.recv().unwrap();
    let confirming = {
        let engine = Arc::clone(&engine);
        tokio::spawn(async move {
            let officer = operator(&engine, RIGHTS, Action::Attest);
            engine.confirm_clock(&officer).await
        })
    };
    for _ in 0..20 {
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        assert!(engine.trusted_now().is_err(), "a word that is not kept yet");
    }
    end.send(()).unwrap();
    busy.await.unwrap().unwrap();
    confirming.await.unwrap().unwrap();
    assert!(engine.trusted_now().is_ok());
}
