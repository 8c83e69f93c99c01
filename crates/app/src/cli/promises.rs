//! `seloste promises`: looks at every promise on the live system.

use std::path::PathBuf;
use std::sync::Arc;

use seloste_kernel::Fault;
use seloste_notice::promises::{Promise, State, Tone};
use serde_json::json;

use crate::app::App;
use crate::output::{Ending, Output};
use crate::proofs::{self, Depth};
use crate::site::{self, Mode};
use crate::traceability;
use crate::words::{say, say_with};

/// Arguments of `promises`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The installation.
    #[arg(default_value = ".")]
    pub folder: PathBuf,
    /// Only those that are not kept.
    #[arg(long)]
    pub bad: bool,
    /// Instead, how many promises of each ready-made notice a test of the program proves.
    #[arg(long)]
    pub traceability: bool,
}

pub(super) async fn run(app: &Arc<App>, args: &Args, output: &mut Output) -> Result<Ending, Fault> {
    if app.site().is_none() {
        // Nobody serves: the pages are built all the same, because they are looked at, too.
        let base = app.installation.settings.base_url();
        site::build(app, Arc::clone(&app.clock), base, Mode::default())?;
    }
    let found = proofs::check_all(app, Depth::Full).await?;
    let now = app.engine.now();
    let is_bad =
        |state: &Option<State>| state.as_ref().is_some_and(|state| proofs::is_bad(state, now));
    let bad = found.iter().filter(|(_, state)| is_bad(state)).count();
    let shown: Vec<_> = found.iter().filter(|(_, state)| !args.bad || is_bad(state)).collect();
    if output.is_json() {
        let promises: Vec<_> = shown.iter().map(|(promise, state)| row(promise, state)).collect();
        output.json(&json!({ "checked": now, "bad": bad, "promises": promises }))?;
    } else {
        for (promise, state) in shown {
            line(output, promise, state.as_ref(), now);
        }
        let counts = [("bad", bad.to_string()), ("count", found.len().to_string())];
        output.line(say_with(output.lang, "privacy-cli-sum", &counts));
    }
    Ok(if bad == 0 { Ending::Ok } else { Ending::Findings })
}

fn row(promise: &Promise, state: &Option<State>) -> serde_json::Value {
    json!({ "id": promise.id, "sentence": promise.sentence, "mechanism": promise.mechanism, "state": state })
}

fn line(
    output: &mut Output,
    promise: &Promise,
    state: Option<&State>,
    now: seloste_kernel::Timestamp,
) {
    let lang = output.lang;
    let (mark, said) = match state {
        Some(state) => (mark(state.tone(now)), state.say(lang, now)),
        None => ("?", say(lang, "privacy-unchecked")),
    };
    let sentence = promise.sentence.get(&lang).map_or("", String::as_str);
    output.line(format!("{mark} {}\n    {sentence}\n    {said}", promise.id));
}

fn mark(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "+",
        Tone::Late | Tone::Bad => "!",
        Tone::Plain => "-",
    }
}

/// How much of each ready-made notice is proved by tests.
///
/// # Errors
/// Never: a test reads the table before.
pub(super) fn traceability(output: &mut Output) -> Result<Ending, Fault> {
    let tallies = traceability::summary().map_err(Fault::internal)?;
    if output.is_json() {
        let promises = traceability::read(traceability::TABLE).map_err(Fault::internal)?;
        output.json(&json!({ "seeds": tallies, "promises": promises }))?;
        return Ok(Ending::Ok);
    }
    for tally in &tallies {
        output.line(format!("{} {}/{}", tally.seed, tally.proven, tally.total));
    }
    let sum = |of: fn(&traceability::Tally) -> usize| tallies.iter().map(of).sum::<usize>();
    output.line(format!("= {}/{}", sum(|tally| tally.proven), sum(|tally| tally.total)));
    Ok(Ending::Ok)
}
