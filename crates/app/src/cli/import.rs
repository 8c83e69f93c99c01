//! `seloste import`: takes in what a person brings from another service (Art. 20). Everything is
//! looked at before anything is written: a difference is named, and then nothing is taken in.

use std::path::PathBuf;
use std::sync::Arc;

use seloste_kernel::{Actor, Exit, Fault, FaultKind, Lang};
use seloste_notice::model::{Keep, Notice, Source};
use seloste_register::{Action, Brought, Draft, RIGHTS};

use super::{Given, import_table};
use crate::app::App;
use crate::files;
use crate::output::{Ending, Output};
use crate::sentences::text;
use crate::services::rights::portable::{FORMAT, File, Portable, may_be_theirs};
use crate::words::say_with;

/// Arguments of `import`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The file: portability/data.json of a package, or what /oma/siirto.json gives.
    file: PathBuf,
    /// The installation.
    #[arg(default_value = ".")]
    pub folder: PathBuf,
    /// The file is a table of records of this kind, of a register that staff keep: one row for each
    /// person, the names of the fields in the first line.
    #[arg(long)]
    kind: Option<String>,
}

pub(super) async fn run(
    app: &Arc<App>,
    args: &Args,
    given: &Given,
    output: &mut Output,
) -> Result<Ending, Fault> {
    let bytes = files::read(&given.cwd.join(&args.file))?;
    if let Some(kind) = &args.kind {
        return import_table::run(app, (&bytes, kind), output).await;
    }
    let unread = |cause: &dyn std::fmt::Display| {
        Fault::new(FaultKind::BadRequest, "fault-import-form").because(cause)
    };
    let file: File = serde_json::from_slice(&bytes).map_err(|error| unread(&error))?;
    if file.format != FORMAT {
        return Err(unread(&file.format));
    }
    let register = app.register()?;
    let now = app.engine.now();
    let records = file.records.iter().enumerate();
    let wrong: Vec<String> = records
        .flat_map(|(place, record)| differences(&register.notice, place, record, now))
        .collect();
    if !wrong.is_empty() {
        return refuse(&wrong, output);
    }
    let access =
        app.engine.access(&register.notice.id, Actor::Operator, RIGHTS, Action::Collect)?;
    let brought = file.records.into_iter().map(brought).collect();
    let imported = app.engine.import(&access, brought, &bytes).await?;
    let (count, receipt) = (imported.records, imported.receipt.expose(Exit::Page));
    if output.is_json() {
        output.json(&serde_json::json!({ "ok": true, "records": count, "receipt": receipt }))?;
    } else {
        let args = [("count", count.to_string()), ("receipt", receipt.clone())];
        output.line(say_with(output.lang, "cli-import-done", &args));
    }
    Ok(Ending::Ok)
}

fn refuse(wrong: &[String], output: &mut Output) -> Result<Ending, Fault> {
    if output.is_json() {
        output.json(&serde_json::json!({ "ok": false, "differences": wrong }))?;
    } else {
        let args = [("count", wrong.len().to_string())];
        output.line(say_with(output.lang, "cli-import-refused", &args));
        wrong.iter().for_each(|line| output.line(format!("  {line}")));
    }
    Ok(Ending::Findings)
}

/// What of a record this notice does not take; names of the notice language only, no values.
fn differences(
    notice: &Notice,
    place: usize,
    record: &Portable,
    now: seloste_kernel::Timestamp,
) -> Vec<String> {
    let at = |what: &str| format!("records[{place}]: {what}");
    let Some(kind) = notice.kind(&record.kind) else {
        return vec![at(&format!("kind `{}` is not declared", record.kind))];
    };
    let mut wrong = Vec::new();
    if !matches!(kind.source, Some(Source::Person | Source::System)) {
        wrong.push(at(&format!("kind `{}` does not come from the person", record.kind)));
    }
    for name in record.fields.keys().filter(|name| kind.field(name).is_none()) {
        wrong.push(at(&format!("field `{}.{name}` is not declared", record.kind)));
    }
    let brought = kind.fields.iter().filter(|field| record.fields.contains_key(&field.name));
    for field in brought.filter(|field| !may_be_theirs(notice, field)) {
        let name = format!("{}.{}", record.kind, field.name);
        wrong.push(at(&format!("field `{name}` is not the person's to take along")));
    }
    if record.created > now {
        wrong.push(at("`created` has not come yet"));
    }
    for field in kind.fields.iter().filter(|field| field.required) {
        if !record.fields.contains_key(&field.name) {
            wrong.push(at(&format!("field `{}.{}` is missing", record.kind, field.name)));
        }
    }
    let whole = kind.part_of.as_ref().map(|whole| whole.value.as_str());
    if whole.is_some() != record.part_of.is_some_and(|whole| whole < place) {
        wrong.push(at("`part-of` does not fit the kind"));
    }
    for agreed in &record.consents {
        let asked =
            notice.purpose(&agreed.purpose).map(|known| text(&known.consent, agreed.language));
        if asked.as_ref() != Some(&agreed.sentence) {
            wrong.push(at(&format!("consent `{}` is asked here in other words", agreed.purpose)));
        }
    }
    if let Some(Keep::For { period, .. }) = &kind.keep
        && period.after(record.created) <= now
    {
        wrong.push(at(&format!("kind `{}` is kept here for a shorter time", record.kind)));
    }
    wrong
}

fn brought(record: Portable) -> Brought {
    let lang = record.consents.first().map_or(Lang::Fi, |agreed| agreed.language);
    let mut draft = Draft::new(&record.kind, "sent", lang).state("new").arrived(record.created);
    if record.part_of.is_none() {
        draft = draft.numbered();
    }
    for (name, value) in record.fields {
        draft = draft.field(&name, value);
    }
    for agreed in record.consents {
        draft = draft.consent(&agreed.purpose);
    }
    Brought { draft, part_of: record.part_of }
}
