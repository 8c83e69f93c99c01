//! `seloste person`: serves the rights of whoever holds a receipt code, from the command line.
//! Codes come from a file or standard input, never from the command line, which others can see.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use seloste_kernel::{Actor, Exit, Fault, FaultKind, PersonId, Sensitive, Timestamp};
use seloste_notice::model::Notice;
use seloste_register::{
    Access, Action, Opened, Outcome, Plan, RIGHTS, Recognised, Step, Tombstone,
};
use serde_json::{Value, json};

use super::{Given, closing};
use crate::app::App;
use crate::cases;
use crate::erasing;
use crate::files;
use crate::output::{Ending, Output};
use crate::services::rights::package;
use crate::words::{self, say, say_with};

/// Arguments of `person`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Show everything held on a person.
    Show(Whose),
    /// Write the package of everything held on a person, to be handed over (Art. 15 and 20).
    Export {
        #[command(flatten)]
        whose: Whose,
        /// The ZIP to be written; it must not be there yet.
        #[arg(long, short)]
        output: PathBuf,
    },
    /// Erase everything of a person.
    Erase {
        #[command(flatten)]
        whose: Whose,
        /// Only tell what would go and what would stay, why and until when.
        #[arg(long)]
        dry_run: bool,
    },
    /// Close addresses to marketing or research, from a list that was kept elsewhere (Art. 21(3)).
    CloseAddresses(closing::Args),
}

#[derive(Debug, clap::Args)]
struct Whose {
    /// The installation.
    #[arg(default_value = ".")]
    folder: PathBuf,
    /// A file with receipt codes, one per line; standard input without it.
    #[arg(long)]
    receipts: Option<PathBuf>,
}

impl Args {
    /// Whose rights are served; nobody's in particular with a list.
    fn whose(&self) -> Option<&Whose> {
        match &self.what {
            What::Show(whose) | What::Export { whose, .. } | What::Erase { whose, .. } => {
                Some(whose)
            }
            What::CloseAddresses(_) => None,
        }
    }

    pub(super) fn folder(&self) -> &Path {
        match &self.what {
            What::Show(whose) | What::Export { whose, .. } | What::Erase { whose, .. } => {
                &whose.folder
            }
            What::CloseAddresses(args) => &args.folder,
        }
    }

    /// Whether the codes come by standard input.
    pub(super) fn wants_input(&self) -> bool {
        self.whose().is_some_and(|whose| whose.receipts.is_none())
    }
}

pub(super) async fn run(
    app: &Arc<App>,
    args: &Args,
    given: &Given,
    output: &mut Output,
) -> Result<Ending, Fault> {
    if let What::CloseAddresses(args) = &args.what {
        return closing::run(app, args, given, output).await;
    }
    let codes = args.whose().map(|whose| codes(whose, given)).transpose()?.unwrap_or_default();
    if matches!(args.what, What::Export { .. }) && codes.len() > 1 {
        return Err(Fault::new(FaultKind::BadRequest, "fault-person-one-receipt"));
    }
    let (mut answers, mut ending) = (Vec::new(), Ending::Ok);
    let register = app.register()?.notice.id.clone();
    for code in &codes {
        match app.engine.recognise(&register, code).await? {
            None => {
                ending = Ending::Findings;
                answers.push(json!({ "known": false }));
                if !output.is_json() {
                    output.line(say(output.lang, "cli-person-unknown"));
                }
            }
            Some(Recognised::Erased(stone)) => answers.push(tell_erased(&stone, output)),
            Some(Recognised::Person { person, .. }) => {
                answers.push(serve(app, &args.what, (person, given), output).await?);
            }
        }
    }
    if output.is_json() {
        output.json(&answers)?;
    }
    Ok(ending)
}

fn codes(whose: &Whose, given: &Given) -> Result<Vec<Sensitive<String>>, Fault> {
    let text = match &whose.receipts {
        Some(file) => {
            let path = given.cwd.join(file);
            files::read_text(&path)?
        }
        None => given.input.clone(),
    };
    let codes: Vec<_> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| Sensitive::new(line.to_owned()))
        .collect();
    if codes.is_empty() {
        return Err(Fault::new(FaultKind::BadRequest, "fault-person-no-receipt"));
    }
    Ok(codes)
}

fn tell_erased(stone: &Tombstone, output: &mut Output) -> Value {
    let at = Timestamp::from_millisecond(stone.at_ms).unwrap_or_default();
    let why = stone.why.word();
    if !output.is_json() {
        let args = [("at", at.to_string()), ("why", why.to_owned())];
        output.line(say_with(output.lang, "cli-person-erased-before", &args));
    }
    json!({ "known": true, "erased": at, "why": why })
}

async fn serve(
    app: &Arc<App>,
    what: &What,
    (person, given): (PersonId, &Given),
    output: &mut Output,
) -> Result<Value, Fault> {
    let access = |action| {
        let register = app.register()?.notice.id.clone();
        app.engine.access(&register, Actor::Operator, RIGHTS, action)
    };
    match what {
        What::Erase { dry_run, .. } => {
            return erase(app, &access(Action::Erase)?, person, *dry_run, output).await;
        }
        What::Export { output: to, .. } => {
            return export(app, &access(Action::Export)?, (person, &given.cwd.join(to)), output)
                .await;
        }
        What::Show(_) | What::CloseAddresses(_) => {}
    }
    let records = app.engine.all_of(&access(Action::Read)?, person).await?;
    let records = cases::all_told_now(app, records).await?;
    if !output.is_json() {
        records.iter().for_each(|record| show(record, output));
    }
    Ok(json!({ "known": true, "records": records.iter().map(record).collect::<Vec<_>>() }))
}

/// Writes the same package that the person makes on their own page, in the open: it is handed over.
async fn export(
    app: &Arc<App>,
    access: &Access,
    (person, to): (PersonId, &Path),
    output: &mut Output,
) -> Result<Value, Fault> {
    let file = package::archive::private(to).map_err(files::unwritable(to))?;
    let folder = to.parent().unwrap_or(Path::new("."));
    let out = package::archive::Out::Plain(file);
    if let Err(fault) = package::pack(app, access, person, output.lang, (out, folder)).await {
        let _ = std::fs::remove_file(to);
        return Err(fault);
    }
    let file = to.display().to_string();
    if !output.is_json() {
        output.line(say_with(output.lang, "cli-person-packed", &[("file", file.clone())]));
    }
    Ok(json!({ "known": true, "file": file }))
}

fn show(record: &Opened, output: &mut Output) {
    let told = |at| words::moment(output.lang, at);
    let due = record.due.map_or_else(|| "–".to_owned(), told);
    let args = [
        ("kind", record.kind.clone()),
        ("id", record.id.to_string()),
        ("created", told(record.created)),
        ("due", due),
    ];
    output.line(say_with(output.lang, "cli-person-record", &args));
    for (name, value) in &record.fields {
        output.line(format!("  {name}: {}", value.expose(Exit::Export)));
    }
}

fn record(opened: &Opened) -> Value {
    let fields: serde_json::Map<String, Value> = opened
        .fields
        .iter()
        .map(|(name, value)| (name.clone(), json!(value.expose(Exit::Export))))
        .collect();
    json!({
        "id": opened.id, "kind": opened.kind, "state": opened.state, "created": opened.created,
        "due": opened.due, "review": opened.review, "notice": opened.notice_version,
        "consents": opened.consents, "fields": fields,
    })
}

async fn erase(
    app: &Arc<App>,
    access: &Access,
    person: PersonId,
    dry_run: bool,
    output: &mut Output,
) -> Result<Value, Fault> {
    let plan = erasing::plan_person(app, access, person).await?;
    let steps: Vec<Value> = plan.steps().iter().map(step).collect();
    let told = json!({ "known": true, "would-remove": plan.removed(),
        "would-strip": plan.stripped(), "steps": steps });
    if !output.is_json() {
        tell_plan(&access.register().notice, &plan, output);
    }
    if dry_run {
        return Ok(told);
    }
    let (_, erased) = erasing::erase_person(app, access, person).await?;
    if !output.is_json() {
        let args =
            [("removed", erased.removed.to_string()), ("stripped", erased.stripped.to_string())];
        output.line(say_with(output.lang, "cli-person-erased", &args));
    }
    Ok(json!({ "known": true, "removed": erased.removed, "stripped": erased.stripped,
        "kept": erased.kept, "counted": erased.counted, "steps": steps, "entries": erased.entries }))
}

/// One record in a plan, for programs.
fn step(step: &Step) -> Value {
    let (what, gone) = match &step.outcome {
        Outcome::Remove => ("remove", &[][..]),
        Outcome::Anonymise => ("anonymise", &[][..]),
        Outcome::Keep(_) => ("keep", &[][..]),
        Outcome::Strip { gone, .. } => ("strip", gone.as_slice()),
    };
    let kept = step.outcome.kept().iter().map(|kept| {
        json!({ "ground": kept.ground, "fields": kept.fields, "until": moment(kept.until_ms) })
    });
    json!({ "record": step.record, "kind": step.kind, "what": what, "gone": gone,
        "counted": step.counted, "kept": kept.collect::<Vec<_>>() })
}

fn moment(ms: Option<i64>) -> Option<Timestamp> {
    ms.and_then(|ms| Timestamp::from_millisecond(ms).ok())
}

/// The plan before it is carried out: what goes, what stays, on which ground and until when.
fn tell_plan(notice: &Notice, plan: &Plan, output: &mut Output) {
    let kept = plan.steps().iter().filter(|step| !step.outcome.kept().is_empty()).count();
    let args = [
        ("removed", plan.removed().to_string()),
        ("stripped", plan.stripped().to_string()),
        ("kept", kept.to_string()),
    ];
    output.line(say_with(output.lang, "cli-person-plan", &args));
    for step in plan.steps() {
        if let Outcome::Strip { gone, .. } = &step.outcome {
            let fields = erasing::field_names(notice, &step.kind, gone, output.lang);
            let args = [("kind", step.kind.clone()), ("fields", fields)];
            output.line(say_with(output.lang, "cli-person-strip", &args));
        }
        for kept in step.outcome.kept() {
            let args = [
                ("kind", step.kind.clone()),
                ("fields", erasing::field_names(notice, &step.kind, &kept.fields, output.lang)),
                ("ground", erasing::ground_name(notice, &step.kind, &kept.ground, output.lang)),
                (
                    "until",
                    moment(kept.until_ms)
                        .map_or_else(|| "–".to_owned(), |at| words::moment(output.lang, at)),
                ),
            ];
            output.line(say_with(output.lang, "cli-person-keep", &args));
        }
    }
    for counts in erasing::counts(notice, plan.counted(), output.lang) {
        output.line(format!("  {counts}"));
    }
}
