//! What every column is: read from `map.toml`, compared with the live schema by a test.

use std::collections::BTreeMap;

use seloste_kernel::Fault;
use serde::Deserialize;

/// What kind of thing a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Class {
    /// Structure: tells nothing of a person by itself.
    Plain,
    /// Readable personal data.
    Personal,
    /// Encrypted under a person's key.
    Sealed,
    /// A keyed or plain hash of something.
    Digest,
    /// The store's own.
    System,
}

/// What erasing the owner does with a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Effect {
    /// It is deleted.
    Delete,
    /// Nothing: the row is nobody's.
    None,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its table.
    pub table: String,
    /// Its name.
    pub name: String,
    /// What it holds.
    pub class: Class,
    /// The column of the same table that says whose row it is.
    pub owner: Option<String>,
    /// Whether the owner is given it.
    pub export: bool,
    /// What erasing the owner does with the row.
    pub on_erase: Effect,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Table {
    owner: Option<String>,
    on_erase: Effect,
    columns: BTreeMap<String, Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    class: Class,
    #[serde(default)]
    export: bool,
}

/// All columns of all tables, by table and name.
///
/// # Errors
/// `Internal` when the map of this build is not well formed.
pub fn columns() -> Result<Vec<Column>, Fault> {
    let tables: BTreeMap<String, Table> =
        toml::from_str(include_str!("../map.toml")).map_err(Fault::internal)?;
    let column = |table: &str, of: &Table, name: String, entry: &Entry| Column {
        table: table.to_owned(),
        name,
        class: entry.class,
        owner: of.owner.clone(),
        export: entry.export,
        on_erase: of.on_erase,
    };
    let columns = tables.iter().flat_map(|(table, of)| {
        of.columns.iter().map(move |(name, entry)| column(table, of, name.clone(), entry))
    });
    Ok(columns.collect())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::sync::Arc;

    use seloste_kernel::SeededRandom;

    use super::*;
    use crate::value::params;
    use crate::{Location, Store};

    fn live(location: Location) -> BTreeSet<(String, String)> {
        let store =
            Store::open(location, Arc::new(SeededRandom::new(1)), crate::mark::testing::marker())
                .unwrap();
        let columns = store.read_now(|tx| {
            let (tables, columns) = (tx.dialect().tables(), tx.dialect().columns());
            let mut found = BTreeSet::new();
            for table in tx.all(tables, params![], |row| row.text(0))? {
                for column in tx.all(columns, params![&table], |row| row.text(0))? {
                    found.insert((table.clone(), column));
                }
            }
            Ok(found)
        });
        columns.unwrap()
    }

    fn mapped() -> BTreeSet<(String, String)> {
        columns().unwrap().into_iter().map(|column| (column.table, column.name)).collect()
    }

    #[test]
    fn every_live_column_is_classified_and_no_other() {
        assert!(mapped().len() > 80);
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(live(Location::Sqlite { dir: dir.path().to_owned() }), mapped());
    }

    #[test]
    fn every_column_of_postgres_is_classified_and_no_other() {
        let Ok(url) = std::env::var("SELOSTE_TEST_PG") else {
            eprintln!("SELOSTE_TEST_PG is not set: not tried");
            return;
        };
        let schema = format!("map_{}", std::process::id());
        assert_eq!(live(Location::Postgres { url, schema }), mapped());
    }

    #[test]
    fn rows_of_people_go_with_them_and_nothing_is_readable() {
        for column in columns().unwrap() {
            assert_ne!(column.class, Class::Personal, "{}.{}", column.table, column.name);
            assert_eq!(column.owner.is_some(), column.on_erase == Effect::Delete);
            if column.name == "person" {
                assert_eq!(column.owner.as_deref(), Some("person"), "{}", column.table);
            }
            assert!(!column.export || column.owner.is_some());
        }
    }
}
