//! `seloste fmt`: a notice in its canonical form.

use std::path::PathBuf;

use seloste_kernel::Fault;
use seloste_notice::Unformatted;

use super::check;
use crate::files;
use crate::output::{Ending, Output};
use crate::words::{say, say_with};

/// Arguments of `fmt`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// An installation or a notice file.
    #[arg(default_value = ".")]
    pub path: PathBuf,
    /// Change nothing; fail when something would change.
    #[arg(long)]
    pub check: bool,
}

pub(super) fn run(args: &Args, output: &mut Output) -> Result<Ending, Fault> {
    let reading = check::read(&args.path)?;
    // What is not text was read as something else: writing that back would lose it.
    let formatted = match reading.is_whole() {
        true => seloste_notice::fmt(&reading.text),
        false => Err(Unformatted::Broken(reading.findings.clone())),
    };
    let formatted = match formatted {
        Ok(formatted) => formatted,
        Err(Unformatted::Broken(findings)) => {
            output.line(seloste_notice::report::human(
                &findings,
                &reading,
                output.lang,
                output.colour,
            ));
            return Ok(Ending::Findings);
        }
        Err(Unformatted::At(place)) => {
            let before = reading.text.get(..place).unwrap_or_default();
            let line = before.matches('\n').count() + 1;
            let said = [("file", reading.file.clone()), ("line", line.to_string())];
            output.line(say_with(output.lang, "cli-fmt-cannot", &said));
            return Ok(Ending::Findings);
        }
    };
    let args_of_text = [("file", reading.file.clone())];
    if formatted == reading.text {
        output.line(say_with(output.lang, "cli-fmt-same", &args_of_text));
        return Ok(Ending::Ok);
    }
    if args.check {
        output.line(say_with(output.lang, "cli-fmt-would-change", &args_of_text));
        return Ok(Ending::Findings);
    }
    // Beside the file and then in its place: an interrupted write must not lose a notice.
    let beside = format!("{}.new", reading.file);
    std::fs::write(&beside, &formatted)
        .and_then(|()| std::fs::rename(&beside, &reading.file))
        .map_err(files::unwritable(std::path::Path::new(&reading.file)))?;
    output.line(say(output.lang, "cli-fmt-changed"));
    Ok(Ending::Ok)
}
