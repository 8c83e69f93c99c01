//! A withdrawal that ends half way, as a crash leaves it.

use seloste_kernel::{Actor, Exit, Lang, PersonId};

use super::*;
use crate::execute::tests::{access, give, open};
use crate::{Collected, Draft, Owner, Query, RIGHTS, TELLING};

/// Feedback of somebody who consents to an answer, with that answer; a recipient has got of both.
async fn given(engine: &Arc<Engine>) -> (Collected, RecordId) {
    let visitor = access(engine, Actor::Visitor, "develop", Action::Collect);
    let draft = Draft::new("feedback", "sent", Lang::Fi)
        .field("message", "Hei.".to_owned())
        .field("email", "peruja@example.fi".to_owned())
        .consent("answer");
    let sent = engine.collect(&visitor, Owner::New, draft).await.unwrap();
    let user = seloste_kernel::UserId::from_bytes([7; 16]);
    let staff = Actor::Staff { user, role: "handler".to_owned() };
    let handler = access(engine, staff, "answer", Action::Answer);
    let reply = Draft::new("reply", "sent", Lang::Fi)
        .field("text", "Kiitos.".to_owned())
        .part_of(sent.record);
    let reply = engine.collect(&handler, Owner::Existing(sent.person), reply).await.unwrap();
    give(engine, sent.person, sent.record, ("feedback", &["message", "email"])).await;
    give(engine, sent.person, reply.record, ("reply", &["text"])).await;
    (sent, reply.record)
}

/// What each task tells, in order.
async fn told(engine: &Arc<Engine>, person: PersonId) -> Vec<String> {
    let read = access(engine, Actor::Operator, RIGHTS, Action::DecideRequests);
    let all = engine.page(&read, &Query::of(TELLING)).await.unwrap().records;
    assert!(
        all.iter().all(|task| task.person == person && task.text("change", Exit::Page) == "erased")
    );
    let mut items: Vec<String> =
        all.iter().map(|task| task.text("items", Exit::Page).to_owned()).collect();
    items.sort();
    items
}

#[tokio::test]
async fn whoever_received_what_a_withdrawal_takes_is_told_once_whatever_interrupts_it() {
    let root = tempfile::tempdir().unwrap();
    let engine = open(root.path(), 1).await;
    let (sent, reply) = given(&engine).await;
    let own = access(&engine, Actor::Person(sent.person), RIGHTS, Action::Erase);
    assert_eq!(told(&engine, sent.person).await, [""; 0]);
    // Nothing is told of before it goes: a withdrawal that is only shown tells nobody.
    assert_eq!(engine.plan_withdrawal(&own, sent.record, Some("answer")).await.unwrap().len(), 2);
    assert_eq!(told(&engine, sent.person).await, [""; 0]);
    // The program ends after the first of two records.
    let row = engine.row(&own, reply).await.unwrap();
    let mut withdrawn = Withdrawn::default();
    engine.withdraw_one(&own, row, (sent.record, "answer", &[]), &mut withdrawn).await.unwrap();
    assert_eq!(told(&engine, sent.person).await, ["reply.text"]);
    drop((own, engine));

    let engine = open(root.path(), 2).await;
    let own = access(&engine, Actor::Person(sent.person), RIGHTS, Action::Erase);
    for _ in 0..2 {
        // Whoever pressed the button presses it again, and once more.
        engine.withdraw(&own, sent.record, "answer").await.unwrap();
        assert_eq!(told(&engine, sent.person).await, ["feedback.email", "reply.text"]);
    }
    let read = access(&engine, Actor::Operator, RIGHTS, Action::Read);
    assert!(!engine.read(&read, sent.record).await.unwrap().fields.contains_key("email"));
}

/// What takes it and who is told of it are one write: without the one there is not the other.
#[tokio::test]
async fn a_withdrawal_that_is_not_written_tells_nobody() {
    let root = tempfile::tempdir().unwrap();
    let engine = open(root.path(), 1).await;
    let (sent, _) = given(&engine).await;
    let own = access(&engine, Actor::Person(sent.person), RIGHTS, Action::Erase);
    let seen = engine.row(&own, sent.record).await.unwrap();
    let officer = access(&engine, Actor::Operator, RIGHTS, Action::DecideRequests);
    engine.set_state(&officer, sent.record, seen.version, "in-progress").await.unwrap();
    let mut withdrawn = Withdrawn::default();
    let late = engine.withdraw_one(&own, seen, (sent.record, "answer", &[]), &mut withdrawn).await;
    assert_eq!(late.unwrap_err().kind(), FaultKind::Conflict);
    assert_eq!(told(&engine, sent.person).await, [""; 0]);
    engine.withdraw(&own, sent.record, "answer").await.unwrap();
    assert_eq!(told(&engine, sent.person).await, ["feedback.email", "reply.text"]);
}
