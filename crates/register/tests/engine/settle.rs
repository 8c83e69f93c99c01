//! A version of the notice that takes out a field or keeps for a shorter time leaves nothing behind
//! in stored records that it would not allow.

use std::sync::Arc;

use seloste_kernel::{Actor, FaultKind, Lang, RecordId, Sensitive};
use seloste_register::{
    Action, Collected, Draft, Engine, Opened, Query, RIGHTS, RestrictionGround, Settle,
};

use crate::setting::{
    NOTICE, REGISTER, World, access, instant, letter, operator, order_copy, send, shown, staff,
};

each_engine!(
    a_field_that_is_taken_out_leaves_all_records,
    a_shorter_keeping_brings_the_last_day_nearer,
    what_a_hold_keeps_is_told_and_left,
    no_copy_outlives_a_field_that_is_taken_out,
    what_is_restricted_stays_as_it_is,
    what_is_held_while_records_are_settled_stays,
    what_was_given_for_one_purpose_opens_for_no_other
);

const ERASE: Settle = Settle { erase: true, shorten: false };
const SHORTEN: Settle = Settle { erase: false, shorten: true };

/// The notice without the sender's name.
fn nameless() -> String {
    let from = NOTICE.find("            field \"name\"").unwrap();
    let until = from + NOTICE[from..].find("            field \"email\"").unwrap();
    format!("{}{}", &NOTICE[..from], &NOTICE[until..])
}

async fn stale(engine: &Engine, text: &str) -> seloste_register::Stale {
    engine.stale(&seloste_notice::read(text, "notice.kdl").notice).await.unwrap()
}

async fn names(engine: &Engine, id: RecordId) -> (String, String) {
    let reader = operator(engine, "answer", Action::Read);
    let opened = engine.read(&reader, id).await.unwrap();
    (shown(&opened, "name").to_owned(), shown(&opened, "email").to_owned())
}

async fn a_field_that_is_taken_out_leaves_all_records(world: World) {
    let engine = world.open().await;
    let sent = send(&engine, letter("Vastatkaa.", "a@example.fi")).await.unwrap();
    assert_eq!(stale(&engine, NOTICE).await, seloste_register::Stale::default());
    let found = stale(&engine, &nameless()).await;
    assert_eq!(found.fields, [("feedback.name".to_owned(), 1)].into());
    assert_eq!((found.held, found.kinds.len(), found.longer.len()), (0, 0, 0));

    // Published without a word about what is stored, the promise of a closed world is not kept.
    engine.publish(&Actor::Operator, &nameless()).await.unwrap();
    assert!(engine.scan(REGISTER).await.unwrap().undeclared.contains("feedback.name"));
    let id = sent.record;
    let (_, done) = engine.publish_settling(&Actor::Operator, &nameless(), ERASE).await.unwrap();
    assert_eq!(done.fields, [("feedback.name".to_owned(), 1)].into());
    assert!(done.kinds.is_empty() && done.shorter.is_empty());
    let scanned = engine.scan(REGISTER).await.unwrap();
    assert!(scanned.undeclared.is_empty(), "{scanned:?}");
    assert_eq!((scanned.unsealed, scanned.keyless, scanned.unconsented), (0, 0, 0));
    assert_eq!(names(&engine, id).await, (String::new(), "a@example.fi".to_owned()));
    let reader = access(&engine, staff("handler"), "answer", Action::Read);
    assert_eq!(engine.find(&reader, "email", "a@example.fi").await.unwrap().len(), 1);
    let looks = engine.looks(&reader, sent.person, None, 10).await.unwrap();
    assert_eq!(looks.iter().filter(|look| look.action == "erase:removed-field").count(), 1);

    // Once more changes nothing.
    let version = engine.read(&reader, id).await.unwrap().version;
    let (_, done) = engine.publish_settling(&Actor::Operator, &nameless(), ERASE).await.unwrap();
    assert_eq!(done, seloste_register::Settled::default());
    assert_eq!(engine.read(&reader, id).await.unwrap().version, version);
}

async fn a_shorter_keeping_brings_the_last_day_nearer(world: World) {
    let engine: Arc<Engine> = world.open().await;
    let sent = send(&engine, letter("Vastatkaa.", "a@example.fi")).await.unwrap();
    let shorter =
        NOTICE.replace("keep \"1 month\" from=\"sent\"", "keep \"2 weeks\" from=\"sent\"");
    assert_eq!(stale(&engine, &shorter).await.longer, [("feedback".to_owned(), 1)].into());
    let longer =
        NOTICE.replace("keep \"1 month\" from=\"sent\"", "keep \"2 months\" from=\"sent\"");
    assert!(stale(&engine, &longer).await.longer.is_empty());
    engine.publish_settling(&Actor::Operator, &shorter, SHORTEN).await.unwrap();
    assert!(stale(&engine, &shorter).await.longer.is_empty());
    let reader = operator(&engine, "answer", Action::Read);
    let due = engine.read(&reader, sent.record).await.unwrap().due;
    assert_eq!(due, Some(instant("2026-01-28T10:00:00+02:00")));
    world.at("2026-01-28T10:00:00+02:00");
    assert_eq!(engine.sweep().await.unwrap().removed, 1);
}

async fn what_a_hold_keeps_is_told_and_left(world: World) {
    let engine = world.open().await;
    let sent = send(&engine, letter("Vastatkaa.", "a@example.fi")).await.unwrap();
    let officer = operator(&engine, RIGHTS, Action::DecideRequests);
    engine
        .hold(&officer, &seloste_register::Holding::whole(sent.record, "legal-claim", None), None)
        .await
        .unwrap();
    assert_eq!(stale(&engine, &nameless()).await.held, 1);
    engine.publish_settling(&Actor::Operator, &nameless(), ERASE).await.unwrap();
    assert!(engine.scan(REGISTER).await.unwrap().undeclared.contains("feedback.name"));
}

async fn no_copy_outlives_a_field_that_is_taken_out(world: World) {
    let engine = world.open().await;
    let named = send(&engine, letter("Vastatkaa.", "a@example.fi")).await.unwrap();
    let nameless_one = Draft::new("feedback", "sent", Lang::Fi).field("message", "Hei.".to_owned());
    let other = send(&engine, nameless_one).await.unwrap();
    let [copy, others] =
        [order_copy(&engine, named.person).await, order_copy(&engine, other.person).await];
    engine.publish_settling(&Actor::Operator, &nameless(), ERASE).await.unwrap();
    let read = operator(&engine, RIGHTS, Action::Read);
    assert_eq!(engine.read(&read, copy).await.unwrap_err().kind(), FaultKind::NotFound);
    assert!(engine.read(&read, others).await.is_ok(), "in that one nothing was touched");
    assert!(!engine.scan(REGISTER).await.unwrap().undeclared.contains("feedback.name"));
    let scanned = engine.scan(REGISTER).await.unwrap();
    assert_eq!((scanned.unsealed, scanned.keyless), (0, 0));
}

/// Whoever has restricted something may need it: a new version of the notice waits, too.
async fn what_is_restricted_stays_as_it_is(world: World) {
    let engine = world.open().await;
    let kept = send(&engine, letter("Säilyttäkää.", "a@example.fi")).await.unwrap();
    send(&engine, letter("Vastatkaa.", "b@example.fi")).await.unwrap();
    let officer = operator(&engine, RIGHTS, Action::DecideRequests);
    let ground = RestrictionGround::Accuracy;
    engine.restrict(&officer, kept.person, Some(kept.record), ground).await.unwrap();
    let before = stale(&engine, &nameless()).await;
    assert_eq!((before.held, before.fields.values().sum::<u64>()), (1, 2));
    engine.publish_settling(&Actor::Operator, &nameless(), ERASE).await.unwrap();
    let left = stale(&engine, &nameless()).await;
    assert_eq!((left.held, left.fields.values().sum::<u64>()), (1, 1));
    let own = Actor::Person(kept.person);
    let own = engine.access("palaute", own, RIGHTS, Action::Amend).unwrap();
    engine.end_restriction(&own, kept.person, Some(kept.record), None).await.unwrap();
    assert_eq!(stale(&engine, &nameless()).await.held, 0);
}

/// A claim comes while the records are gone through: what it holds is looked at again when its
/// turn comes, not as it was when the round began.
async fn what_is_held_while_records_are_settled_stays(world: World) {
    const RECORDS: u64 = 40;
    let engine = world.open().await;
    let mut sent: Vec<Collected> = Vec::new();
    for number in 0..RECORDS {
        let draft = letter("Vastatkaa.", &format!("a{number}@example.fi"));
        sent.push(send(&engine, draft).await.unwrap());
    }
    // In this order they are gone through.
    let last = sent.iter().map(|sent| sent.record).max().unwrap();
    let settling = {
        let engine = Arc::clone(&engine);
        tokio::spawn(async move {
            engine.publish_settling(&Actor::Operator, &nameless(), ERASE).await.unwrap();
        })
    };
    while stale(&engine, &nameless()).await.fields.values().sum::<u64>() == RECORDS {
        tokio::task::yield_now().await;
    }
    let officer = operator(&engine, RIGHTS, Action::DecideRequests);
    engine
        .hold(&officer, &seloste_register::Holding::whole(last, "legal-claim", None), None)
        .await
        .unwrap();
    let held = stale(&engine, &nameless()).await.held;
    assert_eq!(held, 1, "the round was over before the claim came");
    settling.await.unwrap();
    let left = stale(&engine, &nameless()).await;
    assert_eq!((left.held, left.fields.values().sum::<u64>()), (1, 1));
}

/// The notice in which staff of another purpose get the contact details, too.
fn wider() -> String {
    let wider = NOTICE.replace("purposes=\"answer\"", "purposes=\"answer develop\"");
    assert_ne!(wider, NOTICE);
    wider
}

async fn what_was_given_for_one_purpose_opens_for_no_other(world: World) {
    let engine = world.open().await;
    let before = send(&engine, letter("Vastatkaa.", "a@example.fi")).await.unwrap().record;
    let found = stale(&engine, &wider()).await.closed;
    assert_eq!(found.get("feedback.email: develop"), Some(&1), "{found:?}");
    let (_, done) =
        engine.publish_settling(&Actor::Operator, &wider(), Settle::default()).await.unwrap();
    assert!(done.fields.is_empty(), "nothing is done to the records");
    let after = send(&engine, letter("Vastatkaa.", "b@example.fi")).await.unwrap().record;

    let email = |opened: &Opened| shown(opened, "email").to_owned();
    let developer = operator(&engine, "develop", Action::Read);
    assert_eq!(email(&engine.read(&developer, before).await.unwrap()), "");
    assert_eq!(email(&engine.read(&developer, after).await.unwrap()), "b@example.fi");
    let listed = engine
        .page(&developer, &Query { kind: "feedback".into(), limit: 10, ..Query::default() })
        .await;
    let listed: Vec<String> = listed.unwrap().records.iter().map(email).collect();
    assert_eq!(listed.iter().filter(|email| !email.is_empty()).count(), 1, "{listed:?}");
    // For what it was given, and for the person's rights, it opens as before.
    for purpose in ["answer", RIGHTS] {
        let access = operator(&engine, purpose, Action::Read);
        assert_eq!(email(&engine.read(&access, before).await.unwrap()), "a@example.fi");
    }
    // Whoever may not see a field may not write it, either.
    let amending = operator(&engine, "develop", Action::Amend);
    let version = engine.read(&developer, before).await.unwrap().version;
    let change = vec![("email".to_owned(), Sensitive::new("c@example.fi".to_owned()))];
    let refused = engine.amend(&amending, before, version, change).await.unwrap_err();
    assert_eq!(refused.kind(), FaultKind::Forbidden);
}
