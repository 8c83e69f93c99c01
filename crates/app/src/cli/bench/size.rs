//! B14, B15 and B16: what becomes of it as it grows: slower, larger, later.

use std::sync::Arc;
use std::time::Instant;

use seloste_kernel::Fault;
use seloste_register::Action;

use super::bed::{Bed, demand_count, personal_bytes};
use super::disk::{self, Ground};
use super::load::{self, Until, scatter};
use super::reads::{looked_up, open_one};
use super::report::{Better, Durability, Row, Series};
use super::{Bench, Surroundings, rights};

/// The slowest of a hundred among ten times as many records.
pub async fn growth(bench: &Bench<'_>, around: &Surroundings) -> Result<Vec<Row>, Fault> {
    let ground = Ground::new(bench.bed.folder().parent(), &*around.random)?;
    let small = Bed::new(ground, around, !bench.bed.is_embedded()).await?;
    let small = Arc::new(small);
    let tenth = bench.size / 10;
    small.people(tenth).await?;
    let little = Bench { bed: &small, peer: None, size: tenth, ..*bench };
    let of = |size| Series::of(format!("among {size} records"));
    let mut reads = [of(bench.size), of(tenth)];
    let mut plain = reads.clone();
    let mut packages = reads.clone();
    for _ in 0..bench.rounds {
        for (place, bench) in [bench, &little].into_iter().enumerate() {
            let (bed, size) = (Arc::clone(bench.bed), bench.size);
            let access = Arc::new(bed.handler(Action::Read)?);
            let sample = load::clients(1, Until::Time(bench.time), move |turn| {
                let (bed, access) = (Arc::clone(&bed), Arc::clone(&access));
                async move { open_one(&bed, &access, scatter(turn) % size).await }
            })
            .await?;
            put(&mut reads, place, sample.at(0.99));
            put(&mut plain, place, looked_up(bench, 1).await?.at(0.99));
            let person = bench.bed.person_with(10).await?;
            put(&mut packages, place, rights::packed(bench, person, 10).await?.at(0.99));
        }
    }
    let row = |what: &str, class, [large, small]: [Series; 2]| {
        Row::of("B14", what, ("ms", Better::Less), class, large).beside(small)
    };
    Ok(vec![
        row("p99 of a read among ten times as many", Durability::Synced, reads),
        row("p99 of a plain row read", Durability::Nothing, plain),
        row("p99 of a package of 10 records", Durability::Synced, packages),
    ])
}

fn put(series: &mut [Series; 2], place: usize, micros: f64) {
    if let Some(series) = series.get_mut(place) {
        series.value(micros / 1e3);
    }
}

/// Bytes on the disk for each byte that people said, in an installation where they were only
/// written, never looked at.
pub async fn space(bench: &Bench<'_>, around: &Surroundings) -> Result<Vec<Row>, Fault> {
    if !bench.bed.is_embedded() {
        return Ok(Vec::new());
    }
    let ground = Ground::new(bench.bed.folder().parent(), &*around.random)?;
    let fresh = Arc::new(Bed::new(ground, around, false).await?);
    fresh.people(bench.size).await?;
    fresh.integrate()?;
    let records = fresh.count().await?;
    demand_count("written records", records, bench.size)?;
    let personal = (records * personal_bytes()) as f64;
    let fresh = Arc::into_inner(fresh).ok_or_else(|| Fault::internal("work is left over"))?;
    let ground = fresh.close();
    let folder = ground.path().to_owned();
    let bytes = |part: &str| disk::bytes(&folder.join(part)).map(|bytes| bytes as f64);
    let (keys, ledger) = (bytes("keys")?, bytes("data/ledger")?);
    let data = bytes("data")? - ledger - bytes_of_reserve(&folder)?;
    let peer = bench.peer.map(|peer| Ok::<_, Fault>((peer.who.clone(), peer.bytes()?)));
    let unit = ("bytes per personal byte", Better::Less);
    let row = |what: &str, who: &str, bytes: f64| {
        let mut series = Series::of(who);
        series.value(bytes / personal);
        Row::of("B15", what, unit, Durability::Nothing, series)
    };
    let records = row("records, lookups, lines of who has looked", "seloste", data);
    let records = match peer.transpose()? {
        Some((who, bytes)) => {
            let mut theirs = Series::of(who);
            theirs.value(bytes as f64 / (bench.size * PEER_BYTES) as f64);
            records.beside(theirs).note("the peer's line has no lines of who has looked")
        }
        None => records,
    };
    Ok(vec![
        records.note("closed; without the reserve for erasing on a full disk"),
        row("the same with both copies of the keys", "seloste", data + keys),
        row("the same with the ledger", "seloste", data + keys + ledger),
    ])
}

/// What one of the peer's records says, in bytes.
const PEER_BYTES: u64 = 218;

fn bytes_of_reserve(folder: &std::path::Path) -> Result<f64, Fault> {
    let reserve = folder.join("data").join("ballast");
    if reserve.is_file() { disk::file_bytes(&reserve).map(|bytes| bytes as f64) } else { Ok(0.0) }
}

/// From nothing in memory to the first answer, and whether all are there.
pub async fn cold_start(mut bed: Bed, rounds: u64, size: u64) -> Result<(Vec<Row>, Bed), Fault> {
    let mut series = Series::of("seloste");
    let (_, before) = bed.scan().await?;
    for round in 0..rounds {
        let start = Instant::now();
        bed = bed.reopen().await?;
        let access = bed.handler(Action::Read)?;
        open_one(&bed, &access, scatter(round) % size).await?;
        series.value(start.elapsed().as_secs_f64() * 1e3);
    }
    let (unreadable, records) = bed.scan().await?;
    demand_count("unreadable records", unreadable as u64, 0)?;
    demand_count("records after the start", records as u64, before as u64)?;
    let what = format!("close, open and first answer, {records} records");
    let row = Row::of("B16", what, ("ms", Better::Less), Durability::Synced, series);
    Ok((vec![row.note("in this process: its pages are still in the system's memory")], bed))
}
