//! What governs a record: its kind and the notice version it was collected under, once per pair
//! instead of once per record, so that a change of the notice touches one row, not a million.

use std::collections::BTreeMap;

use seloste_kernel::Fault;

use crate::mark::Marked;
use crate::tx::Tx;
use crate::value::{Row, Value, params};

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

/// Not passed over: a record whose policy were another would be another record.
pub(crate) static TABLE: Marked =
    Marked::new("policies", &["id"], &["kind", "notice_version"], &[]).strict();

pub(crate) static KINDS: Marked =
    Marked::new("kinds", &["id"], &["register", "name"], &[]).strict();

/// The number of this policy; made when it is new.
///
/// # Errors
/// `Environment` for one that this program did not make.
pub fn intern(tx: &mut Tx, register: &str, kind: &str, notice_version: i64) -> Result<i64, Fault> {
    let kind = numbered(tx, &KINDS, "register = $1 AND name = $2", params![register, kind])?;
    let wanted = "kind = $1 AND notice_version = $2";
    numbered(tx, &TABLE, wanted, params![kind, notice_version])
}

/// Finds or makes a numbered row of these values. Another writer may take the number first: then
/// the row is either there or the next number is free.
fn numbered(tx: &mut Tx, table: &Marked, wanted: &str, values: &[Value<'_>]) -> Result<i64, Fault> {
    const TRIES: usize = 100;
    for _ in 0..TRIES {
        let found =
            tx.genuine_first(table, &format!("WHERE {wanted}"), values, |row| row.int(0))?;
        if let Some(id) = found {
            return Ok(id);
        }
        let highest =
            tx.genuine_first(table, "ORDER BY id DESC LIMIT 1", params![], |row| row.int(0))?;
        let mut row = vec![Value::from(highest.unwrap_or(0) + 1)];
        row.extend(values);
        tx.put(table, &row)?;
    }
    Err(crate::fault::conflict("no free number"))
}

/// The policy of this number.
///
/// # Errors
/// `Environment` for one that this program did not make.
pub fn get(tx: &mut Tx, id: i64) -> Result<Option<Policy>, Fault> {
    Ok(all(tx)?.into_iter().find(|policy| policy.id == id))
}

/// The number of a policy's kind.
pub(crate) fn kind(tx: &mut Tx, id: i64) -> Result<Option<i64>, Fault> {
    tx.genuine_first(&TABLE, "WHERE id = $1", params![id], |row| row.int(1))
}

/// All policies, oldest first.
///
/// # Errors
/// `Environment` for one that this program did not make.
pub fn all(tx: &mut Tx) -> Result<Vec<Policy>, Fault> {
    let kind = |row: &Row<'_>| Ok((row.int(0)?, (row.text(1)?, row.text(2)?)));
    let kinds: BTreeMap<i64, _> = tx.genuine(&KINDS, "", params![], kind)?.into_iter().collect();
    let policy = |row: &Row<'_>| {
        let (register, kind) = kinds
            .get(&row.int(1)?)
            .cloned()
            .ok_or_else(|| Fault::internal("a policy of a kind that is not there"))?;
        Ok(Policy { id: row.int(0)?, register, kind, notice_version: row.int(2)? })
    };
    tx.genuine(&TABLE, "ORDER BY id", params![], policy)
}
