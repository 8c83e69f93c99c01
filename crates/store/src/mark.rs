//! Marks: a row is believed only when the program wrote it.
//!
//! Every table by whose rows something is decided has a column `mark`, a keyed digest of the
//! others; the key is the key ring's, so whoever can write into the database but has no keys
//! cannot make one. What such a one changed or planted is, when it is read, as if it were not
//! there; where that would decide something, reading it fails. A deleted row leaves nothing that
//! could tell, and an earlier state of a row that is put back whole is not told from the row as it
//! was then: [`aliens`] finds what was changed or planted, backups and the ledger the rest.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use aws_lc_rs::constant_time::verify_slices_are_equal;
use seloste_kernel::Fault;

use crate::fault;
use crate::tx::Tx;
use crate::value::{Owned, Row, Value};

/// Bytes of a mark.
pub const MARK_LEN: usize = 16;

/// Who has the key of the marks.
pub trait Marker: Send + Sync {
    /// The mark of these bytes.
    fn mark(&self, said: &[u8]) -> [u8; MARK_LEN];

    /// Asked before the rows of a database from before there were marks get theirs.
    ///
    /// # Errors
    /// When this installation's rows have had marks already: then somebody took them away.
    fn may_begin(&self) -> Result<(), Fault>;
}

/// A table whose rows carry marks.
pub(crate) struct Marked {
    name: &'static str,
    /// The primary key. The mark covers it.
    key: &'static [&'static str],
    /// What else the mark covers.
    said: &'static [&'static str],
    /// What it does not: sealed by itself, or deciding nothing.
    open: &'static [&'static str],
    /// Whether a wrong row is a fault instead of none.
    strict: bool,
    texts: OnceLock<Texts>,
    /// Whether this round has told of rows of it that the program did not write; see [`aliens`].
    told: AtomicBool,
}

/// Statements of a table.
struct Texts {
    columns: String,
    outline: String,
    insert: String,
    update: String,
}

/// All tables with marks.
pub(crate) static TABLES: &[&Marked] = {
    use crate::tables::{
        accesses, attestations, commands, erasures, holds, jobs, limits, meta, notices, outbox,
        persons, policies, proofs, publications, records, runs, sessions,
    };
    &[
        &accesses::TABLE,
        &attestations::TABLE,
        &commands::TABLE,
        &erasures::TABLE,
        &holds::TABLE,
        &jobs::TABLE,
        &policies::KINDS,
        &limits::TABLE,
        &meta::TABLE,
        &notices::TABLE,
        &outbox::TABLE,
        &persons::KEYS,
        &persons::TABLE,
        &policies::TABLE,
        &proofs::TABLE,
        &publications::TABLE,
        &records::TABLE,
        &runs::TABLE,
        &sessions::TABLE,
    ]
};

impl Marked {
    /// A table; `key` is its primary key, `said` what else its mark covers, `open` the rest.
    pub(crate) const fn new(
        name: &'static str,
        key: &'static [&'static str],
        said: &'static [&'static str],
        open: &'static [&'static str],
    ) -> Self {
        Self {
            name,
            key,
            said,
            open,
            strict: false,
            texts: OnceLock::new(),
            told: AtomicBool::new(false),
        }
    }

    /// A table of which a wrong row must not be passed over.
    pub(crate) const fn strict(mut self) -> Self {
        self.strict = true;
        self
    }

    /// How many columns the mark covers: the first ones of every list of values.
    fn covered(&self) -> usize {
        self.key.len() + self.said.len()
    }

    fn all(&self) -> impl Iterator<Item = &'static str> {
        self.key.iter().chain(self.said).chain(self.open).copied().chain(["mark"])
    }

    fn texts(&self) -> &Texts {
        self.texts.get_or_init(|| {
            let all: Vec<&str> = self.all().collect();
            let places: Vec<String> = (1..=all.len()).map(|place| format!("${place}")).collect();
            let set = |(column, place): (&&str, &String)| format!("{column} = {place}");
            let pairs: Vec<String> = all.iter().zip(&places).map(set).collect();
            let (key, rest) = pairs.split_at(self.key.len());
            let name = self.name;
            let columns = all.join(", ");
            let outline: Vec<&str> =
                self.key.iter().chain(self.said).copied().chain(["mark"]).collect();
            Texts {
                outline: outline.join(", "),
                insert: format!(
                    "INSERT INTO {name} ({columns}) VALUES ({}) ON CONFLICT DO NOTHING",
                    places.join(", ")
                ),
                update: format!(
                    "UPDATE {name} SET {} WHERE {}",
                    rest.join(", "),
                    key.join(" AND ")
                ),
                columns,
            }
        })
    }

    /// Its columns, the mark last.
    pub(crate) fn columns(&self) -> &str {
        &self.texts().columns
    }

    /// What a mark is made of: the table's name and every covered value, each told apart by its
    /// type and length.
    fn said<'a>(
        &self,
        values: impl Iterator<Item = Result<Value<'a>, Fault>>,
    ) -> Result<Vec<u8>, Fault> {
        let mut said = Vec::with_capacity(256);
        let mut put = |tag: u8, bytes: &[u8]| {
            said.push(tag);
            said.extend_from_slice(&(bytes.len() as u64).to_be_bytes());
            said.extend_from_slice(bytes);
        };
        put(b'T', self.name.as_bytes());
        for value in values.take(self.covered()) {
            match value? {
                Value::Null => put(b'0', &[]),
                Value::Int(number) => put(b'I', &number.to_be_bytes()),
                Value::Text(text) => put(b'S', text.as_bytes()),
                Value::Bytes(bytes) => put(b'B', bytes),
            }
        }
        Ok(said)
    }

    /// Whether the program wrote this row of all columns.
    fn is_genuine(&self, marker: &dyn Marker, row: &Row<'_>) -> Result<bool, Fault> {
        self.is_marked(marker, row, self.covered() + self.open.len())
    }

    /// Whether the program wrote this row, whose mark stands at `place`.
    fn is_marked(&self, marker: &dyn Marker, row: &Row<'_>, place: usize) -> Result<bool, Fault> {
        let values = (0..self.covered()).map(|column| row.value(column));
        let (said, written) = (self.said(values)?, row.value(place)?);
        let Value::Bytes(written) = written else { return Ok(false) };
        Ok(verify_slices_are_equal(written, &marker.mark(&said)).is_ok())
    }

    fn alien(&self) -> Fault {
        fault::environment("store-row-alien", self.name).with("table", self.name)
    }
}

impl Tx {
    fn mark_of(&self, table: &Marked, values: &[Value<'_>]) -> Result<[u8; MARK_LEN], Fault> {
        let said = table.said(values.iter().copied().map(Ok))?;
        Ok(self.marker().mark(&said))
    }

    /// Adds a row, given all columns but the mark; says how many there are now: none where one of
    /// the same key is there already.
    pub(crate) fn put(&mut self, table: &Marked, values: &[Value<'_>]) -> Result<u64, Fault> {
        let mark = self.mark_of(table, values)?;
        let mut all = values.to_vec();
        all.push(Value::Bytes(&mark));
        self.execute(&table.texts().insert, &all)
    }

    /// Adds many rows at once; each has room for its mark at the end. Rows of the same keys as others
    /// are left out.
    pub(crate) fn put_each<const N: usize>(
        &mut self,
        table: &Marked,
        rows: &[[Value<'_>; N]],
    ) -> Result<(), Fault> {
        let marks: Vec<[u8; MARK_LEN]> =
            rows.iter().map(|row| self.mark_of(table, row)).collect::<Result<_, _>>()?;
        let mut marked: Vec<[Value<'_>; N]> = Vec::with_capacity(rows.len());
        for (row, mark) in rows.iter().zip(&marks) {
            let mut row: [Value<'_>; N] = *row;
            if let Some(last) = row.last_mut() {
                *last = mark.into();
            }
            marked.push(row);
        }
        self.execute_each(&table.texts().insert, &marked)
    }

    /// Writes a row anew that is there; says how many there were.
    pub(crate) fn rewrite(&mut self, table: &Marked, values: &[Value<'_>]) -> Result<u64, Fault> {
        self.rewrite_if(table, values, "", None)
    }

    /// As [`Tx::rewrite`], if a number that the row has now is this.
    pub(crate) fn rewrite_if(
        &mut self,
        table: &Marked,
        values: &[Value<'_>],
        column: &str,
        is: Option<i64>,
    ) -> Result<u64, Fault> {
        let mark = self.mark_of(table, values)?;
        let mut all = values.to_vec();
        all.push(Value::Bytes(&mark));
        let Some(is) = is else { return self.execute(&table.texts().update, &all) };
        all.push(Value::Int(is));
        let sql = format!("{} AND {column} = ${}", table.texts().update, all.len());
        self.execute(&sql, &all)
    }

    /// The rows that the program wrote among those that `rest` (from WHERE on) finds. In it, the
    /// table is called `r`.
    pub(crate) fn genuine<T>(
        &mut self,
        table: &Marked,
        rest: &str,
        params: &[Value<'_>],
        read: impl Fn(&Row<'_>) -> Result<T, Fault>,
    ) -> Result<Vec<T>, Fault> {
        let sql = format!("SELECT {} FROM {} r {rest}", table.columns(), table.name);
        self.told(table, &sql, params, |row, genuine| genuine.then(|| read(row)).transpose())
    }

    /// As [`Tx::genuine`], without the columns that the mark does not cover, which may be large.
    pub(crate) fn genuine_outlines<T>(
        &mut self,
        table: &Marked,
        rest: &str,
        params: &[Value<'_>],
        read: impl Fn(&Row<'_>) -> Result<T, Fault>,
    ) -> Result<Vec<T>, Fault> {
        let sql = format!("SELECT {} FROM {} r {rest}", table.texts().outline, table.name);
        let see = |row: &Row<'_>, genuine: bool| genuine.then(|| read(row)).transpose();
        self.told_at(table, table.covered(), (&sql, params), see)
    }

    /// The first of [`Tx::genuine`].
    pub(crate) fn genuine_first<T>(
        &mut self,
        table: &Marked,
        rest: &str,
        params: &[Value<'_>],
        read: impl Fn(&Row<'_>) -> Result<T, Fault>,
    ) -> Result<Option<T>, Fault> {
        Ok(self.genuine(table, rest, params, read)?.into_iter().next())
    }

    /// The rows that the program wrote among those that a statement changed or removed.
    pub(crate) fn returning<T>(
        &mut self,
        table: &Marked,
        statement: &str,
        params: &[Value<'_>],
        read: impl Fn(&Row<'_>) -> Result<T, Fault>,
    ) -> Result<Vec<T>, Fault> {
        let sql = format!("{statement} RETURNING {}", table.columns());
        self.told(table, &sql, params, |row, genuine| genuine.then(|| read(row)).transpose())
    }

    /// Shows rows of all columns with whether the program wrote them, for tables of which even a
    /// wrong row counts; takes those that are answered.
    pub(crate) fn told<T>(
        &mut self,
        table: &Marked,
        sql: &str,
        params: &[Value<'_>],
        see: impl Fn(&Row<'_>, bool) -> Result<Option<T>, Fault>,
    ) -> Result<Vec<T>, Fault> {
        self.told_at(table, table.covered() + table.open.len(), (sql, params), see)
    }

    /// As [`Tx::told`], of rows whose mark stands at `place`.
    fn told_at<T>(
        &mut self,
        table: &Marked,
        place: usize,
        (sql, params): (&str, &[Value<'_>]),
        see: impl Fn(&Row<'_>, bool) -> Result<Option<T>, Fault>,
    ) -> Result<Vec<T>, Fault> {
        let marker = self.marker();
        let (mut rows, mut aliens) = (Vec::new(), 0_u64);
        self.each(sql, params, &mut |row| {
            let genuine = table.is_marked(&*marker, row, place)?;
            if !genuine {
                aliens += 1;
                if table.strict {
                    return Err(table.alien());
                }
            }
            rows.extend(see(row, genuine)?);
            Ok(())
        })?;
        // Jobs look twice a second, and a log that fills the disk hides what else is in it.
        if aliens > 0 && !table.told.swap(true, Ordering::Relaxed) {
            tracing::error!(table = table.name, aliens, "rows that this program did not write");
        }
        Ok(rows)
    }
}

/// A row that the program did not write.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Alien {
    /// Its table.
    pub table: &'static str,
    /// Its primary key: texts and numbers as they are, bytes in hexadecimal, with `/` between.
    pub key: String,
}

/// Where a walk through the marked tables goes on.
#[derive(Debug, Clone, Default)]
pub struct Place {
    table: usize,
    after: Vec<Owned>,
}

/// Looks at up to `limit` rows of the marked tables from `place` on; `None` at the end. With each
/// such round the log tells once more of the tables in which something is still wrong.
///
/// # Errors
/// Only the engine's.
pub fn aliens(
    tx: &mut Tx,
    place: &Place,
    limit: i64,
) -> Result<(Vec<Alien>, Option<Place>), Fault> {
    let Some(table) = TABLES.get(place.table) else { return Ok((Vec::new(), None)) };
    if place.after.is_empty() {
        table.told.store(false, Ordering::Relaxed);
    }
    let marker = tx.marker();
    let (mut found, mut last, mut seen) = (Vec::new(), Vec::new(), 0);
    page(tx, table, &place.after, limit, &mut |row| {
        seen += 1;
        last = values(row, table.key.len())?;
        if !table.is_genuine(&*marker, row)? {
            let key: Vec<String> = last.iter().map(shown).collect();
            found.push(Alien { table: table.name, key: key.join("/") });
        }
        Ok(())
    })?;
    let next = if seen < limit {
        Place { table: place.table + 1, after: Vec::new() }
    } else {
        Place { table: place.table, after: last }
    };
    Ok((found, (next.table < TABLES.len()).then_some(next)))
}

/// Gives every row its mark: once, when a database from before there were marks is opened, or a
/// backup from then put back.
pub(crate) fn begin(tx: &mut Tx) -> Result<(), Fault> {
    const STEP: i64 = 500;
    for table in TABLES {
        let mut after = Vec::new();
        loop {
            let mut rows = Vec::new();
            let columns = table.covered() + table.open.len();
            page(tx, table, &after, STEP, &mut |row| {
                rows.push(values(row, columns)?);
                Ok(())
            })?;
            for row in &rows {
                let params: Vec<Value<'_>> = row.iter().map(Value::from).collect();
                tx.rewrite(table, &params)?;
            }
            let Some(last) = rows.pop() else { break };
            after = last.into_iter().take(table.key.len()).collect();
        }
    }
    Ok(())
}

/// Rows of all columns in the order of their keys.
fn page(
    tx: &mut Tx,
    table: &Marked,
    after: &[Owned],
    limit: i64,
    see: &mut dyn FnMut(&Row<'_>) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let (columns, name, key) = (table.columns(), table.name, table.key.join(", "));
    let mut params: Vec<Value<'_>> = after.iter().map(Value::from).collect();
    params.push(limit.into());
    let places: Vec<String> = (1..params.len()).map(|place| format!("${place}")).collect();
    let beyond = match after {
        [] => String::new(),
        _ => format!("WHERE ({key}) > ({})", places.join(", ")),
    };
    let last = params.len();
    let sql = format!("SELECT {columns} FROM {name} {beyond} ORDER BY {key} LIMIT ${last}");
    tx.each(&sql, &params, see)
}

fn values(row: &Row<'_>, count: usize) -> Result<Vec<Owned>, Fault> {
    (0..count).map(|column| row.value(column).map(Owned::from)).collect()
}

fn shown(value: &Owned) -> String {
    match value {
        Owned::Null => String::new(),
        Owned::Int(number) => number.to_string(),
        Owned::Text(text) => text.clone(),
        Owned::Bytes(bytes) => bytes.iter().map(|byte| format!("{byte:02x}")).collect(),
    }
}

#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
