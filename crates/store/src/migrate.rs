//! Numbered steps that make the tables. Linear; each runs once; a newer database is refused.

use seloste_kernel::Fault;

use crate::engine::dialect::Dialect;
use crate::engine::postgres::Session;
use crate::engine::sqlite;
use crate::fault;
use crate::value::params;

/// The data file or schema.
const DATA: &[&str] = &[
    include_str!("../migrations/main/0001_tables.sql"),
    include_str!("../migrations/main/0002_leaving.sql"),
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

/// Brings one SQLite file up to date, in one transaction.
pub(crate) fn sqlite(dir: &std::path::Path) -> Result<(), Fault> {
    sqlite_file(&dir.join(sqlite::DATA_FILE), DATA)?;
    sqlite_file(&dir.join(sqlite::INDEX_FILE), INDEX)
}

fn sqlite_file(path: &std::path::Path, steps: &'static [&'static str]) -> Result<(), Fault> {
    let connection = sqlite::open_file(path)?;
    let run = |sql: &str| sqlite::execute(&connection, sql, params![]);
    run(Dialect::Sqlite.begin_write())?;
    let mut done = 0;
    run("CREATE TABLE IF NOT EXISTS schema_version (number INTEGER NOT NULL) STRICT")?;
    sqlite::each(
        &connection,
        "SELECT COALESCE(MAX(number), 0) FROM schema_version",
        params![],
        &mut |row| {
            done = row.int(0)?;
            Ok(())
        },
    )?;
    let pending = pending(steps, done)?;
    if pending.is_empty() {
        return run("ROLLBACK").map(drop);
    }
    for statement in pending.iter().flat_map(|step| statements(step)) {
        run(&Dialect::Sqlite.definition(&statement))?;
    }
    run("DELETE FROM schema_version")?;
    sqlite::execute(
        &connection,
        "INSERT INTO schema_version (number) VALUES ($1)",
        params![steps.len() as i64],
    )?;
    run("COMMIT").map(drop)
}

/// Brings both schemas of PostgreSQL up to date, each in one transaction.
pub(crate) fn postgres(session: &mut Session, schema: &str) -> Result<(), Fault> {
    session.connect()?;
    postgres_schema(session, schema, DATA)?;
    postgres_schema(session, &format!("{schema}_index"), INDEX)
}

fn postgres_schema(
    session: &mut Session,
    schema: &str,
    steps: &'static [&'static str],
) -> Result<(), Fault> {
    session.batch(&format!(
        "BEGIN; {LOCK}; CREATE SCHEMA IF NOT EXISTS {schema}; SET LOCAL search_path = {schema}; \
         CREATE TABLE IF NOT EXISTS schema_version (number BIGINT NOT NULL)"
    ))?;
    let migrated = steps_in(session, steps);
    session.batch(if migrated.is_ok() { "COMMIT" } else { "ROLLBACK" })?;
    migrated
}

fn steps_in(session: &mut Session, steps: &'static [&'static str]) -> Result<(), Fault> {
    let mut done = 0;
    // Not a prepared statement kept for later: the same text means another table outside.
    session.each("SELECT MAX(number) FROM schema_version", params![], &mut |row| {
        done = row.opt_int(0)?.unwrap_or(0);
        Ok(())
    })?;
    let pending = pending(steps, done)?;
    for statement in pending.iter().flat_map(|step| statements(step)) {
        session.batch(&Dialect::Postgres.definition(&statement))?;
    }
    if !pending.is_empty() {
        let number = steps.len();
        session.batch(&format!(
            "DELETE FROM schema_version; INSERT INTO schema_version (number) VALUES ({number})"
        ))?;
    }
    Ok(())
}
