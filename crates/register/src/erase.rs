//! The one erasure: retention, a person's own wish, a demand, a withdrawal, closing an account
//! and restoring a backup all make a plan here and run it here.
//!
//! A plan is data; it can be shown before anything happens. Running it writes the intent first,
//! destroys keys, notes the erasure in the list that a restore replays, and then removes rows and
//! writes the ledger. Each step can be repeated, so a crash anywhere is finished at the next start.

use std::collections::BTreeMap;
use std::sync::Arc;

use seloste_kernel::{Actor, EntryId, Fault, KeyId, PersonId, RecordId, Timestamp};
use seloste_store::ErasureId;
use seloste_store::Tx;
use seloste_store::ledger::{self, Entry};
use seloste_store::tables::records::RecordRow;
use seloste_store::tables::{
    accesses, commands, erasures, holds, lookups, persons, records, sessions,
};
use serde::{Deserialize, Serialize};

use crate::access::Action;
use crate::people::Tombstone;
use crate::read::in_force;
use crate::{Access, Engine};

/// How many records of one person are planned at a time.
const PERSON_PAGE_RECORDS: i64 = 500;

/// How long it can be told to the holder of a receipt that their records were erased.
const TOMBSTONE_LIFE_MS: i64 = 365 * 24 * 60 * 60 * 1000;

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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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

/// What an erasure would do. Holds ids only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Why.
    pub why: Why,
    /// Record by record.
    pub steps: Vec<Step>,
    /// Keys that nothing needs afterwards; destroying them makes old copies unreadable.
    keys: Vec<KeyId>,
    /// Persons of whom nothing is left.
    persons: Vec<PersonId>,
    /// One reference per person for the ledger, made while the key still is.
    refs: Vec<Reference>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Reference {
    person: PersonId,
    entry: EntryId,
    subject_ref: [u8; 16],
    register: String,
    notice_version: i64,
    kind: String,
}

impl Plan {
    /// How many records go.
    pub fn removed(&self) -> usize {
        self.steps.iter().filter(|step| step.outcome == Outcome::Remove).count()
    }

    fn going(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(|step| step.outcome == Outcome::Remove)
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

#[derive(Clone, Serialize, Deserialize)]
struct Intent {
    actor: String,
    actor_ref: [u8; 16],
    purpose: String,
    at_ms: i64,
    plan: Plan,
}

impl Engine {
    /// What erasing everything of this person would do.
    ///
    /// # Errors
    /// `NotFound` when the access does not reach the person.
    pub async fn plan_person(
        &self,
        access: &Access,
        person: PersonId,
        why: Why,
    ) -> Result<Plan, Fault> {
        access.reaches(person)?;
        let rows = self.rows_of(person).await?;
        self.plan_rows(rows, why, Some(access)).await
    }

    /// What erasing this record, with all that hangs on it, would do.
    ///
    /// # Errors
    /// `NotFound` when there is none within reach.
    pub async fn plan_record(
        &self,
        access: &Access,
        record: RecordId,
        why: Why,
    ) -> Result<Plan, Fault> {
        let row = self.row(access, record).await?;
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

    async fn rows_of(&self, person: PersonId) -> Result<Vec<RecordRow>, Fault> {
        self.store.read(move |tx| rows_of(tx, person)).await
    }

    pub(crate) async fn plan_rows(
        &self,
        rows: Vec<RecordRow>,
        why: Why,
        access: Option<&Access>,
    ) -> Result<Plan, Fault> {
        let now = self.now().as_millisecond();
        let mut by_person: BTreeMap<PersonId, Vec<RecordRow>> = BTreeMap::new();
        for row in rows {
            by_person.entry(row.person).or_default().push(row);
        }
        let mut plan = Plan {
            why,
            steps: Vec::new(),
            keys: Vec::new(),
            persons: Vec::new(),
            refs: Vec::new(),
        };
        for (person, rows) in by_person {
            self.plan_one(&mut plan, person, rows, now, access).await?;
        }
        Ok(plan)
    }

    async fn plan_one(
        &self,
        plan: &mut Plan,
        person: PersonId,
        rows: Vec<RecordRow>,
        now: i64,
        access: Option<&Access>,
    ) -> Result<(), Fault> {
        let ids: Vec<RecordId> = rows.iter().map(|row| row.id).collect();
        let (held, left, keys) = self
            .store
            .read(move |tx| {
                let mut held = holds::of_person(tx, person)?;
                held.retain(|hold| in_force(hold, now));
                let going = |row: &RecordRow| {
                    ids.contains(&row.id) && !held.iter().any(|hold| hold.record == row.id)
                };
                let staying = rows_of(tx, person)?.into_iter().filter(|row| !going(row));
                let left: Vec<KeyId> = staying.map(|row| row.key).collect();
                Ok((held, left, persons::keys(tx, person)?))
            })
            .await?;
        let mut first = None;
        for row in rows {
            let policy = self.policy(row.policy).await?;
            if access.is_some_and(|access| access.register.notice.id != policy.register) {
                return Err(crate::access::not_found());
            }
            let outcome = match held.iter().find(|hold| hold.record == row.id) {
                Some(hold) => {
                    Outcome::Keep { ground: hold.ground.clone(), until_ms: hold.until_ms }
                }
                None => Outcome::Remove,
            };
            if outcome == Outcome::Remove && first.is_none() {
                first = Some((row.key, policy.clone()));
            }
            plan.steps.push(Step { person, record: row.id, kind: policy.kind, outcome });
        }
        let Some((key, policy)) = first else { return Ok(()) };
        let entry = self.entry_id();
        // A key already destroyed by an interrupted run leaves no reference; the entry still counts.
        let subject_ref =
            self.keyring.key(key).map(|key| key.subject_ref(&entry)).unwrap_or_default();
        plan.refs.push(Reference {
            person,
            entry,
            subject_ref,
            register: policy.register,
            notice_version: policy.notice_version,
            kind: policy.kind,
        });
        plan.keys.extend(keys.into_iter().map(|(_, key)| key).filter(|key| !left.contains(key)));
        if left.is_empty() {
            plan.persons.push(person);
        }
        Ok(())
    }

    pub(crate) async fn execute(
        self: &Arc<Self>,
        actor: &Actor,
        plan: &Plan,
    ) -> Result<Erased, Fault> {
        let id = ErasureId::from_bytes(*self.entry_id().as_bytes());
        let at = self.now();
        let intent = Intent {
            actor: match actor {
                Actor::Staff { role, .. } => role.clone(),
                Actor::Job(name) => format!("job:{name}"),
                other => other.word().to_owned(),
            },
            actor_ref: self.actor_ref(actor, [0; 16]),
            purpose: plan.why.word().to_owned(),
            at_ms: at.as_millisecond(),
            plan: plan.clone(),
        };
        let bytes = serde_json::to_vec(&intent).map_err(Fault::internal)?;
        self.write_surely(move |tx| erasures::begin(tx, id, &bytes, at.as_millisecond())).await?;
        self.carry_out(id, intent).await?;
        Ok(Erased {
            removed: plan.removed(),
            kept: plan.steps.len() - plan.removed(),
            persons: plan.persons.len(),
            entries: plan.refs.iter().map(|reference| reference.entry).collect(),
            at,
        })
    }

    /// Everything after the intent; also what the next start does with intents that are open.
    async fn carry_out(self: &Arc<Self>, id: ErasureId, intent: Intent) -> Result<(), Fault> {
        let engine = Arc::clone(self);
        let keys = intent.plan.keys.clone();
        let marks: Vec<RecordId> = intent.plan.going().map(|step| step.record).collect();
        tokio::task::spawn_blocking(move || {
            engine.keyring.shred(&keys)?;
            engine.keyring.mark_erased(&marks)
        })
        .await
        .map_err(Fault::internal)??;
        self.write_surely(move |tx| remove(tx, id, &intent)).await
    }

    pub(crate) async fn finish_interrupted(self: &Arc<Self>) -> Result<(), Fault> {
        for open in self.store.read(erasures::open_ones).await? {
            let intent: Intent = serde_json::from_slice(&open.plan).map_err(Fault::internal)?;
            tracing::warn!(
                records = intent.plan.removed(),
                "finishing an erasure that was interrupted"
            );
            self.carry_out(open.id, intent).await?;
        }
        Ok(())
    }
}

fn rows_of(tx: &mut Tx, person: PersonId) -> Result<Vec<RecordRow>, Fault> {
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let rows = records::of_person(tx, person, after, PERSON_PAGE_RECORDS)?;
        let Some(last) = rows.last().map(|row| row.id) else { return Ok(all) };
        all.extend(rows);
        after = Some(last);
    }
}

fn remove(tx: &mut Tx, id: ErasureId, intent: &Intent) -> Result<(), Fault> {
    let plan = &intent.plan;
    for step in plan.going() {
        leave_tombstones(tx, intent, step)?;
        records::delete(tx, step.person, step.record)?;
    }
    for key in &plan.keys {
        if let Some((person, _)) = persons::owner_of_key(tx, *key)? {
            persons::delete_key(tx, person, *key)?;
        }
    }
    for person in &plan.persons {
        accesses::delete_person(tx, *person)?;
        sessions::delete_person(tx, *person)?;
        commands::delete_person(tx, *person)?;
        lookups::delete_person(tx, *person)?;
        persons::delete(tx, *person)?;
    }
    for reference in &plan.refs {
        let removed = plan.going().filter(|step| step.person == reference.person).count();
        ledger::append(tx, &entry(intent, reference, removed))?;
    }
    erasures::finish(tx, id, intent.at_ms)
}

/// Whoever holds the receipt can still be told that it was erased, when and why: Art. 12(3)
/// wants the person informed, and nothing else is kept.
fn leave_tombstones(tx: &mut Tx, intent: &Intent, step: &Step) -> Result<(), Fault> {
    for (field, digest) in lookups::of_record(tx, step.person, step.record)? {
        if !field.ends_with("/receipt") {
            continue;
        }
        let entry = intent.plan.refs.iter().find(|reference| reference.person == step.person);
        let tombstone = Tombstone {
            at_ms: intent.at_ms,
            why: intent.plan.why,
            entry: entry.map(|reference| reference.entry),
        };
        let bytes = serde_json::to_vec(&tombstone).map_err(Fault::internal)?;
        commands::once(tx, digest, None, &bytes, intent.at_ms + TOMBSTONE_LIFE_MS)?;
    }
    Ok(())
}

fn entry(intent: &Intent, reference: &Reference, removed: usize) -> Entry {
    Entry {
        id: reference.entry,
        at_ms: intent.at_ms - intent.at_ms.rem_euclid(60_000),
        actor: intent.actor.clone(),
        actor_ref: intent.actor_ref,
        action: format!("erase:{}", intent.plan.why.word()),
        purpose: intent.purpose.clone(),
        kind: reference.kind.clone(),
        subject_ref: reference.subject_ref,
        commitment: [0; 32],
        notice_version: reference.notice_version,
        counts: i64::try_from(removed).unwrap_or(i64::MAX),
    }
}
