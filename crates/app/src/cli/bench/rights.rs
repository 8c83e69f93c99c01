//! B5, B6 and B8: what a person may demand: a copy of everything, erasure, restriction.

use std::sync::Arc;
use std::time::Instant;

use seloste_kernel::{Fault, FaultKind, PersonId};
use seloste_register::{Action, RestrictionGround, Why};
use seloste_store::tables::records;

use super::Bench;
use super::bed::{Bed, compare, demand_count, wrong};
use super::disk::holding;
use super::load::{self, Sample, Until};
use super::reads::BY_SOCKET;
use super::report::{Better, Durability, Row, Series};

const MILLIS: (&str, Better) = ("ms", Better::Less);
/// How many people with few records, and with many, one round erases.
const FEW: (u64, u64) = (10, 40);
const MANY_PEOPLE: u64 = 4;
/// The many records of one person, as far as the size of the run allows.
const MANY: u64 = 1_000;
/// So many bytes of a sealed body are looked for on the disk.
const NEEDLE: usize = 32;

fn cardinalities(bench: &Bench<'_>) -> [(u64, u64); 2] {
    [FEW, (MANY.min(bench.size / 4), MANY_PEOPLE)]
}

/// Everything held on one person, decrypted, each look in the ledger.
pub async fn packages(bench: &Bench<'_>) -> Result<Vec<Row>, Fault> {
    let mut rows = Vec::new();
    for (count, _) in cardinalities(bench) {
        let person = bench.bed.person_with(count).await?;
        let mut ours = Series::of("seloste");
        let mut postgres = bench.peer.map(|peer| Series::of(&peer.who));
        for _ in 0..bench.rounds {
            ours.millis(&packed(bench, person, count).await?);
            if let Some((peer, series)) = bench.peer.zip(postgres.as_mut()) {
                series.millis(&peer.package(count, bench.time)?);
            }
        }
        let what = format!("everything on a person, {count} records");
        let row = with(Row::of("B5", what, MILLIS, Durability::Synced, ours), postgres);
        rows.push(row.note(
            "ours leaves one ledger entry that commits to all records, the peer an audit row each",
        ));
    }
    Ok(rows)
}

fn with(row: Row, postgres: Option<Series>) -> Row {
    match postgres {
        Some(postgres) => row.beside(postgres).note(BY_SOCKET),
        None => row,
    }
}

/// One client asking again and again for everything on one person.
pub async fn packed(bench: &Bench<'_>, person: PersonId, count: u64) -> Result<Sample, Fault> {
    let bed = Arc::clone(bench.bed);
    let sample = load::clients(1, Until::Time(bench.time), move |_| {
        let bed = Arc::clone(&bed);
        async move { pack(&bed, person, count).await }
    })
    .await?;
    bench.bed.integrate()?;
    Ok(sample)
}

async fn pack(bed: &Bed, person: PersonId, count: u64) -> Result<(), Fault> {
    let access = bed.own(person, Action::Export)?;
    let all = bed.engine.all_of(&access, person).await?;
    demand_count("records in a package", all.len() as u64, count)?;
    all.iter().try_for_each(|opened| compare(opened, 0))
}

/// Erasing a person: until it is acknowledged, and until nothing lies on the disk.
pub async fn erasures(bench: &Bench<'_>) -> Result<Vec<Row>, Fault> {
    let mut rows = Vec::new();
    for (count, people) in cardinalities(bench) {
        let (mut ours, mut gone) = (Series::of("seloste"), Series::of("seloste, with scrub"));
        let mut postgres = bench.peer.map(|peer| Series::of(&peer.who));
        for _ in 0..bench.rounds {
            let (sample, millis) = erased(bench, people, count).await?;
            ours.millis(&sample);
            gone.value(millis);
            if let Some((peer, series)) = bench.peer.zip(postgres.as_mut()) {
                series.millis(&peer.erase(people, count)?);
            }
        }
        let what = format!("erase a person of {count} records");
        let row = with(Row::of("B6", what, MILLIS, Durability::Synced, ours), postgres);
        rows.push(row.note(
            "ours also destroys the key in both copies and lists it for restores; PostgreSQL's \
             deleted bytes stay until VACUUM",
        ));
        let what = format!("the same, until no byte of {people} such people is found");
        rows.push(Row::of("B6", what, MILLIS, Durability::Synced, gone).note(if bench.bed.is_embedded() {
            "the last acknowledgement, then the database written anew; a piece of each sealed body \
             was found in the files before and is not there after"
        } else {
            "the last acknowledgement, then VACUUM FULL; the server's own log is not looked into"
        }));
    }
    Ok(rows)
}

/// Erases people one after the other; also how long it took after that until their sealed bodies
/// were not in any file.
async fn erased(bench: &Bench<'_>, people: u64, count: u64) -> Result<(Sample, f64), Fault> {
    let (bed, mut doomed) = (bench.bed, Vec::new());
    for _ in 0..people {
        doomed.push(bed.person_with(count).await?);
    }
    let needles = needles(bed, &doomed).await?;
    let data = bed.folder().join("data");
    let found = |wanted: usize| -> Result<(), Fault> {
        for needle in needles.iter().filter(|_| bed.is_embedded()) {
            if (holding(&data, needle)? > 0) != (wanted > 0) {
                return Err(wrong("a sealed body is, or is not, in the files against expectation"));
            }
        }
        Ok(())
    };
    found(1)?;
    let (list, client) = (Arc::new(doomed), Arc::clone(bed));
    let sample = load::clients(1, Until::Count(people), move |turn| {
        let (bed, list) = (Arc::clone(&client), Arc::clone(&list));
        async move {
            let person =
                list.get(turn as usize).copied().ok_or_else(|| wrong("nobody is there"))?;
            erase(&bed, person, count).await
        }
    })
    .await?;
    let start = Instant::now();
    let scrubbing = Arc::clone(bed);
    tokio::task::spawn_blocking(move || scrubbing.engine.scrub())
        .await
        .map_err(Fault::internal)??;
    let millis = start.elapsed().as_secs_f64() * 1e3 + sample.at(1.0) / 1e3;
    found(0)?;
    bed.integrate()?;
    Ok((sample, millis))
}

/// Erases somebody of so many records, and counts what went.
pub async fn erase(bed: &Bed, person: PersonId, count: u64) -> Result<(), Fault> {
    let access = bed.own(person, Action::Erase)?;
    let plan = bed.engine.plan_person(&access, person, Why::Request).await?;
    let erased = bed.engine.erase(&access, &plan).await?;
    demand_count("erased records", erased.removed as u64, count)?;
    demand_count("erased persons", erased.persons as u64, 1)
}

/// A piece of one sealed body of each.
async fn needles(bed: &Bed, people: &[PersonId]) -> Result<Vec<Vec<u8>>, Fault> {
    let mut needles = Vec::new();
    for person in people.iter().copied() {
        let rows = bed.store.read(move |tx| records::of_person(tx, person, None, 1)).await?;
        let row = rows.first().ok_or_else(|| wrong("a row is missing"))?;
        let bytes = row.body.as_bytes();
        let middle = bytes.len() / 2;
        let needle = bytes.get(middle..middle + NEEDLE);
        needles.push(needle.ok_or_else(|| wrong("a body is short"))?.to_vec());
    }
    Ok(needles)
}

/// Restriction: how long until it is acknowledged; from then on no read gets through.
pub async fn restrictions(bench: &Bench<'_>) -> Result<Vec<Row>, Fault> {
    let mut ours = Series::of("seloste");
    for _ in 0..bench.rounds {
        let mut people = Vec::new();
        for _ in 0..FEW.1 {
            people.push(bench.bed.collect(seloste_register::Owner::New, 0, None).await?);
        }
        let (people, bed) = (Arc::new(people), Arc::clone(bench.bed));
        let sample = load::clients(1, Until::Count(FEW.1), {
            let (people, bed) = (Arc::clone(&people), Arc::clone(&bed));
            move |turn| {
                let (bed, place) = (Arc::clone(&bed), people.get(turn as usize).copied());
                async move {
                    let (person, _) = place.ok_or_else(|| wrong("nobody is there"))?;
                    let access = bed.own(person, Action::Amend)?;
                    bed.engine.restrict(&access, person, None, RestrictionGround::Accuracy).await
                }
            }
        })
        .await?;
        let access = bed.handler(Action::Read)?;
        for (_, record) in people.iter() {
            match bed.engine.read(&access, *record).await {
                Err(fault) if fault.kind() == FaultKind::Restricted => {}
                _ => return Err(wrong("a restricted record was read")),
            }
        }
        ours.millis(&sample);
    }
    let what = "restrict a person; 0 stale reads after it";
    Ok(vec![Row::of("B8", what, MILLIS, Durability::Synced, ours)])
}
