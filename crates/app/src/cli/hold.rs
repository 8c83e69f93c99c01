//! `seloste hold`: keeps a record on a named ground past its last day, and ends that again.

use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;

use seloste_kernel::{Actor, Fault, FaultKind, RecordId, Timestamp};
use seloste_register::{Access, Action, Query, RIGHTS};

use crate::app::App;
use crate::output::{Ending, Output};
use crate::words::{self, say, say_with};

/// Arguments of `hold`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Keep a record.
    Add {
        /// The installation.
        folder: PathBuf,
        /// The record's number as pages show it, or its id.
        record: Which,
        /// Its kind, such as `feedback`, where records of several have the number.
        #[arg(long)]
        kind: Option<String>,
        /// The ground: a short name such as `legal-claim`.
        #[arg(long)]
        ground: String,
        /// When the hold ends by itself (RFC 3339, or a date).
        #[arg(long, value_parser = super::instant)]
        until: Option<Timestamp>,
    },
    /// List all holds.
    List {
        /// The installation.
        #[arg(default_value = ".")]
        folder: PathBuf,
    },
    /// End a hold.
    Release {
        /// The installation.
        folder: PathBuf,
        /// The record's number as pages show it, or its id.
        record: Which,
        /// Its kind, such as `feedback`, where records of several have the number.
        #[arg(long)]
        kind: Option<String>,
        /// The ground.
        #[arg(long)]
        ground: String,
    },
}

/// A record as somebody names it.
#[derive(Debug, Clone, Copy)]
enum Which {
    Number(i64),
    Id(RecordId),
}

impl FromStr for Which {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.parse() {
            Ok(number) => Ok(Self::Number(number)),
            Err(_) => {
                text.parse().map(Self::Id).map_err(|wrong| format!("not a number, and {wrong}"))
            }
        }
    }
}

impl Which {
    /// The record. None is opened.
    async fn find(self, app: &App, kind: Option<&str>) -> Result<RecordId, Fault> {
        let number = match self {
            Self::Id(id) => return Ok(id),
            Self::Number(number) => number,
        };
        let register = app.register()?;
        let mut found = Vec::new();
        for (_, declared) in register.notice.kinds() {
            if kind.is_none_or(|kind| kind == declared.kind) {
                let of = Query { number: Some(number), limit: 1, ..Query::of(&declared.kind) };
                let (one, _) = app.engine.waiting(&register.notice.id, &of).await?;
                found.extend(one.first().map(|one| (declared.kind.as_str(), one.record)));
            }
        }
        let fault = |key| Fault::new(FaultKind::NotFound, key).with("number", number.to_string());
        match found[..] {
            [] => Err(fault("fault-hold-number")),
            [(_, record)] => Ok(record),
            _ => {
                let kinds: Vec<&str> = found.iter().map(|(kind, _)| *kind).collect();
                Err(fault("fault-hold-kinds").with("kinds", kinds.join(", ")))
            }
        }
    }
}

impl Args {
    pub(super) fn folder(&self) -> &Path {
        match &self.what {
            What::Add { folder, .. } | What::List { folder } | What::Release { folder, .. } => {
                folder
            }
        }
    }
}

pub(super) async fn run(app: &Arc<App>, args: &Args, output: &mut Output) -> Result<Ending, Fault> {
    match &args.what {
        What::Add { record, kind, ground, until, .. } => {
            let record = record.find(app, kind.as_deref()).await?;
            app.engine.hold(&access(app)?, record, ground, *until).await?;
            done("cli-hold-added", output)
        }
        What::Release { record, kind, ground, .. } => {
            let record = record.find(app, kind.as_deref()).await?;
            if !app.engine.release(&access(app)?, record, ground).await? {
                return Err(Fault::new(FaultKind::NotFound, "fault-hold-none"));
            }
            done("cli-hold-released", output)
        }
        What::List { .. } => list(app, output).await,
    }
}

fn access(app: &App) -> Result<Access, Fault> {
    let register = app.register()?.notice.id.clone();
    app.engine.access(&register, Actor::Operator, RIGHTS, Action::DecideRequests)
}

fn done(key: &str, output: &mut Output) -> Result<Ending, Fault> {
    if output.is_json() {
        output.json(&serde_json::json!({ "done": true }))?;
    } else {
        output.line(say(output.lang, key));
    }
    Ok(Ending::Ok)
}

async fn list(app: &Arc<App>, output: &mut Output) -> Result<Ending, Fault> {
    let holds = app.engine.holds().await?;
    if output.is_json() {
        let holds: Vec<_> = holds
            .iter()
            .map(|hold| {
                serde_json::json!({ "record": hold.record, "ground": hold.ground, "fields": hold.fields,
                    "since": hold.since, "until": hold.until })
            })
            .collect();
        output.json(&holds)?;
        return Ok(Ending::Ok);
    }
    if holds.is_empty() {
        output.line(say(output.lang, "cli-hold-none"));
    }
    for hold in holds {
        let until =
            hold.until.map_or_else(|| "–".to_owned(), |until| words::moment(output.lang, until));
        let args = [
            ("record", hold.record.to_string()),
            ("ground", hold.ground),
            ("fields", hold.fields.join(" ")),
            ("since", words::moment(output.lang, hold.since)),
            ("until", until),
        ];
        output.line(say_with(output.lang, "cli-hold-line", &args));
    }
    Ok(Ending::Ok)
}
