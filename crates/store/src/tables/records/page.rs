//! Lists of one kind's records, page by page.

use seloste_kernel::{Fault, PersonId, RecordId};

use super::{Outline, RecordRow, TABLE, outline, read};
use crate::tx::Tx;
use crate::value::{Value, params};

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
    /// Only this person's.
    pub person: Option<PersonId>,
    /// Only that of this number.
    pub number: Option<i64>,
    /// Only those that must have been looked at by this moment.
    pub review_to_ms: Option<i64>,
    /// Only those that a lookup leads to: its field and its digest.
    pub found: Option<(String, [u8; 16])>,
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
        self.at(row.created_ms, row.review_ms, row.id)
    }

    /// As [`Order::place`].
    pub fn place_of(self, row: &Outline) -> Cursor {
        self.at(row.created_ms, row.review_ms, row.id)
    }

    fn at(self, created_ms: i64, review_ms: Option<i64>, id: RecordId) -> Cursor {
        match self {
            Order::Newest | Order::Oldest => (created_ms, id),
            Order::Soonest => (review_ms.unwrap_or(created_ms), id),
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
    let mut rows = Vec::new();
    for (rest, params) in statements(filter, order, cursor.as_ref(), limit) {
        rows.extend(tx.genuine(&TABLE, &rest, &params, read)?);
    }
    Ok(merged(rows, order, limit, |row| order.place(row)))
}

/// As [`page`], without the content.
///
/// # Errors
/// Only the engine's.
pub fn waiting(
    tx: &mut Tx,
    filter: &Filter,
    order: Order,
    cursor: Option<Cursor>,
    limit: i64,
) -> Result<Vec<Outline>, Fault> {
    let mut rows = Vec::new();
    for (rest, params) in statements(filter, order, cursor.as_ref(), limit) {
        rows.extend(tx.genuine_outlines(&TABLE, &rest, &params, outline)?);
    }
    Ok(merged(rows, order, limit, |row| order.place_of(row)))
}

/// One query per state walks that state's part of the index; one for all would read and throw away
/// whatever is in other states.
fn statements<'a>(
    filter: &'a Filter,
    order: Order,
    cursor: Option<&'a Cursor>,
    limit: i64,
) -> Vec<(String, Vec<Value<'a>>)> {
    let mut all = Vec::new();
    for state in states(filter) {
        let (conditions, mut params) = conditions(filter, state);
        let mut sql = format!("WHERE {conditions}");
        let (beyond, way) = match order {
            Order::Newest => ("<", "DESC"),
            Order::Oldest | Order::Soonest => (">", "ASC"),
        };
        // Nor does the order: few rows have one number.
        let plus = if filter.number.is_some() { "+" } else { "" };
        let key = format!("{plus}{}", order.key());
        if let Some((at_ms, id)) = cursor {
            params.extend([Value::from(*at_ms), Value::from(id)]);
            let (time, id) = (params.len() - 1, params.len());
            sql.push_str(&format!(" AND ({key}, r.id) {beyond} (${time}, ${id})"));
        }
        params.push(limit.into());
        let last = params.len();
        sql.push_str(&format!(" ORDER BY {key} {way}, r.id {way} LIMIT ${last}"));
        all.push((sql, params));
    }
    all
}

/// What the queries of the states gave, as one list.
fn merged<T>(mut rows: Vec<T>, order: Order, limit: i64, place: impl Fn(&T) -> Cursor) -> Vec<T> {
    rows.sort_by_key(&place);
    if order == Order::Newest {
        rows.reverse();
    }
    rows.dedup_by_key(|row| place(row));
    rows.truncate(usize::try_from(limit).unwrap_or(0));
    rows
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

/// How many bytes the content of the records takes that the filter lets through.
///
/// # Errors
/// Only the engine's.
pub fn bytes(tx: &mut Tx, filter: &Filter) -> Result<i64, Fault> {
    let mut bytes = 0;
    for state in states(filter) {
        let (conditions, params) = conditions(filter, state);
        let sum = "CAST(COALESCE(SUM(length(r.body)), 0) AS BIGINT)";
        let sql = format!("SELECT {sum} FROM records r WHERE {conditions}");
        bytes += tx.one(&sql, &params, |row| row.int(0))?;
    }
    Ok(bytes)
}

fn states(filter: &Filter) -> Vec<Option<&str>> {
    match filter.states.as_slice() {
        [] => vec![None],
        states => states.iter().map(|state| Some(state.as_str())).collect(),
    }
}

fn conditions<'a>(filter: &'a Filter, state: Option<&'a str>) -> (String, Vec<Value<'a>>) {
    // Where something names the rows, the index of that is walked: what is computed has no index, so
    // that no engine chooses to walk through all rows of a kind or a state instead.
    let named = filter.person.is_some() || filter.found.is_some();
    let kind = if named { "r.kind + 0" } else { "r.kind" };
    let of_state = if named || filter.number.is_some() { "r.state || '' =" } else { "r.state =" };
    let mut params = vec![Value::from(&filter.register), Value::from(&filter.kind)];
    let mut sql = format!("{kind} = (SELECT id FROM kinds WHERE register = $1 AND name = $2)");
    let mut also = |condition: &str, value: Value<'a>| {
        params.push(value);
        sql.push_str(&format!(" AND {condition} ${}", params.len()));
    };
    if let Some(state) = state {
        also(of_state, state.into());
    }
    if let Some(person) = &filter.person {
        also("r.person =", person.into());
    }
    if let Some(number) = filter.number {
        also("r.number =", number.into());
    }
    if let Some(to) = filter.review_to_ms {
        also("r.review_ms <=", to.into());
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
    if let Some((field, digest)) = &filter.found {
        params.extend([Value::from(field), Value::from(digest)]);
        let (field, digest) = (params.len() - 1, params.len());
        sql.push_str(&format!(
            " AND r.id IN (SELECT record FROM lookups WHERE field = ${field} AND digest = ${digest})"
        ));
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
        let rows = tx.genuine_outlines(&TABLE, rest, params![whole, register, kind], outline)?;
        found.extend(rows.into_iter().map(|Outline { id, version, state, .. }| Part {
            whole: *whole,
            id,
            version,
            state,
        }));
    }
    Ok(found)
}

/// The records on which the first of a kind in this state hang, at most so many, oldest first.
///
/// # Errors
/// Only the engine's.
pub fn wholes_of(
    tx: &mut Tx,
    (register, kind): (&str, &str),
    state: &str,
    limit: i64,
) -> Result<Vec<Outline>, Fault> {
    let rest = "WHERE id IN (SELECT p.thread FROM records p WHERE p.state = $3 AND p.kind = \
         (SELECT id FROM kinds WHERE register = $1 AND name = $2) AND p.thread IS NOT NULL \
         ORDER BY p.created_ms, p.id LIMIT $4) ORDER BY created_ms, id";
    tx.genuine_outlines(&TABLE, rest, params![register, kind, state, limit], outline)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use seloste_kernel::SeededRandom;

    use super::*;
    use crate::{Location, Store};

    /// How SQLite goes about a list. It must walk what names the rows, and never through all rows of
    /// a kind or a state, of which there may be any number.
    #[test]
    fn what_is_named_is_walked_and_nothing_else() {
        let dir = tempfile::tempdir().unwrap();
        let location = Location::Sqlite { dir: dir.path().to_owned() };
        let marker = crate::mark::testing::marker();
        let store = Store::open(location, Arc::new(SeededRandom::new(1)), marker).unwrap();
        let open = Filter {
            register: "palaute".to_owned(),
            kind: "rights-request".to_owned(),
            states: vec!["open".to_owned()],
            ..Filter::default()
        };
        let person = PersonId::from_bytes([1; 16]);
        for (filter, walks) in [
            (open.clone(), "records_state (kind=? AND state=?)"),
            (Filter { person: Some(person), ..open.clone() }, "(person=?"),
            (Filter { number: Some(7), ..open.clone() }, "records_number (kind=? AND number=?)"),
            (Filter { found: Some(("x".to_owned(), [1; 16])), ..open }, "records_id (id=?)"),
        ] {
            let plan = store.read_now(move |tx| {
                let (rest, params) = statements(&filter, Order::Newest, None, 10).remove(0);
                let sql = format!("EXPLAIN QUERY PLAN SELECT id FROM records r {rest}");
                tx.all(&sql, &params, |row| row.text(3))
            });
            let plan = plan.unwrap();
            let of_records: Vec<_> = plan.iter().filter(|step| step.contains(" r ")).collect();
            assert!(
                matches!(of_records.as_slice(), [one] if one.contains(walks)),
                "{walks}: {plan:?}"
            );
        }
    }
}
