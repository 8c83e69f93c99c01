//! The retention sweep: everything past its last day goes, by the same plan as every erasure.

use std::sync::Arc;

use seloste_kernel::{Actor, Fault};
use seloste_store::tables::{records, runs};

use crate::{Engine, Why};

/// One batch erases at most this many records; a full one is followed by the next at once.
const BATCH_RECORDS: i64 = 500;

/// What a sweep did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Swept {
    /// Records erased.
    pub removed: usize,
    /// Persons of whom nothing is left.
    pub persons: usize,
    /// Batches.
    pub batches: usize,
}

impl Engine {
    /// Erases every record past its last day that no hold keeps. Safe to stop at any moment and
    /// to run twice.
    ///
    /// # Errors
    /// `Environment` while the clock is in doubt; when keys or store fail. What was begun is
    /// finished at the next start.
    pub async fn sweep(self: &Arc<Self>) -> Result<Swept, Fault> {
        self.finish_interrupted().await?;
        let started = self.trusted_now()?.as_millisecond();
        let run = self.write_surely(move |tx| runs::start(tx, "sweep", started)).await?;
        let mut swept = Swept::default();
        loop {
            // Asked before every batch: a clock can leap in the middle of a sweep.
            let now = self.trusted_now()?.as_millisecond();
            let rows =
                self.store.read(move |tx| records::due(tx, now, None, BATCH_RECORDS)).await?;
            if rows.is_empty() {
                break;
            }
            let plan = self.plan_rows(rows, Why::Due, None).await?;
            let erased = self.execute(&Actor::Job("sweep".to_owned()), &plan).await?;
            swept.removed += erased.removed;
            swept.persons += erased.persons;
            swept.batches += 1;
        }
        let finished = self.now().as_millisecond();
        let counts = serde_json::to_string(&swept).map_err(Fault::internal)?;
        self.write_surely(move |tx| runs::finish(tx, run, finished, &counts)).await?;
        Ok(swept)
    }

    /// What a sweep at this moment would erase: counts by register and kind.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn sweep_preview(
        &self,
        at: seloste_kernel::Timestamp,
    ) -> Result<Vec<(String, String, i64)>, Fault> {
        let at = at.as_millisecond();
        // Due at this very moment counts, too.
        let all = self.store.read(move |tx| records::overdue_by_kind(tx, at + 1)).await?;
        Ok(all
            .into_iter()
            .map(|(register, kind, overdue)| (register, kind, overdue.count))
            .collect())
    }

    /// Whether a sweep is wanted now: something is due, or the promised interval has passed.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn sweep_is_due(&self) -> Result<bool, Fault> {
        let now = self.now();
        let ms = now.as_millisecond();
        let (due, last) = self
            .store
            .read(move |tx| Ok((records::due(tx, ms, None, 1)?, runs::last(tx, "sweep")?)))
            .await?;
        let Some(last) = last else { return Ok(true) };
        let started =
            seloste_kernel::Timestamp::from_millisecond(last.started_ms).unwrap_or_default();
        let interval_over = self
            .registers()
            .iter()
            .any(|register| register.notice.operations.sweep.after(started) <= now);
        // A clock that was set back must not let the sweep wait until it has caught up.
        Ok(!due.is_empty() || interval_over || started > now)
    }
}
