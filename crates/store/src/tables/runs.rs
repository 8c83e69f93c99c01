//! When scheduled work ran and what it counted.

use seloste_kernel::Fault;

use crate::fault;
use crate::ids::RunId;
use crate::mark::Marked;
use crate::tx::Tx;
use crate::value::{Row, Value, params};

/// One run of scheduled work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Which run.
    pub id: RunId,
    /// What ran.
    pub name: String,
    /// When it started, milliseconds since 1970.
    pub started_ms: i64,
    /// When it ended; `None` while it runs, or for ever when it was cut off.
    pub finished_ms: Option<i64>,
    /// What it counted, as JSON.
    pub counts: Option<String>,
}

pub(crate) static TABLE: Marked =
    Marked::new("job_runs", &["id"], &["name", "started_ms", "finished_ms", "counts"], &[]);

/// A run starts.
///
/// # Errors
/// Only the engine's.
pub fn start(tx: &mut Tx, name: &str, at_ms: i64) -> Result<RunId, Fault> {
    let id = RunId::from_bytes(tx.random16());
    tx.put(&TABLE, params![&id, name, at_ms, Value::Null, Value::Null])?;
    Ok(id)
}

/// A run ended, with its counts as JSON.
///
/// # Errors
/// `NotFound` when it never started.
pub fn finish(tx: &mut Tx, id: RunId, at_ms: i64, counts: &str) -> Result<(), Fault> {
    let run = tx.genuine_first(&TABLE, "WHERE id = $1", params![&id], read)?;
    let run = run.ok_or_else(|| fault::missing("the run"))?;
    tx.rewrite(&TABLE, params![&id, &run.name, run.started_ms, at_ms, counts]).map(drop)
}

/// The last run of this name.
///
/// # Errors
/// Only the engine's.
pub fn last(tx: &mut Tx, name: &str) -> Result<Option<Run>, Fault> {
    Ok(history(tx, name, 1)?.into_iter().next())
}

/// Runs of this name, newest first.
///
/// # Errors
/// Only the engine's.
pub fn history(tx: &mut Tx, name: &str, limit: i64) -> Result<Vec<Run>, Fault> {
    let rest = "WHERE name = $1 ORDER BY started_ms DESC, id DESC LIMIT $2";
    tx.genuine(&TABLE, rest, params![name, limit], read)
}

/// Forgets runs that started before a moment; says how many.
///
/// # Errors
/// Only the engine's.
pub fn delete_before(tx: &mut Tx, before_ms: i64) -> Result<u64, Fault> {
    tx.execute("DELETE FROM job_runs WHERE started_ms < $1", params![before_ms])
}

fn read(row: &Row<'_>) -> Result<Run, Fault> {
    Ok(Run {
        id: row.id(0)?,
        name: row.text(1)?,
        started_ms: row.int(2)?,
        finished_ms: row.opt_int(3)?,
        counts: row.opt_text(4)?,
    })
}
