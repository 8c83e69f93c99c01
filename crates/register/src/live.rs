//! Whether a consent stands behind a use. A purpose that rests on consent alone (Art. 6(1)(a))
//! opens, changes and discloses only records whose person has given that consent and not taken it
//! back; what hangs on a record rests on the consent that was given with the whole.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use seloste_kernel::{EntryId, Fault, FaultKind, PersonId};
use seloste_notice::model::Notice;
use seloste_store::ledger::Entry;
use seloste_store::tables::records::RecordRow;
use seloste_store::tables::{accesses, records};

use crate::access::RIGHTS;
use crate::{Access, Consent, Engine};

/// The key of the refusal.
const NO_CONSENT: &str = "fault-no-consent";

/// The word of a withdrawal in the ledger.
pub(crate) const WITHDRAWN: &str = "withdraw-consent";

/// Most steps from a part to its whole: a circle ends instead of hanging.
const STEPS: usize = 16;

/// How many looks one step of the search takes.
const LOOKS: i64 = 1_000;

/// Whether a refusal says that no consent stands behind the use.
pub fn is_unconsented(fault: &Fault) -> bool {
    fault.key() == NO_CONSENT
}

/// Whether nothing but a consent carries this purpose.
fn by_consent(notice: &Notice, purpose: &str) -> bool {
    purpose != RIGHTS && notice.by_consent(purpose)
}

impl Engine {
    /// Refuses a use of a record that nothing but a consent would allow, where none stands.
    /// `own` are the record's own consents, when they are known.
    pub(crate) async fn demand_live_consent(
        &self,
        access: &Access,
        row: &RecordRow,
        own: Option<&[Consent]>,
    ) -> Result<(), Fault> {
        if !by_consent(&access.register.notice, &access.purpose) {
            return Ok(());
        }
        let given =
            |consents: &[Consent]| consents.iter().any(|consent| consent.purpose == access.purpose);
        if own.is_some_and(given) || given(&self.consents_over(row).await?) {
            return Ok(());
        }
        let promise = format!("{}.consent.{}", access.register.notice.id, access.purpose);
        Err(Fault::refused(NO_CONSENT, promise).with("purpose", &access.purpose))
    }

    /// As [`Engine::demand_live_consent`], for a change: of what the purpose does not open, nothing
    /// is used.
    pub(crate) async fn demand_consent_to_change(
        &self,
        access: &Access,
        row: &RecordRow,
        kind: &str,
    ) -> Result<(), Fault> {
        match access.opens_any(kind) {
            true => self.demand_live_consent(access, row, None).await,
            false => Ok(()),
        }
    }

    /// The consents on which a record stands: its own, or those of the whole that it hangs on.
    async fn consents_over(&self, row: &RecordRow) -> Result<Vec<Consent>, Fault> {
        let mut row = row.clone();
        for _ in 0..STEPS {
            if let Some(consents) = self.consents(&row).await? {
                return Ok(consents);
            }
            let Some(whole) = row.thread else { break };
            let found = self.store.glance(move |tx| records::find(tx, whole)).await?;
            let Some(found) = found.filter(|found| found.person == row.person) else { break };
            row = found;
        }
        Ok(Vec::new())
    }

    /// How often, by purpose, these ledger entries (oldest first) tell of a use for a purpose that
    /// rests on consent, of a record whose person had not given it. A use before a withdrawal that
    /// the entries tell of was lawful.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn uses_without_consent(
        &self,
        register: &str,
        entries: &[Entry],
    ) -> Result<BTreeMap<String, u64>, Fault> {
        let register = self.register(register)?;
        let uses = entries.iter().enumerate().filter(|(_, entry)| {
            entry.action != WITHDRAWN && by_consent(&register.notice, &entry.purpose)
        });
        let uses: HashMap<EntryId, (usize, &Entry)> =
            uses.map(|(place, entry)| (entry.id, (place, entry))).collect();
        let mut counts = BTreeMap::new();
        for (person, of_person) in self.whose(&uses).await? {
            for row in self.rows_of(person).await? {
                self.count_unconsented((&row, &of_person), &uses, entries, &mut counts).await?;
            }
        }
        Ok(counts)
    }

    /// Whose records the entries tell of; who was erased since is not among them.
    async fn whose(
        &self,
        uses: &HashMap<EntryId, (usize, &Entry)>,
    ) -> Result<BTreeMap<PersonId, Vec<EntryId>>, Fault> {
        let mut whose: BTreeMap<PersonId, Vec<EntryId>> = BTreeMap::new();
        let Some(mut from) = uses.values().map(|(_, entry)| entry.at_ms).min().map(|at| (at, None))
        else {
            return Ok(whose);
        };
        loop {
            let looks = self.store.read(move |tx| accesses::since(tx, from, LOOKS)).await?;
            let Some(last) = looks.last() else { return Ok(whose) };
            from = (last.at_ms, Some(last.entry));
            for look in looks.iter().filter(|look| uses.contains_key(&look.entry)) {
                whose.entry(look.person).or_default().push(look.entry);
            }
        }
    }

    async fn count_unconsented(
        &self,
        (row, of_person): (&RecordRow, &[EntryId]),
        uses: &HashMap<EntryId, (usize, &Entry)>,
        entries: &[Entry],
        counts: &mut BTreeMap<String, u64>,
    ) -> Result<(), Fault> {
        let key = match self.keyring.key(row.key) {
            Ok(key) => key,
            // Another check tells of a key that is missing.
            Err(fault) if fault.kind() == FaultKind::Gone => return Ok(()),
            Err(fault) => return Err(fault),
        };
        let about =
            |entry: &Entry| key.commitment(&entry.id, row.id.as_bytes()) == entry.commitment;
        let uses = of_person.iter().filter_map(|id| uses.get(id));
        let uses: Vec<_> = uses.filter(|(_, entry)| about(entry)).collect();
        if uses.is_empty() {
            return Ok(());
        }
        let consents = self.consents_over(row).await?;
        let given: BTreeSet<&str> =
            consents.iter().map(|consent| consent.purpose.as_str()).collect();
        for (place, entry) in uses {
            let later = entries.iter().skip(*place);
            let mut withdrawals = later.filter(|entry| entry.action == WITHDRAWN);
            if !given.contains(entry.purpose.as_str()) && !withdrawals.any(about) {
                *counts.entry(entry.purpose.clone()).or_default() += 1;
            }
        }
        Ok(())
    }
}
