//! What is queued once for an occasion, however often and for whichever record it is asked for.

use std::time::Duration;

use crate::setting::{World, instant, letter, send};

each_engine!(a_job_is_queued_once_for_each_occasion);

async fn a_job_is_queued_once_for_each_occasion(world: World) {
    let engine = world.open().await;
    let one = send(&engine, letter("Ovi narisee", "a@example.fi")).await.unwrap();
    let other = send(&engine, letter("Ovi narisee", "b@example.fi")).await.unwrap();
    let ends = instant("2026-01-16T10:00:00+02:00");
    let once = async |of: &seloste_register::Collected, what: &str| {
        engine.job_once("late", (of.person, of.record), what, ends).await.unwrap()
    };
    assert!(once(&one, "late 2026-01-14").await);
    assert!(!once(&one, "late 2026-01-14").await, "the same day");
    assert!(!once(&other, "late 2026-01-14").await, "another record, the same occasion");
    assert!(once(&other, "early 2026-01-14").await, "another occasion");
    // Nor when the first was sent meanwhile, nor after a start.
    let taken = engine.take_jobs(Duration::from_secs(1), 10).await.unwrap();
    let of = taken.iter().map(|job| (job.name.as_str(), job.record)).collect::<Vec<_>>();
    assert_eq!(of.len(), 2, "{of:?}");
    assert!(of.contains(&("late", one.record)) && of.contains(&("late", other.record)));
    for job in &taken {
        engine.job_done(job).await.unwrap();
    }
    assert!(!once(&one, "late 2026-01-14").await);
    assert!(once(&one, "late 2026-01-15").await, "another day");
    assert_eq!(engine.take_jobs(Duration::from_secs(1), 10).await.unwrap().len(), 1);
}
