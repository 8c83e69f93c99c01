//! `seloste publish`: the notice in the folder becomes the one in force.

use std::path::PathBuf;
use std::sync::Arc;

use seloste_kernel::Fault;

use crate::app::App;
use crate::output::hex;
use crate::output::{Ending, Output};
use crate::words::say_with;

/// Arguments of `publish`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The installation.
    #[arg(default_value = ".")]
    pub folder: PathBuf,
}

pub(super) async fn run(
    app: &Arc<App>,
    _args: &Args,
    output: &mut Output,
) -> Result<Ending, Fault> {
    let before = app.register().ok();
    let register = app.publish().await?;
    let same = before.is_some_and(|before| before.version == register.version);
    if output.is_json() {
        output.json(&serde_json::json!({
            "register": register.notice.id,
            "version": register.version,
            "hash": hex(&register.hash),
            "published": register.published.to_string(),
            "changed": !same,
        }))?;
    } else {
        let args = [
            ("register", register.notice.id.clone()),
            ("version", register.version.to_string()),
            ("hash", hex(&register.hash)),
        ];
        let key = if same { "cli-published-same" } else { "cli-published" };
        output.line(say_with(output.lang, key, &args));
    }
    Ok(Ending::Ok)
}
