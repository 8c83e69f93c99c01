//! `seloste hold`: keeps a record on a named ground past its last day, and ends that again.

use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;

use seloste_kernel::{Actor, Fault, FaultKind, Lang, RecordId};
use seloste_register::{Access, Action, HeldRecord, Holding, Query, RIGHTS};

use crate::app::App;
use crate::erasing;
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
        /// When the hold ends by itself: a day such as 2027-12-31, or a moment (RFC 3339).
        #[arg(long)]
        until: Option<String>,
        /// A field that it keeps; can be given several times. Without one the whole record is kept.
        #[arg(long = "field", value_name = "NAME")]
        fields: Vec<String>,
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
        What::Add { record, kind, ground, until, fields, .. } => {
            let until = until.as_deref().map(super::instant).transpose()?;
            let records = vec![record.find(app, kind.as_deref()).await?];
            let (ground, fields) = (ground.clone(), fields.clone());
            let holding = Holding { records, ground, fields, until };
            app.engine.hold(&access(app)?, &holding, None).await?;
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
            .map(|one| {
                let held = &one.held;
                serde_json::json!({ "record": held.record, "register": one.register, "kind": one.kind,
                    "number": one.number, "due": one.due, "ground": held.ground,
                    "fields": held.fields, "since": held.since, "until": held.until })
            })
            .collect();
        output.json(&holds)?;
        return Ok(Ending::Ok);
    }
    if holds.is_empty() {
        output.line(say(output.lang, "cli-hold-none"));
    }
    for one in holds {
        let mut args = named(app, &one, output.lang).to_vec();
        args.push(("since", words::moment(output.lang, one.held.since)));
        let key = match one.held.until {
            Some(until) => {
                args.push(("until", words::moment(output.lang, until)));
                "cli-hold-line"
            }
            None => "cli-hold-line-open",
        };
        output.line(say_with(output.lang, key, &args));
    }
    Ok(Ending::Ok)
}

/// A held record as pages name it, and what keeps what of it; its id, where it has no number.
pub(super) fn named(app: &App, one: &HeldRecord, lang: Lang) -> [(&'static str, String); 2] {
    let kind = super::simulate::title(app, &one.register, &one.kind, lang);
    let record = match one.number {
        Some(number) => format!("{kind} {number}"),
        None => format!("{kind} {}", one.held.record),
    };
    let registers = app.engine.registers();
    let known = registers.iter().find(|known| known.notice.id == one.register);
    let mut ground = one.held.ground.clone();
    if let Some(known) = known {
        let called = erasing::ground_name(&known.notice, &one.kind, &ground, lang);
        if called != ground {
            // The code is what `release` wants.
            ground = format!("{called} ({ground})");
        }
        if !one.held.fields.is_empty() {
            let fields = erasing::field_names(&known.notice, &one.kind, &one.held.fields, lang);
            ground = format!("{ground}: {fields}");
        }
    }
    [("record", record), ("ground", ground)]
}
