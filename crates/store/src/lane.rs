//! Queues of work and the threads that do it.
//!
//! A writer takes everything that waits, up to a limit, into one transaction: one wait for the
//! disk serves all of them. Each has a savepoint, so that one's failure undoes only itself.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use seloste_kernel::Fault;
use tokio::sync::{mpsc, oneshot};

use crate::fault;
use crate::tx::Tx;

/// Work that may wait in a lane. More callers than this wait for room, in order.
const QUEUE: usize = 1024;

/// Tells the caller how it ended: called after the commit.
type Reply = Box<dyn FnOnce(Result<(), Fault>) + Send>;
type Run = Box<dyn FnOnce(Result<&mut Tx, Fault>) -> Option<(bool, Reply)> + Send>;

/// One closure on its way to a transaction.
pub(crate) struct Job {
    run: Run,
    /// Not inside a transaction: vacuum, checkpoint.
    alone: bool,
}

impl Job {
    pub(crate) fn new<T: Send + 'static>(
        work: impl FnOnce(&mut Tx) -> Result<T, Fault> + Send + 'static,
        alone: bool,
    ) -> (Self, oneshot::Receiver<Result<T, Fault>>) {
        let (send, receive) = oneshot::channel();
        let run: Run = Box::new(move |tx| match tx {
            Ok(tx) => {
                let result = tx.guarded(work);
                let good = result.is_ok();
                let reply: Reply = Box::new(move |committed| {
                    // Nobody waits any more when the caller was cancelled; the write stands.
                    let _ = send.send(result.and_then(|value| committed.map(|()| value)));
                });
                Some((good, reply))
            }
            Err(fault) => {
                let _ = send.send(Err(fault));
                None
            }
        });
        (Self { run, alone }, receive)
    }
}

/// How the threads of a lane work.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Manner {
    pub(crate) begin: &'static str,
    /// Most closures in one transaction.
    pub(crate) group: usize,
}

/// A queue and its threads.
pub(crate) struct Lane {
    queue: Option<mpsc::Sender<Job>>,
    threads: Vec<JoinHandle<()>>,
}

impl Lane {
    /// One thread per transaction given. `after` runs after each commit.
    pub(crate) fn start(
        name: &str,
        workers: Vec<Tx>,
        manner: Manner,
        after: Arc<dyn Fn(&mut Tx) + Send + Sync>,
    ) -> Result<Self, Fault> {
        let (queue, jobs) = mpsc::channel(QUEUE);
        let jobs = Arc::new(Mutex::new(jobs));
        let mut threads = Vec::new();
        for mut tx in workers {
            let (jobs, after) = (Arc::clone(&jobs), Arc::clone(&after));
            let thread = std::thread::Builder::new().name(name.to_owned()).spawn(move || {
                while let Some(mut group) = take(&jobs, manner.group) {
                    while !group.is_empty() {
                        transact(&mut tx, &mut group, manner);
                    }
                    after(&mut tx);
                }
            });
            threads.push(thread.map_err(|error| fault::environment("store-unreachable", error))?);
        }
        Ok(Self { queue: Some(queue), threads })
    }

    pub(crate) async fn send(&self, job: Job) -> Result<(), Fault> {
        let closed = || fault::environment("store-closed", "the store is closed");
        let queue = self.queue.as_ref().ok_or_else(closed)?;
        queue.send(job).await.map_err(|_| closed())
    }
}

impl Drop for Lane {
    fn drop(&mut self) {
        // What was sent is still done.
        self.queue = None;
        for thread in self.threads.drain(..) {
            if thread.join().is_err() {
                tracing::error!("a thread of the store panicked");
            }
        }
    }
}

/// Waits for work; `None` when the lane is closed and empty.
fn take(jobs: &Mutex<mpsc::Receiver<Job>>, most: usize) -> Option<VecDeque<Job>> {
    let mut jobs = jobs.lock().unwrap_or_else(PoisonError::into_inner);
    let mut group = VecDeque::from([jobs.blocking_recv()?]);
    while group.len() < most
        && let Ok(job) = jobs.try_recv()
    {
        group.push_back(job);
    }
    Some(group)
}

/// Takes jobs from the front into one transaction and answers them.
fn transact(tx: &mut Tx, group: &mut VecDeque<Job>, manner: Manner) {
    if group.front().is_some_and(|job| job.alone) {
        let ready = tx.connect();
        if let Some(job) = group.pop_front()
            && let Some((_, reply)) = (job.run)(ready.map(|()| tx))
        {
            reply(Ok(()));
        }
        return;
    }
    if let Err(fault) = tx.begin(manner.begin) {
        for job in group.drain(..) {
            (job.run)(Err(fault.clone()));
        }
        return;
    }
    let savepoints = group.len() > 1;
    let mut replies = Vec::with_capacity(group.len());
    let mut broken: Option<Fault> = None;
    let mut kept = 0;
    while broken.is_none() && group.front().is_some_and(|job| !job.alone) {
        let Some(job) = group.pop_front() else { break };
        if savepoints && let Err(fault) = tx.border("SAVEPOINT work") {
            (job.run)(Err(fault.clone()));
            broken = Some(fault);
            break;
        }
        let Some((good, reply)) = (job.run)(Ok(tx)) else { continue };
        kept += usize::from(good);
        if tx.lost() {
            broken = Some(tx.loss());
        } else if savepoints {
            let undo = "ROLLBACK TO SAVEPOINT work; RELEASE SAVEPOINT work";
            broken =
                if good { tx.border("RELEASE SAVEPOINT work").err() } else { undo_to(tx, undo) };
        }
        replies.push(reply);
    }
    let outcome = match broken {
        Some(fault) => Err(fault),
        None if kept == 0 => {
            tx.rollback();
            Ok(())
        }
        None => tx.commit(),
    };
    if outcome.is_err() {
        tx.rollback();
    }
    for reply in replies {
        reply(outcome.clone());
    }
}

/// Undoes one closure. Two statements, because SQLite runs only one at a time.
fn undo_to(tx: &mut Tx, statements: &str) -> Option<Fault> {
    statements.split("; ").find_map(|statement| tx.border(statement).err())
}
