//! A table of records: one row for each person, the names of columns above. Everything is looked at
//! before anything is written, whether the operator brings it or staff on a page.

use std::collections::BTreeSet;

use seloste_kernel::{Fault, FaultKind, Lang};
use seloste_notice::model::{Collect, Field, FieldType, Notice};
use seloste_register::{Draft, check_value};

use super::act::state_of;
use super::known::At;
use crate::cells;
use crate::sentences::text;
use crate::words::{self, say};

/// What is wrong in a table.
pub struct Wrong {
    /// Its line, from 1.
    pub line: u64,
    /// Its column.
    pub field: String,
    /// What.
    pub what: String,
}

/// A table as it was read.
pub struct Table {
    /// Its columns.
    pub names: Vec<String>,
    /// Rows with their lines.
    pub rows: Vec<(u64, Vec<String>)>,
}

/// More columns than anybody's register has: each is shown with all fields to choose from.
const COLUMNS_MAX: usize = 200;

/// Reads a table whose columns are parted by commas, semicolons or tabs.
///
/// # Errors
/// `BadRequest` for what is no table.
pub fn read(bytes: &[u8]) -> Result<Table, Fault> {
    let unread = |cause: &dyn std::fmt::Display| {
        Fault::new(FaultKind::BadRequest, "fault-import-table").because(cause)
    };
    // A spreadsheet may write a mark before the first name.
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let head = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let delimiter = [b';', b'\t'].into_iter().find(|byte| head.contains(byte)).unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(bytes);
    let names = reader.headers().map_err(|error| unread(&error.kind_word()))?;
    if names.len() > COLUMNS_MAX {
        return Err(unread(&"too many columns"));
    }
    let names = names.iter().map(|name| name.trim().to_owned()).collect();
    let mut rows = Vec::new();
    for row in reader.records() {
        let row = row.map_err(|error| unread(&error.kind_word()))?;
        let line = row.position().map_or(0, csv::Position::line);
        rows.push((line, row.iter().map(|cell| cells::original(cell).trim().to_owned()).collect()));
    }
    Ok(Table { names, rows })
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

/// Everything in which the table is not as the notice declares the kind.
pub fn check(notice: &Notice, kind: &Collect, table: &Table, lang: Lang) -> Vec<Wrong> {
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
                // Its text names the field, as people know it.
                let what = words::fault(lang, &fault.with("field", text(&field.label, lang)));
                wrong.push(Wrong { line: *line, field: name.clone(), what });
            }
        }
    }
    wrong
}

/// Why a table cannot give this field: a consent is the person's to give, and a document is no cell.
pub fn closed(notice: &Notice, field: &Field) -> Option<&'static str> {
    if field.by_consent_alone(notice) {
        return Some("import-column-consent");
    }
    (field.ty == FieldType::File).then_some("import-column-file")
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
            Some(field) => {
                if let Some(key) = closed(notice, field) {
                    add(name, key);
                }
            }
        }
    }
    for field in kind.fields.iter().filter(|field| field.required && !names.contains(&field.name)) {
        add(&field.name, "import-column-missing");
    }
    wrong
}

/// A record for each row.
pub fn drafts(at: &At, table: &Table) -> Vec<Draft> {
    let lang = at.register.notice.languages.first().copied().unwrap_or(Lang::Fi);
    table.rows.iter().map(|(_, row)| draft(at, lang, &table.names, row)).collect()
}

fn draft(at: &At, lang: Lang, names: &[String], row: &[String]) -> Draft {
    let given = names.iter().zip(row).filter(|(_, value)| !value.is_empty());
    let fields: Vec<(&str, &str)> =
        given.map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let state = state_of(&at.kind, &fields);
    let draft = Draft::new(&at.kind.kind, "created", lang).state(&state).numbered();
    fields.into_iter().fold(draft, |draft, (name, value)| draft.field(name, value.to_owned()))
}
