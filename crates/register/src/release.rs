//! Ending a restriction (Art. 18(3)): what is past its last day, and what nothing else keeps, goes with
//! it at once. Whoever ends it has seen what goes, or is shown it first.

use std::sync::Arc;

use seloste_kernel::{Actor, Fault, FaultKind, PersonId, RecordId};
use seloste_store::Tx;
use seloste_store::tables::records::RecordRow;
use seloste_store::tables::{holds, limits, persons};

use crate::access::{Action, OPENING};
use crate::erase::outcome;
use crate::execute::Alone;
use crate::own::copies_along;
use crate::read::in_force;
use crate::restriction::no_restriction;
use crate::standing::restricted_by;
use crate::telling::{Changed, write_all};
use crate::{Access, Engine, Erased, Outcome, Plan, Step, Why};

/// What came of the wish to end a restriction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ended {
    /// It has ended. What it alone kept past its last day is erased, if there was any.
    Freed(Option<Erased>),
    /// Nothing has happened: this goes with it, and whoever asked has not seen it so.
    Asks(Plan),
}

impl Engine {
    /// What goes when this restriction ends now.
    ///
    /// # Errors
    /// `NotFound` when the access does not reach the person; `Conflict` when there is no such
    /// restriction.
    pub async fn plan_release(
        &self,
        access: &Access,
        person: PersonId,
        record: Option<RecordId>,
    ) -> Result<Plan, Fault> {
        access.demand(OPENING)?;
        self.restriction(access, person, record).await?.ok_or_else(no_restriction)?;
        self.released(person, record).await
    }

    async fn released(&self, person: PersonId, record: Option<RecordId>) -> Result<Plan, Fault> {
        let now = self.now().as_millisecond();
        let found = self.store.read(move |tx| over(tx, person, record, now)).await?;
        self.steps_of(found, Why::Due).await
    }

    /// A plan of the engine's own for what becomes of these.
    pub(crate) async fn steps_of(
        &self,
        found: Vec<(RecordRow, Outcome)>,
        why: Why,
    ) -> Result<Plan, Fault> {
        let mut steps = Vec::with_capacity(found.len());
        for (row, outcome) in found {
            let person = row.person;
            let policy = self.policy(row.policy).await?;
            let counted = self.will_count(&row, &policy.register, &policy.kind);
            let outcome = if counted { outcome.counting() } else { outcome };
            steps.push(Step { person, record: row.id, kind: policy.kind, outcome, counted });
        }
        Ok(Plan { why, under: None, steps, at: None })
    }

    /// Ends a restriction. The person may at any time; the organisation once the person has been
    /// told. Where something goes with it, `seen` is what [`Plan::seen`] said of
    /// [`Engine::plan_release`].
    ///
    /// # Errors
    /// `Conflict` when there is none, or the person has not been told of its end; `Environment` where
    /// something would go and the clock is in doubt.
    pub async fn end_restriction(
        self: &Arc<Self>,
        access: &Access,
        person: PersonId,
        record: Option<RecordId>,
        seen: Option<&str>,
    ) -> Result<Ended, Fault> {
        access.demand(&[Action::Amend, Action::DecideRequests])?;
        let (engine, access) = (Arc::clone(self), access.clone());
        let seen = seen.map(str::to_owned);
        // Goes on also when the caller no longer waits.
        let task = tokio::spawn(async move {
            // Nobody erases, holds or restricts between the look and the deed.
            let alone = engine.alone().await;
            let plan = engine.may_end(&access, person, record).await?;
            if !plan.takes_something() {
                engine.free(&access, person, record).await?;
                return Ok(Ended::Freed(None));
            }
            if seen != Some(plan.seen()) {
                return Ok(Ended::Asks(plan));
            }
            engine.trusted_now()?;
            engine.free(&access, person, record).await?;
            engine.let_go_of(&alone, &access, &plan).await.map(|erased| Ended::Freed(Some(erased)))
        });
        task.await.map_err(Fault::internal)?
    }

    /// What goes, where the restriction may end now.
    async fn may_end(
        &self,
        access: &Access,
        person: PersonId,
        record: Option<RecordId>,
    ) -> Result<Plan, Fault> {
        let known = self.restriction(access, person, record).await?.ok_or_else(no_restriction)?;
        let is_own = access.actor == Actor::Person(person);
        match known.ends {
            _ if is_own => {}
            Some(from) if from <= self.now() => {}
            Some(_) => return Err(Fault::new(FaultKind::Conflict, "fault-restriction-early")),
            None => return Err(Fault::new(FaultKind::Conflict, "fault-restriction-untold")),
        }
        self.released(person, record).await
    }

    async fn free(
        self: &Arc<Self>,
        access: &Access,
        person: PersonId,
        record: Option<RecordId>,
    ) -> Result<(), Fault> {
        let traced = self.trail_of(access, person, "end-restriction").await?;
        let tasks = self.tasks_of_restricting(access, person, record, Changed::Released).await?;
        let tasks = Arc::new(tasks);
        self.write_surely(move |tx| {
            limits::end(tx, person, record, None)?;
            if record.is_none() {
                persons::set_restricted(tx, person, false)?;
            }
            write_all(tx, &tasks)?;
            traced.write(tx)
        })
        .await
    }

    /// What a crash leaves of this the next sweep takes: it is due.
    async fn let_go_of(
        self: &Arc<Self>,
        alone: &Alone,
        access: &Access,
        plan: &Plan,
    ) -> Result<Erased, Fault> {
        self.execute_alone(alone, &access.actor, plan, Some(access)).await
    }
}

/// What goes without this restriction: it is past its last day, and nothing else keeps the whole of
/// it. Where something goes, the copies of everything go along.
fn over(
    tx: &mut Tx,
    person: PersonId,
    record: Option<RecordId>,
    now_ms: i64,
) -> Result<Vec<(RecordRow, Outcome)>, Fault> {
    let mut over = Vec::new();
    let is_over = |row: &RecordRow| row.due_ms.is_some_and(|due| due <= now_ms);
    for row in restricted_by(tx, person, record)?.into_iter().filter(is_over) {
        let holds = holds::of_record(tx, person, row.id)?;
        let holds: Vec<_> = holds.into_iter().filter(|hold| in_force(hold, now_ms)).collect();
        let outcome = outcome(&row, &holds);
        if !matches!(outcome, Outcome::Keep(_)) {
            over.push((row, outcome));
        }
    }
    if !over.is_empty() {
        copies_along(tx, person, &mut over)?;
    }
    Ok(over)
}
