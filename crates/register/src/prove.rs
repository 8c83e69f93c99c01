//! Looking at the live data and finding a promise broken: not "the job is scheduled" but "no
//! record is past its date", not "we encrypt" but "every cell opens and none is readable".

use std::collections::{BTreeMap, BTreeSet};

use seloste_kernel::{Fault, FaultKind, PersonId, RecordId, Sensitive};
use seloste_notice::grammar::AT_WRITING;
use seloste_notice::model::{Collect, Keep, Source};
use seloste_store::tables::lookups::{self, Raw};
use seloste_store::tables::records::RecordRow;
use seloste_store::tables::{holds, proofs, records};

use crate::automated::field_of;
use crate::body::ASKED;
use crate::consented::{KEYS, Keys};
use crate::grounds::Grounds;
use crate::hold::kept::waits;
use crate::{Engine, Register, body};

/// How many rows one step of a scan takes.
const SCAN_ROWS: i64 = 500;

/// What a scan of all records found, per kind of trouble.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scanned {
    /// Records looked at.
    pub records: usize,
    /// Rows whose body is not sealed, or does not open at its place under its key.
    pub unsealed: usize,
    /// Rows whose key is not in the vault.
    pub keyless: usize,
    /// Kinds and fields (`kind.field`) that the version in force, or the one they were written under,
    /// does not declare.
    pub undeclared: BTreeSet<String>,
    /// Rows with neither a last day nor a day of review nor an event to wait for.
    pub undated: usize,
    /// Rows with a field that rests on consent alone, and no consent kept with it.
    pub unconsented: usize,
    /// Rows whose grounds for keeping are not those that their content gives, by kind.
    pub misheld: BTreeMap<String, usize>,
}

impl Engine {
    /// How many records should be gone, by kind, given how often the sweep runs.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn overdue(
        &self,
        register: &str,
        sweep_ms: i64,
    ) -> Result<BTreeMap<String, u64>, Fault> {
        // Two intervals: one for the sweep to come round, one for it to work.
        let before = self.now().as_millisecond() - 2 * sweep_ms;
        let all = self.store.read(move |tx| records::overdue_by_kind(tx, before)).await?;
        let ours = all.into_iter().filter(|(of, ..)| of == register);
        Ok(ours.map(|(_, kind, late)| (kind, u64::try_from(late.count).unwrap_or(0))).collect())
    }

    /// Opens every record of a register and throws the content away: sealed, at its place, under
    /// a key that exists, with declared fields only, and dated.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn scan(&self, register: &str) -> Result<Scanned, Fault> {
        let mut scanned = Scanned::default();
        let mut after: Option<RecordId> = None;
        loop {
            let rows = self.store.read(move |tx| records::all(tx, after, SCAN_ROWS)).await?;
            let Some(last) = rows.last().map(|row| row.id) else { return Ok(scanned) };
            for row in &rows {
                self.scan_row(register, row, &mut scanned).await?;
            }
            after = Some(last);
        }
    }

    async fn scan_row(
        &self,
        register: &str,
        row: &RecordRow,
        scanned: &mut Scanned,
    ) -> Result<(), Fault> {
        let Ok(policy) = self.policy(row.policy).await else {
            scanned.records += 1;
            scanned.unsealed += 1;
            return Ok(());
        };
        if policy.register != register {
            return Ok(());
        }
        scanned.records += 1;
        let in_force = self.register(register)?;
        match in_force.notice.kind(&policy.kind) {
            None => {
                scanned.undeclared.insert(policy.kind.clone());
            }
            Some(declared) => scanned.undated += usize::from(is_undated(declared, row)),
        }
        let cells = body::decode(&row.body);
        let keys = match Keys::of(&self.keyring, row, cells.as_ref().unwrap_or(&Vec::new())) {
            Err(fault) if fault.kind() == FaultKind::Gone => {
                scanned.keyless += 1;
                return Ok(());
            }
            // Not seen is not broken: a disk that fails accuses nobody.
            found => found?,
        };
        let Ok(cells) = cells else {
            scanned.unsealed += 1;
            return Ok(());
        };
        let written = self.version(&policy).await?;
        if cells.iter().any(|(name, _)| by_consent_alone(&written, &policy.kind, name)) {
            // A cell that does not open is told of below.
            let standing = self.consents(row).await;
            let none = standing.is_ok_and(|consents| consents.unwrap_or_default().is_empty());
            // What a hold keeps beyond a withdrawal waits for the end of that.
            let at = (row.person, row.id);
            let kept = body::asked_ms(&cells).is_some()
                || self.store.read(move |tx| waits(tx, at)).await?;
            scanned.unconsented += usize::from(none && !kept);
        }
        let versions = [&*written, &*in_force];
        self.scan_cells(row, (versions, &policy.kind), &keys, cells, scanned).await
    }

    async fn scan_cells(
        &self,
        row: &RecordRow,
        ([written, in_force], kind): ([&Register; 2], &str),
        keys: &Keys<'_>,
        cells: body::Cells,
        scanned: &mut Scanned,
    ) -> Result<(), Fault> {
        let of_kind = written.notice.kind(kind);
        let mut telling = Vec::new();
        for (name, cell) in cells {
            if name == KEYS || name == ASKED {
                continue;
            }
            let key = match keys.field(written, kind, &name) {
                Err(fault) if fault.kind() == FaultKind::Gone => {
                    scanned.keyless += 1;
                    return Ok(());
                }
                found => found?,
            };
            let place = written.place(kind, &name, row.person, row.id);
            let Ok(text) = body::open(&key, &place, &cell) else {
                scanned.unsealed += 1;
                return Ok(());
            };
            if of_kind.is_some_and(|kind| kind.holds.iter().any(|rule| rule.field == name)) {
                telling.push((name.clone(), text));
            }
            // A later version may have taken the field out: then it must not be here either.
            let known = |register: &Register| {
                register.notice.kind(kind).is_some_and(|kind| kind.field(field_of(&name)).is_some())
            };
            let declared = known(written) && known(in_force);
            if ![crate::read::CONSENTS, crate::read::RECEIPT].contains(&name.as_str()) && !declared
            {
                scanned.undeclared.insert(format!("{kind}.{name}"));
            }
        }
        let Some(of_kind) = of_kind else { return Ok(()) };
        if self.is_misheld(row, of_kind, telling).await? {
            *scanned.misheld.entry(kind.to_owned()).or_default() += 1;
        }
        Ok(())
    }

    /// Whether the grounds beside a row are others than its kind and these fields of it give.
    async fn is_misheld(
        &self,
        row: &RecordRow,
        kind: &Collect,
        mut telling: Vec<(String, Sensitive<String>)>,
    ) -> Result<bool, Fault> {
        if kind.floors.is_empty() && kind.holds.is_empty() {
            return Ok(false);
        }
        // A field that is not there holds nothing.
        for rule in &kind.holds {
            if !telling.iter().any(|(name, _)| *name == rule.field) {
                telling.push((rule.field.clone(), Sensitive::new(String::new())));
            }
        }
        let (person, id) = (row.person, row.id);
        let there = self.store.read(move |tx| holds::of_record(tx, person, id)).await?;
        Ok(Grounds::by_change(Some(kind), &telling).differ(kind, &there))
    }

    /// Looks at every row of the lookups of a register: which of its fields have a row that is not
    /// the keyed hash of the value in its record, or that has no record. A value in the clear, a
    /// plain hash of it, and a row somebody copied elsewhere are all found.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn scan_lookups(&self, register: &str) -> Result<BTreeSet<String>, Fault> {
        let mut alien = BTreeSet::new();
        let mut after: Option<Raw> = None;
        loop {
            let from = after.clone();
            let rows =
                self.store.read(move |tx| lookups::raw(tx, from.as_ref(), SCAN_ROWS)).await?;
            let Some(last) = rows.last().cloned() else { return Ok(alien) };
            for row in rows {
                let Some((of, field)) = row.field.split_once('/') else { continue };
                let (of, field) = (of.to_owned(), field.to_owned());
                if of == register && !self.is_keyed(row).await? {
                    alien.insert(field);
                }
            }
            after = Some(last);
        }
    }

    /// Whether a row is what the engine writes for the record that it names.
    async fn is_keyed(&self, row: Raw) -> Result<bool, Fault> {
        let ids = (PersonId::from_slice(&row.person), RecordId::from_slice(&row.record));
        let ((Some(person), Some(id)), Ok(digest)) = (ids, <[u8; 16]>::try_from(&*row.digest))
        else {
            return Ok(false);
        };
        let field = row.field.clone();
        let (record, there) = self
            .store
            .read(move |tx| {
                // Changed or erased since the page was read: what is there now counts.
                let there = lookups::find(tx, &field, digest)?.contains(&(person, id));
                Ok((records::get(tx, person, id)?, there))
            })
            .await?;
        if !there {
            return Ok(true);
        }
        let Some(record) = record else { return Ok(false) };
        let written = self.hashed(&record).await?;
        Ok(written.contains(&(row.field, digest, person, id)))
    }

    /// Keeps what was found, so that a promise has a history.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn keep_proofs(&self, states: Vec<(String, String)>) -> Result<(), Fault> {
        let at = self.now().as_millisecond();
        self.store
            .write(move |tx| {
                states.iter().try_for_each(|(promise, state)| proofs::put(tx, promise, at, state))
            })
            .await
    }
}

/// Whether a row has neither a last day nor a day of review nor an event to wait for.
fn is_undated(declared: &Collect, row: &RecordRow) -> bool {
    let waits = matches!(&declared.keep, Some(Keep::For { from, .. }) if !AT_WRITING.contains(&from.as_str()));
    row.due_ms.is_none() && row.review_ms.is_none() && !waits
}

/// Whether nothing but a consent allows this field (Art. 7(1)). What staff write of their own is
/// not the person's to consent to.
fn by_consent_alone(register: &Register, kind: &str, field: &str) -> bool {
    let notice = &register.notice;
    let given = notice.kind(kind).filter(|kind| kind.source != Some(Source::Staff));
    given.and_then(|kind| kind.field(field)).is_some_and(|field| field.by_consent_alone(notice))
}
