//! Lists of one kind's records, page by page.

use seloste_kernel::{Fault, RecordId};

use super::{RecordRow, TABLE, read};
use crate::tx::Tx;
use crate::value::{Row, Value, params};

/// Which records of one kind.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// The register's name.
    pub register: String,
    /// The kind's name.
    pub kind: String,
    /// Any of these states; empty for all.
    pub states: Vec<String>,
    /// Only those under this record.
    pub thread: Option<RecordId>,
    /// Collected at this moment or later.
    pub created_from_ms: Option<i64>,
    /// Collected before this moment.
    pub created_to_ms: Option<i64>,
    /// Only those on which a record of this kind hangs that is in this state.
    pub part: Option<(String, String)>,
}

/// The order of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// Last collected first.
    #[default]
    Newest,
    /// First collected first.
    Oldest,
    /// First to be looked at first; what nobody must look at counts from when it was collected.
    Soonest,
}

impl Order {
    /// By what rows are ordered, in SQL; the id decides between equals.
    const fn key(self) -> &'static str {
        match self {
            Order::Newest | Order::Oldest => "r.created_ms",
            Order::Soonest => "COALESCE(r.review_ms, r.created_ms)",
        }
    }

    /// Where a row stands in this order: the cursor of a page that ends with it.
    pub fn place(self, row: &RecordRow) -> Cursor {
        match self {
            Order::Newest | Order::Oldest => (row.created_ms, row.id),
            Order::Soonest => (row.review_ms.unwrap_or(row.created_ms), row.id),
        }
    }
}

/// Where a page ended: the last row's [`Order::place`].
pub type Cursor = (i64, RecordId);

/// The next page after the cursor. Rows that come or go meanwhile neither repeat nor hide others.
///
/// # Errors
/// Only the engine's.
pub fn page(
    tx: &mut Tx,
    filter: &Filter,
    order: Order,
    cursor: Option<Cursor>,
    limit: i64,
) -> Result<Vec<RecordRow>, Fault> {
    // One query per state walks that state's part of the index; one for all would read and throw
    // away whatever is in other states.
    let mut rows = Vec::new();
    for state in states(filter) {
        let (conditions, mut params) = conditions(filter, state);
        let mut sql = format!("WHERE {conditions}");
        let (beyond, way) = match order {
            Order::Newest => ("<", "DESC"),
            Order::Oldest | Order::Soonest => (">", "ASC"),
        };
        let key = order.key();
        if let Some((at_ms, id)) = &cursor {
            params.extend([Value::from(*at_ms), Value::from(id)]);
            let (time, id) = (params.len() - 1, params.len());
            sql.push_str(&format!(" AND ({key}, r.id) {beyond} (${time}, ${id})"));
        }
        params.push(limit.into());
        let last = params.len();
        sql.push_str(&format!(" ORDER BY {key} {way}, r.id {way} LIMIT ${last}"));
        rows.extend(tx.genuine(&TABLE, &sql, &params, read)?);
    }
    if filter.states.len() > 1 {
        rows.sort_by_key(|row| order.place(row));
        if order == Order::Newest {
            rows.reverse();
        }
        rows.dedup_by_key(|row| row.id);
        rows.truncate(usize::try_from(limit).unwrap_or(0));
    }
    Ok(rows)
}

/// How many records the filter lets through.
///
/// # Errors
/// Only the engine's.
pub fn count(tx: &mut Tx, filter: &Filter) -> Result<i64, Fault> {
    let mut count = 0;
    let mut states = states(filter);
    states.sort_unstable();
    states.dedup();
    for state in states {
        let (conditions, params) = conditions(filter, state);
        let sql = format!("SELECT COUNT(*) FROM records r WHERE {conditions}");
        count += tx.one(&sql, &params, |row| row.int(0))?;
    }
    Ok(count)
}

fn states(filter: &Filter) -> Vec<Option<&str>> {
    match filter.states.as_slice() {
        [] => vec![None],
        states => states.iter().map(|state| Some(state.as_str())).collect(),
    }
}

fn conditions<'a>(filter: &'a Filter, state: Option<&'a str>) -> (String, Vec<Value<'a>>) {
    let mut params = vec![Value::from(&filter.register), Value::from(&filter.kind)];
    let mut sql = String::from("r.kind = (SELECT id FROM kinds WHERE register = $1 AND name = $2)");
    let mut also = |condition: &str, value: Value<'a>| {
        params.push(value);
        sql.push_str(&format!(" AND {condition} ${}", params.len()));
    };
    if let Some(state) = state {
        also("r.state =", state.into());
    }
    if let Some(thread) = &filter.thread {
        also("r.thread =", thread.into());
    }
    if let Some(from) = filter.created_from_ms {
        also("r.created_ms >=", from.into());
    }
    if let Some(to) = filter.created_to_ms {
        also("r.created_ms <", to.into());
    }
    if let Some((kind, state)) = &filter.part {
        params.extend([Value::from(kind), Value::from(state)]);
        let (kind, state) = (params.len() - 1, params.len());
        sql.push_str(&format!(
            " AND EXISTS (SELECT 1 FROM records p WHERE p.thread = r.id AND p.state = ${state} \
             AND p.kind = (SELECT id FROM kinds WHERE register = $1 AND name = ${kind}))"
        ));
    }
    (sql, params)
}

/// A record that hangs on another, without its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What it hangs on.
    pub whole: RecordId,
    /// Which.
    pub id: RecordId,
    /// Its version, for a conditional write.
    pub version: i64,
    /// Its state.
    pub state: String,
}

/// The records of a kind that hang on these, oldest first under each.
///
/// # Errors
/// Only the engine's.
pub fn parts(
    tx: &mut Tx,
    register: &str,
    kind: &str,
    wholes: &[RecordId],
) -> Result<Vec<Part>, Fault> {
    let rest = "WHERE thread = $1 AND kind = \
         (SELECT id FROM kinds WHERE register = $2 AND name = $3) ORDER BY created_ms, id";
    let mut found = Vec::new();
    for whole in wholes {
        let part = |row: &Row<'_>| {
            let RecordRow { id, version, state, .. } = read(row)?;
            Ok(Part { whole: *whole, id, version, state })
        };
        found.extend(tx.genuine(&TABLE, rest, params![whole, register, kind], part)?);
    }
    Ok(found)
}
