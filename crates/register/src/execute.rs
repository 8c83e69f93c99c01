//! Running an erasure plan: the intent is written first, keys are destroyed, the erasure is noted
//! in the list that a restore replays, and then rows go and the ledger is written. Each step can
//! be repeated, so a crash anywhere is finished at the next start or by the next sweep.
//!
//! A plan may be old when it is run. What it says of records is looked at again under a lock that
//! keeps new records of the same persons out, and only then is it decided which keys nothing needs
//! any more: a key destroyed under a record that just came would lose that record.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use seloste_kernel::{Actor, EntryId, Fault, KeyId, PersonId, RecordId};
use seloste_store::ErasureId;
use seloste_store::Tx;
use seloste_store::ledger::{self, Entry};
use seloste_store::tables::records::RecordRow;
use seloste_store::tables::{accesses, commands, erasures, lookups, persons, records, sessions};
use serde::{Deserialize, Serialize};

use crate::consent_receipt::REFERENCE;
use crate::consented::Groups;
use crate::erase::{holds_of, rows_of};
use crate::people::Tombstone;
use crate::trail::{ledger_word, to_the_minute};
use crate::{Engine, Erased, Outcome, Plan, Why};

/// How long it can be told to the holder of a receipt that their records were erased, or that
/// their consent ended.
pub(crate) const TOMBSTONE_LIFE_MS: i64 = 365 * 24 * 60 * 60 * 1000;

/// What is about to be done, as the database keeps it until it is done. Ids only.
#[derive(Clone, Serialize, Deserialize)]
struct Intent {
    actor: String,
    actor_ref: [u8; 16],
    why: Why,
    at_ms: i64,
    /// Records that go, with their persons.
    going: Vec<(PersonId, RecordId)>,
    /// Keys that nothing needs afterwards; destroying them makes old copies unreadable.
    keys: Vec<KeyId>,
    /// Persons of whom nothing is left.
    persons: Vec<PersonId>,
    /// One ledger entry per person, its reference made while the key still is.
    refs: Vec<Reference>,
}

#[derive(Clone, Serialize, Deserialize)]
struct Reference {
    person: PersonId,
    entry: EntryId,
    subject_ref: [u8; 16],
    kind: String,
    notice_version: i64,
}

/// What one person has at this moment, and what of it goes.
struct Held {
    person: PersonId,
    going: Vec<RecordRow>,
    /// Keys that seal what stays.
    needed: HashSet<KeyId>,
    keys: Vec<KeyId>,
    stays: bool,
    /// How many of the planned a hold keeps that came after the plan.
    kept: usize,
}

impl Engine {
    /// Runs a plan to its end, also when the caller no longer waits for it.
    pub(crate) async fn execute(
        self: &Arc<Self>,
        actor: &Actor,
        plan: &Plan,
    ) -> Result<Erased, Fault> {
        let (engine, actor, plan) = (Arc::clone(self), actor.clone(), plan.clone());
        let task = tokio::spawn(async move {
            let _alone = engine.erasing.write().await;
            engine.execute_alone(&actor, &plan).await
        });
        task.await.map_err(Fault::internal)?
    }

    async fn execute_alone(self: &Arc<Self>, actor: &Actor, plan: &Plan) -> Result<Erased, Fault> {
        let at = self.now();
        let (intent, kept_since) = self.intent(actor, plan, at.as_millisecond()).await?;
        let erased = Erased {
            removed: intent.going.len(),
            kept: plan.steps.len() - plan.removed() + kept_since,
            persons: intent.persons.len(),
            entries: intent.refs.iter().map(|reference| reference.entry).collect(),
            at,
        };
        if intent.going.is_empty() {
            return Ok(erased);
        }
        let id = ErasureId::from_bytes(*self.entry_id().as_bytes());
        let bytes = serde_json::to_vec(&intent).map_err(Fault::internal)?;
        let at_ms = intent.at_ms;
        self.write_surely(move |tx| erasures::begin(tx, id, &bytes, at_ms)).await?;
        self.carry_out(id, intent).await?;
        Ok(erased)
    }

    /// Looks at the plan's records again and settles what follows from their going; also how many
    /// of them are kept by now.
    async fn intent(&self, actor: &Actor, plan: &Plan, now: i64) -> Result<(Intent, usize), Fault> {
        let mut planned: BTreeMap<PersonId, BTreeSet<RecordId>> = BTreeMap::new();
        for step in plan.steps.iter().filter(|step| step.outcome == Outcome::Remove) {
            planned.entry(step.person).or_default().insert(step.record);
        }
        let held = plan.why != Why::Restore;
        let found = self.store.read(move |tx| look(tx, &planned, held.then_some(now))).await?;
        let mut intent = Intent {
            actor: ledger_word(actor),
            actor_ref: self.actor_ref(actor, [0; 16]),
            why: plan.why,
            at_ms: now,
            going: Vec::new(),
            keys: Vec::new(),
            persons: Vec::new(),
            refs: Vec::new(),
        };
        let kept = found.iter().map(|held| held.kept).sum();
        for held in found {
            let Some(first) = held.going.first() else { continue };
            let policy = self.policy(first.policy).await?;
            let entry = self.entry_id();
            // A key that an interrupted run destroyed leaves no reference; the entry still counts.
            let key = self.keyring.key(first.key);
            let subject_ref = key.map(|key| key.subject_ref(&entry)).unwrap_or_default();
            intent.refs.push(Reference {
                person: held.person,
                entry,
                subject_ref,
                kind: policy.kind,
                notice_version: policy.notice_version,
            });
            intent.keys.extend(held.keys.iter().filter(|key| !held.needed.contains(key)));
            intent.going.extend(held.going.iter().map(|row| (row.person, row.id)));
            if !held.stays {
                intent.persons.push(held.person);
            }
        }
        Ok((intent, kept))
    }

    /// Everything after the intent; also what is done with intents that were left open.
    async fn carry_out(self: &Arc<Self>, id: ErasureId, intent: Intent) -> Result<(), Fault> {
        let engine = Arc::clone(self);
        let keys = intent.keys.clone();
        let marks: Vec<RecordId> = intent.going.iter().map(|(_, record)| *record).collect();
        tokio::task::spawn_blocking(move || {
            engine.keyring.shred(&keys)?;
            engine.keyring.mark_erased(&marks)
        })
        .await
        .map_err(Fault::internal)??;
        self.write_surely(move |tx| remove(tx, id, &intent)).await
    }

    /// An erasure of these keys alone: their records stay, without what the keys sealed. It is
    /// begun in the transaction that takes the sealed parts out, so that no crash forgets it.
    pub(crate) fn keys_only(&self, keys: Vec<KeyId>) -> KeysOnly {
        let intent = Intent {
            actor: String::new(),
            actor_ref: [0; 16],
            why: Why::Withdrawal,
            at_ms: self.now().as_millisecond(),
            going: Vec::new(),
            keys,
            persons: Vec::new(),
            refs: Vec::new(),
        };
        KeysOnly { id: ErasureId::from_bytes(*self.entry_id().as_bytes()), intent }
    }

    /// Destroys the keys of an erasure that was begun.
    pub(crate) async fn destroy(self: &Arc<Self>, begun: KeysOnly) -> Result<(), Fault> {
        let engine = Arc::clone(self);
        // Goes on also when the caller no longer waits.
        let task = tokio::spawn(async move { engine.carry_out(begun.id, begun.intent).await });
        task.await.map_err(Fault::internal)?
    }

    /// Finishes what a crash or a failing disk interrupted.
    pub(crate) async fn finish_interrupted(self: &Arc<Self>) -> Result<(), Fault> {
        let _alone = self.erasing.write().await;
        for open in self.store.read(erasures::open_ones).await? {
            let intent: Intent = serde_json::from_slice(&open.plan).map_err(Fault::internal)?;
            tracing::warn!(
                records = intent.going.len(),
                "finishing an erasure that was interrupted"
            );
            self.carry_out(open.id, intent).await?;
        }
        Ok(())
    }
}

/// An erasure of keys alone, before and while it is carried out.
#[derive(Clone)]
pub(crate) struct KeysOnly {
    id: ErasureId,
    intent: Intent,
}

impl KeysOnly {
    /// Whether there is anything to destroy.
    pub(crate) fn is_empty(&self) -> bool {
        self.intent.keys.is_empty()
    }

    /// Writes down that it is to be done.
    pub(crate) fn begin(&self, tx: &mut Tx) -> Result<(), Fault> {
        if self.is_empty() {
            return Ok(());
        }
        let plan = serde_json::to_vec(&self.intent).map_err(Fault::internal)?;
        erasures::begin(tx, self.id, &plan, self.intent.at_ms)
    }
}

/// What these persons have, and what of it goes: what is planned, still there and not held.
fn look(
    tx: &mut Tx,
    planned: &BTreeMap<PersonId, BTreeSet<RecordId>>,
    held_at: Option<i64>,
) -> Result<Vec<Held>, Fault> {
    let kept = match held_at {
        Some(now) => holds_of(tx, &planned.keys().copied().collect(), now)?,
        None => HashMap::new(),
    };
    let mut found = Vec::with_capacity(planned.len());
    for (person, planned) in planned {
        let (going, staying): (Vec<_>, Vec<_>) = rows_of(tx, *person)?
            .into_iter()
            .partition(|row| planned.contains(&row.id) && !kept.contains_key(&row.id));
        let keys = persons::keys(tx, *person)?.into_iter().map(|(_, key)| key).collect();
        found.push(Held {
            person: *person,
            going,
            needed: staying
                .iter()
                .flat_map(|row| Groups::ids_of(row).into_iter().chain([row.key]))
                .collect(),
            keys,
            stays: !staying.is_empty(),
            kept: staying.iter().filter(|row| planned.contains(&row.id)).count(),
        });
    }
    Ok(found)
}

fn remove(tx: &mut Tx, id: ErasureId, intent: &Intent) -> Result<(), Fault> {
    for (person, record) in &intent.going {
        leave_tombstones(tx, intent, *person, *record)?;
        records::delete(tx, *person, *record)?;
    }
    for key in &intent.keys {
        if let Some((person, _)) = persons::owner_of_key(tx, *key)? {
            persons::delete_key(tx, person, *key)?;
        }
    }
    for person in &intent.persons {
        accesses::delete_person(tx, *person)?;
        sessions::delete_person(tx, *person)?;
        commands::delete_person(tx, *person)?;
        lookups::delete_person(tx, *person)?;
        persons::delete(tx, *person)?;
    }
    for reference in &intent.refs {
        let removed = intent.going.iter().filter(|(of, _)| *of == reference.person).count();
        ledger::append(tx, &entry(intent, reference, removed))?;
    }
    erasures::finish(tx, id, intent.at_ms)
}

/// Whoever holds the receipt can still be told that it was erased, when and why: Art. 12(3)
/// wants the person informed, and nothing else is kept.
fn leave_tombstones(
    tx: &mut Tx,
    intent: &Intent,
    person: PersonId,
    record: RecordId,
) -> Result<(), Fault> {
    for (field, digest) in lookups::of_record(tx, person, record)? {
        let name = field.split_once('/').map(|(_, name)| name);
        if !matches!(name, Some("receipt" | REFERENCE)) {
            continue;
        }
        let entry = intent.refs.iter().find(|reference| reference.person == person);
        let tombstone = Tombstone {
            at_ms: intent.at_ms,
            why: intent.why,
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
        at_ms: to_the_minute(intent.at_ms),
        actor: intent.actor.clone(),
        actor_ref: intent.actor_ref,
        action: format!("erase:{}", intent.why.word()),
        purpose: intent.why.word().to_owned(),
        kind: reference.kind.clone(),
        subject_ref: reference.subject_ref,
        commitment: [0; 32],
        notice_version: reference.notice_version,
        counts: i64::try_from(removed).unwrap_or(i64::MAX),
    }
}

#[cfg(test)]
mod tests;
