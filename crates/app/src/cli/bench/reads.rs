//! B1 and the reading half of B4: opening one record.

use std::sync::Arc;

use seloste_kernel::Fault;
use seloste_register::{Access, Action};
use seloste_store::tables::records;

use super::Bench;
use super::bed::{Bed, compare, demand_count, wrong};
use super::load::{self, Sample, Until, scatter};
use super::report::{Better, Durability, Row, Series};

const RATE: (&str, Better) = ("reads/s", Better::More);

/// Purpose-checked, decrypted reads whose ledger entry is on disk before the answer.
pub async fn checked_reads(bench: &Bench<'_>) -> Result<Vec<Row>, Fault> {
    let mut rows = Vec::new();
    for clients in [1, 16] {
        let (mut ours, mut plain) = (Series::of("seloste"), Series::of(PLAIN));
        let mut postgres = bench.peer.map(|peer| Series::of(&peer.who));
        for _ in 0..bench.rounds {
            ours.rate(&opened(bench, clients).await?);
            plain.rate(&looked_up(bench, clients).await?);
            if let Some((peer, series)) = bench.peer.zip(postgres.as_mut()) {
                series.rate(&peer.read(clients, bench.time)?);
            }
        }
        let what = format!("read one record, {}", told(clients));
        let row = |class| Row::of("B1", &what, RATE, class, ours.clone());
        rows.push(row(Durability::OursOnly).beside(plain).note(UNEQUAL));
        if let Some(postgres) = postgres {
            rows.push(row(Durability::Synced).beside(postgres).note(BY_SOCKET));
        }
    }
    Ok(rows)
}

/// What everything on costs: the engine's read beside the same row left sealed.
pub async fn tax(bench: &Bench<'_>) -> Result<Vec<Row>, Fault> {
    let (mut on, mut off) = (Series::of("everything on"), Series::of(PLAIN));
    for _ in 0..bench.rounds {
        on.rate(&opened(bench, 16).await?);
        off.rate(&looked_up(bench, 16).await?);
    }
    let row =
        Row::of("B4", "read, everything on and off, 16 clients", RATE, Durability::OursOnly, on);
    Ok(vec![row.beside(off).note(UNEQUAL)])
}

const PLAIN: &str = "plain row read, same table";
const UNEQUAL: &str =
    "the plain read checks nothing, opens nothing and writes nothing: it is the floor, no rival";

/// The peer's price that ours does not pay.
pub const BY_SOCKET: &str =
    "ours is called in process; PostgreSQL by pgbench over a socket, unauthenticated AES-CBC";

/// How many clients, in words.
pub fn told(clients: usize) -> String {
    format!("{clients} client{}", if clients == 1 { "" } else { "s" })
}

async fn opened(bench: &Bench<'_>, clients: usize) -> Result<Sample, Fault> {
    let before = bench.bed.integrate()?;
    let access = Arc::new(bench.bed.handler(Action::Read)?);
    let sample = reading(bench, &access, clients).await?;
    // One entry for every record opened: a look that left no trace would be no work.
    let looked = bench.bed.integrate()? - before;
    demand_count("ledger entries of reads", looked, sample.micros.len() as u64)?;
    Ok(sample)
}

async fn reading(bench: &Bench<'_>, access: &Arc<Access>, clients: usize) -> Result<Sample, Fault> {
    let (bed, access, size) = (Arc::clone(bench.bed), Arc::clone(access), bench.size);
    load::clients(clients, Until::Time(bench.time), move |turn| {
        let (bed, access, number) = (Arc::clone(&bed), Arc::clone(&access), scatter(turn) % size);
        async move { open_one(&bed, &access, number).await }
    })
    .await
}

/// Opens the record of this number and compares what it says.
pub async fn open_one(bed: &Bed, access: &Access, number: u64) -> Result<(), Fault> {
    let (_, record) = bed.at(number)?;
    compare(&bed.engine.read(access, record).await?, number)
}

/// The same row by its key, on the same threads, left sealed.
pub async fn looked_up(bench: &Bench<'_>, clients: usize) -> Result<Sample, Fault> {
    let (bed, size) = (Arc::clone(bench.bed), bench.size);
    load::clients(clients, Until::Time(bench.time), move |turn| {
        let (bed, number) = (Arc::clone(&bed), scatter(turn) % size);
        async move { look_up(&bed, number).await }
    })
    .await
}

async fn look_up(bed: &Bed, number: u64) -> Result<(), Fault> {
    let (person, record) = bed.at(number)?;
    let row = bed.store.read(move |tx| records::get(tx, person, record)).await?;
    match row {
        Some(row) if row.id == record && row.person == person => Ok(()),
        _ => Err(wrong("a row is missing")),
    }
}
