//! The command line: one file per verb. Verbs that need keys and data run in the service when one
//! is running, else here.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::str::FromStr;
use std::sync::Arc;

use clap::{CommandFactory, Parser, Subcommand};
use jiff::civil::Date;
use seloste_kernel::{Clock, Fault, FaultKind, Lang, Random, Timestamp};
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::clock::FileClock;
use crate::installation::Installation;
use crate::output::{Ending, Format, Output};
use crate::{operator, process};

mod backup;
mod bench;
mod case;
mod check;
mod closing;
mod demo;
mod diff;
mod doctor;
mod explain;
mod fmt;
mod hold;
mod import;
mod import_table;
mod keys;
mod ledger;
mod mail;
mod new;
mod package;
mod person;
mod promises;
mod publish;
mod render;
mod routes;
mod schema;
mod serve;
mod simulate;
mod sweep;
mod user;

pub use new::SETTINGS;

/// Standard input is read up to this length.
const INPUT_BYTES_MAX: u64 = 512 * 1024;

/// The privacy notice that runs.
#[derive(Debug, Parser)]
#[command(name = "seloste", version, about, disable_help_subcommand = true)]
struct Cli {
    /// Language of the answer: fi, sv or en; otherwise that of LC_ALL or LANG.
    #[arg(long, global = true, value_parser = Lang::from_str)]
    lang: Option<Lang>,
    /// Form of the answer.
    #[arg(long, global = true, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Take the time from the file named by SELOSTE_CLOCK_FILE (for tests).
    #[arg(long, global = true)]
    test_clock: bool,
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Make an installation from a ready-made notice.
    New(new::Args),
    /// Check a notice: what is missing, unlawful, contradictory or unenforceable.
    Check(check::Args),
    /// Put a notice into its canonical form; comments stay.
    Fmt(fmt::Args),
    /// Explain a finding's code or a word of the notice language.
    Explain(explain::Args),
    /// Print the notice language for editors: schema, snippets or words.
    Schema(schema::Args),
    /// Write the notice as HTML, text, PDF, JSON-LD or TILT.
    Render(render::Args),
    /// Check a package of somebody's data.
    Package(package::Args),
    /// Run the service.
    Serve(serve::Args),
    /// Look at an installation: notice, modes, disk, keys, data; or search every byte of it.
    Doctor(doctor::Args),
    /// Measure the engine's workloads, with everything on, beside peers.
    Bench(bench::Args),
    /// Try the service with invented data; nothing is left behind.
    Demo(demo::Args),
    /// Print shell completions.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
    /// Print the manual page.
    Man,
    #[command(flatten)]
    Engine(EngineVerb),
}

impl Verb {
    /// Whether it makes or opens keys or data; the others only read and write notices.
    fn handles_data(&self) -> bool {
        match self {
            Self::New(_) | Self::Serve(_) | Self::Doctor(_) | Self::Bench(_) | Self::Demo(_) => {
                true
            }
            Self::Engine(_) => true,
            Self::Check(_) | Self::Fmt(_) | Self::Explain(_) | Self::Render(_) => false,
            Self::Schema(_) | Self::Package(_) | Self::Completions { .. } | Self::Man => false,
        }
    }
}

/// Verbs that need keys and data.
#[derive(Debug, Subcommand)]
pub enum EngineVerb {
    /// Publish the notice as it stands in the folder.
    Publish(publish::Args),
    /// Look at every promise on the live system; ends with 1 when one is broken.
    Promises(promises::Args),
    /// Erase what is past its last day.
    Sweep(sweep::Args),
    /// Make, check, restore and rehearse backups.
    Backup(backup::Args),
    /// The state of the keys; a new epoch.
    Keys(keys::Args),
    /// Prove the ledger; show its latest entries.
    Ledger(ledger::Args),
    /// Show, export or erase what is held on the holder of a receipt code.
    Person(person::Args),
    /// List, show and decide requests of persons.
    Case(case::Args),
    /// Take in what a person brings from another service.
    Import(import::Args),
    /// Keep records on a named ground past their last day.
    Hold(hold::Args),
    /// Tell what the notice in the folder says otherwise than the one in force. Writes nothing.
    Diff(diff::Args),
    /// Tell which days what will go. Writes nothing.
    Simulate(simulate::Args),
    /// What only the running service sees, for `doctor`.
    #[command(hide = true)]
    Inspect(doctor::inside::Args),
    /// Every path that the running service answers at, for tests that look at all of them.
    #[command(hide = true)]
    Routes(routes::Args),
    /// Send a test letter to a member of staff.
    Mail(mail::Args),
    /// Staff accounts: add, list, change roles, close, reopen, reset (a new link), token.
    User(user::Args),
}

impl EngineVerb {
    fn folder(&self) -> &Path {
        match self {
            Self::Publish(args) => &args.folder,
            Self::Promises(args) => &args.folder,
            Self::Sweep(args) => &args.folder,
            Self::Backup(args) => args.folder(),
            Self::Keys(args) => args.folder(),
            Self::Ledger(args) => args.folder(),
            Self::Person(args) => args.folder(),
            Self::Case(args) => args.folder(),
            Self::Import(args) => &args.folder,
            Self::Hold(args) => args.folder(),
            Self::Diff(args) => &args.folder,
            Self::Simulate(args) => &args.folder,
            Self::User(args) => args.folder(),
            Self::Mail(args) => args.folder(),
            Self::Inspect(args) => &args.folder,
            Self::Routes(args) => &args.folder,
        }
    }
}

/// What a verb takes from where it was typed; a running service sits elsewhere.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Given {
    /// The folder from which relative paths count.
    pub cwd: PathBuf,
    /// What came by standard input, for verbs that want it.
    pub input: String,
}

impl Given {
    fn of(verb: &EngineVerb) -> Result<Self, Fault> {
        let unreadable =
            |error| Fault::new(FaultKind::Environment, "fault-no-input").because(error);
        let cwd = std::env::current_dir().map_err(unreadable)?;
        let mut input = String::new();
        if matches!(verb, EngineVerb::Person(args) if args.wants_input()) {
            let limited = std::io::stdin().take(INPUT_BYTES_MAX);
            std::io::BufReader::new(limited).read_to_string(&mut input).map_err(unreadable)?;
        }
        Ok(Self { cwd, input })
    }
}

/// What every verb is given.
pub struct Surroundings {
    /// Where time comes from.
    pub clock: Arc<dyn Clock>,
    /// Whether that is a test clock.
    pub test_clock: bool,
    /// Where randomness comes from.
    pub random: Arc<dyn Random>,
}

/// Runs the program.
pub fn main(clock: Arc<dyn Clock>, random: Arc<dyn Random>) -> ExitCode {
    let args: Vec<String> =
        std::env::args_os().map(|arg| arg.to_string_lossy().into_owned()).collect();
    let cli = match Cli::try_parse_from(&args) {
        Ok(cli) => cli,
        Err(error) => {
            let code = if error.use_stderr() { Ending::Usage as u8 } else { 0 };
            // Nothing can be done when the terminal is gone.
            let _ = error.print();
            return ExitCode::from(code);
        }
    };
    let colour = std::env::var_os("NO_COLOR").is_none()
        && std::io::IsTerminal::is_terminal(&std::io::stdout());
    let lang = cli.lang.unwrap_or_else(surrounding_lang);
    let mut output = Output::new(cli.format, lang, colour);
    if cli.verb.handles_data() {
        process::keep_to_itself();
    }
    let clock = match FileClock::instead_of(clock, cli.test_clock) {
        Ok(clock) => clock,
        Err(fault) => return finish(&mut output, Err(fault)),
    };
    let around = Surroundings { clock, test_clock: cli.test_clock, random };
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return finish(&mut output, Err(Fault::internal(error))),
    };
    let ended = runtime.block_on(run(cli.verb, &args, around, &mut output));
    finish(&mut output, ended)
}

/// The language of where the program was started: the first of these that is set says it.
fn surrounding_lang() -> Lang {
    let set = |name| std::env::var(name).ok().filter(|locale: &String| !locale.is_empty());
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set);
    locale.map_or(Lang::Fi, |locale| lang_of(&locale))
}

/// The language of a locale such as `sv_FI.UTF-8`. One that we do not speak gets English; a
/// machine without a language gets Finnish.
fn lang_of(locale: &str) -> Lang {
    match locale.split(['_', '.', '@']).next().unwrap_or_default() {
        "fi" | "C" | "POSIX" | "" => Lang::Fi,
        "sv" => Lang::Sv,
        _ => Lang::En,
    }
}

fn finish(output: &mut Output, ended: Result<Ending, Fault>) -> ExitCode {
    use std::io::Write;
    let ending = ended.unwrap_or_else(|fault| output.fault(&fault));
    // A closed pipe (`| head`) is no failure of ours.
    let _ = std::io::stdout().write_all(output.text.as_bytes());
    ExitCode::from(ending as u8)
}

async fn run(
    verb: Verb,
    args: &[String],
    around: Surroundings,
    output: &mut Output,
) -> Result<Ending, Fault> {
    match verb {
        Verb::New(args) => new::run(&args, &around, output),
        Verb::Check(args) => check::run(&args, &*around.clock, output),
        Verb::Fmt(args) => fmt::run(&args, output),
        Verb::Explain(args) => explain::run(&args, output),
        Verb::Schema(args) => schema::run(&args, output),
        Verb::Render(args) => render::run(&args, &around, output).await,
        Verb::Package(args) => package::run(&args, output),
        Verb::Serve(args) => serve::run(&args, around, output).await,
        Verb::Doctor(args) => doctor::run(&args, around, output).await,
        Verb::Bench(args) => bench::run(&args, &around, output).await,
        Verb::Demo(args) => demo::run(&args, around, output).await,
        Verb::Completions { shell } => {
            let mut text = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "seloste", &mut text);
            output.text.push_str(&String::from_utf8_lossy(&text));
            Ok(Ending::Ok)
        }
        Verb::Man => {
            let mut text = Vec::new();
            clap_mangen::Man::new(Cli::command()).render(&mut text).map_err(Fault::internal)?;
            output.text.push_str(&String::from_utf8_lossy(&text));
            Ok(Ending::Ok)
        }
        Verb::Engine(EngineVerb::Backup(args)) if args.stands_alone() => {
            backup::alone(&args, &around, output).await
        }
        Verb::Engine(EngineVerb::Ledger(args)) if args.stands_alone() => {
            ledger::alone(&args, output)
        }
        Verb::Engine(verb) => engine_verb(verb, args, around, output).await,
    }
}

/// Asks the running service, or opens the installation and does it here.
async fn engine_verb(
    verb: EngineVerb,
    args: &[String],
    around: Surroundings,
    output: &mut Output,
) -> Result<Ending, Fault> {
    if let EngineVerb::Promises(args) = &verb
        && args.traceability
    {
        return promises::traceability(output);
    }
    let installation = Installation::at(verb.folder()).map_err(|fault| match &verb {
        EngineVerb::User(args) => args.swapped().unwrap_or(fault),
        _ => fault,
    })?;
    let given = Given::of(&verb)?;
    if let Some((answer, ending)) =
        operator::ask(&installation.socket(), args.to_vec(), &given, output).await?
    {
        *output = answer;
        return Ok(ending);
    }
    let app = App::open(installation, around.clock, around.random).await?;
    let ending = run_engine_verb(&app, verb, &given, output).await;
    app.close().await;
    ending
}

/// The verb in a call from the command line, as the running service reads it.
pub fn parse_engine_verb(args: &[String]) -> Option<EngineVerb> {
    match Cli::try_parse_from(args).ok()?.verb {
        Verb::Engine(verb) => Some(verb),
        _ => None,
    }
}

/// Carries a verb out.
///
/// # Errors
/// What the verb tells.
pub async fn run_engine_verb(
    app: &Arc<App>,
    verb: EngineVerb,
    given: &Given,
    output: &mut Output,
) -> Result<Ending, Fault> {
    match verb {
        EngineVerb::Publish(args) => publish::run(app, &args, output).await,
        EngineVerb::Promises(args) => promises::run(app, &args, output).await,
        EngineVerb::Sweep(args) => sweep::run(app, &args, output).await,
        EngineVerb::Backup(args) => backup::run(app, &args, given, output).await,
        EngineVerb::Keys(args) => keys::run(app, &args, output).await,
        EngineVerb::Ledger(args) => ledger::run(app, &args, output).await,
        EngineVerb::Import(args) => import::run(app, &args, given, output).await,
        EngineVerb::Person(args) => person::run(app, &args, given, output).await,
        EngineVerb::Case(args) => case::run(app, &args, given, output).await,
        EngineVerb::Hold(args) => hold::run(app, &args, output).await,
        EngineVerb::Diff(args) => diff::run(app, &args, given, output).await,
        EngineVerb::Simulate(args) => simulate::run(app, &args, output).await,
        EngineVerb::Routes(_) => routes::run(app, output),
        EngineVerb::Inspect(_) => doctor::inside::run(app, output).await,
        EngineVerb::User(args) => user::run(app, args, output).await,
        EngineVerb::Mail(args) => mail::run(app, args, output).await,
    }
}

/// A day as somebody typed it.
fn day(text: &str) -> Result<Date, Fault> {
    text.parse().map_err(|_| mistyped("fault-day", text))
}

/// A moment, or a day's beginning in the zone in which periods are counted.
fn instant(text: &str) -> Result<Timestamp, Fault> {
    if let Ok(moment) = text.parse() {
        return Ok(moment);
    }
    let day: Date = text.parse().map_err(|_| mistyped("fault-moment", text))?;
    let day = day.in_tz(seloste_kernel::ZONE).map_err(|_| mistyped("fault-moment", text))?;
    Ok(day.timestamp())
}

fn mistyped(key: &'static str, text: &str) -> Fault {
    Fault::new(FaultKind::BadRequest, key).with("given", text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_that_of_the_locale() {
        for (locale, lang) in [
            ("fi_FI.UTF-8", Lang::Fi),
            ("C.UTF-8", Lang::Fi),
            ("POSIX", Lang::Fi),
            ("sv_FI@euro", Lang::Sv),
            ("en_GB", Lang::En),
            ("de", Lang::En),
        ] {
            assert_eq!(lang_of(locale), lang, "{locale}");
        }
    }

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }
}
