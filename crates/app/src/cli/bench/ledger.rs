//! B9: the ledger: writing events, bringing them into the signed tree, verifying all of it.

use std::sync::Arc;
use std::time::Instant;

use seloste_kernel::Fault;
use seloste_store::ledger::{self, Entry, PublicKey};

use super::Bench;
use super::bed::{Bed, demand_count, wrong};
use super::disk;
use super::load::{self, Sample, Until};
use super::report::{Better, Durability, Row, Series};

const RATE: (&str, Better) = ("events/s", Better::More);
const CLIENTS: usize = 16;

/// Appends, integrates, verifies.
pub async fn ledger(bench: &Bench<'_>) -> Result<Vec<Row>, Fault> {
    let (mut append, mut integrate) = (Series::of("seloste"), Series::of("seloste"));
    let (mut verify, mut bytes) = (Series::of("seloste"), Series::of("seloste"));
    let mut postgres = bench.peer.map(|peer| (Series::of(&peer.who), Series::of(&peer.who)));
    bench.bed.integrate()?;
    for _ in 0..bench.rounds {
        let known = bench.bed.app.ledger.checkpoint().map_or(0, |last| last.size);
        let sample = appended(bench).await?;
        append.rate(&sample);
        let start = Instant::now();
        let size = bench.bed.integrate()?;
        integrate.value(sample.micros.len() as f64 / start.elapsed().as_secs_f64());
        demand_count("integrated events", size - known, sample.micros.len() as u64)?;
        let start = Instant::now();
        verified(bench.bed, size)?;
        verify.value(size as f64 / start.elapsed().as_secs_f64());
        bytes.value(disk::bytes(&bench.bed.ledger_folder())? as f64 / size.max(1) as f64);
        if let Some((peer, (rate, weight))) = bench.peer.zip(postgres.as_mut()) {
            let (sample, each) = peer.audit(CLIENTS, bench.time)?;
            rate.rate(&sample);
            weight.value(each);
        }
    }
    let (rate, weight) = postgres.unzip();
    let beside = |row: Row, peer: Option<Series>| match peer {
        Some(peer) => row.beside(peer),
        None => row,
    };
    let what = format!("append to the ledger, {CLIENTS} clients");
    let append = Row::of("B9", what, RATE, Durability::Synced, append);
    let less = ("bytes/event", Better::Less);
    let weigh = Row::of("B9", "the ledger on the disk", less, Durability::Nothing, bytes);
    Ok(vec![
        beside(append, rate),
        Row::of("B9", "bring events into the signed tree", RATE, Durability::Synced, integrate),
        Row::of("B9", "verify the whole ledger, one thread", RATE, Durability::Nothing, verify),
        beside(weigh, weight).note(
            "ours holds hashes and proofs of everything; the peer's table proves nothing of itself",
        ),
    ])
}

async fn appended(bench: &Bench<'_>) -> Result<Sample, Fault> {
    let bed = Arc::clone(bench.bed);
    load::clients(CLIENTS, Until::Time(bench.time), move |_| {
        let bed = Arc::clone(&bed);
        let entry = event(&bed);
        async move { bed.store.write(move |tx| ledger::append(tx, &entry)).await }
    })
    .await
}

/// An event such as a look leaves.
fn event(bed: &Bed) -> Entry {
    Entry {
        id: bed.new_entry_id(),
        at_ms: 0,
        actor: "handler".to_owned(),
        actor_ref: [1; 16],
        action: "read".to_owned(),
        purpose: "answer".to_owned(),
        kind: "feedback".to_owned(),
        subject_ref: [2; 16],
        commitment: [3; 32],
        notice_version: 1,
        counts: 1,
    }
}

fn verified(bed: &Bed, size: u64) -> Result<(), Fault> {
    let note = bed.app.ledger.checkpoint().ok_or_else(|| wrong("nothing is signed"))?.note;
    let key: PublicKey = bed.app.ledger.public_key();
    let report = ledger::verify(&bed.ledger_folder(), &key, &[note])
        .map_err(|damages| wrong(&format!("the ledger is damaged: {damages:?}")))?;
    demand_count("verified events", report.size, size)
}
