//! `seloste render`: the notice as a file.

use std::path::PathBuf;
use std::sync::Arc;

use seloste_kernel::{Fault, FaultKind};
use seloste_notice::Level;
use seloste_register::Register;

use super::{Surroundings, check};
use crate::files;
use crate::output::{Ending, Output};
use crate::public::{Form, Version, write};

/// Arguments of `render`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// An installation or a notice file.
    #[arg(default_value = ".")]
    pub path: PathBuf,
    /// The form.
    #[arg(long, value_enum, default_value_t = Form::Html)]
    pub to: Form,
    /// Where to; standard output by default.
    #[arg(long, short)]
    pub output: Option<PathBuf>,
}

pub(super) async fn run(
    args: &Args,
    around: &Surroundings,
    output: &mut Output,
) -> Result<Ending, Fault> {
    let reading = check::read(&args.path)?;
    let findings = check::findings(&reading, &*around.clock)?;
    let errors = findings.iter().filter(|finding| finding.level == Level::Error).count();
    if errors > 0 {
        return Err(Fault::new(FaultKind::Invalid, "fault-notice-has-errors")
            .with("count", errors.to_string()));
    }
    let file = if args.path.is_dir() { args.path.join("notice.kdl") } else { args.path.clone() };
    let text = files::read_text(&file)?;
    // What is not published has no number; the service gives it one when it publishes.
    let version = Version::new(Arc::new(Register::read(&text, 0, around.clock.now())), None)?;
    let lang = output.lang;
    let form = args.to;
    let bytes = tokio::task::spawn_blocking(move || write(&version, form, lang))
        .await
        .map_err(Fault::internal)??;
    match &args.output {
        Some(to) => std::fs::write(to, &bytes).map_err(files::unwritable(to))?,
        None => {
            use std::io::Write;
            // A closed pipe is no failure of ours; a PDF is no text, so it goes out as it is.
            let _ = std::io::stdout().write_all(&bytes);
        }
    }
    Ok(Ending::Ok)
}
