//! What a version of the notice leaves behind in records that were written under another: fields
//! that it does not declare any more, and last days later than it promises. Publishing such a
//! version says what becomes of them, and it is carried out here: an intent stands with the
//! published version, so what a crash interrupts is finished at the next start.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use seloste_kernel::{Actor, Fault, FaultKind, KeyId, PersonId, RecordId, Sealed, Timestamp};
use seloste_notice::grammar::AT_WRITING;
use seloste_notice::model::{Collect, Keep, Notice, Text};
use seloste_store::Tx;
use seloste_store::tables::holds::Hold;
use seloste_store::tables::records::{Change, RecordRow};
use seloste_store::tables::{holds, lookups, meta, records};

use crate::access::RIGHTS;
use crate::automated::goes;
use crate::body::Cells;
use crate::consented::{Groups, Keys, carried, group_of};
use crate::engine::{TRIES, lookup_name};
use crate::erase::{by_restriction, fields_of};
use crate::read::{CONSENTS, in_force, read_consents};
use crate::standing::restricted;
use crate::trail::Subject;
use crate::{Access, Engine, Register, Why, body};

/// Rows looked at in one step.
const ROWS: i64 = 500;

/// What of the stored records a notice would not allow: numbers only.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stale {
    /// Records that hold a field (`kind.field`) that it does not declare, by field.
    pub fields: BTreeMap<String, u64>,
    /// Records of a kind that it does not declare, by kind.
    pub kinds: BTreeMap<String, u64>,
    /// Records that would go later than it promises, by kind.
    pub longer: BTreeMap<String, u64>,
    /// Those among the first two that a hold keeps as they are.
    pub held: u64,
    /// Records that stay closed to a purpose which it gives a field (`kind.field: purpose`): they were
    /// given for others.
    pub closed: BTreeMap<String, u64>,
}

/// What becomes of stored records when a version is published.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Settle {
    /// What it does not declare any more is erased.
    pub erase: bool,
    /// What it keeps for a shorter time goes so much earlier.
    pub shorten: bool,
}

impl Settle {
    /// As it stands in the database until it is done.
    pub(crate) fn word(self) -> &'static str {
        match (self.erase, self.shorten) {
            (false, false) => "",
            (true, false) => "erase",
            (false, true) => "shorten",
            (true, true) => "erase shorten",
        }
    }

    fn read(word: &str) -> Self {
        Self { erase: word.contains("erase"), shorten: word.contains("shorten") }
    }
}

/// What became of stored records: numbers only.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settled {
    /// From how many records each field (`kind.field`) was erased.
    pub fields: BTreeMap<String, u64>,
    /// How many records of each kind were erased as a whole.
    pub kinds: BTreeMap<String, u64>,
    /// How many records of each kind go earlier.
    pub shorter: BTreeMap<String, u64>,
    /// As [`Stale::closed`].
    pub closed: BTreeMap<String, u64>,
}

impl Settled {
    fn note(&mut self, kind: &str, gone: &[String], sooner: bool) {
        for name in gone {
            *self.fields.entry(format!("{kind}.{name}")).or_default() += 1;
        }
        if sooner {
            *self.shorter.entry(kind.to_owned()).or_default() += 1;
        }
    }
}

/// Where the intent stands.
pub(crate) fn intent_of(register: &str) -> String {
    format!("settle/{register}")
}

impl Engine {
    /// What of the stored records this notice would not allow. Nothing is opened.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn stale(&self, notice: &Notice) -> Result<Stale, Fault> {
        let (mut stale, mut after, now) = (Stale::default(), None, self.now());
        loop {
            let rows = self.rows_after(after).await?;
            let Some(last) = rows.last().map(|row| row.id) else { return Ok(stale) };
            for row in &rows {
                let policy = self.policy(row.policy).await?;
                if policy.register != notice.id {
                    continue;
                }
                let Some(declared) = notice.kind(&policy.kind) else {
                    *stale.kinds.entry(policy.kind).or_default() += 1;
                    stale.held += u64::from(!self.holds_now(row).await?.is_empty());
                    continue;
                };
                let gone = undeclared(declared, row);
                if !gone.is_empty() {
                    let holds = self.holds_now(row).await?;
                    stale.held += u64::from(gone.len() > unheld(gone.clone(), &holds).len());
                }
                for name in gone {
                    *stale.fields.entry(format!("{}.{name}", policy.kind)).or_default() += 1;
                }
                let written = self.version(&policy).await?;
                for name in closed(declared, &written, row) {
                    *stale.closed.entry(format!("{}.{name}", policy.kind)).or_default() += 1;
                }
                if sooner(declared, row, now).is_some() {
                    *stale.longer.entry(policy.kind).or_default() += 1;
                }
            }
            after = Some(last);
        }
    }

    /// Publishes as [`Engine::publish`] and brings the stored records to what the version says; tells
    /// what it did to them.
    ///
    /// # Errors
    /// As [`Engine::publish`]; what was begun is finished at the next start.
    pub async fn publish_settling(
        self: &Arc<Self>,
        actor: &Actor,
        text: &str,
        settle: Settle,
    ) -> Result<(Arc<Register>, Settled), Fault> {
        self.publish_because(actor, text, settle, &Text::new()).await
    }

    /// As [`Engine::publish_settling`], with the reason that stands with the version.
    ///
    /// # Errors
    /// As [`Engine::publish_settling`].
    pub async fn publish_because(
        self: &Arc<Self>,
        actor: &Actor,
        text: &str,
        settle: Settle,
        reason: &Text,
    ) -> Result<(Arc<Register>, Settled), Fault> {
        let register = self.publish_with(actor, text, (settle, reason)).await?;
        let settled = self.settle(actor, &register, settle).await?;
        Ok((register, settled))
    }

    /// Finishes what a crash interrupted.
    pub(crate) async fn finish_settling(self: &Arc<Self>) -> Result<(), Fault> {
        for register in self.registers() {
            let name = intent_of(&register.notice.id);
            let word = self.store.read(move |tx| meta::get(tx, &name)).await?.unwrap_or_default();
            self.settle(&Actor::Job("publish".to_owned()), &register, Settle::read(&word)).await?;
        }
        Ok(())
    }

    async fn settle(
        self: &Arc<Self>,
        actor: &Actor,
        register: &Arc<Register>,
        settle: Settle,
    ) -> Result<Settled, Fault> {
        let mut settled = Settled::default();
        if settle == Settle::default() {
            return Ok(settled);
        }
        let access = Access::of_engine(Arc::clone(register), actor.clone());
        let mut after = None;
        loop {
            let rows = self.rows_after(after).await?;
            let Some(last) = rows.last().map(|row| row.id) else { break };
            for row in rows {
                if self.policy(row.policy).await?.register == access.register.notice.id {
                    self.settle_row(&access, row.id, settle, &mut settled).await?;
                }
            }
            after = Some(last);
        }
        let name = intent_of(&access.register.notice.id);
        self.store.write(move |tx| meta::put(tx, &name, "")).await?;
        Ok(settled)
    }

    /// Records beyond this one.
    async fn rows_after(&self, after: Option<RecordId>) -> Result<Vec<RecordRow>, Fault> {
        self.store.read(move |tx| records::all(tx, after, ROWS)).await
    }

    async fn holds_now(&self, row: &RecordRow) -> Result<Vec<Hold>, Fault> {
        let (person, id, now_ms) = (row.person, row.id, self.now().as_millisecond());
        self.store.read(move |tx| holds_on(tx, (person, id), now_ms)).await
    }

    async fn settle_row(
        self: &Arc<Self>,
        access: &Access,
        id: RecordId,
        settle: Settle,
        settled: &mut Settled,
    ) -> Result<(), Fault> {
        let mut tries = 0;
        loop {
            // Looked at again: whoever was quicker may have erased or changed it.
            let Some(row) = self.store.read(move |tx| records::find(tx, id)).await? else {
                return Ok(());
            };
            let kind = self.policy(row.policy).await?.kind;
            let Some(declared) = access.register.notice.kind(&kind) else {
                // What a ground keeps stays, as with every erasure.
                if settle.erase {
                    let plan = self.plan_rows(vec![row], Why::Decision, None).await?;
                    self.execute(&access.actor, &plan, None).await?;
                    let removed = plan.removed() as u64;
                    if removed > 0 {
                        *settled.kinds.entry(kind).or_default() += removed;
                    }
                }
                return Ok(());
            };
            let gone = match settle.erase {
                true => unheld(undeclared(declared, &row), &self.holds_now(&row).await?),
                false => Vec::new(),
            };
            let due = sooner(declared, &row, self.now()).filter(|_| settle.shorten);
            if gone.is_empty() && due.is_none() {
                return Ok(());
            }
            match self.settle_one(access, &row, &kind, (gone.clone(), due)).await {
                Err(fault) if fault.kind() == FaultKind::Conflict && tries < TRIES => tries += 1,
                Err(fault) => return Err(fault),
                Ok(()) => {
                    settled.note(&kind, &gone, due.is_some());
                    return Ok(());
                }
            }
        }
    }

    /// One record: fields out, its last day nearer, with its entry in the ledger, in one write.
    async fn settle_one(
        self: &Arc<Self>,
        access: &Access,
        row: &RecordRow,
        kind: &str,
        (gone, due): (Vec<String>, Option<i64>),
    ) -> Result<(), Fault> {
        let written = self.version(&self.policy(row.policy).await?).await?;
        let main = self.keyring.key(row.key)?;
        let Rest { body, new, doomed } = match gone.is_empty() {
            true => Rest::default(),
            false => self.without(&written, (row, kind), &gone).await?,
        };
        let word = if gone.is_empty() { "shorten" } else { "erase:removed-field" };
        let subject = Subject { person: row.person, records: &[row.id], key: &main };
        let traced = self.trail(access, word, kind, Some(subject), gone.len().max(1) as i64)?;
        let parts = if due.is_some() { self.parts_of(row).await? } else { Vec::new() };
        let (due_ms, updated_ms) = (due.map(Some), self.now().as_millisecond());
        let change = Change { body, due_ms, updated_ms, ..Change::default() };
        let end = Change { due_ms, updated_ms, ..Change::default() };
        let lookups: Vec<String> = gone.iter().map(|name| lookup_name(&written, name)).collect();
        let class = written.class_of(kind).to_owned();
        let doomed = self.keys_only(doomed);
        let begun = doomed.clone();
        let (person, id, version) = (row.person, row.id, row.version);
        let alone = self.alone().await;
        if !gone.is_empty() {
            self.erase_copies(&alone, access, (person, Why::Decision)).await?;
        }
        let written = self.store.write(move |tx| {
            // Somebody may have held it since it was looked at: then it is looked at again.
            let holds = holds_on(tx, (person, id), updated_ms)?;
            if unheld(gone.clone(), &holds) != gone {
                return Err(
                    Fault::new(FaultKind::Conflict, "store-conflict").because("held meanwhile")
                );
            }
            records::update(tx, person, id, version, &change)?;
            for part in parts {
                if let Some(part) = records::get(tx, person, part)? {
                    records::update(tx, person, part.id, part.version, &end)?;
                }
            }
            for field in &lookups {
                lookups::delete_field(tx, field, person, id)?;
            }
            new.write(tx, person, &class)?;
            begun.begin(tx)?;
            traced.write(tx)?;
            // The lock comes back with the result, after the commit.
            Ok(alone)
        });
        written.await.map(drop)?;
        if doomed.is_empty() { Ok(()) } else { self.destroy(doomed).await }
    }

    /// A body without these fields. What was sealed with them under a key of its own gets a new
    /// one, so that the old can be destroyed and no older copy opens them.
    async fn without(
        self: &Arc<Self>,
        written: &Register,
        (row, kind): (&RecordRow, &str),
        gone: &[String],
    ) -> Result<Rest, Fault> {
        let mut cells = body::decode(&row.body)?;
        let keys = Keys::of(&self.keyring, row, &cells)?;
        let group = |name: &str| group_of(&written.notice, written.notice.kind(kind)?, name);
        let touched: BTreeSet<String> = gone.iter().filter_map(|name| group(name)).collect();
        cells.retain(|(name, _)| !goes(name, gone));
        let mut groups = keys.groups.clone();
        let mut doomed: Vec<KeyId> = Vec::new();
        for group in &touched {
            doomed.extend(groups.0.remove(group));
        }
        let place = written.place(kind, CONSENTS, row.person, row.id);
        let consents = match cells.iter().find(|(name, _)| name == CONSENTS) {
            Some((_, cell)) => {
                let key = keys.field(written, kind, CONSENTS)?;
                read_consents(&body::open(&key, &place, cell)?)?
            }
            None => Vec::new(),
        };
        let is_used = |of: &String| {
            carried(of, &consents) || cells.iter().any(|(name, _)| group(name).as_ref() == Some(of))
        };
        let had = |of: &String| keys.groups.0.contains_key(of);
        let again = touched.iter().filter(|of| had(of) && is_used(of)).cloned().collect();
        let class = written.class_of(kind);
        let new = self.group_keys(&written.notice.id, class, again).await?;
        let resealed = Keys::new(&self.keyring, Arc::clone(&keys.main), new.clone());
        for (name, cell) in &mut cells {
            if !group(name).is_some_and(|of| new.0.contains_key(&of)) {
                continue;
            }
            let place = written.place(kind, name, row.person, row.id);
            let text = body::open(&*keys.field(written, kind, name)?, &place, cell)?;
            let key = resealed.field(written, kind, name)?;
            *cell = self.seal_cell(written.pads(kind, name), &key, &place, &text)?;
        }
        groups.0.extend(new.0.clone());
        groups.put(&mut cells)?;
        Ok(Rest { body: Some(body::encode(&cells)?), new, doomed })
    }
}

/// What is left of a record, with keys that came and keys that go.
#[derive(Default)]
struct Rest {
    body: Option<Sealed>,
    new: Groups,
    doomed: Vec<KeyId>,
}

/// The fields in a row that are not declared.
fn undeclared(declared: &Collect, row: &RecordRow) -> Vec<String> {
    // What is no body is another check's to find.
    let cells: Cells = body::decode(&row.body).unwrap_or_default();
    let names = cells.into_iter().map(|(name, _)| name);
    names.filter(|name| !name.starts_with('_') && declared.field(name).is_none()).collect()
}

/// The fields in a row that are declared now for a purpose for which they were not given, each with it.
fn closed(declared: &Collect, written: &Register, row: &RecordRow) -> Vec<String> {
    let cells: Cells = body::decode(&row.body).unwrap_or_default();
    let given = written.notice.kind(&declared.kind);
    let mut closed = Vec::new();
    for (name, _) in cells {
        let (Some(now), Some(then)) =
            (declared.field(&name), given.and_then(|given| given.field(&name)))
        else {
            continue;
        };
        let new = now
            .purposes
            .iter()
            .filter(|named| !then.purposes.iter().any(|of| of.value == named.value));
        let new = new.filter(|named| named.value != RIGHTS);
        closed.extend(new.map(|named| format!("{name}: {}", named.value)));
    }
    closed
}

/// The holds in force on a record. A restriction is one: what it covers is stored and nothing else, and
/// its person may have asked for it so that nothing is erased which they need (Art. 18(1)(b)(c), 18(2)).
/// A new version of the notice is the controller's wish, not theirs: it waits, as it waits for a hold.
fn holds_on(
    tx: &mut Tx,
    (person, record): (PersonId, RecordId),
    now_ms: i64,
) -> Result<Vec<Hold>, Fault> {
    let mut holds = holds::of_record(tx, person, record)?;
    holds.retain(|hold| in_force(hold, now_ms));
    let kept = restricted(tx, person)?;
    holds.extend(kept.iter().filter(|row| row.id == record).map(by_restriction));
    Ok(holds)
}

/// Those of these fields that no hold keeps.
fn unheld(mut fields: Vec<String>, holds: &[Hold]) -> Vec<String> {
    if holds.iter().any(|hold| hold.field.is_none()) {
        return Vec::new();
    }
    fields.retain(|name| !fields_of(holds).any(|kept| kept == name));
    fields
}

/// The last day that the declared keeping gives a record, if it is sooner than its own. When the
/// event that began its last period was, is not known any more: it goes at the latest so long from
/// now as the notice keeps it.
fn sooner(declared: &Collect, row: &RecordRow, now: Timestamp) -> Option<i64> {
    let Some(Keep::For { period, from }) = &declared.keep else { return None };
    let from_writing = AT_WRITING.contains(&from.as_str());
    let created = Timestamp::from_millisecond(row.created_ms).unwrap_or(now);
    let last = period.after(if from_writing { created } else { now }).as_millisecond();
    match row.due_ms {
        Some(due) => (last < due).then_some(last),
        None => from_writing.then_some(last),
    }
}

#[cfg(test)]
mod tests;
