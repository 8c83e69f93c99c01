//! Withdrawing a consent (Art. 7(3)): what rested on it alone goes, from the record and from what
//! hangs on it; what rests on another basis stays. A record with nothing left to stand on is
//! erased by the one erasure. The keys of what goes are destroyed, so it does not open from an older
//! backup either. What a hold keeps (Art. 17(3)) stays without its consent, so that only the person's
//! rights open it, and goes when the hold ends (`hold/kept.rs`).

use std::collections::BTreeSet;
use std::sync::Arc;

use seloste_kernel::{Fault, FaultKind, KeyId, RecordId, Sealed, Sensitive};
use seloste_notice::model::{Collect, Notice};
use seloste_store::Tx;
use seloste_store::tables::records::{Change, RecordRow};
use seloste_store::tables::{lookups, records};
use seloste_vault::PersonKey;

use crate::access::Action;
use crate::automated::{field_of, goes};
use crate::consent_receipt::keep_only;
use crate::consented::{Groups, Keys, carried, group_of};
use crate::engine::{TRIES, TRIES_BESIDE, lookup_name};
use crate::execute::KeysOnly;
use crate::grounds::Grounds;
use crate::hold::kept::{against_withdrawal, keep, note_after};
use crate::live::WITHDRAWN;
use crate::people::Tombstone;
use crate::read::{CONSENTS, all_consents};
use crate::telling::{Change as Telling, Changed, write_all};
use crate::trail::Subject;
use crate::{Access, Consent, Engine, Erased, Outcome, Register, Why, body, totals};

/// What a withdrawal did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Withdrawn {
    /// Fields that went, by kind and name.
    pub fields: Vec<(String, String)>,
    /// Fields that a hold keeps until it ends, by kind and name.
    pub held: Vec<(String, String)>,
    /// Records erased as a whole.
    pub erased: Vec<Erased>,
}

/// What the end of consents takes of one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Going {
    /// Of which kind it is.
    pub kind: String,
    /// Whether it goes as a whole.
    pub whole: bool,
    /// The fields that go of one of which others stay.
    pub fields: Vec<String>,
    /// Those that something else keeps for now, and nothing uses any more.
    pub held: Vec<String>,
}

/// How a row stands when consents end: decided once, for a withdrawal that is shown and one that runs.
struct Ends {
    /// Its own consents before, when it has any.
    own: Option<Vec<Consent>>,
    /// Those that were withdrawn earlier.
    ended: Option<Vec<Consent>>,
    /// Those that stand afterwards.
    left: Vec<Consent>,
    /// Fields that go.
    gone: Vec<String>,
    /// Those that would, and that a hold keeps.
    held: Vec<String>,
    /// Whether nothing is left for it to stand on.
    whole: bool,
}

impl Engine {
    /// What [`Engine::withdraw`] would take, of the record and of all that hangs on it; of all its
    /// consents where none is named.
    ///
    /// # Errors
    /// `NotFound` when the record is not within reach.
    pub async fn plan_withdrawal(
        &self,
        access: &Access,
        record: RecordId,
        purpose: Option<&str>,
    ) -> Result<Vec<Going>, Fault> {
        access.demand(&[Action::Erase])?;
        let whole = self.row(access, record).await?;
        let Some(mut left) = self.consents(&whole).await? else { return Ok(Vec::new()) };
        left.retain(|consent| !ends(consent, purpose));
        let mut all = Vec::new();
        for step in self.plan_record(access, record, Why::Withdrawal).await?.steps {
            let row = self.row(access, step.record).await?;
            let policy = self.policy(row.policy).await?;
            let written = self.version(&policy).await?;
            let Some(declared) = written.notice.kind(&policy.kind) else { continue };
            let of = (&*written, declared);
            let ends = self.ends(&row, of, &body::decode(&row.body)?, (purpose, &left)).await?;
            let kind = policy.kind.clone();
            let named = |names: Vec<String>| {
                names.into_iter().filter(|name| declared.field(name).is_some()).collect()
            };
            let kept = || step.outcome.kept().iter().flat_map(|kept| kept.fields.clone()).collect();
            let (whole, fields, held) = match (ends.whole, &step.outcome) {
                (false, _) => (false, ends.gone, ends.held),
                (true, Outcome::Remove | Outcome::Anonymise) => (true, Vec::new(), Vec::new()),
                (true, Outcome::Strip { gone, .. }) => (false, gone.clone(), kept()),
                (true, Outcome::Keep(_)) => (false, Vec::new(), [ends.gone, ends.held].concat()),
            };
            let (fields, held): (Vec<String>, Vec<String>) = (named(fields), named(held));
            if whole || !fields.is_empty() || !held.is_empty() {
                all.push(Going { kind, whole, fields, held });
            }
        }
        Ok(all)
    }

    async fn ends(
        &self,
        row: &RecordRow,
        (written, declared): (&Register, &Collect),
        cells: &[(String, Sealed)],
        (purpose, of_whole): (Option<&str>, &[Consent]),
    ) -> Result<Ends, Fault> {
        // What staff wrote rests on the consent that the person gave with the whole.
        let (own, ended) = self.all_consents(row).await?.unzip();
        let mut left = own.clone().unwrap_or_else(|| of_whole.to_vec());
        left.retain(|consent| !ends(consent, purpose));
        let lost = resting_on(&written.notice, declared, &left);
        let mut there: Vec<String> = Vec::new();
        for name in cells
            .iter()
            .map(|(name, _)| field_of(name))
            .filter(|name| lost.iter().any(|of| of == name))
        {
            if !there.iter().any(|known| known == name) {
                there.push(name.to_owned());
            }
        }
        let whole =
            declared.fields.iter().any(|field| field.required && there.contains(&field.name));
        let (at, now_ms, kind) =
            ((row.person, row.id), self.now().as_millisecond(), declared.clone());
        let look = move |tx: &mut Tx| against_withdrawal(tx, at, (&kind, now_ms));
        let holds = self.store.read(look).await?;
        let (held, gone) = there.into_iter().partition(|name| keep(&holds, name));
        Ok(Ends { own, ended, left, gone, held, whole })
    }

    /// Withdraws the consent to a purpose for a record and for all that hangs on it. Whoever received what
    /// goes is told (Art. 19): each record's tasks are written with what takes it, so that neither a crash
    /// nor another try tells anybody twice. Whoever changes the record at the same moment does not keep it
    /// from happening: it is read again, with what has come to hang on it, and soon the others wait.
    ///
    /// # Errors
    /// `NotFound` when the record is not within reach; `Conflict` when it never stands still.
    pub async fn withdraw(
        self: &Arc<Self>,
        access: &Access,
        record: RecordId,
        purpose: &str,
    ) -> Result<Withdrawn, Fault> {
        access.demand(&[Action::Erase])?;
        let mut withdrawn = Withdrawn::default();
        let mut alone = None;
        for tried in 1..TRIES {
            match self.withdraw_from(access, record, purpose, &mut withdrawn).await {
                Err(fault) if fault.kind() == FaultKind::Conflict => {}
                done => return done.map(|()| withdrawn),
            }
            if tried == TRIES_BESIDE {
                alone = Some(self.changing.write().await);
            }
        }
        let _alone = alone;
        self.withdraw_from(access, record, purpose, &mut withdrawn).await.map(|()| withdrawn)
    }

    pub(crate) async fn withdraw_from(
        self: &Arc<Self>,
        access: &Access,
        record: RecordId,
        purpose: &str,
        withdrawn: &mut Withdrawn,
    ) -> Result<(), Fault> {
        let whole = self.row(access, record).await?;
        let Some(mut left) = self.consents(&whole).await? else { return Ok(()) };
        let given = left.iter().find(|consent| consent.purpose == purpose).cloned();
        left.retain(|consent| consent.purpose != purpose);
        // Parts before wholes: a whole that is erased takes its parts along anyway, and until the whole
        // is written the consent stands there for another try. It is written as it was when the parts
        // were listed: whoever wrote to it since has perhaps added one.
        let plan = self.plan_record(access, record, Why::Withdrawal).await?;
        for step in plan.steps.iter().rev() {
            let row = match self.row(access, step.record).await {
                Ok(_) if step.record == record => whole.clone(),
                Ok(row) => row,
                Err(fault) if fault.kind() == FaultKind::NotFound => continue,
                Err(fault) => return Err(fault),
            };
            self.withdraw_one(access, row, (record, purpose, &left), withdrawn).await?;
        }
        if let Some(consent) = given {
            let (register, at) = (access.register.notice.id.clone(), self.now().as_millisecond());
            self.write_surely(move |tx| totals::withdrawn(tx, &register, &consent, at)).await?;
        }
        Ok(())
    }

    /// The consents that stand with a record; `None` when none was ever asked.
    pub(crate) async fn consents(&self, row: &RecordRow) -> Result<Option<Vec<Consent>>, Fault> {
        Ok(self.all_consents(row).await?.map(|(standing, _)| standing))
    }

    /// The consents that lie with a record: those that stand, and those that were withdrawn.
    pub(crate) async fn all_consents(
        &self,
        row: &RecordRow,
    ) -> Result<Option<(Vec<Consent>, Vec<Consent>)>, Fault> {
        let policy = self.policy(row.policy).await?;
        let written = self.version(&policy).await?;
        let cells = body::decode(&row.body)?;
        let Some((_, cell)) = cells.iter().find(|(name, _)| name == CONSENTS) else {
            return Ok(None);
        };
        let key = Keys::of(&self.keyring, row, &cells)?.field(&written, &policy.kind, CONSENTS)?;
        let place = written.place(&policy.kind, CONSENTS, row.person, row.id);
        body::open(&key, &place, cell).and_then(|text| all_consents(&text)).map(Some)
    }

    async fn withdraw_one(
        self: &Arc<Self>,
        access: &Access,
        mut row: RecordRow,
        (given_with, purpose, of_whole): (RecordId, &str, &[Consent]),
        withdrawn: &mut Withdrawn,
    ) -> Result<(), Fault> {
        let policy = self.policy(row.policy).await?;
        let written = self.version(&policy).await?;
        let Some(declared) = written.notice.kind(&policy.kind) else { return Ok(()) };
        let of = (&*written, declared);
        let mut cells = body::decode(&row.body)?;
        let mut ends = self.ends(&row, of, &cells, (Some(purpose), of_whole)).await?;
        if ends.whole {
            let plan = self.plan_record(access, row.id, Why::Withdrawal).await?;
            withdrawn.erased.push(self.erase(access, &plan).await?);
            let (person, id) = (row.person, row.id);
            // What keeps it as a whole does not keep the consent.
            let Some(kept) = self.store.read(move |tx| records::get(tx, person, id)).await? else {
                return Ok(());
            };
            row = kept;
            cells = body::decode(&row.body)?;
            ends = self.ends(&row, of, &cells, (Some(purpose), of_whole)).await?;
            ends.gone.clear();
        }
        let key = self.keyring.key(row.key)?;
        let place = written.place(&policy.kind, CONSENTS, row.person, row.id);
        let Ends { own, ended, left: consents, gone, held, whole } = ends;
        let needed = needed(of, &cells, &gone);
        let mut groups = Groups::of(&cells);
        let left = |group: &String| carried(group, &consents) || needed.contains(group);
        let keys: Vec<KeyId> =
            groups.0.iter().filter(|(group, _)| !left(group)).map(|(_, key)| *key).collect();
        groups.0.retain(|group, _| left(group));
        let names = |of: &[String]| {
            of.iter().map(|name| (policy.kind.clone(), name.clone())).collect::<Vec<_>>()
        };
        withdrawn.held.extend(names(&held));
        let ends_now = own.as_ref().is_some_and(|own| *own != consents);
        if gone.is_empty() && keys.is_empty() && !ends_now {
            return Ok(());
        }
        if !held.is_empty() || whole {
            self.note_ended(given_with, purpose).await?;
        }
        cells.retain(|(name, _)| name != CONSENTS && !goes(name, &gone));
        let has_own = own.is_some();
        if let Some(mut ended) = ended {
            let now_ms = self.now().as_millisecond();
            end(&mut ended, own.filter(|_| ends_now), (purpose, &gone, now_ms));
            let all: Vec<&Consent> = consents.iter().chain(ended.iter()).collect();
            let text = Sensitive::new(serde_json::to_string(&all).map_err(Fault::internal)?);
            let of_consents =
                Keys::of(&self.keyring, &row, &cells)?.field(&written, &policy.kind, CONSENTS)?;
            cells.push((CONSENTS.to_owned(), self.seal_cell(false, &of_consents, &place, &text)?));
        }
        groups.put(&mut cells)?;
        withdrawn.fields.extend(names(&gone));
        let doomed = self.keys_only(keys);
        let standing = has_own.then(|| self.references(&written, row.id, &consents));
        let (body, grounds) = (body::encode(&cells)?, Grounds::without(declared, &gone));
        let after = (!held.is_empty() && !whole).then_some(given_with);
        let rest = Rest { body, gone, grounds, doomed: doomed.clone(), standing, after };
        self.write_rest(access, &row, (&written, &policy.kind), &key, rest).await?;
        if doomed.is_empty() { Ok(()) } else { self.destroy(doomed).await }
    }

    async fn write_rest(
        self: &Arc<Self>,
        access: &Access,
        row: &RecordRow,
        (written, kind): (&Register, &str),
        key: &PersonKey,
        rest: Rest,
    ) -> Result<(), Fault> {
        let subject = Subject { person: row.person, records: &[row.id], key };
        let traced = self.trail(access, WITHDRAWN, kind, Some(subject), 1)?;
        let change = Change {
            body: Some(rest.body),
            updated_ms: self.now().as_millisecond(),
            ..Change::default()
        };
        let lookups: Vec<String> =
            rest.gone.iter().map(|name| lookup_name(written, name)).collect();
        let of_consents = lookup_name(written, CONSENTS);
        let tombstone = Tombstone::of(change.updated_ms, Why::Withdrawal);
        let (person, id, version) = (row.person, row.id, row.version);
        let alone = self.alone().await;
        self.erase_copies(&alone, access, (person, Why::Withdrawal)).await?;
        let tasks = match rest.gone.is_empty() {
            true => Vec::new(),
            false => {
                let touched = (kind.to_owned(), Some(rest.gone.clone()));
                self.to_tell(access, person, &Telling::of(Changed::Erased, id, touched)).await?
            }
        };
        let tasks = Arc::new(tasks);
        // The lock comes back with the result, after the commit.
        let declared = written.notice.kind(kind).cloned();
        let written = self.write_reserved(move |tx| {
            // Somebody may have held it since it was looked at: then it is looked at again.
            if let Some(kind) = &declared {
                let of = (kind, change.updated_ms);
                let holds = against_withdrawal(tx, (person, id), of)?;
                if rest.gone.iter().any(|name| keep(&holds, name)) {
                    return Err(Fault::new(FaultKind::Conflict, "store-conflict"));
                }
            }
            records::update(tx, person, id, version, &change)?;
            for field in &lookups {
                lookups::delete_field(tx, field, person, id)?;
            }
            if let Some(standing) = &rest.standing {
                keep_only(tx, (&of_consents, person, id), standing, &tombstone)?;
            }
            rest.grounds.write(tx, person, id, change.updated_ms)?;
            if let Some(whole) = rest.after {
                note_after(tx, (person, whole))?;
            }
            rest.doomed.begin(tx)?;
            write_all(tx, &tasks)?;
            traced.write(tx)?;
            Ok(Arc::clone(&alone))
        });
        written.await.map(drop)
    }
}

/// What is left of a record, and what is to be destroyed after it is written.
struct Rest {
    body: Sealed,
    gone: Vec<String>,
    grounds: Grounds,
    doomed: KeysOnly,
    /// The lookups of the consents that stand, when the record has consents itself.
    standing: Option<Vec<(String, [u8; 16])>>,
    /// The record with the consent, where a hold keeps some of it for now.
    after: Option<RecordId>,
}

/// Ends the consent to a purpose, with what that took. What a hold had kept goes for an end that was.
fn end(
    ended: &mut Vec<Consent>,
    given: Option<Vec<Consent>>,
    (purpose, gone, at_ms): (&str, &[String], i64),
) {
    let Some(given) = given else {
        if let Some(before) = ended.iter_mut().rfind(|one| one.purpose == purpose) {
            before.took.extend(gone.iter().cloned());
        }
        return;
    };
    let given = given.into_iter().filter(|given| given.purpose == purpose);
    let over = |given| Consent { withdrawn_ms: Some(at_ms), took: gone.to_vec(), ..given };
    ended.extend(given.map(over));
}

/// The groups of what stays.
fn needed(
    (written, declared): (&Register, &Collect),
    cells: &body::Cells,
    gone: &[String],
) -> BTreeSet<String> {
    let stay = cells.iter().map(|(name, _)| name).filter(|name| !goes(name, gone));
    stay.filter_map(|name| group_of(&written.notice, declared, name)).collect()
}

/// Whether a consent ends with this purpose, or with all.
fn ends(consent: &Consent, purpose: Option<&str>) -> bool {
    purpose.is_none_or(|purpose| consent.purpose == purpose)
}

/// The fields that no purpose carries any more, given the consents that are left.
fn resting_on(notice: &Notice, declared: &Collect, left: &[Consent]) -> Vec<String> {
    let stands = |purpose: &str| left.iter().any(|consent| consent.purpose == purpose);
    let fields = declared.fields.iter().filter(|field| {
        let carried = field.purposes.iter().any(|named| stands(&named.value));
        field.by_consent_alone(notice) && !carried
    });
    fields.map(|field| field.name.clone()).collect()
}

#[cfg(test)]
mod tests;
