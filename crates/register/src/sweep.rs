//! The retention sweep: everything past its last day goes, by the same plan as every erasure. What
//! a ground keeps longer goes with the sweep that comes after the ground's end.

use std::collections::BTreeMap;
use std::sync::Arc;

use seloste_kernel::{Actor, Fault, RecordId};
use seloste_store::Tx;
use seloste_store::tables::records::RecordRow;
use seloste_store::tables::{holds, records, runs};

use crate::erase::outcome;
use crate::read::in_force;
use crate::{Engine, Outcome, Plan, Step, Why};

/// One batch erases at most this many records; a full one is followed by the next at once. What
/// others want to write waits while a batch is removed, and goes first when it is.
const BATCH_RECORDS: i64 = 100;

/// What a sweep did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Swept {
    /// Records erased.
    pub removed: usize,
    /// Records of which a part went, because grounds keep the rest.
    #[serde(default)]
    pub stripped: usize,
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
        self.let_go_of_kept().await?;
        let mut swept = Swept::default();
        let mut last = Vec::new();
        loop {
            // Asked before every batch: a clock can leap in the middle of a sweep.
            let now = self.trusted_now()?.as_millisecond();
            let rows = self.store.read(move |tx| next_batch(tx, now)).await?;
            if rows.is_empty() {
                break;
            }
            let batch: Vec<RecordId> = rows.iter().map(|row| row.id).collect();
            let plan = self.plan_due(rows).await?;
            let erased = self.execute(&Actor::Job("sweep".to_owned()), &plan, None).await?;
            swept.removed += erased.removed;
            swept.stripped += erased.stripped;
            swept.persons += erased.persons;
            swept.batches += 1;
            // What is due and stays all the same would be met for ever. The sweep then counts as
            // not done, and its promise says so.
            if erased.removed + erased.stripped == 0 && batch == last {
                return Err(Fault::internal("a batch that is due does not go"));
            }
            last = batch;
        }
        let finished = self.now().as_millisecond();
        let counts = serde_json::to_string(&swept).map_err(Fault::internal)?;
        self.write_surely(move |tx| runs::finish(tx, run, finished, &counts)).await?;
        Ok(swept)
    }

    /// A plan for what is due. What grounds keep of it is looked at when the plan runs.
    async fn plan_due(&self, rows: Vec<RecordRow>) -> Result<Plan, Fault> {
        let mut steps = Vec::with_capacity(rows.len());
        for row in rows {
            let kind = self.policy(row.policy).await?.kind;
            let (person, record, outcome) = (row.person, row.id, Outcome::Remove);
            // Counted is what is found when the plan runs; this one is shown to nobody.
            steps.push(Step { person, record, kind, outcome, counted: false });
        }
        Ok(Plan { why: Why::Due, under: None, steps, at: None })
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
        let mut counts: BTreeMap<(String, String), i64> = all
            .into_iter()
            .map(|(register, kind, overdue)| ((register, kind), overdue.count))
            .collect();
        // Of what is kept in part it counts whether anything goes.
        let mut after = None;
        loop {
            let rows = self.store.read(move |tx| part_kept(tx, at, after)).await?;
            let Some((last, _)) = rows.last() else { break };
            after = last.due_ms.map(|due| (due, last.id));
            for (row, outcome) in rows {
                let policy = self.policy(row.policy).await?;
                if matches!(outcome, Outcome::Keep(_)) {
                    *counts.entry((policy.register, policy.kind)).or_default() -= 1;
                }
            }
        }
        let counts = counts.into_iter().filter(|(_, count)| *count > 0);
        Ok(counts.map(|((register, kind), count)| (register, kind, count)).collect())
    }

    /// Whether a sweep is wanted now: something is due, or the promised interval has passed.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn sweep_is_due(&self) -> Result<bool, Fault> {
        let now = self.now();
        let ms = now.as_millisecond();
        let (due, last) =
            self.store.read(move |tx| Ok((next_batch(tx, ms)?, runs::last(tx, "sweep")?))).await?;
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

/// What is to be erased next: what nothing keeps, and then what is kept in part.
fn next_batch(tx: &mut Tx, now_ms: i64) -> Result<Vec<RecordRow>, Fault> {
    let rows = records::due(tx, now_ms, None, BATCH_RECORDS)?;
    if !rows.is_empty() {
        return Ok(rows);
    }
    records::due_in_part(tx, now_ms, None, BATCH_RECORDS)
}

/// Records past their last day of which grounds keep a part, and what becomes of each.
fn part_kept(
    tx: &mut Tx,
    at_ms: i64,
    after: Option<(i64, RecordId)>,
) -> Result<Vec<(RecordRow, Outcome)>, Fault> {
    let rows = records::due_in_part(tx, at_ms, after, BATCH_RECORDS)?;
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        let holds = holds::of_record(tx, row.person, row.id)?;
        let holds: Vec<_> = holds.into_iter().filter(|hold| in_force(hold, at_ms)).collect();
        let outcome = outcome(&row, &holds);
        all.push((row, outcome));
    }
    Ok(all)
}
