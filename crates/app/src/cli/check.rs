//! `seloste check`: what is missing, unlawful, contradictory or unenforceable in a notice.

use std::io::Read;
use std::path::{Path, PathBuf};

use seloste_kernel::{Clock, Fault, ZONE};
use seloste_notice::{Finding, Level, Reading};

use crate::output::{Ending, Format, Output};
use crate::services;
use crate::{delivered, files};

/// Arguments of `check`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// An installation or a notice file.
    #[arg(default_value = ".")]
    pub path: PathBuf,
    /// Let warnings fail, too.
    #[arg(long)]
    pub strict: bool,
}

pub(super) fn run(args: &Args, clock: &dyn Clock, output: &mut Output) -> Result<Ending, Fault> {
    let reading = read(&args.path)?;
    let findings = findings(&reading, clock)?;
    let text = match output.format {
        Format::Human => {
            seloste_notice::report::human(&findings, &reading, output.lang, output.colour)
        }
        Format::Json => pretty(&seloste_notice::report::json(&findings, &reading, output.lang))?,
        Format::Sarif => pretty(&seloste_notice::report::sarif(&findings, &reading, output.lang))?,
    };
    output.line(text.trim_end());
    let fails = |level| level == Level::Error || (args.strict && level == Level::Warning);
    if findings.iter().any(|finding| fails(finding.level)) {
        return Ok(Ending::Findings);
    }
    Ok(Ending::Ok)
}

/// How many things `check` remarks on in an installation's notice.
///
/// # Errors
/// `Environment` when it cannot be read.
pub(super) fn remarks(folder: &Path, clock: &dyn Clock) -> Result<usize, Fault> {
    Ok(findings(&read(folder)?, clock)?.len())
}

/// Everything that is wrong with a notice today, beside the law and beside this program.
///
/// # Errors
/// When the day cannot be told.
pub(super) fn findings(reading: &Reading, clock: &dyn Clock) -> Result<Vec<Finding>, Fault> {
    let today = clock.now().in_tz(ZONE).map_err(Fault::internal)?.date();
    let mut findings = seloste_notice::check_on(reading, today);
    if reading.is_whole() {
        findings.extend(services::findings(&reading.notice));
        findings.extend(delivered::findings(reading));
    }
    findings.sort_by_key(|finding| (finding.span.offset, finding.code));
    Ok(findings)
}

fn pretty(value: &serde_json::Value) -> Result<String, Fault> {
    serde_json::to_string_pretty(value).map_err(Fault::internal)
}

/// Reads a notice file, or the one in an installation.
///
/// # Errors
/// `Environment` when it cannot be read.
pub(super) fn read(path: &Path) -> Result<Reading, Fault> {
    let file = if path.is_dir() { path.join("notice.kdl") } else { path.to_owned() };
    let mut bytes = Vec::new();
    let limited = std::fs::File::open(&file).and_then(|file| {
        // One byte more than is ever read tells that the file is too large.
        file.take(seloste_notice::MAX_BYTES as u64 + 1).read_to_end(&mut bytes)
    });
    limited.map_err(files::unreadable(&file))?;
    Ok(seloste_notice::read_bytes(&bytes, &file.display().to_string()))
}
