//! PostgreSQL as a peer: the same records under one key per person, sealed by pgcrypto's raw AES
//! (its `pgp_` functions derive a key from a password at every call and would be a straw man),
//! with the purpose and the last day asked for and an audit row written in the same statement:
//! one round trip, prepared, driven by pgbench.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use seloste_kernel::{Fault, FaultKind};

use super::bed::{demand_count, postgres_url, wrong};
use super::load::Sample;
use crate::files;

pub mod roles;

/// Tables and people, for psql: `:size` people of one record each.
const SETUP: &str = include_str!("postgres/setup.sql");
const READ: &str = include_str!("postgres/read.sql");
const CREATE: &str = include_str!("postgres/create.sql");
const PACKAGE: &str = include_str!("postgres/package.sql");
const ERASE: &str = include_str!("postgres/erase.sql");
const AUDIT: &str = include_str!("postgres/audit.sql");

/// A schema of our own; gone when dropped.
pub struct Schema {
    pub url: String,
    pub name: String,
}

impl Schema {
    /// A name that nobody else has: that of the run's folder.
    pub fn new(folder: &Path) -> Result<Self, Fault> {
        let random = folder.to_string_lossy();
        let random = random.rsplit('-').next().unwrap_or_default();
        Ok(Self { url: postgres_url()?, name: format!("seloste_bench_{random}") })
    }

    fn client(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.env("PGOPTIONS", format!("-c search_path={},public", self.name));
        command
    }

    fn sql(&self, text: &str, variables: &[(&str, u64)]) -> Result<String, Fault> {
        let mut command = self.client("psql");
        command.args([
            "--no-psqlrc",
            "--quiet",
            "--tuples-only",
            "--no-align",
            "-v",
            "ON_ERROR_STOP=1",
        ]);
        for (name, value) in variables {
            command.args(["-v", &format!("{name}={value}")]);
        }
        // Standard input knows variables, `--command` does not.
        let file = std::env::temp_dir().join(format!("{}.sql", self.name));
        std::fs::write(&file, text).map_err(files::unwritable(&file))?;
        let answer = run(command.arg("--file").arg(&file).args(["--dbname", &self.url]));
        let _ = std::fs::remove_file(&file);
        answer.map(|answer| answer.trim().to_owned())
    }

    fn number(&self, text: &str) -> Result<u64, Fault> {
        self.sql(text, &[])?.parse().map_err(Fault::internal)
    }
}

impl Drop for Schema {
    fn drop(&mut self) {
        for name in [&self.name, &format!("{}_index", self.name)] {
            if let Err(fault) = self.sql(&format!("DROP SCHEMA IF EXISTS {name} CASCADE"), &[]) {
                tracing::warn!(?fault, name, "the schema is left over");
            }
        }
    }
}

/// PostgreSQL with people in it.
pub struct Peer {
    schema: Schema,
    folder: PathBuf,
    size: u64,
    /// Its version and what it acknowledges when.
    pub who: String,
}

impl Peer {
    /// Makes the tables and the people.
    ///
    /// # Errors
    /// `Environment` without a server, its programs, its extension pgcrypto, or when it does not
    /// wait for the disk: it would not do the same work.
    pub fn new(folder: &Path, size: u64) -> Result<Self, Fault> {
        let mut schema = Schema::new(folder)?;
        schema.name.push_str("_peer");
        let durable =
            schema.sql("SHOW fsync; SHOW synchronous_commit; SHOW full_page_writes", &[])?;
        if durable.lines().any(|setting| setting != "on") {
            return Err(wrong(
                "PostgreSQL does not wait for the disk: its figures would be another class",
            ));
        }
        let version = schema.sql("SHOW server_version", &[])?;
        let version = version.split_whitespace().next().unwrap_or_default();
        let who = format!("PostgreSQL {version}, AES + audit");
        schema.sql(&format!("CREATE SCHEMA {}", schema.name), &[])?;
        schema.sql(SETUP, &[("size", size)])?;
        let peer = Self { schema, folder: folder.to_owned(), size, who };
        let readable = peer.schema.number(
            "SELECT count(*) FROM records JOIN keys USING (person) \
             WHERE convert_from(decrypt_iv(body, key, iv, 'aes'), 'UTF8') LIKE 'Palaute %'",
        )?;
        demand_count("PostgreSQL's readable records", readable, size)?;
        Ok(peer)
    }

    /// Reads one record: purpose and last day asked for, decrypted, audited.
    pub fn read(&self, clients: usize, time: Duration) -> Result<Sample, Fault> {
        self.audited("read", READ, clients, time, 1)
    }

    /// Creates a person with a key and a record.
    pub fn create(&self, clients: usize, time: Duration) -> Result<Sample, Fault> {
        let before = self.schema.number("SELECT count(*) FROM records")?;
        let sample = self.audited("create", CREATE, clients, time, 1)?;
        let after = self.schema.number("SELECT count(*) FROM records")?;
        demand_count("PostgreSQL's new records", after - before, sample.micros.len() as u64)?;
        Ok(sample)
    }

    /// Decrypts all of one person's records.
    pub fn package(&self, records: u64, time: Duration) -> Result<Sample, Fault> {
        self.people(1, records)?;
        self.audited("package", PACKAGE, 1, time, records)
    }

    /// Deletes people with this many records, one after the other.
    pub fn erase(&self, people: u64, records: u64) -> Result<Sample, Fault> {
        self.people(people, records)?;
        let before = self.schema.number("SELECT count(*) FROM records")?;
        let sample = self.bench("erase", ERASE, &["-c1", "-t", &people.to_string()])?;
        let after = self.schema.number("SELECT count(*) FROM records")?;
        demand_count("PostgreSQL's deleted records", before - after, people * records)?;
        Ok(sample)
    }

    /// Writes audit rows; says also how many bytes one takes.
    pub fn audit(&self, clients: usize, time: Duration) -> Result<(Sample, f64), Fault> {
        let sample = self.audited("audit", AUDIT, clients, time, 1)?;
        let bytes = self.schema.number("SELECT pg_total_relation_size('audit')")?;
        let rows = self.schema.number("SELECT count(*) FROM audit")?;
        Ok((sample, bytes as f64 / rows.max(1) as f64))
    }

    /// Bytes on disk for the people of the beginning, without the audit.
    pub fn bytes(&self) -> Result<u64, Fault> {
        self.schema.number(
            "SELECT pg_total_relation_size('records') + pg_total_relation_size('keys') \
             + pg_total_relation_size('lookups')",
        )
    }

    /// Adds people with many records each, numbered from 1 anew.
    fn people(&self, people: u64, records: u64) -> Result<(), Fault> {
        let text = include_str!("postgres/people.sql");
        self.schema.sql(text, &[("people", people), ("records", records)]).map(drop)
    }

    /// Runs a script for a time and counts what it left in the audit.
    fn audited(
        &self,
        name: &str,
        script: &str,
        clients: usize,
        time: Duration,
        rows: u64,
    ) -> Result<Sample, Fault> {
        let before = self.schema.number("SELECT count(*) FROM audit")?;
        let (clients, seconds) = (clients.to_string(), time.as_secs().max(1).to_string());
        let sample = self.bench(name, script, &["-c", &clients, "-T", &seconds])?;
        let after = self.schema.number("SELECT count(*) FROM audit")?;
        let wanted = sample.micros.len() as u64 * rows;
        demand_count("PostgreSQL's audit rows", after - before, wanted)?;
        Ok(sample)
    }

    fn bench(&self, name: &str, script: &str, how: &[&str]) -> Result<Sample, Fault> {
        self.mixed(name, &[(script, 1)], how)
    }

    /// Runs scripts side by side, each as often as its share.
    fn mixed(&self, name: &str, mix: &[(&str, u64)], how: &[&str]) -> Result<Sample, Fault> {
        let log = self.folder.join(format!("pgbench-{name}"));
        let mut command = self.schema.client("pgbench");
        command.args(["-n", "-M", "prepared", "-D", &format!("size={}", self.size)]).args(how);
        for (index, (script, share)) in mix.iter().enumerate() {
            let file = self.folder.join(format!("{name}{index}.sql"));
            std::fs::write(&file, script).map_err(files::unwritable(&file))?;
            command.arg("-f").arg(format!("{}@{share}", file.display()));
        }
        command.arg("--log").arg("--log-prefix").arg(&log).arg(&self.schema.url);
        let told = run(&mut command)?;
        self.sample(&told, &log)
    }

    /// pgbench logs each transaction: client, number, microseconds, …
    fn sample(&self, told: &str, log: &Path) -> Result<Sample, Fault> {
        let unread = || wrong("pgbench told something unknown");
        let rate = told.lines().find_map(|line| line.strip_prefix("tps = ")).ok_or_else(unread)?;
        let rate: f64 =
            rate.split(' ').next().and_then(|rate| rate.parse().ok()).ok_or_else(unread)?;
        let mut micros = Vec::new();
        for file in super::disk::files(&self.folder)? {
            if !file.to_string_lossy().starts_with(&*log.to_string_lossy()) {
                continue;
            }
            let text = std::fs::read_to_string(&file).map_err(files::unwritable(&file))?;
            let times = text.lines().filter_map(|line| line.split(' ').nth(2));
            micros.extend(times.filter_map(|time| time.parse::<f64>().ok()));
            std::fs::remove_file(&file).map_err(files::unwritable(&file))?;
        }
        micros.sort_by(f64::total_cmp);
        Ok(Sample { seconds: micros.len() as f64 / rate, micros })
    }
}

fn run(command: &mut Command) -> Result<String, Fault> {
    let program = command.get_program().to_string_lossy().into_owned();
    let failed = |why: String| {
        let fault = Fault::new(FaultKind::Environment, "fault-bench-program");
        fault.with("program", program.clone()).because(why)
    };
    let output = command.output().map_err(|error| failed(error.to_string()))?;
    if !output.status.success() {
        return Err(failed(String::from_utf8_lossy(&output.stderr).trim().to_owned()));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
