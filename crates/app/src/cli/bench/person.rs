//! B17, B18 and B19: what one person sees, erases and takes along, and whether it matters how much
//! of others lies beside it.

use std::fs::File;
use std::io::Read;
use std::sync::Arc;
use std::time::Instant;

use seloste_kernel::{Fault, Lang, PersonId};
use seloste_register::Action;
use seloste_web::{Ctx, Kit};
use zip::ZipArchive;

use super::bed::{Bed, demand_count, message, wrong};
use super::disk::Ground;
use super::load::{self, Sample, Until};
use super::report::{Better, Durability, Row, Series};
use super::{Bench, Surroundings, memory, rights};
use crate::app::App;
use crate::services::rights::{first_view, package};

const MILLIS: (&str, Better) = ("ms", Better::Less);
const MEGABYTES: (&str, Better) = ("MB", Better::Less);
/// A small register, beside which one of the run's size is measured.
const LITTLE: u64 = 1_000;
/// Records of the person who is looked at.
const RECORDS: u64 = 10;
/// People whom one round erases.
const PEOPLE: u64 = 40;
/// Items of a large package, as far as the size of the run allows, and of one beside it.
const ITEMS: u64 = 10_000;
const TENTH: u64 = 10;

/// The longest page that is read.
const PAGE_BYTES: usize = 4 << 20;

/// A small register in the same run, on the same disk.
async fn little(bench: &Bench<'_>, around: &Surroundings) -> Result<Arc<Bed>, Fault> {
    let ground = Ground::new(bench.bed.folder().parent(), &*around.random)?;
    let bed = Arc::new(Bed::new(ground, around, !bench.bed.is_embedded()).await?);
    bed.people(LITTLE.min(bench.size)).await?;
    Ok(bed)
}

fn beside(
    id: &'static str,
    what: String,
    [ours, small]: [Series; 2],
    records: [u64; 2],
) -> Vec<Row> {
    let what = format!("{what}, among {} records", records[0]);
    let row = Row::of(id, what, MILLIS, Durability::Synced, ours).beside(small);
    vec![row.note("a ratio of 1: what lies beside it does not matter")]
}

fn pair(small: u64) -> [Series; 2] {
    [Series::of("seloste"), Series::of(format!("among {small} records"))]
}

/// The first view of one's own page: all that the page asks of the engine, and its text.
pub async fn first_views(bench: &Bench<'_>, around: &Surroundings) -> Result<Vec<Row>, Fault> {
    let small = little(bench, around).await?;
    let records = [bench.size, small.known()];
    let beds = [bench.bed, &small];
    let mut people = Vec::new();
    for bed in beds {
        people.push((Arc::clone(bed), words(&bed.app)?, bed.person_with(RECORDS).await?));
    }
    let mut series = pair(records[1]);
    for _ in 0..bench.rounds {
        for ((bed, ctx, person), series) in people.iter().zip(&mut series) {
            series.millis(&viewed(bench, bed, ctx, *person).await?);
        }
    }
    Ok(beside("B17", format!("the own page of a person of {RECORDS} records"), series, records))
}

/// What a page is written with: the words, and no request.
fn words(app: &App) -> Result<Ctx, Fault> {
    let mut settings =
        seloste_web::Settings::new(app.base(), Arc::clone(&app.clock), Arc::clone(&app.random));
    settings.words = vec![crate::words::shared()];
    Ok(Ctx::aside(&Kit::new(settings)?, Lang::Fi))
}

async fn viewed(
    bench: &Bench<'_>,
    bed: &Arc<Bed>,
    ctx: &Ctx,
    person: PersonId,
) -> Result<Sample, Fault> {
    let (bed, ctx) = (Arc::clone(bed), ctx.clone());
    let client = Arc::clone(&bed);
    let sample = load::clients(1, Until::Time(bench.time), move |_| {
        let (bed, ctx) = (Arc::clone(&client), ctx.clone());
        async move { view(&bed, &ctx, person).await }
    })
    .await?;
    bed.integrate()?;
    Ok(sample)
}

/// The page with all of the person's records on it.
async fn view(bed: &Bed, ctx: &Ctx, person: PersonId) -> Result<(), Fault> {
    let page = first_view(ctx, &bed.app, person).await.map_err(|_| wrong("no own page"))?;
    let page = axum::body::to_bytes(page.into_body(), PAGE_BYTES).await.map_err(Fault::internal)?;
    let page = String::from_utf8_lossy(&page);
    demand_count("records on a page", page.matches(&message(0)).count() as u64, RECORDS)
}

/// Erasing one person until it is acknowledged.
pub async fn erasures(bench: &Bench<'_>, around: &Surroundings) -> Result<Vec<Row>, Fault> {
    let small = little(bench, around).await?;
    let records = [bench.size, small.known()];
    let mut series = pair(records[1]);
    for _ in 0..bench.rounds {
        for (bed, series) in [bench.bed, &small].into_iter().zip(&mut series) {
            let mut doomed = Vec::new();
            for _ in 0..PEOPLE {
                doomed.push(bed.person_with(RECORDS).await?);
            }
            series.millis(&erased(bed, doomed).await?);
        }
    }
    Ok(beside("B18", format!("erase a person of {RECORDS} records"), series, records))
}

async fn erased(bed: &Arc<Bed>, doomed: Vec<PersonId>) -> Result<Sample, Fault> {
    let (count, doomed, client) = (doomed.len() as u64, Arc::new(doomed), Arc::clone(bed));
    let sample = load::clients(1, Until::Count(count), move |turn| {
        let (bed, person) = (Arc::clone(&client), doomed.get(turn as usize).copied());
        async move {
            rights::erase(&bed, person.ok_or_else(|| wrong("nobody is there"))?, RECORDS).await
        }
    })
    .await?;
    bed.integrate()?;
    Ok(sample)
}

/// The package of everything held on a person of many records, and of one of a tenth.
pub async fn packages(bench: &Bench<'_>, around: &Surroundings) -> Result<Vec<Row>, Fault> {
    let ground = Ground::new(bench.bed.folder().parent(), &*around.random)?;
    let bed = Arc::new(Bed::new(ground, around, !bench.bed.is_embedded()).await?);
    let items = ITEMS.min(bench.size);
    let counts = [items, items / TENTH];
    let [mut time, mut peak] = [(); 2].map(|()| counts.map(|count| Series::of(of(count))));
    let people = [bed.person_with(counts[0]).await?, bed.person_with(counts[1]).await?];
    for _ in 0..bench.rounds {
        for (place, (person, count)) in people.into_iter().zip(counts).enumerate() {
            let (millis, bytes) = written(&bed, person, count).await?;
            if let (Some(time), Some(peak)) = (time.get_mut(place), peak.get_mut(place)) {
                time.value(millis);
                bytes.into_iter().for_each(|bytes| peak.value(bytes as f64 / 1e6));
            }
        }
    }
    let row = |what: &str, unit, [large, small]: [Series; 2]| {
        let what = format!("{what} of {items} items");
        Row::of("B19", what, unit, Durability::Synced, large).beside(small)
    };
    let mut rows =
        vec![row("write the package", MILLIS, time).note(
            "in three languages, with pages, tables and JSON, signed; then read and verified",
        )];
    if peak.iter().all(|series| !series.rounds.is_empty()) {
        rows.push(
            row("memory beyond what was held before the package", MEGABYTES, peak)
                .note("a ratio of 0.1 would mean that it grows with the package"),
        );
    }
    Ok(rows)
}

fn of(count: u64) -> String {
    format!("of {count} items")
}

/// Writes a package and verifies it: how long the writing took, and how much more memory the process
/// held at its highest.
async fn written(
    bed: &Arc<Bed>,
    person: PersonId,
    count: u64,
) -> Result<(f64, Option<u64>), Fault> {
    let path = bed.folder().join("package.zip");
    let file = package::archive::private(&path).map_err(crate::files::unwritable(&path))?;
    let access = bed.own(person, Action::Export)?;
    let told = memory::forget_peak();
    let (before, start) = (memory::held(), Instant::now());
    let out = (package::archive::Out::Plain(file), bed.folder());
    drop(package::pack(&bed.app, &access, person, Lang::Fi, out).await?);
    let millis = start.elapsed().as_secs_f64() * 1e3;
    let grown = before.zip(memory::held()).map(|((held, _), (_, peak))| peak.saturating_sub(held));
    bed.integrate()?;
    checked(&path, count)?;
    std::fs::remove_file(&path).map_err(crate::files::unwritable(&path))?;
    Ok((millis, grown.filter(|_| told)))
}

/// Demands that the package is whole and signed, and that it has all items.
fn checked(path: &std::path::Path, count: u64) -> Result<(), Fault> {
    let open = || File::open(path).map_err(crate::files::unreadable(path));
    package::verify::verify(open()?, None)
        .map_err(|damages| wrong(&format!("the package is damaged: {damages:?}")))?;
    let mut zip = ZipArchive::new(open()?).map_err(Fault::internal)?;
    let mut table = String::new();
    let mut entry = zip.by_name("csv/feedback.csv").map_err(Fault::internal)?;
    entry.read_to_string(&mut table).map_err(Fault::internal)?;
    // The first line has the names of the columns.
    demand_count("items in a package", table.lines().count() as u64, count + 1)
}
