//! Which database.

use std::fmt;
use std::path::PathBuf;

/// Where a store lives.
#[derive(Clone)]
pub enum Location {
    /// Two SQLite files in a folder of their own: the data and the index of lookups.
    Sqlite {
        /// The folder; made when it is missing.
        dir: PathBuf,
    },
    /// Two schemas of one PostgreSQL database: `schema` and `schema_index`.
    Postgres {
        /// Connection string with its password: read from a file, never logged.
        url: String,
        /// Lower-case name of the schema.
        schema: String,
    },
}

impl fmt::Debug for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite { dir } => write!(f, "SQLite in {}", dir.display()),
            Self::Postgres { schema, .. } => write!(f, "PostgreSQL, schema {schema}"),
        }
    }
}
