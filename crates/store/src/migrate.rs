//! Numbered steps that make the tables. Linear; each runs once; a newer database is refused.

use std::sync::Arc;

use seloste_kernel::Fault;

use crate::engine::dialect::Dialect;
use crate::engine::postgres::Session;
use crate::engine::sqlite;
use crate::tx::{Engine, Shared, Tx};
use crate::value::params;
use crate::{fault, mark};

/// The data file or schema.
const DATA: &[&str] = &[
    include_str!("../migrations/main/0001_tables.sql"),
    include_str!("../migrations/main/0002_leaving.sql"),
    include_str!("../migrations/main/0003_marks.sql"),
    include_str!("../migrations/main/0004_limits.sql"),
    include_str!("../migrations/main/0005_holds.sql"),
    include_str!("../migrations/main/0006_publications.sql"),
];
/// The file or schema of the lookups.
const INDEX: &[&str] = &[include_str!("../migrations/index/0001_lookups.sql")];

/// Keeps two starting servers from migrating at once (PostgreSQL only, never on a hot path).
const LOCK: &str = "SELECT pg_advisory_xact_lock(7317021)";

/// The version this program makes and knows.
pub(crate) fn version() -> i64 {
    DATA.len() as i64
}

/// Statements of a step: separated by semicolons, with comments on lines of their own.
fn statements(step: &str) -> impl Iterator<Item = String> {
    let code: String =
        step.lines().filter(|line| !line.starts_with("--")).flat_map(|line| [line, "\n"]).collect();
    let parts: Vec<String> = code.split(';').map(|part| part.trim().to_owned()).collect();
    parts.into_iter().filter(|part| !part.is_empty())
}

/// Steps still to do, or a refusal when the database has steps this program does not know.
fn pending(steps: &'static [&'static str], done: i64) -> Result<&'static [&'static str], Fault> {
    usize::try_from(done).ok().and_then(|done| steps.get(done..)).ok_or_else(|| {
        let known = steps.len();
        fault::environment("store-newer-schema", format_args!("has {done}, knows {known}"))
    })
}

/// The first version of the data whose rows have marks.
pub(crate) const MARKS: i64 = 3;

/// Brings both SQLite files up to date, each in one transaction.
pub(crate) fn sqlite(dir: &std::path::Path, shared: &Arc<Shared>) -> Result<(), Fault> {
    for (file, steps) in [(sqlite::DATA_FILE, DATA), (sqlite::INDEX_FILE, INDEX)] {
        let connection = sqlite::open_file(&dir.join(file))?;
        let mut tx = Tx::new(Engine::Sqlite(connection), Arc::clone(shared));
        tx.border(Dialect::Sqlite.begin_write())?;
        tx.execute(
            "CREATE TABLE IF NOT EXISTS schema_version (number INTEGER NOT NULL) STRICT",
            params![],
        )?;
        finish(&mut tx, steps)?;
    }
    Ok(())
}

/// Brings both schemas of PostgreSQL up to date, each in one transaction.
pub(crate) fn postgres(
    mut session: Session,
    schema: &str,
    shared: &Arc<Shared>,
) -> Result<(), Fault> {
    session.connect()?;
    let mut tx = Tx::new(Engine::Postgres(Box::new(session)), Arc::clone(shared));
    for (schema, steps) in [(schema.to_owned(), DATA), (format!("{schema}_index"), INDEX)] {
        tx.border(&format!(
            "BEGIN; {LOCK}; CREATE SCHEMA IF NOT EXISTS {schema}; \
             SET LOCAL search_path = {schema}; \
             CREATE TABLE IF NOT EXISTS schema_version (number BIGINT NOT NULL)"
        ))?;
        finish(&mut tx, steps)?;
    }
    Ok(())
}

/// Ends the transaction in which the steps still to do are done.
fn finish(tx: &mut Tx, steps: &'static [&'static str]) -> Result<(), Fault> {
    match steps_in(tx, steps) {
        Ok(()) => tx.border("COMMIT"),
        Err(fault) => {
            tx.rollback();
            Err(fault)
        }
    }
}

fn steps_in(tx: &mut Tx, steps: &'static [&'static str]) -> Result<(), Fault> {
    let newest = "SELECT MAX(number) FROM schema_version";
    let done = tx.one(newest, params![], |row| row.opt_int(0))?.unwrap_or(0);
    let pending = pending(steps, done)?;
    if pending.is_empty() {
        return Ok(());
    }
    // Lookups have none: what they say is compared with the sealed cell.
    let marks = std::ptr::eq(steps, DATA) && done < MARKS;
    if marks && done > 0 {
        tx.marker().may_begin()?;
    }
    for statement in pending.iter().flat_map(|step| statements(step)) {
        let definition = tx.dialect().definition(&statement);
        tx.border(&definition)?;
    }
    if marks {
        mark::begin(tx)?;
    }
    tx.execute("DELETE FROM schema_version", params![])?;
    let number = steps.len() as i64;
    tx.execute("INSERT INTO schema_version (number) VALUES ($1)", params![number]).map(drop)
}

#[cfg(test)]
pub(crate) mod testing {
    //! The tables as they were.

    use super::{DATA, Dialect, statements};

    /// The statements of the first version, for SQLite.
    pub(crate) fn first() -> Vec<String> {
        statements(DATA[0]).map(|statement| Dialect::Sqlite.definition(&statement)).collect()
    }
}
