//! One transaction, whichever the engine. Only this crate writes SQL; others call the functions
//! of [`tables`](crate::tables).

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use seloste_kernel::{Fault, FaultKind, Random};

use crate::engine::dialect::Dialect;
use crate::engine::{postgres, sqlite};
use crate::mark::Marker;
use crate::value::{Owned, Row, Value, params};

pub(crate) enum Engine {
    Sqlite(rusqlite::Connection),
    Postgres(Box<postgres::Session>),
}

/// What all transactions of one store share.
pub(crate) struct Shared {
    pub(crate) random: Arc<dyn Random>,
    pub(crate) marker: Arc<dyn Marker>,
    /// Numbers the ledger's waiting entries within this process, so that they keep their order.
    pub(crate) order: AtomicI64,
    /// Rows that queries gave so far.
    pub(crate) rows: AtomicU64,
}

/// A transaction under way. A statement that fails spoils the whole transaction, on both engines
/// alike: whatever the closure answers then, nothing of it is kept.
pub struct Tx {
    engine: Engine,
    shared: Arc<Shared>,
    failed: Option<Fault>,
    /// The last statement's failure, for those whose work went down with it.
    last_failure: Option<Fault>,
    /// What this transaction changed of SQLite's second file, the lookups.
    index: Vec<IndexChange>,
    /// What transactions changed of it that are in the first file and not in the second.
    owed: Vec<IndexChange>,
}

/// A statement about the lookups.
type IndexChange = (&'static str, Vec<Owned>);

impl Tx {
    pub(crate) fn new(engine: Engine, shared: Arc<Shared>) -> Self {
        let (index, owed) = (Vec::new(), Vec::new());
        Self { engine, shared, failed: None, last_failure: None, index, owed }
    }

    pub(crate) fn dialect(&self) -> Dialect {
        match self.engine {
            Engine::Sqlite(_) => Dialect::Sqlite,
            Engine::Postgres(_) => Dialect::Postgres,
        }
    }

    pub(crate) fn engine(&mut self) -> &mut Engine {
        &mut self.engine
    }

    /// Who makes and knows the marks of rows.
    pub(crate) fn marker(&self) -> Arc<dyn Marker> {
        Arc::clone(&self.shared.marker)
    }

    /// Sixteen random bytes, for a new identifier.
    pub(crate) fn random16(&self) -> [u8; 16] {
        let mut bytes = [0; 16];
        self.shared.random.fill(&mut bytes);
        bytes
    }

    pub(crate) fn next_order(&self) -> i64 {
        self.shared.order.fetch_add(1, Ordering::Relaxed)
    }

    /// Entries from now on get this place or a later one.
    pub(crate) fn raise_order(&self, next: i64) {
        self.shared.order.fetch_max(next, Ordering::Relaxed);
    }

    /// Runs a statement; says how many rows it touched.
    pub(crate) fn execute(&mut self, sql: &str, params: &[Value<'_>]) -> Result<u64, Fault> {
        self.usable()?;
        let done = match &mut self.engine {
            Engine::Sqlite(connection) => sqlite::execute(connection, sql, params),
            Engine::Postgres(session) => session.execute(sql, params),
        };
        done.inspect_err(|fault| self.failed = Some(fault.clone()))
    }

    /// Runs a statement that changes the lookups: SQLite's two files must agree afterwards.
    pub(crate) fn execute_index(
        &mut self,
        sql: &'static str,
        params: &[Value<'_>],
    ) -> Result<u64, Fault> {
        let rows = self.execute(sql, params)?;
        if rows > 0 && self.dialect() == Dialect::Sqlite {
            self.index.push((sql, params.iter().copied().map(Owned::from).collect()));
        }
        Ok(rows)
    }

    /// Runs a statement once for each list of parameters.
    pub(crate) fn execute_each<const N: usize>(
        &mut self,
        sql: &str,
        lists: &[[Value<'_>; N]],
    ) -> Result<(), Fault> {
        self.usable()?;
        if lists.is_empty() {
            return Ok(());
        }
        let done = match &mut self.engine {
            Engine::Sqlite(connection) => sqlite::execute_each(connection, sql, lists),
            Engine::Postgres(session) => session.execute_each(sql, lists),
        };
        done.inspect_err(|fault| self.failed = Some(fault.clone()))
    }

    /// Shows the rows of a query one after the other.
    pub(crate) fn each(
        &mut self,
        sql: &str,
        params: &[Value<'_>],
        see: &mut dyn FnMut(&Row<'_>) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        self.usable()?;
        let rows = &self.shared.rows;
        let see = &mut |row: &Row<'_>| {
            rows.fetch_add(1, Ordering::Relaxed);
            see(row)
        };
        let done = match &mut self.engine {
            Engine::Sqlite(connection) => sqlite::each(connection, sql, params, see),
            Engine::Postgres(session) => session.each(sql, params, see),
        };
        done.inspect_err(|fault| self.failed = Some(fault.clone()))
    }

    /// All rows of a query.
    pub(crate) fn all<T>(
        &mut self,
        sql: &str,
        params: &[Value<'_>],
        read: impl Fn(&Row<'_>) -> Result<T, Fault>,
    ) -> Result<Vec<T>, Fault> {
        let mut rows = Vec::new();
        self.each(sql, params, &mut |row| {
            rows.push(read(row)?);
            Ok(())
        })?;
        Ok(rows)
    }

    /// The first row of a query, if it has any.
    pub(crate) fn first<T>(
        &mut self,
        sql: &str,
        params: &[Value<'_>],
        read: impl Fn(&Row<'_>) -> Result<T, Fault>,
    ) -> Result<Option<T>, Fault> {
        self.all(sql, params, read).map(|rows| rows.into_iter().next())
    }

    /// The row of a query that always has one.
    pub(crate) fn one<T>(
        &mut self,
        sql: &str,
        params: &[Value<'_>],
        read: impl Fn(&Row<'_>) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        self.first(sql, params, read)?.ok_or_else(|| Fault::internal("no row where one must be"))
    }

    fn usable(&self) -> Result<(), Fault> {
        self.failed.clone().map_or(Ok(()), Err)
    }

    /// Runs a closure so that neither its panic nor a failed statement it ignored goes unnoticed.
    pub(crate) fn guarded<T>(
        &mut self,
        work: impl FnOnce(&mut Tx) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        self.failed = None;
        let before = self.index.len();
        let result = catch_unwind(AssertUnwindSafe(|| work(self)))
            .unwrap_or_else(|_| Err(Fault::internal("panic inside a transaction")));
        let result = match self.failed.take() {
            Some(fault) => {
                self.last_failure = Some(fault.clone());
                result.and(Err(fault))
            }
            None => result,
        };
        if result.is_err() {
            self.index.truncate(before);
        }
        result
    }

    /// Begins a transaction. An idle connection learns only now that the server has been away;
    /// nothing is done yet, so a new one may take its place.
    pub(crate) fn begin(&mut self, sql: &str) -> Result<(), Fault> {
        self.connect()?;
        self.pay()?;
        let begun = self.border(sql);
        match (&begun, &mut self.engine) {
            (Err(_), Engine::Postgres(session)) => {
                session.disconnect();
                session.connect()?;
                session.batch(sql)
            }
            _ => begun,
        }
    }

    /// Connects where needed.
    pub(crate) fn connect(&mut self) -> Result<(), Fault> {
        match &mut self.engine {
            Engine::Sqlite(_) => Ok(()),
            Engine::Postgres(session) => session.connect(),
        }
    }

    /// A statement that marks a border of the transaction.
    pub(crate) fn border(&mut self, sql: &str) -> Result<(), Fault> {
        match &mut self.engine {
            Engine::Sqlite(connection) => sqlite::execute(connection, sql, &[]).map(drop),
            Engine::Postgres(session) => session.batch(sql),
        }
    }

    /// Whether the engine gave up the transaction by itself, as SQLite does on a full disk.
    pub(crate) fn lost(&self) -> bool {
        match &self.engine {
            Engine::Sqlite(connection) => connection.is_autocommit(),
            Engine::Postgres(_) => false,
        }
    }

    /// Why the engine gave up.
    pub(crate) fn loss(&mut self) -> Fault {
        let unknown = || Fault::internal("the engine gave up a transaction");
        self.last_failure.take().unwrap_or_else(unknown)
    }

    /// Ends the transaction: an error says that nothing of it is kept.
    pub(crate) fn commit(&mut self) -> Result<(), Fault> {
        if self.index.is_empty() {
            return self.border("COMMIT");
        }
        // Two files are two commits: after a crash between them the numbers differ, and the index
        // is rebuilt. PostgreSQL commits both schemas at once.
        self.execute("UPDATE index_generation SET number = number + 1", params![])?;
        self.execute_index("UPDATE index_state SET number = number + 1", params![])?;
        let number = self.generation()?;
        let done = self.border("COMMIT");
        let changes = std::mem::take(&mut self.index);
        let Err(fault) = done else { return Ok(()) };
        self.rollback();
        if self.generation().ok() != Some(number) {
            return Err(fault);
        }
        // The first file has it, and only the second could not be written. What is once kept is
        // not said to have failed, or it would be done twice.
        tracing::warn!(?fault, "the lookups could not be written; they are before anything else");
        self.owed.extend(changes);
        if let Err(fault) = self.pay() {
            tracing::warn!(?fault, "nothing is written before the lookups are");
        }
        Ok(())
    }

    fn generation(&mut self) -> Result<i64, Fault> {
        self.one("SELECT number FROM index_generation", params![], |row| row.int(0))
    }

    /// Writes what the second file lacks of transactions that the first one has.
    fn pay(&mut self) -> Result<(), Fault> {
        if self.owed.is_empty() {
            return Ok(());
        }
        let owed = std::mem::take(&mut self.owed);
        let write = |tx: &mut Self| {
            tx.border(Dialect::Sqlite.begin_write())?;
            for (sql, params) in &owed {
                let params: Vec<Value<'_>> = params.iter().map(Value::from).collect();
                tx.execute(sql, &params)?;
            }
            tx.border("COMMIT")
        };
        let done = write(self);
        if done.is_err() {
            self.rollback();
            self.owed = owed;
        }
        done
    }

    pub(crate) fn rollback(&mut self) {
        self.failed = None;
        self.index.clear();
        if !self.lost()
            && let Err(fault) = self.border("ROLLBACK")
            && fault.kind() != FaultKind::Environment
        {
            tracing::warn!(?fault, "a transaction could not be rolled back");
        }
    }
}
