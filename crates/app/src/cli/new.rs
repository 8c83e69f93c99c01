//! `seloste new`: an installation from a ready-made notice, ready to be edited and served.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use seloste_kernel::{Fault, FaultKind};
use seloste_notice::grammar::CONTROLLER_KINDS;
use seloste_register::keyring::{Keyring, RootSource};

use super::Surroundings;
use crate::output::{Ending, Output};
use crate::services;
use crate::words::{say, say_with};

/// The settings as an installation gets them: every one commented out.
pub const SETTINGS: &str = include_str!("../../assets/seloste.toml");

/// What stands in place of what rests on laws of authorities, for everybody else.
const PRIVATE: &str = include_str!("../../assets/feedback-private.kdl");

/// Arguments of `new`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The ready-made notice.
    #[arg(value_parser = clap::builder::PossibleValuesParser::new(services::ready_made().map(|(name, _)| name)))]
    notice: String,
    /// What the organisation is, when it is not what the ready-made notice says: an authority, or
    /// somebody whom the laws on authorities do not bind.
    #[arg(long, value_parser = clap::builder::PossibleValuesParser::new(CONTROLLER_KINDS))]
    kind: Option<String>,
    /// The folder to make.
    folder: PathBuf,
}

pub(super) fn run(
    args: &Args,
    around: &Surroundings,
    output: &mut Output,
) -> Result<Ending, Fault> {
    make((&args.notice, args.kind.as_deref()), &args.folder, around)?;
    if output.is_json() {
        output.json(&serde_json::json!({ "folder": args.folder, "notice": args.notice }))?;
    } else {
        let folder = args.folder.display().to_string();
        output.line(say_with(output.lang, "cli-new-made", &[("folder", folder.clone())]));
        output.line(say(output.lang, "cli-new-next"));
        output.line(format!("  seloste check {folder}"));
        output.line(format!("  seloste serve {folder}"));
    }
    Ok(Ending::Ok)
}

/// A ready-made notice for this kind of controller.
fn ready_made(notice: &str, kind: Option<&str>) -> Result<String, Fault> {
    let (_, text) = services::ready_made().find(|(name, _)| *name == notice).ok_or_else(|| {
        Fault::new(FaultKind::BadRequest, "fault-no-such-notice").with("name", notice)
    })?;
    let own = seloste_notice::read(text, notice).notice.controller.kind;
    let Some(kind) = kind.filter(|kind| *kind != own) else { return Ok(text.to_owned()) };
    let text = match (own.as_str(), kind) {
        ("authority", _) => seloste_notice::exchange(text, PRIVATE),
        (_, "authority") => {
            let fault = Fault::new(FaultKind::BadRequest, "fault-no-notice-of-kind");
            return Err(fault.with("name", notice).with("kind", kind));
        }
        _ => text.to_owned(),
    };
    Ok(text.replacen(&format!("kind=\"{own}\""), &format!("kind=\"{kind}\""), 1))
}

/// Makes the folder. Nothing that exists is overwritten.
///
/// # Errors
/// `BadRequest` when there is no such notice for this kind of controller; `Environment` when the
/// folder has something in it or cannot be written.
pub fn make(
    (notice, kind): (&str, Option<&str>),
    folder: &Path,
    around: &Surroundings,
) -> Result<(), Fault> {
    let text = ready_made(notice, kind)?;
    let failed = |error: std::io::Error| {
        Fault::new(FaultKind::Environment, "fault-folder-not-made")
            .with("folder", folder.display().to_string())
            .because(error)
    };
    std::fs::create_dir_all(folder).map_err(failed)?;
    if std::fs::read_dir(folder).map_err(failed)?.next().is_some() {
        return Err(Fault::new(FaultKind::Environment, "fault-folder-not-empty")
            .with("folder", folder.display().to_string()));
    }
    for inner in ["data", "keys"] {
        let path = folder.join(inner);
        std::fs::create_dir(&path).map_err(failed)?;
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o700)).map_err(failed)?;
    }
    std::fs::write(folder.join("seloste.toml"), SETTINGS).map_err(failed)?;
    Keyring::create(
        &folder.join("keys"),
        RootSource::InFolder,
        Arc::clone(&around.random),
        Arc::clone(&around.clock),
    )?;
    // Last: a folder with a notice is a whole installation.
    std::fs::write(folder.join("notice.kdl"), text).map_err(failed)
}
