//! `seloste keys`: the state of the key folder, and a new epoch before its time.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use seloste_kernel::Fault;
use seloste_register::keyring::Status;

use crate::app::App;
use crate::backup::blocking;
use crate::output::{Ending, Output};
use crate::words::{self, say, say_with};

/// Arguments of `keys`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Counts of keys, epochs and erasures.
    Status {
        /// The installation.
        #[arg(default_value = ".")]
        folder: PathBuf,
    },
    /// Begin a new epoch now and wrap every key anew; destroy epochs that no backup needs.
    Rotate {
        /// The installation.
        #[arg(default_value = ".")]
        folder: PathBuf,
    },
}

impl Args {
    pub(super) fn folder(&self) -> &Path {
        match &self.what {
            What::Status { folder } | What::Rotate { folder } => folder,
        }
    }
}

pub(super) async fn run(app: &Arc<App>, args: &Args, output: &mut Output) -> Result<Ending, Fault> {
    if matches!(args.what, What::Rotate { .. }) {
        let window = crate::jobs::epochs::window(app)?;
        let engine = Arc::clone(&app.engine);
        let now = engine.trusted_now()?;
        let (begun, destroyed) = blocking(move || {
            let begun = engine.keyring().rotate_epoch()?;
            Ok((begun, engine.keyring().destroy_epochs_older_than(now, window)?))
        })
        .await?;
        if !output.is_json() {
            let args = [("epoch", begun.to_string()), ("destroyed", destroyed.len().to_string())];
            output.line(say_with(output.lang, "cli-keys-rotated", &args));
        }
    }
    tell(&app.engine.keyring().status(), output)
}

fn tell(status: &Status, output: &mut Output) -> Result<Ending, Fault> {
    if output.is_json() {
        let epochs: Vec<_> = status
            .epochs
            .iter()
            .map(|epoch| serde_json::json!({ "id": epoch.id, "begun": epoch.begun, "keys": epoch.keys }))
            .collect();
        output.json(&serde_json::json!({
            "keys": status.keys, "spares": status.spares, "free-slots": status.free_slots,
            "erased-keys": status.erased_keys, "erased-records": status.erased_records,
            "erasure-room": status.erasure_room, "mended": status.mended,
            "clock-behind": status.clock_behind, "epochs": epochs,
        }))?;
        return Ok(Ending::Ok);
    }
    let args = [
        ("keys", status.keys.to_string()),
        ("spares", status.spares.to_string()),
        ("erased", status.erased_keys.to_string()),
        ("records", status.erased_records.to_string()),
    ];
    output.line(say_with(output.lang, "cli-keys-status", &args));
    for epoch in &status.epochs {
        let args = [
            ("epoch", epoch.id.to_string()),
            ("begun", words::moment(output.lang, epoch.begun)),
            ("keys", epoch.keys.to_string()),
        ];
        output.line(say_with(output.lang, "cli-keys-epoch", &args));
    }
    if status.mended > 0 {
        let args = [("count", status.mended.to_string())];
        output.line(say_with(output.lang, "cli-keys-mended", &args));
    }
    if status.clock_behind {
        output.line(say(output.lang, "cli-keys-clock-behind"));
    }
    Ok(Ending::Ok)
}
