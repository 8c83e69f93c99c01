//! What governs a record: its kind and the notice version it was collected under, once per pair
//! instead of once per record, so that a change of the notice touches one row, not a million.

use seloste_kernel::Fault;

use crate::tx::Tx;
use crate::value::{Row, params};

/// A kind of one register under one version of its notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// The number that records refer to.
    pub id: i64,
    /// The register's name.
    pub register: String,
    /// The kind's name.
    pub kind: String,
    /// Version of the notice.
    pub notice_version: i64,
}

const ALL: &str = "SELECT p.id, k.register, k.name, p.notice_version \
     FROM policies p JOIN kinds k ON k.id = p.kind";

/// The number of this policy; made when it is new.
///
/// # Errors
/// Only the engine's.
pub fn intern(tx: &mut Tx, register: &str, kind: &str, notice_version: i64) -> Result<i64, Fault> {
    let find_kind = "SELECT id FROM kinds WHERE register = $1 AND name = $2";
    let make_kind = "INSERT INTO kinds (id, register, name) \
         SELECT COALESCE(MAX(id), 0) + 1, $1, $2 FROM kinds WHERE 1 = 1 ON CONFLICT DO NOTHING";
    let kind = numbered(tx, find_kind, make_kind, params![register, kind])?;
    let find = "SELECT id FROM policies WHERE kind = $1 AND notice_version = $2";
    let make = "INSERT INTO policies (id, kind, notice_version) \
         SELECT COALESCE(MAX(id), 0) + 1, CAST($1 AS BIGINT), CAST($2 AS BIGINT) \
         FROM policies WHERE 1 = 1 ON CONFLICT DO NOTHING";
    numbered(tx, find, make, params![kind, notice_version])
}

/// Finds or makes a numbered row. Another writer may take the number first: then the row is
/// either there or the next number is free.
fn numbered(
    tx: &mut Tx,
    find: &str,
    make: &str,
    params: &[crate::value::Value<'_>],
) -> Result<i64, Fault> {
    const TRIES: usize = 100;
    for _ in 0..TRIES {
        if let Some(id) = tx.first(find, params, |row| row.int(0))? {
            return Ok(id);
        }
        tx.execute(make, params)?;
    }
    Err(crate::fault::conflict("no free number"))
}

/// The policy of this number.
///
/// # Errors
/// Only the engine's.
pub fn get(tx: &mut Tx, id: i64) -> Result<Option<Policy>, Fault> {
    tx.first(&format!("{ALL} WHERE p.id = $1"), params![id], read)
}

/// All policies, oldest first.
///
/// # Errors
/// Only the engine's.
pub fn all(tx: &mut Tx) -> Result<Vec<Policy>, Fault> {
    tx.all(&format!("{ALL} ORDER BY p.id"), params![], read)
}

fn read(row: &Row<'_>) -> Result<Policy, Fault> {
    Ok(Policy {
        id: row.int(0)?,
        register: row.text(1)?,
        kind: row.text(2)?,
        notice_version: row.int(3)?,
    })
}
