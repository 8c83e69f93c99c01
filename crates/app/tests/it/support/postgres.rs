//! One schema per installation in the cluster that `./test` starts.

use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

/// Where the tests find PostgreSQL: a connection URL.
const URL: &str = "SELOSTE_TEST_PG";
/// That cluster's data folder, where raw scans look (optional: it may be on another machine).
const DATA: &str = "SELOSTE_TEST_PG_DATA";

/// A schema that goes away with the test.
pub struct Schema {
    /// The connection URL of the database.
    pub url: String,
    /// The schema's name.
    pub name: String,
}

impl Schema {
    /// Reserves a name; the program itself makes the schema.
    pub fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let url = std::env::var(URL)
            .unwrap_or_else(|_| panic!("{URL} is not set: run ./test, or name a PostgreSQL"));
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        Self { url, name: format!("it_{}_{number}", std::process::id()) }
    }

    /// Runs SQL with psql, behind the program's back; gives the rows, columns parted by `|`.
    pub fn sql(&self, text: &str) -> String {
        let output = Command::new("psql")
            .args(["--no-psqlrc", "--quiet", "--tuples-only", "--no-align"])
            .args(["--set", "ON_ERROR_STOP=1", "--dbname", &self.url])
            .args(["--command", &format!("SET search_path TO {}", self.name)])
            .args(["--command", text])
            .output()
            .unwrap_or_else(|error| panic!("psql: {error}"));
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "psql: {errors}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// The data folder of the cluster, when it is here.
    pub fn data() -> Option<PathBuf> {
        std::env::var_os(DATA).map(PathBuf::from)
    }
}

impl Drop for Schema {
    fn drop(&mut self) {
        let drop = format!("DROP SCHEMA IF EXISTS {} CASCADE", self.name);
        // Left to the end of the cluster if it fails: a test must not fail while cleaning up.
        let _output = Command::new("psql")
            .args(["--no-psqlrc", "--quiet", "--dbname", &self.url, "--command", &drop])
            .output();
    }
}
