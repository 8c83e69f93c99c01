//! `seloste sweep`: erases what is past its last day; the service does the same by itself.

use std::path::PathBuf;
use std::sync::Arc;

use seloste_kernel::{Actor, Fault};
use seloste_register::{Action, SECURITY};

use crate::app::App;
use crate::output::{Ending, Output};
use crate::words::{self, say, say_with};

/// Arguments of `sweep`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The installation.
    #[arg(default_value = ".")]
    pub folder: PathBuf,
    /// Count only; erase nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Tell what the sweeps so far have erased; erase nothing.
    #[arg(long, conflicts_with = "dry_run")]
    pub history: bool,
    /// The clock is right, although it leapt or went back: take it so, then sweep.
    #[arg(long, conflicts_with = "dry_run")]
    pub confirm_clock: bool,
}

/// Sweeps told of, the newest.
const TOLD: usize = 50;

async fn history(app: &App, output: &mut Output) -> Result<Ending, Fault> {
    let runs = app.engine.sweeps(false, TOLD).await?;
    if output.is_json() {
        output.json(&serde_json::json!({ "runs": runs }))?;
        return Ok(Ending::Ok);
    }
    for run in runs {
        let args = [
            ("when", words::moment(output.lang, run.started)),
            ("records", run.swept.removed.to_string()),
            ("persons", run.swept.persons.to_string()),
        ];
        output.line(say_with(output.lang, "cli-sweep-run", &args));
    }
    Ok(Ending::Ok)
}

async fn confirm_clock(app: &Arc<App>) -> Result<(), Fault> {
    let register = app.register()?;
    let leave =
        app.engine.access(&register.notice.id, Actor::Operator, SECURITY, Action::Attest)?;
    app.engine.confirm_clock(&leave).await
}

pub(super) async fn run(app: &Arc<App>, args: &Args, output: &mut Output) -> Result<Ending, Fault> {
    if args.history {
        return history(app, output).await;
    }
    if args.confirm_clock {
        confirm_clock(app).await?;
        if !output.is_json() {
            output.line(say(output.lang, "cli-clock-confirmed"));
        }
    }
    let due = app.engine.sweep_preview(app.engine.now()).await?;
    if !output.is_json() {
        if due.is_empty() {
            output.line(say(output.lang, "cli-sweep-nothing"));
        }
        for (register, kind, count) in &due {
            let args = [
                ("register", register.clone()),
                ("kind", kind.clone()),
                ("count", count.to_string()),
            ];
            output.line(say_with(output.lang, "cli-sweep-due", &args));
        }
    }
    let swept = if args.dry_run { None } else { Some(app.engine.sweep().await?) };
    if output.is_json() {
        let due: Vec<_> = due
            .iter()
            .map(|(register, kind, count)| serde_json::json!({ "register": register, "kind": kind, "count": count }))
            .collect();
        output.json(&serde_json::json!({ "due": due, "swept": swept }))?;
    } else if let Some(swept) = swept {
        let args = [("records", swept.removed.to_string()), ("persons", swept.persons.to_string())];
        output.line(say_with(output.lang, "cli-swept", &args));
    }
    Ok(Ending::Ok)
}
