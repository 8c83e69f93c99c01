//! Withdrawing a consent (Art. 7(3)): what rested on it alone goes, from the record and from what
//! hangs on it; what rests on another basis stays. A record with nothing left to stand on is
//! erased by the one erasure. The keys of what goes are destroyed, so it does not open from an older
//! backup either.

use std::sync::Arc;

use seloste_kernel::{Fault, KeyId, RecordId, Sealed, Sensitive};
use seloste_notice::model::{Basis, Collect, Notice};
use seloste_store::tables::records::{Change, RecordRow};
use seloste_store::tables::{lookups, records};
use seloste_vault::PersonKey;

use crate::access::Action;
use crate::consented::{Groups, Keys, carried};
use crate::engine::lookup_name;
use crate::execute::KeysOnly;
use crate::grounds::Grounds;
use crate::live::WITHDRAWN;
use crate::read::{CONSENTS, read_consents};
use crate::trail::Subject;
use crate::{Access, Consent, Engine, Erased, Register, Why, body, totals};

/// What a withdrawal did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Withdrawn {
    /// Fields that went, by kind and name.
    pub fields: Vec<(String, String)>,
    /// Records erased as a whole.
    pub erased: Vec<Erased>,
}

impl Engine {
    /// Withdraws the consent to a purpose for a record and for all that hangs on it.
    ///
    /// # Errors
    /// `NotFound` when the record is not within reach; `Conflict` when it changed meanwhile.
    pub async fn withdraw(
        self: &Arc<Self>,
        access: &Access,
        record: RecordId,
        purpose: &str,
    ) -> Result<Withdrawn, Fault> {
        access.demand(&[Action::Erase])?;
        let mut withdrawn = Withdrawn::default();
        let whole = self.row(access, record).await?;
        let Some(mut left) = self.consents(&whole).await? else { return Ok(withdrawn) };
        let given = left.iter().find(|consent| consent.purpose == purpose).cloned();
        left.retain(|consent| consent.purpose != purpose);
        // Parts before wholes: a whole that is erased takes its parts along anyway.
        let plan = self.plan_record(access, record, Why::Withdrawal).await?;
        for step in plan.steps.iter().rev() {
            let row = match self.row(access, step.record).await {
                Ok(row) => row,
                Err(fault) if fault.kind() == seloste_kernel::FaultKind::NotFound => continue,
                Err(fault) => return Err(fault),
            };
            self.withdraw_one(access, row, (purpose, &left), &mut withdrawn).await?;
        }
        if let Some(consent) = given {
            let (register, at) = (access.register.notice.id.clone(), self.now().as_millisecond());
            self.store.write(move |tx| totals::withdrawn(tx, &register, &consent, at)).await?;
        }
        Ok(withdrawn)
    }

    /// The consents that lie with a record; `None` when none does.
    pub(crate) async fn consents(&self, row: &RecordRow) -> Result<Option<Vec<Consent>>, Fault> {
        let policy = self.policy(row.policy).await?;
        let written = self.version(&policy).await?;
        let cells = body::decode(&row.body)?;
        let Some((_, cell)) = cells.iter().find(|(name, _)| name == CONSENTS) else {
            return Ok(None);
        };
        let key = Keys::of(&self.keyring, row, &cells)?.field(&written, &policy.kind, CONSENTS)?;
        let place = written.place(&policy.kind, CONSENTS, row.person, row.id);
        body::open(&key, &place, cell).and_then(|text| read_consents(&text)).map(Some)
    }

    async fn withdraw_one(
        self: &Arc<Self>,
        access: &Access,
        row: RecordRow,
        (purpose, of_whole): (&str, &[Consent]),
        withdrawn: &mut Withdrawn,
    ) -> Result<(), Fault> {
        let policy = self.policy(row.policy).await?;
        let written = self.version(&policy).await?;
        let Some(declared) = written.notice.kind(&policy.kind) else { return Ok(()) };
        let key = self.keyring.key(row.key)?;
        let mut cells = body::decode(&row.body)?;
        let place = written.place(&policy.kind, CONSENTS, row.person, row.id);
        // What staff wrote rests on the consent that the person gave with the whole.
        let own = self.consents(&row).await?;
        let mut consents = own.clone().unwrap_or_else(|| of_whole.to_vec());
        consents.retain(|consent| consent.purpose != purpose);
        let mut groups = Groups::of(&cells);
        let left = |group: &String| carried(group, &consents);
        let keys: Vec<KeyId> =
            groups.0.iter().filter(|(group, _)| !left(group)).map(|(_, key)| *key).collect();
        groups.0.retain(|group, _| left(group));
        let gone = resting_on(&written.notice, declared, &consents);
        let gone: Vec<String> =
            cells.iter().map(|(name, _)| name.clone()).filter(|name| gone.contains(name)).collect();
        if declared.fields.iter().any(|field| field.required && gone.contains(&field.name)) {
            let plan = self.plan_record(access, row.id, Why::Withdrawal).await?;
            withdrawn.erased.push(self.erase(access, &plan).await?);
            return Ok(());
        }
        let has_own = own.is_some();
        if gone.is_empty() && keys.is_empty() && own.is_none_or(|own| own == consents) {
            return Ok(());
        }
        cells.retain(|(name, _)| name != CONSENTS && !gone.contains(name));
        if has_own && !consents.is_empty() {
            let text = Sensitive::new(serde_json::to_string(&consents).map_err(Fault::internal)?);
            let of_consents =
                Keys::of(&self.keyring, &row, &cells)?.field(&written, &policy.kind, CONSENTS)?;
            cells.push((CONSENTS.to_owned(), self.seal_cell(false, &of_consents, &place, &text)?));
        }
        groups.put(&mut cells)?;
        withdrawn.fields.extend(gone.iter().map(|name| (policy.kind.clone(), name.clone())));
        let doomed = self.keys_only(keys);
        let grounds = Grounds::without(declared, &gone);
        let rest = Rest { body: body::encode(&cells)?, gone, grounds, doomed: doomed.clone() };
        self.write_rest(access, &row, (&written, &policy.kind), &key, rest).await?;
        if doomed.is_empty() { Ok(()) } else { self.destroy(doomed).await }
    }

    async fn write_rest(
        &self,
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
        let (person, id, version) = (row.person, row.id, row.version);
        self.store
            .write(move |tx| {
                records::update(tx, person, id, version, &change)?;
                for field in &lookups {
                    lookups::delete_field(tx, field, person, id)?;
                }
                rest.grounds.write(tx, person, id, change.updated_ms)?;
                rest.doomed.begin(tx)?;
                traced.write(tx)
            })
            .await
    }
}

/// What is left of a record, and what is to be destroyed after it is written.
struct Rest {
    body: Sealed,
    gone: Vec<String>,
    grounds: Grounds,
    doomed: KeysOnly,
}

/// The fields that no purpose carries any more, given the consents that are left.
fn resting_on(notice: &Notice, declared: &Collect, left: &[Consent]) -> Vec<String> {
    let carries = |purpose: &str| match notice.purpose(purpose).and_then(|purpose| purpose.basis) {
        Some(Basis::Consent) => left.iter().any(|consent| consent.purpose == purpose),
        _ => true,
    };
    let fields = declared.fields.iter().filter(|field| {
        !field.purposes.is_empty() && !field.purposes.iter().any(|named| carries(&named.value))
    });
    fields.map(|field| field.name.clone()).collect()
}
