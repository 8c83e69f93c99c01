//! After a backup was put back: what had been erased since is erased again, before anybody is
//! served (GDPR Art. 17; erased stays erased).

use std::collections::BTreeSet;
use std::sync::Arc;

use seloste_kernel::{Actor, Exit, Fault, RecordId, Sensitive};
use seloste_store::Store;
use seloste_store::tables::holds::Hold;
use seloste_store::tables::records::{self, Change, RecordRow};
use seloste_store::tables::{commands, holds, lookups};

use crate::consent_receipt::keep_only;
use crate::consented::{Groups, Keys, group_of, is_lost, is_of_floor};
use crate::counted::Sealer;
use crate::engine::lookup_name;
use crate::erase::{by_hand, next_due};
use crate::execute::TOMBSTONE_LIFE_MS;
use crate::live::WITHDRAWN;
use crate::people::Tombstone;
use crate::read::{CONSENTS, RECEIPT};
use crate::rebuild::unhex;
use crate::trail::{Subject, Traced};
use crate::{Access, Consent, Engine, Register, Why, body};

/// Rows looked at in one step.
const ROWS: i64 = 500;

/// A day of the erasure list, in milliseconds.
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// What erasing again did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Replayed {
    /// Records looked at.
    pub records: usize,
    /// Fields taken out again, because their consent was withdrawn.
    pub fields: usize,
    /// Records removed again.
    pub removed: usize,
    /// Persons of whom nothing is left.
    pub persons: usize,
}

/// When what only these grounds keep is looked at. Fields that staff hold have no key of their own: the
/// first sweep takes the others.
fn due_again(holds: &[Hold], now_ms: i64) -> Option<i64> {
    match holds.iter().any(by_hand) {
        true => Some(now_ms),
        false => next_due(holds, now_ms),
    }
}

/// Who does again what a backup does not know of.
pub(crate) fn restoring() -> Actor {
    Actor::Job("restore".to_owned())
}

impl Engine {
    /// The restore is done: from now on the store is served.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn end_restore(&self) -> Result<(), Fault> {
        self.store.write_reserved(Store::end_restore).await
    }

    /// Removes every record that is on the erasure list, or whose key is not in the vault: nobody
    /// will ever open it again. Safe to stop and to run twice.
    ///
    /// # Errors
    /// When keys or store fail. A slot that cannot be read is no reason to remove anything.
    pub async fn erase_again(self: &Arc<Self>) -> Result<Replayed, Fault> {
        let mut replayed = Replayed::default();
        let mut after: Option<RecordId> = None;
        loop {
            let rows = self.store.read(move |tx| records::all(tx, after, ROWS)).await?;
            let Some(last) = rows.last().map(|row| row.id) else { break };
            replayed.records += rows.len();
            let mut gone = Vec::new();
            for row in rows {
                if self.was_erased(&row)? {
                    gone.push(row);
                } else {
                    replayed.fields += self.withdraw_again(&row).await?;
                }
            }
            if !gone.is_empty() {
                self.lay_stones(&gone).await?;
                let plan = self.plan_rows(gone, Why::Restore, None).await?;
                let erased = self.execute(&restoring(), &plan, None).await?;
                replayed.removed += erased.removed;
                replayed.persons += erased.persons;
            }
            after = Some(last);
        }
        self.keyring.forget_doomed();
        Ok(replayed)
    }

    /// Whoever holds the receipt of what was erased after the backup was made is told so (Art. 12(3)), as
    /// they were before it was put back: of these rows the hashes of their codes are read, and nothing else.
    async fn lay_stones(&self, gone: &[RecordRow]) -> Result<(), Fault> {
        let now = self.now().as_millisecond();
        let stone = Tombstone::of(now, Why::Restore);
        let stone = serde_json::to_vec(&stone).map_err(Fault::internal)?;
        let mut codes = BTreeSet::new();
        for row in gone {
            codes.extend(self.codes_of_doomed(row).await?);
        }
        self.store
            .write(move |tx| {
                let expires_ms = now + TOMBSTONE_LIFE_MS;
                let stones: Vec<_> =
                    codes.iter().map(|code| (*code, stone.as_slice(), expires_ms)).collect();
                commands::put(tx, &stones)
            })
            .await
    }

    async fn codes_of_doomed(&self, row: &RecordRow) -> Result<Vec<[u8; 16]>, Fault> {
        let (Some(key), Ok(cells)) = (self.keyring.doomed(row.key), body::decode(&row.body)) else {
            return Ok(Vec::new());
        };
        let Some((_, cell)) = cells.iter().find(|(name, _)| name == RECEIPT) else {
            return Ok(Vec::new());
        };
        let policy = self.policy(row.policy).await?;
        let written = self.version(&policy).await?;
        let place = written.place(&policy.kind, RECEIPT, row.person, row.id);
        Ok(match body::open(&key, &place, cell) {
            Ok(codes) => codes.expose(Exit::Decision).split(' ').filter_map(unhex).collect(),
            // Damaged: nobody can be told.
            Err(_) => Vec::new(),
        })
    }

    fn was_erased(&self, row: &RecordRow) -> Result<bool, Fault> {
        if self.keyring.is_erased(row.id) {
            return Ok(true);
        }
        match self.keyring.key(row.key) {
            Ok(_) => Ok(false),
            Err(fault) if is_lost(&fault) => Ok(true),
            Err(fault) => Err(fault),
        }
    }

    /// Takes out of a record what rested on consents that have been withdrawn since: their keys
    /// are on the erasure list. The ledger of the backup need not have the withdrawal itself.
    async fn withdraw_again(self: &Arc<Self>, row: &RecordRow) -> Result<usize, Fault> {
        let Ok(mut cells) = body::decode(&row.body) else { return Ok(0) };
        let mut keys = Keys::of(&self.keyring, row, &cells)?;
        let lost = keys.lost()?;
        let noted = body::asked_ms(&cells).is_some();
        // A part that an erasure took, or a record that only a ground kept.
        let asked = !noted
            && (lost.iter().any(|group| is_of_floor(group))
                || self.keyring.is_erased(self.asked_mark(row.id)));
        if lost.is_empty() && !asked {
            return Ok(0);
        }
        let policy = self.policy(row.policy).await?;
        let written = self.version(&policy).await?;
        let group =
            |name: &str| group_of(&written.notice, written.notice.kind(&policy.kind)?, name);
        let is_lost = |name: &str| group(name).is_some_and(|group| lost.contains(&group));
        let (gone, mut kept): (body::Cells, body::Cells) =
            cells.drain(..).partition(|(name, _)| is_lost(name));
        let left = kept.iter().any(|(name, _)| name == CONSENTS);
        let mut standing = Vec::new();
        if left && let Some((mut given, ended)) = self.all_consents(row).await? {
            let (over, left): (Vec<_>, Vec<_>) =
                given.drain(..).partition(|consent| lost.contains(&consent.purpose));
            standing = self.references(&written, row.id, &left);
            let over = over.into_iter().filter_map(|consent| {
                let took = resting_on(&consent.purpose, &gone, group);
                self.ended_since(&keys.groups, consent, took)
            });
            let consents = [left, ended, over.collect()].concat();
            let place = written.place(&policy.kind, CONSENTS, row.person, row.id);
            kept.retain(|(name, _)| name != CONSENTS);
            if !consents.is_empty() {
                let text = serde_json::to_string(&consents).map_err(Fault::internal)?;
                let key = keys.field(&written, &policy.kind, CONSENTS)?;
                let cell = self.seal_cell(false, &key, &place, &Sensitive::new(text))?;
                kept.push((CONSENTS.to_owned(), cell));
            }
        }
        keys.groups.0.retain(|group, _| !lost.contains(group));
        keys.groups.put(&mut kept)?;
        let traced = self.trail_again(row, (&written, &policy.kind), &lost, gone.len())?;
        let (now, updated_ms) = (self.now().as_millisecond(), row.updated_ms);
        let tombstone = Tombstone::of(now, Why::Restore);
        let why = self.wish_of(row.id);
        let counted = self.counted_of(std::iter::once(row).filter(|_| asked)).await?;
        let (of_consents, sealer) = (lookup_name(&written, CONSENTS), Sealer::of(self));
        let (person, id, version) = (row.person, row.id, row.version);
        let fields: Vec<String> =
            gone.iter().map(|(name, _)| lookup_name(&written, name)).collect();
        self.store
            .write(move |tx| {
                let mut change = Change { updated_ms, ..Change::default() };
                if asked {
                    body::note_asked(&mut kept, now, why);
                    change.due_ms = Some(due_again(&holds::of_record(tx, person, id)?, now));
                    counted.write(tx, &sealer)?;
                }
                change.body = Some(body::encode(&kept)?);
                records::update(tx, person, id, version, &change)?;
                keep_only(tx, (&of_consents, person, id), &standing, &tombstone)?;
                for field in &fields {
                    lookups::delete_field(tx, field, person, id)?;
                }
                traced.write(tx)
            })
            .await?;
        Ok(gone.len())
    }

    /// By whose wish a record is to go that a ground keeps, as the erasure list says.
    fn wish_of(&self, record: RecordId) -> Why {
        let mut wishes = Why::WISHES.into_iter();
        let known = wishes.find(|why| self.keyring.is_erased(self.wish_mark(record, *why)));
        known.unwrap_or(Why::Due)
    }

    /// A consent of whose withdrawal the backup does not know, with the day of which the erasure list
    /// tells: that of its key.
    fn ended_since(&self, groups: &Groups, consent: Consent, took: Vec<String>) -> Option<Consent> {
        let key = groups.0.get(&consent.purpose)?;
        let noon = i64::from(self.keyring.erased_on(*key)?) * DAY_MS + DAY_MS / 2;
        Some(Consent { withdrawn_ms: Some(noon), by_day: true, took, ..consent })
    }

    /// The entry of what is taken out of a record again.
    fn trail_again(
        &self,
        row: &RecordRow,
        (written, kind): (&Arc<Register>, &str),
        lost: &[String],
        gone: usize,
    ) -> Result<Traced, Fault> {
        let access = Access::of_engine(self.register(&written.notice.id)?, restoring());
        let word = match lost.iter().all(|group| is_of_floor(group)) {
            true => "erase:restore",
            false => WITHDRAWN,
        };
        let key = self.keyring.key(row.key)?;
        let subject = Subject { person: row.person, records: &[row.id], key: &key };
        self.trail(&access, word, kind, Some(subject), gone.max(1) as i64)
    }
}

/// Those of these parts of a record whose group rests on this purpose.
fn resting_on(
    purpose: &str,
    parts: &body::Cells,
    group: impl Fn(&str) -> Option<String>,
) -> Vec<String> {
    let rests = |name: &str| group(name).is_some_and(|of| of.split(' ').any(|of| of == purpose));
    parts.iter().map(|(name, _)| name.clone()).filter(|name| rests(name)).collect()
}
