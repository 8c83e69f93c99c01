//! `seloste routes`: where the running service answers.

use std::path::PathBuf;
use std::sync::Arc;

use seloste_kernel::{Fault, FaultKind};
use seloste_web::Site;

use crate::app::App;
use crate::output::{Ending, Output};

/// Arguments of `routes`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The installation.
    #[arg(default_value = ".")]
    pub folder: PathBuf,
}

pub(super) fn run(app: &Arc<App>, output: &mut Output) -> Result<Ending, Fault> {
    let stopped = || Fault::new(FaultKind::Environment, "fault-service-stopped");
    let paths = app.site().map(Site::paths).ok_or_else(stopped)?;
    if output.is_json() {
        output.json(&paths)?;
    } else {
        paths.iter().for_each(|path| output.line(path));
    }
    Ok(Ending::Ok)
}
