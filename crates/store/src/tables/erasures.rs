//! The intent of every erasure, durable before its first effect: what a crash interrupts is
//! finished at start-up.

use seloste_kernel::Fault;

use crate::fault;
use crate::ids::ErasureId;
use crate::mark::Marked;
use crate::tx::Tx;
use crate::value::{Row, Value, params};

/// An erasure under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erasure {
    /// Which erasure.
    pub id: ErasureId,
    /// What it sets out to do: ids only, in the caller's own form.
    pub plan: Vec<u8>,
    /// How many steps are done.
    pub step: i64,
    /// When it began, milliseconds since 1970.
    pub begun_ms: i64,
}

/// Not passed over: an intent that was changed would never be finished.
pub(crate) static TABLE: Marked =
    Marked::new("erasures", &["id"], &["plan", "step", "begun_ms", "finished_ms"], &[]).strict();

/// Notes an intent, before anything is done.
///
/// # Errors
/// `Conflict` when the id is there already.
pub fn begin(tx: &mut Tx, id: ErasureId, plan: &[u8], at_ms: i64) -> Result<(), Fault> {
    match tx.put(&TABLE, params![&id, plan, 0, at_ms, Value::Null])? {
        1 => Ok(()),
        _ => Err(fault::conflict("the erasure is there already")),
    }
}

/// All is done: the plan itself is forgotten, that there was one stays.
///
/// # Errors
/// `NotFound` when there is no such open erasure.
pub fn finish(tx: &mut Tx, id: ErasureId, at_ms: i64) -> Result<(), Fault> {
    let known = open(tx, id)?;
    let row = params![&id, [].as_slice(), known.step, known.begun_ms, at_ms];
    tx.rewrite(&TABLE, row).map(drop)
}

/// Those that are not finished, oldest first.
///
/// # Errors
/// `Environment` for one that this program did not begin.
pub fn open_ones(tx: &mut Tx) -> Result<Vec<Erasure>, Fault> {
    tx.genuine(&TABLE, "WHERE finished_ms IS NULL ORDER BY begun_ms, id", params![], read)
}

fn open(tx: &mut Tx, id: ErasureId) -> Result<Erasure, Fault> {
    let found =
        tx.genuine_first(&TABLE, "WHERE id = $1 AND finished_ms IS NULL", params![&id], read)?;
    found.ok_or_else(|| fault::missing("the open erasure"))
}

fn read(row: &Row<'_>) -> Result<Erasure, Fault> {
    Ok(Erasure { id: row.id(0)?, plan: row.bytes(1)?, step: row.int(2)?, begun_ms: row.int(3)? })
}
