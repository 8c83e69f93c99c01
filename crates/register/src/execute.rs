//! Running an erasure plan: the intent is written first, keys are destroyed, the erasure is noted
//! in the list that a restore replays, and then rows go and the ledger is written. Each step can
//! be repeated, so a crash anywhere is finished at the next start or by the next sweep.
//!
//! Of a person of whom nothing is left only the person is named, not each record: their keys are
//! on the erasure list, so that a restored copy of any record opens for nobody and goes again, and
//! the rows go table by table. What it costs is the rows themselves.
//!
//! A plan may be old when it is run. What it says of records is looked at again under a lock that
//! keeps new records of the same persons out, and only then is it decided which keys nothing needs
//! any more: a key destroyed under a record that just came would lose that record.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use seloste_kernel::{Actor, EntryId, Fault, KeyId, PersonId, RecordId};
use seloste_store::ErasureId;
use seloste_store::Tx;
use seloste_store::ledger::{self, Entry};
use seloste_store::tables::records::Change;
use seloste_store::tables::{erasures, holds, lookups, persons, records};
use serde::{Deserialize, Serialize};

use crate::collect::Ready;
use crate::counted::{Counted, Sealer};
use crate::erase::by_law;
use crate::hold::OF_RECORD;
use crate::own::{copies_of, take_copies_along};
use crate::people::StillKept;
use crate::rollback::note_erasures;
use crate::telling::write_all;
use crate::trail::{ledger_word, to_the_minute};
use crate::{Access, Engine, Erased, Plan, Why};

mod given;
mod gone;
mod look;
mod stones;
mod told;

use gone::Gone;
use look::{Held, Part, look};
use stones::{Stones, last_codes};
use told::wish_in;

/// So many different things that stay are told to the holder of a receipt.
pub(crate) const TOLD_MAX: usize = 20;

/// How long it can be told to the holder of a receipt that their records were erased, or that
/// their consent ended.
pub(crate) const TOMBSTONE_LIFE_MS: i64 = 365 * 24 * 60 * 60 * 1000;

/// The name under which counts are sealed in an intent.
const INTENT: &str = "counted/intent";

/// What is about to be done, as the database keeps it until it is done. Ids only, and what is added
/// to the counters.
#[derive(Clone, Serialize, Deserialize)]
struct Intent {
    actor: String,
    actor_ref: [u8; 16],
    why: Why,
    at_ms: i64,
    /// Records that go one by one, with their persons: of whom something stays, or whose key does
    /// not go along.
    going: Vec<(PersonId, RecordId)>,
    /// Keys that nothing needs afterwards; destroying them makes old copies unreadable.
    keys: Vec<KeyId>,
    /// Persons of whom nothing is left: they go with everything they have.
    persons: Vec<PersonId>,
    /// Records of which a part stays.
    #[serde(default)]
    parts: Vec<Part>,
    /// One ledger entry per person, its reference made while the key still is.
    refs: Vec<Reference>,
    /// Records that go of those of whom others stay, for whoever holds their codes.
    #[serde(default)]
    gone: Vec<Gone>,
    /// What stays of it as counts of nobody; in the database only sealed.
    #[serde(default, skip_serializing)]
    counted: Counted,
    /// The same, sealed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    sealed: String,
    /// What was kept with records that go, and goes next.
    #[serde(default)]
    freed: Vec<(PersonId, RecordId)>,
}

#[derive(Clone, Serialize, Deserialize)]
struct Reference {
    person: PersonId,
    entry: EntryId,
    subject_ref: [u8; 16],
    kind: String,
    notice_version: i64,
    /// How many of the person's records go, whole or in part.
    #[serde(default)]
    records: usize,
    /// What stays of the person, for their receipts.
    #[serde(default)]
    kept: Vec<StillKept>,
    /// The kinds of which counts stay of what they had.
    #[serde(default)]
    counted: Vec<String>,
    /// The wish by which it goes, where a ground had put that off.
    #[serde(default)]
    wish: Option<Why>,
}

impl Reference {
    /// Why it goes, as the person is told.
    fn why(&self, intent: &Intent) -> Why {
        self.wish.unwrap_or(intent.why)
    }
}

/// What an intent comes to.
#[derive(Default)]
struct Counts {
    removed: usize,
    kept: usize,
}

/// As long as it lives nobody else erases, holds, or adds to anybody's records.
pub(crate) type Alone = Arc<tokio::sync::OwnedRwLockWriteGuard<()>>;

impl Engine {
    pub(crate) async fn alone(&self) -> Alone {
        Arc::new(Arc::clone(&self.erasing).write_owned().await)
    }

    /// Runs a plan to its end, also when the caller no longer waits for it. Under an access whoever
    /// received what goes is told.
    pub(crate) async fn execute(
        self: &Arc<Self>,
        actor: &Actor,
        plan: &Plan,
        under: Option<&Access>,
    ) -> Result<Erased, Fault> {
        let (engine, actor, plan) = (Arc::clone(self), actor.clone(), plan.clone());
        let under = under.cloned();
        let task = tokio::spawn(async move {
            let alone = engine.alone().await;
            engine.execute_alone(&alone, &actor, &plan, under.as_ref()).await
        });
        task.await.map_err(Fault::internal)?
    }

    /// Erases the copies that a person has of everything: something in them is about to go. While
    /// the caller is alone no other is ordered, so none is made of what then goes.
    pub(crate) async fn erase_copies(
        self: &Arc<Self>,
        alone: &Alone,
        access: &Access,
        (person, why): (PersonId, Why),
    ) -> Result<(), Fault> {
        let copies = self.store.read(move |tx| copies_of(tx, person)).await?;
        if copies.is_empty() {
            return Ok(());
        }
        let plan = self.plan_rows(copies, why, Some(access)).await?;
        let (engine, actor, alone) = (Arc::clone(self), access.actor.clone(), Arc::clone(alone));
        let task =
            tokio::spawn(async move { engine.execute_alone(&alone, &actor, &plan, None).await });
        task.await.map_err(Fault::internal)?.map(drop)
    }

    /// As [`Engine::execute`], for a caller who is alone.
    pub(crate) async fn execute_alone(
        self: &Arc<Self>,
        _alone: &Alone,
        actor: &Actor,
        plan: &Plan,
        under: Option<&Access>,
    ) -> Result<Erased, Fault> {
        let (erased, begun) = self.begin(actor, plan, under).await?;
        if let Some((id, intent)) = begun {
            self.carry_out(id, intent).await?;
        }
        Ok(erased)
    }

    /// Up to the intent, durable with the tasks that it makes. Gives what it comes to, and what is left
    /// to be carried out.
    async fn begin(
        self: &Arc<Self>,
        actor: &Actor,
        plan: &Plan,
        under: Option<&Access>,
    ) -> Result<(Erased, Option<(ErasureId, Intent)>), Fault> {
        let people: BTreeSet<PersonId> = plan.steps.iter().map(|step| step.person).collect();
        if under.is_some() {
            self.finish_begun(&people).await?;
        }
        self.close_addresses_of(people.into_iter().collect()).await?;
        let at = self.now();
        self.hold_with_records(plan, at.as_millisecond()).await?;
        let mut found = self.look_again(plan, at.as_millisecond()).await?;
        let seen = plan.at.and_then(|(record, version)| {
            let mut going = found.iter().flat_map(|held| &held.going);
            going.find(|row| row.id == record).map(|row| (row.person, record, version))
        });
        let tasks = self.tasks_of(under, plan.why, &mut found).await?;
        let (intent, counts) = self.intent(actor, plan, found, at.as_millisecond()).await?;
        let erased = Erased {
            removed: counts.removed,
            stripped: intent.parts.iter().filter(|part| !part.gone.is_empty()).count(),
            kept: counts.kept,
            persons: intent.persons.len(),
            counted: intent.counted.kinds().map(str::to_owned).collect(),
            entries: intent.refs.iter().map(|reference| reference.entry).collect(),
            at,
        };
        if intent.refs.is_empty() && intent.parts.is_empty() {
            return Ok((erased, None));
        }
        let id = self.note_intent(&intent, seen, tasks).await?;
        Ok((erased, Some((id, intent))))
    }

    /// Writes down what is about to be done, with the tasks that it makes. What must still be as it was
    /// seen is so until then, and past its last day from then on: nobody changes it any more.
    async fn note_intent(
        &self,
        intent: &Intent,
        seen: Option<(PersonId, RecordId, i64)>,
        tasks: Vec<Ready>,
    ) -> Result<ErasureId, Fault> {
        let id = ErasureId::from_bytes(*self.entry_id().as_bytes());
        let mut noted = intent.clone();
        if !noted.counted.is_empty() {
            noted.sealed = Sealer::of(self).seal(INTENT, &noted.counted)?;
        }
        let bytes = serde_json::to_vec(&noted).map_err(Fault::internal)?;
        let (at_ms, tasks) = (intent.at_ms, Arc::new(tasks));
        let over = Change { due_ms: Some(Some(at_ms)), updated_ms: at_ms, ..Change::default() };
        let write = move |tx: &mut Tx| {
            if let Some((person, record, version)) = seen {
                records::update(tx, person, record, version, &over)?;
            }
            erasures::begin(tx, id, &bytes, at_ms)?;
            write_all(tx, &tasks)
        };
        self.write_surely(write).await.map(|()| id)
    }

    /// Looks at the plan's records again: at what is planned, still there and not held.
    async fn look_again(&self, plan: &Plan, now: i64) -> Result<Vec<Held>, Fault> {
        let mut planned: BTreeMap<PersonId, BTreeSet<RecordId>> = BTreeMap::new();
        for step in plan.steps.iter().filter(|step| !by_law(&step.outcome)) {
            planned.entry(step.person).or_default().insert(step.record);
        }
        let why = plan.why;
        self.store
            .read(move |tx| {
                take_copies_along(tx, &mut planned)?;
                look(tx, &planned, why, now)
            })
            .await
    }

    /// Settles what follows from the going of what was found. What a ground kept when the plan was made
    /// is looked at, too: it is noted that nothing else keeps it now.
    async fn intent(
        &self,
        actor: &Actor,
        plan: &Plan,
        found: Vec<Held>,
        now: i64,
    ) -> Result<(Intent, Counts), Fault> {
        let kept = plan.steps.iter().filter(|step| by_law(&step.outcome)).count();
        let mut counts = Counts { removed: 0, kept };
        let mut intent = Intent {
            actor: ledger_word(actor),
            actor_ref: self.actor_ref(actor, [0; 16]),
            why: plan.why,
            at_ms: now,
            going: Vec::new(),
            keys: Vec::new(),
            persons: Vec::new(),
            parts: Vec::new(),
            refs: Vec::new(),
            gone: Vec::new(),
            counted: Counted::default(),
            freed: Vec::new(),
            sealed: String::new(),
        };
        for mut held in found {
            counts.kept += held.kept.len();
            counts.removed += held.going.len();
            intent.freed.extend(self.freed_with(&held).await?);
            let counted = self.counted_of(held.leaving()).await?;
            let counted_kinds = counted.kinds().map(str::to_owned).collect();
            intent.counted.take_in(counted);
            let kept = self.name_parts(&mut held).await?;
            let stripped = held.parts.iter().filter(|(_, part)| !part.gone.is_empty());
            let records = held.going.len() + stripped.clone().count();
            let first = held.going.iter().chain(stripped.map(|(row, _)| row)).next().cloned();
            intent.parts.extend(held.parts.drain(..).map(|(_, part)| part));
            let Some(first) = first else { continue };
            let wish = wish_in(&first).filter(|_| plan.why == Why::Due);
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
                records,
                kept,
                counted: counted_kinds,
                wish,
            });
            let one_by_one = held.going.iter().filter(|row| held.stays || !held.destroys(row.key));
            intent.going.extend(one_by_one.map(|row| (row.person, row.id)));
            intent.keys.extend(held.keys.iter().copied().filter(|key| held.destroys(*key)));
            match held.stays {
                true => intent.gone.extend(self.gone_of(&held).await?),
                false => intent.persons.push(held.person),
            }
        }
        Ok((intent, counts))
    }

    /// Gives the parts the names of their lookups, and tells what stays.
    async fn name_parts(&self, held: &mut Held) -> Result<Vec<StillKept>, Fault> {
        for (row, part) in &mut held.parts {
            let policy = self.policy(row.policy).await?;
            part.lookups =
                part.gone.iter().map(|field| format!("{}/{field}", policy.register)).collect();
            if part.destroys() {
                let written = self.version(&policy).await?;
                held.needed.extend(part.spare(row, &written.notice, &policy.kind));
            }
        }
        let mut kept: Vec<StillKept> = Vec::new();
        for (policy, keeping) in &held.kept {
            let (ground, until_ms) = (keeping.ground.clone(), keeping.until_ms);
            let still = StillKept { kind: self.policy(*policy).await?.kind, ground, until_ms };
            if kept.len() < TOLD_MAX && !kept.contains(&still) {
                kept.push(still);
            }
        }
        Ok(kept)
    }

    /// The mark on the erasure list of a record that only a ground keeps: a backup that does not
    /// know of the demand must not give the record its old life back.
    pub(crate) fn asked_mark(&self, record: RecordId) -> RecordId {
        let digest = self.keyring.index_key().digest("", "erasure asked", record.as_bytes());
        RecordId::from_bytes(digest)
    }

    /// The mark beside it that says by whose wish.
    pub(crate) fn wish_mark(&self, record: RecordId, why: Why) -> RecordId {
        let what = [record.as_bytes().as_slice(), why.word().as_bytes()].concat();
        RecordId::from_bytes(self.keyring.index_key().digest("", "erasure wished", &what))
    }

    /// Everything after the intent; also what is done with intents that were left open.
    async fn carry_out(self: &Arc<Self>, id: ErasureId, intent: Intent) -> Result<(), Fault> {
        let keyring = Arc::clone(&self.keyring);
        let keys = intent.keys.clone();
        let asked = intent.parts.iter().flat_map(|part| {
            let wish = Some(part.why).filter(|why| Why::WISHES.contains(why));
            let wish = wish.map(|why| self.wish_mark(part.record, why));
            [Some(self.asked_mark(part.record)), wish].into_iter().flatten()
        });
        let marks: Vec<RecordId> =
            intent.going.iter().map(|(_, record)| *record).chain(asked).collect();
        tokio::task::spawn_blocking(move || keyring.condemn(&keys, &marks))
            .await
            .map_err(Fault::internal)??;
        let list = self.keyring.erasure_count();
        // What is on the list is overwritten at the next opening if not now: so it need not be
        // waited for before the rows go, only before anybody is told.
        let keyring = Arc::clone(&self.keyring);
        let burying = tokio::task::spawn_blocking(move || keyring.bury());
        let sealer = Sealer::of(self);
        self.write_surely(move |tx| {
            remove(tx, id, (&intent, &sealer))?;
            note_erasures(tx, list)
        })
        .await?;
        burying.await.map_err(Fault::internal)?
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
            parts: Vec::new(),
            refs: Vec::new(),
            gone: Vec::new(),
            counted: Counted::default(),
            freed: Vec::new(),
            sealed: String::new(),
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
        self.finish(|_| true).await
    }

    /// Finishes those that were begun and left. The caller is alone.
    async fn finish(self: &Arc<Self>, which: impl Fn(&Intent) -> bool) -> Result<(), Fault> {
        for open in self.store.read(erasures::open_ones).await? {
            let mut intent: Intent = serde_json::from_slice(&open.plan).map_err(Fault::internal)?;
            if !intent.sealed.is_empty() {
                intent.counted = Sealer::of(self).open(INTENT, &intent.sealed)?;
            }
            if which(&intent) {
                let persons = intent.refs.len();
                tracing::warn!(persons, "finishing an erasure that was interrupted");
                self.carry_out(open.id, intent).await?;
            }
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

fn remove(tx: &mut Tx, id: ErasureId, (intent, sealer): (&Intent, &Sealer)) -> Result<(), Fault> {
    let mut stones = Stones::of(intent)?;
    for person in &intent.persons {
        stones.lay(*person, lookups::all_of_person(tx, *person)?, |_| true);
    }
    let whole: HashSet<&PersonId> = intent.persons.iter().collect();
    for (person, record) in intent.going.iter().filter(|(person, _)| !whole.contains(person)) {
        let codes = last_codes(tx, *person, *record)?;
        stones.lay(*person, codes, |_| true);
        records::delete(tx, *person, *record)?;
    }
    for part in &intent.parts {
        let codes = last_codes(tx, part.person, part.record)?;
        stones.lay(part.person, codes, |field| part.lookups.iter().any(|gone| gone == field));
        part.write(tx, intent.at_ms)?;
    }
    for (person, record) in &intent.freed {
        holds::release(tx, *person, *record, OF_RECORD)?;
    }
    intent.counted.write(tx, sealer)?;
    persons::delete_keys(tx, &intent.keys)?;
    persons::erase(tx, &intent.persons)?;
    stones.put(tx, intent.at_ms + TOMBSTONE_LIFE_MS)?;
    for gone in &intent.gone {
        gone.note(tx, intent)?;
    }
    let entries: Vec<Entry> =
        intent.refs.iter().map(|reference| entry(intent, reference)).collect();
    ledger::append_all(tx, &entries.iter().collect::<Vec<_>>())?;
    erasures::finish(tx, id, intent.at_ms)
}

fn entry(intent: &Intent, reference: &Reference) -> Entry {
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
        counts: i64::try_from(reference.records).unwrap_or(i64::MAX),
    }
}

#[cfg(test)]
pub(crate) mod tests;
