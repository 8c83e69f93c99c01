//! What scheduled work needs to know: when it ran last, and what has served its time.

use jiff::SignedDuration;
use seloste_kernel::{Fault, Timestamp};
use seloste_store::tables::{commands, runs};

use crate::Engine;

/// So long it is remembered when scheduled work ran.
const RUNS_KEPT: SignedDuration = SignedDuration::from_hours(24 * 400);

/// Among so many last runs one must have finished.
const RUNS_LOOKED_AT: i64 = 20;

impl Engine {
    /// Whether work of this name has not been finished within `every`. A clock that was set back
    /// makes it due, rather than late.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn work_is_due(
        &self,
        name: &'static str,
        every: SignedDuration,
    ) -> Result<bool, Fault> {
        let last = self.last_finished(name).await?;
        let now = self.now();
        Ok(last.is_none_or(|last| last > now || now.duration_since(last) >= every))
    }

    /// When work of this name was finished last; `None` when it never was.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn last_finished(&self, name: &'static str) -> Result<Option<Timestamp>, Fault> {
        let last = self.store.read(move |tx| runs::history(tx, name, RUNS_LOOKED_AT)).await?;
        let finished = last.iter().find_map(|run| run.finished_ms);
        Ok(finished.and_then(|ms| Timestamp::from_millisecond(ms).ok()))
    }

    /// A number that work of this name counted last.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn last_count(&self, name: &'static str, what: &str) -> Result<Option<i64>, Fault> {
        let last = self.store.read(move |tx| runs::last(tx, name)).await?;
        let counts = last.and_then(|run| run.counts);
        let counts: Option<serde_json::Value> =
            counts.and_then(|counts| serde_json::from_str(&counts).ok());
        Ok(counts.and_then(|counts| counts.get(what)?.as_i64()))
    }

    /// Notes that work of this name was done, with its counts.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn work_done(
        &self,
        name: &'static str,
        counts: &serde_json::Value,
    ) -> Result<(), Fault> {
        let (now, counts) = (self.now().as_millisecond(), counts.to_string());
        self.write_surely(move |tx| {
            let run = runs::start(tx, name, now)?;
            runs::finish(tx, run, now, &counts)
        })
        .await
    }

    /// Forgets command ids, one-time links and receipts of erased records whose time is over,
    /// sessions that have ended, and old runs.
    ///
    /// # Errors
    /// `Environment` while the clock is in doubt; when the store fails.
    pub async fn forget_expired(&self) -> Result<(), Fault> {
        let now = self.trusted_now()?;
        self.drop_ended_sessions().await?;
        let (now_ms, before_ms) = (
            now.as_millisecond(),
            now.saturating_sub(RUNS_KEPT).map_or(0, Timestamp::as_millisecond),
        );
        self.write_surely(move |tx| {
            commands::delete_expired(tx, now_ms)?;
            runs::delete_before(tx, before_ms).map(drop)
        })
        .await
    }
}
