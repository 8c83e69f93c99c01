//! B2 and the writing half of B4: creating a record.

use std::sync::Arc;

use seloste_kernel::Fault;
use seloste_register::Owner;
use seloste_store::tables::records::{self, RecordRow};

use super::Bench;
use super::bed::{Bed, demand_count, wrong};
use super::load::{self, Sample, Until, scatter};
use super::reads::{BY_SOCKET, told};
use super::report::{Better, Durability, Row, Series};

const RATE: (&str, Better) = ("records/s", Better::More);

/// A new person with a key of their own, a sealed record with all that is kept beside it, a
/// receipt, a searchable address and a ledger entry, on disk.
pub async fn creates(bench: &Bench<'_>) -> Result<Vec<Row>, Fault> {
    let mut rows = Vec::new();
    for clients in [1, 16, 64] {
        let mut ours = Series::of("seloste");
        let mut postgres = bench.peer.map(|peer| Series::of(&peer.who));
        for _ in 0..bench.rounds {
            ours.rate(&collected(bench, clients).await?);
            if let Some((peer, series)) = bench.peer.zip(postgres.as_mut()) {
                series.rate(&peer.create(clients, bench.time)?);
            }
        }
        let what = format!("create a person and a record, {}", told(clients));
        let row = Row::of("B2", what, RATE, Durability::Synced, ours);
        rows.push(match postgres {
            Some(postgres) => row.beside(postgres).note(BY_SOCKET),
            None => row,
        });
    }
    Ok(rows)
}

/// What everything on costs: the engine's writing beside a bare row into the same table.
pub async fn tax(bench: &Bench<'_>) -> Result<Vec<Row>, Fault> {
    let (mut on, mut off) =
        (Series::of("everything on"), Series::of("bare row insert, same table"));
    for _ in 0..bench.rounds {
        on.rate(&collected(bench, 16).await?);
        off.rate(&inserted(bench, 16).await?);
    }
    let what = "create, everything on and off, 16 clients";
    let row = Row::of("B4", what, RATE, Durability::Synced, on).beside(off);
    Ok(vec![row.note(
        "off is one sealed row for a person who is there: no person, key, lookup, receipt, ledger",
    )])
}

async fn collected(bench: &Bench<'_>, clients: usize) -> Result<Sample, Fault> {
    let before = bench.bed.count().await?;
    let bed = Arc::clone(bench.bed);
    let sample = load::clients(clients, Until::Time(bench.time), move |turn| {
        let bed = Arc::clone(&bed);
        async move { bed.collect(Owner::New, turn, None).await.map(drop) }
    })
    .await?;
    demand_count("new records", bench.bed.count().await? - before, sample.micros.len() as u64)?;
    bench.bed.integrate()?;
    Ok(sample)
}

/// Inserts copies of rows that are there, under new ids, and removes them afterwards: they do
/// not open at their new places.
async fn inserted(bench: &Bench<'_>, clients: usize) -> Result<Sample, Fault> {
    let before = bench.bed.count().await?;
    let (bed, size) = (Arc::clone(bench.bed), bench.size.min(1_000));
    let mut samples = Vec::new();
    for number in 0..size {
        let (person, record) = bed.at(number)?;
        let row = bed.store.read(move |tx| records::get(tx, person, record)).await?;
        samples.push(row.ok_or_else(|| wrong("a row is missing"))?);
    }
    let (rows, made) = (Arc::new(samples), Arc::new(std::sync::Mutex::new(Vec::new())));
    let keep = Arc::clone(&made);
    let sample = load::clients(clients, Until::Time(bench.time), move |turn| {
        let row = copy(&bed, &rows, turn);
        let (bed, keep) = (Arc::clone(&bed), Arc::clone(&keep));
        async move {
            let row = row?;
            let place = (row.person, row.id);
            bed.store.write(move |tx| records::insert(tx, &row)).await?;
            keep.lock().map_err(|_| wrong("a client ended early"))?.push(place);
            Ok(())
        }
    })
    .await?;
    demand_count("bare rows", bench.bed.count().await? - before, sample.micros.len() as u64)?;
    let made = std::mem::take(&mut *made.lock().map_err(|_| wrong("a client ended early"))?);
    for batch in made.chunks(500) {
        let batch = batch.to_vec();
        let remove = move |tx: &mut seloste_store::Tx| {
            batch.iter().try_for_each(|(person, id)| records::delete(tx, *person, *id).map(drop))
        };
        bench.bed.store.write(remove).await?;
    }
    Ok(sample)
}

fn copy(bed: &Bed, rows: &[RecordRow], turn: u64) -> Result<RecordRow, Fault> {
    let index = scatter(turn).checked_rem(rows.len() as u64).unwrap_or_default();
    let mut row = rows.get(index as usize).cloned().ok_or_else(|| wrong("nobody is there"))?;
    row.id = bed.new_record_id();
    Ok(row)
}
