//! The one erasure: retention, a person's own wish, a demand, a withdrawal, closing an account
//! and restoring a backup all make a plan here and run it here.
//!
//! A plan is data; it can be shown before anything happens. How it is run: `execute.rs`.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use seloste_kernel::{EntryId, Fault, PersonId, RecordId, Timestamp};
use seloste_store::Tx;
use seloste_store::tables::holds::{self, Hold};
use seloste_store::tables::records::{self, RecordRow};
use serde::{Deserialize, Serialize};

use crate::access::Action;
use crate::read::in_force;
use crate::{Access, Engine};

/// How many records of one person are planned at a time.
const PERSON_PAGE_RECORDS: i64 = 500;

/// Why something is erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// Its last day has come (Art. 5(1)(e)).
    Due,
    /// The person did it or demanded it (Art. 17(1)).
    Request,
    /// The person withdrew the consent it rested on (Art. 7(3), 17(1)(b)).
    Withdrawal,
    /// The organisation decided so.
    Decision,
    /// A backup had brought it back.
    Restore,
}

impl Why {
    /// The word in the ledger.
    pub const fn word(self) -> &'static str {
        match self {
            Why::Due => "due",
            Why::Request => "request",
            Why::Withdrawal => "withdrawal",
            Why::Decision => "decision",
            Why::Restore => "restore",
        }
    }
}

/// What happens to one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It goes.
    Remove,
    /// It stays until then (for ever unknown: `None`) on this ground (Art. 17(3)).
    Keep {
        /// The named ground.
        ground: String,
        /// Until when, in milliseconds.
        until_ms: Option<i64>,
    },
}

/// One record in a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Whose.
    pub person: PersonId,
    /// Which.
    pub record: RecordId,
    /// Of which kind.
    pub kind: String,
    /// What happens.
    pub outcome: Outcome,
}

/// What an erasure would do. Holds ids only. Only the engine makes one, under an access that
/// reaches what it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    pub(crate) why: Why,
    pub(crate) steps: Vec<Step>,
}

impl Plan {
    /// Record by record.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// How many records go.
    pub fn removed(&self) -> usize {
        self.steps.iter().filter(|step| step.outcome == Outcome::Remove).count()
    }
}

/// What an erasure did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erased {
    /// Records gone.
    pub removed: usize,
    /// Records that a ground keeps.
    pub kept: usize,
    /// Persons of whom nothing is left.
    pub persons: usize,
    /// The ledger entries that prove it, one per person.
    pub entries: Vec<EntryId>,
    /// When.
    pub at: Timestamp,
}

impl Engine {
    /// What erasing everything of this person would do.
    ///
    /// # Errors
    /// `NotFound` when the access does not reach the person, or opens nothing of something they
    /// have.
    pub async fn plan_person(
        &self,
        access: &Access,
        person: PersonId,
        why: Why,
    ) -> Result<Plan, Fault> {
        access.reaches(person)?;
        let rows = self.rows_of(person).await?;
        let plan = self.plan_rows(rows, why, Some(access)).await?;
        match plan.steps.iter().all(|step| access.opens_any(&step.kind)) {
            true => Ok(plan),
            false => Err(crate::access::not_found()),
        }
    }

    /// What erasing this record, with all that hangs on it, would do.
    ///
    /// # Errors
    /// `NotFound` when there is none within reach, or the access opens nothing of its kind. Parts
    /// that it does not open go with the whole: they cannot be without it.
    pub async fn plan_record(
        &self,
        access: &Access,
        record: RecordId,
        why: Why,
    ) -> Result<Plan, Fault> {
        let row = self.row(access, record).await?;
        if !access.opens_any(&self.policy(row.policy).await?.kind) {
            return Err(crate::access::not_found());
        }
        self.refuse_restricted(access, &row).await?;
        let of_person = self.rows_of(row.person).await?;
        let mut going = vec![row.id];
        // What hangs on a record may itself carry others: walk until nothing is added.
        loop {
            let more: Vec<RecordId> = of_person
                .iter()
                .filter(|row| {
                    !going.contains(&row.id)
                        && row.thread.is_some_and(|whole| going.contains(&whole))
                })
                .map(|row| row.id)
                .collect();
            if more.is_empty() {
                break;
            }
            going.extend(more);
        }
        let rows = of_person.into_iter().filter(|row| going.contains(&row.id)).collect();
        self.plan_rows(rows, why, Some(access)).await
    }

    /// Runs a plan under an access that may erase.
    ///
    /// # Errors
    /// When keys or store fail; what was begun is finished at the next start.
    pub async fn erase(self: &Arc<Self>, access: &Access, plan: &Plan) -> Result<Erased, Fault> {
        access.demand(&[Action::Erase])?;
        for step in &plan.steps {
            access.reaches(step.person)?;
        }
        self.execute(&access.actor, plan).await
    }

    pub(crate) async fn rows_of(&self, person: PersonId) -> Result<Vec<RecordRow>, Fault> {
        self.store.read(move |tx| rows_of(tx, person)).await
    }

    /// A plan for these rows: what a hold in force keeps stays, the rest goes.
    pub(crate) async fn plan_rows(
        &self,
        rows: Vec<RecordRow>,
        why: Why,
        access: Option<&Access>,
    ) -> Result<Plan, Fault> {
        let now = self.now().as_millisecond();
        let persons: BTreeSet<PersonId> = rows.iter().map(|row| row.person).collect();
        let held = match why {
            // What was erased once is not kept by a hold that the same backup brought back.
            Why::Restore => HashMap::new(),
            _ => self.store.read(move |tx| holds_of(tx, &persons, now)).await?,
        };
        let mut plan = Plan { why, steps: Vec::with_capacity(rows.len()) };
        for row in rows {
            let policy = self.policy(row.policy).await?;
            if access.is_some_and(|access| access.register.notice.id != policy.register) {
                return Err(crate::access::not_found());
            }
            let outcome = match held.get(&row.id) {
                Some(hold) => {
                    Outcome::Keep { ground: hold.ground.clone(), until_ms: hold.until_ms }
                }
                None => Outcome::Remove,
            };
            plan.steps.push(Step {
                person: row.person,
                record: row.id,
                kind: policy.kind,
                outcome,
            });
        }
        Ok(plan)
    }
}

/// The holds in force that keep whole records of these persons, by record.
pub(crate) fn holds_of(
    tx: &mut Tx,
    persons: &BTreeSet<PersonId>,
    now_ms: i64,
) -> Result<HashMap<RecordId, Hold>, Fault> {
    let mut held = HashMap::new();
    for person in persons {
        let holds = holds::of_person(tx, *person)?;
        let holds = holds.into_iter().filter(|hold| in_force(hold, now_ms));
        held.extend(holds.map(|hold| (hold.record, hold)));
    }
    Ok(held)
}

/// All records of one person.
pub(crate) fn rows_of(tx: &mut Tx, person: PersonId) -> Result<Vec<RecordRow>, Fault> {
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let rows = records::of_person(tx, person, after, PERSON_PAGE_RECORDS)?;
        let Some(last) = rows.last().map(|row| row.id) else { return Ok(all) };
        all.extend(rows);
        after = Some(last);
    }
}
