//! `seloste diff`: what one version of the notice says otherwise than another, what that weighs in
//! law, and which records it is about.

use std::path::PathBuf;
use std::sync::Arc;

use seloste_kernel::{Fault, FaultKind};
use seloste_notice::diff::{diff, touched};
use seloste_notice::model::Notice;
use seloste_register::Affected;

use super::Given;
use crate::app::App;
use crate::changes;
use crate::output::{Ending, Output};
use crate::sentences::text;
use crate::words::{say, say_with};

/// Arguments of `diff`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The installation.
    #[arg(default_value = ".")]
    pub folder: PathBuf,
    /// The number of the earlier version; without it, the one in force.
    #[arg(long)]
    pub from: Option<i64>,
    /// The number of the later version, or a notice file; without it, the notice in the folder.
    #[arg(long)]
    pub to: Option<String>,
    /// Count the stored records and the people that the changes are about. Nothing is opened.
    #[arg(long)]
    pub impact: bool,
}

/// Ends with 1 where people must be told of a change, with 0 where not.
pub(super) async fn run(
    app: &Arc<App>,
    args: &Args,
    given: &Given,
    output: &mut Output,
) -> Result<Ending, Fault> {
    let current = app.register()?;
    let old = published(app, args.from.unwrap_or(current.version)).await?;
    let (new, source) = later(app, args.to.as_deref(), given).await?;
    if old.id != new.id {
        return Err(Fault::new(FaultKind::BadRequest, "fault-diff-other-register")
            .with("old", old.id)
            .with("new", new.id));
    }
    let changes = diff(&old, &new);
    let affected = match args.impact {
        true => Some(app.engine.affected(&old.id, &touched(&changes, &old, &new)).await?),
        false => None,
    };
    let significant = changes::significant(&changes);
    if output.is_json() {
        output.json(&serde_json::json!({
            "significant": significant,
            "changes": changes::as_json(&changes, output.lang, source.as_deref()),
            "impact": affected,
        }))?;
    } else {
        changes::tell(output, &changes, source.as_deref());
        if let Some(affected) = &affected {
            tell_affected(output, affected, &old);
        }
    }
    Ok(if significant > 0 { Ending::Findings } else { Ending::Ok })
}

async fn published(app: &App, number: i64) -> Result<Notice, Fault> {
    let register = app.register()?;
    let version = app.engine.published(&register.notice.id, number).await?;
    let unknown = || {
        Fault::new(FaultKind::BadRequest, "fault-version-unknown")
            .with("version", number.to_string())
            .with("last", register.version.to_string())
    };
    Ok(version.ok_or_else(unknown)?.notice.clone())
}

/// The later notice, and its text where it is a file.
async fn later(
    app: &App,
    to: Option<&str>,
    given: &Given,
) -> Result<(Notice, Option<String>), Fault> {
    let source = match to {
        None => app.installation.notice_text()?,
        Some(to) => match to.parse() {
            Ok(number) => return Ok((published(app, number).await?, None)),
            Err(_) => super::check::read(&given.cwd.join(to))?.text,
        },
    };
    let reading = seloste_notice::read(&source, "notice.kdl");
    if !reading.is_whole() {
        return Err(Fault::new(FaultKind::Invalid, "fault-diff-unreadable"));
    }
    Ok((reading.notice, Some(source)))
}

fn tell_affected(output: &mut Output, affected: &Affected, notice: &Notice) {
    let lang = output.lang;
    output.line("");
    if affected.kinds.is_empty() {
        return output.line(say(lang, "cli-impact-none"));
    }
    output.line(say_with(lang, "cli-impact", &[("count", affected.persons.to_string())]));
    for (kind, of) in &affected.kinds {
        let title = notice.kind(kind).map(|known| text(&known.title, lang));
        let args = [
            ("kind", title.filter(|title| !title.is_empty()).unwrap_or_else(|| kind.clone())),
            ("records", of.records.to_string()),
            ("persons", of.persons.to_string()),
        ];
        output.line(format!("  {}", say_with(lang, "cli-impact-kind", &args)));
        if of.consents > 0 {
            let count = [("count", of.consents.to_string())];
            output.line(format!("    {}", say_with(lang, "cli-impact-consents", &count)));
        }
        if !of.numbers.is_empty() {
            let numbers = of.numbers.iter().map(i64::to_string).collect::<Vec<_>>().join(", ");
            let args = [("numbers", numbers)];
            output.line(format!("    {}", say_with(lang, "cli-impact-numbers", &args)));
        }
    }
}
