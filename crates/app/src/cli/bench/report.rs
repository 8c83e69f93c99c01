//! What a run found: for people as a table, for programs as JSON.

use std::path::Path;

use seloste_kernel::Fault;
use serde::Serialize;

use super::Args;
use super::bed;
use super::load::{Sample, quantile};
use super::probe::Probe;
use crate::output::Output;
use crate::words::{say, say_with};

/// Above this a wait for the disk tells of the machine's load, not of its disk: the scheduler
/// comes round every 4 ms.
const LOADED_SYNC_US: f64 = 1_000.0;
/// Below this somebody else was using the processors.
const LOADED_IDLE: f64 = 0.8;

/// Whether more is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Better {
    /// Rates.
    More,
    /// Times and sizes.
    Less,
}

/// What is acknowledged when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Durability {
    /// Acknowledged after the write, or the look's ledger entry, was synced.
    #[serde(rename = "D")]
    Synced,
    /// Nothing is written.
    #[serde(rename = "none")]
    Nothing,
    /// Ours waits for the disk, the peer writes nothing.
    #[serde(rename = "D/none")]
    OursOnly,
}

impl Durability {
    /// The class in one word.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Synced => "D",
            Self::Nothing => "-",
            Self::OursOnly => "D/-",
        }
    }
}

/// One contender over all rounds.
#[derive(Debug, Clone, Serialize)]
pub struct Series {
    /// Who and how.
    pub who: String,
    /// Half of the rounds were below.
    pub median: f64,
    /// A quarter of the rounds was below.
    pub lower: f64,
    /// Three quarters of the rounds were below.
    pub upper: f64,
    /// Each round.
    pub rounds: Vec<f64>,
    /// How many pieces of work were measured one by one.
    pub samples: usize,
    /// Half of the pieces took no longer, in microseconds.
    pub p50_us: Option<f64>,
    /// 99 of 100 pieces took no longer, in microseconds; nothing below 100 pieces.
    pub p99_us: Option<f64>,
    #[serde(skip)]
    micros: Vec<f64>,
}

impl Series {
    /// Nothing measured yet.
    pub fn of(who: impl Into<String>) -> Self {
        Self {
            who: who.into(),
            median: 0.0,
            lower: 0.0,
            upper: 0.0,
            rounds: Vec::new(),
            samples: 0,
            p50_us: None,
            p99_us: None,
            micros: Vec::new(),
        }
    }

    /// A round whose result is its rate.
    pub fn rate(&mut self, sample: &Sample) {
        self.value(sample.rate());
        self.times(sample);
    }

    /// A round whose result is the middle of its times, in milliseconds.
    pub fn millis(&mut self, sample: &Sample) {
        self.value(sample.at(0.5) / 1e3);
        self.times(sample);
    }

    /// A round of one value.
    pub fn value(&mut self, value: f64) {
        self.rounds.push(value);
        let mut sorted = self.rounds.clone();
        sorted.sort_by(f64::total_cmp);
        [self.lower, self.median, self.upper] =
            [0.25, 0.5, 0.75].map(|share| quantile(&sorted, share));
    }

    fn times(&mut self, sample: &Sample) {
        self.micros.extend(&sample.micros);
        self.micros.sort_by(f64::total_cmp);
        self.samples = self.micros.len();
        self.p50_us = Some(quantile(&self.micros, 0.5));
        self.p99_us = (self.samples >= 100).then(|| quantile(&self.micros, 0.99));
    }
}

/// One workload beside one peer.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    /// The workload.
    pub id: &'static str,
    /// What is done.
    pub what: String,
    /// Of what the values are.
    pub unit: &'static str,
    /// Which values are better.
    pub better: Better,
    /// When it is acknowledged.
    pub durability: Durability,
    /// Seloste.
    pub ours: Series,
    /// Somebody else, or a part of ours alone.
    pub peer: Option<Series>,
    /// How many times better ours is than the peer: above 1 ours is better.
    pub ratio: Option<f64>,
    /// What one must know to read the row.
    pub notes: Vec<String>,
}

impl Row {
    /// Ours, beside nobody yet.
    pub fn of(
        id: &'static str,
        what: impl Into<String>,
        (unit, better): (&'static str, Better),
        durability: Durability,
        ours: Series,
    ) -> Self {
        let (what, notes) = (what.into(), Vec::new());
        Self { id, what, unit, better, durability, ours, peer: None, ratio: None, notes }
    }

    /// Puts a peer beside it.
    pub fn beside(mut self, peer: Series) -> Self {
        let (ours, theirs) = (self.ours.median, peer.median);
        let (better, worse) = match self.better {
            Better::More => (ours, theirs),
            Better::Less => (theirs, ours),
        };
        self.ratio = (worse > 0.0).then(|| better / worse);
        self.peer = Some(peer);
        self
    }

    /// Adds what one must know.
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }
}

/// One workload's rows with what the machine could do meanwhile.
#[derive(Serialize)]
pub(super) struct Workload {
    before: Probe,
    after: Probe,
    /// Whether the probes tell of somebody else at work: then the figures say little.
    pub(super) loaded: bool,
    pub(super) rows: Vec<Row>,
}

/// A whole run.
#[derive(Serialize)]
pub struct Report {
    version: &'static str,
    /// Whether the program was built for speed; if not, no figure means anything.
    optimised: bool,
    pub(super) engine: &'static str,
    pub(super) size: u64,
    pub(super) rounds: u64,
    pub(super) seconds: u64,
    personal_bytes_per_record: u64,
    pub(super) processors: usize,
    folder: String,
    pub(super) workloads: Vec<Workload>,
}

impl Report {
    /// An empty report of a run with these arguments.
    pub fn new(args: &Args, engine: &'static str, folder: &Path) -> Result<Self, Fault> {
        Ok(Self {
            version: env!("CARGO_PKG_VERSION"),
            optimised: !cfg!(debug_assertions),
            engine,
            size: args.size,
            rounds: args.rounds,
            seconds: args.seconds,
            personal_bytes_per_record: bed::personal_bytes(),
            processors: std::thread::available_parallelism().map_err(Fault::internal)?.get(),
            folder: folder.display().to_string(),
            workloads: Vec::new(),
        })
    }

    /// Adds a workload's rows with what the machine could do before and after.
    pub fn add(&mut self, rows: Vec<Row>, before: Probe, after: Probe) {
        let loaded = [before, after].iter().any(|probe| {
            probe.sync_p50_us > LOADED_SYNC_US || probe.idle.is_some_and(|idle| idle < LOADED_IDLE)
        });
        self.workloads.push(Workload { before, after, loaded, rows });
    }

    /// Tells it.
    pub fn tell(&self, output: &mut Output) -> Result<(), Fault> {
        if output.is_json() {
            return output.json(self);
        }
        let facts = [
            ("engine", self.engine.to_owned()),
            ("size", self.size.to_string()),
            ("rounds", self.rounds.to_string()),
            ("seconds", self.seconds.to_string()),
            ("processors", self.processors.to_string()),
        ];
        output.line(say_with(output.lang, "bench-title", &facts));
        if !self.optimised {
            output.line(say(output.lang, "bench-not-optimised"));
        }
        for workload in &self.workloads {
            workload.tell(output);
        }
        output.line("");
        output.line(say(output.lang, "bench-legend"));
        output.line(say(output.lang, "bench-legend-classes"));
        Ok(())
    }
}

impl Workload {
    fn tell(&self, output: &mut Output) {
        let share = self.before.idle.unwrap_or(1.0).min(self.after.idle.unwrap_or(1.0));
        let facts = [
            ("sync", format!("{:.0}", self.before.sync_p50_us.max(self.after.sync_p50_us))),
            ("slow", format!("{:.0}", self.before.sync_p99_us.max(self.after.sync_p99_us))),
            ("idle", format!("{:.0}", share * 100.0)),
        ];
        output.line("");
        output.line(say_with(output.lang, "bench-probe", &facts));
        if self.loaded {
            output.line(say(output.lang, "bench-loaded"));
        }
        for row in &self.rows {
            let ratio = row.ratio.map_or_else(String::new, |ratio| format!("{ratio:.2} x"));
            let head = format!("{:<4}{} [{}]", row.id, row.what, row.durability.word());
            output.line(format!("{head:<72} {ratio:>9}"));
            for series in std::iter::once(&row.ours).chain(&row.peer) {
                output.line(format!("    {}", line(series, row.unit)));
            }
            for note in &row.notes {
                output.line(format!("      {note}"));
            }
        }
    }
}

fn line(series: &Series, unit: &str) -> String {
    let Series { who, median, lower, upper, .. } = series;
    let [median, lower, upper] = [median, lower, upper].map(|value| short(*value));
    let time = |name: &str, micros: Option<f64>| {
        micros.map_or_else(String::new, |micros| format!("  {name} {} ms", short(micros / 1e3)))
    };
    let (p50, p99) = (time("p50", series.p50_us), time("p99", series.p99_us));
    format!("{who:<36} {median:>9} {unit} ({lower}–{upper}){p50}{p99}")
}

/// Three digits that count.
pub(super) fn short(value: f64) -> String {
    match value.abs() {
        large if large >= 100.0 => format!("{value:.0}"),
        middle if middle >= 10.0 => format!("{value:.1}"),
        small if small >= 1.0 => format!("{value:.2}"),
        _ => format!("{value:.3}"),
    }
}
