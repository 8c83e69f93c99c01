//! `seloste bench`: the engine's workloads measured beside peers, in one run.
//!
//! Ours always has everything on: the purpose is checked, every look and change is in the ledger
//! and on disk before it is told, every person's data is sealed under their own key. Contents
//! are compared and rows are counted before a time is told. See `docs/performance.md`.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use seloste_kernel::Fault;

use self::bed::Bed;
use self::postgres::Peer;
use self::probe::Probe;
use self::report::{Report, Row};
use super::Surroundings;
use crate::output::{Ending, Output};

mod bed;
mod disk;
mod ledger;
mod load;
mod memory;
mod person;
mod postgres;
mod probe;
mod reads;
mod report;
mod rights;
mod roles;
mod size;
mod sweep;
mod table;
mod writes;

/// The workloads that there are.
const IDS: [&str; 15] = [
    "B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "B9", "B14", "B15", "B16", "B17", "B18", "B19",
];

/// Opens everything anew, so it comes last.
const LAST: &str = "B16";

/// Where PostgreSQL is: a connection URL. It must be one that may be measured and written to.
const POSTGRES: &str = "SELOSTE_TEST_PG";

/// Arguments of `bench`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The workloads; all when none is named.
    #[arg(value_name = "ID", ignore_case = true,
        value_parser = PossibleValuesParser::new(IDS).map(|id| id.to_uppercase()))]
    ids: Vec<String>,
    /// Measured in the same run beside plain reads and writes: PostgreSQL at SELOSTE_TEST_PG.
    #[arg(long, value_enum)]
    peer: Option<Named>,
    /// Where ours keeps its records.
    #[arg(long, value_enum, default_value_t = Kept::Sqlite)]
    engine: Kept,
    /// How many records, each of another person, lie there before anything is measured.
    #[arg(long, default_value_t = 20_000, value_parser = clap::value_parser!(u64).range(100..=10_000_000))]
    size: u64,
    /// How long one contender works in one round, in seconds.
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u64).range(1..=600))]
    seconds: u64,
    /// How many rounds; the contenders take turns within each.
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u64).range(1..=99))]
    rounds: u64,
    /// On which disk: a folder for what is written, which is removed afterwards.
    #[arg(long)]
    folder: Option<PathBuf>,
    /// Puts the figures into this Markdown document, too, between its marks.
    #[arg(long, value_name = "FILE")]
    into: Option<PathBuf>,
}

/// A peer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Named {
    /// PostgreSQL with pgcrypto and an audit table, driven by pgbench.
    Postgres,
}

/// Where ours keeps its records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Kept {
    /// The embedded database.
    Sqlite,
    /// A schema of its own at SELOSTE_TEST_PG.
    Postgres,
}

impl Args {
    fn wants(&self, id: &str) -> bool {
        self.ids.is_empty() || self.ids.iter().any(|wanted| wanted == id)
    }
}

/// What every workload is given.
struct Bench<'a> {
    bed: &'a Arc<Bed>,
    peer: Option<&'a Peer>,
    rounds: u64,
    time: Duration,
    size: u64,
}

pub(super) async fn run(
    args: &Args,
    around: &Surroundings,
    output: &mut Output,
) -> Result<Ending, Fault> {
    let document = args.into.as_deref().map(table::Document::open).transpose()?;
    let ground = disk::Ground::new(args.folder.as_deref(), &*around.random)?;
    let bed = Arc::new(Bed::new(ground, around, args.engine == Kept::Postgres).await?);
    let mut report = Report::new(args, bed.engine_name(), bed.folder())?;
    let progress = indicatif::ProgressBar::new_spinner();
    progress.enable_steady_tick(Duration::from_millis(200));
    progress.set_message("records");
    bed.people(args.size).await?;
    let peer = match args.peer {
        Some(Named::Postgres) => Some(Peer::new(bed.folder(), args.size)?),
        None => None,
    };
    let bench = Bench {
        bed: &bed,
        peer: peer.as_ref(),
        rounds: args.rounds,
        time: Duration::from_secs(args.seconds),
        size: args.size,
    };
    for id in IDS {
        if id == LAST || !args.wants(id) {
            continue;
        }
        progress.set_message(id);
        let before = Probe::take(bed.folder())?;
        let rows = bench.workload(id, around).await?;
        report.add(rows, before, Probe::take(bed.folder())?);
    }
    if args.wants(LAST) {
        progress.set_message(LAST);
        let before = Probe::take(bed.folder())?;
        let bed = Arc::into_inner(bed).ok_or_else(|| Fault::internal("work is left over"))?;
        let (rows, bed) = size::cold_start(bed, args.rounds, args.size).await?;
        report.add(rows, before, Probe::take(bed.folder())?);
    }
    progress.finish_and_clear();
    if let Some(document) = document {
        document.write(&report, around.clock.now())?;
    }
    report.tell(output)?;
    Ok(Ending::Ok)
}

impl Bench<'_> {
    async fn workload(&self, id: &str, around: &Surroundings) -> Result<Vec<Row>, Fault> {
        match id {
            "B1" => reads::checked_reads(self).await,
            "B2" => writes::creates(self).await,
            "B3" => roles::roles(self).await,
            "B4" => Ok([reads::tax(self).await?, writes::tax(self).await?].concat()),
            "B5" => rights::packages(self).await,
            "B6" => rights::erasures(self).await,
            "B7" => sweep::sweeps(self).await,
            "B8" => rights::restrictions(self).await,
            "B9" => ledger::ledger(self).await,
            "B14" => size::growth(self, around).await,
            "B15" => size::space(self, around).await,
            "B17" => person::first_views(self, around).await,
            "B18" => person::erasures(self, around).await,
            "B19" => person::packages(self, around).await,
            _ => Ok(Vec::new()),
        }
    }
}
