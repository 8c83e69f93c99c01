//! `seloste case`: the desk for requests from the command line, by the same code as the pages.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use seloste_kernel::{Actor, Exit, Fault, FaultKind, RecordId, Sensitive};
use seloste_register::{Access, Action, Opened, Query, RIGHTS};
use serde_json::{Value, json};

use super::Given;
use crate::app::App;
use crate::cases::{KIND, WAITING};
use crate::files;
use crate::output::{Ending, Output};
use crate::services::rights::{
    ANSWER, DECIDED, Decision, Done, carry_out, is_known, letter_of, may_claim, overdue_requests,
    prepare,
};
use crate::words::{date, say, say_with};

/// Arguments of `case`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// List requests that wait, most urgent first.
    List {
        /// The installation.
        #[arg(default_value = ".")]
        folder: PathBuf,
        /// Only those whose last day has passed; ends with 1 when there are any.
        #[arg(long, conflicts_with = "decided")]
        late: bool,
        /// Those that have been decided instead, newest first.
        #[arg(long)]
        decided: bool,
    },
    /// Show one request and the letters about it.
    Show {
        /// Its number.
        number: i64,
        /// The installation.
        #[arg(default_value = ".")]
        folder: PathBuf,
    },
    /// Decide a request: the letter is written and what was decided is done.
    Decide {
        /// Its number.
        number: i64,
        /// The installation.
        #[arg(default_value = ".")]
        folder: PathBuf,
        /// What is decided.
        #[arg(long, value_parser = DECIDED)]
        decision: String,
        /// The ground on which it is not granted in full, by its code, such as 17-3-b.
        #[arg(long)]
        ground: Option<String>,
        /// A file with own words for the letter.
        #[arg(long)]
        text: Option<PathBuf>,
        /// Print the letter and what would be erased; do nothing.
        #[arg(long)]
        dry_run: bool,
    },
}

impl Args {
    pub(super) fn folder(&self) -> &Path {
        match &self.what {
            What::List { folder, .. } | What::Show { folder, .. } | What::Decide { folder, .. } => {
                folder
            }
        }
    }
}

pub(super) async fn run(
    app: &Arc<App>,
    args: &Args,
    given: &Given,
    output: &mut Output,
) -> Result<Ending, Fault> {
    match &args.what {
        What::List { late, decided, .. } => list(app, (*late, *decided), output).await,
        What::Show { number, .. } => show(app, *number, output).await,
        What::Decide { number, decision, ground, text, dry_run, .. } => {
            let words = match text {
                Some(file) => files::read_text(&given.cwd.join(file))?,
                None => String::new(),
            };
            let decision = Decision {
                decision: decision.clone(),
                ground: ground.clone().unwrap_or_default(),
                words: Sensitive::new(words),
            };
            decide(app, *number, &decision, *dry_run, output).await
        }
    }
}

fn leave(app: &App, action: Action) -> Result<Access, Fault> {
    app.engine.access(&app.register()?.notice.id, Actor::Operator, RIGHTS, action)
}

async fn list(
    app: &Arc<App>,
    (late, decided): (bool, bool),
    output: &mut Output,
) -> Result<Ending, Fault> {
    let access = leave(app, Action::DecideRequests)?;
    let behind: Vec<RecordId> =
        overdue_requests(app).await?.into_iter().map(|one| one.record).collect();
    let states: &[&str] = if decided { &DECIDED } else { &WAITING };
    let states: Vec<String> = states.iter().map(|state| (*state).to_owned()).collect();
    let (mut told, mut after) = (Vec::new(), None);
    loop {
        let of =
            Query { states: states.clone(), soonest_first: !decided, after, ..Query::of(KIND) };
        let page = app.engine.page(&access, &of).await?;
        for request in page.records {
            let is_late = behind.contains(&request.id);
            if is_late || !late {
                tell(&request, is_late, output);
                told.push(facts(&request, is_late));
            }
        }
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    let found = late && !told.is_empty();
    if output.is_json() {
        output.json(&told)?;
    } else if told.is_empty() {
        output.line(say(output.lang, "rights-desk-empty"));
    }
    Ok(if found { Ending::Findings } else { Ending::Ok })
}

fn facts(request: &Opened, late: bool) -> Value {
    json!({
        "number": request.number, "record": request.id, "state": request.state,
        "type": request.text("type", Exit::Api), "channel": request.text("channel", Exit::Api),
        "arrived": request.created, "due": request.review, "late": late,
    })
}

fn tell(request: &Opened, late: bool, output: &mut Output) {
    if output.is_json() {
        return;
    }
    let lang = output.lang;
    let due = request.review.map(|due| date(lang, due)).unwrap_or_default();
    let args = [
        ("number", request.number.unwrap_or_default().to_string()),
        ("asked", request.text("type", Exit::Page).to_owned()),
        ("arrived", date(lang, request.created)),
        ("due", due),
        ("state", say(lang, &format!("rights-state-{}", request.state))),
    ];
    output.line(say_with(lang, if late { "cli-case-late" } else { "cli-case" }, &args));
}

/// The request of a number; the person's own where another was matched with it.
async fn of_number(app: &App, access: &Access, number: i64) -> Result<Opened, Fault> {
    let register = &access.register().notice.id;
    let states = [WAITING.as_slice(), &DECIDED].concat();
    let of = Query { number: Some(number), limit: 1, ..Query::in_states(KIND, &states) };
    let found = app.engine.waiting(register, &of).await?.0.into_iter().next();
    let unknown =
        || Fault::new(FaultKind::NotFound, "fault-case-unknown").with("number", number.to_string());
    app.engine.read(access, found.ok_or_else(unknown)?.record).await
}

async fn show(app: &Arc<App>, number: i64, output: &mut Output) -> Result<Ending, Fault> {
    let access = leave(app, Action::DecideRequests)?;
    let request = of_number(app, &access, number).await?;
    let late = overdue_requests(app).await?.iter().any(|one| one.record == request.id);
    let query = Query { thread: Some(request.id), oldest_first: true, ..Query::of(ANSWER) };
    let answers = app.engine.page(&access, &query).await?.records;
    let notice = &access.register().notice;
    let letters: Vec<String> =
        answers.iter().map(|answer| letter_of(notice, &request, answer).to_mail()).collect();
    if output.is_json() {
        let mut told = facts(&request, late);
        told["text"] = json!(request.text("text", Exit::Api));
        told["contact"] = json!(request.text("contact", Exit::Api));
        told["matched"] = json!(is_known(&request));
        told["letters"] = json!(letters);
        output.json(&told)?;
        return Ok(Ending::Ok);
    }
    tell(&request, late, output);
    for field in ["text", "contact"] {
        let held = request.text(field, Exit::Page);
        if !held.is_empty() {
            output.line(format!("{field}: {held}"));
        }
    }
    letters.iter().for_each(|letter| output.line(format!("\n{letter}")));
    Ok(Ending::Ok)
}

async fn decide(
    app: &Arc<App>,
    number: i64,
    decision: &Decision,
    dry_run: bool,
    output: &mut Output,
) -> Result<Ending, Fault> {
    let access = leave(app, Action::DecideRequests)?;
    let request = of_number(app, &access, number).await?;
    may_claim(&request, app.engine.now())?;
    if let Some((field, key)) = decision.wrong(app, &request).await?.into_iter().next() {
        return Err(Fault::new(FaultKind::Invalid, key).in_field(field));
    }
    let prepared = prepare(app, &access, &request, decision).await?;
    let plans = prepared.erases.iter().flat_map(|plans| &plans.of);
    let goes: usize = plans.map(|(_, plan)| plan.removed()).sum();
    let mut told = json!({
        "number": number, "decision": decision.decision, "dry-run": dry_run,
        "erases": goes, "by-mail": prepared.by_mail, "letter": prepared.paper.to_mail(),
    });
    if !output.is_json() {
        output.line(prepared.paper.to_mail());
        output.line(say_with(output.lang, "cli-case-goes", &[("count", goes.to_string())]));
    }
    if !dry_run {
        let leave = |action| leave(app, action);
        let seen = (&request, request.version);
        let done = carry_out(app, &leave, seen, decision, &prepared).await?;
        if let Done::Erased(erased) = &done {
            told["entries"] = json!(erased.entries);
        }
    }
    if output.is_json() {
        output.json(&told)?;
    } else {
        output.line(say(output.lang, if dry_run { "cli-case-dry" } else { "rights-decided" }));
    }
    Ok(Ending::Ok)
}
