//! One process at a time on a PostgreSQL schema. With SQLite a lock beside the data says so; here a
//! session holds an advisory lock, on a thread of its own that looks every few seconds whether it
//! still does. While it does not, nothing is written: two processes with copies of the same keys would
//! take the same key for two people, and erasing one would destroy the other.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use seloste_kernel::Fault;

use super::postgres::Session;
use crate::fault;
use crate::value::Value;

/// Takes the lock; the first half of its number is beside that of migrations, the second the schema's name.
const TAKE: &str =
    "SELECT CASE WHEN pg_try_advisory_lock(7317022, hashtext($1)) THEN 1 ELSE 0 END::BIGINT";
const GIVE: &str =
    "SELECT CASE WHEN pg_advisory_unlock(7317022, hashtext($1)) THEN 1 ELSE 0 END::BIGINT";
/// Whether the connection still answers, and with it the lock is held.
const LIVES: &str = "SELECT CASE WHEN $1 <> '' THEN 1 ELSE 0 END::BIGINT";
/// How often it is looked whether the lock is still held.
const LOOK: Duration = Duration::from_secs(2);
/// A process that was killed a moment ago holds the lock until PostgreSQL notices.
const PATIENCE: (u32, Duration) = (100, Duration::from_millis(50));

/// Whether this process may write: it holds the schema's lock.
#[derive(Clone)]
pub(crate) struct Held(Arc<AtomicBool>);

impl Held {
    /// Refuses while another process may hold it.
    pub(crate) fn demand(&self) -> Result<(), Fault> {
        match self.0.load(Ordering::Acquire) {
            true => Ok(()),
            false => Err(fault::environment("store-in-use", "the schema's lock is not held")),
        }
    }
}

/// The lock; given back when dropped.
pub(crate) struct Sole {
    pub held: Held,
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Sole {
    /// Takes the lock of a schema.
    ///
    /// # Errors
    /// `Environment` when another process has it, or PostgreSQL cannot be reached.
    pub(crate) fn take(url: &str, schema: &str) -> Result<Self, Fault> {
        let held = Held(Arc::new(AtomicBool::new(false)));
        let mut session = Session::new(url, "public")?;
        let (schema, state) = (schema.to_owned(), held.clone());
        let (stop, stopped) = channel();
        let (first, taken) = channel();
        // On a thread of its own from the beginning: the caller may belong to a runtime.
        let thread = std::thread::Builder::new().name("schema lock".to_owned()).spawn(move || {
            let result = patiently(&mut session, &schema);
            state.0.store(result.is_ok(), Ordering::Release);
            let go_on = result.is_ok();
            let _ = first.send(result);
            while go_on && stopped.recv_timeout(LOOK) == Err(RecvTimeoutError::Timeout) {
                let before = state.0.load(Ordering::Acquire);
                let now = matches!(holds(&mut session, &schema, before), Ok(true));
                if before && !now {
                    tracing::error!(
                        "the lock of the schema is lost; nothing is written without it"
                    );
                }
                state.0.store(now, Ordering::Release);
            }
            state.0.store(false, Ordering::Release);
            // Said, and not only hung up: whoever opens the schema next need not wait for it.
            let _ = ask(&mut session, GIVE, &schema);
        });
        let thread = thread.map_err(|error| fault::environment("store-unreachable", error))?;
        let sole = Self { held, stop: Some(stop), thread: Some(thread) };
        taken.recv().map_err(|_| Fault::internal("the thread of the lock ended"))??;
        Ok(sole)
    }
}

impl Drop for Sole {
    fn drop(&mut self) {
        self.stop.take();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn patiently(session: &mut Session, schema: &str) -> Result<(), Fault> {
    let (tries, pause) = PATIENCE;
    for _ in 0..tries {
        if holds(session, schema, false)? {
            return Ok(());
        }
        std::thread::sleep(pause);
    }
    Err(fault::environment("store-in-use", format_args!("another process has the schema {schema}")))
}

/// Whether the session holds the lock; takes it on a new connection when it is free.
fn holds(session: &mut Session, schema: &str, held: bool) -> Result<bool, Fault> {
    if held && matches!(ask(session, LIVES, schema), Ok(true)) {
        return Ok(true);
    }
    session.disconnect();
    session.connect()?;
    ask(session, TAKE, schema)
}

fn ask(session: &mut Session, sql: &str, schema: &str) -> Result<bool, Fault> {
    let mut answer = false;
    session.each(sql, &[Value::Text(schema)], &mut |row| {
        answer = row.flag(0)?;
        Ok(())
    })?;
    Ok(answer)
}
