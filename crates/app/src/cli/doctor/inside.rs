//! What only keys and data tell: asked of the running service, or looked at here.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::SignedDuration;
use seloste_kernel::{Fault, Timestamp, ZONE};

use super::{Finding, bad, faulty, good, good_with};
use crate::app::App;
use crate::backup::{LEDGER, Targets, blocking, care, erasures};
use crate::cli::{Given, Surroundings};
use crate::installation::Installation;
use crate::operator;
use crate::output::{Ending, Format, Output};

/// One is made every day; after two days without a new one something is wrong.
const BACKUP_LATE: SignedDuration = SignedDuration::from_hours(48);

/// The hidden verb that a running service answers with its findings.
pub const VERB: &str = "inspect";

/// Arguments of `inspect`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The installation.
    #[arg(default_value = ".")]
    pub folder: PathBuf,
}

/// Findings from within, by whoever has keys and data open.
pub(super) async fn findings(
    installation: Installation,
    around: Surroundings,
    output: &Output,
) -> Vec<Finding> {
    match ask(&installation, output).await {
        Ok(Some(findings)) => return findings,
        Ok(None) => {}
        Err(fault) => return vec![faulty("open", &fault, output)],
    }
    let app = match App::open(installation, around.clock, around.random).await {
        Ok(app) => app,
        Err(fault) => return vec![faulty("open", &fault, output)],
    };
    let mut findings = vec![good("open", output)];
    findings.extend(look(&app, output).await);
    app.close().await;
    findings
}

/// Asks the running service; `None` when there is none.
async fn ask(installation: &Installation, output: &Output) -> Result<Option<Vec<Finding>>, Fault> {
    let lang = output.lang.tag().to_owned();
    let folder = installation.folder.display().to_string();
    let args = ["seloste", "--format", "json", "--lang", &lang, VERB, &folder];
    let args = args.map(str::to_owned).to_vec();
    let given = Given { cwd: installation.folder.clone(), input: String::new() };
    let empty = Output::new(Format::Json, output.lang, false);
    match operator::ask(&installation.socket(), args, &given, &empty).await? {
        Some((answer, Ending::Ok)) => {
            let mut findings = vec![good("open-running", output)];
            let told: Vec<Finding> = serde_json::from_str(&answer.text).map_err(Fault::internal)?;
            findings.extend(told);
            Ok(Some(findings))
        }
        Some(_) => Err(Fault::new(seloste_kernel::FaultKind::Environment, "fault-service-silent")),
        None => Ok(None),
    }
}

/// The verb itself.
pub async fn run(app: &Arc<App>, output: &mut Output) -> Result<Ending, Fault> {
    let findings = look(app, output).await;
    output.json(&findings)?;
    Ok(Ending::Ok)
}

async fn look(app: &Arc<App>, output: &Output) -> Vec<Finding> {
    let mut findings = vec![clock(app, output), published(app, output), keys(app, output)];
    findings.push(ledger(app, output).await);
    findings.extend(backups(app, output).await);
    findings.extend(records(app, output).await);
    findings
}

fn clock(app: &App, output: &Output) -> Finding {
    match app.engine.trusted_now() {
        Ok(_) => good("clock", output),
        Err(fault) => faulty("clock", &fault, output),
    }
}

fn published(app: &App, output: &Output) -> Finding {
    let text = app.installation.notice_text().unwrap_or_default();
    match app.register().map(|register| register.hash) {
        Ok(hash) if hash == seloste_notice::read(&text, "notice.kdl").hash() => {
            good("published", output)
        }
        _ => bad("published", &[], output),
    }
}

fn keys(app: &App, output: &Output) -> Finding {
    let status = app.engine.keyring().status();
    match (status.mended, status.clock_behind) {
        (0, false) => {
            let begun = status.epochs.last().map(|epoch| epoch.begun).unwrap_or_default();
            good_with("keys", &[("begun", minute(begun))], output)
        }
        (mended, _) => bad("keys", &[("mended", mended.to_string())], output),
    }
}

async fn ledger(app: &Arc<App>, output: &Output) -> Finding {
    let (folder, key) = (app.installation.data().join(LEDGER), app.engine.ledger_key());
    if app.integrate().await.is_ok() && app.ledger.checkpoint().is_none() {
        return good("ledger-empty", output);
    }
    let report = blocking(move || Ok(seloste_store::ledger::verify(&folder, &key, &[]))).await;
    match report {
        Ok(Ok(report)) => {
            let last = report.last_ms.and_then(|ms| Timestamp::from_millisecond(ms).ok());
            let (count, last) = (report.size.to_string(), minute(last.unwrap_or_default()));
            good_with("ledger", &[("count", count), ("last", last)], output)
        }
        Ok(Err(damages)) => bad("ledger", &[("count", damages.len().to_string())], output),
        Err(fault) => faulty("ledger", &fault, output),
    }
}

/// Those of the settings: how old they are, and every one of them whole.
async fn backups(app: &Arc<App>, output: &Output) -> Vec<Finding> {
    let Ok(targets) = Targets::of(&app.installation, None, None) else { return Vec::new() };
    // What lies there is not ours to tell of.
    if let Err(fault) = erasures::refuse_others(&app.engine, &targets.keys) {
        return vec![faulty("backup-others", &fault, output)];
    }
    let looked = blocking(move || Ok((care::all(&targets)?, care::damaged(&targets)?))).await;
    let (halves, damaged) = match looked {
        Ok(found) => found,
        Err(fault) => return vec![faulty("backup-age", &fault, output)],
    };
    let now = app.engine.now();
    let made = halves.iter().map(|half| half.made);
    let age = match (made.clone().min(), made.max()) {
        (Some(oldest), Some(newest)) => {
            let args = [("newest", minute(newest)), ("oldest", minute(oldest))];
            let late = now.duration_since(newest) > BACKUP_LATE;
            if late {
                bad("backup-age", &args, output)
            } else {
                good_with("backup-age", &args, output)
            }
        }
        _ => bad("backup-none", &[], output),
    };
    let broken = damaged
        .iter()
        .map(|half| bad("backup-whole", &[("folder", half.folder.display().to_string())], output));
    std::iter::once(age).chain(broken).collect()
}

/// In the zone of the records, to the minute.
fn minute(at: Timestamp) -> String {
    at.in_tz(ZONE).map_or(at.to_string(), |local| local.strftime("%Y-%m-%d %H:%M").to_string())
}

async fn records(app: &App, output: &Output) -> Vec<Finding> {
    let mut findings = Vec::new();
    for register in app.engine.registers() {
        let finding = match app.engine.scan(&register.notice.id).await {
            Ok(scanned) if scanned.keyless + scanned.unsealed == 0 => good("records", output),
            Ok(scanned) => {
                let count = (scanned.keyless + scanned.unsealed).to_string();
                bad("records", &[("count", count)], output)
            }
            Err(fault) => faulty("records", &fault, output),
        };
        findings.push(finding);
    }
    match app.engine.aliens().await {
        Ok(aliens) => findings.extend(aliens.named.into_iter().map(|alien| {
            bad("alien", &[("table", alien.table.to_owned()), ("key", alien.key)], output)
        })),
        Err(fault) => findings.push(faulty("records", &fault, output)),
    }
    findings
}
