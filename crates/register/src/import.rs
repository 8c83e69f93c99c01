//! Taking in what a person brings from another service (Art. 20): all of it or nothing, in one
//! transaction, and once.

use std::collections::BTreeMap;
use std::sync::Arc;

use seloste_kernel::{Fault, FaultKind, PersonId, RecordId, Sensitive};
use seloste_store::tables::commands;

use crate::access::Action;
use crate::collect::{Ready, undeclared_kind, write, writers};
use crate::trail::Traced;
use crate::validate::validate;
use crate::{Access, Draft, Engine, Owner};

/// Most records in one import: it is one transaction.
pub const IMPORT_MAX: usize = 10_000;

/// How long it is remembered that something was taken in, in milliseconds: a year.
const REMEMBERED_MS: i64 = 365 * 24 * 60 * 60 * 1000;

/// A record to be taken in.
#[derive(Debug)]
pub struct Brought {
    /// What is to be written.
    pub draft: Draft,
    /// The place, among those brought before it, of the record on which it hangs.
    pub part_of: Option<usize>,
}

/// What was taken in.
#[derive(Debug, Clone)]
pub struct Imported {
    /// Whose.
    pub person: PersonId,
    /// The person's receipt code. Shown once, stored nowhere.
    pub receipt: Sensitive<String>,
    /// How many records.
    pub records: usize,
}

impl Engine {
    /// Writes records of a person not seen before, all or none. `name` stands for what is brought:
    /// the same is not taken in twice.
    ///
    /// # Errors
    /// As [`Engine::collect`]; `Conflict` when the same was taken in before; `TooLarge` above
    /// [`IMPORT_MAX`].
    pub async fn import(
        self: &Arc<Self>,
        access: &Access,
        brought: Vec<Brought>,
        name: &[u8],
    ) -> Result<Imported, Fault> {
        access.demand(&[Action::Collect])?;
        if brought.is_empty() || brought.len() > IMPORT_MAX {
            let fault = Fault::new(FaultKind::TooLarge, "fault-import-size");
            return Err(fault.with("max", IMPORT_MAX.to_string()));
        }
        let person = PersonId::random(&*self.random);
        // In the order in which they were brought, though they are written in one moment.
        let mut ids: Vec<RecordId> =
            brought.iter().map(|_| RecordId::new(&*self.watch, &*self.random)).collect();
        ids.sort_unstable();
        let receipt = self.receipt(None);
        let mut keys = BTreeMap::new();
        let mut ready = Vec::with_capacity(brought.len());
        let places = ids.iter().copied().enumerate();
        for ((place, id), Brought { mut draft, part_of }) in places.zip(brought) {
            let kind = access.register.notice.kind(&draft.kind);
            let declared = kind.ok_or_else(|| undeclared_kind(access, &draft.kind))?;
            access.demand(writers(declared))?;
            let valid = validate(access, declared, &draft)?;
            draft.thread = part_of.and_then(|whole| ids.get(whole)).copied();
            let class = access.register.class_of(&draft.kind).to_owned();
            let key = match keys.get(&class) {
                Some(key) => Arc::clone(key),
                None => self.key_for(access, person, &class, true).await?,
            };
            keys.insert(class, Arc::clone(&key));
            let owner = if place == 0 { Owner::New } else { Owner::Existing(person) };
            let code = (place == 0).then_some(receipt);
            ready.push(
                self.prepare(access, declared, (person, owner, id, key), draft, valid, code)
                    .await?,
            );
        }
        let records = ready.len();
        let once = self.keyring.index_key().digest("", "import", name);
        self.write_all(ready, once, None).await?;
        let receipt = Sensitive::new(seloste_vault::receipt::encode(&receipt));
        Ok(Imported { person, receipt, records })
    }

    /// Writes one record each of persons not seen before, all or none, with an entry in the ledger that
    /// says that so many came at once. `name` stands for what is brought: the same is not taken in twice.
    ///
    /// # Errors
    /// As [`Engine::import`].
    pub async fn take_in(
        self: &Arc<Self>,
        access: &Access,
        drafts: Vec<Draft>,
        name: &[u8],
    ) -> Result<usize, Fault> {
        access.demand(&[Action::Collect])?;
        if drafts.is_empty() || drafts.len() > IMPORT_MAX {
            let fault = Fault::new(FaultKind::TooLarge, "fault-import-size");
            return Err(fault.with("max", IMPORT_MAX.to_string()));
        }
        let kind = drafts.first().map(|draft| draft.kind.clone()).unwrap_or_default();
        let mut ready = Vec::with_capacity(drafts.len());
        for draft in drafts {
            let declared = access.register.notice.kind(&draft.kind);
            let declared = declared.ok_or_else(|| undeclared_kind(access, &draft.kind))?;
            access.demand(writers(declared))?;
            let valid = validate(access, declared, &draft)?;
            let person = PersonId::random(&*self.random);
            let class = access.register.class_of(&draft.kind).to_owned();
            let key = self.key_for(access, person, &class, true).await?;
            let id = RecordId::new(&*self.watch, &*self.random);
            let place = (person, Owner::New, id, key);
            ready.push(self.prepare(access, declared, place, draft, valid, None).await?);
        }
        let count = ready.len();
        let came =
            self.trail(access, "import", &kind, None, i64::try_from(count).unwrap_or(i64::MAX))?;
        let once = self.keyring.index_key().digest("", "import", name);
        self.write_all(ready, once, Some(came)).await?;
        Ok(count)
    }

    async fn write_all(
        &self,
        ready: Vec<Ready>,
        once: [u8; 16],
        came: Option<Traced>,
    ) -> Result<(), Fault> {
        let expires = self.now().as_millisecond() + REMEMBERED_MS;
        self.store
            .write(move |tx| {
                // Nobody's, so that it is remembered when the person has gone.
                if commands::once(tx, once, None, b"imported", expires)?.is_some() {
                    return Err(Fault::new(FaultKind::Conflict, "fault-import-again"));
                }
                for Ready { row, place, digests, traced } in &ready {
                    write(tx, row.clone(), place, digests, traced)?;
                }
                came.as_ref().map_or(Ok(()), |came| came.write(tx))
            })
            .await
    }
}
