//! Work for later. A worker that dies loses its lease, and another takes the job.

use seloste_kernel::Fault;

use crate::ids::JobId;
use crate::mark::Marked;
use crate::tx::Tx;
use crate::value::{Row, Value, params};

/// A job taken by a worker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// Which job.
    pub id: JobId,
    /// What is to be done.
    pub name: String,
    /// How often it has been taken, this time included.
    pub attempts: i64,
    /// Ids only: a queue is a place where personal data are forgotten.
    pub payload: Vec<u8>,
}

pub(crate) static TABLE: Marked = Marked::new(
    "jobs",
    &["id"],
    &["name", "run_at_ms", "payload"],
    &["lease_ms", "attempts", "failure"],
);

/// Puts a job in the queue.
///
/// # Errors
/// Only the engine's.
pub fn enqueue(tx: &mut Tx, name: &str, run_at_ms: i64, payload: &[u8]) -> Result<JobId, Fault> {
    let id = JobId::from_bytes(tx.random16());
    tx.put(&TABLE, params![&id, name, run_at_ms, payload, run_at_ms, 0, Value::Null])?;
    Ok(id)
}

/// Takes up to `limit` jobs whose time has come and whom no living worker has, for `lease_ms`
/// milliseconds.
///
/// # Errors
/// Only the engine's.
pub fn claim(tx: &mut Tx, now_ms: i64, lease_ms: i64, limit: i64) -> Result<Vec<Job>, Fault> {
    // `lease_ms` is the moment from which the job is free, so one comparison serves both a job
    // that waits for its time and one whose worker died.
    let sql = format!(
        "UPDATE jobs SET lease_ms = $2, attempts = attempts + 1 WHERE id IN \
         (SELECT id FROM jobs WHERE run_at_ms <= $1 AND lease_ms <= $1 \
         ORDER BY run_at_ms, id LIMIT $3{})",
        tx.dialect().skip_locked()
    );
    let until = now_ms.saturating_add(lease_ms);
    let read = |row: &Row<'_>| {
        let job = Job {
            id: row.id(0)?,
            name: row.text(1)?,
            attempts: row.int(5)?,
            payload: row.bytes(3)?,
        };
        Ok((row.int(2)?, job))
    };
    let mut jobs = tx.returning(&TABLE, &sql, params![now_ms, until, limit], read)?;
    jobs.sort_by_key(|(run_at_ms, job)| (*run_at_ms, job.id));
    Ok(jobs.into_iter().map(|(_, job)| job).collect())
}

/// The job is done; says whether it was still there.
///
/// # Errors
/// Only the engine's.
pub fn done(tx: &mut Tx, id: JobId) -> Result<bool, Fault> {
    Ok(tx.execute("DELETE FROM jobs WHERE id = $1", params![&id])? > 0)
}

/// The job failed with this code; it is free again at the given moment.
///
/// # Errors
/// Only the engine's.
pub fn fail(tx: &mut Tx, id: JobId, code: &str, retry_at_ms: i64) -> Result<(), Fault> {
    let read = |row: &Row<'_>| Ok((row.text(1)?, row.bytes(3)?, row.int(5)?));
    let job = tx.genuine_first(&TABLE, "WHERE id = $1", params![&id], read)?;
    let Some((name, payload, attempts)) = job else { return Ok(()) };
    let (payload, at) = (payload.as_slice(), retry_at_ms);
    tx.rewrite(&TABLE, params![&id, &name, at, payload, at, attempts, code]).map(drop)
}

/// How many jobs wait, are being done, or failed and wait to be tried again.
///
/// # Errors
/// Only the engine's.
pub fn pending_count(tx: &mut Tx) -> Result<i64, Fault> {
    tx.one("SELECT COUNT(*) FROM jobs", params![], |row| row.int(0))
}
