//! A table of records for `seloste import --kind`: one row for each person, the field names of the
//! notice above. Everything is looked at before anything is written.

use std::collections::BTreeSet;
use std::sync::Arc;

use seloste_kernel::{Actor, Fault, FaultKind, Lang};
use seloste_notice::model::{Collect, FieldType, Notice};
use seloste_register::{Action, Draft, check_value};

use crate::app::App;
use crate::cells;
use crate::output::{Ending, Output};
use crate::services::records::{self, At};
use crate::words::{self, say, say_with};

/// What is wrong in a table: the line, the column, and what.
struct Wrong {
    line: u64,
    field: String,
    what: String,
}

/// A table as it was read: names of columns, and rows with their lines.
struct Read {
    names: Vec<String>,
    rows: Vec<(u64, Vec<String>)>,
}

/// Takes a table in; the whole of it or nothing.
///
/// # Errors
/// `BadRequest` for what is no table; `NotFound` for a kind that no register of the notice has, or
/// that hangs on another.
pub async fn run(
    app: &Arc<App>,
    (bytes, kind): (&[u8], &str),
    output: &mut Output,
) -> Result<Ending, Fault> {
    let at = At::of_kind(app, kind)?;
    if at.kind.part_of.is_some() {
        let fault = Fault::new(FaultKind::Invalid, "fault-import-part");
        return Err(fault.with("kind", kind));
    }
    let table = read(bytes)?;
    let wrong = check(&at.register.notice, &at.kind, &table, output.lang);
    if !wrong.is_empty() {
        return refuse(&wrong, output);
    }
    let purpose = records::purposes(&at.register.notice, &at.kind).into_iter().next();
    let purpose = purpose.ok_or_else(Fault::not_found)?;
    let id = &at.register.notice.id;
    let access = app.engine.access(id, Actor::Operator, purpose, Action::Collect)?;
    let lang = at.register.notice.languages.first().copied().unwrap_or(Lang::Fi);
    let drafts = table.rows.iter().map(|(_, row)| draft(&at, lang, &table.names, row)).collect();
    let count = app.engine.take_in(&access, drafts, bytes).await?;
    if output.is_json() {
        output.json(&serde_json::json!({ "ok": true, "records": count }))?;
    } else {
        output.line(say_with(
            output.lang,
            "cli-import-table-done",
            &[("count", count.to_string())],
        ));
    }
    Ok(Ending::Ok)
}

/// Reads a table whose columns are parted by commas, semicolons or tabs.
fn read(bytes: &[u8]) -> Result<Read, Fault> {
    let unread = |cause: &dyn std::fmt::Display| {
        Fault::new(FaultKind::BadRequest, "fault-import-table").because(cause)
    };
    // A spreadsheet may write a mark before the first name.
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let head = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let delimiter = [b';', b'\t'].into_iter().find(|byte| head.contains(byte)).unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(bytes);
    let names = reader.headers().map_err(|error| unread(&error.kind_word()))?;
    let names = names.iter().map(|name| name.trim().to_owned()).collect();
    let mut rows = Vec::new();
    for row in reader.records() {
        let row = row.map_err(|error| unread(&error.kind_word()))?;
        let line = row.position().map_or(0, csv::Position::line);
        rows.push((line, row.iter().map(|cell| cells::original(cell).trim().to_owned()).collect()));
    }
    Ok(Read { names, rows })
}

/// What went wrong, without the text at which it did.
trait KindWord {
    fn kind_word(&self) -> String;
}

impl KindWord for csv::Error {
    fn kind_word(&self) -> String {
        let line = self.position().map_or(0, csv::Position::line);
        let word = match self.kind() {
            csv::ErrorKind::Utf8 { .. } => "not UTF-8",
            csv::ErrorKind::UnequalLengths { .. } => "a row with more or fewer columns",
            _ => "not readable",
        };
        format!("line {line}: {word}")
    }
}

fn check(notice: &Notice, kind: &Collect, table: &Read, lang: Lang) -> Vec<Wrong> {
    let mut wrong = columns(notice, kind, &table.names, lang);
    for (line, row) in &table.rows {
        for (name, value) in table.names.iter().zip(row) {
            let Some(field) = kind.field(name) else { continue };
            let missing = value.is_empty() && field.required;
            let checked = match (missing, value.is_empty()) {
                (true, _) => Err(Fault::new(FaultKind::Invalid, "fault-field-missing")),
                (_, true) => Ok(()),
                _ => check_value(field, value),
            };
            if let Err(fault) = checked {
                let what = words::fault(lang, &fault);
                wrong.push(Wrong { line: *line, field: name.clone(), what });
            }
        }
    }
    wrong
}

/// What is wrong with the columns: unknown, twice, missing, or asked of the person only.
fn columns(notice: &Notice, kind: &Collect, names: &[String], lang: Lang) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    let mut add = |field: &str, key: &'static str| {
        wrong.push(Wrong { line: 1, field: field.to_owned(), what: say(lang, key) });
    };
    for name in names {
        match kind.field(name) {
            _ if !seen.insert(name.as_str()) => add(name, "import-column-twice"),
            None => add(name, "import-column-undeclared"),
            // A consent is the person's to give: no table gives it.
            Some(field) if field.by_consent_alone(notice) => add(name, "import-column-consent"),
            Some(field) if field.ty == FieldType::File => add(name, "import-column-file"),
            Some(_) => {}
        }
    }
    for field in kind.fields.iter().filter(|field| field.required && !names.contains(&field.name)) {
        add(&field.name, "import-column-missing");
    }
    wrong
}

fn refuse(wrong: &[Wrong], output: &mut Output) -> Result<Ending, Fault> {
    if output.is_json() {
        let all: Vec<_> = wrong
            .iter()
            .map(
                |one| serde_json::json!({ "line": one.line, "field": one.field, "what": one.what }),
            )
            .collect();
        output.json(&serde_json::json!({ "ok": false, "findings": all }))?;
        return Ok(Ending::Findings);
    }
    let args = [("count", wrong.len().to_string())];
    output.line(say_with(output.lang, "cli-import-table-refused", &args));
    for Wrong { line, field, what } in wrong {
        let args = [("line", line.to_string()), ("field", field.clone()), ("what", what.clone())];
        output.line(format!("  {}", say_with(output.lang, "cli-import-finding", &args)));
    }
    Ok(Ending::Findings)
}

fn draft(at: &At, lang: Lang, names: &[String], row: &[String]) -> Draft {
    let given = names.iter().zip(row).filter(|(_, value)| !value.is_empty());
    let fields: Vec<(&str, &str)> =
        given.map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let state = records::state_of(&at.kind, &fields);
    let draft = Draft::new(&at.kind.kind, "created", lang).state(&state).numbered();
    fields.into_iter().fold(draft, |draft, (name, value)| draft.field(name, value.to_owned()))
}
