//! The intent of every erasure, durable before its first effect: what a crash interrupts is
//! finished at start-up.

use seloste_kernel::Fault;

use crate::fault;
use crate::ids::ErasureId;
use crate::tx::Tx;
use crate::value::{Row, params};

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

/// Notes an intent, before anything is done.
///
/// # Errors
/// `Conflict` when the id is there already.
pub fn begin(tx: &mut Tx, id: ErasureId, plan: &[u8], at_ms: i64) -> Result<(), Fault> {
    let sql = "INSERT INTO erasures (id, plan, step, begun_ms) VALUES ($1, $2, 0, $3) \
         ON CONFLICT DO NOTHING";
    match tx.execute(sql, params![&id, plan, at_ms])? {
        1 => Ok(()),
        _ => Err(fault::conflict("the erasure is there already")),
    }
}

/// So many steps are done. Never goes back.
///
/// # Errors
/// `NotFound` when there is no such open erasure.
pub fn step(tx: &mut Tx, id: ErasureId, step: i64) -> Result<(), Fault> {
    let sql = "UPDATE erasures SET step = CASE WHEN step > $2 THEN step ELSE $2 END \
         WHERE id = $1 AND finished_ms IS NULL";
    one(tx.execute(sql, params![&id, step])?)
}

/// All is done: the plan itself is forgotten, that there was one stays.
///
/// # Errors
/// `NotFound` when there is no such open erasure.
pub fn finish(tx: &mut Tx, id: ErasureId, at_ms: i64) -> Result<(), Fault> {
    let sql = "UPDATE erasures SET finished_ms = $2, plan = $3 \
         WHERE id = $1 AND finished_ms IS NULL";
    one(tx.execute(sql, params![&id, at_ms, [].as_slice()])?)
}

/// Those that are not finished, oldest first.
///
/// # Errors
/// Only the engine's.
pub fn open_ones(tx: &mut Tx) -> Result<Vec<Erasure>, Fault> {
    let sql = "SELECT id, plan, step, begun_ms FROM erasures WHERE finished_ms IS NULL \
         ORDER BY begun_ms, id";
    tx.all(sql, params![], read)
}

fn one(rows: u64) -> Result<(), Fault> {
    if rows == 0 { Err(fault::missing("the open erasure")) } else { Ok(()) }
}

fn read(row: &Row<'_>) -> Result<Erasure, Fault> {
    Ok(Erasure { id: row.id(0)?, plan: row.bytes(1)?, step: row.int(2)?, begun_ms: row.int(3)? })
}
