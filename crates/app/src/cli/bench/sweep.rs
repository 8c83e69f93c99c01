//! B7: the retention sweep, with readers at work beside it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use seloste_kernel::{Fault, Timestamp};
use seloste_register::{Action, Owner};

use super::Bench;
use super::bed::{Bed, demand_count};
use super::load::{self, Until, quantile, scatter};
use super::reads::open_one;
use super::report::{Better, Durability, Row, Series};

/// How many readers go on meanwhile.
const READERS: usize = 4;
/// So long ago what is due was written: the notice keeps feedback for a month.
const AGO_S: i64 = 40 * 24 * 60 * 60;

/// One record in ten is past its last day.
pub async fn sweeps(bench: &Bench<'_>) -> Result<Vec<Row>, Fault> {
    let due = bench.size / 10;
    let mut rate = Series::of("seloste");
    let (mut during, mut before) = (Series::of("while sweeping"), Series::of("without a sweep"));
    for _ in 0..bench.rounds {
        expire(bench, due).await?;
        before.value(readers_p99(bench.bed, bench.size, None).await?);
        let stop = Arc::new(AtomicBool::new(false));
        let (bed, size, flag) = (Arc::clone(bench.bed), bench.size, Arc::clone(&stop));
        let readers = tokio::spawn(async move { readers_p99(&bed, size, Some(flag)).await });
        let start = Instant::now();
        let swept = bench.bed.engine.sweep().await?;
        rate.value(due as f64 / start.elapsed().as_secs_f64());
        stop.store(true, Ordering::Relaxed);
        during.value(readers.await.map_err(Fault::internal)??);
        demand_count("swept records", swept.removed as u64, due)?;
        demand_count("persons of whom nothing is left", swept.persons as u64, due)?;
        bench.bed.integrate()?;
    }
    let what = format!("sweep {due} due of {} records, {READERS} readers", bench.size + due);
    let row = Row::of("B7", what, ("records/s", Better::More), Durability::Synced, rate).note(
        "each is another person's: a key destroyed, a list entry and a ledger entry per record",
    );
    let what = format!("p99 of {READERS} readers while sweeping");
    let readers = Row::of("B7", what, ("ms", Better::Less), Durability::Synced, during);
    Ok(vec![row, readers.beside(before)])
}

async fn expire(bench: &Bench<'_>, due: u64) -> Result<(), Fault> {
    let now = bench.bed.engine.now().as_second();
    let arrived = Timestamp::from_second(now - AGO_S).map_err(Fault::internal)?;
    let bed = Arc::clone(bench.bed);
    load::clients(64, Until::Count(due), move |number| {
        let bed = Arc::clone(&bed);
        async move { bed.collect(Owner::New, number, Some(arrived)).await.map(drop) }
    })
    .await?;
    Ok(())
}

/// Readers of what is not due, until told to stop, or each a hundred times.
async fn readers_p99(
    bed: &Arc<Bed>,
    size: u64,
    stop: Option<Arc<AtomicBool>>,
) -> Result<f64, Fault> {
    let reader = |reader: u64| {
        let (bed, stop) = (Arc::clone(bed), stop.clone());
        tokio::spawn(async move {
            let access = bed.handler(Action::Read)?;
            let mut millis = Vec::new();
            for turn in 0_u64.. {
                let over = match &stop {
                    Some(stop) => stop.load(Ordering::Relaxed) && turn > 0,
                    None => turn == 100,
                };
                if over {
                    break;
                }
                let start = Instant::now();
                open_one(&bed, &access, scatter(turn * 8 + reader) % size).await?;
                millis.push(start.elapsed().as_secs_f64() * 1e3);
            }
            Ok::<_, Fault>(millis)
        })
    };
    let running: Vec<_> = (0..READERS as u64).map(reader).collect();
    let mut all = Vec::new();
    for reader in running {
        all.extend(reader.await.map_err(Fault::internal)??);
    }
    all.sort_by(f64::total_cmp);
    Ok(quantile(&all, 0.99))
}
