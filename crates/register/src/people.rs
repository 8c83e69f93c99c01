//! Recognising a person, and telling them who has looked.

use std::collections::BTreeSet;

use seloste_kernel::{EntryId, Exit, Fault, PersonId, RecordId, Sensitive, Timestamp};
use seloste_store::Tx;
use seloste_store::tables::records::{Kinds, RecordRow};
use seloste_store::tables::{accesses, commands, lookups, persons, records};
use seloste_vault::receipt;
use serde::{Deserialize, Serialize};

use crate::access::{OPENING, not_found};
use crate::engine::lookup_name;
use crate::erase::{holds_of, outcome, rows_of};
use crate::execute::TOLD_MAX;
use crate::{Access, Engine, Why};

/// Records that are looked at in one step.
const PAGE: i64 = 100;

/// What is left when a receipt's records are gone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tombstone {
    /// When, in milliseconds.
    pub at_ms: i64,
    /// Why.
    pub why: Why,
    /// The ledger entry that proves it.
    pub entry: Option<EntryId>,
    /// What of the person stayed then, and why; as [`Engine::recognise`] gives it, what stays now.
    #[serde(default)]
    pub kept: Vec<StillKept>,
    /// The kinds of which counts stayed that tell of nobody.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub counted: Vec<String>,
    /// Of whom something stayed.
    #[serde(default)]
    pub person: Option<PersonId>,
}

impl Tombstone {
    /// Something ended, and no ledger entry of its own tells of it.
    pub(crate) fn of(at_ms: i64, why: Why) -> Self {
        Self { at_ms, why, entry: None, kept: Vec::new(), counted: Vec::new(), person: None }
    }
}

/// What a ground still keeps of somebody whose receipt opens nothing any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StillKept {
    /// Of which kind.
    pub kind: String,
    /// On which ground.
    pub ground: String,
    /// Until when, in milliseconds; `None` while nobody knows.
    pub until_ms: Option<i64>,
}

/// A record of somebody's that is gone while others of theirs stay: for whoever holds its code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErasedRecord {
    /// When, in milliseconds.
    pub at_ms: i64,
    /// Why.
    pub why: Why,
    /// The ledger entry that proves it.
    pub entry: EntryId,
    /// Of which kind it was.
    pub kind: String,
    /// Its number.
    pub number: Option<i64>,
}

/// Who holds a receipt code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recognised {
    /// A person with records.
    Person {
        /// Whose receipt it is.
        person: PersonId,
        /// The record it was given for.
        record: RecordId,
    },
    /// Everything behind it is gone.
    Erased(Tombstone),
}

/// One line of "who has looked" (Art. 15; C-579/21: dates and purposes, no staff names).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looked {
    /// When.
    pub at: Timestamp,
    /// In which role.
    pub role: String,
    /// Under which purpose.
    pub purpose: String,
    /// What was done.
    pub action: String,
    /// The ledger entry that says the same.
    pub entry: EntryId,
}

/// A record as it is seen from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// Which.
    pub record: RecordId,
    /// Its declared kind.
    pub kind: String,
    /// Its number.
    pub number: Option<i64>,
    /// When it came.
    pub created: Timestamp,
}

/// Whether what is kept tells of something that is gone.
pub(crate) fn is_stone(says: &[u8]) -> bool {
    serde_json::from_slice::<Tombstone>(says).is_ok()
}

impl Engine {
    /// Who holds this receipt code. It is looked for by a keyed hash, so neither the answer nor the
    /// time it takes tells how near a guess was; a code that opens something takes longer than one that
    /// does not, which the answer itself tells.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn recognise(
        &self,
        register: &str,
        typed: &Sensitive<String>,
    ) -> Result<Option<Recognised>, Fault> {
        let register = self.register(register)?;
        // A text that is no code is looked for all the same, as one that nobody has.
        let code =
            receipt::parse(typed.expose(Exit::Decision)).unwrap_or_else(|_| self.receipt(None));
        let digest = self.receipt_digest(&register, &code);
        let name = lookup_name(&register, "receipt");
        let field = name.clone();
        let found = self.store.read(move |tx| lookups::find(tx, &field, digest)).await?;
        let leads = !found.is_empty();
        // The oldest first; one that is true is enough.
        for one in found {
            if let [(person, record)] = self.genuine(&name, digest, vec![one]).await?[..] {
                return Ok(Some(Recognised::Person { person, record }));
            }
        }
        // Whoever is being erased at this moment has no key any more and no stone yet.
        if leads {
            drop(self.keep_from_erasing().await);
        }
        // Asked last: an erasure that ends meanwhile has left its stone by now.
        let tombstone = self.store.read(move |tx| commands::find(tx, digest)).await?;
        let Some(bytes) = tombstone else { return Ok(None) };
        let mut tombstone: Tombstone = serde_json::from_slice(&bytes).map_err(Fault::internal)?;
        if let Some(person) = tombstone.person {
            tombstone.kept = self.still_kept(person).await?;
        }
        Ok(Some(Recognised::Erased(tombstone)))
    }

    /// What grounds keep of somebody at this moment; nothing once they are gone.
    async fn still_kept(&self, person: PersonId) -> Result<Vec<StillKept>, Fault> {
        let now = self.now().as_millisecond();
        let (rows, holds) = self
            .store
            .read(move |tx| {
                let holds = holds_of(tx, &BTreeSet::from([person]), Why::Request, now)?;
                Ok((rows_of(tx, person)?, holds))
            })
            .await?;
        let mut kept = Vec::new();
        for row in rows {
            let holds = holds.get(&row.id).map_or(&[][..], Vec::as_slice);
            let Some(longest) = outcome(&row, holds).kept().first().cloned() else { continue };
            let kind = self.policy(row.policy).await?.kind;
            let still = StillKept { kind, ground: longest.ground, until_ms: longest.until_ms };
            if kept.len() < TOLD_MAX && !kept.contains(&still) {
                kept.push(still);
            }
        }
        Ok(kept)
    }

    /// Whose record of this register has this value in a searchable field. Ids only: opening what
    /// was found is what the ledger tells of.
    ///
    /// # Errors
    /// `Forbidden` for an access that opens nothing.
    pub async fn find(
        &self,
        access: &Access,
        field: &str,
        value: &str,
    ) -> Result<Vec<(PersonId, RecordId)>, Fault> {
        access.demand(OPENING)?;
        let digest = self.digest(&access.register, field, value);
        let name = lookup_name(&access.register, field);
        let wanted = name.clone();
        let found = self.store.read(move |tx| lookups::find(tx, &wanted, digest)).await?;
        self.genuine(&name, digest, found).await
    }

    /// Those of the found records that really have the value. A lookup is a plain row that anybody
    /// who can write into the database could turn to somebody else's record; the sealed cell says
    /// what is true.
    pub(crate) async fn genuine(
        &self,
        name: &str,
        digest: [u8; 16],
        found: Vec<(PersonId, RecordId)>,
    ) -> Result<Vec<(PersonId, RecordId)>, Fault> {
        let mut genuine = Vec::with_capacity(found.len());
        for (person, record) in found {
            let row = self.store.read(move |tx| records::get(tx, person, record)).await?;
            let Some(row) = row else { continue };
            if self.says(&row, name, digest).await? {
                genuine.push((person, record));
            }
        }
        Ok(genuine)
    }

    /// Whether a record that a lookup leads to really has the value.
    pub(crate) async fn says(
        &self,
        row: &RecordRow,
        name: &str,
        digest: [u8; 16],
    ) -> Result<bool, Fault> {
        let said = self.hashed(row).await?;
        let genuine = said.iter().any(|(field, value, ..)| field == name && *value == digest);
        if !genuine {
            tracing::error!(record = %row.id, "a lookup leads to a record that does not say it");
        }
        Ok(genuine)
    }

    /// What was erased of this person in the last year while something of theirs stayed, the newest
    /// first. Requests and what tells of copies and disclosures are left out.
    ///
    /// # Errors
    /// `NotFound` when the access does not reach the person.
    pub async fn erased_of(
        &self,
        access: &Access,
        person: PersonId,
    ) -> Result<Vec<ErasedRecord>, Fault> {
        access.demand(OPENING)?;
        access.reaches(person)?;
        let all = self.store.read(move |tx| commands::of_person(tx, person)).await?;
        let stones = all.iter().filter_map(|(_, says)| serde_json::from_slice(says).ok());
        let mut erased: Vec<ErasedRecord> = stones.collect();
        erased.sort_by_key(|one| std::cmp::Reverse((one.at_ms, one.number)));
        Ok(erased)
    }

    /// What is held of this person: kinds, numbers and times. Nothing is opened.
    ///
    /// # Errors
    /// `NotFound` when the access does not reach the person.
    pub async fn held(&self, access: &Access, person: PersonId) -> Result<Vec<Outline>, Fault> {
        access.demand(OPENING)?;
        self.person(access, person).await?;
        let mut held = Vec::new();
        let mut after = None;
        loop {
            let look = move |tx: &mut Tx| records::outlines(tx, person, &Kinds::All, after, PAGE);
            let rows = self.store.read(look).await?;
            let Some(last) = rows.last().map(|row| row.id) else { return Ok(held) };
            for row in rows {
                held.push(Outline {
                    record: row.id,
                    kind: self.policy(row.policy).await?.kind,
                    number: row.number,
                    created: Timestamp::from_millisecond(row.created_ms).unwrap_or_default(),
                });
            }
            after = Some(last);
        }
    }

    /// Who has looked at this person's records, newest first, at most `limit`, beyond the last
    /// look that was seen.
    ///
    /// # Errors
    /// `NotFound` when the access does not reach the person.
    pub async fn looks(
        &self,
        access: &Access,
        person: PersonId,
        after: Option<(Timestamp, EntryId)>,
        limit: i64,
    ) -> Result<Vec<Looked>, Fault> {
        access.demand(OPENING)?;
        self.person(access, person).await?;
        let after = after.map(|(at, entry)| (at.as_millisecond(), entry));
        let rows = self.store.read(move |tx| accesses::of_person(tx, person, after, limit)).await?;
        Ok(rows
            .into_iter()
            .map(|row| Looked {
                at: Timestamp::from_millisecond(row.at_ms).unwrap_or_default(),
                role: row.role,
                purpose: row.purpose,
                action: row.action,
                entry: row.entry,
            })
            .collect())
    }

    /// Whether all of the person's records are restricted.
    ///
    /// # Errors
    /// `NotFound` when the access does not reach the person, or there is none.
    pub async fn is_restricted(&self, access: &Access, person: PersonId) -> Result<bool, Fault> {
        access.demand(OPENING)?;
        Ok(self.person(access, person).await?.restricted)
    }

    /// The person, if this access reaches them: of its own register, and for a person nobody else.
    pub(crate) async fn person(
        &self,
        access: &Access,
        person: PersonId,
    ) -> Result<persons::PersonRow, Fault> {
        access.reaches(person)?;
        let known = self.store.read(move |tx| persons::get(tx, person)).await?;
        known.filter(|known| known.register == access.register.notice.id).ok_or_else(not_found)
    }
}
