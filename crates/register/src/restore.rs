//! After a backup was put back: what had been erased since is erased again, before anybody is
//! served (GDPR Art. 17; erased stays erased).

use std::sync::Arc;

use seloste_kernel::{Actor, Fault, FaultKind, RecordId};
use seloste_store::tables::records::{self, RecordRow};

use crate::{Engine, Why};

/// Rows looked at in one step.
const ROWS: i64 = 500;

/// What erasing again did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Replayed {
    /// Records looked at.
    pub records: usize,
    /// Records removed again.
    pub removed: usize,
    /// Persons of whom nothing is left.
    pub persons: usize,
}

impl Engine {
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
            let Some(last) = rows.last().map(|row| row.id) else { return Ok(replayed) };
            replayed.records += rows.len();
            let mut gone = Vec::new();
            for row in rows {
                if self.was_erased(&row)? {
                    gone.push(row);
                }
            }
            if !gone.is_empty() {
                let plan = self.plan_rows(gone, Why::Restore, None).await?;
                let erased = self.execute(&Actor::Job("restore".to_owned()), &plan).await?;
                replayed.removed += erased.removed;
                replayed.persons += erased.persons;
            }
            after = Some(last);
        }
    }

    fn was_erased(&self, row: &RecordRow) -> Result<bool, Fault> {
        if self.keyring.is_erased(row.id) {
            return Ok(true);
        }
        match self.keyring.key(row.key) {
            Ok(_) => Ok(false),
            Err(fault) if fault.kind() == FaultKind::Gone => Ok(true),
            Err(fault) if fault.key() == "fault-keys-unknown" => Ok(true),
            Err(fault) => Err(fault),
        }
    }
}
