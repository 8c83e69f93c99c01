//! Against old copies that are put in the place of the present ones: a database, a key ring or a
//! ledger that is older than the others know is not served. Each part keeps how far another was:
//! the database how long the erasure list and the ledger are, the key ring how long the ledger is.

use seloste_kernel::{Fault, FaultKind};
use seloste_store::Tx;
use seloste_store::ledger::Ledger;
use seloste_store::tables::meta;

use crate::Engine;

/// Under which name the database keeps how long the erasure list is.
const ERASURES: &str = "erasure-list";

/// Notes in the database that the erasure list is this long.
pub(crate) fn note_erasures(tx: &mut Tx, count: usize) -> Result<(), Fault> {
    meta::put(tx, ERASURES, &count.to_string())
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
}
