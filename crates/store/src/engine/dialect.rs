//! Everything in which the two engines differ. All other SQL in this crate runs on both.
//!
//! Kept to what PostgreSQL-compatible distributed engines also know: no sequences, no stored
//! procedures, no advisory locks but the one around a migration and the one of the process ([`super::sole`]).

/// At the end of a table's definition: short rows that are always found by their primary key.
const CLUSTERED: &str = " CLUSTERED";

/// SQLite's strict types in place of PostgreSQL's.
fn strict(sql: &str) -> String {
    sql.replace("BYTEA", "BLOB").replace("BIGINT", "INTEGER")
}

/// Which engine speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialect {
    Sqlite,
    Postgres,
}

impl Dialect {
    /// A statement as this engine wants it. SQLite would number `$2` by its first appearance;
    /// `?2` is always the second parameter.
    pub(crate) fn statement(self, sql: &str) -> String {
        match self {
            Self::Sqlite => sql.replace('$', "?"),
            Self::Postgres => sql.to_owned(),
        }
    }

    /// A table definition, written with PostgreSQL's types. SQLite's strict tables know others,
    /// and rows can lie in the primary key itself: one tree to write into instead of two.
    pub(crate) fn definition(self, sql: &str) -> String {
        match self {
            Self::Sqlite if sql.starts_with("CREATE TABLE") => {
                let (sql, end) = match sql.strip_suffix(CLUSTERED) {
                    Some(sql) => (sql, " STRICT, WITHOUT ROWID"),
                    None => (sql, " STRICT"),
                };
                strict(sql) + end
            }
            Self::Sqlite => strict(sql),
            Self::Postgres => sql.strip_suffix(CLUSTERED).unwrap_or(sql).to_owned(),
        }
    }

    /// Begins a transaction that writes.
    pub(crate) fn begin_write(self) -> &'static str {
        match self {
            // Takes the write lock now, so that no statement later fails for want of it.
            Self::Sqlite => "BEGIN IMMEDIATE",
            Self::Postgres => "BEGIN",
        }
    }

    /// Begins a transaction that sees one moment and cannot write.
    pub(crate) fn begin_read(self) -> &'static str {
        match self {
            Self::Sqlite => "BEGIN",
            Self::Postgres => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        }
    }

    /// Ends the choice of rows to take, so that two takers never wait for the same row. SQLite
    /// has one writer and needs nothing.
    pub(crate) fn skip_locked(self) -> &'static str {
        match self {
            Self::Sqlite => "",
            Self::Postgres => " FOR UPDATE SKIP LOCKED",
        }
    }

    /// Ends the choice of a row that is read, changed and written back as a whole.
    pub(crate) fn locked(self) -> &'static str {
        match self {
            Self::Sqlite => "",
            Self::Postgres => " FOR UPDATE",
        }
    }

    /// Names and order of a table's columns.
    pub(crate) fn columns(self) -> &'static str {
        match self {
            Self::Sqlite => "SELECT name FROM pragma_table_info($1) ORDER BY cid",
            Self::Postgres => {
                "SELECT column_name::text FROM information_schema.columns \
                 WHERE table_name = $1 AND table_schema = ANY (current_schemas(false)) \
                 ORDER BY ordinal_position"
            }
        }
    }

    /// Names of all tables, the index of lookups included.
    pub(crate) fn tables(self) -> &'static str {
        match self {
            Self::Sqlite => {
                "SELECT name FROM main.sqlite_schema \
                 WHERE type = 'table' AND name NOT LIKE 'sqlite%' \
                 UNION SELECT name FROM idx.sqlite_schema \
                 WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY 1"
            }
            Self::Postgres => {
                "SELECT DISTINCT table_name::text FROM information_schema.tables \
                 WHERE table_schema = ANY (current_schemas(false)) ORDER BY 1"
            }
        }
    }
}
