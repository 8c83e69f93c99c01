//! Ledger entries on their way from the transaction that wrote them to the tree.

use seloste_kernel::{EntryId, Fault};

use crate::tx::Tx;
use crate::value::params;

/// A waiting entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Waiting {
    pub(crate) place: i64,
    pub(crate) id: EntryId,
    pub(crate) entry: Vec<u8>,
}

pub(crate) fn push(tx: &mut Tx, id: EntryId, entry: &[u8]) -> Result<(), Fault> {
    let place = tx.next_order();
    let sql = "INSERT INTO outbox (place, id, entry) VALUES ($1, $2, $3)";
    tx.execute(sql, params![place, &id, entry]).map(drop)
}

pub(crate) fn waiting(tx: &mut Tx, limit: i64) -> Result<Vec<Waiting>, Fault> {
    let sql = "SELECT place, id, entry FROM outbox ORDER BY place, id LIMIT $1";
    tx.all(sql, params![limit], |row| {
        Ok(Waiting { place: row.int(0)?, id: row.id(1)?, entry: row.bytes(2)? })
    })
}

pub(crate) fn remove(tx: &mut Tx, place: i64, id: EntryId) -> Result<(), Fault> {
    tx.execute("DELETE FROM outbox WHERE place = $1 AND id = $2", params![place, &id]).map(drop)
}

/// Removes whatever has this id, wherever it stands.
pub(crate) fn remove_id(tx: &mut Tx, id: EntryId) -> Result<(), Fault> {
    tx.execute("DELETE FROM outbox WHERE id = $1", params![&id]).map(drop)
}

/// The first place after those that wait.
pub(crate) fn next_order(tx: &mut Tx) -> Result<i64, Fault> {
    let sql = "SELECT COALESCE(MAX(place), 0) + 1 FROM outbox";
    tx.one(sql, params![], |row| row.int(0))
}
