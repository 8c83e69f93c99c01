//! Ending a hold: an erasure that it alone has put off is carried out at once. Whoever ends it has seen
//! what goes, or is shown it first.

use std::collections::BTreeSet;
use std::sync::Arc;

use seloste_kernel::{Exit, Fault, FaultKind, PersonId, RecordId};
use seloste_store::Tx;
use seloste_store::tables::holds::{self, Hold};
use seloste_store::tables::records::{self, Change, RecordRow};

use super::{HOLD, OF_HOLD, OVER, STANDING};
use crate::access::Action;
use crate::change::ends;
use crate::consented::Keys;
use crate::erase::{holds_of, outcome};
use crate::own::copies_along;
use crate::read::in_force;
use crate::trail::{Subject, Traced};
use crate::{Access, Ended, Engine, Opened, Outcome, Plan, Why, body};

/// A record that is held, and the ground that ends on it.
type Ending = (RecordRow, String);

impl Opened {
    /// Whether this says what a hold of the ground on a record is for, while that stands.
    pub(crate) fn holds(&self, record: RecordId, ground: &str) -> bool {
        let here = self.kind == HOLD && self.state == STANDING;
        here && self.text("ground", Exit::Decision) == ground && self.held().contains(&record)
    }

    /// The records that the hold keeps of which this says what it is for.
    pub fn held(&self) -> Vec<RecordId> {
        records_in(self.text("about", Exit::Decision))
    }
}

impl Engine {
    /// What goes when this hold ends now, on all the records on which it was set together.
    ///
    /// # Errors
    /// `NotFound` when there is no such record or no such hold; `Conflict` for a ground that the notice
    /// ends.
    pub async fn plan_end_of_hold(
        &self,
        access: &Access,
        record: RecordId,
        ground: &str,
    ) -> Result<Plan, Fault> {
        access.demand(&[Action::DecideRequests])?;
        let ending = self.release_of(access, record, ground).await?.ok_or_else(none)?;
        self.freed(ending).await
    }

    /// Ends a hold, on all the records on which it was set together. Where something goes with it, `seen`
    /// is what [`Plan::seen`] said of [`Engine::plan_end_of_hold`].
    ///
    /// # Errors
    /// As [`Engine::plan_end_of_hold`]; `Environment` where something would go and the clock is in doubt.
    pub async fn end_hold(
        self: &Arc<Self>,
        access: &Access,
        (record, ground): (RecordId, &str),
        seen: Option<&str>,
    ) -> Result<Ended, Fault> {
        access.demand(&[Action::DecideRequests])?;
        let (engine, access) = (Arc::clone(self), access.clone());
        let (ground, seen) = (ground.to_owned(), seen.map(str::to_owned));
        // Goes on also when the caller no longer waits.
        let task = tokio::spawn(async move {
            // Nobody erases or holds between the look and the deed.
            let alone = engine.alone().await;
            let ending = engine.release_of(&access, record, &ground).await?.ok_or_else(none)?;
            let plan = engine.freed(ending.clone()).await?;
            let on: Vec<_> =
                ending.iter().map(|(row, _)| (row.person, row.id, row.thread)).collect();
            if !plan.takes_something() {
                engine.free_of_hold(&access, ending).await?;
                drop(alone);
                engine.let_go_of_those(on).await?;
                return Ok(Ended::Freed(None));
            }
            if seen != Some(plan.seen()) {
                return Ok(Ended::Asks(plan));
            }
            engine.trusted_now()?;
            engine.free_of_hold(&access, ending).await?;
            // What a crash leaves of this the next sweep takes: it is due.
            let erased = engine.execute_alone(&alone, &access.actor, &plan, Some(&access)).await?;
            drop(alone);
            engine.let_go_of_those(on).await?;
            Ok(Ended::Freed(Some(erased)))
        });
        task.await.map_err(Fault::internal)?
    }

    /// Ends a hold as [`Engine::end_hold`] does, and leaves to the next sweep what goes; whether there
    /// was one.
    ///
    /// # Errors
    /// `NotFound` when there is no such record; `Conflict` for a ground that the notice ends.
    pub async fn release(
        &self,
        access: &Access,
        record: RecordId,
        ground: &str,
    ) -> Result<bool, Fault> {
        access.demand(&[Action::DecideRequests])?;
        let Some(ending) = self.release_of(access, record, ground).await? else { return Ok(false) };
        self.free_of_hold(access, ending).await.map(|()| true)
    }

    /// What the hold keeps, and the record that says what it is for; `None` where there is no such hold.
    async fn release_of(
        &self,
        access: &Access,
        record: RecordId,
        ground: &str,
    ) -> Result<Option<Vec<Ending>>, Fault> {
        let row = self.row(access, record).await?;
        self.refuse_of_kind(&self.policy(row.policy).await?, ground).await?;
        let person = row.person;
        let there = self.store.read(move |tx| holds::of_record(tx, person, record)).await?;
        if !there.iter().any(|hold| hold.ground == ground) {
            return Ok(None);
        }
        let Some(why) = self.hold_of(access, record, ground).await? else {
            return Ok(Some(vec![(row, ground.to_owned())]));
        };
        let mut ending = vec![(self.row(access, why.id).await?, OF_HOLD.to_owned())];
        for held in why.held() {
            match self.row(access, held).await {
                Ok(row) if row.person == person => ending.push((row, ground.to_owned())),
                // Gone meanwhile, as far as its other grounds let it.
                Ok(_) => {}
                Err(fault) if fault.kind() == FaultKind::NotFound => {}
                Err(fault) => return Err(fault),
            }
        }
        Ok(Some(ending))
    }

    async fn freed(&self, ending: Vec<Ending>) -> Result<Plan, Fault> {
        let now = self.now().as_millisecond();
        let found = self.store.read(move |tx| over(tx, &ending, now)).await?;
        self.steps_of(found, Why::Due).await
    }

    async fn free_of_hold(&self, access: &Access, ending: Vec<Ending>) -> Result<(), Fault> {
        let mut traces = Vec::with_capacity(ending.len());
        for (row, _) in &ending {
            traces.push(self.trace_of_end(access, row).await?);
        }
        let now = self.now();
        // A notice that has no such record any more has not ended the period of those that are there.
        let over = ends(access, HOLD, "decided", now).unwrap_or_default();
        let over = Change { state: Some(OVER.to_owned()), ..over };
        let now_ms = now.as_millisecond();
        let held = ending.iter().filter(|(_, ground)| ground != OF_HOLD);
        let on: Vec<_> = held.clone().map(|(row, _)| (row.person, row.id)).collect();
        let ground = held.map(|(_, ground)| ground.clone()).next();
        self.write_surely(move |tx| {
            for ((row, ground), traced) in ending.iter().zip(&traces) {
                free(tx, (row.person, row.id), ground, (&over, now_ms))?;
                traced.write(tx)?;
            }
            Ok(())
        })
        .await?;
        match ground {
            Some(ground) => self.note_holds(on, &ground).await,
            None => Ok(()),
        }
    }

    /// Ends what says of a hold what it was for, where that holds nothing any more: its records are gone, or
    /// were let go while this was not there; whether it was so.
    ///
    /// # Errors
    /// `NotFound` when the access does not reach it.
    pub async fn end_empty_hold(&self, access: &Access, why: RecordId) -> Result<bool, Fault> {
        access.demand(&[Action::DecideRequests])?;
        let row = self.row(access, why).await?;
        let (person, ground, held) =
            (row.person, self.said(&row, "ground").await?, self.said(&row, "about").await?);
        let held = records_in(&held);
        let now_ms = self.now().as_millisecond();
        let look = move |tx: &mut Tx| {
            for record in held {
                let holds = holds::of_record(tx, person, record)?;
                if holds.iter().any(|hold| hold.ground == ground && in_force(hold, now_ms)) {
                    return Ok(true);
                }
            }
            Ok(false)
        };
        if row.state != STANDING || self.store.read(look).await? {
            return Ok(false);
        }
        self.free_of_hold(access, vec![(row, OF_HOLD.to_owned())]).await.map(|()| true)
    }

    /// What a field of a record says, for the program alone.
    pub(crate) async fn said(&self, row: &RecordRow, field: &str) -> Result<String, Fault> {
        let policy = self.policy(row.policy).await?;
        let written = self.version(&policy).await?;
        let cells = body::decode(&row.body)?;
        let Some((_, cell)) = cells.iter().find(|(name, _)| name == field) else {
            return Ok(String::new());
        };
        let key = Keys::of(&self.keyring, row, &cells)?.field(&written, &policy.kind, field)?;
        let place = written.place(&policy.kind, field, row.person, row.id);
        body::open(&key, &place, cell).map(|text| text.expose(Exit::Decision).clone())
    }

    /// What a withdrawal or a correction had left to the hold goes with it; by itself later, where
    /// somebody changes it just now.
    async fn let_go_of_those(
        self: &Arc<Self>,
        on: Vec<(PersonId, RecordId, Option<RecordId>)>,
    ) -> Result<(), Fault> {
        for (person, record, whole) in on {
            for record in [Some(record), whole].into_iter().flatten() {
                match self.let_go_of_record(person, record).await {
                    Err(fault)
                        if matches!(fault.kind(), FaultKind::Conflict | FaultKind::NotFound) => {}
                    done => done?,
                }
            }
        }
        Ok(())
    }

    async fn trace_of_end(&self, access: &Access, row: &RecordRow) -> Result<Traced, Fault> {
        let kind = self.policy(row.policy).await?.kind;
        let key = self.keyring.key(row.key)?;
        let subject = Subject { person: row.person, records: &[row.id], key: &key };
        self.trail(access, "release-hold", &kind, Some(subject), 1)
    }
}

fn records_in(about: &str) -> Vec<RecordId> {
    about.split(' ').filter_map(|word| word.parse().ok()).collect()
}

fn none() -> Fault {
    Fault::new(FaultKind::NotFound, "fault-hold-gone")
}

/// Whether only grounds keep it any more.
fn is_asked(row: &RecordRow) -> bool {
    body::decode(&row.body).is_ok_and(|cells| body::asked_ms(&cells).is_some())
}

/// What goes without these grounds: what is past its last day, or what was asked to go, as far as nothing
/// else keeps it. Where something goes, the copies of everything go along.
fn over(tx: &mut Tx, ending: &[Ending], now_ms: i64) -> Result<Vec<(RecordRow, Outcome)>, Fault> {
    let persons: BTreeSet<PersonId> = ending.iter().map(|(row, _)| row.person).collect();
    let held = holds_of(tx, &persons, Why::Due, now_ms)?;
    let mut over = Vec::new();
    for (row, ground) in ending {
        let is_over = row.due_ms.is_some_and(|due| due <= now_ms) || is_asked(row);
        let left = held.get(&row.id).into_iter().flatten().filter(|hold| hold.ground != *ground);
        let left: Vec<Hold> = left.cloned().collect();
        let outcome = outcome(row, &left);
        if is_over && !matches!(outcome, Outcome::Keep(_)) {
            over.push((row.clone(), outcome));
        }
    }
    if !over.is_empty() {
        persons.into_iter().try_for_each(|person| copies_along(tx, person, &mut over))?;
    }
    Ok(over)
}

/// Takes the ground off a record. What only grounds kept is looked at again now; the record that says
/// what the hold was for has its last period from now on.
pub(super) fn free(
    tx: &mut Tx,
    (person, record): (PersonId, RecordId),
    ground: &str,
    (over, now_ms): (&Change, i64),
) -> Result<(), Fault> {
    holds::release(tx, person, record, ground)?;
    let Some(row) = records::get(tx, person, record)? else { return Ok(()) };
    let asked = is_asked(&row);
    let is_due = row.due_ms.is_some_and(|due| due <= now_ms);
    let mut change = match ground {
        OF_HOLD => over.clone(),
        _ if asked && !is_due => Change::default(),
        _ => return Ok(()),
    };
    if asked && !is_due {
        // What is left of its grounds may keep less: it is looked at at once, and then has their day.
        change.due_ms = Some(Some(now_ms));
    }
    change.updated_ms = now_ms;
    records::update(tx, person, record, row.version, &change).map(drop)
}
