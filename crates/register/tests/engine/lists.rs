//! Lists of what waits: the right ones, and for the same work however many others there are.

use std::sync::Arc;

use jiff::SignedDuration;
use seloste_kernel::{Lang, RecordId, Sensitive, Timestamp};
use seloste_register::{Action, Draft, Engine, Owner, Query, RIGHTS, Waiting};
use seloste_store::Store;

use crate::setting::{NOTICE, REGISTER, World, operator, visitor};

each_engine!(
    what_waits_is_found_by_whose_it_is_its_number_its_mark_and_its_last_day,
    a_list_costs_the_same_however_much_is_in_the_register,
);

const KIND: &str = "rights-request";

fn request(number: usize, day: Timestamp) -> Draft {
    Draft::new(KIND, "received", Lang::Fi)
        .field("type", "access".to_owned())
        // Large, as one with a document is.
        .field("text", format!("Pyyntö {number}. {}", "Pitkä selitys. ".repeat(200)))
        .field("channel", "form".to_owned())
        .review(day)
        .state("open")
        .numbered()
}

/// Makes so many requests; each day one comes to its last day.
async fn fill(world: &World, engine: &Arc<Engine>, from: usize, to: usize) -> Vec<RecordId> {
    let mut made = Vec::new();
    for number in from..to {
        world.move_hours(1);
        let day = engine.now() + SignedDuration::from_hours(24 * (number as i64 + 1));
        let sent =
            engine.collect(&visitor(engine), Owner::New, request(number, day)).await.unwrap();
        made.push(sent.record);
    }
    made
}

async fn mark(engine: &Arc<Engine>, record: RecordId, with: &str) {
    let access = operator(engine, RIGHTS, Action::DecideRequests);
    let version = engine.read(&access, record).await.unwrap().version;
    let changes = vec![("matched".to_owned(), Sensitive::new(with.to_owned()))];
    engine.amend(&access, record, version, changes).await.unwrap();
}

async fn found(engine: &Engine, query: &Query) -> Vec<RecordId> {
    let (waiting, _) = engine.waiting(REGISTER, query).await.unwrap();
    waiting.into_iter().map(|one| one.record).collect()
}

async fn what_waits_is_found_by_whose_it_is_its_number_its_mark_and_its_last_day(world: World) {
    let engine = world.open().await;
    let made = fill(&world, &engine, 0, 5).await;
    let open = || Query { oldest_first: true, ..Query::in_states(KIND, &["open"]) };
    assert_eq!(found(&engine, &open()).await, made);
    let (all, _) = engine.waiting(REGISTER, &open()).await.unwrap();
    let third: &Waiting = &all[2];
    let of_person = Query { person: Some(third.person), ..open() };
    assert_eq!(found(&engine, &of_person).await, [made[2]]);
    let numbered = Query { number: third.number, ..open() };
    assert_eq!(found(&engine, &numbered).await, [made[2]]);
    let late = Query { review_by: third.review, soonest_first: true, ..open() };
    assert_eq!(found(&engine, &late).await, made[..3]);
    assert_eq!(engine.how_many(REGISTER, &late).await.unwrap(), 3);

    let access = operator(&engine, RIGHTS, Action::DecideRequests);
    for record in [made[1], made[4]] {
        mark(&engine, record, "asked:x").await;
    }
    let marked = Query { by: Some(engine.looked_up(&access, "matched", "asked:x")), ..open() };
    assert_eq!(found(&engine, &marked).await, [made[1], made[4]]);
    let page = engine.page(&access, &marked).await.unwrap().records;
    assert_eq!(page.iter().map(|one| one.id).collect::<Vec<_>>(), [made[1], made[4]]);
    let other = Query { states: vec!["granted".to_owned()], ..marked };
    assert!(found(&engine, &other).await.is_empty());

    // Page by page nothing is left out and nothing comes twice.
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let query = Query { after, limit: 2, ..open() };
        let (page, next) = engine.waiting(REGISTER, &query).await.unwrap();
        all.extend(page.into_iter().map(|one| one.record));
        let Some(next) = next else { break };
        after = Some(next);
    }
    assert_eq!(all, made);
    assert_eq!(engine.all_waiting(REGISTER, &open()).await.unwrap().len(), 5);
}

/// How many rows the database gives for each list.
async fn cost(store: &Store, engine: &Engine, third: &Waiting) -> Vec<(&'static str, u64)> {
    let access = operator(engine, RIGHTS, Action::DecideRequests);
    let open = || Query { soonest_first: true, limit: 5, ..Query::in_states(KIND, &["open"]) };
    let by = Some(engine.looked_up(&access, "matched", "asked:x"));
    let lists = [
        ("first page", open()),
        ("of a person", Query { person: Some(third.person), ..open() }),
        ("of a number", Query { number: third.number, ..open() }),
        ("of a mark", Query { by, ..open() }),
        ("late", Query { review_by: third.review, ..open() }),
    ];
    let mut costs = Vec::new();
    for (name, query) in lists {
        let before = store.rows_given();
        assert!(!engine.waiting(REGISTER, &query).await.unwrap().0.is_empty(), "{name}");
        costs.push((name, store.rows_given() - before));
    }
    costs
}

async fn a_list_costs_the_same_however_much_is_in_the_register(world: World) {
    let (store, engine) = world.try_open_with_store().await.unwrap();
    engine.publish(&seloste_kernel::Actor::Operator, NOTICE).await.unwrap();
    let made = fill(&world, &engine, 0, 6).await;
    mark(&engine, made[2], "asked:x").await;
    let query = Query { oldest_first: true, ..Query::in_states(KIND, &["open"]) };
    let (all, _) = engine.waiting(REGISTER, &query).await.unwrap();
    // Whatever is read once and remembered is read now.
    cost(&store, &engine, &all[2]).await;
    let few = cost(&store, &engine, &all[2]).await;
    fill(&world, &engine, 6, 60).await;
    let many = cost(&store, &engine, &all[2]).await;
    assert_eq!(few, many);
    assert!(few.iter().all(|(_, rows)| *rows <= 12), "{few:?}");
}
