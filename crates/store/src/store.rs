//! The store: opens a database, runs closures as transactions, answers after the commit.

use std::fs::{File, TryLockError};
use std::future::Future;
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::Thread;

use seloste_kernel::{Fault, FaultKind, Random};

use crate::ballast::Ballast;
use crate::engine::dialect::Dialect;
use crate::engine::postgres::Session;
use crate::engine::sole::{Held, Sole};
use crate::engine::sqlite;
use crate::lane::{Job, Lane, Manner};
use crate::location::Location;
use crate::mark::Marker;
use crate::tx::{Engine, Shared, Tx};
use crate::{fault, migrate};

/// Most closures in one SQLite commit. More wait for the next.
const GROUP: usize = 256;
/// Threads that read SQLite for asynchronous callers.
const SQLITE_READERS: usize = 4;
/// Connections that write to PostgreSQL. One closure per transaction: PostgreSQL itself lets
/// concurrent commits share a wait for the disk, and groups of ours would deadlock.
const POSTGRES_WRITERS: usize = 8;
/// Connections that read from PostgreSQL.
const POSTGRES_READERS: usize = 8;
/// Connections kept for reads on the caller's thread, so many as there may be threads at it; more
/// are opened and closed again.
const IDLE_READERS: usize = 32;
/// Longest name of a schema: PostgreSQL cuts at 63, and `_index` is added.
const SCHEMA_NAME: usize = 40;

/// An open database.
pub struct Store {
    location: Location,
    shared: Arc<Shared>,
    ballast: Ballast,
    // Dropped in this order: the last connection to go empties SQLite's log and removes it, which
    // one that only reads could not.
    idle: Mutex<Vec<Tx>>,
    readers: Lane,
    writers: Lane,
    /// Held as long as the store is open; last, so that it is released after the threads end.
    _lock: Option<File>,
    /// The same for a schema.
    _sole: Option<Sole>,
}

impl Store {
    /// Opens and, where needed, makes or migrates the database. What rows say is believed only
    /// with the marks of `marker`.
    ///
    /// # Errors
    /// `Environment`: unreachable, in use by another process, made by a newer program, without
    /// the marks that it once had, or the SQLite library has a known defect that loses data.
    pub fn open(
        location: Location,
        random: Arc<dyn Random>,
        marker: Arc<dyn Marker>,
    ) -> Result<Self, Fault> {
        let (order, rows) = (AtomicI64::new(1), AtomicU64::new(0));
        let shared = Arc::new(Shared { random, marker, order, rows });
        let store = match &location {
            Location::Sqlite { dir } => Self::open_sqlite(dir.clone(), location, shared)?,
            Location::Postgres { .. } => Self::open_postgres(location, shared)?,
        };
        let next = store.read_now(crate::tables::outbox::next_order)?;
        store.shared.order.store(next, std::sync::atomic::Ordering::Relaxed);
        Ok(store)
    }

    /// How many rows queries have given since the store was opened: the measure of what something
    /// costs, which does not depend on how fast a machine is.
    pub fn rows_given(&self) -> u64 {
        self.shared.rows.load(Ordering::Relaxed)
    }

    /// How people name where it is: the folder, or the schema.
    pub(crate) fn place(&self) -> String {
        match &self.location {
            Location::Sqlite { dir } => dir.display().to_string(),
            Location::Postgres { schema, .. } => schema.clone(),
        }
    }

    fn open_sqlite(dir: PathBuf, location: Location, shared: Arc<Shared>) -> Result<Self, Fault> {
        sqlite::check_library()?;
        std::fs::create_dir_all(&dir).map_err(|error| fault::file(&dir, &error))?;
        let lock = lock(&dir.join("lock"))?;
        migrate::sqlite(&dir, &shared)?;
        let tx = |role| {
            let connection = sqlite::open(&dir, role)?;
            Ok::<_, Fault>(Tx::new(Engine::Sqlite(connection), Arc::clone(&shared)))
        };
        let writer = tx(sqlite::Role::Write)?;
        let mut readers = Vec::new();
        for _ in 0..SQLITE_READERS {
            readers.push(tx(sqlite::Role::Read)?);
        }
        let keeper = crate::engine::checkpoint::Keeper::start(&dir)?;
        let write = Manner { begin: Dialect::Sqlite.begin_write(), group: GROUP };
        let read = Manner { begin: Dialect::Sqlite.begin_read(), group: 1 };
        Ok(Self {
            ballast: Ballast::open(Some(&dir)),
            writers: Lane::start(
                "writer",
                vec![writer],
                write,
                Arc::new(move |tx| keeper.after(tx)),
            )?,
            readers: Lane::start("reader", readers, read, Arc::new(|_| ()))?,
            idle: Mutex::default(),
            location,
            shared,
            _lock: Some(lock),
            _sole: None,
        })
    }

    fn open_postgres(location: Location, shared: Arc<Shared>) -> Result<Self, Fault> {
        let Location::Postgres { url, schema } = &location else {
            return Err(Fault::internal("not a PostgreSQL location"));
        };
        check_schema_name(schema)?;
        let path = format!("{schema}, {schema}_index");
        let sole = Sole::take(url, schema)?;
        let tx = |session| Tx::new(Engine::Postgres(Box::new(session)), Arc::clone(&shared));
        let sessions = |count: usize, held: Option<&Held>| -> Result<Vec<Tx>, Fault> {
            let session = || {
                let session = Session::new(url, &path)?;
                Ok(match held {
                    Some(held) => session.alone(held.clone()),
                    None => session,
                })
            };
            (0..count).map(|_| session().map(tx)).collect()
        };
        let write = Manner { begin: Dialect::Postgres.begin_write(), group: 1 };
        let read = Manner { begin: Dialect::Postgres.begin_read(), group: 1 };
        let store = Self {
            writers: Lane::start(
                "writer",
                sessions(POSTGRES_WRITERS, Some(&sole.held))?,
                write,
                Arc::new(|_| ()),
            )?,
            readers: Lane::start(
                "reader",
                sessions(POSTGRES_READERS, None)?,
                read,
                Arc::new(|_| ()),
            )?,
            idle: Mutex::default(),
            ballast: Ballast::open(None),
            shared: Arc::clone(&shared),
            _lock: None,
            _sole: Some(sole),
            location: location.clone(),
        };
        // On a thread of its own: this one may belong to a runtime, which may not wait.
        let (url, schema, sharing) = (url.clone(), schema.clone(), Arc::clone(&shared));
        let migrated = std::thread::spawn(move || {
            let session = Session::new(&url, "public")?;
            migrate::postgres(session, &schema, &sharing)
        });
        migrated.join().map_err(|_| Fault::internal("panic while migrating"))??;
        Ok(store)
    }

    /// Runs the closure as one transaction; resolves when it is durable, or undone.
    ///
    /// # Errors
    /// The closure's own fault, or that of a statement in it: `Conflict` for a condition that no
    /// longer holds, `StorageFull`, `Environment`.
    pub async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Tx) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        if self.ballast.spent() {
            return Err(fault::full("the reserve is in use; only erasures and sweeps may write"));
        }
        self.write_reserved(work).await
    }

    /// As [`write`](Self::write), for what must work on a full disk: erasures, sweeps, shredding.
    /// The first `StorageFull` frees the reserve, so trying once more is worth it.
    ///
    /// # Errors
    /// As [`write`](Self::write).
    pub async fn write_reserved<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Tx) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        let result = run(&self.writers, work, false).await;
        if let Err(fault) = &result
            && fault.kind() == FaultKind::StorageFull
        {
            self.ballast.free()?;
        }
        result
    }

    /// Runs the closure on one moment of the database; it cannot write.
    ///
    /// # Errors
    /// The closure's own fault, or `Environment`.
    pub async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Tx) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        run(&self.readers, work, false).await
    }

    /// As [`read`](Self::read), for a handful of rows that are found by their keys: with SQLite on
    /// the caller's own thread, since waking two threads takes longer than the rows do. Nothing
    /// that goes through many rows belongs here.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    pub async fn glance<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Tx) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        match self.location {
            Location::Sqlite { .. } => self.read_now(work),
            Location::Postgres { .. } => self.read(work).await,
        }
    }

    /// [`write`](Self::write) for callers that may wait: the command line, benches, threads.
    ///
    /// # Errors
    /// As [`write`](Self::write).
    pub fn write_now<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Tx) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        wait(self.write(work))
    }

    /// [`write_reserved`](Self::write_reserved) for callers that may wait.
    ///
    /// # Errors
    /// As [`write`](Self::write).
    pub fn write_reserved_now<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Tx) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        wait(self.write_reserved(work))
    }

    /// [`read`](Self::read) for callers that may wait. With SQLite it runs on the caller's own
    /// thread, which saves two thread switches.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    pub fn read_now<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Tx) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        let Location::Sqlite { dir } = &self.location else { return wait(self.read(work)) };
        let pooled = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut tx = match pooled {
            Some(tx) => tx,
            None => Tx::new(
                Engine::Sqlite(sqlite::open(dir, sqlite::Role::Read)?),
                Arc::clone(&self.shared),
            ),
        };
        tx.border(Dialect::Sqlite.begin_read())?;
        let result = tx.guarded(work);
        tx.rollback();
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < IDLE_READERS {
            idle.push(tx);
        }
        result
    }

    /// Runs the closure on the writer, outside any transaction.
    pub(crate) fn alone<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Tx) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        wait(run(&self.writers, work, true))
    }

    /// Readers kept open would hold old pages in the write-ahead log.
    pub(crate) fn drop_idle_readers(&self) {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// Gives the reserved space to erasures and sweeps; ordinary writes answer `StorageFull`
    /// until [`restore_ballast`](Self::restore_ballast) succeeds.
    ///
    /// # Errors
    /// The file cannot be removed.
    pub fn free_ballast(&self) -> Result<(), Fault> {
        self.ballast.free()
    }

    /// Takes the reserve back and lets ordinary writes in again.
    ///
    /// # Errors
    /// `StorageFull` while there is still no room.
    pub fn restore_ballast(&self) -> Result<(), Fault> {
        self.ballast.restore()
    }

    /// Ends the work in hand and closes the files.
    pub fn close(self) {}
}

async fn run<T: Send + 'static>(
    lane: &Lane,
    work: impl FnOnce(&mut Tx) -> Result<T, Fault> + Send + 'static,
    alone: bool,
) -> Result<T, Fault> {
    let (job, answer) = Job::new(work, alone);
    lane.send(job).await?;
    answer.await.map_err(|_| Fault::internal("a thread of the store ended before it answered"))?
}

/// One process at a time. The lock goes with the process, however it ends.
pub(crate) fn lock(path: &Path) -> Result<File, Fault> {
    let file = File::create(path).map_err(|error| fault::file(path, &error))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(fault::environment("store-in-use", path.display())),
        Err(TryLockError::Error(error)) => Err(fault::file(path, &error)),
    }
}

/// The name goes into statements as it is, so it may hold nothing that needs quoting.
fn check_schema_name(name: &str) -> Result<(), Fault> {
    let plain = |letter: char| matches!(letter, 'a'..='z' | '0'..='9' | '_');
    if name.len() <= SCHEMA_NAME
        && name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.chars().all(plain)
    {
        return Ok(());
    }
    Err(fault::environment("store-unreachable", "schema names are lower-case letters, digits, _"))
}

/// Waits for a future on a thread that may wait; needs no runtime and may run inside one.
pub(crate) fn wait<F: Future>(future: F) -> F::Output {
    struct Unpark(Thread);
    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let waker = Waker::from(Arc::new(Unpark(std::thread::current())));
    let mut context = Context::from_waker(&waker);
    // Inside a task a future of Tokio says after a hundred turns that others should have one first, and
    // goes on saying so until the task itself waits: which it does not do here.
    let mut future = pin!(tokio::task::unconstrained(future));
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(output) => return output,
            Poll::Pending => std::thread::park(),
        }
    }
}

#[cfg(test)]
mod tests;
