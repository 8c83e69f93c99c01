//! What must go, and what should have gone.

use seloste_kernel::{Fault, RecordId};

use super::{RecordRow, TABLE, read};
use crate::tx::Tx;
use crate::value::{Value, params};

/// Records past their date that nothing keeps: a broken promise unless zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Overdue {
    /// How many.
    pub count: i64,
    /// The oldest date that has passed, milliseconds since 1970.
    pub oldest_ms: Option<i64>,
}

/// Whether the person has restricted it (Art. 18): then it is stored, and not even erased on its day.
const RESTRICTED: &str = "EXISTS (SELECT 1 FROM limits l WHERE l.person = r.person \
     AND l.purpose = '' AND (length(l.record) = 0 OR l.record = r.id OR l.record = r.thread))";

/// Whether a hold is in force at `$1`.
const HELD: &str = "EXISTS (SELECT 1 FROM holds h WHERE h.person = r.person AND h.record = r.id \
     AND (h.until_ms IS NULL OR h.until_ms > $1)";

/// Records to erase now, longest due first: due at `now_ms` or before, not restricted, with no hold
/// in force on them or on a field of theirs. After the cursor (due date and id of the last one seen).
///
/// # Errors
/// Only the engine's.
pub fn due(
    tx: &mut Tx,
    now_ms: i64,
    after: Option<(i64, RecordId)>,
    limit: i64,
) -> Result<Vec<RecordRow>, Fault> {
    list(tx, now_ms, after, limit, &format!("NOT {HELD})"))
}

/// Records of which only some fields are held: the rest is to be erased now. Whoever has done so
/// moves the due date to the end of the hold.
///
/// # Errors
/// Only the engine's.
pub fn due_in_part(
    tx: &mut Tx,
    now_ms: i64,
    after: Option<(i64, RecordId)>,
    limit: i64,
) -> Result<Vec<RecordRow>, Fault> {
    let whole = format!("NOT {HELD} AND h.field = '')");
    list(tx, now_ms, after, limit, &format!("{whole} AND {HELD} AND h.field <> '')"))
}

fn list(
    tx: &mut Tx,
    now_ms: i64,
    after: Option<(i64, RecordId)>,
    limit: i64,
    held: &str,
) -> Result<Vec<RecordRow>, Fault> {
    let mut params: Vec<Value<'_>> = vec![now_ms.into(), limit.into()];
    let mut beyond = String::new();
    if let Some((due_ms, id)) = &after {
        params.extend([Value::from(*due_ms), Value::from(id)]);
        beyond.push_str("AND (r.due_ms, r.id) > ($3, $4)");
    }
    let rest = format!(
        "WHERE r.due_ms IS NOT NULL AND r.due_ms <= $1 \
         AND {held} AND NOT {RESTRICTED} {beyond} ORDER BY r.due_ms, r.id LIMIT $2"
    );
    tx.genuine(&TABLE, &rest, &params, read)
}

/// Records whose date passed before this moment, not restricted, and that no hold keeps as a whole.
///
/// # Errors
/// Only the engine's.
pub fn overdue(tx: &mut Tx, before_ms: i64) -> Result<Overdue, Fault> {
    let sql = format!(
        "SELECT COUNT(*), MIN(r.due_ms) FROM records r WHERE r.due_ms IS NOT NULL \
         AND r.due_ms < $1 AND NOT {HELD} AND h.field = '') AND NOT {RESTRICTED}"
    );
    tx.one(&sql, params![before_ms], |row| {
        Ok(Overdue { count: row.int(0)?, oldest_ms: row.opt_int(1)? })
    })
}

/// How many records have neither a due date nor a review date: none may.
///
/// # Errors
/// Only the engine's.
pub fn without_due(tx: &mut Tx) -> Result<i64, Fault> {
    let sql = "SELECT COUNT(*) FROM records WHERE due_ms IS NULL AND review_ms IS NULL";
    tx.one(sql, params![], |row| row.int(0))
}

/// How many records without a due date should have been looked at before this moment.
///
/// # Errors
/// Only the engine's.
pub fn review_due(tx: &mut Tx, before_ms: i64) -> Result<i64, Fault> {
    let sql = "SELECT COUNT(*) FROM records WHERE due_ms IS NULL AND review_ms < $1";
    tx.one(sql, params![before_ms], |row| row.int(0))
}

/// Records past their date, as [`overdue`], told apart by register and kind.
///
/// # Errors
/// Only the engine's.
pub fn overdue_by_kind(
    tx: &mut Tx,
    before_ms: i64,
) -> Result<Vec<(String, String, Overdue)>, Fault> {
    let sql = format!(
        "SELECT k.register, k.name, COUNT(*), MIN(r.due_ms) FROM records r \
         JOIN kinds k ON k.id = r.kind WHERE r.due_ms IS NOT NULL AND r.due_ms < $1 \
         AND NOT {HELD} AND h.field = '') AND NOT {RESTRICTED} \
         GROUP BY k.register, k.name ORDER BY k.register, k.name"
    );
    tx.all(&sql, params![before_ms], |row| {
        let overdue = Overdue { count: row.int(2)?, oldest_ms: row.opt_int(3)? };
        Ok((row.text(0)?, row.text(1)?, overdue))
    })
}
