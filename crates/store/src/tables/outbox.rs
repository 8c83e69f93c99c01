//! Ledger entries on their way from the transaction that wrote them to the tree.

use seloste_kernel::{EntryId, Fault};

use super::meta;
use crate::fault;
use crate::tx::Tx;
use crate::value::{Value, params};

/// Rows removed by one statement.
const CHUNK: usize = 64;
/// Name of the fact how many entries have left for the tree.
const SIZE: &str = "ledger-size";

/// A waiting entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Waiting {
    pub(crate) id: EntryId,
    pub(crate) entry: Vec<u8>,
}

pub(crate) fn push(tx: &mut Tx, id: EntryId, entry: &[u8]) -> Result<(), Fault> {
    let place = tx.next_order();
    let sql = "INSERT INTO outbox (id, place, entry) VALUES ($1, $2, $3)";
    tx.execute(sql, params![&id, place, entry]).map(drop)
}

/// Those that have waited longest.
pub(crate) fn waiting(tx: &mut Tx, limit: i64) -> Result<Vec<Waiting>, Fault> {
    let sql = "SELECT id, entry FROM outbox ORDER BY place, id LIMIT $1";
    tx.all(sql, params![limit], |row| Ok(Waiting { id: row.id(0)?, entry: row.bytes(1)? }))
}

/// Removes these rows; says how many there were. Never a range: a row may appear late with an
/// early place, from a transaction that took long.
pub(crate) fn remove(tx: &mut Tx, ids: &[EntryId]) -> Result<u64, Fault> {
    let mut gone = 0;
    for chunk in ids.chunks(CHUNK) {
        let places: Vec<String> = (1..=chunk.len()).map(|place| format!("${place}")).collect();
        let sql = format!("DELETE FROM outbox WHERE id IN ({})", places.join(", "));
        let params: Vec<Value<'_>> = chunk.iter().map(Value::from).collect();
        gone += tx.execute(&sql, &params)?;
    }
    Ok(gone)
}

/// How many entries the database knows to be in the tree.
pub(crate) fn integrated(tx: &mut Tx) -> Result<u64, Fault> {
    let Some(size) = meta::get(tx, SIZE)? else { return Ok(0) };
    size.parse().map_err(|_| Fault::internal("the ledger's size is not a number"))
}

/// The tree has grown.
pub(crate) fn set_integrated(tx: &mut Tx, from: u64, to: u64) -> Result<(), Fault> {
    if integrated(tx)? != from {
        return Err(fault::conflict("another sequencer works on this ledger"));
    }
    meta::put(tx, SIZE, &to.to_string())
}

/// The first place after those that wait.
pub(crate) fn next_order(tx: &mut Tx) -> Result<i64, Fault> {
    let sql = "SELECT COALESCE(MAX(place), 0) + 1 FROM outbox";
    tx.one(sql, params![], |row| row.int(0))
}
