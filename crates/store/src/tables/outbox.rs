//! Ledger entries on their way from the transaction that wrote them to the tree.

use std::collections::HashSet;

use seloste_kernel::{EntryId, Fault};

use super::meta;
use crate::fault;
use crate::mark::Marked;
use crate::tx::Tx;
use crate::value::{Row, Value, params};

/// Name of the fact how many entries have left for the tree.
const SIZE: &str = "ledger-size";

pub(crate) static TABLE: Marked = Marked::new("outbox", &["place", "id"], &["entry"], &[]);

/// Where an entry waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) place: i64,
    pub(crate) id: EntryId,
}

/// A waiting entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Waiting {
    pub(crate) at: Place,
    pub(crate) entry: Vec<u8>,
}

pub(crate) fn push(tx: &mut Tx, entries: &[(EntryId, Vec<u8>)]) -> Result<(), Fault> {
    let rows: Vec<[Value<'_>; 4]> = entries
        .iter()
        .map(|(id, entry)| {
            [tx.next_order().into(), id.into(), entry.as_slice().into(), Value::Null]
        })
        .collect();
    tx.put_each(&TABLE, &rows)
}

/// Those that have waited longest.
pub(crate) fn waiting(tx: &mut Tx, limit: i64) -> Result<Vec<Waiting>, Fault> {
    let read = |row: &Row<'_>| Ok(Waiting { at: place(row)?, entry: row.bytes(2)? });
    tx.genuine(&TABLE, "ORDER BY place, id LIMIT $1", params![limit], read)
}

/// Where all of these wait that still do.
pub(crate) fn places(tx: &mut Tx, ids: &HashSet<EntryId>) -> Result<Vec<Place>, Fault> {
    let mut all = tx.genuine(&TABLE, "", params![], place)?;
    all.retain(|waiting| ids.contains(&waiting.id));
    Ok(all)
}

fn place(row: &Row<'_>) -> Result<Place, Fault> {
    Ok(Place { place: row.int(0)?, id: row.id(1)? })
}

/// Removes these rows. Never a range: a row may appear late with an early place, from a
/// transaction that took long.
pub(crate) fn remove(tx: &mut Tx, places: &[Place]) -> Result<(), Fault> {
    let rows: Vec<[Value<'_>; 2]> =
        places.iter().map(|row| [row.place.into(), (&row.id).into()]).collect();
    tx.execute_each("DELETE FROM outbox WHERE place = $1 AND id = $2", &rows)
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
