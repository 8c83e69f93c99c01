//! `seloste package verify`: checks a package that somebody was given, by itself.

use std::fs::File;
use std::path::PathBuf;

use seloste_kernel::{Fault, FaultKind};
use seloste_store::ledger::PublicKey;

use crate::files;
use crate::output::{Ending, Output};
use crate::services::rights::package::verify::verify;
use crate::words::say_with;

/// Arguments of `package`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Check that a package is whole, unchanged and signed. Needs no installation.
    Verify {
        /// The ZIP.
        file: PathBuf,
        /// The public key of whoever made it, as its page of proofs tells it; otherwise the one
        /// that the package names, to be compared with that page.
        #[arg(long)]
        key: Option<String>,
    },
}

pub(super) fn run(args: &Args, output: &mut Output) -> Result<Ending, Fault> {
    let What::Verify { file, key } = &args.what;
    let key: Option<PublicKey> = key
        .as_ref()
        .map(|key| key.trim().parse())
        .transpose()
        .map_err(|_| Fault::new(FaultKind::BadRequest, "fault-ledger-key"))?;
    let opened = File::open(file).map_err(files::unreadable(file))?;
    match verify(opened, key.as_ref()) {
        Ok(manifest) if output.is_json() => output.json(&serde_json::json!({
            "ok": true, "files": manifest.files.len(), "made": manifest.made,
            "controller": manifest.controller, "key": manifest.ledger_key,
            "key-compared": key.is_some() }))?,
        Ok(manifest) => {
            let args = [
                ("count", manifest.files.len().to_string()),
                ("made", manifest.made),
                ("controller", manifest.controller),
                ("key", manifest.ledger_key),
            ];
            let said = if key.is_some() { "cli-package-whole" } else { "cli-package-whole-key" };
            output.line(say_with(output.lang, said, &args));
        }
        Err(wrong) => {
            if output.is_json() {
                output.json(&serde_json::json!({ "ok": false, "wrong": wrong }))?;
            } else {
                let args = [("count", wrong.len().to_string())];
                output.line(say_with(output.lang, "cli-package-wrong", &args));
                wrong.iter().for_each(|line| output.line(format!("  {line}")));
            }
            return Ok(Ending::Findings);
        }
    }
    Ok(Ending::Ok)
}
