//! SQLite: two files (data, and the index of lookups), write-ahead log, every commit on disk.

use std::path::Path;
use std::time::Duration;

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, OpenFlags, ToSql};
use seloste_kernel::Fault;

use super::dialect::Dialect;
use crate::fault;
use crate::value::{Row, Value};

/// The first release without the bug by which two connections could spoil the write-ahead log.
const OLDEST_SQLITE: i32 = 3_051_003;
/// How long a statement waits for a lock that another process or a checkpoint holds.
const BUSY_WAIT: Duration = Duration::from_secs(5);
/// Prepared statements kept per connection; the least used is dropped.
const STATEMENT_CACHE: usize = 128;
/// Page cache per file and connection, in KiB.
const CACHE_KIB: i64 = 8 * 1024;

/// Size, in bytes, to which a write-ahead log shrinks when it starts again. Above what it usually
/// grows to: a wait for the disk is short while a file is written over, and long, with the waits of
/// other programs in it, whenever its length changes.
const LOG_SHRINKS_TO: i64 = 16 * 1024 * 1024;

/// The file of the data.
pub(crate) const DATA_FILE: &str = "data.db";
/// The file of the lookups: out of backups, rebuilt from the records.
pub(crate) const INDEX_FILE: &str = "index.db";

impl ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Value::Null => ValueRef::Null,
            Value::Int(value) => ValueRef::Integer(*value),
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
            Value::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Write,
    Read,
}

/// Refuses a library with a known way to lose data.
pub(crate) fn check_library() -> Result<(), Fault> {
    if rusqlite::version_number() < OLDEST_SQLITE {
        return Err(fault::environment("store-old-sqlite", rusqlite::version()));
    }
    Ok(())
}

/// Opens one of the files alone, for a migration of it.
pub(crate) fn open_file(path: &Path) -> Result<Connection, Fault> {
    let connection = Connection::open(path).map_err(|error| fault::sqlite(&error))?;
    settle(&connection, "main", Role::Write).map_err(|error| fault::sqlite(&error))?;
    Ok(connection)
}

/// Opens both files as one database.
pub(crate) fn open(dir: &Path, role: Role) -> Result<Connection, Fault> {
    connect(dir, role).map_err(|error| fault::sqlite(&error))
}

fn connect(dir: &Path, role: Role) -> rusqlite::Result<Connection> {
    let access = match role {
        Role::Write => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
        Role::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
    };
    let connection =
        Connection::open_with_flags(dir.join(DATA_FILE), access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    let index = dir.join(INDEX_FILE);
    connection.execute("ATTACH ?1 AS idx", [index.to_string_lossy().as_ref()])?;
    settle(&connection, "main", role)?;
    settle(&connection, "idx", role)?;
    Ok(connection)
}

fn settle(connection: &Connection, file: &str, role: Role) -> rusqlite::Result<()> {
    connection.busy_timeout(BUSY_WAIT)?;
    connection.set_prepared_statement_cache_capacity(STATEMENT_CACHE);
    if role == Role::Write {
        connection.pragma_update(Some(file), "journal_mode", "WAL")?;
        connection.pragma_update(Some(file), "synchronous", "FULL")?;
        // Freed space is overwritten: what is deleted is not left lying in the file.
        connection.pragma_update(Some(file), "secure_delete", "ON")?;
        connection.pragma_update(Some(file), "journal_size_limit", LOG_SHRINKS_TO)?;
        // Checkpoints run beside the requests, not inside one of them.
        connection.pragma_update(None, "wal_autocheckpoint", 0)?;
    }
    connection.pragma_update(Some(file), "mmap_size", 0)?;
    connection.pragma_update(Some(file), "cache_size", -CACHE_KIB)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "foreign_keys", "ON")?;
    connection.pragma_update(None, "trusted_schema", "OFF")?;
    connection.pragma_update(None, "cell_size_check", "ON")
}

/// Runs a statement; says how many rows it touched.
pub(crate) fn execute(
    connection: &Connection,
    sql: &str,
    params: &[Value<'_>],
) -> Result<u64, Fault> {
    let run = || {
        let mut statement = connection.prepare_cached(&Dialect::Sqlite.statement(sql))?;
        for (place, value) in params.iter().enumerate() {
            statement.raw_bind_parameter(place + 1, value)?;
        }
        statement.raw_execute()
    };
    run().map(|rows| rows as u64).map_err(|error| fault::sqlite(&error))
}

/// Runs a statement once for each list of parameters.
pub(crate) fn execute_each<const N: usize>(
    connection: &Connection,
    sql: &str,
    lists: &[[Value<'_>; N]],
) -> Result<(), Fault> {
    let run = || {
        let mut statement = connection.prepare_cached(&Dialect::Sqlite.statement(sql))?;
        for params in lists {
            for (place, value) in params.iter().enumerate() {
                statement.raw_bind_parameter(place + 1, value)?;
            }
            statement.raw_execute()?;
        }
        Ok(())
    };
    run().map_err(|error| fault::sqlite(&error))
}

/// Runs a query; shows its rows one after the other.
pub(crate) fn each(
    connection: &Connection,
    sql: &str,
    params: &[Value<'_>],
    see: &mut dyn FnMut(&Row<'_>) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let failed = |error: rusqlite::Error| fault::sqlite(&error);
    let mut statement =
        connection.prepare_cached(&Dialect::Sqlite.statement(sql)).map_err(failed)?;
    for (place, value) in params.iter().enumerate() {
        statement.raw_bind_parameter(place + 1, value).map_err(failed)?;
    }
    let mut rows = statement.raw_query();
    while let Some(row) = rows.next().map_err(failed)? {
        see(&Row::Sqlite(row))?;
    }
    Ok(())
}
