//! Against old copies that are put in the place of the present ones: a database, a key ring or a
//! ledger that is older than the others know is not served. Each part keeps how far another was:
//! the database how long the erasure list and the ledger are, the key ring how long the ledger is.

use std::sync::Arc;

use seloste_kernel::{Fault, FaultKind, RecordId, Timestamp};
use seloste_store::Tx;
use seloste_store::ledger::Ledger;
use seloste_store::tables::records::{Change, Filter, Order};
use seloste_store::tables::{meta, records};

use crate::keyring::day_of;
use crate::restore::restoring;
use crate::trail::Subject;
use crate::{Access, Engine};

/// Under which name the database keeps how long the erasure list is.
const ERASURES: &str = "erasure-list";

/// Notes in the database that the erasure list is this long.
pub(crate) fn note_erasures(tx: &mut Tx, count: usize) -> Result<(), Fault> {
    meta::put(tx, ERASURES, &count.to_string())
}

/// Records looked at in one step.
const STEP: i64 = 500;

fn content(record: RecordId) -> Vec<u8> {
    [b"record".as_slice(), record.as_bytes()].concat()
}

fn older(key: &'static str, known: u64, found: u64) -> Fault {
    Fault::new(FaultKind::Environment, key)
        .with("known", known.to_string())
        .with("found", found.to_string())
}

impl Engine {
    /// The erasure list only grows: a shorter one is an old copy, and with it keys would come back
    /// that were destroyed.
    pub(crate) async fn refuse_older_keys(&self) -> Result<(), Fault> {
        let known = self.store.read(|tx| meta::get(tx, ERASURES)).await?;
        let known = known.and_then(|known| known.parse().ok()).unwrap_or(0);
        let found = self.keyring.erasure_count() as u64;
        if known > found { Err(older("fault-keys-older", known, found)) } else { Ok(()) }
    }

    /// The ledger only grows, too.
    pub(crate) fn refuse_older_ledger(&self, ledger: &Ledger) -> Result<(), Fault> {
        let found = ledger.checkpoint().map_or(0, |last| last.size);
        let known = self.keyring.known().ledger;
        if known > found { Err(older("fault-ledger-older", known, found)) } else { Ok(()) }
    }

    /// Lets the key ring know how long the ledger is.
    ///
    /// # Errors
    /// When the folder of keys cannot be written.
    pub fn note_ledger(&self, ledger: &Ledger) -> Result<(), Fault> {
        let size = ledger.checkpoint().map_or(0, |last| last.size);
        self.keyring.note(|known| known.ledger = size.max(known.ledger))
    }

    /// Writes beside the erasures that a record is not what it was: whatever a backup from before
    /// has of it must not decide anything again. For records by which somebody is let in.
    ///
    /// # Errors
    /// `StorageFull` or `Environment` when the folder of keys cannot be written.
    pub async fn leave_behind(&self, record: RecordId) -> Result<(), Fault> {
        self.leave_past(content(record)).await
    }

    /// Writes this beside the erasures: from today on it is not what it was.
    pub(crate) async fn leave_past(&self, what: Vec<u8>) -> Result<(), Fault> {
        let keyring = Arc::clone(&self.keyring);
        let left = tokio::task::spawn_blocking(move || keyring.leave_behind(&what));
        left.await.map_err(Fault::internal)?
    }

    /// After a backup of that moment was put back: gives this state to the records of a kind that
    /// were left behind since; says how many.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn put_back(&self, kind: &str, made: Timestamp, state: &str) -> Result<u64, Fault> {
        let mut changed = 0;
        for register in self.registers() {
            let access = Access::of_engine(Arc::clone(&register), restoring());
            let filter = Filter {
                register: register.notice.id.clone(),
                kind: kind.to_owned(),
                ..Filter::default()
            };
            let mut cursor = None;
            loop {
                let filter = filter.clone();
                let step =
                    move |tx: &mut Tx| records::page(tx, &filter, Order::Oldest, cursor, STEP);
                let found = self.store.read(step).await?;
                let Some(last) = found.last() else { break };
                cursor = Some(Order::Oldest.place(last));
                for row in found {
                    if !self.keyring.was_left_behind(&content(row.id), day_of(made)) {
                        continue;
                    }
                    let change = Change {
                        state: Some(state.to_owned()),
                        updated_ms: row.updated_ms,
                        ..Change::default()
                    };
                    let (person, id, version) = (row.person, row.id, row.version);
                    let key = self.keyring.key(row.key)?;
                    let subject = Subject { person, records: &[id], key: &key };
                    let traced = self.trail(&access, "classify", kind, Some(subject), 1)?;
                    let write = move |tx: &mut Tx| {
                        records::update(tx, person, id, version, &change)?;
                        traced.write(tx)
                    };
                    self.store.write(write).await?;
                    changed += 1;
                }
            }
        }
        Ok(changed)
    }
}
