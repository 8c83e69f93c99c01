//! Work for later on one record: mail to send, mostly. A job holds two ids and nothing else;
//! whatever it needs it opens when it runs, so what was erased meanwhile is not there.

use std::time::Duration;

use seloste_kernel::{Fault, PersonId, RecordId, Timestamp};
use seloste_store::tables::{commands, jobs};
use seloste_store::{JobId, Tx};

use crate::Engine;

/// A job in the hands of whoever took it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    id: JobId,
    /// What is to be done.
    pub name: String,
    /// Whose record it is about.
    pub person: PersonId,
    /// Which record.
    pub record: RecordId,
    /// How often it has been taken, this time included.
    pub attempts: i64,
}

pub(crate) fn put(
    tx: &mut Tx,
    name: &str,
    at_ms: i64,
    person: PersonId,
    record: RecordId,
) -> Result<(), Fault> {
    let payload = [person.as_bytes().as_slice(), record.as_bytes().as_slice()].concat();
    jobs::enqueue(tx, name, at_ms, &payload).map(drop)
}

fn read(job: jobs::Job) -> Option<Job> {
    let (person, record) = job.payload.split_at_checked(16)?;
    Some(Job {
        id: job.id,
        name: job.name,
        person: PersonId::from_slice(person)?,
        record: RecordId::from_slice(record)?,
        attempts: job.attempts,
    })
}

impl Engine {
    /// Takes up to `limit` jobs whose time has come. Whoever dies with one loses it after `lease`.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn take_jobs(&self, lease: Duration, limit: i64) -> Result<Vec<Job>, Fault> {
        let now = self.now().as_millisecond();
        let lease = i64::try_from(lease.as_millis()).unwrap_or(i64::MAX);
        // An empty queue, which is nearly always, costs a read and no write.
        if self.store.read(jobs::pending_count).await? == 0 {
            return Ok(Vec::new());
        }
        let jobs = self.store.write(move |tx| jobs::claim(tx, now, lease, limit)).await?;
        let mut good = Vec::with_capacity(jobs.len());
        for job in jobs {
            let id = job.id;
            match read(job) {
                Some(job) => good.push(job),
                // Nobody can ever do it; left there, it would be taken again for ever.
                None => {
                    tracing::error!("a job that names no record was thrown away");
                    self.store.write(move |tx| jobs::done(tx, id).map(drop)).await?;
                }
            }
        }
        Ok(good)
    }

    /// Puts a job for a record into the queue unless `what` has been queued before, for whichever
    /// record; that is remembered until `expires`. Both are one write, so nothing is told twice or not at all.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn job_once(
        &self,
        name: &'static str,
        (person, record): (PersonId, RecordId),
        what: &str,
        expires: Timestamp,
    ) -> Result<bool, Fault> {
        let digest = self.use_digest(&[0; 16], what);
        let now = self.now().as_millisecond();
        self.store
            .write(move |tx| {
                let earlier =
                    commands::once(tx, digest, None, b"queued", expires.as_millisecond())?;
                if earlier.is_none() {
                    put(tx, name, now, person, record)?;
                }
                Ok(earlier.is_none())
            })
            .await
    }

    /// The same is to be done once more at this moment, beside what is done now.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn job_again(&self, job: &Job, at: Timestamp) -> Result<(), Fault> {
        let (name, at) = (job.name.clone(), at.as_millisecond());
        let (person, record) = (job.person, job.record);
        self.store.write(move |tx| put(tx, &name, at, person, record)).await
    }

    /// The job is done.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn job_done(&self, job: &Job) -> Result<(), Fault> {
        let id = job.id;
        self.store.write(move |tx| jobs::done(tx, id).map(drop)).await
    }

    /// The job failed with this code and is tried again at the given moment.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn job_failed(
        &self,
        job: &Job,
        code: &'static str,
        again: Timestamp,
    ) -> Result<(), Fault> {
        let (id, at) = (job.id, again.as_millisecond());
        self.store.write(move |tx| jobs::fail(tx, id, code, at)).await
    }
}
