//! The figures of a run as a Markdown table, put between two marks of a document.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use seloste_kernel::{Fault, FaultKind, Timestamp};

use super::report::{Report, Row, Series, short};
use crate::files;

const BEGIN: &str = "<!-- figures -->";
const END: &str = "<!-- end of figures -->";

/// A document with a place for figures.
pub struct Document {
    path: PathBuf,
    before: String,
    after: String,
}

impl Document {
    /// Reads the document: before the measuring, so that no run is lost for want of a place.
    ///
    /// # Errors
    /// `Environment` when it cannot be read or lacks the marks.
    pub fn open(path: &Path) -> Result<Self, Fault> {
        let fault =
            |key| Fault::new(FaultKind::Environment, key).with("file", path.display().to_string());
        let text = std::fs::read_to_string(path)
            .map_err(|error| fault("fault-file-unreadable").because(error))?;
        let parts = text
            .split_once(BEGIN)
            .and_then(|(before, rest)| Some((before, rest.split_once(END)?.1)));
        let (before, after) = parts
            .ok_or_else(|| fault("fault-bench-marks").with("begin", BEGIN).with("end", END))?;
        Ok(Self { path: path.to_owned(), before: before.to_owned(), after: after.to_owned() })
    }

    /// Puts the figures in the place of those that were there.
    ///
    /// # Errors
    /// `Environment` when the document cannot be written.
    pub fn write(&self, report: &Report, at: Timestamp) -> Result<(), Fault> {
        let Self { path, before, after } = self;
        let text = format!("{before}{BEGIN}\n{}{END}{after}", markdown(report, at));
        std::fs::write(path, text).map_err(files::unwritable(path))
    }
}

fn markdown(report: &Report, at: Timestamp) -> String {
    let mut text = String::new();
    let day = at.strftime("%Y-%m-%d");
    let Report { engine, size, rounds, seconds, processors, .. } = report;
    // Writing into a text never fails.
    let _ = writeln!(
        text,
        "Measured on {day}: {engine}, {size} records to begin with, {rounds} rounds of {seconds} s, \
         {processors} processors.\n\n\
         | | Work | Class | Seloste | Beside it | Ratio |\n|---|---|---|---|---|---:|"
    );
    for workload in &report.workloads {
        let mark = if workload.loaded { "†" } else { "" };
        for row in &workload.rows {
            let _ = writeln!(text, "{}", line(row, mark));
        }
    }
    if report.workloads.iter().any(|workload| workload.loaded) {
        text.push_str("\n† Other programs were at work beside it: a hint only.\n");
    }
    text
}

fn line(row: &Row, mark: &str) -> String {
    let beside = row
        .peer
        .as_ref()
        .map_or_else(String::new, |peer| format!("{}: {}", peer.who, figures(peer, row.unit)));
    let ratio = row.ratio.map_or_else(String::new, |ratio| format!("{}{mark}", short(ratio)));
    let (class, ours) = (row.durability.word(), figures(&row.ours, row.unit));
    format!("| {} | {} | {class} | {ours} | {beside} | {ratio} |", row.id, row.what)
}

fn figures(series: &Series, unit: &str) -> String {
    let slow =
        series.p99_us.map_or_else(String::new, |p99| format!(", p99 {} ms", short(p99 / 1e3)));
    format!("{} {unit}{slow}", short(series.median))
}
