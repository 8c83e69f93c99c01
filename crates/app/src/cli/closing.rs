//! `seloste person close-addresses`: takes in a list of addresses, kept elsewhere until now, whose
//! owners have said no. Only digests are stored.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use seloste_kernel::{Actor, Fault, FaultKind, Sensitive};
use seloste_register::{Action, RIGHTS, is_address};

use super::Given;
use crate::app::App;
use crate::files;
use crate::output::{Ending, Output};
use crate::words::say_with;

/// Arguments of `person close-addresses`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The installation.
    #[arg(default_value = ".")]
    pub folder: PathBuf,
    /// The use to which they are closed, as the notice's purposes say it: direct-marketing or
    /// market-research.
    #[arg(long = "use", value_name = "USE")]
    usage: String,
    /// A CSV file with mail addresses and telephone numbers in any of its columns.
    #[arg(long)]
    list: PathBuf,
}

pub(super) async fn run(
    app: &Arc<App>,
    args: &Args,
    given: &Given,
    output: &mut Output,
) -> Result<Ending, Fault> {
    let (addresses, without) = addresses(&given.cwd.join(&args.list))?;
    let register = app.register()?;
    if !register.notice.uses().contains(args.usage.as_str()) {
        let fault = Fault::new(FaultKind::BadRequest, "fault-use-undeclared");
        return Err(fault.with("use", &args.usage));
    }
    let id = &register.notice.id;
    let access = app.engine.access(id, Actor::Operator, RIGHTS, Action::DecideRequests)?;
    let closed = app.engine.close_addresses(&access, &args.usage, &addresses).await?;
    if output.is_json() {
        output.json(&serde_json::json!({
            "addresses": closed.addresses, "persons": closed.persons, "without": without,
        }))?;
        return Ok(Ending::Ok);
    }
    let told = [
        ("addresses", closed.addresses.to_string()),
        ("persons", closed.persons.to_string()),
        ("without", without.to_string()),
    ];
    output.line(say_with(output.lang, "cli-person-closed", &told));
    Ok(Ending::Ok)
}

/// The addresses in a file, and how many of its rows have none.
fn addresses(path: &Path) -> Result<(Vec<Sensitive<String>>, usize), Fault> {
    let text = files::read_text(path)?;
    let text = text.trim_start_matches('\u{feff}');
    let first = text.lines().next().unwrap_or_default();
    let delimiter = [b';', b'\t'].into_iter().find(|mark| first.as_bytes().contains(mark));
    let mut rows = csv::ReaderBuilder::new()
        .delimiter(delimiter.unwrap_or(b','))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let (mut all, mut without) = (Vec::new(), 0);
    for row in rows.records() {
        let wrong = |_| Fault::new(FaultKind::BadRequest, "fault-list-unread");
        let row = row.map_err(wrong)?;
        let before = all.len();
        let cells = row.iter().filter(|cell| is_address(cell));
        all.extend(cells.map(|cell| Sensitive::new(cell.to_owned())));
        without += usize::from(all.len() == before);
    }
    Ok((all, without))
}
