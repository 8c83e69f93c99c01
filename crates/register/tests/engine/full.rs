//! On a full disk nothing new comes in, and people still get at what is theirs: the reserve is kept
//! for them.

use std::sync::Arc;

use jiff::SignedDuration;
use seloste_kernel::{Actor, FaultKind, Lang, SessionId};
use seloste_register::{
    Action, Draft, Engine, Owner, RIGHTS, Recognised, RestrictionGround, Session, Way, Why,
};

use crate::setting::World;

each_engine!(on_a_full_disk_people_get_in_see_restrict_withdraw_and_erase);

const SHOP: &str = include_str!("shop.kdl");
const REGISTER: &str = "kauppa";

fn draft() -> Draft {
    Draft::new("invoice", "created", Lang::Fi)
        .field("wishes", "Ovikoodi 1234.".to_owned())
        .field("email", "maksaja@example.fi".to_owned())
        .consent("letters")
        .with_receipt()
}

async fn on_a_full_disk_people_get_in_see_restrict_withdraw_and_erase(world: World) {
    let (store, engine) = world.try_open_with_store().await.unwrap();
    engine.publish(&Actor::Operator, SHOP).await.unwrap();
    let access = |engine: &Engine, actor, purpose, action| {
        engine.access(REGISTER, actor, purpose, action).unwrap()
    };
    let collect = access(&engine, Actor::Operator, "deliver", Action::Collect);
    let sent = engine.collect(&collect, Owner::New, draft()).await.unwrap();
    store.free_ballast().unwrap();
    let refused = engine.collect(&collect, Owner::New, draft()).await.unwrap_err();
    assert_eq!(refused.kind(), FaultKind::StorageFull);

    let known = engine.recognise(REGISTER, sent.receipt.as_ref().unwrap()).await.unwrap();
    let Some(Recognised::Person { person, record }) = known else { unreachable!() };
    let now = engine.now();
    let session = Session {
        id: SessionId::from_bytes([1; 16]),
        person,
        way: Way::Own,
        created: now,
        expires: now + SignedDuration::from_hours(1),
        used: now,
    };
    engine.begin_session([2; 32], &session).await.unwrap();
    let own = |action| access(&engine, Actor::Person(person), RIGHTS, action);
    assert_eq!(engine.all_of(&own(Action::Read), person).await.unwrap().len(), 1);
    engine.restrict(&own(Action::Amend), person, None, RestrictionGround::Claim).await.unwrap();
    engine.end_restriction(&own(Action::Amend), person, None, None).await.unwrap();
    engine.withdraw(&own(Action::Erase), record, "letters").await.unwrap();
    let left = engine.read(&own(Action::Read), record).await.unwrap();
    assert!(left.consents.is_empty() && !left.fields.contains_key("email"));
    let eraser = own(Action::Erase);
    assert!(engine.leave(&eraser, person).await.unwrap().is_some(), "after two days");
    assert!(engine.stay(&eraser, person).await.unwrap());
    let plan = engine.plan_person(&eraser, person, Why::Request).await.unwrap();
    assert_eq!(engine.erase(&eraser, &plan).await.unwrap().persons, 1);
    engine.end_session([2; 32]).await.unwrap();
    // Room again.
    Arc::clone(&engine).restore_ballast().unwrap();
    engine.collect(&collect, Owner::New, draft()).await.unwrap();
}
